"""What else the name finder saw: organisations, places, venues and events that no table knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Name
from kg.text.bodies import COMPANY, THINGS, is_bare
from kg.text.mentions.mention import CITY, EVENT, INSTITUTION, PERSON, REGION, VENUE, NameMention, tokens_of
from kg.text.mentions.no_bodies import no_body, of_region
from kg.text.mentions.organisations import ORG_COMPANY, ORG_GOVERNMENT, org_type
from kg.text.mentions.page import Page
from kg.text.mentions.places import VENUE_HEAD
from kg.text.mentions.titles import title_of
from kg.text.mentions.titlewords import NAME_TITLES, is_style
from kg.text.mentions.words import HALVES, NAME_PARTICLES, NEVER_PERSON, OF_PEOPLE, QUARTERS

COPYRIGHT = re.compile(r"(?:19|20)\d\d\b")
INITIALLED = re.compile(r"[A-Z][a-zà-ÿ]+( [A-Z]\.)+ [A-Z][\w’'-]+")
VEHICLES = frozenset({"air force one", "air force two", "marine one"})


def other_names(page: Page, taken: set[int]) -> list[NameMention]:
    """The finder's names that are no person's, where they leave what is *taken* free."""
    found, taken = [], set(taken)
    for name in page.document.names:
        if name.label == "PERSON":
            continue
        pieces = list(_free_runs(name, taken))
        for first, last in pieces:
            span = page.trim(first, last)
            if span is None:
                continue
            mention = _other(page, *span, name.label, whole=span == (name.first, name.last))
            if mention is not None:
                found.append(mention)
                taken.update(range(mention.first, mention.last))
    return found


def _other(page: Page, first: int, last: int, label: str, *, whole: bool) -> NameMention | None:
    """What a span that the finder labelled comes to; *whole* where it is all that the finder marked."""
    text = page.surface(first, last)
    if not any(c.isupper() for c in text) or text.lower() in NEVER_PERSON | VEHICLES or page.outlet(first, last):
        return None
    if last - first == 1 and (is_style(page.tokens, first) or page.of_office(last, text)):
        return None
    headed = label in ("GPE", "LOC", "ORG") and " " in text and VENUE_HEAD.search(text.split()[-1])
    if label == "FAC" and (_in_apposition(page, first, last, text) or _in_office_held(page, first, last, text)):
        return NameMention(first, last, PERSON, text)
    if label == "FAC" or (headed and not ORG_GOVERNMENT.search(text)):
        return NameMention(first, last, VENUE, text, "venue")
    if label in ("ORG", "GPE", "LOC") and (
        _named_person(page, first, last, text) or _in_office(page, first, last, label)
    ):
        return NameMention(first, last, PERSON, text)
    match label:
        case "ORG":
            return _organisation(page, first, last, text, whole=whole)
        case "GPE" | "LOC":
            return _place(page, first, last, text, label) if whole or label == "LOC" else None
        case "EVENT" | "LAW" | "PRODUCT":
            return NameMention(first, last, EVENT, text, label.lower())
    return None


def _organisation(page: Page, first: int, last: int, text: str, *, whole: bool) -> NameMention | None:
    if COPYRIGHT.match(text):
        return None  # "1987 Example Press"
    if _initialled(text):
        return NameMention(first, last, PERSON, text)
    while last - first > 1 and page.tokens[first].text.islower() and page.tokens[last - 1].text[:1].isupper():
        first, text = first + 1, page.surface(first + 1, last)  # "the | rebel New Forces"
    if last - first == 2 and page.cut_off(last - 1):
        last, text = last - 1, page.tokens[first].text
    single = last - first == 1
    if single and page.tokens[first].dep == "amod" and page.tokens[first].tag == "JJ":
        return None  # "the main | Islamist | alliance"
    if single and not whole and page.tokens[first].dep == "compound" and len(text) < 3:
        return None
    if single and last < len(page.tokens) and page.ends_title(last):
        return None  # "Trade | Representative"
    if is_bare(text) or (single and (text in page.things or text.rstrip(".") in COMPANY)):
        return None
    if single and page.tokens[first].tag == "JJ" and page.tokens[first].dep == "amod":
        return None  # "the Western alliance"
    if not single and not THINGS.isdisjoint({text.split()[-1].lower(), text.split()[-1].lower().removesuffix("s")}):
        return None  # "Northern Common Tariff"
    if no_body(page, first, last, text):
        return None
    if page.tokens[last - 1].text in ("government", "regime") or page.tokens[last - 1].tag == "NNS":
        return None  # "Oslo trucking associations"
    return NameMention(first, last, INSTITUTION, text, org_type(text))


def _initialled(text: str) -> bool:
    """ "Ana B. Ruiz": initials between two names are a person's."""
    return INITIALLED.fullmatch(text) is not None and not (ORG_COMPANY.search(text) or ORG_GOVERNMENT.search(text))


def _place(page: Page, first: int, last: int, text: str, label: str) -> NameMention | None:
    if text in HALVES | QUARTERS or is_bare(text) or page.table.namesakes(text, year=page.year):
        return None  # "the two Koreas" are no city
    if page.tokens[last - 1].tag == "JJ" or of_region(page, first, last, text) or _all_title(page, first, last):
        return None  # "the South Asian economies", "the Crown Prince"
    if label == "LOC":
        return NameMention(first, last, REGION, text, "region")
    if _beside_person(page, first, last):
        return NameMention(first, last, PERSON, text)
    if page.tokens[first].pos not in ("PROPN", "NOUN", "X") or text.lower() in ("one", "two", "first"):
        return None
    return NameMention(first, last, CITY, text, "city")


def _named_person(page: Page, first: int, last: int, text: str) -> bool:
    """Whether a title right before a span of names makes it a person: "minister | Airlangga Hartarto"."""
    if first == 0 or last - first < 2 or ORG_GOVERNMENT.search(text) or ORG_COMPANY.search(text):
        return False
    title = page.tokens[first - 1].text.lower() in NAME_TITLES or page.ends_title(first - 1)
    if first > 2 and page.tokens[first - 2].text == "," and first - 3 in tokens_of(page.document.names, "PERSON"):
        return False  # "Jane Roe, Commissioner | Inland Ports"
    named = all(t.text[:1].isupper() or t.text.lower() in NAME_PARTICLES for t in page.tokens[first:last])
    return named and (_of_state(page, first) or (title and page.tokens[first - 1].tag not in ("NNS", "NNPS")))


def _in_office_held(page: Page, first: int, last: int, text: str) -> bool:
    """ "Prime Minister | Jonas Berg Store": what stands behind an office is no site unless its last word says so."""
    sited = VENUE_HEAD.search(text) or text.split()[-1].lower() in OF_PEOPLE
    return not sited and page.title_before(first) and _named_person(page, first, last, text)


def _in_apposition(page: Page, first: int, last: int, text: str) -> bool:
    """ "Received by the Minister of Culture, | Ana Ruiz, at": two words behind an office and a comma are its holder."""
    if last - first < 2 or VENUE_HEAD.search(text) or first < 2 or page.tokens[first - 1].text != ",":
        return False
    named = all(t.text[:1].isupper() and t.text.isalpha() for t in page.tokens[first:last])
    holder = NameMention(first - 1, last, PERSON, text)
    closed = last < len(page.tokens) and page.tokens[last].text in (",", ".", ";")
    return named and closed and title_of(page, holder, []) is not None


def _of_state(page: Page, i: int) -> bool:
    """As in "Peru's | Ana Ruiz stayed away": who does something, or has it done, is a person and no town."""
    owned = i > 1 and page.tokens[i - 1].text in ("'s", "’s", "'", "’")
    acting = page.tokens[i].dep in ("nsubj", "nsubj:pass", "obj", "conj")
    return owned and acting and page.table.state(page.tokens[i - 2].text) is not None


def _beside_person(page: Page, first: int, last: int) -> bool:
    """As in "between | Imran and Jane Roe": a name that no table knows, tied by "and" to a person's."""
    people = [n for n in page.document.names if n.label == "PERSON"]
    after = page.tokens[last].text == "and" if last < len(page.tokens) else False
    before = first > 1 and page.tokens[first - 1].text == "and"
    return (after and any(n.first == last + 1 for n in people)) or (before and any(n.last == first - 1 for n in people))


def _all_title(page: Page, first: int, last: int) -> bool:
    return page.table.office(page.surface(first, last)) is not None or all(
        page.ends_title(i) for i in range(first, last)
    )


def _in_office(page: Page, first: int, last: int, label: str) -> bool:
    """As in "the Brown | administration": one word before what only a head of government has."""
    after = page.tokens[last].text.lower() if last < len(page.tokens) else ""
    return (
        label in ("ORG", "GPE", "LOC")
        and last - first == 1
        and after in ("administration", "presidency", "premiership", "cabinet")
    )


def _free_runs(name: Name, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Maximal runs of tokens of a name that nothing else has taken."""
    first = None
    for i in range(name.first, name.last + 1):
        free = i < name.last and i not in taken
        if free and first is None:
            first = i
        elif not free and first is not None:
            yield first, i
            first = None
