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
        "the window needs 820x",
        "At 200 % in a window of 620 high, where a bar stands above the list: it gets up to 743"
        " high. A bar has a sentence of three parts beside its button; to be mended there.",
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
