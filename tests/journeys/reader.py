"""Reads the AT-SPI tree as a screen reader does; run by the system's own Python, not by ours.

A line of JSON in, a line of JSON out: ``{"do": "tree"}`` gives every part that is showing, and
``{"do": "heard", "after": 3}`` what was told since the third thing, in order. Nothing is kept from
one question to the next. The tree is asked level by level, many questions at once: one by one it
takes seconds on a busy machine.
"""

import json
import sys
from collections.abc import Iterable, Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PROGRAM = "VP Logboek"
AT_ONCE = 48
"""Questions under way together: more would keep the window from anything else."""
PART = "org.a11y.atspi.Accessible"
TEXT = "org.a11y.atspi.Text"
LABELLED_BY = 2
EVENTS = (
    "object:state-changed:focused", "object:announcement", "object:active-descendant-changed",
    "window:activate", "object:state-changed:checked",
)  # fmt: skip
STATES = (
    "FOCUSED", "CHECKED", "SELECTED", "ENABLED", "EDITABLE", "EXPANDED", "MODAL", "ACTIVE",
    "FOCUSABLE",
)  # fmt: skip
WRITTEN = ("text", "password text", "combo box", "spin button")

Place = tuple[str, str]
Question = tuple[Place, str, str, "GLib.Variant | None"]

heard: list[dict[str, object]] = []


def connection() -> Gio.DBusConnection:
    """The bus of accessibility, which is told of on the session's own."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    (address,) = session.call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, 20000
    ).unpack()
    kind = Gio.DBusConnectionFlags
    flags = kind.AUTHENTICATION_CLIENT | kind.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags)


class Tree:
    """Asks the program for its parts."""

    def __init__(self) -> None:
        self._bus = connection()

    def rows(self) -> list[dict[str, object]]:
        """Every part that shows, in reading order."""
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        (programs,) = self._all([(root, PART, "GetChildren", None)])
        names = self._all([name_of(place) for place in programs or ()])
        ours = [place for place, name in zip(programs or (), names, strict=True) if name == PROGRAM]
        rows: list[dict[str, object]] = []
        for windows in self._all([(place, PART, "GetChildren", None) for place in ours]):
            rows += self._below([tuple(place) for place in windows or ()])
        return rows

    def _below(self, tops: list[Place]) -> list[dict[str, object]]:
        """These parts and all that shows in them."""
        told: dict[Place, dict[str, object]] = {}
        level = list(tops)
        while level:
            showing = [row for row in self._told(level) if row.pop("showing")]
            told |= {row["place"]: row for row in showing}
            level = [tuple(place) for row in showing for place in row["children"]]
        return [row for top in tops for row in in_order(told, top, 0)]

    def _told(self, level: list[Place]) -> Iterator[dict[str, object]]:
        """What these parts are, and whether they show."""
        states = self._all([(place, PART, "GetState", None) for place in level])
        showing = [
            (place, bits[0] | bits[1] << 32)
            for place, bits in zip(level, states, strict=True)
            if bits and (bits[0] >> int(Atspi.StateType.SHOWING)) & 1
        ]
        answers = iter(self._all([q for place, _ in showing for q in questions(place)]))
        for place, bits in showing:
            number, name, says, children, text, relations = (next(answers) for _ in range(6))
            role = Atspi.role_get_name(Atspi.Role(number or 0))
            row = {
                "place": place, "showing": True, "role": role, "name": name or "",
                "says": says or "", "children": children or (), "states": named(bits),
                "text": text if role in WRITTEN and text else "",
            }  # fmt: skip
            if role == "combo box":  # Qt tells its choice as its name, and its name as a relation
                row |= {"text": row["name"], "name": self._label(relations or ())}
            yield row

    def _label(self, relations: Iterable[tuple[int, list[Place]]]) -> str:
        labels = [place for kind, places in relations if kind == LABELLED_BY for place in places]
        return " ".join(name or "" for name in self._all([name_of(place) for place in labels]))

    def _all(self, asked: list[Question]) -> list[object]:
        """The answers to these questions; None where there is none (any more)."""
        answers: list[object] = [None] * len(asked)
        waiting, left = list(enumerate(asked)), len(asked)
        waiting.reverse()

        def ask_next() -> None:
            if waiting:
                number, ((bus, path), interface, method, words) = waiting.pop()
                self._bus.call(
                    bus, path, interface, method, words, None, 0, 10000, None, take, number
                )

        def take(bus: Gio.DBusConnection, result: Gio.AsyncResult, number: int) -> None:
            nonlocal left
            left -= 1
            try:
                answers[number] = bus.call_finish(result).unpack()[0]
            except GLib.Error:
                answers[number] = None
            ask_next()

        for _ in range(AT_ONCE):
            ask_next()
        while left:
            GLib.MainContext.default().iteration(True)
        return answers


def name_of(place: Place, kind: str = "Name") -> Question:
    words = GLib.Variant("(ss)", (PART, kind))
    return (tuple(place), "org.freedesktop.DBus.Properties", "Get", words)


def questions(place: Place) -> list[Question]:
    return [
        (place, PART, "GetRole", None), name_of(place), name_of(place, "Description"),
        (place, PART, "GetChildren", None),
        (place, TEXT, "GetText", GLib.Variant("(ii)", (0, -1))),
        (place, PART, "GetRelationSet", None),
    ]  # fmt: skip


def named(bits: int) -> list[str]:
    return [one.lower() for one in STATES if bits >> int(getattr(Atspi.StateType, one)) & 1]


def in_order(
    told: dict[Place, dict[str, object]], place: Place, depth: int
) -> Iterator[dict[str, object]]:
    row = told.get(place)
    if row is not None:
        kept = ("role", "name", "says", "text", "states")
        yield {name: row[name] for name in kept} | {"depth": depth, "id": place[1]}
        for child in row["children"]:
            yield from in_order(told, tuple(child), depth + 1)


def label_of(part: Atspi.Accessible) -> str:
    kind = Atspi.RelationType.LABELLED_BY
    related = [one for one in part.get_relation_set() if one.get_relation_type() == kind]
    return " ".join(one.get_target(0).get_name() or "" for one in related)


def hear(event: Atspi.Event) -> None:
    """Keep what a screen reader would say."""
    part = event.source
    if event.type.startswith("object:state-changed") and not event.detail1:
        return
    try:
        said = event.any_data if isinstance(event.any_data, str) else ""
        told = {
            "event": event.type, "role": part.get_role_name(), "name": part.get_name() or "",
            "says": part.get_description() or "", "said": said, "id": part.path,
        }  # fmt: skip
        box = part.get_extents(Atspi.CoordType.SCREEN)
        told["box"] = (box.x, box.y, box.width, box.height)
        if told["role"] == "combo box":  # see _told
            told |= {"said": told["name"], "name": label_of(part)}
        heard.append(told)
    except GLib.Error:
        return  # it was gone before it could be said


def main() -> None:
    Atspi.init()
    Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
    listener = Atspi.EventListener.new(hear)
    for name in EVENTS:
        listener.register(name)
    tree = Tree()

    def listen(_source: object, _condition: object) -> bool:
        line = sys.stdin.readline()
        if line:
            asked = json.loads(line)
            answer = tree.rows() if asked["do"] == "tree" else heard[asked["after"] :]
            print(json.dumps(answer), flush=True)
        else:
            Atspi.event_quit()
        return bool(line)

    GLib.io_add_watch(0, GLib.IO_IN | GLib.IO_HUP, listen)
    print(json.dumps("ready"), flush=True)
    Atspi.event_main()


if __name__ == "__main__":
    main()
