"""A published year, talk by talk through the form: the page at the end is the published one."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.gui.conftest import PASSPHRASE, Running
from tests.pdf_text import lines_of, rows_under
from vp_logboek.domain.conversation import Channel, ConversationKind
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.dossier import ContactKind, MelderKind
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.gui.unlock.make_page import NewLogbook
from vp_logboek.services import notebook
from vp_logboek.services.yearly_report import overview_pdf, year_overview, year_tally
from vp_logboek.store.logbook import Logbook

CASE = Path(__file__).parents[1] / "data" / "cases" / "zuid-holland-2019.csv"
PUBLISHED = {
    "Integriteit": 2, "Ongewenste omgangsvormen": 9, "Discriminatie": 0, "Arbeidsconflict": 5,
    "Onveiligheid": 4, "Advies algemeen": 5,
}  # fmt: skip


@pytest.fixture
def province(outside: Running, path: Path) -> Running:
    """A new logbook whose organisation shows Discriminatie as a column of its own."""
    organisation = Organisation(
        "Provincie Zuid-Holland",
        columns=("discriminatie",),
        levels=(LevelChoice(FROM_THE_START, Level.NONE, "Zo publiceert de provincie het."),),
    )
    with outside.qtbot.waitSignal(outside.program.session.opened):
        outside.program.unlock.make.make_requested.emit(NewLogbook(path, PASSPHRASE, organisation))
    outside.settle()
    return outside


def enter(running: Running, row: dict[str, str]) -> None:
    """Fill in the form as a counsellor does, and press Opslaan en nieuw."""
    form, qtbot = running.program.window.rooms.editor.form, running.qtbot
    on = date.fromisoformat(row["datum"])
    qtbot.keyClicks(form.talk.day.edit, f"{on:%d%m%Y}")
    form.talk.kind.choose(ConversationKind.read(row["soort gesprek"]))
    form.talk.channel.choose(Channel.read(row["contactwijze"]))
    qtbot.keyClicks(form.matter.subject, row["onderwerp"])
    form.matter.subject._finder.rows.hide()
    form.matter.minutes.clear()
    qtbot.keyClicks(form.matter.minutes, row["duur"])
    form.more.contact.choose(ContactKind.read(row["aard"]))
    form.more.melder.choose(MelderKind.read(row["type melder"]))
    form.note.note.insertPlainText(row["aantekening"])
    form.save_and_new.click()
    running.settle()
    assert form.entry().conversation.note == "", "the form is ready for the next talk"


def at_level(logbook: Logbook, level: Level) -> bytes:
    (organisation,) = logbook.organisations.all()
    choice = LevelChoice(FROM_THE_START, level, "Zo publiceert de provincie het.")
    changed = notebook.save_organisation(logbook, replace(organisation, levels=(choice,)))
    return overview_pdf(year_overview(logbook, changed, 2019).report)


@pytest.mark.usefixtures("dressed")
def test_all_25_talks_of_2019_through_the_form_give_the_published_page(
    province: Running,
) -> None:
    window = province.program.window
    window.tools.new.click()
    province.settle()
    with CASE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    for row in rows:
        enter(province, row)
    window.rooms.editor.form.close_button.click()
    province.settle()

    shown = {place.label: place.count for place in window.places.places()}
    assert shown["2019"] == 25
    tally = province.ask(lambda book: year_tally(book, book.organisations.all()[0], 2019))
    table = next(t for t in tally.tables if t.code.label == "Gesprekken naar onderwerp")
    counted = {line.label: line.counts[0].number for line in table.lines if line.label in PUBLISHED}
    assert counted == PUBLISHED
    assert table.total is not None
    assert table.total[0].number == 25

    exact = province.ask(lambda book: at_level(book, Level.NONE))
    assert rows_under(exact, "Gesprekken naar onderwerp") == {
        "Integriteit": ("2",), "Ongewensteomgangsvormen": ("9",), "Discriminatie": ("0",),
        "Arbeidsconflict": ("5",), "Onveiligheid": ("4",), "Adviesalgemeen": ("5",),
        "Totaal": ("25",),
    }  # fmt: skip
    standard = province.ask(lambda book: at_level(book, Level.STANDARD))
    hidden = rows_under(standard, "Melders naar onderwerp")
    assert (hidden["Integriteit"], hidden["Discriminatie"]) == (("•",), ("•",))
    assert hidden["Totaal"] == ("25",)
    for page in (exact, standard):
        assert "Kanariepietje" not in " ".join(lines_of(page))
