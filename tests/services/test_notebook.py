"""The notebook: a talk and its dossier stay together, whatever is entered in whatever order."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vp_logboek.domain.activity import Action, Activity, ActivityKind
from vp_logboek.domain.conversation import (
    Channel,
    Conversation,
    ConversationKind,
    Intervention,
    Referral,
)
from vp_logboek.domain.dossier import (
    CameVia,
    ContactKind,
    Dossier,
    DossierMelder,
    Ending,
    Known,
    MelderKind,
    Relation,
    Role,
)
from vp_logboek.domain.errors import (
    FutureDate,
    Gone,
    ImpossibleDuration,
    LogbookError,
    SubjectExists,
    UnknownSubject,
)
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import MainClass
from vp_logboek.services import notebook
from vp_logboek.services.notebook import TalkEntry, entry_from_json, entry_to_json
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.store.logbook import CHEAPEST, Logbook

TODAY = date(2026, 6, 15)
EARLIER = date(2026, 5, 1)
TOMORROW = TODAY + timedelta(days=1)


def _entry(on: date = TODAY, subject: str | None = "pesten", **fields: object) -> TalkEntry:
    talk = Conversation(on, ConversationKind.FIRST, Channel.PHONE, subject=subject)
    return replace(TalkEntry(talk, 1), **fields)  # type: ignore[arg-type]


def _save(logbook: Logbook, entry: TalkEntry) -> Conversation:
    return notebook.save_talk(logbook, entry, TODAY)


def _first(logbook: Logbook, on: date = TODAY, **fields: object) -> Dossier:
    return _dossier_of(logbook, _save(logbook, _entry(on, **fields)))


def _dossier_of(logbook: Logbook, talk: Conversation) -> Dossier:
    assert talk.dossier is not None
    return logbook.dossiers.get(talk.dossier)


def _next(logbook: Logbook, dossier: Dossier, on: date = TODAY) -> Conversation:
    entry = notebook.follow_up(logbook, dossier.id or 0, TODAY)
    return _save(logbook, _with(entry, on=on))


def _with(entry: TalkEntry, **fields: object) -> TalkEntry:
    """The same form with something else filled in about the talk itself."""
    return replace(entry, conversation=replace(entry.conversation, **fields))  # type: ignore[arg-type]


# --- a first talk -----------------------------------------------------------------------------


def test_a_first_talk_silently_opens_a_dossier_with_one_melder(logbook: Logbook) -> None:
    person = DossierMelder(kind=MelderKind.HIRED, role=Role.WITNESS, relation=Relation.GROUP)

    dossier = _first(
        logbook, EARLIER, contact=ContactKind.ADVICE, melder=person, came_via=CameVia.HR,
        ending=Ending.LEFT, consent_on=TODAY, consent_for="HR bellen",
    )  # fmt: skip

    assert dossier == Dossier(
        organisation=1,
        opened=EARLIER,
        subject="pesten",
        kind=ContactKind.ADVICE,
        melders=(replace(person, melder=dossier.melders[0].melder),),
        came_via=CameVia.HR,
        ending=Known(Ending.LEFT, EARLIER),
        consent_on=TODAY,
        consent_for="HR bellen",
        number="2026-001",
        id=dossier.id,
    )
    assert dossier.melders[0].melder is not None


def test_a_signal_may_have_no_melder(logbook: Logbook) -> None:
    assert _first(logbook, contact=ContactKind.SIGNAL, melder=None).melders == ()


def test_the_same_melder_as_before_gets_a_new_dossier_and_keeps_the_number(
    logbook: Logbook,
) -> None:
    one = _first(logbook)
    two = _first(logbook, same_melder_as=one.id, melder=DossierMelder(kind=MelderKind.PARENT))
    other = _first(logbook)

    assert two.id != one.id
    assert two.melders == (DossierMelder(one.melders[0].melder, MelderKind.PARENT),)
    assert other.melders[0].melder != one.melders[0].melder
    assert notebook.dossier_page(logbook, one.id or 0).dossier == one


def test_the_melder_of_a_signal_without_one_is_somebody_new(logbook: Logbook) -> None:
    signal = _first(logbook, melder=None)

    assert _first(logbook, same_melder_as=signal.id).melders[0].melder is not None


@pytest.mark.parametrize(
    "entry, error",
    [
        (_entry(TOMORROW), FutureDate(TOMORROW)),
        (_entry(consent_on=TOMORROW), FutureDate(TOMORROW)),
        (_with(_entry(), minutes=1441), ImpossibleDuration(1441)),
        (_with(_entry(), minutes=-1), ImpossibleDuration(-1)),
        (_entry(subject="bestaat niet"), UnknownSubject("bestaat niet")),
        (_entry(subject=None), UnknownSubject("")),
        (_with(_entry(), dossier=99), Gone("dit dossier")),
        (_with(_entry(), id=99), Gone("dit gesprek")),
        (_entry(same_melder_as=99), Gone("dit dossier")),
    ],
    ids=repr,
)
def test_what_cannot_be_is_refused_and_nothing_is_left_of_it(
    logbook: Logbook, entry: TalkEntry, error: LogbookError
) -> None:
    notebook.keep_draft(logbook, "nieuw", entry, "2026-06-15T10:00")

    with pytest.raises(type(error)) as refused:
        notebook.save_talk(logbook, entry, TODAY, draft_key="nieuw")

    assert refused.value == error
    assert notebook.talks(logbook, TalkQuery()) == ()
    assert notebook.dossier_rows(logbook) == ()
    assert notebook.draft(logbook, "nieuw") == entry
    assert logbook._connection.all("SELECT id FROM melder") == []


def test_saving_takes_the_draft_away_in_the_same_transaction(logbook: Logbook) -> None:
    notebook.keep_draft(logbook, "nieuw", _entry(), "2026-06-15T10:00")
    notebook.keep_draft(logbook, "ander", _entry(EARLIER), "2026-06-15T09:00")

    notebook.save_talk(logbook, _entry(), TODAY, draft_key="nieuw")

    assert notebook.drafts(logbook) == (("ander", _entry(EARLIER)),)


# --- the next talk ----------------------------------------------------------------------------


def test_a_next_talk_joins_the_dossier_on_its_subject(logbook: Logbook) -> None:
    dossier = _first(logbook, EARLIER)

    talk = _next(logbook, dossier)

    page = notebook.dossier_page(logbook, dossier.id or 0)
    assert page.dossier == dossier
    assert talk.kind is ConversationKind.FOLLOW_UP
    assert [(row.id, row.subject) for row in page.talks] == [(talk.id, "pesten"), (1, "pesten")]


def test_a_dossier_is_opened_on_the_day_of_its_earliest_talk(logbook: Logbook) -> None:
    dossier = _first(logbook)

    earlier = _next(logbook, dossier, on=EARLIER)
    assert _dossier_of(logbook, earlier).opened == EARLIER

    moved = _save(logbook, _with(notebook.entry_of(logbook, earlier.id or 0), on=date(2026, 4, 1)))
    assert _dossier_of(logbook, moved).opened == date(2026, 4, 1)

    notebook.bin_talk(logbook, earlier.id or 0, TODAY)
    assert _dossier_of(logbook, earlier).opened == TODAY

    notebook.restore_talk(logbook, earlier.id or 0)
    assert _dossier_of(logbook, earlier).opened == date(2026, 4, 1)
    assert _dossier_of(logbook, earlier).number == dossier.number


def test_an_earlier_opening_that_was_filled_in_stays(logbook: Logbook) -> None:
    dossier = _first(logbook)
    notebook.save_dossier(logbook, replace(dossier, opened=date(2026, 1, 1)))

    talk = _next(logbook, dossier, on=EARLIER)
    assert _dossier_of(logbook, talk).opened == date(2026, 1, 1)

    talk = _next(logbook, dossier, on=date(2025, 12, 1))
    assert _dossier_of(logbook, talk).opened == date(2025, 12, 1)


def test_what_the_form_says_of_the_dossier_is_saved_with_a_next_talk(logbook: Logbook) -> None:
    dossier = _first(logbook, EARLIER)
    number = dossier.melders[0].melder
    entry = notebook.follow_up(logbook, dossier.id or 0, TODAY)

    talk = _save(
        logbook,
        replace(entry, contact=ContactKind.FORMAL_COMPLAINT, ending=Ending.SOLVED,
                melder=DossierMelder(kind=MelderKind.TRAINEE)),
    )  # fmt: skip

    after = _dossier_of(logbook, talk)
    assert after.kind is ContactKind.FORMAL_COMPLAINT
    assert after.ending == Known(Ending.SOLVED, TODAY)
    assert after.melders == (DossierMelder(number, MelderKind.TRAINEE),)
    assert after.opened == EARLIER


# --- editing ----------------------------------------------------------------------------------


def test_the_form_comes_back_as_it_was_saved(logbook: Logbook) -> None:
    entry = _entry(EARLIER, came_via=CameVia.HR, ending=Ending.LEFT, consent_for="iets")
    talk = _save(logbook, entry)

    again = notebook.entry_of(logbook, talk.id or 0)

    number = _dossier_of(logbook, talk).melders[0].melder
    assert again == replace(entry, conversation=talk, melder=DossierMelder(number))
    assert _save(logbook, again) == talk
    assert notebook.entry_of(logbook, talk.id or 0) == again


def test_saving_unchanged_what_was_imported_leaves_the_dossier_untouched(
    logbook: Logbook,
) -> None:
    talk = _save(logbook, _entry())

    _save(logbook, _with(notebook.entry_of(logbook, talk.id or 0), note="meer"))

    assert logbook._connection.one("SELECT changed FROM dossier") == (0,)
    assert logbook._connection.one("SELECT changed FROM conversation") == (1,)


def test_the_dossier_takes_over_the_subject_of_its_opening_talk(logbook: Logbook) -> None:
    first = _save(logbook, _entry(EARLIER))
    follow = _next(logbook, _dossier_of(logbook, first))
    entry = notebook.entry_of(logbook, first.id or 0)

    _save(logbook, _with(entry, subject="stalking"))

    assert _dossier_of(logbook, first).subject == "stalking"
    assert {row.subject for row in notebook.talks(logbook, TalkQuery())} == {"stalking"}

    _save(logbook, _with(notebook.entry_of(logbook, follow.id or 0), subject="fysiek"))

    assert _dossier_of(logbook, first).subject == "stalking"
    assert [row.subject for row in notebook.talks(logbook, TalkQuery())] == ["fysiek", "stalking"]


def test_talks_keep_sharing_the_subject_of_their_dossier(logbook: Logbook) -> None:
    first = _save(logbook, _entry(EARLIER))
    dossier = _dossier_of(logbook, first)
    _save(logbook, _with(notebook.follow_up(logbook, dossier.id or 0, TODAY), subject="fysiek"))

    notebook.save_dossier(logbook, replace(dossier, subject="stalking"))

    assert [row.subject for row in notebook.talks(logbook, TalkQuery())] == ["fysiek", "stalking"]
    assert notebook.entry_of(logbook, first.id or 0).conversation.subject == "stalking"


def test_an_ending_counts_in_the_year_in_which_it_became_known(logbook: Logbook) -> None:
    talk = _save(logbook, _entry(EARLIER))
    entry = replace(notebook.entry_of(logbook, talk.id or 0), ending=Ending.LEFT)

    _save(logbook, entry)  # added later to an earlier talk: known today
    assert _dossier_of(logbook, talk).ending == Known(Ending.LEFT, TODAY)

    _save(logbook, replace(entry, ending=Ending.SOLVED))  # a correction keeps the day
    assert _dossier_of(logbook, talk).ending == Known(Ending.SOLVED, TODAY)

    _save(logbook, replace(entry, ending=None))
    assert _dossier_of(logbook, talk).ending is None


def test_an_ending_told_in_a_talk_moves_along_with_its_date(logbook: Logbook) -> None:
    talk = _save(logbook, _entry(EARLIER, ending=Ending.LEFT))

    _save(logbook, _with(notebook.entry_of(logbook, talk.id or 0), on=date(2025, 5, 1)))

    assert _dossier_of(logbook, talk).ending == Known(Ending.LEFT, date(2025, 5, 1))


def test_a_talk_can_move_to_the_dossier_it_belongs_to(logbook: Logbook) -> None:
    home = _first(logbook, EARLIER)
    stray = _save(logbook, _entry(date(2026, 4, 1), contact=ContactKind.SIGNAL, melder=None))
    left = stray.dossier

    moved = _save(logbook, _with(notebook.entry_of(logbook, stray.id or 0), dossier=home.id))

    assert moved.dossier == home.id
    assert _dossier_of(logbook, moved) == replace(home, opened=date(2026, 4, 1))
    with pytest.raises(Gone):
        logbook.dossiers.get(left or 0)


def test_a_talk_can_become_a_matter_of_its_own(logbook: Logbook) -> None:
    dossier = _first(logbook, EARLIER)
    talk = _next(logbook, dossier)
    entry = _with(notebook.entry_of(logbook, talk.id or 0), dossier=None, subject="fysiek")

    moved = _save(logbook, entry)

    assert moved.id == talk.id
    assert _dossier_of(logbook, moved).number == "2026-002"
    assert _dossier_of(logbook, moved).melders == dossier.melders
    assert len(notebook.dossier_page(logbook, dossier.id or 0).talks) == 1


# --- groups -----------------------------------------------------------------------------------


def test_a_group_has_several_melders_and_the_form_shows_the_first(logbook: Logbook) -> None:
    dossier = _first(logbook)
    group = notebook.add_melder(logbook, dossier.id or 0, DossierMelder(kind=MelderKind.PARENT))
    again = notebook.add_melder(logbook, dossier.id or 0, group.melders[1])

    talk = _next(logbook, dossier)

    assert again == group
    assert _dossier_of(logbook, talk).melders == group.melders
    assert len({melder.melder for melder in group.melders}) == 2
    assert notebook.entry_of(logbook, talk.id or 0).melder == group.melders[0]


def test_the_first_melder_of_a_group_may_turn_out_to_be_the_second(logbook: Logbook) -> None:
    dossier = _first(logbook)
    other = _first(logbook)
    group = notebook.add_melder(logbook, dossier.id or 0, other.melders[0])

    talk = _save(
        logbook,
        replace(notebook.follow_up(logbook, dossier.id or 0, TODAY), same_melder_as=other.id),
    )

    assert len(group.melders) == 2
    assert _dossier_of(logbook, talk).melders == other.melders


# --- the bin ----------------------------------------------------------------------------------


def test_a_dossier_whose_last_talk_is_binned_is_away_until_it_is_restored(
    logbook: Logbook,
) -> None:
    dossier = _first(logbook)

    notebook.bin_talk(logbook, 1, TODAY)

    (organisation,) = notebook.organisations(logbook)
    assert notebook.dossier_rows(logbook) == ()
    assert notebook.years(logbook) == ()
    assert logbook.facts(organisation, organisation.year(2026)).dossiers == {}
    assert [(each.talk.id, each.on) for each in notebook.binned(logbook)] == [(1, TODAY)]
    assert notebook.dossier_page(logbook, dossier.id or 0).talks == ()

    notebook.restore_talk(logbook, 1)

    assert [row.id for row in notebook.dossier_rows(logbook)] == [dossier.id]
    assert notebook.dossier_page(logbook, dossier.id or 0).dossier == dossier


# --- defaults ---------------------------------------------------------------------------------


def test_the_first_form_of_all_is_nearly_empty(logbook: Logbook) -> None:
    entry = notebook.new_entry(logbook, TODAY)

    assert entry == TalkEntry(Conversation(TODAY, ConversationKind.FIRST, Channel.IN_PERSON), 1)


def test_a_new_form_has_what_was_used_last(logbook: Logbook) -> None:
    other = notebook.save_organisation(logbook, Organisation("Een ander"))
    person = DossierMelder(kind=MelderKind.PARENT, role=Role.WITNESS)
    entry = _with(_entry(EARLIER, melder=person, organisation=other.id), note="x", minutes=45)
    dossier = _dossier_of(logbook, _save(logbook, _with(entry, channel=Channel.CHAT)))

    new = notebook.new_entry(logbook, TODAY)
    following = notebook.follow_up(logbook, dossier.id or 0, TODAY)

    talk = Conversation(TODAY, ConversationKind.FIRST, Channel.CHAT, minutes=45)
    assert new == TalkEntry(talk, other.id or 0, melder=DossierMelder(kind=MelderKind.PARENT))
    assert following.conversation == replace(
        talk, kind=ConversationKind.FOLLOW_UP, dossier=dossier.id
    )
    assert following.melder == dossier.melders[0]


# --- dossiers, actions, activities, subjects --------------------------------------------------


def test_a_dossier_is_closed_and_opened_again(logbook: Logbook) -> None:
    dossier = _first(logbook)

    closed = notebook.close_dossier(logbook, dossier.id or 0, TODAY)
    assert closed == replace(dossier, closed=TODAY)
    assert notebook.dossier_rows(logbook, open_only=True) == ()

    assert notebook.reopen_dossier(logbook, dossier.id or 0) == dossier
    assert len(notebook.dossier_rows(logbook, open_only=True)) == 1


def test_a_dossier_with_an_unknown_subject_is_refused(logbook: Logbook) -> None:
    dossier = _first(logbook)
    for change in ({"subject": "x"}, {"further_subjects": ("pesten", "x")}):
        with pytest.raises(UnknownSubject):
            notebook.save_dossier(logbook, replace(dossier, **change))  # type: ignore[arg-type]


def test_actions_stand_with_their_dossier_until_they_are_removed(logbook: Logbook) -> None:
    dossier = _first(logbook)
    loose = notebook.save_action(logbook, Action(TODAY, "los"))
    action = notebook.save_action(logbook, Action(EARLIER, "bellen", dossier.id))

    assert notebook.open_actions(logbook) == (action, loose)
    assert notebook.dossier_page(logbook, dossier.id or 0).actions == (action,)
    notebook.remove_action(logbook, action.id or 0)
    assert notebook.open_actions(logbook) == (loose,)


def test_activities_are_listed_by_the_year_of_their_organisation(logbook: Logbook) -> None:
    school = notebook.save_organisation(logbook, Organisation("School", start_month=8))
    july = date(2026, 7, 1)
    one, two = (
        notebook.save_activity(logbook, Activity(id_, july, ActivityKind.ADVICE, 1))
        for id_ in (1, school.id or 0)
    )

    assert notebook.activities(logbook, 2026) == (one,)
    assert notebook.activities(logbook, 2025) == (two,)
    assert notebook.activities(logbook) == (two, one)
    notebook.remove_activity(logbook, one.id or 0)
    assert notebook.activities(logbook) == (two,)


def test_a_subject_of_ones_own_can_be_used_and_retired_and_stays(logbook: Logbook) -> None:
    leaf = notebook.add_subject(logbook, "Roddel op het werk", MainClass.CONDUCT)
    _save(logbook, _entry(subject=leaf.code))

    notebook.retire_subject(logbook, leaf.code)

    assert notebook.subjects(logbook).leaf(leaf.code) == replace(leaf, retired=True)
    assert len(notebook.talks(logbook, TalkQuery(text="roddel"))) == 1
    notebook.retire_subject(logbook, leaf.code, retired=False)
    assert notebook.subjects(logbook).leaf(leaf.code) == leaf
    with pytest.raises(SubjectExists):
        notebook.add_subject(logbook, "roddel  op het werk", MainClass.CONDUCT)


# --- any entry at all -------------------------------------------------------------------------

TEXT = st.text(max_size=60)
SUBJECTS = st.sampled_from(["pesten", "stalking", "fysiek", "advies_overig"])
MELDERS = st.builds(
    DossierMelder,
    kind=st.none() | st.sampled_from(MelderKind),
    role=st.none() | st.sampled_from(Role),
    relation=st.none() | st.sampled_from(Relation),
)
ENTRIES = st.builds(
    TalkEntry,
    conversation=st.builds(
        Conversation,
        on=st.dates(date(1990, 1, 1), TODAY),
        kind=st.sampled_from(ConversationKind),
        channel=st.sampled_from(Channel),
        subject=SUBJECTS,
        minutes=st.none() | st.integers(0, 1440),
        interventions=st.frozensets(st.sampled_from(Intervention)),
        referrals=st.frozensets(st.sampled_from(Referral)),
        note=TEXT,
    ),
    organisation=st.just(1),
    contact=st.sampled_from(ContactKind),
    melder=st.none() | MELDERS,
    came_via=st.none() | st.sampled_from(CameVia),
    ending=st.none() | st.sampled_from(Ending),
    consent_on=st.none() | st.dates(max_value=TODAY),
    consent_for=TEXT,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logbook]:
    """One logbook for all examples: each is undone."""
    path: Path = tmp_path_factory.mktemp("gedeeld") / "logboek"
    made = make_logbook(path, "batterij nietje paard", Organisation("Voorbeeld"), CHEAPEST)
    yield made
    made.close()


@given(ENTRIES)
def test_any_entry_survives_being_a_draft(entry: TalkEntry) -> None:
    assert entry_from_json(entry_to_json(entry)) == entry
    assert entry_to_json(entry).isascii()


@given(ENTRIES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_entry_comes_back_from_the_file_as_it_was(shared: Logbook, entry: TalkEntry) -> None:
    with shared._connection.undone():
        saved = _save(shared, entry)
        found = notebook.entry_of(shared, saved.id or 0)
        dossier = _dossier_of(shared, saved)

    melder = (
        None if entry.melder is None else replace(entry.melder, melder=dossier.melders[0].melder)
    )
    assert saved == replace(entry.conversation, id=saved.id, dossier=saved.dossier)
    assert found == replace(entry, conversation=saved, melder=melder)


@given(
    days=st.lists(st.dates(date(2020, 1, 1), TODAY), min_size=1, max_size=5),
    moves=st.lists(st.tuples(st.integers(0, 4), st.dates(date(2020, 1, 1), TODAY)), max_size=4),
    bins=st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=4),
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_opening_of_a_dossier_is_its_earliest_talk_after_any_series_of_changes(
    shared: Logbook,
    days: list[date],
    moves: list[tuple[int, date]],
    bins: list[tuple[int, bool]],
) -> None:
    with shared._connection.undone():
        dossier = _first(shared, days[0])
        talks = [_dossier_page_first(shared, dossier)]
        talks += [_next(shared, dossier, on=day).id or 0 for day in days[1:]]
        for which, day in moves:
            entry = notebook.entry_of(shared, talks[which % len(talks)])
            _save(shared, _with(entry, on=day))
        for which, binned in bins:
            talk = talks[which % len(talks)]
            if binned:
                notebook.bin_talk(shared, talk, TODAY)
            else:
                notebook.restore_talk(shared, talk)
        page = notebook.dossier_page(shared, dossier.id or 0)

    if page.talks:
        assert page.dossier.opened == min(row.on for row in page.talks)


def _dossier_page_first(logbook: Logbook, dossier: Dossier) -> int:
    (row,) = notebook.dossier_page(logbook, dossier.id or 0).talks
    return row.id
