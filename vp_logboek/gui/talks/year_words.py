"""What is said of the year a talk counts in, when that is not simply the year of its day."""

from vp_logboek.services.talk_years import CountsIn


def on_the_form(year: CountsIn | None) -> str:
    """Below the day, before the talk is saved; empty where there is nothing to tell."""
    if year is None:
        return ""
    if not year.is_counted:
        return f"Telt in {year.counts_in}, want {year.own} is uitgebracht."
    return f"Is geteld in {year.counts_in}. Dat jaar is uitgebracht en verandert niet meer."


def for_the_reader(year: CountsIn | None) -> str:
    """Behind *Telt in*, of a talk that is read; empty for a talk of its own year."""
    if year is None:
        return ""
    if year.is_moved:
        return f"{year.counts_in}, want daarin is het al geteld"
    return f"{year.counts_in}, want {year.own} was al uitgebracht"


def in_the_list(counts_in: str) -> str:
    """Of one row of the list."""
    return f"telt in {counts_in}"


def below_the_list(names: list[str]) -> str:
    """How many of the talks in a list count in other years, by the names of those years."""
    if not names:
        return ""
    where = " of ".join(sorted(set(names)))
    return f"1 telt in {where}" if len(names) == 1 else f"{len(names)} tellen in {where}"
