"""Letters of any Latin alphabet → those of English, so that a name is found however it is spelt; lists of words."""

from __future__ import annotations

import re
import unicodedata

_OTHER = {
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i",
    "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ə": "a", "Ə": "A",
}  # fmt: skip
_TABLE = str.maketrans(_OTHER)


def unaccented(text: str) -> str:
    """
    Without accents, and with the letters that are no accented ones written in those of English; case stays.

    >>> unaccented("Łukasz Sørensen, São Tomé, Əliyev")
    'Lukasz Sorensen, Sao Tome, Aliyev'
    """
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_TABLE))
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def folded(text: str) -> str:
    """
    What the spellings of a name share: lower case without accents, apostrophes or full stops, blanks between words.

    >>> folded("Xi Jin-ping"), folded("O’Brien, M.P.")
    ('xi jin ping', 'obrien mp')
    """
    plain = re.sub(r"[’'`ʼʻ.]", "", unaccented(text).casefold())
    return " ".join(re.findall(r"[^\W_]+", plain))


def slug(text: str) -> str:
    """The name as the end of an IRI: ASCII letters, digits and hyphens; empty where the name has none."""
    return "-".join(re.findall(r"[a-z0-9]+", folded(text)))


def word_set(text: str) -> frozenset[str]:
    """The words of a line: how lists of plain words are written."""
    return frozenset(text.split())
