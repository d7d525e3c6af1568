"""A place in a text → the sentence around it, for showing; where sentences were read, the pipeline has cut them."""

from __future__ import annotations

import re

# A stop after a word of three letters or more, or the end of a line: abbreviations are shorter as a rule.
_END = re.compile(r"(?:\w\w\w|\d)[.!?][”’\"')]*(?=\s)|(?=\n)")


def around(text: str, begin: int, end: int) -> str:
    """
    The sentence in which characters `begin` up to `end` stand, on one line.

    >>> around("It rained. Ms. Berg met him. He left.", 15, 19)
    'Ms. Berg met him.'
    """
    start = max((match.end() for match in _END.finditer(text, 0, begin)), default=0)
    return " ".join(text[start : end_of(text, end)].split())


def end_of(text: str, position: int) -> int:
    """
    Where the sentence ends that `position` stands in, or ends itself.

    >>> end_of("It rained. He left.", 10), end_of("It rained. He left.", 4), end_of("It rained. He left.", 12)
    (10, 10, 19)
    """
    if text[:position].endswith("\n"):
        return position
    match = _END.search(text, max(0, position - 5))
    while match and match.end() < position:
        match = _END.search(text, match.end() + 1)
    return match.end() if match else len(text)
