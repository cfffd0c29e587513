"""Starts VP Logboek from a checkout; the first time it fetches what the program needs.

    python3 packaging/start.py                                   the window
    python3 packaging/start.py voorbeeld --pdf overzicht.pdf     a job without a window

Every argument goes to the program as it is.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - here an older Python can still say what is wrong
    sys.exit(
        "VP Logboek start niet: de Python op deze computer is te oud.\n"
        "Er is niets gewijzigd.\n"
        "Installeer Python 3.11 of nieuwer en start daarmee opnieuw."
    )

import prepare

JOBS = {
    *("nieuw", "importeer", "telling", "jaaroverzicht", "uitgegeven"),
    *("controleer", "reservekopie", "zet-terug", "red", "voorbeeld"),
}

NO_DISPLAY = """\
VP Logboek kan hier geen venster openen: er is geen beeldscherm gevonden.
Uw logboeken zijn veilig: er is niets geopend of gewijzigd.
Start het programma op een computer met een bureaublad (zet anders DISPLAY of WAYLAND_DISPLAY).
Zonder venster kan het ook. Dit maakt een voorbeeld van het jaaroverzicht:

    python3 packaging/start.py voorbeeld --pdf overzicht.pdf
"""

TEXTS = prepare.Texts(
    installing_system="Onderdelen van het systeem worden geïnstalleerd (eenmalig): {}",
    installing_parts="Onderdelen van VP Logboek worden opgehaald (eenmalig, een paar minuten)...",
    no_rights="""\
Er ontbreken onderdelen van het systeem, en u hebt hier geen rechten om die te installeren.
Uw logboeken zijn veilig: er is niets geopend of gewijzigd.
Typ het commando hieronder en start daarna opnieuw. Mag u dat niet? Vraag dan uw beheerder.

    {}
""",
    system_failed="""\
VP Logboek start niet: onderdelen van het systeem konden niet worden geïnstalleerd.
Uw logboeken zijn veilig: er is niets geopend of gewijzigd.
Controleer de internetverbinding en start opnieuw. Blijft het misgaan? Laat uw beheerder dit zien:

{}
""",
    environment_failed="""\
VP Logboek start niet: de map .venv, voor de onderdelen van het programma, kon niet worden gemaakt.
Uw logboeken zijn veilig: er is niets geopend of gewijzigd.
Zorg dat u in de map van VP Logboek mag schrijven, dat er 1 GB vrij is, en start opnieuw.

{}
""",
    parts_failed="""\
VP Logboek start niet: onderdelen van het programma konden niet worden opgehaald.
Uw logboeken zijn veilig: er is niets geopend of gewijzigd.
Controleer de internetverbinding en start opnieuw: u kunt dit gerust herhalen. Dit ging mis:

{}
""",
)


def needs_window(arguments: Sequence[str]) -> bool:
    """As the command line has it: no verb and no option, so nothing or a file."""
    return not arguments or not (arguments[0] in JOBS or arguments[0].startswith("-"))


def has_display(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Linux says so in its environment; Windows and macOS always have one."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform != "linux" or any(environ.get(name) for name in named)


def needs(window: bool) -> prepare.Needs:
    """A job goes on without system packages: what it misses then, only a window needs."""
    packages = [*prepare.BASE_PACKAGES, *(prepare.WINDOW_PACKAGES if window else ())]
    return prepare.Needs(packages, [prepare.RUN_LOCK], optional=not window)


def run(python: Path, arguments: Sequence[str]) -> int:
    """Becomes the program, in the folder the user is in; -P keeps that folder's files out of it."""
    command = [str(python), "-P", "-m", "vp_logboek", *arguments]
    environ = os.environ | {"PYTHONPATH": str(prepare.ROOT)}
    if os.name != "nt":
        os.execve(command[0], command, environ)
    return subprocess.run(command, check=False, env=environ).returncode


def main(arguments: Sequence[str]) -> int:
    window = needs_window(arguments)
    if window and not has_display(os.environ):
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    try:
        return run(prepare.prepared_python(needs(window), TEXTS), arguments)
    except prepare.CannotPrepareError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
