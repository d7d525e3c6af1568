"""The title before a name: where it starts, with the state or body that it is of."""

from __future__ import annotations

from kg.letters import word_set
from kg.text.dates.words import FULL_MONTHS, WEEKDAYS
from kg.text.mentions.mention import PERSON, NameMention
from kg.text.mentions.page import Page
from kg.text.mentions.titlewords import SENT, STYLED, is_honorific, is_style
from kg.text.mentions.words import DETERMINERS, MARKS

EPITHETS = word_set(
    "veteran top senior longtime long-time outspoken embattled newly new visiting fellow billionaire influential "
    "powerful hardline reformist populist conservative liberal leftist centrist far-right right-wing left-wing "
    "moderate ailing reclusive charismatic young elderly departing then current ex-army ruling main junior exiled "
    "jailed ousted reigning high-ranking respected incumbent longserving long-serving re-elected reelected "
    "newly-elected newly-appointed sitting serving"
)
# What ministers mind: "Foreign Affairs | and External Trade Minister".
MINDED = word_set(
    "affairs finance trade economy economic agriculture industry energy petroleum defence defense interior justice "
    "health education culture tourism transport communications science technology environment labour labor housing "
    "planning development commerce investment fisheries forestry livestock mines mining water works security sports "
    "youth infrastructure immigration integration cooperation co-operation information"
)
DATE_WORDS = frozenset(WEEKDAYS) | FULL_MONTHS | word_set("today yesterday tomorrow eve")
_MODIFIER_DEPS = frozenset(
    {"compound", "amod", "nmod", "nmod:desc", "nmod:poss", "inside", "flat", "conj", "nmod:unmarked"}
)
LONGEST_OFFICE = 7  # tokens of an office that the tables hold
AHEAD = 4  # tokens from "and" to the word that ends a title: "Foreign | and Commonwealth Secretary"
RANK = "military rank"  # the role of an officer's title
RANKED = 3  # tokens of a rank: "Air Chief Marshal"
PHRASE = 9  # tokens of what an office is of: "Secretary of State for Foreign and Commonwealth Affairs"


def title_of(page: Page, mention: NameMention, found: list[NameMention]) -> tuple[int, int] | None:
    """
    The token range of the title before a name, state or body included: "US Treasury Secretary", "China's top trade
    negotiator", "President of the European Commission". None where there is none.
    """
    tokens, first = page.tokens, mention.first
    sentence = page.sentence_start(first)
    people = {i for m in found if m.kind == PERSON for i in range(m.first, m.last)}
    end = i = first
    start = _office_before(page, first, sentence, people)
    if start is not None:
        return (_styled(page, _whole(_extend_left(page, start, sentence, people), found), sentence), end)
    while i - 1 >= sentence and (is_honorific(tokens[i - 1].text) or is_style(tokens, i - 1)):
        i -= 1
    if _royal_after_office(page, i, sentence, people):
        i -= 1
    i = _officer(page, i, sentence, people)
    honorific = i
    if i - 1 < sentence or i - 1 in people:
        return (honorific, end) if honorific < end else None
    if not page.ends_title(i - 1) or _names_body(page, i - 1):
        start = _office_before(page, i, sentence, people)
        if start is None:
            start = _of_title(page, i, sentence, people)
        if start is None:
            return (honorific, end) if honorific < end else None
        i = start
    else:
        i -= 1
    i = _whole(_extend_left(page, i, sentence, people), found)
    return (_styled(page, i, sentence), end)


def _styled(page: Page, i: int, sentence: int) -> int:
    """Where a title starts with the style before it: "His Highness the | Crown Prince X"."""
    tokens, at = page.tokens, i - 1
    at -= at >= sentence and tokens[at].text.lower() == "the"
    while at >= sentence and is_style(tokens, at):
        at -= 1
    if at > sentence and tokens[at].text.lower() in STYLED and tokens[at - 1].text.lower() in ("his", "her", "their"):
        return at - 1
    return i if at == i - 1 or tokens[at + 1].text.lower() == "the" else at + 1


def _royal_after_office(page: Page, i: int, sentence: int, people: set[int]) -> bool:
    """As in "Minister of Sport Prince | X": a rank of birth between an office and the name."""
    if i - 2 < sentence or page.tokens[i - 1].text not in ("Prince", "Princess"):
        return False
    return (
        _of_title(page, i - 1, sentence, people) is not None
        or _office_before(page, i - 1, sentence, people) is not None
    )


def _officer(page: Page, i: int, sentence: int, people: set[int]) -> int:
    """Where the rank before a name starts that stands behind an office: "Chief of Defence Staff | General X"."""
    for start in range(max(sentence + 1, i - RANKED), i):
        office = page.table.office(page.surface(start, i))
        if office is not None and office.role == RANK and _of_title(page, start, sentence, people) is not None:
            return start
    return i


def _office_before(page: Page, i: int, sentence: int, people: set[int]) -> int | None:
    """Where the longest known office that ends before *i* starts: "chief of staff | Lee"."""
    if page.tokens[i - 1].text in MARKS:
        return None
    for start in range(max(sentence, i - LONGEST_OFFICE), i - 1):
        if (
            page.tokens[start].text not in MARKS
            and page.tokens[start].text.lower() not in DETERMINERS
            and people.isdisjoint(range(start, i))
            and page.table.office(page.surface(start, i)) is not None
        ):
            return start
    return None


def _of_title(page: Page, i: int, sentence: int, people: set[int]) -> int | None:
    """As in "Secretary of State | Blinken": where the title starts when it ends in a phrase with "of" or "for"."""
    tokens = page.tokens
    j = i - 1
    steps = 0
    while j > sentence and steps < PHRASE and j not in people:
        token = tokens[j]
        ends = page.ends_title(j - 1) and tokens[j - 1].text[:1].isupper() and not _names_body(page, j - 1)
        if token.text.lower() in ("of", "for") and ends:
            return j - 1
        if token.text.lower() in ("to", "for") and tokens[j - 1].lemma.lower() in SENT:
            return j - 1
        if token.pos in ("PROPN", "NOUN", "ADJ", "DET", "ADP") or token.text.lower() in (
            "and",
            "&",
            "-",
            "'s",
            "’s",
        ):
            if token.text[:1].islower() and token.text.lower() not in (
                "of",
                "the",
                "and",
                "for",
                "to",
                "&",
                "-",
                "'s",
            ):
                return None
            j, steps = j - 1, steps + 1
            continue
        return None
    return None


def _names_body(page: Page, i: int) -> bool:
    """ "the Cabinet of | Ministers", "the Council of Ministers": no title of the one named behind it."""
    plural = page.tokens[i].tag in ("NNS", "NNPS") and page.tokens[i].text.endswith("s")
    return plural and i > 1 and page.tokens[i - 1].text == "of" and page.tokens[i - 2].text[:1].isupper()


def _whole(i: int, found: list[NameMention]) -> int:
    """Where the name begins that token *i* stands in: a title takes in "United Arab Emirates" or none of it."""
    return next((m.first for m in found if m.first < i < m.last), i)


def _extend_left(page: Page, i: int, sentence: int, people: set[int]) -> int:
    """From the head of a title leftwards over what modifies it."""
    tokens = page.tokens
    while i - 1 >= sentence and i - 1 not in people:
        token = tokens[i - 1]
        word = token.text.lower()
        if (
            word in DATE_WORDS
            or word[1:].endswith("-")
            or (token.text != "-" and token.text != "&" and not any(map(str.isalnum, word)))
        ):
            break
        elif token.text == "-" and (token.start > tokens[i - 2].end or token.end < tokens[i].start):
            break  # "ROME - Italian Prime Minister X"
        elif token.text == "-" or word in EPITHETS or word == "acting":
            i -= 1
        elif token.text in ("'s", "’s", "'") and token.pos == "PART":
            owner = i - 2
            if owner < sentence or owner in people or tokens[owner].pos not in ("PROPN", "NOUN"):
                break
            i = owner
        elif word in ("and", "&") and _ends_state(page, i - 2):
            break  # "X of the United States | and Chinese President Y"
        elif word in ("and", "&") and i - 2 >= sentence and _portfolio(page, i - 2) and _ends_title_ahead(page, i):
            i -= 1
        elif word in ("and", "&") and (first := _office_joined(page, i - 1, sentence, people)) is not None:
            i = first
        elif token.pos in ("PROPN", "ADJ") or (token.pos in ("NOUN", "NUM") and token.dep in _MODIFIER_DEPS):
            if token.pos == "NUM":
                break
            i -= 1
        elif (token.pos == "VERB" and token.tag in ("VBN", "VBG", "JJ") and token.dep == "amod") or (
            page.ends_title(i - 1) and token.pos in ("NOUN", "PROPN")
        ):
            i -= 1
        else:
            break
    while i < len(tokens) and (tokens[i].text == "-" or tokens[i].text.lower() in ("and", "&", "'s")):
        i += 1
    return i


def _ends_state(page: Page, i: int) -> bool:
    """Whether the name of a state, after "of", ends at a token."""
    for first in range(max(0, i - 2), i + 1):
        of = page.tokens[first - 1].text.lower() in ("of", "the") if first else False
        if of and page.table.state(page.surface(first, i + 1)) is not None:
            return True
    return False


def _office_joined(page: Page, i: int, sentence: int, people: set[int]) -> int | None:
    """
    As in "Deputy Prime Minister | and Minister of Defence X": where the first of two offices of one person starts.

    None for "the president and Foreign Minister X", who are two.
    """
    if i - 1 < sentence or i - 1 in people or not page.ends_title(i - 1) or page.tokens[i - 1].tag[-1:] == "S":
        return None
    first = _extend_left(page, i - 1, sentence, people)
    before = page.tokens[first - 1].text.lower() if first > sentence else ""
    determined = before in DETERMINERS and not any(page.tokens[j].tag == "JJ" for j in range(first, i - 1))
    return None if determined or first - 1 in people else first


def _portfolio(page: Page, i: int) -> bool:
    """As in "Foreign | and Commonwealth Secretary": an adjective or noun in capitals that is no person or place."""
    token = page.tokens[i]
    if token.text[:1].isupper() and token.text.lower() in MINDED:
        return True  # however the parser hangs it
    return (
        token.pos in ("PROPN", "ADJ", "NOUN")
        and token.dep in ("amod", "compound", "conj", "nmod")
        and (page.table.state(token.text) is None and not page.ends_title(i))
    )


def _ends_title_ahead(page: Page, i: int) -> bool:
    return any(page.ends_title(j) for j in range(i, min(i + AHEAD, len(page.tokens))))
