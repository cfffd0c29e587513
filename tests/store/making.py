"""Small values for the tests of the store, and what a file looks like from outside."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.dossier import Dossier, DossierMelder
from vp_logboek.store.logbook import CHEAPEST, Logbook, open_logbook

DAY = date(2026, 3, 4)


def reopen(path: Path, passphrase: str) -> Logbook:
    return open_logbook(path, passphrase, accept=(CHEAPEST,))


def fingerprint(path: Path) -> tuple[str, int, int, int]:
    """Content, size, time of change and rights."""
    found = path.stat()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return digest, found.st_size, found.st_mtime_ns, found.st_mode


def a_dossier(logbook: Logbook, opened: date = DAY, melders: int = 1, **fields: object) -> Dossier:
    plain = Dossier(1, opened, "pesten", melders=(DossierMelder(),) * melders)
    return logbook.dossiers.save(replace(plain, **fields))  # type: ignore[arg-type]


def a_talk(
    logbook: Logbook, dossier: Dossier | None = None, on: date = DAY, **fields: object
) -> Conversation:
    home = a_dossier(logbook, on) if dossier is None else dossier
    plain = Conversation(on, ConversationKind.FIRST, Channel.PHONE, dossier=home.id)
    return logbook.conversations.save(replace(plain, **fields))  # type: ignore[arg-type]
