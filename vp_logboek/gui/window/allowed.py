"""Only what can be done can be chosen, in the menus and by key."""

from vp_logboek.gui.dossiers.page import DossierRoom
from vp_logboek.gui.session import Session
from vp_logboek.gui.talks.editor import TalkEditor
from vp_logboek.gui.talks.read_pane import TalkReader
from vp_logboek.gui.window.actions import Actions
from vp_logboek.gui.window.navigation import Navigation
from vp_logboek.gui.window.rooms import Rooms
from vp_logboek.gui.window.talk_actions import TalkActions
from vp_logboek.gui.window.tool_row import ToolRow


def allow_in_logbook(actions: Actions, tools: ToolRow, session: Session) -> None:
    """What can be done with this logbook at all."""
    outline = session.outline
    # the key of the example is public, and a file that cannot be written keeps its own
    actions.enable(("recovery_sheet",), not outline.example)
    actions.enable(("change_passphrase",), not outline.example and not outline.read_only)
    actions.enable(("new_talk", "import_table", "undo_import"), not outline.read_only)
    tools.new.setEnabled(not outline.read_only)


def allow_here(
    actions: Actions, session: Session, rooms: Rooms, navigation: Navigation, talks: TalkActions
) -> None:
    """What can be done with what one looks at."""
    shown, can_write = rooms.shown, session.can_write
    actions.enable(("edit",), can_write and isinstance(shown, TalkReader))
    actions.enable(("follow_up",), can_write and isinstance(shown, TalkReader | DossierRoom))
    actions.enable(("bin", "move_talks"), can_write and talks.can_bin)
    actions.enable(("choose_all", "clear_filters"), navigation.is_at_talks)
    actions.enable(("save", "save_and_new", "close_form"), isinstance(shown, TalkEditor))
