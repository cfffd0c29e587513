"""The organisation a counsellor works for: what shapes its yearly overview."""

from dataclasses import dataclass
from datetime import date

from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors import NameNeeded, ReasonNeeded, UnknownSubject
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.subjects import MainClass, rest_of


@dataclass(frozen=True, slots=True)
class LevelChoice:
    """The level that holds from reporting year ``from_year`` on, with its reason if one is due."""

    from_year: int
    level: Level
    reason: str = ""


FROM_THE_START = 0


@dataclass(frozen=True, slots=True)
class Organisation:
    """Settings of one organisation.

    ``remit`` (taakgebied) is public and fixed before a year begins; *Advies algemeen* always
    belongs to it, because a matter outside the remit is counted there as *buiten taakgebied*.
    ``columns`` are leaves shown as a column of their own. ``levels`` is in order of ``from_year``.
    """

    name: str
    start_month: int = 1
    remit: frozenset[MainClass] = frozenset(MainClass)
    columns: tuple[str, ...] = ()
    hire_is_external: bool = False
    levels: tuple[LevelChoice, ...] = (LevelChoice(FROM_THE_START, Level.STANDARD),)
    id: int | None = None

    @property
    def key(self) -> int:
        """The id of an organisation that is in the logbook. Raises ValueError when it is not."""
        if self.id is None:
            raise ValueError("not in the logbook")
        return self.id

    def check(self) -> None:
        """Refuse what cannot be.

        Raises NameNeeded without a name, ReasonNeeded for a level without its reason, and
        UnknownSubject for a main class as a column: it has one already.
        """
        for code in self.columns:
            if code in {rest_of(main) for main in MainClass}:
                raise UnknownSubject(code)
        if not self.name.strip():
            raise NameNeeded
        for choice in self.levels:
            if choice.level is Level.NONE and not choice.reason.strip():
                raise ReasonNeeded

    def year(self, year: int) -> ReportingYear:
        """The reporting year that begins in ``year``."""
        return ReportingYear(year, self.start_month)

    def year_of(self, day: date) -> ReportingYear:
        """The reporting year in which ``day`` lies."""
        return ReportingYear.of(day, self.start_month)

    def level_in(self, year: int) -> Level:
        """The level that holds for a whole reporting year."""
        held = [choice.level for choice in self.levels if choice.from_year <= year]
        return held[-1] if held else self.levels[0].level

    def with_level(self, level: Level, reason: str, today: date) -> tuple[LevelChoice, ...]:
        """The levels after a change today: it holds for years that have not begun."""
        following = self.year_of(today).year + 1
        kept = tuple(choice for choice in self.levels if choice.from_year < following)
        return (*kept, LevelChoice(following, level, reason))
