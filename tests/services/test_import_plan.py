"""What rows become: dossiers, melders and subjects, and why a row is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.importing import (
    ALMERE,
    CANARY,
    HUIZEN,
    TODAY,
    plan_of,
    planned,
    table_of,
)
from vp_logboek.domain.conversation import Channel, ConversationKind, Intervention, Referral
from vp_logboek.domain.dossier import ContactKind, Handling, Known, MelderKind, Role
from vp_logboek.domain.errors import OrganisationNeeded, UnknownOrganisation
from vp_logboek.domain.subjects import MainClass
from vp_logboek.services.import_headers import Field
from vp_logboek.services.import_plan import ImportPlan, plan_rows
from vp_logboek.services.import_table import Table, find_fields, plan_import
from vp_logboek.services.safekeeping import default_tree


def reasons(plan: ImportPlan) -> list[str]:
    return [row.problem for row in plan.rows]


def people(plan: ImportPlan) -> list[tuple[int, ...]]:
    return [dossier.people for dossier in plan.dossiers]


# --- dossiers ---------------------------------------------------------------------------------


def test_of_a_row_with_two_subjects_both_are_told() -> None:
    plan = plan_of("datum;dossier;onderwerp", "2019-01-01;B;Pesten/Stalking", "2019-02-01;B;")
    first, second = (row.subject for row in plan.rows)
    assert "Pesten" in first
    assert "Stalking" in first
    assert "Pesten" in second
    assert "Stalking" not in second


def test_rows_of_one_key_are_one_dossier_in_order_of_date_wherever_they_stand() -> None:
    plan = plan_of(
        "datum;dossier;onderwerp",
        "2019-05-01;ZH-12;",
        "2019-01-01;B;Pesten",
        "2019-03-01;zh-12 ;Stalking",
        "2019-04-01;ZH-12;Pesten",
    )
    first, second = plan.dossiers
    assert (first.dossier.subject, second.dossier.subject) == ("pesten", "stalking")
    assert second.dossier.opened == date(2019, 3, 1)
    assert [(talk.on.month, talk.kind, talk.subject) for talk in second.talks] == [
        (3, ConversationKind.FIRST, None),
        (4, ConversationKind.FOLLOW_UP, "pesten"),
        (5, ConversationKind.FOLLOW_UP, None),
    ]
    assert [(row.number, row.becomes) for row in plan.rows] == [
        (2, "vervolg in dossier ZH-12"),
        (3, "nieuw dossier"),
        (4, "nieuw dossier"),
        (5, "vervolg in dossier ZH-12"),
    ]


def test_the_subject_of_a_dossier_is_the_first_in_the_file_not_by_date() -> None:
    plan = plan_of("datum;dossier;onderwerp", "2019-05-01;A;Pesten", "2019-01-01;A;Stalking")
    assert plan.dossiers[0].dossier.subject == "pesten"
    assert [talk.subject for talk in plan.dossiers[0].talks] == ["stalking", None]


@pytest.mark.parametrize("key", ["", "-", "?", "n.v.t.", "onbekend", "geen"])
def test_a_row_without_a_key_is_a_dossier_of_its_own(key: str) -> None:
    row = f"2019-01-01;{key};Pesten"
    assert len(plan_of("datum;dossier;onderwerp", row, row).dossiers) == 2


def test_no_key_and_no_melder_of_the_table_is_in_what_will_be_saved() -> None:
    plan = plan_of("datum;dossier;onderwerp;melder", f"2019-01-01;{CANARY};Pesten;{CANARY}")
    assert CANARY not in repr(plan.dossiers)
    assert plan.dossiers[0].dossier.number == ""


def test_a_given_kind_holds_and_an_empty_aard_is_a_melding() -> None:
    plan = plan_of(
        "datum;onderwerp;soort gesprek;aard",
        "2019-01-01;Pesten;nazorggesprek;",
        "2019-01-02;Pesten;;Adviesvraag",
    )
    assert plan.dossiers[0].talks[0].kind is ConversationKind.AFTERCARE
    kinds = [dossier.dossier.kind for dossier in plan.dossiers]
    assert kinds == [ContactKind.MELDING, ContactKind.ADVICE]


def test_a_finding_is_known_on_the_day_of_the_row_that_first_gives_it() -> None:
    plan = plan_of(
        "datum;dossier;onderwerp;afhandeling",
        "2019-09-01;A;Pesten;feitenonderzoek",
        "2019-01-01;A;;vooronderzoek",
        "2019-12-01;A;;feitenonderzoek",
        "2019-02-01;A;;vooronderzoek",
        "2019-03-01;A;;",
        "2019-01-01;B;Pesten;vooronderzoek",
        "2019-02-01;B;Pesten;vooronderzoek",
    )
    found = [dossier.dossier.handling for dossier in plan.dossiers]
    assert found == [
        Known(Handling.INVESTIGATION, date(2019, 9, 1)),
        Known(Handling.PRELIMINARY, date(2019, 1, 1)),
    ]


def test_a_dossier_is_closed_on_the_day_it_says_but_not_before_its_first_talk() -> None:
    headers = "datum;dossier;onderwerp;gesloten op"
    plan = plan_of(headers, "2019-01-01;A;Pesten;", "2019-02-01;A;;1-3-2019")
    assert plan.dossiers[0].dossier.closed == date(2019, 3, 1)
    (reason,) = reasons(plan_of(headers, "2019-01-01;A;Pesten;31-12-2018"))
    assert "voor het eerste gesprek" in reason


def test_everything_a_talk_can_say_is_taken_over() -> None:
    plan = plan_of(
        "datum;onderwerp;contactwijze;duur;interventies;doorverwezen naar;rol;aantekening",
        f"1 mei 2019;Pesten;E-mail;1:30;Advies, nazorg;HR/politie;getuige;{CANARY}",
    )
    assert reasons(plan) == [""]
    talk = plan.dossiers[0].talks[0]
    assert (talk.channel, talk.minutes, talk.note) == (Channel.EMAIL, 90, CANARY)
    assert talk.interventions == {Intervention.ADVICE, Intervention.AFTERCARE}
    assert talk.referrals == {Referral.HR, Referral.POLICE}
    assert plan.dossiers[0].dossier.melders[0].role is Role.WITNESS


# --- melders ----------------------------------------------------------------------------------


def test_without_a_column_melder_each_dossier_is_one_melder_and_it_says_so() -> None:
    plan = plan_of("datum;dossier;onderwerp", "2019-01-01;A;Pesten", "2019-01-02;B;Pesten")
    assert people(plan) == [(1,), (2,)]
    assert plan.notices[0] == "Er is geen kolom melder: elk dossier telt als één melder."


def test_the_same_melder_is_one_person_in_an_organisation_and_another_one_elsewhere() -> None:
    table = table_of(
        "datum;dossier;onderwerp;melder;organisatie",
        "2019-01-01;A;Pesten;M1;Almere",
        "2019-01-02;B;Pesten; m1;almere ",
        "2019-01-03;C;Pesten;M1;Huizen",
        "2019-01-04;C;;M2;",
    )
    plan = planned(table, ALMERE, HUIZEN)
    one, same, other, second = [number for numbers in people(plan) for number in numbers]
    assert one == same
    assert len({one, other, second}) == 3
    assert plan.dossiers[2].dossier.organisation == HUIZEN.id


@pytest.mark.parametrize("nobody", ["", "-", "anoniem", "Onbekend", "n.v.t."])
def test_people_who_stay_unknown_do_not_become_one_person(nobody: str) -> None:
    plan = plan_of(
        "datum;dossier;onderwerp;melder",
        f"2019-01-01;A;Pesten;{nobody}",
        f"2019-01-02;B;Pesten;{nobody}",
    )
    assert len({number for numbers in people(plan) for number in numbers}) == 2


def test_an_empty_melder_is_that_of_the_dossier_and_a_signal_may_have_none() -> None:
    plan = plan_of(
        "datum;dossier;onderwerp;melder;aard;type melder",
        "2019-01-01;A;Pesten;;;inhuur",
        "2019-01-02;A;;M1;;",
        "2019-01-03;A;;M2;;ouder",
        "2019-01-04;B;Pesten;;signaal;",
    )
    assert [len(numbers) for numbers in people(plan)] == [2, 0]
    kinds = [melder.kind for melder in plan.dossiers[0].dossier.melders]
    assert kinds == [MelderKind.HIRED, MelderKind.PARENT]
    assert any("Signaal zonder melder: 1 keer" in notice for notice in plan.notices)


# --- organisations and subjects ---------------------------------------------------------------


def test_the_organisation_is_the_only_one_or_the_chosen_one_or_must_be_said() -> None:
    table = table_of("datum;onderwerp", "2019-01-01;Pesten")
    assert planned(table).dossiers[0].dossier.organisation == ALMERE.id
    chosen = planned(table, ALMERE, HUIZEN, chosen=" huizen")
    assert chosen.dossiers[0].dossier.organisation == HUIZEN.id
    with pytest.raises(OrganisationNeeded):
        planned(table, ALMERE, HUIZEN)
    with pytest.raises(UnknownOrganisation):
        planned(table, ALMERE, chosen="Blaricum")


def test_a_row_of_an_unknown_organisation_is_refused_with_the_names_there_are() -> None:
    table = table_of("datum;onderwerp;organisatie", f"2019-01-01;Pesten;{CANARY}")
    (reason,) = reasons(planned(table, ALMERE, HUIZEN))
    assert "Kies uit: Almere, Huizen." in reason
    assert CANARY not in reason
    table = table_of("datum;onderwerp;organisatie", "2019-01-01;Pesten;")
    (reason,) = reasons(planned(table, ALMERE, HUIZEN))
    assert "--organisatie" in reason


def test_an_unknown_subject_needs_a_class_and_then_becomes_a_leaf_of_its_own() -> None:
    table = table_of("datum;onderwerp", "2019-01-01;Werkverzuim", "2019-01-02;werkverzuim ")
    assert all("--hoofdgroep integriteit" in reason for reason in reasons(planned(table)))
    plan = planned(table, main=MainClass.INTEGRITY)
    assert plan.new_subjects == (("Werkverzuim", MainClass.INTEGRITY),)
    assert {dossier.dossier.subject for dossier in plan.dossiers} == {plan.made[0].code}
    assert any("“Werkverzuim”" in notice for notice in plan.notices)


def test_several_known_subjects_in_a_cell_are_one_main_and_further_ones() -> None:
    plan = plan_of(
        "datum;onderwerp",
        "2019-01-01;Pesten, stalking",
        "2019-01-02;Nevenwerkzaamheden, geschenken en financiële belangen",
    )
    found = [(d.dossier.subject, d.dossier.further_subjects) for d in plan.dossiers]
    assert found == [("pesten", ("stalking",)), ("nevenwerkzaamheden", ())]


def test_overig_stands_under_every_class_and_is_never_guessed() -> None:
    table = table_of("datum;onderwerp", "2019-01-01;Overig")
    assert "hoofdgroep" in reasons(planned(table))[0]
    plan = planned(table, main=MainClass.CONDUCT)
    assert plan.dossiers[0].dossier.subject == "ongewenste_omgangsvormen_overig"


def test_a_column_of_notes_cannot_become_subjects() -> None:
    table = table_of("datum;onderwerp", f"2019-01-01;{'lang ' * 30}")
    assert "te lang" in reasons(planned(table, main=MainClass.INTEGRITY))[0]
    many = table_of("datum;onderwerp", *(f"2019-01-01;verhaal {n}" for n in range(105)))
    assert len(planned(many, main=MainClass.INTEGRITY).refused) == 5


def test_a_dossier_needs_a_subject_in_one_of_its_rows() -> None:
    rows = ("2019-01-01;A;", "2019-01-02;A;-", "2019-01-03;B;Pesten")
    plan = plan_of("datum;dossier;onderwerp", *rows)
    assert [row.number for row in plan.refused] == [2, 3]
    assert "Geen rij van dit dossier noemt een onderwerp" in plan.refused[0].problem


# --- refusing and telling ---------------------------------------------------------------------


def test_a_row_tells_all_its_problems_and_none_of_its_words() -> None:
    plan = plan_of(
        "datum;onderwerp;Kanaal;duur;aantekening",
        ";".join(["31-2-2019", "Pesten", CANARY, CANARY, CANARY]),
    )
    (row,) = plan.refused
    assert row.becomes == "geweigerd"
    assert all(word in row.problem for word in ("bestaat niet", "“Kanaal”", "De duur"))
    assert CANARY not in repr(plan.rows)
    assert plan.summary() == "1 van de 1 rijen kan het programma niet overnemen."


def test_a_row_that_is_wider_than_the_header_line_is_refused() -> None:
    (reason,) = reasons(plan_of("datum;onderwerp;aantekening", "2019-01-01;Pesten;tekst;meer"))
    assert "meer cellen" in reason
    assert reasons(plan_of("datum;onderwerp", "2019-01-01;Pesten;;")) == [""]


def test_what_stands_in_a_refused_cell_is_kept_for_the_screen_and_told_nowhere_else() -> None:
    table = Table(
        ("datum", "onderwerp", "organisatie", "aantekening"),
        (
            ("31-2-2019", "Ruzie", "Blaricum", CANARY),
            (date(2027, 4, 3), "Pesten", "Almere", CANARY),
        ),
    )
    plan = planned(table, ALMERE, HUIZEN)
    first, second = plan.rows
    assert first.typed == {
        Field.DATE: "31-2-2019",
        Field.SUBJECT: "Ruzie",
        Field.ORGANISATION: "Blaricum",
    }
    assert second.typed == {Field.DATE: "3-4-2027"}
    for told in (repr(plan), repr(plan_rows(plan))):
        assert not [word for word in ("31-2", "Ruzie", "Blaricum", CANARY) if word in told]


@pytest.mark.parametrize(
    "headers,row,kept",
    [
        pytest.param("datum;aantekening;onderwerp", f"1-1-2019;tekst;{CANARY}", True, id="control"),
        pytest.param(
            "datum;aantekening;onderwerp", f"1-1-2019;a;{CANARY};Pesten", False, id="wide"
        ),
        pytest.param("datum;onderwerp", f"1-1-2019;{'lang ' * 30}", False, id="long"),
    ],
)
def test_nothing_of_a_note_is_kept_as_a_refused_subject(headers: str, row: str, kept: bool) -> None:
    (refused,) = plan_of(headers, row).refused
    assert (Field.SUBJECT in refused.typed) is kept


def test_a_column_that_is_both_note_and_subject_is_not_kept_either() -> None:
    table = table_of("datum;verhaal", f"1-1-2019;{CANARY}")
    fields = find_fields(table.headers, {"onderwerp": "verhaal", "aantekening": "verhaal"})
    (row,) = plan_import(table, fields, default_tree(), (ALMERE,), TODAY).refused
    assert row.typed == {}


def test_what_the_program_chooses_by_itself_is_said() -> None:
    plan = plan_of(
        "datum;dossier;onderwerp;aard;type melder;schoenmaat",
        "2019-01-01;A;Pesten;melding;inhuur;43",
        "2019-01-02;A;;adviesvraag;ouder;43",
        "2019-01-03;B;Pesten;;;43",
    )
    said = "\n".join(plan.notices)
    assert "Contactwijze niet ingevuld: 3 keer" in said
    assert "Aard niet ingevuld: 1 keer" in said
    assert "“aard” in één dossier: 1 keer" in said
    assert "“type melder” in één dossier: 1 keer" in said
    assert "“schoenmaat”" in said


def test_the_dry_run_is_a_table_of_words() -> None:
    headers, row = plan_rows(plan_of("datum;dossier;onderwerp", "1-2-2019;A-1;Integriteit"))
    assert headers == (
        "rij", "datum", "dossier", "organisatie", "onderwerp", "soort gesprek", "wordt", "reden",
    )  # fmt: skip
    assert row == (
        "2", "2019-02-01", "A-1", "Almere", "Integriteit", "eerste gesprek", "nieuw dossier", "",
    )  # fmt: skip


# --- any table at all -------------------------------------------------------------------------

HEADERS = (
    "datum", "dossier", "onderwerp", "aard", "duur", "afhandeling", "melder", "organisatie",
    "doorverwezen", "gesloten", "aantekening",
)  # fmt: skip
PLAIN = st.sampled_from(
    ["", "-", "2019-01-01", "4 mrt 2020", "A", "B", "Pesten", "Integriteit", "melding", "60", "HR"]
)
CELLS = st.one_of(PLAIN, st.text(max_size=8), st.dates(), st.floats(), st.booleans())
ROWS = st.lists(st.lists(CELLS, max_size=12).map(tuple), max_size=12).map(tuple)


@given(ROWS, st.sampled_from([None, *MainClass]))
def test_every_row_of_any_table_becomes_one_talk_or_is_refused(
    rows: tuple[tuple[str, ...], ...], main: MainClass | None
) -> None:
    plan = planned(Table(HEADERS, rows), main=main)
    filled = [row for row in rows if any(str(cell).strip() for cell in row)]
    assert len(plan.rows) == len(filled)
    assert all(row.problem.endswith(".") for row in plan.refused)
    if not plan.refused:
        assert plan.talks == len(plan.rows)
        assert all(dossier.dossier.opened <= TODAY for dossier in plan.dossiers)


@given(st.permutations(range(6)))
def test_the_order_of_the_rows_does_not_change_dossiers_dates_or_people(order: list[int]) -> None:
    rows = [f"{date(2019, 1, 1) + timedelta(days=n)};D{n % 2};Pesten;M{n % 3}" for n in range(6)]
    plan = plan_of("datum;dossier;onderwerp;melder", *(rows[n] for n in order))
    assert [[talk.on.day for talk in dossier.talks] for dossier in plan.dossiers] == [
        [1, 3, 5],
        [2, 4, 6],
    ]
    assert len({number for numbers in people(plan) for number in numbers}) == 3
