"""
Measures that the trained network sees where no rule does: EventMention → Telling.

What the network takes for a trigger is read as the rules read a noun or verb of its kind; its arguments, resolved as
theirs are, fill what is left open there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set

from kg.facts.measures.actors import Actors
from kg.facts.measures.clauses import ANSWERING, Clauses
from kg.facts.measures.kinds import AIMED, LEVYING, SYMMETRIC, Kind
from kg.facts.measures.nouns import Nouns
from kg.facts.measures.pacts import HELPING
from kg.facts.measures.pairs import Pairs
from kg.facts.measures.quantities import Quantities
from kg.facts.measures.stretch import EXEMPTING
from kg.facts.measures.targets import Targets
from kg.facts.measures.telling import Context, Frame, Part, Quantity, Telling
from kg.facts.qualify import is_negated
from kg.facts.qualify import status as status_of
from kg.model import LEARNED, Argument, EventMention, MeasureStatus, Sentence, Status

SURE = 0.8
"""From this likelihood on an event is believed where its word names the kind."""
SURE_OF_PACT = 0.9
"""… of a pact, of which much is said that is none: hopes, drafts, what others made."""
SURER = 0.9
"""… where a verb tells it in other words: "gave", "halted"."""
SUREST = 0.99
"""… a noun: "a regime", "licences"."""
HEEDED = 0.5
"""From this likelihood on an argument of it is heeded."""
FAR = 0.8
"""… in another sentence."""

WARES = LEVYING | {"export control", "investigation"}  # goods say enough
RESTRAINTS = AIMED | {"import restriction"}  # one act may bear several of these names

RESUMING = frozenset({"resume", "restart", "reopen"})
FIGHTING = frozenset("fighting hostilities war violence attacks combat fire clashes shelling raids strikes".split())
CONCLUDED = frozenset("agree reach sign conclude strike seal force effect place".split())
REGARDING = frozenset(
    "accept admire admit anticipate applaud appreciate avert avoid await bear blame break breach bypass challenge cite "
    "circumvent condemn criticise criticize debate decry defend defy denounce deny deplore describe detail discuss "
    "dismiss dispute dodge escape evade examine expect explain face fear feel fight flout get hail ignore know lament "
    "like love mention monitor need notice observe offset oppose praise protest question receive recall regret reject "
    "remember resent respect resist review risk see skirt survive suffer tell understand undermine violate watch "
    "weather welcome withstand".split()
)  # verbs of those who speak of a measure, bear it or get round it
ENTERING = frozenset({"travel", "enter", "visit", "come", "fly"})
TALKING = frozenset("discuss talk speak raise negotiate debate review explore address confer consult meet".split())

SPARING = frozenset({"spare", "exempt", "exclude", "shield", "excuse", "free", "relieve"})
AROUND = frozenset({"after", "amid", "before", "despite", "during", "following"})
PERSONAL = frozenset({"sanction", "ban", "blacklist"})
STATUSES = frozenset(status.value for status in MeasureStatus)

Reading = Callable[[int, Kind, Frame | None, Sentence, int], Telling]


class Learned(Part):
    def __init__(
        self,
        context: Context,
        actors: Actors,
        targets: Targets,
        clauses: Clauses,
        quantities: Quantities,
        nouns: Nouns,
        reading: Reading,
    ) -> None:
        """*reading* tells who does what to whom by the rules, for a noun of a kind."""
        super().__init__(context)
        self.actors = actors
        self.targets = targets
        self.clauses = clauses
        self.quantities = quantities
        self.nouns = nouns
        self.pairs = Pairs(context, actors)
        self.reading = reading
        self._kinds = {*self.rules.kinds, *self.rules.frames} - {"other"}

    def tellings(
        self, sentence: Sentence, number: int, told: list[Telling], claimed: Set[int], found: list[Quantity]
    ) -> Iterator[tuple[Telling, Frame | None]]:
        """
        The measures of a sentence that are not among those *told* by rules, and what is done to them.

        Words that are *claimed* are part of what a rule tells: the ban in "sell or face a ban".
        """
        known = list(told)
        for event in self.linked.events_of(number):
            if self.syntax.unit_of[event.trigger] in claimed or not _is_measure(event):
                continue  # told as a meeting: "a treaty session"
            kind = self._kind(event)
            if kind not in self._kinds or event.likelihood < self._least(event, kind):
                continue
            telling, frame = self._telling(event, kind, sentence, number, found)
            if telling is not None and not any(self._is_one(telling, other) for other in known):
                known.append(telling)
                yield telling, frame

    def complete(self, telling: Telling) -> None:
        """Fill whom it is aimed at, where a rule leaves that open, from what the network sees at the same word."""
        event = self._at(telling) if telling.by is not None and not telling.on else None
        if event is None or telling.by is None or telling.kind in SYMMETRIC:
            return
        own = self.targets.struck.kin(telling.by)
        aimed = self._aimed(self._struck_clearly(event, telling.trigger), telling.kind)
        telling.on = tuple(key for key in aimed if key not in own)
        if telling.on:
            telling.doubt = "whom it is aimed at is only what the network of events makes of the sentence"

    def _at(self, telling: Telling) -> EventMention | None:
        """What the network sees at the word of a measure, or at the noun of the clause that it is the verb of."""
        for event in self.linked.events_of(telling.sentence):
            unit = self.syntax.unit_of[event.trigger]
            of_clause = self.syntax.is_verb(telling.trigger) and self.syntax.clause(unit) == telling.trigger
            if (unit == telling.trigger or of_clause) and event.likelihood >= SURE and _is_measure(event):
                return event
        return None

    def _struck_clearly(self, event: EventMention, trigger: int) -> list[int]:
        """Whom the words of the noun itself name, or of what the verb is done to; elsewhere only whom it is sure of."""
        patients = self.syntax.patients(trigger) if self.syntax.is_verb(trigger) else [trigger]
        words = {j for i in patients for each in self.syntax.conjuncts(i) for j in self.syntax.subtree(each)}
        found: list[int] = []
        for argument in self._arguments(event, "on"):
            head = self.syntax.head_of(argument.first, argument.last)
            beside = self.syntax.sentence_of[head] == self.syntax.sentence_of[trigger] and not self._is_around(head)
            if argument.likelihood >= (FAR if head in words else SURER) and beside:
                found.append(head)
        return found

    def _is_around(self, i: int) -> bool:
        """ "Imposed a duty | after pressure from Peru": what went before is not what is done."""
        return any(self.syntax.case(j) in AROUND for j in (i, *self.syntax.ancestors(i)) if not self.syntax.is_verb(j))

    def _aimed(self, heads: list[int], kind: str) -> tuple[str, ...]:
        """Whom it is aimed at; people only by what is done to people."""
        struck = [head for head in heads if not (self._is_told_to(head) or self._is_spared(head))]
        aimed = self.targets.aimed_at(struck)
        return tuple(key for key in aimed if kind in PERSONAL or not self.linked.is_person(key))

    def _is_spared(self, i: int) -> bool:
        """ "From all states except | Peru", "spared | Peruvian tin from its duty"."""
        above = self.syntax.head[i]
        spared = self.syntax.lemma(above) in SPARING and i in self.syntax.patients(above)
        return spared or not EXEMPTING.isdisjoint(self.syntax.case(i).split())

    def _least(self, event: EventMention, kind: str) -> float:
        """From which likelihood on it is believed."""
        if kind in SYMMETRIC:
            return SURE_OF_PACT
        if self._named(event) or self._is_against(event):
            return SURE
        return SURER if self.syntax.is_verb(self.syntax.unit_of[event.trigger]) else SUREST

    def _is_against(self, event: EventMention) -> bool:
        """ "Took measures against Mali": of which kind, the network says."""
        i = self.syntax.unit_of[event.trigger]
        struck = [h for at in (i, self.syntax.clause(i)) for case, h in self.syntax.obliques(at) if case == "against"]
        return self.tokens[i].lemma == "measure" and bool(self.targets.aimed_at(struck))

    def _named(self, event: EventMention) -> str | None:
        """The kind that the trigger's own words name."""
        trigger = self.syntax.unit_of[event.trigger]
        if self.tokens[event.trigger].text.lower().startswith("blacklist"):
            return "blacklist"
        return self.nouns.kind(trigger)

    def _kind(self, event: EventMention) -> str:
        return self._named(event) or event.kind.replace("-", " ")

    def _telling(
        self, event: EventMention, kind: str, sentence: Sentence, number: int, found: list[Quantity]
    ) -> tuple[Telling | None, Frame | None]:
        i = self.syntax.unit_of[event.trigger]
        if is_negated(self.syntax, i) or self.clauses.is_denied(i) or self._is_answered(i):
            return None, None
        if kind in self.rules.kinds and self.nouns.is_other(i, self.rules.kinds[kind]):
            return None, None
        telling, frame = self._read(event, i, kind, sentence, number)
        if frame is not None and self.clauses.is_refused(frame.verb):
            return None, None
        if kind not in SYMMETRIC and self._is_aside(event, i, frame):
            return None, None
        if not (
            self._set_parties(telling, event, sentence)
            if kind in SYMMETRIC
            else self._set_sides(telling, event, sentence)
        ):
            return None, None
        self._measure(telling, event, found)
        return (telling if self._believed(telling, event, frame) else None), frame

    def _read(
        self, event: EventMention, i: int, kind: str, sentence: Sentence, number: int
    ) -> tuple[Telling, Frame | None]:
        """What the rules make of the trigger, its status the network's where they see nothing done to it."""
        status = MeasureStatus(event.status.replace("-", " "))
        known = self.rules.kinds.get(kind)
        if known is not None and not self.syntax.is_verb(i):
            frame = self.clauses.frame(i, known)
            telling = self.reading(i, known, frame, sentence, number)
        else:
            frame = Frame(i, "impose", tuple(self.syntax.subjects(i))) if self.syntax.is_verb(i) else None
            telling = Telling(kind, "", i, number, None, (), status)
        telling.rule = kind.replace(" ", "-") + LEARNED
        if frame is None and kind not in SYMMETRIC and self._is_over(i):
            telling.status = MeasureStatus.EXPIRED
        elif frame is None:
            open_ = status_of(self.syntax, self.syntax.clause(i)) in (Status.POSSIBLE, Status.DENIED)
            telling.status = MeasureStatus.PROPOSED if open_ and status is MeasureStatus.ANNOUNCED else status
        elif self.syntax.is_verb(i):
            telling.status = self.clauses.frame_status(frame)
        return telling, frame

    def _set_parties(self, telling: Telling, event: EventMention, sentence: Sentence) -> bool:
        """Set who makes a pact; False where fewer than two do, or where more are guessed than two."""
        told = self._arguments(event, "party", "by", "on")
        heads = [h for h in self._heads(event, "party", "by", "on") if not self._is_helper(h, telling.trigger)]
        telling.by, telling.goods = None, ()
        telling.on = tuple(sorted(self.actors.parties(heads)))
        if len(telling.on) < 2:
            meant = bool(telling.on) or self.actors.definite(telling.trigger)
            known = (meant and telling.kind == "agreement") or self._is_made(telling.trigger)
            telling.on = self.pairs.of_story(telling.on, sentence) if known else telling.on
        return len(telling.on) == 2 or (len(telling.on) > 2 and all(a.likelihood >= FAR for a in told))

    def _is_made(self, i: int) -> bool:
        """ "The truce agreed in May", "a treaty in force since 2012": one that there is."""
        told = {self.syntax.lemma(c) for c in self.syntax.children(i, "acl", "acl:relcl")}
        told |= {self.syntax.lemma(h) for case, h in self.syntax.obliques(i) if case == "in"}
        return bool(told & CONCLUDED)

    def _is_helper(self, head: int, pact: int) -> bool:
        """Whether a verb between the two says that others made the pact: "the truce that Norway monitors"."""
        above = [head, *self.syntax.ancestors(head)]
        top = next((j for j in (pact, self.syntax.clause(pact)) if j in above), above[-1])
        return any(self.syntax.lemma(j) in HELPING for j in above[: above.index(top) + 1])

    def _set_sides(self, telling: Telling, event: EventMention, sentence: Sentence) -> bool:
        """Fill by and on; False where one side would do it to itself."""
        if telling.kind == "ban" and (closed := self._closed_to_them(telling.trigger)) is not None:
            barred = self.targets.aimed_at(self.syntax.patients(telling.trigger))
            telling.by, telling.on = closed, tuple(key for key in barred if key != closed)
            return bool(telling.on)
        doers = self._heads(event, "by")
        doer = self.actors.actor(doers) or self.actors.person_alone(doers)
        by = doer or telling.by
        if telling.by is None and by in telling.on:
            return False  # whose share of a trade it is by the rules: "Peru's sugar quota"
        if by is None or (doer is None and not telling.owned and not self._is_clear(event, "on")):
            return False
        if self.syntax.is_verb(telling.trigger) and self.linked.is_company(by):
            return False  # "Acme halted deliveries": what a company does itself is no measure
        own = self.targets.struck.kin(by)
        struck = [h for h in self._heads(event, "on") if not self._is_told_to(h)]
        aimed = self._aimed(struck, telling.kind)
        on = tuple(key for key in aimed if key not in own)
        if aimed and not on:
            return False
        if not struck and len(self.actors.parties(doers)) > 1:
            return False  # what two do in a pact, they do for each other
        on = on or self.targets.struck.states(struck, by, sentence)
        wares = self._heads(event, "goods")
        origins = () if struck else self.targets.aimed_at(wares)
        on = on or tuple(key for key in telling.on or origins if key not in own)
        telling.by, telling.on = by, on
        goods = tuple(each for head in wares for each in self.targets.goods(head))
        telling.goods = telling.goods or goods
        return bool(on) or not struck

    def _closed_to_them(self, verb: int) -> str | None:
        """ "The measures bar the five from entering | Britain": the state that closes itself to them."""
        going = [c for c in self.syntax.children(verb, "advcl", "xcomp", "ccomp") if self.syntax.lemma(c) in ENTERING]
        heads = [h for c in going for h in self.syntax.patients(c)]
        heads += [h for c in going for case, h in self.syntax.obliques(c) if case in ("to", "into")]
        states = [key for h in heads if (key := self.linked.key(h)) is not None and self.linked.is_state(key)]
        return states[0] if len(states) == 1 else None

    def _is_told_to(self, head: int) -> bool:
        """ "Discussed the embargo with Peru": with whom it is talked over, not whom it is aimed at."""
        while self.syntax.dep[head] in ("amod", "compound", "nmod:poss"):
            head = self.syntax.head[head]  # "Peruvian officials"
        above = [a for a in self.syntax.ancestors(head) if self.syntax.is_verb(a)]
        return self.syntax.case(head) == "with" and bool(above) and self.syntax.lemma(above[0]) in TALKING

    def _is_clear(self, event: EventMention, role: str) -> bool:
        """Whether no argument in the role is only just heeded; one side at least is no guess."""
        return all(a.likelihood >= FAR for a in self._arguments(event, role))

    def _measure(self, telling: Telling, event: EventMention, found: list[Quantity]) -> None:
        """Set the amount."""
        values = self._arguments(event, "value")
        inside = {i for argument in values for i in range(argument.first, argument.last)}
        fitting = [q for q in found if inside & set(range(q.first, q.last + 1))]
        known = self.rules.kinds.get(telling.kind)
        fits = self.quantities.fitting(known, fitting, telling.trigger) if known is not None else fitting
        if fits:
            telling.amount, telling.previous = fits[0].amount, fits[0].previous

    def _is_answered(self, i: int) -> bool:
        """ "Retaliated against the tariffs": what is done there is an answer to it."""
        answering = self.syntax.lemma(self.syntax.head[i]) in ANSWERING
        return answering and self.syntax.case(i) in ("against", "to", "for")

    def _is_aside(self, event: EventMention, i: int, frame: Frame | None) -> bool:
        """ "Norway discussed the effect of the sanctions": nothing is done to it, and it is not said whose it is."""
        if self.syntax.is_verb(i) or (frame is not None and (frame.actors or not self.syntax.is_passive(frame.verb))):
            return False
        if frame is None and self._is_over(i):
            return not self._arguments(event, "by")
        doers = set(self._heads(event, "by"))
        around = {*self.syntax.subtree(i), *(self.syntax.subtree(frame.verb) if frame is not None else ())}
        return not (around & doers or (frame is None and self._is_done(event, i, doers)))

    def _is_done(self, event: EventMention, i: int, doers: set[int]) -> bool:
        """ "Piled sanctions on Mali": whether it is the object of what its doer does, not of what one thinks of it."""
        verb = self.syntax.head[i]
        direct = self.syntax.is_verb(verb) and i in self.syntax.children(verb, "obj")
        does = bool(doers & set(self.syntax.subjects(verb))) and self.syntax.lemma(verb) not in REGARDING
        return direct and does and self._is_clear(event, "by") and bool(self._arguments(event, "on"))

    def _is_over(self, i: int) -> bool:
        """ "Let farmers resume exports after a two-year ban", "reopened its market after an embargo": it has ended."""
        verb = self.syntax.head[i]
        return self.syntax.case(i) in ("after", "following") and self.syntax.lemma(verb) in RESUMING

    def _believed(self, telling: Telling, event: EventMention, frame: Frame | None) -> bool:
        """Whether enough is said of it: who makes a pact, the end of a term, a target or goods, who makes a law."""
        if telling.kind in SYMMETRIC:
            told = telling.kind == "agreement" and telling.anaphoric and "agreement" not in self.last_on
            if told and set(telling.on) == set(self.last_on.get("truce", ())):
                return False  # "the agreement", of the truce told before
            named = self._named(event) in SYMMETRIC or self._is_clear_pact(event)
            return named and not self._is_promise(telling.trigger)
        if telling.kind == "deadline":
            return bool(telling.on and (telling.amount or self._arguments(event, "until")))
        cited = self.tokens[telling.trigger].lemma == "resolution" and frame is None
        aimed = bool(telling.on) or (telling.kind == "legislation" and not cited)
        return aimed or bool(telling.goods and telling.kind in WARES and self._named(event))

    def _is_clear_pact(self, event: EventMention) -> bool:
        """ "A pause in the fighting between Israel and Hamas": a truce in other words."""
        truce = event.kind == "truce" and event.likelihood >= SURER and not self.syntax.is_verb(event.trigger)
        stopped = {self.tokens[j].text.lower() for j in self.syntax.subtree(self.syntax.unit_of[event.trigger])}
        return truce and self._is_clear(event, "party") and bool(stopped & FIGHTING)

    def _is_promise(self, i: int) -> bool:
        """ "An agreement to meet again"."""
        verbs = self.syntax.children(i, "acl", "xcomp", "ccomp")
        return any(self.syntax.word(c) == "to" for verb in verbs for c in self.syntax.children(verb, "mark"))

    def _is_one(self, telling: Telling, other: Telling) -> bool:
        """Whether it is told already."""
        if telling.trigger == other.trigger:
            return True
        shared = set(telling.on) & set(other.on)
        if telling.kind in SYMMETRIC and other.kind in SYMMETRIC:
            return len(shared) > 1
        if telling.kind != other.kind:
            return {telling.kind, other.kind} <= RESTRAINTS and bool(shared) and telling.by == other.by
        apart = other.by is not None and telling.by not in self.targets.struck.kin(other.by)
        return not apart and (bool(shared) or not telling.on or not other.on)

    def _heads(self, event: EventMention, *roles: str) -> list[int]:
        """For each argument in one of the roles, the likeliest first, the word that its others hang on."""
        told = sorted(self._arguments(event, *roles), key=lambda each: -each.likelihood)
        return list(dict.fromkeys(self.syntax.head_of(each.first, each.last) for each in told))

    def _arguments(self, event: EventMention, *roles: str) -> list[Argument]:
        here = self.syntax.sentence_of[event.trigger]
        return [
            a
            for a in event.arguments
            if a.role in roles and a.likelihood >= (HEEDED if self.syntax.sentence_of[a.first] == here else FAR)
        ]


def _is_measure(event: EventMention) -> bool:
    """Whether its status is one of measures: meetings have others."""
    return event.status.replace("-", " ") in STATUSES
