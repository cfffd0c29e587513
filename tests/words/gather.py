"""Finds every text that people read, by reading the source: nothing has to be registered.

A literal is for people unless it cannot be: a docstring, an error of ours, a name of a type, or a
word without a space and without a capital that no call shows. So a text in a new module is found
by itself. What is computed is told as a template: ``{}`` stands for what is filled in.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import vp_logboek
from vp_logboek.resources import resource

ROOT = Path(vp_logboek.__file__).parent


class Kind(Enum):
    """Where a text stands, for the rules that hold there alone."""

    TEXT = "text"
    BUTTON = "button"
    MENU = "menu"
    HELP = "help"


@dataclass(frozen=True)
class Text:
    """One text, and where it is written."""

    file: str
    line: int
    words: str
    kind: Kind = Kind.TEXT

    def __str__(self) -> str:
        return f"{self.file}:{self.line} “{self.words}”"


BUTTONS = {
    "button": (0,), "primary_button": (0,), "quiet_button": (0,), "link_button": (0,),
    "addButton": (0,), "show_action": (0,), "say": (2,), "show_message": (2,),
}  # fmt: skip
"""The calls that put words on a button, with which of their arguments that is."""

ONE_TEXT = {"button", "primary_button", "quiet_button", "link_button", "label", "heading", "title"}
"""Of these calls the first argument is read; the others are codes."""

SHOWS = {
    "tr", "label", "title", "heading", "Entry", "Message", "Head", "setText", "setAccessibleName",
    "setAccessibleDescription", "setWindowTitle", "setToolTip", "setPlaceholderText", "addItem",
    "addAction", "addMenu", "announce", "Step", "Telling", "telling",
} | BUTTONS.keys()  # fmt: skip
"""The calls whose every literal is read, even one small word."""

SPOKEN = ("domain/activity.py", "domain/conversation.py", "domain/dossier.py")
"""Whose codes are Dutch words that people read."""

NOT_FOR_PEOPLE = {
    "store/": "SQL, and errors of ours; what people are told is in messages",
    "report/reread/": "reads what a PDF is made of",
    "report/selfcheck/": "compares a PDF with what it should be; messages tell",
    "report/rl_": "changes of the library that makes the PDF",
    "report/archive.py": "what a PDF says of itself, in its own language",
    "report/prose.py": "the names of parts of a PDF",
    "report/elements.py": "the names of parts of a PDF",
    "report/tagged.py": "the names of parts of a PDF",
    "domain/disclosure/": "counts only",
    "domain/name_lists.py": "lists of words that are sought",
    "domain/name_words.py": "patterns",
    "domain/plain_text.py": "how a text is checked, and errors of ours",
    "gui/style_sheet.py": "the language of style sheets",
    "gui/theme.py": "names of styles and letters",
    "gui/lock/clipboard.py": "names of the systems",
    "gui/lock/linux.py": "names of the system's bus",
    "gui/lock/macos.py": "names of the system",
    "gui/lock/objc.py": "names of the system",
    "gui/lock/windows.py": "names of the system",
    "services/import_headers.py": "headings of lists that people bring, to recognise them",
    "services/import_fields.py": "headings of lists that people bring, to recognise them",
    "gui/help/where.py": "names of rooms and of pages",
    "services/places.py": "names of services, and patterns of their folders",
    "services/remembered.py": "names of folders of the system",
    "services/example.py": "the invented content of the example",
    "cli/dutch.py": "the English of the standard library, to translate it",
}
"""Beginnings of paths, each with why nobody reads its literals."""

_SILENT = {"compile", "Path", "getattr", "resource", "TypeVar", "ParamSpec", "cast", "setProperty",
           "setObjectName", "normalize", "execute", "QSettings", "environ", "is_name", "partition",
           "setStyle", "setStyleSheet", "QKeySequence", "startswith", "endswith", "split", "sub",
           "strftime", "UUID", "_row", "error", "horizontalAdvance", "icon", "pixmap", "Element",
           "set_icon_name"}  # fmt: skip
"""Calls whose literals nobody reads."""
_OURS = {"ValueError", "RuntimeError", "TypeError", "KeyError", "Mistagged", "OverviewRefused",
         "BrokenLedger", "Refused", "Unreadable"}  # fmt: skip
_SOUGHT = {"__all__", "_WORDS"}
"""Names that hold a list of words, to look for."""
_CODE = re.compile(
    r"(?s:\s*Q[A-Z]\w+.*\{.*)|SELECT .*|Lbl|LBody|THead|TBody|Caption|Figure|<.*>|[\w.]*\[.*\]"
    r"|(Callable|Sequence|tuple)\b.*|\w+( \| \w+)+|(Ctrl|Alt|Shift)\+.*|F\d+|\w*[a-z][A-Z]\w*"
)
_HOLE = re.compile(r"\{[^{}]*\}")


def texts(root: Path = ROOT) -> list[Text]:
    """Every text of the program: its modules, its help and its subjects."""
    found = [text for file in sorted(root.rglob("*.py")) for text in of_module(file, root)]
    return [*found, *_help(), *_subjects()] if root == ROOT else found


def of_module(file: Path, root: Path = ROOT) -> Iterator[Text]:
    """Every text in this module, whatever it is called."""
    name = file.relative_to(root).as_posix()
    if any(name.startswith(beginning) for beginning in NOT_FOR_PEOPLE):
        return
    reader = _Reader(name.startswith("gui/") or root != ROOT, name in SPOKEN)
    reader.visit(ast.parse(file.read_text("utf-8")))
    for line, words, kind in reader.found:
        yield Text(name, line, words, kind)


class _Reader(ast.NodeVisitor):
    """Goes through a module, and knows in which calls it is."""

    def __init__(self, is_window: bool, is_spoken: bool) -> None:
        self.found: list[tuple[int, str, Kind]] = []
        self._buttons = BUTTONS if is_window else {}
        self._shown = is_spoken
        self._kind = Kind.TEXT

    # what is not read

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # else a docstring
            self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        """An error of ours is not read; what the disk or the user did is."""
        raised = node.exc.func if isinstance(node.exc, ast.Call) else None
        if raised is not None and _name(raised) not in _OURS and node.exc is not None:
            self.visit(node.exc)

    def visit_arg(self, node: ast.arg) -> None:
        """A type."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for one in [*node.args.defaults, *node.args.kw_defaults, *node.body]:
            if one is not None:
                self.visit(one)

    def visit_Assign(self, node: ast.Assign) -> None:
        named = {one.id for one in node.targets if isinstance(one, ast.Name)}
        if not named & _SOUGHT:
            self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """The words of an enumeration are read where they are not its codes."""
        for one in node.body:
            self.visit(one)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """The key of a dictionary is not shown, and a type neither."""
        self.visit(node.value)

    def visit_Compare(self, node: ast.Compare) -> None:
        """What is compared is not shown."""

    # what is read

    def visit_Call(self, node: ast.Call) -> None:
        name = _name(node.func)
        if name == "split":  # a list of words that are sought
            return
        if isinstance(node.func, ast.Attribute):
            self.visit(node.func.value)
        if name in _SILENT:
            return
        for number, argument in enumerate(node.args):
            if number == 0 or name not in ONE_TEXT:
                self._visit_in(argument, name, number)
        for keyword in node.keywords:
            if keyword.arg not in ("role", "icon_name", "mode", "type", "timespec", "prog"):
                self._visit_in(keyword.value, name, -1)

    def _visit_in(self, argument: ast.expr, call: str, number: int) -> None:
        before = self._shown, self._kind
        self._shown = self._shown or call in SHOWS
        if number in self._buttons.get(call, ()):
            self._kind = Kind.BUTTON
        elif call == "Entry":
            self._kind = Kind.MENU
        elif call != "tr":
            self._kind = Kind.TEXT
        if not (call == "Entry" and number != 1):
            self.visit(argument)
        self._shown, self._kind = before

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        told = "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
        self._take(node.lineno, told)
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self._take(node.lineno, _HOLE.sub("{}", node.value))

    def _take(self, line: int, words: str) -> None:
        plain = words.replace("{}", "").strip(" \n·•:,.-–…“”()")
        if not re.search(r"[a-zé]{2}", plain) or _CODE.fullmatch(plain):
            return
        read = self._shown or " " in plain or (plain[0].isupper() and plain.isalpha())
        if read:
            self.found.append((line, words, self._kind))


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _help() -> Iterator[Text]:
    """The pages of the help: each line without its marks."""
    folder = resource("help")
    for page in sorted(folder.glob("*.md")):
        if page.name == "README.md":
            continue
        text = page.read_text("utf-8")
        for paragraph in re.split(r"\n\s*\n|\n(?=\s*(?:[-*#|]|\d+\.))", text):
            number = text[: text.find(paragraph)].count("\n") + 1
            words = re.sub(r"[*_`#]|\[|\]\([^)]*\)|^\s*(?:[-*]|\d+\.)\s", "", paragraph)
            if words.strip(" |-:"):
                for cell in words.split("|"):
                    yield Text(f"help/{page.name}", number, " ".join(cell.split()), Kind.HELP)


def _subjects() -> Iterator[Text]:
    """The subjects that the program brings."""
    for group in tomllib.loads(resource("subjects.toml").read_text("utf-8")).values():
        for label in group.values():
            yield Text("subjects.toml", 0, str(label))
