"""Sentences → who came with whom, by names alone: what says that an aide is of the minister's state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from kg.facts.link import Linked
from kg.facts.party_words import DELEGATIONS, LEADING
from kg.letters import word_set

ACCOMPANYING = word_set("accompany flank escort assist back bring")
NAMING = word_set("include comprise feature consist make compose form")


def retinues(linked: Linked) -> Iterator[tuple[str, str]]:
    """Pairs of people who went along with one another, or were in one delegation, in the order of the text."""
    for i, token in enumerate(linked.document.tokens):
        if token.lemma in ACCOMPANYING and linked.syntax.is_verb(i):
            yield from _accompanied(linked, i)
        elif token.lemma in DELEGATIONS and linked.key(i) is None:
            yield from combinations(_members(linked, i), 2)


def _accompanied(linked: Linked, verb: int) -> Iterator[tuple[str, str]]:
    """ "X, accompanied by Y and Z", "X brought Y"."""
    heads = linked.syntax.subjects(verb)
    if any(linked.syntax.word(c) == "their" for h in heads for c in linked.syntax.children(h, "nmod:poss")):
        return  # one of each
    came = _people(linked, heads)
    for one in _people(linked, linked.syntax.patients(verb)):
        yield from ((one, other) for other in came if other != one)


def _members(linked: Linked, delegation: int) -> list[str]:
    """ "X led a delegation that included Y and Z": X, Y and Z."""
    syntax = linked.syntax
    above = syntax.head[delegation]
    heads = syntax.children(delegation, "nmod:poss")
    clauses = syntax.children(delegation, "acl", "acl:relcl")
    if syntax.is_verb(above) and delegation in (*syntax.patients(above), *syntax.subjects(above)):
        clauses = [*clauses, above]
    for verb in clauses:
        if syntax.lemma(verb) in LEADING | NAMING:
            of = [h for case, h in syntax.obliques(verb) if case == "of"]
            heads = [*heads, *syntax.subjects(verb), *syntax.patients(verb), *of]
    return _people(linked, [h for h in dict.fromkeys(heads) if h != delegation])


def _people(linked: Linked, heads: Iterable[int]) -> list[str]:
    """Those named at some words, or beside them, with those joined to them."""
    syntax = linked.syntax
    joined = (j for h in heads for j in syntax.conjuncts(h))
    keys = (linked.key(k) for j in joined for k in (j, *syntax.children(j, "appos")))
    return list(dict.fromkeys(key for key in keys if key is not None and linked.is_person(key)))
