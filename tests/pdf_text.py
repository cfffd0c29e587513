"""What a reader sees: the text of a PDF, read back by another library than the one that wrote."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument


def pages_of(pdf: bytes) -> list[str]:
    """The text of every page, as QPdfDocument reads it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    texts = [_plain(document.getAllText(page).text()) for page in range(document.pageCount())]
    document.close()
    return texts


def _plain(text: str) -> str:
    """Without the spaces that lines of a paragraph end with."""
    return "\n".join(line.rstrip() for line in text.splitlines())


def lines_of(pdf: bytes) -> list[str]:
    """All lines of all pages, in reading order, without spaces at their ends."""
    return [line.strip() for page in pages_of(pdf) for line in page.splitlines()]


def squeezed(text: str) -> str:
    """Text without any space: a label that was broken over two lines is then itself again."""
    return "".join(text.split())


def rows_under(pdf: bytes, title: str) -> dict[str, tuple[str, ...]]:
    """The last table with this title: squeezed label to figures, up to and with its total.

    A table without a total ends at the first line that is longer than a label can be.
    """
    lines = lines_of(pdf)
    start = max(number for number, line in enumerate(lines) if line == title)
    rows: dict[str, tuple[str, ...]] = {}
    label = ""
    for line in lines[start + 1 :]:
        words, figures = _split(line)
        label += "".join(words)
        if figures:
            rows[label] = figures
            label = ""
        elif words and words[0] == "Totaal":
            break
        elif words and words[-1] in ("melders", "gesprekken", "dossiers", "activiteiten", "uren"):
            label = ""
        if "Totaal" in rows:
            break
    return rows


def _split(line: str) -> tuple[list[str], tuple[str, ...]]:
    """The words of a line, and the figures at its end; the unit behind a total is left out."""
    words = line.split()
    if words[:1] == ["Totaal"]:
        return ["Totaal"], tuple(word for word in words[1:] if _is_figure(word))
    cut = len(words)
    while cut > 0 and _is_figure(words[cut - 1]):
        cut -= 1
    return words[:cut], tuple(words[cut:])


def _is_figure(word: str) -> bool:
    return word.isdigit() or word in ("•", "–")
