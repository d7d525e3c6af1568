"""Terms set by a verb: "gave Mali a week to", "has until June to", "asked the ambassador to leave within 48 hours"."""

from __future__ import annotations

from kg.facts.measures.actors import Actors
from kg.facts.measures.flows import Flows
from kg.facts.measures.targets import Targets
from kg.facts.measures.telling import Context, Part, Telling
from kg.model import MeasureStatus

GIVEN = 14  # tokens from a verb to the end of the term that it gives: "has until June to | vote"
ENVOYS = frozenset("ambassador envoy diplomat consul chargé charge attaché attache d'affaires d’affaires".split())
TELLING = frozenset({"ask", "order", "tell", "instruct", "direct", "command"})
GOING = frozenset({"leave", "depart", "quit", "go"})


class Ultimatums(Part):
    def __init__(self, context: Context, actors: Actors, targets: Targets, flows: Flows) -> None:
        super().__init__(context)
        self.actors = actors
        self.targets = targets
        self.flows = flows

    def ultimatum(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "The bloc gave Mali a week to free the president"."""
        frame = self.rules.frames["deadline"]
        parts = self.syntax.children(verb, "obj", "obl", "obl:unmarked", "iobj")
        terms = [p for p in parts if self.tokens[p].lemma in frame["terms"] and not self.syntax.case(p)]
        ordered = any(
            self.syntax.word(m) == "to"
            for at in (verb, *terms)
            for c in self.syntax.children(at, "advcl", "xcomp", "acl", "ccomp")
            for m in self.syntax.children(c, "mark")
        )
        if lemma not in frame["verbs"] or not terms or not ordered:
            return None
        if any(self.syntax.lemma(j) in self.rules.frames["divestiture"]["verbs"] for j in self.syntax.subtree(verb)):
            return None  # told as a sale that is demanded
        given = [p for p in parts if p not in terms and p > verb and not self.syntax.case(p)]
        return self._given(verb, number, given or self.syntax.patients(verb))

    def given_until(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "France gave Mali until Thursday to free him", "the junta has until June to vote or face sanctions"."""
        sentence = self.document.sentences[self.syntax.sentence_of[verb]]
        near = [self.syntax.word(j) for j in range(verb + 1, min(verb + GIVEN, sentence.last))]
        if "until" not in near or "to" not in near[near.index("until") :]:
            return None
        if lemma in self.rules.frames["deadline"]["verbs"]:
            given = [p for p in self.syntax.children(verb, "iobj", "obj") if p < verb + 1 + near.index("until")]
            return self._given(verb, number, given)
        warned = any(
            self.syntax.word(j) == "or" and self.syntax.lemma(j + 1) in ("face", "risk", "be", "suffer")
            for j in range(verb, sentence.last - 1)
        )
        subjects = self.syntax.subjects(verb)
        if lemma != "have" or near[0] != "until" or not warned or not self.told_by:
            return None
        acting = self.actors.actor(subjects)
        on, by = (acting,) if acting is not None else self.targets.aimed_at(subjects), self.told_by[-1]
        on = tuple(key for key in on if key is not None and key != by)
        return Telling("deadline", "deadline.have", verb, number, by, on, MeasureStatus.IN_FORCE) if on else None

    def told_to_leave(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Norway asked Mali's ambassador to leave within 48 hours"."""
        envoys = [p for p in self.syntax.patients(verb) if self._is_envoy(p)]
        goes = [c for c in self.syntax.children(verb, "xcomp", "ccomp", "advcl") if self.syntax.lemma(c) in GOING]
        terms = self.rules.frames["deadline"]["terms"]
        timed = [
            h
            for at in (verb, *goes, *(p for c in goes for p in self.syntax.patients(c)))
            for case, h in self.syntax.obliques(at)
            if case == "within" and self.tokens[h].lemma in terms
        ]
        if lemma not in TELLING or not (envoys and goes and timed):
            return None
        return self._given(verb, number, envoys)

    def _given(self, verb: int, number: int, given: list[int]) -> Telling | None:
        on = self.targets.aimed_at(given)
        if not on and any(self._is_envoy(g) for g in given):
            on = self._sent_by(verb)
        return self.flows.aimed("deadline", "deadline.give", verb, number, on)

    def _is_envoy(self, i: int) -> bool:
        beside = (i, *self.syntax.children(i, "flat", "compound", "appos"))
        return any(self.tokens[j].lemma.lower() in ENVOYS for j in beside)

    def _sent_by(self, verb: int) -> tuple[str, ...]:
        """The one other state of the sentence before the verb: "banned imports from Mali and gave the ambassador"."""
        by = self.actors.actor(self.syntax.subjects(verb))
        first = self.document.sentences[self.syntax.sentence_of[verb]].first
        keys = {self.linked.key(j) for j in range(first, verb)}
        others = [key for key in keys if key is not None and self.linked.is_state(key) and key != by]
        return tuple(others) if len(others) == 1 else ()
