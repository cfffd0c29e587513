"""The jobs that keep a logbook safe: checking, copying, putting back and rescuing."""

import argparse
import os
from datetime import datetime

from vp_logboek.cli.dutch import DONE, NO
from vp_logboek.cli.jobs import opened
from vp_logboek.cli.terminal import passphrase, say
from vp_logboek.domain.errors import AlreadyExists, BackupFolderMissing, Damaged
from vp_logboek.messages import in_words, told
from vp_logboek.services import backups, issuing, rescue, safekeeping


def check(chosen: argparse.Namespace) -> int:
    """``controleer``: read every page of the file; of a damaged one, say what can be done.

    Raises LedgerBroken when the file is whole and what it says was issued does not hold.
    """
    safekeeping.recognise(chosen.bestand)
    typed = passphrase(chosen)
    findings = safekeeping.check_file(chosen.bestand, typed, also=issuing.check_ledger)
    if findings:
        say(str(told(Damaged(findings))))
        _say_what_to_do(chosen, typed)
        return NO
    say(
        "Het logboek is heel: elke bladzijde is gelezen en klopt.",
        "Wat is uitgebracht is niet veranderd: de keten van uitgaven klopt.",
    )
    return DONE


def _say_what_to_do(chosen: argparse.Namespace, typed: str) -> None:
    newest = rescue.newest_copy_anywhere(chosen.bestand, typed)
    if newest is None:
        say("Er is geen reservekopie gevonden naast het logboek of in de map voor reservekopieën.")
    else:
        say(
            f"De nieuwste reservekopie is van {in_words(newest.made.date())}: {newest.path}",
            "Zet haar terug met: vp-logboek zet-terug KOPIE NIEUW-BESTAND",
        )
    say("Red wat nog te lezen is met: vp-logboek red BESTAND NIEUW-BESTAND")


def back_up(chosen: argparse.Namespace) -> int:
    """``reservekopie``: a verified copy, dated in a folder or under the name that was given.

    In a folder the older copies of this logbook are thinned, as from the window.
    """
    target = chosen.doel
    if not target.is_dir():
        _check_free(target)
        if not target.absolute().parent.is_dir():
            raise BackupFolderMissing
    with opened(chosen) as logbook:
        if target.is_dir():
            target = backups.make(logbook, datetime.now(), target).path
        else:
            logbook.copy_to(target)
    say(f"De reservekopie is gemaakt en nagekeken: {target}")
    return DONE


def put_back(chosen: argparse.Namespace) -> int:
    """``zet-terug``: a logbook from a copy, under a name that is free; the copy stays."""
    safekeeping.recognise(chosen.bestand)
    _check_free(chosen.doel)
    typed = passphrase(chosen)
    found = backups.look_into(chosen.bestand, typed)
    backups.restore(chosen.bestand, typed, chosen.doel)
    last = "" if found.last_day is None else f", het laatste van {in_words(found.last_day)}"
    say(
        f"De kopie is terug en is nagekeken: {chosen.doel}",
        f"Gesprekken: {found.talks}{last}. Dossiers: {found.dossiers}.",
    )
    return DONE


def save_what_can_be_read(chosen: argparse.Namespace) -> int:
    """``red``: what can be read of a damaged logbook, in a new one.

    Beyond the table of verbs in the design, which has no way from "damaged" to a rescued file
    without a window; and a damaged file does not open in the window.
    """
    safekeeping.recognise(chosen.kopie or chosen.bestand)
    _check_free(chosen.doel)
    result = _rescue(chosen, passphrase(chosen))
    say(
        f"Wat te lezen was staat in een nieuw logboek: {chosen.doel}",
        f"Gesprekken: {result.talks}. Dossiers: {result.dossiers}. De wachtzin is dezelfde.",
        "Het beschadigde bestand is niet veranderd. Bewaar het tot u alles hebt nagekeken.",
    )
    lost = rescue.lost_in_words(result)
    if not lost:
        say("Alles was te lezen.")
        return DONE
    say("Niet meer te lezen:", *(f"  {line}" for line in lost))
    return DONE


def _rescue(chosen: argparse.Namespace, typed: str) -> rescue.Rescued:
    if chosen.kopie is None:
        return rescue.rescue(chosen.bestand, typed, chosen.doel)
    return rescue.rescue_with_copy(chosen.bestand, chosen.kopie, typed, chosen.doel)


def _check_free(target: os.PathLike[str]) -> None:
    """Before the passphrase is asked for. Raises AlreadyExists."""
    if os.path.lexists(target):
        raise AlreadyExists(os.path.basename(target))  # noqa: PTH119 - a path may end in nothing
