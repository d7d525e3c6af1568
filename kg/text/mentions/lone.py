"""Single words taken for a person of whom nothing on the page says that they are one."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.gazetteer import fold
from kg.letters import word_set
from kg.text.mentions.mention import CITY, PERSON, REGION, NameMention, cover
from kg.text.mentions.page import Page
from kg.text.mentions.titlewords import is_title_noun
from kg.text.mentions.unmarked import explained
from kg.text.mentions.words import OUTLETS

# What is done to people, and with them.
DONE_TO = word_set("meet tell greet receive host see ask urge inform call visit telephone phone thank arrest elect")
DONE_WITH = word_set("meet talk speak confer meeting talk conversation call summit dispute discussion interview")
SPOKEN_TO = word_set("speak talk apologize apologise call conversation")  # "a call | from Zed", "spoke | to Zed"
KIN = word_set("wife husband widow son daughter brother sister father mother aide ally successor predecessor")

ROW = 12  # tokens on to the next of those in a row: "Ana, head of the | party, and Jane Roe"


def without_lone(page: Page, found: list[NameMention]) -> list[NameMention]:
    """
    The names less the single words that pass for a person without a title, a longer name or anything a person does:
    "the celebration of | Sumarhatid", "the | Redshirts", "the residence of | Bakoma".
    """
    people = [m for m in found if m.kind == PERSON]
    words = {word for m in people if _is_told(m) for word in re.split(r"[\s-]", fold(m.name))}
    ends = {m.last for m in people}
    known = [m for m in people if _is_told(m) or fold(m.name) in words or _is_another_name(page, m, ends)]
    firsts = {m.first for m in known}
    lone = [m for m in people if m.first not in firsts]
    outlets = {m.name for m in found if _before_outlet(page, m)}
    acting = [m for m in lone if _acts(page, m)]
    there, marked = cover([*known, *acting]), cover(people)
    borne = {m.name for m in (*acting, *(m for m in lone if _in_a_row(page, m, there, marked)))} - outlets
    places = {m.name: m for m in found if m.kind in (CITY, REGION)}
    dropped = {m.first for m in lone if m.name not in borne or m.name in places}
    moved = [replace(places[m.name], first=m.first, last=m.last) for m in lone if m.name in places]
    return [m for m in found if m.first not in dropped] + moved


def _is_told(m: NameMention) -> bool:
    """Whether a name has several words, or a title; names that a hyphen ties are of two words."""
    return m.last - m.first > 1 or m.title is not None or m.entry is not None or " " in m.name


def _is_another_name(page: Page, m: NameMention, ends: set[int]) -> bool:
    """ "Ana Ruiz, better known as | Nita", "Ana Ruiz of Chile, who is known as | Nita"."""
    start = explained(page.tokens, m.first)
    return start in ends or (start > 0 and any(t.text == "who" for t in page.tokens[start : m.first]))


def _before_outlet(page: Page, m: NameMention) -> bool:
    """ "The official | Petra news agency"."""
    return m.last < len(page.tokens) and page.tokens[m.last].text in OUTLETS


def _acts(page: Page, m: NameMention) -> bool:
    """Whether it does something or suffers what people do."""
    token = page.tokens[m.first]
    head = page.tokens[token.head]
    before = page.tokens[m.first - 1].text.lower() if m.first else ""
    after = [t.text.lower() for t in page.tokens[m.last : m.last + 2]]
    if after[:1] in (["who"], ["administration"]) or after == [",", "who"]:
        return True
    if before in ("the", "a", "an") or token.tag in ("NNS", "NNPS"):
        return False
    named = (c for c in page.tokens[m.last : m.last + ROW] if c.head == m.first and c.dep == "appos")
    if any(is_title_noun(c, page.table) for c in named):
        return True  # "Zed, the finance minister, said"
    if token.dep == "conj" and head.pos == "PRON":
        token, head = head, page.tokens[head.head]  # "she and Zed agreed"
    match token.dep:
        case "appos":
            return head.lemma in KIN or is_title_noun(head, page.table)
        case "nsubj" | "nsubj:pass":
            return True
        case "obj" | "iobj":
            return head.lemma in DONE_TO
    if token.dep == "obl" and before == "with":
        return True  # "signed it with Zed"
    if token.dep in ("obl", "nmod") and before in ("to", "from"):
        spoken = {head.lemma, page.tokens[m.first - 2].lemma if m.first > 1 else ""}
        return not spoken.isdisjoint(SPOKEN_TO)
    return token.dep in ("obl", "nmod") and before in ("with", "between", "and") and head.lemma in DONE_WITH


def _in_a_row(page: Page, m: NameMention, people: set[int], marked: set[int]) -> bool:
    """ "Jane Roe and | Zed", "ZED-LUND TALKS": beside those who are people, or tied by a hyphen to one so *marked*."""
    token, tokens = page.tokens[m.first], page.tokens
    tied = {m.first - 2} if m.first and tokens[m.first - 1].text == "-" else set[int]()
    tied |= {m.last + 1} if m.last < len(tokens) and tokens[m.last].text == "-" else set()
    if marked & tied or (token.dep in ("conj", "appos") and token.head in people):
        return True
    return any(c.head == m.first and c.dep == "conj" and c.i in people for c in tokens[m.last : m.last + ROW])
