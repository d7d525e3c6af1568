"""Pronouns of one person → the person: by what the story has been about, who acts in the clause, and gender."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.facts.link import Linked
from kg.facts.party_words import FACING
from kg.letters import word_set

HE = word_set("he him his")
SHE = word_set("she her hers")
SPEAKER = word_set("i me my mine myself we us our")
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
SAYING = word_set(
    "say tell add state announce declare reply insist quip recall note joke write warn explain remark post tweet"
)
OPENING, CLOSING, EITHER = frozenset({"“", "„", "«", "``"}), frozenset({"”", "»", "''"}), frozenset({'"'})
WINDOW = 4  # sentences in which a pronoun looks for its person
BLOCKS = 2  # paragraphs it may go back
# How much a mention draws a later pronoun, by what it is in its clause; halved with each sentence in between. These
# weights are fitted to the pronouns of GUM (Zeldes 2017), its bio, news, court, interview, speech and other genres.
MAIN_SUBJECT, SUBJECT, OBJECT, OTHER, OWNER, MODIFIER = 180, 120, 115, 130, 40, 20
ECHO = 125  # what was a pronoun before stays one
PARALLEL = 40  # subject after subject, object after object
SAME_VERB = 70  # "refused to see X, but Y did see him"
UNELIDED = 30  # "X dined Y, and he left": X would need no pronoun
PARAGRAPH = 0.7  # what a mention in a paragraph before keeps of its weight
NEAREST = 25  # the nearest subject of the pronoun's own sentence
OWN = 25  # whose own clause it is, for "his" and "her"
FIRST = 8  # of those joined by "and" the first
FAINT = 15  # the least weight of the best
CLOSE = 8  # the least lead of the best
ACROSS = FACING | {"by", "to", "from"}  # "held talks with X": not the subject
PEERS = word_set("successor predecessor counterpart colleague rival opponent host guest")
UNNAMED = "?"  # opens the key of someone spoken of without a name


@dataclass(frozen=True, slots=True)
class Mention:
    """Someone spoken of at a token; `weight` as told in its own sentence."""

    at: int
    key: str
    weight: float
    relation: str
    sentence: int

    @property
    def subject(self) -> bool:
        return self.relation in SUBJECTS


class Pronouns:
    """
    Resolves the third person singular, and the first person in quotations, from the beginning of the text to its end.

    *described* gives the person that a noun such as "the president" stands for, None where that is open.
    """

    def __init__(self, linked: Linked, described: Callable[[int], str | None]) -> None:
        self.linked = linked
        self.syntax = linked.syntax
        self.tokens = linked.document.tokens
        self.described = described
        self.genders: dict[str, set[str]] = {k: set(p.genders) for k, p in linked.persons.items()}
        self.found: dict[int, str] = {}
        self.quoted = frozenset(self._quotations())
        self.mentions: list[Mention] = []
        self._read()

    def at(self, i: int) -> str | None:
        """The person that the pronoun at *i* stands for; None where nobody is near or several are as likely."""
        return _if_named(self.found.get(i))

    # ── the text from beginning to end ──────────────────────────────────────────────────────────────────────────────

    def _read(self) -> None:
        for i, token in enumerate(self.tokens):
            word = token.text.lower()
            if token.pos in ("PRON", "DET") and word in HE | SHE and self.linked.key(i) is None:
                key = self._resolved(i, "m" if word in HE else "f")
                if key is not None:
                    self.found[i] = key
                    self._note(i, key, ECHO)
            elif self.syntax.unit_of[i] == i and (key := self._named(i)) is not None:
                self._note(i, key, 0)

    def _named(self, i: int) -> str | None:
        """Who stands at a token by name or by office; someone unnamed where nobody knows who that is."""
        key = self.linked.at.get(i)
        if key is not None:
            return key if self.linked.is_person(key) else self.described(i) if self.linked.is_state(key) else None
        token = self.tokens[i]
        if (
            token.pos not in ("NOUN", "PROPN")
            or token.tag in ("NNS", "NNPS")
            or self.linked.table.title_word(token.lemma) is None
        ):
            return None
        if self.syntax.dep[i] in ("compound", "appos", "amod", "flat", "nmod:desc") or self.syntax.children(i, "cop"):
            return None
        if self.syntax.dep[i] not in SUBJECTS | {"obj", "obl", "obl:agent", "nmod", "nmod:poss"}:
            return None
        beside = self.syntax.children(i, "det", "nmod:poss", "amod", "compound")
        if not beside or any(self.syntax.word(c) in ("no", "any", "every", "each") for c in beside):
            return None
        named = [self.linked.key(c) for c in self.syntax.children(i, "appos", "flat", "nmod:desc")]
        if any(k and self.linked.is_person(k) for k in named):
            return None
        return self.described(i) or f"{UNNAMED}{i}"

    def _note(self, i: int, key: str, more: float) -> None:
        relation = self._relation(i)
        weight = {"nsubj": SUBJECT, "nsubj:pass": SUBJECT, "obj": OBJECT, "iobj": OBJECT}.get(relation, OTHER)
        if relation in SUBJECTS and self.syntax.dep[self.syntax.clause(i)] == "root":
            weight = MAIN_SUBJECT
        weight = OWNER if relation == "nmod:poss" else MODIFIER if relation in ("compound", "amod") else weight
        if more and self._is_of_peer(i):
            more = 0
        weight = max(weight, OTHER) if more else weight
        first = FIRST if self.syntax.dep[i] != "conj" and self.syntax.children(i, "conj") else 0
        self.mentions.append(Mention(i, key, weight + more + first, relation, self.syntax.sentence_of[i]))

    def _is_of_peer(self, i: int) -> bool:
        """ "| His successor, X, said that he": X, not the one succeeded; of "his spokesman, X" either may be "he"."""
        noun = self.syntax.head[i]
        named = any(self.linked.names_person(c) for c in self.syntax.children(noun, "appos", "flat", "nmod:desc"))
        return self.syntax.dep[i] == "nmod:poss" and named and self.syntax.lemma(noun) in PEERS

    def _relation(self, i: int) -> str:
        """What a word is to its clause; of those joined by "and" what the first is, of a name what its office is."""
        return self.syntax.dep[self._first(i)]

    def _first(self, i: int) -> int:
        syntax = self.syntax
        while (syntax.dep[i] == "conj" and not syntax.is_verb(syntax.head[i])) or (
            syntax.dep[i] in ("appos", "flat", "nmod:desc") and self.linked.key(syntax.head[i]) is None
        ):
            i = syntax.head[i]
        return i

    # ── one pronoun ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _resolved(self, i: int, gender: str) -> str | None:
        barred = self.barred(i).union(*(self.barred(j) for j in self._same_below(i)))
        ranked = [(s, k) for s, k in self.ranked(i) if k not in barred]
        ranked = [(s, k) for s, k in ranked if self._fits(k, gender)]
        if not ranked or ranked[0][0] < FAINT:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLOSE:
            return f"{UNNAMED}{i}"
        key = ranked[0][1]
        self.genders.setdefault(key, set()).add(gender)
        return key

    def _fits(self, key: str, gender: str) -> bool:
        known = self.genders.get(key, set())
        return not known or gender in known

    def ranked(self, i: int, window: int = WINDOW) -> list[tuple[float, str]]:
        """Those spoken of before *i* with how much they draw it, the strongest first."""
        here = self.syntax.sentence_of[i]
        block = self._block(here)
        best: dict[tuple[str, int], float] = {}
        last: dict[str, Mention] = {}
        nearest: Mention | None = None
        for m in [*self.mentions, *self._ahead(i)]:
            if here - m.sentence >= window or block - self._block(m.sentence) > BLOCKS:
                continue
            weight = SUBJECT if m.sentence == here and self._is_alone(m) else m.weight
            if m.sentence < here and self._is_source(m) and not self._tells(i):
                weight = OTHER
            if m.sentence == here and m.subject:
                nearest = m
            best[m.key, m.sentence] = max(best.get((m.key, m.sentence), 0), weight)
            last[m.key] = m
        scores: defaultdict[str, float] = defaultdict(float)
        for (key, sentence), weight in best.items():
            scores[key] += weight / 2 ** (here - sentence) * (1 if self._block(sentence) == block else PARAGRAPH)
        for key, m in last.items():
            scores[key] += self._likeness(i, m) / 2 ** (here - m.sentence)
        if nearest is not None:
            scores[nearest.key] += NEAREST
        if self.syntax.dep[i] == "nmod:poss":
            owners = {self.who(h) for h in self.syntax.subjects(self.syntax.clause(i)) if h < i}
            for key in scores:
                scores[key] += OWN * (key in owners)
        return sorted(((s, k) for k, s in scores.items()), key=lambda pair: (-pair[0], pair[1]))

    def _is_source(self, m: Mention) -> bool:
        """ "Roe will see Lund, | a spokesman, Poe, said": told at the end of what it is about."""
        verb = self.syntax.clause(m.at)
        said = m.subject and self._saying(verb)
        about = (*self.syntax.children(verb, "ccomp", "parataxis"), self.syntax.head[verb])
        return said and any(self.syntax.is_verb(clause) and clause < m.at and clause != verb for clause in about)

    def _tells(self, i: int) -> bool:
        """Whether what the pronoun at *i* does is to say more: "he added"."""
        return self.syntax.dep[i] in SUBJECTS and self.tokens[self.syntax.clause(i)].lemma in SAYING

    def _is_alone(self, m: Mention) -> bool:
        """ "The war is top of X's agenda as | he meets Y": the only one named so far in a sentence about a thing."""
        others = [o for o in self.mentions if o.sentence == m.sentence and o.key != m.key]
        return m.relation == "nmod:poss" and not others

    def _likeness(self, i: int, m: Mention) -> float:
        """How far a mention's place in its clause is that of the pronoun at *i*."""
        relation = self._relation(i)
        alike = relation == m.relation or {relation, m.relation} <= SUBJECTS
        mine, theirs = self.syntax.clause(i), self.syntax.clause(m.at)
        if self.syntax.dep[mine] == "conj" and self.syntax.head[mine] == theirs and m.subject and relation in SUBJECTS:
            return -UNELIDED
        same = mine != theirs and self.syntax.lemma(mine) == self.syntax.lemma(theirs)
        return (PARALLEL + SAME_VERB * same) * (alike and relation != "nmod:poss")

    def _ahead(self, i: int) -> Iterator[Mention]:
        """ "When he came to Rome, Kohl met …", "In talks he held, Kohl said": the subject of the clause so opened."""
        clause = self.syntax.clause(i)
        if i in self.quoted:  # "I will meet him," X said of Y
            yield from self._spoken_of(i)
        main = self.syntax.head[clause] if self.syntax.dep[clause] == "advcl" else clause
        if self.syntax.dep[clause] == "acl:relcl" and self.syntax.dep[self.syntax.head[clause]] == "obl":
            main = self.syntax.clause(self.syntax.head[clause])
        if main == clause and not self._fronted(i, clause):
            return
        for j in self.syntax.children(main, "nsubj", "nsubj:pass"):
            key = self.linked.key(j)
            if (clause < j or main == clause) and i < j and key and self.linked.is_person(key):
                yield Mention(j, key, MAIN_SUBJECT, "nsubj", self.syntax.sentence_of[i])

    def _fronted(self, i: int, clause: int) -> bool:
        """ "Before | his meeting with X, Y said": in a phrase at the head of the clause, before its subject."""
        at, owned = i, self.syntax.head[i]
        while self.syntax.head[at] not in (at, clause):
            at = self.syntax.head[at]
        own = self.syntax.dep[i] == "nmod:poss" and self.syntax.dep[at] in ("obl", "advmod", "nmod", "advcl")
        return own and bool(self.syntax.case(at) or self.syntax.case(owned)) and at < clause

    def _spoken_of(self, i: int) -> Iterator[Mention]:
        number = self.syntax.sentence_of[i]
        sentence = self.linked.document.sentences[number]
        for verb in range(sentence.first, sentence.last):
            if self._saying(verb):
                for case, j in self.syntax.obliques(verb):
                    key = self.linked.key(j)
                    if case in ("of", "about") and j > i and key and self.linked.is_person(key):
                        yield Mention(j, key, MAIN_SUBJECT, "obl", number)

    def _block(self, sentence: int) -> int:
        return self.linked.document.sentences[sentence].block

    # ── who it cannot be ────────────────────────────────────────────────────────────────────────────────────────────

    def barred(self, i: int) -> set[str]:
        """Those a pronoun or noun at *i* cannot be: who else fills its clause, who says the words it stands in."""
        heads = self._possessed(i) if self.syntax.dep[i] == "nmod:poss" else self.beside(i)
        keys = {k for h in heads for j in self.syntax.conjuncts(h) if (k := self.who(j)) is not None}
        if (speaker := self._speaker(i)) is not None and self.who(i) != speaker:
            keys.add(speaker)
        return keys

    def beside(self, i: int) -> list[int]:
        """The other arguments of the clause, and whoever the pronoun is joined to."""
        syntax = self.syntax
        clause = syntax.clause(i)
        mine = self._first(i)
        joined = [j for j in syntax.conjuncts(mine) if j != i]
        if within := self._owned_event(mine):
            return within + joined
        heads = [*syntax.subjects(clause), *syntax.patients(clause), *(h for _, h in syntax.obliques(clause))]
        heads += [h for _, h in syntax.obliques(syntax.head[i]) if syntax.head[i] != clause]
        heads += self._done_too(mine, clause)
        inside = (c for h in list(heads) if h != mine for c in syntax.children(h, "nmod", "nmod:poss") if c != mine)
        heads += [c for c in inside if syntax.word(c) not in HE | SHE]  # "on his first night he met X": he may be he
        beside = [h for h in heads if h not in (i, mine)]
        return [self._relative(h) for h in beside] + joined

    def _same_below(self, i: int) -> list[int]:
        """ "He recalled his trip, when | he met X": the subject of a clause below, told by the same pronoun."""
        syntax = self.syntax
        if syntax.dep[i] not in SUBJECTS:
            return []
        clause, last = syntax.clause(i), self.linked.document.sentences[syntax.sentence_of[i]].last
        again = (j for j in range(i + 1, last) if syntax.word(j) == syntax.word(i) and syntax.dep[j] in SUBJECTS)
        alike = (j for j in again if (i in self.quoted) == (j in self.quoted))  # not in "as long as he lies"
        return [j for j in alike if clause in syntax.ancestors(syntax.head[j])]

    def _done_too(self, i: int, clause: int) -> list[int]:
        """ "He met X and held talks with | Y": whom else the same subject has to do with."""
        syntax = self.syntax
        if syntax.dep[i] not in SUBJECTS:
            return []
        found = []
        for verb in syntax.children(clause, "conj"):
            if not syntax.is_verb(verb) or syntax.children(verb, "nsubj", "nsubj:pass", "expl"):
                continue
            objects = syntax.patients(verb)
            found += [*objects, *(h for n in (verb, *objects) for case, h in syntax.obliques(n) if case in ACROSS)]
        return found

    def _owned_event(self, i: int) -> list[int]:
        """ "A and B hold talks after X's calls with | both leaders": X, who alone cannot be one of them."""
        noun = self.syntax.head[i]
        owners = self.syntax.children(noun, "nmod:poss") if self.syntax.dep[i] == "nmod" else []
        faced = self.syntax.case(i) == "with" and i not in owners
        return [j for h in owners for j in self.syntax.conjuncts(h)] if faced else []

    def _relative(self, h: int) -> int:
        """ "whom" → the noun its clause hangs on."""
        if self.syntax.word(h) not in ("whom", "who"):
            return h
        for above in self.syntax.ancestors(h):
            if self.syntax.dep[above] == "acl:relcl":
                return self.syntax.head[above]
        return h

    def _possessed(self, i: int) -> list[int]:
        """ "his talks with X", "his guest, X": X is not he."""
        noun = self.syntax.head[i]
        beside = [h for case, h in self.syntax.obliques(noun) if case in ("with", "to", "of", "from", "by")]
        beside += self.syntax.children(noun, "appos", "flat", "nmod:desc")
        beside += [self.syntax.head[noun]] * (self.syntax.dep[noun] in ("appos", "nmod:desc", "flat"))
        return [noun, *beside]

    def who(self, j: int) -> str | None:
        """Who stands at *j*, by name, by pronoun or by office; the key opens with "?" where nobody is named."""
        if j in self.found:
            return self.found[j]
        owned = [c for case, c in self.syntax.obliques(j) if case == "of" and self.linked.at.get(j) is None]
        beside = [c for h in (j, *owned) for c in self.syntax.children(h, "appos", "flat", "nmod:desc")]
        for at in (j, *beside):  # "the minister, X", "the king of Y, X"
            if (key := self.linked.key(at)) is not None and self.linked.is_person(key):
                return key
        return next((m.key for m in reversed(self.mentions) if m.at == j), None)

    # ── quotations ──────────────────────────────────────────────────────────────────────────────────────────────────

    def speaker(self, i: int) -> str | None:
        """Who says the quoted words that *i* stands in; None outside quotations, or where nobody is named as saying."""
        return _if_named(self._speaker(i))

    def _speaker(self, i: int) -> str | None:
        """The same; the key opens with "?" for someone spoken of without a name."""
        if i not in self.quoted:
            return None
        number = self.syntax.sentence_of[i]
        sentences = self.linked.document.sentences
        for other in (number, number + 1, number - 1):
            if 0 <= other < len(sentences) and sentences[other].block == sentences[number].block:
                said = [k for v in range(sentences[other].first, sentences[other].last) if (k := self._says(v))]
                if said:
                    return said[0]
        return None

    def _says(self, verb: int) -> str | None:
        """The one named as saying something, outside quotation marks."""
        if not self._saying(verb):
            return None
        keys = (self.who(s) for s in self.syntax.subjects(verb))
        return next((k for k in keys if k is not None), None)

    def _saying(self, verb: int) -> bool:
        return self.tokens[verb].lemma in SAYING and self.syntax.is_verb(verb) and verb not in self.quoted

    def _quotations(self) -> Iterator[int]:
        """The tokens between quotation marks; a mark left open ends with its paragraph."""
        block, inside = -1, False
        for number, sentence in enumerate(self.linked.document.sentences):
            if sentence.block != block:
                block, inside = self._block(number), False
            for token in self.tokens[sentence.first : sentence.last]:
                if token.text in OPENING | CLOSING | EITHER:
                    inside = token.text in OPENING or (token.text in EITHER and not inside)
                elif inside:
                    yield token.i


def _if_named(key: str | None) -> str | None:
    return None if key is None or key.startswith(UNNAMED) else key
