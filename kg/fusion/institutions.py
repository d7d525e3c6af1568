"""Institutions as single articles know them → clusters: acronym, long form and word order of one body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.fusion.clusters import Cluster, Grouping
from kg.letters import folded, word_set
from kg.model import Ref

_COMPANY_FORMS = word_set(
    """
    inc incorporated corp corporation co company ltd limited llc plc ag sa se nv gmbh holdings
    """
)
_STOPWORDS = word_set(
    """
    the of for and on in to a an
    """
)
# Words that name the kind of body: "Treasury" and "Department of the Treasury" differ in nothing else.
_KINDS_OF_BODY = frozenset(["ministry", "department", "office"])
_SAME_WORD = {
    "defence": "defense",
    "affairs": "",
    "centre": "center",
    "labour": "labor",
    "organisation": "organization",
    "programme": "program",
    "trading": "trade",
    "minister": "ministry",
    "ministers": "ministry",
    "external": "foreign",
}


LONG_NAME = 4  # telling words from which on a name that lacks one more is the same


@dataclass(frozen=True, slots=True)
class Body:
    """One institution as one article knows it; `words` as `body_words` gives them, `acronyms` in lower case."""

    ref: Ref
    name: str
    words: frozenset[str]
    acronyms: frozenset[str]
    of: str | None
    type: str


def body_words(name: str, demonyms: Mapping[str, str]) -> frozenset[str]:
    """
    The words that tell one body from others, without the state's own name or adjective.

    >>> sorted(body_words("Chinese Commerce Ministry", {"chinese": "China"}))
    ['commerce', 'ministry']
    """
    text = f" {folded(name.replace('&', ' and '))} "
    for demonym in sorted((each for each in demonyms if f" {each} " in text), key=len, reverse=True):
        rest = text.replace(f" {demonym} ", " ")
        text = rest if set(rest.split()) - _STOPWORDS - _KINDS_OF_BODY else text
    words = [_SAME_WORD.get(word, word) for word in text.split()]
    kept = frozenset(word for word in words if word and word not in _STOPWORDS)
    short = kept - _COMPANY_FORMS
    return short or kept


def institutions(bodies: Iterable[Body]) -> tuple[Cluster, ...]:
    """Cluster the institutions of all articles, state by state; a body of no known state joins where just one fits."""
    ordered = sorted(bodies, key=lambda each: each.ref)
    grouping = Grouping(each.ref for each in ordered)
    states: dict[str, list[Body]] = defaultdict(list)
    for body in ordered:
        states[body.of or ""].append(body)
    heads = {state: _of_one_state(members, grouping) for state, members in sorted(states.items())}
    _of_unknown_state(heads, grouping)
    return grouping.clusters()


def _of_one_state(bodies: Sequence[Body], grouping: Grouping) -> list[Body]:
    """One body for each institution of a state, all that name it joined to it."""
    named: dict[frozenset[str], list[Body]] = defaultdict(list)
    for body in bodies:
        named[body.words].append(body)
    for members in named.values():
        for other in members[1:]:
            grouping.join(members[0].ref, other.ref, _same_name(members[0], other))
    heads = [members[0] for _, members in sorted(named.items(), key=lambda item: item[1][0].ref)]
    _short_forms(heads, grouping)
    _parts(heads, grouping)
    _acronyms(heads, [body for body in bodies if body.acronyms], grouping)
    return heads


def _same_name(left: Body, right: Body) -> str:
    of = f", both of {left.of}" if left.of else ""
    if folded(left.name) == folded(right.name):
        return f'the same name, "{right.name}"{of}'
    return f'"{left.name}" and "{right.name}" are one name in other words{of}'


def _short_forms(heads: Sequence[Body], grouping: Grouping) -> None:
    bare: dict[frozenset[str], list[Body]] = defaultdict(list)
    for head in heads:
        if head.of and head.type == "government":
            bare[head.words - _KINDS_OF_BODY].append(head)
    for members in bare.values():
        kinds = {each.words & _KINDS_OF_BODY for each in members} - {frozenset()}
        if len(members) > 1 and len(kinds) == 1:
            for other in members[1:]:
                grouping.join(
                    members[0].ref,
                    other.ref,
                    f'"{members[0].name}" and "{other.name}" of {other.of} differ in no more than the kind of body',
                )


def _parts(heads: Sequence[Body], grouping: Grouping) -> None:
    """Join a long name to the one longer name that holds all its words and one more: a word got lost."""
    longer: dict[frozenset[str], list[Body]] = defaultdict(list)
    for head in heads:
        for word in sorted(head.words) if len(head.words) > LONG_NAME else ():
            longer[head.words - {word}].append(head)
    for head in heads:
        whole = longer.get(head.words, []) if len(head.words) >= LONG_NAME else []
        if len(whole) == 1 and whole[0].type == head.type:
            grouping.join(whole[0].ref, head.ref, f'"{head.name}" leaves one word out of "{whole[0].name}"')


def _acronyms(heads: Sequence[Body], known: Sequence[Body], grouping: Grouping) -> None:
    """Join acronyms to their long forms: those an article gives itself, then those that the initials spell."""
    long_forms: dict[str, list[Body]] = defaultdict(list)
    for head in heads:
        for spelling in initials(head.name):
            long_forms[spelling].append(head)
    by_letter: dict[str, list[Body]] = defaultdict(list)
    for head in heads:
        if head.of and head.type == "government" and len(head.words) > 1:
            by_letter[folded(head.name)[:1]].append(head)
    given: dict[str, Body] = {}
    for body in sorted(known, key=lambda each: each.ref):
        for acronym in sorted(body.acronyms - {folded(body.name)}):
            first = given.setdefault(acronym, body)
            grouping.join(first.ref, body.ref, f'both are called "{acronym.upper()}"')
    for head in heads:
        acronym = folded(head.name)
        if " " in acronym or len(head.name) < 2 or not (head.name.isupper() or (head.of and head.type == "government")):
            continue
        spelt = [each for each in long_forms.get(acronym, ()) if each is not head]
        spelt = spelt or [
            each for each in by_letter.get(acronym[:1], ()) if each is not head and abridges(acronym, each.name)
        ]
        homes = {grouping.root(each.ref) for each in spelt}
        if len(homes) == 1:
            grouping.join(spelt[0].ref, head.ref, f'"{head.name}" abridges "{spelt[0].name}"')
        elif spelt:
            grouping.doubt(head.ref, f"may be {' or '.join(sorted(each.name for each in spelt))}")
        elif acronym in given:
            grouping.join(given[acronym].ref, head.ref, f'"{given[acronym].name}" is called "{head.name}" as well')


def initials(name: str) -> frozenset[str]:
    """The acronyms that a long form spells, with and without its small words; empty for fewer than two words."""
    words = folded(name).split()
    big = [word for word in words if word not in _STOPWORDS]
    if len(big) < 2:
        return frozenset()
    return frozenset({"".join(word[0] for word in words if word != "the"), "".join(word[0] for word in big)})


def abridges(acronym: str, name: str) -> bool:
    """
    Whether the acronym is made of the beginnings of the name's words, in order; each big word gives a letter or more.

    >>> abridges("mofcom", "Ministry of Commerce"), abridges("mofcom", "Ministry of Culture")
    (True, False)
    """
    words = folded(name).split()
    if len(acronym) < 3 or len(words) < 2:
        return False

    def spells(at: int, word: int) -> bool:
        if word == len(words):
            return at == len(acronym)
        small = words[word] in _STOPWORDS
        if small and spells(at, word + 1):
            return True
        longest = next((n for n in range(len(words[word]) + 1) if acronym[at : at + n + 1] != words[word][: n + 1]), 0)
        return any(spells(at + n, word + 1) for n in range(1, longest + 1))

    return spells(0, 0)


def _of_unknown_state(heads: Mapping[str, Sequence[Body]], grouping: Grouping) -> None:
    by_words: dict[frozenset[str], list[Body]] = defaultdict(list)
    by_initials: dict[str, list[Body]] = defaultdict(list)
    for state in sorted(heads):
        for head in heads[state] if state else ():
            by_words[head.words].append(head)
            for spelling in initials(head.name):
                by_initials[spelling].append(head)
    for body in heads.get("", ()):
        fitting = [each for each in by_words.get(body.words, ()) if _same_kind(body, each)]
        how = "the same name"
        if not fitting and body.name.isupper():
            fitting, how = by_initials.get(folded(body.name), []), "its initials"
        homes = {grouping.root(each.ref) for each in fitting}
        if len(homes) == 1:
            grouping.join(
                fitting[0].ref,
                body.ref,
                f'"{body.name}" is {how} of the one body known, "{fitting[0].name}" of {fitting[0].of}',
            )
        elif fitting:
            grouping.doubt(body.ref, f"may be of {' or '.join(sorted({each.of or '' for each in fitting}))}")


def _same_kind(left: Body, right: Body) -> bool:
    return left.type == right.type or "company" not in (left.type, right.type)
