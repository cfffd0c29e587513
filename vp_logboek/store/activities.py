"""Activities: hours for an organisation."""

from dataclasses import replace
from datetime import date

from vp_logboek.domain.activity import Activity, ActivityKind
from vp_logboek.domain.errors import Gone
from vp_logboek.store.database import Database, Row
from vp_logboek.store.values import from_day, storable

_SELECT = "SELECT id, organisation, day, kind, hours, line FROM activity"


class Activities:
    """What a counsellor did besides talks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, id_: int) -> Activity:
        """One activity. Raises Gone."""
        row = self._database.one(f"{_SELECT} WHERE id = ?", (id_,))
        if row is None:
            raise Gone("deze activiteit")
        return _activity(row)

    def all(self) -> tuple[Activity, ...]:
        """Every activity, the latest first."""
        rows = self._database.all(f"{_SELECT} ORDER BY day DESC, id DESC")
        return tuple(_activity(row) for row in rows)

    def save(self, activity: Activity, imported: int | None = None) -> Activity:
        """Add or change; ``imported`` is the id of the import that adds it. Raises Gone."""
        activity = replace(activity, line=storable(activity.line))
        values = (
            activity.organisation,
            from_day(activity.on),
            activity.kind,
            float(activity.hours),
            activity.line,
        )
        if activity.id is None:
            id_ = self._database.insert(
                "INSERT INTO activity (organisation, day, kind, hours, line, import)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (*values, imported),
            )
            return replace(activity, id=id_)
        changed = self._database.run(
            "UPDATE activity SET organisation = ?, day = ?, kind = ?, hours = ?, line = ?,"
            " changed = changed + 1 WHERE id = ?",
            (*values, activity.id),
        )
        if not changed:
            raise Gone("deze activiteit")
        return activity

    def remove(self, id_: int) -> None:
        """Take an activity out of the logbook."""
        self._database.run("DELETE FROM activity WHERE id = ?", (id_,))


def _activity(row: Row) -> Activity:
    id_, organisation, day, kind, hours, line = row
    return Activity(organisation, date.fromisoformat(day), ActivityKind(kind), hours, line, id_)
