"""How many more there are than the one that is named; without Qt."""


def still_more(number: int) -> str:
    """A sentence, or nothing where there is no other."""
    if number < 1:
        return ""
    return "Er is er nog één." if number == 1 else f"Er zijn er nog {number}."
