"""Who holds which office of what, by titles beside names, copulas, counterparts; whom each person stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.facts.allegiance import HEADS, Allegiance, Holder, role_of, same_seat
from kg.facts.appositions import OPENERS, Appositions, Described, descriptions
from kg.facts.bare_offices import bare_offices
from kg.facts.delegates import Delegates
from kg.facts.link import Linked, in_small
from kg.facts.onomastics import votes
from kg.facts.party_words import PARTNERS
from kg.gazetteer import fold, gazetteer
from kg.model import Evidence, Office, Span
from kg.text.dates import NUMBERS
from kg.text.mentions import (
    CITY,
    DEMONYM,
    EPITHETS,
    HONORIFICS,
    INSTITUTION,
    MINDED,
    PERSON,
    REGION,
    SENT,
    STATE,
    NameMention,
    is_honorific,
    is_style,
    is_title_noun,
    word_set,
)
from kg.text.mentions.titles import RANK

PAST_WORDS = frozenset({"former", "ex", "then", "late", "onetime", "erstwhile", "one-time", "ex-"})
# Offices of which a state has one holder at a time; where an article gives such a title without a state, the state it
# speaks of most and that has no other holder is the likeliest.
NATIONAL_HEADS = frozenset({"president", "premier", "chancellor", "minister", "secretary", "leader", "king", "queen"})
BECOMING = word_set("become elect appoint name swear serve designate nominate choose confirm inaugurate")
SENDING = word_set("send dispatch delegate depute")
USUAL = 0.8  # how usual a name must be in a state to tell its holder by
# "the president" is not the vice president, "the minister" not the prime minister
# Last words of bodies that act for the state whose they are called, whether or not a table knows them.
RULING = frozenset("council commission committee authority command junta board agency parliament assembly".split())
RANKED = frozenset({"vice", "deputy", "assistant", "under", "former", "ex", "junior", "prime"})
# What people are to each other; no office.
RELATIONS = PARTNERS | word_set("host guest opposite colleague visitor deputy")
KIN = word_set("son daughter brother sister wife husband widow father mother nephew cousin uncle aunt grandson")
COUNTERPARTS = word_set("counterpart colleague homologue")
OF_PARLIAMENT = word_set("senate house majority minority opposition parliamentary parliament")
FOREIGN_MINISTERS = frozenset({"foreign minister"})  # of whom news tells as of heads of state
SHORT_BODIES = frozenset({"Commission", "Council", "Parliament", "Secretariat", "Fund", "Bank", "Agency"})
COUNTRY = word_set("country nation kingdom republic")
ORDER = word_set("first second third last latest only previous next")  # "the first Chinese premier to visit"
IN_POWER = word_set("ruling governing co-ruling")  # before a party's name
SKIPPED_WORDS = IN_POWER | OPENERS | word_set("whose 's ’s ' ’ - ,")
MINDING = re.compile(
    r"(?:(?:union|federal|state|cabinet|senior|junior|deputy|vice|assistant) )?minister (?:of|for|in charge of) ", re.I
)
PORTFOLIOS = 16  # tokens of what else a minister minds
MASTER = 4  # tokens from an office to the person whose man its holder is: "an aide to the late President | X"


@dataclass(frozen=True, slots=True)
class Title:
    """A title as read: its words, whose it is (an entity key), the tokens it rests on."""

    words: str
    of: str | None
    past: bool
    first: int
    last: int
    rule: str
    owner: str | None = None  # the person whose aide, envoy or minister it is


class Offices:
    """The offices of an article's people, and the state or institution that each person stands for."""

    def __init__(self, linked: Linked) -> None:
        self.linked = linked
        self.syntax = linked.syntax
        self.tokens = linked.document.tokens
        self.table = linked.table
        self.titles: dict[str, list[Title]] = {}
        self.stands_for: dict[str, str] = {}
        self.guessed: set[str] = set()
        self.told_as: dict[int, str] = {}  # by the token of an office told in place of a name
        self.appositions = Appositions(linked)
        self.delegates = Delegates(linked)
        self._read_all()
        self._settle()

    # ── collecting ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _read_all(self) -> None:
        for person in self.linked.persons.values():
            for mention in person.mentions:
                self._before_name(person.key, mention)
                self._beside_name(person.key, mention)
                self._copula(person.key, mention)
                self._affiliation(person.key, mention)
        self._distribute()
        self._enumerated()
        self._delegations()
        self._apposed()
        self._counterparts()

    def _apposed(self) -> None:
        for found in self.appositions.read():
            if found.of is not None:  # "the A, B and C ministers X, Y and Z": each of his own state
                self.titles[found.person] = [
                    t
                    for t in self.titles.get(found.person, [])
                    if t.of == found.of or t.last <= found.first or found.last <= t.first
                ]
            for title in self.read(found.first, found.last, "office.apposition"):
                of = found.of or title.of
                if not any(
                    _content(title.words) == _content(t.words) and of in (None, t.of)
                    for t in self.titles.get(found.person, [])
                ):
                    self._add(found.person, replace(title, of=of))

    def _add(self, person: str, title: Title) -> None:
        listed = self.titles.setdefault(person, [])
        if not any(t.words.lower() == title.words.lower() and (t.of == title.of) for t in listed):
            listed.append(title)

    def _before_name(self, person: str, mention: NameMention) -> None:
        if mention.title is None:
            return
        for title in self.read(mention.title[0], mention.title[1], "office.before-name"):
            if fold(title.words).lower() not in self.linked.persons[person].words:  # "Amir Khan" of "Hasan Amir Khan"
                self._add(person, title)

    def _beside_name(self, person: str, mention: NameMention) -> None:
        """As in "Ana Ruiz, the Spanish Trade Minister" and "Spain's chief negotiator, Bo Lund"."""
        syntax, i = self.syntax, mention.first
        for child in syntax.children(i, "appos", "parataxis", "list", "nmod:desc", "dep"):
            if child > i and self._is_title_noun(child):
                for title in self._noun_phrase(child, "office.apposition"):
                    if not self._of_the_next(title):
                        self._add(self._right_before(title.first) or person, title)
        if syntax.dep[i] in ("appos", "nmod:desc", "flat", "list"):
            above = syntax.head[i]
            if above < i and self._is_title_noun(above) and self.linked.key(above) is None:
                for title in self._noun_phrase(above, "office.apposition"):
                    self._add(self._right_before(title.first) or person, title)

    def _of_the_next(self, title: Title) -> bool:
        """Whether the name after the comma has a title: "X, Y's envoy, and | the head of the bank, Z"."""
        after = (m for m in self.linked.names if m.kind == PERSON and m.unit_first == title.last + 1)
        return self._word(title.last) == "," and any(m.first in self.appositions.preceded for m in after)

    def _right_before(self, i: int) -> str | None:
        """The person whose name ends just before a comma before *i*: apposition is to the nearest of a list."""
        at = i - 1
        while at >= 0 and self.tokens[at].text.lower() in (",", "the", "a", "an", "(", "—", "–", "-"):
            at -= 1
        m = next((m for m in self.linked.names if m.kind == PERSON and m.last == at + 1), None)
        return self.linked.at.get(m.first) if m is not None and m.first not in self.appositions.preceded else None

    def _copula(self, person: str, mention: NameMention) -> None:
        syntax, i = self.syntax, mention.first
        if syntax.dep[i] not in ("nsubj", "nsubj:pass"):
            return
        above = syntax.head[i]
        if self._is_title_noun(above) and syntax.children(above, "cop") and not syntax.case(above):  # "among leaders"
            tense = [self.tokens[c].morph.get("Tense") for c in syntax.children(above, "cop", "aux")]
            if not syntax.children(above, "aux") and not self._negated(above) and tense:
                for title in self._noun_phrase(above, "office.copula"):
                    self._add(person, title)
        elif syntax.lemma(above) in BECOMING and not any(
            syntax.word(a) in ("will", "would", "could", "may", "might") for a in syntax.children(above, "aux")
        ):
            for child in syntax.children(above, "xcomp", "obj", "obl"):
                if self._is_title_noun(child) and syntax.case(child) in ("", "as"):
                    for title in self._noun_phrase(child, "office.became"):
                        self._add(person, title)

    def _negated(self, i: int) -> bool:
        return any(
            self.syntax.word(c) in ("not", "n't", "never", "no") for c in self.syntax.children(i, "advmod", "det")
        )

    def _affiliation(self, person: str, mention: NameMention) -> None:
        """As in "Russia's Vladimir Putin", "Lavrov of Russia", "William Reinsch of the Center …"."""
        syntax, i = self.syntax, mention.first
        for child in syntax.children(i, "nmod:poss"):
            key = self.linked.key(child)
            if key and not self.linked.is_person(key) and child not in range(mention.unit_first, mention.first):
                self.stands_for.setdefault(person, key)
        verb = syntax.head[i]
        if syntax.dep[i].startswith("nsubj") and syntax.lemma(verb) == "represent" and not syntax.is_passive(verb):
            represented = [
                k for o in syntax.children(verb, "obj") if (k := self.linked.key(o)) and self.linked.is_state(k)
            ]
            for state in represented[:1]:
                self.stands_for.setdefault(person, state)
        if syntax.dep[i] == "obj" and syntax.lemma(verb) in SENDING:  # "Brazil sent X"
            senders = [k for s in syntax.subjects(verb) if (k := self.linked.key(s)) and self.linked.is_state(k)]
            for sender in senders:
                self.stands_for.setdefault(person, sender)
        if (bracketed := self._bracketed(mention)) is not None:
            self.stands_for.setdefault(person, bracketed)
        for case, child in syntax.obliques(i):
            key = self.linked.key(child)
            if case in ("of", "from") and key and not self.linked.is_person(key) and not key.startswith("place/"):
                self.stands_for.setdefault(self._right_before_of(child) or person, key)

    def _bracketed(self, mention: NameMention) -> str | None:
        """ "X (Peru), Y (Chile)": the state that stands alone in brackets behind a name."""
        at = mention.last + 1
        inside = next((m for m in self.linked.names if m.first == at and m.kind == STATE), None)
        closed = inside is not None and [self._word(mention.last), self._word(inside.last)] == ["(", ")"]
        return self.linked.at[at] if closed else None

    def _right_before_of(self, i: int) -> str | None:
        """The last of a list, "X and Y of | Jordan", wherever the parser hung the state at *i*."""
        before = min(self.syntax.children(i, "case", "det"), default=0)
        m = next((m for m in self.linked.names if m.kind == PERSON and m.last == before), None)
        return self.linked.at.get(m.first) if m is not None else None

    def _distribute(self) -> None:
        """
        As in "Presidents Donald Trump and Xi Jinping", "foreign ministers X of Germany and Y of France": one title,
        several people.
        """
        for person in self.linked.persons.values():
            for mention in person.mentions:
                if mention.title is None:
                    continue
                head = self.tokens[mention.title[1] - 1]
                plural = head.tag in ("NNS", "NNPS") or (head.text.lower() != head.lemma and head.text.endswith("s"))
                titles = self.read(mention.title[0], mention.title[1], "office.shared")
                if not titles:
                    continue
                for other in self._joined(mention):
                    key = self.linked.key(other)
                    later = self.linked.mention_at.get(self.syntax.unit_of[other])
                    if key is None or not self.linked.is_person(key) or later is None:
                        continue
                    if plural and later.title is None:
                        self._add(key, replace(titles[0], of=titles[0].of))
                    elif later.title is not None and not (
                        self._face_each_other(mention.first) or self._counterpart_between(mention.last, later.first)
                    ):
                        self._share_state(key, titles)

    def _counterpart_between(self, first: int, last: int) -> bool:
        """ "the Peruvian minister X, his Chilean | counterpart Y and adviser Z": Z is of the state told last."""
        return any(self.tokens[i].lemma in COUNTERPARTS for i in range(first, last))

    def _face_each_other(self, i: int) -> bool:
        """Whether *i* is the first of two who meet: "talks between US Secretary A and Chancellor B", "A and B met"."""
        if len(self.syntax.conjuncts(i)) != 2:
            return False
        verb = self.syntax.head[i]
        met = self.syntax.dep[i].startswith("nsubj") and self.syntax.lemma(verb) == "meet"
        others = self.syntax.children(verb, "obj") or [h for case, h in self.syntax.obliques(verb) if case == "with"]
        return self.syntax.case(i) == "between" or (met and not others)

    def _enumerated(self) -> None:
        """As in "She met the presidents of three states. They are X of Benin and Y of Togo": an office for each."""
        sentences = self.linked.document.sentences
        for number, sentence in enumerate(sentences[1:], start=1):
            be = sentence.first + 1
            if self._word(sentence.first) not in ("they", "these") or self.tokens[be].lemma != "be":
                continue
            if not any(m.unit_first == be + 1 and m.kind == PERSON for m in self.linked.names):
                continue
            before = range(sentences[number - 1].last - 1, sentences[number - 1].first, -1)
            plural = next((i for i in before if self.tokens[i].tag == "NNS" and self._is_title_noun(i)), None)
            if plural is None:
                continue
            for person in self.delegates.named_from(be):
                if person is not None and self.stands_for.get(person) and not self.titles.get(person):
                    words = singular(self.tokens[plural].text.lower()).capitalize()
                    state = self.stands_for[person]
                    self._add(person, Title(words, state, False, plural, plural + 1, "office.listed"))

    def _joined(self, mention: NameMention) -> list[int]:
        """The names coordinated with one, by the tree or by the words: "A and B", whatever the parser made of it."""
        found = self.syntax.conjuncts(mention.first)[1:]
        beside = next(
            (
                m.first
                for m in self.linked.names
                if m.kind == "person" and m.unit_first == mention.last + 1 and self.tokens[mention.last].text == "and"
            ),
            None,
        )
        return found if beside is None or beside in found else [*found, beside]

    def _share_state(self, person: str, titles: tuple[Title, ...]) -> None:
        """As in "US Treasury Secretary A and Trade Representative B": the second office is of the first's state."""
        state = next((t.of for t in titles if t.of and self.linked.is_state(t.of)), None)
        listed = self.titles.get(person, [])
        if state and self.stands_for.get(person, state) == state and all(t.of in (None, state) for t in listed):
            self.titles[person] = [
                replace(t, of=state) if t.of is None and self._default_state(t) in (None, state) else t for t in listed
            ]

    def _delegations(self) -> None:
        for person, key in self.delegates.told():
            if not any(t.of and not t.past for t in self.titles.get(person, ())):
                self.stands_for.setdefault(person, key)

    def _word(self, i: int) -> str:
        return self.tokens[i].text.lower() if 0 <= i < len(self.tokens) else ""

    def _counterparts(self) -> None:
        """As in "his Russian and Ukrainian counterparts, Sergey Lavrov and Dmytro Kuleba", "his deputy, Jane Roe"."""
        for i, token in enumerate(self.tokens):
            if self.syntax.unit_of[i] != i and not self._title_only(i):
                continue
            if token.lemma in COUNTERPARTS or (token.lemma == "number" and self.tokens[i - 1].lemma == "opposite"):
                self._give_counterparts(i)
            elif token.lemma == "deputy" and self._possessed(i):
                self._give_deputy(i)

    def _give_counterparts(self, i: int) -> None:
        """The office of the one whose counterparts they are, of the state beside the word."""
        states = self._modifying_states(i)
        owner = self._owner(i)
        named = self._named_beside(i)
        owners = self._owners(owner, len(named)) if owner else []
        for n, person in enumerate(named):
            if person == owner:
                continue
            mine = owners[n] if n < len(owners) else owner  # "Ministers A and B met their counterparts, C and D"
            office = next((t for t in self.titles.get(mine or "", []) if not _is_birthright(t)), None)
            state = states[n] if n < len(states) else states[0] if len(states) == 1 else None
            told = (t.of for t in self.titles.get(person, ()) if t.of is not None and not t.past)
            own = self.stands_for.get(person) or next(told, None)
            if len(states) < 2 and own is not None and self.linked.is_state(own):  # "…, and João Silva of Angola"
                state = own
            if office is not None and all(self._is_relation(t) for t in self.titles.get(person, [])):
                words = self._common_title(singular(office.words))
                self.titles[person] = [
                    Title(words, state or self.stands_for.get(person), False, i, i + 1, "office.counterpart")
                ]
            if state:
                self.stands_for.setdefault(person, state)

    def _owners(self, owner: str, many: int) -> list[str]:
        """Those of different offices that someone stands first of, if there are so many; else none."""
        for m in self.linked.persons[owner].mentions:
            joined = [p for j in self.syntax.conjuncts(m.first) if (p := self.linked.key(j)) in self.titles]
            offices = {self.titles[p][0].words for p in joined}
            if len(joined) == len(offices) == many > 1:
                return joined
        return []

    def _possessed(self, i: int) -> bool:
        unit = self.syntax.unit_of[i]
        first = self.linked.mention_at[unit].unit_first if unit != i else i
        return any(t.text.lower() in ("his", "her", "'s", "’s") for t in self.tokens[max(0, first - 1) : i])

    def _give_deputy(self, i: int) -> None:
        """The deputy of the one whose it is: "Deputy Trade Minister" of the same state."""
        owner = self._owner(i)
        office = next(iter(self.titles.get(owner, [])), None) if owner else None
        if owner is None or office is None:
            return
        for person in self._named_beside(i)[:1]:
            if person != owner and all(self._is_relation(t) for t in self.titles.get(person, [])):
                words = f"Deputy {office.words}"
                self.titles[person] = [Title(words, office.of, False, i, i + 1, "office.deputy", owner)]

    def _is_relation(self, title: Title) -> bool:
        if all(is_honorific(word) for word in title.words.replace("-", " ").split()):
            return True
        words = title.words.lower()
        return words in RELATIONS or words == "opposite number" or words.split()[0] in KIN

    def _common_title(self, words: str) -> str:
        """The office under the name that all states share where one state alone calls it so."""
        office = self.table.office(words)
        return office.role.title() if office is not None and office.state else words

    def _title_only(self, i: int) -> bool:
        m = self.linked.mention_at.get(self.syntax.unit_of[i])
        return m is not None and m.title is not None and m.title[0] <= i < m.title[1]

    def _is_another_counterpart(self, i: int) -> bool:
        """ "his Omani counterpart X and | his Yemeni counterpart Y": of a state of his own."""
        m = self.linked.mention_at.get(i)
        return (
            m is not None and m.title is not None and any(self.tokens[j].lemma in COUNTERPARTS for j in range(*m.title))
        )

    def _named_beside(self, i: int) -> list[str]:
        unit = self.syntax.unit_of[i]
        starts = (
            [j for j in self.syntax.conjuncts(unit) if j == unit or not self._is_another_counterpart(j)]
            if unit != i
            else [
                j
                for c in self.syntax.children(i, "appos", "flat", "list", "nmod:desc", "conj")
                for j in self.syntax.conjuncts(c)
            ]
        )
        keys = [self.linked.key(j) for j in starts]
        if not any(k and self.linked.is_person(k) for k in keys):
            before = self.syntax.head[unit] < unit and self.syntax.dep[unit] == "appos"  # "X, his Peruvian counterpart"
            keys = self.delegates.listed_after(i + 1) or ([self.linked.key(self.syntax.head[unit])] if before else [])
        return list(dict.fromkeys(k for k in keys if k and self.linked.is_person(k)))

    def _modifying_states(self, i: int) -> list[str]:
        unit = self.syntax.unit_of[i]
        if unit != i:
            m = self.linked.mention_at[unit]
            first = m.unit_first - 2 * (self._word(m.unit_first - 1) == "opposite")  # "Greek opposite | number X"
            inside = [self.linked.at.get(x.first) for x in self.linked.names if first <= x.first < m.first]
            return [k for k in inside if k and self.linked.is_state(k)]
        heads = [j for c in self.syntax.children(i, "amod", "compound", "nmod:poss") for j in self.syntax.conjuncts(c)]
        behind = [h for case, h in self.syntax.obliques(i) if case in ("from", "of")]
        before, after = (
            [k for h in each if (k := self.linked.key(h)) and self.linked.is_state(k)] for each in (heads, behind)
        )
        return before or after

    def _owner(self, i: int) -> str | None:
        """Whose counterpart: the possessor, or the subject of the clause where that is a pronoun."""
        unit = self.syntax.unit_of[i]
        first = self.linked.mention_at[unit].unit_first if unit != i else i
        beside = self._named_beside(i)
        for j in range(max(0, first - 3), i):
            key = self.linked.key(j)
            if key and self.linked.is_person(key) and self.syntax.unit_of[j] != unit and key not in beside:
                return key
        clause = self.syntax.clause(unit)
        for subject in [*self.syntax.subjects(clause), *self.syntax.patients(clause)]:
            key = self.linked.key(subject)
            if key and self.linked.is_person(key) and self.syntax.unit_of[subject] != unit and key not in beside:
                return key
        before = [m for m in self.linked.names if m.kind == "person" and m.first < first]
        sentence = self.syntax.sentence_of[i]
        same = [self.linked.at.get(m.first) for m in before if self.syntax.sentence_of[m.first] == sentence]
        return next((person for person in reversed(same) if person not in beside), None)

    # ── reading one title ───────────────────────────────────────────────────────────────────────────────────────────

    def _is_title_noun(self, i: int) -> bool:
        token = self.tokens[i]
        nominal = token.pos in ("NOUN", "PROPN") or token.tag[:2] == "NN" or token.dep in ("appos", "compound")
        return nominal and is_title_noun(token, self.table)

    def _noun_phrase(self, head: int, rule: str) -> tuple[Title, ...]:
        """The titles in the noun phrase of *head*, up to the name or clause that follows."""
        sentence = self.linked.document.sentences[self.syntax.sentence_of[head]]
        first = head
        for child in self.syntax.children(head, "compound", "amod", "nmod:poss", "nmod", "det", "nmod:desc"):
            if child < head:
                first = min(first, *self.syntax.subtree(child))
        last = head + 1
        while last < sentence.last:
            token = self.tokens[last]
            if token.text.lower() in ("of", "for", "at", "to") and last + 1 < sentence.last:
                last += 1
            elif last == head + 1 and self._is_hyphen(last):  # "secretary-general"
                last += 2
            elif last > head + 1 and (
                token.pos in ("PROPN", "ADJ", "DET")
                or last in self.appositions.named
                or (token.pos == "NOUN" and token.dep in ("compound", "nmod", "obl"))
                or token.text in ("-", "'s", "’s", "&")
                or (token.text.lower() in IN_POWER and self.tokens[last - 1].text.lower() == "the")
                or (
                    token.text == "and"
                    and self.tokens[min(last + 1, sentence.last - 1)].pos in ("PROPN", "ADJ", "NOUN")
                    and self.tokens[last + 1].text[:1].isupper()
                )
            ):
                key = self.linked.key(last)
                if key and self.linked.is_person(key):
                    break
                last += 1
            elif token.text == "and" and last == head + 1 and self._is_title_ahead(last + 1, sentence.last):
                last += 1
                while last < sentence.last and not self._is_title_noun(last):
                    last += 1
                last += 1
            else:
                break
        while last > head + 1 and self.tokens[last - 1].pos in ("ADP", "DET", "CCONJ", "PUNCT"):
            last -= 1
        return self.read(first, last, rule)

    def _is_hyphen(self, i: int) -> bool:
        """Whether the token joins the words on either side of it into one."""
        hyphen = self.tokens[i].text == "-" and self.tokens[i - 1].end == self.tokens[i].start
        return hyphen and i + 1 < len(self.tokens) and self.tokens[i].end == self.tokens[i + 1].start

    def _is_title_ahead(self, i: int, end: int) -> bool:
        return any(self._is_title_noun(j) for j in range(i, min(end, i + 3)))

    def read(self, first: int, last: int, rule: str) -> tuple[Title, ...]:
        """Titles in tokens *first* to *last*: one, or two joined by "and"."""
        cut = self._cut(first, last)
        titles = [self._read_one(a, b, rule) for a, b in cut]
        found = [self._of_short(t) for t in titles if t is not None]
        shared = next((t.of for t in found if t.of and self.linked.is_state(t.of)), None)
        return tuple(replace(t, of=t.of or (shared if len(found) > 1 else None)) for t in found)

    def _of_short(self, title: Title) -> Title:
        """ "Commission Vice President", where the article names the European Commission."""
        opening, _, rest = title.words.partition(" ")
        if title.of is not None or not rest or opening not in SHORT_BODIES:
            return title
        named = {k: t.name for k, t in self.linked.things.items() if k.startswith("institution/")}
        bodies = [k for k, name in named.items() if name.endswith(f" {opening}")]
        return replace(title, words=rest, of=bodies[0]) if len(bodies) == 1 else title

    def _cut(self, first: int, last: int) -> list[tuple[int, int]]:
        for i in range(first + 1, last - 1):
            if (
                self.tokens[i].text.lower() in ("and", "&", "/")
                and any(self._is_title_noun(j) for j in range(i + 1, last))
                and (self._is_title_noun(i - 1) or self._parts_offices(first, i, last))
            ):
                return [(first, i), *self._cut(i + 1, last)]
        return [(first, last)]

    def _parts_offices(self, first: int, i: int, last: int) -> bool:
        """As in "Crown Prince of Fars | and Deputy Commander of the Guard": an office of something on either side."""
        words = [self.tokens[j].text.lower() for j in range(first, last)]
        before, after = words[: i - first], words[i - first + 1 :]
        if "of" not in before or not any(self._is_title_noun(j) for j in range(first, i)):
            return False
        stop = after.index("of") if "of" in after else len(after)
        return any(self._is_title_noun(j) for j in range(i + 1, i + 1 + stop)) and stop < 5

    def _before_rank(self, first: int, last: int) -> int:
        """Where a title ends before the rank of an officer: "army chief | General X"; *last* where there is none."""
        words = [token.text for token in self.tokens[first:last]]
        named = [self.table.office(_join_hyphens(words[start:])) for start in range(len(words))]
        known = [start for start, office in enumerate(named) if office is not None]
        office = named[known[0]] if known else None
        if not known or office is None or office.role != RANK or words[known[0] - 1] == "-":
            return last
        start = first + known[0]
        return start if any(self._is_title_noun(j) for j in range(first, start)) else last

    def _read_one(self, first: int, last: int, rule: str) -> Title | None:
        tokens, last = self.tokens, self._before_rank(first, last)
        head = self._head(first, last)
        if head is None:
            return None
        office_first = self._known_office_start(first, head)
        office_last = self._known_office_end(office_first, head, last)
        of: str | None = None
        skipped: set[int] = set()
        for m in self.linked.names:
            if not (first <= m.first and m.last <= last):
                continue
            if (
                office_first <= m.first
                and m.last <= office_last
                and m.kind not in (STATE, DEMONYM)
                and not self._whose(m, office_first, head, office_last)
            ):
                continue
            if m.first < office_first < m.last and m.state:  # "US Treasury | Secretary"
                of = of or self.linked.state_key(m.state)
                skipped.update(range(m.first, office_first))
                continue
            key = self.linked.at.get(m.first)
            if key is None or self.linked.is_person(key) or self._is_portfolio(m, head):
                continue
            if m.kind in (STATE, DEMONYM, INSTITUTION, CITY, REGION):
                if self._sent_to(m.first, head):
                    pass
                elif of is None or (not of.startswith("institution/") and m.kind == INSTITUTION):
                    self._own(key, of)
                    of = key
                else:
                    self._own(of, key)
                skipped.update(range(m.first, m.last))
                before = m.first - 1
                while before > head and tokens[before].text.lower() in ("of", "for", "the", "at", "to"):
                    skipped.add(before)
                    before -= 1
        owners = {i for m in self.linked.names if m.kind == PERSON and m.last < last for i in range(m.first, m.last)}
        words: list[str] = []
        past = False
        last = self._before_body(head, last)
        for i in range(max(first, self._behind_owner(first, head)), last):
            token = tokens[i]
            word = token.text.lower()
            if i in skipped or i in owners or (word in SKIPPED_WORDS and not self._inside_hyphen(i, first, last)):
                continue
            if i < head and self.table.demonym(token.text) and of is not None:  # "the Bosnian | Serb leader"
                continue
            if i < head and (word == "host" or (word in COUNTRY and self._word(i + 1) in ("'s", "’s"))):
                continue
            if word in EPITHETS and token.tag == "VBD" and not past:
                words.clear()  # "the military | ousted President X"
            if (word in EPITHETS and word != "then") or (word in NUMBERS and i < head and not words):
                continue
            if word in COUNTERPARTS and i < head:
                continue  # "counterpart Prime Minister X"
            if is_style(tokens, i) or word in ("(", ")"):
                continue
            if i == last - 1 and i > head and word in ("prince", "princess"):
                continue  # "Minister of Sport Prince X"
            if (is_honorific(token.text) or word in HONORIFICS - {"chief"}) and not office_first <= i < office_last:
                continue
            past = past or word in PAST_WORDS
            words.append(token.text)
        while words and words[-1].lower() in ("of", "for", "and", "the", "at", "to", "in"):
            words.pop()
        while words and words[0].lower() in ("of", "for", "and", "the", "-"):
            words.pop(0)
        if not words:
            return None
        text = singular(_join_hyphens(words))
        if words[0].lower() in ORDER and len(words) > 1 and self.table.office(text) is None:
            text = text.partition(" ")[2]
        while " " in text and text.split()[0].lower() in EPITHETS - {"then"}:  # "left-wing", of three tokens
            text = text.split(maxsplit=1)[1]
        past = past or self.tokens[max(0, first - 1)].text.lower() in ("then", "former", "ex")
        if of is None and (named := self._named_again(head, last)) is not None:
            of, text = named
        if of is None:
            of = (
                self._of_possessor(first, head)
                or self._of_government(last)
                or self._of_its(first)
                or self._of_the_country(first, head)
                or self._of_the_bracketed(first, last)
            )
        return Title(in_small(text), of, past, first, last, rule, self._owner_of(first, last))

    def _is_portfolio(self, m: NameMention, head: int) -> bool:
        """ "| Foreign Affairs and External Trade Minister": what is minded, and no body of that name."""
        words = {self._word(i) for i in range(m.first, m.last)}
        return (
            m.kind == INSTITUTION and m.first < head and words <= MINDED | {"foreign", "external", "internal", "home"}
        )

    def _behind_owner(self, first: int, head: int) -> int:
        """ "Prime Minister X's | chief secretary": the title behind whose man its holder is."""
        marks = [i for i in range(first, head) if self.tokens[i].text in ("'s", "’s", "'", "’", "`s")]
        owned = (i + 1 for i in marks if (key := self.linked.key(i - 1)) and self.linked.is_person(key))
        return max(owned, default=first)

    def _before_body(self, head: int, last: int) -> int:
        """The end of a title without a body that no table knows: "head | of the Peruvian Water Board"."""
        for m in self.linked.names:
            if not head < m.first < last or m.kind not in (STATE, DEMONYM) or m.last >= last:
                continue
            goes_on = self.tokens[m.last].text[:1].isupper() and self.tokens[m.last].pos in ("PROPN", "NOUN", "ADJ")
            at = m.first - 1
            at -= self._word(at) == "the"
            if goes_on and self._word(at) == "of" and at > head:
                return at
        return last

    def _sent_to(self, i: int, head: int) -> bool:
        """Whether *i* names where somebody is sent, not who sent them: "the ambassador to | Lebanon"."""
        before = next((t.text.lower() for t in reversed(self.tokens[head + 1 : i]) if t.pos == "ADP"), "")
        m = self.linked.mention_at.get(i)
        if m is not None and m.kind == REGION and before == "for":
            return i > head  # "assistant secretary for the | Middle East"
        if i <= head or self.tokens[head].lemma.lower() not in SENT:
            return False
        return before in ("to", "for", "in", "on")

    def _own(self, body: str, state: str | None) -> None:
        """Give a government's body the state named with it in a title: "Kuwait's speaker of the National Assembly"."""
        thing = self.linked.things[body]
        ruling = thing.type == "government" or thing.name.split()[-1].lower() in RULING
        if ruling and thing.of is None and state is not None and self.linked.is_state(state):
            thing.of = self.linked.things[state].name

    def _named_again(self, head: int, last: int) -> tuple[str, str] | None:
        """ "spokesman for the council": the body named before whose name ends so, and the title without it."""
        if last - head < 4 or self._word(head + 1) not in ("of", "for", "at") or self._word(head + 2) != "the":
            return None
        noun = self.tokens[last - 1].text
        named = (m for m in reversed(self.linked.names) if m.kind == INSTITUTION and m.last <= head)
        body = next((m for m in named if noun.islower() and m.name.split()[-1].lower() == noun), None)
        key = self.linked.at.get(body.first) if body is not None else None
        return (key, self.tokens[head].text) if key is not None and last == head + 4 else None

    def _of_government(self, last: int) -> str | None:
        """ "Minister of Commerce | and Industry, Food and Textiles, Government of India"."""
        at = last
        while at < min(last + PORTFOLIOS, len(self.tokens) - 2):
            if [self._word(at), self._word(at + 1)] == ["government", "of"]:
                key = self.linked.key(at + 2)
                return key if key is not None and self.linked.is_state(key) else None
            if not (self.tokens[at].text[:1].isupper() or self._word(at) in (",", "and", "&", "of", "for", "-")):
                return None
            at += 1
        return None

    def _of_possessor(self, first: int, head: int) -> str | None:
        """ "Peru's Industry, Trade and | Permanent Secretary": the state whose long-named ministry it is."""
        at = first - 1
        while at > 0 and (self.tokens[at].text[:1].isupper() or self._word(at) in (",", "and", "&")):
            at -= 1
        joined = any(self._word(i) in ("and", "&") for i in range(at, head))
        listed = (
            joined
            and at < first - 1
            and self._word(at + 1) != ","
            and not any(map(self.delegates.starts_name, range(at, first)))
        )
        key = self.linked.key(at - 1) if listed and self._word(at) in ("'s", "’s") else None
        return key if key is not None and self.linked.is_state(key) else None

    def _of_its(self, first: int) -> str | None:
        """The state or body that "its" before a title means: the subject before it, else what is named last."""
        at = next((i for i in (first, first - 1) if i >= 0 and self.tokens[i].text.lower() in ("its", "whose")), None)
        if at is None:
            return None
        if self.tokens[at].text.lower() == "whose":  # "Peru, whose president, X"
            owner = next(
                (m for m in self.linked.names if m.last in (at, at - 1) and m.kind in (STATE, INSTITUTION)), None
            )
            return self.linked.at.get(owner.first) if owner is not None else None
        sentence = self.syntax.sentence_of[at]
        before = [
            m.first
            for m in self.linked.names
            if m.last <= at
            and self.syntax.sentence_of[m.first] in (sentence, sentence - 1)
            and m.kind in (STATE, INSTITUTION, CITY)
            and not self.linked.in_title(m)
        ]
        keys = [(i, key) for i in before if (key := self.linked.at.get(i)) and not key.startswith("place/")]
        subjects = [key for i, key in keys if self.syntax.dep[i].startswith("nsubj")]
        return subjects[-1] if subjects else keys[-1][1] if keys else None

    def _of_the_country(self, first: int, head: int) -> str | None:
        """The state that "the country's" before a title means: the one last named, in the sentence or those before."""
        at = next((i for i in range(max(0, first - 2), head) if self._word(i) in COUNTRY), None)
        if at is None or self._word(at + 1) not in ("'s", "’s") or self._word(at - 1) not in ("the", "that"):
            return None
        sentence = self.syntax.sentence_of[at]
        named = [
            self.linked.at[m.first]
            for m in self.linked.names
            if m.last <= at and m.kind in (STATE, DEMONYM) and sentence - self.syntax.sentence_of[m.first] <= 2
        ]
        return named[-1] if named else None

    def _of_the_bracketed(self, first: int, last: int) -> str | None:
        """As in "Northern Islands Forum (NIF) | Chair": the body that the letters before a title stand for."""
        if [self._word(first - 3), self._word(first - 1)] != ["(", ")"] or not self.tokens[first].text[:1].isalpha():
            return None
        thing = self.linked.things.get(self.linked.at.get(first - 2, ""))
        if thing is None or not thing.key.startswith("institution/") or thing.type == "media":
            return None
        office = self.table.office(self._surface(first, last))
        foreign = thing.type == "government" and office is not None and office.national
        return None if foreign else thing.key

    def _owner_of(self, first: int, last: int) -> str | None:
        """The person whose man it is: "Putin's aide", "an aide to President Putin"."""
        for i in range(max(0, first - 2), min(last + MASTER, len(self.tokens))):
            key = self.linked.key(i)
            if key is None or not self.linked.is_person(key):
                continue
            m = self.linked.mention_at[self.syntax.unit_of[i]]
            if m.last < len(self.tokens) and self.tokens[m.last].text in ("'s", "’s", "'") and m.last < last:
                return key
            if (
                m.unit_first >= last
                and self.tokens[m.unit_first - 1].text in ("to", "for")
                and m.unit_first - 1 <= last
            ):
                return key
        return None

    def _whose(self, m: NameMention, first: int, head: int, last: int) -> bool:
        """Whether a body inside an office's name is whose office it is: "NATO chief", "Secretary-General of the UN"."""
        return m.kind == INSTITUTION and (m.last <= head or m.first > head) and not self._of_state(first, last)

    def _of_state(self, first: int, last: int) -> bool:
        """Whether the office of these words is one state's by itself."""
        office = self.table.office(self._surface(first, last))
        return office is not None and office.state is not None

    def _inside_hyphen(self, i: int, first: int, last: int) -> bool:
        return self.tokens[i].text == "-" and first < i < last - 1

    def _head(self, first: int, last: int) -> int | None:
        """The noun that names the office: the last title noun before an "of" phrase."""
        stop = next(
            (i for i in range(first + 1, last) if self.tokens[i].text.lower() in ("of", "for", "at", "to")), last
        )
        heads = [i for i in range(stop - 1, first - 1, -1) if self._is_title_noun(i)]
        if len(heads) > 1 and self._word(heads[0]) in ("prince", "princess") and self._word(heads[0] - 1) != "crown":
            heads = heads[1:]  # "Foreign Minister Prince X"
        for i in heads:
            if self.tokens[i].text.lower().rstrip(".") not in HONORIFICS or self.tokens[i].text.islower():
                return i
        if heads:
            return heads[0]
        return next((i for i in range(last - 1, first - 1, -1) if self._is_title_noun(i)), None)

    def _known_office_start(self, first: int, head: int) -> int:
        for i in range(first, head + 1):
            if self.table.office(self._surface(i, head + 1)) is not None:
                return i
        return head

    def _known_office_end(self, first: int, head: int, last: int) -> int:
        for end in range(last, head + 1, -1):
            if self.table.office(self._surface(first, end)) is not None:
                return end
        return head + 1

    def _surface(self, first: int, last: int) -> str:
        return " ".join(self.linked.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    # ── settling ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _default_state(self, title: Title) -> str | None:
        """The state or body whose office a title is by itself: "Home Secretary", "Commission President"."""
        office = self.table.office(title.words)
        if office is None:
            return None
        if office.state:
            sure = office.body is not None and office.body in title.words  # "CIA Director"
            return self.linked.state_key(office.state) if sure or self._spoken_of(office.state) else None
        body = self.table.body(office.body) if office.body and not self.table.generic_body(office.body) else None
        return self.linked.body_key(body) if body is not None else None

    def _spoken_of(self, state: str) -> bool:
        """Whether a state that an office alone tells may be meant: the article names it, or hardly any other."""
        named = {m.state for m in self.linked.names if m.state and m.kind in (STATE, DEMONYM, INSTITUTION)}
        named |= {t.name for k, t in self.linked.things.items() if self.linked.is_state(k) and t.mentions}
        return state in named or len(named) < 2

    def _settle(self) -> None:
        for person, titles in self.titles.items():
            self.titles[person] = _without_bare([t for t in titles if not self._is_relation(t)])
        for person, titles in self.titles.items():
            own = [self._default_state(t) for t in titles]
            of_state = next((of for of in own if of and self.linked.is_state(of)), None)
            state = self.stands_for.get(person) or next((t.of for t in titles if t.of), None) or of_state
            self.titles[person] = [
                replace(t, of=t.of or of or (None if self._of_no_government(t, state) else state))
                for t, of in zip(titles, own, strict=True)
            ]
        for person, titles in self.titles.items():
            current = [t.of for t in titles if t.of and not t.past] or [t.of for t in titles if t.of]
            if current:  # a minister who is of a party too stands for the state
                self.stands_for.setdefault(person, next((of for of in current if self.linked.is_state(of)), current[0]))
        self._described()
        self._guess_states()
        self._of_owners()

    def _of_no_government(self, title: Title, of: str | None) -> bool:
        """Whether a minister would be one of a party, or of anything else but a state."""
        body = self.linked.things.get(of or "")
        governs = (
            body is None or not body.key.startswith("institution/") or body.type in ("government", "international")
        )
        return not governs and head_word(title.words) in ("minister", "ministers")

    def _described(self) -> None:
        """Give "the North Korean leader" to the one person named without an office whom nothing keeps from being it."""
        for each in descriptions(self.linked):
            of_state = [self._word(each.last + n) for n in range(2)] == ["of", "state"]
            found = replace(each, words=f"{each.words} of state", last=each.last + 2) if of_state else each
            role = role_of(self.linked, found.words)
            if role not in HEADS | FOREIGN_MINISTERS or any(
                same_seat({role}, {role_of(self.linked, t.words)})
                and not t.past
                and (t.of == found.state or (t.of is None and self._usual(person, found.state)))
                for person, titles in self.titles.items()
                for t in titles
            ):
                continue
            person = self._holder(found) if role in HEADS else self._main(found)
            if person is not None:
                self.titles[person] = [
                    Title(found.words, found.state, False, found.first, found.last, "office.description")
                ]
                if person not in self.stands_for:
                    self.stands_for[person] = found.state
                    self.guessed.add(person)
                    self.linked.persons[person].doubt = "the office is told without the name: nobody else fits"
        self._told_for_a_name()

    def _told_for_a_name(self) -> None:
        """ "Penny Wong was in Suva. The foreign minister met X": hers, if nobody else has it."""
        spoken_of = {each.words for each in descriptions(self.linked)}
        spoken_of |= {t.words for titles in self.titles.values() for t in titles}
        for found in bare_offices(self.linked, {*self.stands_for, *(p for p, held in self.titles.items() if held)}):
            if not any(names_office(words, _content(found.words)) for words in spoken_of):
                title = Title(found.words, None, False, found.first, found.last, "office.description")
                self._add(found.person, replace(title, of=self._default_state(title)))
                self.told_as[found.head] = found.person
                self.linked.persons[found.person].doubt = "the office is told without the name: nobody else fits"

    def _holder(self, found: Described) -> str | None:
        """Whom a description means: the one of the state, else the one whose name is usual there."""
        free = [p for p in self.linked.persons if not self.titles.get(p)]
        of_state = [p for p in free if self.party_of(p) == found.state]
        if of_state:
            return of_state[0] if len(of_state) == 1 else None
        usual = [p for p in free if p not in self.stands_for and self._usual(p, found.state)]
        return usual[0] if len(usual) == 1 else None

    def _main(self, found: Described) -> str | None:
        """ "Ruiz's tour began. … The Peruvian foreign minister": who opens the article, alone without an office."""
        free = [p for key, p in self.linked.persons.items() if not self.titles.get(key) and key not in self.stands_for]
        first = min((m.first for p in self.linked.persons.values() for m in p.mentions), default=0)
        opens = [p.key for p in free if p.mentions[0].first == first < found.first]
        return opens[0] if len(free) == 1 and opens and not self._does_it_to_somebody(found.last - 1) else None

    def _does_it_to_somebody(self, i: int) -> bool:
        """ "Keller landed in Kigali. Rwanda's foreign | minister welcomed him": the minister is somebody else."""
        verb = self.syntax.head[i]
        beside = (*self.syntax.children(verb, "nsubj", "obj", "iobj"), *(h for _, h in self.syntax.obliques(verb)))
        return any(self.syntax.word(j) in ("he", "she", "him", "her") for j in beside)

    def _usual(self, person: str, state: str) -> bool:
        name = self.linked.things[state].name
        return votes(self.linked.persons[person].name, name, self.table) >= USUAL

    def _of_owners(self) -> None:
        """Aides and envoys of a person are of that person's state."""
        for person, titles in self.titles.items():
            for n, title in enumerate(titles):
                if title.of is None and title.owner not in (None, person):
                    of = self.party_of(title.owner or "")
                    titles[n] = replace(title, of=of)
                    if of is not None:
                        self.stands_for.setdefault(person, of)
                        if title.owner in self.guessed:
                            self.guessed.add(person)

    def _guess_states(self) -> None:
        """Give "President Trump" a state, where the article as a whole makes one likely."""
        for person, state in Allegiance(self.linked, self._holders(), self.told_as).guesses().items():
            self.guessed.add(person)
            self.titles[person] = [
                replace(t, of=state) if t.of is None and self._of_a_state(t) else t for t in self.titles[person]
            ]
            self.stands_for.setdefault(person, state)
            self.linked.persons[person].doubt = "the text does not say of which state: the likeliest one it names"

    def _holders(self) -> Iterator[Holder]:
        for person, titles in self.titles.items():
            state = self.party_of(person) or next((t.of for t in titles if t.of), None)
            for title in titles:
                if title.past or (title.of is not None and not self.linked.is_state(title.of)):
                    yield Holder(person, "", state)
                elif state is not None or (title.of is None and self._of_a_state(title)):
                    yield Holder(person, title.words, state)
        for person in self.stands_for:
            if not self.titles.get(person):
                yield Holder(person, "", self.party_of(person))

    def _of_a_state(self, title: Title) -> bool:
        """Whether an office is a state's where nothing else is said: "President", not "director"."""
        if title.words.lower().startswith("presidential ") and "candidate" not in title.words.lower():
            return True  # "Presidential spokesman"
        if title.words.lower() == "leader" and self.tokens[max(0, title.first - 1)].text.lower() in ("their", "its"):
            return False
        words = title.words.split()
        if words[-1] == "leader" and any(w[:1].isupper() and w.lower() not in OF_PARLIAMENT for w in words[:-1]):
            return False  # "Labour leader" is of a party
        if title.words.lower().endswith("chief negotiator"):
            return True
        office = self.table.office(title.words)
        if office is not None:
            return office.national
        rank, _, rest = title.words.partition(" ")
        if self.table.rank_word(rank) and (office := self.table.office(rest)) is not None and office.national:
            return True  # "interim NSA"
        return title.words.lower().split()[-1] in NATIONAL_HEADS or bool(MINDING.match(title.words))

    # ── results ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def offices(self) -> tuple[Office, ...]:
        """All offices, in the order of the text, each with its evidence."""
        found = []
        for person, titles in self.titles.items():
            for title in titles:
                found.append(
                    (title.first, Office(person, title.words, title.of, (self._evidence(person, title),), title.past))
                )
        return tuple(office for _, office in sorted(found, key=lambda pair: (pair[0], pair[1].person, pair[1].title)))

    def _evidence(self, person: str, title: Title) -> Evidence:
        """The title with the name it stands beside."""
        mentions = self.linked.persons[person].mentions
        near = min(mentions, key=lambda m: (abs(m.first - title.last), m.first))
        first, last = min(near.first, title.first), max(near.last, title.last)
        if self.syntax.sentence_of[near.first] != self.syntax.sentence_of[title.first]:
            first, last = title.first, title.last
        span = Span(self.tokens[first].start, self.tokens[last - 1].end)
        article = self.linked.document.article
        return Evidence(article.id, span, article.text[span.start : span.end], title.rule)

    def party_of(self, person: str, *, firm: bool = False) -> str | None:
        """
        The state or institution a person stands for in a meeting; an institution's state where it is a government's.

        With *firm*, None where that is only a guess.
        """
        key = self.stands_for.get(person)
        if key is None or (firm and person in self.guessed):
            return None
        if key.startswith("institution/"):
            thing = self.linked.things[key]
            if thing.type == "government" or (thing.of and thing.name.split()[-1].lower() in RULING):
                return self.linked.state_key(thing.of) if thing.of else None
            if thing.type in ("company", "media"):
                return None  # whoever runs a firm meets nobody on its behalf alone
        if key.startswith("place/"):
            country = self.linked.things[key].country
            return self.linked.state_key(country) if country else None
        return key


def head_word(title: str) -> str:
    """The noun that heads a title: "secretary" of "Secretary of State"."""
    words = title.lower().replace("-", " ").split()
    stop = next((n for n, w in enumerate(words) if n and w in ("of", "for")), len(words))
    return words[stop - 1] if words else ""


def names_office(title: str, words: set[str]) -> bool:
    """Whether a title is one that these words may speak of."""
    listed = set(title.lower().replace("-", " ").split())
    return words <= listed and head_word(title) in words and not (listed & RANKED) - words


def _content(title: str) -> set[str]:
    return set(title.lower().replace("-", " ").split())


def _without_bare(titles: list[Title]) -> list[Title]:
    """Titles less those that a fuller one of the same person repeats: "Secretary" beside "Treasury Secretary"."""

    def repeated(t: Title) -> bool:
        words = set(t.words.lower().replace("-", " ").split())
        return any(
            words < set(o.words.lower().replace("-", " ").split())
            and t.past == o.past
            and (t.of is None or o.of is None or t.of == o.of)
            for o in titles
        ) or any(
            o is not t and t.of is None and o.of is not None and t.past == o.past and words == _content(o.words)
            for o in titles
        )

    kept = [t for t in titles if not repeated(t)]
    offices = [t for t in kept if not _is_birthright(t)]  # "Foreign Minister Prince X" holds one office
    return offices or kept or titles


def _is_birthright(title: Title) -> bool:
    return title.words.lower() in ("prince", "princess")


_PLURALS = {
    "presidents": "President",
    "ministers": "Minister",
    "secretaries": "Secretary",
    "leaders": "leader",
    "chiefs": "chief",
    "premiers": "Premier",
    "chancellors": "Chancellor",
    "negotiators": "negotiator",
    "envoys": "envoy",
    "ambassadors": "ambassador",
    "senators": "Senator",
    "governors": "Governor",
    "commissioners": "Commissioner",
    "generals": "General",
    "officials": "official",
    "representatives": "Representative",
    "counterparts": "counterpart",
    "diplomats": "diplomat",
    "directors": "director",
    "heads": "head",
    "kings": "King",
    "princes": "Prince",
}


def singular(title: str) -> str:
    """A title of several people for one of them: "Foreign Ministers" → "Foreign Minister"."""
    words = title.split()
    minded = next((n for n, word in enumerate(words) if word in ("of", "for", "to")), len(words))
    for n, word in enumerate(words[:minded]):
        one = _PLURALS.get(word.lower()) or _head_of(word.lower())
        if one is not None:
            words[n] = one if word[0].isupper() else one.lower()
    return " ".join(words)


def _head_of(plural: str) -> str | None:
    """ "mediators" → "mediator", where a title can be headed by it."""
    one = plural.removesuffix("s")
    return one if one != plural and gazetteer().title_word(one) is not None else None


def _join_hyphens(words: list[str]) -> str:
    return " ".join(words).replace(" - ", "-").replace("- ", "-").replace(" -", "-")
