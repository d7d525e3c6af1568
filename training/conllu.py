"""Text in CoNLL-U → sentences of words, as the raw text spells them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; *head* is the place of its head in the sentence, its own place if it is the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str
    spaced: bool
    misc: str = "_"

    @property
    def morph(self) -> str:
        """The label the network learns: part of speech and features."""
        return f"{self.upos}|{'' if self.feats == '_' else self.feats}"


NAME_KINDS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT")
"""Those that the network tells; dates and amounts are found by rule."""


@dataclass(frozen=True, slots=True)
class Name:
    """A named thing over words *start* to *end*, half-open; *kind* is empty where a name may be of a kind not known."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """*names* is None where nobody has marked them, *parsed* is False where there are words only."""

    words: tuple[Word, ...]
    names: tuple[Name, ...] | None = None
    parsed: bool = True
    opens_document: bool = False
    opens_paragraph: bool = False
    id: str = ""

    def with_names(self, names: tuple[Name, ...] | None) -> Sentence:
        return replace(self, names=names)

    def text(self, name: Name) -> str:
        return " ".join(word.form for word in self.words[name.start : name.end])


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file in order; the parts of a contraction are cut out of how the text writes it."""
    opens = True
    for block in re.split(r"\n\s*\n", text):
        lines = block.splitlines()
        comments = [line for line in lines if line.startswith("#")]
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        opens = opens or any(line.startswith("# newdoc") for line in comments)
        paragraph = opens or any(line.split()[1:2] == ["newpar"] for line in comments)
        if rows:
            known = (line.partition("=")[2].strip() for line in comments if line.startswith("# sent_id"))
            yield Sentence(_words(rows), opens_document=opens, opens_paragraph=paragraph, id=next(known, ""))
            opens = False


def _words(rows: list[list[str]]) -> tuple[Word, ...]:
    contracted: dict[int, tuple[str, bool]] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            forms = [other[1] for other in rows if other[0].isdigit() and first <= int(other[0]) <= last]
            spaced = "SpaceAfter=No" not in row[9]
            for offset, form in enumerate(_cut(row[1], forms)):
                contracted[first + offset] = (form, spaced and first + offset == last)
    return tuple(_word(row, contracted.get(int(row[0]))) for row in rows if row[0].isdigit())


def _word(row: list[str], part: tuple[str, bool] | None) -> Word:
    number, form, lemma, upos, xpos, feats, head, relation, _, misc = row
    written, spaced = part or (form, "SpaceAfter=No" not in misc)
    return Word(
        form=written.replace(" ", "\u00a0") or "_",
        lemma=lemma,
        upos=upos,
        xpos=xpos,
        feats=feats if feats == "_" else "|".join(sorted(feats.split("|"), key=str.lower)),
        head=(int(head) or int(number)) - 1,
        relation="ROOT" if head == "0" else relation,
        spaced=spaced,
        misc=misc,
    )


def _cut(surface: str, forms: list[str]) -> list[str]:
    """*surface* in as many parts as *forms*: where they add up to it, as long as they are, else at their lengths."""
    parts: list[str] = []
    rest = surface
    for left, form in enumerate(reversed(forms)):
        keep = len(forms) - left - 1
        size = len(rest) if not keep else max(1, min(len(form), len(rest) - keep))
        parts.append(rest[len(rest) - size :])
        rest = rest[: len(rest) - size]
    return parts[::-1]
