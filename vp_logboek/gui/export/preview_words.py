"""What the preview of the pages says; without Qt."""

WIDTH, WHOLE = 0.0, -1.0
"""As wide as the room; the whole page: what stands for a zoom that follows from the room."""
_SAME_AS_TEXT = "Dezelfde inhoud is ook als tekst te lezen."
_KEYS = "Control met PageDown gaat naar de volgende bladzijde. Control met plus maakt alles groter."


def pages(count: int) -> str:
    """So many pages."""
    return "1 bladzijde" if count == 1 else f"{count} bladzijden"


def ready(count: int) -> str:
    """That the pages are there."""
    return f"De bladzijden zijn er: {pages(count)}."


def about_pages(count: int) -> str:
    """What is said with the pages."""
    return f"{pages(count)}. {_SAME_AS_TEXT} {_KEYS}" if count else _SAME_AS_TEXT


def page_of(page: int, count: int) -> str:
    """A page in the list; the first is 0."""
    return f"Bladzijde {page + 1} van {count}"


def zoom(factor: float) -> str:
    """How large the pages are."""
    named = {WIDTH: "Hele breedte", WHOLE: "Hele bladzijde"}
    return named.get(factor, f"{factor:.0%}".replace("%", " %"))
