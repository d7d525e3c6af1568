"""Where and when: attaches the places and times of a sentence to the events told in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.facts.link import PLACE_PREPOSITIONS, Linked
from kg.facts.offices import Offices
from kg.model import MeetingKind, Sentence, Status, When
from kg.text.boilerplate import BlockKind, blocks, plain
from kg.text.dateline import dateline as read_dateline
from kg.text.dates import Role, TimeMention, times
from kg.text.mentions import CITY, REGION, STATE, VENUE, NameMention

PLACE_CASES = PLACE_PREPOSITIONS | frozenset({"on the sidelines of", "on", "of"}) - {"from", "into"}
MOVING = frozenset(
    "travel fly go come arrive head land visit return journey leave depart drive sail gather stop tour trip be hold stay".split()
)
# Common nouns that a place may hang on and still be the event's: "on the sidelines of a forum in Bali".
PASSABLE = frozenset(
    "sideline sidelines margin margins capital city palace hotel resort residence outskirts venue estate villa town village house day "
    "round series session forum conference summit assembly edge end start visit trip tour office headquarters airport base "
    "part center centre hall building compound ranch mansion castle mission embassy beginning occasion meeting talks talk "
    "negotiation discussion consultation session gathering week weekend ceremony funeral inauguration event gala exchange "
    "dinner lunch date time today yesterday morning afternoon evening night hour first second third time encounter "
    "dialogue location site suburb state room table stop leg stay port province island programme program agenda schedule".split()
)
BUILDINGS = frozenset(
    "hotel palace airport villa residence office headquarters restaurant resort suburb mansion embassy guesthouse hall club "
    "university museum church cathedral cafe base port conference forum summit home flat apartment house street park".split()
)
CONTAINING_CASES = frozenset({"at", "during", "on the sidelines of", "on the margins of", "alongside", "around", "on"})
REPORTING = frozenset("say tell add report announce state declare note write tweet post comment claim argue stress".split())
CAPITAL_NOUNS = frozenset({"capital"})


@dataclass(frozen=True, slots=True)
class Setting:
    """Place and time of one telling; keys of entities. `place_basis` is "own", "story", "dateline" or empty."""

    place: str | None = None
    country: str | None = None
    venue: str | None = None
    start: When | None = None
    end: When | None = None
    place_basis: str = ""


class Settings:
    """Finds the setting of each event of one article."""

    def __init__(self, linked: Linked, offices: Offices, triggers: frozenset[int]) -> None:
        self.linked = linked
        self.offices = offices
        self.syntax = linked.syntax
        self.tokens = linked.document.tokens
        self.document = linked.document
        self.triggers = triggers
        self.text = plain(linked.text).replace("\n", " ")
        self.blocks = blocks(linked.document.article)
        self._times: dict[tuple[int, str], tuple[tuple[int, TimeMention], ...]] = {}
        self.filed = self._filed()

    def _filed(self) -> tuple[int, int] | None:
        """Month and day of a dateline without a year."""
        for block in self.blocks[:6]:
            if block.kind in (BlockKind.DATELINE, BlockKind.PARAGRAPH):
                # a dateline's block ends with its dash; what follows tells that it is one
                line = read_dateline(self.text[block.span.start : block.span.end + 4])
                if line is not None and line.yearless:
                    return line.yearless
        return None

    def is_headline(self, number: int) -> bool:
        kind = self.blocks[self.document.sentences[number].block].kind
        return kind in (BlockKind.HEADLINE, BlockKind.HEADING)

    # ── public ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def of(self, trigger: int, status: Status, *, noun: int | None = None) -> Setting:
        """The place and time that the trigger's own clause gives."""
        heads = {trigger, noun} - {None}
        tense = self._tense(trigger, status)
        start, end = self._time(trigger, heads, tense)  # type: ignore[arg-type]
        place, venue, country = self._where(trigger, heads)  # type: ignore[arg-type]
        return Setting(place, country, venue, start, end, "own" if place or venue else "")

    def city_key(self, name: str) -> str:
        """The key of a city that the text names only by its state ("the Spanish capital") or as a metonym."""
        from kg.facts.link import Thing, slug
        from kg.model import EntityKind

        key = f"place/{slug(name)}"
        if key not in self.linked.things:
            city = self.linked.table.city(name)
            self.linked.things[key] = Thing(
                key,
                EntityKind.PLACE,
                "city",
                name,
                country=city.country if city else None,
                lat=city.lat if city else None,
                lon=city.lon if city else None,
                same_as=(f"geonames:{city.geonames}",) if city and city.geonames else (),
            )
        return key

    def same_place(self, a: Setting, b: Setting) -> bool | None:
        """True where both name one place, False where they name different ones, None where one names none."""
        if a.place and b.place:
            if a.place == b.place:
                return True
            ca, cb = self.country_of(a.place), self.country_of(b.place)
            if ca and cb and ca == cb and (self.linked.is_state(a.place) or self.linked.is_state(b.place)):
                return True
            return False
        if a.venue and b.venue:
            return True if a.venue == b.venue else None
        return None

    def same_time(self, a: Setting, b: Setting) -> bool | None:
        """True where the times can be the same, False where they cannot, None where one gives none."""
        if a.start is None or b.start is None:
            return None
        x, y = a.start, b.start
        if x.first and x.last and y.first and y.last:
            a_last = a.end.last if a.end and a.end.last else x.last
            b_last = b.end.last if b.end and b.end.last else y.last
            near = abs((x.first - y.first).days) <= 1 and x.first == x.last and y.first == y.last
            return (x.first <= b_last and y.first <= a_last) or (near and None)  # type: ignore[return-value]
        if x.edtf and y.edtf:
            if x.edtf == y.edtf:
                return True
            xs, ys = x.edtf.split("-"), y.edtf.split("-")
            pairs = list(zip(xs, ys, strict=False))
            if any(p != q and "X" not in p + q for p, q in pairs):
                same_month = len(xs) > 2 and len(ys) > 2 and xs[1] == ys[1] and abs(int(xs[2][:2]) - int(ys[2][:2])) <= 1
                return None if same_month else False
            return True
        return None

    def merged(self, a: Setting, b: Setting) -> Setting:
        """What two tellings of one event give together; the first's values stay unless the second's are finer."""
        place, basis = a.place, a.place_basis
        if (place is None and b.place) or (
            place and b.place and self.linked.is_state(place) and not self.linked.is_state(b.place)
        ):
            place, basis = b.place, b.place_basis
        start, end = a.start, a.end or b.end
        if start is None or (b.start is not None and _finer(b.start, start)):
            start = b.start
        elif b.start is not None and end is None and start.first and b.start.first and b.start.first > start.first:
            pass
        return replace(
            a, place=place, place_basis=basis, venue=a.venue or b.venue, country=a.country or b.country, start=start, end=end
        )

    def completed(self, setting: Setting, trigger: int, kind: MeetingKind, status: Status) -> Setting:
        """The country of the place; where the text gives no place, that of the story, last of all the dateline's."""
        if kind is MeetingKind.CALL:
            return replace(setting, place=None, venue=None, country=None)
        if setting.place is None and self._is_news(setting, status) and (place := self._story_place(trigger)):
            setting = replace(setting, place=place, place_basis="dateline" if place == self.dateline() else "story")
        if setting.place is None and setting.venue is None:
            return setting
        if setting.place is None and setting.venue is not None:
            country = self.linked.things[setting.venue].country
            return replace(setting, country=setting.country or (self.linked.state_key(country) if country else None))
        country = self.country_of(setting.place or "")
        return replace(setting, country=country or setting.country)

    def _is_news(self, setting: Setting, status: Status) -> bool:
        """Whether an event is of the days that the article reports on: not a flashback, and no plan for other days."""
        published = self.linked.document.article.published
        start = setting.start
        if start is not None and start.first and published:
            days = (published - start.first).days
            return 0 <= days <= 4 if status is Status.HAPPENED else -1 <= days <= 0
        if status is not Status.HAPPENED:
            return False
        if start is not None and start.edtf is not None:
            return self.filed is not None and start.edtf == f"XXXX-{self.filed[0]:02}-{self.filed[1]:02}"
        return True

    def _story_place(self, trigger: int) -> str | None:
        return self.dateline()

    def country_of(self, key: str) -> str | None:
        """The key of the state that a place lies in."""
        if self.linked.is_state(key):
            return key
        thing = self.linked.things.get(key)
        return self.linked.state_key(thing.country) if thing is not None and thing.country else None

    def dateline(self) -> str | None:
        """The key of the place that the article's dateline names, where the tables know it."""
        words = self.linked.document.article.dateline
        if not words:
            return None
        name = words.split(",")[0].strip()
        name = name if not name.isupper() else name.title()
        state = self.linked.table.state(name)
        if state is not None:
            return self.linked.state_key(state.name)
        city = self.linked.table.city(name)
        return self.city_key(city.name) if city is not None else None

    # ── places ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _where(self, trigger: int, heads: set[int]) -> tuple[str | None, str | None, str | None]:
        found = [(self._rank(m, heads), m) for m in self._places(trigger) if self._belongs(m.first, trigger, heads)]
        found.sort(key=lambda pair: (pair[0], pair[1].first))
        places = [m for _, m in found if m.kind in (CITY, REGION)]
        venues = [m for _, m in found if m.kind == VENUE]
        states = [m for _, m in found if m.kind == STATE]
        place = self._place_key(places[0]) if places else self._where_clause(trigger)
        country = self.linked.at[states[0].first] if states else None
        if place is None:
            place = self._nominal_place(trigger, heads) or country
        venue = self.linked.at[venues[0].first] if venues else None
        return place, venue, country

    def _where_clause(self, trigger: int) -> str | None:
        """ "New York, where she met …": the noun that the clause hangs on, or the place that hangs on that noun."""
        at = self.syntax.clause(trigger)
        for _ in range(4):
            wheres = [c for c in self.syntax.children(at, "advmod", "mark", "obl") if self.syntax.word(c) == "where"]
            if wheres:
                return self._place_before(wheres[0])
            if self.syntax.dep[at] == "conj" and self._shares_subject(at):
                at = self.syntax.head[at]
            elif self.syntax.dep[at] in ("xcomp", "ccomp"):
                at = self.syntax.head[at]
            else:
                return None
        return None

    def _place_before(self, i: int) -> str | None:
        """The place named last before token *i*, in its sentence."""
        found = [m for m in self._places(i) if m.last <= i and not self._owns(m)]
        if not found:
            return None
        last = found[-1]
        if last.kind == STATE and len(found) > 1 and self._apposed(found[-2], last):
            last = found[-2]  # "Gyeongju, South Korea, where …"
        return self._place_key(last) if last.kind != VENUE else None

    def _apposed(self, city: NameMention, state: NameMention) -> bool:
        return self.tokens[city.last].text == "," and city.last + 1 == state.first

    def _owns(self, m: NameMention) -> bool:
        """ "China's premier": a state or city that something belongs to."""
        return self.syntax.dep[m.first] in ("nmod:poss", "compound", "amod", "nmod:desc")

    def _shares_subject(self, verb: int) -> bool:
        return not self.syntax.children(verb, "nsubj", "nsubj:pass", "csubj", "expl")

    def _place_key(self, m: NameMention) -> str:
        key = self.linked.at[m.first]
        return self.city_key(m.name) if m.first in self.linked.metonyms else key

    def _places(self, trigger: int) -> list[NameMention]:
        number = self.syntax.sentence_of[trigger]
        return [
            m for m in self.linked.names
            if m.kind in (CITY, REGION, VENUE, STATE) and self.syntax.sentence_of[m.first] == number
            and not self.linked.in_title(m)
        ]

    def _rank(self, m: NameMention, heads: set[int]) -> int:
        """Nearer in the tree first."""
        for distance, above in enumerate(self.syntax.ancestors(m.first)):
            if above in heads:
                return distance
        return 50 + abs(m.first - min(heads))

    def _belongs(self, i: int, trigger: int, heads: set[int]) -> bool:
        """Whether the place at *i* is the place of the event at *trigger*."""
        syntax = self.syntax
        relation = syntax.dep[i]
        if relation in ("compound", "nmod:poss", "amod", "nmod:desc"):
            m = self.linked.mention_at.get(i)
            if m is None or m.kind not in (CITY, REGION, VENUE):
                return False
            above = syntax.head[i]
            return above in heads or (  # "in a Moscow hotel"
                syntax.lemma(above) in BUILDINGS
                and self.tokens[above].text.islower()
                and self._is_inside(above)
                and self._climbs(above, trigger, heads)
            )
        if relation in ("appos", "conj", "nmod:unmarked", "list") and i not in heads:
            above = syntax.head[i]
            other = self.linked.mention_at.get(above)
            if other is not None and other.kind in (CITY, REGION, VENUE, STATE) and self._belongs(above, trigger, heads):
                return relation != "conj"
            if syntax.lemma(above) in PASSABLE and relation == "appos":
                return self._climbs(above, trigger, heads)
            return False
        case = syntax.case(i)
        if not self._is_place_case(case, i, trigger):
            return False
        return self._climbs(i, trigger, heads)

    def _is_inside(self, i: int) -> bool:
        return self.syntax.case(i).split()[:1] in (["in"], ["at"], ["inside"], ["near"], ["outside"])

    def _is_place_case(self, case: str, i: int, trigger: int) -> bool:
        first = case.split()[0] if case else ""
        if first in ("in", "at", "inside", "outside", "near", "across", "throughout", "around", "aboard", "within"):
            return True
        if case == "on":
            return self.linked.mention_at[i].kind == REGION
        above = self.syntax.head[i]
        if case == "of":
            return self.syntax.lemma(above) in ("city", "capital", "town", "resort", "port", "village", "island", "outskirts")
        if first in ("to", "for", "into") or case == "":
            lemma = self.syntax.lemma(above)
            if lemma in MOVING - {"be", "hold", "leave"} or lemma in ("visit", "trip", "journey", "tour", "move"):
                return True
            return case == "" and self.syntax.dep[i] == "obj" and lemma == "visit"
        return False

    def _climbs(self, i: int, trigger: int, heads: set[int]) -> bool:
        """From *i* upwards: the first event met on the way is the one it belongs to."""
        syntax = self.syntax
        clause = syntax.clause(trigger)
        at = i
        for above in syntax.ancestors(i):
            relation = syntax.dep[at]
            if above in heads:
                return True
            if above in self.triggers and not self._carries(above, trigger):
                if not syntax.is_verb(above) and syntax.case(above) in CONTAINING_CASES:
                    at = above  # "a meeting … at the summit in Bali": the summit's place is the meeting's
                    continue
                return False
            if syntax.is_verb(above):
                if above == clause:
                    return self._carries(above, trigger) or not self._taken(above, trigger)
                if relation in ("acl:relcl", "advcl"):
                    return False
                if self._moves_to(above, trigger, clause):
                    return True
                if syntax.dep[above] in ("acl", "acl:relcl", "advcl") and self._since(above):
                    return False
                if syntax.dep[above] in ("acl", "acl:relcl") and syntax.head[above] in heads:
                    return True
                if syntax.lemma(above) in REPORTING:
                    return False
                if self._is_light(above, trigger):
                    return True
            elif self.linked.key(above) is None and syntax.lemma(above) not in PASSABLE and not syntax.children(above, "cop"):
                if syntax.tokens[above].pos in ("NOUN", "PROPN") and above not in (clause,):
                    return False
            at = above
        return False

    def _taken(self, verb: int, trigger: int) -> bool:
        """Whether the clause's verb is an event itself, and another one than the trigger's."""
        return verb in self.triggers and verb != trigger

    def _carries(self, verb: int, trigger: int) -> bool:
        """Whether a verb that may tell a meeting only carries the trigger's noun: "hosted a meeting", "met for talks"."""
        if not self.syntax.is_verb(verb) or self.syntax.is_verb(trigger):
            return False
        relation = self.syntax.dep[trigger]
        return self.syntax.head[trigger] == verb and (
            relation in ("obj", "nsubj:pass", "xcomp") or (relation == "obl" and self.syntax.case(trigger) in ("for", "in", "to"))
        )

    def _since(self, clause: int) -> bool:
        """ "the first meeting since … were killed": another event of another time."""
        return any(
            self.syntax.word(c) in ("since", "after", "before", "until", "because")
            for c in self.syntax.children(clause, "mark", "advmod", "case")
        )

    def _moves_to(self, verb: int, trigger: int, clause: int) -> bool:
        """ "flew to Madrid to meet", "arrived in Beijing and met": the place of a movement is that of what follows."""
        if self.syntax.lemma(verb) not in MOVING:
            return False
        return (
            clause == verb
            or verb in list(self.syntax.ancestors(trigger))[:4]
            or clause in self.syntax.children(verb, "conj", "advcl", "xcomp")
            or verb in self.syntax.children(clause, "advcl")
        )

    def _is_light(self, verb: int, trigger: int) -> bool:
        """The verb that carries the event noun: "held talks in Madrid"."""
        return self.syntax.clause(trigger) == verb

    def _nominal_place(self, trigger: int, heads: set[int]) -> str | None:
        """ "in the Spanish capital", "here"."""
        sentence = self._sentence(trigger)
        for i in range(sentence.first, sentence.last):
            lemma = self.tokens[i].lemma
            if lemma in CAPITAL_NOUNS and self.linked.key(i) is None and self.syntax.case(i).split()[:1] in (["in"], ["to"], ["at"]):
                key = self._capital(i)
                if key and self._climbs(i, trigger, heads):
                    return key
            if lemma == "here" and self.syntax.dep[i] == "advmod" and (
                self.syntax.head[i] in heads or self._climbs(i, trigger, heads)
            ):
                return self.dateline()
        return None

    def _capital(self, i: int) -> str | None:
        for child in self.syntax.children(i, "amod", "compound", "nmod:poss", "nmod"):
            key = self.linked.key(child)
            if key and self.linked.is_state(key):
                state = self.linked.table.state(self.linked.things[key].name)
                if state is not None and state.capital:
                    return self.city_key(state.capital)
        return None

    # ── times ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _sentence(self, i: int) -> Sentence:
        return self.document.sentences[self.syntax.sentence_of[i]]

    def _tense(self, trigger: int, status: Status) -> str | None:
        if status is Status.HAPPENED:
            return "past"
        if status in (Status.PLANNED, Status.POSSIBLE):
            return "future"
        return "past"

    def times(self, number: int, tense: str | None) -> tuple[tuple[int, TimeMention], ...]:
        """(index of the token where it starts, time) of each time in a sentence."""
        cached = self._times.get((number, tense or ""))
        if cached is not None:
            return cached
        sentence = self.document.sentences[number]
        start, end = self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end
        article = self.document.article
        found = []
        for mention in times(
            self.text[start:end], published=article.published, tense=tense, filed=self.filed
        ):
            at = next(
                (i for i in range(sentence.first, sentence.last) if self.tokens[i].end > start + mention.span.start), None
            )
            if at is not None:
                found.append((at, mention))
        self._times[(number, tense or "")] = tuple(found)
        return tuple(found)

    def _time(self, trigger: int, heads: set[int], tense: str | None) -> tuple[When | None, When | None]:
        number = self.syntax.sentence_of[trigger]
        sentence = self.document.sentences[number]
        offset = self.tokens[sentence.first].start
        starts: list[tuple[int, When]] = []
        ends: list[When] = []
        for at, mention in self.times(number, tense):
            last = max(
                (i for i in range(at, sentence.last) if self.tokens[i].start < offset + mention.span.end), default=at
            )
            inside = range(at, last + 1)
            top = min(inside, key=lambda i: (len(list(self.syntax.ancestors(i))), i))
            rank = self._time_rank(top, set(inside), trigger, heads)
            if rank is None:
                continue
            if mention.role is Role.UNTIL:
                ends.append(mention.when)
            elif mention.role is Role.BY:
                starts += [(rank + 40, mention.when)] if tense == "future" else []
            elif mention.role is Role.SINCE and self._is_since(at) and not self._goes_on(trigger):
                continue
            elif mention.role not in (Role.BEFORE, Role.AFTER):
                starts.append((rank, mention.when))
        if not starts:
            return None, None
        starts.sort(key=lambda pair: pair[0])
        when = starts[0][1]
        if when.edtf and "/" in when.edtf:
            return _split(when)
        return when, None

    def _is_since(self, at: int) -> bool:
        """Whether "since" stands before a time: "the first meeting since 2019" was not in 2019."""
        return any(self.tokens[j].lemma == "since" for j in range(max(0, at - 3), at))

    def _goes_on(self, trigger: int) -> bool:
        """ "have been meeting since Monday", "have held four rounds since May": it, or the series, began then."""
        clause = self.syntax.clause(trigger)
        has = any(self.syntax.word(c) in ("has", "have") for c in self.syntax.children(clause, "aux"))
        repeated = self.tokens[trigger].tag == "NNS" or any(
            self.syntax.lemma(c) == "time" for c in self.syntax.children(clause, "obl:unmarked", "obj", "advmod", "obl")
        )
        return has and (self.tokens[clause].tag == "VBG" or repeated)

    def _time_rank(self, top: int, inside: set[int], trigger: int, heads: set[int]) -> int | None:
        """How close a time stands to the event in the tree; None where it belongs to something else."""
        syntax = self.syntax
        clause = syntax.clause(trigger)
        at = top
        for distance, above in enumerate(syntax.ancestors(top)):
            if above in inside:
                at = above
                continue
            if above in heads:
                return distance
            if above in self.triggers and not self._carries(above, trigger):
                return None
            if syntax.is_verb(above) or syntax.children(above, "cop"):
                if above == clause:
                    return 10 + distance
                if syntax.dep[above] in ("acl", "acl:relcl") and syntax.head[above] in heads:
                    return 5 + distance if not self._since(above) else None
                if self._moves_to(above, trigger, clause):
                    return 20 + distance
                return None
            lemma = syntax.lemma(above)
            if self.linked.key(above) is None and lemma not in PASSABLE and syntax.tokens[above].pos == "NOUN":
                if syntax.dep[at] not in ("obl:unmarked", "nmod:unmarked", "nmod", "obl"):
                    return None
                if above != clause:
                    return None
            at = above
        return None


def _finer(a: When, b: When) -> bool:
    """Whether *a* says the time of *b* more closely."""
    if a.edtf is None:
        return False
    if b.edtf is None:
        return True
    if a.first and a.last and b.first and b.last:
        return b.first <= a.first and a.last <= b.last and (a.last - a.first) < (b.last - b.first)
    return len(a.edtf) > len(b.edtf) and a.edtf.startswith(b.edtf)


def _split(when: When) -> tuple[When, When | None]:
    """A stretch of days as its first and its last."""
    first, _, last = (when.edtf or "").partition("/")
    if not first or not last or ".." in (first, last):
        return replace(when, edtf=first or last), None
    start = replace(when, edtf=first, last=when.first if len(first) == 10 and when.first else when.last)
    end = replace(when, edtf=last, first=when.last if len(last) == 10 and when.last else when.first)
    return start, end
