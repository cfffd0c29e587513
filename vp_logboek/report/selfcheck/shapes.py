"""The shapes a page is made of: each a fixed row of operators, and nothing between them.

Whatever else a PDF can do (pictures, forms, shadings, other ways to show text, invisible text) is
in none of them.
"""

import re
from collections.abc import Iterator

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report.reread.document import operations
from vp_logboek.report.reread.values import Value

_SHAPES = re.compile(
    r"""(?P<text>BT\ Tm\ Tf\ TL\ Tj\ T\*\ ET\ )
      | (?P<nothing>BT\ Tm\ T\*\ ET\ )
      | (?P<box>n\ re\ f\*\ )
      | (?P<card>n\ m\ l\ c\ l\ c\ l\ c\ l\ c\ h\ f\*\ )
      | (?P<line>n\ m\ l\ S\ )
      | (?P<frame>n\ re\ S\ )
      | (?P<hatch>q\ n\ re\ W\*\ n\ (?:n\ m\ l\ S\ )+Q\ )
      | (?P<fill>rg\ ) | (?P<stroke>RG\ ) | (?P<weight>w\ )
      | (?P<begin>BDC\ |BMC\ ) | (?P<end>EMC\ )""",
    re.VERBOSE,
)
_NUMBERS = {
    "cm": 6,
    "BT": 0,
    "Tm": 6,
    "TL": 1,
    "T*": 0,
    "ET": 0,
    "n": 0,
    "re": 4,
    "f*": 0,
    "m": 2,
    "l": 2,
    "c": 6,
    "h": 0,
    "S": 0,
    "q": 0,
    "Q": 0,
    "W*": 0,
    "rg": 3,
    "RG": 3,
    "w": 1,
    "EMC": 0,
}
"""How many numbers each operator takes that takes nothing else."""
_DIGITS = {"rg": 6, "RG": 6, **dict.fromkeys(("m", "l", "c"), 4)}
"""How precise they are: places in hundredths of a point, but for round corners."""
_WHOLE_PAGE = ("cm", [1, 0, 0, 1, 0, 0])


def shapes(stream: bytes, place: str) -> Iterator[tuple[str, list[list[Value]]]]:
    """The shapes of a content stream in order, by name, each with the operands of its operators.

    Raises OverviewRefused.
    """
    rows = operations(stream)
    names = "".join(f"{name} " for name, _operands, _at in rows[1:])
    if not rows or rows[0][:2] != _WHOLE_PAGE:
        raise OverviewRefused(Fault.DRAWING, place)
    done, at = 1, 0
    while at < len(names):
        shape = _SHAPES.match(names, at)
        if shape is None:
            raise OverviewRefused(Fault.DRAWING, place)
        count = shape[0].count(" ")
        taken = rows[done : done + count]
        if not all(_fits(name, operands) for name, operands, _at in taken):
            raise OverviewRefused(Fault.DRAWING, place)
        yield str(shape.lastgroup), [operands for _name, operands, _at in taken]
        done, at = done + count, shape.end()


def _fits(name: str, operands: list[Value]) -> bool:
    """Whether an operator has the operands it needs; text and marks are judged elsewhere."""
    if name not in _NUMBERS:
        return True
    digits = _DIGITS.get(name, 2)
    plain = all(
        type(each) is int or (type(each) is float and round(each, digits) == each)
        for each in operands
    )
    return plain and len(operands) == _NUMBERS[name]
