"""The passages that train the reader of events: what a file may hold, and that measuring on other texts is fair."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from training import card
from training.passages import FOLDER, Passage, Told, of_folder, passages, together

ROOT = Path(__file__).parent.parent
MEASURED_ON = ("tests/gold", "tests/stories", "data/articles")
FILES = sorted(FOLDER.rglob("*.txt"))
SHARED = 12
"""This many words in a row are a sentence taken over, or nearly."""


def read(folder: Path, text: str) -> list[Passage]:
    path = folder / "some.txt"
    path.write_text(text, encoding="utf8")
    return list(passages(path))


def words_of(passage: Passage, event: Told) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"trigger": [passage.text[slice(*event.trigger)]]}
    for role, span in event.arguments:
        found.setdefault(role, []).append(passage.text[slice(*span)])
    return found


@pytest.fixture(scope="module")
def every_passage() -> tuple[Passage, ...]:
    return tuple(passage for path in FILES for passage in passages(path))


class TestFormat:
    def test_an_event_has_a_kind_a_status_a_trigger_and_arguments(self, tmp_path: Path) -> None:
        text = (
            "Malta put a 9% duty on figs and salt from Chad.\n= tariff in-force | duty | by: Malta | goods: figs; salt"
        )
        (passage,) = read(tmp_path, text)
        (event,) = passage.events
        assert (event.kind, event.status) == ("tariff", "in-force")
        assert words_of(passage, event) == {"trigger": ["duty"], "by": ["Malta"], "goods": ["figs", "salt"]}

    def test_empty_lines_end_a_passage_and_remarks_are_passed_over(self, tmp_path: Path) -> None:
        text = "# a remark\nRain fell.\n\n\nThey met.\n# another\n= meeting happened | met | both: They\n"
        first, second = read(tmp_path, text)
        assert (first.text, first.events) == ("Rain fell.", ())
        assert (second.text, len(second.events)) == ("They met.", 1)

    def test_a_trigger_alone_is_an_event(self, tmp_path: Path) -> None:
        (passage,) = read(tmp_path, "The truce holds.\n= truce in-force | truce")
        assert passage.events[0].arguments == ()

    def test_a_file_without_passages_has_none(self, tmp_path: Path) -> None:
        assert read(tmp_path, "") == read(tmp_path, "\n# only a remark\n\n") == []

    @pytest.mark.parametrize(
        ("text", "trigger", "given", "place"),
        [
            pytest.param("Ana met Bo. Bo left.", "met", "Bo", (8, 10), id="the sentence of the trigger"),
            pytest.param("Bo left. Ana met Bo in Bo.", "met", "Bo", (17, 19), id="there the nearest"),
            pytest.param("Bo left. Ana met him.", "met", "Bo", (0, 2), id="else another sentence"),
            pytest.param("Bo met Bo.", "met", "Bo#2", (7, 9), id="or the one counted"),
            pytest.param("Bonn met Bo.", "met", "Bo", (9, 11), id="whole words only"),
            pytest.param("It said it met Bo.", "met", "It", (0, 2), id="capitals as they stand"),
        ],
    )
    def test_an_argument_stands_where_it_is_nearest(
        self, tmp_path: Path, text: str, trigger: str, given: str, place: tuple[int, int]
    ) -> None:
        (passage,) = read(tmp_path, f"{text}\n= meeting happened | {trigger} | a: {given}")
        assert passage.events[0].arguments == (("a", place),)

    def test_a_trigger_stands_where_it_is_first_unless_counted(self, tmp_path: Path) -> None:
        (passage,) = read(tmp_path, "They met and met.\n= meeting happened | met\n= meeting happened | met#2")
        assert [event.trigger for event in passage.events] == [(5, 8), (13, 16)]


class TestNames:
    def named(self, folder: Path, text: str, line: str) -> list[tuple[str, str]]:
        (passage,) = read(folder, f"{text}\n{line}")
        return [(kind, passage.text[slice(*span)]) for kind, span in passage.names or ()]

    def test_a_name_is_meant_wherever_its_words_stand(self, tmp_path: Path) -> None:
        assert self.named(tmp_path, "Ana met Bo. Bo left.", "@ PERSON: Bo; Ana") == [
            ("PERSON", "Ana"),
            ("PERSON", "Bo"),
            ("PERSON", "Bo"),
        ]

    def test_but_not_within_a_longer_one_or_a_longer_word(self, tmp_path: Path) -> None:
        found = self.named(tmp_path, "Bank of Mali met Mali in Malia.", "@ ORG: Bank of Mali | GPE: Mali")
        assert found == [("ORG", "Bank of Mali"), ("GPE", "Mali")]

    def test_one_that_is_counted_is_meant_there_alone(self, tmp_path: Path) -> None:
        found = self.named(tmp_path, "Chad flew to Chad.", "@ PERSON: Chad#1 | GPE: Chad#2")
        assert found == [("PERSON", "Chad"), ("GPE", "Chad")]

    def test_nobody_has_marked_them_or_there_are_none(self, tmp_path: Path) -> None:
        assert [each.names for each in read(tmp_path, "Rain fell.\n\nSnow fell.\n@\n")] == [None, ()]

    def test_they_stand_beside_events(self, tmp_path: Path) -> None:
        (passage,) = read(tmp_path, "Ana met Bo.\n@ PERSON: Ana\n= meeting happened | met")
        assert passage.names == (("PERSON", (0, 3)),)
        assert len(passage.events) == 1


def test_passages_run_together_keep_their_names_and_events() -> None:
    one = Passage("Ana met Bo.", (Told("meeting", "happened", (4, 7), (("a", (0, 3)),)),), (("PERSON", (0, 3)),))
    both = together([Passage("Rain fell.", (), ()), one])
    (event,) = both.events
    assert both.text == "Rain fell. Ana met Bo."
    assert words_of(both, event) == {"trigger": ["met"], "a": ["Ana"]}
    assert [both.text[slice(*span)] for _, span in both.names or ()] == ["Ana"]
    assert together([one, Passage("Bo left.", (), None)]).names is None


class TestMistakes:
    @pytest.mark.parametrize(
        ("lines", "said"),
        [
            (["= meeting happened | met"], "line 1: an event without a passage before"),
            (["@ PERSON: Ana"], "line 1: names without a passage before"),
            (["Ana sat.", "@ PERSON: Ana", "@ PERSON: Ana"], "line 3: a second line of names"),
            (["Ana sat.", "@ WOMAN: Ana"], "line 2: 'WOMAN: Ana' is no kind of name .* PERSON, .*, PRODUCT$"),
            (["Ana sat.", "@ PERSON:"], "line 2: 'PERSON:' is no kind of name with its words"),
            (["Ana sat.", "@ PERSON: Bo"], "line 2: 'Bo' does not stand in the passage"),
            (["Ana sat.", "@ PERSON: Ana | ORG: Ana"], "line 2: 'Ana' is named twice"),
            (["Ana Li sat.", "@ PERSON: Ana Li | ORG: Li sat"], "line 2: .* across 'Ana Li'$"),
            (["One line.", "Another."], "line 2: a second line of text; a passage is one line"),
            (
                ["They met.", "= gathering happened | met"],
                "line 2: 'gathering happened' is no kind .* tariff, .*, call$",
            ),
            (["They met.", "= meeting in-force | met"], "line 2: .* happened, planned, possible, denied$"),
            (["A duty.", "= tariff happened | duty"], "line 2: .* in-force, announced, proposed, suspended, expired$"),
            (["They met.", "= meeting happened"], "line 2: an event needs a trigger"),
            (["They met.", "", "Ana sat.", "= meeting happened | met"], "line 4: 'met' does not stand in the passage"),
            (
                ["They met.", "= meeting happened | met | by: They"],
                "line 2: 'by: They' .* a, b, c, host, both, at, when$",
            ),
            (
                ["A duty.", "= tariff in-force | duty | at: A"],
                "line 2: 'at: A' is no role .* by, on, goods, .*, party$",
            ),
            (["They met.", "= meeting happened | met | a:"], "line 2: 'a:' is no role with its words"),
            (["They met.", "= meeting happened | met | a: Ana"], "line 2: 'Ana' does not stand in the passage"),
            (["They met.", "= meeting happened | met | a: the"], "line 2: 'the' does not stand in the passage"),
            (["They met.", "= meeting happened | met#2"], "line 2: 'met#2': 'met' stands 1 times in the passage"),
        ],
    )
    def test_a_mistake_is_named_with_its_line_and_what_was_allowed(
        self, tmp_path: Path, lines: list[str], said: str
    ) -> None:
        with pytest.raises(ValueError, match=rf"^some\.txt, {said}"):
            read(tmp_path, "\n".join(lines))


def test_the_examples_of_the_readme_are_as_it_says(tmp_path: Path) -> None:
    readme = (FOLDER.parent / "README.md").read_text(encoding="utf8")
    examples = next(block for block in readme.split("```") if "\n= " in block)
    assert [len(passage.events) for passage in read(tmp_path, examples.strip())] == [2, 2, 0]


def test_the_model_card_counts_the_passages_that_the_weights_have_learnt_from() -> None:
    assert card.filled("passages") == card.counted(of_folder()), "write it again with python -m training.card"


class TestShipped:
    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
    def test_every_file_is_read(self, path: Path) -> None:
        found = list(passages(path))
        assert any(passage.events for passage in found)
        assert any(not passage.events for passage in found), "passages that tell nothing teach what tells nothing"

    def test_the_names_of_every_passage_are_marked(self, every_passage: tuple[Passage, ...]) -> None:
        assert [passage.text for passage in every_passage if passage.names is None] == []

    def test_no_passage_stands_twice(self, every_passage: tuple[Passage, ...]) -> None:
        counted = Counter(" ".join(_words(passage.text)) for passage in every_passage)
        assert [text for text, times in counted.items() if times > 1] == []

    def test_pacts_have_parties_and_no_other_measure_has(self, every_passage: tuple[Passage, ...]) -> None:
        for passage in every_passage:
            for event in passage.events:
                assert event.kind in ("truce", "agreement") or "party" not in words_of(passage, event), passage.text

    def test_nothing_that_is_measured_on_was_trained_on(self, every_passage: tuple[Passage, ...]) -> None:
        known = {run for text in _measured_on() for run in _runs(text)}
        shared = [passage.text for passage in every_passage if not known.isdisjoint(_runs(passage.text))]
        assert known
        assert shared == []

    def test_no_sentence_of_a_passage_is_one_of_the_articles(self, every_passage: tuple[Passage, ...]) -> None:
        known = {sentence for text in _measured_on() for sentence in _sentences(text)}
        shared = [each.text for each in every_passage if not known.isdisjoint(_sentences(each.text))]
        assert shared == []


def _measured_on() -> Iterator[str]:
    for folder in MEASURED_ON:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix != ".json":
                yield path.read_text(encoding="utf8")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _words(text)
    return (tuple(words[i : i + SHARED]) for i in range(len(words) - SHARED + 1))


def _sentences(text: str) -> Iterator[tuple[str, ...]]:
    """Those of six words or more: shorter ones ("The talks were long.") may well be written twice."""
    return (tuple(words) for part in re.split(r"[.?!]\W*\s|\n", text) if len(words := _words(part)) >= 6)
