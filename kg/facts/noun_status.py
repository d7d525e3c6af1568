"""The status that phrase and clause give the noun of an event: "the planned talks", "a meeting was ruled out"."""

from __future__ import annotations

from kg.facts.clause_status import (
    LEAVING,
    MOVING,
    above_status,
    called_off,
    came_to_nothing,
    governor_status,
    is_reversed,
    new_day,
    noun_status,
    occurs,
    own_status,
    sets_out_today,
)
from kg.facts.status_words import cues, is_negated, is_past, stronger
from kg.model import Status
from kg.text.dates import MONTH_NUMBER, ORDINALS, WEEKDAYS
from kg.text.syntax import Syntax

TAKING_PART = frozenset({"take", "participate", "attend", "join", "engage", "sit"})
TAKEN_PART = frozenset({"participation", "involvement", "attendance"})
ABOUT = frozenset(
    "focus cover address include involve bring gather unite feature run last center centre touch deal seek aim "
    "discuss".split()
)
# Nouns through which what is said reaches the talks: "a second day of talks", not "the outcome of the talks"
CONTAINERS = frozenset(
    "round day series session set hour string week number couple venue date start opening resumption continuation "
    "beginning reopening".split()
)
# What joins a meeting to a word for a plan, or for what is done to bring it about.
OF_PLANS = frozenset({"of", "for", "on", "about", "with", "at", "to", "toward", "towards", ""})
GOVERNED_CASES = frozenset("for on to with of from out off toward towards at".split())
NOT_GOVERNED_FROM = frozenset({"withdraw", "pull", "stay", "keep"})  # all other verbs: what one comes from took place
AGREEING = frozenset({"agree", "settle", "decide", "work", "sign", "adopt", "announce", "approve"})
AT_TALKS = frozenset("discuss raise negotiate sign announce present meet decide consider review finalise".split())
HOLDING = frozenset("hold resume restart begin start open reopen continue conclude end finish have wrap".split())
ENDING = frozenset("conclude complete finish finalise finalize wrap end close accelerate expedite speed".split())
RESCHEDULED = frozenset({"reschedule", "rearrange"})
KNOWN = frozenset({"known", "public", "disclosed", "revealed", "released", "published", "clear"})
DEALING = frozenset({"deal", "grapple", "wrestle"})
OPENING = frozenset({"start", "begin", "open", "take"})
LAST = frozenset({"week", "month", "year", "night", "weekend", *WEEKDAYS})
MEANWHILE = frozenset({"at", "in", "during", "on the sidelines of"})
AFTERWARDS = frozenset({"after", "following"})
# What is done to a meeting before it, and what is said of it, whether or not it was held.
ARRANGED = frozenset(
    "facilitate broker mediate arrange organise organize prepare sponsor request initiate demand seek invite support "
    "back welcome hail praise applaud criticise criticize condemn oppose reject describe see view regard consider "
    "discuss mention confirm aim intend design mean".split()
)
HELD_TALKS = frozenset(
    "last run produce yield end break focus cover centre center stretch overrun drag result touch dwell".split()
)
CLAUSAL = frozenset("obj nsubj:pass nsubj csubj obl xcomp ccomp iobj obl:unmarked nmod dep".split())


def status_of_noun(syntax: Syntax, noun: int) -> Status:
    """The status of the event that a noun names."""
    ahead = _will(syntax, syntax.head[noun]) and not _set_off(syntax, noun)
    after = syntax.case(noun) in AFTERWARDS and not ahead
    over = after or took_place(syntax, noun) or _will_be_held(syntax, noun)
    found: Status | None = None
    for child in syntax.children(noun, "amod", "compound", "acl", "acl:relcl", "nmod:desc", "advmod"):
        if not (over and _is_bygone(syntax, child)):
            found = stronger(found, _modifier(syntax, child))
    found = stronger(found, _of_next(syntax, noun))
    no = any(syntax.word(c) == "no" for c in syntax.children(noun, "det"))
    if (is_negated(syntax, noun) and not _one_of_several(syntax, noun)) or no:
        found = stronger(found, Status.DENIED)
    context = _context(syntax, noun)
    if context is Status.PLANNED and (_of_last(syntax, noun) or _agreed_there(syntax, noun)):
        context = None
    if _was_held(syntax, noun) and context is not Status.DENIED:
        context = None
    return stronger(found, context) or Status.HAPPENED


def _will_be_held(syntax: Syntax, noun: int) -> bool:
    """ "The meeting, originally scheduled for Friday, will take place on Sunday"."""
    verb = syntax.head[noun]
    told = syntax.dep[noun] in ("nsubj", "nsubj:pass") and occurs(syntax, verb) and _will(syntax, verb)
    return told and governor_status(syntax, verb) is None


def _was_held(syntax: Syntax, noun: int) -> bool:
    """ "discussed the talks | held between X and Y": they were held, whatever is done with them."""
    held = [c for c in syntax.children(noun, "acl") if syntax.lemma(c) in ("hold", "conclude", "conduct")]
    return any(
        syntax.tokens[c].tag in ("VBN", "VBD") and c > noun and not syntax.children(c, "mark", "aux", "aux:pass")
        for c in held
    )


def _of_last(syntax: Syntax, noun: int) -> bool:
    """ "vowed to end it at last week's talks", "in talks last week": past, whatever is planned there."""
    owners = syntax.children(noun, "nmod:poss", "nmod", "compound", "obl:unmarked", "nmod:unmarked")
    times = [c for c in owners if syntax.case(c) in ("", "'s", "’s")]
    near = {syntax.word(j) for c in times for j in syntax.subtree(c)}
    return "yesterday" in near or ("last" in near and bool(near & LAST))


def _agreed_there(syntax: Syntax, noun: int) -> bool:
    """ "Agreed on ways to end the war | at their talks": where they agreed; "plans to discuss it at their talks"."""
    aim = syntax.head[noun]
    what, agreed = syntax.head[aim], syntax.clause(syntax.head[aim])
    theirs = any(syntax.word(c) == "their" for c in syntax.children(noun, "nmod:poss"))
    inside = theirs and syntax.case(noun) in ("at", "during", "in") and syntax.dep[aim] == "acl"
    if not inside or syntax.is_verb(what) or syntax.lemma(aim) in AT_TALKS:
        return False
    return syntax.lemma(agreed) in AGREEING and is_past(syntax, agreed) and own_status(syntax, agreed) is None


def _of_day(syntax: Syntax, noun: int) -> bool:
    """ "arrived on Thursday evening for | Friday's talks", "arrived on Thursday for | talks on Friday"."""
    if any(syntax.word(c) in WEEKDAYS for c in syntax.children(noun, "nmod:poss")):
        return True
    behind = syntax.word(noun + 1) == "on" and syntax.word(noun + 2) in WEEKDAYS
    return behind and any(syntax.word(i) in WEEKDAYS for i in range(syntax.head[noun], noun))


def _of_next(syntax: Syntax, noun: int) -> Status | None:
    """ "next week's talks", "tomorrow's meeting"."""
    owners = syntax.children(noun, "nmod:poss", "nmod", "compound", "obl:unmarked")
    ahead = {"tomorrow", "next"}
    times = [c for c in owners if syntax.case(c) in ("", "'s", "’s")]
    near = {syntax.word(j) for c in times if c < noun for j in syntax.subtree(c)}
    return Status.PLANNED if near & ahead else None


def _one_of_several(syntax: Syntax, noun: int) -> bool:
    """ "was not their first meeting": this one and others were held."""
    words = {syntax.word(c) for c in syntax.children(noun, "amod", "nummod")}
    return bool(syntax.children(noun, "cop")) and bool(words & {"first", "only", "last"})


def took_place(syntax: Syntax, noun: int) -> bool:
    """Whether the clause tells that it was held: what was planned or put off before is then no plan any more."""
    verb, relation = syntax.head[noun], syntax.dep[noun]
    if not syntax.is_verb(verb) or not is_past(syntax, verb):
        return False
    held = relation == "obj" and syntax.lemma(verb) in HOLDING
    told = [each for each in (verb, *syntax.conjuncts(verb)) if syntax.lemma(each) not in cues().planning | ARRANGED]
    told = [each for each in told if not _was_convened(syntax, each)]
    came = relation in ("nsubj", "nsubj:pass") and any(occurs(syntax, each) for each in told)
    if not (held or came) or governor_status(syntax, verb) is not None:
        return False
    return own_status(syntax, verb) is None and above_status(syntax, verb) is None


def _was_convened(syntax: Syntax, verb: int) -> bool:
    """ "has been convened to ratify it": called, and not yet held."""
    auxiliaries = {syntax.word(c) for c in syntax.children(verb, "aux")}
    return syntax.lemma(verb) == "convene" and syntax.is_passive(verb) and bool(auxiliaries & {"has", "have"})


def is_to_end(syntax: Syntax, noun: int) -> bool:
    """ "agreed to conclude negotiations by May", "will wrap up the talks": talks under way, and no meeting to come."""
    verb, relation = syntax.head[noun], syntax.dep[noun]
    if relation not in ("obj", "nsubj:pass") or syntax.lemma(verb) not in ENDING:
        return False
    ahead = any(_modifier(syntax, c) is not None for c in syntax.children(noun, "amod"))
    if ahead or _of_next(syntax, noun) is not None:
        return False  # "until he concludes his scheduled meeting", "next week's meetings"
    return stronger(own_status(syntax, verb), above_status(syntax, verb)) in (Status.PLANNED, Status.POSSIBLE)


def went_on(syntax: Syntax, noun: int) -> bool:
    """ "The talks lasted an hour", "The talks produced a deal": what only talks that were held can do."""
    verb = syntax.head[noun]
    past = syntax.dep[noun] == "nsubj" and syntax.is_verb(verb) and is_past(syntax, verb)
    told = past and syntax.lemma(verb) in HELD_TALKS and not is_negated(syntax, verb)
    return told and own_status(syntax, verb) is None and above_status(syntax, verb) is None


def _is_bygone(syntax: Syntax, child: int) -> bool:
    """
    What a modifier says of the time before: "long-awaited", "that had been suspended".

    Also what it says of the time after: "that will see duties fall".
    """
    if syntax.dep[child] in ("acl", "acl:relcl"):
        return is_past(syntax, child) or (syntax.dep[child] == "acl:relcl" and not occurs(syntax, child))
    return bool({syntax.word(child), syntax.lemma(child)} & cues().bygone)


def _modifier(syntax: Syntax, child: int) -> Status | None:
    relation, known = syntax.dep[child], cues()
    if relation == "acl:relcl":
        return _relative(syntax, child)
    found = known.adjectives.get(syntax.word(child)) or known.adjectives.get(syntax.lemma(child))
    if relation == "acl":
        headless = syntax.tokens[child].tag == "VBD" and not syntax.children(child, "nsubj", "obj")
        if syntax.is_passive(child) or headless:
            found = stronger(found, governor_status(syntax, child))
        if any(syntax.word(c) == "to" for c in syntax.children(child, "mark")) and any(
            syntax.word(c) == "be" for c in syntax.children(child, "aux:pass", "aux")
        ):
            found = stronger(found, Status.PLANNED)  # "a summit to be held in May"
    return found


def _relative(syntax: Syntax, verb: int) -> Status | None:
    """ "talks that were cancelled", "a summit that will take place in May"."""
    if not any(syntax.word(c) in ("which", "that") for c in syntax.children(verb, "nsubj", "nsubj:pass")):
        return stronger(own_status(syntax, verb), _refused(syntax, verb))
    if is_negated(syntax, verb) and syntax.lemma(verb) in cues().planning:
        return None  # "that was not announced in advance"
    own = own_status(syntax, verb)
    if own is not None and not occurs(syntax, verb) and own is not Status.PLANNED:
        own = None  # "talks that did not bring peace"
    if own is None and _starts_ahead(syntax, verb):
        own = Status.PLANNED
    return stronger(own, governor_status(syntax, verb))


def _refused(syntax: Syntax, verb: int) -> Status | None:
    """ "the meeting that he called off", "talks that Rome refused to hold", "a meeting he had sought"."""
    if syntax.children(verb, "ccomp") or is_negated(syntax, verb):
        return None
    given = governor_status(syntax, verb)
    return given if given is Status.DENIED or syntax.lemma(verb) in cues().sought else None


def _starts_ahead(syntax: Syntax, verb: int) -> bool:
    """ "a summit that starts on Friday"."""
    return (
        syntax.lemma(verb) in OPENING
        and syntax.tokens[verb].tag in ("VBZ", "VBP")
        and any(syntax.word(j) in WEEKDAYS for j in syntax.subtree(verb))
    )


# ── the clause it stands in ─────────────────────────────────────────────────────────────────────────────────────────


def _context(syntax: Syntax, noun: int) -> Status | None:
    """What the clause that the noun stands in makes of it."""
    at = noun
    while syntax.dep[at] in ("conj", "nmod", "compound", "appos", "nmod:poss") and not syntax.is_verb(syntax.head[at]):
        above, case = syntax.head[at], syntax.case(at)
        if (whole := _whole(syntax, at, case)) is not None:
            return _of_whole(syntax, whole)
        if case == "in" and syntax.lemma(above) in TAKEN_PART:
            at = above
            continue
        settled, status = _by_preposition(case)
        if settled:
            return status
        if syntax.dep[at] in ("nmod", "nmod:poss", "compound"):
            if syntax.lemma(above) in cues().tales and case in ("of", "about", "on") and not is_negated(syntax, above):
                denied = governor_status(syntax, syntax.head[above]) is Status.DENIED
                return Status.DENIED if denied else cues().nouns.get(syntax.lemma(above))
            if syntax.lemma(above) in cues().nouns and case in OF_PLANS:
                return _of_noun(syntax, above)
            if case == "for" and syntax.children(above, "cop"):
                return _prepared(syntax, above)
            if case in ("of", "from", "over", "on", "about") and syntax.lemma(above) not in CONTAINERS:
                return None
        at = above
    case = syntax.case(at)
    if syntax.children(at, "cop") and not case:  # "it will be their first meeting"
        own = own_status(syntax, at)
        if own is Status.DENIED and _one_of_several(syntax, at):
            will = any(syntax.word(c) in ("will", "wo") for c in syntax.children(at, "aux"))
            own = Status.PLANNED if will else None
        return stronger(own, above_status(syntax, at))
    if syntax.word(syntax.head[at]) in ("ahead", "prior") and case in ("of", "to"):
        return Status.PLANNED
    if (whole := _whole(syntax, at, case)) is not None:
        return _of_whole(syntax, whole)
    settled, status = _by_preposition(case)
    verb, relation = syntax.head[at], syntax.dep[at]
    if settled and _just_before(syntax, at, case):
        return None
    if settled and case in AFTERWARDS:
        return Status.PLANNED if _will(syntax, verb) and not _set_off(syntax, at) else None
    if settled:
        return _at_it(syntax, verb) if case in MEANWHILE and status is None else status
    if verb == at or not _heads_clause(syntax, verb, relation):
        return None
    if relation == "advcl" and not syntax.children(verb, "nsubj"):
        relation = "nsubj"  # "a hoped-for meeting did not take place" with the compound taken for a clause
    return _clause_status(syntax, at, verb, relation, case) if relation in CLAUSAL else None


def _whole(syntax: Syntax, noun: int, case: str) -> int | None:
    """ "engagements planned, including talks", "a dinner followed by talks": what the talks are a part or sequel of."""
    above = syntax.head[noun]
    if case.split()[-1:] == ["including"]:
        listed = [i for i in syntax.patients(above) if i < noun] if syntax.is_verb(above) else []
        return listed[-1] if listed else syntax.head[above] if syntax.dep[above] == "acl" else above
    if case == "by" and syntax.lemma(above) in ("follow", "precede") and syntax.is_passive(above):
        return syntax.head[above] if syntax.dep[above] in ("acl", "advcl") else above
    return None


def _of_whole(syntax: Syntax, whole: int) -> Status | None:
    if syntax.is_verb(whole):
        return stronger(own_status(syntax, whole), above_status(syntax, whole))
    status = status_of_noun(syntax, whole)
    return status if status is not Status.HAPPENED else None


def _will(syntax: Syntax, verb: int) -> bool:
    """ "will speak after the meeting": that, too, is to come."""
    will = any(syntax.word(c) in ("will", "'ll", "wo") for c in syntax.children(verb, "aux"))
    return will and own_status(syntax, verb) is Status.PLANNED


def _set_off(syntax: Syntax, noun: int) -> bool:
    """ "will lead the talks, following X's calls with both": what brought it about."""
    first = min(syntax.children(noun, "case"), default=noun)
    return syntax.case(noun) == "following" and syntax.word(first - 1) == ","


def _just_before(syntax: Syntax, noun: int, case: str) -> bool:
    """ "Shortly before his meeting with X, Y told reporters": it followed."""
    if case not in ("before", "ahead of", "prior to") or not is_past(syntax, syntax.head[noun]):
        return False
    first = min(syntax.children(noun, "case"), default=noun)
    return syntax.word(first - 1) in ("shortly", "just", "moments", "minutes", "hours", "immediately", "right")


def _at_it(syntax: Syntax, verb: int) -> Status | None:
    """ "will speak at the summit": what is done at it in times to come puts it there as well."""
    if not syntax.is_verb(verb):
        return None
    found = own_status(syntax, verb)
    if syntax.dep[verb] == "xcomp":
        found = stronger(found, above_status(syntax, verb))
    return found if found is Status.PLANNED else None


def _heads_clause(syntax: Syntax, verb: int, relation: str) -> bool:
    predicative = relation == "nsubj" and syntax.tokens[verb].pos == "ADJ"
    return syntax.is_verb(verb) or bool(syntax.children(verb, "cop")) or predicative


def _by_preposition(case: str) -> tuple[bool, Status | None]:
    """Whether a preposition settles it, and how: "ahead of talks", "after talks", "without talks"."""
    if case in cues().ahead:
        return True, Status.PLANNED
    if case in cues().instead:
        return True, Status.DENIED
    return case in cues().after - {"from"}, None


def _of_noun(syntax: Syntax, noun: int) -> Status | None:
    """ "plans for a meeting", and what becomes of these."""
    given = noun_status(syntax, noun)
    if _is_untold(syntax, noun):
        return None
    if given is Status.DENIED or syntax.lemma(noun) in cues().hindrances:
        return given
    if given is Status.PLANNED and cues().nouns.get(syntax.lemma(noun)) is Status.POSSIBLE:
        return given  # granted
    verb = syntax.head[noun]
    if syntax.dep[noun] in ("nsubj", "nsubj:pass") and came_to_nothing(syntax, verb):
        return Status.DENIED
    return stronger(given, _context(syntax, noun))


def _is_untold(syntax: Syntax, noun: int) -> bool:
    """ "the agenda of the talks was not made known": what was on it is not told."""
    verb = syntax.head[noun]
    if syntax.dep[noun] not in ("nsubj", "nsubj:pass", "obj") or not is_negated(syntax, verb):
        return False
    words = {syntax.word(verb), *(syntax.word(c) for c in syntax.children(verb, "xcomp", "obj", "advmod"))}
    return bool(words & KNOWN)


def _clause_status(syntax: Syntax, noun: int, verb: int, relation: str, case: str) -> Status | None:
    lemma = syntax.lemma(verb)
    if lemma == "follow" and syntax.tokens[verb].tag == "VBG" and relation == "obj":
        return None  # "will sign it, following talks last week" with the preposition taken for a verb
    subject = relation in ("nsubj", "nsubj:pass")
    if relation == "obl" and case == "for":
        present = lemma in MOVING and syntax.tokens[verb].tag in ("VBZ", "VBP")
        if lemma in LEAVING or present or sets_out_today(syntax, verb) or (lemma in MOVING and _of_day(syntax, noun)):
            return Status.PLANNED  # "flies to Turkey for talks"
        if (prepared := _prepared(syntax, verb)) is not None:
            return prepared
    if subject and (said := _said_of_it(syntax, noun, verb)) is not None:
        return said
    if relation == "obl" and lemma == "work" and case in ("on", "for", "toward", "towards"):
        return Status.POSSIBLE
    if relation == "obj" and lemma == "include" and syntax.tokens[verb].tag in ("VBZ", "VBP"):
        return Status.PLANNED  # "the programme includes talks with"
    if relation == "obl" and not case:
        relation = "obj"  # where the parser takes it for a time
    governed = _governed(syntax, verb, relation, case)
    own = own_status(syntax, verb) if governed is None or not is_negated(syntax, verb) else None
    sets_out = case == "on" and lemma in LEAVING | MOVING | {"embark"}  # "will leave on a visit"
    about = relation in ("obl", "nmod") and case in ("on", "about", "of", "from", "during", "over")
    about = about or (case == "with" and lemma in DEALING)  # "will deal with the talks"
    if about and lemma != "bring" and not sets_out:
        return governed  # "will brief lawmakers on her talks": the talks are taken for granted
    if relation == "nsubj" and not occurs(syntax, verb):
        future = own is Status.PLANNED and (lemma in ABOUT or bool(syntax.children(verb, "cop")))
        # "the talks could shape …", "talks did not yield": the talks themselves are taken for granted
        return stronger(governed, Status.PLANNED if future else None)
    if relation == "obl" and own is Status.DENIED and case in ("in", "at", "during") and lemma not in TAKING_PART:
        own = None
    if (own is Status.DENIED and relation == "nsubj") or is_reversed(syntax, verb):
        return stronger(governed, own)
    return stronger(stronger(governed, own), above_status(syntax, verb))


def _then_denied(syntax: Syntax, verb: int) -> bool:
    """ "had been prepared and | was declined"."""
    own = syntax.children(verb, "nsubj", "nsubj:pass")
    passive = syntax.is_passive(verb) and not own and not is_negated(syntax, verb)
    return passive and governor_status(syntax, verb) is Status.DENIED


def _said_of_it(syntax: Syntax, noun: int, verb: int) -> Status | None:
    """ "is on the agenda", "would be the first", "was put off and took place on Friday", "came to nothing"."""
    if (forced := _had_to_be(syntax, verb)) is not None:
        return forced
    if came_to_nothing(syntax, verb) or any(_then_denied(syntax, c) for c in syntax.children(verb, "conj")):
        return Status.DENIED
    if syntax.children(verb, "cop"):
        phrase = cues().phrases.get(f"{syntax.case(verb)} {syntax.word(verb)}")
        if phrase is not None and is_negated(syntax, verb):
            return Status.POSSIBLE if phrase is Status.DENIED else Status.DENIED
        if phrase is not None:
            return phrase
        would = any(syntax.word(c) == "would" for c in syntax.children(verb, "aux"))
        if would and syntax.word(verb) in ORDINALS:
            return Status.POSSIBLE
    later = [c for c in syntax.children(verb, "conj") if not syntax.children(c, "nsubj", "nsubj:pass")]
    if any(occurs(syntax, c) and is_past(syntax, c) and own_status(syntax, c) is None for c in later):
        held = [c for c in later if governor_status(syntax, c) is None and syntax.lemma(c) not in cues().planning]
        return Status.HAPPENED if held else None
    if syntax.lemma(verb) in cues().movable and syntax.is_passive(verb):
        moved = governor_status(syntax, verb) or _moved(syntax, verb)
        return moved if moved is Status.PLANNED else None
    return None


def _had_to_be(syntax: Syntax, verb: int) -> Status | None:
    """ "needed to be rescheduled", "had to be put off until Friday"."""
    if syntax.lemma(verb) not in ("need", "have") or is_negated(syntax, verb):
        return None
    moved = [c for c in syntax.children(verb, "xcomp") if syntax.is_passive(c)]
    if not any(syntax.lemma(c) in RESCHEDULED or governor_status(syntax, c) is Status.DENIED for c in moved):
        return None
    return Status.PLANNED if any(new_day(syntax, c) for c in moved) else Status.DENIED


def _prepared(syntax: Syntax, verb: int) -> Status | None:
    """ "preparations are under way for a summit", "hopes rose for a meeting"."""
    subjects = syntax.children(verb, "nsubj", "nsubj:pass")
    return next((found for s in subjects if (found := cues().nouns.get(syntax.lemma(s))) is not None), None)


def _moved(syntax: Syntax, verb: int) -> Status | None:
    """ "was moved to Thursday", "put back to May 3", "has been moved from Oslo to Rome", "has been brought forward"."""
    days = frozenset((*WEEKDAYS, *MONTH_NUMBER))
    to_day = any(case == "to" and days & _words(syntax, h) for case, h in syntax.obliques(verb))
    has_been = any(syntax.word(c) in ("has", "have") for c in syntax.children(verb, "aux"))
    if has_been and {"from", "to"} <= {case for case, _ in syntax.obliques(verb)}:
        return Status.PLANNED
    forward = any(syntax.word(c) == "forward" for c in syntax.children(verb, "advmod", "compound:prt"))
    return Status.PLANNED if to_day or forward else None


def _words(syntax: Syntax, noun: int) -> set[str]:
    return {syntax.word(i) for i in (noun, *syntax.children(noun))}


def _governed(syntax: Syntax, verb: int, relation: str, case: str) -> Status | None:
    """What the verb makes of the noun as its object, subject or oblique."""
    lemma = syntax.lemma(verb)
    if relation not in ("obj", "nsubj:pass", "nsubj", "xcomp", "obl", "ccomp"):
        return None
    if relation == "obl" and (case.split() or [""])[0] not in GOVERNED_CASES:
        return None
    if relation == "obl" and case == "from" and lemma not in NOT_GOVERNED_FROM:
        return None
    if relation == "nsubj" and called_off(syntax, verb, headline=True):
        return Status.DENIED  # "Talks between X and Y called off"
    if relation == "nsubj" and not syntax.is_passive(verb) and not occurs(syntax, verb):
        return None  # "the talks failed to produce": what the talks fail to do is not whether they were held
    if relation in ("nsubj", "nsubj:pass") and lemma in cues().planning and _foreseen(syntax, verb):
        return None
    if relation == "nsubj" and lemma in cues().moods:
        return None  # "the meeting was not open to the press"
    if lemma in cues().untold and _long_past(syntax, verb):
        return None  # "confirmed a secret meeting last year"
    return governor_status(syntax, verb, of_clause=relation in ("obj", "obl") and lemma in cues().unfulfilled)


def _foreseen(syntax: Syntax, verb: int) -> bool:
    """ "had been expected to last a day", "had been planned for weeks": not that it be held."""
    had = any(syntax.word(c) == "had" for c in syntax.children(verb, "aux"))
    lasting = any(case == "for" and syntax.tokens[h].tag == "NNS" for case, h in syntax.obliques(verb))
    return had and (lasting or any(not occurs(syntax, c) for c in syntax.children(verb, "xcomp")))


def _long_past(syntax: Syntax, verb: int) -> bool:
    own = syntax.children(verb, "advmod")  # "had earlier announced a meeting"
    return any(syntax.word(j) in ("last", "ago", "yesterday", "earlier") and j not in own for j in syntax.subtree(verb))
