"""Everything that can go wrong and is not our own fault: data only, the sentences are in messages.

Decide at the edge whose fault an error is. What is raised as a LogbookError is told to the user in
three parts; anything else is a defect of ours and reaches the crash box.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto


class LogbookError(Exception):
    """Base of what is told to the user."""


# --- what was entered -------------------------------------------------------------------------


@dataclass
class FutureDate(LogbookError):
    """A talk cannot have taken place after today."""

    on: date


@dataclass
class ImpossibleDate(LogbookError):
    """A text that names no day; ``text`` is what was typed in the date field."""

    text: str


@dataclass
class TooLongAgo(LogbookError):
    """A talk lies after 1989: before that it is a typing error."""

    on: date


@dataclass
class ImpossibleDuration(LogbookError):
    """A talk takes between 0 and 1,440 minutes."""

    minutes: int


@dataclass
class UnknownSubject(LogbookError):
    """No subject has this code or label."""

    text: str


@dataclass
class SubjectExists(LogbookError):
    """A subject with this label is already in the tree."""

    label: str


@dataclass
class UnknownOrganisation(LogbookError):
    """No organisation has this name; ``known`` are the names there are."""

    name: str
    known: tuple[str, ...]


@dataclass
class OrganisationExists(LogbookError):
    """Another organisation in this logbook has this name."""

    name: str


@dataclass
class OrganisationNeeded(LogbookError):
    """There are several organisations and none was chosen."""

    known: tuple[str, ...]


@dataclass
class NameNeeded(LogbookError):
    """An organisation needs a name."""


@dataclass
class ReasonNeeded(LogbookError):
    """The level without a threshold is chosen with a reason."""


@dataclass
class Gone(LogbookError):
    """What was asked for is no longer in the logbook; ``what`` names it in our own Dutch words."""

    what: str


# --- the file ---------------------------------------------------------------------------------


class PassphraseProblem(Enum):
    """Why a new passphrase is refused."""

    EMPTY = auto()
    TOO_LONG = auto()
    TOO_WEAK = auto()
    NOT_THE_SAME = auto()


@dataclass
class PassphraseRefused(LogbookError):
    """A new passphrase that will not do."""

    problem: PassphraseProblem


@dataclass
class WrongPassphrase(LogbookError):
    """No page could be read: the passphrase is wrong, or the start of the file is damaged."""


class Foreign(Enum):
    """What a file is when it is not a logbook."""

    MISSING = auto()
    FOLDER = auto()
    SPECIAL = auto()
    EMPTY = auto()
    SQLITE = auto()
    OTHER = auto()
    TEST_FILE = auto()
    UNREADABLE = auto()


@dataclass
class NotALogbook(LogbookError):
    """The file was recognised as something else, before any key was derived; it is untouched."""

    kind: Foreign


@dataclass
class NewerLogbook(LogbookError):
    """The file was made by a newer version of the program; it is untouched."""

    version: int


@dataclass
class Damaged(LogbookError):
    """The passphrase is right and some of the file cannot be trusted; ``findings`` counts what."""

    findings: int


@dataclass
class AlreadyOpen(LogbookError):
    """Another program, or another window, has this logbook open."""


@dataclass
class ReadOnlyPlace(LogbookError):
    """The file or its folder cannot be written."""


class DiskTrouble(Enum):
    """What the disk said."""

    FULL = auto()
    FAILED = auto()
    NAME_TOO_LONG = auto()
    MOVED = auto()


@dataclass
class NotSaved(LogbookError):
    """Nothing was written: the transaction was undone as a whole."""

    trouble: DiskTrouble


@dataclass
class AlreadyExists(LogbookError):
    """A file of this name is there and is not overwritten."""

    name: str


@dataclass
class TargetUnwritable(LogbookError):
    """A file could not be written at the place that was asked for; what stood there is whole."""

    name: str


@dataclass
class TargetIsLogbook(LogbookError):
    """A logbook stands where a file was to be written; it is untouched."""

    name: str


@dataclass
class OutputFailed(LogbookError):
    """What was asked for could not be printed."""


# --- recovery sheet, backups and keeping ------------------------------------------------------


@dataclass
class SheetLineWrong(LogbookError):
    """A line of the recovery sheet was not typed as it is printed; ``line`` counts from 1."""

    line: int


@dataclass
class SheetOfAnother(LogbookError):
    """The sheet was typed without a fault, but belongs to another file or an older passphrase."""

    typed: str
    expected: str


@dataclass
class SheetNewer(LogbookError):
    """The recovery sheet was made by a newer version of the program."""

    version: int


@dataclass
class CopyOfAnother(LogbookError):
    """The passphrase opens the backup, and the file is not the one it was made of."""


@dataclass
class HealedOnly(LogbookError):
    """The damaged start was written anew; after that the new passphrase could not be set."""


@dataclass
class GroupsDiffer(LogbookError):
    """What was typed back is not what the recovery sheet says."""


@dataclass
class BackupFolderMissing(LogbookError):
    """The folder for backups is not there: a stick that is not plugged in, say."""


@dataclass
class BackupFailed(LogbookError):
    """No backup was made; the logbook and the earlier backups are whole."""

    trouble: DiskTrouble


@dataclass
class BackupStopped(LogbookError):
    """A backup was stopped before it was whole: the logbook is being locked, say."""


@dataclass
class CopyNotClosed(LogbookError):
    """A copy was opened and its program stopped halfway: first it must be opened once more."""


@dataclass
class NotMigrated(LogbookError):
    """A logbook of an older version: no copy of it could be made first, so it stays as it was."""

    trouble: DiskTrouble


@dataclass
class OlderReadOnly(LogbookError):
    """A logbook of an older version in a place that cannot be written, so it stays as it was."""


@dataclass
class CopyNotWhole(LogbookError):
    """A copy was written and read back, and is not whole; it was removed again."""


@dataclass
class NothingToRescue(LogbookError):
    """Of a damaged file nothing can be read; ``newest_copy`` names the newest backup, if any."""

    newest_copy: str


@dataclass
class NotDue(LogbookError):
    """A dossier that was to be destroyed is open, or not yet due."""

    number: str


@dataclass
class CountNotConfirmed(LogbookError):
    """The number that was typed is not the number of dossiers that would be destroyed."""

    expected: int


# --- import and overview ----------------------------------------------------------------------


class TableTrouble(Enum):
    """Why a table cannot be read at all."""

    MISSING = auto()
    UNREADABLE = auto()
    UNKNOWN_KIND = auto()
    NO_ROWS = auto()


@dataclass
class TableUnreadable(LogbookError):
    """The table cannot be read; nothing was taken over."""

    trouble: TableTrouble


@dataclass
class UnknownField(LogbookError):
    """``--veld`` names a field that does not exist, or a column the table does not have."""

    field: str
    known: tuple[str, ...]


@dataclass
class ColumnMissing(LogbookError):
    """A required column was not recognised; ``headers`` are those the table has."""

    field: str
    headers: tuple[str, ...]


@dataclass
class RowsRefused(LogbookError):
    """Some rows cannot be taken over, so none was; ``rows`` are (row number, reason) pairs."""

    rows: tuple[tuple[int, str], ...]


@dataclass
class ImportNotUndoable(LogbookError):
    """An import cannot be undone: a row was changed since, or was counted in an issued year."""

    counted: bool


@dataclass
class NotTakenBack(LogbookError):
    """What was done is changed since, or was counted in an issued year: it stays as it is."""

    counted: bool


@dataclass
class YearNotOver(LogbookError):
    """A year can be issued only after its last day."""

    label: str
    last_day: date


@dataclass
class GlyphMissing(LogbookError):
    """A name or label has a character that the fonts of the overview cannot show."""

    character: str
