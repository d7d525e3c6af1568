"""Did it happen? Status from tense, mood, negation and cue words around the word that tells an event."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.facts.rules import table
from kg.model import Status
from kg.text.syntax import Syntax

MODALS_POSSIBLE = frozenset({"may", "might", "could", "can", "should", "would", "must", "ought"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "hardly", "cannot"})
CONDITIONS = frozenset({"if", "unless", "whether", "provided", "should"})
STRENGTH = {Status.HAPPENED: 0, Status.PLANNED: 1, Status.POSSIBLE: 2, Status.DENIED: 3}


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that settle the status of what they govern or modify; from facts/rules/status.toml."""

    denying: frozenset[str]
    planning: frozenset[str]
    hoping: frozenset[str]
    neutral_negated: frozenset[str]
    denying_particles: frozenset[tuple[str, str]]
    adjectives: dict[str, Status]
    nouns: dict[str, Status]
    ahead: frozenset[str]
    after: frozenset[str]


@cache
def cues() -> Cues:
    raw = table("status")
    return Cues(
        denying=frozenset(raw["verbs"]["denied"]),
        planning=frozenset(raw["verbs"]["planned"]),
        hoping=frozenset(raw["verbs"]["possible"]),
        neutral_negated=frozenset(raw["verbs"]["possible_when_negated"]),
        denying_particles=frozenset((a, b) for a, b in raw["verbs"]["denied_with_particle"]),
        adjectives={w: Status(s) for s, ws in raw["adjectives"].items() for w in ws},
        nouns={w: Status(s) for s, ws in raw["nouns"].items() for w in ws},
        ahead=frozenset(raw["prepositions"]["planned"]),
        after=frozenset(raw["prepositions"]["happened"]),
    )


def status(syntax: Syntax, trigger: int, *, headline: bool = False) -> Status:
    """
    The status of the event told at token *trigger*, a verb or a noun.

    The strongest reading on the way from the trigger up to the main clause counts: denial over possibility over plan.
    Reported speech ("he said", "according to") is transparent.
    """
    found = _noun_status(syntax, trigger) if not syntax.is_verb(trigger) else _verb_status(syntax, trigger, headline)
    return found


def _stronger(a: Status | None, b: Status | None) -> Status | None:
    if a is None or b is None:
        return a or b
    return a if STRENGTH[a] >= STRENGTH[b] else b


# ── verbs ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _verb_status(syntax: Syntax, verb: int, headline: bool) -> Status:
    own = _own_status(syntax, verb, headline)
    above = _above_status(syntax, verb)
    return _stronger(own, above) or Status.HAPPENED


def _own_status(syntax: Syntax, verb: int, headline: bool) -> Status | None:
    """Tense, mood and negation of the verb itself."""
    auxiliaries = [syntax.word(c) for c in syntax.children(verb, "aux", "aux:pass", "cop")]
    if is_negated(syntax, verb):
        if "may" in auxiliaries or "might" in auxiliaries:
            return Status.POSSIBLE
        return Status.DENIED
    if "would" in auxiliaries and syntax.dep[verb] == "ccomp" and _past(syntax, syntax.head[verb]):
        return Status.PLANNED  # "said he would meet": a future seen from the past
    if any(word in MODALS_POSSIBLE or word in ("'d",) for word in auxiliaries):
        return Status.POSSIBLE
    if any(word in ("will", "shall", "'ll", "wo") for word in auxiliaries):
        hedged = any(
            syntax.word(c) in ("likely", "probably", "possibly", "perhaps", "maybe")
            for c in syntax.children(verb, "advmod")
        )
        return Status.POSSIBLE if hedged else Status.PLANNED
    if any(syntax.word(c) in CONDITIONS for c in syntax.children(verb, "mark", "advmod")):
        return Status.POSSIBLE
    if any(syntax.word(c) == "before" for c in syntax.children(verb, "mark")) and syntax.tokens[verb].tag != "VBD":
        return Status.PLANNED
    token = syntax.tokens[verb]
    if token.tag == "VB" and any(
        syntax.word(c) in ("due", "set", "about") for c in syntax.children(verb, "case", "mark")
    ):
        return Status.PLANNED  # "is due to meet" where "due to" is taken for one word
    if token.tag == "VB" and any(syntax.word(c) == "to" for c in syntax.children(verb, "mark")):
        if syntax.dep[verb] == "root" or headline:  # "Blinken to meet Wang"
            return Status.PLANNED
        if any(syntax.word(c) == "be" for c in syntax.children(verb, "aux")):
            return Status.PLANNED
        return _infinitive(syntax, verb)
    if token.tag == "VBG" and any(a in ("is", "are", "'s", "'re") for a in auxiliaries):
        return Status.PLANNED if _future_time(syntax, verb) else None
    if token.tag in ("VBZ", "VBP") and _future_time(syntax, verb):
        return Status.PLANNED
    return None


def _infinitive(syntax: Syntax, verb: int) -> Status | None:
    """ "to meet" by what it hangs on; purpose of a past movement ("flew to Paris to meet") is told as done."""
    relation, above = syntax.dep[verb], syntax.head[verb]
    lemma = syntax.lemma(above)
    known = cues()
    if lemma in known.denying or lemma in known.planning or lemma in known.hoping:
        return None  # the governor settles it
    if relation in ("xcomp", "ccomp", "advcl", "conj") and syntax.is_verb(above):
        if lemma in ("be", "have", "go") or lemma in LEAVING:
            return Status.PLANNED
        if lemma in MOVING and syntax.tokens[above].tag in ("VBZ", "VBP"):
            return Status.PLANNED  # "flies to Washington to meet"
        return None
    if relation == "acl":
        noun = lemma
        if {syntax.word(c) for c in syntax.children(above, "amod", "advmod")} & {"first", "only", "last", "latest"}:
            return None  # "the first president to meet a North Korean leader"
        return known.nouns.get(noun, Status.PLANNED if noun not in ("time", "first", "last") else None)
    return None


def _future_time(syntax: Syntax, verb: int) -> bool:
    words = {syntax.word(i) for i in syntax.subtree(verb)}
    return bool(words & {"tomorrow", "next", "upcoming", "later", "soon", "shortly"}) and "ago" not in words


def is_negated(syntax: Syntax, i: int) -> bool:
    """Whether *i* is negated itself: "did not meet", "no meeting", "never met"."""
    for child in syntax.children(i):
        if syntax.dep[child] in ("advmod", "det", "cc:preconj", "aux", "neg", "obl", "cc") and (
            syntax.word(child) in NEGATIONS
        ):
            return not (syntax.word(child) == "not" and _not_only(syntax, child))
    return any(
        syntax.dep[child] in ("nsubj", "nsubj:pass", "obj")
        and any(
            syntax.word(g) in ("no", "neither") for g in syntax.children(child, "det", "cc:preconj", "cc", "advmod")
        )
        for child in syntax.children(i)
        if syntax.is_verb(i)
    )


def _not_only(syntax: Syntax, i: int) -> bool:
    after = [syntax.word(j) for j in range(i + 1, min(i + 3, len(syntax.tokens)))]
    return bool({"only", "just", "merely", "until"} & set(after))


def _above_status(syntax: Syntax, verb: int) -> Status | None:
    """What the governing verbs, nouns and adjectives make of it: "refused to meet", "plans to", "is expected to"."""
    found: Status | None = None
    at = verb
    for above in syntax.ancestors(verb):
        relation = syntax.dep[at]
        if relation in ("parataxis", "root", "advcl:relcl"):
            break
        if relation == "acl:relcl" and syntax.lemma(above) not in cues().nouns:
            break
        if relation == "conj":
            # "refused to meet Li or receive Wang": what governs the first governs the second, unless it stands alone
            if syntax.children(at, "nsubj", "nsubj:pass") or (
                _finite(syntax, at) and syntax.dep[above] not in ("advcl", "ccomp", "xcomp")
            ):
                break
            if not syntax.is_verb(above):
                break
            inherited = _own_status(syntax, above, False) if syntax.tokens[at].tag in ("VB", "VBG") else None
            found = _stronger(found, inherited)
            at = above
            continue
        if relation == "advcl":
            found = _stronger(found, _adverbial(syntax, at, above))
            break
        if relation in (
            "xcomp",
            "ccomp",
            "acl",
            "acl:relcl",
            "csubj",
            "csubj:pass",
            "obl",
            "nmod",
            "obj",
            "advmod",
            "dep",
        ):
            found = _stronger(found, governor_status(syntax, above, of_clause=True))
            told = relation == "ccomp" and _finite(syntax, at) and not _governs(syntax, above)
            if told and not is_negated(syntax, above):
                break
        at = above
    return found


def _finite(syntax: Syntax, verb: int) -> bool:
    return syntax.tokens[verb].tag in ("VBD", "VBZ", "VBP") or any(
        syntax.tokens[c].tag in ("VBD", "VBZ", "VBP", "MD") for c in syntax.children(verb, "aux", "aux:pass", "cop")
    )


def _governs(syntax: Syntax, i: int) -> bool:
    known = cues()
    lemma = syntax.lemma(i)
    return lemma in known.denying or lemma in known.planning or lemma in known.hoping


def _adverbial(syntax: Syntax, verb: int, above: int) -> Status | None:
    """A clause of purpose or time: after planned travel it is planned, after a past verb it is told as done."""
    marks = {syntax.word(c) for c in syntax.children(verb, "mark", "advmod", "case")}
    if marks & CONDITIONS:
        return Status.POSSIBLE
    if "when" in marks and syntax.tokens[verb].tag in ("VBZ", "VBP") and not _past(syntax, above):
        return Status.PLANNED  # "may bring it up when he sees her in April"
    if marks & {"after", "since", "following", "upon", "when", "while", "because", "as", "having"}:
        return None
    if "before" in marks or "until" in marks:
        return Status.PLANNED if syntax.tokens[verb].tag not in ("VBD",) and not _past(syntax, above) else None
    if "to" in marks or syntax.tokens[verb].tag in ("VBG", "VB"):
        over = _stronger(_own_status(syntax, above, False), governor_status(syntax, above, of_clause=True))
        return _stronger(over, _above_status(syntax, above))
    return None


def _past(syntax: Syntax, verb: int) -> bool:
    return syntax.tokens[verb].tag in ("VBD", "VBN") or any(
        syntax.word(c) in ("had", "was", "were") for c in syntax.children(verb, "aux", "aux:pass", "cop")
    )


def governor_status(syntax: Syntax, i: int, *, of_clause: bool = False) -> Status | None:
    """The status that a word gives to what it governs, its own negation and mood included."""
    known = cues()
    lemma = syntax.lemma(i)
    particles = {syntax.word(c) for c in syntax.children(i, "compound:prt", "advmod")}
    # "pulled out of the talks", "called off a meeting" with the particle taken for a preposition
    particles |= {
        case.split()[0] for c in syntax.children(i) if " " in (case := syntax.case(c)) or case in ("off", "out")
    }
    negated = is_negated(syntax, i)
    if any((lemma, particle) in known.denying_particles for particle in particles):
        return Status.POSSIBLE if negated else Status.DENIED
    if lemma in known.denying and (syntax.is_verb(i) or lemma in known.nouns):
        return Status.POSSIBLE if negated else _stronger(Status.DENIED, None)
    if lemma == "look" and "forward" in particles:
        return Status.PLANNED
    if lemma in SEEMING and (predicate := _predicate(syntax, i)) is not None:
        return governor_status(syntax, predicate)
    if lemma in known.planning:
        if syntax.is_verb(i) and any(syntax.word(c) == "had" for c in syntax.children(i, "aux")) and of_clause:
            return Status.DENIED  # "had planned to meet": it came to nothing
        return Status.DENIED if negated else Status.PLANNED
    if lemma in known.hoping:
        return Status.DENIED if negated and lemma not in known.neutral_negated else Status.POSSIBLE
    if not syntax.is_verb(i) and lemma in known.nouns and of_clause:
        if negated:
            return Status.DENIED
        return known.nouns[lemma]
    if of_clause and syntax.is_verb(i) and negated and lemma not in ("say", "think", "believe", "know", "see"):
        return Status.DENIED
    adjective = known.adjectives.get(lemma)
    if adjective is not None and (syntax.tokens[i].pos == "ADJ" or (syntax.is_verb(i) and syntax.is_passive(i))):
        return Status.DENIED if negated and adjective is not Status.DENIED else adjective
    return None


# ── nouns ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _noun_status(syntax: Syntax, noun: int) -> Status:
    known = cues()
    found: Status | None = None
    for child in syntax.children(noun, "amod", "compound", "acl", "acl:relcl", "nmod:desc", "advmod"):
        word = syntax.word(child)
        status_ = known.adjectives.get(word) or known.adjectives.get(syntax.lemma(child))
        if status_ is not None and not (syntax.is_verb(child) and syntax.dep[child] == "acl:relcl"):
            found = _stronger(found, status_)
        if syntax.dep[child] == "acl:relcl":
            found = _stronger(found, _relative(syntax, child))
        if syntax.dep[child] == "acl":
            found = _stronger(found, governor_status(syntax, child) if syntax.is_passive(child) else None)
            if any(syntax.word(c) == "to" for c in syntax.children(child, "mark")) and any(
                syntax.word(c) == "be" for c in syntax.children(child, "aux:pass", "aux")
            ):
                found = _stronger(found, Status.PLANNED)  # "a summit to be held in May"
    if is_negated(syntax, noun) or any(syntax.word(c) == "no" for c in syntax.children(noun, "det")):
        found = _stronger(found, Status.DENIED)
    return _stronger(found, _noun_context(syntax, noun)) or Status.HAPPENED


def _relative(syntax: Syntax, verb: int) -> Status | None:
    """ "talks that were cancelled", "a summit that will take place in May"."""
    own = _own_status(syntax, verb, False)
    subject_is_noun = any(syntax.word(c) in ("which", "that") for c in syntax.children(verb, "nsubj", "nsubj:pass"))
    return _stronger(own, governor_status(syntax, verb)) if subject_is_noun else None


def _noun_context(syntax: Syntax, noun: int) -> Status | None:
    """What the clause that the noun stands in makes of it."""
    at = noun
    while syntax.dep[at] in ("conj", "nmod", "compound", "appos", "nmod:poss") and not syntax.is_verb(syntax.head[at]):
        above = syntax.head[at]
        case = syntax.case(at)
        if case in cues().ahead:
            return Status.PLANNED
        if case in cues().after:
            return None
        if syntax.dep[at] in ("nmod", "nmod:poss", "compound"):
            given = cues().nouns.get(syntax.lemma(above))
            if given is not None and case in ("of", "for", "on", "about", "with", "at", "to", ""):
                if is_negated(syntax, above) or any(syntax.word(c) == "no" for c in syntax.children(above, "det")):
                    return Status.DENIED
                return _stronger(given, _noun_context(syntax, above))
            if case == "of" and syntax.lemma(above) not in CONTAINERS:
                return None
        at = above
    case = syntax.case(at)
    if syntax.word(syntax.head[at]) in ("ahead", "prior") and case in ("of", "to"):
        return Status.PLANNED
    if case in cues().ahead:
        return Status.PLANNED
    if case in cues().after:
        return None
    verb = syntax.head[at]
    if verb == at or not (syntax.is_verb(verb) or syntax.children(verb, "cop")):
        return _headline_noun(syntax, at)
    relation = syntax.dep[at]
    if relation in (
        "obj",
        "nsubj:pass",
        "nsubj",
        "csubj",
        "obl",
        "xcomp",
        "ccomp",
        "iobj",
        "obl:unmarked",
        "nmod",
        "dep",
    ):
        return _clause_status(syntax, at, verb, relation, case)
    return None


def _headline_noun(syntax: Syntax, i: int) -> Status | None:
    return None


def _clause_status(syntax: Syntax, noun: int, verb: int, relation: str, case: str) -> Status | None:
    lemma = syntax.lemma(verb)
    if (
        relation == "obl"
        and case == "for"
        and (lemma in LEAVING or (lemma in MOVING and syntax.tokens[verb].tag in ("VBZ", "VBP")))
    ):
        return Status.PLANNED  # "flies to Turkey for talks"
    governed = (
        governor_status(syntax, verb) if relation in ("obj", "nsubj:pass", "nsubj", "xcomp", "obl", "ccomp") else None
    )
    if relation == "obl" and (case.split() or [""])[0] not in GOVERNED_CASES:
        governed = None
    if relation == "nsubj" and not syntax.is_passive(verb) and governed is not None:
        # "the talks failed to produce": what the talks fail to do is not whether they were held
        governed = governed if _occurs(syntax, verb) else None
    if relation == "obl" and case in ("from",) and lemma not in ("withdraw", "pull"):
        governed = None
    own = _own_status(syntax, verb, False) if governed is None or not is_negated(syntax, verb) else None
    if relation in ("obl", "nmod") and case in ("on", "about", "of", "from", "during", "over"):
        return governed  # "will brief lawmakers on her talks": the talks are taken for granted
    if relation == "nsubj" and not _occurs(syntax, verb) and own is Status.PLANNED and lemma not in ABOUT:
        own = None  # "the talks will lead to …"; but "the talks will focus on …" are still to come
    if relation == "nsubj" and not _occurs(syntax, verb) and own in (Status.POSSIBLE, Status.DENIED):
        # "the talks could shape …", "talks did not yield": the talks themselves are taken for granted
        own = None
    if relation == "obl" and own is Status.DENIED and case in ("in", "at", "during") and lemma not in TAKING_PART:
        own = None
    above = _above_status(syntax, verb) if own is not Status.DENIED or relation != "nsubj" else None
    if relation == "nsubj" and not _occurs(syntax, verb):
        above = None
    return _stronger(_stronger(governed, own), above)


LEAVING = frozenset({"leave", "depart", "head", "embark", "jet"})
MOVING = frozenset({"fly", "travel", "go", "come", "arrive", "return", "journey", "head", "leave"})
# "prepared at a meeting", "agreed in talks": the verb says nothing of the talks; "prepared for talks" does
SEEMING = frozenset({"look", "seem", "appear", "remain", "become", "stay"})
TAKING_PART = frozenset({"take", "participate", "attend", "join", "engage", "sit"})
ABOUT = frozenset(
    {
        "focus",
        "cover",
        "address",
        "include",
        "involve",
        "run",
        "last",
        "center",
        "centre",
        "touch",
        "deal",
        "seek",
        "aim",
        "discuss",
    }
)
# Nouns through which what is said reaches the talks: "a second day of talks", not "the outcome of the talks"
CONTAINERS = frozenset(
    {
        "round",
        "day",
        "series",
        "session",
        "set",
        "hour",
        "string",
        "week",
        "number",
        "couple",
        "venue",
        "date",
        "start",
        "opening",
    }
)
GOVERNED_CASES = frozenset("for on to about with of from out off".split())
OCCUR = frozenset(
    "take happen occur go hold begin start open resume proceed come follow materialise materialize be continue".split()
)


def _predicate(syntax: Syntax, verb: int) -> int | None:
    """The adjective of "now looks doubtful"."""
    return next((c for c in syntax.children(verb, "xcomp", "acomp", "advmod") if syntax.tokens[c].pos == "ADJ"), None)


def _occurs(syntax: Syntax, verb: int) -> bool:
    """Whether the clause tells that its subject takes place: "will be held", "could take place", "goes ahead"."""
    lemma = syntax.lemma(verb)
    if lemma in SEEMING and _predicate(syntax, verb) is not None:
        return True
    if lemma == "take":
        return any(syntax.lemma(c) == "place" for c in syntax.children(verb, "obj", "compound:prt", "obl", "xcomp"))
    return lemma in OCCUR or syntax.is_passive(verb) or lemma in cues().adjectives or lemma in cues().planning
