"""The help: every page of it, and searching in it."""

from functools import partial

from tests.screens.books import OWN
from tests.screens.screen import Screen
from tests.screens.stage import Stage
from vp_logboek.gui.help.pages import pages
from vp_logboek.gui.help.window import HelpWindow


def help_page(stage: Stage, name: str) -> HelpWindow:
    shown = HelpWindow(stage.home())
    shown.open_at(name)
    stage.over(shown)
    return shown


def help_found(stage: Stage, words: str) -> HelpWindow:
    shown = help_page(stage, pages()[0].name)
    shown.contents.look_for(words)
    stage.settle()
    return shown


SCREENS = (
    *(Screen(f"help-{page.name}", OWN, partial(help_page, name=page.name)) for page in pages()),
    Screen("help-search", OWN, partial(help_found, words="wachtzin")),
    Screen("help-search-nothing", OWN, partial(help_found, words="xylofoon")),
)
