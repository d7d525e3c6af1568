"""Who made a measure and who bears it, by the words at its noun: "sanctions imposed by X", "Y is under sanctions"."""

from __future__ import annotations

from kg.facts.measures.kinds import AIMED, CLOSING, PERCENT, Kind
from kg.facts.measures.telling import Frame, Part

BEARING = frozenset("be remain stay live come fall operate labour labor suffer struggle".split())
LAYING = frozenset("impose levy slap place set introduce apply charge institute announce".split())
STRIKING = frozenset("hit strike target cripple squeeze isolate cover bind affect hobble".split())


class Bearers(Part):
    def makers(self, i: int) -> tuple[int, ...]:
        """By whom it was made: "sanctions imposed by Norway were lifted", "a ban by Norway on"."""
        rates = [c for c in self.syntax.children(i) if c > i and self.tokens[c].text.lower() in PERCENT]
        made_of = [(noun, c) for noun in (i, *rates) for c in self.syntax.children(noun, "acl", "acl:relcl")]
        for noun, child in made_of:
            made = self.rules.effect.get(self.syntax.lemma(child)) == "impose"
            if made and self.tokens[child].tag in ("VBN", "VBD") and noun in self.syntax.patients(child):
                return tuple(self.syntax.subjects(child)) or self._named_between(noun, child)
        below = [i, *(h for case, h in self.syntax.obliques(i) if h > i and case in ("on", "of", "for", "to"))]
        bought = [c for h in below[1:] for c in self.syntax.children(h, "acl") if c > h]  # hung on the goods
        for child in bought:
            if self.syntax.lemma(child) in LAYING and self.syntax.is_passive(child):
                return tuple(self.syntax.subjects(child))
        made_by = tuple(h for at in below for case, h in self.syntax.obliques(at) if case == "by" and h > i)
        if made_by or self.tokens[i].lemma not in CLOSING:
            return made_by
        return tuple(
            c for h in below if h > i for c in self.syntax.children(h, "nmod:poss")
        )  # "closure of its borders"

    def _named_between(self, noun: int, verb: int) -> tuple[int, ...]:
        """ "The embargo Peru imposed": a name that fills what is between, wherever the tree hangs it."""
        name = self.syntax.unit_of[verb - 1]
        fills = all(self.syntax.unit_of[j] == name for j in range(noun + 1, verb))
        return (name,) if noun < name < verb and fills and self.linked.key(name) is not None else ()

    def borne(self, i: int, kind: Kind) -> Frame | None:
        """Of whom it is said that they bear it: "Chad is under sanctions", "is subject to", "was hit by sanctions"."""
        if kind.kind not in AIMED:
            return None
        syntax = self.syntax
        above, case = syntax.head[i], syntax.case(i)
        if case == "under" and syntax.children(i, "cop"):
            return Frame(i, "face", self._bearers(i))
        if case == "under" and syntax.is_verb(above) and syntax.lemma(above) in BEARING:
            return Frame(above, "face", self._bearers(above))
        if case == "to" and syntax.lemma(above) == "subject" and not syntax.is_verb(above):
            bearers = syntax.subjects(above)
            if not bearers and syntax.dep[above] in ("xcomp", "acomp", "obl", "acl"):
                bearers = syntax.subjects(syntax.clause(above))
            return Frame(above, "face", tuple(bearers))
        hit = syntax.is_verb(above) and syntax.is_passive(above) and syntax.lemma(above) in STRIKING
        return Frame(above, "face", tuple(syntax.patients(above))) if hit and case in ("by", "with") else None

    def _bearers(self, predicate: int) -> tuple[int, ...]:
        """Of whom it is said, also where the tree hangs ", which is under sanctions" on the main clause."""
        found = self.syntax.subjects(predicate)
        pronouns = [c for c in self.syntax.children(predicate, "nsubj") if self.syntax.word(c) in ("which", "who")]
        if not found and pronouns and self.syntax.word(pronouns[0] - 1) == ",":
            found = [self.syntax.unit_of[pronouns[0] - 2]]
        return tuple(found)
