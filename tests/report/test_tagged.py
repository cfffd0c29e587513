"""The tagged layer refuses what would not make sense to who hears the page."""

import io
from collections.abc import Callable

import pikepdf
import pytest

from vp_logboek.domain.errors import GlyphMissing
from vp_logboek.report import style
from vp_logboek.report.elements import Element, Mistagged
from vp_logboek.report.paper import Paper

BOX = (0.0, 0.0, 10.0, 10.0)


def say(paper: Paper, element: Element, text: str = "tekst") -> None:
    with paper.content(element):
        paper.text(60, 60, text, style.BODY)


def heading(paper: Paper) -> None:
    say(paper, Element("H1"))


def table(scope: str = "Column", with_body: bool = True) -> Callable[[Paper], None]:
    def draw(paper: Paper) -> None:
        whole = Element("Table")
        say(paper, Element("Caption", whole))
        row = Element("TR", Element("THead", whole))
        say(paper, Element("TH", row, scope=scope))
        if with_body:
            row = Element("TR", Element("TBody", whole))
            say(paper, Element("TH", row, scope="Row"))
            say(paper, Element("TD", row))

    return draw


def finished(*drawn: Callable[[Paper], None]) -> bytes:
    paper = Paper("Titel")
    for draw in drawn:
        draw(paper)
    paper.next_page()
    return paper.finished()


def test_a_page_with_all_that_is_ever_used_is_written() -> None:
    with pikepdf.open(io.BytesIO(finished(heading, table(), _list, _figure))) as document:
        root = document.Root.StructTreeRoot
        assert [str(kid.S) for kid in root.K.K] == ["/H1", "/Table", "/L", "/Figure"]
        assert str(root.K.K[3].Alt) == "Een staaf."
        parents = root.ParentTree.Nums[1]
        assert [str(owner.S) for owner in parents] == [
            "/H1", "/Caption", "/TH", "/TH", "/TD", "/Lbl", "/Span", "/Figure",
        ]  # fmt: skip


def _list(paper: Paper) -> None:
    item = Element("LI", Element("L"))
    say(paper, Element("Lbl", item))
    say(paper, Element("Span", Element("LBody", item), instead="niet getoond"), "•")


def _figure(paper: Paper) -> None:
    with paper.content(Element("Figure", alt="Een staaf.", box=BOX)):
        paper.box(60, 60, 10, 10, style.ACCENT)


# --- what is refused ----------------------------------------------------------------------------


def _nested(paper: Paper) -> None:
    with paper.content(Element("P")):
        paper.text(60, 60, "tekst", style.BODY)
        say(paper, Element("P"))


def _decoration_inside(paper: Paper) -> None:
    with paper.content(Element("P")), paper.artifact():
        paper.rule(60, 60, 10)


def _bare_text(paper: Paper) -> None:
    paper.text(60, 60, "tekst", style.BODY)


def _bare_rule(paper: Paper) -> None:
    paper.rule(60, 60, 10)


def _bare_stub(paper: Paper) -> None:
    paper.stub(60, 60, 24, 16)


def _empty(paper: Paper) -> None:
    with paper.content(Element("P")):
        pass


def _empty_decoration(paper: Paper) -> None:
    with paper.artifact():
        pass


def _content_in_a_table(paper: Paper) -> None:
    say(paper, Element("Table"))


def _cell_outside_a_row(paper: Paper) -> None:
    say(paper, Element("TD", Element("Table")))


def _item_outside_a_list(paper: Paper) -> None:
    say(paper, Element("LBody", Element("LI")))


def _silent_figure(paper: Paper) -> None:
    with paper.content(Element("Figure", box=BOX)):
        paper.box(60, 60, 10, 10, style.ACCENT)


def _figure_without_a_place(paper: Paper) -> None:
    with paper.content(Element("Figure", alt="Een staaf.")):
        paper.box(60, 60, 10, 10, style.ACCENT)


def _read_otherwise(paper: Paper) -> None:
    say(paper, Element("P", instead="iets anders"))


def _skipped_level(paper: Paper) -> None:
    say(paper, Element("H3"))


def _unknown(paper: Paper) -> None:
    say(paper, Element("Link"))


REFUSED = [
    _nested, _decoration_inside, _bare_text, _bare_rule, _bare_stub, _empty, _empty_decoration,
    _content_in_a_table, _cell_outside_a_row, _item_outside_a_list, _silent_figure,
    _figure_without_a_place, _read_otherwise, _skipped_level, _unknown,
    table(scope=""), table(with_body=False),
]  # fmt: skip


@pytest.mark.parametrize("drawn", REFUSED)
def test_what_makes_no_sense_is_refused(drawn: Callable[[Paper], None]) -> None:
    with pytest.raises(Mistagged):
        finished(heading, drawn)


def test_a_character_without_a_glyph_is_refused() -> None:
    with pytest.raises(GlyphMissing):
        finished(lambda paper: say(paper, Element("P"), "日"))


def test_a_link_can_not_be_drawn() -> None:
    assert not [name for name in dir(Paper) if "link" in name.casefold()]


# --- order --------------------------------------------------------------------------------------


def test_what_follows_a_heading_stands_in_its_section_and_in_the_order_of_the_pages() -> None:
    def two_sections(paper: Paper) -> None:
        for title in ("een", "twee"):
            say(paper, Element("H2"), title)
            say(paper, Element("P"), f"onder {title}")

    with pikepdf.open(io.BytesIO(finished(heading, two_sections))) as document:
        kids = document.Root.StructTreeRoot.K.K
        assert [str(kid.S) for kid in kids] == ["/H1", "/Sect", "/Sect"]
        assert [str(kid.S) for kid in kids[2].K] == ["/H2", "/P"]


def test_a_table_over_two_pages_is_one_table() -> None:
    paper = Paper("Titel")
    heading(paper)
    whole = Element("Table")
    say(paper, Element("Caption", whole))
    say(paper, Element("TH", Element("TR", Element("THead", whole)), scope="Column"))
    body = Element("TBody", whole)
    for number in range(2):
        row = Element("TR", body)
        say(paper, Element("TH", row, scope="Row"), f"rij {number}")
        paper.next_page()

    with pikepdf.open(io.BytesIO(paper.finished())) as document:
        (tree,) = [k for k in document.Root.StructTreeRoot.K.K if str(k.S) == "/Table"]
        rows = tree.K[2].K
        pages = [row.K[0].K[0].Pg.objgen for row in rows]
        assert pages == [page.objgen for page in document.pages]
