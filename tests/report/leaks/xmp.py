"""The metadata in XML: a title, a language and what the file conforms to, and nothing else."""

import hashlib
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from tests.report.leaks.layout import File
from tests.report.leaks.texts import text_of
from tests.report.leaks.tree import Tree

PROFILE = "384b832de3412066743b52a75ee906b6fb9fb8d9e09e936fc2c43223815c6e0a"
"""The fingerprint of sRGB2014.icc as the International Color Consortium gives it."""
_PACKET = re.compile(
    r'<\?xpacket begin="\ufeff?" id="W5M0MpCehiHzreSzNTczkc9d"\?>\n(<x:xmpmeta.*</x:xmpmeta>)\n'
    r'<\?xpacket end="r"\?>\n?',
    re.DOTALL,
)
_SHORT = {
    "adobe:ns:meta/": "x",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
    "http://www.aiim.org/pdfa/ns/extension/": "ext",
    "http://www.aiim.org/pdfa/ns/schema#": "schema",
    "http://www.aiim.org/pdfa/ns/property#": "property",
}
_TOP = "x:xmpmeta/rdf:RDF/rdf:Description/"
_SCHEMA = "ext:schemas/rdf:Bag/rdf:li/"
_PROPERTY = f"{_SCHEMA}schema:property/rdf:Seq/rdf:li/"
_SAYS = {
    "dc:title/rdf:Alt/rdf:li": None,
    "dc:language/rdf:Bag/rdf:li": "nl-NL",
    "pdfaid:part": "2",
    "pdfaid:conformance": "A",
    "pdfuaid:part": "1",
    f"{_SCHEMA}schema:schema": "PDF/UA identification schema",
    f"{_SCHEMA}schema:namespaceURI": "http://www.aiim.org/pdfua/ns/id/",
    f"{_SCHEMA}schema:prefix": "pdfuaid",
    f"{_PROPERTY}property:name": "part",
    f"{_PROPERTY}property:valueType": "Integer",
    f"{_PROPERTY}property:category": "internal",
    f"{_PROPERTY}property:description": "The part of ISO 14289 that the file conforms to",
}
"""Every text there may be, by its path; the title is that of the document."""
_ATTRIBUTES = {("rdf:about", ""), ("rdf:parseType", "Resource"), ("xml:lang", "x-default")}


def odd(file: File, tree: Tree) -> Iterator[str]:
    """What is odd about it, and about the colours beside it."""
    for profile in tree.numbers("profile"):
        if hashlib.sha256(file.things[profile].data or b"").hexdigest() != PROFILE:
            yield "a colour profile of another kind"
    (number,) = tree.numbers("metadata") or (0,)
    data = (file.things[number].data if number else None) or b""
    found = _PACKET.fullmatch(data.decode("utf-8", "replace"))
    if found is None:
        yield f"a packet of another form: {data[:80]!r}"
        return
    if "<!" in found.group(1) or "<?" in found.group(1) or "&#" in found.group(1):
        yield "a comment or a reference in the packet"
    title = "".join(text_of(info.get("Title")) for info in tree.of("info"))
    try:
        root = ElementTree.fromstring(found.group(1))
    except ElementTree.ParseError as error:
        yield f"no XML: {error}"
        return
    seen: list[str] = []
    yield from _node(root, "", title, seen)
    if sorted(seen) != sorted(_SAYS):
        yield f"it says {sorted(seen)}"


def _node(node: ElementTree.Element, above: str, title: str, seen: list[str]) -> Iterator[str]:
    path = f"{above}/{_name(node.tag)}".removeprefix("/")
    for key, value in node.attrib.items():
        if (_name(key), value) not in _ATTRIBUTES:
            yield f"an attribute {_name(key)}={value!r}"
    if (node.tail or "") not in ("", "\n") or (len(node) and (node.text or "") not in ("", "\n")):
        yield f"text between the properties: {node.text!r} {node.tail!r}"
    if not len(node):
        end = path.removeprefix(_TOP)
        seen.append(end)
        if end not in _SAYS or node.text != (_SAYS[end] or title):
            yield f"{end} says {node.text!r}"
    for child in node:
        yield from _node(child, path, title, seen)


def _name(tag: str) -> str:
    space, _, name = tag.removeprefix("{").rpartition("}")
    return f"{_SHORT.get(space, space)}:{name}"
