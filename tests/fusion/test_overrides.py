"""The user's decisions, and what they change."""

from __future__ import annotations

from pathlib import Path

import pytest
from telling import Telling, reports, together, wholes

from kg.errors import InputError
from kg.fusion import NONE, Overrides, fuse, sssom
from kg.fusion.overrides import Decision, parse, read, unmatched
from kg.model import Report

ALLOWED = 'allowed are a list of [[same]] and of [[different]], each with a = "…", b = "…" and why = "…"'


def _people(*names: str) -> tuple[Report, ...]:
    tellings = [Telling(f"{number}.txt") for number in range(len(names))]
    for telling, name in zip(tellings, names, strict=True):
        telling.person(name)
    return reports(*tellings)


def test_same_joins_two_nodes_and_says_that_it_was_decided() -> None:
    told = _people("Robert Zimmerman", "Bob Dylan")
    overrides = parse('[[same]]\na = "person/robert-zimmerman"\nb = "person/bob-dylan"\nwhy = "a stage name"')

    (node,) = fuse(told, overrides).nodes

    assert [merge.reason for merge in node.merges] == ["decided: a stage name"]
    assert node.names == ("Bob Dylan", "Robert Zimmerman")
    assert len(fuse(told).nodes) == 2


def test_different_takes_one_report_out() -> None:
    told = _people("Anna Berg", "Anna Berg", "Anna Berg")
    decision = Decision("0.txt#person/anna-berg", "1.txt#person/anna-berg", "two people")

    knowledge = fuse(told, Overrides(different=(decision,)))

    assert not together(knowledge, "person/anna-berg", "0.txt", "1.txt")
    assert together(knowledge, "person/anna-berg", "0.txt", "2.txt")
    assert len({node.entity.key for node in knowledge.nodes}) == 2


def test_a_full_iri_names_a_node_too() -> None:
    told = _people("Robert Zimmerman", "Bob Dylan")
    decision = Decision("https://example.org/person/bob-dylan", "person/robert-zimmerman", "a stage name")

    assert len(fuse(told, Overrides(same=(decision,))).nodes) == 1


def test_a_decision_on_people_reaches_their_meetings() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    a.met("Ruritania: Anna Berg", "Freedonia: Pedro Sol", at="Madrid", on="2025-09-14")
    b.met("Ruritania: Anna Hill", "Freedonia: Pedro Sol", at="Madrid", on="2025-09-14")
    decision = Decision("person/anna-berg", "person/anna-hill", "she married")

    assert len(wholes(fuse(reports(a, b)))) == 2
    assert len(wholes(fuse(reports(a, b), Overrides(same=(decision,))))) == 1


def test_meetings_can_be_joined_and_told_apart() -> None:
    a, b, c = Telling("a.txt"), Telling("b.txt"), Telling("c.txt")
    for telling, place in ((a, "Madrid"), (b, "Madrid"), (c, "London")):
        telling.met("Ruritania: Anna Berg", "Freedonia: Pedro Sol", at=place, on=None)
    same = Decision("a.txt#meeting/1", "c.txt#meeting/1", "the paper was wrong")
    different = Decision("a.txt#meeting/1", "b.txt#meeting/1", "there were two")

    assert len(wholes(fuse(reports(a, b, c)))) == 2
    assert len(wholes(fuse(reports(a, b, c), Overrides(same=(same,))))) == 1
    assert len(wholes(fuse(reports(a, b, c), Overrides(different=(different,))))) == 3


def test_decisions_on_what_is_not_there_change_nothing() -> None:
    told = _people("Anna Berg", "Pedro Sol")
    decision = Decision("person/anna-berg", "person/nobody", "gone")

    assert fuse(told, Overrides(same=(decision,))) == fuse(told)
    known = {ref: node.entity.key for node in fuse(told).nodes for ref in node.refs}
    assert unmatched(Overrides(same=(decision,)), known) == ("person/nobody",)


# ── the file ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_no_file_and_an_empty_one_are_no_decisions(tmp_path: Path) -> None:
    (tmp_path / "empty.toml").write_text("", encoding="utf-8")

    assert read(tmp_path / "missing.toml") == read(tmp_path / "empty.toml") == parse("") == NONE


def test_decisions_are_read_in_order() -> None:
    text = '[[different]]\na = "x/1"\nb = "x/2"\nwhy = "no"\n[[same]]\na = "x/3"\nb = "x/4"\nwhy = " yes "'

    assert parse(text) == Overrides((Decision("x/3", "x/4", "yes"),), (Decision("x/1", "x/2", "no"),))


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("[[sane]]", f"o.toml: unknown key 'sane'; {ALLOWED}"),
        ('same = "x"', f"o.toml: same is no list; write [[same]]; {ALLOWED}"),
        ('[[same]]\na = "x"\nwhy = "y"', f"o.toml, [[same]] number 1: b is missing or empty; {ALLOWED}"),
        ('[[same]]\na = "x"\nb = ""\nwhy = "y"', f"o.toml, [[same]] number 1: b is missing or empty; {ALLOWED}"),
        ('[[same]]\na = "x"\nb = "z"\nwhy = "y"\nc = 1', f"o.toml, [[same]] number 1: unknown key 'c'; {ALLOWED}"),
        (
            '[[same]]\na = "x"\nb = "x"\nwhy = "y"',
            "o.toml, [[same]] number 1: a and b are both 'x'; name two different things",
        ),
        (
            '[[same]]\na = "x"\nb = "z"\nwhy = "y"\n[[different]]\na = "z"\nb = "x"\nwhy = "y"',
            "o.toml: 'x' and 'z' are called both same and different; keep one of the two",
        ),
    ],
)
def test_a_wrong_file_is_told_in_one_line(text: str, error: str) -> None:
    with pytest.raises(InputError) as raised:
        parse(text, name="o.toml")

    assert str(raised.value) == error


def test_broken_toml_names_its_line() -> None:
    with pytest.raises(InputError, match=r"o\.toml is no TOML: .* \(at line 2, column \d+\)") as raised:
        parse("[[same]]\na = = 1", name="o.toml")

    assert "\n" not in str(raised.value)


# ── export ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_merges_are_exported_as_sssom() -> None:
    told = _people("Robert Zimmerman", "Bob Dylan", "Bob Dylan")
    overrides = Overrides(same=(Decision("person/robert-zimmerman", "person/bob-dylan", "a stage name"),))

    lines = sssom(fuse(told, overrides), {"report": "urn:report:"}).splitlines()

    assert lines == [
        "#mapping_set_title: merges",
        "#curie_map:",
        "#  report: urn:report:",
        "subject_id\tpredicate_id\tobject_id\tmapping_justification\tsubject_category\tcomment",
        "report:0.txt/person/robert-zimmerman\tskos:exactMatch\treport:1.txt/person/bob-dylan\t"
        "semapv:ManualMappingCuration\tperson\tdecided: a stage name",
        "report:1.txt/person/bob-dylan\tskos:exactMatch\treport:2.txt/person/bob-dylan\t"
        'semapv:CompositeMatching\tperson\tthe same name, "Bob Dylan"',
    ]
