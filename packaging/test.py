"""Prepares everything and runs every check there is; the arguments go to pytest.

For example: python3 packaging/test.py tests/domain -k period
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - here an older Python can still say what is wrong
    sys.exit("The tests need Python 3.11 or newer. Nothing was changed. Run them with a newer one.")

import prepare

TEXTS = prepare.Texts(
    installing_system="Installing system packages: {}",
    installing_parts="Installing the locked Python packages ...",
    no_rights="""\
System packages are missing and there are no rights here to install them.
Nothing was changed; the checks go on as far as they can without.
To have them all, type:

    {}
""",
    system_failed="""\
System packages could not be installed.
The checkout is unchanged, and it is safe to repeat this.
Check the network connection and run it again. It said:

{}
""",
    environment_failed="""\
The virtual environment .venv could not be made.
The checkout is unchanged, and it is safe to repeat this.
See that the folder is writable and has 1 GB free, and run it again. The reason:

{}
""",
    parts_failed="""\
The locked Python packages could not be installed.
The checkout is unchanged, and it is safe to repeat this.
Check the network connection and run it again. It said:

{}
""",
)

NAMESPACES = (["unshare", "--net"], ["unshare", "--map-current-user", "--net"])
"""How root, and how anybody else, starts a command in a network namespace with nothing in it."""
NO_NETWORK = "VP_LOGBOEK_TESTS_WITHOUT_NETWORK"
VERAPDF = "tests.report.conformance.verapdf"
"""Installs, when it is started without files, what the campaigns need besides."""
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"


def steps(python: Path, arguments: Sequence[str]) -> dict[str, list[str]]:
    """Name and command of every step, in order; by ``-m``, so that a moved checkout still works."""
    py = str(python)
    campaign = any("campaign" in argument for argument in arguments)
    return {
        "ruff check": [py, "-m", "ruff", "check", "."],
        "ruff format": [py, "-m", "ruff", "format", "--check", "."],
        "mypy": [py, "-m", "mypy"],
        "lint-imports": [py, "-c", LINT_IMPORTS],
        **({"veraPDF": [py, "-m", VERAPDF]} if campaign else {}),
        "pytest": [*without_network(), py, "-m", "pytest", "-n", "auto", *arguments],
    }


def without_network() -> list[str]:
    """What to put before pytest, so that it proves to need no network; nothing where not allowed.

    The tests are told by a variable, and then look whether it is so.
    """
    for namespace in NAMESPACES if shutil.which("unshare") else ():
        if prepare.succeeds([*namespace, "true"]):
            return [*namespace, "env", f"{NO_NETWORK}=1"]
    return []


def passes(name: str, command: Sequence[str]) -> bool:
    where = f" (by {command[0]}, without a network)" if command[0] == "unshare" else ""
    print(f"== {name}{where}", flush=True)
    ok = subprocess.run(command, check=False, cwd=prepare.ROOT).returncode == 0
    if name != "pytest":  # whose own closing line is to be the last one
        print(f"== {name}: {'ok' if ok else 'FAILED'}", flush=True)
    return ok


def needs() -> prepare.Needs:
    packages = [*prepare.BASE_PACKAGES, *prepare.WINDOW_PACKAGES, *prepare.TEST_PACKAGES]
    return prepare.Needs(packages, [prepare.RUN_LOCK, prepare.DEV_LOCK], optional=True)


def main(arguments: Sequence[str]) -> int:
    try:
        python = prepare.prepared_python(needs(), TEXTS)
        failed = [name for name, step in steps(python, arguments).items() if not passes(name, step)]
    except prepare.CannotPrepareError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    if failed:
        print(f"== FAILED: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
