"""Talks: saved as they are, listed, searched and binned."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.making import DAY, a_dossier, a_talk
from vp_logboek.domain.conversation import Channel, ConversationKind, Intervention, Referral
from vp_logboek.domain.errors import Gone
from vp_logboek.domain.listing import TalkQuery, TalkRow
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import MainClass
from vp_logboek.store.logbook import Logbook

FULL = {
    "subject": "stalking",
    "minutes": 45,
    "interventions": frozenset({Intervention.ADVICE, Intervention.PASSED_ON}),
    "referrals": frozenset({Referral.POLICE}),
    "note": "Één regel\nen nog een",
}


def _found(logbook: Logbook, **query: object) -> list[int]:
    return [row.id for row in logbook.conversations.rows(TalkQuery(**query))]  # type: ignore[arg-type]


def test_what_comes_back_from_a_save_is_what_is_in_the_file(logbook: Logbook) -> None:
    saved = a_talk(logbook, **FULL)

    assert saved.id is not None
    assert logbook.conversations.get(saved.id) == saved


def test_a_row_has_everything_but_the_note(logbook: Logbook) -> None:
    dossier = a_dossier(logbook)
    talk = a_talk(logbook, dossier, **FULL)

    assert logbook.conversations.rows(TalkQuery()) == (
        TalkRow(
            id=talk.id or 0,
            on=DAY,
            subject="stalking",
            kind=ConversationKind.FIRST,
            channel=Channel.PHONE,
            dossier=dossier.id or 0,
            dossier_number="2026-001",
            organisation=1,
            has_note=True,
            minutes=45,
        ),
    )


def test_a_talk_without_a_subject_is_listed_under_that_of_its_dossier(logbook: Logbook) -> None:
    a_talk(logbook, subject=None, note="")

    (row,) = logbook.conversations.rows(TalkQuery(main=MainClass.CONDUCT))
    assert (row.subject, row.has_note) == ("pesten", False)


def test_talks_are_listed_newest_first_and_on_one_day_by_order_of_entry(logbook: Logbook) -> None:
    days = [DAY, date(2025, 1, 1), DAY, date(2026, 12, 31)]
    ids = [a_talk(logbook, on=day).id for day in days]

    assert _found(logbook) == [ids[3], ids[2], ids[0], ids[1]]
    assert _found(logbook, limit=2) == [ids[3], ids[2]]
    assert _found(logbook, limit=0) == []


def test_every_field_of_a_query_narrows_the_list(logbook: Logbook) -> None:
    dossier = a_dossier(logbook, subject="stalking")
    one = a_talk(logbook, dossier, on=date(2025, 5, 1), channel=Channel.CHAT).id
    two = a_talk(logbook, on=DAY, kind=ConversationKind.CLOSING, subject="fysiek").id

    assert _found(logbook, year=2025) == [one]
    assert _found(logbook, year=2024) == []
    assert _found(logbook, organisation=1) == [two, one]
    assert _found(logbook, organisation=2) == []
    assert _found(logbook, main=MainClass.CONDUCT) == [one]
    assert _found(logbook, main=MainClass.UNSAFETY) == [two]
    assert _found(logbook, kind=ConversationKind.CLOSING) == [two]
    assert _found(logbook, channel=Channel.CHAT) == [one]
    assert _found(logbook, dossier=dossier.id) == [one]
    assert _found(logbook, year=2025, channel=Channel.PHONE) == []


def test_a_year_is_the_reporting_year_of_the_organisation(logbook: Logbook) -> None:
    school = logbook.organisations.save(Organisation("School", start_month=8))
    dossier = a_dossier(logbook, organisation=school.id)
    july = a_talk(logbook, dossier, on=date(2026, 7, 31)).id
    august = a_talk(logbook, dossier, on=date(2026, 8, 1)).id

    assert _found(logbook, year=2025, organisation=school.id) == [july]
    assert _found(logbook, year=2026, organisation=school.id) == [august]
    assert _found(logbook, year=2026) == [august, july]
    assert logbook.conversations.years(school.id) == ((2026, 1), (2025, 1))
    assert logbook.conversations.years() == ((2026, 2),)
    assert logbook.conversations.years(1) == ()


def test_years_without_talks_are_not_listed(logbook: Logbook) -> None:
    assert logbook.conversations.years() == ()
    for day in (date(2020, 1, 1), date(2020, 12, 31), date(2026, 6, 6), date(1, 1, 1)):
        a_talk(logbook, on=day)

    assert logbook.conversations.years() == ((2026, 1), (2020, 2), (1, 1))


@pytest.mark.parametrize(
    "text, found",
    [
        ("leidinggevende", True),
        ("LEIDING", True),
        ("creatief", True),
        ("créatief", True),
        ("één", True),
        ("een", True),
        ("e-mail", True),
        ("pest", True),  # the label of the subject
        ("2026-001", True),
        ("2026-0", True),
        ("001", True),
        ("2026", True),
        ("2025", False),
        ("01", False),
        ("1\ud800", False),
        ("pest leiding 2026-", True),
        ("'s middags", True),
        ('"', True),  # no word at all: everything
        ("- ( * ^ :", True),
        ("gevende", False),
        ("leiding niet", False),
        ("leiding OR niet", False),
        ("note:leiding", False),
        ("NEAR(leiding)", False),
        ('leiding" OR "x', False),
        ("001x", False),
        ("agressie", False),
    ],
)
def test_a_search_finds_beginnings_of_words_and_takes_every_character_as_it_is(
    logbook: Logbook, text: str, found: bool
) -> None:
    note = "Zijn leidinggevende is créatief met één e-mail, 's middags."
    talk = a_talk(logbook, note=note)

    assert _found(logbook, text=text) == ([talk.id] if found else [])


@given(st.text(alphabet=st.characters(), max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_no_text_at_all_makes_a_search_fail(logbook: Logbook, text: str) -> None:
    logbook.conversations.rows(TalkQuery(text=text))


def test_search_follows_what_is_rewritten(logbook: Logbook) -> None:
    talk = a_talk(logbook, note="oud")
    logbook.conversations.save(replace(talk, note="nieuw"))

    assert _found(logbook, text="oud") == []
    assert _found(logbook, text="nieuw") == [talk.id]


def test_half_a_character_is_kept_as_the_sign_for_that(logbook: Logbook) -> None:
    talk = a_talk(logbook, note="voor \ud800 na \0 einde")

    assert talk.note == "voor \ufffd na \0 einde"
    assert talk.id is not None
    assert logbook.conversations.get(talk.id) == talk


def test_a_binned_talk_is_in_no_list_until_it_is_restored(logbook: Logbook) -> None:
    talk = a_talk(logbook, note="woord")
    assert talk.id is not None

    logbook.conversations.bin(talk.id, DAY)

    assert _found(logbook) == _found(logbook, text="woord") == []
    assert logbook.conversations.years() == ()
    assert logbook.conversations.last() is None
    assert [(b.talk.id, b.on) for b in logbook.conversations.binned()] == [(talk.id, DAY)]
    assert logbook.conversations.get(talk.id) == talk

    logbook.conversations.restore(talk.id)

    assert _found(logbook, text="woord") == [talk.id]
    assert logbook.conversations.binned() == ()


def test_a_talk_that_is_gone_is_told(logbook: Logbook) -> None:
    talk = replace(a_talk(logbook), id=99)
    for use in (
        lambda: logbook.conversations.get(99),
        lambda: logbook.conversations.save(talk),
        lambda: logbook.conversations.bin(99, DAY),
        lambda: logbook.conversations.restore(99),
    ):
        with pytest.raises(Gone):
            use()


def test_a_number_of_a_removed_talk_is_not_given_again(logbook: Logbook) -> None:
    first = a_talk(logbook)
    logbook._connection.run("DELETE FROM conversation")

    assert a_talk(logbook).id != first.id
