"""Trees that grow: words with their dependants in order, drawn from a grammar of frames, read off as sentences."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from training.conllu import Name, Sentence, Word
from training.lists import WORDS

RELATION = re.compile(r"(\w+(?::(?:pass|desc|agent|relcl|prt|unmarked|poss))?):(?=.)")
OF_TAG = {
    "DT": "det", "PRP$": "nmod:poss", "TO": "mark", "MD": "aux", "JJ": "amod", "JJR": "amod", "NN": "compound",
    "NNS": "compound", "NNP": "compound", "NNPS": "compound", "CD": "nummod", "RB": "advmod", "CC": "cc",
    "VBG": "amod", "VBN": "amod", "WDT": "nsubj", "PRP": "nsubj", "RP": "compound:prt",
}  # fmt: skip
BE = frozenset(["is", "was", "were", "are", "be", "been"])
HAVE = frozenset(["has", "have", "had"])
DO = frozenset(["did", "does", "do"])
TAGS = {
    **dict.fromkeys(["the", "a", "an", "this"], "DT"),
    **dict.fromkeys(WORDS["prepositions"], "IN"),
    **dict.fromkeys(["his", "her", "their", "its"], "PRP$"),
    "to": "TO", "and": "CC", "not": "RB", "again": "RB", ",": ",", "his": "PRP$",
}  # fmt: skip
VOWELS = tuple("aeiouAEIO8")


@dataclass
class Node:
    """A word with its dependants. *kind* names what the word is a part of the name of; *tight*: no space before it."""

    form: str
    tag: str
    relation: str = ""
    left: list[Node] = field(default_factory=list)
    right: list[Node] = field(default_factory=list)
    kind: str = ""
    name: int = 0
    tight: bool = False

    def in_order(self) -> Iterator[tuple[Node, Node]]:
        """The words from left to right, each with its head."""
        for child in self.left:
            yield from ((node, self if node is child else head) for node, head in child.in_order())
        yield self, self
        for child in self.right:
            yield from ((node, self if node is child else head) for node, head in child.in_order())


Slots = Mapping[str, Callable[[], Node]]


@dataclass(frozen=True, slots=True)
class Frame:
    """One alternative of the grammar: *text* in the notation of frames.txt, *weight* times as likely as a plain one."""

    text: str
    weight: int


def frames(text: str) -> Mapping[str, tuple[Frame, ...]]:
    """The alternatives by slot; lines that start with # are comments."""
    found: dict[str, list[Frame]] = {}
    slot = ""
    for line in filter(None, text.splitlines()):
        if line.startswith("["):
            slot = line.strip("[]")
        elif not line.startswith("#"):
            weight, frame = re.fullmatch(r"(?:(\d+)\* )?(.*)", line).groups()  # type: ignore[union-attr]
            found.setdefault(slot, []).append(Frame(frame, int(weight or 1)))
    return {slot: tuple(alternatives) for slot, alternatives in found.items()}


class Grower:
    """Draws trees from *grammar*; *slots* grow what the grammar leaves open."""

    def __init__(self, grammar: Mapping[str, tuple[Frame, ...]], slots: Slots, chance: random.Random) -> None:
        self.grammar = grammar
        self.slots = slots
        self.chance = chance

    def grow(self, slot: str) -> Node:
        if slot in self.slots:
            return self.slots[slot]()
        alternatives = self.grammar[slot]
        frame = self.chance.choices(alternatives, [frame.weight for frame in alternatives])[0]
        words = frame.text.replace("( ", "(").replace("(", " ( ").replace(")", " ) ").split()
        return self._node(words)

    def _node(self, words: list[str]) -> Node:
        """Reads one tree off the front of *words*."""
        chain, *after = words.pop(0).split("&")
        *hung, head = [self._leaf(part) for part in chain.split("+")]
        first, second = self._children(words) if words and words[0] == "(" else ([], [])
        for part in hung:
            part.relation = part.relation or _hangs(part, head)
            if part.form == "to" and part.relation == "case":
                part.tag = "IN"
        verbal = next(
            (place for place, part in enumerate(hung) if part.relation in ("aux", "aux:pass", "cop")), len(hung)
        )
        head.left = [*hung[:verbal], *first, *hung[verbal:], *head.left]
        head.right = [*head.right, *second, *(self._hung(part, head) for part in after)]
        return head

    def _hung(self, part: str, head: Node) -> Node:
        node = self._leaf(part)
        node.relation = node.relation or _hangs(node, head)
        return node

    def _children(self, words: list[str]) -> tuple[list[Node], list[Node]]:
        sides: tuple[list[Node], list[Node]] = ([], [])
        words.pop(0)
        right = False
        while words[0] != ")":
            if words[0] == "^":
                right = True
                words.pop(0)
                continue
            maybe = words[0].startswith("?")
            relation = RELATION.match(words[0].lstrip("?"))
            words[0] = words[0].lstrip("?")[relation.end() if relation else 0 :]
            node = self._node(words)
            node.relation = relation[1] if relation else node.relation or _hangs(node, node)
            if not maybe or self.chance.random() < 0.5:
                sides[right].append(node)
        words.pop(0)
        return sides

    def _leaf(self, part: str) -> Node:
        if part.startswith("$"):
            return self.grow(part[1:].split("/")[0])
        form, _, tag = part.rpartition("/") if "/" in part else (part, "", "")
        tag = tag or TAGS.get(form, "NN")
        return Node(form, tag, tight=form in (",", "—", "”"))


def _hangs(part: Node, head: Node) -> str:
    """The relation of a word hung on *head* by a plus sign."""
    verb = head.tag.startswith("VB")
    if part.tag == "TO" and not verb:
        return "case"
    if part.tag == "IN" or part.form == "including":
        return "mark" if verb or head.tag == "JJ" else "case"
    if part.form == "according":
        return "case"
    if part.form in BE:
        return "aux:pass" if head.tag == "VBN" else "aux" if head.tag == "VBG" else "cop"
    if part.form in HAVE or part.form in DO:
        return "aux"
    return OF_TAG.get(part.tag, "punct")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """How the treebanks mark a word: its part of speech with features, and its lemma, by lower-case form and tag."""

    morphs: Mapping[tuple[str, str], str]
    of_tag: Mapping[str, str]
    lemmas: Mapping[tuple[str, str], str]

    def morph(self, form: str, tag: str) -> tuple[str, str]:
        upos, _, feats = self.morphs.get((form.lower(), tag), self.of_tag[tag]).partition("|")
        return upos, feats or "_"


def sentence(root: Node, lexicon: Lexicon, chance: random.Random) -> Sentence:
    """The words of a tree in order, with a full stop, its first letter a capital, commas where print has them."""
    root.relation = "ROOT"
    nodes, heads = _printed(root, chance)
    places = {id(node): place for place, node in enumerate(nodes)}
    words = []
    for place, (node, head) in enumerate(zip(nodes, heads, strict=True)):
        upos, feats = lexicon.morph(node.form, node.tag)
        after = nodes[place + 1] if place + 1 < len(nodes) else None
        spaced = after is None or not (
            after.tight or node.tag == "``" or (node.form == "—" and node.tight) or node.tag == "HYPH"
        )
        lemma = lexicon.lemmas.get((node.form.lower(), node.tag), node.form)
        words.append(Word(node.form, lemma, upos, node.tag, feats, places[id(head)], node.relation, spaced))
    return Sentence(tuple(words), _names(nodes))


def _printed(root: Node, chance: random.Random) -> tuple[list[Node], list[Node]]:
    stop = Node(".", ".", "punct", tight=True)
    airy = chance.random() < 0.3
    pairs = [*root.in_order(), (stop, root)]
    if pairs[-2][0].form == "”" and chance.random() < 0.7:
        pairs[-2], pairs[-1] = pairs[-1], pairs[-2]
    kept = [
        pair
        for pair, after in zip(pairs, [*pairs[1:], (stop, root)], strict=True)
        if not (pair[0].form in (",", "—") and after[0].form in (",", ".", "—") and after[0] is not pair[0])
    ]
    if kept[0][0].form in (",", "—"):
        kept = kept[1:]
    for (node, _), (after, _) in itertools.pairwise(kept):
        if node.form == "a" and after.form.startswith(VOWELS):
            node.form = "an"
        if node.tag == "``":
            after.form = after.form[:1].upper() + after.form[1:]
        if node.form == "—" and airy:
            node.tight = False
    first = kept[0][0]
    first.form = first.form[:1].upper() + first.form[1:]
    return [node for node, _ in kept], [head for _, head in kept]


def _names(nodes: list[Node]) -> tuple[Name, ...]:
    found: list[Name] = []
    place = 0
    while place < len(nodes):
        end = place + 1
        if nodes[place].kind:
            while end < len(nodes) and nodes[end].kind and nodes[end].name == nodes[place].name:
                end += 1
            found.append(Name(place, end, nodes[place].kind))
        place = end
    return tuple(found)
