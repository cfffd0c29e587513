"""Random years, and what an attacker finds on the page of one."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace

from tests.domain.making import TREE, dossier, facts, person, talk
from vp_logboek.domain.conversation import Intervention, Referral
from vp_logboek.domain.disclosure.draw import KEY_BYTES, Draw
from vp_logboek.domain.disclosure.fix import fixed_attacker
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.problems import Dimension, Place
from vp_logboek.domain.disclosure.system import Page
from vp_logboek.domain.dossier import ContactKind, Handling, MelderKind, Outcome, Relation
from vp_logboek.domain.facts import FindingFact
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.domain.tally import Tally

PROTECTED = (Level.WIDE, Level.STANDARD, Level.STRICT)
LEAVES = [leaf.code for leaf in TREE]


def draw_of(number: int) -> Draw:
    """The draw under a test key; now and then it hides something by itself."""
    return Draw(number.to_bytes(KEY_BYTES), "test")


def random_year(seed: int, melders: int, name: str = "Gemeente Voorbeeld") -> Tally:
    """A year in which a few subjects, kinds and relations occur often, and others now and then."""
    dice = random.Random(seed)

    def some(choices: list[object], often: int) -> object:
        return dice.choice(choices[:often] if dice.random() < 0.85 else choices)

    columns = tuple(dice.sample(["discriminatie", "pesten"], dice.randrange(3)))
    subjects = dice.sample(LEAVES, len(LEAVES))
    dossiers = {
        number: dossier(
            str(some(list(subjects), 5)),
            person(
                number,
                some([*MelderKind, None], 3),  # type: ignore[arg-type]
                some([*Relation, None], 4),  # type: ignore[arg-type]
            ),
            kind=some(list(ContactKind), 2),  # type: ignore[arg-type]
        )
        for number in range(melders)
    }
    talks = [
        talk(
            number,
            each.subject,
            interventions=frozenset({some(list(Intervention), 3)}),
            referrals=frozenset({some(list(Referral), 3)}),
        )
        for number, each in dossiers.items()
    ]
    findings = [
        FindingFact(number, some(list(kind), 2))  # type: ignore[arg-type,call-overload]
        for number in dossiers
        for kind in (Handling, Outcome)
        if dice.random() < 0.7
    ]
    return Tally.of(replace(facts(talks, dossiers, findings, columns=columns), organisation=name))


# --- what the page tells ----------------------------------------------------------------------


def printed_numbers(report: SafeReport) -> Mapping[Place, int]:
    """Every number of the rows of a page, by its place."""
    return {
        (table.code, row.code, column): figure
        for table in report.tables
        for row in table.rows
        for column, figure in enumerate(row.figures)
        if isinstance(figure, int)
    }


def page_of(each: Dimension, report: SafeReport) -> Page:
    """What a reader sees of a dimension: printed numbers, and nothing that was only meant."""
    printed = printed_numbers(report)
    total = printed["kerncijfers", "totaal", 0]  # type: ignore[index]
    seen = {cell: printed[place] for place, cell in each.places.items() if place in printed}
    return Page(each.problem.system, {0: total, **seen})


def open_cells(each: Dimension, report: SafeReport) -> Iterator[str]:
    """Hidden cells of which some small numbers are possible and others not, or that are known to be
    small: there should be none.
    """
    page = page_of(each, report)
    attacker = fixed_attacker(page)
    for cell in page.hidden:
        asked = each.problem.system.cells[cell]
        if asked.threshold == 0:
            continue
        small = each.problem.values[cell] < asked.least + asked.threshold
        if cell in attacker.known:
            if small:
                yield asked.name
        elif not attacker.possible(cell).every:
            yield asked.name
