"""The shipped pipeline's reader of events: what `doc._.events` holds, whatever the weights read."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from kg.model import Article, EventMention
from kg.text import annotate
from kg.text.pipeline import MODEL, load
from kg.text.pipeline.component import Encoder
from kg.text.pipeline.events import EVENT_FILES, MOST_WORDS, EventReader
from kg.text.pipeline.network import FILES

NEARLY_SURE = 0.9
ROOT = Path(__file__).parents[2]
TARIFF = "Norway imposed a 20 percent tariff on Chilean salmon on Monday."
MET = "Foreign Minister Ana Ruiz met her Danish counterpart, Lars Holm, in Oslo on Friday."
CALL = "President Ana Ruiz spoke by telephone with Prime Minister Lars Holm on Friday."
TRUCE = "Armenia and Azerbaijan agreed to a ceasefire on Friday."
PROBE = "The commission opened an anti-dumping investigation into Turkish steel."
SANCTIONS = "The European Union imposed sanctions on Belarus in March."
SUMMIT = "The presidents of Peru and Chile will meet in Lima on Tuesday."
NOTHING = "She lives in Oslo and paints."
TEXTS = (TARIFF, NOTHING, MET, TRUCE, CALL)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def events(doc: Doc) -> tuple[EventMention, ...]:
    found: tuple[EventMention, ...] = doc._.events
    return found


def moved(event: EventMention, by: int) -> EventMention:
    """The event some tokens further on."""
    arguments = tuple(replace(a, first=a.first + by, last=a.last + by) for a in event.arguments)
    return replace(event, trigger=event.trigger + by, arguments=arguments)


def told(doc: Doc) -> set[tuple[str, str, str]]:
    return {(doc[event.trigger].lemma_, event.kind, event.status) for event in events(doc)}


def arguments(doc: Doc, kind: str) -> dict[str, str]:
    """The words of each role in the likeliest event of a kind."""
    best = max((event for event in events(doc) if event.kind == kind), key=lambda event: event.likelihood)
    return {a.role: doc[a.first : a.last].text for a in best.arguments}


class TestReading:
    """Plain sentences: what these tell should be found by whatever weights ship."""

    @pytest.mark.parametrize(
        ("text", "event"),
        [
            (TARIFF, ("tariff", "tariff", "in-force")),
            (MET, ("meet", "meeting", "happened")),
            (CALL, ("speak", "call", "happened")),
            (TRUCE, ("ceasefire", "truce", "announced")),
            (PROBE, ("investigation", "investigation", "in-force")),
            (SANCTIONS, ("sanction", "sanction", "in-force")),
            (SUMMIT, ("meet", "meeting", "planned")),
        ],
    )
    def test_a_plain_sentence_tells_its_event(self, nlp: Language, text: str, event: tuple[str, str, str]) -> None:
        assert event in told(nlp(text))

    @pytest.mark.parametrize(
        ("text", "kind", "roles"),
        [
            (TARIFF, "tariff", {"by": "Norway", "on": "Chilean", "goods": "salmon", "value": "20 percent"}),
            (SANCTIONS, "sanction", {"by": "European Union", "on": "Belarus"}),
            (PROBE, "investigation", {"by": "commission", "on": "Turkish", "goods": "steel"}),
            (MET, "meeting", {"a": "Ana Ruiz", "at": "Oslo", "when": "Friday"}),
            (CALL, "call", {"a": "Ana Ruiz", "b": "Lars Holm"}),
        ],
    )
    def test_its_arguments_are_found_with_it(self, nlp: Language, text: str, kind: str, roles: dict[str, str]) -> None:
        found = arguments(nlp(text), kind)
        assert {role: found.get(role) for role in roles} == roles

    def test_both_parties_of_a_truce_are(self, nlp: Language) -> None:
        doc = nlp(TRUCE)
        (event,) = events(doc)
        assert [(a.role, doc[a.first : a.last].text) for a in event.arguments] == [
            ("party", "Armenia"),
            ("party", "Azerbaijan"),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            NOTHING,
            "The company met its sales target in June.",
            "A tariff lawyer spoke about the weather.",
            "Inflation fell to 3 percent in May.",
        ],
    )
    def test_what_only_has_the_words_tells_none(self, nlp: Language, text: str) -> None:
        assert told(nlp(text)) == set()

    @pytest.mark.parametrize(
        "text",
        [
            "The mayor was fined for a ban on dogs in the park.",
            "The government has no plans to impose a tariff on salmon.",
            "Rice exports have not been banned, the ministry said.",
            "The players met in the final on Sunday.",
            "The cabinet met on Monday to discuss the budget.",
        ],
    )
    def test_of_what_is_denied_or_another_matter_it_is_not_sure(self, nlp: Language, text: str) -> None:
        assert [event for event in events(nlp(text)) if event.likelihood >= NEARLY_SURE] == []

    def test_a_status_is_one_its_kind_can_have(self, nlp: Language) -> None:
        allowed = {"happened", "planned", "possible", "denied"}
        for doc in nlp.pipe([*TEXTS, SUMMIT, PROBE]):
            assert all((event.status in allowed) == (event.kind in ("meeting", "call")) for event in events(doc))

    def test_likelihoods_are_shares_of_one(self, nlp: Language) -> None:
        for doc in nlp.pipe(TEXTS):
            for event in events(doc):
                assert all(0 < each <= 1 for each in (event.likelihood, *(a.likelihood for a in event.arguments)))


class TestPlaces:
    def test_white_space_counts_as_spacy_counts_it(self, nlp: Language) -> None:
        spaced = nlp(" \n" + TARIFF.replace(" ", "  "))
        assert arguments(spaced, "tariff").items() >= {"by": "Norway", "on": "Chilean"}.items()
        assert "tariff" in {spaced[event.trigger].text for event in events(spaced)}

    def test_each_line_is_read_as_it_would_be_alone(self, nlp: Language) -> None:
        first, second = nlp(TARIFF), nlp(TRUCE)
        both = nlp(f"{TARIFF}\n\n{NOTHING}\n \n{TRUCE}")
        start = next(token.i for token in both if token.text == "Armenia")
        assert events(both) == (*events(first), *(moved(event, start) for event in events(second)))

    def test_a_document_numbers_words_alone_and_goes_on_from_paragraph_to_paragraph(self, nlp: Language) -> None:
        text = f"A  headline\n\n{NOTHING}\n\n{TARIFF}"
        document = annotate.document(Article("some", text), nlp)
        (event,) = [each for each in document.events if each.kind == "tariff"]
        words = {a.role: [t.text for t in document.tokens[a.first : a.last]] for a in event.arguments}
        assert document.tokens[event.trigger].text == "tariff"
        assert words["by"] == ["Norway"]
        assert words["on"] == ["Chilean"]

    @pytest.mark.parametrize("text", ["", " ", "\n\n", "a" * 5000, "🇺🇳 ☃ \x00 \ufffd"])
    def test_any_text_is_read(self, nlp: Language, text: str) -> None:
        assert events(nlp(text)) == ()

    def test_a_line_of_more_words_than_one_part_is_read_to_its_end(self, nlp: Language) -> None:
        filler = f"{NOTHING} " * (MOST_WORDS // len(nlp.tokenizer(NOTHING)))
        doc = nlp(f"{filler}{filler}{TARIFF}")
        assert len(doc) > 2 * MOST_WORDS
        assert [event.trigger > 2 * MOST_WORDS for event in events(doc) if event.kind == "tariff"] == [True]

    def test_events_come_in_the_order_of_their_triggers(self, nlp: Language) -> None:
        triggers = [event.trigger for event in events(nlp("\n".join(TEXTS)))]
        assert triggers
        assert triggers == sorted(triggers)


class TestSameAgain:
    def test_neighbours_change_nothing(self, nlp: Language) -> None:
        alone = [events(nlp(text)) for text in TEXTS]
        assert [events(doc) for doc in nlp.pipe(TEXTS, batch_size=3)] == alone

    def test_another_run_with_more_threads_reads_the_same(self, nlp: Language) -> None:
        again = load(threads=3)
        assert [events(again(text)) for text in TEXTS] == [events(nlp(text)) for text in TEXTS]

    def test_a_saved_pipeline_reads_the_same(self, nlp: Language, tmp_path: Path) -> None:
        nlp.to_disk(tmp_path / "saved")
        again = spacy.load(tmp_path / "saved")
        assert [events(again(text)) for text in TEXTS] == [events(nlp(text)) for text in TEXTS]

    def test_a_saved_document_keeps_its_events(self, nlp: Language) -> None:
        doc = nlp(TARIFF)
        stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
        (again,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
        assert events(again) == events(doc) != ()

    def test_processes_of_spacy_pass_them_on(self, nlp: Language) -> None:
        assert [events(doc) for doc in nlp.pipe(TEXTS, n_process=2)] == [events(nlp(text)) for text in TEXTS]


class TestWithout:
    def test_a_folder_without_the_files_loads_and_gives_none(self, nlp: Language, tmp_path: Path) -> None:
        for name in (*FILES, "lemmas.json"):
            (tmp_path / name).symlink_to(MODEL / name)
        plain = load(tmp_path)
        assert "kg_events" not in plain.pipe_names
        assert events(plain(TARIFF)) == ()
        assert annotate.document(Article("some", TARIFF), plain).events == ()
        assert np.array_equal(plain(TARIFF).tensor, nlp(TARIFF).tensor)

    def test_another_pipeline_gives_none(self) -> None:
        other = spacy.blank("en")
        other.add_pipe("sentencizer")
        assert events(other(TARIFF)) == ()
        assert annotate.document(Article("some", TARIFF), other).events == ()

    def test_a_component_without_weights_gives_none(self, nlp: Language) -> None:
        encoder = nlp.get_pipe("kg_encoder")
        assert isinstance(encoder, Encoder)
        assert events(EventReader()(encoder(nlp.make_doc(TARIFF)))) == ()


def test_the_files_lie_beside_the_encoder() -> None:
    assert all((MODEL / name).is_file() for name in EVENT_FILES)


def test_a_pipeline_loaded_elsewhere_finds_each_of_its_components(nlp: Language) -> None:
    """Else `spacy.load` of a saved one fails where kg was not imported."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    own = {name for name in nlp.pipe_names if name.startswith("kg_")}
    assert set(project["entry-points"]["spacy_factories"]) == own
