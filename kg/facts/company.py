"""Sentences → who came along with whom: "X, flanked by Y", "with her were Y and Z", "the Togolese side included Y"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.facts.clause_status import own_status
from kg.facts.link import Linked
from kg.facts.marks import Mark, Marks
from kg.facts.meeting_rules import CompanyRule, rules
from kg.facts.party_words import DELEGATIONS, LEADING
from kg.facts.refer import Group, References
from kg.letters import word_set
from kg.model import MeetingKind

# A predicate that says no more than that somebody was there: "also present was X".
PRESENT = frozenset({"present", "attendance", "room", "table", "hand"})
CHAIRING = frozenset({"chairing", "presiding", "mediating", "moderating"})
OTHERS = frozenset({"other", "those", "participant", "attendee"})
THERE = word_set("present attending participating taking")  # "the officials present", "taking part were"
# With whoever leads them; others of these words stand for more than the people of one side.
COMPANY = DELEGATIONS | word_set("party group entourage retinue negotiator suite line-up")
# Where people can keep someone company without being in the talks.
ELSEWHERE = frozenset(
    "conference briefing ceremony rally funeral concert service mass podium stage parade tour trip flight plane "
    "journey way airport car campaign helicopter".split()
)
MEMBERSHIP = LEADING | frozenset("front include comprise accompany join".split())
SPOTS = frozenset(
    "room hall office palace house residence hotel capital city morning afternoon evening building villa studio "
    "garden library session talk afterward".split()
)
BESIDE = frozenset({"with", "beside", "alongside", "next to", "at side"})
ALONGSIDE = frozenset({"along with", "together with", "alongside"})
ALSO = word_set("also too likewise")
COUNTING = ("cc:preconj", "det", "nummod")
MEANWHILE = word_set("while whereas as when although though because since until before after")
TALKS = frozenset({MeetingKind.TALKS, MeetingKind.MEETING})
CHAIR = 18  # tokens from a name to the chair that it is in
SIDE = 6  # tokens of "on the Omani side"


@dataclass(frozen=True, slots=True)
class Company:
    """
    Those who came along, told at a token: with a person, or on the side of a state or body.

    Without either they were at the meeting, each on the side of their own state; `joined` where they came to those
    who had met, as a side of their own if need be.
    """

    at: int
    rule: str
    people: tuple[str, ...]
    beside: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    joined: bool = False
    respective: bool = False
    opposite: tuple[str, ...] = ()  # those whom they sat across from
    met: tuple[str, ...] = ()  # the people whom they joined


@dataclass(frozen=True, slots=True)
class Seats:
    """
    Those on one side of a table, told by the tokens from `first` to `last`, and whose side it is if that is said.

    `other` is the side that faces the one told before.
    """

    first: int
    last: int
    people: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    other: bool = False


class CompanyReader:
    """Finds those who came along in the sentences of one article."""

    def __init__(self, linked: Linked, references: References) -> None:
        self.linked = linked
        self.references = references
        self.syntax = linked.syntax
        self.tokens = linked.document.tokens
        self.rules = rules().company
        self.marks = Marks(linked, references)

    def read(self, number: int) -> Iterator[Company]:
        """Those of one sentence, in the order of the text."""
        sentence = self.linked.document.sentences[number]
        for i in range(sentence.first, sentence.last):
            if self.syntax.unit_of[i] != i:
                continue
            found = self._verb(i) or self._predicate(i) or self._phrase(i)
            yield from found

    # ── verbs ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _verb(self, i: int) -> list[Company]:
        if not self.syntax.is_verb(i):
            return []
        for rule in self.rules.get(self.syntax.lemma(i), ()):
            filled = self._fillers(i, rule)
            company = self._company(i, rule, filled["companion"], filled["principal"])
            if company is not None:
                return self._parted(i, rule, company)
        return []

    def _parted(self, i: int, rule: CompanyRule, company: Company) -> list[Company]:
        """Those of a *company* told at *i*, parted where the sentence says who of them was on which side."""
        sentence = self.linked.document.sentences[self.syntax.sentence_of[i]]
        if rule.delegation:
            marks = self.marks.delegations(sentence.first, sentence.last)
            parted = list(self.marks.behind(marks, sentence.last))
            return self._by_marks(company, parted) if len(marks) > 1 else [company]
        if "with" in rule.roles:
            return self._gapped(company, self.marks.beside(i, sentence.last))
        return self._acting(company) if rule.particle or rule.attends else [company]

    def _by_marks(self, company: Company, parted: list[tuple[Mark, tuple[str, ...]]]) -> list[Company]:
        told = [replace(company, people=people, beside=m.beside, parties=m.parties) for m, people in parted if people]
        seated = {person for each in told for person in each.people}
        rest = tuple(person for person in company.people if person not in seated)
        return [*told, replace(company, people=rest)] if rest else told

    def _acting(self, company: Company) -> list[Company]:
        """ "X sat in for the German side, and Y for the French", "from the German side X was present"."""
        sentence = self.linked.document.sentences[self.syntax.sentence_of[company.at]]
        marks = self.marks.acting(sentence.first, sentence.last)
        if not marks:
            return [company]
        return self._by_marks(company, list(self.marks.around(marks, sentence.first, sentence.last)))

    def _gapped(self, company: Company, marks: tuple[Mark, ...]) -> list[Company]:
        """ "A and B sat with X, C with Y", "C with his boss": the second clause lacks its verb."""
        if len(marks) < 2 or not marks[0]:
            return [company]
        told = [replace(company, beside=marks[0].beside, parties=marks[0].parties)]
        for mark, people in list(self.marks.before(marks, marks[0].first))[1:]:
            if not people or any(self.syntax.is_verb(j) for j in range(marks[0].last, mark.first)):
                break
            parted = replace(company, people=people, beside=mark.beside, parties=mark.parties)
            told.append(parted if mark else replace(parted, opposite=marks[0].beside))
        return told

    def _fillers(self, verb: int, rule: CompanyRule) -> dict[str, list[int]]:
        filled: dict[str, list[int]] = defaultdict(list)
        if "subject" in rule.roles:
            filled[rule.roles["subject"]] += self.syntax.subjects(verb)
        if "object" in rule.roles:
            bare = [h for case, h in self.syntax.obliques(verb) if not case and self._names_someone(h)]
            filled[rule.roles["object"]] += self.syntax.patients(verb) or bare  # "brought along | Minister X"
        for case, head in self.syntax.obliques(verb):
            if case in rule.roles:
                filled[rule.roles[case]].append(head)
        return filled

    def _company(self, verb: int, rule: CompanyRule, companions: list[int], principals: list[int]) -> Company | None:
        if rule.particle:
            return self._along(verb, rule, companions)
        if rule.attends:
            return self._attending(verb, rule, companions)
        if rule.represents:
            return self._representing(verb, rule, companions, principals)
        if self._is_elsewhere(verb) or (self._has_particle(verb) and not rule.delegation):
            return None
        if rule.joins and not self.references.groups(companions).people:  # "seven leaders joined them: X, Y and Z"
            companions = self._named_after(verb, "parataxis", "appos")
        people = self.references.groups(companions).people
        heads = [j for c in companions for j in self.syntax.conjuncts(c)]
        named = any(self.linked.key(h) for j in heads for h in (j, *self.syntax.children(j, "appos")))
        if not people or not principals or not (named or rule.delegation):
            return None
        if rule.delegation:
            return self._of_delegation(verb, rule, people, principals)
        group = self.references.groups(principals)
        beside = tuple(p for p in group.people if p not in people)
        if not beside and group.parties:  # "accompanied the Indian premier"
            return Company(verb, rule.id, people, parties=group.parties)
        if rule.joins:
            several = len(beside) > 1 or group.anaphor is not None
            met = any(self.syntax.lemma(p) in rules().nouns for p in principals)
            if several or met:
                return Company(verb, rule.id, people, joined=True, respective=self._theirs(companions), met=beside)
        if self._theirs(companions):  # "met Y, accompanied by their ministers, Z and W"
            return Company(verb, rule.id, people, respective=True)
        return Company(verb, rule.id, people, beside=beside) if beside else None

    def _along(self, verb: int, rule: CompanyRule, companions: list[int]) -> Company | None:
        """ "X went along": with whom is not said."""
        particles = {self.syntax.word(c) for c in self._adverbs(verb)}
        people = self.references.groups(companions).people
        objects = self.syntax.children(verb, "obj", "xcomp")
        if [self.syntax.word(o) for o in objects] == ["part"]:  # "took part"
            particles, objects = {"part"}, []
        if not particles & rule.particle or not people or objects:
            return None
        elsewhere = ("with", "to", "in", "at") if particles == {"part"} else ("with", "to")
        if any(case in elsewhere for case, _ in self.syntax.obliques(verb)):
            return None
        return Company(verb, rule.id, people)

    def _attending(self, verb: int, rule: CompanyRule, companions: list[int]) -> Company | None:
        """ "X, who attended Monday's talks with Y", "Y also attended": the talks told before, and no gathering."""
        people = self.references.groups(companions).people
        objects = self.syntax.patients(verb)
        placed = any((self.linked.key(h) or "").startswith("place/") for _, h in self.syntax.obliques(verb))
        if not people and self.syntax.children(verb, "cop"):  # "also attending were X and Y"
            people = self.references.groups(objects).people
            return Company(verb, rule.id, people) if people else None
        again = bool(ALSO & {self.syntax.word(c) for c in self._adverbs(verb)})
        there = all(map(self._are_the_talks, objects)) if objects else again
        if not people or not there or placed or self._is_elsewhere(verb):
            return None
        beside = [h for o in objects for case, h in self.syntax.obliques(o) if case in ALONGSIDE]
        for too in filter(self._is_did_too, self.syntax.children(verb, "advcl")):
            beside += self.syntax.children(too, "nsubj", "obj")  # "as did X"
        people += tuple(p for p in self.references.groups(beside).people if p not in people)
        return Company(verb, rule.id, people, respective=self._theirs(companions))

    def _representing(
        self, verb: int, rule: CompanyRule, companions: list[int], principals: list[int]
    ) -> Company | None:
        """ "Peru was represented by X and Y, Chile by Z": each on the side of the state that they stand for."""
        states = self.references.groups(principals)
        at = [h for case, h in self.syntax.obliques(verb) if case in ("at", "in")]
        if any(self.syntax.lemma(h) not in rules().nouns for h in at if self.linked.key(h) is None):
            return None  # "at the games"
        if states.people or not any(map(self.linked.is_state, states.parties)):
            return None
        last = self.linked.document.sentences[self.syntax.sentence_of[verb]].last
        passive = self.syntax.is_passive(verb)
        people = self.linked.people_in(verb, last) if passive else self.references.groups(companions).people
        return Company(verb, rule.id, people) if people else None

    def _is_did_too(self, verb: int) -> bool:
        """ "X attended, | as did Y"."""
        marks = [self.syntax.word(c) for c in self.syntax.children(verb, "mark")]
        return self.syntax.lemma(verb) == "do" and marks == ["as"]

    def _are_the_talks(self, noun: int) -> bool:
        """ "The meeting", "Monday's talks"; not "a meeting", "the talks in Rome"."""
        rule = rules().nouns.get(self.syntax.lemma(noun)) or rules().nouns.get(self.syntax.word(noun))
        if rule is None or rule.kind not in TALKS or self.syntax.children(noun, "acl", "acl:relcl"):
            return False
        if any(case not in ALONGSIDE for case, _ in self.syntax.obliques(noun)):
            return False
        return any(self.syntax.word(c) != "a" for c in self.syntax.children(noun, "det", "nmod:poss"))

    def _theirs(self, heads: list[int]) -> bool:
        """ "their foreign ministers, X and Y", "the foreign ministers of both countries, X and Y"."""
        whose = [c for h in heads for c in self.syntax.children(h, "nmod:poss", "nmod")]
        both = [self.syntax.word(c) for w in (*heads, *whose) for c in self.syntax.children(w, *COUNTING)]
        return any(self.syntax.word(w) == "their" for w in whose) or bool({"both", "two"} & {*both})

    def _of_delegation(
        self, verb: int, rule: CompanyRule, people: tuple[str, ...], principals: list[int]
    ) -> Company | None:
        """ "The Togolese delegation included X": on the side of that state."""
        head = principals[0]
        if self.syntax.lemma(head) in OTHERS:
            return Company(verb, rule.id, people)
        if self._are_there(head):
            return Company(verb, rule.id, people, parties=self.references.group(head).parties)
        if self.syntax.lemma(head) not in COMPANY:
            return None
        group = self.references.group(head)
        return Company(verb, rule.id, people, beside=self._owner(head), parties=group.parties)

    def _are_there(self, head: int) -> bool:
        """ "French officials in the meeting", "the ministers present"."""
        inside = [h for case, h in self.syntax.obliques(head) if case in ("in", "at")]
        return any(map(self._are_the_talks, inside)) or any(
            self.syntax.word(c) in THERE for c in self.syntax.children(head, "acl", "amod")
        )

    def _owner(self, delegation: int) -> tuple[str, ...]:
        """ "Mr Moi's delegation", "her team": the one who leads it."""
        owners = self.references.groups(self.syntax.children(delegation, "nmod:poss"))
        if any(self.tokens[c].pos == "PRON" for c in self.syntax.children(delegation, "nmod:poss")):
            return ()  # "his delegation": the guest's more often than that of the one named last
        above = self.syntax.head[delegation]
        led = self.syntax.lemma(above) in LEADING and delegation in self.syntax.patients(above)
        return owners.people or (self.references.groups(self.syntax.subjects(above)).people if led else ())

    def _has_particle(self, verb: int) -> bool:
        return bool({"together", "up", "in", "home", "down"} & {self.syntax.word(c) for c in self._adverbs(verb)})

    def _adverbs(self, verb: int) -> list[int]:
        return self.syntax.children(verb, "compound:prt", "advmod")

    def _is_elsewhere(self, verb: int) -> bool:
        """ "joined by X at a news conference", "in condemning the raid", "in the peace initiative"."""
        inside = [h for case, h in self.syntax.obliques(verb) if case == "in" and self.tokens[h].pos == "NOUN"]
        nouns = rules().nouns
        if any(self.syntax.lemma(h) not in nouns and not self._is_spot(h) for h in inside):
            return True
        return any(self.syntax.lemma(h) in ELSEWHERE for _, h in self.syntax.obliques(verb)) or any(
            {self.syntax.word(m) for m in self.syntax.children(c, "mark")} - MEANWHILE
            or (self.syntax.tokens[c].tag == "VBG" and not self.syntax.children(c, "mark"))
            for c in self.syntax.children(verb, "advcl", "xcomp")
            if c > verb
        )

    def _is_spot(self, noun: int) -> bool:
        """Where a meeting can be, or when: "in the room", "in the afternoon"."""
        return self.syntax.lemma(noun) in SPOTS or self.linked.key(noun) is not None

    # ── predicates ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _predicate(self, i: int) -> list[Company]:
        """ "With her were A and B", "also present were A and B", "A was with him"."""
        copula = self.syntax.children(i, "cop")
        if not copula and self.linked.key(i) is not None:  # "among those present were X"
            front = self.syntax.children(i, "nmod", "obl", "nsubj", "csubj", "parataxis")
            copula = [c for j in front if j < i for c in self.syntax.children(j, "cop")]
        if not copula:
            return []
        case = self.syntax.case(i)
        people = self.references.groups(self.syntax.subjects(i)).people
        if people and case in BESIDE and i > copula[0]:
            group = self.references.group(i)
            beside = tuple(p for p in group.people if p not in people)
            there = own_status(self.syntax, i) is None and not self._is_elsewhere(i)
            company = Company(i, "sit-with.company", people, beside, () if beside else group.parties)
            return [company] if there and (beside or group.parties) else []
        office = copula[0] < i and any(self._names_someone(c) for c in self.syntax.children(i, "appos"))
        if self._is_of_those(i) and copula[0] > i:
            people = self.references.groups(self._named_after(i, "appos", "nsubj", "conj", "nmod")).people
            return [Company(i, "present.company", people)] if people else []
        if self.linked.key(i) is not None or (office and not self.syntax.case(i)):
            return self._inverted(i, copula[0]) if copula[0] < i else []
        if self.syntax.lemma(i) not in PRESENT or case not in ("", "in", "at", "on"):
            return []
        people = people or self.references.groups(self._named_after(i, "conj", "obl")).people
        return self._acting(Company(i, "present.company", people)) if people else []

    def _is_of_those(self, i: int) -> bool:
        """ "Among those attending were X and Y"."""
        those = self.syntax.lemma(i) in OTHERS or self.syntax.word(i) == "those"
        attended = [o for c in self.syntax.children(i, "acl") for o in self.syntax.children(c, "obj")]
        return self.syntax.case(i) == "among" and those and all(map(self._are_the_talks, attended))

    def _named_after(self, i: int, *relations: str) -> list[int]:
        """The people hung on *i* who stand after it."""
        return [c for c in self.syntax.children(i, *relations) if c > i and self._names_someone(c)]

    def _inverted(self, i: int, copula: int) -> list[Company]:
        """Those named after a copula, which the parser takes for the predicate, by what stands before it."""
        opening = self.linked.document.sentences[self.syntax.sentence_of[i]].first
        under = range(opening, copula) if self.syntax.word(opening).endswith("ing") else self.syntax.subtree(i)
        front = [j for j in under if j < copula and self.syntax.unit_of[j] == j]
        if self.syntax.lemma(self.syntax.head[i]) in PRESENT and self.syntax.head[i] < copula:
            front = [self.syntax.head[i]]
        before = self.references.groups([j for j in front if self._names_someone(j)]).people
        people = tuple(p for p in self.references.group(i).people if p not in before)
        if not people or not front:
            return []
        first = front[0]
        sat_in = self.syntax.word(first) == "sitting" and "in" in map(self.syntax.word, front[1:2])
        there = PRESENT | OTHERS | THERE
        if sat_in or any({self.syntax.lemma(j), self.syntax.word(j)} & there for j in front[:3]):
            return [Company(i, "present.company", people)]
        with_verb = self.syntax.word(first).removesuffix("ing") in self.rules or self.syntax.lemma(first) in self.rules
        with_case = any(self.syntax.case(j) in BESIDE for j in front[:2])
        if not before or not (with_verb or with_case) or any(self.syntax.lemma(j) in ELSEWHERE for j in front):
            return []
        if len(before) > 1 and self.syntax.word(first) == "joining":  # "Joining them were X and Y"
            return [Company(i, "join.company", people, joined=True, met=before)]
        return [Company(i, "sit-with.company", people, beside=before[:1])]

    def _names_someone(self, i: int) -> bool:
        key = self.linked.key(i)
        return self.tokens[i].pos == "PRON" or (key is not None and self.linked.is_person(key))

    # ── phrases ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _phrase(self, i: int) -> list[Company]:
        """ "in the presence of A and B", ", with A at her side"."""
        if self.syntax.lemma(i) == "presence" and self.syntax.case(i) == "in" and self.syntax.word(i + 1) == "of":
            people = self.linked.people_in(*self._to_comma(i + 2))
            of = [h for case, h in self.syntax.obliques(i) if case == "of"]
            return [Company(i, "present.company", people, respective=self._theirs(of))] if people else []
        if self.syntax.word(i) != "with" and self.syntax.lemma(i) != "have":
            return []
        first, last, beside = self._attended(i)
        people = self.linked.people_in(first, last)
        if not people:
            return []
        rule = "present.company" if beside is None else "sit-with.company"
        return [Company(i, rule, people, beside=(beside,) if beside else ())]

    def _to_comma(self, first: int) -> tuple[int, int]:
        """The stretch from *first* to the end of the names listed there."""
        bounds = self.linked.document.sentences[self.syntax.sentence_of[first]]
        last = first
        for i in range(first, bounds.last):
            if self.tokens[i].pos in ("VERB", "AUX") or self.tokens[i].text in (";", "."):
                break
            last = i + 1
        return first, last

    def _attended(self, i: int) -> tuple[int, int, str | None]:
        """The names after a "with" up to "at his side" or "looking on", and the one they were beside."""
        if i + 1 == len(self.tokens):
            return i + 1, i + 1, None
        first, last = self._to_comma(i + 1)
        if (chair := self._chaired(first)) is not None:
            return first, chair, None
        words = [self.syntax.word(j) for j in range(first, min(last + 3, len(self.tokens)))]
        for n in range(len(words)):
            if (
                words[n] in ("at", "by")
                and words[n + 1 : n + 2] in (["his"], ["her"])
                and words[n + 2 : n + 3] == ["side"]
            ):
                return first, first + n, self.references.pronoun(first + n + 1)
            if words[n] == "beside" and words[n + 1 : n + 2] in (["him"], ["her"]):
                return first, first + n, self.references.pronoun(first + n + 1)
            if words[n : n + 2] in (["looking", "on"], ["in", "attendance"], ["also", "present"]):
                return first, first + n, None
        return first, first, None

    def _chaired(self, first: int) -> int | None:
        """Where the names end in "with the Omani minister, X, in the chair"; None where nobody is."""
        end = self.linked.document.sentences[self.syntax.sentence_of[first]].last
        for j in range(first, min(first + CHAIR, end - 1)):
            if self.syntax.is_verb(j) and self.syntax.word(j) not in CHAIRING:
                return None
            if self.syntax.word(j) in CHAIRING or [self.syntax.word(j + n) for n in range(2)] == ["the", "chair"]:
                return j
        return None

    def bystanders(self, number: int) -> frozenset[int]:
        """The tokens of a sentence from a "with" that says who stood by: "with Y at her side", "with Y on one"."""
        sentence = self.linked.document.sentences[number]
        withs = [i for i in range(sentence.first, sentence.last) if self.syntax.word(i) == "with"]
        stretches = [(first, last) for i in withs for first, last, _ in [self._attended(i)]]
        if len(marks := self._seat_marks(number)) > 1:
            stretches += [(i, marks[-1].last) for i in withs if i < marks[0].first and self._opens(i, marks[0])]
        return frozenset(j for first, last in stretches for j in range(first, last))

    def _opens(self, i: int, mark: Seats) -> bool:
        """Whether the "with" at *i* is the last before those seated, and none with whom they sat."""
        between = range(i + 1, mark.first)
        named = bool(self.linked.people_in(i + 1, mark.first))
        return named and not any(self.syntax.word(j) == "with" or self.syntax.is_verb(j) for j in between)

    # ── delegations ─────────────────────────────────────────────────────────────────────────────────────────────────

    def delegation_before(self, i: int) -> Group:
        """Those of a delegation, told in the two sentences before *i*, whom "they" can mean; empty where none is."""
        number = self.syntax.sentence_of[i]
        sentences = self.linked.document.sentences
        near = [n for n in (number - 2, number - 1) if n >= 0 and sentences[number].block - sentences[n].block <= 1]
        heads = [head for n in near for head in self._members(n)]
        members = self.references.groups(heads)
        return Group(members.people, members.parties) if len(members.people) > 1 else Group()

    def _members(self, number: int) -> list[int]:
        """Delegations, and those who led one, belonged to it, or went along."""
        sentence = self.linked.document.sentences[number]
        found: list[int] = []
        for i in range(sentence.first, sentence.last):
            lemma = self.syntax.lemma(i)
            if lemma in COMPANY and self.tokens[i].pos == "NOUN":
                found.append(i)
            elif lemma in MEMBERSHIP and self.syntax.is_verb(i):
                ends = [*self.syntax.subjects(i), *self.syntax.patients(i)]
                if any(self.syntax.lemma(j) in COMPANY or self.syntax.word(j) == "them" for j in ends):
                    found += ends
        return found

    # ── seats ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def seats(self, number: int) -> tuple[Seats, ...]:
        """Those whom a sentence seats on one side of the table or the other, in the order of the text."""
        sentence, marks = self.linked.document.sentences[number], self._seat_marks(number)
        found = []
        for n, mark in enumerate(marks):
            left = marks[n - 1].last if n else sentence.first
            right = marks[n + 1].first if n + 1 < len(marks) else sentence.last
            leads = mark.first == sentence.first or self.tokens[mark.first - 1].text in (",", ";", ":", "-", "–", "—")
            leads = leads or self.syntax.word(mark.first - 1) in ("and", "while", "with")
            reach = (mark.last, right) if leads else (left, mark.first)
            people = self.linked.people_in(*self._clipped(*reach, forward=leads))
            if people:
                found.append(replace(mark, people=people))
        return tuple(found)

    def _seat_marks(self, number: int) -> list[Seats]:
        sentence = self.linked.document.sentences[number]
        return [m for i in range(sentence.first, sentence.last) if (m := self._mark(i, sentence.last)) is not None]

    def _clipped(self, first: int, last: int, *, forward: bool) -> tuple[int, int]:
        """The part of a stretch next to the mark, up to a semicolon or, going back, to the "with" that opens it."""
        if forward:
            return first, next((i for i in range(first, last) if self.tokens[i].text in (";", ".")), last)
        opening = [i for i in range(first, last) if self.tokens[i].text == ";" or self.syntax.word(i) == "with"]
        return (opening[-1] if opening else first), last

    def _mark(self, i: int, last: int) -> Seats | None:
        """ "On one side (of the table)", "on the Canadian side", "on the other", "opposite them", "across from him"."""
        word = self.syntax.word(i)
        if word in ("opposite", "facing") or (word == "across" and self.syntax.word(min(i + 1, last - 1)) == "from"):
            to = i + 1 if word == "across" else i
            whom = self.syntax.unit_of[to + 1] if to + 1 < last else to
            if self.syntax.word(whom) in ("them", "him", "her") or self._names_someone(whom):
                return Seats(i, max(to + 2, whom + 1), other=True)
            return None
        if word != "on":
            return None
        side = next((j for j in range(i + 1, min(i + SIDE, last)) if self.syntax.word(j) == "side"), None)
        other = "other" in {self.syntax.word(j) for j in range(i + 1, min(i + 3, last))}
        if side is None:
            return Seats(i, i + 3, other=True) if other else None
        if any(self.tokens[j].pos == "PUNCT" for j in range(i, side)):
            return None
        group = self.references.group(side)
        owner = self.references.groups(self.syntax.children(side, "nmod:poss")).people
        anonymous = not group.parties and not owner
        if anonymous and not other and self.syntax.word(side - 1) in ("the", "his", "her", "their", "our", "that"):
            return None
        return Seats(i, side + 1, parties=group.parties, beside=owner, other=other)
