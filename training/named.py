"""The names marked in each corpus → names of OntoNotes' kinds."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from training.conllu import Name, Sentence, Word
from training.kinds import SMALL_IN_NAMES, other_kind, peoples, place_kind

MONTHS = frozenset(month_name[1:])
UNKNOWN = ""
"""The kind of a name that a corpus leaves open: the network is taught nothing there."""


# GUM marks every mention, its head being a proper noun or not: the name is cut out of it.
def of_gum(sentence: Sentence) -> Sentence:
    words = sentence.words
    found = [name for mention in _mentions(words) if (name := _gum_name(words, *mention)) is not None]
    return with_peoples(sentence.with_names(_disjoint(found)))


def _mentions(words: Sequence[Word]) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, type and identity of each mention: ``(1-person-new-…-coref-Identity`` opens, ``1)`` closes."""
    opened: list[tuple[str, int, str, str]] = []
    for place, word in enumerate(words):
        marked = re.search(r"(?:^|\|)Entity=([^|]*)", word.misc)
        for mark in re.findall(r"\([^()]*\)?|[^()]*\)", marked[1]) if marked else ():
            if mark.startswith("("):
                fields = mark.strip("()").split("-")
                opened.append((fields[0], place, fields[1] if len(fields) > 1 else "", "-".join(fields[7:])))
            if mark.endswith(")"):
                group = opened[-1][0] if mark.startswith("(") else mark.rstrip(")")
                match = next((entry for entry in reversed(opened) if entry[0] == group), None)
                if match is not None:
                    opened.remove(match)
                    yield match[1], place + 1, match[2], match[3]


def _gum_name(words: Sequence[Word], start: int, end: int, kind: str, identity: str) -> Name | None:
    head = next((i for i in range(start, end) if not start <= words[i].head < end or words[i].head == i), start)
    if kind not in ("person", "organization", "place", "event", "object", "abstract") or words[head].upos != "PROPN":
        return None
    span = _person(words, start, end, head) if kind == "person" else _thing(words, start, end, head, kind)
    if span is None or words[span[0]].form in MONTHS:
        return None
    text = " ".join(word.form for word in words[slice(*span)])
    match kind:
        case "person":
            label = "PERSON"
        case "organization":
            label = "GPE" if place_kind(text) == "GPE" else "ORG"
        case "place":
            label = place_kind(text) or place_kind(identity.replace("_", " ")) or "GPE"
        case "event":
            label = "EVENT" if span[1] - span[0] > 1 and identity else ""
        case "object":
            label = "PRODUCT" if identity else ""
        case _:
            label = "LAW" if other_kind(text) == "LAW" else ""
    return Name(*span, label) if label else None


def _person(words: Sequence[Word], start: int, end: int, head: int) -> tuple[int, int] | None:
    """The first name's word with what is flat on it: titles before and descriptions after are left out."""
    kept = {head}
    for place in range(start, end):
        flat = words[place].relation in ("flat", "goeswith") and words[place].head in kept
        joined = words[place].relation == "punct" and words[place].form in ("-", ".") and place - 1 in kept
        if flat or joined:
            kept.add(place)
    low, high = min(kept), max(kept) + 1
    while low < high and words[low].upos not in ("PROPN", "X"):
        low += 1
    return (low, high) if low < high else None


def _thing(words: Sequence[Word], start: int, end: int, head: int, kind: str) -> tuple[int, int] | None:
    """From the first capitalised word to the head and the proper nouns in phrases after it."""
    low, high = start, end
    for place in range(head + 1, end):
        cut = words[place].form in (",", "(", "—", "–", ";", ":")
        if cut or words[place].relation.split(":")[0] in ("acl", "appos", "parataxis"):
            high = place
            break
    for place in range(head + 1, high):
        if words[place].upos == "ADP" and (
            all(word.upos != "PROPN" for word in words[place + 1 : high])
            or (kind == "place" and words[place].form in ("in", "on", "near", "at"))
        ):
            high = place
            break
    while low < head and not _may_open(words[low], first=low == 0):
        low += 1
    owners = [place for place in range(low, head) if words[place].xpos == "POS"]
    low = max(owners) + 1 if owners else low
    while high > head + 1 and words[high - 1].upos in ("PUNCT", "PART", "ADP", "DET"):
        high -= 1
    small = (word.form for word in words[low:high] if word.form[:1].islower())
    return (low, high) if low < high and all(form.lower() in SMALL_IN_NAMES for form in small) else None


def _may_open(word: Word, *, first: bool) -> bool:
    if word.upos in ("ADJ", "NOUN", "VERB", "NUM"):
        return word.form[:1].isupper() and not first
    return word.upos not in ("DET", "PRON", "PART", "PUNCT", "ADV")


def _disjoint(names: list[Name]) -> tuple[Name, ...]:
    """The longest names, none within another, in the order of the text."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start - name.end, name.start)):
        if all(name.end <= other.start or other.end <= name.start for other in kept):
            kept.append(name)
    return tuple(sorted(kept, key=lambda name: name.start))


def with_peoples(sentence: Sentence) -> Sentence:
    """Adds "Chinese", "Muslims" as NORP where they stand outside other names."""
    names = sentence.names or ()
    inside = {place for name in names for place in range(name.start, name.end)}
    found = [
        Name(place, place + 1, "NORP")
        for place, word in enumerate(sentence.words)
        if place not in inside and word.form[:1].isupper() and word.form.lower() in peoples()
    ]
    return sentence.with_names(tuple(sorted((*names, *found), key=lambda name: name.start)))


# Universal NER marks persons, organisations and places over the sentences of a treebank.
def of_uner(parsed: Sequence[Sentence], text: str) -> list[Sentence]:
    """
    *parsed* with names; None where *text* lacks the sentence or cuts it otherwise.

    A sentence is known by its id, or by its letters where the ids are of another release.
    """
    labels: dict[str, list[str]] = {}
    for block in re.split(r"\n\s*\n", text):
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        of_words = [row[2] for row in rows if row[0].isdigit()]
        for known in re.findall(r"^# (?:sent_id|text) = (.+)$", block, re.M):
            labels["".join(known.split())] = of_words
    found: list[Sentence] = []
    for sentence in parsed:
        of_words = labels.get(sentence.id) or labels.get("".join(word.form for word in sentence.words), [])
        if len(of_words) != len(sentence.words):
            found.append(sentence.with_names(None))
            continue
        names = tuple(_uner_name(sentence, name) for name in spans(of_words))
        found.append(with_peoples(sentence.with_names(tuple(name for name in names if name))))
    return found


def _uner_name(sentence: Sentence, name: Name) -> Name | None:
    match name.kind:
        case "PER":
            return replace(name, kind="PERSON")
        case "ORG":
            return replace(name, kind="ORG")
        case "LOC":
            return replace(name, kind=place_kind(sentence.text(name)) or "GPE")
    return None


def spans(labels: Sequence[str]) -> Iterator[Name]:
    """BIO or IO labels as names of the corpus's own kinds."""
    start, kind = None, ""
    for place, label in enumerate((*labels, "O")):
        if start is not None and label != f"I-{kind}":
            yield Name(start, place, kind)
            start = None
        if label != "O" and "-" in label and start is None:
            start, kind = place, label[2:]


PLACE = "place"
WIKIGOLD: Mapping[str, str] = {"PER": "PERSON", "ORG": "ORG", "LOC": PLACE, "MISC": UNKNOWN}
CROSSNER: Mapping[str, str] = {
    "politician": "PERSON", "person": "PERSON", "scientist": "PERSON", "writer": "PERSON",
    "organisation": "ORG", "organization": "ORG", "politicalparty": "ORG", "university": "ORG",
    "event": "EVENT", "election": "EVENT", "country": "GPE", "location": PLACE, "misc": UNKNOWN,
}  # fmt: skip


def of_columns(text: str, kinds: Mapping[str, str]) -> Iterator[Sentence]:
    """
    Sentences of a file with a word and its label a line.

    Such files lack the white space, which is guessed. A kind that *kinds* lacks is no name for us.
    """
    for block in re.split(r"\n\s*\n", text):
        rows = [line.split() for line in block.splitlines() if len(line.split()) > 1 and "-DOCSTART-" not in line]
        rows = [row for row in rows if row[0].strip("\xa0\u200b\ufeff")]
        if not rows or len(rows) > 150:
            continue
        forms = [{"``": '"', "''": '"'}.get(row[0], row[0]) for row in rows]
        words = tuple(
            Word(form, form, "X", "", "_", place, "dep", spaced)
            for place, (form, spaced) in enumerate(zip(forms, white_space(forms), strict=True))
        )
        sentence = Sentence(words, parsed=False)
        names = (_column_name(sentence, name, kinds) for name in spans([row[-1] for row in rows]))
        yield with_peoples(sentence.with_names(tuple(name for name in names if name)))


def _column_name(sentence: Sentence, name: Name, kinds: Mapping[str, str]) -> Name | None:
    kind = kinds.get(name.kind)
    if kind is None:
        return None
    text = sentence.text(name)
    if kind == PLACE:
        kind = place_kind(text) or "GPE"
    elif kind == "ORG" and name.end - name.start <= 2 and place_kind(text) == "GPE":
        kind = "GPE"
    elif kind == UNKNOWN:
        kind = other_kind(text)
    return replace(name, kind=kind)


NO_SPACE_BEFORE = frozenset([*".,;:?!)]%", "n't", "'s", "’s", "'re", "'ve", "'ll", "'d", "'m", "'", "’", "”", "''"])
NO_SPACE_AFTER = frozenset(["(", "[", "$", "£", "€", "#", "“", "``", "@", "-"])


def white_space(forms: Sequence[str]) -> list[bool]:
    """Whether a space follows each word, by the habits of print; every second straight quote closes."""
    found: list[bool] = []
    quotes = 0
    for form, after in zip(forms, (*forms[1:], ""), strict=True):
        quotes += form == '"'
        inside = quotes % 2 == 1
        tight = (
            after in NO_SPACE_BEFORE
            or form in NO_SPACE_AFTER
            or (form == '"' and inside)
            or (after == '"' and inside and form != '"')
            or (after == "-" and form.isalnum())
        )
        found.append(not tight)
    return found
