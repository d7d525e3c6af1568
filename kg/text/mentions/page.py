"""A document with the tables of names, and what several readers of names ask of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from kg.gazetteer import Gazetteer
from kg.model import Document
from kg.text.bodies import stands_for_thing
from kg.text.cut_names import with_whole_names
from kg.text.mentions.mention import text_of
from kg.text.mentions.titlewords import HONORIFICS, NAME_TITLES, is_style, is_title_noun
from kg.text.mentions.words import DETERMINERS, OUTLETS
from kg.text.pairs import parted


class Page:
    """
    One document, names that join two people parted and those cut short made whole, with the tables of names.

    `things` are abbreviations that the text explains as no organisation, `credits` the tokens of agencies in datelines,
    `year` that of the publication.
    """

    def __init__(self, document: Document, table: Gazetteer) -> None:
        self.document = document = with_whole_names(parted(document))
        self.tokens = document.tokens
        self.text = document.article.text
        self.table = table
        self.year = document.article.published.year if document.article.published is not None else None
        self.sentence_first = {s.first for s in document.sentences}
        self.credits = set(_credits(document))
        self.things = {t.text for t in document.tokens if stands_for_thing(document.tokens, t.i)}

    def surface(self, first: int, last: int) -> str:
        return text_of(self.tokens[first:last], self.text)

    def label(self, first: int, last: int) -> str | None:
        """The name finder's label for a span that covers these tokens."""
        for name in self.document.names:
            if name.first <= first and last <= name.last:
                return name.label
        return None

    def inside_longer(self, first: int, last: int) -> bool:
        """Whether the name finder's span goes on past these tokens: "Shanghai | Cooperation Council"."""
        return any(n.first <= first and last < n.last for n in self.document.names)

    def inside_body(self, first: int, last: int) -> bool:
        """Whether the name of an organisation stands on both sides: "the United | Peruvian | Opposition"."""
        around = (n for n in self.document.names if n.label == "ORG" and n.first < first and last < n.last)
        return any(
            all(t.text[:1].isupper() for t in self.tokens[n.first : n.last])
            and self.tokens[n.first].dep in ("amod", "compound")
            and self.table.state(self.tokens[n.first].text) is None
            for n in around
        )

    def goes_on(self, i: int) -> bool:
        """Whether a capital word follows without a mark."""
        return i < len(self.tokens) and self.tokens[i].pos == "PROPN" and self.tokens[i].text[:1].isupper()

    def trim(self, first: int, last: int) -> tuple[int, int] | None:
        """The span without articles before it and marks at its ends; None where nothing is left."""
        tokens = self.tokens
        while first < last and (
            tokens[first].text.lower() in DETERMINERS or tokens[first].pos in ("PUNCT", "PART", "ADP", "CCONJ", "NUM")
        ):
            first += 1
        while last > first and (
            tokens[last - 1].pos in ("PUNCT", "PART", "ADP", "DET", "CCONJ") or tokens[last - 1].text == "-"
        ):
            last -= 1
        return (first, last) if first < last else None

    def ends_title(self, i: int) -> bool:
        """Whether a title may end at a token; "Min" without its full stop is a name."""
        return is_title_noun(self.tokens[i], self.table) and self.tokens[i].text != "Min"

    def is_title_token(self, i: int, last: int) -> bool:
        """Inside a PERSON span, a title before the name: "President | Xi"."""
        token = self.tokens[i]
        word = token.text.lower()
        if word in HONORIFICS or is_style(self.tokens, i):
            return True
        if token.text == "Min":
            return False  # a name, not an abbreviation, without its full stop
        if i + 1 >= last:
            return False
        if word in NAME_TITLES:
            return True
        if i > 0 and i not in self.sentence_first and is_title_noun(self.tokens[i - 1], self.table) and last - i > 1:
            return False  # "Foreign Minister Amir Khan Muttaqi": one title is enough
        if self.tokens[i + 1].dep == "flat" and self.tokens[i + 1].head == i and not self.table.office(token.text):
            return False
        return is_title_noun(token, self.table)

    def title_before(self, first: int) -> bool:
        """Whether the word before is a title: "President Jordan"."""
        if first == 0 or first in self.sentence_first:
            return False
        before = self.tokens[first - 1]
        return (before.text.lower() in HONORIFICS and before.pos != "PRON" and before.tag != "PRP$") or (
            before.text[:1].isupper() and self.ends_title(first - 1) and before.pos != "PUNCT"
        )

    def title_noun_before(self, i: int) -> bool:
        """Whether an office in any letters stands right before: "party chief | To Lam"."""
        return i > 0 and i not in self.sentence_first and self.ends_title(i - 1)

    def shouting(self, i: int) -> bool:
        """Whether the sentence is written with most words capitalised, its verbs too, as headlines are."""
        sentence = next(s for s in self.document.sentences if s.first <= i < s.last)
        if any(t.tag in FINITE and t.text.islower() for t in self.tokens[sentence.first : sentence.last]):
            return False
        words = [
            t.text for t in self.tokens[sentence.first : sentence.last] if t.text[:1].isalpha() and len(t.text) > 3
        ]
        return sum(w[:1].isupper() for w in words) * 10 > len(words) * 6

    def sentence_start(self, i: int) -> int:
        return max((s.first for s in self.document.sentences if s.first <= i), default=0)

    def outlet(self, first: int, last: int) -> bool:
        """Whether brackets set off the agency that a dateline credits: "(Alpine News)", "LIMA (ALN) -"."""
        tokens = self.tokens
        if first in self.credits:
            return True
        return (
            tokens[last - 1].text.lower() in OUTLETS
            and any(t.text == "(" for t in tokens[max(0, first - 3) : first])
            and any(t.text == ")" for t in tokens[last : last + 2])
        )

    def cut_off(self, i: int) -> bool:
        """Whether a word is the first letters of one that the text breaks off in: "The summit ended. Roe | w"."""
        return (
            ENDING.match(self.text, self.tokens[i].end) is not None
            and self.tokens[i].text.isalpha()
            and self.tokens[i].text.islower()
        )

    def of_office(self, last: int, surface: str) -> bool:
        """An acronym of an office, not of a body: of one that the article spells out, or in "NSA-level talks"."""
        office = self.table.office(surface) if surface.isupper() else None
        if office is None:
            return False
        after = [t.text.lower() for t in self.tokens[last : last + 2]]
        spelt = office.role.lower()[:-2]  # adviser, advisor
        return "level" in after or spelt in self.text.lower()

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the text as it stands."""
        return frozenset(t.text for t in self.tokens)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Capitals that the text gives in brackets behind a name: "the Northern Sea Movement (| NSM)"."""
        tokens = self.tokens
        return frozenset(
            t.text
            for t in tokens[2:-1]
            if (tokens[t.i - 1].text, tokens[t.i + 1].text) == ("(", ")") and t.text.isupper() and len(t.text) > 2
        )

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Nouns and verbs that the text has in small letters."""
        return frozenset(t.text for t in self.tokens if t.text.islower() and t.pos in ("NOUN", "VERB"))


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})  # tags of verbs; headlines in capitals have theirs so too
DASHES = (["-"], ["--"], ["—"], ["–"], ["_"], [":"])
ENDING = re.compile(r"\n|\s*\Z")  # of a line or of the text
INITIALS = 6  # letters of a writer's initials
DATELINE = 24  # tokens from the start of a paragraph in which a dateline ends


def _credits(document: Document) -> Iterator[int]:
    """The tokens in the brackets of a dateline, which name the agency: "Lima, Peru (ALN) - The", "(Wire/ALN) LIMA"."""
    tokens, seen = document.tokens, set()
    for sentence in document.sentences:
        words = [t.text for t in tokens[sentence.first : sentence.last]]
        if "/" in words and all(word == "/" or (word.isupper() and len(word) < INITIALS) for word in words):
            yield from range(sentence.first, sentence.last)  # "ABC/DE/FGH", of those who wrote and edited
        if sentence.block in seen:
            continue
        seen.add(sentence.block)
        head = [t.text for t in tokens[sentence.first : sentence.first + DATELINE]]
        first = head.index("(") if "(" in head else len(head)
        if any(t.pos not in ("PROPN", "PUNCT") for t in tokens[sentence.first : sentence.first + first]):
            continue
        closing = [i for i in range(first, len(head)) if head[i] == ")"]
        ends = [i for i in closing if head[i + 1 : i + 2] in DASHES or sentence.first + i + 1 == sentence.last]
        inside = range(sentence.first + first, sentence.first + (ends[0] if ends else first))
        if not any(tokens[i].pos in ("VERB", "AUX") for i in inside):  # "(Envoys of Peru meet.)" is a caption
            yield from inside
