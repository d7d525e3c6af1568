"""Words that pass for a name and are none: peoples, what a common noun is called after, and letters of a body."""

from __future__ import annotations

from collections import defaultdict

from kg.letters import word_set
from kg.text.mentions.mention import CITY, EVENT, INSTITUTION, PERSON, NameMention
from kg.text.mentions.page import Page

# What a town or a river gives its name to, and nobody alive.
OF_TOWNS = word_set(
    "bombing suspect victim disaster crash massacre attack blast siege battle project plant dam mine refinery pipeline "
    "border crossing airport port region area province dispute hydel barrage"
)
LAWS = word_set("law act amendment bill tariff legislation measure doctrine plan pact accord treaty agreement")


def without_mistaken(page: Page, found: list[NameMention]) -> list[NameMention]:
    """The names less those of peoples, towns and bodies that passed for a person's."""
    full = {word for m in found if m.kind == PERSON and m.last - m.first > 1 for word in m.name.split()}
    peoples = _peoples(page, full)
    several = {name for word in peoples for name in (word, f"{word}s") if f"{word}s" in page.words}
    no_person = peoples | several | _towns(page, found, full) | _laws(page, found) | page.letters
    none = {PERSON: no_person, CITY: several, INSTITUTION: several}
    return [m for m in found if m.entry is not None or m.name not in none.get(m.kind, ())]


def _laws(page: Page, found: list[NameMention]) -> set[str]:
    """Two names tied by a hyphen that the text calls a law: "the | Lund-Brown tariff", "under | Lund-Brown"."""
    tokens, names = page.tokens, {m.name for m in found if m.kind == EVENT and m.type == "law"}
    names |= {name.rpartition(" ")[0] for name in names if "-" in name and name.split()[-1].lower() in LAWS}
    for m in found:
        if m.kind == PERSON and m.last + 2 < len(tokens):
            last = m.last + 2 if tokens[m.last].text == "-" else m.last
            name = page.surface(m.first, last)
            if "-" in name and tokens[last].lemma in LAWS:
                names |= {m.name, name}
    return names


def _peoples(page: Page, full: set[str]) -> set[str]:
    """ "Jane Roe, a | Tutsi, said", "the | Hutus" beside "Hutu": a name that its members bear has several."""
    tokens, words = page.tokens, set[str]()
    for i in range(1, len(tokens) - 1):
        one = tokens[i - 1].text.lower() in ("a", "an") and tokens[i + 1].text in (",", ".", ")", "who")
        if one and tokens[i].text.istitle() and tokens[i].pos == "PROPN" and tokens[i].text not in full:
            words.add(tokens[i].text)
    several = (n for n in page.document.names if n.label in ("GPE", "NORP") and n.last - n.first == 1)
    singles = {tokens[n.first].text.removesuffix("s") for n in several if tokens[n.first].text.endswith("s")}
    return words | (singles & page.words) - full


def _towns(page: Page, found: list[NameMention], full: set[str]) -> set[str]:
    """Single names that the text only ever puts before what a town gives its name to: "the Lockerbie | bombing"."""
    before: dict[str, list[bool]] = defaultdict(list)
    for m in found:
        if m.kind == PERSON:
            small = m.last < len(page.tokens) and page.tokens[m.last].lemma in OF_TOWNS
            alone = m.last - m.first == 1 and m.name not in full
            before[m.name].append(alone and small and not page.title_before(m.first))
    return {name for name, each in before.items() if all(each)}
