"""Names found → the same, set right by what the rest of the article says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kg.gazetteer import fold
from kg.text.mentions.mention import CITY, DEMONYM, INSTITUTION, PERSON, REGION, STATE, VENUE, NameMention, cover
from kg.text.mentions.page import Page
from kg.text.mentions.words import HALVES

# States whose communities are called after other peoples, with their own name behind: "the Turkish Cypriots".
COMMUNITIES = frozenset({"Cyprus"})


def shouted_once(page: Page, m: NameMention, people: list[NameMention]) -> bool:
    """Whether one word of a headline passes for a name that the text below never gives: "Envoy | Cuts Trip"."""
    if m.last - m.first > 1 or not page.shouting(m.first):
        return False
    word = fold(m.name.title())
    return not any(
        word in fold(o.name.title()).split() and not page.shouting(o.first) for o in people if o.first != m.first
    )


def without_compound_peoples(found: list[NameMention]) -> list[NameMention]:
    """Without the "Serb" of "the Bosnian Serb leader" and the "Turkish" of "the Turkish Cypriots"."""
    starts = {m.first: m for m in found if m.kind == DEMONYM}
    pairs = [(m, after) for m in starts.values() if (after := starts.get(m.last)) is not None]
    dropped = {(one if other.state in COMMUNITIES else other).first for one, other in pairs}
    return [m for m in found if m.first not in dropped]


def with_halves(page: Page, found: list[NameMention]) -> list[NameMention]:
    """As in "the North" where the article speaks of North Korea: the state, by the half it is called after."""
    states = _halved(page, found)
    kept = [
        m for m in found if not (m.last - m.first == 1 and page.tokens[m.first].text in states and _half(page, m.first))
    ]
    covered = cover(kept)
    starts = {m.first for m in found if m.kind == STATE and page.tokens[m.first].text in HALVES}
    return kept + [
        replace(states[t.text], first=t.i, last=t.i + 1)
        for t in page.tokens
        if t.text in states and t.i not in covered and (_half(page, t.i) or _joined_half(page, t.i, starts))
    ]


def _joined_half(page: Page, i: int, states: set[int]) -> bool:
    """ "North | and South Korea": the name left out of the first of two."""
    joined = i + 2 in states and page.tokens[i + 1].text in ("and", "or")
    return joined and page.tokens[i + 2].text != page.tokens[i].text


def _halved(page: Page, found: list[NameMention]) -> dict[str, NameMention]:
    """The states that "North" and "South" stand for where the article names either."""
    states: dict[str, NameMention] = {}
    for m in found:
        half, _, rest = m.name.partition(" ")
        if m.kind == STATE and half in HALVES:
            for other in HALVES:
                entry = page.table.state(f"{other} {rest}")
                if entry is not None and entry.kind == "state":
                    states[other] = replace(m, name=entry.name, state=entry.name, entry=entry)
    return states


def _half(page: Page, i: int) -> bool:
    """Whether a point of the compass stands alone after "the"."""
    if i == 0 or i + 1 >= len(page.tokens) or page.tokens[i - 1].text.lower() != "the":
        return False
    return page.tokens[i + 1].pos != "PROPN" and not page.tokens[i + 1].text[:1].isupper()


def with_sites(page: Page, found: list[NameMention]) -> list[NameMention]:
    """
    Names of several words taken for a person once and more often for a place, "the Groote Schuur Minute", and names
    taken for a body as often as for a place at most.
    """
    kinds = Counter((m.name, m.kind) for m in found if m.last - m.first > 1 or m.kind != PERSON)
    places = {
        name: kind
        for (name, kind), n in kinds.items()
        if kind in (CITY, REGION, VENUE) and (n > kinds[name, PERSON] > 0 or n >= kinds[name, INSTITUTION] > 0)
    }
    return [
        replace(m, kind=places[m.name], type=places[m.name])
        if m.name in places and m.kind in (PERSON, INSTITUTION) and m.entry is None and not page.title_before(m.first)
        else m
        for m in found
    ]
