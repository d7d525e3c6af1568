"""A document's dependency trees, each name with its title folded into one node, and the questions rules ask of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.model import Document, Token

SUBJECT = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECT = frozenset({"nsubj:pass", "csubj:pass"})
OBJECT = frozenset({"obj", "iobj"})
OBLIQUE = frozenset({"obl", "obl:unmarked", "nmod", "nmod:unmarked", "obl:npmod", "obl:tmod", "obl:agent"})
# "asked Wang to visit": the subject of the visit is the object of these, of other verbs their subject.
GIVING = frozenset({"give", "grant"})
OBJECT_CONTROL = frozenset(
    "ask urge invite tell order persuade press push force allow let help want expect encourage convince lead enable "
    "advise require request summon permit authorise authorize clear entitle oblige compel forbid instruct direct task "
    "mandate".split()
)
TAKING = frozenset({"take", "bring", "send", "fly", "drive"})
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "where", "when", "whose"})
ONE_TIME = tuple(
    tuple(phrase.split())
    for phrase in ("the last time", "the latest time", "the first time", "the most recent", "most recently", "the last",
        "the latest", "last")
)  # fmt: skip
"""Which of several times is told: "met twice, | most recently in Rome"."""
FOLLOWED = 12  # tokens in which something would hang on "following", were it a verb
FOLLOWS = 8  # tokens to what it is said of as a preposition


class Syntax:
    """
    Heads and relations over tokens after folding.

    `units` are disjoint token ranges (first, last, representative): the representative takes the whole range's place in
    the tree; the other tokens of the range hang on it with relation "inside".
    """

    def __init__(self, document: Document, units: Sequence[tuple[int, int, int]] = ()) -> None:
        self.document = document
        self.tokens: tuple[Token, ...] = document.tokens
        self.head = [token.head for token in self.tokens]
        self.dep = [token.dep for token in self.tokens]
        self.unit_of = list(range(len(self.tokens)))
        self.sentence_of = [0] * len(self.tokens)
        for number, sentence in enumerate(document.sentences):
            for i in range(sentence.first, sentence.last):
                self.sentence_of[i] = number
        for i in range(len(self.tokens)):
            self._prepositional(i)
        self._depths = [-1] * len(self.tokens)
        for first, last, representative in units:
            self._fold(first, last, representative)
        self._children: list[list[int]] = [[] for _ in self.tokens]
        for i, head in enumerate(self.head):
            if head != i:
                self._children[head].append(i)

    def _prepositional(self, i: int) -> None:
        """ "today | following a meeting with X": a preposition, where the parser takes it for a verb of its own."""
        if self.tokens[i].text.lower() != "following" or self.dep[i] != "advcl" or i in self.head[i + 1 : i + FOLLOWED]:
            return
        inside = range(i + 1, min(i + FOLLOWS, len(self.tokens)))
        noun = next((j for j in inside if self.head[j] == self.head[i] and self.dep[j] in OBLIQUE | OBJECT), None)
        if noun is not None and not any(self.head[j] == noun and self.dep[j] == "case" for j in range(i, noun)):
            self.head[i], self.dep[i], self.dep[noun] = noun, "case", "obl"

    def _fold(self, first: int, last: int, representative: int) -> None:
        inside = range(first, last)
        outer = [i for i in inside if self.head[i] not in inside or self.head[i] == i]
        # the token nearest the root decides; of equals the first ("leader" before "Recep" in "met leader Recep …")
        top = min(outer, key=lambda i: (self._depth(i), self.dep[i] in ("dep", "list", "punct", "compound"), i))
        above, relation = self.head[top], self.dep[top]
        for i in inside:
            self.unit_of[i] = representative
            if i != representative:
                self.head[i], self.dep[i] = representative, "inside"
        self.head[representative] = representative if above == top or above in inside else above
        self.dep[representative] = relation
        sentence = self.document.sentences[self.sentence_of[first]]
        for i in range(sentence.first, sentence.last):
            if i not in inside and self.head[i] in inside and self.head[i] != representative:
                self.head[i] = representative

    def rehang(self, i: int, head: int, dep: str) -> None:
        """Give *i* another head and relation."""
        self._children[self.head[i]] = [c for c in self._children[self.head[i]] if c != i]
        self.head[i], self.dep[i] = head, dep
        self._children[head] = sorted((*self._children[head], i))

    def lift(self, i: int) -> None:
        """Put *i* where its head is."""
        above = self.head[i]
        if self.head[above] == above:
            self._children[above].remove(i)
            self.head[i], self.dep[i] = i, self.dep[above]
        else:
            self.rehang(i, self.head[above], self.dep[above])

    def _depth(self, i: int) -> int:
        """Steps to the root before folding; folding changes none that matters here."""
        if self._depths[i] < 0:
            steps, at = 0, i
            while self.tokens[at].head != at and steps < len(self.tokens):
                at, steps = self.tokens[at].head, steps + 1
            self._depths[i] = steps
        return self._depths[i]

    # ── the tree ────────────────────────────────────────────────────────────────────────────────────────────────────

    def children(self, i: int, *deps: str) -> list[int]:
        """Children of *i* in the order of the text, those with one of *deps* where any is given."""
        if not deps:
            return self._children[i]
        return [child for child in self._children[i] if self.dep[child] in deps]

    def ancestors(self, i: int) -> Iterator[int]:
        """Governors of *i* from the nearest to the root."""
        seen = {i}
        while self.head[i] not in seen:
            i = self.head[i]
            seen.add(i)
            yield i

    def subtree(self, i: int) -> list[int]:
        """*i* and all below it, in the order of the text."""
        found, queue = [], [i]
        while queue:
            at = queue.pop()
            found.append(at)
            queue += self._children[at]
        return sorted(found)

    def conjuncts(self, i: int) -> list[int]:
        """*i* and what is coordinated with it below it, in the order of the text."""
        found = [i]
        for child in self.children(i, "conj"):
            found += self.conjuncts(child)
        return sorted(found)

    def head_of(self, first: int, last: int) -> int:
        """Of the tokens from *first* up to *last*, names taken whole, the first that hangs on none of the others."""
        units = list(dict.fromkeys(self.unit_of[i] for i in range(first, last)))
        return next((i for i in units if self.head[i] not in units or self.head[i] == i), units[0])

    def lemma(self, i: int) -> str:
        return self.tokens[i].lemma

    def last_of_name(self, i: int) -> int:
        """The last word of the name whose words stand as one at *i*; *i* where there is none."""
        while i + 1 < len(self.tokens) and self.unit_of[i + 1] == self.unit_of[i]:
            i += 1
        return i

    def word(self, i: int) -> str:
        """The word at *i* in small letters; empty before the first and behind the last token of the text."""
        return self.tokens[i].text.lower() if 0 <= i < len(self.tokens) else ""

    def case(self, i: int) -> str:
        """The preposition on *i* in lower case, several words joined ("ahead of"); later conjuncts share it."""
        words = []
        for child in self.children(i, "case"):
            if child < i:
                words.append(self.word(child))
                words += [self.word(j) for j in self.children(child, "fixed")]
        if not words and self.dep[i] == "conj":
            return self.case(self.head[i])
        return " ".join(words)

    def is_verb(self, i: int) -> bool:
        token = self.tokens[i]
        return token.pos in ("VERB", "AUX") or (token.tag.startswith("VB") and token.pos != "ADJ")

    def block(self, i: int) -> int:
        """The number of the paragraph, or other block, that *i* stands in."""
        return self.document.sentences[self.sentence_of[i]].block

    def clause(self, i: int) -> int:
        """The verb or predicate of the nearest clause that *i* stands in; *i* itself if it is one."""
        at = i
        for _ in range(60):
            if self.is_verb(at) and self.dep[at] not in ("amod", "compound", "case", "fixed", "aux", "aux:pass", "cop"):
                return at
            if self.children(at, "cop") or self.head[at] == at:
                return at
            at = self.head[at]
        return at

    # ── arguments ───────────────────────────────────────────────────────────────────────────────────────────────────

    def is_passive(self, verb: int) -> bool:
        """
        Passive, also without auxiliary where a participle modifies a noun: "talks held in Madrid".

        A main verb needs its auxiliary: "called on the president" is not passive though the tagger takes it for one.
        """
        if self.children(verb, "aux:pass") or (self.children(verb, "nsubj:pass") and self._agents(verb)):
            return True
        token = self.tokens[verb]
        if self.dep[verb] in ("root", "conj", "parataxis", "ccomp") and self._main(verb):
            return False
        if self.children(verb, "nsubj:pass", "csubj:pass"):
            return True
        return (
            (token.tag == "VBN" or (token.tag == "VBD" and self._hangs_bare(verb)))
            and not any(self.lemma(aux) == "have" for aux in self.children(verb, "aux"))
            and not self.children(verb, "nsubj", "obj")
        )

    def _hangs_bare(self, verb: int) -> bool:
        """ "spent an hour closeted with him": no clause of its own, whatever tense the tagger read."""
        return self.dep[verb] in ("advcl", "xcomp") and not self.children(verb, "mark", "advmod", "aux", "cc", "ccomp")

    def _agents(self, verb: int) -> list[int]:
        return [
            c
            for c in self._children[verb]
            if (self.dep[c] == "obl:agent" and self.case(c) in ("by", ""))
            or (self.dep[c] == "obl" and self.case(c) == "by")
        ]

    def _main(self, verb: int) -> bool:
        """A verb of a main clause, or one joined to it."""
        above = self.head[verb]
        if self.dep[verb] != "conj":
            return bool(self.children(verb, "obj", "nsubj")) or self.tokens[verb].tag == "VBD"
        return not self.is_passive(above) and self.tokens[above].tag in ("VBD", "VBZ", "VBP")

    def subjects(self, verb: int) -> list[int]:
        """Heads of the deep subject: who does it. Inherited through coordination, control and relative clauses."""
        return self._subjects(verb, 0)

    def _subjects(self, verb: int, depth: int) -> list[int]:
        if depth > 6:
            return []
        if self.is_passive(verb):
            return self._agents(verb)
        own = self._surface_subject(verb)
        return own if own is not None else self._inherited_subject(verb, depth)

    def _surface_subject(self, verb: int) -> list[int] | None:
        if any(c < verb for c in self.children(verb, "nsubj:outer")):  # "The worst | is not being able to see her"
            return []
        found = [c for c in self._children[verb] if self.dep[c] in SUBJECT | PASSIVE_SUBJECT]
        if not found and self.tokens[verb].tag == "VBG":  # "Meeting in Rome, | X and Y signed", X joined to "meeting"
            found = [c for c in self.children(verb, "conj") if c > verb and self.tokens[c].pos in ("NOUN", "PROPN")]
        if not found:
            return None
        if all(self.word(c) in RELATIVE_PRONOUNS for c in found):
            noun = self._relative_noun(verb)
            return [noun] if noun is not None else []
        return [c for c in found if self.word(c) not in RELATIVE_PRONOUNS]

    def _relative_noun(self, verb: int) -> int | None:
        """The noun that the relative clause of *verb* hangs on, through coordinated verbs."""
        at = verb
        while self.dep[at] in ("conj", "xcomp", "ccomp") and self._has_clause(self.head[at]):
            at = self.head[at]  # "who is on a visit and who met Y"
        return self.head[at] if self.dep[at] in ("acl:relcl", "acl", "advcl:relcl") else None

    def given_to(self, verb: int) -> list[int]:
        """Heads of whom time is given to do what *verb* tells: "gave Peru a week to | lift it"; empty for any other."""
        above = self.head[verb]
        giving = above if self.is_verb(above) else self.head[above]
        to = any(self.word(c) == "to" for c in self.children(verb, "mark"))
        if not to or self.lemma(giving) not in GIVING or self.dep[verb] not in ("acl", "advcl", "xcomp"):
            return []
        if self.is_passive(giving):
            return [c for c in self.children(giving, *PASSIVE_SUBJECT) if c != above]
        named = [c for c in self.children(giving, "obj") if c != above and self.tokens[c].pos == "PROPN"]
        return self.children(giving, "iobj") or named

    def _inherited_subject(self, verb: int, depth: int) -> list[int]:
        relation, above = self.dep[verb], self.head[verb]
        if above == verb:
            return []
        if given := self.given_to(verb):
            return given
        if relation == "conj" and (main := self._resumed(verb, above)) is not None:
            return self._subjects(main, depth + 1)
        if relation == "conj" and self._has_clause(above):
            if self.is_passive(above):
                return self.patients(above)
            return self._subjects(above, depth + 1)
        if relation in ("advcl", "csubj") and (told := self._told_between(verb, above)) is not None:
            return self._subjects(told, depth + 1)
        if relation in ("xcomp", "ccomp", "advcl", "parataxis"):
            if relation == "xcomp" and self.lemma(above) in OBJECT_CONTROL and not self.is_passive(above):
                objects = self.children(above, "obj", "iobj")
                if objects:
                    return objects[:1]
            if relation == "advcl" and (pressed := self._pressed(verb, above)) is not None:
                return [pressed]
            if self.is_passive(above):  # "Bessent is scheduled to meet"
                return self.patients(above)
            return self._subjects(above, depth + 1) if self._has_clause(above) else []
        if relation in ("acl", "acl:relcl", "advcl:relcl"):
            if self.tokens[verb].tag == "VBG" or relation != "acl":
                return [above]
            if any(self.word(c) == "to" for c in self.children(verb, "mark")):  # "decision to meet"
                beside = self.children(self.head[above], "iobj", "obj") if self.dep[above] == "obj" else []
                return [c for c in beside if c < above] or self._owner(above, depth)  # "gave | him | leave to fly"
        return []

    def _told_between(self, verb: int, above: int) -> int | None:
        """ "Meeting in Rome, X and Y signed a pact, Z | said": the clause said, which stands between the two."""
        between = [c for c in self.children(above, "ccomp") if verb < c < above]
        return between[0] if between and self.tokens[verb].tag == "VBG" else None

    def _pressed(self, verb: int, above: int) -> int | None:
        """
        Whom somebody presses, where the tree hangs what they are to do as a purpose: the name right before the "to".

        "Presses Peru and Mali to scrap it", "took Y to meet Z"; "told the ministers, X and Y, to meet" gives the
        ministers.
        """
        if self.lemma(above) not in OBJECT_CONTROL | TAKING or self.is_passive(above):
            return None
        opened = [c for c in self.children(verb, "mark") if self.word(c) == "to"]
        last = opened[0] - 1 if opened else -1
        last -= self.word(last) == ","
        for o in self.children(above, "obj", "iobj"):
            named = any(self.tokens[i].pos == "PROPN" for i in (o, *self.children(o, "appos")))
            if named and last in self.subtree(o):
                return o
        return None

    def _resumed(self, verb: int, above: int) -> int | None:
        """ "flies to Rome, where she will greet him, and | goes on to Pisa": the main clause, of the verb's tense."""
        if self.dep[above] not in ("acl:relcl", "advcl") or self.tokens[verb].tag not in ("VBZ", "VBP", "VBD"):
            return None
        main = self.clause(self.head[above])
        modal = any(self.tokens[c].tag == "MD" for c in self.children(above, "aux"))
        resumes = modal and self.tokens[main].tag == self.tokens[verb].tag and not self.children(verb, "nsubj")
        return main if resumes else None

    def _has_clause(self, i: int) -> bool:
        return self.is_verb(i) or bool(self.children(i, "cop", "nsubj"))

    def _owner(self, noun: int, depth: int) -> list[int]:
        """Whose decision, plan, offer: the possessor, else the subject of the verb above."""
        owners = self.children(noun, "nmod:poss") or [h for case, h in self.obliques(noun) if case == "by"]
        if owners:
            return owners
        clause = self.clause(noun)
        if clause != noun:
            return self._subjects(clause, depth + 1)
        return [noun] if self.tokens[noun].pos == "PROPN" else []  # a title: "Norway to raise duties"

    def patients(self, verb: int) -> list[int]:
        """Heads of the deep object: whom or what it is done to."""
        if self.is_passive(verb):
            found = [c for c in self._children[verb] if self.dep[c] in PASSIVE_SUBJECT | SUBJECT]
            if found and all(self.word(c) in RELATIVE_PRONOUNS for c in found):
                noun = self._relative_noun(verb)
                return [noun] if noun is not None else []
            if found:
                return found
            if self.dep[verb] in ("acl", "acl:relcl"):
                return [self.head[verb]]
            if self.dep[verb] == "conj" and self.is_verb(self.head[verb]):
                above = self.head[verb]  # "left and is expected to return"
                return self.patients(above) if self.is_passive(above) else self.subjects(above)
            if self.dep[verb] in ("xcomp", "advcl") and self.is_verb(self.head[verb]):
                above = self.head[verb]  # "hopes to be received", "is expected to be received"
                return self.patients(above) if self.is_passive(above) else self.subjects(above)
            return []
        found = [c for c in self._children[verb] if self.dep[c] in OBJECT]
        if found and all(self.word(c) in RELATIVE_PRONOUNS for c in found):
            noun = self._relative_noun(verb)
            return [noun] if noun is not None else []
        if not found and self.dep[verb] == "acl:relcl" and self._own_subject(verb) and not self._stranded(verb):
            return [self.head[verb]]  # "the envoy she met"
        return found

    def _own_subject(self, verb: int) -> bool:
        return any(self.dep[c] in SUBJECT and self.word(c) not in RELATIVE_PRONOUNS for c in self._children[verb])

    def _stranded(self, verb: int) -> bool:
        return any(self.word(c) in ("where", "when") for c in self._children[verb])

    def told_of_one_time(self, first: int, last: int) -> range:
        """
        The words between two tokens that tell of one time of several, up to the next verb or comma; empty mostly.

        "Have met twice since the vote, the last time | in Rome in May".
        """
        for i in range(first + 1, last):
            if self.word(i - 1) not in (",", "-", "–", "—"):
                continue
            behind = next((i + len(phrase) for phrase in ONE_TIME if self._reads(i, phrase)), 0)
            if self.word(behind) in ("in", "on", "at", "when", "during", "earlier", "just") and behind < last:
                ends = (j for j in range(behind, last) if self.is_verb(j) or self.word(j) in (",", ";", ".", ":"))
                return range(behind, next(ends, last))
        return range(0)

    def _reads(self, i: int, words: tuple[str, ...]) -> bool:
        return all(self.word(i + n) == word for n, word in enumerate(words))

    def told_of_time(self, verb: int) -> list[int]:
        """ "The last time that they | met was in May in Rome": the words that say of the time when and where it was."""
        noun = self.head[verb]
        above = self.head[noun]
        said = (
            self.dep[verb] == "acl:relcl" and self.lemma(noun) in ("time", "occasion") and noun in self.subjects(above)
        )
        if not said or not self.children(above, "cop"):
            return []
        inside, behind = {*self.subtree(noun)}, [*self.subtree(above)]
        if any(self.word(j) == "when" for j in behind):  # "…, when she met him in Rome": told there
            return []
        return [j for j in behind if j not in inside and self.clause(j) == self.clause(above)]

    def obliques(self, i: int) -> list[tuple[str, int]]:
        """(preposition, head) of each prepositional or bare oblique of *i*, agents left out."""
        return [
            (self.case(c), c)
            for c in self._children[i]
            if self.dep[c] in OBLIQUE
            and not (self.dep[c] == "obl:agent" and self.is_passive(i) and self.case(c) in ("by", ""))
        ]
