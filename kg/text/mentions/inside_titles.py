"""Names seen inside a title → those that stand for something themselves."""

from __future__ import annotations

from collections.abc import Iterator

from kg.text.mentions.mention import CITY, DEMONYM, INSTITUTION, REGION, STATE, NameMention
from kg.text.mentions.page import Page

# What stands between these and what their holder minds: "Minister of Trade", "High Representative for Foreign Affairs".
MINDING = {
    "minister": ("of", "for"),
    "undersecretary": ("of", "for"),
    "commissioner": ("for",),
    "secretary": ("for",),
    "representative": ("for",),
    "state": ("for",),
    "attorney-general": ("of",),
}
PORTFOLIO = 6  # tokens over which what a minister minds is listed


def outside_titles(page: Page, found: list[NameMention]) -> Iterator[NameMention]:
    """Names seen inside a title are part of it, unless they are whose title it is."""
    titles = [m.title for m in found if m.title]
    for m in found:
        if _minded(page, m):
            continue
        inside = next((t for t in titles if t[0] <= m.first and m.last <= t[1]), None)
        if inside is None or m.kind in (STATE, DEMONYM):
            yield m
        elif m.kind == INSTITUTION and m.last > (office := _office_start(page, *inside)):
            speaks = page.tokens[inside[1] - 1].text.lower().startswith("spokes") and m.entry is not None
            if m.first == office and (speaks or _owns_office(page, m, inside[1])):
                yield m
            elif m.first < office and m.entry is not None and m.state:  # "US Treasury" of "US Treasury Secretary"
                yield NameMention(m.first, office, STATE, m.state, "country", state=m.state)
        elif m.kind in (INSTITUTION, CITY, REGION) and (_stands_alone(m) or m.name in page.letters):
            yield m


def _minded(page: Page, m: NameMention) -> bool:
    """Whether a supposed body is but what a minister minds: "the Minister of Commerce and | Industry"."""
    tokens = page.tokens
    if m.kind != INSTITUTION or m.entry is not None or m.type not in ("organization", "international"):
        return False
    i = m.first - 1
    while (
        i > 1
        and m.first - i < PORTFOLIO
        and (tokens[i].text in ("and", "&", ",", "the") or tokens[i].text[:1].isupper())
    ):
        i -= 1
    of = tokens[i].text.lower()
    if i > 0 and tokens[i - 1].lemma.lower() in MINDING and of in MINDING[tokens[i - 1].lemma.lower()]:
        return True
    return (
        m.last + 2 < len(tokens)
        and tokens[m.last].text in ("and", "&")
        and tokens[m.last + 1].text[:1].isupper()
        and tokens[m.last + 2].lemma.lower() in MINDING
    )


def _stands_alone(m: NameMention) -> bool:
    """Whether a name inside a title is sure enough to be one by itself."""
    return m.entry is not None or m.type == "government" or (m.kind == INSTITUTION and m.last - m.first > 1)


def _owns_office(page: Page, m: NameMention, last: int) -> bool:
    """Whether a body in an office's name is whose it is: "NATO Secretary-General", not "Treasury Secretary"."""
    office = page.table.office(page.surface(m.first, last))
    return m.entry is not None and m.last < last and office is not None and office.state is None


def _office_start(page: Page, first: int, last: int) -> int:
    """Where the longest known office that ends a title begins."""
    for i in range(first, last):
        if page.table.office(page.surface(i, last)) is not None:
            return i
    return last
