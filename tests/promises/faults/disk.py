"""A disk as harsh as POSIX allows: what was not synced may be dropped, reordered or torn.

Of a file only what precedes its last fsync is sure, of a name only what precedes the last fsync of
its folder. Of the rest any part may be there, in any order, in sectors of 512 bytes, and new room
may hold rubbish.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.promises.faults.injector import Event

SECTOR = 512


@dataclass
class _File:
    """What is sure, and what came after."""

    safe: bytearray
    later: list[Event] = field(default_factory=list)

    def after_cut(self, chance: random.Random) -> bytes:
        """One of the contents that can be found when the power is back."""
        content = bytearray(self.safe)
        for event in _survivors(self.later, chance):
            if event.what == "w":
                _write(content, event.place, event.data, chance)
            else:
                _resize(content, event.place, chance)
        return bytes(content)

    def sync(self) -> None:
        for event in self.later:
            if event.what == "w":
                _resize(self.safe, max(len(self.safe), event.place), None)
                self.safe[event.place : event.place + len(event.data)] = event.data
            else:
                _resize(self.safe, event.place, None)
        self.later.clear()


def _survivors(later: list[Event], chance: random.Random) -> list[Event]:
    """Nothing, all, the first ones, or any of them in any order."""
    match chance.randrange(5):
        case 0:
            return []
        case 1:
            return later
        case 2:
            return later[: chance.randint(0, len(later))]
        case 3:
            return [event for event in later if chance.random() < 0.5]
        case _:
            return chance.sample(later, chance.randint(0, len(later)))


def _write(content: bytearray, place: int, data: bytes, chance: random.Random) -> None:
    """Whole, or torn: some of its sectors, the others as they were."""
    is_torn = chance.random() < 0.3
    _resize(content, max(len(content), place + len(data)), chance)
    start = place
    while start < place + len(data):
        end = min((start // SECTOR + 1) * SECTOR, place + len(data))
        if not is_torn or chance.random() < 0.5:
            content[start:end] = data[start - place : end - place]
        start = end


def _resize(content: bytearray, size: int, chance: random.Random | None) -> None:
    more = size - len(content)
    if more <= 0:
        del content[size:]
    elif chance is None or chance.random() < 0.5:
        content.extend(bytes(more))
    else:
        content.extend(chance.randbytes(more))


class Disk:
    """Files and names as the program made them, and which of that is sure."""

    def __init__(self, begin: Mapping[str, tuple[int, bytes]]) -> None:
        """What is there, and safe: names with their inode and content."""
        files = {name: (inode, _File(bytearray(data))) for name, (inode, data) in begin.items()}
        self._by_inode = dict(files.values())
        self._names = {name: file for name, (_, file) in files.items()}
        self._safe_names = dict(self._names)
        self._later_names: list[tuple[Event, _File]] = []

    def play(self, event: Event) -> None:
        """Take one call of the record."""
        match event.what:
            case "w" | "t":
                self._by_inode[event.file].later.append(event)
            case "s":
                self._by_inode[event.file].sync()
            case "S":
                self._sync_names(event.name)
            case "o" if event.name not in self._names:
                self._by_inode[event.file] = _File(bytearray())
                self._play_name(event, self._by_inode[event.file])
            case "o" if event.place:
                self._by_inode[event.file].later.append(replace(event, what="t", place=0))
            case "u" if event.name in self._names:
                self._play_name(event, self._names[event.name])
            case "l" | "r":
                self._play_name(event, self._by_inode[event.file])

    def _play_name(self, event: Event, file: _File) -> None:
        _rename(self._names, event, file)
        self._later_names.append((event, file))

    def _sync_names(self, folder: str) -> None:
        for event, file in self._later_names:
            if folder in _folders(event):
                _rename(self._safe_names, event, file)
        self._later_names = [one for one in self._later_names if folder not in _folders(one[0])]

    def after_cut(self, chance: random.Random) -> list[tuple[list[str], bytes]]:
        """The files that are found when the power is back: all names of each, and its content."""
        names = dict(self._safe_names)
        there = [one for one in self._later_names if chance.random() < 0.5]
        first = self._later_names[: chance.randint(0, len(self._later_names))]
        for event, file in chance.choice([there, first]):
            _rename(names, event, file)
        found = {id(file): file.after_cut(chance) for file in names.values()}
        named: dict[int, list[str]] = {}
        for name, file in names.items():
            named.setdefault(id(file), []).append(name)
        return [(each, found[file]) for file, each in named.items()]


def _folders(event: Event) -> set[str]:
    return {str(Path(name).parent) for name in (event.name, event.other) if name}


def _rename(names: dict[str, _File], event: Event, file: _File) -> None:
    match event.what:
        case "o":
            names.setdefault(event.name, file)
        case "u":
            names.pop(event.name, None)
        case "l":
            names.setdefault(event.other, file)
        case "r" if names.get(event.name) is file:
            names[event.other] = names.pop(event.name)
