"""The subjects an import made: undoing it takes out those that nothing else uses."""

from collections.abc import Sequence

from vp_logboek.store.database import Database

_FORGET = """
    DELETE FROM subject WHERE import = ?1
        AND NOT EXISTS (SELECT 1 FROM conversation WHERE subject = code)
        AND NOT EXISTS (SELECT 1 FROM dossier WHERE subject = code)
        AND NOT EXISTS (SELECT 1 FROM dossier_subject WHERE subject = code)
        AND NOT EXISTS (SELECT 1 FROM organisation_column WHERE subject = code)
        AND NOT EXISTS (SELECT 1 FROM tally_row r, json_tree(r.body) j WHERE j.atom = code)
"""


def mark(database: Database, import_id: int, codes: Sequence[str]) -> None:
    """Note that these leaves were made by this import."""
    database.run_each(
        "UPDATE subject SET import = ? WHERE code = ?", [(import_id, code) for code in codes]
    )


def forget(database: Database, import_id: int) -> None:
    """Take out the leaves an import made; one that is used elsewhere stays, as the user's own."""
    database.run(_FORGET, (import_id,))
    database.run("UPDATE subject SET import = NULL WHERE import = ?", (import_id,))
