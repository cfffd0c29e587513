"""Destroying dossiers while every year keeps counting as it did. Always inside a transaction."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from vp_logboek.domain.listing import TalkQuery
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.tally import Tally
from vp_logboek.domain.what_stays import remains_of
from vp_logboek.services.notebook import drafts
from vp_logboek.services.quiet import ask_again
from vp_logboek.services.talk_entry import TalkEntry, entry_to_json
from vp_logboek.store.logbook import Logbook

_Year = tuple[Organisation, ReportingYear]
Told = Callable[[int], object]
_AT_A_TIME = 10
"""Dossiers between two looks at whether somebody wants to stop."""


def nobody(_: int) -> None:
    """For who need not hear how far it is."""


def destroy_dossiers(logbook: Logbook, dossiers: set[int], told: Told = nobody) -> int:
    """Destroy dossiers with all that hangs on them; how many talks went.

    Each year they count in keeps what its tables need, and is counted again before anything lasts:
    a figure that would change is a defect of ours, and undoes it all.
    """
    years = {year: logbook.facts(*year) for year in _years(logbook, dossiers)}
    forget_mentions(logbook, _talks(logbook, dossiers), dossiers)
    talks = 0
    for done, some in _portions(dossiers):
        told(done)
        talks += logbook.destruction.remove_dossiers(some)
    for (organisation, period), facts in years.items():
        rows, counted = remains_of(facts, dossiers)
        logbook.destruction.leave(organisation.key, period.year, rows, counted)
        if _figures(Tally.of(facts)) != _figures(Tally.of(logbook.facts(organisation, period))):
            raise RuntimeError("a year would count differently after destruction")
    return talks


def _portions(dossiers: set[int]) -> Iterator[tuple[int, list[int]]]:
    """Some at a time, after how many others."""
    ordered = sorted(dossiers)
    for begin in range(0, len(ordered), _AT_A_TIME):
        yield begin, ordered[begin : begin + _AT_A_TIME]


def forget_mentions(logbook: Logbook, talks: set[int], dossiers: set[int]) -> None:
    """Drop the drafts about talks and dossiers that go, and what was said of being quiet.

    Before they are gone. A draft about another matter of the same person stays: it is told of
    another dossier of theirs, or of none.
    """
    ask_again(logbook, dossiers)
    for key, entry in drafts(logbook):
        talk = entry.conversation
        if talk.id in talks or talk.dossier in dossiers:
            logbook.drafts.drop(key)
        elif entry.same_melder_as in dossiers:
            logbook.drafts.change(key, entry_to_json(_elsewhere(logbook, entry, dossiers)))


def _elsewhere(logbook: Logbook, entry: TalkEntry, dossiers: set[int]) -> TalkEntry:
    other = logbook.destruction.other_home(entry.same_melder_as, dossiers)
    melder = None if entry.melder is None else replace(entry.melder, melder=None)
    return replace(entry, same_melder_as=other, melder=melder)


def _years(logbook: Logbook, dossiers: set[int]) -> list[_Year]:
    """Every reporting year of its organisation in which something of these dossiers counts."""
    organisations = {one.key: one for one in logbook.organisations.all()}
    return [
        (organisations[key], organisations[key].year(year))
        for key, year in sorted(logbook.destruction.years_of(dossiers))
    ]


def _talks(logbook: Logbook, dossiers: set[int]) -> set[int]:
    """The talks of these dossiers, in the bin or not."""
    binned = {one.talk.id for one in logbook.conversations.binned() if one.talk.dossier in dossiers}
    listed = (logbook.conversations.rows(TalkQuery(dossier=id_)) for id_ in dossiers)
    return binned | {row.id for rows in listed for row in rows}


def _figures(tally: Tally) -> list[object]:
    return [
        (table.code, line.code, [count.number for count in line.counts])
        for table in tally.tables
        for line in table.lines
    ] + [[count.number for count in table.total or ()] for table in tally.tables]
