"""What holds whatever the articles: order, repetition, processes, and ids that stay put."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import Telling, reports

from kg import codec
from kg.errors import InputError
from kg.fusion import Overrides, fuse
from kg.fusion.overrides import Decision
from kg.model import Knowledge, Merge, Ref, Report

PEOPLE = ("Anna Berg", "Berg", "Ana Berg", "Pedro Sol", "Sol", "Li Qiang", "Li Qing", "Li", "Maria Costa")
STATES = ("Sweden", "Spain", "China", "Portugal")
PLACES = ("Madrid", "Geneva", "Lausanne", None)
DAYS = ("2025-09-14", "2025-09-15", "2025-09", "--09-14", "2025-09-30", "Sunday", None)


@st.composite
def tellings(draw: st.DrawFn, name: str = "a.txt") -> Telling:
    """An article about a small cast, so that everything may be the same as something else."""
    telling = Telling(name, draw(st.sampled_from(("2025-09-16", "2025-10-01", None))))
    for person in draw(st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True)):
        telling.holds(person, draw(st.sampled_from(("Minister", "Premier", "Envoy"))), draw(st.sampled_from(STATES)))
    for _ in range(draw(st.integers(0, 3))):
        left, right = draw(st.permutations(STATES))[:2]
        one, two = draw(st.permutations(PEOPLE))[:2]
        telling.met(
            draw(st.sampled_from((left, f"{left}: {one}"))),
            draw(st.sampled_from((right, f"{right}: {two}"))),
            at=draw(st.sampled_from(PLACES)),
            on=draw(st.sampled_from(DAYS)),
            status=draw(st.sampled_from(("happened", "planned", "possible", "denied"))),
            kind=draw(st.sampled_from(("talks", "visit", "call", "summit"))),
            round=draw(st.sampled_from((None, 1, 2))),
        )
    for _ in range(draw(st.integers(0, 2))):
        by, on = draw(st.permutations(STATES))[:2]
        telling.put("tariff", by, (on,), draw(st.sampled_from(("10 percent", "30 percent", "about 30 percent", None))))
    return telling


@st.composite
def collections(draw: st.DrawFn) -> tuple[Report, ...]:
    count = draw(st.integers(1, 6))
    return reports(*(draw(tellings(name=f"{number}.txt")) for number in range(count)))


@settings(max_examples=25, deadline=None)
@given(collections(), st.data())
def test_order_and_repetition_change_nothing(told: tuple[Report, ...], data: st.DataObject) -> None:
    again = [*told, *data.draw(st.lists(st.sampled_from(told), max_size=3))]
    shuffled = data.draw(st.permutations(again))

    assert fuse(shuffled) == fuse(told)


@settings(max_examples=25, deadline=None)
@given(collections())
def test_every_report_ends_in_just_one_thing_and_every_merge_is_explained(told: tuple[Report, ...]) -> None:
    knowledge = fuse(told)

    in_nodes = [ref for node in knowledge.nodes for ref in node.refs]
    in_meetings = [ref for each in knowledge.meetings if each.part_of is None for ref in each.refs]
    in_measures = [ref for each in knowledge.measures for ref in each.refs]
    assert len(in_nodes) == len(set(in_nodes)) == sum(len(each.entities) for each in told)
    assert len(in_meetings) == len(set(in_meetings)) == sum(len(each.meetings) for each in told)
    assert len(in_measures) == len(set(in_measures)) == sum(len(each.measures) for each in told)
    things: list[tuple[tuple[Merge, ...], tuple[Ref, ...]]] = [
        *((node.merges, node.refs) for node in knowledge.nodes),
        *((each.merges, each.refs) for each in knowledge.meetings if each.part_of is None),
        *((each.merges, each.refs) for each in knowledge.measures),
    ]
    assert all(len(merges) == len(refs) - 1 for merges, refs in things)
    assert all(merge.reason for merges, _ in things for merge in merges)


@settings(max_examples=25, deadline=None)
@given(collections())
def test_ids_are_unique_and_sorted(told: tuple[Report, ...]) -> None:
    knowledge = fuse(told)

    for keys in (
        [node.entity.key for node in knowledge.nodes],
        [each.meeting.key for each in knowledge.meetings],
        [each.measure.key for each in knowledge.measures],
    ):
        assert keys == sorted(set(keys))


@settings(max_examples=25, deadline=None)
@given(collections())
def test_ids_stay_put_when_unrelated_articles_come(told: tuple[Report, ...]) -> None:
    other = Telling("00-other.txt", "2024-02-02")
    other.holds("Jan Kask", "President", "Estonia")
    other.met("Estonia: Jan Kask", "Latvia: Ilze Ozola", at="London", on="2024-02-01")
    other.put("ban", "Estonia", ("Latvia",))

    before, after = fuse(told), fuse((*told, other.report()))

    assert _ids(before) <= _ids(after)
    assert {node for node in before.nodes if not node.entity.is_state} <= set(after.nodes)
    assert set(before.meetings) <= set(after.meetings)
    assert set(before.measures) <= set(after.measures)


def _ids(knowledge: Knowledge) -> set[str]:
    nodes = {node.entity.key for node in knowledge.nodes}
    return nodes | {each.meeting.key for each in knowledge.meetings} | {each.measure.key for each in knowledge.measures}


def test_two_different_reports_of_one_article_are_refused() -> None:
    a, b = Telling("a.txt"), Telling("a.txt")
    b.person("Anna Berg")

    with pytest.raises(InputError, match=r"two different reports of the article a\.txt"):
        fuse(reports(a, b))


def test_nothing_told_is_nothing_known() -> None:
    assert fuse(()) == Knowledge()


def test_the_hash_seed_of_a_process_changes_nothing() -> None:
    script = "import sys; from test_fuse import sample; sys.stdout.buffer.write(sample())"
    folder = Path(__file__).parent
    outputs = set()
    for seed in ("0", "1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{folder}{os.pathsep}{folder.parents[1]}"}
        done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
        outputs.add(done.stdout)

    assert outputs == {sample()}


def sample() -> bytes:
    """What a dozen articles tell together, as bytes."""
    made = []
    for number in range(12):
        telling = Telling(f"{number}.txt", f"2025-09-{15 + number % 3}")
        for person, state in (("Anna Berg", "Sweden"), ("Pedro Sol", "Spain"), ("Li Qiang", "China")):
            telling.holds(person if number % 3 else person.split()[-1], "Minister", state)
        telling.met(
            "Sweden: Anna Berg",
            "Spain: Pedro Sol",
            at=("Madrid", "Geneva")[number % 2],
            on=f"2025-09-{14 + number % 4}",
        )
        telling.put("tariff", "Sweden", ("Spain",), f"{10 + number % 4} percent", goods=("wine", "steel", "fish"))
        made.append(telling)
    decision = Decision("person/anna-berg", "person/li-qiang", "a test")
    return codec.encode(fuse(reports(*made), Overrides(same=(decision,))))


# ── ids ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_ids_can_be_read() -> None:
    telling = Telling("a.txt")
    telling.met("United States: Scott Bessent", "China: He Lifeng", at="Madrid", on="2025-09-14")
    telling.met("United States: Scott Bessent", "China: He Lifeng", kind="call", on="--09")
    telling.put("tariff", "United States", ("China",), "10 to 25 percent")

    knowledge = fuse(reports(telling))

    assert [each.meeting.key[:-7] for each in knowledge.meetings] == [
        "meeting/2025-09-14-madrid-spain-china-united-states",
        "meeting/x-09-call-he-lifeng-scott-bessent",
    ]
    assert [each.measure.key[:-7] for each in knowledge.measures] == [
        "measure/tariff-united-states-on-china-10-to-25-percent"
    ]


def test_a_meeting_keeps_its_id_when_more_is_told_of_it() -> None:
    a, b = Telling("a.txt"), Telling("b.txt", "2025-09-20")
    a.met("United States: Scott Bessent", "China: He Lifeng", at="Madrid", on="2025-09-14", status="planned")
    b.met(
        "United States: Scott Bessent, Jamieson Greer",
        "China: He Lifeng",
        at="Madrid",
        on="--09-14",
        venue="Santa Cruz",
    )

    before, after = fuse(reports(a)), fuse(reports(a, b))

    assert [each.meeting.key for each in before.meetings] == [each.meeting.key for each in after.meetings]


def test_a_name_without_latin_letters_has_an_id_too() -> None:
    telling = Telling("a.txt")
    telling.person("何立峰")

    (node,) = fuse(reports(telling)).nodes

    assert node.entity.key.startswith("person/")
    assert len(node.entity.key) > len("person/")
