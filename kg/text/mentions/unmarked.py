"""People whom the name finder passed over: right after a title, by another name, by their surname alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.letters import word_set
from kg.model import Sentence, Token
from kg.text.mentions.mention import CITY, DEMONYM, INSTITUTION, PERSON, REGION, VENUE, NameMention, cover
from kg.text.mentions.organisations import ORG_GOVERNMENT
from kg.text.mentions.page import Page
from kg.text.mentions.words import MINISTRY_WORDS, OF_PEOPLE, OUTLETS

# Before another name of someone: "X, better known as | Zed".
NAMING = word_set("known nicknamed dubbed alias aka called")


def explained(tokens: Sequence[Token], first: int) -> int:
    """Where the name ends that the word at *first* is said to stand for: "X Y, better known as | Zed"; 0 for none."""
    i = first - 1
    while i > 0 and tokens[i].text in "\"'“”‘’":
        i -= 1
    i -= tokens[i].text.lower() == "as"
    if i < 1 or tokens[i].text.lower() not in NAMING:
        return 0
    while i > 0 and (tokens[i - 1].pos in ("ADV", "AUX", "VERB", "PUNCT") or tokens[i - 1].text.lower() == "who"):
        i -= 1
    return i


def titled_people(page: Page, people: list[NameMention], known: list[NameMention]) -> list[NameMention]:
    """Capitalised words right after a title that the name finder passed over: "Premier He said"."""
    taken = cover(people) | cover([m for m in known if m.kind in (INSTITUTION, DEMONYM)])
    spans = {i for n in page.document.names if n.label != "PERSON" for i in range(n.first, n.last)}
    found = []
    for sentence in page.document.sentences:
        if _in_capitals(page, sentence):
            continue
        for i in range(sentence.first + 1, sentence.last):
            if i - 1 in taken or i in taken or i in spans or not _follows_title(page, i, sentence.last):
                continue
            last = i + 1
            while last < sentence.last and last not in taken and last not in spans and page.goes_on(last):
                last += 1
            if _is_name(page, i, last, sentence.last):
                found.append(NameMention(i, last, PERSON, page.surface(i, last)))
                taken |= set(range(i, last))
    return found


def _in_capitals(page: Page, sentence: Sentence) -> bool:
    """Whether most words of a headline are capitals alone."""
    upper = sum(t.text.isupper() and len(t.text) > 1 for t in page.tokens[sentence.first : sentence.last])
    return upper * 2 > sentence.last - sentence.first


def _follows_title(page: Page, i: int, end: int) -> bool:
    """Whether a capitalised word that is no title and no state stands right after a title."""
    token = page.tokens[i]
    if not token.text[:1].isupper() or token.text.isupper():
        return False
    if token.pos not in ("PROPN", "PRON", "NOUN", "AUX", "VERB"):
        return False
    if not page.title_before(i) or page.is_title_token(i, end) or page.ends_title(i):
        return False
    return not (page.table.state(token.text) or page.table.demonym(token.text))


def _is_name(page: Page, first: int, last: int, end: int) -> bool:
    """Whether capitalised words after a title may be a person: no body, no more of the title, no common word."""
    tokens = page.tokens
    if any(
        tokens[i].lemma in MINISTRY_WORDS or ORG_GOVERNMENT.search(tokens[i].text) or page.ends_title(i)
        for i in range(first, last)
    ):
        return False
    if last < end and tokens[last].text[:1].isupper() and page.ends_title(last):
        return False  # "Deputy | Majority Leader"
    if last - first == 1 and (_of_many(page, first) or tokens[first].text.lower() in OUTLETS | OF_PEOPLE):
        return False
    return not _common(page, first)


def _of_many(page: Page, i: int) -> bool:
    """Whether a title of several people stands before one word that no other name follows: "Leaders | Meeting"."""
    before = page.tokens[i - 1]
    several = before.tag in ("NNS", "NNPS") or (before.text.lower() != before.lemma and before.text.endswith("s"))
    after = page.tokens[i + 1].text if i + 1 < len(page.tokens) else ""
    return several and after not in (",", "and", "&")


def _common(page: Page, i: int) -> bool:
    """ "the League Leaders | Meeting", "the Official | Gazette": a word that the text has in small letters too."""
    return page.tokens[i].text.lower() in page.small_words


def nicknames(page: Page, people: list[NameMention]) -> list[NameMention]:
    """Single words that are said to be another name of someone: "Ana Ruiz, known as | Nita"."""
    ends, taken = {m.last for m in people}, cover(people)
    return [
        NameMention(t.i, t.i + 1, PERSON, t.text)
        for t in page.tokens
        if t.text[:1].isupper() and t.i not in taken and explained(page.tokens, t.i) in ends
        if not page.goes_on(t.i + 1)  # "Ana Ruiz called Prime | Minister Bo Lund"
    ]


def with_surnames(page: Page, found: list[NameMention]) -> list[NameMention]:
    """
    A word that ends (or, family name first, begins) a person's full name is that person's wherever it stands alone.

    "Washington" in an article about Kerry Washington stays a place unless the finder said PERSON.
    """
    full = {m.name for m in found if m.kind == PERSON and m.last - m.first > 1}
    found = [_completed(page, m, full) for m in found]
    surnames = _surnames(page, found, full)
    given = {name.split()[0] for name in full}
    called = given & {m.name for m in found if m.kind == PERSON}  # of those whom the text calls by it
    upper = {word.upper(): word for word in sorted(surnames)}  # as headlines in capitals print them
    found = [m for m in found if m.kind != PERSON or not _two_surnames(m.name, surnames)]
    taken = cover(found)
    found = [_as_person(page, m, surnames | full | (given if _is_subject(page, m) else called), upper) for m in found]
    result = [_whose(page, m, full) for m in found]
    result += [
        NameMention(t.i, t.i + 1, PERSON, t.text)
        for t in page.tokens
        if t.i not in taken and t.text in surnames and len(t.text) > 1 and t.pos in ("PROPN", "NOUN", "X", "ADJ")
    ]
    taken = cover(result)
    return result + [
        NameMention(t.i, t.i + 1, PERSON, upper[t.text])
        for t in page.tokens
        if t.i not in taken and t.text.isupper() and len(t.text) > 2 and t.text in upper
    ]


def _completed(page: Page, m: NameMention, full: set[str]) -> NameMention:
    """ "Met with | Sok Dara", of which the name finder marked the first word, where the page has both as one name."""
    if m.kind != PERSON or m.last - m.first > 1 or m.last >= len(page.tokens):
        return m
    name = page.surface(m.first, m.last + 1)
    return replace(m, last=m.last + 1, name=name) if name in full else m


def _surnames(page: Page, found: list[NameMention], full: set[str]) -> set[str]:
    """Words that alone name someone: surnames of full names, single names after a title, other names."""
    people = [m for m in found if m.kind == PERSON]
    titled = (m.name for m in people if m.last - m.first == 1 and page.title_before(m.first))
    ends = {m.last for m in people}
    return {
        *(name.split()[-1] for name in full),
        *(name for name in titled if len(name) > 3),  # "Foreign Minister Sugiono"
        *(m.name for m in people if explained(page.tokens, m.first) in ends),
        *(name.split()[0] for name in full if page.table.family_first(name.split()[0])),
    }


def _as_person(page: Page, m: NameMention, people: set[str], upper: dict[str, str]) -> NameMention:
    """A place or body that no table knows as the person whose name it is; any other name as it is."""
    if m.kind not in (CITY, INSTITUTION, VENUE, REGION) or (m.entry is not None and not _acts_as_person(page, m)):
        return m
    name = upper.get(m.name, m.name) if m.name.isupper() and page.shouting(m.first) else m.name
    return replace(m, kind=PERSON, name=name, type="", state=None) if name in people else m


def _is_subject(page: Page, m: NameMention) -> bool:
    """ "| Amina flew to Rome", who is called by her given name."""
    return m.last - m.first == 1 and page.tokens[m.first].dep == "nsubj"


def _acts_as_person(page: Page, m: NameMention) -> bool:
    """
    Whether a town of the tables is the person whose surname it is: "instructions from | Porto", where the name finder
    says so, and "| Porto travelled with Ruiz". A capital may stand for its government.
    """
    if m.kind != CITY or m.last - m.first > 1 or page.table.metonym(m.name) is not None:
        return False
    return page.label(m.first, m.last) == "PERSON" or _is_subject(page, m)


def _whose(page: Page, m: NameMention, full: set[str]) -> NameMention:
    """ "Mr | Brandts visit", where the page has lost its apostrophes: the person whose visit it is."""
    one, surnames = m.name.removesuffix("s"), {name.split()[-1] for name in full}
    owns = m.last < len(page.tokens) and page.tokens[m.last].pos in ("NOUN", "ADJ")
    lost = m.kind == PERSON and m.last - m.first == 1 and m.name not in surnames and one in surnames
    return replace(m, name=one) if lost and owns else m


def _two_surnames(name: str, surnames: set[str]) -> bool:
    """ "Putin-Zelensky", "TANAKA, CHOU": no name but those of two people."""
    halves = [half.strip().title() for half in re.split(r"[-–,/]", name)]
    return len(halves) == 2 and all(half in surnames for half in halves)
