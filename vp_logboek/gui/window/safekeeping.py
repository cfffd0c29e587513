"""What keeps the open logbook safe for its owner, as the menu and the bar offer it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vp_logboek.gui.session import Session


class Safekeeping(QObject):
    """Opens the dialogs, over ``window``; they are brought along when first asked for."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def show_sheet(self) -> None:
        """The recovery sheet, after the passphrase."""
        from vp_logboek.gui.safekeeping.sheet_dialog import SheetDialog  # noqa: PLC0415

        SheetDialog.keep(self._window, self._session)

    def change_passphrase(self) -> None:
        """Another passphrase; then the new sheet, where it is wanted at once."""
        from vp_logboek.gui.safekeeping.passphrase_dialog import PassphraseDialog  # noqa: PLC0415
        from vp_logboek.gui.safekeeping.sheet_dialog import SheetDialog  # noqa: PLC0415

        if PassphraseDialog.change(self._window, self._session):
            SheetDialog.keep(self._window, self._session, already_asked=True)
