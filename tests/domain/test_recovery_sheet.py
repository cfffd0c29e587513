"""The recovery sheet: what is printed can be typed over; a typing error is pinned to its line."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vp_logboek.domain import recovery_sheet
from vp_logboek.domain.errors import SheetLineWrong, SheetNewer
from vp_logboek.domain.recovery_sheet import (
    LINES,
    Sheet,
    check_line,
    read_sheet,
    same_group,
    sheet_number,
    sheet_of,
)

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KEYS = st.binary(min_size=32, max_size=32)
SALTS = st.binary(min_size=16, max_size=16)
SHEETS = st.builds(sheet_of, KEYS, SALTS)
LINE = st.integers(0, LINES - 1)
PLACE = st.integers(0, 15)


def changed(sheet: Sheet, line: int, text: str) -> tuple[str, ...]:
    return (*sheet.lines[:line], text, *sheet.lines[line + 1 :])


def wrong_line(lines: tuple[str, ...]) -> int:
    with pytest.raises(SheetLineWrong) as refused:
        read_sheet(lines)
    return refused.value.line


@given(KEYS, SALTS)
def test_what_is_printed_gives_back_the_key_and_the_salt(key: bytes, salt: bytes) -> None:
    sheet = sheet_of(key, salt)

    assert read_sheet(sheet.lines) == (key, salt)
    assert sheet.number == sheet_number(salt)
    assert [[len(group) for group in line.split(" ")] for line in sheet.lines] == [[4] * 4] * LINES
    assert set("".join(sheet.lines)) <= set(ALPHABET + " ")


@given(SHEETS, st.data())
def test_it_may_be_typed_small_without_spaces_and_with_the_letters_that_look_alike(
    sheet: Sheet, data: st.DataObject
) -> None:
    def typed(char: str) -> str:
        return data.draw(st.sampled_from({"0": "0oO", "1": "1iIlL"}.get(char, char + char.lower())))

    between = data.draw(st.sampled_from(["", " ", "-", "  "]))
    lines = [between.join("".join(map(typed, g)) for g in line.split()) for line in sheet.lines]

    assert read_sheet(lines) == read_sheet(sheet.lines)


def test_every_single_wrong_character_is_found_in_its_line() -> None:
    sheet = sheet_of(bytes(range(32)), bytes(range(16)))
    for line, place, char in product(range(LINES), range(16), ALPHABET):
        text = sheet.lines[line].replace(" ", "")
        if text[place] != char:
            with pytest.raises(SheetLineWrong):
                check_line(line + 1, text[:place] + char + text[place + 1 :])


@given(SHEETS, LINE, st.dictionaries(PLACE, st.sampled_from(ALPHABET), min_size=1, max_size=3))
def test_up_to_three_wrong_characters_in_a_line_are_always_found(
    sheet: Sheet, line: int, errors: dict[int, str]
) -> None:
    text = sheet.lines[line].replace(" ", "")
    typed = "".join(errors.get(place, char) for place, char in enumerate(text))
    if typed != text:
        assert wrong_line(changed(sheet, line, typed)) == line + 1


@given(SHEETS, LINE, PLACE, PLACE)
def test_two_characters_that_changed_places_are_always_found(
    sheet: Sheet, line: int, one: int, other: int
) -> None:
    text = list(sheet.lines[line].replace(" ", ""))
    text[one], text[other] = text[other], text[one]
    if "".join(text) != sheet.lines[line].replace(" ", ""):
        assert wrong_line(changed(sheet, line, "".join(text))) == line + 1


@given(SHEETS, LINE, LINE)
def test_two_lines_that_changed_places_are_found(sheet: Sheet, one: int, other: int) -> None:
    lines = list(sheet.lines)
    lines[one], lines[other] = lines[other], lines[one]
    if one != other:
        assert wrong_line(tuple(lines)) == min(one, other) + 1


@given(SHEETS, LINE, PLACE, st.integers(0, 2))
def test_a_character_too_many_or_too_few_is_found(
    sheet: Sheet, line: int, place: int, many: int
) -> None:
    text = sheet.lines[line].replace(" ", "")
    typed = text[:place] + text[place] * many + text[place + 1 :]
    if many != 1:
        assert wrong_line(changed(sheet, line, typed)) == line + 1


@pytest.mark.parametrize("typed", ["", "U" * 16, "één", "7KQM 2F8C", "😀" * 16, "٣" * 16])
def test_what_is_no_line_at_all_is_told_at_its_line(typed: str) -> None:
    sheet = sheet_of(bytes(32), bytes(16))

    assert wrong_line(changed(sheet, 2, typed)) == 3
    with pytest.raises(SheetLineWrong):
        check_line(3, typed)


def test_a_missing_line_is_told() -> None:
    sheet = sheet_of(bytes(32), bytes(16))

    assert wrong_line(sheet.lines[:4]) == 5
    assert wrong_line(()) == 1


def test_a_line_is_judged_by_itself() -> None:
    sheet = sheet_of(bytes(range(32)), bytes(range(16)))
    for number, line in enumerate(sheet.lines, 1):
        check_line(number, line)
        with pytest.raises(SheetLineWrong):
            check_line(number % LINES + 1, line)


def test_a_sheet_of_a_later_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery_sheet, "VERSION", 2)
    later = sheet_of(bytes(range(32)), bytes(range(16)))
    monkeypatch.undo()

    with pytest.raises(SheetNewer) as refused:
        read_sheet(later.lines)
    assert refused.value.version == 2


@given(SALTS)
def test_the_number_is_six_figures(salt: bytes) -> None:
    left, right = sheet_number(salt).split("-")

    assert (left + right).isdigit()
    assert (len(left), len(right)) == (3, 3)


def test_other_salts_have_other_numbers() -> None:
    numbers = {sheet_number(b"VPL1" + bytes(11) + bytes([last])) for last in range(200)}

    assert len(numbers) == 200


def test_groups_are_compared_as_they_are_meant() -> None:
    assert same_group(" 1o7k", "I07K")
    assert not same_group("107K", "107J")
