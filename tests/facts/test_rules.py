"""Every rule's examples: what is tagged is read, what is untagged yields nothing."""

from __future__ import annotations

from typing import Any

import pytest
from marked import article, marked, names
from spacy.language import Language

from kg.facts import report
from kg.facts.rules import table
from kg.text.annotate import document

MEETING_RULES = [rule for kind in ("verb", "noun", "company") for rule in table("meetings")[kind]]
EXAMPLES = [(rule["id"], example) for rule in MEETING_RULES for example in rule["examples"]]


@pytest.mark.parametrize("rule", MEETING_RULES, ids=lambda rule: rule["id"])
def test_every_rule_has_a_positive_and_a_negative_example(rule: dict[str, Any]) -> None:
    tagged = [bool(marked(example).tags) for example in rule["examples"]]

    assert True in tagged
    assert False in tagged


def test_rule_ids_are_unique() -> None:
    ids = [rule["id"] for rule in MEETING_RULES]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{r}-{e[:40]}" for r, e in EXAMPLES])
def test_example_reads_as_tagged(rule: str, example: str, nlp: Language) -> None:
    expected = marked(example)

    found = report(document(article(expected.text), nlp))

    if not expected.tags:
        assert found.meetings == ()
        return
    assert len(found.meetings) == 1
    meeting = found.meetings[0]
    assert [set(names(found, side.people)) for side in meeting.sides] == [
        set(expected.tags[side]) for side in ("a", "b") if side in expected.tags
    ]
    assert names(found, (meeting.place,) if meeting.place else ()) == expected.tags.get("p", ())
    assert rule in {evidence.rule for evidence in meeting.evidence}
