"""Laws and bills: who passes, signs, tables or debates them, and against whom they are."""

from __future__ import annotations

import re

from kg.facts.measures.actors import Actors
from kg.facts.measures.clauses import Clauses
from kg.facts.measures.targets import Targets
from kg.facts.measures.telling import Context, Part, Telling
from kg.facts.qualify import status as status_of
from kg.model import MeasureStatus, Status

NAMED = re.compile(r"\b(?:[A-Z][\w’'-]*|and|of|for)(?:\s(?:[A-Z][\w’'-]*|and|of|for|the|&))*\s(?:Acts?|Law|Bill)\b")
CONDITIONS = frozenset({"if", "once", "unless", "until", "when", "should"})
OPEN = frozenset({"bill", "draft", "proposal", "amendment"})
NAME = 8  # tokens from the head of an act's phrase to words of its name


class Legislation(Part):
    def __init__(self, context: Context, actors: Actors, targets: Targets, clauses: Clauses) -> None:
        super().__init__(context)
        self.actors = actors
        self.targets = targets
        self.clauses = clauses

    def law(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Congress passed the Clean Rivers Act", "a bill before parliament would ban Acme"."""
        frame = self.rules.frames["legislation"]
        signed = lemma in frame["signs"] | frame["ends"]
        moves = lemma in frame["opens"]
        laws = self._laws(verb)
        if not laws or not (signed or moves or lemma in frame["verbs"] or self._is_provision(verb, laws[0])):
            return None
        law = laws[0]
        opened = {self.syntax.word(c) for c in self.syntax.children(verb, "mark", "advmod")} & CONDITIONS
        if opened and self.tokens[verb].tag != "VBD":  # "once Chad passes a law"
            return None
        sales = self.rules.frames["divestiture"]["verbs"]
        if any(self.syntax.lemma(j) in sales and self.syntax.is_verb(j) for j in self.syntax.subtree(law)):
            return None  # told as a sale that is demanded
        heads = self.syntax.subjects(verb)
        provision = law in heads
        by = None if provision else self._maker(heads)
        by = by or self._owner(law) or self._last_maker(verb)
        if by in self._in_name(law):
            by = next((each for each in reversed(self.told_by) if each != by and self.linked.is_state(each)), None)
        name = self._name(law)
        if by is None or (name is None and not provision and not self._is_public(heads, by)):
            return None
        on = tuple(key for key in self._against(law, verb if provision else None) if key != by)
        status = self._status(verb, law, lemma, name)
        return Telling("legislation", "legislation.act", verb, number, by, on, status, name=name)

    def _laws(self, verb: int) -> list[int]:
        """The laws that a verb is about: its object, "assented to a bill", "the act, passed in 2022"."""
        syntax = self.syntax
        heads = list(syntax.patients(verb))
        heads += [h for case, h in syntax.obliques(verb) if case in ("to", "on", "over", "for") and h > verb]
        if syntax.dep[verb] in ("acl", "acl:relcl"):
            heads.append(syntax.head[verb])
        if not heads and syntax.word(verb - 1) == ",":
            heads = [syntax.unit_of[verb - 2]]  # "the Clean Rivers Act, passed in 2022"
        if syntax.lemma(verb) == "become" and any(
            syntax.lemma(c) == "law" for c in syntax.children(verb, "obj", "xcomp")
        ):
            heads = []  # "the act that became law in May"
        heads += syntax.subjects(verb)
        joined = [each for h in heads for each in syntax.conjuncts(h)]
        return [h for h in dict.fromkeys(joined) if self._is_law(h)]

    def _is_law(self, i: int) -> bool:
        nouns = self.rules.frames["legislation"]["nouns"]
        lemma = self.tokens[i].lemma.lower()
        if self._name(i) is not None:
            return True
        plain = self.linked.key(i) is None and self.syntax.unit_of[i] == i and self.tokens[i].pos in ("NOUN", "PROPN")
        before = {self.syntax.word(c) for c in self.syntax.children(i, "amod", "compound", "nmod:poss")}
        return plain and lemma in nouns and not before & self.rules.frames["legislation"]["other_laws"]

    def _is_provision(self, verb: int, law: int) -> bool:
        """What a bill would do: "the bill would ban sales to Iran"."""
        acting = law in self.syntax.subjects(verb)
        tells = self.syntax.lemma(verb) in self.rules.verbs | self.rules.aims | {"seek", "aim"}
        return acting and tells and self.tokens[law].lemma in OPEN

    def _maker(self, heads: list[int]) -> str | None:
        """Who makes it: a chamber, a state, or lawmakers of the one state that the article is about."""
        found = self.actors.actor(heads)
        if found is not None:
            return found
        inside = [h for head in heads for case, h in self.syntax.obliques(head) if case == "of"]
        for head in [*heads, *inside]:  # "a group of lawmakers"
            if self.tokens[head].lemma.lower() in self.rules.frames["legislation"]["makers"]:
                return self.actors.acting(head) or self.actors.owner(head) or self._of(head) or self._home_of(head)
        return None

    def _home_of(self, i: int) -> str | None:
        """The state that the article is about, for a parliament without a name; not the one that its law is against."""
        state = self.actors.dominant_state()
        after = range(i, self.document.sentences[self.syntax.sentence_of[i]].last)
        return state if state not in {self.linked.key(j) for j in after} else None

    def _of(self, i: int) -> str | None:
        """ "Deputies of Peru's ruling party", "senators on the Trade Committee"."""
        return self.actors.actor([h for case, h in self.syntax.obliques(i) if case in ("of", "in", "on", "from")])

    def _owner(self, law: int) -> str | None:
        """Whose it is by the words at the noun: "a Senate bill", "a bill before Kenya's parliament"."""
        owner = self.actors.owner(law)
        if owner is not None and owner not in self._in_name(law):
            return owner
        heads = [h for case, h in self.syntax.obliques(law) if case in ("before", "in", "by", "from", "of")]
        return self._maker(heads)

    def _last_maker(self, i: int) -> str | None:
        """Who made the one told last, else the state that was last a subject in this paragraph before *i*."""
        if "legislation" in self.last_by:
            return self.last_by["legislation"]
        block = self.syntax.block(i)
        for j in range(i - 1, -1, -1):
            if self.syntax.block(j) != block:
                break
            key = self.linked.key(j)
            subject = self.syntax.dep[j] in ("nsubj", "nsubj:pass") and self.syntax.unit_of[j] == j
            if subject and key is not None and self.linked.is_state(key):
                return key
        return None

    def _is_public(self, heads: list[int], by: str) -> bool:
        """Whether a power does it; a club that adopts a law of its own makes none."""
        thing = self.linked.things.get(by)
        return self.linked.is_state(by) or (thing is not None and thing.type in ("government", "international"))

    def _against(self, law: int, verb: int | None) -> tuple[str, ...]:
        """Whom it is aimed at: "a bill against Pretoria", "a bill that would sanction Turkey"."""
        above = self.syntax.clause(law)
        heads = [h for case, h in self.syntax.obliques(law) if case in ("against", "on")]
        heads += [h for case, h in self.syntax.obliques(above) if case == "against" and h > law]
        doing = [*self.syntax.children(law, "acl", "acl:relcl"), *([verb] if verb is not None else [])]
        if law in self.syntax.subjects(above) and above not in doing:
            heads += self.syntax.patients(above)  # "the act, which took effect in May, threatens firms in Syria"
        doing += [c for v in doing for c in self.syntax.children(v, "xcomp")]
        for each in doing:
            if self.syntax.lemma(each) in self.rules.verbs | self.rules.aims:
                heads += [p for p in self.syntax.patients(each) if p != law]
                heads += [h for case, h in self.syntax.obliques(each) if case in ("on", "against", "to", "from")]
                heads += [
                    h
                    for p in self.syntax.patients(each)
                    for c, h in self.syntax.obliques(p)
                    if c in ("on", "against", "to")
                ]
        found = self.targets.aimed_at(heads) or tuple(self.targets.behind(heads))
        return tuple(dict.fromkeys(k for k in (*self._in_name(law), *found) if self._is_aim(k)))

    def _in_name(self, law: int) -> list[str]:
        """The state in the name of an act: "the Syria Accountability Act"."""
        return [k for j in self._named(law) if (k := self.linked.key(j)) is not None and self.linked.is_state(k)]

    def _named(self, law: int) -> range:
        """The tokens of an act's name; empty for any other law."""
        sentence = self.document.sentences[self.syntax.sentence_of[law]]
        name = self._name(law)
        start = self.text.find(name, self.tokens[sentence.first].start) if name else -1
        inside = [
            j for j in range(sentence.first, sentence.last) if start <= self.tokens[j].start < start + len(name or "")
        ]
        return range(inside[0], inside[-1] + 1) if start >= 0 and inside else range(0)

    def _is_aim(self, key: str) -> bool:
        """A chamber to which a bill goes is no target of it."""
        thing = self.linked.things.get(key)
        public = thing is not None and key.startswith("institution/") and thing.type in ("government", "international")
        return not key.startswith("place/") and not public

    def _status(self, verb: int, law: int, lemma: str, name: str | None) -> MeasureStatus:
        """In force once signed or passed; proposed while a bill, or while it is only tabled."""
        frame = self.rules.frames["legislation"]
        told = status_of(self.syntax, verb)
        if lemma in frame["ends"]:
            return self.clauses.verb_status(verb, "end")
        if lemma == "become" and told is Status.HAPPENED:
            return MeasureStatus.IN_FORCE
        if lemma in frame["opens"] or law in self.syntax.subjects(verb) or told is not Status.HAPPENED:
            planned = told is Status.PLANNED and lemma not in frame["opens"] and law not in self.syntax.subjects(verb)
            return MeasureStatus.ANNOUNCED if planned else MeasureStatus.PROPOSED
        if lemma in frame["verbs"] and name is None and self.tokens[law].lemma in OPEN:
            return MeasureStatus.PROPOSED
        return self.clauses.verb_status(verb)

    def _name(self, i: int) -> str | None:
        """The name of an act in capitals at a noun phrase: "CHIPS and Science Act"; None for any other law."""
        sentence = self.document.sentences[self.syntax.sentence_of[i]]
        start, end = self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end
        for match in NAMED.finditer(self.text[start:end]):
            first, last = start + match.start(), start + match.end()
            if first <= self.tokens[i].start < last or any(
                first <= self.tokens[c].start < last for c in self.syntax.subtree(i) if c <= i + NAME
            ):
                return re.sub(r"^(?:and|of|for|The)\s", "", match[0])
        return None
