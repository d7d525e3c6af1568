"""What the name finder takes for an organisation and is none: offices, portfolios, sums, first parts of things."""

from __future__ import annotations

from kg.letters import word_set
from kg.text.bodies import GOVERNMENT, HEADS
from kg.text.mentions.mistaken import OF_TOWNS
from kg.text.mentions.organisations import ORG_COMPANY, ORG_GOVERNMENT
from kg.text.mentions.page import Page
from kg.text.mentions.words import MINISTRY_WORDS, OF_PEOPLE

# What is called after a place, a people or a make.
NAMED_THINGS = OF_TOWNS | OF_PEOPLE | word_set("class coin destroyer rebel regime peasant issue retreat gazette scheme")
# What opens or closes names and alone names nothing.
PARTS_OF_NAMES = word_set("united national international general joint official royal supreme the opposition")
MONEY = frozenset("$€£¥₹")
# Whose holders are called after what they mind.
MINDING = MINISTRY_WORDS | word_set("minister secretary commissioner director department portfolio undersecretary")
ROW = 5  # tokens on to the next of several portfolios
STEPS = 4  # up from one of several portfolios to the office of them all


def no_body(page: Page, first: int, last: int, text: str) -> bool:
    """Whether a span that no table knows names something else than a body."""
    words = "".join(c for c in text if c.isalnum() or c == " ").lower()
    if words in PARTS_OF_NAMES or not MONEY.isdisjoint(text):
        return True
    return (
        _office(page, first, last)
        or of_region(page, first, last, text)
        or _portfolio(page, first, last, text)
        or _thing(page, first, last, text)
    )


def _office(page: Page, first: int, last: int) -> bool:
    """ "| Undersecretary for Northern Affairs", "the Special | Leaders' Retreat", "| Amir invites"."""
    words = [page.tokens[i].text for i in range(first, last)]
    if page.ends_title(last - 1) and not words[-1].isupper():
        return len(words) == 1 or (words[-1].endswith("s") and "of" not in words)
    return last - first > 2 and page.ends_title(first) and page.tokens[first + 1].text in ("for", "of")


def of_region(page: Page, first: int, last: int, text: str) -> bool:
    """ "the | North African force": an adjective, of what stands behind it."""
    token = page.tokens[last - 1]
    before = token.dep in ("amod", "compound") and token.head >= last
    adjective = page.table.regional(text) or page.table.regional(token.text) or page.table.demonym(token.text)
    region = page.table.region(text)
    return before and adjective is not None and (region is None or text not in (region.name, *region.aliases))


def _portfolio(page: Page, first: int, last: int, text: str) -> bool:
    """ "the Ministries of Mines, | Forests and Health", "the | Mines, Trade and Health Secretary"."""
    if ORG_GOVERNMENT.search(text) or ORG_COMPANY.search(text) or page.tokens[last - 1].text in HEADS | GOVERNMENT:
        return False
    tokens, i = page.tokens, last - 1
    listed = tokens[i].dep == "conj" or any(t.dep == "conj" and t.head == i for t in tokens[last : last + ROW])
    for _ in range(STEPS):
        if tokens[i].head == i or not (tokens[i].dep in ("conj", "nmod", "compound") and tokens[i].text[:1].isupper()):
            return False
        i = tokens[i].head
        if tokens[i].lemma.lower() in MINDING:
            return listed
    return False


def _thing(page: Page, first: int, last: int, text: str) -> bool:
    """ "the | Bakoma copper mine", "the | Official Gazette": the first part of what a thing is called."""
    tokens = page.tokens
    if last >= len(tokens) or tokens[last - 1].dep not in ("amod", "compound", "nmod:desc") or text.isupper():
        return False
    head = tokens[tokens[last - 1].head]
    if head.dep == "compound" and head.i >= last:
        head = tokens[head.head]  # "the Lindau | copper | mine", tied word to word
    return last <= head.i <= last + 2 and any(tokens[i].lemma.lower() in NAMED_THINGS for i in range(last, head.i + 1))
