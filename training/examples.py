"""The recipe → what the network is trained on: windows of words with the labels that are known of them."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.text.pipeline.pieces import Window
from training import generate, named, swap
from training.conllu import NAME_KINDS, Sentence, Word, sentences
from training.corpora import RECIPE, files
from training.lists import CULTURES, NATIONS, WORDS

BIO = ("O", *(f"{sign}-{kind}" for kind in NAME_KINDS for sign in "BI"))
UNKNOWN = "?"
"""The label of a word of which nothing is known; nothing is learnt there."""
MOST_WORDS = 250
RARE = 3


@dataclass(frozen=True, slots=True)
class Example:
    """One window; *sentences* None where nothing is known of its trees, *names* None where nothing of its names."""

    window: Window
    sentences: tuple[Sentence, ...] | None
    names: tuple[str, ...] | None


def parsed(corpus: str, split: str) -> Iterator[Sentence]:
    """The sentences of a treebank's split, names marked where the corpus has them."""
    if corpus == "ud-ewt":
        yield from sentences(files("ud-ewt")[f"ud-ewt/{split}.conllu"])
        return
    for path, text in sorted(files("gum-open").items()):
        if f"/{split}/" in path and path.endswith(".conllu"):
            for sentence in sentences(text):
                yield named.of_gum(replace(sentence, id=path))


def is_news(sentence: Sentence) -> bool:
    return "GUM_news" in sentence.id


def columns(corpus: str, name: str) -> list[Sentence]:
    kinds = named.WIKIGOLD if corpus == "wikigold" else named.CROSSNER
    return list(named.of_columns(files(corpus)[f"{corpus}/{name}.txt"], kinds))


def training_set(*, generated: int, seed: int) -> tuple[list[Example], Mapping[str, tuple[str, ...]]]:
    """The examples in no order, and the labels found in them: tags, morphs, relations, names."""
    chance = random.Random(seed)
    numbers = RECIPE["training"]
    ewt = [replace(sentence, names=None) for sentence in parsed("ud-ewt", "train")]
    ewt_dev = named.of_uner(list(parsed("ud-ewt", "dev")), files("uner")["uner/ewt-dev.iob2"])
    gum = [*parsed("gum-open", "train"), *(each for each in parsed("gum-open", "dev") if not is_news(each))]
    marked = [
        columns("wikigold", "wikigold.conll"),
        *(
            columns("crossner", f"{subject}-{split}")
            for subject, split in itertools.product(("politics", "science"), ("train", "dev"))
        ),
        columns("crossner", "science-test"),
    ]
    words = generate.lexicon([*ewt, *gum])
    new_name = _new_name(chance)
    trees = [*ewt, *ewt_dev, *gum]
    changed = [swap.renamed(each, new_name) if chance.random() < numbers["renamed"] else each for each in trees]
    with_titles = [
        each
        for sentence in trees * 2
        if (each := swap.titled(swap.renamed(sentence, new_name), new_name, lambda: _title(words, chance), chance))
    ]
    made = list(itertools.islice(generate.news(words, seed=seed), generated))
    groups = [*_groups(changed, chance), *_runs(made, chance)]
    groups += [(each,) for each in chance.sample(with_titles, min(len(with_titles), numbers["titled"]))]
    for corpus in marked:
        groups += _threes(corpus)
        groups += [
            tuple(swap.renamed_marks(each, new_name) for each in group)
            for group in _threes(corpus)
            if _has_full_name(group) and chance.random() < 0.5
        ]
    examples = [example(group, curly=chance.random() < numbers["curly"]) for group in groups]
    return examples, _labels(examples)


def _new_name(chance: random.Random) -> swap.NewName:
    """Four in ten of the names are Chinese, one in eight of those a He: the pronoun must not hide the person."""
    plain = [
        replace(culture, family=_of_one_word(culture.family), given=_of_one_word(culture.given))
        for culture in CULTURES.values()
        if not culture.held_out
    ]
    plain = [culture for culture in plain if culture.family and culture.given]

    def draw() -> tuple[str, str]:
        culture = plain[0] if chance.random() < 0.4 else chance.choice(plain)
        given, family = chance.choice(culture.given), chance.choice(culture.family)
        if culture is plain[0] and chance.random() < 0.12:
            family = "He"
        return (family, given) if culture.family_first else (given, family)

    return draw


def _of_one_word(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name.isalpha())


def _title(words: generate.Lexicon, chance: random.Random) -> tuple[Word, ...]:
    """As "US Treasury Secretary": the last word is the head of the others."""
    text = chance.choice(WORDS[chance.choice(("ministers", "secretaries", "others"))])
    forms = text.replace("-", " - ").split()
    nation = chance.choice(NATIONS)
    before: list[tuple[str, str]] = []
    if chance.random() < 0.75:
        nouns = ["US", "U.S.", "EU", "UK", *nation.short]
        before = [(chance.choice(nouns), "NNP")] if chance.random() < 0.3 else [(nation.adjective.split()[-1], "JJ")]
    tagged = [*before, *((form, "HYPH" if form == "-" else "NNP") for form in forms)]
    relations = {"JJ": "amod", "HYPH": "punct"}
    return tuple(
        Word(form, form, *_marks(words, form, tag), 0, relations.get(tag, "compound"), form != "-" and after != "-")
        for (form, tag), (after, _) in zip(tagged, [*tagged[1:], ("", "")], strict=True)
    )


def _marks(words: generate.Lexicon, form: str, tag: str) -> tuple[str, str, str]:
    upos, feats = words.morph(form, tag)
    return upos, tag, feats


def _groups(found: Iterable[Sentence], chance: random.Random) -> Iterator[tuple[Sentence, ...]]:
    """One to eight sentences that follow each other in a document."""
    group: list[Sentence] = []
    size = chance.randint(1, 8)
    for sentence in found:
        full = len(group) >= size or sum(len(each.words) for each in group) > MOST_WORDS
        if group and (full or sentence.opens_document):
            yield tuple(group)
            group, size = [], chance.randint(1, 8)
        group.append(sentence)
    if group:
        yield tuple(group)


def _runs(found: Sequence[Sentence], chance: random.Random) -> Iterator[tuple[Sentence, ...]]:
    left = list(found)
    while left:
        size = chance.choice((1, 1, 1, 2, 2, 3, 4))
        yield tuple(left[:size])
        left = left[size:]


def _threes(found: Sequence[Sentence]) -> list[tuple[Sentence, ...]]:
    return [tuple(found[start : start + 3]) for start in range(0, len(found), 3)]


def _has_full_name(group: Iterable[Sentence]) -> bool:
    return any(name.kind == "PERSON" and name.end - name.start == 2 for each in group for name in each.names or ())


def example(group: Sequence[Sentence], *, curly: bool = False) -> Example:
    words = [word for sentence in group for word in sentence.words]
    spaced = [word.spaced for word in words]
    for end in itertools.accumulate(len(sentence.words) for sentence in group):
        spaced[end - 1] = True
    forms = tuple(_curly(word) if curly else word.form for word in words)
    known = all(sentence.names is not None for sentence in group)
    return Example(
        Window(forms, tuple(spaced)),
        tuple(group) if all(sentence.parsed for sentence in group) else None,
        tuple(label for sentence in group for label in bio(sentence)) if known else None,
    )


def _curly(word: Word) -> str:
    if word.form == '"':
        return "“" if word.xpos == "``" else "”"
    return word.form.replace("'", "’")


def bio(sentence: Sentence) -> list[str]:
    labels = ["O"] * len(sentence.words)
    for name in sentence.names or ():
        for place in range(name.start, name.end):
            labels[place] = f"{'B' if place == name.start else 'I'}-{name.kind}" if name.kind else UNKNOWN
    return labels


def _labels(examples: Iterable[Example]) -> Mapping[str, tuple[str, ...]]:
    tags: Counter[str] = Counter()
    morphs: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    for word in (word for each in examples for sentence in each.sentences or () for word in sentence.words):
        tags[word.xpos] += 1
        morphs[word.morph] += 1
        relations[word.relation] += 1
    return {
        "xpos": tuple(tag for tag, _ in tags.most_common()),
        "morph": tuple(morph for morph, count in morphs.most_common() if count >= RARE),
        "deps": tuple(relation for relation, _ in relations.most_common()),
        "bio": BIO,
    }
