"""Did it happen? Status from tense, mood, negation and cue words around the word that tells an event."""

from __future__ import annotations

from kg.facts.clause_status import above_status, own_status
from kg.facts.noun_status import status_of_noun
from kg.facts.status_words import is_negated, stronger
from kg.model import Status
from kg.text.syntax import Syntax

__all__ = ["is_negated", "status"]


def status(syntax: Syntax, trigger: int, *, headline: bool = False) -> Status:
    """
    The status of the event told at token *trigger*, a verb or a noun.

    The strongest reading on the way from the trigger up to the main clause counts: denial over possibility over plan.
    Reported speech ("he said", "according to") is transparent.
    """
    if not syntax.is_verb(trigger) or _is_named(syntax, trigger):
        return status_of_noun(syntax, trigger)
    own = own_status(syntax, trigger, headline)
    return stronger(own, above_status(syntax, trigger)) or Status.HAPPENED


def _is_named(syntax: Syntax, verb: int) -> bool:
    """ "Meeting between X and Y could be postponed": a gerund that stands for the event as a noun does."""
    gerund = syntax.tokens[verb].tag == "VBG" and not syntax.children(verb, "obj", "nsubj", "aux")
    return gerund and syntax.dep[verb] in ("nsubj", "nsubj:pass")
