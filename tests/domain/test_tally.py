"""Exact counts: each melder once, each unit apart, each count with its crowd."""

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.making import TREE, dossier, facts, one_each, person, talk
from vp_logboek.domain.conversation import Intervention, Referral
from vp_logboek.domain.counts import Count
from vp_logboek.domain.dossier import ContactKind, Handling, MelderKind
from vp_logboek.domain.facts import FindingFact
from vp_logboek.domain.subjects import MainClass
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.domain.tally import Tally


def numbers(tally: Tally, code: TableCode) -> dict[str, int]:
    return {line.code: line.number for line in tally.table(code).lines}


def test_nine_talks_with_one_melder_are_a_count_of_nine_and_a_crowd_of_one() -> None:
    tally = Tally.of(facts([talk(1)] * 9, {1: dossier("pesten", person(1))}))

    assert tally.table(TableCode.TALK_SUBJECT).line("pesten").counts == (Count(9, 1),)
    assert tally.table(TableCode.SUBJECT).line("pesten").counts == (Count(1, 1),)


def test_a_melder_counts_by_the_dossier_of_the_first_talk() -> None:
    both = {
        1: dossier("discriminatie", person(7, MelderKind.HIRED)),
        2: dossier("pesten", person(7, MelderKind.PERMANENT)),
    }
    tally = Tally.of(facts([talk(2), talk(1), talk(1)], both))

    assert tally.melders == 1
    assert tally.table(TableCode.SUBJECT).line("pesten").number == 1
    assert tally.table(TableCode.SUBJECT).line("discriminatie").number == 0
    assert tally.table(TableCode.ORIGIN).line("type_vast").number == 1


def test_a_dossier_opened_last_year_counts_as_lopend() -> None:
    dossiers = {
        1: dossier("pesten", person(1), new=True),
        2: dossier("pesten", person(2), new=False, closed=True),
        3: dossier("pesten", person(3), new=False, closed=True),
    }
    tally = Tally.of(facts([talk(1), talk(2)], dossiers))

    assert numbers(tally, TableCode.DOSSIER_STATE) == {"nieuw": 1, "lopend": 1, "afgesloten": 2}
    assert tally.melders == 2


def test_a_signal_without_melder_is_a_talk_and_a_dossier_but_nobody() -> None:
    tally = Tally.of(facts([talk(1)], {1: dossier("pesten", kind=ContactKind.SIGNAL)}))

    assert [c.number for c in tally.table(TableCode.KEY).lines[0].counts] == [0, 1, 1, 1]
    assert tally.table(TableCode.TALK_SUBJECT).line("pesten").counts == (Count(1, 0),)


def test_a_group_counts_every_melder_in_it() -> None:
    group = dossier("teamcultuur", person(1), person(2), person(3))
    tally = Tally.of(facts([talk(1, "teamcultuur")], {1: group}))

    assert tally.table(TableCode.SUBJECT).line("onveiligheid").number == 3
    assert tally.table(TableCode.TALK_SUBJECT).line("onveiligheid").counts == (Count(1, 3),)


def test_a_column_of_its_own_is_not_in_its_class_as_well() -> None:
    tally = Tally.of(one_each(["pesten"] * 9 + ["discriminatie"] * 2, columns=("discriminatie",)))
    table = tally.table(TableCode.SUBJECT)

    assert table.line("ongewenste_omgangsvormen").number == 9
    assert table.line("discriminatie").kind is RowKind.OWN_COLUMN
    assert table.line("discriminatie").number == 2


def test_what_lies_outside_the_remit_counts_as_advice_outside_the_remit() -> None:
    dossiers = {1: dossier("pesten", person(1))}
    remit = [MainClass.INTEGRITY, MainClass.ADVICE]
    table = Tally.of(facts([talk(1)], dossiers, remit=remit)).table(TableCode.SUBJECT)

    assert table.line("ongewenste_omgangsvormen").outside
    assert table.line("buiten_taakgebied").number == 1
    assert table.line("advies").number == 1


def test_hired_people_are_intern_or_extern_as_the_organisation_says() -> None:
    dossiers = {1: dossier("pesten", person(1, MelderKind.HIRED))}
    intern = Tally.of(facts([talk(1)], dossiers)).table(TableCode.ORIGIN)
    extern = Tally.of(facts([talk(1)], dossiers, hire_is_external=True)).table(TableCode.ORIGIN)

    assert (intern.line("intern").number, intern.line("extern").number) == (1, 0)
    assert (extern.line("intern").number, extern.line("extern").number) == (0, 1)


def test_an_intervention_counts_a_melder_once_however_often_it_was_done() -> None:
    often = talk(1, interventions=frozenset({Intervention.ADVICE, Intervention.LISTENING}))
    tally = Tally.of(facts([often, often], {1: dossier("pesten", person(1))}))

    assert numbers(tally, TableCode.INTERVENTIONS)["advies"] == 1


def test_no_referral_is_not_a_line() -> None:
    none = talk(1, referrals=frozenset({Referral.NONE}))
    tally = Tally.of(facts([none], {1: dossier("pesten", person(1))}))

    assert "geen" not in numbers(tally, TableCode.REFERRALS)
    assert sum(numbers(tally, TableCode.REFERRALS).values()) == 0


def test_a_finding_counts_in_the_year_it_became_known_without_any_talk() -> None:
    known = [FindingFact(1, Handling.INVESTIGATION)]
    tally = Tally.of(facts([], {1: dossier("pesten", person(1), new=False)}, known))

    assert tally.table(TableCode.HANDLING).line("feitenonderzoek").number == 1
    assert tally.melders == 0


leaf_codes = st.sampled_from([leaf.code for leaf in TREE])


@given(st.lists(leaf_codes, max_size=40), st.lists(leaf_codes, max_size=3, unique=True))
def test_subjects_add_up_to_the_melders_whatever_the_columns(
    codes: list[str], columns: list[str]
) -> None:
    table = Tally.of(one_each(codes, tuple(columns))).table(TableCode.SUBJECT)
    tops = [line for line in table.lines if line.kind is not RowKind.LEAF]

    assert sum(line.number for line in tops) == len(codes)
    for top in tops:
        parts = [line.number for line in table.lines if line.parent == top.code]
        assert not parts or sum(parts) == top.number


@given(st.lists(st.tuples(st.integers(0, 5), leaf_codes), max_size=30))
def test_no_crowd_exceeds_the_people_there_are(pairs: list[tuple[int, str]]) -> None:
    dossiers = {number: dossier("pesten", person(number % 3)) for number in range(6)}
    tally = Tally.of(facts([talk(n, code) for n, code in pairs], dossiers))

    for code in (TableCode.KEY, TableCode.TALK_SUBJECT, TableCode.TALK_KIND, TableCode.CHANNEL):
        for line in tally.table(code).lines:
            assert all(count.crowd <= tally.melders for count in line.counts)


def test_subjects_crossed_with_origin_add_up_to_both() -> None:
    kinds = [MelderKind.PERMANENT, MelderKind.EXTERNAL, None, MelderKind.PERMANENT]
    codes = ["pesten", "discriminatie", "pesten", "procedurevraag"]
    dossiers = {
        n: dossier(code, person(n, kind))
        for n, (code, kind) in enumerate(zip(codes, kinds, strict=True))
    }
    tally = Tally.of(facts([talk(n) for n in dossiers], dossiers, columns=("discriminatie",)))
    table = tally.table(TableCode.SUBJECT_ORIGIN)
    subjects = numbers(tally, TableCode.SUBJECT)

    assert table.line("ongewenste_omgangsvormen").counts == (Count(1, 1), Count(), Count(1, 1))
    assert table.line("discriminatie").counts == (Count(), Count(1, 1), Count())
    assert all(sum(c.number for c in line.counts) == subjects[line.code] for line in table.lines)
    assert [c.number for c in table.total or ()] == [
        tally.table(TableCode.ORIGIN).line(origin).number
        for origin in ("intern", "extern", "niet_ingevuld")
    ]
