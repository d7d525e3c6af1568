"""
The words right behind a measure's noun, up to the next clause → whose goods it is on, and where those goods go.

Read from left to right: long phrases of goods ("on imports of X, a chemical used in dyes, from Y") are hung wrongly in
most trees.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.measures.kinds import ABOUT, PERCENT
from kg.facts.measures.telling import Part
from kg.text.dates import WEEKDAYS

AMOUNTS = PERCENT | ABOUT | {"rate"}
QUOTES = frozenset({'"', "“", "”", "'", "’"})
STOPS = frozenset({";", ":", "–", "—", "--", '"', "”", "“", "while", "which", "who", "but"})
LINKS = frozenset({"on", "against", "upon", "of", "from", "including", "such", "as", "like", "and", "or", "in", "for"})
MAKING = frozenset(
    "made manufactured produced grown built assembled originating imported shipped exported bought purchased coming "
    "owned operated flagged sold brought mined refined entering bound destined".split()
)
MOVING = frozenset("import export shipment sale ship enter sell deliver supply bring send".split())
EXEMPTING = frozenset({"except", "excluding", "excepting", "outside", "without"})
DATED = frozenset({*WEEKDAYS, "on", "last", "this", "earlier", "late", "week", "month", "year"})
RATED = 12  # tokens of a rate between a measure and what it is on


class Stretch(Part):
    def origins(self, i: int, cases: frozenset[str]) -> tuple[str, ...]:
        """The states, or unions of states, whose goods the phrase opened by one of *cases* behind *i* names."""
        start = self._opening(i, cases)
        return () if start is None else self._sources(start) or self._originating(i)

    def _originating(self, i: int) -> tuple[str, ...]:
        """ "Goods that are dipped in zinc, originating in or exported from Peru": however far behind."""
        last = self.document.sentences[self.syntax.sentence_of[i]].last
        for j in range(i + 1, last):
            if self._is_other_levy(j):
                return ()
            if self.syntax.word(j) == "originating":
                return self._sources(j)
        return ()

    def _sources(self, start: int) -> tuple[str, ...]:
        """The states whose goods the phrase from *start* on names."""
        found: list[str] = []
        listing = False  # whether a name of a list was just read: "from Peru, Chile and Mali"
        apart = False  # behind a comma, in what may be an aside: "soap, a Norwegian staple"
        for j in self._words(start):
            word, key = self.syntax.word(j), self._power(j)
            if key is not None and self._is_importer(j):
                continue
            if key is None:
                apart = apart or (word == "," and not listing and self.syntax.word(j + 1) in ("a", "an", "the"))
                listing = listing and word in (",", "and", "or", "the", "(", ")", "as", "well")
                continue
            opened = self._opened_by(j)
            owns = self._owns(j)
            if opened == "origin" or (not apart and (owns or opened == "target" or (listing and opened == "joined"))):
                found.append(key)
                listing = not owns
        return tuple(dict.fromkeys(found))

    def words(self, i: int, cases: frozenset[str]) -> list[int]:
        """The tokens of the phrase opened by one of *cases* behind *i*."""
        start = self._opening(i, cases)
        return [] if start is None else list(self._words(start))

    def sent_from(self, i: int, cases: frozenset[str]) -> bool:
        """Whether what the phrase names comes from somewhere: "eggs from Peru", "from the neighbouring country"."""
        inside = [self.syntax.word(j) for j in self.words(i, cases)]
        origins = self.origins(i, cases)
        told = "from" in inside or bool(MAKING & set(inside))
        return told and (bool(origins) or inside[-1:] in (["country"], ["countries"], ["neighbour"], ["neighbor"]))

    def destination(self, i: int) -> str | None:
        """The state that the goods behind *i* go to, which is who taxes them: "goods shipped from Peru to Chile"."""
        moved = False
        for j in self._words(i + 1, through=frozenset({"to", "into"})):
            word = self.syntax.word(j)
            moved = moved or self.syntax.lemma(j) in MOVING or word in MAKING
            if self._is_importer(j) and (importer := self._power(j)) is not None:
                return importer
            at = j + 2 if j + 1 < len(self.tokens) and self.syntax.word(j + 1) == "the" else j + 1
            if moved and word in ("into", "to") and at < len(self.tokens):
                key = self._power(self.syntax.unit_of[at])
                if key is not None:
                    return key
        return None

    def _is_importer(self, j: int) -> bool:
        """ "Peruvian imports of copper": what comes to Peru, not from it."""
        at = self._last(j) + 1
        return at + 1 < len(self.tokens) and self.syntax.word(at) == "imports" and self.syntax.word(at + 1) == "of"

    def _opening(self, i: int, cases: frozenset[str]) -> int | None:
        """Where the phrase starts, over the rate that may stand between: "duties of up to 12% on soap"."""
        last = self.document.sentences[self.syntax.sentence_of[i]].last
        for j in range(i + 1, min(i + RATED, last - 1)):
            if self.syntax.word(j) in cases and self.syntax.word(j + 1) not in WEEKDAYS:
                return j
            token = self.tokens[j]
            if self.syntax.word(j) in DATED:
                continue
            amount = token.pos in ("NUM", "SYM") or token.tag in ("CD", "$") or token.text.lower() in AMOUNTS | QUOTES
            amount = amount or (self.syntax.word(j) in ("and", ",") and self.tokens[j + 1].tag == "CD")
            amount = amount or self.tokens[j - 1].tag == "CD" or self.syntax.word(j - 1) in ("per", "a", "metric")
            if not amount and self.syntax.unit_of[j] != self.syntax.unit_of[i]:
                return None
        return None

    def _words(self, start: int, through: frozenset[str] = frozenset()) -> Iterator[int]:
        """The tokens from *start* on that can belong to one phrase of goods; those in *through* do not end it."""
        last = self.document.sentences[self.syntax.sentence_of[start]].last if start < len(self.tokens) else start
        for j in range(start, last):
            if j > start and (self._is_end(j, through) or self._is_other_levy(j)):
                return
            yield j

    def _is_end(self, j: int, through: frozenset[str]) -> bool:
        """Whether a word opens something else: a clause, an exemption, a purpose."""
        token, word = self.tokens[j], self.syntax.word(j)
        if word in EXEMPTING or word in STOPS:
            return True
        if word in through or word in MAKING or (token.tag == "VBN" and not self._is_finite(j)):
            return False
        if token.tag in ("VBD", "VBZ", "VBP", "VB", "MD", "TO") or token.pos == "AUX":
            return True
        if token.tag == "VBG" and word not in LINKS and self.syntax.word(j - 1) == ",":
            return True
        return token.tag == "IN" and word not in LINKS and not (word == "by" and self._is_made_by(j))

    def _is_finite(self, j: int) -> bool:
        return bool(self.syntax.children(j, "aux", "aux:pass", "nsubj", "nsubj:pass"))

    def _is_made_by(self, j: int) -> bool:
        before = {self.syntax.word(k) for k in range(max(0, j - 3), j)}
        return bool(before & MAKING) or self.tokens[j - 1].tag == "VBN"

    def _is_other_levy(self, j: int) -> bool:
        """Another measure's noun, whose target is its own."""
        return self.syntax.lemma(j) in ("tariff", "duty", "levy", "surtax", "surcharge", "sanction", "quota")

    def _power(self, j: int) -> str | None:
        if self.syntax.unit_of[j] != j:
            return None
        key = self.linked.key(j)
        if key is None:
            return None
        thing = self.linked.things.get(key)
        if (
            thing is not None
            and key.startswith("place/")
            and thing.country is not None
            and self._opened_by(j) == "origin"
        ):
            return self.linked.state_key(thing.country)  # "shingles from British Columbia"
        union = thing is not None and thing.type == "international"
        return key if self.linked.is_state(key) or union else None

    def _first(self, j: int) -> int:
        """The first token of the name at *j*."""
        while j and self.syntax.unit_of[j - 1] == self.syntax.unit_of[j]:
            j -= 1
        return j

    def _last(self, j: int) -> int:
        while j + 1 < len(self.tokens) and self.syntax.unit_of[j + 1] == self.syntax.unit_of[j]:
            j += 1
        return j

    def _opened_by(self, j: int) -> str:
        """What the word before a name makes of it: an origin, a target, one more of a list, or nothing."""
        at = self._first(j) - 1
        while at > 0 and self.syntax.word(at) in ("the", "neighbouring", "neighboring"):
            at -= 1
        word, before = self.syntax.word(at), self.syntax.word(at - 1) if at else ""
        if word in ("from", "including", "like") or (word == "as" and before == "such"):
            return "origin"
        if word in ("in", "by") and (before in MAKING or self.syntax.word(at - 2) in MAKING):
            return "origin"
        if word in ("on", "against", "upon"):
            return "target"
        return "joined" if word in (",", "and", "or") else ""

    def _owns(self, j: int) -> bool:
        """ "Peruvian steel", "Peru's wine", "Peru wine": a name that stands before a noun as its attribute."""
        if self.syntax.word(self._first(j) - 1) == "-" and self.syntax.word(self._first(j) - 2) == "non":
            return False
        after = self._last(j) + 1
        return (
            self.syntax.dep[j] in ("amod", "compound", "nmod:poss")
            and after < len(self.tokens)
            and (
                self.tokens[after].pos in ("NOUN", "PROPN", "ADJ", "NUM", "PART", "VERB")
                or self.syntax.word(after) in ("-", "'s", "and")
            )
        )
