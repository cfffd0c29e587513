"""The closed rule for two totals that stand side by side."""


def may_show_difference(larger: int, smaller: int, k: int) -> bool:
    """Whether two totals may stand side by side: their difference is then known, so it is no small
    number and not zero.

    The first must be the larger. Fewer dossiers than melders would tell more than a difference: a
    dossier has one subject and one aard, so they bound how many rows can hold anybody at all.
    """
    return larger - smaller >= k
