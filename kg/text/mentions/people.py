"""People whom the name finder saw: their names without titles, cut short or run on as the text has them."""

from __future__ import annotations

from dataclasses import replace

from kg.gazetteer import State
from kg.letters import word_set
from kg.model import Name
from kg.text.bodies import THINGS, is_bare
from kg.text.mentions.mention import INSTITUTION, PERSON, NameMention, tokens_of
from kg.text.mentions.organisations import ORG_COMPANY, ORG_GOVERNMENT, ORG_INTERNATIONAL
from kg.text.mentions.page import Page
from kg.text.mentions.places import VENUE_HEAD
from kg.text.mentions.titlewords import NAME_TITLES, SENT, STYLES, is_title_noun
from kg.text.mentions.words import AGENCIES, DETERMINERS, NAME_PARTICLES, NEVER_PERSON, OF_PEOPLE

NAMES_LIKE_TITLES = frozenset({"Shah", "Sultan", "Malik", "Nawab"})  # after another title: "Minister Shah X Y"
REALM_TITLES = NAME_TITLES | word_set("duke duchess earl count archbishop bishop emirate")
# In which a name by which someone is called stands between the others.
NICKNAME_MARKS = (["(", ")"], ['"', '"'], ["“", "”"], ["‘", "’"], ["'", "'"])
MEETING = frozenset({"Meets", "Met", "Meeting"})  # as titles of articles print the verb
OPENING = frozenset('("“‘')
SMALL_IN_NAMES = word_set("of the and y e i san santa bin abd ul ur uz us un zu ter ten op st jr sr dit")
# What a hyphen ties to a name without being part of it: "Trump-led", "Modi-Xi".
HYPHEN_TAILS = word_set(
    "led era backed style appointed like hosted brokered mediated aligned supported driven run dominated friendly "
    "linked sponsored negotiated proposed inspired controlled owned based born"
)
# Family names that are small English words as well.
ALSO_FAMILY_NAMES = word_set("to an do so no in on my may will he be ha bo")
# Honours, seats and picture agencies after a name: "Jane Roe | KCB", "Jane Roe | PTI".
AFTER_NAMES = word_set(
    "MP MPs MEP MLA MLC TD QC KC OBE CBE MBE KBE DBE GBE KCB KCMG CMG AM AO SC SAN GCON GCFR CFR OFR MFR CON "
    "PTI ANI IANS UNI AFP AP EPA AA NAN APP TNA BERNAMA"
)


def marked_people(page: Page, known: list[NameMention]) -> list[NameMention]:
    """Whom the name finder marked as people and no table knows better; a party in brackets after one is a party."""
    found: list[NameMention] = []
    by_start = {m.first: m for m in known}
    for name in page.document.names:
        if name.label != "PERSON":
            continue
        span = _clean_person(page, name)
        if span is None:
            continue
        first, last = span
        if found and last <= found[-1].last:
            continue  # "Ma. | Theresa Lazaro": the name before it goes on to here
        match = by_start.get(first)
        if (
            match is not None
            and match.last >= last
            and not page.title_before(first)
            and not (isinstance(match.entry, State) and _weak(match))
        ):
            continue  # the tables know it as something else
        if any(m.first <= first and last <= m.last and m.last - m.first > last - first for m in known):
            continue  # part of a longer name of the tables
        if (last - first == 1 and _realm(page, first)) or page.outlet(first, last):
            continue
        if any(t.text.lower() in AGENCIES for t in page.tokens[first:last]):
            continue  # "NZPA-| Reuter Harare"
        text = page.surface(first, last)
        if is_bare(text) or page.table.office(text.replace("' ", "'").replace("’ ", "’")) is not None:
            continue
        if last - first == 1 and (text.lower() in NEVER_PERSON or len(text) < 2 or not text[0].isupper()):
            continue
        if last - first == 1 and _people_of(page, first):
            continue
        if found and _party_of(page, first, last, found[-1]):
            found.append(NameMention(first, last, INSTITUTION, text, "party"))
            continue
        found.append(_with_family_name(page, NameMention(first, last, PERSON, text)))
    return found


def _with_family_name(page: Page, m: NameMention) -> NameMention:
    """As in "Roe F. | (Jay) Lund": given names, another in marks, and the family name behind it are one name."""
    marks = [t.text for t in (*page.tokens[m.last : m.last + 1], *page.tokens[m.last + 2 : m.last + 3])]
    last = behind = m.last + 3
    while page.goes_on(last) and last not in page.sentence_first and not page.ends_title(last):
        last += 1
    if marks not in NICKNAME_MARKS or last == behind:
        return m
    called, family = page.tokens[m.last + 1].text, page.surface(behind, last)
    if len(called) < 3 or not called.istitle() or page.table.state(family) or page.table.region(family):
        return m  # "Ann Brown (D) Ohio"
    return replace(m, last=last, name=f"{m.name} {family}")


def _party_of(page: Page, first: int, last: int, person: NameMention) -> bool:
    """As in "Ana Ruiz (| Unidos)": one word in brackets after a full name is the party."""
    bracketed = [t.text for t in (page.tokens[first - 1], *page.tokens[last : last + 1])] == ["(", ")"]
    return bracketed and person.last == first - 1 and person.last - person.first > 1 and last - first == 1


def _people_of(page: Page, i: int) -> bool:
    """Whether a word is of all who live somewhere: "the Europeans", "Sicilians"."""
    word = page.tokens[i].text
    single = word.removesuffix("s")
    known = page.table.regional(single) is not None or page.table.demonym(word) is not None
    return word.endswith("s") and (known or (single.endswith("i") and page.table.region(single[:-1]) is not None))


def _realm(page: Page, i: int) -> bool:
    """Whether a word is what a title is of: "Sultan of | Sokoto"."""
    return i > 1 and page.tokens[i - 1].text == "of" and page.tokens[i - 2].text.lower() in REALM_TITLES


def _weak(match: NameMention) -> bool:
    return bool(getattr(match.entry, "weak", False) or getattr(match.entry, "ambiguous", False))


def _clean_person(page: Page, name: Name) -> tuple[int, int] | None:
    tokens, first, last = page.tokens, name.first, name.last
    last = next((i for i in range(first + 1, last) if tokens[i].text in OPENING), last)
    while last - first > 1 and (tokens[first].text.isdigit() or tokens[first].text in MEETING):
        first += 1  # "July 2, 1986 | Ana Ruiz", "Crown Prince Met | Ruiz in Secret"
    last -= last - first > 1 and page.cut_off(last - 1)
    while last > first and (tokens[last - 1].pos in ("PUNCT", "PART") or tokens[last - 1].text in ("'s", "’s")):
        last -= 1
    if last - first > 1 and _is_small(page, last - 1) and [t.pos for t in tokens[last : last + 1]] == ["NOUN"]:
        return None  # "the Lindau steel | works"
    while last - first > 1 and _is_small(page, first):
        first += 1  # "two states | mull Lindau talks"
    first = _after_office(page, first, last)
    while last - first > 2 and _is_state(page, first):
        first += 1  # "the mediator for | Mali Jane Roe"
    if first and _is_family_name(page, first - 1) and first - 1 not in tokens_of(page.document.names, "PERSON"):
        first -= 1
    while first < last and page.is_title_token(first, last):
        first += 1
    if first > 1 and tokens[first - 1].text in NAMES_LIKE_TITLES and page.ends_title(first - 2):
        first -= 1
    if first >= last or (last - first == 1 and (_only_title(page, first) or _pronoun(page, first))):
        return None
    if last - first == 1 and tokens[first].text in STYLES:
        return None
    last = _flat(page, first, _hyphenated(page, _flat(page, first, last)))
    last = _run_on(page, first, _abbreviated(page, first, last))
    while last - first > 1 and tokens[last - 1].text in AFTER_NAMES and not tokens[first].text.isupper():
        last -= 1
    if tokens[first].text.lower() in DETERMINERS or _all_office(page, first, last):
        return None
    return first, _before_capital(page, first, last)


def _is_small(page: Page, i: int) -> bool:
    """Whether a word in small letters is none that stands inside names."""
    word, before = page.tokens[i].text, page.tokens[max(0, i - 1)].text
    if not (word.isalpha() and word.islower()) or before in ("-", "‑", "'", "’"):
        return False
    return word not in NAME_PARTICLES | SMALL_IN_NAMES | NAME_TITLES


def _before_capital(page: Page, first: int, last: int) -> int:
    """As in "explained to Roe | Tokyo's wish": where a capital owns what follows a name that is known without it."""
    owns = last < len(page.tokens) and page.tokens[last].text in ("'s", "’s")
    if last - first != 2 or not owns or page.table.metonym(page.tokens[last - 1].text) is None:
        return last
    return last - 1 if _named_elsewhere(page, first) else last


def _all_office(page: Page, first: int, last: int) -> bool:
    """Whether a span is but a people and an office: "hosts | Lao Deputy Prime Minister"."""
    people = [page.table.demonym(page.tokens[i].text) is not None for i in range(first, last)]
    office = [page.ends_title(i) for i in range(first, last)]
    return any(people) and any(office) and all(a or b for a, b in zip(people, office, strict=True))


def _is_state(page: Page, i: int) -> bool:
    """Whether a word is a state's name and no given name as well."""
    state = page.table.state(page.tokens[i].text)
    return state is not None and not state.ambiguous


def _is_family_name(page: Page, i: int) -> bool:
    """Whether a word like "To" before a name is part of it: "To | Lam", but not "flew To Rome"."""
    token = page.tokens[i]
    if token.text.lower() not in ALSO_FAMILY_NAMES or not token.text.istitle():
        return False
    within = i not in page.sentence_first and page.tokens[i - 1].text.islower()  # "met To Lam"
    return token.tag == "NNP" or ((within or page.title_noun_before(i)) and not page.shouting(i))


def _flat(page: Page, first: int, last: int) -> int:
    """Past what the parser takes for more of a name that the finder cut short: "Recep Tayyip | Erdogan"."""
    tokens = page.tokens
    while (
        last < len(tokens)
        and tokens[last].dep == "flat"
        and first <= tokens[last].head < last
        and tokens[last].text[:1].isupper()
        and tokens[last].pos == "PROPN"
    ):
        last += 1
    return last + 1 if _heads_name(page, first, last) else last


def _heads_name(page: Page, first: int, last: int) -> bool:
    """Whether the word after two of a name is its last, and governs them: "Jonas Gahr | Store"."""
    if last - first < 2 or last >= len(page.tokens):
        return False
    token, text = page.tokens[last], page.tokens[last].text
    return (
        page.tokens[first].dep == "compound"
        and page.tokens[first].head == last
        and token.tag == "NNP"
        and text[1:].islower()
        and not any(pattern.search(text) for pattern in (ORG_COMPANY, ORG_GOVERNMENT, ORG_INTERNATIONAL, VENUE_HEAD))
        and not is_title_noun(token, page.table)
        and text.lower() not in OF_PEOPLE
    )


def _abbreviated(page: Page, first: int, last: int) -> int:
    """Past the name that a first name cut short opens: "Ma. | Theresa Lazaro"."""
    word = page.tokens[first]
    short = last - first == 1 and len(word.text) < 4 and page.text[word.end : word.end + 1] == "."
    after = (n.last for n in page.document.names if n.first == last and n.label == "PERSON")
    return next(after, last) if short else last


def _after_office(page: Page, first: int, last: int) -> int:
    """Past the office of two words or more, or the state, that a span begins with: "Assistant Secretary | Ann"."""
    sent = first > 1 and page.tokens[first - 1].text == "to" and page.tokens[first - 2].lemma.lower() in SENT
    if sent and last - first > 1 and page.table.state(page.tokens[first].text):  # "ambassador to Jordan | Jane Roe"
        return first + 1
    for end in range(last, first + 1, -1):
        if page.table.office(page.surface(first, end)) is not None:
            return end
    return first


def _pronoun(page: Page, i: int) -> bool:
    """ "He" at the head of a sentence, where no capital tells the pronoun from the family name."""
    return i in page.sentence_first and page.tokens[i].text.lower() in ("he", "she", "they", "it", "we", "you", "i")


def _only_title(page: Page, i: int) -> bool:
    """As in "President", marked as a name by itself."""
    return is_title_noun(page.tokens[i], page.table)


def _is_second_syllable(page: Page, i: int) -> bool:
    """ "Kang Hae | In": a short word in capitals inside a sentence that is no other name."""
    word, taken = page.tokens[i].text, any(n.first <= i < n.last for n in page.document.names)
    return word.istitle() and word.isalpha() and len(word) < 6 and not taken and i not in page.sentence_first


def _hyphenated(page: Page, last: int) -> int:
    """Past the second half of a hyphenated name: "Moon Jae | - in"."""
    tokens = page.tokens
    if (
        last + 1 < len(tokens)
        and tokens[last].text in ("-", "‑")
        and tokens[last - 1].end == tokens[last].start
        and tokens[last].end == tokens[last + 1].start
        and tokens[last + 1].text.isalpha()
        and tokens[last + 1].text.lower() not in HYPHEN_TAILS
        and len(tokens[last - 1].text) < 8
        and not any((n.first, n.label) == (last + 1, "PERSON") for n in page.document.names)
        and not _named_elsewhere(page, last + 1)
    ):
        return last + 2
    return last


def _named_elsewhere(page: Page, i: int) -> bool:
    word = page.tokens[i].text
    return any(
        any(page.tokens[j].text == word for j in range(n.first, n.last))
        for n in page.document.names
        if n.label == "PERSON" and not n.first <= i < n.last
    )


def _run_on(page: Page, first: int, last: int) -> int:
    """As in "Menachem | Begin": in running text a single name goes on with the capitalised word after it."""
    tokens = page.tokens
    if last >= len(tokens) or page.shouting(first):
        return last
    word = tokens[last].text
    if last - first == 2 and page.table.family_first(tokens[first].text) and _is_second_syllable(page, last):
        return last + 1
    if last - first != 1:
        return last
    if (
        word[:1].isupper()
        and word[1:].islower()
        and len(word) > 2
        and last not in page.sentence_first
        and not any(n.first <= last < n.last for n in page.document.names)
        and not is_title_noun(tokens[last], page.table)
        and page.table.demonym(tokens[first].text) is None
        and page.table.state(word) is None
        and page.table.demonym(word) is None
        and page.table.city(word) is None
        and word.lower() not in NEVER_PERSON | THINGS
    ):
        return last + 1
    return last
