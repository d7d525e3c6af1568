"""Sentences of a treebank → the same with other people: two-word names changed, titles and second names put in."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from dataclasses import replace

from training.conllu import Sentence, Word
from training.named import MONTHS

NewName = Callable[[], tuple[str, str]]
SUBJECTS = frozenset(["nsubj", "obj", "obl", "nsubj:pass", "obl:agent", "conj", "nmod", "ROOT"])


def full_names(words: tuple[Word, ...]) -> list[int]:
    """Where a name of two words starts whose tree is known to be the usual one."""
    return [
        place
        for place, (first, last) in enumerate(itertools.pairwise(words))
        if first.xpos == last.xpos == "NNP"
        and first.upos == last.upos == "PROPN"
        and last.relation == "flat"
        and last.head == place
        and first.spaced
        and first.form[:1].isupper()
        and last.form[:1].isupper()
        and first.form not in MONTHS
        and sum(word.relation == "flat" and word.head == place for word in words) == 1
    ]


def renamed(sentence: Sentence, new_name: NewName) -> Sentence:
    """Every name of two words becomes another; nothing else changes."""
    words = list(sentence.words)
    for place in full_names(sentence.words):
        for offset, form in enumerate(new_name()):
            words[place + offset] = replace(words[place + offset], form=form, lemma=form)
    return replace(sentence, words=tuple(words))


def renamed_marks(sentence: Sentence, new_name: NewName) -> Sentence:
    """The same for sentences that have names and no trees."""
    words = list(sentence.words)
    for name in sentence.names or ():
        if (
            name.kind == "PERSON"
            and name.end - name.start == 2
            and all(w.form[:1].isupper() for w in words[name.start : name.end])
        ):
            for offset, form in enumerate(new_name()):
                words[name.start + offset] = replace(words[name.start + offset], form=form, lemma=form)
    return replace(sentence, words=tuple(words))


def titled(
    sentence: Sentence, new_name: NewName, title: Callable[[], tuple[Word, ...]], chance: random.Random
) -> Sentence | None:
    """
    Titles before names of two words, and in half of the places where one fits a second titled name after "and".

    *title* draws the words of a title, the last of them its head. None if the sentence has no name that may take one.
    """
    places = [place for place in full_names(sentence.words) if not _modified(sentence.words, place)]
    if not places:
        return None
    grown = sentence
    for place in reversed(places):
        if grown.words[place].relation in SUBJECTS and chance.random() < 0.55:
            grown = _second(grown, place, new_name(), title() if chance.random() < 0.85 else ())
        if chance.random() < 0.85:
            grown = _insert(grown, place, _title(title(), place))
    return grown


def _modified(words: tuple[Word, ...], place: int) -> bool:
    return any(word.head == place and other < place for other, word in enumerate(words))


def _title(words: tuple[Word, ...], place: int) -> tuple[Word, ...]:
    """*words* as they stand from *place* on, hung on the name that follows them."""
    last = len(words) - 1
    return tuple(
        replace(
            word,
            head=place + len(words) if number == last else place + (number - 1 if word.form == "-" else last),
            relation="nmod:desc" if number == last else word.relation,
        )
        for number, word in enumerate(words)
    )


def _second(sentence: Sentence, place: int, name: tuple[str, str], title: tuple[Word, ...]) -> Sentence:
    """Puts "and Minister A B" after the name at *place*."""
    start = place + 2
    head = start + 1 + len(title)
    before = sentence.words[place + 1]
    added = (
        Word("and", "and", "CCONJ", "CC", "_", head, "cc", True),
        *_title(title, start + 1),
        Word(name[0], name[0], "PROPN", "NNP", "Number=Sing", place, "conj", True),
        Word(name[1], name[1], "PROPN", "NNP", "Number=Sing", head, "flat", before.spaced),
    )
    words = list(sentence.words)
    words[place + 1] = replace(before, spaced=True)
    return _insert(replace(sentence, words=tuple(words)), start, added)


def _insert(sentence: Sentence, place: int, added: tuple[Word, ...]) -> Sentence:
    """*added*, whose heads already count itself, before the word at *place*; names are dropped."""
    size = len(added)
    kept = tuple(replace(word, head=word.head + size if word.head >= place else word.head) for word in sentence.words)
    return replace(sentence, words=(*kept[:place], *added, *kept[place:]), names=None)
