"""Reads the measures of one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from kg.facts.link import Linked
from kg.facts.measures.actors import Actors
from kg.facts.measures.around import Around
from kg.facts.measures.clauses import Clauses
from kg.facts.measures.complaints import Complaints
from kg.facts.measures.divestiture import Divestitures
from kg.facts.measures.doers import Doers
from kg.facts.measures.kinds import AIMED, LEVYING, REMAINING, SYMMETRIC, Kind
from kg.facts.measures.learned import RESTRAINTS, SPARING, Learned
from kg.facts.measures.lists import Lists
from kg.facts.measures.merging import Merging, share_goods
from kg.facts.measures.nouns import Nouns
from kg.facts.measures.pacts import Pacts
from kg.facts.measures.quantities import Quantities
from kg.facts.measures.quarrels import Quarrels
from kg.facts.measures.speech import ASKING
from kg.facts.measures.targets import Targets
from kg.facts.measures.telling import Context, Frame, Part, Quantity, Telling
from kg.facts.measures.verbs import Verbs
from kg.facts.offices import Offices
from kg.facts.qualify import is_negated
from kg.facts.refer import References
from kg.model import Evidence, Measure, MeasureStatus, Meeting, Sentence, Silence, Span

PLEADING = frozenset({"want", "ask", "demand", "seek", "urge", "call", "insist", "hope"})
FOLLOWING = frozenset({"join", "back", "respond", "retaliate", "counter", "follow", "use", "block", "hold"})
RELIEVING = frozenset({"lift", "ease", "remove", "drop", "end", "suspend", "relax", "scrap"})
UNTRADED = frozenset({"travel", "visa", "asset", "air", "flight", "sanctions", "trade", "entry", "world"})
CHANGING = frozenset(
    "cut raise lower reduce slash hike double triple increase trim halve lift remove scrap drop suspend postpone waive "
    "eliminate impose reimpose".split()
)
AGED = frozenset("old longstanding standing disputed controversial unpopular contested".split())  # "the year-old ban"
LIKE = frozenset({"similar", "same", "identical", "matching", "parallel", "comparable"})
MUTUAL = 10  # tokens from a measure to "each other"
DECIDING = frozenset({"agree", "decide", "determine", "insist", "order", "resolve", "rule", "vote"})
SHALL = frozenset({"will", "would", "shall", "should", "must", "be", "'ll", "’ll"})
SAYING = frozenset({"say", "announce", "declare", "state", "confirm", "decide", "resolve"})


class MeasureReader(Part):
    def __init__(
        self, linked: Linked, offices: Offices, references: References, meetings: Sequence[Meeting] = ()
    ) -> None:
        context = Context(linked, offices, references, meetings)
        super().__init__(context)
        self.silences: list[Silence] = []
        self._told_at: dict[str, int] = {}  # the last sentence, by kind
        self._told_from: dict[str, Telling] = {}  # the last one whose actor was told, by kind
        self._pact: Telling | None = None  # the last one of named parties
        self._levied: list[Telling] = []  # duties of known goods, whose and on whom
        self._aims: dict[int, tuple[str, ...]] = {}  # by the verb that tells of several
        self._here: list[Telling] = []  # what the sentence tells, so far
        self.nouns = Nouns(context)
        self.actors = Actors(context)
        self.targets = Targets(context, self.nouns, self.actors)
        self.clauses = Clauses(context, self.nouns)
        self.quantities = Quantities(context)
        divestitures = Divestitures(context, self.actors, self.targets)
        self.verbs = Verbs(context, self.actors, self.targets, self.clauses, self.quantities, divestitures)
        self.lists = Lists(context, self.actors, self.targets)
        self.pacts = Pacts(context, self.actors)
        self.learned = Learned(
            context, self.actors, self.targets, self.clauses, self.quantities, self.nouns, self._told
        )
        self.quarrels = Quarrels(context, self.actors, self.targets)
        self.merging = Merging(context)
        self.doers = Doers(context, self.actors)
        self.complaints = Complaints(context, self.actors)
        self.around = Around(context, self.nouns, self.actors)

    def read(self) -> tuple[Measure, ...]:
        """The article's measures in the order in which they are first told."""
        tellings: list[Telling] = []
        for number, sentence in enumerate(self.document.sentences):
            for telling in self._sentence(sentence, number):
                self._remember(telling)
                tellings.append(self._evident(telling, sentence))
        for telling in self.doers.found(tellings):
            place = sum(other.trigger < telling.trigger for other in tellings)
            tellings.insert(place, self._evident(telling, self.document.sentences[telling.sentence]))
            word, span = self.tokens[telling.trigger].text, telling.evidence[0].span
            self.silences = [each for each in self.silences if (each.word, each.span) != (word, span)]
        merged = self.merging.merged(tellings)
        self._aim_at_the_same(merged)
        return tuple(self._measure(n, t) for n, t in enumerate(merged, 1))

    def _aim_at_the_same(self, tellings: list[Telling]) -> None:
        """ "The barley duties" of whoever bars the goods of one state alone: against that one as well."""
        for telling in tellings:
            if telling.by is None or telling.on or telling.kind not in AIMED | LEVYING:
                continue
            own = self.targets.struck.kin(telling.by)
            aimed = {t.on for t in tellings if t.by in own and t.on and t.kind in AIMED | LEVYING}
            on = aimed.pop() if len(aimed) == 1 else ()
            if on and (not telling.goods or any(self.linked.is_state(key) for key in on)):  # a firm is no market
                telling.on = on
                telling.doubt = "its target is that of the other measures of whoever took it"

    def _remember(self, telling: Telling) -> None:
        if self._is_background(telling):
            return
        if telling.by is not None:
            self.last_by[telling.kind] = telling.by
            self.told_by.append(telling.by)
            self._told_from[telling.kind] = telling
            if telling.kind == "tariff":
                self.last_status[telling.by] = telling.status
                if telling.on and telling.goods:
                    self._levied.append(telling)
        if telling.kind == "agreement" and len(telling.on) > 1:
            self._pact = telling
        self._told_at[telling.kind] = telling.sentence
        if telling.on:
            self.last_on[telling.kind] = telling.on
        if telling.on and telling.by is not None:
            self.last_aim[telling.by] = telling.on

    def _is_background(self, telling: Telling) -> bool:
        """
        Whether it stands inside what is told of another's measure of the kind: "duties to answer those of Norway".

        What follows goes on with the outer one.
        """
        outer = self._told_from.get(telling.kind)
        if outer is None or outer.sentence != telling.sentence or outer.by in (None, telling.by):
            return False
        above = set(self.syntax.ancestors(telling.trigger))
        clause = self.syntax.clause(outer.trigger)
        inside = telling.trigger > outer.trigger and bool(above & {outer.trigger, clause})
        joined = self.syntax.dep[self.syntax.clause(telling.trigger)] == "conj"
        return (inside and not joined and self.syntax.clause(telling.trigger) != clause) or outer.trigger in above

    def _sentence(self, sentence: Sentence, number: int) -> Iterator[Telling]:
        triggers = self.nouns.triggers(sentence)
        frames = list(self.verbs.frames(sentence, number))
        for telling in frames:
            self.learned.complete(telling)
        taken = {telling.trigger for telling in frames}
        claimed = {i for telling in frames for i in self.verbs.claimed(telling)}
        self._here = list(frames)
        found = self.quantities.inside(sentence)
        listed = self.lists.listed(found, sentence)
        shared = self.quantities.shared(
            [each for each in found if each not in listed], [i for i, _ in triggers] + sorted(taken)
        )
        told: list[Telling] = []
        for i, kind in triggers:
            if i not in claimed:
                found_here = list(self._noun(i, self.rules.kinds[kind], number, sentence, shared.get(i, [])))
                told += found_here
                self._here += found_here
                for telling in found_here:
                    self._remember(telling)
            self.mentioned.add(kind)
        for telling in frames:
            if telling.kind != "divestiture" and self.clauses.is_refused(telling.trigger):
                continue
            for each in self.quantities.with_amounts(telling, shared.get(telling.trigger, [])):
                self._settle(each, None)
                told.append(each)
        spent = [each for telling in told for each in shared.get(telling.trigger, [])]
        free = [each for each in found if each not in spent]
        learned: list[Telling] = []
        for telling, done in self.learned.tellings(sentence, number, told, claimed, free):
            self.quantities.date(telling, done, sentence)
            self._settle(telling, done)
            learned.append(telling)
        told = [each for telling in told for each in self._by_each(telling)]
        yield from [*told, *(each for telling in learned for each in self._by_each(telling))]
        yield from self.lists.rates(told, listed)

    def _by_each(self, telling: Telling) -> Iterator[Telling]:
        """A telling for each of those who act together."""
        keys: tuple[str, ...] = ()
        if telling.by is not None and telling.kind not in SYMMETRIC:
            verb = telling.trigger if self.syntax.is_verb(telling.trigger) else self._doing(telling.trigger)
            heads = self.complaints.accused(telling.trigger) or self.syntax.subjects(verb)
            keys = self.actors.each(heads, telling.by)
            both = self._both(heads) if len(keys) < 2 else ()
            keys = both if telling.by in both else keys
        if len(keys) < 2:
            yield telling
            return
        mutual = len(keys) == 2 and not telling.on and self._is_mutual(telling.trigger)
        for key in keys:
            if mutual:
                yield replace(telling, by=key, on=tuple(k for k in keys if k != key), evidence=[])
            elif key not in telling.on:
                yield replace(telling, by=key, evidence=[])

    def _doing(self, noun: int) -> int:
        """The verb of who takes it: of "the probe that Peru conducts", "… imposed by Peru", else that it stands in."""
        clauses = self.syntax.children(noun, "acl:relcl", "acl")
        own = (c for c in clauses if noun in self.syntax.patients(c) and self.syntax.subjects(c))
        return next(own, self.syntax.clause(noun))

    def _together(self, frame: Frame | None) -> tuple[str, ...]:
        """ "The countries imposed a duty": both of those told together before."""
        return self._both(frame.actors) if frame is not None and frame.effect != "face" else ()

    def _both(self, heads: Sequence[int]) -> tuple[str, ...]:
        plural = [h for h in heads if self.syntax.word(h) in ("both", "countries", "nations", "sides", "neighbours")]
        meant = [h for h in plural if self.syntax.word(h) == "both" or self.actors.definite(h) or self._is_both(h)]
        pair = self.targets.pairs.before(meant[0]) if meant else ()
        return pair if all(self.linked.is_state(key) for key in pair) else ()

    def _is_both(self, i: int) -> bool:
        return any(self.syntax.word(c) == "both" for c in self.syntax.children(i))

    def _is_mutual(self, i: int) -> bool:
        """ "Duties on each other's fish"."""
        words = [self.syntax.word(j) for j in range(i, min(i + MUTUAL, len(self.tokens)))]
        return "each other" in " ".join(words) or "one another" in " ".join(words)

    def _noun(self, i: int, kind: Kind, number: int, sentence: Sentence, found: list[Quantity]) -> Iterator[Telling]:
        """The measure that a noun names, once for each amount that fits its kind."""
        frame = self.clauses.frame(i, kind)
        own = frame is not None and frame.verb in self.syntax.children(i)  # "neither are the sanctions it imposed"
        if (is_negated(self.syntax, i) and not own) or self.clauses.is_denied(i) or self.nouns.is_other(i, kind):
            return
        if kind.kind in SYMMETRIC and self.clauses.is_awaited(i):
            return
        acted = frame is not None and frame.effect in ("impose", "announce")
        if acted and frame is not None and kind.kind not in SYMMETRIC and self._is_undone(frame.verb, own):
            return
        fitting = self.quantities.fitting(kind, found, i)
        telling = self._told(i, kind, frame, sentence, number)
        if frame is not None:
            self.learned.complete(telling)
        if kind.kind == "tariff" and any(self.quantities.is_rate(each) for each in fitting):
            alone = frame is None or telling.by is None or len(self.actors.each(frame.actors, telling.by)) == 1
            alone = alone and self.syntax.lemma(self.syntax.clause(i)) not in SPARING
            telling.on = telling.on or (self._aimed_by_story(telling) if alone else ())
            self._carry_on(telling, frame)
        self.quantities.date(telling, frame, sentence)
        self._settle(telling, frame)
        if kind.kind in SYMMETRIC:
            self.pacts.set_parties(telling, frame)
            if self._is_told_truce(telling):
                return
        if frame is not None and telling.by is not None:  # "added a freeze on Libyan assets and a ban on equipment"
            if (outer := self._including(frame)) is not None:
                telling.status = outer.status
            telling.on = telling.on or self._aims.get(frame.verb, ())
            self._aims[frame.verb] = telling.on
        if not (self._believed(telling, kind, frame, fitting) or self._continues(telling, frame)):
            self._silent(i, sentence, telling, frame)
            self.doers.wait(telling, frame)
            imposed = telling.owned if frame is None else frame.effect == "impose"  # "over Turkish duties on sugar"
            if telling.by is not None and imposed:
                self.last_by.setdefault(telling.kind, telling.by)
            return
        if kind.kind in AIMED:
            telling.goods = telling.goods or self._wares_before(i)
        if not fitting:
            yield telling
        if self._is_paired(telling, fitting, sentence):
            for key, each in zip(telling.on, fitting, strict=True):
                yield replace(telling, on=(key,), amount=each.amount, previous=each.previous, evidence=[])
            return
        yield from self.lists.shared(telling, fitting)

    def _including(self, frame: Frame) -> Telling | None:
        """The measure of whose parts one is told: "announced sanctions | that include a ban"."""
        outer = self.syntax.head[frame.verb] if self.syntax.lemma(frame.verb) == "include" else None
        return next((told for told in self._here if told.trigger == outer), None)

    def _wares_before(self, i: int) -> tuple[str, ...]:
        """The goods of "timber sanctions", "the oil embargo"; "travel sanctions" are on no goods."""
        words = {self.syntax.word(c) for c in self.syntax.children(i, "compound", "nmod")}
        traded = self.syntax.lemma(i) in ("sanction", "embargo") and not words & UNTRADED
        return tuple(self.targets.goods_before(i)) if traded else ()

    def _is_told_truce(self, telling: Telling) -> bool:
        """ "The agreement", of the truce told before."""
        told = self.last_on.get("truce")
        known = telling.kind == "agreement" and telling.anaphoric and "agreement" not in self.last_on
        return known and told is not None and bool(set(told) & set(telling.on))

    def _is_paired(self, telling: Telling, fitting: list[Quantity], sentence: Sentence) -> bool:
        """ "Duties of 17% and 20% on Acme and Emca respectively"."""
        words = {self.syntax.word(j) for j in range(sentence.first, sentence.last)}
        return "respectively" in words and len(fitting) == len(telling.on) > 1

    def _is_undone(self, verb: int, own: bool) -> bool:
        """Whether nobody did it; of a measure's *own* clause only what it says counts: "ignored the ban it imposed"."""
        return is_negated(self.syntax, verb) if own else self.clauses.is_refused(verb)

    def _settle(self, telling: Telling, frame: Frame | None) -> None:
        """The status that its days give, or that of the measure it goes on with: "Peru was hit with 27%"."""
        if telling.status is not MeasureStatus.IN_FORCE:
            return
        if self._is_ahead(telling):
            telling.status = MeasureStatus.ANNOUNCED
        elif self._is_past(telling):
            telling.status = MeasureStatus.EXPIRED
        elif telling.kind == "tariff" and telling.by is not None and telling.start is None:
            told = self.last_status.get(telling.by)
            agentless = not telling.owned if frame is None else not frame.actors
            loose = telling.rule == "tariff.paid" or (agentless and telling.rule == "tariff.noun")
            loose = loose or (frame is not None and frame.effect in ("happen", "face"))
            if told is MeasureStatus.ANNOUNCED and loose and not self._is_lasting(telling.trigger):
                telling.status = told

    def _is_lasting(self, i: int) -> bool:
        """ "Remains", "now", "still", "already": said to be in force."""
        sentence = self.document.sentences[self.syntax.sentence_of[i]]
        words = {self.syntax.lemma(j) for j in range(sentence.first, sentence.last)}
        return bool(words & {"remain", "stay", "now", "still", "already", "since", "current", "currently"})

    def _is_past(self, telling: Telling) -> bool:
        """Whether it ended before the day of the article: "charged 10 per cent from August to December"."""
        published, until, start = self.document.article.published, telling.until, telling.start
        if published is None:
            return False
        if until is not None and until.last is not None and until.last < published:
            return True
        amount = telling.amount
        days = {"day": 1, "week": 7, "month": 31, "year": 366}.get(amount.unit, 0) if amount is not None else 0
        if not days or amount is None or start is None or start.last is None or telling.kind in SYMMETRIC:
            return False
        return start.last + timedelta(days=int(days * amount.high)) < published

    def _is_ahead(self, telling: Telling) -> bool:
        """Whether it starts after the day of the article: "the rate rises to 39% on August 7"."""
        published, start = self.document.article.published, telling.start
        return bool(published and start and start.first and start.first > published)

    def _told(self, i: int, kind: Kind, frame: Frame | None, sentence: Sentence, number: int) -> Telling:
        """Who does it to whom, and whether it is in force."""
        accused = self.complaints.accused(i)
        makers = self.clauses.bearers.makers(i) or tuple(accused)
        owned = self.actors.actor(accused) or self.actors.owner(i) or self._named_before(i, kind, frame)
        made = self.actors.actor(makers)
        theirs = owned if owned and made and not accused and made not in self.targets.struck.kin(owned) else None
        owner = made if theirs else owned or made
        by = owner or (self.actors.intender(frame.verb) if frame is not None else None)
        by = by or next(iter(self._together(frame)), None)
        by = by or (
            self.actors.actor(frame.actors if frame.effect != "face" else self._givers(i, frame)) if frame else None
        )
        on, goods = self.targets.target(i, kind, frame, sentence)
        doers = self.actors.parties(accused)
        on = tuple(key for key in on if not (self.linked.is_person(key) and self.offices.party_of(key) == by))
        on = tuple(key for key in on if key not in doers) or ((theirs,) if theirs else ())
        setter = self._setter(i, kind, frame, owner)
        if owner is not None and (setter is not None or self._is_share(i, frame)):
            by, on = setter, (owner,)
        led = self.actors.is_led_by(makers) if owned is None and owner is not None else self.actors.is_led(frame)
        aimed = on
        by, on = self.actors.apart(by, on, led and owned is None)
        if aimed and not on and kind.kind in ("tariff", "ban") and not self._is_of_exports(i, kind):
            by = owner if owner not in aimed else None  # "tried to halt tariffs on its cars"
        if by is None and self.actors.is_led(frame):
            state = self.actors.dominant_state()
            by = self.actors.other_state(state) if state in on else state
        if by is None and kind.kind in LEVYING:
            by = self._at_destination(i, kind, on)
        named = by is not None
        if by is None and kind.kind == "tariff" and frame is not None:
            by = self.around.partner(frame, on, self._pact, self._who_says(frame.verb, on))
        by = by or self._decider(frame) or self._implied(kind, frame, on, goods, sentence) or self._by_pact(frame, on)
        by = by or self._unnamed(kind, frame, on, number) or self.around.answered(i, on, self._so_far())
        if (
            kind.kind == "tariff"
            and not on
            and (probe := self.around.remedied(i, self._told_from.get("investigation")))
        ):
            maker = self.around.state_of(probe.by or "")
            by = by or maker
            on = probe.on if maker in self.targets.struck.kin(by) else ()
        if by is not None and not (named or on or goods) and self._is_told_before(i, kind, frame, by):
            on = self.last_on.get(kind.kind, ())  # "the ban was lifted"
        if by is None and on and self.actors.definite(i) and self._is_lifted(frame):
            by = self._lifter(kind, on)
        possessors = self.syntax.children(i, "nmod:poss")
        if kind.kind != "investigation":  # "his inquiries into the past"
            by = by or self.actors.person_alone((*makers, *possessors, *(frame.actors if frame is not None else ())))
        plea = self._plea(i) if kind.kind == "sanction" and not on else ()
        on = on or tuple(key for key in plea if key != by) or self.complaints.complainant(i, by)
        on = on or self._asker(i, frame, by)
        if by is not None and kind.kind in AIMED:
            own = self.targets.struck.kin(by)
            on = tuple(key for key in on if key not in own) or self.targets.hit_people(i, kind, frame, sentence, by)
        if by is not None and not (on or goods) and kind.kind == "investigation":
            on = self.around.inquired(i, self.targets.struck.kin(by), self._told_from.get("tariff"))
        if not on and by is not None and kind.kind in AIMED:
            on = tuple(key for key in self.around.exchanged(i) if key != by)
        if not on and by is not None and kind.kind in RESTRAINTS:
            on = self._aimed_around(i, by)
        if not (on or goods) and by is not None and frame is not None and kind.kind in AIMED:
            on = self.quarrels.other(frame.verb, by)
        if not on and by is not None and kind.needs in ("both", "term"):
            on = self._aimed_before(i, kind, by)
        if not on and by is not None and frame is not None and self.syntax.lemma(frame.verb) == "follow":
            on = tuple(key for key in self.last_on.get(kind.kind, ()) if key != by)  # "followed with an embargo"
        if not on and by is not None and LIKE & {self.syntax.word(c) for c in self.syntax.children(i, "amod", "det")}:
            on = tuple(key for key in self.last_on.get(kind.kind, ()) if key != by)  # "imposed similar sanctions"
        if not on and by is not None and kind.kind == "tariff" and self._is_answer(i):
            last = self.last_by.get("tariff")
            on = (last,) if last not in (None, by) else ()
        rule = f"{kind.kind.replace(' ', '-')}.noun"
        quota = setter is not None and self.syntax.lemma(i) == "quota"
        status = MeasureStatus.IN_FORCE if plea or quota else self.clauses.status(i, frame)
        telling = Telling(kind.kind, rule, i, number, by, on, status, goods)
        telling.owned = owner is not None or (by is not None and by == self.actors.person_alone(possessors))
        telling.anaphoric = self.actors.definite(i)
        telling.traits = self.targets.flow(i, kind) if kind.kind == "ban" else self._traits(i)
        return telling

    def _so_far(self) -> list[Telling]:
        """What was told of last, of each kind, and in the sentence."""
        return [*self._told_from.values(), *self._here]

    def _asker(self, i: int, frame: Frame | None, by: str | None) -> tuple[str, ...]:
        """ "Peru asked Chile to lift the duty on its honey": whose goods they are."""
        syntax = self.syntax
        if frame is None or by is None or syntax.dep[frame.verb] not in ("xcomp", "ccomp", "advcl"):
            return ()
        asking = syntax.head[frame.verb]
        its = any(syntax.word(j) in ("its", "their") for j in syntax.subtree(frame.verb) if j > i)
        asker = self.actors.actor(syntax.subjects(asking)) if its and syntax.lemma(asking) in ASKING else None
        return (asker,) if asker is not None and asker not in self.targets.struck.kin(by) else ()

    def _is_of_exports(self, i: int, kind: Kind) -> bool:
        """ "Its levy on palm oil exports", "the export tax on its wheat": on its own goods."""
        near = range(max(0, i - 2), i + 1)
        return "export" in self.targets.flow(i, kind) or any(self.tokens[j].lemma == "export" for j in near)

    def _setter(self, i: int, kind: Kind, frame: Frame | None, owner: str | None) -> str | None:
        """Who sets another's share: "halved Peru's quota", or what bears its name: "extends Chad arms embargo"."""
        if frame is None or owner is None or not self.linked.is_state(owner):
            return None
        shared = self.syntax.lemma(i) == "quota" and frame.effect in ("impose", "end")
        named = self._bears_name_of_other(i, kind, frame) or self._is_changed_by_other(i, kind, frame)
        setter = self.actors.actor(frame.actors) if shared or named else None
        return setter if setter is not None and owner not in self.targets.struck.kin(setter) else None

    def _named_before(self, i: int, kind: Kind, frame: Frame | None) -> str | None:
        """ "Extends | Chad arms | embargo", wherever the tree hangs the words before it."""
        acted = frame is not None and bool(frame.actors) and self.syntax.is_verb(frame.verb)
        at = i - 1
        while acted and at > 0 and self.tokens[at].pos == "NOUN" and self.syntax.unit_of[at] == at:
            at -= 1
        key = self.linked.key(self.syntax.unit_of[at]) if acted and at < i - 1 and kind.kind in AIMED else None
        return key if key is not None and self.linked.is_state(key) and self.tokens[at].pos == "PROPN" else None

    def _bears_name_of_other(self, i: int, kind: Kind, frame: Frame) -> bool:
        """Whether the name right before an embargo or deadline is of whom it is on: "lifted Chad sanctions"."""
        before = [c for c in self.syntax.children(i, "compound") if self.linked.is_state(self.linked.key(c) or "")]
        before += [i] if not before and self._named_before(i, kind, frame) is not None else []
        finite = self.syntax.dep[frame.verb] not in ("acl", "xcomp", "advcl") and self.syntax.is_verb(frame.verb)
        done = frame.effect in ("impose", "end", "suspend") and self.syntax.lemma(frame.verb) not in FOLLOWING
        return kind.kind in AIMED | {"deadline"} and bool(before) and finite and done

    def _is_changed_by_other(self, i: int, kind: Kind, frame: Frame) -> bool:
        """ "Norway cuts Malian tariffs to 9%": whoever changes a duty takes it, whatever state's name it bears."""
        named = any((self.linked.key(h) or "").startswith("state/") for h in frame.actors)
        bears = [c for c in self.syntax.children(i, "amod", "compound") if self.linked.key(c) is not None]
        return kind.kind == "tariff" and named and bool(bears) and self.syntax.lemma(frame.verb) in CHANGING

    def _is_share(self, i: int, frame: Frame | None) -> bool:
        """ "Peru's quota of sugar was given to others": what it may sell to somebody, not a measure that it takes."""
        acted = frame is not None and bool(frame.actors)
        own = any(self.linked.is_state(self.linked.key(c) or "") for c in self.syntax.children(i, "nmod:poss"))
        words = {self.syntax.lemma(j) for j in self.syntax.subtree(i)}
        return self.syntax.lemma(i) == "quota" and own and not acted and not words & {"import", "export"}

    def _at_destination(self, i: int, kind: Kind, on: tuple[str, ...]) -> str | None:
        """Who taxes goods that come to it: "the duty on goods shipped from Peru to Chile"."""
        by = self.targets.home(i, kind)
        return by if by not in on else None

    def _is_lifted(self, frame: Frame | None) -> bool:
        """ "The ban has been lifted", by whoever set it."""
        if frame is None or frame.actors or frame.effect not in ("end", "suspend"):
            return False
        return self.syntax.is_passive(frame.verb)

    def _lifter(self, kind: Kind, on: tuple[str, ...]) -> str | None:
        """Who took a measure against the same, else who took one last against nobody else."""
        if (aimer := self._aimer(on)) is not None:
            return aimer
        last = self.last_by.get(kind.kind) or (self.told_by[-1] if self.told_by else None)
        return None if last in on or (last is not None and self.last_aim.get(last)) else last

    def _is_next(self, telling: Telling, frame: Frame | None) -> bool:
        """Whether it goes on with duties told just before: "Duty on whisky will be halved to 75%"."""
        agentless = frame is not None and not frame.actors and frame.effect in ("happen", "impose")
        return agentless and self._is_near("tariff", telling.sentence, 2)

    def _carry_on(self, telling: Telling, frame: Frame | None) -> None:
        """A rate of a duty told before: "The levy will start at 12%"; one more by him who aims at the same target."""
        levied = next((t for t in reversed(self._levied) if share_goods(t, telling)), None)
        if levied is not None and telling.anaphoric and (frame is None or not frame.actors) and not telling.owned:
            telling.by = levied.by  # "the steel duty", not the one on cars told since
            telling.on = telling.on if telling.on and {*telling.on} <= {*levied.on} else levied.on
            return
        if telling.by is None and telling.on:
            by = [key for key, on in self.last_aim.items() if set(on) & set(telling.on) and key not in telling.on]
            last = self.last_by.get("tariff") if self._is_near("tariff", telling.sentence, 1) else None
            telling.by = by[-1] if by else last if last not in telling.on else None
        elif (
            not telling.on
            and telling.by in (None, self.last_by.get("tariff"))
            and (self._is_next(telling, frame) or (telling.anaphoric and not telling.goods))
        ):
            telling.by, telling.on = self.last_by.get("tariff"), self.last_on.get("tariff", ())
            if telling.by is None and telling.anaphoric and self.told_by and telling.kind not in self.mentioned:
                telling.by = self.told_by[-1]  # "the duties", of sanctions
                telling.on = self.last_aim.get(telling.by, ())

    def _givers(self, i: int, frame: Frame) -> list[int]:
        """ "Nigeria faces sanctions from | the Commonwealth"."""
        return [h for at in (i, frame.verb) for case, h in self.syntax.obliques(at) if case == "from" and h > i]

    def _is_near(self, kind: str, number: int, most: int) -> bool:
        """Whether a measure of the kind was told at most so many sentences before."""
        return number - self._told_at.get(kind, -9) <= most

    def _decider(self, frame: Frame | None) -> str | None:
        """Who decided that something shall be so: "the council agreed that the embargo | would stay"."""
        beside = self.syntax.children(frame.verb, "aux", "aux:pass") if frame is not None else []
        if frame is None or SHALL.isdisjoint(map(self.syntax.word, beside)):
            return None
        above = next((a for a in self.syntax.ancestors(frame.verb) if self.syntax.lemma(a) in DECIDING), None)
        return self.actors.actor(self.syntax.subjects(above)) if above is not None else None

    def _implied(
        self, kind: Kind, frame: Frame | None, on: tuple[str, ...], goods: tuple[str, ...], sentence: Sentence
    ) -> str | None:
        """Who is behind duties that rise or are faced: he who took the measure last, else another subject."""
        if frame is None:
            return None
        lister = None if frame.actors and frame.effect != "face" else self._lister(frame.verb)
        if lister is not None and lister not in on:
            return lister
        if kind.kind in LEVYING and (on or goods) and not frame.actors and frame.effect not in ("face", "happen"):
            return self._known_for(kind, on)  # "the duties on Peru were raised"
        if frame.effect not in ("face", "happen"):
            return None
        if frame.effect == "face" and (takers := self.targets.sent_to(frame)):
            return takers[0]
        last = self.last_by.get(kind.kind)
        if last is not None and last not in on:
            return last
        if (also := self._also_of(frame, sentence)) is not None and also not in on:
            return also
        heads = [h for at in (frame.verb, *self.syntax.patients(frame.verb)) for h in self._within(at)]
        keys = [self.linked.key(h) or self.actors.owner(h) for h in heads]  # "in the Peruvian market"
        named = [key for key in keys if key is not None and self.linked.is_state(key)]
        if named and named[0] not in on:
            return named[0]
        if frame.effect == "happen" and kind.kind == "ban":
            return self.actors.dominant_state()
        if frame.effect == "happen":
            return self._who_says(frame.verb, on)
        return self.actors.actor(j for j in range(sentence.first, frame.verb) if self._is_other_subject(j, on))

    def _unnamed(self, kind: Kind, frame: Frame | None, on: tuple[str, ...], number: int) -> str | None:
        """Who is behind "sanctions on Chad were lifted too": who took one of the kind just before, else who says so."""
        if kind.kind not in AIMED or frame is None or frame.actors or not self.syntax.is_passive(frame.verb):
            return None
        if (aimer := self._aimer(on)) is not None:
            return aimer
        near = [k for k in (kind.kind, *sorted(AIMED)) if k in self.last_by and self._is_near(k, number, 3)]
        known = [self.last_by[k] for k in near] + (self.told_by[:1] if len(set(self.told_by)) == 1 else [])
        last = next((by for by in known if by not in on), None)
        if last is not None:
            return last
        return self._who_says(frame.verb, on)

    def _who_says(self, verb: int, on: tuple[str, ...]) -> str | None:
        """ "Norway said the duty would rise", "more sanctions might come, say Norway and Chile"; not whom it hits."""
        beside = (c for a in (verb, *self.syntax.ancestors(verb)) for c in (a, *self.syntax.children(a, "parataxis")))
        said = next((v for v in beside if v != verb and self.syntax.lemma(v) in SAYING), None)
        speaker = self.actors.actor(self.syntax.subjects(said)) if said is not None else None
        return speaker if speaker not in on else None

    def _lister(self, verb: int) -> str | None:
        """Who drew up the list: "Norway published a list of goods that could face a duty"."""
        if self.syntax.dep[verb] != "acl:relcl":
            return None
        clause = self.syntax.clause(self.syntax.head[verb])
        listed = any(self.syntax.lemma(j) == "list" for j in self.syntax.subtree(clause) if j < verb)
        return self.actors.actor(self.syntax.subjects(clause)) if listed else None

    def _known_for(self, kind: Kind, on: tuple[str, ...]) -> str | None:
        """Who took measures against the same before, else who took one of the kind last."""
        if (aimer := self._aimer(on)) is not None:
            return aimer
        last = self.last_by.get(kind.kind) or self.actors.home_state()
        return last if last not in on else None

    def _aimer(self, on: tuple[str, ...]) -> str | None:
        """Who took a measure against one of these before; the last of several."""
        aimed = [by for by, known in self.last_aim.items() if set(known) & set(on) and by not in on]
        return aimed[-1] if aimed else None

    def _by_pact(self, frame: Frame | None, on: tuple[str, ...]) -> str | None:
        """ "A deal of Norway and Chile that sets a duty on Chilean wine": the other party of the pact."""
        pacts = [h for h in frame.actors if self.nouns.kind(h) == "agreement"] if frame is not None else []
        for pact in pacts:
            clause = self.syntax.clause(pact)
            heads = [h for case, h in self.syntax.obliques(pact) if case in ("with", "between")]
            parties = self.actors.parties([*self.syntax.subjects(clause), *heads])
            others = sorted(parties - set(on))
            if len(others) == 1 and len(parties) == 2 and on:
                return others[0]
        return None

    def _within(self, i: int) -> list[int]:
        """Where it is levied: "goods face a levy in the United States"."""
        return [h for case, h in self.syntax.obliques(i) if case == "in"]

    def _also_of(self, frame: Frame, sentence: Sentence) -> str | None:
        """ "China lifted its duty on Peruvian barley. Bans on beef | remain": China's as well."""
        number = self.syntax.sentence_of[sentence.first]
        near = [told for told in self._told_from.values() if 0 <= number - told.sentence <= 1]
        last = max(near, key=lambda told: told.trigger, default=None)
        return last.by if last is not None and self.syntax.lemma(frame.verb) in REMAINING else None

    def _aimed_before(self, i: int, kind: Kind, by: str) -> tuple[str, ...]:
        """Whom he aimed at last, for "the deadline that the bloc had set"."""
        known = self.actors.definite(i) or self.last_by.get(kind.kind) == by
        return self.last_aim.get(by, ()) if known else ()

    def _aimed_around(self, i: int, by: str) -> tuple[str, ...]:
        """Whom the measures that hold it, or that it holds, are on: "sanctions on Mali that include a ban on tin"."""
        for told in self._here:
            held = i in self._within_clause_of(told.trigger) or told.trigger in self._within_clause_of(i)
            if told.by == by and told.on and told.kind in RESTRAINTS and held:
                return told.on
        return ()

    def _within_clause_of(self, i: int) -> set[int]:
        """What a clause behind a noun tells of it."""
        clauses = self.syntax.children(i, "acl", "acl:relcl")
        return {j for c in clauses for j in self.syntax.subtree(c)} if not self.syntax.is_verb(i) else set()

    def _is_answer(self, i: int) -> bool:
        """ "Its counter-tariffs", "retaliatory duties": on whoever set the duties told before."""
        words = {self.syntax.word(c) for c in self.syntax.children(i, "amod", "compound")}
        before = "".join(self.tokens[j].text.lower() for j in range(max(0, i - 2), i + 1))
        countering = bool(words & {"retaliatory", "counter", "countervailing"})
        return countering or self.tokens[i].lemma == "countermeasure" or before.startswith("counter")

    def _aimed_by_story(self, telling: Telling) -> tuple[str, ...]:
        """The other party of the talks that a rate without target was told at."""
        parties = self.actors.story_parties(telling.sentence) or self.actors.dominant_pair()
        if telling.by not in parties or telling.goods:
            return ()
        return tuple(key for key in parties if key != telling.by)

    def _is_told_before(self, i: int, kind: Kind, frame: Frame | None, by: str) -> bool:
        """Whether it is the measure of the kind told last that a clause says has ended: "the ban was lifted"."""
        told_apart = {self.syntax.word(c) for c in self.syntax.children(i, "amod")} - AGED
        plain = not told_apart and not self.syntax.children(i, "acl", "acl:relcl", "nmod:poss")
        ended = self.clauses.status(i, frame) in (MeasureStatus.EXPIRED, MeasureStatus.SUSPENDED)
        return ended and plain and self.actors.definite(i) and self.last_by.get(kind.kind) == by

    def _plea(self, i: int) -> tuple[str, ...]:
        """Who asks for relief: "Iran wants the sanctions lifted"."""
        above = [*self.syntax.ancestors(i)][:4]
        around = [*self.syntax.children(i, "acl"), *above]
        around += [c for a in above[:1] for c in self.syntax.children(a, "xcomp", "ccomp")]
        verbs = [a for a in around if self.syntax.is_verb(a)]
        if not any(self.syntax.lemma(v) in RELIEVING for v in verbs):
            return ()
        asking = next((v for v in verbs if self.syntax.lemma(v) in PLEADING), None)
        asker = self.actors.actor(self.syntax.subjects(asking)) if asking is not None else None
        return (asker,) if asker is not None and self.linked.is_state(asker) else ()

    def _traits(self, i: int) -> frozenset[str]:
        """The words right before a noun that tell one measure of a kind from another."""
        phrase = self.syntax.subtree(i)
        before = [c for c in phrase if i - 4 <= c < i and self.tokens[c].pos in ("NOUN", "ADJ")]
        others = {"another" for c in phrase if i < c <= i + 3 and self.syntax.word(c) == "another"}  # "on another $3bn"
        return frozenset(self.syntax.word(c) for c in before) - {"new", "further", "separate", "recent"} | others

    def _silent(self, i: int, sentence: Sentence, telling: Telling, frame: Frame | None) -> None:
        """Keep why a word for a measure yielded nothing."""
        span = Span(self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end)
        if telling.kind in SYMMETRIC:
            reason = "the parties are not named" if len(telling.on) < 2 else "mentioned in passing"
        elif frame is None:
            reason = "mentioned in passing"
        elif telling.by is None:
            reason = "nobody is said to do it"
        else:
            reason = "neither target nor rate is named"
        self.silences.append(Silence(span, self.tokens[i].text, reason))

    def _continues(self, telling: Telling, frame: Frame | None) -> bool:
        """Whether it says what became of a measure told before: "the curbs were suspended", "the levy ends in May"."""
        known = telling.kind in self.last_by or telling.kind in self.last_on
        if not (known and telling.anaphoric and frame is not None) or telling.by or telling.on:
            return False
        told = telling.status in (MeasureStatus.SUSPENDED, MeasureStatus.EXPIRED)
        return told or telling.start is not None or telling.until is not None

    def _is_other_subject(self, j: int, on: tuple[str, ...]) -> bool:
        """Whether a subject is another's than those aimed at: "he gave Iran a week, or it would face sanctions"."""
        return (
            self.syntax.dep[j] == "nsubj" and self.syntax.unit_of[j] == j and self.actors.acting(j) not in (None, *on)
        )

    def _believed(self, telling: Telling, kind: Kind, frame: Frame | None, fitting: list[Quantity]) -> bool:
        """Whether enough is said to state a measure; a bare "tariffs" in passing is not."""
        by, on = telling.by is not None, bool(telling.on)
        match kind.needs:
            case "rate or both":
                if telling.by in telling.on:
                    return False
                if frame is not None and frame.effect not in ("happen", "face") and frame.actors:
                    on = on or bool(telling.goods)
                levels = [each for each in fitting if self.quantities.is_rate(each)]
                acted = frame is not None or telling.anaphoric or telling.owned
                known = telling.anaphoric and not (by and (frame is None or frame.actors))
                aimed = on or bool(telling.goods) or known
                aimed = aimed or (frame is not None and frame.effect in ("impose", "happen") and bool(frame.actors))
                return (bool(levels) and aimed and (by or telling.anaphoric) and acted) or (by and on)
            case "both":
                return by and on and telling.on != (telling.by,)
            case "by":
                told = telling.owned and (on or bool(telling.goods))
                asked = (frame is None or frame.effect == "face") and not told
                if kind.kind == "investigation" and frame is not None:  # "called for a probe", "the probe began in May"
                    asked = asked or frame.effect == "propose" or (frame.effect == "happen" and telling.anaphoric)
                return by and not asked and (on or bool(telling.goods))
            case "term":
                return by and on and (bool(fitting) or telling.until is not None) and telling.on != (telling.by,)
            case "rate and by":
                return by and bool(fitting) and frame is not None
            case "parties":
                if by and frame is not None:
                    return True  # "has quit the convention"
                acted = frame is not None and self._takes_effect(frame) and self._concludes(frame, kind)
                lasting = telling.kind == "truce" and (bool(fitting) or telling.until is not None)
                known = telling.owned or (telling.kind == "truce" and telling.anaphoric)
                dated = frame is None and known and self._is_made(telling.trigger)
                return (len(telling.on) >= 2 or telling.alone) and (acted or lasting or dated)
        return False

    def _is_made(self, i: int) -> bool:
        """ "The 1988 treaty between Peru and Chile", "the newly signed pact of both"."""
        told = {self.syntax.word(c).split("-")[-1] for c in self.syntax.children(i, "amod", "acl")}
        if told & {"signed", "concluded", "reached", "agreed"}:
            return True
        around = [*self.syntax.children(i, "nummod", "compound", "amod", "nmod:unmarked"), i - 1]
        return any(self.tokens[j].text.isdigit() and len(self.tokens[j].text) == 4 for j in around if j >= 0)

    def _concludes(self, frame: Frame, kind: Kind) -> bool:
        """Whether the clause makes or breaks the pact, not only speaks of it."""
        begun = kind.kind == "truce" and frame.effect == "happen"
        return begun or self.syntax.lemma(frame.verb) in kind.verbs or frame.effect in ("end", "suspend")

    def _takes_effect(self, frame: Frame) -> bool:
        """Whether "took", "entered" and "came" have "effect" or "force" beside them."""
        if self.syntax.lemma(frame.verb) not in ("take", "enter", "come"):
            return True
        return any(self.tokens[c].lemma in ("effect", "force") for c in self.syntax.children(frame.verb))

    def _evident(self, telling: Telling, sentence: Sentence) -> Telling:
        span = Span(self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end)
        article = self.document.article
        telling.evidence = [Evidence(article.id, span, article.text[span.start : span.end], telling.rule)]
        return telling

    def _measure(self, number: int, telling: Telling) -> Measure:
        return Measure(
            key=f"measure/{number}",
            kind=telling.kind,
            by=telling.by,
            on=telling.on,
            status=telling.status,
            evidence=tuple(telling.evidence),
            goods=telling.goods,
            amount=telling.amount,
            previous=telling.previous,
            start=telling.start,
            until=telling.until,
            name=telling.name,
            doubt=telling.doubt,
        )
