"""Half a year in a real logbook: what counts where, and that nothing of it gets out."""

import ast
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import InterfaceError

import vp_logboek
from tests.services.releasing import TODAY, came, issue, only, same_draw
from vp_logboek.domain.activity import Activity, ActivityKind
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.half_year import Half, HalfTally
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally
from vp_logboek.services import issuing, yearly_report
from vp_logboek.services.half_years import counted_half
from vp_logboek.services.yearly_report import year_tally
from vp_logboek.store.logbook import Logbook

EARLY, LATE = date(2025, 6, 30), date(2025, 7, 1)


def half(logbook: Logbook, half_: Half, year: int = 2025) -> HalfTally:
    return counted_half(logbook, only(logbook), year, half_).tally


def key(tally: Tally | HalfTally) -> tuple[int, ...]:
    """Melders, gesprekken, dossiers and hours."""
    return tuple(count.number for count in tally.table(TableCode.KEY).lines[0].counts)


@pytest.fixture
def filled(logbook: Logbook) -> Logbook:
    """Three people early, two late; one of the early ones comes back."""
    same_draw(logbook)
    first, *_ = came(logbook, EARLY, "pesten", 3)
    came(logbook, LATE, "met_collega", 2)
    again = Conversation(LATE, ConversationKind.FOLLOW_UP, Channel.PHONE, first.id, minutes=30)
    logbook.conversations.save(again)
    return logbook


def test_talks_and_hours_add_up_and_melders_need_not(filled: Logbook) -> None:
    first, second = half(filled, Half.FIRST), half(filled, Half.SECOND)
    assert key(first) == (3, 3, 3, 2)
    assert key(second) == (3, 3, 3, 1)
    assert key(year_tally(filled, only(filled), 2025)) == (5, 6, 5, 3)


def test_a_dossier_of_the_first_half_is_lopend_in_the_second(filled: Logbook) -> None:
    states = half(filled, Half.SECOND).table(TableCode.DOSSIER_STATE)
    assert [line.number for line in states.lines] == [2, 1, 0]


def test_a_school_year_has_its_halves_at_its_own_months(logbook: Logbook) -> None:
    school = logbook.organisations.save(Organisation("School", start_month=8))
    came(logbook, date(2025, 1, 31), "pesten", 1, school.key)
    came(logbook, date(2025, 2, 1), "pesten", 2, school.key)
    found = [counted_half(logbook, school, 2024, each).tally for each in Half]
    assert [key(each)[1] for each in found] == [1, 2]


def test_the_same_half_of_the_year_before_stands_beside_it(filled: Logbook) -> None:
    came(filled, date(2024, 3, 1), "pesten", 4)
    town = only(filled)
    before = counted_half(filled, town, 2025, Half.FIRST).before
    assert before is not None
    assert key(before)[:2] == (4, 4)
    assert counted_half(filled, town, 2025, Half.SECOND).before is None


def test_what_was_entered_late_counts_in_the_first_half(filled: Logbook, tmp_path: Path) -> None:
    """Its own year had been issued, so it counts in the year after it; it is older than both
    halves of that.
    """
    issue(filled, 2025, tmp_path / "2025.pdf")
    came(filled, LATE, "pesten", 2)
    assert key(half(filled, Half.FIRST, 2026))[1] == 2
    assert key(half(filled, Half.SECOND, 2026))[1] == 0
    assert key(half(filled, Half.SECOND))[1] == 3, "the issued year keeps what it counted"


def test_activities_are_in_the_half_of_their_day(filled: Logbook) -> None:
    town = only(filled)
    for day in (EARLY, LATE):
        filled.activities.save(Activity(town.key, day, ActivityKind.INFORMATION, 1.5))
    found = [half(filled, each).table(TableCode.ACTIVITIES).lines[0].counts for each in Half]
    assert [[count.number for count in counts] for counts in found] == [[1, 2], [1, 1]]


def test_what_stayed_of_destroyed_dossiers_is_in_neither_half(filled: Logbook) -> None:
    from vp_logboek.domain.dossier import ContactKind
    from vp_logboek.domain.remains import Remains
    from vp_logboek.store import remains

    gone = Remains(
        ContactKind.MELDING, "pesten", True, False, ("pesten",), (ConversationKind.FIRST,),
        (Channel.PHONE,), 60, (), (),
    )  # fmt: skip
    with filled.transaction():
        remains.add(filled._connection, only(filled).key, 2025, [gone])
    assert key(year_tally(filled, only(filled), 2025))[1] == 7
    both = [half(filled, each) for each in Half]
    assert [key(each)[1] for each in both] == [3, 3]
    assert all(each.left_out for each in both)
    assert not half(filled, Half.FIRST, 2024).left_out


# --- nothing of it gets out -------------------------------------------------------------------

KNOW_HALVES = {
    "store/counted.py", "store/facts.py", "store/logbook.py",
    "services/half_years.py",
}  # fmt: skip
"""Beside the screen of the year: where halves are counted. Nothing of these protects or issues."""


def names(tree: ast.AST) -> set[str]:
    """Everything that is imported, in full."""
    found = set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{one.name}" for one in node.names}
        elif isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
    return found


def knows_halves(source: str) -> bool:
    tree = ast.parse(source)
    spoken = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return "half_facts" in spoken or any("half_year" in one for one in names(tree))


def test_only_counting_and_the_screen_of_the_year_know_of_halves() -> None:
    root = Path(vp_logboek.__file__).parent
    sources = {
        str(path.relative_to(root)): path.read_text(encoding="utf-8") for path in root.rglob("*.py")
    }
    knowing = {
        name for name, source in sources.items() if "half_" in source and knows_halves(source)
    }
    assert {one for one in knowing if not one.startswith("gui/year/")} == KNOW_HALVES


@pytest.mark.parametrize(
    "planted",
    [
        "from vp_logboek.services.half_years import counted_half",
        "from vp_logboek.services import half_years",
        "import vp_logboek.domain.half_year",
        "def leak(logbook): return logbook.half_facts",
    ],
)
def test_a_leak_that_is_planted_would_be_seen(planted: str) -> None:
    assert knows_halves(planted)


def test_a_half_is_refused_where_a_year_is_asked_for(filled: Logbook, tmp_path: Path) -> None:
    town, target = only(filled), tmp_path / "half.pdf"
    first = half(filled, Half.FIRST).half
    for ask in (
        lambda: yearly_report.year_tally(filled, town, first),  # type: ignore[arg-type]
        lambda: yearly_report.year_overview(filled, town, first),  # type: ignore[arg-type]
        lambda: issuing.prepare(filled, town, first),  # type: ignore[arg-type]
        lambda: yearly_report.issue_overview(filled, town, first, target, TODAY),  # type: ignore[arg-type]
    ):
        with pytest.raises((TypeError, AttributeError, InterfaceError)):
            ask()
    assert not target.exists()
    assert filled.ledger.length == 0


def test_looking_at_halves_changes_nothing_that_is_issued(filled: Logbook) -> None:
    before = issuing.prepare(filled, only(filled), 2025)
    for each in Half:
        half(filled, each)
    assert issuing.prepare(filled, only(filled), 2025) == before
