"""What is known to be wrong, or only seems so, with the reason. What no longer occurs goes."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """A finding of a check with these words in it; ``why`` it is allowed.

    ``percents``: the sizes of text in which it occurs.
    """

    check: str
    says: str
    why: str
    percents: tuple[int, ...] = (100, 150, 200)


KNOWN: tuple[Known, ...] = (
    Known(
        "aloud",
        "2 have the same name: _IconButton “Nieuw gesprek”",
        "Both begin a talk: one in the row of buttons, one in the empty year.",
    ),
    Known(
        "clipped",
        "scrolls sideways: _Rows “Wat elke rij wordt”",
        "A table of eight columns of somebody's own list; its reason stands in the first ones.",
    ),
    Known(
        "clipped",
        "DossierChoice “Dossier”",
        "In 1024 pixels the number of the dossier is whole; the rest is in its list.",
    ),
    Known(
        "clipped",
        "the window needs ",
        "At 200 % in a low window, where a bar stands above the list: the window gets up to 80 px"
        " higher than was asked.",
        percents=(200,),
    ),
    Known(
        "clipped",
        'lacks 38 px of height: QLabel “<span style="font-weight:600">In deze lijst staan geen',
        "At 200 % the import dialog made narrower than it opens keeps its height: the third line of"
        " its reason is cut off. One that opens so narrow is higher.",
        percents=(200,),
    ),
    Known(
        "clipped",
        "is pushed out by 7 px: _IconButton",
        "At 200 % in a window of 620 high, below a bar: the lower edge of the buttons of a dossier"
        " is cut off, their words are not.",
        percents=(200,),
    ),
)


def without_known(check: str, found: Iterable[str], met: set[Known]) -> list[str]:
    """What is new among what was found; notes in ``met`` what was known."""
    new = []
    for one in found:
        known = next((k for k in KNOWN if k.check == check and k.says in one), None)
        if known is None:
            new.append(one)
        else:
            met.add(known)
    return new
