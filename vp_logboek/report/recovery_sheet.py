"""The recovery sheet on paper: one page, to be printed, that names nobody."""

from vp_logboek.domain.recovery_sheet import Sheet
from vp_logboek.report import fonts, prose, style
from vp_logboek.report.elements import Element
from vp_logboek.report.flow import Part
from vp_logboek.report.paper import Paper
from vp_logboek.report.selfcheck.sheet import check_sheet
from vp_logboek.report.style import GRID, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, WIDTH, TextStyle

_INTRO = TextStyle(fonts.REGULAR, 11, 17)
_SECTION = TextStyle(fonts.SEMIBOLD, 12.5, 17, style.ACCENT)
_BODY = TextStyle(fonts.REGULAR, 10.5, 16)
_NUMBER = TextStyle(fonts.SEMIBOLD, 16, 20)
_LABEL = TextStyle(fonts.REGULAR, 9, 12, style.MUTED)
_CHARACTER = TextStyle(fonts.SEMIBOLD, 21, 26)
_LINE_NUMBER = TextStyle(fonts.REGULAR, 11, 14, style.MUTED)
_STYLES = (_INTRO, _SECTION, _BODY, _NUMBER, _LABEL, _CHARACTER, _LINE_NUMBER)

TITLE = "Herstelblad VP Logboek"
_FOR = (
    "Bent u uw wachtzin vergeten? Dan opent u uw logboek met dit blad. Het helpt ook als het begin "
    "van het bestand beschadigd is. Zonder wachtzin en zonder blad kan niemand het logboek openen."
)
_PASSAGES = (
    (
        "Bewaar dit blad veilig",
        (
            "Wie dit blad en het bestand heeft, kan uw logboek lezen. Leg het blad in een kluis of "
            "een kast op slot, en niet bij de computer. Maak er geen foto van en mail het niet.",
        ),
    ),
    (
        "Zo gebruikt u het",
        (
            "Kies op het beginscherm “Wachtzin vergeten?”. Typ de zes regels over. Hoofdletters en "
            "spaties maken niet uit. Ziet u een 0 of een 1, dan is dat altijd een cijfer.",
            "De laatste drie tekens van elke regel controleren die regel. "
            "Het programma zegt dus in welke regel een typefout staat.",
        ),
    ),
    (
        "Hoort dit blad bij uw logboek?",
        (
            "Het nummer van dit blad staat ook op het beginscherm. Na een nieuwe wachtzin hoort er "
            "een nieuw blad bij uw logboek: druk dat dan af.",
            "Oude reservekopieën houden hun oude blad. Vernietig dit blad pas als u die kopieën "
            "niet meer nodig hebt.",
        ),
    ),
)
_TO_FILL_IN = ("Afgedrukt op", "Bewaard in")

_CARD_TOP = 156.0
_ROW = 40.0
_STEP = 19.0
"""From one character of a group to the next: all equally wide, so that they are easily counted."""
_GROUP_STEP = 4 * _STEP + 26.0
_FIRST_GROUP = LEFT + 76.0


def render(sheet: Sheet) -> bytes:
    """The page, read back and found to hold nothing else; the same sheet gives the same bytes.

    Raises OverviewRefused where the finished page is not what it should be.
    """
    paper = Paper(TITLE)
    with paper.artifact():
        paper.box(0, 0, PAGE_WIDTH, GRID, style.ACCENT)
    _head(paper, sheet.number)
    below = _card(paper, sheet.lines)
    _passages(paper, below + 3 * GRID)
    paper.end_section()
    _to_fill_in(paper)
    paper.next_page()
    pdf = paper.finished()
    check_sheet(pdf, TITLE, _said(sheet), _STYLES)
    return pdf


def _said(sheet: Sheet) -> list[tuple[str, str]]:
    """Every text of the page with its tag, in order."""
    lines = [("P", " ".join([_line_name(n), *line.split()])) for n, line in enumerate(sheet.lines)]
    passages = [(("H2", title), *(("P", text) for text in texts)) for title, texts in _PASSAGES]
    return [
        ("H1", TITLE),
        ("P", f"Nummer van dit blad {sheet.number}"),
        ("P", _FOR),
        *lines,
        *(said for row in passages for said in row),
        *(("P", label) for label in _TO_FILL_IN),
    ]


def _head(paper: Paper, number: str) -> None:
    prose.heading(TITLE, style.TITLE, WIDTH, prose.TITLE, 0).draw(paper, LEFT, 48)
    with paper.content(Element("P")):
        paper.text_right(RIGHT, 58, "Nummer van dit blad ", _LABEL)
        paper.text_right(RIGHT, 78, number, _NUMBER)
    prose.set_text(_FOR, _INTRO, WIDTH).draw(paper, LEFT, 96)


def _card(paper: Paper, lines: tuple[str, ...]) -> float:
    """The lines that are typed over; how far down they reach."""
    height = len(lines) * _ROW + 2 * GRID
    with paper.artifact():
        paper.card(LEFT, _CARD_TOP, WIDTH, height, style.PAPER)
        for index in range(1, len(lines)):
            paper.rule(LEFT + 2 * GRID, _CARD_TOP + GRID + index * _ROW, WIDTH - 4 * GRID, 0.25)
    for index, line in enumerate(lines):
        baseline = _CARD_TOP + GRID + (index + 0.5) * _ROW + 0.35 * _CHARACTER.size
        with paper.content(Element("P")):
            paper.text(LEFT + 2 * GRID, baseline - 2, f"{_line_name(index)} ", _LINE_NUMBER)
            _line(paper, baseline, line)
    return _CARD_TOP + height


def _line_name(index: int) -> str:
    return f"Regel {index + 1}"


def _line(paper: Paper, y: float, line: str) -> None:
    """The groups of a line, each character in a place as wide as the others; a space between the
    groups, for who has it read aloud or copies it.
    """
    groups = line.split()
    for place, group in enumerate(groups):
        x = _FIRST_GROUP + place * _GROUP_STEP
        for number, character in enumerate(group, 1):
            room = _STEP - fonts.width(character, _CHARACTER.face, _CHARACTER.size)
            is_last = number == len(group) and place < len(groups) - 1
            paper.text(x + room / 2, y, f"{character} " if is_last else character, _CHARACTER)
            x += _STEP


def _passages(paper: Paper, y: float) -> None:
    for title, paragraphs in _PASSAGES:
        parts: tuple[Part, ...] = (
            prose.heading(title, _SECTION, WIDTH, prose.SECTION, 3),
            *(prose.set_text(text, _BODY, WIDTH, 0.5 * GRID) for text in paragraphs),
        )
        for part in parts:
            part.draw(paper, LEFT, y)
            y += part.height
        y += 1.5 * GRID


def _to_fill_in(paper: Paper) -> None:
    y, width = PAGE_HEIGHT - 7 * GRID, (WIDTH - 3 * GRID) / 2
    for place, label in enumerate(_TO_FILL_IN):
        x = LEFT + place * (width + 3 * GRID)
        with paper.artifact():
            paper.rule(x, y, width)
        with paper.content(Element("P")):
            paper.text(x, y + 12, label, _LABEL)
