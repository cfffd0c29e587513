"""The pages of the help: true of the program, short, and without a way out of it."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from vp_logboek.domain.disclosure.levels import CROSSED_FROM, THRESHOLDS, Level
from vp_logboek.domain.retention import Terms
from vp_logboek.domain.thinning import LAST
from vp_logboek.gui.backups.words import TOO_OLD
from vp_logboek.gui.help.licences import BUNDLED, MARK, licence_page, licence_text
from vp_logboek.gui.help.pages import IT, KEYS, LICENCES, METHOD, ORDER, PRIVACY, Page, page, pages
from vp_logboek.gui.lock.clipboard import GONE_AFTER_MS
from vp_logboek.gui.preferences import LONGEST_IDLE, SHORTEST_IDLE
from vp_logboek.gui.theme import TEXT_PERCENTS
from vp_logboek.gui.window.actions import MENUS
from vp_logboek.resources import resource
from vp_logboek.store.key import KEY_BYTES, VPL1

ROOT = Path(__file__).parents[3]
_BOLD, _KEY, _LINK = (re.compile(one) for one in (r"\*\*(.+?)\*\*", r"`(.+?)`", r"\]\(([^)]*)\)"))
WITHOUT_MENU = {"Esc", "F1"}
ARROWS = {"pijl links": "Left", "pijl rechts": "Right"}
ABOVE_200 = re.compile(r"\b(save|cancel|error|password|yes|loading|search|default)\b", re.I)


def text_of(name: str) -> str:
    found = page(name)
    assert found is not None
    return found.text


def is_promise(one: Page, bold: str) -> bool:
    """On privacy the promises are heavy too: they end in a stop."""
    return one.name == PRIVACY and (bold.endswith(".") or bold == "U komt er weer in")


def test_every_file_is_a_page_and_every_page_a_file() -> None:
    files = {one.stem for one in resource("help").glob("*.md")} - {"README"}
    assert files == set(ORDER)
    assert len(set(ORDER)) == len(ORDER)


@pytest.mark.parametrize("one", pages(), ids=lambda one: one.name)
def test_a_page_begins_with_one_sentence_and_has_short_ones(one: Page) -> None:
    lines = one.text.splitlines()
    assert lines[0] == f"# {one.title}"
    assert lines[1] == lines[3] == ""
    assert lines[2].endswith(".")
    assert len(re.split(r"[.!?] ", lines[2])) == 1, "one sentence"
    for sentence in one.sentences:
        words = [word for word in sentence.split() if any(map(str.isalpha, word))]
        assert len(words) <= 20, sentence
        assert not ABOVE_200.search(sentence), sentence
    for word in ("http", "www.", "ongeldig", "dader"):
        assert word not in one.text


@pytest.mark.usefixtures("qapp")
def test_every_key_that_is_named_is_a_key_of_the_program() -> None:
    named = {key for one in pages() for key in keys_in(one.text)}
    unknown = named - WITHOUT_MENU
    assert {key for key in unknown if QKeySequence(key) not in menu_keys()} == set()
    assert QKeySequence("Ctrl+Shift+K") not in menu_keys(), "the control"


@pytest.mark.usefixtures("qapp")
def test_the_page_of_keys_has_every_key_of_the_menus() -> None:
    found = keys_in(text_of(KEYS))
    told = {QKeySequence(key) for key in found}
    assert sorted(found) == sorted(set(found)), "each key stands there once"
    firsts = [keys[0] for _, entries in MENUS for entry in entries if (keys := keys_of(entry.keys))]
    assert [one.toString() for one in firsts if one not in told] == []


def keys_in(text: str) -> list[str]:
    """The keys a page names, as Qt calls them."""
    found = _KEY.findall(text)
    for ours, qt in ARROWS.items():
        found = [one.replace(ours, qt) for one in found]
    return found


def menu_keys() -> set[QKeySequence]:
    return {key for _, entries in MENUS for entry in entries for key in keys_of(entry.keys)}


def keys_of(keys: object) -> list[QKeySequence]:
    if isinstance(keys, QKeySequence.StandardKey):
        return QKeySequence.keyBindings(keys)
    return [QKeySequence(keys)] if isinstance(keys, str) else []


def test_every_bold_word_stands_somewhere_in_the_program() -> None:
    known = written_in_the_program()
    missing = [
        (one.name, bold)
        for one in pages()
        for bold in _BOLD.findall(one.text)
        if not is_promise(one, bold) and f'"{bold}' not in known
    ]
    assert missing == []
    assert '"Maak koffie' not in known, "the control"


def written_in_the_program() -> str:
    folders = ("gui", "domain", "messages")
    files = (one for name in folders for one in (ROOT / "vp_logboek" / name).rglob("*.py"))
    code = "\n".join(one.read_text("utf-8") for one in files if "help" not in one.parts)
    return code.replace("&", "")


def test_every_link_leads_to_a_page_or_to_a_licence_with_a_text() -> None:
    for one in pages():
        for link in _LINK.findall(one.text):
            assert page(link) or (link.startswith(MARK) and licence_page(link)), link
            if link.startswith(MARK):
                assert len(licence_text(link.removeprefix(MARK))) > 300, link
    assert licence_text("dit-bestaat-niet") == ""


def test_no_component_that_is_installed_is_forgotten() -> None:
    lock = (ROOT / "packaging" / "requirements.lock").read_text("utf-8")
    named = set(re.findall(r"^([a-z0-9-]+)==", lock, flags=re.MULTILINE))
    told = set(re.findall(r"^\| \[([a-z0-9-]+)\]", text_of(LICENCES), flags=re.MULTILINE))
    assert len(named) > 10
    assert named - told == set()


def test_every_component_has_a_licence_that_can_be_read() -> None:
    rows = [row for row in text_of(LICENCES).splitlines() if row.startswith("| ")]
    parts = [row for row in rows if not row.startswith("| Onderdeel")]
    assert len(parts) > 20
    assert [row for row in parts if not _LINK.search(row)] == []


def test_every_folder_with_the_work_of_others_has_its_licence_told() -> None:
    """A new folder in ``resources`` is of this project, or its licence stands on the page."""
    ours = {"help", "program", "translations"}
    others = {one.name for one in resource().iterdir() if one.is_dir()} - ours
    told = {place[0] for place in BUNDLED.values()} - {"help"}
    assert others == told
    assert {place[-1] for place in BUNDLED.values() if place[0] == "help"} == {
        one.name for one in resource("help", "licenties").iterdir()
    }


def test_every_licence_in_resources_is_told() -> None:
    found = [*resource().rglob("LICENSE*"), *resource().rglob("OFL*")]
    shown = {licence_text(link.removeprefix(MARK)) for link in _LINK.findall(text_of(LICENCES))}
    assert len(found) >= 4
    assert [one.name for one in found if one.read_text("utf-8") not in shown] == []


# --- figures ----------------------------------------------------------------------------------


def test_the_page_for_the_it_department_has_the_figures_of_the_program() -> None:
    told = text_of(IT)
    assert f"{VPL1.memory // 1024} MiB geheugen, {VPL1.passes} rondes, {VPL1.lanes} banen" in told
    assert f"{KEY_BYTES} bytes" in told
    assert f"na {SHORTEST_IDLE} tot {LONGEST_IDLE} minuten" in told


def test_the_other_figures_are_those_of_the_program() -> None:
    terms = Terms()
    assert (terms.keep_years, terms.quiet_days, terms.bin_days) == (2, 90, 30)
    assert "90 dagen" in text_of("opruimen")
    assert "twee jaar" in text_of("opruimen")
    assert "30 dagen" in text_of("ongedaan-maken")
    assert (LAST, TOO_OLD, GONE_AFTER_MS) == (7, 14, 30_000)
    assert "laatste zeven" in text_of("reservekopieen")
    assert "14 dagen" in text_of("reservekopieen")
    assert "halve minuut" in text_of(PRIVACY)
    assert f"van {SHORTEST_IDLE} tot {LONGEST_IDLE} minuten" in text_of("openen-en-vergrendelen")
    assert f"van {TEXT_PERCENTS[0]} tot {TEXT_PERCENTS[-1]} procent" in text_of("instellingen")


@pytest.mark.parametrize("level", [level for level in Level if level in THRESHOLDS])
def test_the_table_of_levels_is_that_of_the_program(level: Level) -> None:
    k, told = THRESHOLDS[level], text_of(METHOD)
    (row,) = [line for line in told.splitlines() if line.startswith(f"| {level.label} |")]

    assert [int(n) for n in re.findall(r"\d+", row)] == [k.subject, k.characteristic, k.total]
    assert f"minder dan {k.detail} melders" in told
    assert f"vanaf {CROSSED_FROM} melders" in told
