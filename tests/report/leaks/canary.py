"""Words that must stay in the logbook, sought in a file in every way they could be there."""

import base64
import codecs
import zlib
from collections.abc import Callable, Iterator

from tests.report.leaks import texts
from tests.report.leaks.check import opened

Spelling = Callable[[str], bytes]
_CODECS = ("utf-8", "utf-16-be", "utf-16-le", "utf-32-be")


def _in_base64(shift: int) -> Spelling:
    """The letters that are the same whatever stands before and behind."""

    def spell(text: str) -> bytes:
        data = bytes(shift) + text.encode() + bytes(-(len(text.encode()) + shift) % 3)
        return base64.b64encode(data)[4 if shift else 0 : -4]

    return spell


SPELLINGS: dict[str, Spelling] = {
    **{name: lambda text, name=name: text.encode(name) for name in _CODECS},  # type: ignore[misc]
    **{
        f"{name}, hexadecimal": lambda text, name=name: text.encode(name).hex().encode()  # type: ignore[misc]
        for name in _CODECS
    },
    "hexadecimal with spaces": lambda text: text.encode().hex(" ").encode(),
    "octal": lambda text: "".join(f"\\{byte:03o}" for byte in text.encode()).encode(),
    "decimal": lambda text: " ".join(map(str, text.encode())).encode(),
    "binary": lambda text: "".join(f"{byte:08b}" for byte in text.encode()).encode(),
    "entities": lambda text: "".join(f"&#{ord(sign)};" for sign in text).encode(),
    "percents": lambda text: "".join(f"%{byte:02x}" for byte in text.encode()).encode(),
    "escapes of a name": lambda text: "".join(f"#{byte:02x}" for byte in text.encode()).encode(),
    "base64": _in_base64(0),
    "base64, one further": _in_base64(1),
    "base64, two further": _in_base64(2),
    "base85": lambda text: base64.b85encode(text.encode())[:-5],
    "ascii85": lambda text: base64.a85encode(text.encode())[:-5],
    "backwards": lambda text: text[::-1].encode(),
    "rot13": lambda text: codecs.encode(text, "rot13").encode(),
    "every bit turned": lambda text: bytes(byte ^ 0xFF for byte in text.encode()),
    "with spaces": lambda text: " ".join(text).encode(),
}


def layers(pdf: bytes) -> Iterator[bytes]:
    """A file as it is, and all that can be taken out of it."""
    yield pdf
    found = opened(pdf)
    for thing in found.file.things.values():
        yield from _unpacked(thing.data or b"")
        yield "\n".join(_strings(thing.value)).encode("utf-8", "replace")
    for page in found.pages:
        yield "".join(text.text for text in page.texts).encode("utf-8", "replace")
    yield "\n".join(texts.beside_the_pages(found.tree)).encode("utf-8", "replace")


def _unpacked(data: bytes) -> Iterator[bytes]:
    try:
        yield zlib.decompress(data)
    except zlib.error:
        return


def _strings(value: object) -> Iterator[str]:
    """Every text and name in a value."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, bytes):
        yield texts.text_of(value)
        yield value.decode("latin-1")
    elif isinstance(value, str):
        yield value


def spelled(text: str) -> dict[str, set[bytes]]:
    """A text, its first and its last half, in small and as it is, by the way it is spelled."""
    half = len(text) // 2
    parts = [text, text[:half], text[half:]] if len(text) > 11 else [text]
    return {
        name: {spell(each) for part in parts for each in (part, part.lower())}
        for name, spell in SPELLINGS.items()
    }


def found_in(pdf: bytes, words: dict[str, str]) -> set[tuple[str, str]]:
    """Which of these words are in a file, each with the way it is spelled there."""
    sought = [
        (name, way, each)
        for name, word in words.items()
        for way, spellings in spelled(word).items()
        for each in spellings
        if len(each) > 3
    ]
    whole = b"\x00\n".join({one for layer in layers(pdf) for one in (layer, layer.lower())})
    return {(name, way) for name, way, each in sought if each in whole}
