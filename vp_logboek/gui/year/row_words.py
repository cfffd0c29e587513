"""What HR does not see in a row, in words."""

from PySide6.QtCore import Qt

from vp_logboek.domain.safe_report import Mark
from vp_logboek.gui.year.models import SheetModel


def row_words(model: SheetModel, row: int) -> str:
    """What HR does not see in a row, and why: hidden numbers, or parts that stand together."""
    return hidden_words(model, row) or model.cell(row, 0).aloud


def hidden_words(model: SheetModel, row: int) -> str:
    """Why each hidden number of a row is hidden, a line for each; with its column's name where
    there are several.
    """
    columns = range(1, model.columnCount())
    hidden = [n for n in columns if model.cell(row, n).text == Mark.HIDDEN.value]
    whys = [model.cell(row, column).aloud for column in hidden]
    if len(columns) == 1:
        return "".join(whys)
    names = [str(model.headerData(n, Qt.Orientation.Horizontal)) for n in hidden]
    return "\n".join(f"{name.capitalize()}: {why}" for name, why in zip(names, whys, strict=True))
