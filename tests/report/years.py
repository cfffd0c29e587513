"""Reports to print: published figures, a year with everything in it, and any report at all."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from hypothesis import strategies as st

from tests.domain.making import TREE, dossier, facts, one_each, person, talk
from tests.draws import quiet_draw
from vp_logboek.domain.activity import ActivityKind
from vp_logboek.domain.conversation import Channel, ConversationKind, Intervention, Referral
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import protect
from vp_logboek.domain.dossier import ContactKind, Ending, Handling, Measure, MelderKind, Outcome
from vp_logboek.domain.dossier import Relation as Rel
from vp_logboek.domain.facts import ActivityFact, Facts, FindingFact
from vp_logboek.domain.safe_report import Mark, SafeColumn, SafeReport, SafeRow, SafeTable
from vp_logboek.domain.tables import RowKind, TableCode, Unit
from vp_logboek.domain.tally import Tally

ZUID_HOLLAND = {
    "integriteit_overig": 2,
    "ongewenste_omgangsvormen_overig": 9,
    "arbeidsconflict_overig": 5,
    "onveiligheid_overig": 4,
    "advies_overig": 5,
}
ACTIVITIES = (
    ActivityFact(ActivityKind.INFORMATION, 3.5),
    ActivityFact(ActivityKind.INFORMATION, 2),
    ActivityFact(ActivityKind.PEER_REVIEW, 6),
)


def year_with(counts: Mapping[str, int], columns: tuple[str, ...] = ("discriminatie",)) -> Facts:
    """A year with this many melders under each subject, each with one talk."""
    listed = chain.from_iterable([code] * number for code, number in counts.items())
    return replace(one_each(listed, columns), activities=ACTIVITIES)


def report_of(year: Facts, level: Level = Level.STANDARD, example: bool = False) -> SafeReport:
    tally = Tally.of(year)
    return protect(tally, level, quiet_draw(tally, level), example=example).report


def zuid_holland(level: Level = Level.STANDARD) -> SafeReport:
    return report_of(year_with(ZUID_HOLLAND), level)


def few() -> SafeReport:
    return report_of(year_with({"pesten": 3}))


def eight() -> SafeReport:
    return report_of(year_with({"pesten": 8}))


def full_year(melders: int = 200) -> Facts:
    """A year in which every table has something in it, and most of its rows too."""
    leaves = [leaf.code for leaf in TREE]
    numbers = range(1, melders + 1)
    dossiers = {
        n: dossier(
            leaves[(n * n + n // 7) % len(leaves)],
            person(
                n, _turn(MelderKind, n * 7) if n % 5 else None, _turn(Rel, n) if n % 3 else None
            ),
            kind=_turn(ContactKind, n * n % 3 + n % 2),
            new=n % 4 > 0,
            closed=n % 3 == 0,
        )
        for n in numbers
    }
    talks = [
        talk(
            n,
            dossiers[n].subject,
            kind=_turn(ConversationKind, n * j),
            channel=_turn(Channel, n * 3 + j),
            interventions=frozenset({_turn(Intervention, n), _turn(Intervention, n // 5)}),
            referrals=frozenset({_turn(Referral, n)}),
        )
        for n in numbers
        for j in range(1, 2 + n % 3)
    ]
    findings = [
        FindingFact(n, _turn(kind, n * n))
        for n in numbers
        for position, kind in enumerate((Handling, Outcome, Measure, Ending))
        if (n + position) % 2
    ]
    year = facts(talks, dossiers, findings, columns=("discriminatie", "pesten"))
    return replace(year, activities=ACTIVITIES)


def _turn(choices: type, number: int) -> object:
    listed = list(choices)  # type: ignore[call-overload]
    return listed[number % len(listed)]


# --- any report at all ------------------------------------------------------------------------

MAINS = ("integriteit", "ongewenste_omgangsvormen", "arbeidsconflict", "onveiligheid", "advies")
figures = st.one_of(st.integers(0, 99_999), st.just(Mark.HIDDEN), st.just(Mark.OUTSIDE))
labels = st.text("abcdefghij klmnopqrstuvwxyzABCëïé/-<>&\"'", min_size=1, max_size=120)


@st.composite
def tables(draw: st.DrawFn, code: TableCode) -> SafeTable:
    """A table with any pattern of figures and marks, short or very long."""
    unit = draw(st.sampled_from(list(Unit)))
    width = draw(st.sampled_from((1, 1, 1, 2, 3)))
    columns = tuple(
        SafeColumn(draw(st.sampled_from(("aantal", "intern", "niet ingevuld"))), unit)
        for _ in range(width)
    )
    rows = draw(st.lists(_rows(width), min_size=1, max_size=draw(st.sampled_from((4, 12, 60)))))
    total = draw(st.none() | st.tuples(*[figures] * width))
    together = draw(st.none() | st.integers(0, 999))
    return SafeTable(code, columns, tuple(rows), total, together, draw(st.booleans()))


@st.composite
def _rows(draw: st.DrawFn, width: int) -> SafeRow:
    kind = draw(st.sampled_from(list(RowKind)))
    cells = draw(st.tuples(*[figures] * width))
    return SafeRow("code", draw(labels), cells, kind, draw(st.none() | st.sampled_from(MAINS)))


@st.composite
def reports(draw: st.DrawFn) -> SafeReport:
    """A report the printer must be able to set, whether or not the protector would make it."""
    codes: Sequence[TableCode] = [c for c in TableCode if c is not TableCode.KEY]
    chosen = [code for code in codes if draw(st.booleans())]
    exact = draw(st.booleans())
    key = zuid_holland().tables[0]
    return SafeReport(
        draw(labels), draw(st.sampled_from(("2025", "2025-2026"))), "Standaard", exact,
        None if exact else 3, None if exact else 5, None if exact else 5, None,
        (key, *(draw(tables(code)) for code in chosen)), draw(st.booleans()),
    )  # fmt: skip
