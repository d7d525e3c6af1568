"""The frames and lists of training/news → annotated sentences of news that nobody wrote."""

from __future__ import annotations

import itertools
import random
from calendar import day_name, month_name
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from training.conllu import Sentence
from training.lists import CULTURES, NATIONS, NEWS, WORDS, Culture, Nation
from training.trees import Grower, Lexicon, Node, frames, sentence

T = TypeVar("T")
K = TypeVar("K")

WITH_THE = ("United", "Netherlands", "Philippines", "US", "U.S.", "UK", "U.K.", "UAE")
PREPOSITIONS = frozenset(["of", "for", "on"])
WEEKDAYS = day_name[:]
MONTHS = month_name[1:]
SHORT_MONTHS = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]


def lexicon(parsed: Iterable[Sentence]) -> Lexicon:
    """How most of the words of *parsed* are marked."""
    morphs: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    lemmas: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    of_tag: dict[str, Counter[str]] = defaultdict(Counter)
    for word in (word for each in parsed for word in each.words):
        key = word.form.lower(), word.xpos
        morphs[key][word.morph] += 1
        lemmas[key][word.lemma] += 1
        of_tag[word.xpos][word.morph] += 1
    return Lexicon(_commonest(morphs), _commonest(of_tag), _commonest(lemmas))


def _commonest(counts: Mapping[K, Counter[str]]) -> dict[K, str]:
    return {key: counter.most_common(1)[0][0] for key, counter in counts.items()}


def news(
    words: Lexicon, *, seed: int, names_held_out: bool = False, frames_held_out: bool = False
) -> Iterator[Sentence]:
    """Endless sentences; held out are the cultures of names, and the frames of sentences, that training never sees."""
    chance = random.Random(seed)
    cultures = [culture for culture in CULTURES.values() if culture.held_out == names_held_out]
    grammar = dict(frames((NEWS / "frames.txt").read_text(encoding="utf8")))
    if frames_held_out:
        grammar |= frames((NEWS / "frames-held-out.txt").read_text(encoding="utf8"))
    grower = Grower(grammar, {}, chance)
    grower.slots = _Slots(chance, cultures, grower).by_name()
    while True:
        yield sentence(grower.grow("SENTENCE"), words, chance)


class _Slots:
    """Grows names, dates and amounts."""

    def __init__(self, chance: random.Random, cultures: list[Culture], grower: Grower) -> None:
        self.chance = chance
        self.cultures = cultures
        self.grower = grower
        self.count = itertools.count(1)

    def by_name(self) -> dict[str, Callable[[], Node]]:
        listed = {
            name: lambda name=name: self.listed(name) for name in ("topics", "measures", "goods", "officials", "groups")
        }
        plain = {
            "meetings": lambda: self.listed("meetings"),
            "facts": lambda: self.listed("facts"),
            "adverbs": lambda: Node(self.pick(WORDS["adverbs"]), "RB", "advmod"),
            "OCCUPATION": lambda: self.listed("occupations"),
            "NAME": self.person, "LASTNAME": self.surname, "TITLE": self.title, "SHORT": self.short_title,
            "NATION": self.adjective, "COUNTRY": self.country, "COUNTRYPLAIN": lambda: self.country(the=False),
            "COUNTRYMOD": self.country_modifier, "COUNTRYPOSS": self.country_owner, "CAPITAL": self.capital,
            "BODYMOD": self.body_modifier, "CITYMOD": self.city, "CITYPOSS": lambda: self.owner(self.city()),
            "PAIRMOD": self.pair, "SURNAMEPAIR": self.surname_pair, "city": self.city, "venue": self.venue,
            "event": self.event, "law": self.law,
            "product": lambda: self.named(self.pick(WORDS["products"]), "PRODUCT"),
            "app": lambda: self.named(self.pick(WORDS["apps"]), self.pick(("PRODUCT", "PRODUCT", "ORG"))),
            "land": self.land, "body": self.body, "bodyfull": self.body_with_acronym, "ministry": self.ministry,
            "house": lambda: self.the(self.named(self.pick(WORDS["houses"]), "ORG")), "firm": self.firm,
            "think": lambda: self.the(self.named(self.pick(WORDS["think_tanks"]), "ORG")), "outlet": self.outlet,
            "WEEKDAY": lambda: Node(self.pick(WEEKDAYS), "NNP"), "MONTH": lambda: Node(self.pick(MONTHS), "NNP"),
            "MONTHDAY": self.month_day, "YEAR": lambda: Node(str(self.chance.randint(1945, 2035)), "CD"),
            "NUMBER": lambda: Node(self.pick(("90", "two", "three", "23", "1,200", "45", "12", "several")), "CD"),
            "PERCENT": self.percent, "PERCENTMOD": self.percent_modifier, "MONEY": self.money,
            "DATELINE": self.dateline,
        }  # fmt: skip
        return listed | plain

    def pick(self, values: Iterable[T]) -> T:
        return self.chance.choice(tuple(values))

    def listed(self, name: str) -> Node:
        """A phrase of words.toml: its last word is the head, the others hang on that."""
        *before, last = self.pick(WORDS[name]).split()
        return self.grower._node(["+".join((*before, last)) if before else last])

    # Names
    def named(self, text: str, kind: str) -> Node:
        """The tree of a name: what stands before its first preposition ends in the head, the rest are phrases on it."""
        number = next(self.count)
        parts: list[list[str]] = [[]]
        for word in text.split():
            if word in PREPOSITIONS and parts[-1]:
                parts.append([])
            parts[-1].append(word)
        head = _compound(parts[0], kind, number)
        for part in parts[1:]:
            preposition, *rest = part
            phrase = _compound(rest, kind, number)
            phrase.relation = "nmod"
            phrase.left.insert(0, Node(preposition, "IN", "case", kind=kind, name=number))
            head.right.append(phrase)
        return head

    def the(self, node: Node) -> Node:
        node.left.insert(0, Node("the", "DT", "det"))
        return node

    def person(self) -> Node:
        culture = self.pick(self.cultures)
        given, family = self.pick(culture.given), self.pick(culture.family)
        extra = self.chance.random()
        if extra < 0.05 and not culture.family_first:
            given = f"{given} {self.pick('ABCDEFGHJKLMRST')}."
        elif extra < 0.09 and not culture.family_first:
            family = f"{family}-{self.pick(culture.family)}"
        elif extra < 0.13 and not culture.family_first:
            given = f"{given} {self.pick(culture.given)}"
        elif extra < 0.15:
            given = f"{given[0]}."
        return self.flat(f"{family} {given}" if culture.family_first else f"{given} {family}")

    def surname(self) -> Node:
        return self.flat(self.pick(self.pick(self.cultures).family))

    def flat(self, text: str) -> Node:
        """A person's name: the first word is the head, hyphens are words."""
        number = next(self.count)
        head, *rest = (Node(form, "NNP", kind="PERSON", name=number) for form in text.replace("-", " - ").split())
        before = head
        for node in rest:
            if node.form == "-":
                node.tag, node.tight, node.relation = "HYPH", True, "punct"
            else:
                node.relation = "flat"
                node.tight = before.form == "-"
            before = node
        for node, after in itertools.pairwise(rest):
            if node.form == "-":
                after.left.append(node)
        head.right = [node for node in rest if node.form != "-"]
        return head

    def title(self) -> Node:
        text = self.pick(WORDS[self.pick(("ministers", "ministers", "secretaries", "others", "others"))])
        return _compound(text.replace("-", " - ").split(), "", 0)

    def short_title(self) -> Node:
        return Node(self.pick(WORDS["short_titles"]), "NNP")

    def nation(self) -> Nation:
        return self.pick(NATIONS[:30] if self.chance.random() < 0.4 else NATIONS)

    def adjective(self) -> Node:
        *before, last = self.nation().adjective.split()
        number = next(self.count)
        if before and before[0] == "New":
            return _compound([*before, last], "GPE", number)
        left = [Node(form, "JJ", "amod", kind="NORP", name=number) for form in before]
        return Node(last, "JJ", left=left, kind="NORP", name=number)

    def country(self, *, the: bool = True) -> Node:
        nation = self.nation()
        name = self.pick(nation.short) if nation.short and self.chance.random() < 0.6 else nation.name
        node = self.named(name, "GPE")
        return self.the(node) if the and name.split()[0] in WITH_THE and self.chance.random() < 0.9 else node

    def country_modifier(self) -> Node:
        if self.chance.random() < 0.45:
            return self.named(self.pick(("US", "U.S.", "UK", "U.K.", "UAE", "US")), "GPE")
        return self.country(the=False)

    def owner(self, node: Node) -> Node:
        node.right.append(Node(self.pick(("'s", "’s")), "POS", "case", tight=True))
        node.relation = "nmod:poss"
        return node

    def country_owner(self) -> Node:
        return self.owner(self.country())

    def capital(self) -> Node:
        return self.named(self.nation().capital, "GPE")

    def city(self) -> Node:
        return self.named(self.pick(WORDS["cities"]) if self.chance.random() < 0.4 else self.nation().capital, "GPE")

    def body_modifier(self) -> Node:
        return self.named(
            self.pick(("EU", "EU", "UN", "WTO", "NATO", "IMF", "AU", "European Union", "European Commission")), "ORG"
        )

    def pair(self) -> Node:
        """Two sides: "US-China", "Sino-American"."""
        if self.chance.random() < 0.12:
            number = next(self.count)
            text = (
                self.pick(("Sino", "Anglo", "Franco", "Indo", "Russo")),
                self.pick(("American", "German", "Indian", "Japanese")),
            )
            first, second = (Node(form, "JJ", "amod", kind="NORP", name=number) for form in text)
            first.relation = "compound"
            hyphen = Node("-", "HYPH", "punct", tight=True, kind="NORP", name=number)
        else:
            first, second = self.country_modifier(), self.country_modifier()
            first.relation, second.relation = "compound", "compound"
            hyphen = Node("-", "HYPH", "punct", tight=True)
        first.right.append(hyphen)
        next(second.in_order())[0].tight = True
        second.left.insert(0, first)
        return second

    def surname_pair(self) -> Node:
        first, second = self.surname(), self.surname()
        first.relation, second.relation = "compound", "compound"
        first.right.append(Node("-", "HYPH", "punct", tight=True))
        next(second.in_order())[0].tight = True
        second.left.insert(0, first)
        return second

    def venue(self) -> Node:
        draw = self.chance.random()
        if draw < 0.25:
            first = self.pick(("Palacio de", "Palacio de la", "Palazzo", "Castillo de", "Convento de", "Monasterio de"))
            return self.the_sometimes(self.flat_name(f"{first} {self.pick(WORDS['venue_saints'])}", "FAC"))
        if draw < 0.35:
            surname = self.pick(CULTURES["french"].family)
            return self.the_sometimes(self.flat_name(f"{self.pick(WORDS['venue_french'])} {surname}", "FAC"))
        first = self.pick(WORDS["venue_first"]) if draw < 0.8 else self.pick(self.pick(self.cultures).family)
        return self.the_sometimes(self.named(f"{first} {self.pick(WORDS['venue_last'])}", "FAC"))

    def the_sometimes(self, node: Node) -> Node:
        return self.the(node) if self.chance.random() < 0.6 else node

    def flat_name(self, text: str, kind: str) -> Node:
        """A name in a foreign language: the first word is the head."""
        number = next(self.count)
        head, *rest = (Node(form, "NNP", "flat", kind=kind, name=number) for form in text.split())
        head.relation = ""
        head.right = rest
        return head

    def event(self) -> Node:
        place = self.pick(
            (
                self.nation().capital,
                self.nation().name,
                self.nation().adjective,
                "World",
                "Global",
                "Asia",
                "Africa",
                "Arctic",
            )
        )
        text = f"{place} {self.pick(WORDS['events'])}"
        return self.the(
            self.named(f"{self.pick(range(1990, 2031))} {text}" if self.chance.random() < 0.1 else text, "EVENT")
        )

    def law(self) -> Node:
        draw = self.chance.random()
        if draw < 0.5:
            return self.the(self.named(self.pick(WORDS["laws"]), "LAW"))
        if draw < 0.8:
            return self.the(self.named(f"{self.nation().capital} {self.pick(WORDS['accords'])}", "LAW"))
        return self.the(self.named(f"Treaty of {self.nation().capital}", "LAW"))

    def land(self) -> Node:
        text = self.pick(WORDS["lands"])
        node = self.named(text.removeprefix("the "), "LOC")
        return self.the(node) if text.startswith("the ") else node

    def body(self) -> Node:
        name, _, short = self.pick(WORDS["bodies"]).partition("=")
        return self.the(self.named(short if short and self.chance.random() < 0.5 else name, "ORG"))

    def body_with_acronym(self) -> Node:
        name, _, short = self.pick([text for text in WORDS["bodies"] if "=" in text]).partition("=")
        node, acronym = self.named(name, "ORG"), self.named(short, "ORG")
        acronym.relation = "appos"
        acronym.tight = True
        acronym.left = [Node("(", "-LRB-", "punct")]
        acronym.right = [Node(")", "-RRB-", "punct", tight=True)]
        node.right.append(acronym)
        return self.the(node)

    def ministry(self) -> Node:
        what = self.pick(WORDS["ministries"])
        text = self.pick((f"Ministry of {what}", f"{what} Ministry", f"Department of {what}", f"{what} Department"))
        node = self.named(text, "ORG")
        draw = self.chance.random()
        if draw < 0.4:
            return self.the(node)
        modifier = self.country_owner() if draw < 0.6 else self.adjective()
        modifier.relation = modifier.relation or "amod"
        node.left.insert(0, modifier)
        return node if draw < 0.6 else self.the(node)

    def firm(self) -> Node:
        first = (
            self.pick(WORDS["firm_first"]) if self.chance.random() < 0.7 else self.pick(self.pick(self.cultures).family)
        )
        return self.named(first if self.chance.random() < 0.5 else f"{first} {self.pick(WORDS['firm_last'])}", "ORG")

    def outlet(self) -> Node:
        text = self.pick(WORDS["outlets"])
        node = self.named(text.removeprefix("the "), "ORG")
        return self.the(node) if text.startswith("the ") else node

    # Dates and amounts
    def month_day(self) -> Node:
        day, month = str(self.chance.randint(1, 31)), self.pick(self.pick((MONTHS, SHORT_MONTHS)))
        month_node = Node(month, "NNP", "nmod:unmarked")
        if self.chance.random() < 0.35:
            return Node(day, "CD", right=[month_node])
        node = Node(day, "CD", left=[month_node])
        if self.chance.random() < 0.2:
            node.right = [
                Node(",", ",", "punct", tight=True),
                Node(str(self.chance.randint(1990, 2030)), "CD", "nmod:unmarked"),
            ]
        return node

    def amount(self) -> str:
        return self.pick(
            (str(self.chance.randint(2, 145)), f"{self.chance.randint(1, 99)}.{self.chance.randint(1, 9)}")
        )

    def percent(self) -> Node:
        if self.chance.random() < 0.4:
            return Node("%", "NN", left=[Node(self.amount(), "CD", "nummod")], tight=True)
        *per, noun = self.pick(("percent", "percent", "per cent")).split()
        return Node(noun, "NN", left=[Node(self.amount(), "CD", "nummod"), *(Node(word, "IN", "case") for word in per)])

    def percent_modifier(self) -> Node:
        node = self.percent()
        node.relation = "compound"
        return node

    def money(self) -> Node:
        unit = Node(
            self.pick(("billion", "million", "trillion")), "CD", "nummod", [Node(self.amount(), "CD", "compound")]
        )
        if self.chance.random() < 0.7:
            unit.left[0].tight = True
            return Node(self.pick("$€£"), "$", right=[unit])
        return Node(self.pick(("dollars", "euros", "pounds", "yuan", "naira", "rupees")), "NNS", left=[unit])

    def dateline(self) -> Node:
        city = self.named(self.pick(NATIONS).capital.upper(), "GPE")
        if self.chance.random() < 0.5:
            city.right += [Node(",", ",", "punct", tight=True), self.month_day()]
            city.right[-1].relation = "nmod:unmarked"
        city.right.append(Node(self.pick(("—", "-", "–")), ":", "punct"))
        return city


def _compound(forms: list[str], kind: str, number: int) -> Node:
    """Words whose last is the head: "Deputy Trade Representative", "Security and Trade"."""
    *before, last = (Node(form, _tag(form), kind=kind, name=number) for form in forms)
    for place, node in enumerate(before):
        node.relation = {"DT": "det", "CC": "cc", "HYPH": "punct", "CD": "nummod", "JJ": "amod"}.get(
            node.tag, "compound"
        )
        if node.form == "-":
            node.tight = True
            (before[place + 1] if place + 1 < len(before) else last).tight = True
    last.left = before
    return last


PLURAL = frozenset(WORDS["plural"])


def _tag(form: str) -> str:
    match form:
        case "the":
            return "DT"
        case "and" | "&":
            return "CC"
        case "-":
            return "HYPH"
    if form[0].isdigit() and form.isdigit():
        return "CD"
    plural = form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 4
    return "NNPS" if plural and form in PLURAL else "NNP"
