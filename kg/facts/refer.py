"""Noun phrases → who is meant: names, titles, pronouns, "the two", delegations by state. Conservative where unsure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts.allegiance import HEADS, role_of
from kg.facts.descriptions import Descriptions
from kg.facts.link import RANKS, Linked
from kg.facts.offices import Offices, head_word, names_office
from kg.facts.party_words import DELEGATIONS, LEADING
from kg.facts.plurals import COUNTS, Plurals
from kg.facts.pronouns import HE, SHE, SPEAKER, Pronouns
from kg.text.mentions import PERSON

# Nouns for people who act for a state or body; the state beside them is a party.
DELEGATES = frozenset(
    "official officials delegation team negotiator minister leader envoy representative side diplomat counterpart "
    "president delegate government premier chancellor chief secretary official aide adviser advisor lawmaker "
    "ambassador director "
    "mission party representative head commander general officer expert technocrat authority administration trio duo "
    "pair man woman neighbour neighbor ally guest host rival visitor opponent partner delegate member king queen emir "
    "sultan prince pope troika contingent group movement militia faction army military junta rebel force troop regime "
    "parliament ministry cabinet".split()
)
GOVERNING = frozenset({"government", "military", "army"})
PAIR_OF_PEOPLE = frozenset(
    "leader man minister president diplomat premier chief woman politician statesman negotiator chancellor secretary "
    "envoy king commander foe rival friend".split()
)
PAIR_OF_PARTIES = frozenset(
    "side country nation party state power government delegation official neighbour neighbor ally economy giant "
    "superpower team".split()
)
RESUMING = frozenset({"team", "delegation", "side", "negotiator"})
PLURAL = frozenset({"they", "them", "both", "their", "themselves", "two"})
NO_OFFICE_WORDS = frozenset(
    "two both visiting new old former other same american chinese respective top senior host fellow".split()
)
INCLUDING = frozenset({"including", "such as", "like", "involving", "comprising", "among", "featuring"})
SHORT_OFFICES = {"pm": {"prime", "minister"}, "fm": {"foreign", "minister"}}
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
REACHES = 4  # sentences back, to whoever "the Omani" is
MARKED = 2  # words that hang on "the Omani": its article, a preposition
# Of whom a state has many: "officials of both countries" are not those who met before.
UNNAMED = frozenset(
    "official negotiator diplomat delegation delegate team representative expert technocrat envoy aide lawmaker "
    "commander army military".split()
)
ARRIVING = frozenset("fly arrive come travel land visit".split())
MEMBERS = frozenset({"country", "state", "nation"})  # "ASEAN countries": those of the body stand for it
MADE_UP = frozenset("make compose consist form draw constitute".split())
LED_BY = frozenset("lead head chair front comprise include represent".split())


@dataclass(frozen=True, slots=True)
class Group:
    """Those a noun phrase means: people and states or institutions as entity keys, in the order of the text."""

    people: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    # whoever met last in the story: "people" for "they", "parties" for "the two sides", "officials" for theirs
    anaphor: str | None = None
    doubt: str | None = None
    recalled: bool = False  # "they": people told together before

    def __bool__(self) -> bool:
        return bool(self.people or self.parties or self.anaphor)


class References:
    """Resolves noun phrases of one article."""

    def __init__(self, linked: Linked, offices: Offices) -> None:
        self.linked = linked
        self.offices = offices
        self.syntax = linked.syntax
        self.tokens = linked.document.tokens
        self.descriptions = Descriptions(linked, offices)
        self.pronouns = Pronouns(linked, self.title)
        self.plurals = Plurals(linked, offices, self.pronouns)
        self._leaders_of: list[tuple[int, tuple[str, ...], str]] = []  # where told, of which parties, who
        self._leaders_of = [*self._led_delegations()]

    def group(self, i: int) -> Group:
        """Everyone meant by the noun phrase headed at *i*, its coordination and apposition included."""
        people: list[str] = []
        parties: list[str] = []
        anaphor: list[str] = []
        self._collect(i, people, parties, anaphor, set(), top=True)
        unique_people = tuple(dict.fromkeys(people))
        return Group(
            unique_people,
            tuple(dict.fromkeys(parties)),
            anaphor[0] if anaphor and not people else None,
            recalled=bool(people) and set(people) == set(self.plurals.at(i)),
        )

    def groups(self, heads: list[int]) -> Group:
        """The union of several noun phrases."""
        found = [self.group(i) for i in heads]
        return Group(
            tuple(dict.fromkeys(k for g in found for k in g.people)),
            tuple(dict.fromkeys(k for g in found for k in g.parties)),
            next((g.anaphor for g in found if g.anaphor), None),
            recalled=len(found) == 1 and found[0].recalled,
        )

    def _collect(
        self, i: int, people: list[str], parties: list[str], anaphor: list[str], seen: set[int], *, top: bool
    ) -> None:
        if i in seen:
            return
        seen.add(i)
        syntax = self.syntax
        key = self.linked.key(i)
        if key is not None:
            if self.linked.is_person(key):
                people += [] if self._is_another(i) else [key]
            elif (person := self.compatriot(i)) is not None:
                people.append(person)
            elif not key.startswith("place/"):
                parties.append(key)
        elif said_of := self._said_of(i):
            people += said_of
        else:
            self._nominal(i, people, parties, anaphor)
        if key is None and top:
            people += self.leader(i)
        is_delegate = key is None and (syntax.lemma(i) in DELEGATES or self._of_a_body(i))
        if is_delegate and self.tokens[i].tag in ("NNS", "NNPS"):
            people += self.holders(i)
        for child in syntax.children(i):
            relation = syntax.dep[child]
            if relation == "conj":
                if self._is_nominal(child) and not self.is_left_out(child):
                    self._collect(child, people, parties, anaphor, seen, top=top)
            elif relation in ("appos", "list", "flat", "nmod:desc", "dep"):
                if self._is_nominal(child) and (key is None or self._names_person(child)):
                    self._collect(child, people, parties, anaphor, seen, top=False)
            elif relation in ("nmod", "obl") and self._is_nominal(child):
                case = syntax.case(child)
                if case in INCLUDING or (case in ("of", "from", "for", "under") and is_delegate):
                    before = len(anaphor)
                    self._collect(child, people, parties, anaphor, seen, top=False)
                    if syntax.lemma(i) in UNNAMED:
                        anaphor[before:] = ["officials"] * (len(anaphor) - before)
                    if case == "of" and self.linked.key(child) is None:  # "negotiators of a pact between A and B"
                        ranked = ("between", "from") if syntax.lemma(child) in RANKS else ("between",)
                        for between in (h for c, h in syntax.obliques(child) if c in ranked):
                            self._collect(between, people, parties, anaphor, seen, top=False)
                elif key is None and case in ("for", "of", "to", "at"):
                    # "the nominee for secretary of state, Mike Pompeo": the name hangs on the office
                    people += [
                        k
                        for c in syntax.children(child, "appos")
                        if (k := self.linked.key(c)) and self.linked.is_person(k)
                    ]
            elif relation == "acl" and (members := self._made_up_of(child)):
                for head in members:
                    self._collect(head, people, parties, anaphor, seen, top=False)
            elif relation == "acl" and syntax.lemma(child) in LED_BY:
                for head in [*syntax.subjects(child), *(syntax.children(child, "obj"))]:
                    if head != i:
                        self._collect(head, people, parties, anaphor, seen, top=False)
            elif relation in ("amod", "compound", "nmod:poss") and (is_delegate or key is None):
                for part in (*syntax.conjuncts(child), *self._of_government(child)):
                    part_key = self.linked.key(part)
                    if (
                        part_key
                        and not self.linked.is_person(part_key)
                        and not part_key.startswith("place/")
                        and is_delegate
                        and not self._of_a_people(i)
                    ):
                        parties.append(part_key)

    def _of_government(self, i: int) -> list[int]:
        """ "| Peruvian | government negotiators"."""
        return self.syntax.children(i, "amod", "compound") if self.syntax.lemma(i) in GOVERNING else []

    def _of_a_people(self, noun: int) -> bool:
        """ "the Greek and Turkish leaders of Cyprus": of peoples of Cyprus, for which alone they stand."""
        of = (self.linked.key(h) for case, h in self.syntax.obliques(noun) if case == "of")
        return self.tokens[noun].tag == "NNS" and any(key is not None and self.linked.is_state(key) for key in of)

    def _made_up_of(self, participle: int) -> list[int]:
        """ "a committee made up of officials from A and B", "consisting of X and Y": those it is made up of."""
        heads = [h for case, h in self.syntax.obliques(participle) if case.split()[-1:] == ["of"]]
        return heads if self.syntax.lemma(participle) in MADE_UP else []

    def is_left_out(self, i: int) -> bool:
        """ "met X and Y, | but not the Russian delegation"."""
        joined = {self.syntax.word(c) for c in self.syntax.children(i, "cc", "advmod") if c < i}
        return "not" in joined

    def _said_of(self, i: int) -> list[str]:
        """ "Blinken was the first minister | to be received": the people whom a noun is said of."""
        heads = self.syntax.children(i, "nsubj") if self.syntax.children(i, "cop") else []
        keys = (self.linked.key(j) or self.pronouns.who(j) for h in heads for j in self.syntax.conjuncts(h))
        return [key for key in keys if key is not None and self.linked.is_person(key)]

    def _led_delegations(self) -> Iterator[tuple[int, tuple[str, ...], str]]:
        """ "a Togolese delegation led by X": where, of whom, and its leader."""
        for i, token in enumerate(self.tokens):
            if token.lemma not in DELEGATIONS or self.linked.key(i) is not None:
                continue
            heads = [s for v in self.syntax.children(i, "acl") if self.syntax.lemma(v) in LEADING for s in self._by(v)]
            above = self.syntax.head[i]
            if self.syntax.lemma(above) in LEADING and i in self.syntax.patients(above):
                heads += self.syntax.subjects(above)
            leaders = self.groups(heads).people
            if len(leaders) == 1:
                yield i, self.group(i).parties, leaders[0]

    def _by(self, participle: int) -> list[int]:
        """ "led by X": X."""
        return [c for c in self.syntax.children(participle, "obl", "obl:agent") if self.syntax.case(c) == "by"]

    def leader(self, i: int) -> list[str]:
        """Who leads "the Togolese delegation" or "the delegation" at *i*, as told before; nobody where that is open."""
        several = self.tokens[i].tag in ("NNS", "NNPS")
        if self.syntax.lemma(i) not in DELEGATIONS or several or not self._leaders_of or not self._definite(i):
            return []
        heads = self.syntax.children(i, "amod", "compound", "nmod:poss")
        parties = {k for h in heads if (k := self.linked.key(h)) and not self.linked.is_person(k)}
        told_apart = heads or [c for c in self.syntax.children(i, "acl", "acl:relcl", "nmod") if self._is_close(i, c)]
        if not parties and told_apart:
            return []  # "the rival delegation", "the team that lost the final"
        told = {who for at, of, who in self._leaders_of if at < i and (not parties or {*of} == parties)}
        return [*told] if len(told) == 1 else []

    def _is_close(self, i: int, part: int) -> bool:
        """Whether no comma parts a noun from what is said of it: "the team that lost", not "the team, which won"."""
        return not any(self.tokens[j].text == "," for j in range(i, part))

    def _of_a_body(self, i: int) -> bool:
        """ "ASEAN member countries", "the G7 states"."""
        bodies = (self.linked.key(c) or "" for c in self.syntax.children(i, "compound", "amod", "nmod:poss"))
        return self.syntax.lemma(i) in MEMBERS and any(k.startswith("institution/") for k in bodies)

    def _is_another(self, i: int) -> bool:
        """ "another Singh": a namesake of the one who was spoken of."""
        return any(self.syntax.word(c) == "another" for c in self.syntax.children(i, "det"))

    def _is_nominal(self, i: int) -> bool:
        return (
            self.tokens[i].pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET") or self.linked.key(i) is not None
        )

    def _names_person(self, i: int) -> bool:
        key = self.linked.key(i)
        return key is not None and self.linked.is_person(key)

    def _self(self, i: int) -> list[str]:
        """ "X said that it followed a meeting between | himself and Y": whoever the nearest verb above is about."""
        verbs = [above for above in self.syntax.ancestors(i) if self.syntax.is_verb(above)]
        keys = (self.linked.key(s) or self.pronoun(s) for verb in verbs for s in self.syntax.subjects(verb))
        return [key for key in keys if key is not None and self.linked.is_person(key)][:1]

    def _nominal(self, i: int, people: list[str], parties: list[str], anaphor: list[str]) -> None:
        word, lemma = self.syntax.word(i), self.syntax.lemma(i)
        if word in ("whom", "who", "whose") and (noun := self._antecedent(i)) is not None:
            keys = [self.linked.key(j) for j in (noun, *self.syntax.children(noun, "appos"))]
            people += [k for k in keys if k is not None and self.linked.is_person(k)][:1]
        elif word in ("himself", "herself"):
            people += self._self(i)
        elif word in HE | SHE | SPEAKER:
            person = self.pronouns.speaker(i) if word in SPEAKER else self.pronoun(i)
            if person:
                people.append(person)
        elif self.tokens[i].tag in ("NNPS", "NNS") and (alike := self._namesakes(i)):
            parties += alike
        elif word in ("two", "both") and (acting := self._acting_states(i)):
            parties += acting
        elif lemma in PAIR_OF_PEOPLE and self._is_pair(i) and len(titled := self.title_pair(i)) == 2:
            people += titled
        elif compatriots := self._counted(i):
            people += compatriots
        elif named_together := self.plurals.at(i) or self.plurals.ahead(i):
            people += named_together
        elif word in PLURAL or (word in ("pair", "duo") and self._definite(i)):
            anaphor.append("people")
        elif lemma in PAIR_OF_PEOPLE | PAIR_OF_PARTIES and self._is_pair(i):
            named = self.title_pair(i)
            people += named
            if not named:
                anaphor.append("people" if lemma in PAIR_OF_PEOPLE else "parties")
        elif lemma in RESUMING and self._meets_again(i):
            anaphor.append("officials")
        elif theirs := self._theirs(i):
            parties += theirs
        elif self.tokens[i].tag in ("NNS", "NNPS") and self._definite(i) and (named := self.title_pair(i)):
            people += named
        elif lemma == "counterpart":
            person = self.counterpart(i)
            if person:
                people.append(person)
        elif lemma in ("guest", "visitor", "host") and (person := self.opposite(i)) is not None:
            people.append(person)
        elif self._definite(i) and self.tokens[i].tag not in ("NNS", "NNPS") and not self._is_named_behind(i):
            person = self.title(i)
            if person:
                people.append(person)

    def _counted(self, i: int) -> list[str]:
        """ "The two US officials", "both Chilean ministers": those of that state told last, if just so many."""
        beside = self.syntax.children(i, "amod", "compound", "nmod:poss", "nummod", "det")
        many = next((COUNTS[w] for c in beside if (w := self.syntax.word(c)) in COUNTS), None)
        states = {k for c in beside if (k := self.linked.key(c)) is not None and self.linked.is_state(k)}
        if many is None or len(states) != 1 or self.tokens[i].tag != "NNS" or not self._definite(i):
            return []
        here = self.syntax.sentence_of[i]
        near = [m for m in self.linked.names if m.kind == PERSON and m.first < i]
        near = [m for m in near if here - self.syntax.sentence_of[m.first] <= REACHES]
        told = dict.fromkeys(self.linked.at[m.first] for m in near)
        own = [p for p in told if self.offices.party_of(p) in states]
        return own if len(own) == many else []

    def _namesakes(self, i: int) -> list[str]:
        """ "The two Koreas"."""
        published = self.linked.document.article.published
        word = self.tokens[i].text
        states = self.linked.table.namesakes(word, year=published.year if published else None) if word.istitle() else ()
        return [self.linked.state_key(state.name) for state in states]

    def _acting_states(self, i: int) -> list[str]:
        """ "Canberra will waive a fee, and Dili will drop its case. The treaty that | the two signed": the states."""
        number = self.syntax.sentence_of[i]
        sentences = self.linked.document.sentences
        if not number or not self._definite(i) or self.linked.people_in(sentences[number - 1].first, i):
            return []
        before = range(sentences[number - 1].first, sentences[number - 1].last)
        keys = (self.linked.key(j) for j in before if self.syntax.dep[j] == "nsubj")
        states = list(dict.fromkeys(k for k in keys if k is not None and self.linked.is_state(k)))
        return states if len(states) == 2 else []

    def _theirs(self, i: int) -> list[str]:
        """ "X and Y met. | Their officials": those of the two states that X and Y stand for."""
        owned = [c for c in self.syntax.children(i, "nmod:poss") if self.syntax.word(c) == "their"]
        if not owned or self.syntax.lemma(i) not in UNNAMED or self.tokens[i].tag != "NNS" or self._is_named_behind(i):
            return []
        parties = [self.offices.party_of(p) for p in self.plurals.at(owned[0])]
        return [p for p in parties if p is not None] if len(parties) == len({*parties} - {None}) == 2 else []

    def _is_named_behind(self, i: int) -> bool:
        """ "His foreign minister, X": nobody else; not "with the president, Minister X with the king"."""
        behind = (self.linked.mention_at.get(c) for c in self.syntax.children(i, "appos", "flat", "nmod:desc"))
        return any(m is not None and m.kind == PERSON and m.title is None for m in behind)

    def _antecedent(self, i: int) -> int | None:
        """The noun whose relative clause the pronoun at *i* stands in: "X, with whom he had breakfast"."""
        for above in [i, *self.syntax.ancestors(i)]:
            if self.syntax.dep[above] == "acl:relcl":
                return self.syntax.head[above]
        return None

    def _is_pair(self, i: int) -> bool:
        """ "the two leaders", "both sides": whoever the story is about."""
        words = {self.syntax.word(c) for c in self.syntax.children(i, "nummod", "det", "det:predet", "amod")}
        return bool(words & {"two", "both"}) and not any(
            self.linked.key(c) for c in self.syntax.children(i, "nmod:poss", "amod", "compound")
        )

    def _meets_again(self, i: int) -> bool:
        """ "The teams will meet again": those of the talks told before."""
        several = self.tokens[i].tag in ("NNS", "NNPS") and self._definite(i)
        named = any(self.linked.key(c) for c in self.syntax.children(i, "amod", "compound", "nmod:poss", "nmod"))
        beside = self.syntax.children(self.syntax.clause(i), "advmod")
        return several and not named and any(self.syntax.word(c) == "again" for c in beside)

    def title_pair(self, i: int) -> list[str]:
        """ "the two presidents", "the foreign ministers": the only two in the article who hold that office."""
        if any(self.linked.key(c) for c in self.syntax.children(i, "amod", "compound", "nmod:poss", "nmod")):
            return []
        words = self._office_words(i)
        holders = [
            p
            for p, titles in self.offices.titles.items()
            if any(names_office(t.words, words) for t in titles if not t.past)
        ]
        others = not self._is_pair(i) and self._are_those_of_a_body(i)
        holders = self._named_together(holders, i) if len(holders) > 2 else holders
        return holders if len(holders) == 2 and not others else []

    def _named_together(self, holders: list[str], i: int) -> list[str]:
        """ "The foreign ministers of A and B, X and Y, met Z. … both | foreign ministers": X and Y; all, if no two."""
        mentions = [m for m in self.linked.names if m.kind == PERSON and m.first < i]
        rows = [[self.linked.key(j) for j in self.syntax.conjuncts(m.first)] for m in mentions]
        pairs = {tuple(sorted(k for k in row if k)) for row in rows if len(row) == 2 and {*row} <= {*holders}}
        return list(pairs.pop()) if len(pairs) == 1 else holders

    def _are_those_of_a_body(self, i: int) -> bool:
        """ "EU ministers froze the funds. The ministers, …": those named before with whose they are."""
        alike = (
            j
            for j in range(i)
            if self.tokens[j].tag == self.tokens[i].tag and self.tokens[j].lemma == self.tokens[i].lemma
        )
        whose = (
            self.linked.key(c) or "" for j in alike for c in self.syntax.children(j, "compound", "amod", "nmod:poss")
        )
        return any(key.startswith("institution/") for key in whose)

    def _office_words(self, i: int) -> set[str]:
        """The noun and what narrows it down: "foreign", "prime"."""
        modifiers = {
            self.syntax.word(c) for c in self.syntax.children(i, "amod", "compound") if self.linked.key(c) is None
        }
        office = SHORT_OFFICES.get(self.syntax.lemma(i)) or {self.syntax.lemma(i)}
        return office | {w for w in modifiers if w not in NO_OFFICE_WORDS}

    def _definite(self, i: int) -> bool:
        children = self.syntax.children(i)
        if any(self.syntax.word(c) in ("a", "an", "no", "any", "another") for c in children):
            return False
        return any(
            (self.syntax.dep[c] == "det" and self.syntax.word(c) in ("the", "both"))
            or self.syntax.dep[c] == "nmod:poss"
            or (self.syntax.dep[c] in ("amod", "compound") and self.linked.key(c))
            for c in children
        )

    # ── pronouns and titles ─────────────────────────────────────────────────────────────────────────────────────────

    def pronoun(self, i: int) -> str | None:
        """The person that "he" or "she" at *i* stands for; None where no one is near or several are as likely."""
        return self.pronouns.at(i)

    def _is_subject(self, i: int) -> bool:
        at = i
        while self.syntax.dep[at] == "conj":
            at = self.syntax.head[at]
        return self.syntax.dep[at] in ("nsubj", "nsubj:pass")

    def holders(self, i: int) -> list[str]:
        """ "the foreign ministers of Iran and Saudi Arabia": those the article knows in that office there."""
        words = {self.syntax.word(c) for c in self.syntax.children(i, "amod", "compound")} | {self.syntax.lemma(i)}
        if not self._definite(i) and not any(case == "of" for case, _ in self.syntax.obliques(i)):
            return []
        if self.linked.table.title_word(self.syntax.lemma(i)) is None or self.syntax.lemma(i) in UNNAMED:
            return []
        of = self.syntax.children(i, "amod", "compound", "nmod:poss", "nmod")
        # "the Presidents of A and B", where the parser joins B to the presidents
        joined = [c for c in self.syntax.children(i, "conj") if not self.syntax.children(c, "case")]
        states = [
            k
            for c in (*of, *(joined if any(self.syntax.case(c) == "of" for c in of) else ()))
            for p in self.syntax.conjuncts(c)
            if (k := self.linked.key(p)) and self.linked.is_state(k)
        ]
        found = []
        for state in states:
            fitting = [
                person
                for person, titles in self.offices.titles.items()
                if any(
                    t.of == state
                    and not t.past
                    and self._holds(t.words, i)
                    and (
                        words & {"foreign", "finance", "defence", "defense", "trade", "prime"}
                        <= set(t.words.lower().split())
                    )
                    for t in titles
                )
            ]
            found += fitting if len(fitting) == 1 else []
        if self.syntax.lemma(i) == "leader" and len(found) < max(2, len(states) - 1):
            return [p for p in found if self._is_called_leader(p)]  # "Chinese leaders" are many
        return found

    def _is_called_leader(self, person: str) -> bool:
        return any(head_word(t.words) == "leader" for t in self.offices.titles.get(person, ()))

    def _holds(self, title: str, noun: int) -> bool:
        """Whether a title is the office of a noun; "leaders" are heads of state or government, of no year named."""
        if self.syntax.lemma(noun) != "leader" or head_word(title) == "leader":
            return head_word(title) == self.syntax.lemma(noun)
        sentence = self.linked.document.sentences[self.syntax.sentence_of[noun]]
        dated = any(_YEAR.fullmatch(t.text) for t in self.tokens[sentence.first : sentence.last])
        return not dated and role_of(self.linked, title) in HEADS

    def counterpart(self, i: int) -> str | None:
        """The person that "his Nigerian counterpart" stands for: of that state, in the office of the subject."""
        states = {
            k
            for c in self.syntax.children(i, "amod", "compound")
            for p in self.syntax.conjuncts(c)
            if (k := self.linked.key(p)) and self.linked.is_state(k)
        }
        clause = self.syntax.clause(i)
        near = [*self.syntax.subjects(clause), *self.syntax.patients(clause), *self.syntax.children(i, "nmod:poss")]
        owners = [self.linked.key(j) or self.pronouns.who(j) for j in near if j != i]
        offices = [t.words for o in owners if o for t in self.offices.titles.get(o, [])]
        found = {
            person: t.words
            for person, titles in self.offices.titles.items()
            for t in titles
            if person not in owners and (t.of in states or self.offices.party_of(person, firm=True) in states)
            if any(self._alike(t.words, mine) for mine in offices)
        }
        same = [
            p
            for p, words in found.items()
            if any(role_of(self.linked, words) == role_of(self.linked, mine) for mine in offices)
        ]
        named = same or [*found]
        return named[0] if len(named) == 1 else None

    def _alike(self, one: str, other: str) -> bool:
        """Whether holders of two offices are counterparts; a foreign minister is none of a prime minister's."""
        roles = {role_of(self.linked, one), role_of(self.linked, other)}
        return len(roles) == 1 or roles <= HEADS or (not roles & HEADS and head_word(one) == head_word(other))

    def opposite(self, i: int) -> str | None:
        """Whom "his guest" means: the one last told together with him, in this sentence or one of the two before."""
        owners = {k for c in self.syntax.children(i, "nmod:poss") if (k := self.pronouns.who(c)) is not None}
        sentence = self.syntax.sentence_of
        for told in sorted(self.plurals.told, key=lambda t: -t.at):
            near = told.at < i and sentence[i] - sentence[told.at] <= 2
            others = [p for p in told.people if p not in owners]
            if near and len(told.people) == 2 and len(others) == 1:
                return others[0]
        return self._foreigner(i) if self.syntax.lemma(i) in ("visitor", "guest") else None

    def _foreigner(self, i: int) -> str | None:
        """ "X flew in on Monday. Y spoke to | the visitor": who came and is not of Y's state."""
        syntax, clause = self.syntax, self.syntax.clause(i)
        faced = [h for case, h in syntax.obliques(clause) if case in ("with", "on", "by")]
        others = [*syntax.subjects(clause), *syntax.patients(clause), *faced]
        mine = [p for s in others if s != i and (p := self.pronouns.who(s)) is not None]
        states = {self.offices.party_of(p) for p in mine}
        came = {self.pronouns.who(s) for v in range(i) if self._arrives(v) for s in self._who_arrives(v)}
        came |= {self.pronouns.who(s) for n in range(i) if self.syntax.lemma(n) == "visit" for s in self._visits(n)}
        if not mine or None in states:
            return None
        for first in (self.linked.document.sentences[max(0, syntax.sentence_of[i] - 2)].first, 0):
            near = [p for p in self.linked.people_in(first, i) if p in came and p not in mine]
            foreign = [p for p in near if self.offices.party_of(p) not in {None, *states}]
            if len(foreign) == 1:
                return foreign[0]
        return None

    def _who_arrives(self, verb: int) -> list[int]:
        """The subjects of a verb; of "who flew in" the name before it."""
        subjects = self.syntax.subjects(verb)
        relative = self.syntax.dep[verb] == "acl:relcl" and any(self.syntax.word(s) == "who" for s in subjects)
        return [self.syntax.head[verb]] if relative else subjects

    def _visits(self, noun: int) -> list[int]:
        """Whose visit it is: "his visit to Chad", "returned, concluding a visit to Chad"."""
        if self.syntax.is_verb(noun):
            return []
        owners = self.syntax.children(noun, "nmod:poss")
        clause = self.syntax.clause(noun)
        above = self.syntax.head[clause] if self.syntax.dep[clause] in ("advcl", "xcomp") else clause
        return owners or self.syntax.subjects(clause) or self.syntax.subjects(above)

    def _arrives(self, verb: int) -> bool:
        return self.syntax.lemma(verb) in ARRIVING and self.syntax.is_verb(verb)

    def open(self, i: int) -> bool:
        """Whether "they" of the clause at *i* may be others than those last told together."""
        return any(j in self.plurals.open for j in self.syntax.subjects(self.syntax.clause(i)))

    def group_before(self, i: int, besides: tuple[str, ...]) -> tuple[str, ...]:
        """Those whom "they" at *i* means as one side: people joined in a subject of this sentence or the last."""
        sentence = self.syntax.sentence_of[i]
        for number in (sentence, sentence - 1):
            for m in self.linked.names:
                if m.kind != "person" or m.first >= i or self.syntax.sentence_of[m.first] != number:
                    continue
                if self.syntax.dep[m.first] in ("nsubj", "nsubj:pass", "appos", "nmod", "obl"):
                    keys = [self.linked.key(j) for j in self.syntax.conjuncts(m.first)]
                    people = tuple(dict.fromkeys(k for k in keys if k and self.linked.is_person(k)))
                    if len(people) >= 2 and not set(people) & set(besides):
                        return people
        return ()

    def _leaders(self, states: set[str]) -> list[str]:
        """Heads of a state or government; where the text names none, those of that state who bear no office at all."""
        heads = [
            person
            for person, titles in self.offices.titles.items()
            for t in titles
            if t.of in states and not t.past and role_of(self.linked, t.words) in HEADS
        ]
        if heads:
            return heads
        return [p for p in self.linked.persons if not self.offices.titles.get(p) and self.offices.party_of(p) in states]

    def compatriot(self, i: int) -> str | None:
        """ "the Omani", "the American": the one of that state who was named last; "the Chinese" are many."""
        key = self.linked.key(i)
        word = self.syntax.word(i)
        if (
            key is None
            or not self.linked.is_state(key)
            or not word.endswith(("an", "i"))
            or self.syntax.case(i) == "of"
        ):
            return None
        of_one = [self.syntax.word(c) for c in self.syntax.children(i, "det")] == ["the"]
        argument = self.syntax.dep[i] in ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod:poss", "nmod")
        if not (of_one and argument) or self.tokens[i].tag in ("NNS", "NNPS") or len(self.syntax.children(i)) > MARKED:
            return None
        here = self.syntax.sentence_of[i]
        near = [
            self.linked.at[m.first]
            for m in self.linked.names
            if m.kind == "person" and m.first < i and here - self.syntax.sentence_of[m.first] <= REACHES
        ]
        return next((p for p in reversed(near) if self.offices.party_of(p, firm=True) == key), None)

    def title(self, i: int) -> str | None:
        """The person that "the president" or "the Turkish leader" at *i* stands for: the last holder before it."""
        lemma = self.syntax.lemma(i)
        if (person := self.compatriot(i) or self.descriptions.who(i)) is not None:
            return person
        if self.linked.table.title_word(lemma) is None and lemma not in SHORT_OFFICES:
            return None
        states = {
            k
            for c in self.syntax.children(i, "amod", "compound", "nmod:poss", "nmod")
            for p in self.syntax.conjuncts(c)
            if (k := self.linked.key(p)) and not self.linked.is_person(k)
        }
        words = self._office_words(i)
        holders = [
            person
            for person, titles in self.offices.titles.items()
            for t in titles
            if names_office(t.words, words) and (not states or t.of in states)
        ]
        if not holders and states and lemma == "leader":
            holders = self._leaders(states)
        holders = list(dict.fromkeys(holders))
        if not holders:
            return self._described(i)
        if len(holders) == 1:
            return holders[0]
        before = [
            m for m in self.linked.names if m.kind == "person" and m.first < i and self.linked.at[m.first] in holders
        ]
        if not before:
            return None
        often = Counter(self.linked.at[m.first] for m in before).most_common(2)
        if len(often) > 1 and often[0][1] >= 3 * often[1][1]:
            return often[0][0]
        if states or len({self.linked.at[m.first] for m in before}) == 1:
            return self.linked.at[before[-1].first]
        recent = before[-1]
        near = self.syntax.sentence_of[i] - self.syntax.sentence_of[recent.first] <= 2
        return self.linked.at[recent.first] if near else None

    def _described(self, i: int) -> str | None:
        """ "X flew to Suva. The Australian minister met Y": whom the sentence before is about, if of no office yet."""
        number = self.syntax.sentence_of[i]
        sentences = self.linked.document.sentences
        if number == 0 or sentences[number].block != sentences[number - 1].block or not self._is_subject(i):
            return None
        first, last = sentences[number - 1].first, sentences[number].first
        named = {self.linked.at[m.first] for m in self.linked.names if m.kind == "person" and first <= m.first < last}
        roots = [j for j in range(first, last) if self.syntax.dep[j] == "root"]
        about = {k for root in roots for s in self.syntax.subjects(root) if (k := self.linked.key(s)) in named}
        (person,) = about if len(about) == 1 and about == named else (None,)
        return person if person is not None and not self.offices.titles.get(person) else None
