"""Plural references → the people: "they", "the two leaders", "both men", by who was last spoken of together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts.allegiance import HEADS, role_of
from kg.facts.link import Linked
from kg.facts.offices import COUNTERPARTS, Offices, names_office
from kg.facts.party_words import FACING
from kg.facts.pronouns import Pronouns
from kg.letters import word_set

THEY = word_set("they them their")
TWO = word_set("two both pair duo")
MEN, WOMEN = word_set("man statesman"), word_set("woman stateswoman")
HEADS_OF = word_set("leader statesman stateswoman")
ANYONE = MEN | WOMEN | word_set("politician foe rival friend adversary counterpart")
SUBJECT = 3  # weight of those joined as a subject
ASIDE = -15  # of those told only to compare: less than that of those told a sentence before
FRONTED = frozenset({"in", "at", "during", "after", "before", "ahead of", "following", "since"})
REACHES = 3  # sentences back, of this paragraph and the one before
# Nouns of several people, told as one: of any kind, not of a side alone.
COLLECTIVE = word_set("delegation team group mission trio troika panel committee family couple crowd")
NAMING_SOME = word_set("include comprise feature")
COUNTS = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5}
THREE = 3  # people at most whom one clause has face one another
ACROSS = FACING | {"by", "as"}  # "was received by X", "named as envoy": none of those told together


@dataclass(frozen=True, slots=True)
class Together:
    """People told together, the last of them at token `at`; `weight` in the sentence itself."""

    people: tuple[str, ...]
    at: int
    weight: int


class Plurals:
    """Resolves plural references to people from the beginning of the text to its end."""

    def __init__(self, linked: Linked, offices: Offices, pronouns: Pronouns) -> None:
        self.linked = linked
        self.syntax = linked.syntax
        self.tokens = linked.document.tokens
        self.offices = offices
        self.pronouns = pronouns
        self.counts = Counter(
            {k: len(p.mentions) + sum(v == k for v in pronouns.found.values()) for k, p in linked.persons.items()}
        )
        self.told = sorted((*self._joined(), *self._facing(), *self._counterparts()), key=lambda t: t.at)
        self.spelled = dict(self._spelled())
        self.found: dict[int, tuple[str, ...]] = {}
        self.open: set[int] = set()  # "they" that may be others than those told together before
        for i in range(len(self.tokens)):
            if self._refers(i) and (people := self._resolved(i)):
                self.found[i] = people
                self.told.append(Together(people, i, SUBJECT))

    def at(self, i: int) -> tuple[str, ...]:
        """The people that the plural noun or pronoun at *i* stands for; empty where that is open."""
        return self.found.get(i, ())

    # ── who is told together ────────────────────────────────────────────────────────────────────────────────────────

    def _joined(self) -> Iterator[Together]:
        """ "X and Y": names joined to one another."""
        for m in self.linked.names:
            if m.kind != "person" or self.syntax.dep[m.first] == "conj":
                continue
            heads = self.syntax.conjuncts(m.first)
            people = self._people(heads)
            if len(people) == len(heads) > 1:
                if self.syntax.lemma(self.syntax.head[m.first]) in NAMING_SOME:
                    continue
                subject = self.syntax.dep[m.first].startswith("nsubj")
                yield Together(people, heads[-1], ASIDE if self._is_aside(m.first) else SUBJECT if subject else 1)
        for i in range(len(self.tokens)):
            spoken_of = self.syntax.dep[i].startswith("nsubj") and not self.linked.names_person(i)
            heads = self.syntax.conjuncts(i) if spoken_of else []
            people = self._people(heads)
            if len(people) == len(heads) > 1:
                yield Together(people, heads[-1], SUBJECT)  # "He and his host, X", "the Venezuelan and Y"

    def _facing(self) -> Iterator[Together]:
        """ "X called on Y", "X held talks with Y": the subject of a clause and the one it has to do with."""
        syntax = self.syntax
        for i in range(len(self.tokens)):
            if not syntax.is_verb(i):
                yield from self._owned_with(i)
                continue
            objects = syntax.patients(i)
            others = [*objects, *(h for n in [i, *objects] for c, h in syntax.obliques(n) if c in ACROSS)]
            others += [h for o in others for c, h in syntax.obliques(o) if c in ACROSS and h not in others]
            subjects = syntax.subjects(i)
            side = self._people([j for s in subjects for j in syntax.conjuncts(s)])
            other = self._people([j for o in others for j in syntax.conjuncts(o)])
            met = tuple(dict.fromkeys((*side, *other)))
            if side and other and len(met) == len(side) + len(other) <= THREE:
                yield Together(met, max(i, *subjects, *others), 2 * self._main_clause(i))

    def _counterparts(self) -> Iterator[Together]:
        """ "His Chilean counterpart, X": X and he."""
        for i in range(len(self.tokens)):
            owner = self._people(self.syntax.children(i, "nmod:poss")) if self.tokens[i].lemma in COUNTERPARTS else ()
            other = self._people([i])
            if len(owner) == len(other) == 1 and owner != other:
                yield Together((*owner, *other), i, 1)

    def _owned_with(self, noun: int) -> Iterator[Together]:
        """ "his meeting with X", "Sharon's talks with Y"."""
        owner = self._people(self.syntax.children(noun, "nmod:poss"))
        others = [h for case, h in self.syntax.obliques(noun) if case == "with"]
        other = self._people([j for o in others for j in self.syntax.conjuncts(o)])
        if len(owner) == 1 and len(other) == 1 and owner != other:
            yield Together((*owner, *other), max(noun, *others), 1)

    def _main_clause(self, verb: int) -> bool:
        while self.syntax.dep[verb] == "conj":
            verb = self.syntax.head[verb]
        return self.syntax.dep[verb] in ("root", "parataxis", "ccomp")

    def _is_aside(self, i: int) -> bool:
        """ "the first such visit since | X and Y met": told only to say how long ago."""
        clause = self.syntax.clause(i)
        return any(self.syntax.word(c) == "since" for c in self.syntax.children(clause, "mark"))

    def _heads_above(self, people: tuple[str, ...], i: int) -> tuple[str, ...]:
        """ "X met Xi. He met Premier Li. The two leaders": X and Xi, of whom the article speaks more; else empty."""
        pairs = dict.fromkeys(t.people for t in self.told if t.at < i and len(t.people) == 2)
        for person, other in (people, people[::-1]) if len(people) == 2 else ():
            state = self.offices.party_of(person)
            for pair in pairs:
                head = next((p for p in pair if p not in (person, other)), None)
                if head is None or other not in pair or state is None or self.offices.party_of(head) != state:
                    continue
                if self.counts[head] > self.counts[person] and not self._lower(head):
                    return pair
        return ()

    def _people(self, heads: list[int]) -> tuple[str, ...]:
        keys = (self._who(j) for j in heads)
        return tuple(dict.fromkeys(k for k in keys if k is not None and self.linked.is_person(k)))

    def _who(self, i: int) -> str | None:
        """The person at *i*, or the one named right after it: "the crown prince, X"."""
        named = next((k for c in self.syntax.children(i, "appos") if (k := self.linked.key(c)) is not None), None)
        return self.pronouns.who(i) or named

    def _spelled(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Sentences that say who was meant, by number: "They are X of A, Y of B and Z of C." """
        for number, sentence in enumerate(self.linked.document.sentences):
            first, verb = sentence.first, sentence.first + 1
            if verb + 1 >= sentence.last or self.syntax.word(first) not in ("they", "these"):
                continue
            if self.syntax.lemma(verb) in ("be", "include") and self.linked.key(verb + 1) is not None:
                people = self._people([i for i in range(verb, sentence.last) if self.syntax.unit_of[i] == i])
                if len(people) > 1:
                    yield number, people

    def ahead(self, i: int) -> tuple[str, ...]:
        """ "met presidents of three countries. They are …": those named in the sentence after; empty if none are."""
        if not self._plural_office(i) or self._definite(i):
            return ()
        number = self.syntax.sentence_of[i]
        return self.spelled.get(number + 1, ())

    # ── one reference ───────────────────────────────────────────────────────────────────────────────────────────────

    def _refers(self, i: int) -> bool:
        word = self.syntax.word(i)
        if self.syntax.unit_of[i] != i or self.linked.key(i) is not None:
            return False
        return word in THEY or self._dual(i) or self._triple(i) or (self._plural_office(i) and self._definite(i))

    def _triple(self, i: int) -> bool:
        """ "The three last met in Rome", not "the three officials"."""
        alone = self.syntax.word(i) in ("three", "trio") and self.tokens[i].pos in ("NUM", "PRON", "NOUN")
        return alone and self._definite(i) and not self._counts_nouns(i)

    def _dual(self, i: int) -> bool:
        """Whether *i* means exactly two people: "the two", "both men", "the two presidents", "the pair"."""
        word, lemma = self.syntax.word(i), self.syntax.lemma(i)
        if word in TWO:
            return self.tokens[i].pos in ("NUM", "PRON", "DET", "NOUN") and not self._counts_nouns(i)
        numbered = any(self.syntax.word(c) in ("two", "both") for c in self.syntax.children(i))
        return numbered and (lemma in HEADS_OF | ANYONE or self._plural_office(i)) and not self._owned(i)

    def _count(self, i: int) -> int | None:
        """How many people *i* means: "both men", "the three presidents"; None where it does not say."""
        words = [self.syntax.word(i), *(self.syntax.word(c) for c in self.syntax.children(i))]
        return 2 if self._dual(i) else next((COUNTS[w] for w in words if w in COUNTS), None)

    def _counts_nouns(self, i: int) -> bool:
        """ "two countries", "both of the firms", "two of them", "between the two of the largest"."""
        above = self.syntax.dep[i] in ("nummod", "det", "det:predet", "amod", "cc:preconj", "cc", "advmod", "compound")
        own = any(self.syntax.word(c) in ("the", "this") for c in self.syntax.children(i, "det"))
        more = any(case == "of" for case, _ in self.syntax.obliques(i))
        return above or more or not (own or self.syntax.word(i) == "both")

    def _plural_office(self, i: int) -> bool:
        plural = self.tokens[i].tag in ("NNS", "NNPS")
        return plural and self.linked.table.title_word(self.syntax.lemma(i)) is not None

    def _definite(self, i: int) -> bool:
        return any(self.syntax.word(c) == "the" for c in self.syntax.children(i, "det")) and not self._owned(i)

    def _owned(self, i: int) -> bool:
        """ "the two Chinese leaders", "their two ministers", "both of the leaders of the east"."""
        return any(
            self.linked.key(c)
            or self.syntax.dep[c] == "nmod:poss"
            or (self.syntax.case(c) in ("of", "from") and not self._that_land(c))
            for c in self.syntax.children(i, "amod", "compound", "nmod:poss", "nmod")
        )

    def _that_land(self, i: int) -> bool:
        """ "the rival leaders of the divided island": a land without its name, which tells nobody apart."""
        the = any(self.syntax.word(c) in ("the", "both") for c in self.syntax.children(i, "det"))
        one = self.tokens[i].tag not in ("NNS", "NNPS")  # "the leaders of the two countries" are those of two
        return self.syntax.lemma(i) in ("island", "country", "nation", "peninsula") and the and one

    def _resolved(self, i: int) -> tuple[str, ...]:
        dual, count, lemma = self._dual(i), self._count(i), self.syntax.lemma(i)
        here = self.syntax.sentence_of[i]
        barred = self.pronouns.barred(i)
        if self.syntax.word(i) in THEY and (ahead := self._subject_ahead(i)):
            return ahead
        fitting = [
            (t.weight - 10 * (here - self.syntax.sentence_of[t.at]), t.at, t.people)
            for t in self.told
            if t.at < i
            and here - self.syntax.sentence_of[t.at] <= REACHES
            and self.syntax.block(i) - self.syntax.block(t.at) <= (2 if dual and lemma in HEADS_OF else 1)
            and (count is None or len(t.people) == count)
            and not barred & set(t.people)
            and self._fits(i, t.people)
        ]
        if fitting:
            best = max(fitting)
            if dual and (others := self._of_paragraph(i, best[1], best[2], barred)):
                return others
            if lemma in HEADS_OF and (heads := self._heads_above(best[2], i)):
                return heads
            if self.syntax.word(i) in THEY and self._faced_since(best[1], i, best[2]):
                self.open.add(i)
                return ()
            if self.syntax.word(i) not in THEY or not self._others(i, best[1], joined=best[0] % 10 == SUBJECT):
                return best[2]
            self.open.add(i)
        ruling = self._plural_office(i) and lemma in HEADS_OF
        found = (self._only_two(i) if dual else ()) or self._only_holders(i)
        found = found or (self._main(i) if dual or ruling or self._holders(i) else ())
        if self.syntax.word(i) in THEY and not fitting and self._acted_lately(i):
            self.open.add(i)
        return () if barred & set(found) else found

    def _of_paragraph(self, i: int, at: int, people: tuple[str, ...], barred: set[str]) -> tuple[str, ...]:
        """
        Those who were told together before, one of them named in the paragraph of *i*, as none of *people* is.

        "X met Y. … A saw B. | Y fell ill. Z had talks with the two men": X and Y, not A and B. Empty where *people*
        are of the same paragraph, or nobody else is named in it.
        """
        block = self.syntax.block(i)
        if self.syntax.block(at) == block:
            return ()
        near = (m for m in self.linked.names if m.kind == "person" and m.first < i)
        named = {self.linked.at[m.first] for m in near if self.syntax.block(m.first) == block} - barred
        if not named or named & {*people}:
            return ()
        pairs = [t.people for t in self.told if t.at < i and len(t.people) == 2 and named & {*t.people}]
        fitting = [pair for pair in pairs if not barred & {*pair} and self._fits(i, pair)]
        return fitting[-1] if fitting else ()

    def _subject_ahead(self, i: int) -> tuple[str, ...]:
        """ "In | their first meeting, X and Y pledged …": X and Y."""
        fronted = self.syntax.dep[i] == "nmod:poss" and self.syntax.case(self.syntax.head[i]) in FRONTED
        subjects = [s for s in self.syntax.children(self.syntax.clause(i), "nsubj") if s > i] if fronted else []
        people = self._people([j for s in subjects for j in self.syntax.conjuncts(s)])
        return people if len(people) > 1 else ()

    def _acted_lately(self, i: int) -> bool:
        """ "The two secretaries are talking. … They will meet": others than those told together long before."""
        here = self.syntax.sentence_of[i]
        first = self.linked.document.sentences[max(0, here - REACHES)].first
        return self._others(i, first - 1, joined=True)

    def _holders(self, i: int) -> bool:
        """Whether the article has anybody in the office that a plural noun names: "the ministers"."""
        return self._plural_office(i) and any(self._holds(p, {self.syntax.lemma(i)}) for p in self.linked.persons)

    def _only_holders(self, i: int) -> tuple[str, ...]:
        """ "the prime ministers": the only two of the article in that office."""
        if not self._plural_office(i) or self.syntax.lemma(i) in HEADS_OF | ANYONE:
            return ()
        words = self._office_words(i)
        holders = tuple(p for p in self.linked.persons if self._holds(p, words))
        return holders if len(holders) == 2 else ()

    def _only_two(self, i: int) -> tuple[str, ...]:
        """The people of this sentence so far, or of the one before in the paragraph, where they are two."""
        here = self.syntax.sentence_of[i]
        for number in (here, here - 1):
            sentence = self.linked.document.sentences[number]
            near = [j for j in range(sentence.first, min(sentence.last, i)) if self.syntax.dep[j] != "nmod:poss"]
            people = self._people(near) if number >= 0 else ()
            if len(people) == 2 and sentence.block == self.syntax.block(i) and self._fits(i, people):
                return people
        so_far = self._named_before(i)
        return so_far if len(so_far) == 2 and self._fits(i, so_far) else ()

    def _named_before(self, i: int) -> tuple[str, ...]:
        """The people that the text names before *i*."""
        before = (self.linked.at[m.first] for m in self.linked.names if m.kind == "person" and m.first < i)
        return tuple(dict.fromkeys(before))

    def _others(self, i: int, since: int, *, joined: bool) -> bool:
        """Whether "they" may be others: a plural noun did something since, or in the same sentence as no subject."""
        if not joined:
            since = self.linked.document.sentences[self.syntax.sentence_of[since]].first - 1
        if self._of_parties(i):
            return True
        return any(
            (self.tokens[j].tag in ("NNS", "NNPS") or self.tokens[j].lemma in COLLECTIVE)
            and (self.syntax.dep[j].startswith("nsubj") or self._is_agent(j))
            and j not in self.found
            and self.linked.key(j) is None
            for j in range(since + 1, i)
        )

    def _of_parties(self, i: int) -> bool:
        """ "The government and the rebels have talked since | they signed it": those joined before in the sentence."""
        first = self.linked.document.sentences[self.syntax.sentence_of[i]].first
        heads = (j for j in range(first, i) if self.syntax.dep[j].startswith("nsubj") and self.linked.at.get(j) is None)
        joined = (self.syntax.conjuncts(j) for j in heads)
        return any(len(each) > 1 and not self._people(each) for each in joined)

    def _is_agent(self, i: int) -> bool:
        """ "endorsed by | ministers"."""
        return self.syntax.dep[i] in ("obl", "obl:agent") and self.syntax.case(i) == "by"

    def _faced_since(self, at: int, i: int, people: tuple[str, ...]) -> bool:
        """ "There is no plan for a meeting with Z. They …": Z is one of them, and who is the other is not told."""
        return any(
            m.kind == "person"
            and at < m.first < i
            and self.syntax.sentence_of[m.first] > self.syntax.sentence_of[at]
            and self.syntax.case(m.first) == "with"
            and self.linked.at[m.first] not in people
            for m in self.linked.names
        )

    def _main(self, i: int) -> tuple[str, ...]:
        """The two that the article speaks of most; where people are named before *i*, one of those is among them."""
        ranked = [(n, k) for k, n in self.counts.most_common() if self._fits(i, (k,), alone=True)][:3]
        if len(ranked) < 2 or ranked[1][0] < 2 or (len(ranked) > 2 and ranked[2][0] >= ranked[1][0]):
            return ()
        people = tuple(k for _, k in ranked[:2])
        before = self._named_before(i)
        return people if self._fits(i, people) and (not before or set(before) & set(people)) else ()

    def _fits(self, i: int, people: tuple[str, ...], *, alone: bool = False) -> bool:
        """Whether people can be what the noun at *i* calls them; with *alone*, one of them can."""
        lemma = self.syntax.lemma(i)
        if lemma in MEN | WOMEN:
            wrong = "f" if lemma in MEN else "m"
            return all(self.pronouns.genders.get(p, set()) != {wrong} for p in people)
        if lemma in HEADS_OF:
            return not any(self._lower(p) for p in people)
        if not self._plural_office(i) or lemma in ANYONE:
            return True
        words = self._office_words(i)
        holds = [self._holds(p, words) for p in people]
        nobody = not any(self._holds(p, words) for p in self.linked.persons)
        return all(h is not False for h in holds) and (alone or any(holds) or nobody)

    def _office_words(self, i: int) -> set[str]:
        """The noun and what narrows it down: "prime", "foreign"."""
        beside = {self.syntax.word(c) for c in self.syntax.children(i, "amod", "compound")}
        return {self.syntax.lemma(i)} | (beside - {"two", "both", "visiting", "new", "same", "respective"})

    def _holds(self, person: str, words: set[str]) -> bool | None:
        """Whether a person holds an office of these words; None where the article gives them no office."""
        titles = [t.words for t in self.offices.titles.get(person, ()) if not t.past]
        return any(names_office(title, words) for title in titles) if titles else None

    def _lower(self, person: str) -> bool:
        """Whether all that the article calls a person is less than the head of a state or government."""
        roles = {role_of(self.linked, t.words) for t in self.offices.titles.get(person, ())}
        return bool(roles) and not any(role in HEADS or role in ("pope", "patriarch", "chief") for role in roles)
