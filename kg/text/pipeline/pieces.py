"""Words → the numbers that the network reads: word pieces and hashed features of spelling."""

from __future__ import annotations

import unicodedata
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Ids: TypeAlias = NDArray[np.int64]

# The sizes of the network's embedding tables; slot 0 stands for "no word".
SHAPES, PREFIXES, SUFFIXES, INITIALS, CASES = 1024, 4096, 4096, 512, 64
FEATURE_SIZES = (SHAPES, PREFIXES, SUFFIXES, INITIALS, CASES)
MAX_PIECES_OF_A_WORD = 10
MAX_PIECES = 510
"""The most pieces a window may have beside its two marks: the encoder knows 512 positions."""
CACHED_WORDS = 100_000


@dataclass(frozen=True, slots=True)
class Window:
    """
    Consecutive words that the network reads together, as a paragraph.

    *spaced* says for each word whether white space follows it.
    """

    words: tuple[str, ...]
    spaced: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Encoded:
    """One window in numbers: a row a piece (marks included), and where each word's first and last piece stand."""

    pieces: Ids
    features: Ids
    first: Ids
    last: Ids


class WordPieces:
    """The uncased word pieces of BERT (Devlin et al. 2019), for one word at a time."""

    def __init__(self, vocabulary: tuple[str, ...]) -> None:
        self.ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.start, self.end, self.unknown = (self.ids[mark] for mark in ("[CLS]", "[SEP]", "[UNK]"))
        self._of_word: dict[str, tuple[int, ...]] = {}

    @classmethod
    def read(cls, path: Path) -> WordPieces:
        """One piece a line, its number being the line's; a piece that continues a word starts with ``##``."""
        return cls(tuple(path.read_text(encoding="utf8").split("\n")[:-1]))

    def of(self, word: str) -> tuple[int, ...]:
        """The numbers of the pieces of *word*, at least one and at most ten (the first six and the last four)."""
        known = self._of_word.get(word)
        if known is None:
            found = [number for part in _parts(word) for number in self._greedy(part)] or [self.unknown]
            known = tuple(found if len(found) <= MAX_PIECES_OF_A_WORD else found[:6] + found[-4:])
            if len(self._of_word) < CACHED_WORDS:
                self._of_word[word] = known
        return known

    def _greedy(self, part: str) -> list[int]:
        if len(part) > 100:
            return [self.unknown]
        found: list[int] = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                number = self.ids.get(("##" if start else "") + part[start:end])
                if number is not None:
                    break
            else:
                return [self.unknown]
            found.append(number)
            start = end
        return found

    def encode(self, window: Window, spelling: tuple[str, ...] | None = None) -> Encoded:
        """*spelling* gives the words whose features are read instead of the window's own, as a headline's capitals."""
        pieces, rows, first, last = [self.start], [(0,) * len(FEATURE_SIZES)], [], []
        space_before = False
        for word, spelt, space in zip(window.words, spelling or window.words, window.spaced, strict=True):
            of_word = self.of(word)
            *hashed, case = features(spelt)
            first.append(len(pieces))
            pieces += of_word
            last.append(len(pieces) - 1)
            rows += [(*hashed, 2 * case + space_before)] * len(of_word)
            space_before = space
        pieces.append(self.end)
        rows.append((0,) * len(FEATURE_SIZES))
        return Encoded(*(np.array(column, np.int64) for column in (pieces, rows, first, last)))


def _parts(word: str) -> list[str]:
    """*word* without accents and control characters, in small letters, cut at punctuation and Chinese characters."""
    kept = "".join(" " if _is_space(c) else c for c in word if _is_space(c) or not _is_control(c))
    kept = "".join(f" {c} " if _is_ideograph(ord(c)) else c for c in kept)
    plain = "".join(c for c in unicodedata.normalize("NFD", kept) if unicodedata.category(c) != "Mn").lower()
    return "".join(f" {c} " if _is_punctuation(c) else c for c in plain).split()


def _is_space(c: str) -> bool:
    return c in "\t\n\r" or unicodedata.category(c) == "Zs"


def _is_control(c: str) -> bool:
    return c in "\0\ufffd" or unicodedata.category(c)[0] == "C"


def _is_punctuation(c: str) -> bool:
    return c in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" or unicodedata.category(c)[0] == "P"


def _is_ideograph(code: int) -> bool:
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x2CEAF
        or 0xF900 <= code <= 0xFAFF
        or 0x2F800 <= code <= 0x2FA1F
    )


@lru_cache(CACHED_WORDS)
def features(word: str) -> tuple[int, int, int, int, int]:
    """Slots of *word*'s shape, first three letters, last three, first one, and its case from 1 to 8."""
    return (
        _slot(shape(word), SHAPES),
        _slot("p" + word[:3], PREFIXES),
        _slot("s" + word[-3:], SUFFIXES),
        _slot("q" + word[:1], INITIALS),
        case(word),
    )


def _slot(text: str, size: int) -> int:
    return 1 + zlib.crc32(text.encode("utf8", "surrogatepass")) % (size - 1)


def shape(word: str) -> str:
    """
    Letters as X or x, digits as d, runs cut at four.

    >>> shape("McDonald's"), shape("2025-09")
    ("XxXxxxx'x", 'dddd-dd')
    """
    signs: list[str] = []
    for c in word[:40]:
        sign = ("X" if c.isupper() else "x") if c.isalpha() else "d" if c.isdigit() else c
        if signs[-4:] != [sign] * 4:
            signs.append(sign)
    return "".join(signs)


def case(word: str) -> int:
    """1 digits, 2 signs, 3 small, 4 one capital, 5 capitals, 6 Title, 7 MixedCase, 8 mixedCase."""
    if not any(c.isalpha() for c in word):
        return 1 if any(c.isdigit() for c in word) else 2
    if word.islower():
        return 3
    if word.isupper():
        return 4 if len(word) == 1 else 5
    if word[0].isupper():
        return 6 if word[1:].islower() else 7
    return 8
