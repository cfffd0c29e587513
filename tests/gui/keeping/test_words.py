"""What is said about keeping: one or several, short, and plain."""

import re
from datetime import date

import pytest

from vp_logboek.gui.keeping import words
from vp_logboek.gui.settings import keeping


@pytest.mark.parametrize(
    "number,said",
    [(1, "1 dossier is vernietigd."), (4, "4 dossiers zijn vernietigd.")],
)
def test_one_is_and_several_are(number: int, said: str) -> None:
    assert words.destroyed(number) == said


def test_what_was_destroyed_is_told_as_a_number_only() -> None:
    assert words.destroyed_so_far(0) == "U hebt nog geen dossier vernietigd."
    assert words.destroyed_so_far(12).startswith("In totaal hebt u 12 dossiers vernietigd.")


def test_when_a_dossier_is_due_follows_the_terms() -> None:
    assert "is uitgebracht" in words.when_due(2, when_reported=True)
    assert words.when_due(3, when_reported=False).endswith("3 jaar na het sluiten.")
    assert "uitgebracht" not in words.when_due(3, when_reported=False)


def every_sentence() -> list[str]:
    day = date(2026, 3, 4)
    several = ["2023-001", "2023-002"]
    texts = [value for name, value in vars(words).items() if name.isupper() and value]
    texts += [value for name, value in vars(keeping).items() if name.isupper()]
    for number in (1, 4):
        texts += [
            words.quiet_for(number), words.typed_to_destroy(number), words.destroyed(number),
            words.destroyed_so_far(number), words.deleted_talks(number),
            words.lies_long(number, 30), words.more_copies(number),
            words.when_due(number, when_reported=True), words.closed(several[:number]),
            words.goes_on(several[:number]), words.still_held(day),
        ]  # fmt: skip
    found = [one for one in texts if isinstance(one, str)]
    return [part for one in found for part in re.split(r"(?<=[.!?:]) ", one)]


@pytest.mark.parametrize("sentence", every_sentence())
def test_no_sentence_is_longer_than_twenty_words(sentence: str) -> None:
    assert len(sentence.split()) <= 20
