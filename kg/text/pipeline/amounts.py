"""The words of a document → its dates and amounts as names, found by rule beside those the network finds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from spacy.language import Language
from spacy.tokens import Doc, Span

Found: TypeAlias = tuple[int, int, str]

YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}|(?:1[5-9]|20)[0-9]0s")
DAY = re.compile(r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?")
ORDINAL = re.compile(r"[0-9]+(?:st|nd|rd|th)")
FIGURE = re.compile(r"[0-9][0-9,.]*(?:bn|mn|tn|m|k)?")
RANGES = frozenset(["-", "–", "to"])


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of amounts.toml, small letters; *spans* are of time, *which* comes before them."""

    signs: frozenset[str]
    currencies: frozenset[str]
    magnitudes: frozenset[str]
    percents: frozenset[str]
    units: frozenset[str]
    spans: frozenset[str]
    clock: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    days: frozenset[str]
    which: frozenset[str]
    seasons: frozenset[str]
    ordinals: frozenset[str]
    before_years: frozenset[str]
    after_spans: frozenset[str]


@lru_cache
def lexicon() -> Lexicon:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf8"))
    return Lexicon(**{name: frozenset(words.split("|")) for name, words in table.items()})


@lru_cache
def openers() -> frozenset[str]:
    """The words beside figures that a date or amount may start with."""
    known = lexicon()
    return known.which | known.days | known.weekdays | known.months | known.signs | known.ordinals


@Language.component("kg_amounts")
def mark_amounts(doc: Doc) -> Doc:
    """Adds DATE, TIME, MONEY, PERCENT, QUANTITY, ORDINAL and CARDINAL where no other name stands."""
    taken = {place for entity in doc.ents for place in range(entity.start, entity.end)}
    found = amounts([token.text for token in doc], [token.tag_ for token in doc])
    free = [each for each in found if taken.isdisjoint(range(each[0], each[1]))]
    if free:
        doc.set_ents([*doc.ents, *(Span(doc, *each) for each in free)], default="outside")
    return doc


def amounts(words: Sequence[str], tags: Sequence[str]) -> tuple[Found, ...]:
    """
    First word, word after the last and kind of each, in order; *tags* are those of the Penn Treebank.

    >>> amounts(["cut", "by", "25", "percent", "on", "May", "3"], ["VBN", "IN", "CD", "NN", "IN", "NNP", "CD"])
    ((2, 4, 'PERCENT'), (5, 7, 'DATE'))
    """
    return tuple(_amounts([word.lower() for word in words], tags, lexicon()))


def _amounts(words: Sequence[str], tags: Sequence[str], known: Lexicon) -> Iterator[Found]:
    place = 0
    opening = openers()
    while place < len(words):
        if tags[place] != "CD" and words[place] not in opening and not words[place][:1].isdigit():
            place += 1
            continue
        end, kind = _date(words, tags, place, known) or _amount(words, tags, place, known) or (place + 1, "")
        if kind:
            yield place, end, kind
        place = end


def _date(words: Sequence[str], tags: Sequence[str], place: int, known: Lexicon) -> tuple[int, str] | None:
    word = words[place]
    if word in known.which and (
        following := _in(words, place + 1, known.spans, known.months, known.weekdays, known.seasons)
    ):
        return following, "DATE"
    if word in known.days or (word in known.weekdays and tags[place].startswith("NNP")):
        return place + 1, "DATE"
    if word in known.months and tags[place].startswith("NNP"):
        return _year(words, _day(words, place + 1)), "DATE"
    if DAY.fullmatch(word) and (month := _in(words, place + 1, known.months)) and tags[place + 1].startswith("NNP"):
        return _year(words, month), "DATE"
    if YEAR.fullmatch(word) and (word.endswith("s") or (place and words[place - 1] in known.before_years)):
        return place + 1, "DATE"
    return None


def _amount(words: Sequence[str], tags: Sequence[str], place: int, known: Lexicon) -> tuple[int, str] | None:
    if words[place] in known.signs:
        end = _number(words, tags, place + 1, known)
        return (end, "MONEY") if end > place + 1 else None
    if ORDINAL.fullmatch(words[place]) or (words[place] in known.ordinals and tags[place] in ("JJ", "RB")):
        return place + 1, "ORDINAL"
    end = _number(words, tags, place, known)
    if end == place:
        return None
    if percent := _in(words, end, known.percents):
        return percent, "PERCENT"
    if money := _in(words, end, known.currencies):
        return money, "MONEY"
    unit = end + 1 if end < len(words) and words[end] == "-" else end  # "a 90-day truce"
    if time := _in(words, unit, known.spans):
        return _in(words, time, known.after_spans) or time, "DATE"
    if time := _in(words, unit, known.clock):
        return time, "TIME"
    if quantity := _in(words, unit, known.units):
        return quantity, "QUANTITY"
    return end, "CARDINAL"


def _in(words: Sequence[str], place: int, *lists: frozenset[str]) -> int:
    """Where an entry of the lists that stands at *place* ends; 0 if none does."""
    for size in (2, 1):
        entry = " ".join(words[place : place + size])
        if len(words) >= place + size and any(entry in each for each in lists):
            return place + size
    return 0


def _number(words: Sequence[str], tags: Sequence[str], place: int, known: Lexicon) -> int:
    """Where the number that stands at *place* ends, ranges and magnitudes included; *place* if none does."""
    end = place
    while end < len(words) and tags[end] == "CD" and (end > place or FIGURE.match(words[end]) or words[end].isalpha()):
        end += 1
    while end > place and end < len(words) and words[end] in known.magnitudes:
        end += 1
    if end > place and end + 1 < len(words) and words[end] in RANGES and tags[end + 1] == "CD":
        return _number(words, tags, end + 1, known)
    return end


def _day(words: Sequence[str], place: int) -> int:
    return place + 1 if place < len(words) and DAY.fullmatch(words[place]) else place


def _year(words: Sequence[str], place: int) -> int:
    comma = place + 1 if place < len(words) and words[place] == "," else place
    return comma + 1 if comma < len(words) and YEAR.fullmatch(words[comma]) else place
