"""Machines that are up to something: environments, and what a print may not ask of any machine."""

from pathlib import Path

OURS = """
import hashlib, pickle, sys
sys.path.insert(0, sys.argv[1])
from vp_logboek.report import recovery_sheet, yearly
one, several, sheet = pickle.load(sys.stdin.buffer)
import vp_logboek.domain.recovery_sheet
exec(sys.argv[2])
pages = [
    yearly.render(one), yearly.render(one, concept=True), yearly.render(one, edition=2),
    yearly.render(several), recovery_sheet.render(sheet),
]
print(*[hashlib.sha256(page).hexdigest() for page in pages])
"""
"""What the program prints; what the second argument says is done before."""

UNPINNED = """
import hashlib, io, sys
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas
font = sys.argv[1] + "/resources/fonts/IBMPlexSans-Regular.ttf"
pdfmetrics.registerFont(ttfonts.TTFont("Plex", font))
out = io.BytesIO()
canvas = Canvas(out, invariant=1)
canvas.setFont("Plex", 10)
canvas.drawString(10, 10, "25 melders")
canvas.save()
print(hashlib.sha256(out.getvalue()).hexdigest())
"""
"""The negative control: ReportLab as it comes, even with its own ``invariant``."""

_ACCELERATOR = """
open({trace!r}, "a").write("gelezen")
def fp_str(*numbers):
    several = numbers[0] if isinstance(numbers[0], (list, tuple)) else numbers
    return " ".join("%.1f" % number for number in several)
"""
"""What ReportLab would write numbers with, if it could find it."""

_SETTINGS = """
open({trace!r}, "a").write("gelezen")
pdfComments = 1
invariant = 0
pageCompression = 1
canvas_basefontname = "Courier"
documentLang = "xx-XX"
"""

KINDS = (
    "accelerator",
    "no epoch",
    "time",
    "home",
    "path",
    "variables",
    "epoch",
    "hashing",
    "letters",
    "folders",
)


def environments(folder: Path) -> dict[str, dict[str, str]]:
    """Environments that change what ReportLab writes, or could."""
    home, path, fast = folder / "thuis van Jansen", folder / "pad", folder / "snel"
    for each in (home, path, fast):
        each.mkdir()
    accelerator = _ACCELERATOR.format(trace=str(folder / "spoor"))
    (fast / "_rl_accel.py").write_text(accelerator, encoding="utf-8")
    settings = _SETTINGS.format(trace=str(folder / "spoor"))
    (home / ".reportlab_settings").write_text(settings, encoding="utf-8")
    (home / ".reportlab_mods").write_text(settings.splitlines()[1], encoding="utf-8")
    (path / "reportlab_settings.py").write_text(settings, encoding="utf-8")
    (path / "reportlab_mods.py").write_text(settings.splitlines()[1], encoding="utf-8")
    return {
        "time": {"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
        "home": {
            "HOME": str(home), "USERPROFILE": str(home), "USER": "jansen", "LOGNAME": "jansen",
        },
        "path": {"PYTHONPATH": str(path)},
        "variables": {
            "RL_pdfComments": "1", "RL_invariant": "0", "RL_pageCompression": "1",
            "RL_documentLang": "xx-XX", "RL_useA85": "1", "RL_pdfMultiLine": "1",
            "RL_ttfAsciiReadable": "0", "RL_canvas_basefontname": "Courier", "RL_verbose": "1",
            "RL_canvas_baseColor": "red", "RL_shapedFontGlob": "*", "RL_defaultPageSize": "A3",
        },
        "accelerator": {"PYTHONPATH": str(fast)},
        "no epoch": {"SOURCE_DATE_EPOCH": "gisteren"},
        "epoch": {"SOURCE_DATE_EPOCH": "1234567890"},
        "hashing": {"PYTHONHASHSEED": "4711", "PYTHONOPTIMIZE": "2", "PYTHONWARNINGS": "error"},
        "letters": {
            "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0",
            "PYTHONIOENCODING": "latin-1",
        },
        "folders": {
            "TMPDIR": str(folder / "weg"), "XDG_DATA_HOME": str(folder / "spoorloos"),
            "XDG_CONFIG_HOME": str(folder / "spoorloos"),
        },
    }  # fmt: skip


_NO = """
def _no(what):
    def refuse(*given, **named):
        raise SystemError("forbidden: " + what)
    return refuse
"""
FORBIDDEN = {
    "clock": _NO + """
import datetime, time
for name in ("time", "time_ns", "localtime", "gmtime", "strftime", "ctime", "asctime", "monotonic",
             "perf_counter"):
    setattr(time, name, _no("clock"))
datetime.datetime = type("datetime", (datetime.datetime,), {
    "now": _no("clock"), "utcnow": _no("clock"), "today": _no("clock")})
datetime.date = type("date", (datetime.date,), {"today": _no("clock")})
for module in list(sys.modules.values()):
    for name in ("time", "localtime", "gmtime", "strftime"):
        if getattr(getattr(module, name, None), "__module__", "") == "time":
            setattr(module, name, _no("clock"))
""",
    "packing": _NO + """
import zlib
for name in ("compress", "compressobj", "crc32", "adler32"):
    setattr(zlib, name, _no("packing"))
""",
    "environment": _NO + """
import os
class Environment:
    __getitem__ = __contains__ = __iter__ = get = items = keys = _no("environment")
os.environ = Environment()
os.getenv = os.getcwd = _no("environment")
""",
    "chance": _NO + """
import os, random, uuid
os.urandom = uuid.uuid4 = uuid.uuid1 = os.getpid = _no("chance")
for name in ("random", "randrange", "randint", "choice", "getrandbits", "shuffle"):
    setattr(random, name, _no("chance"))
""",
    "names": _NO + """
import getpass, os, platform, socket
getpass.getuser = os.getlogin = os.uname = socket.gethostname = _no("names")
platform.node = platform.platform = _no("names")
""",
    "files": """
def _watch(event, given):
    if event == "open" and not str(given[0]).startswith(
        (sys.argv[1], sys.prefix, sys.base_prefix)
    ) or event == "open" and given[1] not in ("r", "rb", None):
        raise SystemError("forbidden: files")
    if event.partition(".")[0] in ("socket", "subprocess", "tempfile"):
        raise SystemError("forbidden: files")
sys.addaudithook(_watch)
""",
}  # fmt: skip
"""What is taken away before it prints; whoever asks all the same fails."""

ASK = """
import sys
exec(sys.argv[2])
"""
ASKING = {
    "clock": "import time; time.localtime()",
    "packing": "import zlib; zlib.compress(b'1')",
    "environment": "import os; os.environ.get('HOME')",
    "chance": "import os; os.urandom(1)",
    "names": "import getpass; getpass.getuser()",
    "files": "import os; open(os.devnull, 'w')",
}
"""Scripts that do ask."""
