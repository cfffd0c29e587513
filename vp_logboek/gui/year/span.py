"""Which part of time stands under *U ziet*: the whole year, one half of it, or several years."""

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.half_year import Half


class Span(Choice):
    """A closed list: what can be chosen."""

    YEAR = "jaar", "heel jaar"
    FIRST = "1", "1e helft"
    SECOND = "2", "2e helft"
    YEARS = "jaren", "meer jaren"

    @property
    def half(self) -> Half | None:
        """The half that is meant, if one is."""
        return {Span.FIRST: Half.FIRST, Span.SECOND: Half.SECOND}.get(self)
