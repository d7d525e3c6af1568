"""The status that a clause gives its verb: tense, mood and negation, then what governs it up to the main clause."""

from __future__ import annotations

from kg.facts.status_words import (
    NEGATIONS,
    cues,
    is_finite,
    is_negated,
    is_past,
    marks,
    negated_subject,
    stronger,
)
from kg.model import Status
from kg.text.dates import WEEKDAYS
from kg.text.syntax import Syntax

AT_FIRST = frozenset({"originally", "initially"})
MODALS_POSSIBLE = frozenset({"may", "might", "could", "can", "should", "would", "must", "ought"})
UNREAL = frozenset({"would", "should", "ought", "'d"})  # with "have": "would have met"
CONDITIONS = frozenset({"if", "unless", "whether", "provided", "should"})
AHEAD = frozenset({"will", "'ll", "would", "'d"})
HEDGES = frozenset({"likely", "probably", "possibly", "perhaps", "maybe"})
FUTURE_TIMES = frozenset({"tomorrow", "next", "upcoming", "later", "soon", "shortly"})
LEAVING = frozenset({"leave", "depart", "head", "embark", "jet"})
MOVING = frozenset({"fly", "travel", "go", "come", "arrive", "return", "journey", "head", "leave"})
SHELVING = frozenset({"put", "place", "keep"})
TIMED = ("advmod", "obl", "nmod", "obl:unmarked", "nmod:unmarked")
SEEMING = frozenset({"look", "seem", "appear", "remain", "become", "stay"})
OCCUR = frozenset(
    "take happen occur go hold begin start open resume proceed come follow materialise materialize be continue "
    "kick commence convene".split()
)
CALLED_OFF = frozenset({"cancel", "postpone", "shelve", "scrap", "drop", "abandon", "axe"})
INSERTED = frozenset({"say", "add", "tell", "report", "explain", "announce", "insist"})
TRUE, FALSE = (
    frozenset({"true", "correct", "accurate"}),
    frozenset({"false", "untrue", "unfounded", "baseless", "wrong", "fabricated", "incorrect"}),
)
THINKING = frozenset({"say", "think", "believe", "know", "see"})
GOVERNED = frozenset("xcomp ccomp acl acl:relcl csubj csubj:pass obl nmod obj advmod dep nsubj nsubj:pass".split())


# ── the verb's own tense, mood and negation ─────────────────────────────────────────────────────────────────────────


def own_status(syntax: Syntax, verb: int, headline: bool = False) -> Status | None:
    """Tense, mood and negation of the verb itself; None for what is told as done or under way."""
    auxiliaries = {syntax.word(c) for c in syntax.children(verb, "aux", "aux:pass", "cop")}
    opening = marks(syntax, verb)
    if _not_until(syntax, verb):
        return Status.PLANNED if auxiliaries & {"will", "wo"} else None
    if is_negated(syntax, verb):
        return Status.POSSIBLE if auxiliaries & {"may", "might"} else Status.DENIED
    if opening & cues().instead or _let_alone(syntax, verb) or _almost(syntax, verb) or _had_he(syntax, verb):
        return Status.DENIED
    if (modal := _modal(syntax, verb, auxiliaries)) is not None:
        return modal
    if opening & CONDITIONS or _asked(syntax, verb):
        return Status.POSSIBLE
    token = syntax.tokens[verb]
    due = _due(syntax, verb)
    if due is not None:
        return due
    if token.tag != "VBD" and any(syntax.word(c) == "before" for c in syntax.children(verb, "mark")):
        return None if _done_before(syntax, verb) else Status.PLANNED
    if token.tag == "VB" and "to" in opening:
        return _infinitive(syntax, verb, headline)
    return _present(syntax, verb, auxiliaries, headline)


def _done_before(syntax: Syntax, verb: int) -> bool:
    """ "conferred with him before meeting her"; what one said before meeting her leaves that to come."""
    above = syntax.head[verb]
    told = syntax.tokens[above].tag == "VBD" and syntax.lemma(above) not in INSERTED
    return syntax.dep[verb] == "advcl" and told and not is_negated(syntax, above)


def _not_until(syntax: Syntax, verb: int) -> bool:
    """ "would not meet until January 1991": then they did; "until the war ends" leaves it at that."""
    negated = any(syntax.word(c) in NEGATIONS for c in syntax.children(verb, "advmod", "aux"))
    return negated and any(
        case in ("until", "till") and syntax.tokens[h].pos in ("PROPN", "NUM") for case, h in syntax.obliques(verb)
    )


def _modal(syntax: Syntax, verb: int, auxiliaries: set[str]) -> Status | None:
    """ "may meet", "will meet if", "would have met"; None where no modal settles it."""
    purpose = syntax.dep[verb] == "advcl" and any(
        syntax.word(c) == "so" for c in syntax.children(verb, "mark", "advmod")
    )
    if purpose:  # "stopped in Rome so that he could meet": what it is the purpose of settles it
        return None
    if "have" in auxiliaries and auxiliaries & UNREAL and syntax.tokens[verb].tag in ("VBN", "VBD"):
        return Status.DENIED
    conditional = any(
        syntax.word(m) in ("if", "unless", "provided")
        for c in syntax.children(verb, "advcl")
        for m in syntax.children(c, "mark")
    )
    if "would" in auxiliaries and syntax.dep[verb] == "ccomp" and is_past(syntax, syntax.head[verb]):
        return Status.POSSIBLE if conditional else Status.PLANNED  # a future seen from the past
    if auxiliaries & MODALS_POSSIBLE or "'d" in auxiliaries:
        return Status.POSSIBLE
    if auxiliaries & {"will", "shall", "'ll", "wo"}:
        hedged = any(syntax.word(c) in HEDGES for c in syntax.children(verb, "advmod"))
        return Status.POSSIBLE if hedged or conditional or _asked(syntax, verb) else Status.PLANNED
    return None


def _let_alone(syntax: Syntax, verb: int) -> bool:
    return verb > 1 and (syntax.word(verb - 2), syntax.word(verb - 1)) == ("let", "alone")


def _almost(syntax: Syntax, verb: int) -> bool:
    """ "almost met her", "came close to meeting her"."""
    above = syntax.head[verb]
    close = any(syntax.word(c) == "close" for c in syntax.children(above, "advmod", "xcomp"))
    if syntax.lemma(above) == "come" and close and "to" in marks(syntax, verb):
        return True
    return any(syntax.word(c) in ("almost", "nearly") and c < verb for c in syntax.children(verb, "advmod"))


def _had_he(syntax: Syntax, verb: int) -> bool:
    """ "Had he met her, …": he did not; wherever the parser hung the "had"."""
    first = syntax.document.sentences[syntax.sentence_of[verb]].first
    clause = syntax.dep[verb] == "advcl" and syntax.tokens[verb].tag in ("VBN", "VBD")
    return clause and syntax.word(first) == "had" and all(c == first for c in syntax.children(verb, "aux"))


def _asked(syntax: Syntax, verb: int) -> bool:
    """ "Did he meet her?"; "When did he meet her?" takes the meeting for granted."""
    if syntax.dep[verb] != "root":
        return False
    sentence = syntax.document.sentences[syntax.sentence_of[verb]]
    if syntax.word(sentence.last - 1) != "?" and not any(syntax.word(j) == "?" for j in range(verb, sentence.last)):
        return False
    auxiliaries, subjects = (
        syntax.children(verb, "aux", "aux:pass", "cop"),
        syntax.children(verb, "nsubj", "nsubj:pass"),
    )
    if any(syntax.tokens[c].tag in ("WRB", "WP", "WDT") for c in syntax.children(verb)):
        return False
    return bool(auxiliaries and subjects and auxiliaries[0] < subjects[0])


def _due(syntax: Syntax, verb: int) -> Status | None:
    """ "is to meet", "was to have met", "is due to meet" where "due" was taken for a part of the verb."""
    to = next((c for c in syntax.children(verb, "mark") if syntax.word(c) == "to"), None)
    auxiliaries = syntax.children(verb, "aux", "aux:pass", "cop")
    had = any(syntax.word(c) == "had" for c in auxiliaries)
    due = [
        c
        for c in syntax.children(verb)
        if c < verb and syntax.word(c) in ("due", "set", "about") and syntax.word(c + 1) == "to"
    ]
    if not due and verb > 1 and (syntax.word(verb - 2), syntax.word(verb - 1)) == ("due", "to"):
        due = [verb - 2]  # taken for a preposition, as in "due to rain"
        had = "had" in [syntax.word(i) for i in range(max(0, verb - 4), verb - 2)]
    if syntax.tokens[verb].tag == "VB" and due:
        return Status.DENIED if had else Status.PLANNED
    if to is None or not any(c < to and syntax.lemma(c) == "be" for c in auxiliaries):
        return None
    return Status.DENIED if had or any(syntax.word(c) == "have" and c > to for c in auxiliaries) else Status.PLANNED


def _present(syntax: Syntax, verb: int, auxiliaries: set[str], headline: bool) -> Status | None:
    """ "meets him tomorrow", "is meeting him next week"."""
    tag = syntax.tokens[verb].tag
    if tag == "VBG" and auxiliaries & {"is", "are", "'s", "'re"}:
        return Status.PLANNED if _lies_ahead(syntax, verb) or _this_evening(syntax, verb) else None
    if tag in ("VBZ", "VBP") and (_lies_ahead(syntax, verb) or (not headline and _is_timetable(syntax, verb))):
        return Status.PLANNED
    return None


def _on_weekday(syntax: Syntax, verb: int) -> bool:
    """ "meets him on Friday"; a title tells in the present what took place."""
    return any(
        syntax.word(c) in WEEKDAYS for c in syntax.children(verb, "obl", "nmod", "obl:unmarked", "nmod:unmarked")
    )


def _is_timetable(syntax: Syntax, verb: int) -> bool:
    """ "meets him on Friday", "they meet again in March"; what something follows took place."""
    if syntax.lemma(verb) == "follow":
        return False
    again = any(syntax.word(c) == "again" for c in syntax.children(verb, "advmod"))
    times = [c for c in syntax.children(verb, *TIMED) if syntax.lemma(c) in ("week", "month", "weekend")]
    if any(syntax.word(d) == "this" for c in times for d in syntax.children(c, "det")):
        return True
    return _on_weekday(syntax, verb) or (again and not syntax.children(verb, "aux"))


def _lies_ahead(syntax: Syntax, verb: int) -> bool:
    words = {syntax.word(i) for i in syntax.subtree(verb)}
    return bool(words & FUTURE_TIMES) and "ago" not in words


def _this_evening(syntax: Syntax, verb: int) -> bool:
    """ "is meeting her tonight", "are meeting this Tuesday evening"."""
    words = [syntax.word(i) for i in syntax.subtree(verb) if syntax.clause(i) == verb]
    return "tonight" in words or ("evening" in words and "this" in words[max(0, words.index("evening") - 2) :])


def _infinitive(syntax: Syntax, verb: int, headline: bool) -> Status | None:
    """ "to meet" by what it hangs on; purpose of a past movement ("flew to Paris to meet") is told as done."""
    relation, above = syntax.dep[verb], _real_head(syntax, verb)
    if relation == "root" or headline:  # "Blinken to meet Wang"
        return Status.PLANNED
    if relation == "parataxis" and not syntax.is_verb(above):  # "Blinken, Wang to meet"
        return Status.PLANNED
    lemma, known = syntax.lemma(above), cues()
    if any(syntax.word(c) == "too" for c in syntax.children(above, "advmod")):
        return Status.DENIED  # "was too ill to meet"
    if known.governs(lemma):
        return None  # the governor settles it
    if relation in ("xcomp", "ccomp", "advcl", "conj") and syntax.is_verb(above):
        if lemma == "have" and any(syntax.word(c) == "yet" for c in syntax.children(above, "advmod")):
            return Status.DENIED
        if lemma in ("be", "have") or lemma in LEAVING or lemma in cues().sending:
            return Status.PLANNED
        if lemma == "go" and syntax.tokens[above].tag == "VBG":
            return Status.PLANNED  # "is going to meet"; who went to see her saw her
        if (lemma in MOVING and syntax.tokens[above].tag in ("VBZ", "VBP")) or sets_out_today(syntax, above):
            return Status.PLANNED  # "flies to Washington to meet"
        return None
    return _infinitive_of_noun(syntax, above) if relation == "acl" else None


def sets_out_today(syntax: Syntax, verb: int) -> bool:
    """ "flew to Washington today": what for is still to come when it is written."""
    if syntax.lemma(verb) not in MOVING | LEAVING or syntax.tokens[verb].tag not in ("VBD", "VBN"):
        return False
    below = [c for c in syntax.children(verb, *TIMED) if not syntax.children(c, "case")]
    words = {syntax.word(j) for c in below for j in syntax.subtree(c)}
    return bool(words & {"today", "tonight"}) or ("this" in words and bool(words & {"morning", "afternoon", "evening"}))


def _real_head(syntax: Syntax, verb: int) -> int:
    """What a clause hangs on, past an inserted "he added"."""
    above = syntax.head[verb]
    inserted = syntax.dep[above] == "parataxis" and syntax.lemma(above) in INSERTED
    return syntax.head[above] if inserted else above


def _infinitive_of_noun(syntax: Syntax, noun: int) -> Status | None:
    """ "a plan to meet", "the first president to meet", "no reason to meet"."""
    if {syntax.word(c) for c in syntax.children(noun, "amod", "advmod")} & {"first", "only", "last", "latest"}:
        return None
    lemma = syntax.lemma(noun)
    if lemma in cues().nouns:
        return None  # the noun settles it, by what is done to it
    if is_negated(syntax, noun):
        return Status.DENIED
    return Status.PLANNED if lemma not in ("time", "first", "last") else None


# ── what governs it ─────────────────────────────────────────────────────────────────────────────────────────────────


def above_status(syntax: Syntax, verb: int) -> Status | None:
    """What the governing verbs, nouns and adjectives make of it: "refused to meet", "plans to", "is expected to"."""
    found: Status | None = None
    at = verb
    for above in syntax.ancestors(verb):
        relation = syntax.dep[at]
        if relation in ("parataxis", "root", "advcl:relcl"):
            break
        if relation == "acl:relcl" and _is_time_ahead(syntax, above):
            return stronger(found, Status.PLANNED)
        if relation == "acl:relcl" and syntax.lemma(above) not in cues().nouns and not _is_tale(syntax, at, above):
            tale = _tale_before(syntax, at, above)
            return stronger(found, governor_status(syntax, syntax.head[tale])) if tale is not None else found
        if relation in ("nsubj", "nsubj:pass"):
            found = stronger(found, _fate(syntax, at, above))
            break
        if relation == "conj":
            # "refused to meet Li or receive Wang": what governs the first governs the second, unless it stands alone
            if syntax.children(at, "nsubj", "nsubj:pass") or (
                is_finite(syntax, at) and syntax.dep[above] not in ("advcl", "ccomp", "xcomp")
            ):
                break
            if not syntax.is_verb(above):
                break
            inherited = own_status(syntax, above) if _is_bare(syntax, at) else None
            found = stronger(found, inherited)
            at = above
            continue
        if relation == "advcl":
            found = stronger(found, _adverbial(syntax, at, _real_head(syntax, at)))
            break
        if relation in GOVERNED:
            told = relation == "ccomp" and is_finite(syntax, at) and not is_unreal(syntax, at)
            found = stronger(found, governor_status(syntax, above, of_clause=True, told=told))
            if relation == "xcomp" and (ahead := own_status(syntax, above)) is not Status.DENIED:
                found = stronger(found, ahead)  # "will continue to meet"
            if is_reversed(syntax, above) or _is_granted(syntax, above):
                break
            if told and not cues().governs(syntax.lemma(above)) and not is_negated(syntax, above):
                break
        at = above
    return found


def _is_bare(syntax: Syntax, verb: int) -> bool:
    """ "Will meet Li and | receive Wang", "and | be received by Wang"."""
    auxiliaries = syntax.children(verb, "aux", "aux:pass")
    passive = [syntax.tokens[c].tag for c in auxiliaries] == ["VB"] and "to" not in marks(syntax, verb)
    return syntax.tokens[verb].tag in ("VB", "VBG") or passive


def _is_time_ahead(syntax: Syntax, noun: int) -> bool:
    """ "It would be the first | time | that they have met"."""
    auxiliaries = {syntax.word(c) for c in syntax.children(noun, "aux")}
    return syntax.lemma(noun) == "time" and bool(syntax.children(noun, "cop")) and bool(auxiliaries & AHEAD)


def is_unreal(syntax: Syntax, verb: int) -> bool:
    """Told with a modal: "that they would meet"."""
    return any(syntax.tokens[c].tag == "MD" for c in syntax.children(verb, "aux"))


def _is_tale(syntax: Syntax, clause: int, noun: int) -> bool:
    """ "reports that he met her", not "the report that he wrote"."""
    return syntax.lemma(noun) in cues().tales and any(
        syntax.word(c) == "that" for c in syntax.children(clause, "mark", "obj", "nsubj")
    )


def _tale_before(syntax: Syntax, clause: int, noun: int) -> int | None:
    """ "dismissed a report in a paper | that he had met her": the clause, with all its parts, hangs on the paper."""
    that = [c for c in syntax.children(clause, "mark", "obj") if syntax.word(c) == "that"]
    if (
        not that
        or not syntax.children(clause, "nsubj")
        or len(syntax.children(clause, "obj")) < 1 + (syntax.dep[that[0]] == "obj")
    ):
        return None
    near = [*syntax.ancestors(noun), *(c for a in syntax.ancestors(noun) for c in syntax.children(a, "obj"))]
    return next((n for n in near if n < noun and syntax.lemma(n) in cues().tales and not syntax.is_verb(n)), None)


def _fate(syntax: Syntax, noun: int, verb: int) -> Status | None:
    """What becomes of a plan or a report: "plans to meet came to nothing", "claims that they met are false"."""
    if syntax.lemma(verb) in FALSE or came_to_nothing(syntax, verb):
        return Status.DENIED
    if syntax.dep[noun] == "nsubj:pass" and governor_status(syntax, verb) is Status.DENIED:
        return Status.DENIED
    return None


def came_to_nothing(syntax: Syntax, verb: int) -> bool:
    """ "came to nothing", "fell through", "failed to materialise"."""
    lemma = syntax.lemma(verb)
    if lemma == "come":
        return any(syntax.lemma(h) in ("nothing", "naught", "nought") for _, h in syntax.obliques(verb))
    if lemma == "fall":
        return "through" in _particles(syntax, verb)
    if lemma == "fail":
        return any(occurs(syntax, c) for c in syntax.children(verb, "xcomp"))
    return False


def called_off(syntax: Syntax, verb: int, *, headline: bool = False) -> bool:
    """Whether what is spoken of was called off, with no new day for it; in a headline without "was"."""
    off = syntax.lemma(verb) in CALLED_OFF or (syntax.lemma(verb), "off") in (
        (lemma, particle) for lemma in ("call", "put") for particle in _particles(syntax, verb)
    )
    passive = bool(syntax.children(verb, "aux:pass", "nsubj:pass"))
    passive = passive or (headline and not syntax.children(verb, "obj") and syntax.tokens[verb].tag in ("VBD", "VBN"))
    return off and passive and governor_status(syntax, verb) is Status.DENIED


def occurs(syntax: Syntax, verb: int) -> bool:
    """Whether the clause tells that its subject takes place: "will be held", "could take place", "goes ahead"."""
    lemma = syntax.lemma(verb)
    if lemma in SEEMING and predicate(syntax, verb) is not None:
        return True
    if lemma == "take":
        return any(syntax.lemma(c) == "place" for c in syntax.children(verb, "obj", "compound:prt", "obl", "xcomp"))
    if lemma == "get":
        return any(syntax.lemma(h) in ("way", "ground") for _, h in syntax.obliques(verb))
    if lemma == "follow" and syntax.children(verb, "obj"):
        return False  # "his trip follows talks"
    if (lemma in OCCUR and syntax.is_verb(verb)) or lemma in cues().adjectives or lemma in cues().planning:
        return True
    return syntax.is_passive(verb)


def predicate(syntax: Syntax, verb: int) -> int | None:
    """The adjective of "now looks doubtful"."""
    return next((c for c in syntax.children(verb, "xcomp", "acomp", "advmod") if syntax.tokens[c].pos == "ADJ"), None)


def _adverbial(syntax: Syntax, verb: int, above: int) -> Status | None:
    """A clause of purpose or time: after planned travel it is planned, after a past verb it is told as done."""
    opening = marks(syntax, verb)
    if opening & CONDITIONS:
        return Status.POSSIBLE
    if _kept_from(syntax, above, opening):
        return Status.POSSIBLE if is_negated(syntax, above) else Status.DENIED
    if "when" in opening and syntax.tokens[verb].tag in ("VBZ", "VBP") and not is_past(syntax, above):
        return Status.PLANNED  # "may bring it up when he sees her in April"
    if "where" in opening:  # "stayed away from Rome, where she met him", "flies to Rome, where he meets her"
        present = syntax.tokens[verb].tag in ("VBZ", "VBP")
        return Status.PLANNED if present and own_status(syntax, above) is Status.PLANNED else None
    if "so" in opening:  # "broke off so that he could see her"
        return stronger(own_status(syntax, above), above_status(syntax, above))
    if opening & {"after", "since", "following", "upon", "when", "while", "because", "as", "having"}:
        return None
    if "before" in opening or "until" in opening:
        return Status.PLANNED if syntax.tokens[verb].tag not in ("VBD",) and not is_past(syntax, above) else None
    if "to" in opening or syntax.tokens[verb].tag in ("VBG", "VB"):
        governed = governor_status(syntax, above, of_clause=True)
        own = own_status(syntax, above) if governed is None or not is_negated(syntax, above) else None
        return stronger(stronger(own, governed), above_status(syntax, above))
    return None


def _kept_from(syntax: Syntax, above: int, opening: frozenset[str]) -> bool:
    """ "was barred from meeting", "stopped short of meeting"."""
    lemma = syntax.lemma(above)
    short = any(syntax.word(c) == "short" for c in syntax.children(above, "advmod", "xcomp"))
    return ("from" in opening and lemma in cues().kept_from) or ("of" in opening and lemma == "stop" and short)


# ── what a word makes of what it governs ────────────────────────────────────────────────────────────────────────────


def governor_status(syntax: Syntax, i: int, *, of_clause: bool = False, told: bool = False) -> Status | None:
    """
    The status that a word gives to what it governs, its own negation and mood included.

    *told* marks a finite clause without a modal: what one announces to have happened is no plan.
    """
    known, lemma = cues(), syntax.lemma(i)
    particles = _particles(syntax, i)
    with_particle = any((lemma, particle) in known.denying_particles for particle in particles)
    if with_particle or (lemma in known.denying and (syntax.is_verb(i) or lemma in known.nouns)):
        if lemma in known.movable and new_day(syntax, i):
            return Status.PLANNED
        may = any(syntax.word(c) in ("may", "might", "could") for c in syntax.children(i, "aux"))
        return Status.POSSIBLE if may or is_reversed(syntax, i) else Status.DENIED
    if lemma == "look" and "forward" in particles:
        return Status.PLANNED
    if lemma in SHELVING and (kept := _put(syntax, i)) is not None:
        return kept
    if lemma in SEEMING and (said := predicate(syntax, i)) is not None:
        return governor_status(syntax, said)
    if of_clause and lemma in known.unfulfilled and _came_otherwise(syntax, i):
        return Status.DENIED
    if lemma in known.planning:
        return _planned(syntax, i, told)
    negated = is_negated(syntax, i)
    if lemma in known.hoping and (syntax.is_verb(i) or lemma not in known.nouns):
        return Status.DENIED if negated and lemma not in known.neutral_negated else Status.POSSIBLE
    if not syntax.is_verb(i) and lemma in known.nouns and (of_clause or lemma in known.hoping):
        return noun_status(syntax, i)
    if of_clause and lemma in known.untold and is_reversed(syntax, i):
        return Status.POSSIBLE
    if of_clause and syntax.is_verb(i) and negated and lemma not in THINKING:
        return Status.DENIED
    return _mood(syntax, i, negated)


def _put(syntax: Syntax, verb: int) -> Status | None:
    """ "was put on ice", "has been placed on hold"."""
    said = (cues().phrases.get(f"{case} {syntax.word(h)}") for case, h in syntax.obliques(verb))
    return Status.DENIED if Status.DENIED in said and not is_negated(syntax, verb) else None


def _planned(syntax: Syntax, i: int, told: bool) -> Status | None:
    known, lemma = cues(), syntax.lemma(i)
    if lemma in known.untold and is_reversed(syntax, i):
        return Status.POSSIBLE
    if told and lemma in known.untold:
        return None
    if not is_negated(syntax, i):
        return Status.PLANNED
    subject = negated_subject(syntax, i)
    if subject is not None and syntax.lemma(subject) in known.particulars:
        return Status.POSSIBLE  # "no date has been set"
    return Status.DENIED


def noun_status(syntax: Syntax, noun: int) -> Status | None:
    """What a noun makes of what it governs: "no plan to meet", "accepted an invitation to visit"."""
    known, lemma = cues(), syntax.lemma(noun)
    if _is_granted(syntax, noun):
        return Status.PLANNED
    if is_negated(syntax, noun) or any(syntax.word(c) == "no" for c in syntax.children(noun, "det")):
        return Status.POSSIBLE if lemma in known.hindrances else Status.DENIED
    return known.nouns.get(lemma)


def _is_granted(syntax: Syntax, noun: int) -> bool:
    known, verb = cues(), syntax.head[noun]
    return (
        known.nouns.get(syntax.lemma(noun)) is Status.POSSIBLE
        and syntax.dep[noun] in ("obj", "nsubj:pass")
        and syntax.lemma(verb) in known.granted
        and not is_negated(syntax, verb)
    )


def _mood(syntax: Syntax, i: int, negated: bool) -> Status | None:
    """An adjective that governs: "is ready to meet", "was unable to"."""
    lemma = syntax.lemma(i)
    adjective = cues().moods.get(lemma) or cues().adjectives.get(lemma)
    if lemma in TRUE and negated:
        return Status.DENIED
    if adjective is None or not (syntax.tokens[i].pos == "ADJ" or (syntax.is_verb(i) and syntax.is_passive(i))):
        return None
    if lemma == "able" and is_past(syntax, i) and not negated:
        return None  # "was able to meet": did
    return Status.DENIED if negated and adjective is not Status.DENIED else adjective


def _came_otherwise(syntax: Syntax, verb: int) -> bool:
    """ "had hoped to", "was supposed to", "would have liked to", "was originally due to"."""
    words = {syntax.word(c) for c in syntax.children(verb, "aux", "aux:pass")}
    beside = {syntax.word(c) for c in syntax.children(verb, "advmod")}
    if beside & AT_FIRST or "already" in beside:
        return not beside.isdisjoint(AT_FIRST)  # "had already arranged" leaves it to come
    unreal = "have" in words and bool(words & UNREAL)
    supposed = syntax.lemma(verb) in cues().unfulfilled_in_past and bool(words & {"was", "were"})
    return "had" in words or unreal or supposed


def _particles(syntax: Syntax, i: int) -> set[str]:
    found = {syntax.word(c) for c in syntax.children(i, "compound:prt", "advmod")}
    # "pulled out of the talks", "called off a meeting" with the particle taken for a preposition
    found |= {case.split()[0] for c in syntax.children(i) if " " in (case := syntax.case(c)) or case in ("off", "out")}
    if i + 1 < len(syntax.tokens) and syntax.tokens[i + 1].tag == "RP":  # however the parser hung it
        found.add(syntax.word(i + 1))
    return found


def is_reversed(syntax: Syntax, i: int) -> bool:
    """Whether a word that denies, or tells, is denied itself: "did not rule out", "refused to rule out"."""
    lemma = syntax.lemma(i)
    known = cues()
    off = any((lemma, particle) in known.denying_particles for particle in _particles(syntax, i))
    turns = lemma in known.denying or lemma in known.untold or off
    if not turns:
        return False
    above = syntax.head[i]
    return is_negated(syntax, i) or (
        syntax.dep[i] == "xcomp" and syntax.lemma(above) in ("refuse", "decline") and not is_negated(syntax, above)
    )


def new_day(syntax: Syntax, verb: int) -> bool:
    """ "postponed to Friday", "put off until June", "delayed by a week"; "until further notice" is no day."""
    for case, head in syntax.obliques(verb):
        if case in ("to", "until", "till") and syntax.lemma(head) not in ("notice", "date", "time", "prevent"):
            return syntax.tokens[head].pos in ("PROPN", "NUM", "NOUN")
    by = [c for c in syntax.children(verb, "obl", "obl:agent") if syntax.case(c) == "by"]
    return any(syntax.lemma(c) in ("day", "week", "month", "hour", "fortnight") for c in by)
