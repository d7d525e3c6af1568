"""The words that settle whether an event took place; from facts/rules/status.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.facts.rules import table
from kg.model import Status
from kg.text.syntax import Syntax

STRENGTH = {Status.HAPPENED: 0, Status.PLANNED: 1, Status.POSSIBLE: 2, Status.DENIED: 3}


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that settle the status of what they govern or modify."""

    denying: frozenset[str]
    planning: frozenset[str]
    hoping: frozenset[str]
    neutral_negated: frozenset[str]
    untold: frozenset[str]
    unfulfilled: frozenset[str]
    unfulfilled_in_past: frozenset[str]
    movable: frozenset[str]
    denying_particles: frozenset[tuple[str, str]]
    kept_from: frozenset[str]
    sending: frozenset[str]
    sought: frozenset[str]
    adjectives: dict[str, Status]
    bygone: frozenset[str]
    moods: dict[str, Status]
    phrases: dict[str, Status]
    nouns: dict[str, Status]
    hindrances: frozenset[str]
    particulars: frozenset[str]
    tales: frozenset[str]
    granted: frozenset[str]
    ahead: frozenset[str]
    after: frozenset[str]
    instead: frozenset[str]

    def governs(self, lemma: str) -> bool:
        """Whether a verb settles what hangs on it."""
        return lemma in self.denying or lemma in self.planning or lemma in self.hoping


@cache
def cues() -> Cues:
    raw = table("status")
    verbs, nouns, prepositions = raw["verbs"], raw["nouns"], raw["prepositions"]
    return Cues(
        denying=frozenset(verbs["denied"]),
        planning=frozenset(verbs["planned"]),
        hoping=frozenset(verbs["possible"]),
        neutral_negated=frozenset(verbs["possible_when_negated"]),
        untold=frozenset(verbs["untold"]),
        unfulfilled=frozenset(verbs["unfulfilled"]),
        unfulfilled_in_past=frozenset(verbs["unfulfilled_in_past"]),
        movable=frozenset(verbs["movable"]),
        denying_particles=frozenset((a, b) for a, b in verbs["denied_with_particle"]),
        kept_from=frozenset(verbs["kept_from"]),
        sending=frozenset(verbs["sending"]),
        sought=frozenset(verbs["sought"]),
        adjectives=_by_word(raw["adjectives"]),
        bygone=frozenset(raw["adjectives"]["bygone"]),
        moods=_by_word(raw["moods"]),
        phrases=_by_word(raw["phrases"]),
        nouns=_by_word(nouns),
        hindrances=frozenset(nouns["hindrances"]),
        particulars=frozenset(nouns["particulars"]),
        tales=frozenset(nouns["tales"]),
        granted=frozenset(nouns["granted"]),
        ahead=frozenset(prepositions["planned"]),
        after=frozenset(prepositions["happened"]),
        instead=frozenset(prepositions["denied"]),
    )


def _by_word(lists: dict[str, list[str]]) -> dict[str, Status]:
    return {word: status for status in Status if status is not Status.HAPPENED for word in lists.get(status.value, ())}


def stronger(a: Status | None, b: Status | None) -> Status | None:
    """Denial over possibility over plan; None says nothing."""
    if a is None or b is None:
        return a or b
    return a if STRENGTH[a] >= STRENGTH[b] else b


# ── what both verbs and nouns ask of a tree ─────────────────────────────────────────────────────────────────────────

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "hardly", "cannot"})
PAST_FORMS = frozenset({"was", "were", "had"})


def is_negated(syntax: Syntax, i: int) -> bool:
    """Whether *i* is negated itself: "did not meet", "no meeting", "never met"."""
    for child in syntax.children(i):
        if syntax.dep[child] in ("advmod", "det", "cc:preconj", "aux", "neg", "obl", "cc") and (
            syntax.word(child) in NEGATIONS
        ):
            return not (syntax.word(child) == "not" and _not_only(syntax, child))
    return syntax.is_verb(i) and negated_subject(syntax, i) is not None


def negated_subject(syntax: Syntax, verb: int) -> int | None:
    """The subject or object that denies its verb: "no meeting took place", "neither of them met"."""
    for child in syntax.children(verb, "nsubj", "nsubj:pass", "obj"):
        words = {syntax.word(g) for g in syntax.children(child, "det", "cc:preconj", "cc", "advmod")}
        if words & {"no", "neither"}:
            return child
    return None


def _not_only(syntax: Syntax, i: int) -> bool:
    after = [syntax.word(j) for j in range(i + 1, min(i + 3, len(syntax.tokens)))]
    return bool({"only", "just", "merely", "until"} & set(after))


def is_past(syntax: Syntax, verb: int) -> bool:
    """Told in the past, also "was able", "had refused"."""
    return syntax.tokens[verb].tag in ("VBD", "VBN") or any(
        syntax.word(c) in PAST_FORMS for c in syntax.children(verb, "aux", "aux:pass", "cop")
    )


def is_finite(syntax: Syntax, verb: int) -> bool:
    return syntax.tokens[verb].tag in ("VBD", "VBZ", "VBP") or any(
        syntax.tokens[c].tag in ("VBD", "VBZ", "VBP", "MD") for c in syntax.children(verb, "aux", "aux:pass", "cop")
    )


def marks(syntax: Syntax, verb: int) -> frozenset[str]:
    """The words that open the clause of *verb*, several joined: "after", "instead of"."""
    found = set()
    for child in syntax.children(verb, "mark", "advmod", "case"):
        found.add(syntax.word(child))
        fixed = syntax.children(child, "fixed")
        if fixed:
            found.add(" ".join([syntax.word(child), *map(syntax.word, fixed)]))
    return frozenset(found)
