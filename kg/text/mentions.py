"""Document → the names in it: people with their titles, institutions, states, places. No references yet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kg.gazetteer import Body, City, Gazetteer, Region, State, fold, gazetteer
from kg.model import Document, Name, Sentence, Token
from kg.text.bodies import heads_organisation, is_bare, stands_for_thing, whole_bodies
from kg.text.pairs import parted

PERSON, INSTITUTION, STATE, DEMONYM, CITY, REGION, VENUE, EVENT = (
    "person",
    "institution",
    "state",
    "demonym",
    "city",
    "region",
    "venue",
    "event",
)


def word_set(text: str) -> frozenset[str]:
    """The words of a line: how lists of plain words are written."""
    return frozenset(text.split())


HONORIFICS = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady madam madame mme monsieur m. sheikh sheikha shaikh alhaji "
    "alhaja hajiya chief rt rt. md md. mohd hon hon. honourable honorable excellency his her majesty highness rev "
    "reverend engr barr barrister comrade mr. mrs. ms. dr. prof. sr sra señor señora herr frau shri smt pandit "
    "maulana mullah ayatollah imam hajj"
)
# How Gulf papers shorten "His Excellency": with capitals alone, "he" is a pronoun.
STYLES = frozenset({"HE", "HH", "HRH", "H.E.", "H.H.", "H.R.H.", "H.E", "H.H"})
STYLED = frozenset({"highness", "majesty", "excellency", "holiness", "grace", "eminence"})
# Titles that belong to the name where only one other name follows: "King Charles", "Pope Francis".
NAME_TITLES = word_set("king queen pope prince princess emperor empress sultan emir patriarch")
# Titles with where their holder is sent: "ambassador to Turkey | X".
SENT = word_set("ambassador envoy emissary representative coordinator commissioner consul attache attaché nuncio")
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
NAMES_LIKE_TITLES = frozenset({"Shah", "Sultan", "Malik", "Nawab"})  # after another title: "Minister Shah X Y"
HALVES = frozenset({"North", "South"})
NAME_PARTICLES = word_set("al el bin bint ibn ben abu von van der den de la le du da dos das del della di")
REALM_TITLES = NAME_TITLES | word_set("duke duchess earl count archbishop bishop emirate")
EPITHETS = word_set(
    "veteran top senior longtime long-time outspoken embattled newly new visiting fellow billionaire influential "
    "powerful hardline reformist populist conservative liberal leftist centrist far-right right-wing left-wing "
    "moderate ailing reclusive charismatic young elderly departing then current ex-army ruling main junior exiled "
    "jailed ousted reigning high-ranking respected incumbent longserving long-serving re-elected reelected "
    "newly-elected newly-appointed"
)
FEMALE = word_set("mrs ms miss mrs. ms. dame lady madam madame queen princess señora frau sheikha alhaja hajiya smt")
MALE = word_set("mr mr. sir lord king prince pope herr señor monsieur sheikh alhaji shri imam")

ORG_COMPANY = re.compile(
    r"\b(Inc|Corp|Corporation|Ltd|Limited|LLC|PLC|plc|Co|Company|Group|Holdings|Bank|Airlines|Airways|Motors|Motor|"
    r"Technologies|Technology|Electronics|Industries|Energy|Oil|Petroleum|Steel|Pharma|Semiconductor|Semiconductors|"
    r"Telecom|Systems|Partners|Capital|AG|SA|NV|GmbH|SpA|Oyj)\.?$"
)
ORG_GOVERNMENT = re.compile(
    r"\b(Ministry|Ministries|Department|Agency|Administration|Bureau|Commission|Authority|Office|Court|Parliament|"
    r"Congress|Senate|Assembly|Council|Cabinet|Government|Treasury|Army|Navy|Police|Directorate|House|Duma|Knesset|"
    r"Bundestag|Embassy|Consulate|Presidency|Command|Secretariat|Exchequer|Customs|Board|Service|Guard)\b"
)
ORG_INTERNATIONAL = re.compile(
    r"\b(United Nations|Union of|Organi[sz]ation|Nations|International|Pact|Alliance|Forum)\b"
)
VENUE_HEAD = re.compile(
    r"^(Palace|Palacio|Palais|Hotel|House|Hall|Castle|Centre|Center|Villa|Mansion|Resort|Ranch|Lodge|Airport|Base|"
    r"Guesthouse|Compound|Pavilion|Schloss|Château|Chateau|Quinta|Casa|Estate|Residence|Theatre|Theater|Stadium|"
    r"Auditorium|Club|Monastery|Abbey|Cathedral|Museum|Building|Tower|Complex|Headquarters|Embassy|Square|Camp|Fort|"
    r"Barracks|Room|Garden|Gardens|Plaza|Palazzo|Kremlin|Bhavan|Bhawan)$"
)
DATE_WORDS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tomorrow eve"
)
# What a hyphen ties to a name without being part of it: "Trump-led", "Modi-Xi".
HYPHEN_TAILS = word_set(
    "led era backed style appointed like hosted brokered mediated aligned supported driven run dominated friendly "
    "linked sponsored negotiated proposed inspired controlled owned based born"
)
MINISTRY_WORDS = frozenset({"ministry", "ministries"})
FOREIGN_VENUE_HEADS = word_set(
    "Palacio Palais Palazzo Palácio Pałac Schloss Château Chateau Villa Quinta Casa Casina Hôtel Hotel Istana Hofburg "
    "Dar Qasr Rashtrapati Aso Camp Fort"
)
ENGLISH_VENUE_HEADS = word_set(
    "Palace House Hall Castle Guesthouse Villa Hotel Mansion Lodge Pavilion Resort Ranch Residence Manor Abbey Centre "
    "Center Monastery Bhavan Bhawan Airport Room Base Gardens Barracks"
)
TOWN_OPENERS = word_set("San Santa Santo São Sao Saint Los Las Port Fort Puerto Key")
VENUE_PARTICLES = word_set("de del di da do dos des du la le el al of the")
CONTINENTS = word_set("South Latin North Central Meso Pan Inter")
MARKS = word_set(". , ; : ! ? ' ’ \" “ ” ( ) - – —")
NOT_NAME_START = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their", "our"})
# Words in capitals that open a sentence or stand for a thing, never a person.
NEVER_PERSON = word_set(
    "covid internet republican democrat republicans democrats monday tuesday wednesday thursday friday saturday "
    "sunday january february march april june july august september october november december god christmas easter eve "
    "ramadan read photo image caption video watch copyright editor reuters afp agency ph.d ph.d. phd emeritus mba "
    "exchequer highnesses excellencies majesties"
)


@dataclass(frozen=True, slots=True)
class NameMention:
    """
    A name at tokens `first` up to, not including, `last`.

    `name` is the canonical name where a table knows it, else the text. `title` is the token range of the title before a
    person's name, `state` the short name of the state that a table or the name itself ties it to.
    """

    first: int
    last: int
    kind: str
    name: str
    type: str = ""
    title: tuple[int, int] | None = None
    state: str | None = None
    entry: State | City | Region | Body | None = None

    @property
    def unit_first(self) -> int:
        """Where the name begins with its title."""
        return self.title[0] if self.title else self.first


NAMING = word_set("known nicknamed dubbed alias aka called")


def explained(tokens: Sequence[Token], first: int) -> int:
    """Where the name ends that the word at *first* is said to stand for: "X Y, better known as | Zed"; 0 for none."""
    i = first - 1
    while i > 0 and tokens[i].text in "\"'“”‘’":
        i -= 1
    i -= tokens[i].text.lower() == "as"
    if i < 1 or tokens[i].text.lower() not in NAMING:
        return 0
    while i > 0 and (tokens[i - 1].pos in ("ADV", "AUX", "VERB", "PUNCT") or tokens[i - 1].text.lower() == "who"):
        i -= 1
    return i


def text_of(tokens: Iterable[Token], text: str) -> str:
    """The article's own characters from the first to the last of *tokens*, white space folded."""
    listed = list(tokens)
    return " ".join(text[listed[0].start : listed[-1].end].split()) if listed else ""


def names(document: Document, table: Gazetteer | None = None) -> tuple[NameMention, ...]:
    """Every name of the document in the order of the text, without overlaps."""
    return _Finder(document, table or gazetteer()).run()


class _Finder:
    """One pass over a document: table look-ups and the name finder's spans, then what each decides for the other."""

    def __init__(self, document: Document, table: Gazetteer) -> None:
        self.document = document = parted(document)
        self.tokens = document.tokens
        self.text = document.article.text
        self.table = table
        self.sentence_first = {s.first for s in document.sentences}
        self.credits = set(_credits(document))
        self.things = {t.text for t in document.tokens if stands_for_thing(document.tokens, t.i)}

    def run(self) -> tuple[NameMention, ...]:
        venues = self._venues()
        covered = _cover(venues)
        bodies = [m for m in (*self._bodies(), *self._landforms()) if not _overlaps(m, covered)]
        covered |= _cover(bodies)
        known = [m for m in self._known() if not _overlaps(m, covered)] + venues + bodies
        found = [m for m in self._people(known) if not _overlaps(m, covered)]
        found += self._titled(found, known)
        found = [m for m in found if not self._shouted_once(m, found)]
        found += self._nicknames(found)
        taken = _cover(found)
        known = [m for m in known if not _overlaps(m, taken)]
        taken |= _cover(known)
        found += known
        found += self._others(taken)
        found = self._halves(self._peoples(found))
        found = self._surnames(self._sites(found))
        found = [replace(m, title=self._title(m, found)) if m.kind == PERSON else m for m in found]
        return tuple(sorted(self._drop_inside_titles(found), key=lambda m: m.first))

    # ── venues ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _venues(self) -> list[NameMention]:
        """As in "Palacio de Santa Cruz", "Hofdi House", "the Great Hall of the People": by the word that heads them."""
        found: list[NameMention] = []
        for sentence in self.document.sentences:
            i = sentence.first
            while i < sentence.last:
                match = self._foreign_venue(i, sentence.last) or self._english_venue(i, sentence)
                if match is not None:
                    found = [m for m in found if m.last <= match.first] + [match]
                    i = match.last
                else:
                    i += 1
        return found

    def _is_hyphen(self, i: int) -> bool:
        """ "Shangri-La", without spaces, between capitals."""
        before, after = self.tokens[i - 1], self.tokens[min(i + 1, len(self.tokens) - 1)]
        tied = before.end == self.tokens[i].start and self.tokens[i].end == after.start
        return self.tokens[i].text == "-" and tied and before.text[:1].isupper() and after.text[:1].isupper()

    def _foreign_venue(self, i: int, end: int) -> NameMention | None:
        """The head comes first and a particle links it: "Palais des Nations", "Villa La Grange"."""
        last = i + 1
        if last < end and (self.tokens[i].text, self.tokens[last].text) == ("Joint", "Base"):
            last += 1
        elif self.tokens[i].text not in FOREIGN_VENUE_HEADS:
            return None
        while last < end and (
            self.tokens[last].text[:1].isupper()
            or (self.tokens[last].text.lower() in VENUE_PARTICLES and last + 1 < end)
            or self._is_hyphen(last)
        ):
            last += 1
        while self.tokens[last - 1].text.lower() in VENUE_PARTICLES:
            last -= 1
        name = self._surface(i, last)
        is_town = self.table.city(name) is not None  # "Dar es Salaam", "Fort Worth"
        return NameMention(i, last, VENUE, name, "venue") if last > i + 1 and not is_town else None

    def _english_venue(self, i: int, sentence: Sentence) -> NameMention | None:
        """The head comes last: "Buckingham Palace"; what "of" adds belongs to it: "Great Hall of the People"."""
        token = self.tokens[i]
        if i == sentence.first:
            return None
        if token.text not in ENGLISH_VENUE_HEADS:  # "Oval Office"
            seat = self.table.metonym(self._surface(i - 1, i + 1)) if token.text == "Office" else None
            return NameMention(i - 1, i + 1, VENUE, self._surface(i - 1, i + 1), "venue") if seat else None
        first = i
        while first - 1 >= sentence.first and (
            (self.tokens[first - 1].text[:1].isupper() and self.tokens[first - 1].pos in ("PROPN", "ADJ", "NOUN"))
            or (first - 2 >= sentence.first and self._is_hyphen(first - 1))
        ):
            first -= 1
        if first == i:
            return None
        if self.table.body(self._surface(first, i + 1)) is not None or is_title_noun(self.tokens[first], self.table):
            return None
        last = i + 1
        after = [t.text for t in self.tokens[last : min(last + 3, sentence.last)]]
        if (
            token.text in ("Hall", "House", "Palace")
            and after[:2] == ["of", "the"]
            and after[2:3]
            and after[2][0].isupper()
        ):
            last += 3
        if self.table.state(self._surface(first, first + 1)) or self.table.demonym(self._surface(first, first + 1)):
            first += 1
        return NameMention(first, last, VENUE, self._surface(first, last), "venue") if first < i else None

    # ── organisations ───────────────────────────────────────────────────────────────────────────────────────────────

    def _bodies(self) -> Iterator[NameMention]:
        """As in "Baltic Cod Association": organisations of which a table knows but a part."""
        for first, last in whole_bodies(self.document, self.table):
            if self._outlet(first, last):
                continue
            text = self._surface(first, last)
            state = next(
                (
                    s.name
                    for i in range(first + 1, last)
                    if (s := self.table.demonym(self._surface(first, i)) or self.table.state(self._surface(first, i)))
                ),
                None,
            )
            kind = "organization" if org_type(text) == "government" and heads_organisation(text) else org_type(text)
            yield NameMention(first, last, INSTITUTION, text, kind, state=state)

    def _landforms(self) -> Iterator[NameMention]:
        """As in "Lake Victoria", "the Bakassi Peninsula": by the word for what it is, whatever else the name may be."""
        tokens = self.tokens
        for name in self.document.names:
            span = self._trim(name.first, name.last)
            if span is None or span[1] - span[0] < 2 or name.label not in ("LOC", "GPE", "FAC", "PERSON"):
                continue
            first, last = span
            text = self._surface(first, last)
            formed = tokens[first].text in LANDFORMS_BEFORE or tokens[last - 1].text in LANDFORMS
            if (
                formed
                and self.table.region(text) is None
                and self.table.city(text) is None
                and not self._owner(first, last)
            ):
                yield NameMention(first, last, REGION, text, "region")

    def _owner(self, first: int, last: int) -> bool:
        return any(self.tokens[i].text in ("'s", "’s", ",") for i in range(first, last))

    # ── tables ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _surface(self, first: int, last: int) -> str:
        return text_of(self.tokens[first:last], self.text)

    def _known(self) -> list[NameMention]:
        """Longest matches of the tables, from left to right inside each sentence."""
        found: list[NameMention] = []
        for sentence in self.document.sentences:
            i = sentence.first
            while i < sentence.last:
                match = self._known_at(i, sentence.last)
                if match is None:
                    i += 1
                    continue
                found.append(match)
                i = match.last
        return found

    def _known_at(self, i: int, end: int) -> NameMention | None:
        token = self.tokens[i]
        if token.text == "The" and i + 1 < end:
            after = self._known_at(i + 1, end)
            if after is not None and after.kind != CITY:
                return None  # "The | Chinese": a look-up forgives the article
        first = token.text[:1]
        if not first.isalnum() or token.text in ("the", "a", "an"):
            return None  # nor does a name start with the comma or the article that it forgives
        if not (first.isupper() or first.isdigit()) and not self._lower_ministry(i, end):
            return None
        for last in range(min(end, i + 8), i, -1):
            if self.tokens[last - 1].text in MARKS:
                continue  # a look-up forgives full stops, so it would take in the one that ends the sentence
            surface = self._surface(i, last)
            match = self._lookup(i, last, surface)
            if match is not None:
                return match
        return self._ministry(i, end)

    def _lookup(self, i: int, last: int, surface: str) -> NameMention | None:
        table = self.table
        state = table.state(surface) or table.state(surface.removesuffix(" Republic"))  # "Benin Republic"
        if state is not None:
            return NameMention(i, last, STATE, state.name, "country", state=state.name, entry=state)
        state = table.demonym(surface)
        if state is not None and not self._of_a_continent(i, surface):
            return NameMention(i, last, DEMONYM, state.name, "country", state=state.name, entry=state)
        body = table.body(surface)
        if body is not None and self._body_in_context(i, last, body) and not self._of_office(last, surface):
            return NameMention(i, last, INSTITUTION, body.name, body.kind, state=body.state, entry=body)
        city = table.city(surface)
        if city is not None and city.rank == "capital" and self._city_in_context(i, last, city):
            return NameMention(i, last, CITY, city.name, "city", entry=city)
        region = table.region(surface)
        if region is not None:
            name = (
                surface.removeprefix("the ")
                if region.kind == "sea" and f"{surface} Ocean" == region.name
                else region.name
            )
            return NameMention(i, last, REGION, name, "region", state=region.state, entry=region)
        if city is not None and self._city_in_context(i, last, city):
            return NameMention(i, last, CITY, city.name, "city", entry=city)
        return None

    def _of_a_continent(self, i: int, surface: str) -> bool:
        """ "South | American", "Latin | Americans": of no one state."""
        before = i - 2 if i > 1 and self.tokens[i - 1].text == "-" else i - 1
        return surface.startswith("American") and i > 0 and self.tokens[before].text in CONTINENTS

    def _goes_on(self, i: int) -> bool:
        """Whether a capital word follows without a mark."""
        return i < len(self.tokens) and self.tokens[i].pos == "PROPN" and self.tokens[i].text[:1].isupper()

    def _city_in_context(self, i: int, last: int, city: City) -> bool:
        """A city whose name is also a common word or surname needs the name finder's word for it, or a preposition."""
        label = self._label(i, last)
        if last - i == 1 and self.tokens[i].text in TOWN_OPENERS and self._goes_on(last):
            return False  # "San | Clemente" is not the San of Mali
        if label in ("GPE", "LOC"):
            return True
        if label == "PERSON":
            return self._town_alone(i, last, city)
        if label == "FAC":
            return not (city.weak or self._inside_longer(i, last))
        if not city.weak:
            return not (label in ("ORG", "EVENT") and self._inside_longer(i, last) and label == "ORG")
        if label in ("ORG", "EVENT"):
            return False
        before = self.tokens[i - 1].text.lower() if i else ""
        return before in ("in", "at", "to", "from") and i not in self.sentence_first

    def _town_alone(self, i: int, last: int, city: City) -> bool:
        """Whether a span taken for a person is all of a town's name, and the place for one: "in | Phnom Penh"."""
        if not any(n.first == i and n.last == last for n in self.document.names) or self._title_before(i):
            return False
        before = self.tokens[i - 1].text.lower() if i else ""
        return (city.rank == "capital" and not self._borne(i, last)) or before in (
            "in",
            "at",
            "to",
            "from",
            "near",
            "via",
        )

    def _borne(self, first: int, last: int) -> bool:
        """Whether a longer name of a person in the article holds these words: "Washington" of "George Washington"."""
        words = [t.text for t in self.tokens[first:last]]
        return any(
            n.label == "PERSON" and n.last - n.first > last - first and t.text in words
            for n in self.document.names
            for t in self.tokens[n.first : n.last]
        )

    def _body_in_context(self, i: int, last: int, body: Body) -> bool:
        """A body whose name is shared with a common word or a person needs the name finder's word for it."""
        if not (body.weak or self.table.weak(self._surface(i, last))):
            return True
        label = self._label(i, last)
        if label is not None:
            return label in ("ORG", "GPE")
        return i not in self.sentence_first and self.tokens[i].pos == "PROPN"

    def _of_office(self, last: int, surface: str) -> bool:
        """An acronym of an office, not of a body: of one that the article spells out, or in "NSA-level talks"."""
        office = self.table.office(surface) if surface.isupper() else None
        if office is None:
            return False
        after = [t.text.lower() for t in self.tokens[last : last + 2]]
        spelt = office.role.lower()[:-2]  # adviser, advisor
        return "level" in after or spelt in self.text.lower()

    def _label(self, first: int, last: int) -> str | None:
        """The name finder's label for a span that covers these tokens."""
        for name in self.document.names:
            if name.first <= first and last <= name.last:
                return name.label
        return None

    def _inside_longer(self, first: int, last: int) -> bool:
        """Whether the name finder's span goes on past these tokens: "Shanghai | Cooperation Council"."""
        return any(n.first <= first and last < n.last for n in self.document.names)

    def _lower_ministry(self, i: int, end: int) -> bool:
        return any(self.tokens[j].lemma in MINISTRY_WORDS for j in range(i, min(end, i + 4)))

    def _ministry(self, i: int, end: int) -> NameMention | None:
        """As in "commerce ministry", "Ministry of Economy and Trade": a ministry by its pattern, whatever the state."""
        tokens = self.tokens
        if tokens[i].lemma in MINISTRY_WORDS and i + 2 < end and tokens[i + 1].text in ("of", "for"):
            j = i + 2
            while j < end and (
                (tokens[j].text[:1].isupper() and tokens[j].pos in ("PROPN", "NOUN", "ADJ"))
                or (
                    tokens[j].text.lower() in ("and", "&", "the", ",", "-")
                    and j + 1 < end
                    and tokens[j + 1].text[:1].isupper()
                    and tokens[j + 1].pos in ("PROPN", "NOUN", "ADJ")
                    and self.table.state(tokens[j + 1].text) is None
                )
            ):
                j += 1
            if j > i + 2:
                return NameMention(i, j, INSTITUTION, self._surface(i, j), "government")
        for j in range(i + 1, min(end, i + 4)):
            if tokens[j].lemma == "ministry" and all(
                tokens[k].pos in ("NOUN", "PROPN", "ADJ") or tokens[k].text.lower() in ("and", "&") for k in range(i, j)
            ):
                if self.table.demonym(tokens[i].text) or self.table.state(tokens[i].text):
                    return None
                if tokens[i].text.lower() in ("and", "&") or (
                    tokens[i].pos == "ADJ" and tokens[i].tag in ("JJS", "JJR")
                ):
                    return None
                return NameMention(i, j + 1, INSTITUTION, ministry_name(self._surface(i, j)), "government")
        return None

    # ── people ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _people(self, known: list[NameMention]) -> list[NameMention]:
        found: list[NameMention] = []
        by_start = {m.first: m for m in known}
        for name in self.document.names:
            if name.label != "PERSON":
                continue
            span = self._clean_person(name)
            if span is None:
                continue
            first, last = span
            if found and last <= found[-1].last:
                continue  # "Ma. | Theresa Lazaro": the name before it goes on to here
            match = by_start.get(first)
            if (
                match is not None
                and match.last >= last
                and not self._title_before(first)
                and not (isinstance(match.entry, State) and self._weak(match))
            ):
                continue  # the tables know it as something else
            if any(m.first <= first and last <= m.last and m.last - m.first > last - first for m in known):
                continue  # part of a longer name of the tables
            if (last - first == 1 and self._realm(first)) or self._outlet(first, last):
                continue
            text = self._surface(first, last)
            if last - first == 1 and (text.lower() in NEVER_PERSON or len(text) < 2 or not text[0].isupper()):
                continue
            if last - first == 1 and self._people_of(first):
                continue
            if found and self._party_of(first, last, found[-1]):
                found.append(NameMention(first, last, INSTITUTION, text, "party"))
                continue
            found.append(NameMention(first, last, PERSON, text))
        return found

    def _party_of(self, first: int, last: int, person: NameMention) -> bool:
        """As in "Ana Ruiz (| Unidos)": one word in brackets after a full name is the party."""
        bracketed = [t.text for t in (self.tokens[first - 1], *self.tokens[last : last + 1])] == ["(", ")"]
        return bracketed and person.last == first - 1 and person.last - person.first > 1 and last - first == 1

    def _people_of(self, i: int) -> bool:
        """Whether a word is of all who live somewhere: "the Europeans", "Sicilians"."""
        word = self.tokens[i].text
        single = word.removesuffix("s")
        known = self.table.regional(single) is not None or self.table.demonym(word) is not None
        return word.endswith("s") and (known or (single.endswith("i") and self.table.region(single[:-1]) is not None))

    def _shouted_once(self, m: NameMention, people: list[NameMention]) -> bool:
        """Whether one word of a headline passes for a name that the text below never gives: "Envoy | Cuts Trip"."""
        if m.last - m.first > 1 or not self._shouting(m.first):
            return False
        word = fold(m.name.title())
        return not any(
            word in fold(o.name.title()).split() and not self._shouting(o.first) for o in people if o.first != m.first
        )

    def _realm(self, i: int) -> bool:
        """Whether a word is what a title is of: "Sultan of | Sokoto"."""
        return i > 1 and self.tokens[i - 1].text == "of" and self.tokens[i - 2].text.lower() in REALM_TITLES

    def _weak(self, match: NameMention) -> bool:
        return bool(getattr(match.entry, "weak", False) or getattr(match.entry, "ambiguous", False))

    def _clean_person(self, name: Name) -> tuple[int, int] | None:
        tokens, first, last = self.tokens, name.first, name.last
        while last > first and (tokens[last - 1].pos in ("PUNCT", "PART") or tokens[last - 1].text in ("'s", "’s")):
            last -= 1
        first = self._after_office(first, last)
        while last - first > 2 and self._is_state(first):
            first += 1  # "the mediator for | Mali Jane Roe"
        if first and self._is_family_name(first - 1) and first - 1 not in _within(self.document.names, "PERSON"):
            first -= 1
        while first < last and self._is_title_token(first, last):
            first += 1
        if first > 1 and tokens[first - 1].text in NAMES_LIKE_TITLES and self._ends_title(first - 2):
            first -= 1
        if first >= last or (last - first == 1 and (self._only_title(first) or self._pronoun(first))):
            return None
        if last - first == 1 and tokens[first].text in STYLES:
            return None
        last = self._flat(first, self._hyphenated(self._flat(first, last)))
        last = self._run_on(first, self._abbreviated(first, last))
        while last - first > 1 and tokens[last - 1].text in AFTER_NAMES and not tokens[first].text.isupper():
            last -= 1
        if tokens[first].text.lower() in NOT_NAME_START or self._all_office(first, last):
            return None
        return first, last

    def _all_office(self, first: int, last: int) -> bool:
        """Whether a span is but a people and an office: "hosts | Lao Deputy Prime Minister"."""
        people = [self.table.demonym(self.tokens[i].text) is not None for i in range(first, last)]
        office = [self._ends_title(i) for i in range(first, last)]
        return any(people) and any(office) and all(a or b for a, b in zip(people, office, strict=True))

    def _is_state(self, i: int) -> bool:
        """Whether a word is a state's name and no given name as well."""
        state = self.table.state(self.tokens[i].text)
        return state is not None and not state.ambiguous

    def _is_family_name(self, i: int) -> bool:
        """Whether a word like "To" before a name is part of it: "To | Lam", but not "flew To Rome"."""
        token = self.tokens[i]
        return token.text.lower() in ALSO_FAMILY_NAMES and token.tag == "NNP" and token.text.istitle()

    def _flat(self, first: int, last: int) -> int:
        """Past what the parser takes for more of a name that the finder cut short: "Recep Tayyip | Erdogan"."""
        tokens = self.tokens
        while (
            last < len(tokens)
            and tokens[last].dep == "flat"
            and first <= tokens[last].head < last
            and tokens[last].text[:1].isupper()
            and tokens[last].pos == "PROPN"
        ):
            last += 1
        return last + 1 if self._heads_name(first, last) else last

    def _heads_name(self, first: int, last: int) -> bool:
        """Whether the word after two of a name is its last, and governs them: "Jonas Gahr | Store"."""
        if last - first < 2 or last >= len(self.tokens):
            return False
        token, text = self.tokens[last], self.tokens[last].text
        return (
            self.tokens[first].dep == "compound"
            and self.tokens[first].head == last
            and token.tag == "NNP"
            and text[1:].islower()
            and not any(
                pattern.search(text) for pattern in (ORG_COMPANY, ORG_GOVERNMENT, ORG_INTERNATIONAL, VENUE_HEAD)
            )
            and not is_title_noun(token, self.table)
            and text.lower() not in OF_PEOPLE
        )

    def _abbreviated(self, first: int, last: int) -> int:
        """Past the name that a first name cut short opens: "Ma. | Theresa Lazaro"."""
        word = self.tokens[first]
        short = last - first == 1 and len(word.text) < 4 and self.text[word.end : word.end + 1] == "."
        after = (n.last for n in self.document.names if n.first == last and n.label == "PERSON")
        return next(after, last) if short else last

    def _after_office(self, first: int, last: int) -> int:
        """Past the office of two words or more, or the state, that a span begins with: "Assistant Secretary | Ann"."""
        sent = first > 1 and self.tokens[first - 1].text == "to" and self.tokens[first - 2].lemma.lower() in SENT
        if sent and last - first > 1 and self.table.state(self.tokens[first].text):  # "ambassador to Jordan | Jane Roe"
            return first + 1
        for end in range(last, first + 1, -1):
            if self.table.office(self._surface(first, end)) is not None:
                return end
        return first

    def _pronoun(self, i: int) -> bool:
        """ "He" at the head of a sentence, where no capital tells the pronoun from the family name."""
        return i in self.sentence_first and self.tokens[i].text.lower() in ("he", "she", "they", "it", "we", "you", "i")

    def _only_title(self, i: int) -> bool:
        """As in "President", marked as a name by itself."""
        return is_title_noun(self.tokens[i], self.table)

    def _hyphenated(self, last: int) -> int:
        """Past the second half of a hyphenated name: "Moon Jae | - in"."""
        tokens = self.tokens
        if (
            last + 1 < len(tokens)
            and tokens[last].text in ("-", "‑")
            and tokens[last - 1].end == tokens[last].start
            and tokens[last].end == tokens[last + 1].start
            and tokens[last + 1].text.isalpha()
            and tokens[last + 1].text.lower() not in HYPHEN_TAILS
            and len(tokens[last - 1].text) < 8
            and not any((n.first, n.label) == (last + 1, "PERSON") for n in self.document.names)
            and not self._named_elsewhere(last + 1)
        ):
            return last + 2
        return last

    def _run_on(self, first: int, last: int) -> int:
        """As in "Menachem | Begin": in running text a single name goes on with the capitalised word after it."""
        tokens = self.tokens
        if last - first != 1 or last >= len(tokens) or self._shouting(first):
            return last
        word = tokens[last].text
        if (
            word[:1].isupper()
            and word[1:].islower()
            and len(word) > 2
            and last not in self.sentence_first
            and not any(n.first <= last < n.last for n in self.document.names)
            and not is_title_noun(tokens[last], self.table)
            and self.table.state(word) is None
            and self.table.demonym(word) is None
            and self.table.city(word) is None
            and word.lower() not in NEVER_PERSON
        ):
            return last + 1
        return last

    def _shouting(self, i: int) -> bool:
        """Whether the sentence is written with most words capitalised, its verbs too, as headlines are."""
        sentence = next(s for s in self.document.sentences if s.first <= i < s.last)
        if any(t.tag in ("VBD", "VBZ") and t.text.islower() for t in self.tokens[sentence.first : sentence.last]):
            return False
        words = [
            t.text for t in self.tokens[sentence.first : sentence.last] if t.text[:1].isalpha() and len(t.text) > 3
        ]
        return sum(w[:1].isupper() for w in words) * 10 > len(words) * 6

    def _is_title_token(self, i: int, last: int) -> bool:
        """Inside a PERSON span, a title before the name: "President | Xi"."""
        token = self.tokens[i]
        word = token.text.lower()
        if word in HONORIFICS or is_style(self.tokens, i):
            return True
        if token.text == "Min":
            return False  # a name, not an abbreviation, without its full stop
        if i + 1 >= last:
            return False
        if word in NAME_TITLES:
            return True
        if i > 0 and i not in self.sentence_first and is_title_noun(self.tokens[i - 1], self.table) and last - i > 1:
            return False  # "Foreign Minister Amir Khan Muttaqi": one title is enough
        if self.tokens[i + 1].dep == "flat" and self.tokens[i + 1].head == i and not self.table.office(token.text):
            return False
        return is_title_noun(token, self.table)

    def _title_before(self, first: int) -> bool:
        """Whether the word before is a title: "President Jordan"."""
        if first == 0 or first in self.sentence_first:
            return False
        before = self.tokens[first - 1]
        return (before.text.lower() in HONORIFICS and before.pos != "PRON" and before.tag != "PRP$") or (
            before.text[:1].isupper() and self._ends_title(first - 1) and before.pos != "PUNCT"
        )

    def _titled(self, people: list[NameMention], known: list[NameMention]) -> list[NameMention]:
        """Capitalised words right after a title that the name finder passed over: "Premier He said"."""
        taken = _cover(people) | _cover([m for m in known if m.kind in (INSTITUTION, DEMONYM)])
        spans = {i for n in self.document.names if n.label != "PERSON" for i in range(n.first, n.last)}
        found = []
        for sentence in self.document.sentences:
            upper = sum(t.text.isupper() and len(t.text) > 1 for t in self.tokens[sentence.first : sentence.last])
            if upper * 2 > sentence.last - sentence.first:
                continue  # a headline in capitals
            for i in range(sentence.first + 1, sentence.last):
                token = self.tokens[i]
                if i in taken or i in spans or not token.text[:1].isupper() or token.text.isupper():
                    continue
                if token.pos not in ("PROPN", "PRON", "NOUN", "AUX", "VERB") or i - 1 in taken:
                    continue
                if not (self._title_before(i)) or self._is_title_token(i, sentence.last) or self._ends_title(i):
                    continue
                if self.table.state(token.text) or self.table.demonym(token.text):
                    continue
                last = i + 1
                while (
                    last < sentence.last
                    and self.tokens[last].text[:1].isupper()
                    and (self.tokens[last].pos == "PROPN" and last not in taken and last not in spans)
                ):
                    last += 1
                if any(
                    self.tokens[k].lemma in MINISTRY_WORDS
                    or ORG_GOVERNMENT.search(self.tokens[k].text)
                    or self._ends_title(k)
                    for k in range(i, last)
                ):
                    continue
                if last < sentence.last and self.tokens[last].text[:1].isupper() and self._ends_title(last):
                    continue  # "Deputy | Majority Leader"
                if last - i == 1 and (self._of_many(i) or token.text.lower() in OUTLETS | OF_PEOPLE):
                    continue
                if self._common(i):
                    continue
                found.append(NameMention(i, last, PERSON, self._surface(i, last)))
                taken |= set(range(i, last))
        return found

    def _of_many(self, i: int) -> bool:
        """Whether a title of several people stands before one word that no other name follows: "Leaders | Meeting"."""
        before = self.tokens[i - 1]
        several = before.tag in ("NNS", "NNPS") or (before.text.lower() != before.lemma and before.text.endswith("s"))
        after = self.tokens[i + 1].text if i + 1 < len(self.tokens) else ""
        return several and after not in (",", "and", "&")

    def _common(self, i: int) -> bool:
        """ "the League Leaders | Meeting", "the Official | Gazette": a word that the text has in small letters too."""
        return self.tokens[i].text.lower() in self._small_words

    @cached_property
    def _small_words(self) -> frozenset[str]:
        return frozenset(t.text for t in self.tokens if t.text.islower() and t.pos in ("NOUN", "VERB"))

    def _named_elsewhere(self, i: int) -> bool:
        word = self.tokens[i].text
        return any(
            any(self.tokens[j].text == word for j in range(n.first, n.last))
            for n in self.document.names
            if n.label == "PERSON" and not n.first <= i < n.last
        )

    def _nicknames(self, people: list[NameMention]) -> list[NameMention]:
        """Single words that are said to be another name of someone: "Ana Ruiz, known as | Nita"."""
        ends, taken = {m.last for m in people}, _cover(people)
        return [
            NameMention(t.i, t.i + 1, PERSON, t.text)
            for t in self.tokens
            if t.text[:1].isupper() and t.i not in taken and explained(self.tokens, t.i) in ends
            if not self._goes_on(t.i + 1)  # "Ana Ruiz called Prime | Minister Bo Lund"
        ]

    def _peoples(self, found: list[NameMention]) -> list[NameMention]:
        """Without the "Serb" of "the Bosnian Serb leader" and the "Turkish" of "the Turkish Cypriots"."""
        starts = {m.first: m for m in found if m.kind == DEMONYM}
        pairs = [(m, after) for m in starts.values() if (after := starts.get(m.last)) is not None]
        dropped = {(one if other.state == "Cyprus" else other).first for one, other in pairs}
        return [m for m in found if m.first not in dropped]

    def _halves(self, found: list[NameMention]) -> list[NameMention]:
        """As in "the North" where the article speaks of North Korea: the state, by the half it is called after."""
        states = self._halved(found)
        kept = [
            m
            for m in found
            if not (m.last - m.first == 1 and self.tokens[m.first].text in states and self._half(m.first))
        ]
        covered = _cover(kept)
        return kept + [
            replace(states[t.text], first=t.i, last=t.i + 1)
            for t in self.tokens
            if t.text in states and t.i not in covered and self._half(t.i)
        ]

    def _halved(self, found: list[NameMention]) -> dict[str, NameMention]:
        """The states that "North" and "South" stand for where the article names either."""
        states: dict[str, NameMention] = {}
        for m in found:
            half, _, rest = m.name.partition(" ")
            if m.kind == STATE and half in HALVES:
                for other in HALVES:
                    entry = self.table.state(f"{other} {rest}")
                    if entry is not None and entry.kind == "state":
                        states[other] = replace(m, name=entry.name, state=entry.name, entry=entry)
        return states

    def _half(self, i: int) -> bool:
        """Whether a point of the compass stands alone after "the"."""
        if i == 0 or i + 1 >= len(self.tokens) or self.tokens[i - 1].text.lower() != "the":
            return False
        return self.tokens[i + 1].pos != "PROPN" and not self.tokens[i + 1].text[:1].isupper()

    def _ends_title(self, i: int) -> bool:
        return is_title_noun(self.tokens[i], self.table) and self.tokens[i].text != "Min"

    def _surnames(self, found: list[NameMention]) -> list[NameMention]:
        """
        A word that ends (or, family name first, begins) a person's full name is that person's wherever it stands alone.

        "Washington" in an article about Kerry Washington stays a place unless the finder said PERSON.
        """
        full = {m.name for m in found if m.kind == PERSON and m.last - m.first > 1}
        last_words = Counter(name.split()[-1] for name in full)
        titled = (m.name for m in found if m.kind == PERSON and m.last - m.first == 1 and self._title_before(m.first))
        last_words.update(name for name in titled if len(name) > 3)  # "Foreign Minister Sugiono"
        ends = {m.last for m in found if m.kind == PERSON}
        last_words.update(m.name for m in found if m.kind == PERSON and explained(self.tokens, m.first) in ends)
        last_words.update(name.split()[0] for name in full if self.table.family_first(name.split()[0]))
        found = [m for m in found if m.kind != PERSON or not self._two_surnames(m.name, last_words)]
        taken = _cover(found)
        upper = {word.upper(): word for word in last_words}  # as headlines in capitals print them
        result = []
        for m in found:
            unknown = m.kind in (CITY, INSTITUTION, VENUE, REGION) and m.entry is None
            name = upper.get(m.name, m.name) if m.name.isupper() and self._shouting(m.first) else m.name
            person = unknown and (name in last_words or name in full)
            result.append(replace(m, kind=PERSON, name=name, type="", state=None) if person else m)
        for token in self.tokens:
            if (
                token.i not in taken
                and token.text in last_words
                and len(token.text) > 1
                and token.pos in ("PROPN", "NOUN", "X", "ADJ")
            ):
                result.append(NameMention(token.i, token.i + 1, PERSON, token.text))
        taken = _cover(result)
        for token in self.tokens:
            if token.i not in taken and token.text.isupper() and len(token.text) > 2 and token.text in upper:
                result.append(NameMention(token.i, token.i + 1, PERSON, upper[token.text]))
        return result

    @staticmethod
    def _two_surnames(name: str, surnames: Counter[str]) -> bool:
        """ "Putin-Zelensky", "TANAKA, CHOU": no name but those of two people."""
        halves = [half.strip().title() for half in re.split(r"[-–,/]", name)]
        return len(halves) == 2 and all(half in surnames for half in halves)

    def _sites(self, found: list[NameMention]) -> list[NameMention]:
        """Names of several words taken for a person once and more often for a place: "the Groote Schuur Minute"."""
        kinds = Counter((m.name, m.kind) for m in found if m.last - m.first > 1)
        places = {
            name: kind
            for (name, kind), n in kinds.items()
            if kind in (CITY, REGION, VENUE) and n > kinds[name, PERSON] > 0
        }
        return [
            replace(m, kind=places[m.name], type=places[m.name])
            if m.kind == PERSON and m.name in places and not self._title_before(m.first)
            else m
            for m in found
        ]

    # ── titles before names ─────────────────────────────────────────────────────────────────────────────────────────

    def _title(self, mention: NameMention, found: list[NameMention]) -> tuple[int, int] | None:
        """
        The token range of the title before a name, state or body included: "US Treasury Secretary", "China's top trade
        negotiator", "President of the European Commission". None where there is none.
        """
        tokens, first = self.tokens, mention.first
        sentence = self._sentence(first)
        people = {i for m in found if m.kind == PERSON for i in range(m.first, m.last)}
        end = i = first
        start = self._office_before(first, sentence, people)
        if start is not None:
            return (self._styled(self._whole(self._extend_left(start, sentence, people), found), sentence), end)
        while i - 1 >= sentence and (is_honorific(tokens[i - 1].text) or is_style(tokens, i - 1)):
            i -= 1
        if self._royal_after_office(i, sentence, people):
            i -= 1
        honorific = i
        if i - 1 < sentence or i - 1 in people:
            return (honorific, end) if honorific < end else None
        if not self._ends_title(i - 1):
            start = self._office_before(i, sentence, people)
            if start is None:
                start = self._of_title(i, sentence, people)
            if start is None:
                return (honorific, end) if honorific < end else None
            i = start
        else:
            i -= 1
        i = self._whole(self._extend_left(i, sentence, people), found)
        return (self._styled(i, sentence), end)

    def _styled(self, i: int, sentence: int) -> int:
        """Where a title starts with the style before it: "His Highness the | Crown Prince X"."""
        tokens, at = self.tokens, i - 1
        at -= at >= sentence and tokens[at].text.lower() == "the"
        while at >= sentence and is_style(tokens, at):
            at -= 1
        if (
            at > sentence
            and tokens[at].text.lower() in STYLED
            and tokens[at - 1].text.lower() in ("his", "her", "their")
        ):
            return at - 1
        return i if at == i - 1 or tokens[at + 1].text.lower() == "the" else at + 1

    def _royal_after_office(self, i: int, sentence: int, people: set[int]) -> bool:
        """As in "Minister of Sport Prince | X": a rank of birth between an office and the name."""
        if i - 2 < sentence or self.tokens[i - 1].text not in ("Prince", "Princess"):
            return False
        return (
            self._of_title(i - 1, sentence, people) is not None
            or self._office_before(i - 1, sentence, people) is not None
        )

    def _sentence(self, i: int) -> int:
        return max((s.first for s in self.document.sentences if s.first <= i), default=0)

    def _office_before(self, i: int, sentence: int, people: set[int]) -> int | None:
        """Where the longest known office that ends before *i* starts: "chief of staff | Lee"."""
        if self.tokens[i - 1].text in MARKS:
            return None
        for start in range(max(sentence, i - 7), i - 1):
            if (
                self.tokens[start].text not in MARKS
                and self.tokens[start].text.lower() not in NOT_NAME_START
                and people.isdisjoint(range(start, i))
                and self.table.office(self._surface(start, i)) is not None
            ):
                return start
        return None

    def _of_title(self, i: int, sentence: int, people: set[int]) -> int | None:
        """As in "Secretary of State | Blinken": where the title starts when it ends in a phrase with "of" or "for"."""
        tokens = self.tokens
        j = i - 1
        steps = 0
        while j > sentence and steps < 9 and j not in people:
            token = tokens[j]
            if token.text.lower() in ("of", "for") and self._ends_title(j - 1) and tokens[j - 1].text[:1].isupper():
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

    @staticmethod
    def _whole(i: int, found: list[NameMention]) -> int:
        """Where the name begins that token *i* stands in: a title takes in "United Arab Emirates" or none of it."""
        return next((m.first for m in found if m.first < i < m.last), i)

    def _extend_left(self, i: int, sentence: int, people: set[int]) -> int:
        """From the head of a title leftwards over what modifies it."""
        tokens = self.tokens
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
            elif word in ("and", "&") and self._ends_state(i - 2):
                break  # "X of the United States | and Chinese President Y"
            elif word in ("and", "&") and i - 2 >= sentence and self._portfolio(i - 2) and self._ends_title_ahead(i):
                i -= 1
            elif word in ("and", "&") and (first := self._office_joined(i - 1, sentence, people)) is not None:
                i = first
            elif token.pos in ("PROPN", "ADJ") or (token.pos in ("NOUN", "NUM") and token.dep in _MODIFIER_DEPS):
                if token.pos == "NUM":
                    break
                i -= 1
            elif (token.pos == "VERB" and token.tag in ("VBN", "VBG", "JJ") and token.dep == "amod") or (
                self._ends_title(i - 1) and token.pos in ("NOUN", "PROPN")
            ):
                i -= 1
            else:
                break
        while i < len(tokens) and (tokens[i].text == "-" or tokens[i].text.lower() in ("and", "&", "'s")):
            i += 1
        return i

    def _ends_state(self, i: int) -> bool:
        """Whether the name of a state, after "of", ends at a token."""
        for first in range(max(0, i - 2), i + 1):
            of = self.tokens[first - 1].text.lower() in ("of", "the") if first else False
            if of and self.table.state(self._surface(first, i + 1)) is not None:
                return True
        return False

    def _office_joined(self, i: int, sentence: int, people: set[int]) -> int | None:
        """
        As in "Deputy Prime Minister | and Minister of Defence X": where the first of two offices of one person starts.

        None for "the president and Foreign Minister X", who are two.
        """
        if i - 1 < sentence or i - 1 in people or not self._ends_title(i - 1) or self.tokens[i - 1].tag[-1:] == "S":
            return None
        first = self._extend_left(i - 1, sentence, people)
        before = self.tokens[first - 1].text.lower() if first > sentence else ""
        determined = before in NOT_NAME_START and not any(self.tokens[j].tag == "JJ" for j in range(first, i - 1))
        return None if determined or first - 1 in people else first

    def _portfolio(self, i: int) -> bool:
        """As in "Foreign | and Commonwealth Secretary": an adjective or noun in capitals that is no person or place."""
        token = self.tokens[i]
        return (
            token.pos in ("PROPN", "ADJ", "NOUN")
            and token.dep in ("amod", "compound", "conj", "nmod")
            and (self.table.state(token.text) is None and not self._ends_title(i))
        )

    def _ends_title_ahead(self, i: int) -> bool:
        return any(self._ends_title(j) for j in range(i, min(i + 4, len(self.tokens))))

    def _drop_inside_titles(self, found: list[NameMention]) -> Iterator[NameMention]:
        """Names seen inside a title are part of it, unless they are whose title it is."""
        titles = [m.title for m in found if m.title]
        for m in found:
            if self._minded(m):
                continue
            inside = next((t for t in titles if t[0] <= m.first and m.last <= t[1]), None)
            if inside is None or m.kind in (STATE, DEMONYM):
                yield m
            elif m.kind == INSTITUTION and m.last > (office := self._office_start(*inside)):
                speaks = self.tokens[inside[1] - 1].text.lower().startswith("spokes") and m.entry is not None
                if m.first == office and (speaks or self._owns_office(m, inside[1])):
                    yield m
                elif m.first < office and m.entry is not None and m.state:  # "US Treasury" of "US Treasury Secretary"
                    yield NameMention(m.first, office, STATE, m.state, "country", state=m.state)
            elif m.kind in (INSTITUTION, CITY, REGION) and self._stands_alone(m):
                yield m

    def _minded(self, m: NameMention) -> bool:
        """Whether a supposed body is but what a minister minds: "the Minister of Commerce and | Industry"."""
        tokens = self.tokens
        if m.kind != INSTITUTION or m.entry is not None or m.type not in ("organization", "international"):
            return False
        i = m.first - 1
        while (
            i > 1 and m.first - i < 6 and (tokens[i].text in ("and", "&", ",", "the") or tokens[i].text[:1].isupper())
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

    def _stands_alone(self, m: NameMention) -> bool:
        """Whether a name inside a title is sure enough to be one by itself."""
        return m.entry is not None or m.type == "government" or (m.kind == INSTITUTION and m.last - m.first > 1)

    def _owns_office(self, m: NameMention, last: int) -> bool:
        """Whether a body in an office's name is whose it is: "NATO Secretary-General", not "Treasury Secretary"."""
        office = self.table.office(self._surface(m.first, last))
        return m.entry is not None and m.last < last and office is not None and office.state is None

    def _office_start(self, first: int, last: int) -> int:
        """Where the longest known office that ends a title begins."""
        for i in range(first, last):
            if self.table.office(self._surface(i, last)) is not None:
                return i
        return last

    # ── the rest of what the name finder saw ────────────────────────────────────────────────────────────────────────

    def _others(self, taken: set[int]) -> list[NameMention]:
        found = []
        for name in self.document.names:
            if name.label == "PERSON":
                continue
            pieces = list(_free_runs(name, taken))
            for first, last in pieces:
                span = self._trim(first, last)
                if span is None:
                    continue
                mention = self._other(*span, name.label, whole=span == (name.first, name.last))
                if mention is not None:
                    found.append(mention)
                    taken.update(range(mention.first, mention.last))
        return found

    def _trim(self, first: int, last: int) -> tuple[int, int] | None:
        tokens = self.tokens
        while first < last and (
            tokens[first].text.lower() in NOT_NAME_START
            or tokens[first].pos in ("PUNCT", "PART", "ADP", "CCONJ", "NUM")
        ):
            first += 1
        while last > first and (
            tokens[last - 1].pos in ("PUNCT", "PART", "ADP", "DET", "CCONJ") or tokens[last - 1].text == "-"
        ):
            last -= 1
        return (first, last) if first < last else None

    def _named_person(self, first: int, last: int, text: str) -> bool:
        """Whether a title right before a span of names makes it a person: "minister | Airlangga Hartarto"."""
        if first == 0 or last - first < 2 or ORG_GOVERNMENT.search(text) or ORG_COMPANY.search(text):
            return False
        title = self.tokens[first - 1].text.lower() in NAME_TITLES or self._ends_title(first - 1)
        if first > 2 and self.tokens[first - 2].text == "," and first - 3 in _within(self.document.names, "PERSON"):
            return False  # "Jane Roe, Commissioner | Inland Ports"
        named = all(t.text[:1].isupper() or t.text.lower() in NAME_PARTICLES for t in self.tokens[first:last])
        return named and (self._of_state(first) or (title and self.tokens[first - 1].tag not in ("NNS", "NNPS")))

    def _of_state(self, i: int) -> bool:
        """As in "Peru's | Ana Ruiz stayed away": who does something, or has it done, is a person and no town."""
        owned = i > 1 and self.tokens[i - 1].text in ("'s", "’s", "'", "’")
        acting = self.tokens[i].dep in ("nsubj", "nsubj:pass", "obj", "conj")
        return owned and acting and self.table.state(self.tokens[i - 2].text) is not None

    def _beside_person(self, first: int, last: int) -> bool:
        """As in "between | Imran and Jane Roe": a name that no table knows, tied by "and" to a person's."""
        people = [n for n in self.document.names if n.label == "PERSON"]
        after = self.tokens[last].text == "and" if last < len(self.tokens) else False
        before = first > 1 and self.tokens[first - 1].text == "and"
        return (after and any(n.first == last + 1 for n in people)) or (
            before and any(n.last == first - 1 for n in people)
        )

    def _all_title(self, first: int, last: int) -> bool:
        return self.table.office(self._surface(first, last)) is not None or all(
            self._ends_title(i) for i in range(first, last)
        )

    def _in_office(self, first: int, last: int, label: str) -> bool:
        """As in "the Brown | administration": one word before what only a head of government has."""
        after = self.tokens[last].text.lower() if last < len(self.tokens) else ""
        return (
            label in ("ORG", "GPE", "LOC")
            and last - first == 1
            and after in ("administration", "presidency", "premiership", "cabinet")
        )

    def _outlet(self, first: int, last: int) -> bool:
        """Whether brackets set off the agency that a dateline credits: "(Alpine News)", "LIMA (ALN) -"."""
        tokens = self.tokens
        if first in self.credits:
            return True
        return (
            tokens[last - 1].text.lower() in OUTLETS
            and any(t.text == "(" for t in tokens[max(0, first - 3) : first])
            and any(t.text == ")" for t in tokens[last : last + 2])
        )

    def _other(self, first: int, last: int, label: str, *, whole: bool) -> NameMention | None:
        text = self._surface(first, last)
        if not any(c.isupper() for c in text) or text.lower() in NEVER_PERSON | VEHICLES or self._outlet(first, last):
            return None
        if last - first == 1 and (is_style(self.tokens, first) or self._of_office(last, text)):
            return None
        headed = label in ("GPE", "LOC", "ORG") and " " in text and VENUE_HEAD.search(text.split()[-1])
        if label == "FAC" or (headed and not ORG_GOVERNMENT.search(text)):
            return NameMention(first, last, VENUE, text, "venue")
        if label in ("ORG", "GPE", "LOC") and (
            self._named_person(first, last, text) or self._in_office(first, last, label)
        ):
            return NameMention(first, last, PERSON, text)
        if label == "ORG":
            if not whole and last - first == 1 and self.tokens[first].dep == "compound" and len(text) < 3:
                return None
            if last - first == 1 and self._ends_title(last) if last < len(self.tokens) else False:
                return None  # "Trade | Representative"
            if last - first == 1 and (is_bare(text) or text in self.things):
                return None
            if self.tokens[last - 1].text in ("government", "regime") or self.tokens[last - 1].tag == "NNS":
                return None  # "Oslo trucking associations"
            return NameMention(first, last, INSTITUTION, text, org_type(text))
        if label in ("GPE", "LOC") and (text in HALVES or is_bare(text)):
            return None
        if label in ("GPE", "LOC") and (self.tokens[last - 1].tag == "JJ" or self._all_title(first, last)):
            return None  # "the South Asian economies", "the Crown Prince"
        if label == "GPE" and self._beside_person(first, last):
            return NameMention(first, last, PERSON, text)
        if label == "GPE":
            if self.tokens[first].pos not in ("PROPN", "NOUN", "X") or text.lower() in ("one", "two", "first"):
                return None
            return NameMention(first, last, CITY, text, "city")
        if label == "LOC":
            return NameMention(first, last, REGION, text, "region")
        if label in ("EVENT", "LAW", "PRODUCT"):
            return NameMention(first, last, EVENT, text, label.lower())
        return None


LANDFORMS_BEFORE = word_set("Lake Mount Cape")
LANDFORMS = word_set(
    "Peninsula Strait Straits Shoal Reef Canal River Valley Desert Lake Gulf Bay Delta Basin Plateau Archipelago"
)
OUTLETS = word_set(
    "news press wire agency herald times post tribune courier gazette dispatch ledger examiner shimpo correspondents "
    "service bureau journal observer chronicle telegraph reporter standard mail"
)
# What is called after people: "the Jimmy Carter Library" is none.
OF_PEOPLE = word_set(
    "library school university college institute foundation prize award medal doctrine plan act law amendment street "
    "avenue boulevard road bridge park memorial hospital cup show trial campaign era family day lecture"
)
# Family names that are small English words as well.
ALSO_FAMILY_NAMES = word_set("to an do so no in on my may will he be ha bo")
# Honours, seats and picture agencies after a name: "Jane Roe | KCB", "Jane Roe | PTI".
AFTER_NAMES = word_set(
    "MP MPs MEP MLA MLC TD QC KC OBE CBE MBE KBE DBE GBE KCB KCMG CMG AM AO SC SAN GCON GCFR CFR OFR MFR CON "
    "PTI ANI IANS UNI AFP AP EPA AA NAN APP TNA BERNAMA"
)
VEHICLES = frozenset({"air force one", "air force two", "marine one"})
_MODIFIER_DEPS = frozenset(
    {"compound", "amod", "nmod", "nmod:desc", "nmod:poss", "inside", "flat", "conj", "nmod:unmarked"}
)


def _credits(document: Document) -> Iterator[int]:
    """The tokens in the brackets of a dateline, which name the agency: "Lima, Peru (ALN) - The", "(Wire/ALN) LIMA"."""
    tokens, seen = document.tokens, set()
    for sentence in document.sentences:
        if sentence.block in seen:
            continue
        seen.add(sentence.block)
        head = [t.text for t in tokens[sentence.first : sentence.first + DATELINE]]
        first = head.index("(") if "(" in head else len(head)
        if any(t.pos not in ("PROPN", "PUNCT") for t in tokens[sentence.first : sentence.first + first]):
            continue
        closing = [i for i in range(first, len(head)) if head[i] == ")"]
        ends = [i for i in closing if head[i + 1 : i + 2] in DASHES or sentence.first + i + 1 == sentence.last]
        yield from range(sentence.first + first, sentence.first + (ends[0] if ends else first))


DASHES = (["-"], ["--"], ["—"], ["–"], ["_"], [":"])
DATELINE = 24  # tokens from the start of a paragraph in which a dateline ends


def is_style(tokens: Sequence[Token], i: int) -> bool:
    """ "HE | Paul Kagame", "H.E. | Paul Kagame", "H E | Paul Kagame" and the E of that."""
    text = tokens[i].text
    apart = [tokens[j].text + tokens[j + 1].text for j in (i - 1, i) if 0 <= j < len(tokens) - 1]
    return text in STYLES or (len(text) == 1 and bool({"HE", "HH"} & set(apart)))


def is_title_noun(token: Token, table: Gazetteer) -> bool:
    """Whether a word names an office by itself, in the singular or the plural: "minister", "Presidents"."""
    if token.tag.startswith("VB") and token.text.islower():
        return False  # "hosted" is no host
    if table.title_word(token.lemma.replace("’", "'")) is not None or table.office(token.text) is not None:
        return True
    word = token.text.lower()
    single = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return word.endswith("s") and len(single) > 3 and table.title_word(single) is not None


def is_honorific(word: str) -> bool:
    """Whether a word before a name but addresses: "Chief | Bello", not "army chief | Bello"."""
    return word.lower().rstrip(".") in HONORIFICS and word != "chief"


def org_type(text: str) -> str:
    """What kind of institution a name by itself looks like."""
    if ORG_COMPANY.search(text):
        return "company"
    if ORG_INTERNATIONAL.search(text):
        return "international"
    if ORG_GOVERNMENT.search(text):
        return "government"
    return "organization"


def ministry_name(words: str) -> str:
    """The name a ministry would sign with: "commerce" → "Ministry of Commerce", "foreign" → "Foreign Ministry"."""
    titled = " ".join(w if w in ("and", "&", "of") else w[:1].upper() + w[1:] for w in words.split())
    if titled.split()[-1] in ("Foreign", "Interior", "External"):
        return f"{titled} Ministry"
    return f"Ministry of {titled}"


def _cover(mentions: Iterable[NameMention]) -> set[int]:
    return {i for m in mentions for i in range(m.first, m.last)}


def _within(names: Iterable[Name], label: str) -> set[int]:
    """The tokens inside names of a kind."""
    return {i for name in names if name.label == label for i in range(name.first, name.last)}


def _overlaps(mention: NameMention, taken: set[int]) -> bool:
    return any(i in taken for i in range(mention.first, mention.last))


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
