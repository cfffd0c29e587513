"""Every fixed sentence of the overview, as data: Dutch at B1 level, for a public page.

Which of them are printed hangs on what the report is about, on its level and on printed totals
alone. A sentence that appeared only when something was corrected or hidden would tell of it.
"""

from dataclasses import dataclass

from vp_logboek.domain.disclosure.levels import Level, keeps_out_insiders
from vp_logboek.domain.safe_report import Held, ReportKind, SafeReport

EXAMPLE_MARK = "VOORBEELD – verzonnen gegevens"
CONCEPT_MARK = "CONCEPT, niet uitgebracht"
EXACT_MARK = "ZONDER DREMPEL – ook kleine aantallen"

HIDDEN_ON_FACTSHEET = (
    "• = niet getoond, zodat niemand te herkennen is. Ook een groter aantal kan verborgen zijn. "
    "Een • zegt niet of er meldingen waren. De lengte van een gearceerd vakje zegt niets."
)
EXACT_ON_FACTSHEET = (
    "Dit overzicht toont ook kleine aantallen. De organisatie heeft daarvoor gekozen."
)
FROZEN = (
    "Een uitgebracht jaar verandert niet; wat later is ingevoerd, telt in een later jaar. Een "
    "herziene uitgave vervangt een eerdere; dat staat dan bovenaan."
)
TOTAL_HIDDEN = (
    "Het totaal is niet getoond. Daarom staan er ook geen onderwerpen en geen uitsplitsingen."
)
IN_THIS_YEAR = "in dit jaar"
TOO_FEW = (
    "Bij zo weinig melders toont dit overzicht geen onderwerpen en geen uitsplitsingen. "
    "Zo is niemand te herkennen."
)
SMALL_NUMBERS_HEADING = "Kleine aantallen"
PROTECTION_HEADING = "Zo zijn de cijfers beschermd"
TABLES_HEADING = "Tabellen"
YEARS_HEADING = "Jaren naast elkaar"
ACCOUNT_HEADING = "Verantwoording"
TOTAL = "Totaal"

TALK_CHART = "Gesprekken met vertrouwenspersonen, waarvan onderwerp"

Passage = tuple[str, tuple[str, ...]]
"""A heading and its paragraphs."""

_COUNTED: Passage = (
    "Wat er is geteld",
    (
        "Melders, gesprekken, dossiers en uren zijn apart geteld. Ze zijn niet bij elkaar op te "
        "tellen. Boven elke kolom staat wat er is geteld.",
        "Een melder is iemand die bij de vertrouwenspersoon kwam. Elke melder telt één keer per "
        "jaar, ook na meer gesprekken. De melder telt bij het dossier van het eerste gesprek van "
        "het jaar.",
        "Een dossier is één kwestie. Daar kunnen meer gesprekken en meer melders bij horen. Alleen "
        "dossiers met een gesprek in dit jaar tellen mee.",
        "Activiteiten zijn werk voor de organisatie, zoals voorlichting. De uren daarvan staan bij "
        "de activiteiten. De andere uren zijn die van gesprekken. Uren zijn afgerond op hele uren.",
    ),
)

FEW_TALKS = (
    "Weinig gesprekken betekenen niet dat het werk veilig is. Misschien kennen mensen de "
    "vertrouwenspersoon niet, of durven zij niet te komen."
)
NOT_SAID_HEADING = "Wat dit overzicht niet zegt"

_NOT_SAID: Passage = (
    NOT_SAID_HEADING,
    (
        FEW_TALKS,
        "Veel gesprekken betekenen niet dat het werk onveilig is. Misschien vinden mensen de weg "
        "naar de vertrouwenspersoon goed.",
        "Een gesprek is geen bewijs. De vertrouwenspersoon luistert en adviseert, en onderzoekt "
        "niet of iets klopt.",
    ),
)

_OUTSIDE = "– = hoort niet bij de taak van deze vertrouwenspersoon."

_ORGANISATIONS = (
    "Dit zijn de aantallen van alle genoemde organisaties samen. Wie bij meer organisaties kwam, "
    "telt bij elke organisatie. Van elke organisatie is dit jaar ook apart uitgebracht."
)
_YEARS = (
    "Elk jaar staat hier zoals het is uitgebracht. Een jaar dat niet is uitgebracht, staat er niet "
    "bij. Een aantal voor alle jaren samen staat er alleen als elk jaar een aantal heeft. Wie in "
    "meer jaren kwam, telt in elk van die jaren."
)


@dataclass(frozen=True, slots=True)
class _Legend:
    """A level with its thresholds, and the years for which it held where there are several."""

    level: str
    exact: bool
    subject: int | None
    characteristic: int | None
    total: int | None
    years: tuple[str, ...] = ()

    @classmethod
    def of(cls, report: SafeReport) -> "_Legend":
        """That of a report about one year."""
        return cls(
            report.level, report.exact, report.subject_threshold,
            report.characteristic_threshold, report.total_threshold,
        )  # fmt: skip

    @classmethod
    def held(cls, held: Held) -> "_Legend":
        """That of some of the years that stand side by side."""
        return cls(
            held.level, held.exact, held.subject_threshold,
            held.characteristic_threshold, held.total_threshold, held.years,
        )  # fmt: skip

    @property
    def keeps_out_insiders(self) -> bool:
        """Whether also who knows everybody but one is kept out."""
        return any(level.label == self.level and keeps_out_insiders(level) for level in Level)


def chart_total(number: str, unit: str) -> str:
    """What the bars add up to."""
    return f"{TOTAL} {number} {unit}"


def none_of(label: str) -> str:
    """A column of its own of which there were none."""
    lowered = label if label[1:2].isupper() else label[:1].lower() + label[1:]
    return f"* 0 keer: {lowered}"


def fewer_than(number: int) -> str:
    """What stands instead of the total when there were too few."""
    return f"minder dan {number} melders"


def page_of(number: int, pages: int) -> str:
    """The page number."""
    return f"Pagina {number} van {pages}"


def marks(report: SafeReport, concept: bool) -> tuple[str, ...]:
    """What stands above every page of an example, a concept and a page with small numbers."""
    small = report.exact or any(held.exact for held in report.held)
    said = ((EXAMPLE_MARK, report.example), (CONCEPT_MARK, concept), (EXACT_MARK, small))
    return tuple(mark for mark, holds in said if holds)


def title(report: SafeReport) -> str:
    """What the document is."""
    if report.kind is ReportKind.YEARS:
        return f"Jaaroverzichten vertrouwenspersoon {listed(report.parts)}"
    return f"Jaaroverzicht vertrouwenspersoon {report.year}"


def revised(edition: int) -> str:
    """The line of an edition that takes the place of an earlier one; of the first there is none."""
    return f"Herziene uitgave {edition}" if edition > 1 else ""


def organisations(report: SafeReport) -> str:
    """The names of the organisations of a sum; empty where there is one organisation."""
    if report.kind is not ReportKind.TOGETHER:
        return ""
    return f"Organisaties samen: {'; '.join(report.parts)}"


def listed(names: tuple[str, ...]) -> str:
    """A row of names as one says it."""
    *before, last = names
    return f"{', '.join(before)} en {last}" if before else last


def on_factsheet(report: SafeReport) -> tuple[Passage, ...]:
    """What a reader of the first page alone must know."""
    legends = _legends(report)
    protection = [
        (SMALL_NUMBERS_HEADING, (EXACT_ON_FACTSHEET,)),
        (PROTECTION_HEADING, (HIDDEN_ON_FACTSHEET,)),
    ]
    exact = any(legend.exact for legend in legends)
    hidden = not all(legend.exact for legend in legends)
    said = [p for p, there in zip(protection, (exact, hidden), strict=True) if there]
    return (*said, (NOT_SAID_HEADING, (FEW_TALKS,)))


def account(report: SafeReport) -> tuple[Passage, ...]:
    """The whole account, always the same for a level."""
    about = {ReportKind.TOGETHER: (_ORGANISATIONS,), ReportKind.YEARS: (_YEARS,)}
    heading, counted = _COUNTED
    said = (heading, (*about.get(report.kind, ()), *counted, FROZEN))
    return (said, *(_protection(legend) for legend in _legends(report)), _NOT_SAID)


def _legends(report: SafeReport) -> tuple[_Legend, ...]:
    return tuple(map(_Legend.held, report.held)) or (_Legend.of(report),)


def _protection(legend: _Legend) -> Passage:
    return _exact(legend) if legend.exact else _protected(legend)


def _heading(text: str, legend: _Legend) -> str:
    return f"{text}: {listed(legend.years)}" if legend.years else text


def _about(legend: _Legend) -> str:
    """What has the level: the whole, or some of the years that stand side by side."""
    if not legend.years:
        return "Dit overzicht heeft"
    return "Dit jaar heeft" if len(legend.years) == 1 else "Deze jaren hebben"


def _exact(legend: _Legend) -> Passage:
    return (
        _heading(SMALL_NUMBERS_HEADING, legend),
        (
            f"{_about(legend)} niveau {legend.level}: kleine aantallen staan er ook in. De "
            "organisatie heeft daarvoor gekozen. Wie de organisatie goed kent, kan in een klein "
            "aantal soms iemand herkennen.",
            "0 = geen. " + _OUTSIDE + " Rijen met 0 zijn soms weggelaten.",
        ),
    )


INSIDER = (
    " Ook wie alles weet van iedereen behalve één melder, vindt het verborgen aantal van die "
    "melder niet."
)


def _protected(legend: _Legend) -> Passage:
    return (
        _heading(PROTECTION_HEADING, legend),
        (
            f"{_about(legend)} niveau {legend.level}. Bij minder dan {legend.total} "
            "melders staat ook het totaal er niet.",
            "• = niet getoond, zodat niemand te herkennen is. Onderwerpen met minder dan "
            f"{legend.subject} melders tonen wij niet. Uitsplitsingen met minder dan "
            f"{legend.characteristic} melders ook niet. Ook een groter aantal kan "
            "verborgen zijn. Een • zegt niet of er meldingen waren. Elke melder telt één keer.",
            _OUTSIDE,
            "Een klein verborgen aantal is niet met zekerheid uit te rekenen, ook nul niet. Dat "
            "geldt ook naast alle andere overzichten uit dit logboek en voor wie het programma "
            "kent."
            + (INSIDER if legend.keeps_out_insiders else "")
            + " Het gaat om zekerheid, niet om kans: iemand kan wel iets vermoeden.",
        ),
    )
