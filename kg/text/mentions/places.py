"""Places told by the word for what they are: palaces and halls, lakes and peninsulas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.letters import word_set
from kg.model import Sentence
from kg.text.mentions.mention import REGION, VENUE, NameMention
from kg.text.mentions.page import Page
from kg.text.mentions.titlewords import is_title_noun

FOREIGN_VENUE_HEADS = word_set(
    "Palacio Palais Palazzo Palácio Pałac Schloss Château Chateau Villa Quinta Casa Casina Hôtel Hotel Istana Hofburg "
    "Dar Qasr Rashtrapati Aso Camp Fort"
)
ENGLISH_VENUE_HEADS = word_set(
    "Palace House Hall Castle Guesthouse Villa Hotel Mansion Lodge Pavilion Resort Ranch Residence Manor Abbey Centre "
    "Center Monastery Bhavan Bhawan Airport Room Base Gardens Barracks"
)
BORDER_VENUE_HEADS = word_set("post crossing checkpoint")  # "the Nemba border post", "the Rusumo crossing"
# Within a venue's name: "Palais | des | Nations".
VENUE_PARTICLES = word_set("de del di da do dos des du la le el al of the")
VENUE_HEAD = re.compile(
    r"^(Palace|Palacio|Palais|Hotel|House|Hall|Castle|Centre|Center|Villa|Mansion|Resort|Ranch|Lodge|Airport|Base|"
    r"Guesthouse|Compound|Pavilion|Schloss|Château|Chateau|Quinta|Casa|Estate|Residence|Theatre|Theater|Stadium|"
    r"Auditorium|Club|Monastery|Abbey|Cathedral|Museum|Building|Tower|Complex|Headquarters|Embassy|Square|Camp|Fort|"
    r"Barracks|Room|Garden|Gardens|Plaza|Palazzo|Kremlin|Bhavan|Bhawan)$"
)
LANDFORMS_BEFORE = word_set("Lake Mount Cape")
LANDFORMS = word_set(
    "Peninsula Strait Straits Shoal Reef Canal River Valley Desert Lake Gulf Bay Delta Basin Plateau Archipelago"
)


def venues_by_head(page: Page) -> list[NameMention]:
    """As in "Palacio de Santa Cruz", "Hofdi House", "the Great Hall of the People": by the word that heads them."""
    found: list[NameMention] = []
    for sentence in page.document.sentences:
        i = sentence.first
        while i < sentence.last:
            match = _foreign_venue(page, i, sentence.last) or _english_venue(page, i, sentence)
            match = match or _border_venue(page, i, sentence)
            if match is not None:
                found = [m for m in found if m.last <= match.first] + [match]
                i = match.last
            else:
                i += 1
    return found


def _is_hyphen(page: Page, i: int) -> bool:
    """ "Shangri-La", without spaces, between capitals."""
    before, after = page.tokens[i - 1], page.tokens[min(i + 1, len(page.tokens) - 1)]
    tied = before.end == page.tokens[i].start and page.tokens[i].end == after.start
    return page.tokens[i].text == "-" and tied and before.text[:1].isupper() and after.text[:1].isupper()


def _foreign_venue(page: Page, i: int, end: int) -> NameMention | None:
    """The head comes first and a particle links it: "Palais des Nations", "Villa La Grange"."""
    last = i + 1
    if last < end and (page.tokens[i].text, page.tokens[last].text) == ("Joint", "Base"):
        last += 1
    elif page.tokens[i].text not in FOREIGN_VENUE_HEADS:
        return None
    while last < end and (
        page.tokens[last].text[:1].isupper()
        or (page.tokens[last].text.lower() in VENUE_PARTICLES and last + 1 < end)
        or _is_hyphen(page, last)
    ):
        last += 1
    while page.tokens[last - 1].text.lower() in VENUE_PARTICLES:
        last -= 1
    name = page.surface(i, last)
    is_town = page.table.city(name) is not None  # "Dar es Salaam", "Fort Worth"
    return NameMention(i, last, VENUE, name, "venue") if last > i + 1 and not is_town else None


def _english_venue(page: Page, i: int, sentence: Sentence) -> NameMention | None:
    """The head comes last: "Buckingham Palace"; what "of" adds belongs to it: "Great Hall of the People"."""
    token = page.tokens[i]
    if i == sentence.first:
        return None
    if token.text not in ENGLISH_VENUE_HEADS:  # "Oval Office"
        seat = page.table.metonym(page.surface(i - 1, i + 1)) if token.text == "Office" else None
        return NameMention(i - 1, i + 1, VENUE, page.surface(i - 1, i + 1), "venue") if seat else None
    first = i
    while first - 1 >= sentence.first and (
        (page.tokens[first - 1].text[:1].isupper() and page.tokens[first - 1].pos in ("PROPN", "ADJ", "NOUN"))
        or (first - 2 >= sentence.first and _is_hyphen(page, first - 1))
    ):
        first -= 1
    if first == i:
        return None
    if page.table.body(page.surface(first, i + 1)) is not None or is_title_noun(page.tokens[first], page.table):
        return None
    if page.label(first, i + 1) == "PERSON" and not _is_place_like(page, first):
        return None  # "and Jane | Castle"
    last = i + 1
    after = [t.text for t in page.tokens[last : min(last + 3, sentence.last)]]
    of_the = after[:2] == ["of", "the"] and bool(after[2:3]) and after[2][0].isupper()
    if token.text in ("Hall", "House", "Palace") and of_the:
        last += 3
    if page.table.state(page.surface(first, first + 1)) or page.table.demonym(page.surface(first, first + 1)):
        first += 1
    return NameMention(first, last, VENUE, page.surface(first, last), "venue") if first < i else None


def _border_venue(page: Page, i: int, sentence: Sentence) -> NameMention | None:
    """ "At the Nemba border | post": where two states touch, and in no town."""
    if page.tokens[i].text not in BORDER_VENUE_HEADS:
        return None
    last = i - (page.tokens[i - 1].text.lower() == "border" and i > sentence.first)
    first = last
    while first - 1 > sentence.first and page.tokens[first - 1].text[:1].isupper():
        first -= 1
    before = [t.text.lower() for t in page.tokens[max(sentence.first, first - 2) : first]]
    known = page.table.state(page.surface(first, last)) or page.table.demonym(page.surface(first, last))
    if first == last or known or not {"at", "near"} & {*before} or page.label(first, last) == "PERSON":
        return None
    return NameMention(first, i + 1, VENUE, page.surface(first, i + 1), "venue")


def landforms(page: Page) -> Iterator[NameMention]:
    """As in "Lake Victoria", "the Bakassi Peninsula": by the word for what it is, whatever else the name may be."""
    tokens = page.tokens
    for name in page.document.names:
        span = page.trim(name.first, name.last)
        if span is None or span[1] - span[0] < 2 or name.label not in ("LOC", "GPE", "FAC", "PERSON"):
            continue
        first, last = span
        text = page.surface(first, last)
        formed = tokens[first].text in LANDFORMS_BEFORE or tokens[last - 1].text in LANDFORMS
        listed = page.table.region(text) is not None or page.table.city(text) is not None
        if name.label == "PERSON" and tokens[first].text not in LANDFORMS_BEFORE and not _is_place_like(page, first):
            continue  # "envoy | Anthony Lake"
        if formed and not listed and not _is_list(page, first, last):
            yield NameMention(first, last, REGION, text, "region")


def _is_place_like(page: Page, first: int) -> bool:
    """Whether a name stands where those of places do: "on the Bering Strait", "near Moon Lake"."""
    before = page.tokens[first - 1].text.lower() if first else ""
    return before in ("the", "in", "on", "at", "near", "of", "around", "across", "off", "from", "to")


def _is_list(page: Page, first: int, last: int) -> bool:
    """Whether a comma or an owner parts the words: "Kenya's Lake", "Goma, Lake"."""
    return any(page.tokens[i].text in ("'s", "’s", ",") for i in range(first, last))
