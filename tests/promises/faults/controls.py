"""The same operations done badly: what the campaigns must be able to find."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from tests.cheap import PASSPHRASE
from tests.promises.faults.daily import a_logbook, many_saved, save, saves_of_a_day
from tests.promises.faults.operation import NAME, Operation, Step
from tests.promises.faults.operations import OPERATIONS
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.store import connection
from vp_logboek.store.logbook import CHEAPEST


@contextmanager
def settings(**changed: str) -> Iterator[None]:
    """Open every file with other settings than the program's own."""
    ours = connection.SETTINGS
    pairs = dict(setting.split(" = ") for setting in ours) | changed
    connection.SETTINGS = tuple(f"{name} = {value}" for name, value in pairs.items())
    try:
        yield
    finally:
        connection.SETTINGS = ours


def save_without_a_journal(folder: Path, step: Step) -> None:
    with settings(journal_mode="OFF"):
        save(folder, step)


def make_under_its_own_name(folder: Path, step: Step) -> None:
    """Made elsewhere and then written out in place, piece by piece."""
    organisation = Organisation("Gemeente Voorbeeld")
    made = folder.with_name("elders") / NAME
    if not made.exists():
        make_logbook(made, PASSPHRASE, organisation, CHEAPEST).close()
    content = made.read_bytes()

    def write() -> None:
        (folder / "map").mkdir(exist_ok=True)
        with (folder / "map" / NAME).open("wb") as file:
            for start in range(0, len(content), 65536):
                file.write(content[start : start + 65536])

    step(write)


def say_saved_whatever_happens(folder: Path, step: Step) -> None:
    """The lie: it says "Opgeslagen" without looking."""

    def lied(act: Callable[[], object]) -> None:
        with suppress(Exception):
            act()

    save(folder, lambda act: step(lambda: lied(act)))


CONTROLS: dict[str, Operation] = {
    "a save without a journal": replace(OPERATIONS["a save"], act=save_without_a_journal),
    "a new logbook written in place": replace(
        OPERATIONS["a new logbook"], act=make_under_its_own_name
    ),
    "a save that says it was saved": replace(OPERATIONS["a save"], act=say_saved_whatever_happens),
}

# --- what a power cut must find -----------------------------------------------------------------


def _under(**changed: str) -> Operation:
    def act(folder: Path, step: Step) -> None:
        with settings(**changed):
            saves_of_a_day(folder, step)

    return Operation(a_logbook, act, many_saved)


UNSAFE_SAVES = {
    "a day of saves with synchronous = OFF": _under(synchronous="OFF"),
    "a day of saves with synchronous = FULL and locking_mode = NORMAL": _under(
        synchronous="FULL", locking_mode="NORMAL"
    ),
}
