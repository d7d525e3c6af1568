"""Names that a parse hangs elsewhere → the office, verb or noun that the words before them put them to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from kg.facts.meeting_rules import rules
from kg.facts.meeting_words import HOSTS
from kg.facts.party_words import COMING_ALONG
from kg.gazetteer import Gazetteer
from kg.text.dates import MONTH_NUMBER, WEEKDAYS
from kg.text.mentions import CITY, INSTITUTION, PERSON, STATE, NameMention, is_title_noun
from kg.text.syntax import PASSIVE_SUBJECT, SUBJECT, Syntax

# "talks with visiting Minister X": a participle in the title makes a clause of it.
CLAUSES = frozenset({"advcl", "acl", "ccomp", "xcomp", "csubj"})
JOINING = frozenset({"with", "between", "for", "from", "of"})
LOOSE = frozenset({"appos", "dep", "list", "flat", "parataxis"})
# What stands between the words of an office: "head of the office for trade in goods".
OF_OFFICE = frozenset("of for and & - ' 's ’s the to on in with at".split())
LONGEST = 16  # words of an office with what it is of
HOSTING = frozenset({"receive", "welcome", "host", "greet"})
DAYS = frozenset({*WEEKDAYS, *MONTH_NUMBER, "on", "in", "last", "this", "yesterday", "today"})
LAYING = frozenset("impose introduce announce tighten ease lift place put slap expand extend broaden loosen".split())
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
LINKING = frozenset({"on", "upon", "with", "to"})
STRIKING = frozenset({"hit", "slap", "strike", "punish", "charge", "threaten", "target"})
NAMING = frozenset({"include", "comprise"})
TALKS = frozenset({"talk", "talks", "meeting", "summit", "negotiation", "conference", "dinner", "session", "round"})
HOSTED = frozenset({"host", "mediate", "broker", "chair", "facilitate", "sponsor", "convene"})
RECEIVING = HOSTING | {"meet"}  # none takes an infinitive or "-ing"


def rehang(syntax: Syntax, names: Sequence[NameMention], table: Gazetteer) -> None:
    """Mend the heads of people's names in place."""
    for m, after in pairwise(names):
        _as_half(syntax, m, after)
    for m in names:
        _as_host(syntax, m)
    _ahead_of(syntax)
    _of_auxiliaries(syntax)
    _no_objects(syntax)
    _past_vetoes(syntax)
    _joined_compounds(syntax)
    _prefixed(syntax)
    _of_one_time(syntax)
    _between_several(syntax, names)
    _past_remarks(syntax)
    _but_not(syntax)
    _and_of(syntax)
    _to_those_involved(syntax)
    _before_participles(syntax)
    _not_of_participles(syntax)
    _emphatic(syntax)
    _turned(syntax, names, table)
    _no_agents(syntax)
    _brought_by(syntax)
    _of_talks(syntax)
    _past_members(syntax)
    _among_others(syntax)
    _of_its_own(syntax)
    _past_asides(syntax)
    _to_visiting(syntax)
    _past_places(syntax, names)
    _past_missions(syntax, names, table)
    _past_brackets(syntax, names, table)
    _open_headlines(syntax, names)
    people = [m for m in names if m.kind == PERSON]
    for m in people:
        _as_object(syntax, m)
    for m in names:
        _to_goods(syntax, m)
    offices = _Offices(syntax, people, table)
    for m in people:
        _from_visiting(syntax, m)
        _from_face(syntax, m)
        i = m.first
        if _to_preposition(syntax, i):
            continue
        if _is_listed(syntax, m, offices.people):
            syntax.rehang(syntax.head[i], syntax.head[syntax.head[i]], "conj")
        elif _is_loose(syntax, i) and not is_title_noun(syntax.tokens[syntax.head[i]], table):
            office = offices.before(m)
            if office is not None and office != syntax.head[i] and i not in syntax.ancestors(office):
                syntax.rehang(i, office, "appos")
        elif syntax.dep[i] in SUBJECT | PASSIVE_SUBJECT:
            _give_way(syntax, m, offices)


def _as_half(syntax: Syntax, m: NameMention, after: NameMention) -> None:
    """ "North | and South Korea": the half before the other is joined to it, and modifies nothing."""
    joined = m.kind == after.kind == STATE and m.last == m.first + 1 and after.first == m.last + 1
    if joined and syntax.word(m.last) in ("and", "or") and syntax.head[m.first] == syntax.unit_of[after.first]:
        syntax.rehang(m.first, syntax.unit_of[after.first], "conj")


def _open_headlines(syntax: Syntax, names: Sequence[NameMention]) -> None:
    """ "Norway, South Sudan | lift sanctions": states listed before a verb without a subject are its subjects."""
    ends = {m.last: m for m in names if m.kind == STATE}
    for verb, m in ends.items():
        if verb >= len(syntax.tokens) or not syntax.is_verb(verb) or syntax.dep[verb] in ("aux", "aux:pass", "cop"):
            continue
        if syntax.children(verb, *SUBJECT, *PASSIVE_SUBJECT):
            continue
        listed = [m]
        while (comma := listed[0].first - 1) > 0 and syntax.word(comma) in (",", "and") and comma in ends:
            listed.insert(0, ends[comma])
        opens = listed[0].first == 0 or syntax.sentence_of[listed[0].first - 1] != syntax.sentence_of[verb]
        if opens and len(listed) > 1 and syntax.sentence_of[listed[0].first] == syntax.sentence_of[verb]:
            syntax.rehang(listed[0].first, verb, "nsubj")
            for other in listed[1:]:
                syntax.rehang(other.first, listed[0].first, "conj")


def _as_host(syntax: Syntax, m: NameMention) -> None:
    """ "With X as the host": X stands beside the host, who is at the talks of others, and is nobody's "with"."""
    at = m.last + (m.last < len(syntax.tokens) and syntax.word(m.last) == ",")
    top = syntax.head[m.first] if syntax.dep[m.first] == "appos" else m.first  # "with the emir, X, as mediator"
    if syntax.case(top) != "with" or at >= len(syntax.tokens) or syntax.word(at) != "as":
        return
    host = at + 1 + (at + 1 < len(syntax.tokens) and syntax.word(at + 1) in ("the", "a", "an", "its"))
    if host < len(syntax.tokens) and syntax.lemma(host) in HOSTS and host not in syntax.ancestors(syntax.clause(top)):
        syntax.rehang(host, syntax.clause(syntax.head[top]), "obl")
        syntax.rehang(top, host, "appos")


def _of_auxiliaries(syntax: Syntax) -> None:
    """ "Peru | had in July banned sugar": what the auxiliary has for a subject does what its verb says."""
    for i in range(len(syntax.tokens)):
        auxiliary = syntax.head[i]
        if syntax.dep[i] in SUBJECT | PASSIVE_SUBJECT and syntax.dep[auxiliary] in ("aux", "aux:pass"):
            syntax.rehang(i, syntax.head[auxiliary], syntax.dep[i])


def _no_objects(syntax: Syntax) -> None:
    """ "Called on | the visiting Minister": what has a preposition is no object."""
    for i in range(len(syntax.tokens)):
        if syntax.dep[i] == "obj" and LINKING & {syntax.word(c) for c in syntax.children(i, "case")}:
            syntax.rehang(i, syntax.head[i], "obl")


def _ahead_of(syntax: Syntax) -> None:
    """ "Ahead of | talks with X, Y said": the two words are the preposition of the noun behind them."""
    for i in range(len(syntax.tokens) - 2):
        if syntax.word(i) != "ahead" or syntax.dep[i] != "advmod":
            continue
        if syntax.dep[i + 1] == "fixed" and syntax.head[i + 1] == i:
            behind = (c for c in syntax.children(syntax.head[i], "obl", "nmod") if c > i and not syntax.case(c))
            noun = next(behind, None)
        else:
            noun = syntax.head[i + 1] if syntax.word(i + 1) == "of" and syntax.dep[i + 1] == "case" else None
        if noun is not None:
            if syntax.head[noun] == i:
                syntax.rehang(noun, syntax.head[i], "obl")
            syntax.rehang(i, noun, "case")


def _emphatic(syntax: Syntax) -> None:
    """ "The two had | themselves met": the auxiliary of what they did themselves, not what they had done for them."""
    for i in range(1, len(syntax.tokens) - 1):
        have, verb = i - 1, i + 1
        if syntax.word(i) in REFLEXIVE and syntax.dep[i] == "obj" and syntax.head[i] == verb:
            syntax.rehang(i, verb, "obl:unmarked")
        made = syntax.word(i) in REFLEXIVE and syntax.lemma(have) == "have" and syntax.tokens[verb].tag == "VBN"
        if not made or syntax.head[verb] != have or syntax.dep[verb] not in ("xcomp", "ccomp"):
            continue
        for child in [c for c in syntax.children(have) if c != verb]:
            syntax.rehang(child, verb, syntax.dep[child])
        syntax.lift(verb)
        syntax.rehang(have, verb, "aux")
        syntax.rehang(i, verb, "obl:unmarked")


def _turned(syntax: Syntax, names: Sequence[NameMention], table: Gazetteer) -> None:
    """ "His former deputy | turned rebel leader, X": X is the deputy, and nobody turned anything else."""
    for m in names:
        above = syntax.head[m.first]
        turned = syntax.head[above]
        if m.kind != PERSON or syntax.dep[m.first] not in LOOSE or syntax.word(turned) != "turned" or not turned:
            continue
        before = turned - 1
        if (
            turned < above < m.first
            and is_title_noun(syntax.tokens[before], table)
            and before not in syntax.subtree(turned)
        ):
            syntax.rehang(m.first, before, "appos")
            if before not in syntax.ancestors(turned):
                syntax.rehang(turned, before, "acl")


def _past_vetoes(syntax: Syntax) -> None:
    """ "Voted to override the veto of | a bill": it is the bill that they pass."""
    for veto, token in enumerate(syntax.tokens):
        if token.lemma == "veto" and syntax.dep[veto] == "obj" and syntax.lemma(syntax.head[veto]) == "override":
            for case, bill in syntax.obliques(veto):
                if case in ("of", "on") and syntax.head[bill] == veto:
                    syntax.rehang(bill, syntax.head[veto], "obj")


def _joined_compounds(syntax: Syntax) -> None:
    """ "tin | and iron imports": what "and" stands between is joined, wherever it hangs."""
    for i, token in enumerate(syntax.tokens):
        noun = syntax.head[i]
        if token.text == "and" and syntax.dep[i] == "cc" and 0 < i < noun:
            one, other = i - 1, i + 1
            if all(syntax.dep[j] == "compound" and syntax.head[j] == noun for j in (one, other)):
                syntax.rehang(other, one, "conj")
                syntax.rehang(i, other, "cc")


def _prefixed(syntax: Syntax) -> None:
    """ "Was co- | chaired by X": the prefix is no verb of its own."""
    for verb in range(2, len(syntax.tokens)):
        prefix = verb - 2
        if syntax.word(prefix) != "co" or syntax.word(verb - 1) != "-" or not syntax.is_verb(verb):
            continue
        if prefix in [*syntax.ancestors(verb)][1:]:
            continue
        if syntax.head[verb] == prefix:
            syntax.lift(verb)
        for child in syntax.children(prefix):
            if child != verb:
                syntax.rehang(child, verb, syntax.dep[child])
        syntax.rehang(prefix, verb, "compound")


def _between_several(syntax: Syntax, names: Sequence[NameMention]) -> None:
    """ "Followed talks between himself, | X and Y": X is one of the list, wherever it hangs."""
    for i in range(len(syntax.tokens) - 3):
        himself = i + 1
        if syntax.word(i) == "between" and syntax.word(himself) in REFLEXIVE and syntax.word(i + 2) == ",":
            name = next((m.first for m in names if m.kind == PERSON and m.first > himself), himself)
            apart = name not in syntax.subtree(himself) and himself not in syntax.subtree(name)
            if apart and syntax.children(name, "conj"):
                syntax.rehang(name, himself, "conj")


def _of_one_time(syntax: Syntax) -> None:
    """ "Have met twice since she was elected, the last time | in Rome": the place is of the meeting."""
    for sentence in syntax.document.sentences:
        told = syntax.told_of_one_time(sentence.first, sentence.last)
        before = (i for i in range(sentence.first, told.start) if syntax.dep[i] not in ("aux", "aux:pass", "cop"))
        met = [i for i in before if syntax.is_verb(i) and syntax.lemma(i) in rules().verbs]
        above = {met[-1], *syntax.ancestors(met[-1])} if met else set(told)
        for i in told:
            if syntax.unit_of[i] == i and syntax.head[i] not in told and i not in above:
                syntax.rehang(i, met[-1], "obl")


def _past_remarks(syntax: Syntax) -> None:
    """ "He would go to Rome soon, he added, | to see X": the aim is of what is said, not of saying it."""
    for i in range(len(syntax.tokens)):
        verb = syntax.head[i]
        aim = syntax.dep[i] == "advcl" and i > verb and any(syntax.word(m) == "to" for m in syntax.children(i, "mark"))
        said = [c for c in syntax.children(verb, "ccomp") if c < verb] if aim else []
        if said and syntax.word(verb + 1) == "," and not syntax.children(verb, "obj", "obl"):
            syntax.rehang(i, said[0], "advcl")


def _but_not(syntax: Syntax) -> None:
    """ "X met Y in Rome, | but not Z": what is left out is beside whom it was done to, as the word order says."""
    for i in range(len(syntax.tokens)):
        subject = syntax.head[i]
        verb = syntax.head[subject]
        left_out = syntax.dep[i] == "conj" and syntax.dep[subject] == "nsubj" and subject < verb < i
        if left_out and [syntax.word(c) for c in syntax.children(i, "cc", "advmod")] == ["but", "not"]:
            for other in syntax.children(verb, "obj")[:1]:
                syntax.rehang(i, other, "conj")


def _and_of(syntax: Syntax) -> None:
    """ "Envoys of A | and of B": what has an "of" of its own is of the same noun."""
    for i in range(len(syntax.tokens)):
        other = syntax.head[i]
        joined = syntax.dep[i] == "conj" and syntax.dep[other] == "nmod" and other < i
        if not joined or syntax.case(other) != "of":
            continue
        if [syntax.word(c) for c in syntax.children(i, "case")] == ["of"]:
            syntax.rehang(i, syntax.head[other], "nmod")


def _to_those_involved(syntax: Syntax) -> None:
    """ "in a meeting on Friday | involving X and Y": who is involved is so in the noun, whatever day stands between."""
    for verb in (i for i, token in enumerate(syntax.tokens) if token.text == "involving"):
        noun = verb - 1
        while noun > 0 and (syntax.word(noun) in DAYS or syntax.tokens[noun].tag == "CD"):
            noun -= 1
        above = syntax.head[verb]
        beside = noun != above and (syntax.head[noun] == above or noun in syntax.ancestors(above))
        if syntax.dep[verb] in ("advcl", "acl") and beside and syntax.tokens[noun].pos == "NOUN":
            syntax.rehang(verb, noun, "acl")


def _past_places(syntax: Syntax, names: Sequence[NameMention]) -> None:
    """ "a meeting in Rome | of the Contact Group": who meets is of the meeting, not of the town."""
    bodies = {syntax.unit_of[m.first] for m in names if m.kind == INSTITUTION}
    for town in {syntax.unit_of[m.first] for m in names if m.kind == CITY}:
        noun = next(iter(syntax.children(town, "case")), 0) - 1
        if syntax.case(town) not in ("in", "at") or noun < 0 or syntax.tokens[noun].pos != "NOUN":
            continue
        for child in syntax.children(town, "nmod"):
            if syntax.case(child) == "of" and child in bodies:
                syntax.rehang(child, noun, "nmod")


def _past_missions(syntax: Syntax, names: Sequence[NameMention], table: Gazetteer) -> None:
    """ "the mediator for Chad, former president of Benin, | X": an office beside a state is the mediator's."""
    for m in names:
        state = syntax.unit_of[m.first]
        above = syntax.head[state]
        if m.kind != STATE or syntax.dep[state] != "nmod" or syntax.case(state) not in ("for", "to", "in"):
            continue
        for child in syntax.children(state, "appos"):
            if child > state and syntax.tokens[child].pos == "NOUN" and is_title_noun(syntax.tokens[child], table):
                named = [c for c in syntax.children(child, "appos") if syntax.word(c - 1) == ","]
                for each in (child, *named):
                    syntax.rehang(each, above, "appos")


def _past_brackets(syntax: Syntax, names: Sequence[NameMention], table: Gazetteer) -> None:
    """ "Tea Board (TB) | Chair X spoke": a body whose abbreviation stands before a title is part of that title."""
    people = {m.unit_first: m for m in names if m.kind == PERSON}
    for m in names:
        title = m.last + 3
        bracketed = m.kind == INSTITUTION and title < len(syntax.tokens) and syntax.word(m.last) == "("
        person = next((people[i] for i in (title, title + 1, title + 2) if i in people), None) if bracketed else None
        if person is None or syntax.word(m.last + 2) != ")":
            continue
        body, name = syntax.unit_of[m.first], person.first
        if name == title or not is_title_noun(syntax.tokens[name - 1], table):
            continue
        if syntax.head[name] == body:
            syntax.rehang(name, syntax.head[body], syntax.dep[body])
        if body not in syntax.ancestors(name) and syntax.head[body] == syntax.head[name]:
            syntax.rehang(body, name - 1, "compound")


def _before_participles(syntax: Syntax) -> None:
    """ "agreed to a 60-day truce | brokered by X": a noun with an article is no part of what is done to it."""
    for noun in range(len(syntax.tokens) - 2):
        verb = noun + 1
        taken = syntax.dep[noun] == "compound" and syntax.head[noun] == verb and syntax.tokens[verb].tag == "VBN"
        if taken and syntax.word(verb + 1) == "by" and syntax.children(noun, "case", "det"):
            relation = "obl" if syntax.children(noun, "case") else "obj"
            syntax.rehang(noun, syntax.head[verb], relation)
            syntax.rehang(verb, noun, "acl")


def _not_of_participles(syntax: Syntax) -> None:
    """ "Cancelled a visit to Peking | planned for May": the object of the verb before it, and not of the participle."""
    for i in range(len(syntax.tokens)):
        part, verb = syntax.head[i], syntax.head[syntax.head[i]]
        inside = verb < i < part and syntax.dep[i] == "obj" and syntax.dep[part] == "advcl"
        if not inside or syntax.tokens[part].tag not in ("VBN", "VBD") or syntax.children(verb, "obj"):
            continue
        if syntax.is_verb(verb) and not syntax.children(part, "mark", "aux", "aux:pass", "nsubj", "nsubj:pass"):
            syntax.rehang(i, verb, "obj")
            syntax.rehang(part, i, "acl")


def _no_agents(syntax: Syntax) -> None:
    """ "negotiated | between X and Y": by nobody."""
    for i in range(len(syntax.tokens)):
        if syntax.dep[i] == "obl:agent" and syntax.case(i) != "by":
            syntax.rehang(i, syntax.head[i], "obl")


def _brought_by(syntax: Syntax) -> None:
    """ "Was accompanied to the meeting | by X": it is not X's meeting."""
    for i in range(len(syntax.tokens)):
        noun = syntax.head[i]
        verb = syntax.head[noun]
        if syntax.dep[i] != "nmod" or syntax.case(i) != "by" or syntax.lemma(verb) not in COMING_ALONG:
            continue
        if noun > verb and syntax.dep[noun] == "obl" and syntax.is_passive(verb) and not syntax.subjects(verb):
            syntax.rehang(i, verb, "obl:agent")


def _of_talks(syntax: Syntax) -> None:
    """ "At talks between X and Y | hosted by Z": what is hosted is the talks, and not Y."""
    for i in range(len(syntax.tokens)):
        held = syntax.dep[i] == "acl" and syntax.tokens[i].tag == "VBN" and syntax.lemma(i) in HOSTED
        if not held or not any(syntax.case(c) == "by" for c in syntax.children(i)):
            continue
        above = list(takewhile(lambda j: not syntax.is_verb(j), syntax.ancestors(i)))
        talks = next((j for j in above if syntax.lemma(j) in TALKS), None)
        if talks is not None and talks != syntax.head[i] and i > syntax.head[i]:
            syntax.rehang(i, talks, "acl")


def _past_members(syntax: Syntax) -> None:
    """ "Led a team that included X | to talks with Y": the team goes to the talks."""
    for i in range(len(syntax.tokens)):
        naming = syntax.head[i]
        verb = syntax.head[syntax.head[naming]]
        if syntax.dep[i] != "obl" or syntax.case(i) not in ("to", "for") or syntax.lemma(naming) not in NAMING:
            continue
        if syntax.dep[naming] in ("acl", "acl:relcl") and syntax.dep[syntax.head[naming]] == "obj":
            syntax.rehang(i, verb, "obl")


def _among_others(syntax: Syntax) -> None:
    """ "Talks with, among others, | X and Y": with X and Y."""
    for i in range(3, len(syntax.tokens) - 2):
        words = [syntax.word(j) for j in range(i - 3, i + 2)]
        if words[1:] != [",", "among", "others", ","] or words[0] not in JOINING:
            continue
        behind, others = i + 2, i
        named = next((j for j in (behind, *syntax.ancestors(behind)) if syntax.head[j] <= i), behind)
        known = rules().nouns
        before = (a for a in syntax.ancestors(others) if a < i - 3)
        above = next((a for a in before if syntax.is_verb(a) or {syntax.word(a), syntax.lemma(a)} & known.keys()), None)
        if above is not None and named > i:
            syntax.rehang(named, above, "obl" if syntax.is_verb(above) else "nmod")
            syntax.rehang(i - 3, named, "case")


def _of_its_own(syntax: Syntax) -> None:
    """ "Opened a probe of its own, | into European brandy": the phrase behind belongs to the probe."""
    for i in range(len(syntax.tokens) - 2):
        owned = syntax.word(i) == "own" and syntax.case(i) == "of" and syntax.dep[i] == "nmod"
        if not owned or syntax.word(i + 1) != ",":
            continue
        noun = syntax.head[i]
        verb = syntax.head[noun]
        for child in syntax.children(verb, "obl"):
            if syntax.dep[noun] == "obj" and min(syntax.children(child, "case"), default=0) == i + 2:
                syntax.rehang(child, noun, "nmod")


def _past_asides(syntax: Syntax) -> None:
    """ "Hit X, who runs the bank, | with sanctions": what X was hit with."""
    for i in range(len(syntax.tokens)):
        aside = syntax.head[i]
        verb = syntax.clause(syntax.head[aside])
        before = min(syntax.children(i, "case"), default=0) - 1
        inside = syntax.dep[i] == "obl" and syntax.dep[aside] == "acl:relcl" and before > aside
        if inside and syntax.case(i) == "with" and syntax.word(before) == "," and syntax.lemma(verb) in STRIKING:
            syntax.rehang(i, verb, "obl")


def _to_visiting(syntax: Syntax) -> None:
    """ "Called on the visiting | Minister": whoever visits is called on."""
    for i in range(2, len(syntax.tokens)):
        noun = syntax.head[i - 1]
        if syntax.word(i) != "visiting" or syntax.dep[i - 1] != "det" or noun <= i:
            continue
        for mark in syntax.children(i, "mark"):
            above = syntax.head[i]
            syntax.rehang(noun, above, "obl" if syntax.is_verb(above) else "nmod")
            syntax.rehang(mark, noun, "case")
        if i not in syntax.ancestors(noun):
            syntax.rehang(i, noun, "amod")


def _to_goods(syntax: Syntax, m: NameMention) -> None:
    """ "imposed controls on chips | to China": what is imposed goes nowhere, what it is on does."""
    verb, cases = syntax.head[m.first], syntax.children(m.first, "case")
    if m.kind != STATE or syntax.dep[m.first] != "obl" or syntax.case(m.first) != "to" or not syntax.is_verb(verb):
        return
    goods = cases[0] - 1
    laid = syntax.lemma(verb) in LAYING and syntax.children(verb, "obj", "nsubj:pass")
    if laid and syntax.case(goods) == "on" and syntax.tokens[goods].pos == "NOUN":
        syntax.rehang(m.first, goods, "nmod")


def _is_listed(syntax: Syntax, m: NameMention, people: dict[int, NameMention]) -> bool:
    """ "met Minister X, his colleague | Y, and Z": a noun with a name of its own is no other name's apposition."""
    noun = syntax.head[m.first]
    own = syntax.dep[m.first] == "appos" and noun == m.unit_first - 1
    return own and syntax.dep[noun] == "appos" and noun not in people and syntax.head[noun] in people


def _is_loose(syntax: Syntax, i: int) -> bool:
    """In apposition, behind a comma without a preposition, or joined to what is no person's name without any "and"."""
    if syntax.dep[i] in ("nmod", "obl"):
        return syntax.word(i - 1) == "," and not syntax.case(i)
    if syntax.dep[i] != "conj":
        return syntax.dep[i] in LOOSE
    siblings = syntax.children(syntax.head[i], "conj")
    return siblings == [i] and not syntax.children(i, "cc")


def _give_way(syntax: Syntax, m: NameMention, offices: _Offices) -> None:
    """ "At the invitation of the president of A, | X, the president of B, Y, is in A": Y is, and X invited."""
    invited, verb = offices.before(m), syntax.head[m.first]
    if invited is None or syntax.dep[invited] not in ("nmod", "obl") or m.first in syntax.ancestors(invited):
        return
    for office in syntax.children(m.first, "appos"):
        apposed = (*syntax.children(m.first, "appos"), *syntax.children(office, "appos"))
        name = next((i for i in apposed if i in offices.people and offices.before(offices.people[i]) == office), None)
        if name is not None:
            syntax.rehang(name, verb, syntax.dep[m.first])
            syntax.rehang(office, name, "nmod:desc")
            syntax.rehang(m.first, invited, "appos")
            return


def _to_preposition(syntax: Syntax, i: int) -> bool:
    """ "talks with visiting Minister X", "a meeting, on Friday, with X": what has a preposition hangs by it."""
    above = syntax.head[i]
    along = syntax.dep[i] in ("obl", "obl:agent") and syntax.case(i) in JOINING
    if along and above > i and _is_participle(syntax, above):
        syntax.rehang(i, syntax.clause(syntax.head[above]), "obl")  # "held talks with X, | aimed at peace"
        return True
    marks = [c for c in syntax.children(i, "mark") if syntax.word(c) in JOINING]
    clause = syntax.dep[i] in CLAUSES and bool(marks)
    if not clause and not (syntax.dep[i] == "appos" and syntax.children(i, "case")):
        return False
    for mark in marks:
        syntax.rehang(mark, i, "case")
    above = syntax.head[i]
    syntax.rehang(i, above, "obl" if syntax.is_verb(above) else "nmod")
    return True


def _as_object(syntax: Syntax, m: NameMention) -> None:
    """ "X met Y on Monday and, two days later, | Z": Z is joined to Y, past the verb, and did not meet Y with X."""
    i, above = m.first, syntax.head[m.first]
    joined = syntax.dep[i] == "conj" and syntax.dep[above] in SUBJECT and above < syntax.head[above]
    verb = syntax.head[above] if joined else above
    second = syntax.dep[i] in SUBJECT and bool(syntax.children(i, "cc"))
    before = any(c < verb for c in syntax.children(verb, *SUBJECT))
    objects = [c for c in syntax.children(verb, "obj") if verb < c < i]
    if (joined or second) and before and objects and syntax.is_verb(verb):
        syntax.rehang(i, objects[-1], "conj")


def _from_visiting(syntax: Syntax, m: NameMention) -> None:
    """ "received | visiting Minister X": who is received does the visiting, and the rest is said of receiving."""
    verb = syntax.head[m.first]
    if syntax.dep[m.first] not in CLAUSES or syntax.word(m.unit_first) != "visiting" or not verb < m.unit_first:
        return
    if syntax.lemma(verb) not in RECEIVING or syntax.children(m.first, "mark", "case", "advmod", *SUBJECT):
        return
    syntax.rehang(m.first, verb, "obj")
    for child in syntax.children(m.first, "obl", "obl:unmarked", "advcl"):
        syntax.rehang(child, verb, syntax.dep[child])


def _from_face(syntax: Syntax, m: NameMention) -> None:
    """ "met X | face to face": X is no part of a face, and how they met is said of meeting."""
    face = m.last
    words = [syntax.word(i) for i in range(face, min(face + 3, len(syntax.tokens)))]
    if words != ["face", "to", "face"] or syntax.head[m.first] != face:
        return
    verb, relation = syntax.head[face], syntax.dep[face]
    syntax.rehang(m.first, verb, relation)
    for case in syntax.children(face, "case"):
        syntax.rehang(case, m.first, "case")
    syntax.rehang(face, verb, "advmod")


def _is_participle(syntax: Syntax, verb: int) -> bool:
    """A participle that opens a clause of its own, to which nothing before it belongs."""
    opens = syntax.dep[verb] in ("acl", "advcl") and syntax.tokens[verb].tag in ("VBN", "VBD", "VBG")
    return opens and not syntax.children(verb, "nsubj", "nsubj:pass", "mark", "aux", "aux:pass")


class _Offices:
    """Offices spoken of in a phrase of their own, set off from the names of their holders by a comma."""

    def __init__(self, syntax: Syntax, people: list[NameMention], table: Gazetteer) -> None:
        self.syntax = syntax
        self.table = table
        self.people = {m.first: m for m in people}
        self.inside = {i for m in people for i in range(m.unit_first, m.last)}

    def before(self, m: NameMention) -> int | None:
        """ "the minister in charge of relations with the union, | X": the office whose phrase ends before the comma."""
        syntax, tokens, comma = self.syntax, self.syntax.tokens, m.unit_first - 1
        if comma < 1 or tokens[comma].text != ",":
            return None
        found = None
        for j in range(comma - 1, max(comma - LONGEST, 0), -1):
            within = tokens[j].pos in ("NOUN", "PROPN", "ADJ") or tokens[j].tag == "VBN" or syntax.word(j) in OF_OFFICE
            if syntax.sentence_of[j] != syntax.sentence_of[m.first] or j in self.inside or not within:
                break
            ends = j + 1 == comma or syntax.word(j + 1) in ("of", "for", "to", "on", "in", "at")
            singular = syntax.unit_of[j] == j and tokens[j].tag in ("NN", "NNP")
            if ends and singular and is_title_noun(tokens[j], self.table):
                found = j
        return found
