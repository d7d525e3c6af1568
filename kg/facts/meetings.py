"""Sentences → meetings: who was on which side, where, when, and whether it happened; one value for one meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, replace

from kg.facts.attendance import Attendance, AttendanceReader
from kg.facts.clause_status import LEAVING
from kg.facts.clause_status import MOVING as GOING
from kg.facts.company import Company, CompanyReader, Seats
from kg.facts.further import FurtherRounds
from kg.facts.identity import OPEN
from kg.facts.journeys import Journeys
from kg.facts.learned import LearnedMeetings
from kg.facts.link import Linked
from kg.facts.meeting_nouns import COURTESY, MeetingNouns
from kg.facts.meeting_rules import SENT, NounRule, VerbRule, rules
from kg.facts.meeting_words import BALLOTS, GAMES, HOSTS, OTHER_TIMES, PHONE, SPORT, TOPICAL, is_call
from kg.facts.noun_status import is_to_end
from kg.facts.offices import COUNTERPARTS, Offices
from kg.facts.qualify import status as status_of
from kg.facts.refer import DELEGATES, Group, References
from kg.facts.settings import Settings
from kg.facts.several import Several
from kg.facts.sides import Sides, speak_each, union
from kg.facts.story import Story
from kg.facts.telling import Telling
from kg.facts.topics import Topics
from kg.model import Evidence, Meeting, MeetingKind, Side, Silence, Span, Status
from kg.text.dates import ORDINALS, WEEKDAYS

# What a "with" may hang on though it is the verb's: "spoke by phone with X", "met for an hour with X".
CARRIERS = frozenset(
    "phone telephone video hour minute dinner lunch breakfast talk meeting sideline sidelines day time conference "
    "link door".split()
)
# Whose welcome at an airport is a meeting; an ambassador's or a mayor's is a courtesy.
RANKING = frozenset("president king queen emir sultan minister premier chancellor secretary leader pope".split())
REPRESENTING = RANKING | frozenset(
    "amir prince ambassador envoy commissioner representative governor chairman speaker".split()
)
MOVING = GOING | LEAVING
PUBLIC = frozenset("press media public crowd reporter journalist newsman".split())
# What one calls on somebody for, where a day or place is told; "called on X to discuss peace" urges.
CONVERSING = frozenset("discuss exchange review convey congratulate brief deliver hand thank protest complain".split())
ANSWERING = frozenset({"take", "receive", "get", "field", "answer"})  # a call from somebody
PLEASURE = frozenset(
    "good great nice glad happy pleased delighted honoured honored wonderful pleasure privilege honour honor".split()
)
BESIDES = frozenset({"xcomp", "acl", "advcl", "acl:relcl"})  # clauses that only say more
DAYS_HANG = ("advmod", "obl", "nmod", "obl:unmarked", "nmod:unmarked")
REQUESTS = frozenset({"request", "invitation", "offer", "proposal", "plea", "appeal", "call", "bid", "overture"})
ASIDE = OTHER_TIMES | TOPICAL | {"of"}
NO_PARTIES = frozenset({"mind", "experts", "waters", "family", "relative", "class", "friend"})
DELEGATIONS = frozenset({"delegation", "team", "negotiator", "representative", "delegate", "mission"})
AFTERWARDS = frozenset({"later", "earlier", "then", "again", "twice", "afterwards", "personally", "immediately"})
VIDEO = frozenset({"conference", "call", "link"})  # behind "video"
COMING = frozenset({"arrive", "fly", "land", "jet"})
TAKING_WORK = frozenset({"join", "star", "play", "appear", "replace", "succeed", "manage", "coach", "sign"})
RELAUNCHING = frozenset({"restart", "resume", "relaunch", "reopen", "revive"})
MEALS = frozenset({"dine", "lunch", "breakfast"})


@dataclass(frozen=True, slots=True)
class Cast:
    """Who fills the roles of one telling: one side, the other, everyone to be parted, hosts that are no side."""

    side: Group = Group()  # noqa: RUF009 (a frozen value)
    other: Group = Group()  # noqa: RUF009
    everyone: Group = Group()  # noqa: RUF009
    hosts: Group = Group()  # noqa: RUF009


class MeetingReader:
    """Reads the meetings of one article."""

    def __init__(self, linked: Linked, offices: Offices, references: References, settings: Settings) -> None:
        self.linked = linked
        self.offices = offices
        self.references = references
        self.settings = settings
        self.syntax = linked.syntax
        self.document = linked.document
        self.tokens = linked.document.tokens
        self.rules = rules()
        self.nouns = MeetingNouns(linked, references)
        self.sides = Sides(linked, offices, references)
        self.company = CompanyReader(linked, references)
        self.topics = Topics(linked)
        self.attendance = AttendanceReader(linked, offices)
        self.several = Several(linked, references, settings, self.sides)
        self.further = FurtherRounds(linked, references, settings, self.nouns)
        self.learned = LearnedMeetings(linked, references, settings, self.sides)
        self.journeys = Journeys(linked, references, settings, offices)
        self.story = Story(linked, references, settings, self.sides)
        self._consumed: set[int] = set()
        self._bystanders: frozenset[int] = frozenset()  # of the sentence being read
        self._told_here: list[Telling] = []  # by verbs of the sentence being read
        self._last_told: Telling | None = None  # by a verb of the sentence before
        self._seated: Seats | None = None  # those last told to sit on one side of a table

    def read(self) -> tuple[Meeting, ...]:
        """The article's meetings in the order in which they are first told."""
        for number, sentence in enumerate(self.document.sentences):
            self._bystanders = self.company.bystanders(number)
            self._told_here = []
            single = [t for i in range(sentence.first, sentence.last) if (t := self._telling(i, number)) is not None]
            company = tuple(self.company.read(number))
            along = {person for each in company for person in each.people}
            unread = (t for t in self.learned.tellings(number, single) if not _is_of(t, along))
            single += map(self._finished, unread)
            found = self.several.apart(single, self._bystanders)
            self._last_told = self._told_here[-1] if self._told_here else None
            there = [t for t in found if t.people and t.people <= along and self.story.identity.points_back(t)]
            for telling in sorted(found, key=lambda t: (not t.people, not t.parties, t.trigger)):
                if telling not in there:
                    self.story.add(telling)
            self.story.retract(number)
            if not self._company(number, company, single):
                for telling in there:
                    self.story.add(telling)
        negotiators = frozenset(person for event in self.story.events for person in event.people)
        for telling in self.journeys.tellings(negotiators):
            self.story.travel(self._finished(telling))
        return self.story.meetings()

    def _company(self, number: int, along: tuple[Company, ...], told: list[Telling]) -> bool:
        """Seat those who came *along* with people of the meetings told so far; False if nobody could be."""
        seated = False
        for company in along:
            status = status_of(self.syntax, company.at)
            again = self._another_day(company, status, number)
            if again is not None:
                self.story.add(self._finished(again))
            elif status in OPEN and company.rule == "accompany.company" and not self._speaks_of_talks(number, told):
                continue  # "will be accompanied by his wife": on the journey, and maybe not in the talks
            else:
                seated |= self.story.accompany(company, status, self._evidence(number, company.rule))
        if not (seated or told) and (attendance := self.attendance.read(number)) is not None:
            self._attended(attendance, number)
        all_seats = tuple(self.company.seats(number))
        for seats in all_seats:
            evidence = self._evidence(number, "seats.company")
            if seats.parties or seats.beside:
                company = Company(seats.first, "seats.company", seats.people, seats.beside, seats.parties)
                seated |= self.story.accompany(company, Status.HAPPENED, evidence)
            if not seats.other:
                self._seated = seats
            elif self._seated is not None:
                self._opposite(self._seated, seats.people, seats.first, number)
        leaders = [t for t in told if t.rule == "lead-delegation.verb" and t.people]
        if self._seated is not None and leaders:
            self._opposite(self._seated, tuple(leaders[0].people), leaders[0].trigger, number)
        if not seated:
            self._facing(all_seats, number)
        return seated

    def _speaks_of_talks(self, number: int, told: list[Telling]) -> bool:
        sentence = self.document.sentences[number]
        return bool(told) or any(map(self._meeting_noun, range(sentence.first, sentence.last)))

    def _facing(self, all_seats: tuple[Seats, ...], number: int) -> None:
        """
        Those who met, by what a sentence tells of either side.

        "The talks brought together, on the Chilean side, X and, on the Peruvian side, Y"; "the talks began. Chile is
        represented by X, Peru by Y".
        """
        sentence = self.document.sentences[number]
        told = [Side(seats.people, seats.parties) for seats in all_seats if seats.parties]
        if not told:
            led = self.offices.delegates.between(sentence.first, sentence.last)
            told = [Side(people, (key,)) for key, people in led.items()]
        if len(told) != 2 or set(told[0].parties) & set(told[1].parties):
            return
        before = self.document.sentences[max(0, number - 1)]
        near = [*range(sentence.first, sentence.last)]
        near += range(before.first, before.last) if before.block == sentence.block and not all_seats else ()
        noun = next(filter(self._meeting_noun, near), None)
        if noun is None:
            return
        status = status_of(self.syntax, self.nouns.top(noun))
        setting = self.settings.of(self.syntax.clause(noun), status, noun=noun)
        self.story.face(
            self._finished(Telling(noun, "seats.company", MeetingKind.TALKS, told, status, setting, number))
        )

    def _attended(self, attendance: Attendance, number: int) -> None:
        """ "Attending will be X and Y. Also present will be Z": all of them, where and when the talks told are."""
        status, noun = attendance.status, attendance.noun
        setting = self.settings.of(self.nouns.top(noun), status, noun=noun)
        telling = Telling(attendance.at, "attend.list", attendance.kind, [], status, setting, number)
        before = [e for e in self.story.events if e.rule == telling.rule and number - e.last_told <= 1]
        listed = [p for e in before for side in e.sides for p in side.people]
        people = tuple(dict.fromkeys((*listed, *attendance.people)))
        if self.attendance.face_each_other(people) and self.sides.fill(telling, Group(), Group(), Group(people)):
            self.story.list_again(before, self._finished(telling))

    def _another_day(self, company: Company, status: Status, number: int) -> Telling | None:
        """ "Tomorrow X and Y will be joined by Z": those three meet then, whenever X and Y do."""
        setting = self.settings.of(company.at, status)
        days = [self.syntax.word(c) for c in self.syntax.children(company.at, *DAYS_HANG)]
        if len(company.met) < 2 or not ("tomorrow" in days or set(WEEKDAYS) & set(days)):
            return None
        told = [event for event in self.story.events if {*company.met} <= event.people]
        if any(self.settings.same_time(event.setting, setting) is True for event in told):
            return None
        everyone = Group((*company.met, *company.people))
        telling = Telling(company.at, company.rule, MeetingKind.MEETING, [], status, setting, number, fresh=True)
        return telling if self.sides.fill(telling, Group(), Group(), everyone) and len(telling.sides) > 2 else None

    def _opposite(self, seats: Seats, others: tuple[str, ...], at: int, number: int) -> None:
        """ "On one side sat A and B, across from them C": they met, in the meeting just told where there is one."""
        self._seated = None
        first = self.syntax.sentence_of[seats.first]
        if number - first > 1 or set(seats.people) & set(others):
            return
        sides = [Side(people, self.sides.parties(people, ())) for people in (seats.people, others)]
        if set(sides[0].parties) & set(sides[1].parties):  # a guess, for some of them
            sides = [Side(side.people) for side in sides]
        setting = self.settings.of(at, Status.HAPPENED)
        telling = Telling(at, "seats.company", MeetingKind.TALKS, sides, Status.HAPPENED, setting, number)
        self.story.face(self._finished(telling))

    @property
    def silences(self) -> list[Silence]:
        """Words that told no meeting, and why; whole after `read`."""
        return self.story.silences

    # ── one trigger ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _telling(self, i: int, number: int) -> Telling | None:
        if i in self._consumed or self.syntax.unit_of[i] != i:
            return None
        token = self.tokens[i]
        lemma = token.lemma
        if self._opens(i):
            return self._noun(i, self.rules.nouns[token.text.lower()], number, token.text.lower())
        if token.pos in ("VERB", "AUX") or self.syntax.is_verb(i):
            for rule in self.rules.verbs.get(lemma, ()):
                telling = self._verb(i, rule, number)
                if telling is not None:
                    self._told_here.append(telling)
                    return telling
            return self._likewise(i, number) if lemma == "do" else None
        compound = self._compound(i)
        two = self.nouns.two_words(i)
        if two in self.rules.nouns:
            lemma = two
        noun = self.rules.nouns.get(compound or lemma) or self.rules.nouns.get(token.text.lower())
        if noun is not None and (compound or token.pos in ("NOUN", "PROPN")):
            return self._noun(i, noun, number, compound or lemma)
        return None

    def _opens(self, i: int) -> bool:
        """ "Talks between X and Y" at the head of a sentence, where the tagger takes the noun for a verb."""
        first = self.document.sentences[self.syntax.sentence_of[i]].first
        after = self.syntax.word(i + 1) if i + 1 < len(self.tokens) else ""
        return i == first and self.syntax.word(i) == "talks" and after in ("between", "with") and self.syntax.is_verb(i)

    def _compound(self, i: int) -> str | None:
        """ "one-on-one", "tete-a-tete" where *i* is its last word and it modifies no other; None for single words."""
        first = i
        while first > 1 and self.tokens[first - 1].text == "-":
            first -= 2
        if first == i or self.syntax.dep[i] in ("compound", "amod", "nummod"):
            return None
        joined = "".join(self.syntax.word(j) for j in range(first, i + 1))
        return joined if joined in self.rules.nouns and not self._says_how(first) else None

    def _says_how(self, first: int) -> bool:
        """ "met | one-on-one with X", "sat down | one-on-one": how they met, and no meeting beside it."""
        before = first - 1
        known = self.rules.verbs.get(self.syntax.lemma(before), ())
        apart = any(rule.particle for rule in self.rules.verbs.get(self.syntax.lemma(before - 1), ()))
        return (bool(known) and self.syntax.is_verb(before)) or (apart and self.syntax.word(before) == "down")

    def _likewise(self, verb: int, number: int) -> Telling | None:
        """ "A met B, as did C", "C is due to do so": C and whom A met."""
        words = {self.syntax.word(c) for c in self.syntax.children(verb, "mark", "advmod", "obj", "cc", "case")}
        beside = "as" in words and self.syntax.dep[verb] == "advcl"  # "Y came, as did X", whatever was told before
        model = self._told_here[-1] if self._told_here else None if beside else self._last_told
        if not words & {"as", "so", "likewise"} or model is None or len(model.sides) != 2:
            return None
        doer = [self.syntax.head[verb]] if self.syntax.dep[verb] == "cop" else self.syntax.subjects(verb)
        side = self.references.groups(doer)
        met = model.sides[1]
        if "as" in words and side.people and set(side.people) <= model.people:
            return self._before_that(verb, model, number)
        if not side.people or set(side.people) & (model.people | set(met.people)):
            return None
        status = status_of(self.syntax, verb)
        telling = Telling(verb, model.rule, model.kind, [], status, self.settings.of(verb, status), number)
        self.sides.fill(telling, Group(side.people, side.parties), Group(met.people, met.parties), Group())
        return self._finished(telling) if len(telling.sides) == 2 else None

    def _before_that(self, verb: int, model: Telling, number: int) -> Telling | None:
        """ "can meet him there, as he did in Rome last May": the same two, at another place or time."""
        setting = self.settings.of(verb, Status.HAPPENED)
        if self.tokens[verb].tag != "VBD" or not (setting.place or setting.start):
            return None
        telling = Telling(verb, model.rule, model.kind, list(model.sides), Status.HAPPENED, setting, number)
        telling.fresh = True
        return self._finished(telling)

    # ── verbs ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _verb(self, verb: int, rule: VerbRule, number: int) -> Telling | None:
        objects = self.syntax.patients(verb) or self._in_audience(verb, rule)
        if not self._applies(verb, rule, objects):
            return None
        cast = self._cast(verb, rule, objects)
        if cast is None:
            return None
        status = status_of(self.syntax, verb, headline=self._is_headline(number))
        setting = self.settings.of(verb, status)
        of_many = any(self._is_of_many(h, h) for case, h in self.syntax.obliques(verb) if case in ("for", "in", "at"))
        if of_many and cast.side and len(cast.other.people) > 1:  # "hosted X and Y for a trilateral meeting"
            cast = Cast(Group(), Group(), union(union(cast.everyone, cast.side), cast.other), Group())
        if rule.object_place and not cast.other.people:
            place = setting.place or self._place_object(objects)
            if place is None and not cast.other:
                self.story.silent(verb, "no person and no known place is visited")
                return None
            setting, cast = replace(setting, place=place), replace(cast, other=Group() if place else cast.other)
        telling = Telling(verb, rule.id, rule.kind, [], status, setting, number)
        telling.fresh = (
            self._is_later(verb)
            or self._is_in_fresh(verb)
            or (status in OPEN and any(self.syntax.word(c) == "again" for c in self.syntax.children(verb, "advmod")))
        )
        telling.hosts = (*cast.hosts.people, *cast.hosts.parties)
        telling.of_many = of_many
        self._enrich(telling, verb)
        if rule.joins:
            return self._delegation(telling, cast.side, objects)
        if not self._seat(telling, cast.side, cast.other, cast.everyone) or not self._stands(telling, rule):
            return None
        telling.hosts = tuple(h for h in telling.hosts if h not in telling.people)
        return self._finished(telling)

    def _applies(self, verb: int, rule: VerbRule, objects: list[int]) -> bool:
        """Whether the words around the verb are those that the rule asks for."""
        syntax = self.syntax
        if syntax.dep[verb] in ("amod", "compound"):
            return False
        particles = {syntax.word(c) for c in syntax.children(verb, "compound:prt", "advmod")}
        particles |= {syntax.word(c) for h in self._met_together(objects) for c in syntax.children(h, "advmod")}
        if particles & self.rules.habitual:
            self.story.silent(verb, "it recurs")
            return False
        if (rule.particle and not particles & rule.particle) or (not rule.particle and "off" in particles):
            return False  # "seen off at the airport"
        if rule.idiom and not self._idiom(verb, rule):
            return False
        if rule.into and not any(c == "into" and syntax.lemma(h) in rule.into for c, h in syntax.obliques(verb)):
            return False
        named = {syntax.lemma(j) for o in objects for j in (o, syntax.last_of_name(o))}  # "the Joint Commission"
        titles = (m.title for o in objects if (m := self.linked.mention_at.get(o)) is not None and m.title is not None)
        named |= {syntax.lemma(j) for first, last in titles for j in range(first, last)}  # "Ambassador X"
        if rule.has_object and not named & rule.has_object and not any(self._is_team(o, rule) for o in objects):
            return False
        if rule.named_object and not (all(map(self._names_somebody, objects)) or self._reciprocal(verb)):
            return False
        if rule.without_infinitive and self._has_infinitive(verb):
            return False
        if rule.without_complement and (
            len(objects) > 1 or self._bare_complement(verb) or any(c == "as" for c, _ in syntax.obliques(verb))
        ):
            return False
        if rule.by_phone and not self._on_the_phone(verb):
            return False
        if rule.in_person and not self._in_person(verb):
            return False
        if rule.delegates and not self._are_sent(verb):
            return False
        if rule.foreign and (self._goes_home(verb) or any(map(self._is_own, objects))):
            return False
        if self._is_sport(verb):
            self.story.silent(verb, "sport")
            return False
        return True

    def _goes_home(self, verb: int) -> bool:
        """ "summoned Ambassador X | home", which the parser may take into his name."""
        words = {self.tokens[j].text.lower() for j in self.syntax.subtree(verb)}
        return not words.isdisjoint(("home", "back"))

    def _is_own(self, i: int) -> bool:
        """ "summoned | his ambassadors", "each other's ambassadors"."""
        owners = self.syntax.children(i, "nmod:poss")
        return any(self.linked.key(c) is None for c in owners)

    def _are_sent(self, verb: int) -> bool:
        """ "American and European negotiators | failed": those of two states who do nothing together but talk."""
        sentence = self.document.sentences[self.syntax.sentence_of[verb]]
        named = any(map(self._meeting_noun, range(sentence.first, sentence.last)))
        heads = [] if named or self.syntax.dep[verb] in BESIDES else self.syntax.subjects(verb)
        sent = any(self.syntax.lemma(h) in SENT and self.tokens[h].tag == "NNS" for h in heads)
        return sent and len(self._states(self.references.groups(heads))) > 1

    def _names_somebody(self, i: int) -> bool:
        """A name, a pronoun, or "the mediator" that stands for one told before."""
        if self.linked.key(i) or self.tokens[i].pos == "PRON":
            return True
        definite = any(self.syntax.word(c) == "the" for c in self.syntax.children(i, "det"))
        owned = bool(self.syntax.children(i, "nmod:poss"))
        if (definite or owned) and any(self.linked.names_person(c) for c in self.syntax.children(i, "appos")):
            return True  # "the prisoners, X and Y", "his counterpart, X"
        return definite and not self.syntax.obliques(i) and len(self.references.group(i).people) == 1

    def _is_team(self, i: int, rule: VerbRule) -> bool:
        """ "headed the Russians": a delegation called by its state; "leads the rebel Serbs" tells an office."""
        key = self.linked.key(i)
        verb = self.syntax.head[i]
        there = self.tokens[verb].tag in ("VBD", "VBN") and not self.syntax.children(i, "amod", "compound")
        return rule.joins and there and self.tokens[i].tag == "NNPS" and key is not None and self.linked.is_state(key)

    def _met_together(self, objects: list[int]) -> list[int]:
        """ "brought X | together with Y", where the parser hangs "together" on Y."""
        return [h for o in objects for case, h in self.syntax.obliques(o) if case in ("with", "together with")]

    def _idiom(self, verb: int, rule: VerbRule) -> range:
        """The tokens after a verb that make it the rule's idiom: "came | face to face"; empty where they do not."""
        for idiom in rule.idiom:
            words = idiom.replace("-", " - ").split()
            for first in range(verb + 1, min(verb + 4, len(self.tokens) - len(words))):
                if [self.syntax.word(first + n) for n in range(len(words))] == words:
                    return range(first, first + len(words))
        return range(0)

    def _has_infinitive(self, verb: int) -> bool:
        """ "called on Putin to end the war", but not "called on him on Monday, to discuss it"."""
        clauses = [
            c
            for c in self.syntax.children(verb, "xcomp", "ccomp", "advcl")
            if any(self.syntax.word(m) == "to" for m in self.syntax.children(c, "mark"))
        ]
        besides = [
            h
            for case, h in self.syntax.obliques(verb)
            if case in ("at", "in", "on") and not self.linked.names_person(h)
        ]
        dated = any(self.tokens[j].pos == "PROPN" for h in besides for j in self.syntax.subtree(h))
        return any(not (dated and self.syntax.lemma(c) in CONVERSING) for c in clauses)

    def _cast(self, verb: int, rule: VerbRule, objects: list[int]) -> Cast | None:
        """Who fills the rule's roles; None where those it asks for are not people or delegates."""
        filled = self._fillers(verb, rule, objects)
        side = self.references.groups(filled["side"]) or self._missed_subject(verb, rule, filled)
        other, everyone = self.references.groups(filled["other"]), self.references.groups(filled["sides"])
        if "with" in rule.roles and not other and not objects and (asked := self._asked_for(verb)):
            return asked
        subjects = filled["side"]
        side = self._before_clause(verb, subjects, side)
        if not other and len(side.people) == 1 and subjects and self.syntax.dep[subjects[0]] == "conj":
            side = self._whole_coordination(verb, subjects[0]) or side
        if len(side.people) > 1 and self._spent_together(verb, rule):
            own = self.sides.their_own(side.people, other.people) or ()
            return Cast(everyone=union(side, Group(own)))
        if self._reciprocal(verb):
            return Cast(everyone=side) if side else None
        if not other and not everyone and len(side.people) > 1 and self._met_others(filled["other"]):
            return None
        joint = (
            (rule.jointly or self._on_the_phone(verb))
            and not (side.people or other)
            and self.syntax.dep[verb] not in BESIDES
        )
        if joint and self._in_office(subjects, side):
            return Cast(everyone=side)  # "the ministers of A and B discussed it"
        if rule.subject == "person" and not (side.people or side.anaphor or (side.parties and other)):
            return None
        if rule.object == "person" and not (self.references.groups(objects).people or self._delegates(objects)):
            return None
        if rule.other == "person" and not other:
            together = self._jointly(verb, side) if rule.jointly else self._one_another(verb, side)
            if "with" not in rule.roles or not (self._on_the_phone(verb) or together):
                return None
            return Cast(everyone=side)
        if self.syntax.dep[verb] == "acl:relcl":
            other = self._nearest(verb, objects, self._without_nor(filled["other"], other))
        if rule.object_place or other:  # not "called for talks with X"
            other = self._with_guests(verb, other)
        several = rule.id == "receive.verb" and not other.people and len(other.parties) >= 2
        if several and not (side.people and self._are_guests(verb, objects)):
            return Cast(everyone=other, hosts=side)  # "welcomed the US and Chinese delegations"
        if several and self.syntax.lemma(verb) == "host":
            return Cast(everyone=union(side, other))  # "hosted leaders from A and B": all of them together
        if rule.id == "receive.verb" and self._at_the_airport(verb) and not self._leads(side):
            self.story.silent(verb, "a guest is received on arrival by no one of rank")
            return None
        if rule.id == "receive.verb" and len(other.people) > 1 and self._for_summit(verb):
            return Cast(everyone=union(side, other))
        several = len(self._states(other) | set(self.sides.parties(other.people, ()))) >= 2
        if rule.together and several and not self._one_by_one(filled["other"]):
            return Cast(everyone=union(side, other))
        return Cast(side, other, everyone, self.references.groups(filled["host"]))

    def _one_by_one(self, heads: Iterable[int]) -> bool:
        """ "Sat down with X, and | with Y": each has a preposition of his own."""
        joined = [j for h in heads for j in self.syntax.conjuncts(h) if j != h]
        return any(self.syntax.children(j, "case") for j in joined)

    def _are_guests(self, verb: int, objects: list[int]) -> bool:
        """ "hosted his counterparts from A and B", not their delegations, nor "for peace talks" of their own."""
        sent = any(self.syntax.lemma(j) in DELEGATIONS for o in objects for j in self.syntax.conjuncts(o))
        talks = any(case == "for" and self._meeting_noun(h) for case, h in self.syntax.obliques(verb))
        return not (sent or talks)

    def _asked_for(self, verb: int) -> Cast | None:
        """ "X turned down a request from Y to meet": X and Y, whatever came of it."""
        above = self.syntax.head[verb]
        nouns = [above] if self.syntax.dep[verb] == "acl" else self.syntax.children(above, "obj")
        noun = next((n for n in nouns if n < verb and self.syntax.lemma(n) in REQUESTS), None)
        if noun is None or self.syntax.dep[verb] not in ("acl", "advcl", "xcomp"):
            return None
        asker = self.references.groups([h for case, h in self.syntax.obliques(noun) if case in ("from", "by")])
        answers = self.syntax.head[noun]
        asked = self.syntax.subjects(answers) if noun in self.syntax.patients(answers) else []
        side = self.references.groups(asked)
        return Cast(side, asker) if side.people and asker.people else None

    def _in_office(self, heads: list[int], side: Group) -> bool:
        """ "the ministers of A and B": people who act for two states or more."""
        delegates = any(self.syntax.lemma(h) in DELEGATES and self.tokens[h].tag == "NNS" for h in heads)
        return delegates and len(self._states(side)) > 1 and len(heads) == 1

    def _spent_together(self, verb: int, rule: VerbRule) -> bool:
        """ "X and Y spent an hour together, with their aides in the room"."""
        near = {self.syntax.word(j) for j in range(verb, min(verb + 7, len(self.tokens)))}
        return rule.id == "spend-time.verb" and "together" in near

    def _met_others(self, heads: list[int]) -> bool:
        """
        "X and Y met with students", "got to meet him": others whom the text does not name, or who are not known; with
        "their aides" they met one another.
        """
        if any(self.tokens[h].tag == "PRP" for h in heads):
            return True
        return any(self.syntax.lemma(h) in PUBLIC for h in heads) or any(
            self.tokens[h].tag == "NNS"
            and not self._meeting_noun(h)
            and self.syntax.lemma(h) not in CARRIERS
            and not any(self.syntax.word(c) == "their" for c in self.syntax.children(h, "nmod:poss"))
            for h in heads
        )

    def _at_the_airport(self, verb: int) -> bool:
        """ "received on arrival", "welcomed at the airport"."""
        return any(
            self.syntax.lemma(h) in ("arrival", "airport", "tarmac", "runway") for _, h in self.syntax.obliques(verb)
        )

    def _leads(self, side: Group) -> bool:
        """Whether one of them is a head of state or government, a minister, or without a known office."""
        titles = [self.offices.titles.get(p, []) for p in side.people]
        return any(not each or any(RANKING & set(t.words.lower().split()) for t in each) for each in titles)

    def _for_summit(self, verb: int) -> bool:
        """ "hosted X and Y for a summit": all of them together."""
        return any(case == "for" and self.syntax.lemma(h) == "summit" for case, h in self.syntax.obliques(verb))

    def _reciprocal(self, verb: int) -> bool:
        """ "will see each other", "ran into one another"."""
        heads = [*self.syntax.patients(verb), *(h for _, h in self.syntax.obliques(verb))]
        pairs = {("each", "other"), ("one", "another")}
        return any((self.syntax.word(h), self.syntax.word(h + 1)) in pairs for h in heads if h + 1 < len(self.tokens))

    def _fillers(self, verb: int, rule: VerbRule, objects: list[int]) -> dict[str, list[int]]:
        """The heads that stand in each of the rule's roles."""
        filled: dict[str, list[int]] = defaultdict(list)
        subjects = self._movers(verb, self.syntax.subjects(verb))
        if not objects and any(i < verb for i in subjects) and rule.roles.get("object") == "other":
            objects = [i for i in subjects if i > verb]  # "he met, separately, X", X taken for a second subject
            subjects = [i for i in subjects if i < verb]
        if "subject" in rule.roles:
            filled[rule.roles["subject"]] += subjects
        if "object" in rule.roles:
            filled[rule.roles["object"]] += objects
        carried = [o for o in objects if self.syntax.lemma(o) in rule.has_object]  # "paid a visit | to X"
        carried += self._idiom(verb, rule)
        carried += [h for c, h in self.syntax.obliques(verb) if c == "into" and self.syntax.lemma(h) in rule.into]
        pairs = [*self._obliques(verb), *(pair for o in carried for pair in self._obliques(o))]
        if "object" not in rule.roles and rule.roles.get("with") == "other":
            pairs += [
                pair for o in objects for pair in self.topics.discussed_with(o) if pair[1] not in self._bystanders
            ]
            if self._on_the_phone(verb):  # "discussed the border with X by phone": no border with X
                pairs += [
                    (c, h) for o in objects for c, h in self.syntax.obliques(o) if c == "with" and self.nouns.who(h)
                ]
        if rule.by_phone:  # "explained the step | to X by phone"
            pairs += [(c, h) for o in objects for c, h in self.syntax.obliques(o) if c == "to" and self.nouns.who(h)]
        letters = [o for o in carried if self.syntax.lemma(o) == "letter"]
        handed = [h for h in self.syntax.children(verb, "iobj") if letters and verb < h < letters[0]]
        if handed:  # "handed Z a letter from X | to Y", who was not there
            filled["other"] += handed
            pairs = [pair for pair in pairs if pair[0] != "to"]
        for case, head in dict.fromkeys(pairs):
            if case in rule.roles:
                filled[rule.roles[case]].append(head)
            elif case == "as" and self.syntax.lemma(head) in HOSTS:
                filled["host"].append(head)
        return filled

    def _in_audience(self, verb: int, rule: VerbRule) -> list[int]:
        """ "received in audience | presidential candidate X", taken for one phrase."""
        heads = [h for case, h in self.syntax.obliques(verb) if case == "in" and rule.id == "receive.verb"]
        return [h for h in heads if "audience" in map(self.syntax.word, self.syntax.children(h, "compound", "nmod"))]

    def _movers(self, verb: int, subjects: list[int]) -> list[int]:
        """ "left for Singapore to meet Y": whoever left, though the parser takes the place for the subject."""
        above = self.syntax.head[verb]
        aimed = any(self.syntax.word(c) == "for" for c in self.syntax.children(verb, "mark"))
        if not aimed or self.syntax.lemma(above) not in MOVING:
            return subjects
        places = [s for s in subjects if self.linked.key(s) and not self.linked.is_person(self.linked.key(s) or "")]
        return self.syntax.subjects(above) if places == subjects else subjects

    def _missed_subject(self, verb: int, rule: VerbRule, filled: dict[str, list[int]]) -> Group:
        """The people right before the verb where the parser hung its subject elsewhere."""
        missing = bool(filled["other"]) or not filled["side"]
        passive = self.syntax.is_passive(verb) and bool(self.syntax.children(verb, "aux:pass", "nsubj:pass"))
        if rule.roles.get("subject") != "side" or not missing or passive:
            return Group()
        speaker = self.references.pronouns.speaker(verb) if self._is_pleasure(verb) else None
        return Group((speaker,)) if speaker is not None else self.references.groups(self._right_before(verb))

    def _is_pleasure(self, verb: int) -> bool:
        """'"Good to meet Y," X wrote': X met Y, though no clause says so."""
        above = self.syntax.head[verb]
        marked = any(self.syntax.word(c) == "to" for c in self.syntax.children(verb, "mark"))
        doers = [c for c in self.syntax.children(above, "nsubj", "nsubj:pass") if self.syntax.word(c) != "it"]
        return marked and self.syntax.lemma(above) in PLEASURE and not doers

    def _nearest(self, verb: int, objects: list[int], other: Group) -> Group:
        """ "A, B and C, whom X had met": of a list of three or more, the one before the relative clause."""
        if objects != [self.syntax.head[verb]] or len(other.people) < 3:
            return other
        start = min(self.syntax.subtree(verb))
        before = [j for j in self.syntax.conjuncts(objects[0]) if j < start and self.linked.names_person(j)]
        last = self.linked.key(before[-1]) if before else None
        return Group((last,)) if last is not None else other

    def _without_nor(self, heads: list[int], other: Group) -> Group:
        """ "Neither X, who met Z, nor Y": Y is no second Z, though the parser may join the two."""
        apart = {
            self.linked.key(j)
            for head in heads
            for j in self.syntax.conjuncts(head)
            if any(self.syntax.word(c) == "nor" for c in self.syntax.children(j, "cc"))
        }
        return replace(other, people=tuple(p for p in other.people if p not in apart)) if apart else other

    def _before_clause(self, verb: int, subjects: list[int], side: Group) -> Group:
        """ "Neither X, who met Z, nor Y": a relative clause says nothing of those joined to its noun after it."""
        if self.syntax.dep[verb] != "acl:relcl" or len(subjects) != 1 or subjects[0] > verb:
            return side
        later = {self.linked.key(j) for j in self.syntax.conjuncts(subjects[0]) if j > verb}
        return replace(side, people=tuple(p for p in side.people if p not in later)) if later else side

    def _whole_coordination(self, verb: int, last: int) -> Group | None:
        """ "Zhang and Hsia, who had met before": the clause hangs on the last of those it speaks of."""
        if self.syntax.dep[verb] != "acl:relcl":
            return None
        return self.references.group(next(a for a in self.syntax.ancestors(last) if self.syntax.dep[a] != "conj"))

    def _with_guests(self, verb: int, other: Group) -> Group:
        """ "will visit Washington for talks with Trump": those the talks are with."""
        for case, noun in self.syntax.obliques(verb):
            if case == "for" and self._meeting_noun(noun):
                guests = self.references.groups([h for c, h in self.syntax.obliques(noun) if c == "with"])
                other = union(other, guests) if guests.people or guests.parties else other
        return other

    def _is_among_games(self, telling: Telling) -> bool:
        """ "The basketball team lost. Peru's next meeting is with Chile": whether teams, and no people, meet."""
        first = self.document.sentences[max(0, telling.sentence - 1)]
        last = self.document.sentences[telling.sentence]
        near = range(first.first if first.block == last.block else last.first, last.last)
        return not telling.people and any(self.syntax.lemma(j) in GAMES for j in near)

    def _is_promised(self, telling: Telling) -> bool:
        """ "Agreed to consult each other in a crisis": no meeting that is planned."""
        verb, setting = telling.trigger, telling.setting
        pledged = self.syntax.lemma(verb) == "consult" and self.syntax.dep[verb] in ("xcomp", "conj", "advcl")
        return pledged and telling.status is Status.PLANNED and setting.start is None and setting.place_basis != "own"

    def _stands(self, telling: Telling, rule: VerbRule) -> bool:
        """Whether those found are the ones that the rule means."""
        if self._is_among_games(telling):
            return False
        stateless = [p for p in telling.people if self.offices.party_of(p) is None]
        parties = len(telling.parties) + (len(stateless) if telling.parties else 0)
        if rule.parties and not (parties >= rule.parties and len(telling.people) >= rule.parties):
            return False
        if rule.done and telling.status is not Status.HAPPENED:
            return False
        if self._is_promised(telling):
            return False
        if rule.dated and telling.kind is not MeetingKind.CALL and telling.setting.start is None:
            return False
        if rule.dated and telling.setting.start is None and not self._on_the_phone(telling.trigger):
            return any(self.syntax.word(c) in AFTERWARDS for c in self.syntax.children(telling.trigger, "advmod"))
        together = len(telling.parties) == 1 and len(telling.sides) == 2 and self._compatriots(telling)
        received = self.syntax.lemma(telling.trigger) == "receive" and not self._at_the_airport(telling.trigger)
        if (rule.id == "receive.verb" or rule.foreign) and together and not received:
            self.story.silent(telling.trigger, "host and guest are of one state")
            return False
        return True

    def _delegation(self, telling: Telling, leaders: Group, delegation: list[int]) -> Telling | None:
        """ "X led the American delegation": X takes part in the story's meeting, on the side of that state."""
        if any(self._is_past_meeting(head) for _, head in self.syntax.obliques(telling.trigger)):
            return None
        if self._is_asked(telling.trigger):
            return None
        members = self.references.groups(delegation)
        leaders = self._named_before(telling.trigger, leaders)
        telling.anaphoric = telling.led = True
        sentence = self.document.sentences[telling.sentence]
        led = self.offices.delegates.between(sentence.first, sentence.last)
        if len(led) > 1 and any(set(leaders.people) & set(people) for people in led.values()):
            telling.sides = [Side(people, (key,)) for key, people in led.items()]  # "… and the Yemeni side by Y"
            return self._finished(telling)
        parties = self.sides.parties((), members.parties) or self._own_states(leaders)
        if not leaders.people or len(parties) != 1:
            return None
        apart = [p for p in leaders.people if self.offices.party_of(p, firm=True) not in (None, *parties)]
        own = tuple(p for p in dict.fromkeys((*leaders.people, *members.people)) if p not in apart)
        # "the Peruvian side was led by X, and the Chilean by Y"
        telling.sides = [Side(own, parties), *(Side((p,), self.sides.parties((p,), ())) for p in apart)]
        return self._finished(telling)

    def _is_asked(self, verb: int) -> bool:
        """ "A team | led by X had been invited to Tehran": to come, and not to what is told."""
        team = self.syntax.head[verb]
        above = self.syntax.head[team] if self.syntax.dep[verb] == "acl" else verb
        return self.syntax.lemma(above) in ("invite", "ask", "urge", "send", "dispatch") and above != verb

    def _named_before(self, verb: int, leaders: Group) -> Group:
        """ "X led the Peruvian side; Y the Chilean": X alone."""
        last = self.document.sentences[self.syntax.sentence_of[verb]].last
        later = () if self.syntax.is_passive(verb) else self.linked.people_in(verb, last)
        return replace(leaders, people=tuple(p for p in leaders.people if p not in later))

    def _own_states(self, leaders: Group) -> tuple[str, ...]:
        """ "headed a team of twelve": a team of the state whose office the leader is known to hold."""
        states = (self.offices.party_of(p, firm=True) for p in leaders.people)
        return tuple(dict.fromkeys(s for s in states if s is not None))

    def _is_past_meeting(self, noun: int) -> bool:
        """ "in the tariff talks of 2018": not the meeting that the story is about."""
        return self._meeting_noun(noun) and any(
            self.tokens[j].pos == "NUM" and len(self.tokens[j].text) == 4 for j in self.syntax.subtree(noun)
        )

    def _compatriots(self, telling: Telling) -> bool:
        """ "was greeted by his ambassador": nobody of another state took part."""
        return all(self.offices.party_of(p) in telling.parties for p in telling.people)

    def _is_sport(self, i: int) -> bool:
        """ "met in the final", "the cup meeting": played, not talked."""
        near = [h for case, h in self.syntax.obliques(i) if case in ("in", "at", "during", "for")]
        near += self.syntax.children(i, "compound")
        return any(self.syntax.lemma(j) in SPORT and self.tokens[j].pos in ("NOUN", "PROPN") for j in near)

    def _bare_complement(self, verb: int) -> bool:
        """ "saw him leave", "called him a hero"; a purpose ("phoned him to say") is none."""
        return any(
            all(self.syntax.word(m) != "to" for m in self.syntax.children(c, "mark"))
            for c in self.syntax.children(verb, "xcomp", "ccomp")
        )

    def _obliques(self, i: int) -> list[tuple[str, int]]:
        """Obliques of *i*, and those of names that hang on it where a phrase hangs too low ("met X with Y")."""
        found = list(self.syntax.obliques(i))
        for child in self.syntax.children(i, "obj", "obl", "nsubj"):
            apart = self.syntax.case(child) in ASIDE  # "met X after talks with Y", "spoke of talks"
            if not apart and (self.linked.key(child) or self.syntax.lemma(child) in CARRIERS):
                found += [(c, h) for c, h in self.syntax.obliques(child) if c in ("with", "to") and self.nouns.who(h)]
        return [(c, h) for c, h in found if h not in self._bystanders]

    def _delegates(self, heads: list[int]) -> bool:
        return any(
            self.syntax.lemma(j) in DELEGATES and self.references.group(j).parties
            for h in heads
            for j in self.syntax.conjuncts(h)
        )

    def _states(self, group: Group) -> set[str]:
        return {party for party in group.parties if self.linked.is_state(party)}

    def _acting_for(self, group: Group) -> set[str]:
        """The parties told, and those of the people."""
        return {*self.sides.parties(group.people, group.parties)}

    def _jointly(self, verb: int, side: Group) -> bool:
        """ "The Omani and Qatari ministers X and Y discussed it": people of as many states or bodies, one not told."""
        parties = [self.offices.party_of(p, firm=True) for p in side.people]
        if len(parties) != len(set(parties)) or len(parties) < 2:
            return False
        untold = [p for p, party in zip(side.people, parties, strict=True) if party is None]
        titles = [{w for t in self.offices.titles.get(p, []) for w in t.words.lower().split()} for p in untold]
        if not all(REPRESENTING & words for words in titles):
            return False
        # "They are meeting now. They will discuss trade": no other meeting
        ahead = status_of(self.syntax, verb) in OPEN
        return not (ahead and any(set(side.people) <= event.people for event in self.story.events))

    def _one_another(self, verb: int, side: Group) -> bool:
        """ "Marcos and Xi spoke briefly in San Francisco": two people of two parties, and nobody else spoken to."""
        parties = {self.offices.party_of(p) for p in side.people}
        cases = {case for case, _ in self.syntax.obliques(verb)}
        if "with" in cases and self.syntax.lemma(verb) not in MEALS:
            return False
        if speak_each(self.syntax, verb):
            return False
        if self.syntax.lemma(verb) in MEALS:
            if any(self.syntax.word(c) == "together" for c in self.syntax.children(verb, "advmod")):
                return len(side.people) == 2
            return side.anaphor == "people" or side.recalled or len(side.people) == len(parties - {None}) == 2
        if cases & {"to", "at", "on behalf of", "against", "as"} or self.syntax.children(verb, "obj", "ccomp", "xcomp"):
            return False
        if side.anaphor == "people":  # "the two spoke for ten minutes", not "a language they speak"
            return bool(cases & {"for", "in"}) and self.syntax.dep[verb] != "acl:relcl"
        return len(side.people) == 2 and len(parties) == 2

    def _meeting_noun(self, noun: int) -> bool:
        return self.syntax.lemma(noun) in self.rules.nouns or self.syntax.word(noun) in self.rules.nouns

    def _right_before(self, verb: int) -> list[int]:
        """The people named right before a verb whose subject the parser missed: "…, where A and B met C"."""
        at = verb - 1
        while at >= 0 and (self.tokens[at].pos in ("AUX", "ADV") or self.tokens[at].tag in ("MD", "RB")):
            at -= 1
        found: list[int] = []
        ends = {m.last - 1: m for m in self.linked.names if m.kind == "person"}
        while (m := ends.get(at)) is not None and self.syntax.sentence_of[at] == self.syntax.sentence_of[verb]:
            found.insert(0, m.first)
            at = m.unit_first - 1
            if self.tokens[at].text.lower() not in ("and", ","):
                break
            at -= 2 if self.tokens[at].text.lower() == "and" and self.tokens[at - 1].text == "," else 1
        return found

    def _on_the_phone(self, verb: int) -> bool:
        near = [[self.syntax.word(j) for j in self.syntax.subtree(c)[:4]] for c in self.syntax.children(verb)]
        return any(PHONE & {*words} or ("video" in words and VIDEO & {*words}) for words in near)

    def _in_person(self, verb: int) -> bool:
        """ "told her in person", "thanked him face to face"."""
        span = self.syntax.subtree(verb)
        words = " ".join(self.syntax.word(j) for j in span if self.syntax.clause(j) == verb).replace(" - ", " ")
        return any(f" {phrase} " in f" {words} " for phrase in ("in person", "face to face"))

    def _place_object(self, objects: list[int]) -> str | None:
        for o in objects:
            key = self.linked.key(o)
            if key and (key.startswith("place/") or self.linked.is_state(key)):
                return key
            if o in self.linked.metonyms:
                m = self.linked.mention_at[o]
                return self.settings.city_key(m.name)
        return None

    # ── nouns ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _noun(self, noun: int, rule: NounRule, number: int, lemma: str) -> Telling | None:
        top = self.nouns.top(noun)
        if not self._noun_applies(noun, top, rule, lemma):
            return None
        if rule.id == "round.noun" and not self._round_of(noun):
            return self._one_more(noun, top, number)
        cast, attendees = self._noun_cast(noun, top), self.nouns.attendees(top)
        attended = self.references.groups(attendees)
        if not (cast.side or cast.other or cast.everyone or attended):
            if not attendees and self.settings.places.is_occasion(top):
                return None
            if (following := self._one_more(noun, top, number)) is not None:
                return following
        if cast.everyone and not (cast.side or cast.other) and self._arrives(top) and not self._of_two(cast.everyone):
            self.story.silent(noun, "those who arrive together are not known to be two sides")
            return None
        if self._is_theirs(noun) and self._of_one_side(cast.everyone or cast.side):
            self.story.silent(noun, "they are told to have met others")
            return None
        if self._is_told_beside(noun, cast):
            self.story.silent(noun, "it is the meeting told beside it")
            return None
        if attendees:
            cast = replace(cast, everyone=self._known(cast.everyone, attended))
        if rule.kind is not MeetingKind.VISIT and is_to_end(self.syntax, top):
            self.story.silent(noun, "it tells when talks under way are to end")
            return None
        status = status_of(self.syntax, top)
        setting = self.settings.of(top, status, noun=noun)
        if self._comments(noun) and not cast.other:  # "their third meeting since May"
            setting = replace(setting, start=None, end=None)
        if status is Status.HAPPENED and self._has_only_come(top):
            status = Status.PLANNED
        telling = Telling(noun, rule.id, rule.kind, [], status, setting, number)
        self._enrich(telling, top)
        if not cast.other and self.nouns.is_gathering(noun):
            self.story.silent(noun, "a gathering of many is no meeting of two")
            return None
        telling.round = self.nouns.round(noun, top)
        telling.anaphoric = self.nouns.definite(top) or self.nouns.definite(noun)
        telling.attendance = bool(attendees)
        telling.of_many = self._is_of_many(noun, top)
        telling.counterpart = bool(cast.other) and not cast.side and not cast.everyone
        telling.series = self.nouns.is_series(noun, top)
        telling.fresh = telling.series or self._is_fresh(noun, top) or self._is_in_fresh(self.syntax.clause(top))
        self._seat(telling, cast.side, cast.other, cast.everyone)
        if telling.anaphoric and len(telling.parties) == 1 and all(self.offices.party_of(p) for p in telling.people):
            telling.sides = [Side(tuple(p for x in telling.sides for p in x.people), tuple(telling.parties))]
        if self._is_relaunched(top, telling):
            telling.sides = [Side((), side.parties) for side in telling.sides if side.parties]
        hosts = dict.fromkeys([*cast.hosts.people, *cast.hosts.parties])
        telling.hosts = tuple(h for h in hosts if h not in telling.people | telling.parties)
        return self._finished(telling) if self._noun_stands(telling, rule, lemma, cast) else None

    def _has_only_come(self, noun: int) -> bool:
        """ "Arrived in Rome on Tuesday for talks with X", of the article's days: talks that are still to come."""
        verb = self.syntax.head[noun]
        coming = self.syntax.lemma(verb) in COMING and self.tokens[verb].tag == "VBD"
        return coming and self.syntax.case(noun) == "for" and self.settings.is_of_today(verb)

    def _is_relaunched(self, noun: int, telling: Telling) -> bool:
        """ "X and Y agreed to restart trade talks", nowhere and on no day: those of their states."""
        verb, syntax = self.syntax.head[noun], self.syntax
        agreed = syntax.lemma(verb) in RELAUNCHING and syntax.dep[verb] in ("xcomp", "ccomp")
        of_trade = agreed and bool(syntax.children(noun, "compound", "amod"))
        told_where = telling.setting.place is not None and telling.setting.place_basis == "own"
        leaders = all(side.people for side in telling.sides)
        return of_trade and leaders and telling.setting.start is None and not told_where

    def _is_theirs(self, noun: int) -> bool:
        return any(self.syntax.word(c) == "their" for c in self.syntax.children(noun, "nmod:poss"))

    def _of_one_side(self, everyone: Group) -> bool:
        """ "saw them separately; the agenda of | their | meetings": those met by somebody, not by one another."""
        told = [event for event in (*self._told_here, *self.story.events[-1:]) if len(event.sides) > 1]
        return len(everyone.people) > 1 and any(
            set(everyone.people) <= set(side.people) for event in told for side in event.sides
        )

    def _noun_applies(self, noun: int, top: int, rule: NounRule, lemma: str) -> bool:
        """Whether the words around the noun are those that the rule asks for."""
        syntax, token = self.syntax, self.tokens[noun]
        if rule.predicate and not syntax.children(noun, "cop"):
            return False
        if rule.id == COURTESY and syntax.lemma(syntax.head[noun]) == "pay":
            return False  # told by the verb
        beside = syntax.obliques(noun)
        singular = token.tag not in ("NNS", "NNPS") and not token.text.lower().endswith("s")
        if (
            singular
            and lemma in rule.plural_only
            and not any(case == "with" and (self.linked.key(h) or self._is_counterpart(h)) for case, h in beside)
        ):
            return False
        modifiers = {syntax.word(c) for c in syntax.children(noun, "compound", "amod", "nmod")}
        if any(case == "of" and syntax.lemma(h) in NO_PARTIES for case, h in beside):
            return False  # "a meeting of minds", "reunions of families"
        if self._is_of_work(noun):
            return False
        if modifiers & self.rules.habitual and not self._has_day(noun):
            self.story.silent(noun, "it recurs")
            return False
        if modifiers & self.rules.never or (
            syntax.dep[noun] == "compound" and syntax.unit_of[syntax.head[noun]] != noun
        ):
            return False
        needed = rule.needs_word.get(lemma)
        if needed is not None:
            near = modifiers | {c for c, _ in beside}
            within = syntax.case(noun) in ("in", "during") and "for" not in near  # "agreed in a call to reopen it"
            if not near & needed and not within and not self._is_taken(noun):
                return False
        facing = any(case in ("with", "between") and self.nouns.who(h) for case, h in beside)
        return not self._is_sport(noun) and (lemma not in rule.needs_whom or facing or self._co_chaired(top))

    def _is_of_work(self, noun: int) -> bool:
        """ "X and Y were in talks to join the cast": each with somebody else."""
        verbs = self.syntax.children(noun, "acl") if self.syntax.case(noun) == "in" else []
        return any(self.syntax.lemma(v) in TAKING_WORK for v in verbs)

    def _is_counterpart(self, i: int) -> bool:
        """ "a discussion with | her counterpart, X"."""
        named = any(self.linked.names_person(c) for c in self.syntax.children(i, "appos"))
        return named and self.syntax.lemma(i) in COUNTERPARTS

    def _has_day(self, noun: int) -> bool:
        """ "Held their annual talks on Monday", "the annual talks of X with Y in May": one of those that recur."""
        told = self.settings.of(self.syntax.clause(noun), Status.HAPPENED, noun=noun).start
        if told is None or told.first is None:
            return False
        met = self.references.groups([h for case, h in self.syntax.obliques(noun) if case in ("with", "between")])
        return told.first == told.last or len(met.people) > 1

    def _is_taken(self, noun: int) -> bool:
        """ "Took a call from X"."""
        callers = [h for case, h in self.syntax.obliques(noun) if case == "from"]
        taken = self.syntax.lemma(self.syntax.head[noun]) in ANSWERING and self.syntax.dep[noun] == "obj"
        return taken and any(self.references.group(h).people for h in callers)

    def _noun_cast(self, noun: int, top: int) -> Cast:
        """Who met, by the words that hang on the noun and those that speak of it."""
        filled = self.nouns.roles(noun, top)
        side, other, everyone, hosts = (
            self.references.groups([h for h in filled[role] if h not in self._bystanders])
            for role in ("side", "other", "sides", "host")
        )
        if self._of_two(two := self._between(noun, top)) and not self._acting_for(two) & self._acting_for(side):
            side, everyone, hosts = Group(), two, union(hosts, side)  # "X restarted peace talks between A and B"
        if other and not side and not everyone and hosts:
            parties = self._states(other) | set(self.sides.parties(other.people, ()))
            side, everyone, other = (Group(), other, Group()) if len(parties) > 1 else (hosts, everyone, other)
        elif other and everyone and not side and not self._of_two(everyone) and len(everyone.people) < 2:
            side, everyone = everyone, Group()  # "a meeting of Peruvian ministers with X"
        elif other and self._is_of_many(noun, top):
            everyone, side, other = union(union(everyone, side), other), Group(), Group()
        speakers, beside = self.nouns.joint(noun)
        if speakers and not (other or hosts or len((*side.people, *everyone.people)) > 1):
            side, other, everyone = self.references.groups(speakers), self.references.groups(beside), Group()
        if not (other or hosts or side.people or side.parties or everyone.people or everyone.parties):
            two = self.references.groups(self.nouns.during(noun))
            if self._of_two(two) and len(two.people) == 2:
                side, everyone = Group(), Group(two.people)
        if (other or side or everyone) and (format_of := self._format(noun, top, union(union(side, other), everyone))):
            everyone = replace(everyone, parties=tuple(p for p in everyone.parties if p not in format_of))
            if not (everyone or other):
                side, everyone = Group(), side  # "X and Y chaired the meeting of the council"
        if (
            other.people
            and not (side.people or everyone or hosts)
            and (whose := self._whose_counterpart(filled["other"]))
        ):
            side = whose
        clause = self.syntax.clause(top)
        said = any(self.syntax.word(c) == "there" for c in self.syntax.children(clause, "expl"))
        whom = other.people or (said and other.parties)  # "A's premier said there would be no talks with B"
        if whom and not (side or everyone or hosts) and self.syntax.dep[top] in ("nsubj", "nsubj:pass", "root"):
            side = self._protagonist(noun, other)
        return Cast(side, other, everyone, hosts)

    def _between(self, noun: int, top: int) -> Group:
        """Those between whom the meeting is told to be."""
        beside = [h for n in {noun, top} for case, h in self.syntax.obliques(n) if case == "between"]
        return self.references.groups([h for h in beside if h not in self._bystanders])

    def _whose_counterpart(self, heads: list[int]) -> Group:
        """ "Said that Jamaica would, after talks with | his counterpart": whoever "his" is of."""
        near = [j for head in heads for j in self.syntax.subtree(head) if self.syntax.lemma(j) in COUNTERPARTS]
        owners = [
            c for j in near for c in self.syntax.children(j, "nmod:poss") if self.syntax.word(c) in ("his", "her")
        ]
        return Group(self.references.groups(owners).people[:1])

    def _is_later(self, verb: int) -> bool:
        """ "spoke again later that month": of another time than what was told before."""
        span = self.syntax.subtree(verb)
        later = (j for j in span if self.syntax.word(j) == "later" and self.syntax.word(j + 1) == "that")
        return any(self.syntax.clause(j) == verb for j in later)

    def _is_fresh(self, noun: int, top: int) -> bool:
        """ "the previous talks", "further meetings": not the one told before."""
        named = {n for n in (noun, top) if self.syntax.lemma(n) != "day"}  # a first day is not one of first talks
        words = {
            self.syntax.word(c) for n in named for c in self.syntax.children(n, "amod", "det", "advmod", "compound")
        }
        return bool((words - ORDINALS.keys() if self._comments(noun) else words) & self.rules.fresh)

    def _is_in_fresh(self, verb: int) -> bool:
        """ "In a separate meeting X held talks with Y"."""
        meetings = (i for case, i in self.syntax.obliques(verb) if case in ("in", "at") and self.nouns.rule_id(i))
        return any(self._is_fresh(i, i) and not self.nouns.definite(i) for i in meetings)

    def _noun_stands(self, telling: Telling, rule: NounRule, lemma: str, cast: Cast) -> bool:
        """Whether enough is told of who met for the kind of meeting that the noun names."""
        named = bool(cast.side or cast.other or cast.everyone)
        if named and self._is_among_games(telling):
            self.story.silent(telling.trigger, "sport")
            return False
        if not named and telling.anaphoric and telling.status is Status.PLANNED and self.story.events:
            return False  # "before the Madrid meeting" says nothing of it
        apart = bool(cast.everyone) and not cast.other and len(telling.sides) > 1
        if rule.kind is MeetingKind.VISIT and (not telling.people or apart):
            return False
        if not named and (lemma in rule.needs_sides or rule.kind in (MeetingKind.CALL, MeetingKind.VISIT)):
            return False
        two = lemma in rule.needs_sides or rule.kind is MeetingKind.CALL
        return not (two and len(telling.sides) < 2 and not telling.pair)

    def _comments(self, noun: int) -> bool:
        """ "It was their third meeting since May", "met him, his first talks with a Balt": of the meeting just told."""
        subjects = self.syntax.children(noun, "nsubj") if self.syntax.children(noun, "cop") else []
        said = any(self.syntax.word(s) in ("it", "this", "that") for s in subjects)
        return said or self._clause_renamed(noun) is not None

    def _clause_renamed(self, noun: int) -> int | None:
        """The clause of "met in Rome, | their third meeting", "met in what was their third meeting"."""
        syntax, above = self.syntax, self.syntax.head[noun]
        opens = min([c for c in syntax.children(noun) if c < noun], default=noun) - 1
        while opens > 0 and syntax.lemma(opens) in ("be", "will", "would", "could", "have"):
            opens -= 1
        if syntax.word(opens) == "what":
            return syntax.clause(syntax.head[opens])
        if syntax.dep[noun] not in ("appos", "parataxis", "obl:unmarked") or syntax.children(noun, "cop", "case"):
            return None
        first = min(syntax.subtree(noun))
        return syntax.clause(above) if first and self.syntax.word(first - 1) == "," else None

    def _is_told_beside(self, noun: int, cast: Cast) -> bool:
        """ "X met Y, her first meeting with a NATO minister": once more what the verb has told."""
        clause = self._clause_renamed(noun)
        told = next((t for t in self._told_here if t.trigger == clause), None)
        named = {*cast.side.people, *cast.everyone.people}
        return told is not None and len(told.people) > 1 and not cast.other.people and named <= told.people

    def _format(self, noun: int, top: int, told: Group) -> set[str]:
        """ "India and Nepal held a meeting of the Joint River Commission": the body is how they meet, and no side."""
        heads = [h for n in {noun, top} for case, h in self.syntax.obliques(n) if case == "of"]
        heads += self.syntax.children(noun, "compound")  # "WTO consultations with B"
        bodies = {
            k
            for h in heads
            if len(self.syntax.conjuncts(h)) == 1 and (k := self.linked.key(h)) and k.startswith("institution/")
        }
        others = {*told.parties, *self.sides.parties(told.people, ())} - bodies
        return bodies if len(others) > 1 else set()

    def _co_chaired(self, top: int) -> bool:
        """ "X of Kenya and Y of Uganda chaired the session": those in the chair face each other."""
        verb = self.syntax.head[top]
        if self.rules.support.get(self.syntax.lemma(verb)) != "leader":
            return False
        chairs = self.references.groups(self.syntax.subjects(verb))
        return len(chairs.people) > 1 and len(self.sides.parties(chairs.people, ())) > 1

    def _round_of(self, noun: int) -> bool:
        """ "the second round of the Omani and Yemeni delegations": a round that names its parties."""
        heads = [h for case, h in self.syntax.obliques(noun) if case in ("of", "between")]
        named = self.references.groups(heads)
        apart = bool(BALLOTS & {self.syntax.lemma(h) for h in heads})
        return not (any(map(self._meeting_noun, heads)) or apart) and max(len(named.people), len(named.parties)) > 1

    def _one_more(self, noun: int, top: int, number: int) -> Telling | None:
        """ "A third round is planned", "the next talks are due in Rome": told of the parties that met before."""
        speaker = self._speaker(self.syntax.clause(noun))
        telling = self.further.telling(noun, top, number, self.story.events, speaker)
        return None if telling is None else self._finished(telling)

    def _as_one(self, side: Side, delegation: Group) -> Side:
        """A delegation of several states stands for the body that sent it, or for none of them."""
        if not set(side.people) & set(delegation.people) or len(side.parties) < 2:
            return side
        return Side(side.people, delegation.parties if len(delegation.parties) == 1 else ())

    def _arrives(self, top: int) -> bool:
        """ "travelled to Washington for meetings", "arrive for dinner"."""
        verb = self.syntax.lemma(self.syntax.head[top])
        return self.syntax.case(top) == "for" and verb in ("arrive", "travel", "fly", "come", "go", "return")

    def _of_two(self, group: Group) -> bool:
        """Whether they are known to stand for two states or bodies."""
        known = {self.offices.party_of(p, firm=True) for p in group.people} | set(group.parties)
        return len(known - {None}) > 1

    def _protagonist(self, noun: int, other: Group) -> Group:
        """ "Trump met Lee. A meeting with Kim did not materialize": the one that the text before is about."""
        number = self.syntax.sentence_of[noun]
        sentences = self.document.sentences
        for near in (number, number - 1):
            if near < 0 or sentences[near].block != sentences[number].block:
                break
            roots = [i for i in range(sentences[near].first, sentences[near].last) if self.syntax.dep[i] == "root"]
            people = self.references.groups([s for root in roots for s in self.syntax.subjects(root)]).people
            parties = {self.offices.party_of(p) for p in other.people}
            if len(people) == 1 and people[0] not in other.people and self.offices.party_of(people[0]) not in parties:
                return Group(people)
            if people:
                break
        return Group()

    def _is_of_many(self, noun: int, top: int) -> bool:
        """ "a trilateral meeting", "a four-way meeting"."""
        first = min(self.syntax.children(top, "amod", "compound", "nummod"), default=noun)
        words = [self.syntax.word(j) for j in range(max(0, first - 2), noun)]
        joined = "".join(f" {w}" for w in words).replace(" - ", "-").split()
        return bool(self.rules.many & set(joined))

    def _known(self, everyone: Group, attended: Group) -> Group:
        """Without those attending whose state is only a guess: they may be anyone's."""
        return replace(
            everyone,
            people=tuple(p for p in everyone.people if p not in attended.people or self.offices.party_of(p, firm=True)),
        )

    def _seat(self, telling: Telling, side: Group, other: Group, everyone: Group) -> bool:
        """Give a telling its sides; False, noted, where only one is named."""
        delegation = Group()
        if side.anaphor == "people" and not side.people and other.people:
            delegation = self.company.delegation_before(telling.trigger)
            side = delegation if not set(delegation.people) & set(other.people) else side
        if self.sides.fill(telling, side, other, everyone):
            if delegation.people and side is delegation:
                telling.sides = [self._as_one(each, delegation) for each in telling.sides]
            return True
        if telling.sides or side or other:
            self.story.silent(telling.trigger, "only one side is named")
        return False

    # ── the rest of a telling ───────────────────────────────────────────────────────────────────────────────────────

    def _enrich(self, telling: Telling, head: int) -> None:
        """A call where the clause speaks of one; who said it."""
        clause = self.syntax.clause(head)
        if is_call(self.syntax, head):
            telling.kind = MeetingKind.CALL
        if telling.kind is MeetingKind.CALL:
            telling.setting = replace(telling.setting, place=None, venue=None, place_basis="")
        for case, noun in self.syntax.obliques(clause):
            rule = self.rules.nouns.get(self.syntax.lemma(noun)) or self.rules.nouns.get(self.syntax.word(noun))
            if case == "for" and rule is not None and telling.rule.endswith(".verb") and clause == head:
                self._consumed.add(noun)
                if rule.kind in (MeetingKind.TALKS, MeetingKind.SUMMIT):
                    telling.kind = rule.kind if telling.kind is MeetingKind.MEETING else telling.kind
        telling.said_by = self._speaker(clause)

    def _speaker(self, clause: int) -> str | None:
        """The one the clause is told by: "Wang said the two had met"."""
        syntax = self.syntax
        if syntax.dep[clause] in ("ccomp", "parataxis"):
            above = syntax.head[clause]
            for subject in syntax.subjects(above):
                key = self.linked.key(subject)
                if key and syntax.lemma(above) in (
                    "say",
                    "tell",
                    "announce",
                    "report",
                    "add",
                    "state",
                    "confirm",
                    "claim",
                ):
                    return key
        return None

    def _is_headline(self, number: int) -> bool:
        return self.settings.is_headline(number)

    def _finished(self, telling: Telling) -> Telling:
        telling.evidence.append(self._evidence(telling.sentence, telling.rule))
        return telling

    def _evidence(self, number: int, rule: str) -> Evidence:
        sentence = self.document.sentences[number]
        span = Span(self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end)
        article = self.document.article
        return Evidence(article.id, span, article.text[span.start : span.end], rule)


def _is_of(telling: Telling, along: Set[str]) -> bool:
    """Whether a side of a telling is only of people who went *along* with others."""
    return any(side.people and set(side.people) <= along for side in telling.sides)
