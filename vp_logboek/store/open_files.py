"""Which database files this process has open.

On POSIX a lock belongs to the process: closing *any* handle on the file drops it, and then another
program can write. So before a file is read, ask here. That is a fact of the whole process, which is
why it is kept in a module.
"""

from pathlib import Path

_Identity = tuple[int, int]
_open: set[_Identity] = set()


def identity(path: Path) -> _Identity:
    """What a file is, whatever name leads to it. Raises OSError."""
    found = path.stat()
    return found.st_dev, found.st_ino


def holds(path: Path) -> bool:
    """Whether this process has the file open as a database."""
    return identity(path) in _open


def add(file: _Identity) -> None:
    """A connection to this file was made."""
    _open.add(file)


def drop(file: _Identity) -> None:
    """The connection to this file was closed."""
    _open.discard(file)
