"""What the pinned fingerprint of the metadata packet stands for, read by another parser."""

from xml.etree import ElementTree

from tests.report.years import few
from vp_logboek.report.archive import packet
from vp_logboek.report.selfcheck.expected import document_title


def test_the_packet_says_the_title_the_language_and_two_standards() -> None:
    root = ElementTree.fromstring(packet("De titel").decode())

    said = [(node.tag.split("}")[1], (node.text or "").strip()) for node in root.iter()]
    assert [each for each in said if each[1]] == [
        ("li", "De titel"),
        ("li", "nl-NL"),
        ("part", "2"),
        ("conformance", "A"),
        ("part", "1"),
        ("schema", "PDF/UA identification schema"),
        ("namespaceURI", "http://www.aiim.org/pdfua/ns/id/"),
        ("prefix", "pdfuaid"),
        ("name", "part"),
        ("valueType", "Integer"),
        ("category", "internal"),
        ("description", "The part of ISO 14289 that the file conforms to"),
    ]
    assert {value for node in root.iter() for value in node.attrib.values()} == {
        "", "x-default", "Resource",
    }  # fmt: skip


def test_a_title_with_signs_of_markup_stays_a_title() -> None:
    title = document_title(few(), 1) + " & <b>"

    assert title in [node.text for node in ElementTree.fromstring(packet(title)).iter()]
