"""Words around meetings that more than one reader needs."""

from __future__ import annotations

from kg.letters import word_set
from kg.model import MeetingKind

# The kinds of event that the network calls meetings.
EVENTS = {"meeting": MeetingKind.MEETING, "call": MeetingKind.CALL}
# Where "X met Y" tells of a game.
SPORT = word_set(
    "final semifinal semi-final quarterfinal match cup tournament league game championship playoff derby "
    "fixture title bout belt crown round-robin medal rematch"
)
# Prepositions before what happened at another time.
OTHER_TIMES = frozenset({"after", "before", "following", "ahead of", "prior to", "since", "despite", "besides"})
# As what those are at a meeting who are no side of it.
HOSTS = word_set(
    "host mediator broker go-between intermediary facilitator moderator convener organiser organizer guarantor"
)
