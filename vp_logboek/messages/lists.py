"""What is said about a list that is taken over."""

from collections.abc import Callable
from typing import Any

from vp_logboek.domain import errors as e
from vp_logboek.messages.parts import NOTHING_CHANGED, Message, listed

_TABLE = {
    e.TableTrouble.MISSING: ("Deze lijst is er niet.", "Kijk of de naam en de map kloppen."),
    e.TableTrouble.UNREADABLE: (
        "Deze lijst is niet te lezen.",
        "Open de lijst in Excel en bewaar hem opnieuw als .xlsx. Probeer het dan weer.",
    ),
    e.TableTrouble.UNKNOWN_KIND: (
        "Dit soort bestand kan het programma niet overnemen.",
        "Bewaar de lijst als .xlsx, .xls, .ods of .csv.",
    ),
    e.TableTrouble.NO_ROWS: (
        "In deze lijst staan geen rijen.",
        "Kies een lijst met een kopregel en daaronder een rij per gesprek.",
    ),
}

SHOWN_ROWS = 10


def _rows_refused(error: e.RowsRefused) -> Message:
    shown = "\n".join(f"  rij {row}: {reason}" for row, reason in error.rows[:SHOWN_ROWS])
    more = len(error.rows) - SHOWN_ROWS
    tail = f"\n  en nog {more} rijen." if more > 0 else ""
    count = "1 rij kan" if len(error.rows) == 1 else f"{len(error.rows)} rijen kunnen"
    return Message(
        f"{count} niet worden overgenomen:\n{shown}{tail}\n",
        "Er is niets overgenomen. Het logboek is niet veranderd.",
        "Verbeter deze rijen in uw lijst en neem de lijst dan opnieuw over.",
    )


def _not_undoable(error: e.ImportNotUndoable) -> Message:
    why = (
        "een rij is meegeteld in een uitgebracht jaaroverzicht"
        if error.counted
        else "een rij is daarna veranderd"
    )
    return Message(
        f"U kunt het overnemen niet meer ongedaan maken: {why}.",
        NOTHING_CHANGED,
        "U kunt gesprekken wel één voor één weggooien.",
    )


WORDS: dict[type[e.LogbookError], Callable[[Any], Message]] = {
    e.TableUnreadable: lambda error: Message(
        _TABLE[error.trouble][0], "Er is niets overgenomen.", _TABLE[error.trouble][1]
    ),
    e.UnknownField: lambda error: Message(
        f"“{error.field}” is hier niet bekend.",
        "Er is niets overgenomen.",
        f"Kies uit: {listed(error.known)}." if error.known else "Kijk naar de kopregel.",
    ),
    e.ColumnMissing: lambda error: Message(
        f"Het programma ziet niet welke kolom de {error.field} bevat.",
        "Er is niets overgenomen.",
        f'Zeg het met --veld {error.field}="naam van de kolom". '
        f"In de lijst staan: {listed(error.headers)}."
        if error.headers
        else "De lijst heeft geen kopregel. Zet boven elke kolom een naam.",
    ),
    e.RowsRefused: _rows_refused,
    e.ImportNotUndoable: _not_undoable,
}
