"""Words around meetings that more than one reader needs."""

from __future__ import annotations

from itertools import takewhile

from kg.letters import word_set
from kg.model import MeetingKind
from kg.text.syntax import Syntax

# The kinds of event that the network calls meetings.
EVENTS = {"meeting": MeetingKind.MEETING, "call": MeetingKind.CALL}
# Where "X met Y" tells of a game.
SPORT = word_set(
    "final semifinal semi-final quarterfinal match cup tournament league game championship playoff derby "
    "fixture title bout belt crown round-robin medal rematch"
)
# Words of whatever is played, in whose company teams that meet do not talk.
GAMES = word_set(
    "basketball football soccer cricket hockey tennis rugby volleyball handball baseball softball badminton chess "
    "goalkeeper striker midfielder referee quarter-final semifinal qualifier wicket innings"
)
# What comes in rounds and is no talks.
BALLOTS = word_set("election vote voting ballot poll runoff voter candidate funding auction bidding bid")
# Prepositions before what happened at another time.
OTHER_TIMES = frozenset({"after", "before", "following", "ahead of", "prior to", "since", "despite", "besides"})
# As what those are at a meeting who are no side of it.
HOSTS = word_set(
    "host mediator broker go-between intermediary facilitator moderator convener organiser organizer guarantor"
)
TOPICAL = frozenset({"about", "over", "regarding", "concerning"})  # prepositions before what is talked about
PHONE = frozenset(
    "phone telephone telephonic videoconference virtual virtually online teleconference zoom hotline".split()
)
# What says how a meeting was held hangs on it as a phrase: "by phone"; a clause tells of something else.
PHRASES = frozenset({"obl", "nmod", "advmod", "amod", "compound", "obl:unmarked", "nmod:unmarked", "obj"})


def is_topic(syntax: Syntax, noun: int) -> bool:
    """ "discussed | a summit", "exchanged views on | a summit": what others talk about."""
    return syntax.case(noun) in TOPICAL | {"on"} or (
        syntax.dep[noun] == "obj" and syntax.lemma(syntax.head[noun]) == "discuss"
    )


def is_call(syntax: Syntax, head: int) -> bool:
    """Whether the event at *head* is told as a call: "by phone", "consulted X over a video link"."""
    above = (j for j in (head, *syntax.ancestors(head)) if syntax.dep[j] == "conj" and not syntax.is_verb(j))
    joined = [syntax.head[j] for j in above]
    past = {a for j in joined for a in (j, *syntax.ancestors(j))}  # "a phone conversation in May and a | meeting"
    clause = syntax.clause(head)
    between = takewhile(lambda j: j != clause, (head, *syntax.ancestors(head)))
    apart = any(
        syntax.case(j) in OTHER_TIMES or is_topic(syntax, j) or syntax.word(j) == "ahead" for j in between
    )  # "by phone before |", "discussed by phone a |"
    around = (c for h in ({head} if apart else {head, clause}) for c in syntax.children(h))
    beside = [c for c in around if syntax.dep[c] in PHRASES and c not in past]
    near = {syntax.word(head)} | {syntax.word(j) for c in beside for j in syntax.subtree(c)[:6]}
    seen = any(syntax.word(c) == "video" and syntax.case(c) in ("by", "via", "over") for c in beside)
    return bool(near & PHONE) or seen or ("video" in near and bool(near & {"call", "link", "conference"}))
