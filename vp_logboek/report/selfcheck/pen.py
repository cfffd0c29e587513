"""Following a content stream shape by shape."""

from collections.abc import Mapping, Sequence
from typing import NoReturn

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report.reread.values import Name, Value
from vp_logboek.report.selfcheck.box import PAGE, Box, as_float, hull, rectangle
from vp_logboek.report.selfcheck.covering import nothing_covered
from vp_logboek.report.selfcheck.drawing import (
    BARS,
    FITTED,
    GROUNDS,
    INK,
    LINES,
    STUB,
    STYLES,
    WEIGHTS,
    Artifact,
    Drawing,
    Filled,
    Looks,
    Mark,
    Ruled,
    Shown,
    colour_of,
)
from vp_logboek.report.selfcheck.letters import Letters
from vp_logboek.report.selfcheck.marking import marked
from vp_logboek.report.selfcheck.shapes import shapes

_POINT = 2
_UPRIGHT = [1, 0, 0, 1]
_SMALLEST, _NEAR = 6.0, 0.01
_HATCH = 11
"""The lines across a hatched rectangle, whatever is hidden."""


def drawn(
    stream: bytes, fonts: Mapping[str, Letters], place: str, styles: Looks = STYLES
) -> Drawing:
    """All that a content stream draws. Raises OverviewRefused for what is not a shape of ours."""
    pen = _Pen(fonts, place, styles)
    for shape, operands in shapes(stream, place):
        pen.draw(shape, operands)
    if pen.mark is not None:
        pen.refuse()
    nothing_covered(pen.drawing, place)
    return pen.drawing


class _Pen:
    """The colours that are set, the mark that is open, and what was drawn so far."""

    def __init__(self, fonts: Mapping[str, Letters], place: str, styles: Looks) -> None:
        self.drawing = Drawing()
        self.mark: Mark | None = None
        self._fonts, self._place, self._styles = fonts, place, styles
        self._fill = self._stroke = ""
        self._weight = 0.0

    def refuse(self) -> NoReturn:
        """Raise OverviewRefused for this page."""
        raise OverviewRefused(Fault.DRAWING, self._place)

    def draw(self, shape: str, operands: Sequence[list[Value]]) -> None:
        """Draw one shape."""
        if shape in ("begin", "end"):
            self._marking(shape, operands[0])
        elif shape in ("fill", "stroke", "weight"):
            self._set(shape, operands[0])
        elif shape == "nothing":
            return
        elif self.mark is None:
            self.refuse()
        elif shape == "text":
            self._text(self.mark, operands)
        elif shape in ("box", "card"):
            self._filled(self.mark, operands)
        elif shape == "frame":
            self._framed(self.mark, operands[1])
        else:
            self._lines(self.mark, operands, _HATCH if shape == "hatch" else 1)

    def _marking(self, shape: str, operands: list[Value]) -> None:
        if (shape == "end") != (self.mark is not None):
            self.refuse()
        self.mark = marked(operands, self._place) if shape == "begin" else None
        if self.mark is not None and self.mark.number is None:
            self.drawing.artifacts.append(Artifact(self.mark.kind, []))
        elif self.mark is not None:
            self.drawing.marks.append(self.mark)

    def _set(self, shape: str, operands: list[Value]) -> None:
        if shape == "weight":
            self._weight = as_float(operands[0])
            if self._weight not in WEIGHTS:
                self.refuse()
            return
        colour = colour_of([as_float(each) for each in operands])
        if shape == "fill" and colour in INK | GROUNDS | BARS:
            self._fill = colour
        elif shape == "stroke" and colour in LINES:
            self._stroke = colour
        else:
            self.refuse()

    def _text(self, mark: Mark, operands: Sequence[list[Value]]) -> None:
        _begin, matrix, font, leading, shown, *_end = operands
        match [font, shown]:
            case [[Name() as name, int() | float() as size], [bytes() as codes]] if (
                name in self._fonts and matrix[:4] == _UPRIGHT
            ):
                letters = self._fonts[name]
            case _:
                self.refuse()
        if abs(as_float(leading[0]) - 1.2 * size) > _NEAR or not self._is_style(letters.face, size):
            self.refuse()
        x, y = as_float(matrix[4]), as_float(matrix[5])
        wide = letters.width(codes) * size / 1000
        box = Box(x, y - 0.25 * size, x + wide, y + 0.75 * size)
        self._on_page(box)
        self.drawing.order += 1
        said = letters.read(codes)
        self.drawing.texts.append(Shown(mark, said, box, self.drawing.order, y, size))
        if mark.number is None:
            self.drawing.artifacts[-1].texts.append(said)

    def _is_style(self, face: str, size: float) -> bool:
        """Whether a text may look so."""
        if (face, size, self._fill) in self._styles:
            return True
        fitted = (each for each in FITTED if (each.face, each.colour) == (face, self._fill))
        return any(_SMALLEST <= size <= each.size and round(size, 1) == size for each in fitted)

    def _filled(self, mark: Mark, operands: Sequence[list[Value]]) -> None:
        if self._fill not in GROUNDS | BARS:
            self.refuse()
        numbers = [[as_float(each) for each in row] for row in operands[1:-1]]
        box = rectangle(numbers[0]) if len(numbers) == 1 else hull(numbers)
        self._on_page(box)
        self.drawing.order += 1
        self.drawing.boxes.append(Filled(mark, box, self.drawing.order, self._fill))

    def _framed(self, mark: Mark, operands: list[Value]) -> None:
        self._stroked()
        box = rectangle([as_float(each) for each in operands])
        self._on_page(box)
        if any(abs(side - fixed) > _NEAR for side, fixed in zip(box.sides, STUB, strict=True)):
            self.refuse()
        self.drawing.stubs.append(Filled(mark, box, self.drawing.order, self._stroke))

    def _lines(self, mark: Mark, operands: Sequence[list[Value]], count: int) -> None:
        """A line, or the clipped ones of a hatched rectangle: they say nothing but must be seen."""
        self._stroked()
        points = [[as_float(each) for each in row] for row in operands if len(row) == _POINT]
        if len(points) != 2 * count:
            self.refuse()
        for row in operands:
            for x, y in zip(row[0:2:2], row[1:2:2], strict=True):
                self._on_page(Box(as_float(x), as_float(y), as_float(x), as_float(y)))
        if count == 1:
            self.drawing.lines.append(Ruled(mark, hull(points)))

    def _stroked(self) -> None:
        if not self._stroke or not self._weight:
            self.refuse()

    def _on_page(self, box: Box) -> None:
        if not PAGE.holds(box, _NEAR) or box.left > box.right or box.low > box.high:
            self.refuse()
