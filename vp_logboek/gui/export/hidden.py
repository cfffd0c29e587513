"""The page that says what issuing costs, what stays hidden and why."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel

from vp_logboek.domain.disclosure.price import hidden_numbers
from vp_logboek.gui.export import hidden_words, price_words, words
from vp_logboek.gui.export.steps import TextStep
from vp_logboek.gui.export.wanted import Prepared
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
        sections = tuple(price_words.hidden_sections(report, prepared.prospect.protected.reasons))
        self._show((("", _about(prepared, bool(sections))), *sections))
        self.price = PriceCard(prepared)
        self.page.insertWidget(0, self.price)

    def text(self) -> str:
        return f"{self.price.text()}\n{super().text()}"


def _about(prepared: Prepared, has_reasons: bool) -> tuple[str, ...]:
    if prepared.report.exact:
        return (words.ALL_SHOWN,)
    if prepared.report.fewer_than is not None:
        return (hidden_words.few(prepared.report),)
    if has_reasons:
        return (price_words.ABOUT_HIDDEN, price_words.ABOUT_AUDIT)
    if hidden_numbers(prepared.report):  # of issued years: why was told when they were issued
        return (price_words.HIDDEN_BEFORE, price_words.ABOUT_HIDDEN)
    return (hidden_words.NOTHING_HIDDEN,)


def _price(prepared: Prepared) -> Iterator[str]:
    if prepared.prospect.revised:
        yield from price_words.revised(prepared.joined)
    yield price_words.meaning(prepared.wanted.kind, prepared.next_label)
    report = prepared.report
    yield from price_words.costs(prepared.prospect.price, report)
    yield from price_words.later_costs(prepared.wanted.kind, report, prepared.has_others)
