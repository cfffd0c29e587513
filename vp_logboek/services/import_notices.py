"""What a user should know before taking over a table: every choice the program makes by itself."""

from collections.abc import Callable, Iterator, Sequence

from vp_logboek.domain.subjects import Subject
from vp_logboek.services.import_dossiers import Group, People, is_without_melder
from vp_logboek.services.import_fields import Fields
from vp_logboek.services.import_headers import Field
from vp_logboek.services.import_rows import Row
from vp_logboek.services.tables import Table

NO_MELDER_COLUMN = "Er is geen kolom melder: elk dossier telt als één melder."
_SHOWN_NAMES = 12


def notices(
    table: Table, fields: Fields, groups: Sequence[Group], people: People, made: Sequence[Subject]
) -> Iterator[str]:
    """Dutch sentences, the weightiest first. They name columns and subjects, never persons."""
    yield from _melders(fields, groups, people)
    yield from _new_subjects(made)
    yield from _defaults(groups)
    yield from _differences(groups)
    yield from _left_out(table, fields)


def _melders(fields: Fields, groups: Sequence[Group], people: People) -> Iterator[str]:
    if Field.MELDER not in fields:
        yield NO_MELDER_COLUMN
        return
    unnamed = [g for g in groups if not any(row.melder for row in g.rows)]
    signals = sum(is_without_melder(group, people) for group in unnamed)
    if signals:
        yield f"Signaal zonder melder: {signals} keer. Dat telt niet als melder."
    if len(unnamed) > signals:
        yield (
            f"Dossier zonder ingevulde melder: {len(unnamed) - signals} keer. "
            "Elk telt als één eigen melder."
        )


def _new_subjects(made: Sequence[Subject]) -> Iterator[str]:
    if made:
        named = ", ".join(f"“{leaf.label}”" for leaf in made[:_SHOWN_NAMES])
        more = ", …" if len(made) > _SHOWN_NAMES else ""
        yield (
            f"Nieuw onderwerp onder {made[0].main.label}: {named}{more}. "
            "Deze woorden kunnen in het jaaroverzicht komen: kijk of er geen naam in staat."
        )


def _defaults(groups: Sequence[Group]) -> Iterator[str]:
    channels = sum(row.channel is None for group in groups for row in group.rows)
    if channels:
        yield f"Contactwijze niet ingevuld: {channels} keer. Die gesprekken tellen als fysiek."
    contacts = sum(all(row.contact is None for row in group.rows) for group in groups)
    if contacts:
        yield f"Aard niet ingevuld: {contacts} keer. Die dossiers tellen als melding."


_OF_DOSSIER: tuple[tuple[Field, Callable[[Row], object]], ...] = (
    (Field.CONTACT, lambda row: row.contact),
    (Field.CAME_VIA, lambda row: row.came_via),
)
_OF_MELDER: tuple[tuple[Field, Callable[[Row], object]], ...] = (
    (Field.MELDER_KIND, lambda row: row.melder_kind),
    (Field.ROLE, lambda row: row.role),
    (Field.RELATION, lambda row: row.relation),
)


def _differences(groups: Sequence[Group]) -> Iterator[str]:
    """Of what a dossier or a melder has one of, the first counts: the others are lost."""
    parts = [group.rows for group in groups if len(group.rows) > 1]
    persons = [rows for part in parts for rows in _by_melder(part)]
    for asked, listed in ((_OF_DOSSIER, parts), (_OF_MELDER, persons)):
        for field, value in asked:
            differing = sum(_differs(rows, value) for rows in listed)
            if differing:
                yield (
                    f"Verschillende waarden voor “{field.label}” in één dossier: {differing} keer. "
                    "De eerste telt."
                )


def _by_melder(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.melder, []).append(row)
    return iter(found.values())


def _differs(rows: Sequence[Row], value: Callable[[Row], object]) -> bool:
    return len({found for row in rows if (found := value(row)) is not None}) > 1


def _left_out(table: Table, fields: Fields) -> Iterator[str]:
    if fields.ignored:
        named = ", ".join(f"“{header}”" for header in fields.ignored[:_SHOWN_NAMES])
        more = ", …" if len(fields.ignored) > _SHOWN_NAMES else ""
        columns = "kolom" if len(fields.ignored) == 1 else "kolommen"
        yield f"Niet overgenomen: de {columns} {named}{more}."
    if table.other_sheets:
        yield f"Gelezen is het blad “{table.sheet}”. De andere bladen zijn niet gelezen."
