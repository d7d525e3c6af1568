"""What must not matter does not: other names, other order. What must matter does: "will", "did not"."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked import article
from spacy.language import Language

from kg.facts import report
from kg.model import Article, EntityKind, Report, Status
from kg.text.annotate import document
from kg.text.read import articles

ARTICLES = Path(__file__).parents[2] / "data" / "articles"
GIVEN = "Aldric Berwin Corvin Delmar Edrin Falkor Gerwin Halvar Ingmar Jorvik Keldan Lorcan Mervin Nolvar Osric".split()
FAMILY = (
    "Tavonel Brandrik Castorin Durvain Elmswick Farandel Grenwald Holstern Ivarsen Jarnevik Kolbrand Lundgarth".split()
)
RENAMED = ("madrid-wire.txt", "madrid-business.txt", "madrid-explainer.txt")


def read(name: str) -> Article:
    found = [a for a in articles([ARTICLES / name]) if isinstance(a, Article)]
    return found[0]


def new_names(told: Report) -> dict[str, str]:
    """A made-up word for every word of every person's name: given names for the first, family names for the rest."""
    words: dict[str, str] = {}
    people = [e.name.split() for e in told.entities if e.kind is EntityKind.PERSON]
    for n, name in enumerate(people):
        for i, word in enumerate(name):
            pool = GIVEN if i == 0 and len(name) > 1 else FAMILY
            words.setdefault(word, pool[(n + i) % len(pool)])
    return words


def renamed(name: str, words: dict[str, str]) -> str:
    return " ".join(words.get(word, word) for word in name.split())


def rewritten(told: Report, words: dict[str, str]) -> str:
    """The article with every mention of a person under the new names."""
    text = told.article.text
    spans = [m.span for e in told.entities if e.kind is EntityKind.PERSON for m in e.mentions]
    for span in sorted(spans, reverse=True):
        text = text[: span.start] + renamed(text[span.start : span.end], words) + text[span.end :]
    return text


def facts(told: Report, words: dict[str, str]) -> set[str]:
    """The article's meetings and offices in words, its people under their new names."""
    names = {e.key: renamed(e.name, words) for e in told.entities}
    meetings = {
        repr((
            sorted(sorted(names[p] for p in side.people) for side in m.sides),
            [names[p] for p in m.parties],
            m.status.value,
            names.get(m.place or ""),
            m.start.printed if m.start else None,
        ))
        for m in told.meetings
    }  # fmt: skip
    return meetings | {repr((names[o.person], o.title, names.get(o.of or ""))) for o in told.offices}


@pytest.mark.parametrize("name", RENAMED)
def test_made_up_names_give_the_same_facts(name: str, nlp: Language) -> None:
    original = read(name)
    told = report(document(original, nlp))
    words = new_names(told)

    other = report(document(article(rewritten(told, words), published=original.published), nlp))

    assert words
    assert told.meetings
    assert facts(other, {}) == facts(told, words)


PLAIN = "German Chancellor Angela Merkel {} French President Emmanuel Macron in Berlin on Monday."


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("met", Status.HAPPENED),
        ("will meet", Status.PLANNED),
        ("is due to meet", Status.PLANNED),
        ("may meet", Status.POSSIBLE),
        ("did not meet", Status.DENIED),
        ("refused to meet", Status.DENIED),
    ],
)
def test_the_verb_changes_the_status_and_nothing_else(verb: str, status: Status, nlp: Language) -> None:
    (plain,) = report(document(article(PLAIN.format("met")), nlp)).meetings

    (meeting,) = report(document(article(PLAIN.format(verb)), nlp)).meetings

    assert meeting.status is status
    assert (meeting.sides, meeting.place) == (plain.sides, plain.place)


def test_swapping_the_sides_swaps_the_sides(nlp: Language) -> None:
    there = report(document(article("Angela Merkel met Emmanuel Macron in Berlin."), nlp)).meetings[0]
    back = report(document(article("Emmanuel Macron met Angela Merkel in Berlin."), nlp)).meetings[0]

    assert there.sides == back.sides[::-1]
    assert (there.place, there.status) == (back.place, back.status)
