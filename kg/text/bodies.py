"""Document → the spans of organisations whose names no table knows, whole, and which supposed names are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.gazetteer import Gazetteer
from kg.model import Document, Token

# What names an organisation as its last word; those that a government has many of stand in GOVERNMENT.
HEADS = frozenset(
    "Academy Alliance Area Association Bloc Brotherhood Center Centre Chamber Church Club Coalition Committee "
    "Community Confederation Consortium Council Exchange Federation Forum Foundation Front Fund Group Guild Institute "
    "Institution League Movement Network Organisation Organization Party Secretariat Society Survey Syndicate Trust "
    "Union University".split()
)
GOVERNMENT = frozenset(
    "Agency Authority Board Bureau Commission Corporation Directorate Office Service Tribunal".split()
)
COMPANY = frozenset("Co Corp Inc Limited LLC Ltd PLC plc GmbH AG SpA Oyj".split())
# Of a region or of rebels, where at least two words say which: a state's is the state.
FORCES = frozenset("Army Front Government".split())
# Heads that make a name of capitals alone, though the name finder passed them over.
SURE = frozenset("Association Confederation Federation Foundation Group Institute Secretariat".split())
ISSUING = frozenset(("Central", "National", "Reserve", "State"))  # banks that are of a state: "Central Bank of Peru"
OPEN = frozenset(("of", "for"))  # "Conference | of Nigerian Parties"
LINKS = frozenset(("of", "for", "on", "and", "&", "the", "-"))
SHORT = re.compile(r"[A-Z](?:\.?[A-Z])+\.?")  # "US", "U.K.": in front of a body they say whose it is
# Words that alone name no body, whatever the name finder holds.
BARE = frozenset(
    "administration authorities authority central committee conference department embassy federation government "
    "group kingdom minister ministry news people presidency press republic secretariat service sport sports state "
    "times tv union world".split()
)
# What every paper and agency has of, and many together name none: "News Agency", "News Desk".
OF_ANY_PAPER = frozenset(
    "agency bureau correspondent desk media new news newspaper online press reporter staff".split()
)
# What every society has of: "Civil Society", "the Private Sector", "Religious Groups".
OF_ANY_SOCIETY = frozenset(
    "business civil communities community groups leaders organisations organizations parties political private "
    "public religious sector society stakeholders women youth".split()
)
# What an abbreviation in brackets stands for, where it is no organisation: "a free trade agreement (FTA)".
THINGS = frozenset(
    "accord act agreement area assistance ceasefire component corridor deal framework gazette initiative law pact "
    "partnership plan policy procedure program programme project protocol regime scheme system tariff tax treaty truce "
    "visit".split()
)


def whole_bodies(document: Document, table: Gazetteer) -> Iterator[tuple[int, int]]:
    """
    Tokens from and up to which an organisation's name runs that a table would cut short: "Baltic Cod Association".

    A state or its adjective stays outside where what follows is a government's ("Norwegian | Fisheries Directorate") or
    a body that every state has.
    """
    tokens = document.tokens
    marked = _marked_spans(document)
    for sentence in document.sentences:
        i = sentence.first
        while i < sentence.last:
            last = _marked(tokens, i, marked[i]) if i in marked else None
            last = last or _run(tokens, i, sentence.last, table)
            first = _own(document, i, last, table) if last else i
            if last and first is not None:
                yield first, last
            i = last or i + 1


def _marked_spans(document: Document) -> dict[int, int]:
    """Where the name finder's organisations start and end; two without a word between them are one."""
    spans: dict[int, int] = {}
    start = end = -1
    for name in (n for n in document.names if n.label == "ORG"):
        dated = document.tokens[name.first].text.isdigit()  # "5 March 1987 | Example Press"
        start = start if name.first == end else name.first + dated
        end = name.last
        while start < end - 1 and document.tokens[start].text.islower() and document.tokens[start].text not in LINKS:
            start += 1  # "the | rebel New Forces"
        last_word = document.tokens[end - 1].text
        if last_word in FORCES | HEADS and _opens_name(document, start - 1):
            tied = start - 1 < document.tokens[start - 1].head < end
            start -= last_word in FORCES or tied  # "rebel | Revolutionary United Front", "the | Federal River Council"
        spans[start] = end
    return spans


def _opens_name(document: Document, i: int) -> bool:
    """Whether a capitalised word inside a sentence stands in no name, so that what follows may go with it."""
    if i < 1 or any(s.first == i for s in document.sentences) or document.tokens[i - 1].text in ("-", "–"):
        return False
    free = not any(n.first <= i < n.last for n in document.names)
    return free and document.tokens[i].text.istitle() and document.tokens[i].pos in ("PROPN", "ADJ")


def _marked(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Where a span of the name finder ends that names an organisation by its last word or the word before its "of"."""
    while last > first and not tokens[last - 1].text[:1].isupper():
        if last - first > 2 and tokens[last - 2].text == "-" and tokens[last - 2].end == tokens[last - 1].start:
            return None  # "Organisation for Security and Co-operation | in Europe"
        last -= 1
    if last - first < 2 or any(not t.text[:1].isupper() and t.text not in LINKS for t in tokens[first:last]):
        return None
    stop = next((i for i in range(first, last) if tokens[i].text in OPEN), last)
    head = tokens[stop - 1].text.rstrip(".")
    if head in FORCES:
        return last if last - first > 2 and LINKS.isdisjoint(t.text for t in tokens[first:last]) else None
    issuing = head == "Bank" and stop - first > 1 and tokens[stop - 2].text in ISSUING
    return last if issuing or head in HEADS | GOVERNMENT | COMPANY else None


def _run(tokens: Sequence[Token], first: int, end: int, table: Gazetteer) -> int | None:
    """Where a run of capitalised words from *first* on ends, if its last word is sure to head an organisation."""
    last = first
    while last < end and tokens[last].text[:1].isupper() and tokens[last].pos in ("PROPN", "ADJ", "NOUN"):
        last += 1
    before = tokens[first - 1].text if first else ""
    opened = last - first > 1 and tokens[last - 1].text in SURE and not before[:1].isupper()
    return last if opened and not any(table.title_word(t.lemma) for t in tokens[first:last]) else None


def _own(document: Document, first: int, last: int, table: Gazetteer) -> int | None:
    """Where the name starts, less the state whose body it is; None where tables know it or nothing is left."""
    tokens = document.tokens

    def surface(a: int, b: int) -> str:
        return " ".join(document.article.text[tokens[a].start : tokens[b - 1].end].split())

    if tokens[first].text in ("The", "A", "An"):
        first += 1
    if (
        first > 1
        and tokens[first - 1].text in ("-", "–")
        and all(table.state(tokens[i].text) for i in (first - 2, first))
    ):
        first += 1  # "the Peru-Chile | Joint Water Council"
    firm = tokens[last - 1].text.rstrip(".") in COMPANY
    if last - first < 2 or _known(surface(first, last - firm), table):
        return None
    for cut in range(last - 1, first, -1):
        if tokens[cut - 1].text == "-":
            continue
        words = surface(first, cut)
        adjective = table.demonym(words) is not None or SHORT.fullmatch(words) is not None
        if not (adjective or table.state(words)):
            continue
        rest = surface(cut, last)
        if _spelt(tokens, first, last):
            return first
        if tokens[last - 1].text in FORCES and OPEN.isdisjoint(t.text for t in tokens[first:last]):
            return None
        if _known(rest, table) or last - cut < 2 or tokens[cut].text in ("of", "-", "and"):
            tied = tokens[cut].text == "-" and tokens[cut].start == tokens[cut - 1].end
            return first if tied else None
        return cut if adjective and tokens[last - 1].text in GOVERNMENT else first
    return first


def _spelt(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the letters in brackets behind a name are its own, the state's too: "Norway Harbour Service (| NHS)"."""
    if [t.text for t in (*tokens[last : last + 1], *tokens[last + 2 : last + 3])] != ["(", ")"]:
        return False
    initials = "".join(t.text[0] for t in tokens[first:last] if t.text[:1].isupper())
    return len(initials) > 2 and tokens[last + 1].text == initials


def _known(words: str, table: Gazetteer) -> bool:
    return table.body(words) is not None or table.generic_body(words) is not None or table.state(words) is not None


def heads_organisation(words: str) -> bool:
    """Whether a name ends as those of organisations do that are no government's."""
    return words.split()[-1] in HEADS


def is_bare(words: str) -> bool:
    """Whether words name no body by themselves: "Government", "Press", "News Desk"."""
    listed = words.lower().split()
    return words.lower() in BARE or OF_ANY_PAPER.issuperset(listed) or OF_ANY_SOCIETY.issuperset(listed)


def stands_for_thing(tokens: Sequence[Token], i: int) -> bool:
    """Whether the abbreviation at *i*, in brackets, is of an agreement, a route or a law: "a rice pact (| RPX)"."""
    text = tokens[i].text.removesuffix("s")
    if i < 2 or tokens[i - 1].text != "(" or not text.isupper():
        return False
    return tokens[i - 2].lemma.lower() in THINGS
