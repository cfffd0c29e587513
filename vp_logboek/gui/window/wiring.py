"""What the parts of the window tell each other, from top to bottom."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vp_logboek.gui.window.main import MainWindow


def connect_parts(window: "MainWindow") -> None:
    """Let every part hear what it waits for."""
    navigation, talks, rooms = window.navigation, window.talk_actions, window.rooms

    window.tools.new_pressed.connect(talks.new)
    window.tools.year_pressed.connect(navigation.show_year)
    window.tools.export_pressed.connect(window.exchange.export)
    window.tools.lock_pressed.connect(window.lock_requested)
    window.tools.search.searched.connect(navigation.search)
    window.tools.search.entered.connect(rooms.talks.enter)

    window.places.chosen.connect(navigation.go)
    rooms.talks.chosen.connect(navigation.read)
    rooms.talks.edit_requested.connect(talks.edit)
    rooms.talks.import_requested.connect(window.exchange.import_table)
    rooms.talks.search_emptied.connect(window.tools.search.clear)
    rooms.talks.search_suggested.connect(window.tools.search.look_for)
    rooms.talks.all_years_requested.connect(navigation.search_all_years)
    rooms.talks.organisation_chosen.connect(window.places.show_organisation)

    rooms.reader.edit_requested.connect(talks.edit)
    rooms.reader.bin_requested.connect(talks.bin)
    rooms.new_talk_requested.connect(talks.new)
    rooms.follow_up_requested.connect(talks.follow_up)
    rooms.talk_requested.connect(navigation.read)
    rooms.dossier_requested.connect(navigation.read_dossier)
    rooms.dossier_chosen.connect(navigation.read_dossier)
    rooms.export_requested.connect(window.exchange.export_year)
    rooms.overview_requested.connect(window.exchange.export)
    rooms.did.connect(window.undo.did)
    rooms.going.connect(navigation.let_go_before)
    rooms.gone.connect(navigation.let_go)
    rooms.gone.connect(window.undo.forget)
    rooms.browse.back_pressed.connect(navigation.back_to_list)

    window.bars.sheet.action_pressed.connect(window.safekeeping.show_sheet)
