"""What a dossier has several of: melders, further subjects, and links with other dossiers."""

from collections.abc import Iterable
from dataclasses import replace

from vp_logboek.domain.dossier import Dossier, DossierMelder, MelderKind, Relation, Role
from vp_logboek.store.database import Database
from vp_logboek.store.values import to_choice


def melders(database: Database, dossier: int) -> tuple[DossierMelder, ...]:
    """The people of a dossier, in their order."""
    rows = database.all(
        "SELECT melder, kind, role, relation FROM dossier_melder"
        " WHERE dossier = ? ORDER BY position",
        (dossier,),
    )
    return tuple(
        DossierMelder(
            melder,
            to_choice(MelderKind, kind),
            to_choice(Role, role),
            to_choice(Relation, relation),
        )
        for melder, kind, role, relation in rows
    )


def melder_numbers(database: Database, dossier: int) -> set[int]:
    """The numbers of the people of a dossier."""
    rows = database.all("SELECT melder FROM dossier_melder WHERE dossier = ?", (dossier,))
    return {melder for (melder,) in rows}


def subjects(database: Database, dossier: int) -> tuple[str, ...]:
    """The further subjects of a dossier, in their order."""
    rows = database.all(
        "SELECT subject FROM dossier_subject WHERE dossier = ? ORDER BY position", (dossier,)
    )
    return tuple(code for (code,) in rows)


def links(database: Database, dossier: int) -> tuple[int, ...]:
    """The dossiers it hangs together with: a link counts for both."""
    rows = database.all(
        "SELECT other FROM dossier_link WHERE one = ?1"
        " UNION SELECT one FROM dossier_link WHERE other = ?1 ORDER BY 1",
        (dossier,),
    )
    return tuple(other for (other,) in rows)


def save(database: Database, dossier: Dossier) -> Dossier:
    """Write all of these anew; the dossier as it now is: melders numbered, links in order."""
    if dossier.id is None:
        raise ValueError("a dossier is written before its parts")
    related = tuple(sorted(set(dossier.related) - {dossier.id}))
    _save_subjects(database, dossier.id, dossier.further_subjects)
    _save_links(database, dossier.id, related)
    melders = _save_melders(database, dossier.id, dossier.melders)
    return replace(dossier, related=related, melders=melders)


def forget_melders(database: Database, numbers: Iterable[int]) -> None:
    """Take out the numbers that no dossier uses; they are not given again."""
    database.run_each(
        "DELETE FROM melder WHERE id = ?1"
        " AND NOT EXISTS (SELECT 1 FROM dossier_melder WHERE melder = ?1)",
        [(number,) for number in numbers],
    )


def _save_subjects(database: Database, dossier: int, codes: tuple[str, ...]) -> None:
    database.run("DELETE FROM dossier_subject WHERE dossier = ?", (dossier,))
    database.run_each(
        "INSERT INTO dossier_subject (dossier, position, subject) VALUES (?, ?, ?)",
        [(dossier, position, code) for position, code in enumerate(codes)],
    )


def _save_links(database: Database, dossier: int, related: tuple[int, ...]) -> None:
    database.run("DELETE FROM dossier_link WHERE one = ?1 OR other = ?1", (dossier,))
    database.run_each(
        "INSERT INTO dossier_link (one, other) VALUES (?, ?)",
        [(min(dossier, other), max(dossier, other)) for other in related],
    )


def _save_melders(
    database: Database, dossier: int, people: tuple[DossierMelder, ...]
) -> tuple[DossierMelder, ...]:
    before = melder_numbers(database, dossier)
    numbered = tuple(replace(each, melder=_number(database, each)) for each in people)
    database.run("DELETE FROM dossier_melder WHERE dossier = ?", (dossier,))
    database.run_each(
        "INSERT INTO dossier_melder (dossier, position, melder, kind, role, relation)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (dossier, position, each.melder, each.kind, each.role, each.relation)
            for position, each in enumerate(numbered)
        ],
    )
    forget_melders(database, before - {each.melder for each in numbered})
    return numbered


def _number(database: Database, person: DossierMelder) -> int:
    if person.melder is None:
        return database.insert("INSERT INTO melder DEFAULT VALUES")
    # a draft may still know a number that no dossier used for a while
    database.run("INSERT OR IGNORE INTO melder (id) VALUES (?)", (person.melder,))
    return person.melder
