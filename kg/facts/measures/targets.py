"""Whom a measure is aimed at, and the goods it is on."""

from __future__ import annotations

from collections.abc import Iterable

from kg.facts.measures.actors import RELATED, Actors
from kg.facts.measures.clauses import STRIKING
from kg.facts.measures.goods import PERIODS, Goods
from kg.facts.measures.kinds import ABOUT, AIMED, CLOSING, LEVYING, REMAINING, Kind
from kg.facts.measures.nouns import LETTING, Nouns
from kg.facts.measures.pairs import Pairs
from kg.facts.measures.stretch import Stretch
from kg.facts.measures.struck import Struck
from kg.facts.measures.telling import Context, Frame, Part
from kg.facts.qualify import is_negated
from kg.model import Sentence
from kg.text.dates import WEEKDAYS

HARMING = frozenset({"hurt", "harm", "affect", "hit", "target", "punish"})
MADE = frozenset("make made build built own owned produce produced grow grown assemble import ship".split())
TRADING = frozenset("import export trade customs dumping safeguard base baseline border rate year".split())
RATED = ABOUT | {"between", "and", "from", "least"}
RULING = frozenset({"junta", "regime", "ruler", "government", "authority", "authorities", "military", "army"})
FIRMS = frozenset({"company", "firm", "group", "giant", "conglomerate", "chipmaker", "carmaker", "retailer", "lender"})
PRODUCING = frozenset({"make", "import", "produce", "build", "ship", "originate", "manufacture", "come", "export"})
ANSWERS = frozenset("reaction response retaliation answer reply countermove".split())
ANSWERED = frozenset("react respond retaliate reply".split())
SENDING = frozenset("deployment recruitment sending dispatch employment emigration hiring".split())
KEPT = frozenset("miss meet ignore defy flout heed reject".split())  # a deadline, by whom it is set for
HANDED = frozenset({"sale", "supply", "delivery", "transfer"})  # by whoever bans it, to others
LEAVING = SENDING | {"travel", "migration", "departure"}
WARES = frozenset({"good", "goods", "import", "product", "shipment"})
UPSET = frozenset({"availability", "cost", "demand", "flow", "market", "price", "supply"})
SOLD = frozenset({"exporter", "export", "good", "goods", "product", "producer", "maker", "car", "steel", "official"})
COUNTRIES = frozenset({"country", "nation", "state"})
NEIGHBOURS = frozenset({"neighbour", "neighbor"})
ORIGIN = 5  # tokens from goods to the state that they are from: "steel made in | Turkey"
ABROAD = 14  # tokens from a ban to the state that nobody may be sent to
RATE = 9  # tokens of a rate between a duty and what it is on
NEAR = 3  # sentences back to the state that "the neighbouring country" is
CONTACT = 4  # tokens from a measure to the verb of a clause without "that": "the duty he has | put"
TOLD = 3  # sentences back to the goods that "the cars" are
FIRM = 4  # sentences back to the firm that "the company" is
BOUND = frozenset("go bind bound destine head ship sell export send".split())  # "goods going to Peru"


class Targets(Part):
    def __init__(self, context: Context, nouns: Nouns, actors: Actors) -> None:
        super().__init__(context)
        self.nouns = nouns
        self.actors = actors
        self.struck = Struck(context, actors)
        self.stretch = Stretch(context)
        self.pairs = Pairs(context, actors)
        self.wording = Goods(context)

    def target(
        self, i: int, kind: Kind, frame: Frame | None, sentence: Sentence
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Those whom the measure is aimed at, and the goods as worded."""
        heads = [h for h in self._target_heads(i, kind, frame, sentence) if h != i]
        on: list[str] = []
        goods: list[str] = []
        for head in heads:
            for each in self.syntax.conjuncts(head):
                if each == head or (self.nouns.kind(each) is None and not self._opens_clause(each, head)):
                    on += self.aimed(each)
                    goods += self.goods(each)
        if not on and frame is not None and self.syntax.lemma(frame.verb) in STRIKING:
            struck = [o for o in self.syntax.patients(frame.verb) if o != i and not self.is_amount(o)]
            on += self.aimed_at(struck)  # "hit Mali with a duty on cotton"
        if not on:
            on += self._origin(max(heads, default=i), sentence) if heads else self._after(i, kind, sentence)
        if frame is not None and frame.effect == "face":
            borne = [key for head in frame.actors for each in self.syntax.conjuncts(head) for key in self.aimed(each)]
            on += [key for key in borne if key not in self.sent_to(frame)]
        if not on and frame is not None and self.syntax.lemma(frame.verb) in ("refer", "report"):
            on += self.aimed_at(self._referred(frame.verb))
        if kind.kind == "deadline" and not on:
            on += self._late(i)
        if kind.kind == "investigation" and not on:
            on += self.aimed_at(h for head in heads for h in self._helped(head))
        if kind.kind in ("ban", "export control") and not on:
            on += self.aimed_at(h for head in heads for each in self.syntax.conjuncts(head) for h in self._bound(each))
        if kind.kind in AIMED and not on:
            on += self._answering(i)
        if kind.kind == "export control" and not on and frame is not None:
            on += self._kept_from(frame.verb)
        if not on and kind.kind in ("sanction", "blacklist"):
            on += self.behind(heads)
        if kind.kind in LEVYING | {"other"}:
            cases = kind.on | {"of"} if kind.kind == "ban" else kind.on
            cases = cases | {"to"} if self.tokens[i].lemma in LETTING else cases
            origins = self.stretch.origins(i, cases) or self._set_there(i, cases)
            if not any(self._is_party(key) for key in on) or set(on) < set(origins):
                on = list(origins) or on
        if not on and kind.kind in ("tariff", "import restriction"):
            on += [key for h in heads if self._is_meant_before(h) for key in self._traded_before(h, sentence)]
        if not on and kind.kind in LEVYING:
            on += next((found for h in heads if (found := self._told_of(h))), [])
        if not on and kind.kind == "tariff" and any(self._is_told(h) for h in heads):
            on += self.last_on.get("tariff", ())
        if kind.kind in LEVYING:
            on += self.aimed_at(self._harmed(i, frame)) if not on else []
            home = self.home(i, kind)
            on = [key for key in on if key != home]
        if not on and goods and kind.kind == "tariff":
            on += self._shared_origin(i)
        if not on:
            heads = heads or self._to_duties(i)
            on += [k for h in heads if self.nouns.kind(h) is not None for k in self._answered(h)]
        if self.syntax.case(i) == "under" and kind.kind == "export control" and not (on or goods):
            clause = self.syntax.clause(i)
            subjects = self.syntax.subjects(clause) or self.syntax.children(i, "nsubj")
            goods += [g for s in subjects for each in self.syntax.conjuncts(s) for g in self.goods(each)]
        on = list(self.actors.answering(kind.kind, on))
        if kind.kind == "ban" and (abroad := self._sent_abroad(i)) is not None:
            on = [abroad]
        if kind.kind not in ("sanction", "ban"):
            on = [key for key in on if not self.linked.is_person(key)]
        if kind.kind == "tariff" and not (on or goods):
            rated = [h for h in self.phrases(i, frozenset({"for", "of"})) if not self._is_term(h)]
            goods += [g for h in rated for each in self.syntax.conjuncts(h) for g in self.goods(each)]
            on += [key for h in rated if self.syntax.case(h) == "for" for key in self.aimed_at([h])]
        if kind.kind == "tariff" and not (on or goods) and frame is not None:
            goods += self.goods_before(i)
        return tuple(dict.fromkeys(on)), tuple(dict.fromkeys(goods))

    def _late(self, i: int) -> list[str]:
        """ "Mali missed the deadline that Norway had set": of whom it was demanded."""
        verb = self.syntax.head[i]
        kept = self.syntax.lemma(verb) in KEPT and i in self.syntax.patients(verb)
        return list(self.aimed_at(self.syntax.subjects(verb))) if kept else []

    def _answering(self, i: int) -> list[str]:
        """Whose answer it gets: "Mali's reaction to sanctions", "Mali retaliated against sanctions"."""
        above = self.syntax.head[i]
        if self.syntax.case(i) not in ("to", "against", "for", "over") or above == i:
            return []
        if self.syntax.is_verb(above):
            answers = self.syntax.lemma(above) in ANSWERED
            return [k for k in self.aimed_at(self.syntax.subjects(above)) if self.linked.is_state(k)] if answers else []
        owner = self.actors.owner(above) if self.tokens[above].lemma in ANSWERS else None
        return _known(owner)

    def _referred(self, verb: int) -> list[int]:
        """ "Wants Mali to be referred": the object of what it hangs on, else its own."""
        above = self.syntax.head[verb]
        wanted = self.syntax.children(above, "obj") if self.syntax.dep[verb] in ("xcomp", "ccomp") else []
        return [o for o in wanted if o < verb] or self.syntax.patients(verb)

    def _opens_clause(self, i: int, head: int) -> bool:
        """ "A ban on exports, and | Mali stopping its own": joined to the goods by the tree alone."""
        key, after = self.linked.key(i), self.tokens[min(i + 1, len(self.tokens) - 1)]
        doer = key is not None and self.linked.is_state(key) and self.linked.key(head) is None
        return doer and after.tag in ("VBG", "VBD", "VBZ", "VBP", "MD")

    def _is_told(self, h: int) -> bool:
        """ "Those goods", "$2 billion of these imports": those of the duties told before."""
        near = [h, *(o for _, o in self.syntax.obliques(h))]
        return any(
            self.syntax.word(c) in ("those", "these", "such") for o in near for c in self.syntax.children(o, "det")
        )

    def _told_of(self, h: int) -> list[str]:
        """ "Chinese electric cars sell well. Norway has put a duty on the cars": where those told of are from."""
        beside = self.syntax.children(h, "amod", "compound", "nmod:poss", "acl", "acl:relcl", "nmod")
        if not self.actors.definite(h) or beside or self.syntax.lemma(h) in WARES:
            return []
        first = self.document.sentences[max(0, self.syntax.sentence_of[h] - TOLD)].first
        told = (j for j in range(h - 1, first - 1, -1) if self.tokens[j].lemma == self.tokens[h].lemma)
        origins = ([k for k in self.aimed(j) if self.linked.is_state(k)] for j in told if self.syntax.unit_of[j] == j)
        return next(filter(None, origins), [])

    def _is_meant_before(self, h: int) -> bool:
        """ "The products", "the imports": without a word that says which."""
        said = self.syntax.children(h, "amod", "compound", "nmod:poss", "acl", "acl:relcl")
        said += [x for case, x in self.syntax.obliques(h) if not (self.is_amount(x) or x < h or case == "in")]
        known = self.actors.definite(h) or self.tokens[h].lemma == "shipment"
        return known and not said and self.syntax.lemma(h) in WARES

    def _traded_before(self, h: int, sentence: Sentence) -> list[str]:
        """The one state from which the sentence said before that goods come: "imports of pipes from Peru"."""
        traded = [j for j in range(sentence.first, h) if self.tokens[j].lemma in ("import", "importation")]
        words = {k for j in traded for k in self.stretch.words(j, frozenset({"of", "from"}))}
        keys = {key for k in words if (key := self._come_from(k)) is not None}
        sold = [j for j in range(sentence.first, h) if self.tokens[j].lemma in ("export", "shipment")]
        keys |= {key for j in sold if (key := self.actors.owner(j)) is not None and self.linked.is_state(key)}
        return list(keys) if len(keys) == 1 else []

    def _come_from(self, j: int) -> str | None:
        key = self.linked.key(j)
        named = self.syntax.unit_of[j] == j and key is not None and self.linked.is_state(key)
        return key if named and self.syntax.case(j) in ("from", "in") else None

    def sent_to(self, frame: Frame) -> list[str]:
        """Where what faces a duty goes, which is who takes it: "exports to Peru", "goods entering Peru"."""
        heads = [h for head in frame.actors for case, h in self.syntax.obliques(head) if case in ("to", "into")]
        entering = [c for head in frame.actors for c in self.syntax.children(head, "acl", "acl:relcl")]
        entering = [c for c in entering if self.syntax.lemma(c) in ("enter", "reach")]
        heads += [o for c in entering for o in self.syntax.children(c, "obj")]
        keys = [self.linked.key(h) for h in heads]
        return [key for key in keys if key is not None and self.linked.is_state(key)]

    def home(self, i: int, kind: Kind) -> str | None:
        """The state that taxes or bars the goods because they come to it; a ban on exports to it is another's."""
        return None if self._is_outbound(i, kind) else self.stretch.destination(i)

    def _is_outbound(self, i: int, kind: Kind) -> bool:
        """ "A ban on exports", "on the deployment of workers": on what leaves whoever bans it."""
        if kind.kind != "ban":
            return False
        words = self.stretch.words(i, kind.on | {"of"})
        return "export" in self.flow(i, kind) or any(self.tokens[j].lemma in LEAVING | HANDED for j in words)

    def flow(self, i: int, kind: Kind) -> frozenset[str]:
        """Whether it is about imports or exports."""
        lemmas = {self.syntax.lemma(j) for j in self.stretch.words(i, kind.on | {"of"})}
        lemmas |= {self.syntax.lemma(c) for c in self.syntax.children(i, "compound", "amod")}
        return frozenset(lemmas & {"import", "export"})

    def _is_term(self, h: int) -> bool:
        """ "For a year", "of 5 percent": how long or how high, not on what."""
        counted = bool(self.syntax.children(h, "nummod"))
        return counted or self.is_amount(h) or self.tokens[h].lemma in PERIODS | {"number"}

    def _is_party(self, key: str) -> bool:
        """A state, or a firm or body known to be one; not what stands in brackets behind a substance."""
        thing = self.linked.things.get(key)
        return self.linked.is_state(key) or (
            thing is not None and thing.type in ("international", "company", "government")
        )

    def _to_duties(self, i: int) -> list[int]:
        """ "A package of countermeasures to the duties": the measures that others answer."""
        places = [i, self.syntax.head[i]] if self.nouns.is_countermeasure(i) else []
        return [h for at in places for case, h in self.syntax.obliques(at) if case in ("to", "against") and h != i]

    def _answered(self, i: int) -> list[str]:
        """Whose measure another one answers: "countermeasures against the duties announced by Peru"."""
        makers = [h for c in self.syntax.children(i, "acl", "acl:relcl") for h in self.syntax.subjects(c) if h != i]
        maker = self.actors.owner(i) or self.actors.actor(makers)
        return [maker] if maker is not None else []

    def behind(self, heads: list[int]) -> list[str]:
        """ "Firms that prop up Acme's army": the first state, or person of one, named in the phrase."""
        for j in sorted({j for head in heads for j in self.syntax.subtree(head)}):
            key = self.linked.key(j)
            party = self.offices.party_of(key) if key is not None and self.linked.is_person(key) else key
            if party is not None and self.linked.is_state(party):
                return [party]
        return []

    def hit_people(self, i: int, kind: Kind, frame: Frame | None, sentence: Sentence, by: str) -> tuple[str, ...]:
        """The state of people or firms that it is on: "sanctions on eleven officers"."""
        before = {self.syntax.word(c) for c in self.syntax.children(i, "compound", "amod")}
        if kind.kind == "ban" and not before & {"travel", "visa", "entry"}:
            return ()
        return self.struck.states(self._target_heads(i, kind, frame, sentence), by, sentence)

    def _shared_origin(self, i: int) -> list[str]:
        """Where the goods of all come from: "duties on steel and duties on tin from Peru"."""
        last = [each for each in self.syntax.conjuncts(i) if each > i and self.nouns.kind(each) == "tariff"][-1:]
        heads = [
            x for each in last for _, h in self.syntax.obliques(each) for c, x in self.syntax.obliques(h) if c == "from"
        ]
        heads += [h for each in last for case, h in self.syntax.obliques(each) if case == "from"]
        return list(self.aimed_at(heads))

    def goods_before(self, i: int) -> list[str]:
        """Goods that stand before the noun: "the steel tariff", "palm oil export levies", "tin and iron imports"."""
        first, last = i, i
        for child in self.syntax.children(i, "compound"):
            joined = self.syntax.conjuncts(child)
            if child < i and len(joined) > 1 and all(j < i and self._is_good(j, listed=True) for j in joined):
                return [good for each in joined for good in self.goods(each)]
        while first and self._is_good(first - 1):
            first, last = first - 1, last if last < i else first
        while last > first and self.tokens[last - 1].lemma in TRADING:
            last -= 1
        return [self.text[self.tokens[first].start : self.tokens[last - 1].end]] if first < last else []

    def _is_good(self, c: int, *, listed: bool = False) -> bool:
        """Whether a word before a duty can name goods, or the trade in them; *listed*: or is one of several."""
        token = self.tokens[c]
        noun = token.pos == "NOUN" and (self.syntax.dep[c] in ("compound", "nmod") or (listed and self._is_joined(c)))
        return noun and self.linked.key(c) is None and not self.is_amount(c)

    def _is_joined(self, c: int) -> bool:
        return self.syntax.dep[c] == "conj" and self.tokens[c].lemma not in TRADING

    def _origin(self, i: int, sentence: Sentence) -> list[str]:
        """The state right behind a target: "steel imported from Turkey", wherever the tree hangs the phrase."""
        for j in range(i + 1, min(i + ORIGIN, sentence.last)):
            key = self.linked.key(j)
            if key is not None:
                return [key] if self.linked.is_state(key) and self.syntax.case(j) in ("from", "in") else []
            if self.syntax.word(j) not in ("from", "in", "the") and self.syntax.lemma(j) not in MADE:
                return []
        return []

    def _after(self, i: int, kind: Kind, sentence: Sentence) -> list[str]:
        """The first name in the phrase right behind the noun, where the tree does not hang the phrase on it."""
        if i + 1 >= sentence.last or self.syntax.word(i + 1) not in kind.on:
            return []
        for j in range(i + 2, sentence.last):
            if self.tokens[j].pos in ("PUNCT", "VERB", "AUX") and self.syntax.unit_of[j] == j:
                return []
            key = self.linked.key(j)
            if key is not None and not key.startswith("place/"):
                return [key]
        return []

    def _target_heads(self, i: int, kind: Kind, frame: Frame | None, sentence: Sentence) -> list[int]:
        syntax = self.syntax
        inside = [h for h in self.phrases(i, kind.on) if not (syntax.case(h) == "for" and self._is_term(h))]
        told_of = (i, *(c for c in syntax.children(i) if self.is_amount(c)))  # "a duty of 9% that applies to olives"
        relative = (c for at in told_of for c in (*syntax.children(at, "acl", "acl:relcl"), *self._contact(at)))
        for child in relative:  # "the ban it put on Peru"
            if syntax.lemma(child) == "apply":
                inside += self.phrases(child, frozenset({"to"}))  # "a duty that applies to Spanish olives"
            elif syntax.lemma(child) in self.rules.effect:
                inside += self.phrases(child, kind.on)
        if kind.kind in AIMED:
            inside += self._hit_by(i, frame)
        if kind.kind == "sanction" and not inside:
            inside += self._squeezed(i, frame, kind)
        loose = self.phrases(frame.verb, kind.on) if frame is not None and frame.effect != "happen" else []
        if (
            frame is not None
            and frame.effect == "happen"
            and kind.kind in AIMED
            and (syntax.lemma(frame.verb) in REMAINING or not syntax.is_verb(frame.verb))
        ):
            inside += self.phrases(frame.verb, kind.on)  # "sanctions will remain on Chad", "are in force against Chad"
        if kind.kind == "deadline" and frame is not None:  # "set Mali a deadline"
            given = syntax.children(frame.verb, "iobj", "obj", "obl:unmarked")
            inside += [o for o in given if o != i and o > frame.verb]
        if kind.kind == "ban" and self.tokens[i].lemma == "ban" and not inside:
            inside = self.phrases(i, frozenset({"for"}))  # "a travel ban for officials"
        if self.tokens[i].lemma == "blockade":
            inside += self.phrases(i, frozenset({"of"}))
        if self.tokens[i].lemma in CLOSING:
            closed = [h for case, h in syntax.obliques(i) if case in ("of", "to", "with")]
            inside = [h for at in (i, *closed) for case, h in syntax.obliques(at) if case in ("with", "to")]
        if self.tokens[i].lemma == "freeze":
            inside += self.phrases(i, frozenset({"of"}))
        if kind.kind == "subsidy" and frame is not None:  # "awarded Acme $5 million in grants"
            inside += [o for o in syntax.children(frame.verb, "iobj", "obj") if o != i and self.linked.key(o)]
        if kind.kind in ("export control", "import restriction"):
            objects = [h for h in self.phrases(i, frozenset({"on", "of", "for"})) if not self._is_term(h)]
            if kind.kind == "export control" and frame is not None:
                loose += self.phrases(frame.verb, frozenset({"to"}))
            if frame is not None and frame.effect == "impose" and not objects:  # "placed export controls on US firms"
                objects = self.phrases(frame.verb, frozenset({"on"}))
            for child in syntax.children(i, "acl", "acl:relcl"):
                objects += self.phrases(child, frozenset({"on"}))
            objects += self._let_in(i, frame) if kind.kind == "import restriction" else []
            for h in objects:
                inside += [x for case, x in syntax.obliques(h) if case in kind.on] or [h]
        if (
            frame is not None
            and not (inside or loose)
            and (syntax.lemma(frame.verb) in STRIKING or syntax.case(i) in ("at", "under"))
        ):
            loose = [o for o in syntax.patients(frame.verb) if o != i]
            if any(self.is_amount(o) for o in loose):  # "hits $5bn of goods", hung on the verb
                loose = [h for case, h in syntax.obliques(frame.verb) if case == "of"] or loose
        if frame is not None and not (inside or loose) and frame.effect == "happen":
            loose = self._reached(frame.verb)
        return inside or loose[:1] or self._behind_rate(i, kind, sentence)

    def _let_in(self, i: int, frame: Frame | None) -> list[int]:
        """ "Requires licences to import Peruvian shoes", "applies licences to cars", "restrictions to imports"."""
        places = [i, frame.verb] if frame is not None else [i]
        to = [h for at in places for case, h in self.syntax.obliques(at) if case == "to" and h > i]
        to = [h for h in to if self.tokens[i].lemma in LETTING or self.tokens[h].lemma == "import"]
        return to + [o for v in self.nouns.importing(i) for o in self.syntax.children(v, "obj")]

    def _sent_abroad(self, i: int) -> str | None:
        """ "A ban on the deployment of Peruvian workers to Mali": where they may not go."""
        sent = False
        for j in range(i + 1, min(i + ABROAD, self.document.sentences[self.syntax.sentence_of[i]].last)):
            if self.tokens[j].pos in ("PUNCT", "VERB", "AUX"):
                return None
            sent = sent or self.tokens[j].lemma in SENDING
            key = self.linked.key(j)
            if sent and key is not None and self.linked.is_state(key) and self.syntax.case(j) == "to":
                return key
        return None

    def _squeezed(self, i: int, frame: Frame | None, kind: Kind) -> list[int]:
        """ "Sanctions to tighten the net on Mali's firms": on whom their purpose says that they are."""
        aims = [*self.syntax.children(i, "acl"), *(self.syntax.children(frame.verb, "advcl") if frame else ())]
        aims = [c for c in aims if any(self.syntax.word(m) == "to" for m in self.syntax.children(c, "mark"))]
        squeezing = [c for c in aims if self.rules.effect.get(self.syntax.lemma(c)) == "impose"]
        return [h for c in squeezing for o in self.syntax.children(c, "obj") for h in self.phrases(o, kind.on)]

    def _contact(self, i: int) -> list[int]:
        """The verb of "the tariff he announced on the EU", where the tree hangs it elsewhere."""
        if i + 1 >= len(self.tokens) or self.tokens[i + 1].tag != "PRP":
            return []
        verb = self.syntax.head[i + 1]
        near = i + 1 < verb <= i + CONTACT and self.syntax.dep[i + 1] == "nsubj"
        return [verb] if near and self.syntax.is_verb(verb) and self.syntax.head[verb] != i else []

    def _set_there(self, i: int, cases: frozenset[str]) -> tuple[str, ...]:
        """ "The tariffs he imposed last week on Peruvian cars"."""
        verbs = [*self.syntax.children(i, "acl:relcl"), *self._contact(i)]
        acted = [v for v in verbs if self.syntax.lemma(v) in self.rules.effect and i < v <= i + CONTACT]
        return next((found for v in acted if (found := self.stretch.origins(v, cases))), ())

    def _hit_by(self, i: int, frame: Frame | None) -> list[int]:
        """Whom the measure itself is said to hit: "sanctions targeting its ships", "the ban is aimed at the army"."""
        verbs = self.syntax.children(i, "acl", "acl:relcl")
        if frame is not None and frame.effect == "happen":
            verbs = [*verbs, frame.verb]
        for verb in self.syntax.children(i, "acl:relcl"):  # "the ban it has in place covering officers"
            around = [verb, *(h for _, h in self.syntax.obliques(verb))]
            verbs += [
                c for at in around for c in self.syntax.children(at, "acl", "advcl") if self.tokens[c].tag == "VBG"
            ]
        if frame is not None and frame.effect == "impose":  # "banned it in April, directly affecting X"
            verbs += [c for c in self.syntax.children(frame.verb, "advcl") if self.tokens[c].tag == "VBG"]
        found: list[int] = []
        for verb in verbs:
            if self.syntax.lemma(verb) in self.rules.aims and not is_negated(self.syntax, verb):
                if any(self._is_side_effect(verb, o) for o in self.syntax.children(verb, "obj")):
                    continue
                objects = [o for o in self.syntax.children(verb, "obj") if o != i]
                found += [o for o in objects if self.nouns.kind(o) is None]  # "sanctions that include a ban"
            elif self.syntax.lemma(verb) in ("aim", "direct"):
                found += self.phrases(verb, frozenset({"at", "against"}))
        return found

    def _harmed(self, i: int, frame: Frame | None) -> list[int]:
        """ "Imposed a ban on biscuits, hurting Acme's bakers": on whom it falls, where nobody else is named."""
        if frame is None or frame.effect != "impose":
            return []
        harming = [c for c in self.syntax.children(frame.verb, "advcl") if c > i and self.tokens[c].tag == "VBG"]
        harming = [c for c in harming if self.syntax.lemma(c) in HARMING]
        harmed = [o for c in harming for o in self.syntax.children(c, "obj") if not self._is_side_effect(c, o)]
        return harmed + ([h for c in harming for case, h in self.syntax.obliques(c) if case == "in"] if harmed else [])

    def _is_side_effect(self, verb: int, struck: int) -> bool:
        """ "The ban will affect the supply of tin to Peru": whom it costs something, not whom it is aimed at."""
        return self.syntax.lemma(verb) in ("affect", "hit") and self.syntax.lemma(struck) in UPSET

    def _reached(self, verb: int) -> list[int]:
        """Where a duty that happens is said to fall: "it applies to steel", "will hit cars", "rises for Peru"."""
        if is_negated(self.syntax, verb):
            return []
        applies = self.syntax.lemma(verb) == "apply"
        found = [h for case, h in self.syntax.obliques(verb) if case == "for" or (applies and case in ("to", "on"))]
        hits = self.syntax.lemma(verb) in ("cover", "target", "affect", "hit")
        struck = [o for o in self.syntax.children(verb, "obj") if not self._is_side_effect(verb, o)]
        return found or (struck if hits else [])

    def _behind_rate(self, i: int, kind: Kind, sentence: Sentence) -> list[int]:
        """The target right behind the rate, where the tree hangs it elsewhere: "duties of up to 25% on steel"."""
        for j in range(i + 1, min(i + RATE, sentence.last)):
            if self.syntax.word(j) in kind.on and self.syntax.dep[j] == "case" and self.syntax.head[j] > j:
                return [self.syntax.head[j]] if self._no_time(self.syntax.head[j]) else []
            if not (self.is_amount(j) or self.syntax.word(j) in RATED):
                return []
        return []

    def phrases(self, i: int, cases: frozenset[str]) -> list[int]:
        """Heads of prepositional phrases at *i*, or hung too low on an amount: "put duties of 10% on steel"."""
        found = [h for case, h in self.syntax.obliques(i) if case in cases and self._no_time(h)]
        particles = {self.syntax.word(c) for c in self.syntax.children(i, "compound:prt")}
        for child in self.syntax.children(i):
            if self.is_amount(child):
                worth = self.tokens[child].lemma == "worth"
                found += self.phrases(child, cases | {"of"} if worth or particles & cases else cases)
            elif particles & cases and self.syntax.dep[child] in ("obl", "obj") and not self.syntax.case(child):
                found.append(child)  # "the duties he put on about $370 billion of goods"
        return sorted(found)

    def is_amount(self, i: int) -> bool:
        return self.wording.is_amount(i)

    def _no_time(self, h: int) -> bool:
        token = self.tokens[h]
        return (
            token.lemma not in ("list", "agenda", "table") and token.text.lower() not in WEEKDAYS and token.pos != "NUM"
        )

    def aimed(self, i: int) -> list[str]:
        """States, institutions and people at a noun phrase: itself, else those that own, make or modify it."""
        if self.linked.key(i) is not None:
            return self._named(i)
        return self._meant(i) or self.actors.named_beside(i) or self._before(i) or self._makers(i)

    def _helped(self, i: int) -> list[int]:
        """ "An inquiry into subsidies for | Chinese cars"."""
        helped = self.tokens[i].lemma in ("subsidy", "aid", "support", "dumping", "loan", "grant")
        return [h for case, h in self.syntax.obliques(i) if case in ("for", "to", "of", "by")] if helped else []

    def _bound(self, i: int) -> list[int]:
        """ "An embargo on oil for | Peru", "controls on goods going to | Peru"."""
        ways = [c for c in self.syntax.children(i, "acl", "acl:relcl") if self.syntax.lemma(c) in BOUND]
        pairs = [pair for at in (i, *ways) for pair in self.syntax.obliques(at)]
        states = [h for case, h in pairs if case in ("for", "to", "bound for") and h > i]
        return [h for h in states if (key := self.linked.key(h)) is not None and self.linked.is_state(key)]

    def _named(self, i: int) -> list[str]:
        """Whom a name stands for: itself, the state of a capital, the union that "Europe" is."""
        key, syntax = self.linked.key(i), self.syntax
        if key == "place/europe":
            return self._of_europe()
        if key is not None and key.startswith("place/"):
            full = [x for case, x in syntax.obliques(i) if case == "of" and syntax.word(i) in ("republic", "kingdom")]
            return self._state_of(key) or [k for x in full for k in self.aimed(x)]  # "the Republic of Chile"
        return [key] if key is not None else []

    def _meant(self, i: int) -> list[str]:
        """Whom a noun or pronoun stands for that was named before: "the junta", "the company", "it", "the bloc"."""
        word, definite = self.syntax.word(i), self.actors.definite(i)
        if self.tokens[i].tag == "NNS" and self.tokens[i].lemma in COUNTRIES | NEIGHBOURS:
            return self._listed_states(i) or self._both(i)
        if definite and self.tokens[i].lemma in RULING and not self._is_marked(i):
            return self._country(i) or _known(self.actors.dominant_state())
        if self._is_neighbour(i):
            return self._country(i, NEAR)
        if word in COUNTRIES and (led := [c for c in self.syntax.children(i, "nmod:poss") if self._is_his(c)]):
            return _known(self.actors.acting(led[0]))
        if definite and word in ("country", "nation"):
            return self._country(i)
        if definite and word in FIRMS and not self.actors.named_beside(i):
            return _known(self._firm(i))
        if word == "it":
            return _known(self.actors.last_subject(i))
        if word in ("him", "her") and self.syntax.dep[i] != "nmod:poss":
            return _known(self.references.pronoun(i))
        return _known(self.actors.body_before(i, "bloc")) if word == "bloc" else []

    def _is_his(self, i: int) -> bool:
        return self.syntax.word(i) in ("his", "her", "our", "my")

    def _before(self, i: int) -> list[str]:
        """Those that own or modify a noun: "Chinese cars", "Chinese-made cars", "its exporters"."""
        syntax = self.syntax
        found: list[str] = []
        related = self.tokens[i].lemma in RELATED  # "one of Washington's partners"
        for child in syntax.children(i, "amod", "compound", *([] if related else ["nmod:poss"])):
            made = (
                syntax.children(child, "compound", "amod", "obl:unmarked", "advmod")
                if self.tokens[child].lemma in MADE or syntax.dep[child] == "compound"
                else []
            )
            for part in (*syntax.conjuncts(child), *made):
                found += self._modifying(part)
            if self.tokens[i].lemma in SOLD and syntax.word(child) == "its":
                found += _known(self.actors.own_subject(i) or self.actors.last_subject(i))
            if self.tokens[i].lemma in SOLD and syntax.word(child) == "their":
                found += self.actors.last_subjects(i)
        return found

    def _led_by(self, part: int, person: str) -> str:
        """Whom a person's name before a noun means: "officials of President X's regime in Mali"."""
        ruled = self.syntax.head[part]
        places = [h for case, h in self.syntax.obliques(ruled) if case in ("in", "of")]
        if not places and self.syntax.word(ruled + 1) == "in" and self.syntax.word(ruled + 2):  # wherever it hangs
            places = [self.syntax.unit_of[ruled + 2]]
        home = [k for h in places if (k := self.linked.key(h)) is not None and self.linked.is_state(k)]
        if self.tokens[ruled].lemma in RULING and home:
            return home[0]
        return self.offices.party_of(person) or person

    def _modifying(self, part: int) -> list[str]:
        """Whom a word before a noun names, or stands for."""
        key, word = self.linked.key(part), self.syntax.word(part)
        if part > 1 and (self.syntax.word(part - 2), self.syntax.word(part - 1)) == ("non", "-"):
            return []
        if key is not None:
            if key.startswith("place/") or self._is_of_continent(part):
                return []
            return [self._led_by(part, key) if self.linked.is_person(key) else key]
        if word == "european" and self.syntax.dep[part] in ("amod", "conj"):
            return self._of_europe()
        if not self.actors.definite(part):
            return []
        return (
            _known(self._firm(part)) if word in FIRMS else self._country(part) if word in ("country", "nation") else []
        )

    def _makers(self, i: int) -> list[str]:
        """Those that the words behind a noun say make it or have it: "cars from Peru", "steel made by Acme"."""
        syntax = self.syntax
        found: list[str] = []
        for case, head in syntax.obliques(i):
            if case == "into" and self._is_home(head):
                continue
            if case in ("from", "of", "in", "into", "within", "to", "by", "with", "including", "such as"):
                found += [k for each in syntax.conjuncts(head) for k in self.aimed(each)]
        for child in syntax.children(i, "acl", "acl:relcl"):
            lemma = syntax.lemma(child)
            if lemma in ("sell", "export", "ship", "send") and syntax.dep[child] == "acl:relcl":
                found += [k for h in syntax.subjects(child) if h != i for k in self.aimed(h)]
            elif lemma in PRODUCING:
                makers = [h for h in syntax.children(child, "obl:agent") if not syntax.is_verb(h)]
                makers = makers or [
                    h for case, h in syntax.obliques(child) if case in ("from", "in", "by", "into", "to")
                ]
                found += [k for h in makers for each in syntax.conjuncts(h) for k in self.aimed(each)]
        return found

    def _is_home(self, i: int) -> bool:
        """ "Imports of fish into the country": that of whoever bars them."""
        return self.syntax.word(i) in ("country", "nation") and self.actors.definite(i)

    def _is_marked(self, i: int) -> bool:
        """Whether words around a noun name whose it is: "Chad's junta", "the rulers in Lima"."""
        return any(self.linked.key(j) is not None for j in self.syntax.subtree(i))

    def _is_of_continent(self, i: int) -> bool:
        """ "Latin American"."""
        before = self.tokens[i - 1].text.lower() if i else ""
        return before in ("latin", "south", "central", "north") and self.tokens[i].text.lower() == "american"

    def _of_europe(self) -> list[str]:
        """ "European wine" is the European Union's; before, the Community's, where the article names it."""
        published = self.document.article.published
        old = published is not None and published.year < 1994
        body = self.linked.table.body("European Community" if old else "European Union")
        if body is None or (old and not any(thing.name == body.name for thing in self.linked.things.values())):
            return []
        return [self.linked.body_key(body)]

    def _state_of(self, key: str) -> list[str]:
        """The state of a capital that something is kept from: "arms deliveries to Baghdad"."""
        state = self.linked.government_in(self.linked.things[key].name)
        return [self.linked.state_key(state.name)] if state is not None else []

    def _firm(self, i: int) -> str | None:
        """ "The company": the one named last, in this sentence or the four before."""
        start = self.document.sentences[max(0, self.syntax.sentence_of[i] - FIRM)].first
        for j in range(i - 1, start - 1, -1):
            key = self.linked.key(j)
            if key is not None and self.linked.is_company(key):
                return key
        return None

    def _listed_states(self, i: int) -> list[str]:
        """ "Three countries: Peru, Mali and Norway"."""
        named = [j for c in self.syntax.children(i, "appos") for j in self.syntax.conjuncts(c)]
        keys = [key for j in named if (key := self.linked.key(j)) is not None]
        return keys if all(self.linked.is_state(key) for key in keys) else []

    def _both(self, i: int) -> list[str]:
        """ "Sales to the two countries": those two last told together, neither of whom does it."""
        two = any(self.syntax.word(c) in ("two", "both") for c in self.syntax.children(i, "nummod", "det"))
        both = two and (self.actors.definite(i) or self.syntax.word(i - 1) == "both")
        subjects = self.syntax.subjects(self.syntax.clause(i))
        pair = self.pairs.before(self.document.sentences[self.syntax.sentence_of[i]].first) if both else ()
        return [] if self.actors.parties(subjects) & set(pair) else list(pair)

    def _is_neighbour(self, i: int) -> bool:
        """ "Its northern neighbour", "the neighbouring nation", with no name at it."""
        words = {self.syntax.word(c) for c in self.syntax.children(i)}
        beside = words & {"neighbouring", "neighboring"} and self.syntax.word(i) in COUNTRIES
        own = words & {"the", "its", "their", "his", "her"} and not self._is_marked(i)
        return bool(own and (beside or self.syntax.word(i) in NEIGHBOURS))

    def _country(self, i: int, reach: int = 1) -> list[str]:
        """ "The country": the state named last before it that is no subject above it, *reach* sentences back."""
        above = [self.syntax.clause(i), *(a for a in self.syntax.ancestors(i) if self.syntax.is_verb(a))]
        subjects = {self.linked.key(s) for verb in above for s in self.syntax.subjects(verb)}
        start = self.document.sentences[max(0, self.syntax.sentence_of[i] - reach)].first
        for j in range(i - 1, start - 1, -1):
            key = self.linked.key(j)
            if key is not None and self.linked.is_state(key) and key not in subjects:
                return [key]
        return []

    def aimed_at(self, heads: Iterable[int]) -> tuple[str, ...]:
        """Those aimed at by any of the noun phrases or what is joined to them, each once."""
        found = (key for head in heads for each in self.syntax.conjuncts(head) for key in self.aimed(each))
        return tuple(dict.fromkeys(found))

    def goods(self, i: int) -> list[str]:
        """The goods as worded."""
        return self.wording.worded(i)

    def _kept_from(self, verb: int) -> list[str]:
        """ "… to prevent China from gaining an edge": whom a clause of purpose names."""
        found = []
        for child in self.syntax.children(verb, "advcl", "xcomp"):
            if self.syntax.lemma(child) in (
                "prevent",
                "keep",
                "stop",
                "deny",
                "curb",
                "slow",
                "hobble",
                "contain",
                "limit",
                "block",
            ):
                found += [k for o in self.syntax.patients(child) for k in self.aimed(o)]
        return found


def _known(key: str | None) -> list[str]:
    return [key] if key is not None else []
