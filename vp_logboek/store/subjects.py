"""The subject tree of this logbook: leaves are added and retired, never deleted."""

from vp_logboek.domain.subjects import MainClass, Subject, SubjectTree
from vp_logboek.store.database import Database


class Subjects:
    """The leaves in their fixed order."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def tree(self) -> SubjectTree:
        """The whole tree."""
        rows = self._database.all(
            "SELECT code, label, main, custom, retired FROM subject ORDER BY position"
        )
        return SubjectTree(
            tuple(
                Subject(code, label, MainClass(main), bool(custom), bool(retired))
                for code, label, main, custom, retired in rows
            )
        )

    def save(self, tree: SubjectTree) -> SubjectTree:
        """Add what is new and change what was there."""
        with self._database.transaction():
            self._database.run_each(
                "INSERT INTO subject (code, position, label, main, custom, retired)"
                " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO UPDATE SET"
                " position = excluded.position, label = excluded.label, main = excluded.main,"
                " custom = excluded.custom, retired = excluded.retired",
                [
                    (leaf.code, position, leaf.label, leaf.main, leaf.custom, leaf.retired)
                    for position, leaf in enumerate(tree)
                ],
            )
        return tree

    def used(self, code: str) -> int:
        """In how many dossiers and talks a leaf was chosen, the bin included."""
        return self._database.number(
            "SELECT (SELECT count(*) FROM conversation WHERE subject = ?1)"
            " + (SELECT count(*) FROM dossier WHERE subject = ?1)"
            " + (SELECT count(*) FROM dossier_subject WHERE subject = ?1)",
            (code,),
        )
