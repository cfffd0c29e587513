"""The strict reader reads what our writer makes as another library does, and nothing else."""

import io
from collections.abc import Callable
from decimal import Decimal

import pikepdf
import pytest

from tests.report.reread.planting import planted, put_together, taken_apart
from tests.report.several import side_by_side
from tests.report.years import few, zuid_holland
from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report.reread.document import read
from vp_logboek.report.reread.values import Ref, Stream, Value
from vp_logboek.report.yearly import render

PDF = render(few())


def _as_pikepdf_reads(thing: object) -> object:
    if isinstance(thing, pikepdf.Object):
        if isinstance(thing, pikepdf.Array):
            return [_one(each) for each in thing]
        if isinstance(thing, pikepdf.Stream):
            return _dictionary(thing), thing.read_raw_bytes()
        if isinstance(thing, pikepdf.Dictionary):
            return _dictionary(thing)
        if isinstance(thing, pikepdf.Name):
            return "/" + str(thing)[1:]
        return bytes(thing)
    return float(thing) if isinstance(thing, Decimal) else thing


def _dictionary(thing: pikepdf.Object) -> dict[str, object]:
    return {key[1:]: _one(thing[key]) for key in thing.keys()}  # noqa: SIM118


def _one(thing: object) -> object:
    if isinstance(thing, pikepdf.Object) and thing.is_indirect:
        return ("ref", thing.objgen[0])
    return _as_pikepdf_reads(thing)


def _as_we_read(value: Value) -> object:
    if isinstance(value, Ref):
        return ("ref", value.number)
    if isinstance(value, Stream):
        return {key: _as_we_read(each) for key, each in value.keys.items()}, value.data
    if isinstance(value, list):
        return [_as_we_read(each) for each in value]
    if isinstance(value, dict):
        return {key: _as_we_read(each) for key, each in value.items()}
    return "/" + value if isinstance(value, str) else value


@pytest.mark.parametrize("report", [few(), zuid_holland(), side_by_side()])
def test_every_object_is_read_as_another_library_reads_it(report: object) -> None:
    pdf = render(report)  # type: ignore[arg-type]
    ours = read(pdf)

    with pikepdf.open(io.BytesIO(pdf)) as theirs:
        for number, value in ours.objects.items():
            assert _as_we_read(value) == _as_pikepdf_reads(theirs.get_object(number, 0)), number
        assert _as_we_read(ours.trailer) == _dictionary(theirs.trailer)
        assert len(ours.objects) == len(theirs.objects)


def test_what_is_taken_apart_and_put_together_is_the_same_file() -> None:
    assert put_together(*taken_apart(PDF)) == PDF
    assert len(read(PDF).objects) == len(taken_apart(PDF)[0])


def _with_object(body: bytes) -> Callable[[bytes], bytes]:
    def plant(pdf: bytes) -> bytes:
        bodies, trailer = taken_apart(pdf)
        return put_together([*bodies, body], trailer)

    return plant


def _changed(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda pdf: planted(pdf, (old, new))


FAULTS: dict[str, Callable[[bytes], bytes]] = {
    "an object that nothing refers to": _with_object(b"(Jansen)"),
    "a reference to nothing": _changed(b"/Lang (nl-NL)", b"/Lang (nl-NL) /X 9999 0 R"),
    "a comment between objects": lambda pdf: pdf.replace(b"endobj\n", b"endobj\n%Jansen\n", 1),
    "a line before the table": lambda pdf: pdf.replace(b"xref\n0", b"\nxref\n0", 1),
    "something after the end": lambda pdf: pdf + b"Jansen",
    "a second end": lambda pdf: pdf + b"%%EOF\n",
    "something before the beginning": lambda pdf: b"\n" + pdf,
    "another program's name": lambda pdf: pdf.replace(b"ReportLab", b"JansenLab", 1),
    "a wrong place in the table": lambda pdf: pdf.replace(b"0000000061", b"0000000062"),
    "a second generation": _changed(b" 0 R", b" 1 R"),
    "a key that is there twice": _changed(b"/Lang (nl-NL)", b"/Lang (nl-NL) /Lang (nl-NL)"),
    "a comment in a dictionary": _changed(b"/Lang (nl-NL)", b"/Lang %Jansen\n(nl-NL)"),
    "a tab": _changed(b"/Lang (nl-NL)", b"/Lang\t(nl-NL)"),
    "many spaces": _changed(b"/Lang (nl-NL)", b"/Lang      (nl-NL)"),
    "a name with a code in it": _changed(b"/Lang (nl-NL)", b"/L#61ng (nl-NL)"),
    "an escape that is not needed": _changed(b"(nl-NL)", b"(\\156l-NL)"),
    "a bare line end in a text": _changed(b"(nl-NL)", b"(nl\n-NL)"),
    "a number with a sign": _changed(b"/Ascent 1025", b"/Ascent +1025"),
    "a number with zeros": _changed(b"/Ascent 1025", b"/Ascent 01025"),
    "a number with zeros behind": _changed(b"595.28", b"595.280"),
    "a word nobody knows": _changed(b"/Lang (nl-NL)", b"/Lang Jansen"),
    "a stream that is longer": lambda pdf: pdf.replace(b"\r\nendstream", b"J\r\nendstream", 1),
}  # fmt: skip


@pytest.mark.parametrize("plant", FAULTS.values(), ids=FAULTS)
def test_what_our_writer_does_not_write_is_refused(plant: Callable[[bytes], bytes]) -> None:
    pdf = plant(PDF)

    assert pdf != PDF
    with pytest.raises(OverviewRefused) as refused:
        read(pdf)
    assert refused.value.fault is Fault.FILE
    assert "Jansen" not in refused.value.place


@pytest.mark.parametrize("fault", ["an object that nothing refers to", "a comment between objects"])
def test_another_reader_sees_nothing_wrong_in_some_of_these(fault: str) -> None:
    with pikepdf.open(io.BytesIO(FAULTS[fault](PDF))) as document:
        assert len(document.pages) == 1
