"""Who takes a measure, and against whom, where only the measures told around it say so."""

from __future__ import annotations

from collections.abc import Iterable

from kg.facts.measures.actors import Actors
from kg.facts.measures.nouns import Nouns
from kg.facts.measures.stretch import Stretch
from kg.facts.measures.telling import Context, Frame, Part, Telling

FREEING = frozenset("cut lower reduce remove eliminate scrap lift abolish end halve drop slash phase".split())
ANSWERS = frozenset({"retaliation", "response", "answer", "reprisal", "reply"})
# What is levied after an inquiry into the imports.
REMEDIES = frozenset(
    "provisional definitive dumping anti-dumping antidumping countervailing subsidy anti-subsidy safeguard preliminary "
    "final interim".split()
)
EXCHANGE = frozenset({("in", "return"), ("in", "exchange"), ("in", "turn")})
PACTS = 2  # sentences from a pact to the duties that fall under it
REMEDIED = 3  # sentences from an inquiry to what it leads to
ASKED = 2  # sentences from imports, or duties on them, to the inquiry into them


class Around(Part):
    def __init__(self, context: Context, nouns: Nouns, actors: Actors) -> None:
        super().__init__(context)
        self.nouns = nouns
        self.actors = actors
        self.stretch = Stretch(context)

    def partner(self, frame: Frame, on: tuple[str, ...], pact: Telling | None, speaker: str | None) -> str | None:
        """ "Peru and Chile signed a pact. Duties on Chilean wine will be removed", by the other party of the pact."""
        if len(on) != 1 or self.syntax.lemma(frame.verb) not in FREEING:
            return None
        named = self._under(frame)
        if named:
            return next(iter(sorted(named - {*on})), None) if len(named - {*on}) == 1 else None
        near = pact is not None and self.syntax.sentence_of[frame.verb] - pact.sentence <= PACTS
        alone = all(self._is_pact(h) or self.tokens[h].tag == "CD" for h in frame.actors)  # "removed by 2012"
        alone = alone and (speaker is None or pact is None or speaker in pact.on)  # "Mali said its duties would end"
        parties = pact.on if pact is not None and near and alone else ()
        others = [key for key in parties if key not in on]
        return others[0] if len(parties) == 2 and len(others) == 1 else None

    def _is_pact(self, i: int) -> bool:
        """ "The pact", "it", "which": not somebody who acts."""
        return self.nouns.kind(i) == "agreement" or self.syntax.word(i) in ("it", "which", "that")

    def _under(self, frame: Frame) -> set[str]:
        """The parties named of the pact under which it is done: "cut under an agreement with Peru"."""
        pacts = [h for case, h in self.syntax.obliques(frame.verb) if case == "under" and self._is_pact(h)]
        return self.actors.parties(
            h for p in pacts for case, h in self.syntax.obliques(p) if case in ("with", "between")
        )

    def answered(self, i: int, on: tuple[str, ...], told: Iterable[Telling]) -> str | None:
        """ "Peru barred timber in retaliation for duties on Peruvian wine": by whom Peru's measure is aimed at."""
        above = self.syntax.head[i]
        if len(on) != 1 or self.syntax.case(i) not in ("for", "to") or self.tokens[above].lemma not in ANSWERS:
            return None
        aims = {each.on for each in told if each.by == on[0] and each.on}
        aim = aims.pop() if len(aims) == 1 else ()
        return aim[0] if len(aim) == 1 and self.linked.is_state(aim[0]) else None

    def remedied(self, i: int, inquiry: Telling | None) -> Telling | None:
        """The inquiry told right before, into the imports that "the provisional duties" are on."""
        words = {self.syntax.word(j) for c in self.syntax.children(i, "amod", "compound") for j in range(c, i)}
        if inquiry is None or not (inquiry.by and inquiry.on) or not words & REMEDIES:
            return None
        return inquiry if self.syntax.sentence_of[i] - inquiry.sentence <= REMEDIED else None

    def exchanged(self, i: int) -> tuple[str, ...]:
        """ "Peru will open its plants. In return Norway will lift | sanctions": those on Peru."""
        number = self.syntax.sentence_of[i]
        opens = self.document.sentences[number].first
        if not number or (self.syntax.word(opens), self.syntax.word(opens + 1)) not in EXCHANGE:
            return ()
        before = self.document.sentences[number - 1]
        subjects = (j for j in range(before.first, before.last) if self.syntax.dep[j] == "nsubj")
        keys = [key for j in subjects if (key := self.linked.key(j)) is not None and self.linked.is_state(key)]
        return (keys[0],) if len(set(keys)) == 1 else ()

    def state_of(self, key: str) -> str:
        """The state whose body an institution is; else what it is itself."""
        thing = self.linked.things.get(key)
        return self.linked.state_key(thing.of) if thing is not None and thing.of else key

    def inquired(self, i: int, own: frozenset[str], levied: Telling | None) -> tuple[str, ...]:
        """ "Its inquiry", into the imports told of right before, or those on which *own* has put duties."""
        number = self.syntax.sentence_of[i]
        meant = self.definite(i) or any(
            self.syntax.word(c) in ("its", "their", "an", "a") for c in self.syntax.children(i, "nmod:poss", "det")
        )
        bare = not [case for case, _ in self.syntax.obliques(i) if case in ("into", "on", "of", "against")]
        if not (meant and bare):
            return ()
        if levied is not None and levied.by in own and number - levied.sentence <= ASKED:
            return levied.on
        first = self.document.sentences[max(0, number - ASKED)].first
        bought = [j for j in range(first, i) if self.tokens[j].lemma in ("import", "importation")]
        words = {k for j in bought for k in self.stretch.words(j, frozenset({"of", "from"}))}
        named = {key for k in words if self.syntax.case(k) == "from" and (key := self.linked.key(k)) is not None}
        states = {key for key in named if self.linked.is_state(key)} - own
        return tuple(states) if len(states) == 1 else ()
