"""Tellings → the meetings of one article: tellings of the same one are joined, whatever they add is kept."""

from __future__ import annotations

from dataclasses import replace

from kg.facts.clause_status import called_off
from kg.facts.company import Company
from kg.facts.hosted import Hosted
from kg.facts.identity import OPEN, SPOKEN, Identity
from kg.facts.link import Linked
from kg.facts.meeting_words import is_topic
from kg.facts.noun_status import took_place, went_on
from kg.facts.party_words import ARMED
from kg.facts.refer import Group, References
from kg.facts.settings import Setting, Settings
from kg.facts.sides import Sides
from kg.facts.telling import Telling
from kg.facts.timing import not_before
from kg.facts.unnamed import Unnamed
from kg.model import Evidence, Meeting, MeetingKind, Side, Silence, Span, Status

FROM_AFAR = SPOKEN | {"summon.verb"}  # what may well have been somewhere else than the story is
UNNAMED_NEAR = 2  # sentences from two who are told by their states alone to "they"
NEAR = 3  # sentences after a meeting in which those are named who came along

MANY = 3  # that a three-way meeting has at the least


class Story:
    """The meetings of one article while it is read from beginning to end."""

    def __init__(self, linked: Linked, references: References, settings: Settings, sides: Sides) -> None:
        self.linked = linked
        self.references = references
        self.settings = settings
        self.sides = sides
        self.identity = Identity(linked, settings)
        self.unnamed = Unnamed(linked, references)
        self.hosted = Hosted(linked, settings)
        self.events: list[Telling] = []
        self.silences: list[Silence] = []

    def silent(self, i: int, reason: str) -> None:
        """Note why the word at token *i* told no meeting."""
        sentence = self.linked.document.sentences[self.linked.syntax.sentence_of[i]]
        tokens = self.linked.document.tokens
        span = Span(tokens[sentence.first].start, tokens[sentence.last - 1].end)
        self.silences.append(Silence(span, tokens[i].text, reason))

    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings told so far, in the order in which they were first told."""
        self._reconcile()
        for event in self.events:
            if event.kind is MeetingKind.VISIT and len(event.sides) < 2:
                self._note(event)
        apart = [each for event in self._emitted() for each in self._one_by_one(event)]
        return tuple(self._meeting(n, event) for n, event in enumerate(apart, 1))

    def add(self, telling: Telling) -> None:
        """Join a telling to the meeting it is about, or let it begin one."""
        of_others = self.identity.is_of_others(telling.trigger)
        others = (
            telling.pair == "people" and self.references.open(telling.trigger) and self._last_unnamed(telling) is None
        )
        if of_others or others:
            self.silent(telling.trigger, "it is not clear who 'they' are")
            return
        self._face_all(telling)
        if telling.kind is MeetingKind.VISIT and len(telling.sides) < 2 and self._is_at_home(telling):
            self.silent(telling.trigger, "nobody pays a visit at home")
            return
        if telling.status is Status.HAPPENED and self.settings.lies_ahead(telling.setting):
            if self._is_told_as_done(telling):  # "discussed by phone the summit | next month"
                telling.setting = replace(telling.setting, start=None, end=None)
            else:
                telling.status = Status.PLANNED
        if self.identity.denies_only_more(telling):
            self.silent(telling.trigger, "it denies no meeting but one more")
            return
        if self.identity.denies_only_until(telling, self.events):
            self.silent(telling.trigger, "they met after all, and had not before")
            return
        if self._settles(telling):
            return
        if telling.pair and not telling.people:
            model = self._last_pair(telling)
            two = self.unnamed.both(telling) if telling.pair in ("parties", "officials") else ()
            if two and (model is None or set(two) != model.parties):
                telling.sides = [Side((), (party,)) for party in two]
                model = None
            elif model is None and telling.pair in ("parties", "officials") and (parties := self._story_parties()):
                telling.sides = [Side((), (party,)) for party in parties]
                telling.doubt = "its parties are those of the story"
            elif model is None:
                self.silent(telling.trigger, "it is not clear who 'they' are")
                return
            elif two := self._two_of_three(model):
                telling.sides = self.sides.parted(Group(two))
                model = None
            elif telling.pair == "officials":
                telling.sides = [Side((), side.parties) for side in model.sides if side.parties]
            else:
                telling.sides = list(model.sides)
            if model is not None and self.identity.same(model, telling):
                self._join(model, telling)
                return
            if telling.pair == "people" and len(telling.sides) == 2:  # "the two last met": those who came along did not
                telling.sides = [Side(side.people[:1], side.parties) for side in telling.sides]
        match = self._match(telling)
        if match is not None:
            self._join(match, telling)
            return
        if telling.led:
            telling.sides = self.unnamed.across(telling) or telling.sides
        elif parties := self.unnamed.parties(telling) or self._bilateral(telling):
            telling.sides = [Side((), (party,)) for party in parties]
            telling.doubt = "its parties are those of the story"
            if (match := self._match(telling)) is not None:
                self._join(match, telling)
                return
        if not telling.people and len(telling.parties) < 2 and not self._inherits(telling):
            self.silent(telling.trigger, "no sides are named")
        elif len(telling.sides) < 2 and telling.kind is not MeetingKind.VISIT:
            self.silent(telling.trigger, "only one side is named")
            if telling.setting.place_basis == "own":
                self._note(telling)
        else:
            telling.last_told = telling.sentence
            self.events.append(telling)

    def _note(self, telling: Telling) -> None:
        """Have what is told say where its people are from then on, unless it is of "Chad, Niger and Mali"."""
        setting = telling.setting
        if setting.place and setting.place_basis != "several" and telling.kind is not MeetingKind.CALL:
            where = self.settings.whereabouts
            where.note(telling.trigger, frozenset(telling.people), setting.place, telling.status)

    def travel(self, telling: Telling) -> None:
        """Add a journey, unless a meeting of whoever goes is told in that state, or as near that it may be there."""
        country = self.settings.country_of(telling.setting.place or "")
        for event in self.events:
            if not event.people & telling.people or event.kind is MeetingKind.CALL:
                continue
            place = event.setting.place or self._completed(event).place
            if event.kind is MeetingKind.VISIT and len(event.sides) < 2:
                here = self.settings.same_place(event.setting, telling.setting)
                then = self.settings.same_time(event.setting, telling.setting)
                if not here or then is False or (telling.fresh and not then):
                    continue  # "his earlier trip was shelved"
                event.status = event.status if telling.status in OPEN else telling.status
                event.setting = self.settings.merged(event.setting, telling.setting)
                event.evidence += [each for each in telling.evidence if each not in event.evidence]
                return
            near = abs(event.sentence - telling.sentence) <= 1
            if place == telling.setting.place or (country and self.settings.country_of(place or "") == country):
                return
            if near and place is None:
                return
        self.events.insert(sum(event.trigger < telling.trigger for event in self.events), telling)

    def retract(self, number: int) -> None:
        """ "It was called off": what the sentence before, or this one, planned came to nothing."""
        syntax, sentence = self.linked.syntax, self.linked.document.sentences[number]
        for i in range(sentence.first, sentence.last):
            subjects = syntax.children(i, "nsubj:pass", "nsubj")
            if any(syntax.word(c) in ("it", "this", "that") for c in subjects) and called_off(syntax, i):
                near = [e for e in self.events if number - e.last_told <= 1 and e.trigger < i]
                if near and near[-1].status in OPEN:
                    near[-1].status = Status.DENIED

    def _is_at_home(self, telling: Telling) -> bool:
        """ "returned to Hanoi, concluding a visit to Laos": where nobody of Vietnam pays a visit."""
        place = telling.setting.place
        home = {self.sides.offices.party_of(person) for person in telling.people}
        return place is not None and self.settings.country_of(place) in home - {None}

    def _is_told_as_done(self, telling: Telling) -> bool:
        """A finite past, whatever day was read beside it; what a past talk was about may lie ahead."""
        syntax = self.linked.syntax
        if is_topic(syntax, telling.trigger):
            return False
        clause = syntax.clause(telling.trigger)
        auxiliaries = {syntax.lemma(c) for c in syntax.children(clause, "aux")}
        return self.linked.document.tokens[clause].tag == "VBD" or bool(auxiliaries & {"do", "have"})

    def _settles(self, telling: Telling) -> bool:
        """ "The meeting was called off", "The talks went ahead": what became of the one planned; True where told."""
        if telling.people or telling.parties or telling.pair or telling.fresh:
            return False
        if not self.identity.points_back(telling):
            return False
        held = telling.status is Status.HAPPENED and (
            took_place(self.linked.syntax, telling.trigger) or self._went_on(telling)
        )
        if not held and telling.status is not Status.DENIED:
            return False
        if held and not telling.of_many and self._held_before(telling):
            return False
        told = [e for e in self.events if e.trigger < telling.trigger and e.kind is not MeetingKind.VISIT]
        told = [e for e in told if _of_many(e)] if telling.of_many else told
        last = max(told, key=lambda e: (e.last_told, e.trigger), default=None)
        if (
            last is None
            or (held and last.fresh)  # "they will meet again. The talks are being held in Rome"
            or last.status not in OPEN
            or (last.kind is MeetingKind.CALL) is not (telling.kind is MeetingKind.CALL)
        ):
            return False
        if False in (
            self.settings.same_place(last.setting, telling.setting),
            self.settings.same_time(last.setting, telling.setting),
        ):
            return False
        last.status = telling.status
        if held:  # its weekday is one before the article's
            start, end = self.settings.timing.of(last.trigger, {last.trigger}, Status.HAPPENED)
            last.setting = replace(last.setting, start=start, end=end)
        self._join(last, telling)
        for before in [e for e in self.events if self._is_denied_too(e, last)][:1]:
            self._join(before, last)
            self.events.remove(last)
        return True

    def _is_denied_too(self, event: Telling, other: Telling) -> bool:
        """Whether two that came to nothing are one."""
        off = event.status is other.status is Status.DENIED
        return off and event.trigger < other.trigger and self.identity.same(event, other)

    def _held_before(self, telling: Telling) -> bool:
        """Whether it can be of a meeting that is told as held."""
        return any(e.status is Status.HAPPENED and self.identity.same(e, telling) for e in self.events)

    def _went_on(self, telling: Telling) -> bool:
        """ "The talks lasted an hour": those planned, where no others were held that this can be said of."""
        held = [e for e in self.events if e.status is Status.HAPPENED and e.kind is not MeetingKind.VISIT]
        others = any(not telling.of_many or _of_many(e) for e in held)
        elsewhere = telling.setting.place is not None and telling.setting.place_basis == "own"
        return not others and not elsewhere and went_on(self.linked.syntax, telling.trigger)

    def _reconcile(self) -> None:
        """Join plans to the meeting that came of them, or did not."""
        for plan in [e for e in self.events if e.status in OPEN]:
            outcome = next((e for e in self.events if e is not plan and self.identity.came_to(plan, e)), None)
            if outcome is not None:
                self._join(outcome, plan)
                self.events.remove(plan)

    def list_again(self, before: list[Telling], telling: Telling) -> None:
        """Add those listed as present, in place of a list *before* that goes on."""
        for event in before:
            if event in self.events and event.people <= telling.people:
                event.sides, event.last_told = telling.sides, telling.sentence
                event.evidence += telling.evidence
                return
        self.add(telling)

    def accompany(self, company: Company, status: Status, evidence: Evidence) -> bool:
        """Seat those who came along in the meeting told just before, beside those they came with; False if nowhere."""
        seated = False
        number = self.linked.syntax.sentence_of[company.at]
        for event in self._just_told(company, number, status):
            if self._seat(event, company):
                seated = True
                event.last_told = number
                event.evidence.append(evidence)
        return seated

    def face(self, telling: Telling) -> None:
        """
        Join those told to face each other to the meeting just told if some, or their states, met in it.

        Those of no known state who face each other in its sentence sit beside whoever is told there in their order.
        """
        for event in reversed(self.events):
            sides = event.sides
            near = 0 <= telling.sentence - event.last_told <= NEAR and event.status is telling.status
            if near and len(sides) == 2 and event.kind is not MeetingKind.CALL:
                here = telling.sentence == event.last_told and not telling.parties
                for pair in (telling.sides, telling.sides[::-1]):
                    if here or all(_share(told, new) for told, new in zip(sides, pair, strict=True)):
                        event.sides = [
                            Side(tuple(dict.fromkeys((*told.people, *new.people))), told.parties)
                            for told, new in zip(sides, pair, strict=True)
                        ]
                        event.last_told = telling.sentence
                        event.evidence += telling.evidence
                        return
        self.add(telling)

    def _just_told(self, company: Company, number: int, status: Status) -> list[Telling]:
        """The meetings of the nearest sentence that those can be meant to have come to; of several only if with one."""
        sentences = self.linked.document.sentences
        near = [
            event
            for event in self.events
            if len(event.sides) >= 2
            and 0 <= number - event.last_told <= NEAR
            and sentences[number].block - sentences[event.last_told].block <= 2
            and event.status is status
            and (company.beside or company.met or not self.identity.was_long_ago(event, company.at))
            and (not company.beside or set(company.beside) & event.people)
            and (not company.opposite or (set(company.opposite) & event.people and len(event.sides) == 2))
            and (not company.parties or set(company.parties) & event.parties or _unclaimed(event.sides) is not None)
        ]
        last = max((event.last_told for event in near), default=-1)
        found = [event for event in near if event.last_told == last]
        return found if company.beside or company.parties else found[-1:]

    def _seat(self, event: Telling, company: Company) -> bool:
        """Whether anybody could be seated; nobody is where it is not clear on which side."""
        new = [p for p in company.people if p not in event.people]
        sides = [(list(s.people), list(s.parties)) for s in event.sides]
        if company.respective:
            if len(company.people) != len(sides):
                return False
            targets = dict(zip(company.people, self._in_order(company.people, sides), strict=True))
        else:
            targets = {p: t for p in new if (t := self._target(p, sides, company)) is not None}
        if any(p in event.people and (t := self._target(p, sides, company)) and p not in t[0] for p in company.people):
            return False  # one of them sat on the other side: it is another meeting
        for person in new:
            if person in targets:
                targets[person][0].append(person)
                if not targets[person][1]:  # "On the Peruvian side were X and Y": of whoever was told to face the other
                    targets[person][1].extend(company.parties)
        party_of = self.sides.offices.party_of
        guests = [p for p in new if p not in targets and party_of(p, firm=True)] if company.joined else []
        states = {state for p in guests if (state := party_of(p, firm=True))}
        event.sides = [Side(tuple(p), tuple(q)) for p, q in sides]
        if guests:
            event.sides.append(Side(tuple(guests), tuple(states) if len(states) == 1 else ()))
        return bool(guests or targets)

    def _in_order(
        self, people: tuple[str, ...], sides: list[tuple[list[str], list[str]]]
    ) -> list[tuple[list[str], list[str]]]:
        """The sides in the order of those who belong to one each, where it is said to which; else as they are."""
        firm = [self.sides.offices.party_of(p, firm=True) for p in people]
        turned = sides[::-1]
        swapped = any(party in side[1] for party, side in zip(firm, turned, strict=True))
        return turned if swapped and len(sides) == 2 else sides

    def _target(
        self, person: str, sides: list[tuple[list[str], list[str]]], company: Company
    ) -> tuple[list[str], list[str]] | None:
        """The side of the one they came with, unless they stand for another; else that of their own state."""
        loose = company.joined or not (company.beside or company.parties or company.opposite)
        state = self.sides.offices.party_of(person, firm=not loose)
        own = next((side for side in sides if state in side[1]), None)
        event_sides = [Side(tuple(p), tuple(q)) for p, q in sides]
        beside = next((side for side in sides if set(side[0]) & set(company.beside)), None) or next(
            (side for side in sides if set(side[1]) & set(company.parties)), None
        )
        if company.opposite:
            return next((side for side in sides if not set(side[0]) & set(company.opposite)), None)
        if beside is None and company.parties and (free := _unclaimed(event_sides)) is not None:
            firm = self.sides.offices.party_of(person, firm=True)
            return sides[free] if firm is None or firm in company.parties else None
        if beside is None:
            return own
        return beside if own in (None, beside) else None

    def _story_parties(self) -> tuple[str, ...]:
        """The two states that an article speaks of far more than of any other; empty where there are no such two."""
        opening = {
            self.linked.at[m.first]
            for m in self.linked.names
            if m.kind in ("state", "demonym") and self.linked.syntax.block(m.first) <= 2
        }
        counts = [(k, n) for k, n in self.linked.state_counts().most_common() if k in opening][:3]
        if len(counts) < 2 or counts[1][1] < 3:
            return ()
        third = counts[2][1] if len(counts) > 2 else 0
        return tuple(sorted(k for k, _ in counts[:2])) if counts[1][1] >= 2 * third else ()

    def _bilateral(self, telling: Telling) -> tuple[str, ...]:
        """ "a bilateral meeting in Nairobi": of the two states that the story is about."""
        words = {self.linked.syntax.word(c) for c in self.linked.syntax.children(telling.trigger, "amod", "compound")}
        syntax, noun = self.linked.syntax, telling.trigger
        faced = syntax.word(min(noun + 1, len(syntax.tokens) - 1)) == "with" or any(
            case == "with" for case, _ in syntax.obliques(noun)
        )
        alone = "bilateral" in words and not (telling.sides or faced) and telling.status is Status.HAPPENED
        return self._story_parties() if alone and not telling.fresh else ()

    def _last_pair(self, telling: Telling) -> Telling | None:
        """The last meeting told with people, or one told in the same sentence."""
        for event in reversed(self.events):
            two = telling.pair == "parties" and all(side.parties for side in event.sides)
            if len(event.sides) >= 2 and (event.people or two or event.sentence == telling.sentence):
                if self._is_round(event):
                    continue  # a round of calls with several is by no "two"
                return event
        return self._last_unnamed(telling)

    def _last_unnamed(self, telling: Telling) -> Telling | None:
        """The last meeting of two who are told by their states alone, if near enough for a "they" to mean them."""
        return next((event for event in reversed(self.events) if self._is_of_unnamed(event, telling)), None)

    def _is_of_unnamed(self, event: Telling, telling: Telling) -> bool:
        """ "The ministers of Chad and Mali met. | They will meet again": two of whom only the states are told."""
        syntax = self.linked.syntax
        near = 0 <= telling.sentence - event.last_told <= UNNAMED_NEAR
        beside = syntax.block(telling.trigger) - syntax.block(event.trigger) <= 1
        two = len(event.sides) == 2 and all(len(side.parties) == 1 and not side.people for side in event.sides)
        return telling.pair == "people" and near and beside and two

    def _two_of_three(self, model: Telling) -> tuple[str, ...]:
        """ "She saw Vucic and Kurti. The pair …": of three who met the two of different states on one side."""
        pairs = [side.people for side in model.sides if len(side.people) == 2]
        if len(model.people) != 3 or len(model.sides) != 2 or not pairs or model.kind is MeetingKind.CALL:
            return ()
        parties = {self.sides.offices.party_of(p) for p in pairs[0]}
        return pairs[0] if len(parties) == 2 and None not in parties else ()

    def _is_round(self, event: Telling) -> bool:
        """Whether one met several of different states, and no two of them can be meant."""
        return any(self._is_mixed(side) for side in event.sides) and not self._two_of_three(event)

    def _is_mixed(self, side: Side) -> bool:
        """Whether its people stand for different states, so that each of them was met by himself."""
        return bool(side.parties) and len({self.sides.offices.party_of(p) for p in side.people} - {None}) > 1

    def _inherits(self, telling: Telling) -> bool:
        """ "Talks in Stockholm in July": a round of its own between the parties of the story."""
        heirs = self.unnamed.inherited(telling, self.events)
        if len(heirs) > 1:
            telling.sides, telling.doubt = heirs, "its parties are those of the story"
        return len(heirs) > 1

    def _match(self, telling: Telling) -> Telling | None:
        same = [event for event in reversed(self.events) if self.identity.same(event, telling)]
        if same:
            return next((e for e in same if not self.identity.is_over(e, telling)), same[0])
        match = next((event for event in reversed(self.events) if self.identity.goes_on(event, telling)), None)
        return match or next((e for e in reversed(self.events) if self.identity.is_still_ahead(e, telling)), None)

    def _face_all(self, telling: Telling) -> None:
        """ "X met Y and Z. A text was agreed at | the trilateral talks", "the three spoke": Y and Z met as well."""
        if not (telling.of_many and not telling.people) and len(telling.sides) < MANY:
            return
        near = (e for e in reversed(self.events) if 0 <= telling.sentence - e.last_told <= NEAR)
        event = next((e for e in near if e.status is telling.status and len(e.sides) == 2), None)
        if event is None or (telling.people and telling.people != event.people):
            return
        apart = (self.settings.same_place, self.settings.same_time)
        if any(alike(event.setting, telling.setting) is False for alike in apart):
            return  # "met them separately in Paris in May, and held a three-way session with them in Rome"
        sides = telling.sides if telling.people else self.sides.parted(Group(tuple(sorted(event.people))))
        if len(sides) >= MANY:
            event.sides, event.of_many = sides, True

    def _join(self, event: Telling, telling: Telling) -> None:
        """What the later telling adds: people on the side of their state, place, venue, dates, evidence."""
        if (
            telling.people
            and len(event.sides) >= 2
            and (len(telling.sides) >= 2 or self.identity.takes_part(event, telling))
        ):
            event.sides = self._merged_sides(event.sides, telling.sides)
        elif telling.people and not event.people:
            event.sides = telling.sides
        event.setting = self.settings.merged(event.setting, telling.setting)
        event.hosts = tuple(
            h for h in dict.fromkeys([*event.hosts, *telling.hosts]) if h not in event.people | event.parties
        )
        event.round = event.round or telling.round
        event.retold = (*event.retold, telling.trigger, *telling.retold)
        event.last_told = telling.sentence
        if MeetingKind.CALL in (event.kind, telling.kind):
            event.kind = MeetingKind.CALL
        if event.kind is MeetingKind.MEETING and telling.kind in (MeetingKind.TALKS, MeetingKind.SUMMIT):
            event.kind = telling.kind
        event.evidence += [e for e in telling.evidence if e not in event.evidence]

    def _merged_sides(self, old: list[Side], new: list[Side]) -> list[Side]:
        sides = [(list(s.people), list(s.parties)) for s in old]
        seated = {p for people, _ in sides for p in people}
        for side in new:
            target = next((t for t in sides if set(t[0]) & set(side.people) or (set(t[1]) & set(side.parties))), None)
            if (
                target is None
                and not (set(side.people) - seated)
                and not (set(side.parties) - {q for _, ps in sides for q in ps})
            ):
                continue
            if target is None:
                target = ([], [])
                sides.append(target)
            for person in side.people:
                if person not in seated:
                    target[0].append(person)
                    seated.add(person)
            for party in side.parties:
                if party not in target[1]:
                    target[1].append(party)
        return [Side(tuple(p), tuple(q)) for p, q in sides]

    # ── results ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _emitted(self) -> list[Telling]:
        """The meetings that can stand: two sides told, or a visit with the one who pays it."""
        kept = []
        for event in self.events:
            sides = [side for side in event.sides if side.people or side.parties]
            visit = event.kind is MeetingKind.VISIT and bool(event.people)
            if not visit and len(sides) < 2:
                self.silent(event.trigger, "only one side is named")
            elif not visit and not self._is_diplomacy(sides):
                self.silent(event.trigger, "it is not clear that the two are states or bodies that negotiate")
            else:
                kept.append(event)
        return kept

    def _one_by_one(self, event: Telling) -> list[Telling]:
        """ "Reid met Paz of Peru and Vela of Chile": a meeting a state, and none of Peru and Chile."""
        if len(event.sides) != 2 or self._is_mixed(event.sides[0]):
            return [event]
        one, other = event.sides
        if not other.people and len(other.parties) > 1 and len(one.parties) < 2 and not event.of_many:
            met = [Side((), (party,)) for party in other.parties if party not in one.parties]
            return [replace(event, sides=[one, side], evidence=list(event.evidence)) for side in met]
        if not self._is_mixed(other):
            return [event]
        if not one.people or set(other.parties) & set(one.parties):
            return [event]
        groups: dict[str, list[str]] = {}
        for person in other.people:
            groups.setdefault(self.sides.offices.party_of(person) or "", []).append(person)
        if set(groups) != set(other.parties):
            return [event]
        met = [Side(tuple(people), (party,)) for party, people in groups.items()]
        return [replace(event, sides=[one, side], evidence=list(event.evidence)) for side in met]

    def _is_diplomacy(self, sides: list[Side]) -> bool:
        """Every side has a person on it or a party that acts; a lone person does not meet a newspaper or a club."""
        return all(side.people or any(self._acts(party) for party in side.parties) for side in sides)

    def _acts(self, key: str) -> bool:
        """Whether a party can meet without a person named: "Arsenal met Chelsea" is no diplomacy."""
        thing = self.linked.things[key]
        return (
            self.linked.is_state(key)
            or thing.type in ("government", "international", "party")
            or (thing.type != "media" and self.linked.table.body(thing.name) is not None)
            or not ARMED.isdisjoint(thing.name.lower().split())
        )

    def _completed(self, event: Telling) -> Setting:
        """The setting with what the story gives it, for its first telling or, sooner than a dateline, a later one."""
        people = frozenset(event.people)
        first, *more = (
            self.settings.completed(event.setting, at, event.kind, event.status, people)
            for at in (event.trigger, *event.retold)
        )
        if first.place and first.place_basis != "dateline":
            return self.settings.in_state(first, event.trigger, frozenset(event.parties))
        if event.rule in FROM_AFAR and event.setting.place is None:
            first = replace(first, place=None, place_basis="", country=None)
        told = next((each for each in more if each.place and each.place_basis == "story"), first)
        known = told.place or told.venue or event.rule in FROM_AFAR
        return told if known else self.hosted.setting(event, told, self.events)

    def _meeting(self, number: int, event: Telling) -> Meeting:
        setting = event.setting
        if setting.place or not event.series:  # four rounds of talks were not all held where the story is
            setting = self._completed(event)
        return Meeting(
            key=f"meeting/{number}",
            kind=event.kind,
            sides=tuple(event.sides),
            status=event.status,
            evidence=tuple(event.evidence),
            place=setting.place,
            country=setting.country,
            venue=setting.venue,
            start=setting.start,
            end=not_before(setting.start, setting.end),
            hosts=event.hosts,
            attended=event.attended,
            round=event.round,
            said_by=event.said_by,
            doubt=event.doubt,
        )


def _share(a: Side, b: Side) -> bool:
    """Whether two sides have a person in common or stand for one party."""
    return bool(set(a.people) & set(b.people) or set(a.parties) & set(b.parties))


def _unclaimed(sides: list[Side]) -> int | None:
    """Which of two sides is of no known party, where the other's is known."""
    free = [n for n, side in enumerate(sides) if not side.parties]
    return free[0] if len(sides) == 2 and len(free) == 1 else None


def _of_many(event: Telling) -> bool:
    return max(len(event.people), len(event.parties)) >= MANY
