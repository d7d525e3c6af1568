"""Two tellings → whether they are of one meeting: people, kind, status, place and time all have to allow it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from kg.facts.clause_status import above_status
from kg.facts.link import Linked
from kg.facts.qualify import is_negated
from kg.facts.settings import Settings
from kg.facts.status_words import is_past
from kg.facts.telling import Telling, same_pairing
from kg.model import MeetingKind, Status, When

EARLIER = frozenset({"last", "previously", "earlier", "before", "once"})
WITHIN = frozenset("after following during since at in amid from".split())
POINTING = frozenset("the this that these those both all its their his her".split())
MORE = frozenset({"new", "further", "more", "other", "next", "future", "second", "fresh", "follow-up"})
# Face to face or not.
SPOKEN = frozenset({"speak.verb", "discuss.verb", "exchange-views.verb", "compare-notes.verb", "conversation.noun"})
RECENT = 7  # days that a meeting which the news is about lies back
OPEN = (Status.PLANNED, Status.POSSIBLE)
_YEAR = re.compile(r"(?:19|20)\d\d")


class Identity:
    """Compares the tellings of one article."""

    def __init__(self, linked: Linked, settings: Settings) -> None:
        self.linked = linked
        self.settings = settings
        self.syntax = linked.syntax

    def same(self, event: Telling, telling: Telling) -> bool:
        """Whether a telling can be of a meeting told before it."""
        if not (_one_status(event, telling) and _one_kind(event, telling)):
            return False
        place = self.settings.same_place(event.setting, telling.setting)
        time = self._same_time(event, telling)
        if place is False or time is False:
            return False
        if telling.fresh and not (place and time):
            return False
        if not (place or time) and self._of_another_time(event, telling):
            return False
        if not (telling.people or telling.parties):
            return self._recalls(event, telling) or (bool(place) and event.trigger < telling.trigger)
        return self._same_people(event, telling, bool(place), bool(time))

    def is_over(self, event: Telling, telling: Telling) -> bool:
        """ "last November, when they met." and in a later paragraph "X attended the talks": not those of November."""
        open_ = telling.anaphoric and telling.setting.start is None
        return open_ and self.was_long_ago(event, telling.trigger)

    def was_long_ago(self, event: Telling, at: int) -> bool:
        """Whether it was told in a paragraph before the one of a token, and as of another time than the article's."""
        start = event.setting.start
        last_told = event.retold[-1] if event.retold else event.trigger
        return start is not None and self.syntax.block(last_told) < self.syntax.block(at) and self._is_past(start)

    def _is_past(self, start: When) -> bool:
        """Whether a time is one of which no day is told, or one long before the article."""
        published = self.linked.document.article.published
        if start.edtf is not None and start.edtf.count("-") < 2:
            return True
        return published is not None and start.last is not None and start.last < published - timedelta(days=RECENT)

    def goes_on(self, event: Telling, telling: Telling) -> bool:
        """ "They met in May 2019. The meeting took place in Bled": of whatever day, the one just told is meant."""
        near = 0 <= telling.sentence - event.last_told <= 1 and not (self._looks_back(event) or telling.fresh)
        dated = event.setting.start is not None and telling.setting.start is not None
        bare = not (telling.people or telling.parties or telling.pair)
        if not (near and bare) or dated or self.settings.same_place(event.setting, telling.setting) is False:
            return False
        alike = _one_status(event, telling) and _one_kind(event, telling)
        return alike and self._recalls(event, telling) and not self._of_another_time(event, telling)

    def is_still_ahead(self, event: Telling, telling: Telling) -> bool:
        """ "will meet on Friday. The meeting in Rome comes as …": what is said of it does not tell that it was held."""
        if event.status is not Status.PLANNED or telling.status is not Status.HAPPENED or telling.fresh:
            return False
        if telling.people or telling.parties or telling.pair or telling.setting.start is not None:
            return False
        if not self._recalls(event, telling) or not _one_kind(event, telling) or self._tells_it_held(telling.trigger):
            return False
        place = self.settings.same_place(event.setting, telling.setting)
        return place is True or (place is None and 0 <= telling.sentence - event.last_told <= 1)

    def _tells_it_held(self, noun: int) -> bool:
        """ "The talks failed", "during the talks": told as past, or as the time of something past."""
        syntax = self.syntax
        if syntax.is_verb(noun):
            return True
        verb = syntax.clause(noun)
        argument = syntax.dep[noun] in ("nsubj", "nsubj:pass", "obj")
        return is_past(syntax, verb) and (argument or syntax.case(noun) in WITHIN)

    def _looks_back(self, event: Telling) -> bool:
        """ "had met", "last met": told beside what the article is about."""
        adverbs = (self.syntax.word(c) for c in self.syntax.children(event.trigger, "advmod", "amod"))
        return event.setting.background or bool(EARLIER.intersection(adverbs))

    def _same_time(self, event: Telling, telling: Telling) -> bool | None:
        """What was not held is no flashback: a day that one telling of it alone gives is the day of both."""
        dated = event.setting.start is not None and telling.setting.start is not None
        if not dated and Status.HAPPENED not in (event.status, telling.status):
            return None
        return self.settings.same_time(event.setting, telling.setting)

    def takes_part(self, event: Telling, telling: Telling) -> bool:
        """ "China's negotiator also attended the talks": one more on a side that is there already."""
        if telling.counterpart or not telling.parties or len(event.sides) < 2 or telling.fresh:
            return False
        return telling.parties <= event.parties

    def _same_people(self, event: Telling, telling: Telling, place: bool, time: bool) -> bool:
        added = telling.attendance or (len(telling.sides) == 1 and self.points_back(telling))
        if telling.anaphoric and added and telling.people and self.takes_part(event, telling):
            return True
        one = place or time or telling.anaphoric
        if telling.people and event.people:
            if _others(telling, event) or _others(event, telling):
                return False
            timeless = telling.setting.start is None or event.setting.start is None
            return same_pairing(event, telling) and (one or telling.status is not Status.HAPPENED or timeless)
        if _spans(event, telling) or _spans(telling, event):
            return False
        if telling.parties and event.parties:
            if telling.people and not _stand_for(telling, event):
                return False
            nested = telling.parties <= event.parties or event.parties <= telling.parties
            return nested and (one or telling.setting.start is None)
        return place and time

    def _recalls(self, event: Telling, telling: Telling) -> bool:
        """ "The talks lasted an hour", not "was called home for talks" nor "the summit in Bonn" of a mere meeting."""
        if not self.points_back(telling) or event.trigger > telling.trigger or event.kind is MeetingKind.VISIT:
            return False
        named = telling.kind is MeetingKind.SUMMIT and telling.setting.place_basis == "own"
        return not named or event.kind is MeetingKind.SUMMIT

    def points_back(self, telling: Telling) -> bool:
        """Whether a noun without a name beside it means a meeting told before; a bare plural does as a subject."""
        if not telling.anaphoric:
            return False
        syntax, noun = self.syntax, telling.trigger
        if self._is_gathering(noun):
            return False
        heads = [noun, *([syntax.head[noun]] if syntax.dep[noun] == "nmod" else [])]
        if any(syntax.word(c) in POINTING for h in heads for c in syntax.children(h, "det", "nmod:poss", "det:predet")):
            return True
        return syntax.is_verb(noun) or syntax.dep[noun] in ("nsubj", "nsubj:pass")

    def _is_gathering(self, noun: int) -> bool:
        """ "the Group of 20 | meeting": called by a name that is no person's and no place's, however that is hung."""
        before = self.syntax.unit_of[max(0, noun - 1)]
        key = self.linked.key(before)
        return self.syntax.tokens[before].pos == "PROPN" and (key is None or key.startswith("institution/"))

    def is_of_others(self, noun: int) -> bool:
        """ "the pact that forum leaders signed at their meeting in May": of a crowd that no sentence before told of."""
        syntax, clause = self.syntax, self.syntax.clause(noun)
        whose = {syntax.word(c) for c in syntax.children(noun, "nmod:poss")}
        if whose != {"their"} or syntax.case(noun) not in ("at", "in", "during"):
            return False
        if any(case == "with" for case, _ in syntax.obliques(noun)):
            return False
        doers = syntax.children(clause, "nsubj", "nsubj:pass", "obl:agent")
        return any(
            syntax.tokens[i].tag in ("NNS", "NNPS")
            and not any(self.linked.mention_at.get(j) for j in syntax.subtree(i) if j < noun)
            and not syntax.children(i, "det", "nummod", "nmod:poss", "det:predet", "appos")
            for i in doers
        )

    def _of_another_time(self, event: Telling, telling: Telling) -> bool:
        """ "had met in Rome" beside a meeting of today, "the talks of 2018" beside any that is not of 2018."""
        own = telling.setting
        apart = own.background and not event.setting.background and event.status is Status.HAPPENED
        if apart and (own.start or (own.place and own.place_basis == "own")):
            return True
        years = self._years(telling.trigger)
        if not years or own.start is not None:
            return False
        start, published = event.setting.start, self.linked.document.article.published
        if start is not None and start.first is not None:
            return start.first.year not in years
        return published is not None and published.year not in years

    def _years(self, trigger: int) -> set[int]:
        return {
            int(self.syntax.word(j))
            for j in self.syntax.subtree(trigger)
            if _YEAR.fullmatch(self.syntax.word(j)) and self.syntax.case(j) in ("of", "in")
        }

    def denies_only_more(self, telling: Telling) -> bool:
        """ "No new talks are scheduled": nothing that was planned is denied by it."""
        words = {self.syntax.word(c) for c in self.syntax.children(telling.trigger, "det", "amod")}
        return telling.status is Status.DENIED and "no" in words and bool(words & MORE)

    def denies_only_until(self, telling: Telling, events: Sequence[Telling]) -> bool:
        """ "They had not met since May", of those who met: what they did then is what the story tells."""
        held = (e for e in events if e.status is Status.HAPPENED and e.trigger < telling.trigger)
        until = telling.status is Status.DENIED and telling.setting.background and telling.setting.start is None
        until = until and self.syntax.is_verb(telling.trigger) and is_negated(self.syntax, telling.trigger)
        return until and any(telling.people and telling.people <= event.people for event in held)

    # ── a plan and what became of it ────────────────────────────────────────────────────────────────────────────────

    def came_to(self, plan: Telling, outcome: Telling) -> bool:
        """Whether a plan is of the meeting that, as told elsewhere, was held on that day or called off."""
        if plan.status not in OPEN or plan.fresh or outcome.fresh or not plan.people:
            return False
        if plan.kind is MeetingKind.VISIT and not self._is_that_visit(plan, outcome):
            return False
        if plan.people != outcome.people or not same_pairing(plan, outcome):
            return False
        place = self.settings.same_place(plan.setting, outcome.setting)
        time = self._same_time(outcome, plan)
        if place is False or time is False:
            return False
        if outcome.status is Status.HAPPENED:
            told = self._precedes(plan, outcome) or self._followed(plan, outcome)
            return plan.status is Status.PLANNED and (bool(time) or told)
        before = plan.trigger < outcome.trigger or (plan.status is Status.PLANNED and self._told_as_past(plan))
        return outcome.status is Status.DENIED and before and not self._never_yet(outcome)

    def _precedes(self, plan: Telling, outcome: Telling) -> bool:
        """ "Before his meeting with X, Y told reporters", where that they met is told: it is that meeting."""
        noun, syntax = plan.trigger, self.syntax
        if syntax.is_verb(noun) or plan.setting.start is not None or self._looks_back(outcome):
            return False
        said = syntax.case(noun) in ("before", "ahead of", "prior to") and is_past(syntax, syntax.clause(noun))
        start, published = outcome.setting.start, self.linked.document.article.published
        last = start.last if start is not None else None
        return said and (last is None or published is None or last >= published - timedelta(days=RECENT))

    def _followed(self, plan: Telling, outcome: Telling) -> bool:
        """ "Arrived on Thursday for talks with X. … He met X at his home": the talks for which he came."""
        noun, syntax = plan.trigger, self.syntax
        came = not syntax.is_verb(noun) and syntax.case(noun) == "for" and is_past(syntax, syntax.clause(noun))
        return came and plan.trigger < outcome.trigger and outcome.setting.start is None

    def _is_that_visit(self, plan: Telling, outcome: Telling) -> bool:
        """ "was due to visit Rome" beside "his visit to Rome was called off"."""
        off = outcome.kind is MeetingKind.VISIT and outcome.status is Status.DENIED
        return off and self.settings.same_place(plan.setting, outcome.setting) is True

    def _told_as_past(self, telling: Telling) -> bool:
        """ "The meeting had been set for Friday"."""
        at = self.syntax.clause(telling.trigger)
        while not is_past(self.syntax, at) and self.syntax.dep[at] in ("xcomp", "conj", "acl", "advcl"):
            at = self.syntax.head[at]
        return is_past(self.syntax, at)

    def _never_yet(self, telling: Telling) -> bool:
        """ "have not met since 2021" denies what was, not what is planned."""
        auxiliaries = {self.syntax.lemma(c) for c in self.syntax.children(telling.trigger, "aux")}
        unplanned = self.syntax.is_verb(telling.trigger) and above_status(self.syntax, telling.trigger) is None
        return unplanned and "have" in auxiliaries


def _spans(event: Telling, telling: Telling) -> bool:
    """ "A sees B of Peru and C of Chile" beside a summit of Peru, Chile and A's state: no two sides of it are one."""
    return any(sum(bool(set(each.parties) & set(side.parties)) for each in event.sides) > 1 for side in telling.sides)


def _one_status(event: Telling, telling: Telling) -> bool:
    if (event.status is Status.HAPPENED) != (telling.status is Status.HAPPENED):
        return False
    return event.status is telling.status or Status.DENIED not in (event.status, telling.status)


def _one_kind(event: Telling, telling: Telling) -> bool:
    """A call is no meeting, and a visit of one is not the meeting that two have during it."""
    if (event.kind is MeetingKind.CALL) != (telling.kind is MeetingKind.CALL) and not _also_a_call(event, telling):
        return False
    visit, other = (event, telling) if event.kind is MeetingKind.VISIT else (telling, event)
    return not (visit.kind is MeetingKind.VISIT and len(visit.sides) < 2 <= len(other.sides))


def _also_a_call(event: Telling, telling: Telling) -> bool:
    """ "spoke with him" beside "a call with him": the same people, and no place."""
    spoken = next((t for t in (event, telling) if t.kind is not MeetingKind.CALL), telling)
    return spoken.rule in SPOKEN and not spoken.setting.place and event.people == telling.people


def _others(one: Telling, other: Telling) -> bool:
    """Whether one tells of nameless people of a state that are on no side of the other: "also saw Peru's ministers"."""
    if len(one.sides) < 2 or len(other.sides) < 2 or not all(side.people or side.parties for side in other.sides):
        return False
    known = all(side.parties for side in other.sides)
    return known and any(not s.people and s.parties and not set(s.parties) & other.parties for s in one.sides)


def _stand_for(telling: Telling, event: Telling) -> bool:
    """Whether people on every side can be those whom the meeting's states sent."""
    return len(telling.sides) >= 2 and all(
        set(side.parties) & event.parties or (telling.anaphoric and not side.parties) for side in telling.sides
    )
