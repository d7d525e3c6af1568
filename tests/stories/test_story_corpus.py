"""The stories and the demo articles agree with their gold: its names, quotes and clusters point at real text."""

import json
from pathlib import Path
from typing import Any

import pytest

STORIES = Path(__file__).parent
DEMO = STORIES.parents[1] / "data" / "articles"


def load(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def story_gold() -> dict[str, dict[str, Any]]:
    return {gold["article"]: gold for path in STORIES.glob("*-[0-9].json") for gold in [load(path)]}


def demo_gold() -> dict[str, dict[str, Any]]:
    return {gold["article"]: gold for path in (STORIES / "demo").glob("*.json") for gold in [load(path)]}


def demo_text(gold: dict[str, Any]) -> str:
    """The text of a demo article; of a line of a JSON Lines file, its own text alone."""
    if "file" not in gold:
        return (DEMO / str(gold["article"])).read_text(encoding="utf-8")
    lines = (DEMO / gold["file"]).read_text(encoding="utf-8").splitlines()
    text: str = next(line["text"] for line in map(json.loads, lines) if line["id"] == gold["article"])
    return text


def story_text(gold: dict[str, Any]) -> str:
    return (STORIES / "articles" / str(gold["article"])).read_text(encoding="utf-8")


CASES = [(gold, story_text(gold)) for _, gold in sorted(story_gold().items())]
CASES += [(gold, demo_text(gold)) for _, gold in sorted(demo_gold().items())]
CORPORA = [("clusters.json", story_gold()), ("demo-clusters.json", demo_gold())]


def test_every_article_has_gold() -> None:
    assert {path.name for path in (STORIES / "articles").iterdir()} == set(story_gold())
    assert {path.name for path in DEMO.iterdir()} == {gold.get("file", name) for name, gold in demo_gold().items()}


@pytest.mark.parametrize(("gold", "text"), CASES, ids=[gold["article"] for gold, _ in CASES])
def test_every_quote_is_in_its_article(gold: dict[str, Any], text: str) -> None:
    quotes = [event["quote"] for kind in ("meetings", "measures") for event in gold[kind]]

    assert [quote for quote in quotes if quote not in text] == []


@pytest.mark.parametrize(("gold", "text"), CASES, ids=[gold["article"] for gold, _ in CASES])
def test_who_sat_on_a_side_is_among_the_people(gold: dict[str, Any], text: str) -> None:
    people = {person["name"] for person in gold["people"]}

    assert {name for meeting in gold["meetings"] for side in meeting["sides"] for name in side} <= people


@pytest.mark.parametrize(("name", "golds"), CORPORA)
@pytest.mark.parametrize(
    ("kind", "key"), [("people", "name"), ("institutions", "name"), ("meetings", "quote"), ("measures", "quote")]
)
def test_every_mention_is_in_exactly_one_cluster(
    name: str, golds: dict[str, dict[str, Any]], kind: str, key: str
) -> None:
    members = [tuple(member) for cluster in load(STORIES / name)[kind] for member in cluster["members"]]

    assert sorted(members) == sorted(
        (article, mention[key]) for article, gold in golds.items() for mention in gold[kind]
    )


@pytest.mark.parametrize("corpus", ["", "demo-"])
def test_expected_answers_name_real_clusters_and_quote_real_text(corpus: str) -> None:
    golds = demo_gold() if corpus else story_gold()
    texts = {name: (demo_text if corpus else story_text)(gold) for name, gold in golds.items()}
    clusters = load(STORIES / f"{corpus}clusters.json")
    known = {cluster["id"] for kind in ("meetings", "measures") for cluster in clusters[kind]}
    expected = load(STORIES / f"{corpus}expected.json")
    conflicts, outcomes = expected["conflicts"], expected["outcomes"]
    reports = [report for conflict in conflicts for value in conflict["values"] for report in value["reports"]]
    reports += [report for pair in expected.get("compatible", []) for report in pair["reports"]]
    life_lines = [report for outcome in outcomes for report in (*outcome["before"], *outcome["after"])]

    assert {answer["cluster"] for answer in (*conflicts, *outcomes)} <= known
    assert [report for report in reports if report["wording"] not in texts[report["article"]]] == []
    assert [report for report in life_lines if report["quote"] not in texts[report["article"]]] == []


def test_a_difference_has_at_least_two_values() -> None:
    for corpus in ("", "demo-"):
        for conflict in load(STORIES / f"{corpus}expected.json")["conflicts"]:
            values = [json.dumps(value["value"]) for value in conflict["values"]]

            assert len(set(values)) == len(values) >= 2
