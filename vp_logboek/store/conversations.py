"""Talks: saved whole, listed without their notes, and put in the bin."""

# ruff: noqa: S608 - the parts are our own words; a value is always bound

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from vp_logboek.domain.conversation import (
    Channel,
    Conversation,
    ConversationKind,
    Intervention,
    Referral,
)
from vp_logboek.domain.errors import Gone
from vp_logboek.domain.listing import (
    BinnedTalk,
    TalkListing,
    TalkOrder,
    TalkQuery,
    TalkRow,
    TalkYear,
)
from vp_logboek.domain.organisation import Organisation
from vp_logboek.store import search_near, talk_list, talk_order, talk_years
from vp_logboek.store.database import Database
from vp_logboek.store.subjects import Subjects
from vp_logboek.store.values import from_codes, from_day, storable, to_codes

_COLUMNS = "dossier, held_on, subject, kind, channel, minutes, interventions, referrals, note"
_GET = f"SELECT {_COLUMNS} FROM conversation WHERE id = ?"
_INSERT = f"INSERT INTO conversation ({_COLUMNS}, import) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_UPDATE = (
    f"UPDATE conversation SET ({_COLUMNS}) = (?, ?, ?, ?, ?, ?, ?, ?, ?), changed = changed + 1"
    " WHERE id = ?"
)


class Conversations:
    """Every talk in this logbook."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._base: talk_order.Base | None = None

    def get(self, id_: int) -> Conversation:
        """One talk with its note, also when it lies in the bin. Raises Gone."""
        row = self._database.one(_GET, (id_,))
        if row is None:
            raise Gone("dit gesprek")
        dossier, held_on, subject, kind, channel, minutes, interventions, referrals, note = row
        return Conversation(
            on=date.fromisoformat(held_on),
            kind=ConversationKind(kind),
            channel=Channel(channel),
            dossier=dossier,
            subject=subject,
            minutes=minutes,
            interventions=to_codes(Intervention, interventions),
            referrals=to_codes(Referral, referrals),
            note=note,
            id=id_,
        )

    def save(self, talk: Conversation, imported: int | None = None) -> Conversation:
        """Add or change; ``imported`` is the id of the import that adds it. Raises Gone.

        The value that comes back is the one that was saved: nothing is read again.
        """
        talk = replace(talk, note=storable(talk.note))
        with self._database.transaction():
            if talk.id is None:
                return replace(talk, id=self._database.insert(_INSERT, (*_values(talk), imported)))
            if not self._database.run(_UPDATE, (*_values(talk), talk.id)):
                raise Gone("dit gesprek")
            return talk

    def last(self) -> Conversation | None:
        """The talk that was entered last, imports left out; None in an empty logbook."""
        row = self._database.one(
            "SELECT id FROM conversation WHERE binned_on IS NULL AND import IS NULL"
            " ORDER BY id DESC LIMIT 1"
        )
        return None if row is None else self.get(row[0])

    def rows(self, query: TalkQuery) -> tuple[TalkRow, ...]:
        """The talks a query asks for, newest first."""
        return talk_list.rows(self._database, query)

    def listing(self, query: TalkQuery) -> TalkListing:
        """Which talks a query asks for, newest first, for who reads them in pages."""
        found, self._base = talk_order.listing(self._database, query, self._base)
        return found

    def words_near(self, word: str, most: int) -> tuple[str, ...]:
        """At most so many words of subjects and notes that resemble one, the nearest first."""
        return search_near.near(self._database, word, Subjects(self._database).tree(), most)

    def sorted_by(self, ids: Sequence[int], order: TalkOrder) -> tuple[int, ...]:
        """The ids of a listing, rising by something else."""
        return talk_order.sorted_by(self._database, ids, order)

    def rows_of(self, ids: Sequence[int]) -> tuple[TalkRow, ...]:
        """These talks, in this order; one that is gone by now is left out."""
        return talk_list.rows_of(self._database, ids)

    def opening(self, dossier: int) -> TalkRow | None:
        """The earliest talk of a dossier; None when all of them lie in the bin."""
        talks = self.rows(TalkQuery(dossier=dossier))
        return talks[-1] if talks else None

    def openings(self, dossiers: Collection[int]) -> dict[int, tuple[date, date | None]]:
        """The day each dossier was opened and that of its earliest talk, None where it has none."""
        return talk_list.openings(self._database, dossiers)

    def years(self, organisation: int | None = None) -> tuple[tuple[int, int], ...]:
        """Each reporting year of an organisation that has talks, with how many; newest first.

        Without an organisation these are calendar years. Talks of destroyed dossiers are among
        them: of those only the reporting year is still known.
        """
        return talk_list.years(self._database, organisation)

    def counted_years(self, organisation: Organisation) -> tuple[TalkYear, ...]:
        """Where talks count: those that were counted, and those that count in a later year because
        that of their day was closed before. All others count in the year of their day.
        """
        return talk_years.settled(self._database, organisation)

    def counted_year(self, organisation: Organisation, id_: int) -> TalkYear | None:
        """Where one talk counts; None where it counts in the year of its day, uncounted as yet."""
        return talk_years.settled_one(self._database, organisation, id_)

    def late(self, organisation: Organisation) -> tuple[TalkYear, ...]:
        """The talks that count in another year than that of their day."""
        return talk_years.late(self._database, organisation)

    def change_subject(self, dossier: int, old: str, new: str) -> None:
        """Let the talks that share an old subject with their dossier follow it to the new one."""
        self._database.run(
            "UPDATE conversation SET subject = ?, changed = changed + 1"
            " WHERE dossier = ? AND subject = ?",
            (new, dossier, old),
        )

    def bin(self, id_: int, today: date) -> None:
        """Put a talk in the bin: it counts nowhere from now on. Raises Gone."""
        self._set_binned(id_, today)

    def homes(self, ids: Collection[int]) -> set[int]:
        """The dossiers of these talks, also of those in the bin."""
        return talk_list.homes(self._database, ids)

    def bin_each(self, ids: Collection[int], today: date) -> None:
        """Put several in the bin, in a transaction. Raises Gone."""
        changed = self._database.run(
            "UPDATE conversation SET binned_on = ?, changed = changed + 1"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (from_day(today), json.dumps([*ids])),
        )
        if changed < len(set(ids)):
            raise Gone("dit gesprek")

    def restore(self, id_: int) -> None:
        """Take a talk out of the bin. Raises Gone."""
        self._set_binned(id_, None)

    def binned(self) -> tuple[BinnedTalk, ...]:
        """What lies in the bin, the last first."""
        return talk_list.binned(self._database)

    def _set_binned(self, id_: int, day: date | None) -> None:
        changed = self._database.run(
            "UPDATE conversation SET binned_on = ?, changed = changed + 1 WHERE id = ?",
            (from_day(day), id_),
        )
        if not changed:
            raise Gone("dit gesprek")


def _values(talk: Conversation) -> tuple[object, ...]:
    return (
        talk.dossier,
        from_day(talk.on),
        talk.subject,
        talk.kind,
        talk.channel,
        talk.minutes,
        from_codes(talk.interventions),
        from_codes(talk.referrals),
        talk.note,
    )
