"""Where and when: attaches the places and times of a sentence, or of its story, to the events told in it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from kg.facts.hints import Hints
from kg.facts.link import Linked
from kg.facts.places import PLACES, Places
from kg.facts.qualify import status as status_of
from kg.facts.refer import References
from kg.facts.rounds import Round, Rounds
from kg.facts.timing import COUNTED, LEAP_YEAR, Timing, is_finer, month_of
from kg.facts.whereabouts import Whereabouts
from kg.model import MeetingKind, Status, When
from kg.text.boilerplate import BlockKind
from kg.text.dates import WEEKDAYS, TimeMention
from kg.text.mentions import CITY, STATE
from kg.text.mentions.places import BORDER_VENUE_HEADS

FLASHBACK_DAYS = 10
BACKGROUND_DAYS = 4  # of what is told as past already
NEWS_DAYS = 2
RECENT_DAYS = 3
WEEK = 7
OTHERS = frozenset("last first previous earlier recent latest another a an second third next past prior".split())
_EARLIER = re.compile(r"earlier this (?:month|year)", re.I)
OTHER_DAYS = frozenset({"later", "then", "earlier", "previously", "once", "had"})
REACHING = frozenset({"visit", "tour", "include", "cover", "reach"})
SOON = frozenset({*WEEKDAYS, "today", "tomorrow", "tonight"})
NEWS, PLANS = (-1, 12), (-5, 5)  # days before the article's own in which what it tells first happened, or was due


@dataclass(frozen=True, slots=True)
class Setting:
    """
    Place and time of one telling; keys of entities.

    `place_basis` is "own", "several" (the first of several), "story", "dateline" (or the one city of the opening) or
    empty. `background` marks what is
    told as past already ("had met").
    """

    place: str | None = None
    country: str | None = None
    venue: str | None = None
    start: When | None = None
    end: When | None = None
    place_basis: str = ""
    background: bool = False


class Settings:
    """Finds the setting of each event of one article."""

    def __init__(self, linked: Linked, references: References, triggers: frozenset[int]) -> None:
        self.linked = linked
        self.syntax = linked.syntax
        self.document = linked.document
        self.places = Places(linked, triggers)
        self.timing = Timing(linked, self.places)
        self.hints = Hints(linked, self.places, self.timing)
        self.rounds = Rounds(self.places, self.timing)
        self.whereabouts = Whereabouts(self.places, references, self._tells_near, self._tells_later, self._tells_recent)
        self._lead: list[tuple[int, Setting, Status]] = []
        self._past: set[str] = set()  # where the events of other days were, or will be

    # ── one telling ─────────────────────────────────────────────────────────────────────────────────────────────────

    def of(self, trigger: int, status: Status, *, noun: int | None = None) -> Setting:
        """The place and time that the trigger's own sentence gives."""
        heads = {trigger} if noun is None else {trigger, noun}
        where = self.places.of(trigger, heads)
        start, end = self.timing.of(trigger, heads, status)
        if where.place is None and where.venue is None:
            where = self.hints.where(heads)
        if start is None:
            start, end = self.hints.when(heads, status)
        background = self.timing.is_background(trigger)
        setting = Setting(where.place, where.country, where.venue, start, end, where.given, background)
        self._note_lead(trigger, status, setting)
        return setting

    def is_of_today(self, verb: int) -> bool:
        """Whether the day that the verb's clause tells is the article's, or the one before."""
        start, _ = self.timing.of(verb, {verb}, Status.HAPPENED)
        days = self._days_ago(Setting(start=start)) if start is not None and start.first == start.last else None
        return days is not None and 0 <= days <= 1

    def further(self, trigger: int, setting: Setting, status: Status) -> tuple[Round, ...]:
        """The place and time of each further meeting that one verb tells: "in Rome in May and in Bonn in June"."""
        return self.rounds.after(trigger, setting.place, "past" if status is Status.HAPPENED else "future")

    def _note_lead(self, trigger: int, status: Status, setting: Setting) -> None:
        """Keep the place of what the article is about: that of its first events."""
        block = self.syntax.block(trigger)
        if setting.place is not None and not self._is_news(setting, status):
            self._past.add(setting.place)
        if (
            block < self.timing.lead_blocks
            and setting.place
            and setting.place_basis == "own"
            and self._is_news(setting, status)
        ):
            self._lead.append((trigger, setting, status))

    def is_headline(self, number: int) -> bool:
        kind = self.timing.blocks[self.document.sentences[number].block].kind
        return kind in (BlockKind.HEADLINE, BlockKind.HEADING)

    def times(self, number: int, tense: str | None) -> tuple[tuple[int, TimeMention], ...]:
        """(index of the token where it starts, time) of each time in a sentence."""
        return self.timing.times(number, tense)

    def city_key(self, name: str) -> str:
        """The key of a city that the text names only by its state ("the Spanish capital") or as a metonym."""
        return self.places.city_key(name)

    def country_of(self, key: str) -> str | None:
        """The key of the state that a place lies in."""
        return self.places.country_of(key)

    def dateline(self) -> str | None:
        """The key of the place that the article's dateline names, where the tables know it."""
        return self.places.dateline()

    # ── two tellings ────────────────────────────────────────────────────────────────────────────────────────────────

    def same_place(self, a: Setting, b: Setting) -> bool | None:
        """True where both name one place, False where they name different ones, None where one names none."""
        if a.place and b.place:
            if a.place == b.place:
                return True
            one_country = self.country_of(a.place) == self.country_of(b.place) is not None
            return one_country and (self.linked.is_state(a.place) or self.linked.is_state(b.place))
        if a.venue and b.venue:
            return True if a.venue == b.venue else None
        return None

    def same_time(self, a: Setting, b: Setting) -> bool | None:
        """True where the times can be the same, False where they cannot, None where one gives none."""
        if a.start is None or b.start is None:
            return False if self._is_flashback_to(a, b) or self._is_flashback_to(b, a) else None
        x, y = a.start, b.start
        if self._is_before_these_days(x, b) or self._is_before_these_days(y, a):
            return False
        if x.first and x.last and y.first and y.last:
            a_last = a.end.last if a.end and a.end.last else x.last
            b_last = b.end.last if b.end and b.end.last else y.last
            if x.first <= b_last and y.first <= a_last:
                return True
            next_day = abs((x.first - y.first).days) <= 1 and x.first == x.last and y.first == y.last
            return None if next_day else False
        return _same_edtf(x.edtf, y.edtf) if x.edtf and y.edtf else None

    def _is_before_these_days(self, when: When, news: Setting) -> bool:
        """ "earlier this month" beside what is told of yesterday."""
        days = self._days_ago(news) if news.start is not None and news.start.first == news.start.last else None
        return days is not None and 0 <= days <= NEWS_DAYS and bool(_EARLIER.match(when.wording))

    def _is_flashback_to(self, told: Setting, past: Setting) -> bool:
        """Whether *past* lies well before the days of the article, in which *told*, without a date, is told."""
        if told.start is not None or told.background or past.start is None:
            return False
        days = self._days_ago(replace(past, start=replace(past.start, first=past.start.last)))
        return days is not None and days > (BACKGROUND_DAYS if past.background else FLASHBACK_DAYS)

    def merged(self, a: Setting, b: Setting) -> Setting:
        """What two tellings of one event give together; the first's values stay unless the second's are finer."""
        place, basis = a.place, a.place_basis
        finer = place and b.place and self.linked.is_state(place) and not self.linked.is_state(b.place)
        if b.place and (place is None or finer):
            place, basis = b.place, b.place_basis
        start, end = a.start, a.end
        if b.start is not None and (start is None or is_finer(b.start, start)):
            start, end = b.start, b.end
        elif b.start is not None and start is not None and b.start.edtf == start.edtf:
            end = end or b.end
        return replace(
            a,
            place=place,
            place_basis=basis,
            venue=a.venue or b.venue,
            country=a.country or b.country,
            start=start,
            end=end,
        )

    # ── the story ───────────────────────────────────────────────────────────────────────────────────────────────────

    def completed(
        self,
        setting: Setting,
        trigger: int,
        kind: MeetingKind,
        status: Status,
        people: frozenset[str] = frozenset(),
    ) -> Setting:
        """
        The setting with the country of its place; where the text gives no place, that of the story.

        The story's place is where it has put the people (*people*, else those of the sentence), then that of its first
        events, last the dateline's.
        """
        if kind is MeetingKind.CALL:
            return self._dated(replace(setting, place=None, venue=None, country=None), trigger, status, people)
        if setting.place is None:
            setting = self._placed(setting, trigger, status, people)
        if setting.place_basis == "story" and setting.place is not None and setting.venue is None:
            setting = replace(setting, place=self._city_in(setting.place, trigger, people) or setting.place)
        setting = self._dated(setting, trigger, status, people)
        if setting.start is None and status is Status.PLANNED and setting.place is not None:
            setting = self._on_journey(setting, trigger, people)
        if setting.place is None and setting.venue is None:
            return setting
        if setting.place is None and setting.venue is not None:
            country = self.linked.things[setting.venue].country
            return replace(setting, country=setting.country or (self.linked.state_key(country) if country else None))
        return replace(setting, country=self.country_of(setting.place or "") or setting.country)

    def is_of_visit(self, trigger: int, setting: Setting, status: Status) -> bool:
        """Whether an event is of the days of the article, and told of no other time or gathering."""
        elsewhere = self.timing.is_other_time(trigger) or self.places.is_beside_gathering(trigger)
        return self._is_near(setting, status) and not elsewhere

    def _on_journey(self, setting: Setting, trigger: int, people: frozenset[str]) -> Setting:
        """The setting with the month of the journey on which the event is planned."""
        journey = self.whereabouts.journey(trigger, people, setting.place or "")
        return (self._as_guest(setting, journey.at, journey.status) if journey is not None else None) or setting

    def in_state(self, setting: Setting, trigger: int, states: frozenset[str]) -> Setting:
        """The setting in the one of *states* told as a stop of the journey, where that is to a part of the world."""
        thing = self.linked.things.get(setting.place or "")
        if setting.place_basis != "story" or thing is None or thing.type != "region" or thing.country is not None:
            return setting
        stops = {key for number in range(self.syntax.sentence_of[trigger] + 1) for key in self._stops(number)} & states
        return replace(setting, place=(stop := stops.pop()), country=stop) if len(stops) == 1 else setting

    def _stops(self, number: int) -> frozenset[str]:
        """The states named in a sentence that tells of a journey: "the trip will take him to Chad and Niger"."""
        sentence, words = self.document.sentences[number], self.places.words
        told = {self.document.tokens[i].lemma for i in range(sentence.first, sentence.last)}
        if not told & (words.journeys | words.travelling):
            return frozenset()
        named = [m for m in self.linked.names if self.syntax.sentence_of[m.first] == number and m.kind == STATE]
        return frozenset(self.linked.at[m.first] for m in named if self._is_stop(m.first))

    def _is_stop(self, i: int) -> bool:
        """ "to Chad and | Niger", "visit Chad", "a tour that includes Chad"."""
        while self.syntax.dep[i] == "conj":
            i = self.syntax.head[i]
        reached = self.syntax.dep[i] == "obj" and self.syntax.lemma(self.syntax.head[i]) in REACHING
        return reached or self.syntax.case(i) in ("to", "in", "at", "into", "through")

    def _is_at_border(self, setting: Setting) -> bool:
        """ "At the Nemba border post": in no city that the story speaks of."""
        thing = self.linked.things.get(setting.venue or "")
        return thing is not None and thing.name.split()[-1] in BORDER_VENUE_HEADS

    def _placed(self, setting: Setting, trigger: int, status: Status, people: frozenset[str]) -> Setting:
        if self.timing.is_other_time(trigger) or self._is_at_border(setting) or self.places.is_at_frontier(trigger):
            return setting
        place = self.whereabouts.beside(trigger, people, status)
        if place is None and (stay := self.whereabouts.during(trigger, people)) is not None:
            there = self._as_guest(setting, stay.at, stay.status)
            return replace(there or setting, place=stay.place, place_basis="story")
        elsewhere = setting.background and self.places.is_beside_gathering(trigger)
        if place is None and not elsewhere and (heading := self._heading(trigger)) is not None:
            return replace(setting, place=heading, place_basis="story")
        if place is None and self._is_near(setting, status) and not self._is_one_more(trigger, setting, status):
            place = self.whereabouts.at(trigger, people, status, soon=self._is_soon(setting, status))
        elif place is None and status is Status.PLANNED:
            place = self.whereabouts.ahead(trigger, people)
        if place is not None:
            return replace(setting, place=place, place_basis="story")
        guest = self.whereabouts.guest(trigger, people) if status is Status.HAPPENED else None
        if guest is not None and (here := self._as_guest(setting, guest.at)) is not None:
            return replace(here, place=guest.place, place_basis="story")
        if elsewhere:  # "on the sidelines of the assembly she had met him"
            return setting
        joins = self._is_near(setting, status) and self.places.is_at_gathering(trigger)
        if not self._is_news(setting, status) and not joins:
            return setting
        over = (Status.HAPPENED, Status.DENIED)
        titled = self.is_headline(self.syntax.sentence_of[trigger])
        told = [(each, was) for at, each, was in self._lead if at <= trigger or titled]
        done = [each for each, was in told if status not in over or was in over]
        lead = {each.place for each in done}
        fits = len(lead) == 1 and lead != {self.dateline()} and self._can_be_of(setting, done[0])
        fits = fits and not self.places.is_left_behind(trigger, {trigger})
        if fits and not self.whereabouts.came_later(trigger, people, done[0].place):
            return replace(setting, place=done[0].place, place_basis="story")
        line = self.dateline() or self._scene(trigger)
        return replace(setting, place=line, place_basis="dateline") if line else setting

    def _scene(self, trigger: int) -> str | None:
        """
        The one city that the article's opening has anything take place in; None where there are more, or none.

        Where the event's own sentence names a city, it is not the event's.
        """
        here = self.syntax.sentence_of[trigger]
        opening = [
            m.first
            for m in self.linked.names
            if m.kind == CITY and self.syntax.block(m.first) < self.timing.lead_blocks
            if m.first not in self.linked.metonyms and self._is_where(m.first)
        ]
        cities = {self.linked.at[i] for i in opening}
        told = all(self.syntax.sentence_of[i] != here and self._is_over(i) for i in opening)
        apart = self._past | {stay.place for stay in self.whereabouts.stays}  # of which more is known
        return cities.pop() if told and len(cities) == 1 and not cities & apart else None

    def _is_where(self, i: int) -> bool:
        """ "in Oslo", "on the edge of Oslo"."""
        case, above = self.syntax.case(i), self.syntax.head[i]
        if case != "of":
            return case in ("in", "at")
        return self.syntax.lemma(above) in self.places.words.passable and self.syntax.case(above) in ("in", "at", "on")

    def _is_over(self, i: int) -> bool:
        """Whether what the clause of a token tells has happened, and its sentence is of no other time."""
        sentence = self.document.sentences[self.syntax.sentence_of[i]]
        words = {self.syntax.word(j) for j in range(sentence.first, sentence.last)}
        return status_of(self.syntax, self.syntax.clause(i)) is Status.HAPPENED and words.isdisjoint(OTHER_DAYS)

    def _is_one_more(self, trigger: int, setting: Setting, status: Status) -> bool:
        """ "expect to meet again soon": another time, and maybe elsewhere."""
        again = any(self.syntax.word(c) == "again" for c in self.syntax.children(trigger, "advmod"))
        return again and status is Status.PLANNED and setting.start is None

    def _city_in(self, state: str, trigger: int, people: frozenset[str]) -> str | None:
        """The one city of a state in which the story is by then: that of the dateline, or where *people* have come."""
        if not self.linked.is_state(state):
            return None
        stays = (stay for stay in self.whereabouts.stays if stay.at < trigger and stay.person in people)
        came = {stay.place for stay in stays if stay.status is Status.HAPPENED and not stay.background}
        cities = {city for city in (self.dateline(), *came) if city is not None and city != state}
        inside = [city for city in cities if self.country_of(city) == state]
        return inside[0] if len(inside) == 1 else None

    def _can_be_of(self, setting: Setting, lead: Setting) -> bool:
        """Whether what is told may have been where the first event was: not where that was on another day."""
        return setting.start is None or lead.start is None or self.same_time(setting, lead) is not False

    def _heading(self, trigger: int) -> str | None:
        """The place that is the whole heading of the section: "El Salvador"."""
        number = self.syntax.sentence_of[trigger]
        for n in range(number - 1, -1, -1):
            if self.is_headline(n):
                sentence = self.document.sentences[n]
                m = self.linked.mention_at.get(self.syntax.unit_of[sentence.first])
                whole = m is not None and m.kind in PLACES and m.first == sentence.first and m.last == sentence.last
                return self.places.place_key(m) if m is not None and whole else None
        return None

    def _is_soon(self, setting: Setting, status: Status) -> bool:
        """Whether a plan is one of this week's days: "will meet him on Monday"."""
        start = setting.start
        if status is not Status.PLANNED or start is None:
            return False
        return bool(set(start.wording.lower().split()) & SOON)

    def _as_guest(self, setting: Setting, stay: int, status: Status = Status.HAPPENED) -> Setting | None:
        """The setting with the month of the stay told at *stay*, where it has no time; None where they differ."""
        when, _ = self.timing.of(stay, {self.syntax.clause(stay)}, status)
        if when is None:
            return setting
        there = replace(setting, start=month_of(when))
        if setting.start is None:
            return there
        return setting if self.same_time(setting, there) else None

    def _dated(self, setting: Setting, trigger: int, status: Status, people: frozenset[str]) -> Setting:
        """The setting with the day of the clause or sentence before, else of the story, where it has none."""
        if setting.start is None and status is Status.PLANNED:
            there = setting.place_basis == "own"
            day = self.timing.plan_before(trigger, self._allows(setting.place if there else None))
            day = day or self.timing.entry(trigger)
            return setting if day is None else replace(setting, start=day)
        if setting.start is None and (entry := self.timing.entry(trigger)) is not None:
            return replace(setting, start=entry)
        if setting.start is not None or status is not Status.HAPPENED or self.timing.is_apart(trigger):
            return setting
        here = None if setting.place_basis in ("story", "dateline") else setting.place
        allows = self._allows(here)
        when = self.timing.clause_before(trigger) or self.timing.sentence_before(trigger, allows)
        when = when or self.timing.stretch_before(trigger, allows)
        if (
            when is None
            and setting.place
            and (here is None or here in self._story_places() or self._is_of_lead(trigger, people))
        ):
            when = self.timing.lead
        if when is None:
            return setting
        start, end = self.timing.lasting(when, trigger)
        return replace(setting, start=start, end=end)

    def _story_places(self) -> tuple[str | None, ...]:
        """Where what the article is about takes place: that of its first event, and of the dateline."""
        return *(each.place for _, each, _ in self._lead[:1]), self.dateline()

    def _is_of_lead(self, trigger: int, people: frozenset[str]) -> bool:
        """
        Whether an event with a place of its own may be that of the first day told: those who met are who is told of
        then, and it is called no other than the one.
        """
        number = self.timing.lead_sentence
        if number is None or len(people) < 2 or any(place is not None for place in self._story_places()):
            return False
        sentence = self.document.sentences[number]
        named = {self.linked.key(i) for i in range(sentence.first, sentence.last)}
        words = {self.syntax.word(c) for c in self.syntax.children(trigger, "amod", "det", "advmod")}
        return people <= named and not words & OTHERS

    def _allows(self, place: str | None) -> Callable[[int], bool]:
        """Whether a sentence names no other place than *place*."""

        def allows(number: int) -> bool:
            named = self.places.named_in(number)
            return place is None or not named or place in named

        return allows

    def lies_ahead(self, setting: Setting) -> bool:
        """Whether its first day is after the article's; without a year, a day in the two months that follow."""
        days = self._days_ago(setting)
        if days is None or setting.start is None:
            return False
        return days < 0 if setting.start.first else -60 <= days < 0 and len(setting.start.edtf or "") > 7

    def _tells_near(self, head: int, status: Status) -> bool:
        start, _ = self.timing.of(head, {head}, status)
        return self._is_near(Setting(start=start), status)

    def _tells_recent(self, head: int, status: Status) -> bool:
        start, _ = self.timing.of(head, {head}, status)
        days = self._days_ago(Setting(start=start))
        return days is None or days <= RECENT_DAYS

    def _tells_later(self, one: int, other: int) -> bool:
        """Whether two tokens tell of days of which that of the first is the later."""
        if one < 0:
            return False
        x, y = (self.timing.of(i, {i, self.syntax.clause(i)}, status_of(self.syntax, i))[0] for i in (one, other))
        if x is None or y is None or not x.edtf or not y.edtf:
            return False
        if x.first and y.last:
            return x.first > y.last
        a, b = _yearless(x.edtf), _yearless(y.edtf)
        return a is not None and b is not None and len(x.edtf) == len(y.edtf) and a > b

    def _is_near(self, setting: Setting, status: Status) -> bool:
        """Whether an event is of the days around the article's: no flashback, and no plan for another journey."""
        days = self._days_ago(setting)
        if status is not Status.HAPPENED and _lasts(setting.start) > WEEK:
            return False  # "later this month"
        first, last = NEWS if status is Status.HAPPENED else PLANS
        return days is None or first <= days <= last

    def _is_news(self, setting: Setting, status: Status) -> bool:
        """Whether an event is of the days that the article reports on."""
        days = self._days_ago(setting)
        if status is not Status.HAPPENED and _lasts(setting.start) > WEEK:
            return False
        if days is None:
            untold = setting.start is None or setting.start.edtf is None
            today = setting.start is not None and setting.start.wording.lower().split()[:1] == ["today"]
            return untold and (status is Status.HAPPENED or (status is Status.PLANNED and today))
        return 0 <= days <= 4 if status is Status.HAPPENED else -1 <= days <= 0

    def _days_ago(self, setting: Setting) -> int | None:
        """Days from an event to the article, negative where it lies ahead; None where one of them has no day."""
        start, published, filed = setting.start, self.document.article.published, self.timing.filed
        if start is None or start.edtf is None:
            return None
        if start.first and published:
            if start.basis == COUNTED and start.last and start.first <= published <= start.last:
                return 0  # "stalled on Monday after they broke off talks": of these days, though only the month is sure
            return (published - start.first).days
        if filed and (day := _yearless(start.edtf)) is not None:
            return (date(LEAP_YEAR, *filed) - day).days
        return None


def _lasts(when: When | None) -> int:
    """The days that a time takes; 0 where it is not told or has no year."""
    return (when.last - when.first).days + 1 if when is not None and when.first and when.last else 0


def _yearless(edtf: str) -> date | None:
    """The day, or the last of the month, of a time without a year; None for any other."""
    if not re.fullmatch(r"XXXX-\d\d(-\d\d)?", edtf):
        return None
    month = int(edtf[5:7])
    return date(LEAP_YEAR, month, int(edtf[8:10]) if len(edtf) > 7 else monthrange(LEAP_YEAR, month)[1])


def _same_edtf(x: str, y: str) -> bool | None:
    """Whether two times of which one has no year can be one; None for days side by side."""
    if x == y:
        return True
    xs, ys = x.split("-"), y.split("-")
    if all(p == q or "X" in p + q for p, q in zip(xs, ys, strict=False)):
        return True
    side_by_side = len(xs) > 2 and len(ys) > 2 and xs[1] == ys[1] and abs(int(xs[2][:2]) - int(ys[2][:2])) <= 1
    return None if side_by_side else False
