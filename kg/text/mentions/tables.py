"""The longest names of the tables in a document, where what stands around them bears them out."""

from __future__ import annotations

from kg.gazetteer import Body, City
from kg.letters import word_set
from kg.text.mentions.mention import CITY, DEMONYM, INSTITUTION, REGION, STATE, NameMention
from kg.text.mentions.organisations import ministry_at, opens_ministry
from kg.text.mentions.page import Page
from kg.text.mentions.words import MARKS

LONGEST = 10  # tokens of a name in the tables
# Words that open the names of many towns, and are a small town's whole name.
TOWN_OPENERS = word_set("San Santa Santo São Sao Saint Los Las Port Fort Puerto Key")
# What makes more than one state of "American".
CONTINENTS = word_set("South Latin North Central Meso Pan Inter")
PARTS = word_set("Upper Lower West East North South Central Western Eastern Northern Southern")
AT = frozenset({"in", "at", "to", "from"})
AROUND = AT | {"near", "via"}


def known_names(page: Page) -> list[NameMention]:
    """Longest matches of the tables, from left to right inside each sentence."""
    found: list[NameMention] = []
    for sentence in page.document.sentences:
        i = sentence.first
        while i < sentence.last:
            match = _known_at(page, i, sentence.last)
            if match is None or match.first in page.credits:
                i += 1
                continue
            found.append(_whole_region(page, match, sentence.first))
            i = match.last
    return found


def _whole_region(page: Page, m: NameMention, start: int) -> NameMention:
    """ "| West Java", "| Upper Nile", of which a table knows the larger: a region where the name finder says so."""
    before = m.first - 1
    part = before >= start and page.tokens[before].text in PARTS and page.label(before, m.last) in ("GPE", "LOC")
    if m.kind != REGION or not part:
        return m
    return NameMention(before, m.last, REGION, page.surface(before, m.last), "region", state=m.state)


def _known_at(page: Page, i: int, end: int) -> NameMention | None:
    """The longest name of a table, or the ministry, that starts at a token."""
    token = page.tokens[i]
    if token.text == "The" and i + 1 < end:
        after = _known_at(page, i + 1, end)
        if after is not None and not (after.kind == CITY and after.name.startswith("The ")):
            return None  # "The | Chinese", "The | Madrid talks": a look-up forgives the article
    first = token.text[:1]
    if not first.isalnum() or token.text in ("the", "a", "an"):
        return None  # nor does a name start with the comma or the article that it forgives
    small = token.text in ("al", "el", "ash")  # "fighters of | al Qaeda"
    if not (first.isupper() or first.isdigit() or small) and not opens_ministry(page, i, end):
        return None
    for last in range(min(end, i + LONGEST), i, -1):
        if page.tokens[last - 1].text in MARKS:
            continue  # a look-up forgives full stops, so it would take in the one that ends the sentence
        surface = page.surface(i, last)
        match = _lookup(page, i, last, surface)
        if match is not None and token.text == "The" and match.kind == CITY and not match.name.startswith("The "):
            return None  # "The | Lima Harvest Mission"
        if match is not None:
            return match
    return ministry_at(page, i, end)


def _lookup(page: Page, i: int, last: int, surface: str) -> NameMention | None:
    """What tokens are called in the tables: a state before its people, bodies, capitals, regions and other towns."""
    table = page.table
    state = table.state(surface) or table.state(surface.removesuffix(" Republic"))  # "Benin Republic"
    if state is not None:
        return NameMention(i, last, STATE, state.name, "country", state=state.name, entry=state)
    state = table.demonym(surface)
    if state is not None and not _of_a_continent(page, i, surface) and not page.inside_body(i, last):
        return NameMention(i, last, DEMONYM, state.name, "country", state=state.name, entry=state)
    body = table.body(surface)
    if body is not None and _body_in_context(page, i, last, body) and not page.of_office(last, surface):
        return NameMention(i, last, INSTITUTION, body.name, body.kind, state=body.state, entry=body)
    city = table.city(surface)
    if city is not None and city.rank == "capital" and _city_in_context(page, i, last, city):
        return NameMention(i, last, CITY, city.name, "city", entry=city)
    region = table.region(surface)
    if region is not None:
        short = region.kind == "sea" and f"{surface} Ocean" == region.name  # "the Atlantic"
        name = surface.removeprefix("the ") if short else region.name
        return NameMention(i, last, REGION, name, "region", state=region.state, entry=region)
    if city is not None and _city_in_context(page, i, last, city):
        return NameMention(i, last, CITY, city.name, "city", entry=city)
    return None


def _of_a_continent(page: Page, i: int, surface: str) -> bool:
    """ "South | American", "Latin | Americans": of no one state."""
    before = i - 2 if i > 1 and page.tokens[i - 1].text == "-" else i - 1
    return surface.startswith("American") and i > 0 and page.tokens[before].text in CONTINENTS


def _city_in_context(page: Page, i: int, last: int, city: City) -> bool:
    """A city whose name is also a common word or surname needs the name finder's word for it, or a preposition."""
    label = page.label(i, last)
    if last - i == 1 and page.tokens[i].text in TOWN_OPENERS and page.goes_on(last):
        return False  # "San | Clemente" is not the San of Mali
    if label in ("GPE", "LOC"):
        return True
    if label == "PERSON":
        return _town_alone(page, i, last, city)
    if label == "FAC":
        return not (city.weak or page.inside_longer(i, last))
    if not city.weak:
        return not (label == "ORG" and page.inside_longer(i, last))
    if label in ("ORG", "EVENT"):
        return False
    before = page.tokens[i - 1].text.lower() if i else ""
    return before in AT and i not in page.sentence_first


def _town_alone(page: Page, i: int, last: int, city: City) -> bool:
    """Whether a span taken for a person is all of a town's name, and the place for one: "in | Phnom Penh"."""
    if not any(n.first == i and n.last == last for n in page.document.names) or page.title_before(i):
        return False
    before = page.tokens[i - 1].text.lower() if i else ""
    return (city.rank == "capital" and not _borne(page, i, last)) or before in AROUND


def _borne(page: Page, first: int, last: int) -> bool:
    """Whether a longer name of a person in the article holds these words: "Washington" of "George Washington"."""
    words = [t.text for t in page.tokens[first:last]]
    return any(
        n.label == "PERSON" and n.last - n.first > last - first and t.text in words
        for n in page.document.names
        for t in page.tokens[n.first : n.last]
    )


def _body_in_context(page: Page, i: int, last: int, body: Body) -> bool:
    """A body whose name is shared with a common word or a person needs the name finder's word for it."""
    if not (body.weak or page.table.weak(page.surface(i, last))):
        return True
    label = page.label(i, last)
    if label is not None:
        return label in ("ORG", "GPE")
    return i not in page.sentence_first and page.tokens[i].pos == "PROPN"
