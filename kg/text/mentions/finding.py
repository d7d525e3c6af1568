"""Document → the names in it, without overlaps: each way of finding them in turn, then what each decides for others."""

from __future__ import annotations

from dataclasses import replace

from kg.gazetteer import Gazetteer, gazetteer
from kg.model import Document
from kg.text.mentions.inside_titles import outside_titles
from kg.text.mentions.lone import without_lone
from kg.text.mentions.mention import PERSON, NameMention, cover, overlaps
from kg.text.mentions.mistaken import without_mistaken
from kg.text.mentions.organisations import named_firms, unlisted_bodies
from kg.text.mentions.others import other_names
from kg.text.mentions.page import Page
from kg.text.mentions.people import marked_people
from kg.text.mentions.places import landforms, venues_by_head
from kg.text.mentions.revision import shouted_once, with_halves, with_sites, without_compound_peoples
from kg.text.mentions.tables import known_names
from kg.text.mentions.titles import title_of
from kg.text.mentions.unmarked import nicknames, titled_people, with_surnames


def names(document: Document, table: Gazetteer | None = None) -> tuple[NameMention, ...]:
    """Every name of the document in the order of the text, without overlaps."""
    page = Page(document, table or gazetteer())
    venues = venues_by_head(page)
    covered = cover(venues)
    bodies = [m for m in (*unlisted_bodies(page), *landforms(page)) if not overlaps(m, covered)]
    covered |= cover(bodies)
    known = [m for m in known_names(page) if not overlaps(m, covered)] + venues + bodies
    found = _people(page, known, covered)
    taken = cover(found)
    known = [m for m in known if not overlaps(m, taken)]
    found += known
    found += other_names(page, taken | cover(known))
    found += named_firms(page, cover(found))
    found = with_halves(page, without_compound_peoples(found))
    found = without_mistaken(page, with_surnames(page, with_sites(page, found)))
    found = [replace(m, title=title_of(page, m, found)) if m.kind == PERSON else m for m in found]
    return tuple(sorted(without_lone(page, list(outside_titles(page, found))), key=lambda m: m.first))


def _people(page: Page, known: list[NameMention], covered: set[int]) -> list[NameMention]:
    """The people whom the name finder, a title or another of their names tells."""
    found = [m for m in marked_people(page, known) if not overlaps(m, covered)]
    found += titled_people(page, found, known)
    found = [m for m in found if not shouted_once(page, m, found)]
    return found + nicknames(page, found)
