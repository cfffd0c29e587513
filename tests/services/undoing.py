"""Random actions on a logbook, as the window does them, and every row there is."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from operator import itemgetter
from random import Random
from typing import Any

from vp_logboek.domain.activity import Action, Activity, ActivityKind
from vp_logboek.domain.conversation import Conversation
from vp_logboek.domain.dossier import (
    DossierMelder,
    Ending,
    Handling,
    Known,
    MelderKind,
    Outcome,
    Role,
)
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services import notebook, quiet
from vp_logboek.services.taking_back import Change, Recorded, put_back, take_back
from vp_logboek.services.talk_entry import TalkEntry
from vp_logboek.store.logbook import Logbook

TODAY = date(2026, 11, 20)
TABLES = (
    "setting", "draft", "import", "subject", "organisation", "organisation_column",
    "organisation_level", "organisation_setup", "melder", "melder_counted", "dossier",
    "dossier_subject", "dossier_link", "dossier_melder", "conversation", "action", "activity",
    "tally_row", "destruction", "ledger", "ledger_scope", "ledger_gap", "blocked_year",
)  # fmt: skip
SUBJECTS = ("pesten", "stalking", "fysiek", "arbeidsconflict_overig")

Rows = dict[str, list[dict[str, Any]]]


def rows(logbook: Logbook) -> Rows:
    """Every row of every table, but for the counters that only ever go up."""
    database = logbook._connection
    found: Rows = {}
    for table in TABLES:
        columns = [row[1] for row in database.all(f"PRAGMA table_info({table})")]
        values = database.all(f"SELECT {', '.join(columns)} FROM {table}")
        found[table] = sorted((dict(zip(columns, row, strict=True)) for row in values), key=repr)
    # an import leaves a gap in the numbers of the leaves: what they say is the order
    found["subject"].sort(key=itemgetter("position"))
    found["subject"] = [{**leaf, "position": rank} for rank, leaf in enumerate(found["subject"])]
    return found


def without_the_bin(now: Rows, before: Rows) -> Rows:
    """What lies in the bin and was not there before is left out, with the dossier it opened."""
    known = {one["id"] for one in before["conversation"]}
    homes = {one["id"] for one in before["dossier"]}
    people = {one["id"] for one in before["melder"]}
    left = dict(now)
    left["conversation"] = [
        one for one in now["conversation"] if one["id"] in known or one["binned_on"] is None
    ]
    used = {one["dossier"] for one in left["conversation"]}
    homes |= used
    left["dossier"] = [one for one in now["dossier"] if one["id"] in homes]
    for part in ("dossier_subject", "dossier_melder"):
        left[part] = [one for one in now[part] if one["dossier"] in homes]
    people |= {one["melder"] for one in left["dossier_melder"]}
    left["melder"] = [one for one in now["melder"] if one["id"] in people]
    return left


def index_is_sound(logbook: Logbook) -> None:
    """What is searched is what is there; raises otherwise."""
    logbook._connection.run(
        "INSERT INTO conversation_text (conversation_text, rank) VALUES ('integrity-check', 1)"
    )


# --- actions ----------------------------------------------------------------------------------


@dataclass
class Doing:
    """Does actions on a logbook and can take them all back."""

    logbook: Logbook
    done: list[Change] = field(default_factory=list)
    undone: list[Change] = field(default_factory=list)

    def do(self, work: Callable[[Logbook], object]) -> None:
        recorded = Recorded(work)
        recorded(self.logbook)
        self.done.append(recorded.change)
        self.undone.clear()

    def undo(self) -> None:
        """As the window: the first time what was added goes to the bin."""
        change = self.done.pop()
        self.undone.append(take_back(self.logbook, change, TODAY))

    def redo(self) -> None:
        self.done.append(put_back(self.logbook, self.undone.pop()))


def _talks(logbook: Logbook) -> list[int]:
    return [row.id for row in logbook.conversations.rows(TalkQuery())]


def _dossiers(logbook: Logbook) -> list[int]:
    return [row.id for row in notebook.dossier_rows(logbook)]


def _day(random: Random) -> date:
    return TODAY - timedelta(days=random.randrange(900))


def _melder(random: Random) -> DossierMelder | None:
    if random.random() < 0.2:
        return None
    return DossierMelder(kind=random.choice([*MelderKind, None]), role=random.choice([*Role]))


def _told(random: Random, entry: TalkEntry) -> TalkEntry:
    """Something else on the part of the form that is of the dossier."""
    return replace(
        entry,
        melder=replace(entry.melder, role=random.choice([*Role])) if entry.melder else None,
        ending=random.choice([*Ending, None]),
        consent_on=random.choice([None, _day(random)]),
    )


def new_talk(logbook: Logbook, random: Random) -> object:
    entry = notebook.new_entry(logbook, TODAY)
    talk = replace(
        entry.conversation,
        on=_day(random),
        subject=random.choice(SUBJECTS),
        note=f"Kanarie {random.randrange(100)}",
    )
    same = random.choice([None, *_dossiers(logbook)])
    notebook.keep_draft(logbook, "nieuw", entry, "2026-11-20T12:00:00")
    return notebook.save_talk(
        logbook,
        replace(entry, conversation=talk, melder=_melder(random), same_melder_as=same),
        TODAY,
        "nieuw",
    )


def follow_up(logbook: Logbook, random: Random) -> object:
    if not (dossiers := _dossiers(logbook)):
        return None
    entry = _told(random, notebook.follow_up(logbook, random.choice(dossiers), TODAY))
    talk = replace(entry.conversation, on=_day(random))
    return notebook.save_talk(logbook, replace(entry, conversation=talk), TODAY)


def change_talk(logbook: Logbook, random: Random) -> object:
    if not (talks := _talks(logbook)):
        return None
    entry = _told(random, notebook.entry_of(logbook, random.choice(talks)))
    talk = replace(entry.conversation, on=_day(random), note=f"anders {random.randrange(100)}")
    if talk.subject is not None:
        talk = replace(talk, subject=random.choice(SUBJECTS))
    return notebook.save_talk(logbook, replace(entry, conversation=talk), TODAY)


def move(logbook: Logbook, random: Random) -> object:
    """To another dossier, or to a new one; the one it leaves may be empty then, and goes."""
    if not (talks := _talks(logbook)):
        return None
    entry = notebook.entry_of(logbook, random.choice(talks))
    to = random.choice([None, *_dossiers(logbook)])
    talk: Conversation = replace(entry.conversation, dossier=to, subject=random.choice(SUBJECTS))
    melder = _melder(random) if to is None else entry.melder
    return notebook.save_talk(logbook, replace(entry, conversation=talk, melder=melder), TODAY)


def bin_talk(logbook: Logbook, random: Random) -> object:
    talks = _talks(logbook)
    return notebook.bin_talk(logbook, random.choice(talks), TODAY) if talks else None


def restore_talk(logbook: Logbook, random: Random) -> object:
    binned = [one.talk.id for one in notebook.binned(logbook)]
    return notebook.restore_talk(logbook, random.choice(binned)) if binned else None


def find_out(logbook: Logbook, random: Random) -> object:
    """Something of a dossier: what became known, its links, its subject, its own term."""
    if not (dossiers := _dossiers(logbook)):
        return None
    dossier = logbook.dossiers.get(random.choice(dossiers))
    other = replace(
        dossier,
        handling=random.choice([None, Known(random.choice([*Handling]), _day(random))]),
        outcome=random.choice([None, Known(random.choice([*Outcome]), _day(random))]),
        subject=random.choice([dossier.subject, random.choice(SUBJECTS)]),
        further_subjects=tuple(random.sample(SUBJECTS, random.randrange(3))),
        related=tuple(random.sample(dossiers, min(len(dossiers), random.randrange(3)))),
        destroy_on=random.choice([None, _day(random)]),
        melders=tuple(random.sample(dossier.melders, len(dossier.melders))),
    )
    return notebook.save_dossier(logbook, other)


def close_or_open(logbook: Logbook, random: Random) -> object:
    if not (dossiers := _dossiers(logbook)):
        return None
    one = random.choice(dossiers)
    if random.random() < 0.4:
        return notebook.reopen_dossier(logbook, one)
    return notebook.close_dossier(logbook, one, _day(random))


def add_melder(logbook: Logbook, random: Random) -> object:
    if not (dossiers := _dossiers(logbook)):
        return None
    return notebook.add_melder(logbook, random.choice(dossiers), _melder(random) or DossierMelder())


def to_do(logbook: Logbook, random: Random) -> object:
    """An action is added, ticked off or removed."""
    known = logbook.actions.all()
    if not known or random.random() < 0.5:
        home = random.choice([None, *_dossiers(logbook)])
        return notebook.save_action(logbook, Action(_day(random), "bellen", home))
    one = random.choice(known)
    if random.random() < 0.5:
        return notebook.save_action(logbook, replace(one, done_on=TODAY))
    return notebook.remove_action(logbook, one.id or 0)


def for_the_organisation(logbook: Logbook, random: Random) -> object:
    """An activity is added, changed or removed."""
    known = notebook.activities(logbook)
    if not known or random.random() < 0.5:
        kind = random.choice([*ActivityKind])
        return notebook.save_activity(logbook, Activity(1, _day(random), kind, 1.5, "voorlichting"))
    one = random.choice(known)
    if random.random() < 0.5:
        return notebook.save_activity(logbook, replace(one, hours=one.hours + 0.25))
    return notebook.remove_activity(logbook, one.id or 0)


def let_run(logbook: Logbook, random: Random) -> object:
    if not (dossiers := _dossiers(logbook)):
        return None
    some = random.sample(dossiers, random.randint(1, len(dossiers)))
    if random.random() < 0.5:
        return quiet.close(logbook, some, TODAY)
    return quiet.let_run(logbook, some, TODAY)


ACTIONS: tuple[Callable[[Logbook, Random], object], ...] = (
    new_talk, follow_up, change_talk, move, bin_talk, restore_talk, find_out, close_or_open,
    add_melder, to_do, for_the_organisation, let_run,
)  # fmt: skip
