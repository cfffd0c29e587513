"""The tree: five fixed classes, leaves of one's own under them, nothing ever deleted."""

import tomllib

import pytest

from vp_logboek.domain.errors import SubjectExists, UnknownSubject
from vp_logboek.domain.subjects import (
    OUTSIDE_REMIT,
    REST_LABEL,
    MainClass,
    SubjectTree,
    rest_of,
    tree_from_toml,
)
from vp_logboek.resources import resource


@pytest.fixture(name="tree")
def default_tree() -> SubjectTree:
    return tree_from_toml(tomllib.loads(resource("subjects.toml").read_text(encoding="utf-8")))


def test_every_class_ends_with_its_rest_leaf(tree: SubjectTree) -> None:
    for main in MainClass:
        assert tree.under(main)[-1].code == rest_of(main)
        assert tree.under(main)[-1].label == REST_LABEL


def test_no_two_leaves_share_a_code_or_a_label(tree: SubjectTree) -> None:
    labels = [leaf.label for leaf in tree if leaf.label != REST_LABEL]

    assert len({leaf.code for leaf in tree}) == len(tree.leaves)
    assert len(set(labels)) == len(labels)


def test_there_is_a_leaf_for_what_lies_outside_the_remit(tree: SubjectTree) -> None:
    assert tree.main_of(OUTSIDE_REMIT) is MainClass.ADVICE


def test_the_name_of_a_class_finds_its_rest_leaf(tree: SubjectTree) -> None:
    found = tree.find("  ongewenste   OMGANGSVORMEN ")

    assert found is not None
    assert found.code == rest_of(MainClass.CONDUCT)
    assert tree.full_label(found.code) == "Ongewenste omgangsvormen"


def test_a_custom_leaf_is_found_by_its_label_and_stands_before_the_rest(tree: SubjectTree) -> None:
    grown, leaf = tree.with_custom("Favoritisme", MainClass.INTEGRITY)

    assert grown.find("favoritisme") == leaf
    assert grown.under(MainClass.INTEGRITY)[-2:] == (leaf, grown.leaf("integriteit_overig"))
    assert len(tree.leaves) + 1 == len(grown.leaves)


def test_two_custom_leaves_never_share_a_code(tree: SubjectTree) -> None:
    once, first = tree.with_custom("Een", MainClass.ADVICE)
    twice, second = once.with_custom("Twee", MainClass.UNSAFETY)

    assert first.code != second.code
    assert {first.code, second.code} <= {leaf.code for leaf in twice}


def test_a_label_is_given_out_once(tree: SubjectTree) -> None:
    with pytest.raises(SubjectExists):
        tree.with_custom("PESTEN", MainClass.INTEGRITY)


def test_a_retired_leaf_still_tells_its_label(tree: SubjectTree) -> None:
    retired = tree.with_retired("pesten")

    assert retired.leaf("pesten").retired
    assert retired.full_label("pesten") == "Pesten"
    assert not retired.with_retired("pesten", retired=False).leaf("pesten").retired


def test_an_unknown_code_is_told(tree: SubjectTree) -> None:
    with pytest.raises(UnknownSubject):
        tree.leaf("bestaat_niet")
