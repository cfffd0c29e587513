"""Tables and plans for the tests of imports, in few words."""

from datetime import date
from pathlib import Path

from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import MainClass
from vp_logboek.services.import_plan import ImportPlan, plan_import
from vp_logboek.services.import_table import Table, recognise_fields
from vp_logboek.services.safekeeping import default_tree

DATA = Path(__file__).parent.parent / "data"
CASES = DATA / "cases"
TODAY = date(2026, 11, 21)
CANARY = "Kanariepietje"
ALMERE = Organisation("Almere", id=1)
HUIZEN = Organisation("Huizen", id=2)


def table_of(headers: str, *rows: str) -> Table:
    """A table from lines with ``;`` between the cells."""
    return Table(tuple(headers.split(";")), tuple(tuple(row.split(";")) for row in rows))


def planned(
    table: Table,
    *organisations: Organisation,
    chosen: str | None = None,
    main: MainClass | None = None,
) -> ImportPlan:
    """The plan of a table, for one organisation unless others are given."""
    fields = recognise_fields(table.headers)
    return plan_import(
        table, fields, default_tree(), organisations or (ALMERE,), TODAY, chosen, main
    )


def plan_of(headers: str, *rows: str) -> ImportPlan:
    """The plan of a few lines."""
    return planned(table_of(headers, *rows))
