"""Taking over a table as a whole, and undoing it in one step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.services.importing import CANARY, CASES, TODAY, table_of
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.dossier import Dossier, DossierMelder
from vp_logboek.domain.errors import Gone, ImportNotUndoable, RowsRefused
from vp_logboek.domain.listing import DossierQuery, TalkQuery
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import MainClass
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally
from vp_logboek.services.import_table import (
    ImportPlan,
    ImportResult,
    Table,
    can_undo,
    last_import,
    plan_import,
    read_table,
    recognise_fields,
    run_import,
    undo_import,
)
from vp_logboek.store.logbook import Logbook

ROWS = ("2019-01-01;A;Pesten;M1", "2019-02-01;A;;M1", "2019-03-01;B;Werkverzuim;M1")


def plan_for(logbook: Logbook, table: Table) -> ImportPlan:
    return plan_import(
        table,
        recognise_fields(table.headers),
        logbook.subjects.tree(),
        logbook.organisations.all(),
        TODAY,
        None,
        MainClass.INTEGRITY,
    )


def taken_over(logbook: Logbook, *rows: str) -> ImportResult:
    table = table_of("datum;dossier;onderwerp;melder", *(rows or ROWS))
    return run_import(logbook, plan_for(logbook, table), TODAY, "lijst.csv")


def case(logbook: Logbook, name: str) -> ImportResult:
    return run_import(logbook, plan_for(logbook, read_table(CASES / f"{name}.csv")), TODAY, name)


def figures(logbook: Logbook, year: int, code: TableCode) -> dict[str, tuple[int, ...]]:
    (organisation,) = logbook.organisations.all()
    tally = Tally.of(logbook.facts(organisation, organisation.year(year)))
    lines = tally.table(code).lines
    return {
        x.label: tuple(c.number for c in x.counts) for x in lines if any(c.number for c in x.counts)
    }


def everything(logbook: Logbook) -> list[object]:
    """All a user can see: lists, dossiers with their melders, subjects and tallies."""
    (organisation,) = logbook.organisations.all()
    talks = logbook.conversations.rows(TalkQuery())
    dossiers = logbook.dossiers.rows(DossierQuery())
    years = range(2018, 2022)
    return [
        talks,
        dossiers,
        [logbook.conversations.get(talk.id) for talk in talks],
        [logbook.dossiers.get(dossier.id) for dossier in dossiers],
        logbook.subjects.tree(),
        logbook.conversations.years(),
        [Tally.of(logbook.facts(organisation, organisation.year(year))) for year in years],
        logbook.imports.all(),
    ]


def own_talk(logbook: Logbook, subject: str = "pesten", dossier: int | None = None) -> Conversation:
    if dossier is None:
        own = Dossier(1, date(2019, 5, 1), subject, melders=(DossierMelder(),))
        dossier = logbook.dossiers.save(own).id
    talk = Conversation(
        date(2019, 5, 1), ConversationKind.FIRST, Channel.PHONE, dossier, note=CANARY
    )
    return logbook.conversations.save(talk)


# --- the published registrations --------------------------------------------------------------


def test_zuid_holland_has_25_talks_in_25_dossiers(logbook: Logbook) -> None:
    result = case(logbook, "zuid-holland-2019")
    assert (result.talks, result.dossiers, result.melders) == (25, 25, 25)
    assert figures(logbook, 2019, TableCode.KEY)["Totaal"][:3] == (25, 25, 25)
    counts = figures(logbook, 2019, TableCode.TALK_SUBJECT)
    assert [counts[main.label][0] for main in MainClass] == [2, 9, 5, 4, 5]


def test_almere_has_five_leaves_of_its_own_and_both_origins(logbook: Logbook) -> None:
    result = case(logbook, "almere-2019-2021")
    assert (result.dossiers, len(result.new_subjects)) == (40, 5)
    by_year = [
        figures(logbook, year, TableCode.CONTACT_ORIGIN)["melding"] for year in (2019, 2020, 2021)
    ]
    assert by_year == [(8, 2, 0), (12, 6, 0), (3, 2, 0)]
    contact = figures(logbook, 2021, TableCode.CONTACT)
    assert contact == {"melding": (5,), "adviesvraag": (7,)}
    subjects = figures(logbook, 2021, TableCode.SUBJECT)
    assert [subjects[label] for label in result.new_subjects] == [(1,)] * 5
    measures = figures(logbook, 2021, TableCode.MEASURE)
    assert measures == {"waarschuwing": (2,), "gesprek met leidinggevende": (1,)}
    assert figures(logbook, 2021, TableCode.OUTCOME)["ongegrond"] == (2,)


def test_huizen_counts_people_by_year(logbook: Logbook) -> None:
    result = case(logbook, "huizen-2018-2020")
    assert (result.talks, result.melders) == (63, 32)
    people = [figures(logbook, year, TableCode.KEY)["Totaal"][0] for year in (2018, 2019, 2020)]
    assert people == [21, 8, 3]


def test_leidschendam_has_thirteen_people_and_one_investigation(logbook: Logbook) -> None:
    case(logbook, "leidschendam-voorburg-2020")
    assert figures(logbook, 2020, TableCode.KEY)["Totaal"][0] == 13
    assert figures(logbook, 2020, TableCode.HANDLING) == {"feitenonderzoek": (1,)}


def test_den_haag_has_its_funnel(logbook: Logbook) -> None:
    case(logbook, "den-haag-2021-h1")
    handling = figures(logbook, 2021, TableCode.HANDLING)
    assert list(handling.values()) == [(26,), (19,), (4,), (9,)]
    assert figures(logbook, 2021, TableCode.OUTCOME)["schending vastgesteld"] == (3,)
    assert figures(logbook, 2021, TableCode.MEASURE) == {"waarschuwing": (3,)}


# --- all or nothing ---------------------------------------------------------------------------


def test_a_dry_run_leaves_the_file_as_it_was(logbook: Logbook) -> None:
    own_talk(logbook)
    before = logbook.path.read_bytes()
    plan_for(logbook, read_table(CASES / "almere-2019-2021.csv")).summary()
    assert logbook.path.read_bytes() == before


def test_one_refused_row_refuses_all_and_leaves_the_file_as_it_was(logbook: Logbook) -> None:
    before = logbook.path.read_bytes()
    with pytest.raises(RowsRefused) as caught:
        taken_over(logbook, *ROWS, f"31-2-2019;{CANARY};Pesten;{CANARY}")
    assert [number for number, _ in caught.value.rows] == [5]
    assert CANARY not in repr(caught.value)
    assert logbook.path.read_bytes() == before


def test_a_failure_half_way_undoes_everything(logbook: Logbook) -> None:
    own_talk(logbook)
    plan = plan_for(logbook, table_of("datum;dossier;onderwerp;melder", *ROWS))
    last = replace(plan.dossiers[-1], dossier=replace(plan.dossiers[-1].dossier, organisation=99))
    before, seen = logbook.path.read_bytes(), everything(logbook)
    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever it is, nothing may be left
        run_import(logbook, replace(plan, dossiers=(*plan.dossiers[:-1], last)), TODAY, "x")
    assert everything(logbook) == seen
    assert logbook.path.read_bytes() == before


def test_what_was_taken_over_is_as_planned(logbook: Logbook) -> None:
    result = taken_over(logbook)
    assert result.summary() == "Overgenomen: 3 gesprekken in 2 dossiers, van 1 melder."
    first, second = (
        logbook.dossiers.get(row.id) for row in logbook.dossiers.rows(DossierQuery())[::-1]
    )
    assert (first.number, second.number) == ("2019-001", "2019-002")
    assert first.melders == second.melders
    assert logbook.subjects.tree().leaf(second.subject).label == "Werkverzuim"


def test_a_subject_made_after_the_plan_is_not_made_twice(logbook: Logbook) -> None:
    plan = plan_for(logbook, table_of("datum;dossier;onderwerp;melder", *ROWS))
    tree, _ = logbook.subjects.tree().with_custom("Iets anders", MainClass.CONFLICT)
    tree, leaf = tree.with_custom("werkverzuim", MainClass.CONFLICT)
    logbook.subjects.save(tree)
    run_import(logbook, plan, TODAY, "lijst.csv")
    assert logbook.subjects.tree() == tree
    assert logbook.subjects.used(leaf.code) == 1


def test_each_organisation_gets_its_own_rows(logbook: Logbook) -> None:
    logbook.organisations.save(Organisation("Huizen"))
    table = table_of(
        "datum;onderwerp;organisatie",
        "2019-01-01;Pesten;Huizen",
        "2019-01-01;Pesten;gemeente voorbeeld",
    )
    run_import(logbook, plan_for(logbook, table), TODAY, "lijst.csv")
    for organisation in logbook.organisations.all():
        facts = logbook.facts(organisation, organisation.year(2019))
        assert Tally.of(facts).melders == 1


# --- undoing ----------------------------------------------------------------------------------


def test_undoing_brings_back_exactly_what_there_was(logbook: Logbook) -> None:
    own_talk(logbook)
    before = everything(logbook)
    result = case(logbook, "almere-2019-2021")
    latest = last_import(logbook)
    assert latest is not None
    assert (latest.id, latest.label, latest.talks) == (result.import_id, "almere-2019-2021", 40)
    undo_import(logbook, result.import_id)
    assert everything(logbook) == before
    assert last_import(logbook) is None
    assert logbook.check() == 0
    with pytest.raises(Gone):
        undo_import(logbook, result.import_id)


def test_a_subject_that_is_used_elsewhere_stays(logbook: Logbook) -> None:
    result = taken_over(logbook)
    leaf = logbook.subjects.tree().find("Werkverzuim")
    assert leaf is not None
    own_talk(logbook, leaf.code)
    undo_import(logbook, result.import_id)
    assert logbook.subjects.tree().leaf(leaf.code) == leaf


def test_two_imports_are_undone_one_by_one(logbook: Logbook) -> None:
    first = taken_over(logbook)
    seen = everything(logbook)
    second = taken_over(logbook)
    undo_import(logbook, second.import_id)
    assert everything(logbook) == seen
    undo_import(logbook, first.import_id)
    assert logbook.conversations.rows(TalkQuery()) == ()


def change_talk(logbook: Logbook) -> None:
    talk = logbook.conversations.rows(TalkQuery())[0]
    logbook.conversations.save(replace(logbook.conversations.get(talk.id), minutes=5))


def change_dossier(logbook: Logbook) -> None:
    dossier = logbook.dossiers.rows(DossierQuery())[0]
    logbook.dossiers.save(replace(logbook.dossiers.get(dossier.id), closed=TODAY))


def bin_talk(logbook: Logbook) -> None:
    logbook.conversations.bin(logbook.conversations.rows(TalkQuery())[0].id, TODAY)


def add_talk(logbook: Logbook) -> None:
    own_talk(logbook, dossier=logbook.dossiers.rows(DossierQuery())[0].id)


@pytest.mark.parametrize("change", [change_talk, change_dossier, bin_talk, add_talk])
def test_a_changed_import_is_not_undone(
    logbook: Logbook, change: Callable[[Logbook], None]
) -> None:
    result = taken_over(logbook)
    assert can_undo(logbook, result.import_id)
    change(logbook)
    before = everything(logbook)
    assert not can_undo(logbook, result.import_id)
    with pytest.raises(ImportNotUndoable) as caught:
        undo_import(logbook, result.import_id)
    assert not caught.value.counted
    assert everything(logbook) == before


def test_an_import_that_was_counted_in_an_issue_is_not_undone(logbook: Logbook) -> None:
    result = taken_over(logbook)
    logbook.ledger.block(1, 2018, "", TODAY)
    assert can_undo(logbook, result.import_id)
    logbook.ledger.block(1, 2019, "", TODAY)
    with pytest.raises(ImportNotUndoable) as caught:
        undo_import(logbook, result.import_id)
    assert caught.value.counted
