"""Where the PDF goes: no file is replaced that the user was not asked about."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from vp_logboek.gui.export.place import PdfPlace


def test_a_name_without_pdf_that_exists_with_it_is_asked_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "jaar.pdf").write_bytes(b"een eerder overzicht")
    parent = QWidget()
    qtbot.addWidget(parent)
    proposed = []
    typed = iter([str(tmp_path / "jaar"), str(tmp_path / "ander")])

    def ask(_parent: QWidget, _title: str, proposal: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(proposal).name)
        return next(typed), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)

    assert PdfPlace.ask(parent, "jaaroverzicht.pdf") == tmp_path / "ander.pdf"
    assert proposed == ["jaaroverzicht.pdf", "jaar.pdf"]
