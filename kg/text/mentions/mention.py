"""What a name in a document comes to, and what names cover."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.gazetteer import Body, City, Region, State
from kg.model import Name, Token

PERSON, INSTITUTION, STATE, DEMONYM, CITY, REGION, VENUE, EVENT = (
    "person",
    "institution",
    "state",
    "demonym",
    "city",
    "region",
    "venue",
    "event",
)


@dataclass(frozen=True, slots=True)
class NameMention:
    """
    A name at tokens `first` up to, not including, `last`.

    `name` is the canonical name where a table knows it, else the text. `title` is the token range of the title before a
    person's name, `state` the short name of the state that a table or the name itself ties it to.
    """

    first: int
    last: int
    kind: str
    name: str
    type: str = ""
    title: tuple[int, int] | None = None
    state: str | None = None
    entry: State | City | Region | Body | None = None

    @property
    def unit_first(self) -> int:
        """Where the name begins with its title."""
        return self.title[0] if self.title else self.first


def text_of(tokens: Iterable[Token], text: str) -> str:
    """The article's own characters from the first to the last of *tokens*, white space folded."""
    listed = list(tokens)
    return " ".join(text[listed[0].start : listed[-1].end].split()) if listed else ""


def cover(mentions: Iterable[NameMention]) -> set[int]:
    """The tokens of names, their titles left out."""
    return {i for m in mentions for i in range(m.first, m.last)}


def overlaps(mention: NameMention, taken: set[int]) -> bool:
    return any(i in taken for i in range(mention.first, mention.last))


def tokens_of(names: Iterable[Name], label: str) -> set[int]:
    """The tokens inside names of a kind."""
    return {i for name in names if name.label == label for i in range(name.first, name.last)}
