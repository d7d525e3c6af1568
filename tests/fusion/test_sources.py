"""Articles that share their wording count as one source."""

from __future__ import annotations

import random

from telling import Telling, one, reports, wholes

from kg.fusion import fuse
from kg.fusion.sources import groups, independent
from kg.model import Article, Dropped, Span

PAIR = ("Ruritania: Anna Berg", "Freedonia: Pedro Sol")


def _prose(seed: int, words: int = 300) -> str:
    draw = random.Random(seed)
    return " ".join("".join(draw.choices("abcdefghijklmnop", k=6)) for _ in range(words))


def test_a_copy_with_another_head_and_tail_stands_for_the_same_wording() -> None:
    wire = _prose(1)
    found = groups(
        [
            Article("wire.txt", wire),
            Article("copy.txt", f"{_prose(2, 20)} {wire} {_prose(3, 20)}"),
            Article("short.txt", " ".join(wire.split()[:150])),
            Article("own.txt", _prose(4)),
        ]
    )

    assert found == {name: "copy.txt" for name in ("wire.txt", "copy.txt", "short.txt")} | {"own.txt": "own.txt"}


def test_a_quoted_paragraph_is_no_copy() -> None:
    wire = _prose(1)
    other = f"{_prose(2)} {' '.join(wire.split()[:60])}"

    assert len(set(groups([Article("a.txt", wire), Article("b.txt", other)]).values())) == 2


def test_what_was_dropped_does_not_count() -> None:
    menu = _prose(9)
    articles = [
        Article(name, f"{menu} {_prose(seed, 100)}", dropped=(Dropped(Span(0, len(menu)), "a menu"),))
        for seed, name in enumerate(("a.txt", "b.txt"))
    ]

    assert groups(articles) == {"a.txt": "a.txt", "b.txt": "b.txt"}


def test_the_order_of_articles_decides_nothing() -> None:
    articles = [Article(f"{number}.txt", _prose(number % 3)) for number in range(9)]
    shuffled = random.Random(5).sample(articles, len(articles))

    assert groups(articles) == groups(shuffled)


def test_a_meeting_counts_its_independent_sources() -> None:
    wire = _prose(1)
    tellings = [Telling("a.txt", text=wire), Telling("b.txt", text=wire), Telling("c.txt", text=_prose(2))]
    for number, telling in enumerate(tellings):
        telling.met(*PAIR, at="Madrid", on="2025-09-14", quote=f"sentence {number}")

    fused = one(wholes(fuse(reports(*tellings))))

    assert len(fused.refs) == 3
    assert fused.independent == 2


def test_one_sentence_in_two_articles_is_one_source_and_a_short_one_is_not() -> None:
    for quote, count in (("Anna Berg met Pedro Sol in Madrid on Sunday", 1), ("they met", 2)):
        tellings = [Telling("a.txt", text=_prose(1)), Telling("b.txt", text=_prose(2))]
        for telling in tellings:
            telling.met(*PAIR, at="Madrid", on="2025-09-14", quote=quote)

        assert one(wholes(fuse(reports(*tellings)))).independent == count


def test_sentences_chain_sources() -> None:
    quotes = {"a": frozenset({"x"}), "b": frozenset({"x", "y"}), "c": frozenset({"y"}), "d": frozenset({"z"})}

    assert independent("abcd", {each: each for each in "abcd"}, quotes) == 2
