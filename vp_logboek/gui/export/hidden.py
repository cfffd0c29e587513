"""The page that says what issuing costs, what stays hidden and why."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel

from vp_logboek.gui.export import words
from vp_logboek.gui.export.steps import TextStep
from vp_logboek.gui.export.work import Prepared
from vp_logboek.gui.widgets import Card, label


class PriceCard(Card):
    """What issuing means and what it costs later."""

    def __init__(self, prepared: Prepared) -> None:
        super().__init__()
        lines = list(_price(prepared))
        self.body.addWidget(label(lines[0], "strong"))
        for line in lines[1:]:
            self.body.addWidget(label(line))

    def text(self) -> str:
        """Everything on the card."""
        return "\n".join(one.text() for one in self.findChildren(QLabel))


class HiddenStep(TextStep):
    """First the price, then per table what stays hidden and why."""

    def show_prepared(self, prepared: Prepared) -> None:
        """Show what stays hidden in this overview."""
        report = prepared.report
        sections = tuple(words.hidden_sections(report, prepared.prospect.protected.reasons))
        if report.exact:
            first: tuple[str, ...] = (words.ALL_SHOWN,)
        elif sections:
            first = (words.ABOUT_HIDDEN, words.ABOUT_AUDIT)
        else:
            first = (words.NOTHING_HIDDEN,)
        self._show((("", first), *sections))
        self.price = PriceCard(prepared)
        self.page.insertWidget(0, self.price)

    def text(self) -> str:
        return f"{self.price.text()}\n{super().text()}"


def _price(prepared: Prepared) -> Iterator[str]:
    yield words.final(prepared.next_label) if prepared.next_label else words.WHEN_TO_ISSUE
    yield from words.costs(prepared.prospect.price, prepared.report)
