"""The organisations this counsellor works for, with what shapes their overviews."""

# ruff: noqa: S608 - the parts are our own words; a value is always bound

from dataclasses import replace

from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors import Gone, OrganisationExists
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation, Setup
from vp_logboek.domain.subjects import MainClass
from vp_logboek.store.counted import FIELDS, closed_years
from vp_logboek.store.database import Database
from vp_logboek.store.values import from_codes, storable, to_codes, to_day

_COLUMNS = "id, name, start_month, remit, hire_is_external"


class Organisations:
    """Organisations with their columns and their levels per year."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Organisation, ...]:
        """Every organisation, in the order in which they were added."""
        rows = self._database.all("SELECT id FROM organisation ORDER BY id")
        return tuple(self.get(id_) for (id_,) in rows)

    def get(self, id_: int) -> Organisation:
        """One organisation. Raises Gone."""
        row = self._database.one(f"SELECT {_COLUMNS} FROM organisation WHERE id = ?", (id_,))
        if row is None:
            raise Gone("deze organisatie")
        _, name, start_month, remit, hire_is_external = row
        return Organisation(
            name=name,
            start_month=start_month,
            remit=to_codes(MainClass, remit),
            columns=self._subject_columns(id_),
            hire_is_external=bool(hire_is_external),
            levels=self._levels(id_),
            id=id_,
            setups=self._setups(id_),
        )

    def save(self, organisation: Organisation) -> Organisation:
        """Add or change; as it is then, with its history.

        What shapes an overview changes from the first year on in which nothing is counted yet
        (``first_free_year``); the years before keep what held in them. Raises NameNeeded,
        ReasonNeeded, OrganisationExists and Gone.
        """
        organisation.check()
        organisation = replace(organisation, name=storable(organisation.name))
        with self._database.transaction():
            self._check_name(organisation)
            organisation = replace(organisation, setups=self._history(organisation))
            id_ = self._write(organisation)
            self._write_parts(id_, organisation)
        return replace(organisation, id=id_)

    def first_free_year(self, id_: int) -> int:
        """From which year on a change would hold; see ``Organisation.first_free_year``."""
        ends = [
            "SELECT max(c.held_on) FROM dossier d JOIN conversation c ON c.dossier = d.id",
            "SELECT max(d.day) FROM activity d",
            *(f"SELECT max(d.{day}) FROM dossier d" for day, _ in FIELDS),
        ]
        days = [self._database.all(f"{end} WHERE d.organisation = ?", (id_,))[0][0] for end in ends]
        last = max(filter(None, days), default=None)
        rows = self._database.all("SELECT year FROM tally_row WHERE organisation = ?", (id_,))
        years = closed_years(self._database, id_) | {year for (year,) in rows}
        return self.get(id_).first_free_year(to_day(last), years)

    def _history(self, organisation: Organisation) -> tuple[Setup, ...]:
        if organisation.id is None:
            return (organisation.setup_from(FROM_THE_START),)
        earlier = self._setups(organisation.id)
        if earlier and organisation.setup_from(earlier[-1].from_year) == earlier[-1]:
            return earlier
        return organisation.setups_after(earlier, self.first_free_year(organisation.id))

    def _check_name(self, organisation: Organisation) -> None:
        others = self._database.all(
            "SELECT name FROM organisation WHERE id IS NOT ?", (organisation.id,)
        )
        if organisation.name.casefold() in {name.casefold() for (name,) in others}:
            raise OrganisationExists(organisation.name)

    def _subject_columns(self, id_: int) -> tuple[str, ...]:
        rows = self._database.all(
            "SELECT subject FROM organisation_column WHERE organisation = ? ORDER BY position",
            (id_,),
        )
        return tuple(code for (code,) in rows)

    def _setups(self, id_: int) -> tuple[Setup, ...]:
        rows = self._database.all(
            "SELECT from_year, start_month, remit, columns, hire_is_external"
            " FROM organisation_setup WHERE organisation = ? ORDER BY from_year",
            (id_,),
        )
        return tuple(
            Setup(year, month, to_codes(MainClass, remit), tuple(columns.split()), bool(hire))
            for year, month, remit, columns, hire in rows
        )

    def _levels(self, id_: int) -> tuple[LevelChoice, ...]:
        rows = self._database.all(
            "SELECT from_year, level, reason FROM organisation_level"
            " WHERE organisation = ? ORDER BY from_year",
            (id_,),
        )
        return tuple(LevelChoice(year, Level(level), reason) for year, level, reason in rows)

    def _write(self, organisation: Organisation) -> int:
        values = (
            organisation.name,
            organisation.start_month,
            from_codes(organisation.remit),
            organisation.hire_is_external,
        )
        if organisation.id is None:
            return self._database.insert(
                "INSERT INTO organisation (name, start_month, remit, hire_is_external)"
                " VALUES (?, ?, ?, ?)",
                values,
            )
        changed = self._database.run(
            "UPDATE organisation SET name = ?, start_month = ?, remit = ?, hire_is_external = ?"
            " WHERE id = ?",
            (*values, organisation.id),
        )
        if not changed:
            raise Gone("deze organisatie")
        return organisation.id

    def _write_parts(self, id_: int, organisation: Organisation) -> None:
        self._database.run("DELETE FROM organisation_column WHERE organisation = ?", (id_,))
        self._database.run_each(
            "INSERT INTO organisation_column (organisation, position, subject) VALUES (?, ?, ?)",
            [(id_, position, code) for position, code in enumerate(organisation.columns)],
        )
        self._database.run("DELETE FROM organisation_setup WHERE organisation = ?", (id_,))
        self._database.run_each(
            "INSERT INTO organisation_setup"
            " (organisation, from_year, start_month, remit, columns, hire_is_external)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    id_,
                    one.from_year,
                    one.start_month,
                    from_codes(one.remit),
                    " ".join(one.columns),
                    one.hire_is_external,
                )
                for one in organisation.setups
            ],
        )
        self._database.run("DELETE FROM organisation_level WHERE organisation = ?", (id_,))
        self._database.run_each(
            "INSERT INTO organisation_level (organisation, from_year, level, reason)"
            " VALUES (?, ?, ?, ?)",
            [
                (id_, choice.from_year, choice.level, storable(choice.reason))
                for choice in organisation.levels
            ],
        )
