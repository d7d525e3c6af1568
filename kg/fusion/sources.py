"""Articles → groups that share their wording: wire copy counts as one source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from zlib import crc32

from kg.letters import folded
from kg.model import Article

SHINGLE = 5  # words
KEPT = 4  # one shingle of so many is looked at: which one depends on its own words alone
SHARED = 0.5  # of the shorter article's shingles, from which on it is a copy
FEWEST = 8  # shingles below which an article is compared as a whole
COMMON = 100  # articles of different wording that share a shingle, from which on it says nothing


def groups(articles: Iterable[Article]) -> Mapping[str, str]:
    """
    Article id → id of the article that stands for its wording; itself where no longer article has the same.

    Of the shorter text at least half must be in the longer one; what is `dropped` does not count.
    """
    sketches = {article.id: sketch(article) for article in articles}
    posts: dict[int, list[str]] = defaultdict(list)
    stands: dict[str, str] = {}
    for name in sorted(sketches, key=lambda each: (-len(sketches[each]), each)):
        shared = Counter(other for mark in sorted(sketches[name]) for other in posts[mark])
        best = min(shared, key=lambda each: (-shared[each], each), default=None)
        if best is not None and shared[best] >= SHARED * len(sketches[name]):
            stands[name] = best
            continue
        stands[name] = name
        for mark in sketches[name]:
            if len(posts[mark]) < COMMON:
                posts[mark].append(name)
    return stands


def sketch(article: Article) -> frozenset[int]:
    """Hashes of the kept shingles of the article's own text; of a very short one the hash of the whole, if any."""
    words = folded(_body(article)).split()
    marks = [crc32(" ".join(words[i : i + SHINGLE]).encode()) for i in range(len(words) - SHINGLE + 1)]
    kept = frozenset(mark for mark in marks if mark % KEPT == 0)
    if len(kept) >= FEWEST:
        return kept
    return frozenset((crc32(" ".join(words).encode()),)) if words else frozenset()


def _body(article: Article) -> str:
    pieces, at = [], 0
    for dropped in article.dropped:
        pieces.append(article.text[at : dropped.span.start])
        at = dropped.span.end
    return " ".join([*pieces, article.text[at:]])


def independent(articles: Iterable[str], stands: Mapping[str, str], quotes: Mapping[str, frozenset[str]]) -> int:
    """
    How many of the articles are independent: copies of one text count once, and so do those that tell it alike.

    `quotes` holds the folded sentences in which each article tells it.
    """
    names = sorted(set(articles))
    parent = {each: each for each in (*names, *(stands.get(name, name) for name in names))}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = name = parent[parent[name]]
        return name

    by_quote: dict[str, str] = {}
    for name in names:
        parent[root(name)] = root(stands.get(name, name))
        for quote in sorted(quotes.get(name, ())):
            parent[root(name)] = root(by_quote.setdefault(quote, name))
    return max(1, len({root(name) for name in names}))
