"""What a page does: its texts, its shapes and the tags around them, in the order of drawing."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from tests.report.leaks.fonts import Font
from tests.report.leaks.syntax import Reader, Word, value

Colour = tuple[float, ...]
BLACK: Colour = (0.0, 0.0, 0.0)
_END = b"\n \n"
"""How every page ends."""
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True, slots=True)
class Tag:
    """Marked content: its tag and its properties."""

    name: str
    properties: Any = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A text that is shown, with all that decides how it looks."""

    text: str
    x: float
    y: float
    size: float
    width: float
    face: str
    codes: bytes
    colour: Colour
    order: int
    tag: Tag | None
    clipped: bool

    @property
    def box(self) -> Box:
        """Where its letters are, without what they may have below the line."""
        return self.x, self.y, self.x + self.width, self.y + 0.7 * self.size


@dataclass(frozen=True, slots=True)
class Shape:
    """A path that is filled or stroked, or that clips."""

    how: str
    box: Box
    colour: Colour
    points: tuple[tuple[float, float], ...]
    steps: str
    order: int
    tag: Tag | None
    line: float
    is_box: bool
    clipped: bool


@dataclass(slots=True, eq=False)
class Page:
    """All that is on one page, and what is odd about how it is put there."""

    texts: list[Shown] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)


@lru_cache(128)
def drawn(content: bytes, fonts: tuple[tuple[str, Font], ...]) -> Page:
    """What the content of a page does, with these fonts."""
    return _Drawing(dict(fonts)).follow(content)


class _Drawing:
    """Follows the operators of one page. An operator that is not among these is odd."""

    def __init__(self, fonts: dict[str, Font]) -> None:
        self.page, self._fonts = Page(), fonts
        self._fill: Colour = BLACK
        self._stroke: Colour = BLACK
        self._line, self._clipped = 1.0, False
        self._kept: list[tuple[Colour, Colour, float, bool]] = []
        self._path: list[tuple[float, float]] = []
        self._is_box, self._order, self._in_text = False, 0, False
        self._steps = ""
        self._font: Font | None = None
        self._size = self._x = self._y = 0.0
        self._tag: Tag | None = None
        self._does = {
            "q": self._q, "Q": self._big_q, "cm": self._cm, "rg": self._rg, "RG": self._big_rg,
            "w": self._w, "re": self._re, "m": self._to, "l": self._to, "c": self._to,
            "h": self._close, "n": self._end_path, "f": self._paint, "f*": self._paint,
            "S": self._paint, "W": self._clip, "W*": self._clip, "BT": self._bt, "ET": self._et,
            "Tm": self._tm, "Tf": self._tf, "TL": self._tl, "Tj": self._tj, "T*": self._nothing,
            "BMC": self._bmc, "BDC": self._bdc, "EMC": self._emc,
        }  # fmt: skip
        self._now = ""

    def follow(self, content: bytes) -> Page:
        """Do all that is in the content of a page."""
        reader = Reader(content.removesuffix(_END))
        tokens, given = reader.tokens(), list[Any]()
        for token in tokens:
            if not isinstance(token, Word) or token in ("<<", "["):
                given.append(value(tokens, reader.odd, token))
                continue
            self._do(str(token), given)
            given = []
        if given or self._kept or self._tag or self._in_text:
            self._odd("the page ends in the middle of something")
        self.page.odd += reader.odd
        return self.page

    def _do(self, name: str, given: list[Any]) -> None:
        self._now = name
        self._order += 1
        for one in given:
            if isinstance(one, float) and round(one, 6 if name in ("rg", "RG") else 4) != one:
                self._odd(f"a number as precise as {one}")
        if name not in self._does:
            self._odd(f"operator {name} {given!r:.60}")
            return
        try:
            self._does[name](*given)
        except (TypeError, ValueError, IndexError):
            self._odd(f"operator {name} with {given!r:.60}")

    def _odd(self, said: str) -> None:
        self.page.odd.append(said)

    # --- state --------------------------------------------------------------------------------

    def _nothing(self) -> None:
        """An operator that changes nothing we look at."""

    def _q(self) -> None:
        self._kept.append((self._fill, self._stroke, self._line, self._clipped))

    def _big_q(self) -> None:
        self._fill, self._stroke, self._line, self._clipped = self._kept.pop()

    def _cm(self, *matrix: float) -> None:
        if matrix != (1, 0, 0, 1, 0, 0):
            self._odd(f"the page is moved or scaled: {matrix}")

    def _rg(self, *colour: float) -> None:
        self._fill = colour

    def _big_rg(self, *colour: float) -> None:
        self._stroke = colour

    def _w(self, width: float) -> None:
        self._line = width

    # --- paths --------------------------------------------------------------------------------

    def _re(self, x: float, y: float, width: float, height: float) -> None:
        self._is_box, self._steps = not self._path, self._steps + "re"
        self._path += [(x, y), (x + width, y + height)]

    def _to(self, *points: float) -> None:
        self._steps += self._now
        self._path += list(zip(points[::2], points[1::2], strict=True))

    def _close(self) -> None:
        self._steps += "h"

    def _clip(self) -> None:
        self._shape("clip")
        self._clipped = True

    def _paint(self) -> None:
        self._shape("stroke" if self._now == "S" else "fill")
        self._end_path()

    def _end_path(self) -> None:
        self._path, self._is_box, self._steps = [], False, ""

    def _shape(self, how: str) -> None:
        xs, ys = zip(*self._path, strict=True)
        box = (min(xs), min(ys), max(xs), max(ys))
        colour = self._stroke if how == "stroke" else self._fill
        self.page.shapes.append(
            Shape(
                how, box, colour, tuple(self._path), self._steps, self._order, self._tag,
                self._line, self._is_box, self._clipped,
            )
        )  # fmt: skip

    # --- text ---------------------------------------------------------------------------------

    def _bt(self) -> None:
        self._in_text = True

    def _et(self) -> None:
        self._in_text = False

    def _tm(self, a: float, b: float, c: float, d: float, x: float, y: float) -> None:
        if (a, b, c, d) != (1, 0, 0, 1):
            self._odd(f"text turned or scaled: {a} {b} {c} {d}")
        self._x, self._y = x, y

    def _tf(self, name: str, size: float) -> None:
        self._font, self._size = self._fonts.get(name), size
        if self._font is None:
            self._odd(f"a font that is not there: {name}")

    def _tl(self, leading: float) -> None:
        if abs(leading - 1.2 * self._size) > 1e-3:
            self._odd(f"a leading of {leading} at {self._size}")

    def _tj(self, codes: bytes) -> None:
        if self._font is None or not self._in_text:
            self._odd("text without a font")
            return
        width = self._font.width(codes.rstrip(b" "), self._size)
        self.page.texts.append(
            Shown(
                self._font.text(codes), self._x, self._y, self._size, width, self._font.face,
                codes, self._fill, self._order, self._tag, self._clipped,
            )
        )  # fmt: skip

    # --- tags ---------------------------------------------------------------------------------

    def _bmc(self, name: str) -> None:
        self._bdc(name, None)

    def _bdc(self, name: str, properties: Any) -> None:
        if self._tag is not None:
            self._odd("a tag in a tag")
        self._tag = Tag(str(name), properties)
        self.page.tags.append(self._tag)

    def _emc(self) -> None:
        if self._tag is None:
            self._odd("the end of no tag")
        self._tag = None
