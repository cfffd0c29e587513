"""Every fixed sentence of the overview, as data: Dutch at B1 level, for a public page.

Two promises of the design are left out on purpose, because they are not yet true. *Een uitgebracht
jaar verandert niet* and all that is said of earlier overviews wait for the ledger of releases. That
a reader who knows the program, or all people but one, learns nothing waits for the drawn pattern.
"""

from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.domain.tables import TableCode

EXAMPLE_MARK = "VOORBEELD – verzonnen gegevens"
CONCEPT_MARK = "CONCEPT, niet uitgebracht"

HIDDEN_ON_FACTSHEET = (
    "• = niet getoond, zodat niemand te herkennen is. Ook een groter aantal kan verborgen zijn. "
    "Een • zegt niet of er meldingen waren."
)
EXACT_ON_FACTSHEET = (
    "Dit overzicht toont ook kleine aantallen. De organisatie heeft daarvoor gekozen."
)
IN_THIS_YEAR = "in dit jaar"
TOO_FEW = (
    "Bij zo weinig melders toont dit overzicht geen onderwerpen en geen uitsplitsingen. "
    "Dat beschermt de mensen die kwamen."
)
SMALL_NUMBERS_HEADING = "Kleine aantallen"
PROTECTION_HEADING = "Zo zijn de cijfers beschermd"
TABLES_HEADING = "Tabellen"
ACCOUNT_HEADING = "Verantwoording"
CONTINUED = "vervolg"
TOTAL = "Totaal"

NOT_SHOWN_INTRO = "Hiervan is geen aantal te tonen:"

DOES_NOT_ADD_UP: dict[TableCode, str] = {
    TableCode.DOSSIER_STATE: (
        "Telt niet op: een dossier kan in één jaar nieuw zijn en ook worden afgesloten."
    ),
    TableCode.INTERVENTIONS: "Telt niet op: een melder kan bij meer regels horen.",
    TableCode.REFERRALS: "Telt niet op: een melder kan bij meer regels horen.",
    TableCode.HANDLING: "Telt niet op: niet over elke melder werd dit jaar iets bekend.",
    TableCode.OUTCOME: "Telt niet op: niet over elke melder werd dit jaar iets bekend.",
    TableCode.MEASURE: "Telt niet op: niet over elke melder werd dit jaar iets bekend.",
    TableCode.ENDING: "Telt niet op: niet over elke melder werd dit jaar iets bekend.",
}
"""Tables without a total. The activities have none either, but that says nothing about them."""

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
        "Activiteiten zijn werk voor de organisatie, zoals voorlichting. Uren zijn afgerond op "
        "hele uren.",
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


def chart_total(number: str, unit: str) -> str:
    """What the bars add up to."""
    return f"{TOTAL} {number} {unit}"


def none_of(label: str) -> str:
    """A column of its own of which there were none."""
    lowered = label if label[1:2].isupper() else label[:1].lower() + label[1:]
    return f"* 0 keer: {lowered}"


def together(number: int, unit: str) -> str:
    """What all hidden cells of one table are together."""
    return f"• samen: {number} {unit}"


def fewer_than(number: int) -> str:
    """What stands instead of the total when there were too few."""
    return f"minder dan {number} melders"


def page_of(number: int, pages: int) -> str:
    """The page number."""
    return f"Pagina {number} van {pages}"


def title(report: SafeReport) -> str:
    """What the document is."""
    return f"Jaaroverzicht vertrouwenspersoon {report.year}"


def on_factsheet(report: SafeReport) -> tuple[Passage, ...]:
    """What a reader of the first page alone must know."""
    protection: Passage = (
        (SMALL_NUMBERS_HEADING, (EXACT_ON_FACTSHEET,))
        if report.exact
        else (PROTECTION_HEADING, (HIDDEN_ON_FACTSHEET,))
    )
    return (protection, (NOT_SAID_HEADING, (FEW_TALKS,)))


def account(report: SafeReport) -> tuple[Passage, ...]:
    """The whole account, always the same for a level."""
    protection = _exact(report) if report.exact else _protected(report)
    return (_COUNTED, protection, _NOT_SAID)


def _exact(report: SafeReport) -> Passage:
    return (
        SMALL_NUMBERS_HEADING,
        (
            f"Dit overzicht heeft niveau {report.level}: kleine aantallen staan er ook in. De "
            "organisatie heeft daarvoor gekozen. Wie de organisatie goed kent, kan in een klein "
            "aantal soms iemand herkennen.",
            "0 = geen. " + _OUTSIDE + " Rijen met 0 zijn soms weggelaten.",
        ),
    )


def _protected(report: SafeReport) -> Passage:
    return (
        PROTECTION_HEADING,
        (
            f"Dit overzicht heeft niveau {report.level}. Bij minder dan {report.total_threshold} "
            "melders staat ook het totaal er niet.",
            "• = niet getoond, zodat niemand te herkennen is. Onderwerpen met minder dan "
            f"{report.subject_threshold} melders tonen wij niet. Uitsplitsingen met minder dan "
            f"{report.characteristic_threshold} melders ook niet. Ook een groter aantal kan "
            "verborgen zijn. Een • zegt niet of er meldingen waren. Elke melder telt één keer.",
            _OUTSIDE,
            "Dit beschermt tegen wie het overzicht leest. Uit de getoonde aantallen is een klein "
            "verborgen aantal niet met zekerheid uit te rekenen. Het gaat om zekerheid, niet om "
            "kans: iemand kan wel iets vermoeden.",
        ),
    )
