"""What each entry of the menus does, by mouse and by key."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from vp_logboek.gui.help.desk import show_help, show_help_here
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.widgets.late_letters import after_letters
from vp_logboek.gui.window.places import Kind

if TYPE_CHECKING:
    from vp_logboek.gui.window.main import MainWindow


def connect_actions(window: "MainWindow", preferences: Preferences) -> None:
    """Let every action do its work."""
    navigation, talks = window.navigation, window.talk_actions
    for name, slot in (
        ("other_logbook", window.other_logbook_requested.emit),
        ("import_table", window.exchange.import_table),
        ("undo_import", window.exchange.undo_import),
        ("export", window.exchange.export),
        ("make_backup", window.reminder.make),
        ("restore", window.reminder.restore),
        ("lock", partial(after_letters, window.lock_requested.emit)),
        ("quit", window.close),
        ("undo", window.undo.undo),
        ("redo", window.undo.redo),
        ("search", window.tools.search.begin),
        ("clear_filters", window.rooms.talks.clear),
        ("choose_all", navigation.choose_all),
        ("move_talks", talks.move_current),
        ("place_talks", partial(_go_to, window, Kind.YEAR)),
        ("place_dossiers", partial(_go_to, window, Kind.DOSSIERS)),
        ("place_actions", partial(_go_to, window, Kind.ACTIONS)),
        ("place_activities", partial(_go_to, window, Kind.ACTIVITIES)),
        ("place_keeping", partial(_go_to, window, Kind.KEEPING)),
        ("place_bin", partial(_go_to, window, Kind.BIN)),
        ("place_released", partial(_go_to, window, Kind.RELEASED)),
        ("released", partial(_go_to, window, Kind.RELEASED)),
        ("next_pane", navigation.next_pane),
        ("larger", partial(preferences.step_text, 1)),
        ("smaller", partial(preferences.step_text, -1)),
        ("normal", partial(preferences.step_text, 0)),
        ("new_talk", talks.new),
        ("follow_up", talks.follow_up_current),
        ("edit", talks.edit_current),
        ("bin", talks.bin_current),
        ("save", talks.save),
        ("save_and_new", partial(talks.save, True)),
        ("close_form", talks.close_form),
        ("year", partial(_show_year, window)),
        ("previous_year", partial(navigation.step_year, -1)),
        ("next_year", partial(navigation.step_year, 1)),
        ("settings", navigation.show_settings),
        ("recovery_sheet", window.safekeeping.show_sheet),
        ("change_passphrase", window.safekeeping.change_passphrase),
        ("help", partial(show_help_here, window)),
        ("keys", partial(show_help, window, "sneltoetsen")),
        ("privacy", partial(show_help, window, "over-privacy")),
        ("method", partial(show_help, window, "hoe-anonimiteit-werkt")),
        ("it_page", partial(show_help, window, "voor-uw-it-afdeling")),
        ("licences", partial(show_help, window, "licenties")),
        ("about", partial(show_help, window, "over-vp-logboek")),
    ):
        window.actions_by_name[name].triggered.connect(_without_argument(slot))


def _go_to(window: "MainWindow", kind: Kind) -> None:
    """Who goes to a place by key stands in it: the next key does something there."""
    window.places.go_to(kind)
    window.navigation.focus_page()


def _show_year(window: "MainWindow") -> None:
    window.navigation.show_year()
    window.navigation.focus_page()


def _without_argument(slot: Callable[[], object]) -> Callable[[], object]:
    """Qt tells an action whether it is checked; nobody here wants to know."""
    return lambda: slot()  # noqa: PLW0108
