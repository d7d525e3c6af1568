"""The shipped questions: what they answer, the same from another engine, and that no query leaves the machine."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from newsroom import Newsroom

from kg.ask import questions
from kg.ask.lookups import Lookup
from kg.ask.questions import Question
from kg.errors import QueryError
from kg.graph.export import export
from kg.graph.store import reading
from kg.resources import folder
from kg.vocab import KG

SHIPPED = questions.shipped()
LOOKUPS = [questions.read(path) for path in sorted((folder("queries") / "lookup").glob("*.rq"))]

# Rows without the columns that hold IRIs of events.
EXPECTED: dict[str, dict[tuple[str, ...], list[str]]] = {
    "who-met-whom": {
        (): [
            "Anna Berg · Pedro Sol · Madrid · 2025-09",
            "Erik Holm · Pedro Sol · Madrid · 2025-09",
            "Anna Berg · Maria Costa · Lisbon · 2025-09-18",
        ],
        ("person=Pedro Sol",): ["Pedro Sol · Anna Berg · Madrid · 2025-09", "Pedro Sol · Erik Holm · Madrid · 2025-09"],
        ("place=Portugal",): ["Anna Berg · Maria Costa · Lisbon · 2025-09-18"],
        ("since=2025-09-17",): ["Anna Berg · Maria Costa · Lisbon · 2025-09-18"],
        ("until=2025-08-31",): [],
    },
    "meetings-at": {
        ("place=Tallinn",): ["possible · –"],
        ("status=denied",): [],
    },
    "together": {(): ["Anna Berg · Erik Holm"], ("person=Erik Holm",): ["Erik Holm · Anna Berg"]},
    "most-met": {(): ["Anna Berg · 2 · 2", "Pedro Sol · 2 · 1", "Erik Holm · 1 · 1", "Maria Costa · 1 · 1"]},
    "parties-met": {
        (): ["Portugal · Sweden · 1", "Spain · Sweden · 1"],
        ("party=Sweden",): ["Sweden · Portugal · 1", "Sweden · Spain · 1"],
    },
    "evidence": {
        ("status=possible",): ["undated.txt · 0 · 39 · Anna Berg may meet Jan Kask in Tallinn."],
        ("person=Jan Kask",): ["undated.txt · 0 · 39 · Anna Berg may meet Jan Kask in Tallinn."],
    },
    "network": {(): ["undated.txt · meeting.learned · Anna Berg may meet Jan Kask in Tallinn."]},
    "offices": {
        (): ["Anna Berg · Foreign Minister · Sweden · false"],
        ("of=Sweden",): ["Anna Berg · Foreign Minister · Sweden · false"],
        ("of=Spain",): [],
    },
    "measures-by": {
        (): ["tariff · Sweden · Spain · exact · 30 · 30 · percent · – · – · in force"],
        ("by=Spain",): [],
    },
    "measures-on": {
        ("on=Spain",): ["tariff · Sweden · Spain · exact · 30 · 30 · percent · – · – · in force"],
        ("on=Sweden",): [],
    },
    "tariffs": {(): ["Sweden · Spain · Spanish wine · 30 · 30 · exact · 30 percent · in force"]},
    "differences": {
        ("property=start",): [
            "start · 2025-09-14 · on Sunday · 2025-09-15 · wire.txt",
            "start · 2025-09-15 · on Monday · 2025-09-16 · daily.txt",
        ],
        ("property=place",): [],
    },
    "count-differences": {(): ["start · 1"]},
    "plans": {
        ("person=Maria Costa",): ["1 · planned · 2025-09-15 · wire.txt", "2 · happened · 2025-09-19 · later.txt"],
        ("person=Pedro Sol",): [],
    },
    "told-by": {
        ("person=Maria Costa",): [
            "later.txt · meeting · happened · 2025-09-18",
            "wire.txt · meeting · planned · 2025-09-18",
        ],
    },
    "sources": {(): ["2 · 2", "2 · 2", "1 · 1"]},
    "institutions-of": {(): []},
    "map": {(): ["Lisbon · 38.72509 · -9.1498 · 1", "Madrid · 40.4165 · -3.70256 · 1"]},
    "silences": {
        ("word=talks",): ["wire.txt · talks · nobody is named · The talks were long."],
        ("word=summit",): [],
    },
    "merges": {("thing=Pedro Sol",): ['Pedro Sol · the same name, "Pedro Sol"']},
}  # fmt: skip
LEFT_OUT = ("meeting", "measure", "event", "place", "left", "right", "what", "begin")
CASES = [(name, given) for name, cases in EXPECTED.items() for given in cases]


@pytest.fixture
def graph(room: Newsroom) -> Iterator[ox.Store]:
    """The store's graph."""
    with reading(room.store) as snapshot:
        yield snapshot.graph()


def bound(graph: ox.Store, name: str, given: tuple[str, ...]) -> str:
    """The text of a shipped question with the values given."""
    question = questions.named(name)
    values: dict[str, tuple[questions.Term, ...]] = {}
    for each in given:
        key, _, value = each.partition("=")
        param = questions.param_of(question, key)
        if param.type in questions.NAME_TYPES:
            values[key] = Lookup(graph).find(value, param.type)
        else:
            values[key] = (questions.literal(param, value),)
    return questions.bind(question, values)


@pytest.mark.parametrize(("name", "given"), CASES)
def test_a_question_has_its_answer(graph: ox.Store, name: str, given: tuple[str, ...]) -> None:
    answer = questions.run(graph, bound(graph, name, given))

    shown = [
        i
        for i, column in enumerate(answer.columns)
        if column not in LEFT_OUT or (name, column) == ("evidence", "begin")
    ]
    assert [" · ".join(row[i] or "–" for i in shown) for row in answer.rows] == EXPECTED[name][given]


def test_every_shipped_question_has_an_expected_answer() -> None:
    assert set(EXPECTED) == {question.name for question in SHIPPED}
    assert len(SHIPPED) >= 12


@pytest.mark.parametrize(("name", "given"), CASES)
def test_another_engine_gives_the_same_rows(graph: ox.Store, name: str, given: tuple[str, ...]) -> None:
    text = bound(graph, name, given)
    dataset = rdflib.Dataset()
    dataset.parse(data=export(graph, "nquads"), format="nquads")

    found = list(csv.reader(io.StringIO((dataset.query(text).serialize(format="csv") or b"").decode())))
    expected = questions.run(graph, text)
    assert found[0] == list(expected.columns)
    assert sorted(found[1:]) == sorted([cell or "" for cell in row] for row in expected.rows)


@pytest.mark.parametrize("question", [*SHIPPED, *LOOKUPS], ids=lambda question: question.name)
def test_a_question_says_what_it_is_and_has_an_order(question: Question) -> None:
    assert question.title
    assert question.description.endswith(".")
    assert "ORDER BY" in question.text
    assert all(param.help.endswith((".", "…")) for param in question.params)


@pytest.mark.parametrize("question", [*SHIPPED, *LOOKUPS], ids=lambda question: question.name)
def test_a_question_uses_terms_of_the_ontology_alone(question: Question) -> None:
    terms = set(re.findall(r"\bkg:(\w+)", question.text.split("# ///\n")[-1]))

    assert {term for term in terms if not hasattr(KG, term)} == set()


def test_no_query_stands_in_the_code() -> None:
    package = Path(questions.__file__).parent.parent
    holders = [path.name for path in package.rglob("*.py") if re.search(r"\bSELECT\b.*\{", path.read_text(), re.DOTALL)]

    assert holders == []


# ── values ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_quote_in_a_value_stays_a_value(graph: ox.Store) -> None:
    question = questions.named("differences")
    nasty = 'x") } # "'

    text = questions.bind(question, {"property": (questions.literal(question.params[0], nasty),)})

    assert questions.run(graph, text).rows == ()


def test_a_query_without_a_header_runs_as_it_is(graph: ox.Store) -> None:
    answer = questions.run(graph, "ASK { ?s ?p ?o }")

    assert answer.rows == (("yes",),)


def test_a_graph_comes_back_as_triples(graph: ox.Store) -> None:
    answer = questions.run(graph, f"CONSTRUCT {{ ?s a <{KG.Person}> }} WHERE {{ ?s a <{KG.Person}> }}")

    assert answer.columns == ("subject", "predicate", "object")
    assert len(answer.rows) == 5


# ── nothing leaves the machine ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://localhost:1/sparql> { ?s ?p ?o } }",
        "SELECT * { service silent <http://localhost:1/> { ?s ?p ?o } }",
        "SELECT * FROM <http://localhost:1/graph> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://localhost:1/graph> { ?s ?p ?o }",
        "SELECT * { ?s ?p '''it's''' . SERVICE <http://localhost:1/> { } }",
    ],
)
def test_a_query_that_would_leave_the_machine_is_refused(graph: ox.Store, text: str) -> None:
    with pytest.raises(QueryError, match="reaches beyond the store"):
        questions.run(graph, text)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s ?p "SERVICE <http://localhost:1/>" } ORDER BY ?s',
        "SELECT * { ?service ?from ?load } LIMIT 1",
        "SELECT * { ?s <http://localhost:1/FROM> ?o } # FROM here",
    ],
)
def test_the_words_alone_are_no_reason_to_refuse(graph: ox.Store, text: str) -> None:
    assert questions.run(graph, text).columns


@pytest.mark.parametrize("text", ["LOAD <http://localhost:1/>", "DELETE WHERE { ?s ?p ?o }", "SELECT", ""])
def test_an_update_or_a_broken_query_is_refused(graph: ox.Store, text: str) -> None:
    before = len(graph)

    with pytest.raises(QueryError):
        questions.run(graph, text)
    assert len(graph) == before


# ── headers ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("# title = ", "mine.rq: the header is no TOML"),
        ('# [params.x]\n# type = "day"', 'mine.rq: parameter "x" has unknown type "day"; allowed: person, institution'),
        ('# [params.x]\n# type = "date"', r'mine.rq: parameter "x" has no line VALUES \(\?x\)'),
    ],
)
def test_a_wrong_header_is_told(header: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        questions.parse(f"# /// question\n{header}\n# ///\nASK {{ }}", "mine", "mine.rq")
