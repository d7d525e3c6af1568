"""Each shape accepts its valid example and refuses its invalid one, and no other shape meddles."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph.validate import conforms, file_violations
from kg.ontology import ShapeText, shape_texts

EXAMPLES = Path(__file__).parent.parent / "ontology" / "examples"
SHAPES = [shape.name for shape in shape_texts()]


@pytest.mark.parametrize("folder", ["valid", "invalid"])
def test_each_shape_has_an_example(folder: str) -> None:
    assert sorted(path.stem for path in (EXAMPLES / folder).glob("*.ttl")) == sorted(SHAPES)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_valid_example_conforms(shape: str) -> None:
    assert file_violations(EXAMPLES / "valid" / f"{shape}.ttl") == ()


@pytest.mark.parametrize("shape", shape_texts(), ids=SHAPES)
def test_the_invalid_example_fails_its_shape_alone(shape: ShapeText) -> None:
    found = file_violations(EXAMPLES / "invalid" / f"{shape.name}.ttl")

    assert {(each.shape, each.severity, each.message) for each in found} == {
        (shape.name, shape.severity, shape.message)
    }
    assert conforms(found) == (shape.severity != "Violation")
