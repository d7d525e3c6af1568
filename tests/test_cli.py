"""The command line: what each command prints, what it says of what it left out, and its exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import newsroom
import pytest
from newsroom import Newsroom, read_by_hand

from kg import __version__, codec, pipeline
from kg.cli import COMMANDS, run, table
from kg.graph.store import reading
from kg.model import Article, Report

LOOKUPS = ("who-met", "meetings", "people", "institutions", "places", "measures", "articles", "conflicts", "outcomes")

Capture = pytest.CaptureFixture[str]


def answers(room: Newsroom, capsys: Capture, *arguments: str) -> Any:
    """What a command answers as JSON."""
    capsys.readouterr()
    assert room.kg(*arguments, "--format", "json") == 0
    return json.loads(capsys.readouterr().out)


def pairs(records: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Who met whom."""
    return [(record["a"], record["b"]) for record in records]


# ── who met whom ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_people_on_different_sides_met_and_those_on_one_side_did_not(room: Newsroom, capsys: Capture) -> None:
    met = pairs(answers(room, capsys, "who-met"))

    assert met == [("Anna Berg", "Pedro Sol"), ("Erik Holm", "Pedro Sol"), ("Anna Berg", "Maria Costa")]


def test_the_person_asked_for_stands_first(room: Newsroom, capsys: Capture) -> None:
    assert pairs(answers(room, capsys, "who-met", "Pedro Sol")) == [
        ("Pedro Sol", "Anna Berg"),
        ("Pedro Sol", "Erik Holm"),
    ]


def test_with_names_the_person_across(room: Newsroom, capsys: Capture) -> None:
    assert pairs(answers(room, capsys, "who-met", "Pedro Sol", "--with", "erik holm")) == [("Pedro Sol", "Erik Holm")]
    assert answers(room, capsys, "who-met", "Anna Berg", "--with", "Erik Holm") == []


@pytest.mark.parametrize("place", ["Madrid", "Spain", "madrid"])
def test_where_takes_a_city_or_its_country(room: Newsroom, capsys: Capture, place: str) -> None:
    assert {record["place"] for record in answers(room, capsys, "who-met", "--where", place)} == {"Madrid"}


def test_a_name_that_may_mean_several_takes_all_and_says_so(
    empty_room: Newsroom, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def with_namesake(article: Article, nlp: object) -> Report:
        report = read_by_hand(article, nlp)
        if article.id != "later.txt":
            return report
        renamed = codec.encode(report).replace(b"Anna Berg", b"Olga Berg").replace(b"anna-berg", b"olga-berg")
        return codec.decode(renamed, Report)

    monkeypatch.setattr(pipeline, "read_article", with_namesake)
    empty_room.build("daily.txt", "later.txt")

    assert empty_room.kg("who-met", "Berg", "--format", "json") == 0

    captured = capsys.readouterr()
    assert pairs(json.loads(captured.out)) == [("Anna Berg", "Pedro Sol"), ("Olga Berg", "Maria Costa")]
    assert captured.err == '"Berg" may mean Anna Berg, Olga Berg: all are taken.\n'


def test_what_is_only_possible_is_told_only_when_asked_for(room: Newsroom, capsys: Capture) -> None:
    assert ("Anna Berg", "Jan Kask") not in pairs(answers(room, capsys, "who-met"))
    assert pairs(answers(room, capsys, "who-met", "--status", "possible")) == [("Anna Berg", "Jan Kask")]
    assert ("Anna Berg", "Jan Kask") in pairs(answers(room, capsys, "who-met", "--status", "any"))


def test_since_and_until_leave_out_what_has_no_day_and_say_so(room: Newsroom, capsys: Capture) -> None:
    assert room.kg("who-met", "--status", "any", "--since", "2025-09-17", "--format", "json") == 0

    captured = capsys.readouterr()
    assert pairs(json.loads(captured.out)) == [("Anna Berg", "Maria Costa")]
    assert captured.err == "Left out: 1 meeting without a known day.\n"


def test_until_takes_a_month_to_its_last_day(room: Newsroom, capsys: Capture) -> None:
    assert len(answers(room, capsys, "who-met", "--until", "2025-09")) == 3
    assert answers(room, capsys, "who-met", "--until", "2025-08") == []


def test_as_of_a_day_only_what_was_told_by_then_is_known(room: Newsroom, capsys: Capture) -> None:
    then = answers(room, capsys, "meetings", "--as-of", "2025-09-15")

    assert [(meeting["place"], meeting["status"]) for meeting in then] == [
        ("Madrid", "happened"),
        ("Lisbon", "planned"),
    ]
    assert then[0]["start"] == "2025-09-14"


# ── records ─────────────────────────────────────────────────────────────────────────────────────────────────────────

KEYS = {
    "who-met": "a b status place country venue start end kind iri articles",
    "meetings": "sides parties kind place country venue start end status iri articles differs",
    "people": "name roles iri articles",
    "institutions": "name of kind iri articles",
    "places": "name kind iri articles",
    "measures": "kind by on value unit qualifier from until status iri articles differs",
    "articles": "article title published date_basis iri",
}


@pytest.mark.parametrize("command", sorted(set(KEYS) - {"institutions"}))
def test_json_has_the_keys_that_scripts_rely_on(room: Newsroom, capsys: Capture, command: str) -> None:
    found = answers(room, capsys, command)

    assert found
    assert all(set(KEYS[command].split()) <= set(record) for record in found)


def test_a_meeting_lists_its_sides_by_name(room: Newsroom, capsys: Capture) -> None:
    madrid = answers(room, capsys, "meetings", "--where", "Madrid")[0]

    assert sorted(madrid["sides"]) == [["Anna Berg", "Erik Holm"], ["Pedro Sol"]]
    assert madrid["parties"] == ["Spain", "Sweden"]
    assert (madrid["kind"], madrid["place"], madrid["country"]) == ("talks", "Madrid", "Spain")
    assert madrid["independent"] == 2


def test_competing_values_are_all_kept(room: Newsroom, capsys: Capture) -> None:
    madrid = answers(room, capsys, "meetings", "--where", "Madrid")[0]

    assert madrid["start"] == "2025-09"
    assert [(each["property"], [value["value"] for value in each["values"]]) for each in madrid["differs"]] == [
        ("start", ["2025-09-14", "2025-09-15"])
    ]


def test_a_person_has_the_offices_that_articles_give(room: Newsroom, capsys: Capture) -> None:
    berg = answers(room, capsys, "people", "Berg")[0]

    assert berg["roles"] == [{"title": "Foreign Minister", "of": "Sweden", "past": False}]


def test_a_measure_is_directed_and_has_its_amount(room: Newsroom, capsys: Capture) -> None:
    tariff = answers(room, capsys, "measures", "--by", "Sweden")[0]

    assert {key: tariff[key] for key in ("kind", "by", "on", "value", "unit", "qualifier", "status")} == {
        "kind": "tariff",
        "by": "Sweden",
        "on": ["Spain"],
        "value": 30,
        "unit": "percent",
        "qualifier": "exact",
        "status": "in force",
    }


def test_a_measure_without_a_day_is_left_out_of_a_stretch_of_days(room: Newsroom, capsys: Capture) -> None:
    assert room.kg("measures", "--since", "2025", "--format", "json") == 0

    captured = capsys.readouterr()
    assert json.loads(captured.out) == []
    assert captured.err == "Nothing found.\nLeft out: 1 measure without a known day.\n"


@pytest.mark.parametrize(("stretch", "count"), [("--since=2030", 1), ("--until=2024", 0), ("--until=2025", 1)])
def test_a_measure_without_an_end_still_applies(
    empty_room: Newsroom, capsys: Capture, monkeypatch: pytest.MonkeyPatch, stretch: str, count: int
) -> None:
    def dated(article: Article, nlp: object) -> Report:
        report = read_by_hand(article, nlp)
        began = newsroom.day("2025-09-01", "on 1 September")
        return replace(report, measures=tuple(replace(measure, start=began) for measure in report.measures))

    monkeypatch.setattr(pipeline, "read_article", dated)
    empty_room.build("wire.txt")

    assert len(answers(empty_room, capsys, "measures", stretch)) == count


@pytest.mark.parametrize("command", ["who-met", "meetings", "people", "places", "measures"])
def test_every_offset_slices_the_stored_text_to_its_quote(room: Newsroom, capsys: Capture, command: str) -> None:
    found = [quote for record in answers(room, capsys, command) for quote in record["articles"]]

    assert found
    with reading(room.store) as snapshot:
        for quote in found:
            report = snapshot.report(quote["article"])
            assert report is not None
            assert report.article.text[quote["begin_char"] : quote["end_char"]] == quote["quote"]


# ── formats ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("command", LOOKUPS)
def test_every_format_has_a_row_a_record(room: Newsroom, capsys: Capture, command: str) -> None:
    written: dict[str, str] = {}
    for form in ("json", "csv", "tsv", "md"):
        capsys.readouterr()
        assert room.kg(command, "--format", form) == 0
        written[form] = capsys.readouterr().out

    rows = len(list(csv.reader(io.StringIO(written["csv"])))) - 1
    assert written["tsv"].count("\n") - 1 == rows
    assert written["md"].count("\n") - 2 == rows
    assert len(json.loads(written["json"])) == (1 if command == "conflicts" else rows)


def test_a_pipe_gets_tab_separated_values(room: Newsroom, capsys: Capture) -> None:
    room.kg("places", "Madrid")

    assert capsys.readouterr().out.splitlines()[0].startswith("name\tkind\tcountry\tlat\tlon\t")


def test_limit_says_how_many_it_left_out(room: Newsroom, capsys: Capture) -> None:
    room.kg("people", "--limit", "2")

    captured = capsys.readouterr()
    assert captured.out.count("\n") == 3
    assert captured.err == "2 of 5 shown: raise --limit for more.\n"


def test_the_table_of_who_met_has_the_sentence_below_each_row(room: Newsroom, capsys: Capture) -> None:
    capsys.readouterr()
    room.kg("who-met", "--where", "Portugal", "--format", "table")

    assert capsys.readouterr().out == (
        "a           b             where              when\n"
        f"{'─' * 55}\n"
        "Anna Berg   Maria Costa   Lisbon, Portugal   2025-09-18\n"
        "    “Anna Berg met Maria Costa in Lisbon on Thursday.” (later.txt and 1 more)\n"
    )


def test_a_table_fits_its_width() -> None:
    rows = [["a" * 90, "b " * 60, ""], ["short", "", ""]]

    lines = list(table.lines(["first", "second", "empty"], rows, width=60, below=["c " * 80, ""]))

    assert max(map(len, lines)) <= 60
    assert "empty" not in lines[0]
    assert "".join(lines).count("a" * 9) >= 9


@pytest.mark.parametrize("command", LOOKUPS)
def test_an_empty_answer_is_no_error(empty_room: Newsroom, capsys: Capture, command: str) -> None:
    empty_room.folder.mkdir()
    (empty_room.folder / "nothing.txt").write_text("Nothing happened.")
    pipeline.build([empty_room.folder], empty_room.store)
    pipeline.remove(["nothing.txt"], empty_room.store)

    assert empty_room.kg(command, "--format", "json") == 0

    captured = capsys.readouterr()
    assert json.loads(captured.out) == []
    assert captured.err == "Nothing found.\n"


# ── where it comes from ─────────────────────────────────────────────────────────────────────────────────────────────


def test_show_tells_below_each_sentence_what_was_read_from_it(room: Newsroom, capsys: Capture) -> None:
    capsys.readouterr()
    room.kg("show", "daily.txt", "--format", "table")

    assert capsys.readouterr().out.split("\n\n")[-1] == (
        "Anna Berg and Pedro Sol held talks in Madrid on Monday.\n"
        "    → meeting: talks, happened; Anna Berg – Pedro Sol; Madrid; 2025-09-15 [meet.with-object]\n"
    )


def test_show_tells_what_was_dropped_and_what_yielded_nothing(room: Newsroom, capsys: Capture) -> None:
    found = {record["what"]: record for record in answers(room, capsys, "show", "wire.txt")}

    assert found["silent"]["reading"] == '"talks": nobody is named'
    assert found["dropped"]["quote"] == "Read more: ten hotels in Madrid"


def test_explain_gives_names_sentences_and_the_reason_of_each_merge(room: Newsroom, capsys: Capture) -> None:
    rows = answers(room, capsys, "explain", "person/pedro-sol")

    assert {row["value"] for row in rows if row["aspect"] == "name"} == {"Pedro Sol"}
    assert [row["value"] for row in rows if row["aspect"] == "merged"] == [
        'daily.txt/person/pedro-sol = wire.txt/person/pedro-sol: the same name, "Pedro Sol"'
    ]
    assert "Anna Berg and Pedro Sol held talks in Madrid on Monday." in {row["quote"] for row in rows}


def test_explain_tells_what_the_network_read(room: Newsroom, capsys: Capture) -> None:
    """ "meeting.learned" is no rule that could be looked up."""
    iri = next(row["event"] for row in answers(room, capsys, "query", "network"))
    aspects = [row["aspect"] for row in answers(room, capsys, "explain", iri)]
    assert "read by meeting.learned, the network" in aspects


def test_explain_takes_a_name(room: Newsroom, capsys: Capture) -> None:
    assert answers(room, capsys, "explain", "Sol") == answers(room, capsys, "explain", "person/pedro-sol")


def test_conflicts_lists_each_value_with_its_wording_and_source(room: Newsroom, capsys: Capture) -> None:
    capsys.readouterr()
    room.kg("conflicts", "--format", "tsv")

    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out), delimiter="\t"))
    assert [(row["property"], row["value"], row["wording"], row["as_of"], row["articles"]) for row in rows] == [
        ("start", "2025-09-14", "on Sunday", "2025-09-15", "wire.txt"),
        ("start", "2025-09-15", "on Monday", "2025-09-16", "daily.txt"),
    ]


def test_outcomes_tells_what_became_of_plans(room: Newsroom, capsys: Capture) -> None:
    now = {record["outcome"] for record in answers(room, capsys, "outcomes")}
    then = answers(room, capsys, "outcomes", "--as-of", "2025-09-15")

    assert now == {"happened", "open"}
    assert [(record["outcome"], record["start"]) for record in then] == [("open", "2025-09-18")]


def test_outcomes_open_leaves_out_what_is_settled(room: Newsroom, capsys: Capture) -> None:
    assert {record["outcome"] for record in answers(room, capsys, "outcomes", "--open")} == {"open"}


def test_truth_sets_source_by_source(room: Newsroom, capsys: Capture) -> None:
    madrid = answers(room, capsys, "meetings", "--where", "Madrid")[0]["iri"]

    rows = answers(room, capsys, "truth", madrid)

    assert {row["article"] for row in rows} == {"wire.txt", "daily.txt"}
    dates = {(row["article"], row["value"]) for row in rows if row["property"] == "start"}
    assert dates == {("wire.txt", "2025-09-14"), ("daily.txt", "2025-09-15")}


def test_replay_derives_a_statement_again(room: Newsroom, capsys: Capture) -> None:
    madrid = answers(room, capsys, "meetings", "--where", "Madrid")[0]["iri"]

    assert {row["result"] for row in answers(room, capsys, "replay", madrid)} == {"same"}


def test_replay_says_so_where_something_else_comes_out(
    room: Newsroom, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "read_article", lambda article, nlp: Report(article))

    assert room.kg("replay", "person/pedro-sol") == 1

    assert capsys.readouterr().err.endswith("Derived again: 0 the same, 2 not.\n")


# ── building ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_build_says_what_it_read_and_what_it_dropped(empty_room: Newsroom, capsys: Capture) -> None:
    empty_room.write()

    assert empty_room.kg("build", str(empty_room.folder)) == 0

    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Read 4 articles: 4 new." in captured.err
    assert "Dropped: 3 × front matter" in captured.err
    assert "Without a date: undated.txt. Give one with --date." in captured.err


def test_date_is_given_to_articles_that_state_none(empty_room: Newsroom, capsys: Capture) -> None:
    empty_room.write()
    empty_room.kg("build", str(empty_room.folder), "--date", "2025-10-01")

    found = {
        record["article"]: (record["published"], record["date_basis"])
        for record in answers(empty_room, capsys, "articles")
    }

    assert found["undated.txt"] == ("2025-10-01", "given")
    assert found["wire.txt"] == ("2025-09-15", "stated")


def test_an_unreadable_file_is_counted_and_stops_no_other(empty_room: Newsroom, capsys: Capture) -> None:
    empty_room.write("wire.txt")
    (empty_room.folder / "broken.txt").write_bytes(b"\x00\x01")

    assert empty_room.kg("build", str(empty_room.folder)) == 2

    captured = capsys.readouterr()
    assert "broken.txt: not text" in captured.err
    assert "Read 1 article: 1 new, 1 unreadable." in captured.err


def test_build_reads_standard_input(empty_room: Newsroom, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Anna Berg met nobody.")))

    assert empty_room.kg("build", "-") == 0

    assert [record["article"] for record in answers(empty_room, capsys, "articles")] == ["stdin"]


def test_report_lists_silences_and_what_was_dropped(empty_room: Newsroom, capsys: Capture) -> None:
    empty_room.write("wire.txt")
    empty_room.kg("build", str(empty_room.folder), "--report")

    text = capsys.readouterr().err
    assert 'silent, "talks": nobody is named: The talks were long.' in text
    assert "Read more: ten hotels in Madrid" in text


def test_remove_withdraws_an_article(room: Newsroom, capsys: Capture) -> None:
    assert room.kg("remove", "undated.txt") == 0

    assert [record["article"] for record in answers(room, capsys, "articles")] == ["daily.txt", "later.txt", "wire.txt"]


# ── wrong use ───────────────────────────────────────────────────────────────────────────────────────────────────────


WRONG_USE = {
    # a command, an option, a value
    "who-mett": "No such command 'who-mett'. Did you mean 'who-met'?",
    "who-met --since Sunday": ("Invalid value for '--since': \"Sunday\" is no date; write 2025-09-14, 2025-09 or 2025"),
    "build articles --date 2025-09": 'Invalid value: "2025-09" is no day; write 2025-09-14',
    # a name, with and without a near one
    "who-met Ana-Berg": 'no person named "Ana-Berg" in the store: did you mean "Anna Berg"?',
    "who-met Zzyzx": 'no person named "Zzyzx" in the store',
    "who-met --where Madird": 'no place named "Madird" in the store: did you mean "Madrid"?',
    "places --kind town": 'no kind "town" in the store: there are: city, country',
    "show wires.txt": 'no article "wires.txt" in the store: did you mean "wire.txt"?',
    "conflicts starts": 'no source differs on "starts": did you mean "start"? they do on start',
    "truth person/anna-berg": (
        '"person/anna-berg" is no meeting or measure: give an IRI of kg meetings or kg measures'
    ),
    # queries
    "query who-met-who": 'no question named "who-met-who": did you mean "who-met-whom"?',
    "query offices -p off=Spain": (
        'question "offices" takes no parameter "off": did you mean "of"? allowed: person, of'
    ),
    "query offices -p of": '-p takes name=value, not "of"',
    "query who-met-whom -p since=May": 'parameter "since" is a date like 2025-09-14, not "May"',
    "query meetings-at -p status=hapened": (
        'parameter "status" is one of happened, planned, possible, denied, not "hapened": did you mean "happened"?'
    ),
    "query missing.rq": "missing.rq cannot be read: give a SPARQL file, the name of a question, or -",
}


@pytest.mark.parametrize("command", sorted(WRONG_USE))
def test_an_error_is_one_line(room: Newsroom, capsys: Capture, command: str) -> None:
    capsys.readouterr()

    assert room.kg(*command.split()) == 2

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"Error: {WRONG_USE[command]}\n"


def test_a_misspelt_option_gets_a_suggestion(room: Newsroom, capsys: Capture) -> None:
    capsys.readouterr()

    assert room.kg("who-met", "--wher", "Madrid") == 2

    message = capsys.readouterr().err
    assert message.startswith("Error: No such option: --wher")
    assert "--where" in message
    assert message.count("\n") == 1


def test_a_missing_store_is_told_with_what_makes_one(tmp_path: Path, capsys: Capture) -> None:
    assert run(["who-met", "--store", str(tmp_path / "none")]) == 2

    store = tmp_path / "none"
    assert capsys.readouterr().err == f"Error: {store} is no store: make one with kg build ARTICLES --store {store}\n"


def test_validate_exits_one_for_a_graph_that_does_not_conform(tmp_path: Path, capsys: Capture) -> None:
    graph = tmp_path / "wrong.ttl"
    graph.write_text(
        "@prefix kg: <https://w3id.org/kg-news/ontology#> .\n<urn:meeting> a kg:Meeting .\n", encoding="utf-8"
    )

    assert run(["validate", str(graph)]) == 1
    assert "Does not conform" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["this is no Turtle", None])
def test_validate_exits_two_for_what_it_cannot_read(tmp_path: Path, capsys: Capture, content: str | None) -> None:
    graph = tmp_path / "wrong.ttl"
    if content is not None:
        graph.write_text(content)

    assert run(["validate", str(graph)]) == 2
    assert capsys.readouterr().err.startswith("Error: ")


def test_a_store_conforms(room: Newsroom, capsys: Capture) -> None:
    assert room.kg("validate") == 0
    assert capsys.readouterr().err == "Conforms.\n"


# ── the process ─────────────────────────────────────────────────────────────────────────────────────────────────────


def kg(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *arguments], capture_output=True, text=True, check=False, **options
    )


def test_version() -> None:
    assert kg("--version").stdout == f"kg {__version__}\n"


@pytest.mark.parametrize("command", ["who-met", "people", "conflicts", "outcomes", "queries", "export"])
def test_a_lookup_never_loads_the_language_pipeline(room: Newsroom, command: str) -> None:
    script = (
        "import sys; from kg.cli import run; code = run(sys.argv[1:]); "
        "print(code, sorted({'spacy', 'rdflib', 'onnxruntime', 'pyshacl'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, command, "--store", str(room.store)], capture_output=True, text=True, check=True
    )

    assert done.stderr.splitlines()[-1] == "0 []"


def test_a_closed_pipe_ends_in_silence(room: Newsroom) -> None:
    command = [sys.executable, "-m", "kg", "export", "--format", "nquads", "--store", str(room.store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        said = process.stderr.read()

    assert (said, process.returncode) in ((b"", 0), (b"", -signal.SIGPIPE))


def test_no_color_means_no_escape_codes(room: Newsroom) -> None:
    import pty

    main, other = pty.openpty()
    environment = {**os.environ, "NO_COLOR": "1"}
    command = [sys.executable, "-m", "kg", "people", "--store", str(room.store)]
    subprocess.run(command, stdout=other, env=environment, check=True)
    os.close(other)
    shown = os.read(main, 4096).decode()
    os.close(main)

    assert "Anna Berg" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("name", [name for name, _ in COMMANDS])
def test_every_command_has_help(capsys: Capture, name: str) -> None:
    assert run([name, "--help"]) == 0
    assert f"Usage: kg {name}" in capsys.readouterr().out


def test_show_cuts_no_sentence_in_two(room: Newsroom, capsys: Capture) -> None:
    capsys.readouterr()
    room.kg("show", "wire.txt", "--format", "table")

    lines = capsys.readouterr().out.splitlines()
    first = lines.index("Anna Berg, foreign minister of Sweden, met Pedro Sol of Spain in Madrid on Sunday.")
    assert [line.split(":")[0].strip(" →") for line in lines[first + 1 : first + 3]] == ["office", "meeting"]
