"""What must not matter does not: other names, other order. What must matter does: "will", "did not"."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked import article
from spacy.language import Language

from kg.facts import report
from kg.gazetteer import gazetteer
from kg.model import Article, EntityKind, Report, Status
from kg.text.annotate import document
from kg.text.read import articles

ARTICLES = Path(__file__).parents[2] / "data" / "articles"
GIVEN = (
    "Aldric Berwin Corvin Delmar Edrin Falkor Gerwin Halvar Ingmar Jorvik Keldan Lorcan Mervin Nolvar Osric Perrin "
    "Quillan Rodmar Selwin Torvald Ulmar Varrick Wendel Yorick Zadmar"
).split()
FAMILY = (
    "Tavonel Brandrik Castorin Durvain Elmswick Farandel Grenwald Holstern Ivarsen Jarnevik Kolbrand Lundgarth "
    "Morvane Nethersby Ostvald Penhallow Quarnby Rastvik Skovgard Thornbeck Ulvestad Vantresk Wolmering Yarborn"
).split()
# A made-up name of the same culture: the order of family and given name is known from the family name.
CHINESE_FAMILY = "Zhou Qian Fang Tang Deng Shen Feng Cao".split()
CHINESE_GIVEN = "Ruolan Mingzhe Weitao Guoliang Zhenyu Haoran Jiafei Shuwen".split()
RENAMED = ("madrid-wire.txt", "madrid-daily.md", "madrid-host.txt", "chips-2019.txt")


def read(path: Path) -> Article:
    return next(a for a in articles([path]) if isinstance(a, Article))


def new_names(told: Report) -> dict[str, str]:
    """A made-up word, given or family name as the old one was, for every word of every name in the text."""
    lists = {"given": GIVEN, "family": FAMILY, "zh-family": CHINESE_FAMILY, "zh-given": CHINESE_GIVEN}
    pools = {kind: iter(words) for kind, words in lists.items()}
    words: dict[str, str] = {}
    names = [m.text.split() for e in told.entities if e.kind is EntityKind.PERSON for m in e.mentions]
    for name in sorted(names, key=len, reverse=True):
        chinese = gazetteer().surname_language(name[0]) == "zh"
        for i, word in enumerate(name):
            kind = "given" if (i == 0) != chinese and len(name) > 1 else "family"
            if word not in words:
                words[word] = next(pools[f"zh-{kind}" if chinese else kind])
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
    """
    The article's meetings and offices in words, its people under their new names.

    The state of an office that no sentence states is a guess, noted as a doubt on the person; the usual names of a
    state are evidence for it, so it is left out here.
    """
    names = {e.key: renamed(e.name, words) for e in told.entities}
    doubted = {e.key for e in told.entities if e.doubt}
    meetings = {
        repr(
            (
                sorted(sorted(names[p] for p in side.people) for side in m.sides),
                m.status.value,
                names.get(m.place or ""),
                m.start.printed if m.start else None,
            )
        )
        for m in told.meetings
    }
    offices = {
        repr((names[o.person], o.title, None if o.person in doubted else names.get(o.of or ""))) for o in told.offices
    }
    return meetings | offices


@pytest.mark.parametrize("name", RENAMED)
def test_made_up_names_give_the_same_facts(name: str, nlp: Language, tmp_path: Path) -> None:
    told = report(document(read(ARTICLES / name), nlp))
    words = new_names(told)
    (tmp_path / name).write_text(rewritten(told, words), encoding="utf-8")

    other = report(document(read(tmp_path / name), nlp))

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
