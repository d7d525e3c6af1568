"""
A place that closes a meeting's clause and hangs in the tree on whom one met or what was spoken of.

"Held talks with their counterparts on the closure in Abuja", "met presidents of three countries at the Villa".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.text.mentions import CITY, VENUE

if TYPE_CHECKING:
    from kg.facts.places import Places

ABOUT = frozenset({"on", "about", "over", "regarding", "concerning", "against", "for", "into"})


def hangs_loose(places: Places, i: int, trigger: int, heads: set[int]) -> bool:
    """
    Whether the place at *i* may be that of the event at *trigger*, though another noun lies between.

    Anything that goes on somewhere of its own keeps its place ("the fighting in Goma"). Of what is spoken about only
    the capital of a state named beside it is taken for the event's.
    """
    syntax, mention = places.syntax, places.linked.mention_at.get(i)
    if mention is None or mention.kind not in (CITY, VENUE) or syntax.case(i) not in ("in", "at"):
        return False
    before = places.linked.mention_before.get(i - 1)
    if before is not None and syntax.case(before.first) == "with" and _is_faced_in(places, before.first, trigger):
        return True
    above, topic = syntax.head[i], False
    ends = heads | {syntax.clause(trigger)}
    while above not in ends:
        if syntax.is_verb(above) or above in places.triggers or above == syntax.head[above]:
            return False
        if syntax.lemma(above) in places.words.occurrences or syntax.dep[above] in ("appos", "acl", "acl:relcl"):
            return False
        if places.linked.key(above) is not None and not _stands_for_office(places, above):
            return False
        if not topic and syntax.case(above) == "with" and _is_faced_in(places, above, trigger):
            return True
        topic = topic or syntax.case(above) in ABOUT
        above = syntax.head[above]
    return trigger < i and (not topic or _is_capital_of_party(places, i))


def _is_faced_in(places: Places, person: int, trigger: int) -> bool:
    """ "talks on the return of inspectors | with X in Rome": whom one talks with, wherever the parser hangs them."""
    between = range(trigger + 1, person)
    apart = any(places.syntax.is_verb(j) or places.tokens[j].text in (",", ";", "-") for j in between)
    key = places.linked.key(person) or ""
    return trigger < person and key.startswith("person/") and not apart


def _stands_for_office(places: Places, noun: int) -> bool:
    """People and states may be met anywhere; a body named with its place ("the university in Oslo") is elsewhere."""
    key = places.linked.key(noun) or ""
    return key.startswith("person/") or places.linked.is_state(key)


def _is_capital_of_party(places: Places, i: int) -> bool:
    """Whether the city at *i* is the capital of a state that its sentence names otherwise ("the Nigerian minister")."""
    table, sentence = places.linked.table, places.document.sentences[places.syntax.sentence_of[i]]
    words = (places.tokens[j].text for j in range(sentence.first, sentence.last) if j != i)
    states = (table.state(word) or table.demonym(word) for word in words if word[:1].isupper())
    return any(state is not None and state.capital == places.linked.mention_at[i].name for state in states)
