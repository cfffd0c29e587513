"""P1: what was typed is in the encrypted file and nowhere else on the disk, nor in any output."""

import os
import subprocess
import sys
from pathlib import Path

from tests.promises.a_day_in_the_window import CANARY, PASSPHRASE
from tests.promises.test_p7_only_counts_leave import spellings
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services import notebook
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.store.logbook import open_logbook

ROOT = Path(__file__).parents[2]


def test_a_day_in_the_window_leaves_its_words_in_the_logbook_alone(tmp_path: Path) -> None:
    home, path = tmp_path / "thuis", tmp_path / "logboek.vplogboek"
    home.mkdir()
    make_logbook(path, PASSPHRASE, Organisation("Gemeente Voorbeeld")).close()
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), str(home))
    environment = {**os.environ, **homes, "TMPDIR": str(home), "PYTHONPATH": str(ROOT)}

    done = subprocess.run(
        [sys.executable, "-m", "tests.promises.a_day_in_the_window", path, tmp_path / "uit.pdf"],
        cwd=ROOT, env=environment, capture_output=True, timeout=120, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr.decode()
    written = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert {path, tmp_path / "uit.pdf"} < set(written), "the preferences are among them"
    for each in [*(file.read_bytes() for file in written), done.stdout, done.stderr]:
        assert not any(spelling in each for spelling in spellings(CANARY))
    with open_logbook(path, PASSPHRASE) as logbook:
        found = notebook.talks(logbook, TalkQuery(text=CANARY))
        assert len(found) == 3, "the control: the words are there for who has the passphrase"
        assert CANARY in notebook.drafts(logbook)[0][1].conversation.note
