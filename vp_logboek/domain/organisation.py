"""The organisation a counsellor works for: what shapes its yearly overview, and since when."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
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
class Setup:
    """What shapes the overviews of an organisation from reporting year ``from_year`` on."""

    from_year: int
    start_month: int
    remit: frozenset[MainClass]
    columns: tuple[str, ...]
    hire_is_external: bool


@dataclass(frozen=True, slots=True)
class Organisation:
    """Settings of one organisation.

    ``remit`` (taakgebied) is public and fixed before a year begins; *Advies algemeen* always
    belongs to it, because a matter outside the remit is counted there as *buiten taakgebied*.
    ``columns`` are leaves shown as a column of their own. ``levels`` is in order of ``from_year``.

    ``start_month``, ``remit``, ``columns`` and ``hire_is_external`` are what was chosen last; what
    held in a certain year is told by ``in_year``. ``setups`` is the whole history, in order of
    ``from_year``; without it the fields held from the start. Two organisations with the same
    fields are equal, whatever held before.
    """

    name: str
    start_month: int = 1
    remit: frozenset[MainClass] = frozenset(MainClass)
    columns: tuple[str, ...] = ()
    hire_is_external: bool = False
    levels: tuple[LevelChoice, ...] = (LevelChoice(FROM_THE_START, Level.STANDARD),)
    id: int | None = None
    setups: tuple[Setup, ...] = field(default=(), compare=False)

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

    def in_year(self, year: int) -> "Organisation":
        """This organisation with the settings that held in a reporting year."""
        held = self._setup(year)
        if held is None:
            return self
        return replace(
            self,
            start_month=held.start_month,
            remit=held.remit,
            columns=held.columns,
            hire_is_external=held.hire_is_external,
        )

    def year(self, year: int) -> ReportingYear:
        """The reporting year that begins in ``year``.

        After a change of the first month it begins where the year before it ended: all years
        together have each day once.
        """
        held, before = self._setup(year), self._setup(year - 1)
        if held is None or before is None:
            return ReportingYear(year, self.start_month)
        begins = None
        if before.start_month != held.start_month:
            begins = date(year, before.start_month, 1)
        return ReportingYear(year, held.start_month, begins)

    def year_of(self, day: date) -> ReportingYear:
        """The reporting year in which ``day`` lies."""
        later = self.year(day.year)
        return later if day in later else self.year(day.year - 1)

    def setup_from(self, from_year: int) -> Setup:
        """The fields as what holds from a year on."""
        return Setup(from_year, self.start_month, self.remit, self.columns, self.hire_is_external)

    def setups_after(self, earlier: tuple[Setup, ...], from_year: int) -> tuple[Setup, ...]:
        """The history in which these fields hold from ``from_year`` on, and before it the earlier.

        What says the same as what came before it is left out.
        """
        kept = [one for one in earlier if one.from_year < from_year]
        wanted = self.setup_from(from_year if kept else FROM_THE_START)
        if kept and replace(wanted, from_year=kept[-1].from_year) == kept[-1]:
            return tuple(kept)
        return (*kept, wanted)

    def first_free_year(self, last: date | None, closed: Collection[int]) -> int:
        """From which year on a change may hold: the first in which nothing is counted yet.

        ``last`` is the latest day of anything that is counted, ``closed`` the years that were
        issued or are blocked or in which something counts that has no day any more. Such a year
        may have begun: nobody was counted in it under other settings.
        """
        used = {*closed, *(() if last is None else (self.year_of(last).year,))}
        return max(used) + 1 if used else FROM_THE_START

    def _setup(self, year: int) -> Setup | None:
        held = [one for one in self.setups if one.from_year <= year]
        return held[-1] if held else next(iter(self.setups), None)

    def level_in(self, year: int) -> Level:
        """The level that holds for a whole reporting year."""
        held = [choice.level for choice in self.levels if choice.from_year <= year]
        return held[-1] if held else self.levels[0].level

    def with_level(self, level: Level, reason: str, today: date) -> tuple[LevelChoice, ...]:
        """The levels after a change today: it holds for years that have not begun."""
        following = self.year_of(today).year + 1
        kept = tuple(choice for choice in self.levels if choice.from_year < following)
        return (*kept, LevelChoice(following, level, reason))
