"""Words for those who act for a state or body, and for what states are to each other, as several readers use them."""

from __future__ import annotations

from kg.letters import word_set

# People sent together, of one side.
DELEGATIONS = word_set("delegation side team mission contingent")
# What states, and those who act for them, are to each other.
PARTNERS = word_set("ally counterpart neighbour neighbor partner rival")
# Prepositions before the other side: "talks with X", "a war against X".
FACING = frozenset({"with", "to", "against", "between"})
# In the names of those who fight a state, and so may talk to it: "Northern Liberation Front".
ARMED = word_set(
    "army brigade brigades fighters front guerrilla guerrillas liberation maoist maoists militia movement rebel rebels "
    "tigers"
)
# Verbs of those who come along with somebody: "X was accompanied by Y".
COMING_ALONG = word_set("join accompany flank assist")
# Verbs of whoever is at the head of a delegation.
LEADING = word_set("lead head")
