"""The closed rule for two totals that stand side by side."""


def may_show_difference(larger: int, smaller: int, k: int) -> bool:
    """Whether two totals may stand side by side: their difference is then known, so it is no small
    number and not zero.
    """
    return abs(larger - smaller) >= k
