"""Organisations that no table knows: their kind by the words in them, and ministries by their pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from kg.letters import word_set
from kg.text.bodies import heads_organisation, is_bare, whole_bodies
from kg.text.dates import MONTH_NUMBER, WEEKDAYS
from kg.text.mentions.mention import INSTITUTION, NameMention
from kg.text.mentions.page import Page
from kg.text.mentions.words import MINISTRY_WORDS

ORG_COMPANY = re.compile(
    r"\b(Inc|Corp|Corporation|Ltd|Limited|LLC|PLC|plc|Co|Company|Group|Holdings|Bank|Airlines|Airways|Motors|Motor|"
    r"Technologies|Technology|Electronics|Industries|Energy|Oil|Petroleum|Steel|Pharma|Semiconductor|Semiconductors|"
    r"Telecom|Systems|Partners|Capital|AG|SA|NV|GmbH|SpA|Oyj)\.?$"
)
ORG_GOVERNMENT = re.compile(
    r"\b(Ministry|Ministries|Department|Agency|Administration|Bureau|Commission|Authority|Office|Court|Parliament|"
    r"Congress|Senate|Assembly|Council|Cabinet|Government|Treasury|Army|Navy|Police|Directorate|House|Duma|Knesset|"
    r"Bundestag|Embassy|Consulate|Presidency|Command|Secretariat|Exchequer|Customs|Board|Service|Guard)\b"
)
ORG_INTERNATIONAL = re.compile(
    r"\b(United Nations|Union of|Organi[sz]ation|Nations|International|Pact|Alliance|Forum)\b"
)

FIRMS = word_set(
    "firm company giant brewer airline retailer confectioner miner refiner insurer lender chain conglomerate startup "
    "carrier drugmaker utility manufacturer brewery distiller shipper broadcaster publisher operator supplier"
)
MINISTRY_TOKENS = 4  # in which a ministry that is called by what it minds ends


def org_type(text: str) -> str:
    """What kind of institution a name by itself looks like."""
    if ORG_COMPANY.search(text):
        return "company"
    if ORG_INTERNATIONAL.search(text):
        return "international"
    if ORG_GOVERNMENT.search(text):
        return "government"
    return "organization"


def ministry_name(words: str) -> str:
    """The name a ministry would sign with: "commerce" → "Ministry of Commerce", "foreign" → "Foreign Ministry"."""
    titled = " ".join(w if w in ("and", "&", "of") else w[:1].upper() + w[1:] for w in words.split())
    if titled.split()[-1] in ("Foreign", "Interior", "External"):
        return f"{titled} Ministry"
    return f"Ministry of {titled}"


def unlisted_bodies(page: Page) -> Iterator[NameMention]:
    """As in "Baltic Cod Association": organisations of which a table knows but a part."""
    for first, last in whole_bodies(page.document, page.table):
        name = page.surface(first, last)
        if page.outlet(first, last) or is_bare(name):
            continue
        openings = (page.surface(first, i) for i in range(first + 1, last))
        states = (state.name for text in openings if (state := page.table.demonym(text) or page.table.state(text)))
        kind = "organization" if org_type(name) == "government" and heads_organisation(name) else org_type(name)
        yield NameMention(first, last, INSTITUTION, name, kind, state=next(states, None))


def named_firms(page: Page, taken: Set[int]) -> Iterator[NameMention]:
    """As in "the US confectioner | Mondelez": what stands in capitals behind the word for a firm, if nothing else."""
    tokens = page.tokens
    for sentence in page.document.sentences:
        for i in range(sentence.first, sentence.last - 1):
            told = tokens[i].pos == "NOUN" and (tokens[i].text in FIRMS or tokens[i].text.endswith("maker"))
            last = i + 1
            while told and last < sentence.last and last not in taken and _is_capital(page, last):
                last += 1
            if last > i + 1:
                yield NameMention(i + 1, last, INSTITUTION, page.surface(i + 1, last), "company")


def _is_capital(page: Page, i: int) -> bool:
    word = page.tokens[i].text.lower()
    if word in WEEKDAYS or word in MONTH_NUMBER or page.table.title_word(word) is not None:
        return False
    return page.tokens[i].pos == "PROPN" and page.tokens[i].text[:1].isupper() and page.tokens[i].text[-1].isalpha()


def opens_ministry(page: Page, i: int, end: int) -> bool:
    """Whether a name that starts in small letters may be a ministry's: "commerce and trade | ministry"."""
    return any(page.tokens[j].lemma in MINISTRY_WORDS for j in range(i, min(end, i + MINISTRY_TOKENS)))


def ministry_at(page: Page, i: int, end: int) -> NameMention | None:
    """As in "commerce ministry", "Ministry of Economy and Trade": a ministry by its pattern, whatever the state."""
    return _ministry_of(page, i, end) or _named_ministry(page, i, end)


def _ministry_of(page: Page, i: int, end: int) -> NameMention | None:
    """As in "Ministry of Economy and Trade"."""
    tokens = page.tokens
    if tokens[i].lemma not in MINISTRY_WORDS or i + 2 >= end or tokens[i + 1].text not in ("of", "for"):
        return None

    def minded(j: int) -> bool:
        named = tokens[j].text[:1].isupper() and tokens[j].lemma.lower() not in MINISTRY_WORDS
        if page.label(j, j + 1) == "PERSON":
            return False  # "the Ministry for Foreign Affairs | Ana Ruiz"
        return named and tokens[j].pos in ("PROPN", "NOUN", "ADJ")

    def links(j: int) -> bool:
        linking = tokens[j].text.lower() in ("and", "&", "the", ",", "-")
        return linking and j + 1 < end and minded(j + 1) and page.table.state(tokens[j + 1].text) is None

    j = i + 2
    while j < end and (minded(j) or links(j)):
        j += 1
    return NameMention(i, j, INSTITUTION, page.surface(i, j), "government") if j > i + 2 else None


def _named_ministry(page: Page, i: int, end: int) -> NameMention | None:
    """As in "commerce ministry"; its state stays outside."""
    tokens, first = page.tokens, page.tokens[i]
    for j in range(i + 1, min(end, i + MINISTRY_TOKENS)):
        if tokens[j].lemma == "ministry" and all(
            tokens[k].pos in ("NOUN", "PROPN", "ADJ") or tokens[k].text.lower() in ("and", "&") for k in range(i, j)
        ):
            graded = first.pos == "ADJ" and first.tag in ("JJS", "JJR")  # "largest ministry"
            if graded or first.text.lower() in ("and", "&"):
                return None
            if page.table.demonym(first.text) or page.table.state(first.text):
                return None
            return NameMention(i, j + 1, INSTITUTION, ministry_name(page.surface(i, j)), "government")
    return None
