"""Which nouns of a text name a measure, and of which kind."""

from __future__ import annotations

import re

from kg.facts.measures.kinds import CLOSING, HEAD_OF_TARIFF, Kind
from kg.facts.measures.stretch import Stretch
from kg.facts.measures.telling import Context, Part
from kg.model import Sentence

RATE = re.compile(r"%|\bper ?cent\b|\bpct\b|\bper (?:metric )?(?:ton|tonne|kg|kilo|barrel|unit|litre)\b")

DUTIES = re.compile(r"\b(?:tariff|dut(?:y|ies)\b|levies)", re.I)
STANDING_STILL = frozenset({"ceasefire", "cease-fire", "truce", "armistice"})

QUARREL = re.compile(r"\btrade (?:war|truce|row|dispute|conflict)\b", re.I)


LEVIED = frozenset({"on", "against", "upon"})
TAKINGS = frozenset({"surcharge", "tax", "charge", "fee"})
# What quotas limit that is not trade, unless they are said to be on imports or exports of it.
UNTRADED = frozenset(
    "production output fishing catch gender refugee immigration immigrant visa migrant seat woman emission admission "
    "oil".split()
)
FLOWS = frozenset({"import", "export"})
LIMITING = frozenset({"restriction", "curb", "limit", "limitation"})
LIMITS = LIMITING | {"control", "ban", "ceiling", "block"}
LIMITED = frozenset({"on", "for"})
ARRIVING = frozenset(
    "arrival passenger traveller traveler visitor tourist tourism migrant immigrant immigration refugee student worker "
    "national citizen people person flight plane airline travel company firm bank investor investment app player team "
    "money fund data news content member official".split()
)
STOPPING = frozenset({"suspension", "halt", "stoppage", "prohibition"})
LETTING = frozenset({"licence", "license", "permit"})
SHIPPING = frozenset({"ship", "vessel", "tanker", "port", "freighter", "fleet", "carrier", "shipping", "boat"})
TRADED = 13  # tokens from a charge to the trade that it is on
PRICE = 4  # tokens from a cap to the price that it is on
BEFORE, BEHIND = 5, 10  # tokens around a charge in which a rate makes a tariff of it


class Nouns(Part):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.stretch = Stretch(context)

    def triggers(self, sentence: Sentence) -> list[tuple[int, str]]:
        found = []
        for i in range(sentence.first, sentence.last):
            kind = self.kind(i)
            if kind in self.rules.kinds:
                found.append((i, kind))
        return found

    def kind(self, i: int) -> str | None:
        """The kind that the noun phrase headed at *i* names, by its longest name in the ontology."""
        token = self.tokens[i]
        if token.pos not in ("NOUN", "PROPN", "VERB") or self.syntax.unit_of[i] != i or self.linked.key(i) is not None:
            return None
        if token.pos == "VERB" and not token.tag.startswith("NN"):
            return None
        relation = self.syntax.dep[i]
        if relation in ("compound", "amod") and i < self.syntax.head[i] and not self._heads_tariff(i):
            return None
        if token.lemma == "rate" and not self.syntax.children(i, "compound") and self._is_tariff_rate(i):
            return "tariff"  # once tariffs were told of: "for Vietnam the rates run from …"
        last = self.syntax.last_of_name(i)  # "the Water Treaty"
        words = tuple(re.split(r"-", "-".join(self._lemma(j) for j in range(max(0, last - 3), last + 1))))
        words = tuple(word for word in words if word)
        for length in range(min(4, len(words)), 0, -1):
            kind = self.rules.nouns.get(words[-length:])
            if kind is not None:
                return self._refined(i, kind, length)
        return self._bundled(i) or self._by_object(i)

    def _bundled(self, i: int) -> str | None:
        """ "A sanctions package", "an export control regime": what the word before it names."""
        if self.tokens[i].lemma not in self.rules.bundles:
            return None
        named = [c for c in self.syntax.children(i, "compound", "nmod") if c == i - 1]
        words = [tuple(self._lemma(j) for j in range(i - length, i)) for length in (2, 1) if i >= length]
        found = next((kind for each in words if (kind := self.rules.nouns.get(each))), None) if named else None
        return found if found not in (None, "tariff", "legislation", "subsidy") else None

    def _lemma(self, j: int) -> str:
        token = self.tokens[j]
        if token.pos not in ("NOUN", "PROPN"):
            return token.text.lower()
        mended = token.lemma.endswith(("xe", "goe"))  # "surtaxes", "embargoes"
        return token.lemma.removesuffix("e") if mended else token.lemma

    def is_other(self, i: int, kind: Kind) -> bool:
        """Whether the words at a noun say that it names something else: "electricity tariffs", "a murder probe"."""
        return not kind.not_for.isdisjoint(map(self.syntax.word, self.syntax.children(i, "compound", "amod", "nmod")))

    def _heads_tariff(self, i: int) -> bool:
        return self.syntax.lemma(self.syntax.head[i]) in HEAD_OF_TARIFF

    def _is_tariff_rate(self, i: int) -> bool:
        traded = {self.syntax.lemma(h) for case, h in self.syntax.obliques(i) if case == "on"}
        told = "tariff" in self.mentioned or QUARREL.search(self.text) is not None
        known = told and self.tokens[i].lemma == "rate"
        return known or bool(traded & {"import", "good", "goods", "product", "export"})

    def _refined(self, i: int, kind: str, length: int) -> str | None:
        """One word may name another kind by what hangs on it: a ban on exports; and "duty" alone is no levy."""
        lemma = self.tokens[i].lemma
        if kind == "tariff" and lemma == "duty" and length == 1 and self.tokens[i].tag not in ("NNS", "NNPS"):
            near = {self.syntax.word(c) for c in self.syntax.children(i)}
            if (
                not near & {"import", "customs", "anti-dumping", "safeguard", "countervailing", "export", "dumping"}
                and not RATE.search(self._around(i))
                and not self._is_tariff_rate(i)
                and not self._is_levied(i)
                and not self._is_told(i)
            ):
                return None
        if kind == "sanction" and lemma == "measure" and self.tokens[i].tag == "NN":
            return None  # "the restrictive measure": whichever it is
        if kind == "agreement" and self._word_before(i) in STANDING_STILL:
            return "truce"  # "a ceasefire agreement"
        if kind == "agreement" and self._is_of_truce(i):
            return None
        if lemma == "quota" and length == 1:
            return self._of_quota(i)
        if lemma == "grant" and self.syntax.case(i) == "in":
            return kind  # "$5 million in grants"
        if lemma in ("penalty", "framework", "grant", "law", "bill", "resolution") or kind == "legislation":
            return None
        if lemma.startswith("embargo") and length == 1 and self._trade_of(i) == "export" and not self._has_buyer(i):
            return "export control"
        return kind

    def _of_taking(self, i: int) -> str | None:
        """ "A surcharge on Peruvian steel", "a tax on eggs from Peru" are tariffs; "a fee on Peruvian ships" is not."""
        words = {self.syntax.lemma(j) for j in self.stretch.words(i, LEVIED | {"for"})}
        words |= {self.syntax.lemma(c) for c in self.syntax.children(i, "compound", "amod", "nmod")}
        if words & SHIPPING:
            return "other"
        if self.tokens[i].lemma in ("fee", "charge"):
            return "tariff" if self._is_on_trade(i) and "import" in words else None
        if self.stretch.sent_from(i, LEVIED) or "imported" in self._behind(i):
            return "tariff"
        rated = "tariff" in self.mentioned and RATE.search(self._around(i)) is not None  # "25 percent taxes on steel"
        foreign = self.tokens[i].lemma == "surcharge" and self.stretch.origins(i, LEVIED)
        traded = self._is_on_trade(i)
        told = "tariff" in self.last_by and any(self.syntax.word(c) == "the" for c in self.syntax.children(i, "det"))
        return "tariff" if foreign or traded or told or (rated and self._behind(i)) else None

    def _is_on_trade(self, i: int) -> bool:
        """ "A charge of 9% | on imports of cars"."""
        last = min(i + TRADED, self.document.sentences[self.syntax.sentence_of[i]].last)
        return any(self.syntax.case(j) == "on" and self.tokens[j].lemma in FLOWS for j in range(i + 1, last))

    def _behind(self, i: int) -> list[str]:
        """The words of the phrase that says on what it is taken."""
        return [self.syntax.word(j) for j in self.stretch.words(i, LEVIED)]

    def _of_quota(self, i: int) -> str | None:
        """ "A quota on exports of wheat" is a control of exports; of output, fish, seats it is no measure of trade."""
        words = {self.syntax.lemma(j) for j in self.stretch.words(i, LEVIED | {"for", "of"})}
        words |= {self.syntax.lemma(c) for c in self.syntax.subtree(i) if c < i}
        if words & UNTRADED and not words & FLOWS:
            return None
        return "export control" if "export" in words or {"overseas", "shipment"} <= words else "import restriction"

    def _is_of_truce(self, i: int) -> bool:
        """ "Agreement on a ceasefire", "a deal providing for a truce": the truce is what is told."""
        ways = [i, *self.syntax.children(i, "acl", "acl:relcl")]
        if self.syntax.dep[i] == "obj":
            ways.append(self.syntax.head[i])
        inside = [h for at in ways for case, h in self.syntax.obliques(at) if case in ("on", "for")]
        inside += [o for c in self.syntax.children(i, "acl") for o in self.syntax.children(c, "obj")]
        return any(self.kind(h) == "truce" for h in inside)

    def _word_before(self, i: int) -> str:
        """The word right before a noun, "cease-fire" put together."""
        word = self.syntax.word(i - 1) if i else ""
        return "ceasefire" if word == "fire" and i > 2 and self.syntax.word(i - 3) == "cease" else word

    def _is_state_s(self, i: int) -> bool:
        around = (i, *self.syntax.children(i, "nmod:poss", "amod", "compound"))
        return any((key := self.linked.key(j)) is not None and self.linked.is_state(key) for j in around)

    def _is_levied(self, i: int) -> bool:
        """ "Raised the duty on butter"."""
        after = i + 1
        levied = self.syntax.dep[i] == "obj" and self.syntax.lemma(self.syntax.head[i]) in self.rules.effect
        return levied and after < len(self.tokens) and self.syntax.word(after) == "on"

    def _is_told(self, i: int) -> bool:
        """ "The duty will run for five years", where duties on goods were told."""
        meant = {self.syntax.word(c) for c in self.syntax.children(i, "det")} & {"the", "this"}
        return "tariff" in self.last_by and bool(meant)

    def _trade_of(self, i: int) -> str | None:
        """Whether a noun is about imports or exports: "an embargo on fuel exports"."""
        heads = [h for case, h in self.syntax.obliques(i) if case in ("on", "of")]
        found = {self.tokens[h].lemma for h in heads} & {"import", "export"}
        return next(iter(found)) if len(found) == 1 else None

    def _has_buyer(self, i: int) -> bool:
        heads = [i, *[h for case, h in self.syntax.obliques(i) if case in ("on", "of")]]
        return any(case in ("to", "against") for h in heads for case, _ in self.syntax.obliques(h))

    def is_countermeasure(self, i: int) -> bool:
        """ "Countermeasures", "retaliatory measures"."""
        before = {self.syntax.word(c) for c in self.syntax.children(i, "amod", "compound")}
        if self.tokens[i].lemma == "measure":
            return bool(before & {"retaliatory", "counter", "retaliation", "rebalancing"})
        return self.tokens[i].lemma in ("countermeasure", "counter-measure")

    def _around(self, i: int) -> str:
        return " ".join(self.tokens[j].text for j in range(max(0, i - BEFORE), min(len(self.tokens), i + BEHIND)))

    def _by_object(self, i: int) -> str | None:
        """ "Restrictions on rare earth exports", "limits on imports of steel", "a freeze of assets"."""
        if self.tokens[i].lemma == "freeze":
            frozen = [h for case, h in self.syntax.obliques(i) if case in ("of", "on")]
            frozen += self.syntax.children(i, "compound")
            money = self.rules.frames["sanction"]["frozen"]
            return "sanction" if any(self.tokens[h].lemma in money for h in frozen) else None
        if self.tokens[i].lemma == "cap" and self._is_on_price(i):
            return "sanction"
        if self.tokens[i].lemma in TAKINGS:
            return self._of_taking(i)
        if self.is_countermeasure(i):
            return "tariff" if DUTIES.search(self.text) else None
        if self.tokens[i].lemma in CLOSING:
            closed = {self.syntax.lemma(h) for case, h in self.syntax.obliques(i) if case == "of"}
            closed |= {self.syntax.lemma(c) for c in self.syntax.children(i, "compound")}
            return "ban" if closed & self.rules.frames["ban"]["closed"] else None
        if self.tokens[i].lemma in STOPPING:
            stopped = {self.tokens[h].lemma for case, h in self.syntax.obliques(i) if case in ("of", "to", "on")}
            if stopped & self.rules.frames["ban"]["stopped"]:
                return "ban"  # "its suspension of Brazilian chicken imports"
        if self.tokens[i].lemma in ("halt", "pause", "end", "stop"):
            fought = {self.tokens[h].lemma for case, h in self.syntax.obliques(i) if case in ("in", "to", "of")}
            return "truce" if fought & {"strike", "fighting", "hostility", "hostilities", "attack"} else None
        if self.tokens[i].lemma in LETTING:
            needed = {self.tokens[h].lemma for case, h in self.syntax.obliques(i) if case == "for"}
            needed |= {self.tokens[h].lemma for c, h in self.syntax.obliques(self.syntax.head[i]) if c == "for"}
            if needed & {"export", "shipment"}:
                return "export control"
            return "import restriction" if needed & FLOWS or self._lets_in(i) else None
        return self._of_limit(i) if self.tokens[i].lemma in LIMITS else None

    def _is_on_price(self, i: int) -> bool:
        """ "Its cap on the price of | Peruvian crude"; prices at home are nobody else's."""
        near = range(i + 1, min(i + PRICE, len(self.tokens)))
        prices = [j for j in near if self.tokens[j].lemma == "price" and self.syntax.case(j) == "on"]
        return any(self.stretch.origins(h, frozenset({"of", "for"})) for h in prices)

    def importing(self, i: int) -> list[int]:
        """The verbs behind a licence that say what it lets in: "a licence to | import laptops"."""
        above = self.syntax.children(self.syntax.head[i], "advcl", "xcomp")
        verbs = (*self.syntax.children(i, "acl", "advcl"), *above)
        return [verb for verb in verbs if verb > i and self.syntax.lemma(verb) == "import"]

    def _lets_in(self, i: int) -> bool:
        """ "A licence to import steel", "applied licences to cars coming from Peru": without it they stay out."""
        if self.importing(i):
            return True
        imposed = self.syntax.lemma(self.syntax.head[i]) in ("apply", "impose", "introduce", "extend", "require")
        return imposed and self.stretch.sent_from(i, LEVIED | {"to", "for"})

    def _keeps_out(self, i: int) -> bool:
        """ "Restrictions on milk from Peru", "on supplies of Peruvian milk": on goods of others, wherever they go."""
        words = {self.syntax.lemma(j) for j in self.stretch.words(i, LIMITED)}
        if words & {"export", "to", "into"}:
            return False
        supplied = bool(words & {"supply", "supplies", "delivery"}) and bool(self.stretch.origins(i, LIMITED))
        return supplied or self.stretch.sent_from(i, LIMITED)

    def _of_limit(self, i: int) -> str | None:
        """ "Curbs on exports" are controls, "limits on imports" a restriction, "restrictions on banks" a sanction."""
        objects = [h for case, h in self.syntax.obliques(i) if case in ("on", "to", "for", "over")]
        around = [self.syntax.head[i], *self.syntax.children(i, "acl", "acl:relcl")]  # "the curbs it placed on exports"
        objects += [h for j in around for case, h in self.syntax.obliques(j) if case == "on" and h > i]
        words = {self.syntax.lemma(h) for h in objects} | {
            self.syntax.word(c) for c in self.syntax.children(i, "compound", "amod")
        }
        limiting = self.tokens[i].lemma in LIMITING
        if limiting and not words & ARRIVING and self._keeps_out(i):
            return "import restriction"
        if words & {"export", "exports", "shipment", "overseas"}:
            return "export control"
        if words & {"import", "imports"}:
            return "import restriction"
        if "sanction" in self.mentioned and limiting and any(self._is_state_s(h) for h in objects):
            return "sanction"  # "suspended its restrictions on Syria's banks"
        if "sale" in words and any(c == "to" for h in objects for c, _ in self.syntax.obliques(h)):
            return "export control"
        return None
