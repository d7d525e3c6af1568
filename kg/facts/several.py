"""One telling → the several meetings that its sentence tells of: a place or a day each, or one met apart."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from itertools import pairwise

from kg.facts.link import Linked
from kg.facts.refer import Group, References
from kg.facts.settings import Setting, Settings
from kg.facts.sides import Sides
from kg.facts.telling import Telling
from kg.model import Side, Status, When
from kg.text.dates import TimeMention
from kg.text.mentions import CITY

APART = frozenset({"after", "before", "since", "where", "when", "until", "than"})  # of another time than the list


class Several:
    """Tells the meetings of one sentence apart."""

    def __init__(self, linked: Linked, references: References, settings: Settings, sides: Sides) -> None:
        self.linked = linked
        self.references = references
        self.settings = settings
        self.sides = sides
        self.syntax = linked.syntax
        self.document = linked.document

    def apart(self, told: list[Telling], bystanders: Set[int]) -> list[Telling]:
        """
        The meetings of a sentence, one each; those met apart are taken off the tellings that were *told*.

        Those named at the tokens of *bystanders* met nobody apart.
        """
        single = [*told, *(each for telling in told for each in self._gapped(telling, bystanders))]
        rounds = [each for telling in single for each in self._rounds(telling)]
        respective = [each for telling in rounds for each in self._respective(telling)]
        return [each for telling in respective for each in self._by_state(telling)]

    def _by_state(self, told: Telling) -> list[Telling]:
        """ "X held meetings with the ministers of Chad, Niger and Mali": three."""
        if len(told.sides) != 2 or told.of_many:
            return [told]
        one, other = told.sides
        alone = one.people and len(one.parties) < 2 and not other.people and len(other.parties) > 1
        if not alone or not all(map(self.linked.is_state, other.parties)):
            return [told]
        met = [[one, Side((), (party,))] for party in other.parties if party not in one.parties]
        return [replace(told, sides=sides, evidence=list(told.evidence)) for sides in met]

    def _gapped(self, told: Telling, bystanders: Set[int]) -> list[Telling]:
        """ "saw X on Thursday, and Y the next day": two meetings, the parser joining Y to X or to the verb."""
        if len(told.sides) != 2 or not told.sides[0].people:
            return []
        heads = [h for h in self._met(told) if self.linked.key(h)]
        if self.syntax.dep[told.trigger] == "acl:relcl":  # of "A, B and C, whom X had met", those before say no more
            heads = [h for h in heads if h > told.trigger]
        tops = dict.fromkeys((told.trigger, self.syntax.clause(told.trigger)))  # "held | talks with X"
        above = [*tops, *(h for top in tops for _, h in self.syntax.obliques(top))]
        heads += [i for h in above for i in self.syntax.children(h, "conj") if self.linked.names_person(i)]
        joined = {j for h in heads for j in self.syntax.conjuncts(h)} - bystanders
        first, *others = sorted(joined) or [0]
        starts = [first, *(min([*self.syntax.children(j, "cc"), j]) for j in others)]  # "and, | two days later, Y"
        stretches = [*zip(starts, [*starts[1:], self.document.sentences[told.sentence].last], strict=True)]
        owns = [self._beside(i, end, told) for i, end in stretches]
        if len(set(owns) - {(None, None)}) > 1:
            for n in range(len(owns) - 2, -1, -1):  # "A and B on Sunday, and C and D on Monday"
                owns[n] = owns[n + 1] if owns[n] == (None, None) else owns[n]
        model, *rest = owns
        found: list[Telling] = []
        for i, own in zip(others, rest, strict=True):
            other = self.references.group(i)
            if found and set(other.people) <= found[-1].people:
                continue
            among = set(other.people) & told.people
            if (
                not other.people
                or not self.linked.names_person(i)
                or (among and not self._apart(told, model, own, other))
            ):
                continue
            setting = Setting(
                place=own[0] or told.setting.place,
                start=own[1] or (None if model[1] else told.setting.start),
                place_basis="own" if own[0] else told.setting.place_basis,
            )
            status = Status.DENIED if self.references.is_left_out(i) else told.status
            evidence = list(told.evidence)
            telling = replace(told, trigger=i, status=status, setting=setting, hosts=(), evidence=evidence, fresh=True)
            self.sides.fill(telling, Group(told.sides[0].people, told.sides[0].parties), other, Group())
            if len(telling.sides) == 2:
                found.append(telling)
        self._keep_own(told, model, found)
        return found

    def _keep_own(self, told: Telling, model: tuple[str | None, When | None], found: list[Telling]) -> None:
        """Give the first of those met the place and time told beside him, where what he had is another's."""
        place, start = model
        if place and told.setting.place != place and told.setting.place in {each.setting.place for each in found}:
            told.setting = replace(told.setting, place=place, start=start or told.setting.start)

    def _met(self, told: Telling) -> list[int]:
        """The heads of those on the other side."""
        heads = [*self.syntax.patients(told.trigger), *(h for _, h in self.syntax.obliques(told.trigger))]
        return [h for h in heads if set(self.references.group(h).people) & set(told.sides[1].people)]

    def _beside(self, first: int, last: int, told: Telling) -> tuple[str | None, When | None]:
        """The place and the time named in a stretch of the sentence; None where there is none."""
        places = [
            self.linked.at[m.first]
            for m in self.linked.names
            if m.kind == CITY and first < m.first < last and self.syntax.case(m.first) in ("in", "at")
        ]
        times = [mention.when for at, mention in self._times(told) if first < at < last]
        return (places[0] if places else None), (times[0] if times else None)

    def _apart(
        self,
        told: Telling,
        model: tuple[str | None, When | None],
        own: tuple[str | None, When | None],
        other: Group,
    ) -> bool:
        """Take those of a list off the other side where a place or time of their own says they were met apart."""
        rest = tuple(p for p in told.sides[1].people if p not in other.people)
        differs = any(a is not None and b is not None and a != b for a, b in zip(model, own, strict=True))
        if not rest or not differs:
            return False
        told.sides = [told.sides[0], Side(rest, self.sides.parties(rest, ()))]
        place, start = model
        told.setting = replace(told.setting, place=place or told.setting.place, start=start or told.setting.start)
        return True

    def _rounds(self, telling: Telling) -> list[Telling]:
        """ "have met in Geneva, London and Stockholm": one meeting a place, each with the time that hangs on it."""
        first = next(
            (
                m.first
                for m in self.linked.names
                if m.kind == CITY
                and self.syntax.sentence_of[m.first] == telling.sentence
                and self.linked.at[m.first] == telling.setting.place
                and self.syntax.dep[m.first] != "conj"
            ),
            None,
        )
        rounds = [telling]
        for j in self.syntax.conjuncts(first) if first is not None else []:
            mention = self.linked.mention_at.get(j)
            if j == first or mention is None or mention.kind != CITY or j in self.linked.metonyms:
                continue
            if any(self.syntax.word(c) == "or" for c in self.syntax.children(j, "cc")):
                return [telling]  # "in Geneva or Vienna": one meeting, and where is open
            setting = Setting(place=self.linked.at[j], start=self._time_on(j, telling), place_basis="own")
            rounds.append(replace(telling, setting=setting, fresh=True, evidence=list(telling.evidence)))
        if len(rounds) > 1:
            return rounds
        dated = self._dated_rounds(telling)
        return dated if len(dated) > 1 else [telling, *self._further(telling)]

    def _further(self, telling: Telling) -> list[Telling]:
        """ "met in Kinmen in May and in Guangzhou in October": the second, and those after it."""
        return [
            replace(
                telling,
                setting=Setting(
                    place=each.place or telling.setting.place,
                    start=each.start,
                    place_basis="own" if each.place else telling.setting.place_basis,
                    background=telling.setting.background,
                ),
                fresh=True,
                evidence=list(telling.evidence),
            )
            for each in self.settings.further(telling.trigger, telling.setting, telling.status)
        ]

    def _dated_rounds(self, telling: Telling) -> list[Telling]:
        """ "have met in Geneva in May, in London in June and on Monday in Paris": each place with a time of its own."""
        first, last = telling.trigger, self.document.sentences[telling.sentence].last
        cities = [
            m.first
            for m in self.linked.names
            if m.kind == CITY and first < m.first < last and m.first not in self.linked.metonyms
        ]
        between = range(first + 1, cities[-1]) if len(cities) > 1 else range(0)
        if not between or any(self.syntax.is_verb(j) or self.syntax.word(j) in APART for j in between):
            return [telling]
        breaks = [self._last_break(a, b) for a, b in pairwise(cities)]
        if 0 in breaks or self.linked.people_in(cities[0], cities[-1]):
            return [telling]
        times = self._times(telling)
        rounds = []
        for city, start, end in zip(cities, [first, *breaks], [*breaks, last], strict=True):
            own = [mention.when for at, mention in times if start < at < end]
            if not own or self.syntax.case(city) not in ("in", "at"):
                return [telling]
            setting = Setting(place=self.linked.at[city], start=min(own, key=_days), place_basis="own")
            rounds.append(replace(telling, setting=setting, fresh=True, evidence=list(telling.evidence)))
        return rounds

    def _last_break(self, first: int, last: int) -> int:
        """The last comma or "and" between two places of a list; 0 where there is none, or an "or"."""
        words = {j: self.syntax.word(j) for j in range(first + 1, last)}
        return 0 if "or" in words.values() else max((j for j, w in words.items() if w in (",", ";", "and")), default=0)

    def _time_on(self, place: int, telling: Telling) -> When | None:
        """The time that hangs on one place of a list: "Geneva in May, London in June"."""
        for at, mention in self._times(telling):
            above = next((i for i in self.syntax.ancestors(at) if self.linked.mention_at.get(i) is not None), None)
            if above == place or 0 <= at - self.linked.mention_at[place].last <= 1:
                return mention.when
        return None

    def _respective(self, telling: Telling) -> list[Telling]:
        """ "A and B met C and D, respectively": A met C, and B met D."""
        sentence = self.document.sentences[telling.sentence]
        words = (self.syntax.word(i) for i in range(sentence.first, sentence.last))
        if "respectively" not in words or len(telling.sides) != 2:
            return [telling]
        one, other = (side.people for side in telling.sides)
        if len(one) != len(other) or len(one) < 2:
            return [telling]
        pairs = [[Side((p,), self.sides.parties((p,), ())) for p in pair] for pair in zip(one, other, strict=True)]
        return [replace(telling, sides=pair, evidence=list(telling.evidence)) for pair in pairs]

    def _times(self, telling: Telling) -> tuple[tuple[int, TimeMention], ...]:
        """The times of its sentence, each with the token where it starts."""
        return self.settings.times(telling.sentence, "past" if telling.status is Status.HAPPENED else "future")


def _days(when: When) -> int:
    """How many days a time spans; 0 where the year is not known."""
    return (when.last - when.first).days if when.first and when.last else 0
