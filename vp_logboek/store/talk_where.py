"""Which talks a question asks for, apart from the words that are looked for: as SQL."""

import json
from collections.abc import Callable

from vp_logboek.domain.errors import Gone
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.domain.period import ReportingYear
from vp_logboek.store.database import Database
from vp_logboek.store.organisations import Organisations
from vp_logboek.store.subjects import Subjects

# CROSS: talks are walked in their own order, so that a limit ends the walk
FROM = " FROM conversation c CROSS JOIN dossier d ON d.id = c.dossier"


def conditions(database: Database, query: TalkQuery) -> tuple[list[str], list[object]]:
    """Conditions on ``c``, a talk, and ``d``, its dossier, with their values in order."""
    where, values = ["c.binned_on IS NULL"], list[object]()

    def ask(condition: str, *given: object) -> None:
        where.append(condition)
        values.extend(given)

    if query.year is not None:
        period = years_of(database, query.organisation)(query.year)
        ask("c.held_on >= ? AND c.held_on < ?", str(period.start), str(period.end))
    if query.organisation is not None:
        ask("d.organisation = ?", query.organisation)
    if query.dossier is not None:
        ask("c.dossier = ?", query.dossier)
    if query.kind is not None:
        ask("c.kind = ?", query.kind)
    if query.channel is not None:
        ask("c.channel = ?", query.channel)
    if query.since is not None:
        ask("c.held_on >= ?", str(query.since))
    if query.subject is not None:
        ask("coalesce(c.subject, d.subject) = ?", query.subject)
    if query.main is not None:
        codes = [leaf.code for leaf in Subjects(database).tree().under(query.main)]
        within = "coalesce(c.subject, d.subject) IN (SELECT value FROM json_each(?))"
        ask(within, json.dumps(codes))
    return where, values


def years_of(database: Database, organisation: int | None) -> Callable[[int], ReportingYear]:
    """The reporting years of an organisation; without one, calendar years."""
    if organisation is None:
        return ReportingYear
    try:
        return Organisations(database).get(organisation).year
    except Gone:
        return ReportingYear
