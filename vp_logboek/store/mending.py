"""In a rescued file nothing refers to what is lost: a row that needs its parent gets a stand-in."""

# ruff: noqa: S608 - the parts are our own words; a value is always bound

from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.dossier import ContactKind
from vp_logboek.domain.subjects import MainClass, SubjectTree, rest_of
from vp_logboek.store.database import Database
from vp_logboek.store.values import from_codes

_LINKS = {"dossier_link", "dossier_subject"}


def mend(database: Database, defaults: SubjectTree) -> None:
    """Give every row its parent again.

    A subject of the default tree comes back as it is there, any other under its code. An
    organisation gets a stand-in with the strictest protection, a dossier one with its number where
    that is known. What only joins two rows goes when one of them is lost, and what was imported is
    as if it was typed.
    """
    for parent, column in (
        ("import", "id"), ("dossier", "id"), ("melder", "id"), ("organisation", "id"),
        ("subject", "code"),
    ):  # fmt: skip
        for table, child in _referring(database, parent):
            missing = database.all(
                f'SELECT DISTINCT "{child}" FROM "{table}" WHERE "{child}" IS NOT NULL'
                f' AND "{child}" NOT IN (SELECT "{column}" FROM "{parent}")'
            )
            for (value,) in missing:
                _mend_one(database, parent, table, child, value, defaults)
    for leaf in defaults:
        if database.one("SELECT 1 FROM subject WHERE code = ?", (leaf.code,)) is None:
            _add_subject(database, leaf.code, defaults)
    _renumber(database)
    database.run(
        "INSERT INTO organisation_level (organisation, from_year, level, reason)"
        " SELECT id, 0, ?, '' FROM organisation"
        " WHERE id NOT IN (SELECT organisation FROM organisation_level)",
        (Level.STRICT.value,),
    )


def _referring(database: Database, parent: str) -> list[tuple[str, str]]:
    rows = database.all(
        'SELECT t.name, f."from" FROM pragma_table_list t, pragma_foreign_key_list(t.name) f'
        " WHERE t.type = 'table' AND f.\"table\" = ?",
        (parent,),
    )
    return [(str(table), str(column)) for table, column in rows]


def _mend_one(
    database: Database, parent: str, table: str, child: str, value: object, defaults: SubjectTree
) -> None:
    if parent == "import":
        database.run(f'UPDATE "{table}" SET "{child}" = NULL WHERE "{child}" = ?', (value,))
    elif parent == "dossier" and table in _LINKS:
        database.run(f'DELETE FROM "{table}" WHERE "{child}" = ?', (value,))
    elif parent == "dossier":
        add_dossier(database, value, None, None, None)
    elif parent == "melder":
        database.run("INSERT INTO melder (id) VALUES (?)", (value,))
    elif parent == "organisation":
        _add_organisation(database, value)
    else:
        _add_subject(database, str(value), defaults)


def add_dossier(
    database: Database, id_: object, organisation: object, opened: str | None, number: object
) -> None:
    """A stand-in for a lost dossier. What is not given is made up from its talks."""
    first = database.one(
        "SELECT min(held_on), subject FROM conversation WHERE dossier = ?", (id_,)
    ) or (None, None)
    known = database.one("SELECT min(id) FROM organisation") or (None,)
    opened = opened or first[0] or "2000-01-01"
    database.run(
        "INSERT INTO dossier (id, number, organisation, opened, subject, kind, consent_for,"
        " elsewhere, changed) VALUES (?, ?, ?, ?, ?, ?, '', 0, 1)",
        (
            id_,
            number or _next_number(database, opened[:4]),
            organisation or known[0] or 1,
            opened,
            first[1] or rest_of(MainClass.ADVICE),
            ContactKind.MELDING.value,
        ),
    )


def _next_number(database: Database, year: str) -> str:
    _renumber(database)
    last = database.number(
        "INSERT INTO dossier_number (year, last) VALUES (?, 1)"
        " ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last",
        (int(year),),
    )
    return f"{year}-{last:03d}"


def _renumber(database: Database) -> None:
    """The last number given in a year is at least that of a dossier that is there."""
    database.run(
        "INSERT INTO dossier_number (year, last)"
        " SELECT CAST(substr(number, 1, 4) AS INTEGER) AS y,"
        " max(CAST(substr(number, 6) AS INTEGER)) AS n FROM dossier WHERE true GROUP BY y"
        " ON CONFLICT (year) DO UPDATE SET last = max(last, excluded.last)"
    )


def _add_organisation(database: Database, id_: object) -> None:
    database.run(
        "INSERT INTO organisation (id, name, start_month, remit, hire_is_external)"
        " VALUES (?, ?, 1, ?, 0)",
        (id_, f"Organisatie {id_} (gered)", from_codes(MainClass)),
    )


def _add_subject(database: Database, code: str, defaults: SubjectTree) -> None:
    leaf = next((each for each in defaults if each.code == code), None)
    place = database.number("SELECT coalesce(max(position), -1) + 1 FROM subject")
    database.run(
        "INSERT INTO subject (code, position, label, main, custom, retired)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (code, place, f"Onderwerp {code}", MainClass.ADVICE.value, True, False)
        if leaf is None
        else (code, place, leaf.label, leaf.main.value, leaf.custom, leaf.retired),
    )
