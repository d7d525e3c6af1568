"""The shipped language pipeline: raw text in, an annotated spaCy document out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from spacy.language import Language
from spacy.tokens import Doc

from kg.text.pipeline import MODEL, load
from kg.text.pipeline.amounts import amounts
from kg.text.pipeline.component import Encoder, windows
from kg.text.pipeline.decoding import spans, transitions, tree
from kg.text.pipeline.network import sentence_starts
from kg.text.pipeline.pieces import MAX_PIECES, Window, WordPieces, case, shape
from kg.text.pipeline.tokens import blank

LABELS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG")
READOUT = (
    "Deputy Premier He Mingzhu met Trade Minister Ana Ribeiro in Lisbon on Tuesday. He said the talks were useful."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces.read(MODEL / "vocab.txt")


def annotation(doc: Doc) -> list[tuple[str, str, str, str, int, str, bool | None, str]]:
    return [
        (t.tag_, t.pos_, str(t.morph), t.lemma_, t.head.i, t.dep_, t.is_sent_start, t.ent_iob_ + t.ent_type_)
        for t in doc
    ]


def encoder_of(nlp: Language) -> Encoder:
    encoder = nlp.get_pipe("kg_encoder")
    assert isinstance(encoder, Encoder)
    return encoder


def people(doc: Doc) -> list[str]:
    return [entity.text for entity in doc.ents if entity.label_ == "PERSON"]


class TestTokens:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("U.S.-China talks", ["U.S.", "-", "China", "talks"]),
            ("a 90-day truce", ["a", "90", "-", "day", "truce"]),
            ("China's move", ["China", "'s", "move"]),
            ("*** No! Really?!!", ["***", "No", "!", "Really", "?!!"]),
        ],
    )
    def test_words_are_those_of_universal_dependencies(self, text: str, words: list[str]) -> None:
        assert [token.text for token in blank()(text)] == words

    def test_an_abbreviation_keeps_its_full_stop(self) -> None:
        assert [token.text for token in blank()("The U.S. won.")] == ["The", "U.S.", "won", "."]


class TestPieces:
    def test_accents_and_capitals_make_no_difference_to_pieces(self, pieces: WordPieces) -> None:
        assert pieces.of("Élysée") == pieces.of("elysee")
        assert pieces.of("Élysée") != pieces.of("elysian")

    def test_a_word_has_one_piece_at_least_and_ten_at_most(self, pieces: WordPieces) -> None:
        assert len(pieces.of("\u200b")) == 1
        assert len(pieces.of("x1" * 200)) <= 10

    def test_each_word_knows_its_first_and_last_piece(self, pieces: WordPieces) -> None:
        encoded = pieces.encode(Window(("met", "Ouagadougou"), (True, False)))
        assert encoded.first[0] == encoded.last[0] == 1
        assert encoded.first[1] == 2 < encoded.last[1] == len(encoded.pieces) - 2

    @pytest.mark.parametrize(
        ("word", "kind"),
        [("25", 1), ("—", 2), ("tariff", 3), ("I", 4), ("EU", 5), ("Madrid", 6), ("McKay", 7), ("iPad", 8)],
    )
    def test_capitals_tell_eight_cases_apart(self, word: str, kind: int) -> None:
        assert case(word) == kind

    def test_a_shape_cuts_long_runs(self) -> None:
        assert shape("Ouagadougou") == shape("Madrid") == "Xxxxx"
        assert shape("2025-09") == "dddd-dd"


class TestTrees:
    def test_greedy_heads_that_are_a_tree_are_kept(self) -> None:
        assert tree(np.array([[1, 5, 0], [0, 5, 0], [0, 5, 0]], np.float32)).tolist() == [1, 1, 1]

    def test_a_cycle_is_opened_where_it_costs_least(self) -> None:
        scores = np.array([[0, 9, 1], [9, 0, 2], [0, 0, 9]], np.float32)
        assert tree(scores).tolist() == [1, 2, 2]

    def test_of_two_roots_the_likelier_stays(self) -> None:
        scores = np.array([[9, 0, 0], [0, 0, 5], [8, 0, 8.5]], np.float32)
        assert tree(scores).tolist() == [0, 2, 0]

    @given(st.integers(1, 9).flatmap(lambda n: arrays(np.float32, (n, n), elements=st.floats(-9, 9, width=16))))
    def test_any_scores_give_one_root_that_every_word_reaches(self, scores: np.ndarray) -> None:
        heads = tree(scores).tolist()
        root = next(word for word, head in enumerate(heads) if word == head)
        reached = list(range(len(heads)))
        for _ in heads:
            reached = [heads[word] for word in reached]
        assert set(reached) == {root}


class TestNames:
    @staticmethod
    def scores(*best: str) -> np.ndarray:
        return np.array([[2.0 if label == each else 0.0 for label in LABELS] for each in best], np.float32)

    def test_names_are_spans_with_their_kind(self) -> None:
        found = spans(self.scores("B-PERSON", "I-PERSON", "O", "B-ORG"), LABELS, transitions(LABELS))
        assert found == ((0, 2, "PERSON"), (3, 4, "ORG"))

    def test_two_names_may_touch(self) -> None:
        found = spans(self.scores("B-ORG", "B-PERSON"), LABELS, transitions(LABELS))
        assert found == ((0, 1, "ORG"), (1, 2, "PERSON"))

    def test_no_name_starts_inside(self) -> None:
        scores = self.scores("O", "I-PERSON", "I-PERSON")
        scores[1, 1] = 1.5
        assert spans(scores, LABELS, transitions(LABELS)) == ((1, 3, "PERSON"),)


class TestAmounts:
    @staticmethod
    def found(tagged: str) -> list[tuple[str, str]]:
        words, tags = zip(*(word.rsplit("/", 1) for word in tagged.split()), strict=True)
        return [(" ".join(words[start:end]), kind) for start, end, kind in amounts(words, tags)]

    @pytest.mark.parametrize(
        ("tagged", "kind"),
        [
            ("$/$ 3.2/CD billion/CD", "MONEY"),
            ("40/CD million/CD euros/NNS", "MONEY"),
            ("10/CD to/IN 25/CD per/IN cent/NN", "PERCENT"),
            ("May/NNP 3/CD ,/, 2025/CD", "DATE"),
            ("12/CD Sept./NNP", "DATE"),
            ("two/CD days/NNS ago/RB", "DATE"),
            ("last/JJ week/NN", "DATE"),
            ("three/CD hours/NNS", "TIME"),
            ("1.2/CD million/CD tonnes/NNS", "QUANTITY"),
            ("third/JJ", "ORDINAL"),
            ("1,200/CD", "CARDINAL"),
        ],
    )
    def test_an_amount_is_one_span(self, tagged: str, kind: str) -> None:
        assert self.found(tagged) == [(" ".join(word.rsplit("/", 1)[0] for word in tagged.split()), kind)]

    @pytest.mark.parametrize("tagged", ["may/MD", "march/VB", "one/PRP", "$/$", "week/NN", "mark/NN"])
    def test_words_that_only_look_like_one_are_none(self, tagged: str) -> None:
        assert self.found(tagged) == []

    def test_a_figure_is_a_year_after_a_preposition_only(self) -> None:
        assert self.found("in/IN 2019/CD") == [("2019", "DATE")]
        assert self.found("killed/VBD 2019/CD people/NNS") == [("2019", "CARDINAL")]

    def test_a_hyphen_joins_number_and_unit(self) -> None:
        assert self.found("a/DT 90/CD -/HYPH day/NN truce/NN") == [("90 - day", "DATE")]


class TestSentenceStarts:
    WORDS = ("Ann", "met", "Bo", "Cy", "left", ".", "”", "Di", "won")

    @staticmethod
    def starts(odds: list[float], words: tuple[str, ...]) -> list[int]:
        return np.flatnonzero(sentence_starts(np.array(odds, np.float32), words)).tolist()

    def test_a_sentence_starts_after_final_punctuation_and_quotes(self) -> None:
        assert self.starts([0, -5, -5, -5, -5, -5, -5, 1, -5], self.WORDS) == [0, 7]

    def test_a_weak_start_within_a_sentence_is_none(self) -> None:
        assert self.starts([0, -5, -5, 0.25, -5, -5, -5, -5, -5], self.WORDS) == [0]

    def test_a_strong_one_is(self) -> None:
        assert self.starts([0, -5, -5, 9, -5, -5, -5, -5, -5], self.WORDS) == [0, 3]


class TestWindows:
    def test_a_line_is_a_window(self, pieces: WordPieces) -> None:
        doc = blank()("One line.\n\nAnother one.")
        assert [window.words for _, window in windows(doc, pieces)] == [("One", "line", "."), ("Another", "one", ".")]

    def test_a_long_line_is_cut_after_a_full_stop(self, pieces: WordPieces) -> None:
        doc = blank()("They met again in the city . " * 60)
        assert all(window.words[-1] == "." for _, window in windows(doc, pieces))

    def test_a_window_fits_the_encoder(self, pieces: WordPieces) -> None:
        doc = blank()("Xq7zzvk9kkqj " * 300)
        sizes = [sum(len(pieces.of(word)) for word in window.words) for _, window in windows(doc, pieces)]
        assert max(sizes) <= MAX_PIECES
        assert sum(len(places) for places, _ in windows(doc, pieces)) == 300


class TestAnnotation:
    def test_a_pronoun_and_a_family_name_are_told_apart(self, nlp: Language) -> None:
        doc = nlp(READOUT)
        assert people(doc) == ["He Mingzhu", "Ana Ribeiro"]
        assert [token.pos_ for token in doc if token.text == "He"] == ["PROPN", "PRON"]

    def test_subject_object_and_place_hang_on_the_verb(self, nlp: Language) -> None:
        doc = nlp(READOUT)
        met = next(token for token in doc if token.text == "met")
        assert {child.dep_: child.text for child in met.children} | {"nsubj": "He", "obj": "Ana"} == {
            child.dep_: child.text for child in met.children
        }
        assert (met.lemma_, met.morph.to_dict()["Tense"]) == ("meet", "Past")

    def test_every_sentence_has_one_root(self, nlp: Language) -> None:
        sentences = list(nlp(READOUT).sents)
        assert len(sentences) == 2
        assert all([token.dep_ for token in sentence].count("ROOT") == 1 for sentence in sentences)

    def test_no_sentence_crosses_a_blank_line(self, nlp: Language) -> None:
        doc = nlp("Leaders meet in Lisbon\n\nThe talks were useful.")
        assert [sentence.text.strip() for sentence in doc.sents] == ["Leaders meet in Lisbon", "The talks were useful."]

    def test_neighbours_change_nothing(self, nlp: Language) -> None:
        others = ["A word.", READOUT * 4, "25 % tariffs — on steel!"]
        alone = annotation(nlp(READOUT))
        among = [annotation(doc) for doc in nlp.pipe([*others, READOUT, *others], batch_size=3)]
        assert among[3] == alone
        assert among[1] != alone

    @pytest.mark.parametrize("text", ["", " ", "\n\n", "\n He left.", "a" * 5000, "🇺🇳 ☃ \x00 \ufffd"])
    def test_any_text_is_read(self, nlp: Language, text: str) -> None:
        doc = nlp(text)
        assert doc.text == text
        assert doc.tensor.shape[0] in (0, len(doc))

    def test_each_word_has_a_vector(self, nlp: Language) -> None:
        doc = nlp("Ana met Bo. \n")
        assert np.abs(doc.tensor).sum(1).astype(bool).tolist() == [not token.is_space for token in doc]


class TestSaving:
    def test_a_saved_pipeline_reads_the_same(self, nlp: Language, tmp_path: Path) -> None:
        nlp.to_disk(tmp_path / "saved")
        assert annotation(spacy.load(tmp_path / "saved")(READOUT)) == annotation(nlp(READOUT))

    def test_without_weights_the_component_says_so(self) -> None:
        nlp = blank()
        with pytest.raises(ValueError, match="The component 'kg_encoder' has no weights; load them with"):
            Encoder(nlp.vocab)(nlp("A word."))

    def test_threads_come_from_the_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KG_THREADS", "2")
        assert encoder_of(load()).threads == 2
        assert encoder_of(load(threads=1)).threads == 1


class TestLemmas:
    @pytest.mark.parametrize(
        ("form", "base"),
        [
            ("hoped", "hope"),
            ("hopped", "hop"),
            ("conferred", "confer"),
            ("shook", "shake"),
            ("reneged", "renege"),
            ("blacklisted", "blacklist"),
            ("rebuffed", "rebuff"),
            ("shelved", "shelve"),
            ("travelled", "travel"),
            ("glimpsed", "glimpse"),
            ("bypassed", "bypass"),
            ("closeted", "closet"),
            ("trying", "try"),
        ],
    )
    def test_a_past_form_leads_to_its_verb(self, nlp: Language, form: str, base: str) -> None:
        assert lemma(nlp, form, "VERB", "Tense=Past|VerbForm=Fin") == base

    @pytest.mark.parametrize(("form", "base"), [("levies", "levy"), ("movies", "movie"), ("taxes", "tax")])
    def test_a_plural_leads_to_its_noun(self, nlp: Language, form: str, base: str) -> None:
        assert lemma(nlp, form, "NOUN", "Number=Plur") == base

    @pytest.mark.parametrize("word", ["together", "however", "rather"])
    def test_an_adverb_that_ends_like_a_comparative_stays(self, nlp: Language, word: str) -> None:
        assert lemma(nlp, word, "ADV", "") == word


def lemma(nlp: Language, form: str, pos: str, morph: str) -> str:
    doc = Doc(nlp.vocab, words=[form], pos=[pos], morphs=[morph])
    return nlp.get_pipe("lemmatizer")(doc)[0].lemma_
