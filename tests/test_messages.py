"""Every error is told in three parts, in plain Dutch."""

import dataclasses
import inspect
from datetime import date
from enum import Enum
from itertools import product
from typing import Any, get_type_hints

import pytest

from vp_logboek.domain import errors, errors_release, errors_report
from vp_logboek.messages import told
from vp_logboek.messages.parts import Message

LONGEST_SENTENCE = 20


def _examples(hint: Any) -> list[Any]:
    if inspect.isclass(hint) and issubclass(hint, Enum):
        return list(hint)
    samples: dict[Any, list[Any]] = {
        str: ["Voorbeeld"],
        int: [3],
        bool: [True, False],
        date: [date(2026, 3, 4)],
        tuple[str, ...]: [("eerste", "tweede"), ()],
        tuple[tuple[int, str], ...]: [
            ((4, "De datum ontbreekt."),),
            tuple((n, "De datum ontbreekt.") for n in range(12)),
        ],
    }
    return samples[hint]


def _every_error() -> list[errors.LogbookError]:
    kinds = [
        kind
        for module in (errors, errors_release, errors_report)
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, errors.LogbookError) and kind is not errors.LogbookError
    ]
    found = []
    for kind in kinds:
        hints = get_type_hints(kind) if dataclasses.is_dataclass(kind) else {}
        found += [
            kind(*values) for values in product(*(_examples(hint) for hint in hints.values()))
        ]
    return found


@pytest.mark.parametrize("error", _every_error(), ids=repr)
def test_every_error_is_told_in_three_parts(error: errors.LogbookError) -> None:
    message = told(error)

    assert isinstance(message, Message)
    for part in (message.what, message.safe, message.todo):
        assert part.strip().endswith((".", ":"))
        assert "ongeldig" not in part.casefold()


@pytest.mark.parametrize("error", _every_error(), ids=repr)
def test_no_sentence_is_longer_than_twenty_words(error: errors.LogbookError) -> None:
    for sentence in str(told(error)).replace("\n", ". ").split(". "):
        assert len(sentence.split()) <= LONGEST_SENTENCE, sentence
