"""Actions: a date and a line, perhaps for a dossier."""

from dataclasses import replace
from datetime import date

from vp_logboek.domain.activity import Action
from vp_logboek.domain.errors import Gone
from vp_logboek.store.database import Database, Row
from vp_logboek.store.values import from_day, storable, to_day

_SELECT = "SELECT id, day, line, dossier, done_on FROM action"


class Actions:
    """What is to be done."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, id_: int) -> Action:
        """One action. Raises Gone."""
        row = self._database.one(f"{_SELECT} WHERE id = ?", (id_,))
        if row is None:
            raise Gone("deze actie")
        return _action(row)

    def all(self) -> tuple[Action, ...]:
        """Every action, the earliest first."""
        return self._where("1")

    def open(self) -> tuple[Action, ...]:
        """Those not done, the earliest first."""
        return self._where("done_on IS NULL")

    def of_dossier(self, dossier: int) -> tuple[Action, ...]:
        """Those of one dossier, done or not, the earliest first."""
        return self._where("dossier = ?", dossier)

    def save(self, action: Action) -> Action:
        """Add or change. Raises Gone."""
        action = replace(action, line=storable(action.line))
        values = (from_day(action.on), action.line, action.dossier, from_day(action.done_on))
        if action.id is None:
            id_ = self._database.insert(
                "INSERT INTO action (day, line, dossier, done_on) VALUES (?, ?, ?, ?)", values
            )
            return replace(action, id=id_)
        changed = self._database.run(
            "UPDATE action SET day = ?, line = ?, dossier = ?, done_on = ? WHERE id = ?",
            (*values, action.id),
        )
        if not changed:
            raise Gone("deze actie")
        return action

    def remove(self, id_: int) -> None:
        """Take an action out of the logbook."""
        self._database.run("DELETE FROM action WHERE id = ?", (id_,))

    def _where(self, condition: str, *values: object) -> tuple[Action, ...]:
        rows = self._database.all(f"{_SELECT} WHERE {condition} ORDER BY day, id", values)
        return tuple(_action(row) for row in rows)


def _action(row: Row) -> Action:
    id_, day, line, dossier, done_on = row
    return Action(date.fromisoformat(day), line, dossier, to_day(done_on), id_)
