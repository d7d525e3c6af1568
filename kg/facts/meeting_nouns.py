"""A noun that names a meeting → who stands in which role to it: "talks with X", "the X-Y summit", "X held talks"."""

from __future__ import annotations

from collections import defaultdict

from kg.facts.link import Linked
from kg.facts.meeting_rules import rules
from kg.facts.meeting_words import HOSTS
from kg.facts.refer import References
from kg.facts.topics import Topics
from kg.model import MeetingKind
from kg.text.dates import ORDINALS, WEEKDAYS
from kg.text.mentions import STATE

# "After a call with Xi, Trump said …": the subject of the clause is the other side.
IMPLICIT = frozenset(
    {"after", "following", "during", "before", "ahead of", "in", "at", "since", "prior to", "from", "upon", "via"}
)
# Verbs that take the meeting with a preposition: "engaged in talks", "arrived for talks".
GOING_TO = frozenset(
    "arrive meet gather travel fly engage enter sit return go come prepare agree object be call exit leave".split()
)
ASKING = frozenset("ask press beg petition approach badger lobby pester".split())  # "asked X for a meeting"
APPEALING = frozenset({"appeal", "call", "plead"})  # "appealed to X for a meeting"
# What is held with the one met, when they have met.
ADDRESSING = frozenset("tell inform assure thank urge brief congratulate remind ask warn".split())
JOINT = frozenset({"conference", "briefing", "appearance"})
JOURNEYS = frozenset("visit trip tour stay journey mission schedule programme program agenda itinerary".split())
COMPRISING = frozenset("begin start open continue end conclude close culminate include involve feature".split())
FEASTS = frozenset("lunch luncheon dinner breakfast banquet reception".split())
HONOURS = frozenset({"honour", "honor"})
PARTICIPATION = frozenset({"participation", "attendance", "involvement"})
# What one can have of a meeting with somebody before there is one.
IDEAS = frozenset(
    "principle idea possibility prospect proposal offer request chance option suggestion plan hope".split()
)
CONCLUDING = frozenset("agree sign initial conclude strike reach seal settle resolve clinch extend".split())
READY = frozenset({"ready", "open", "prepared", "willing", "available"})
INTENTIONS = frozenset({"plan", "intention", "wish", "desire", "interest", "need", "reason", "time"})
COURTESY = "courtesy-call.noun"


class MeetingNouns:
    """Finds the arguments of the meeting nouns of one article."""

    def __init__(self, linked: Linked, references: References) -> None:
        self.linked = linked
        self.references = references
        self.syntax = linked.syntax
        self.tokens = linked.document.tokens
        self.rules = rules()
        self.topics = Topics(linked)

    def is_gathering(self, noun: int) -> bool:
        """ "the SCO summit", "the meeting of NATO leaders": named for one body, between no two."""
        syntax = self.syntax
        heads = [c for c in syntax.children(noun, "compound", "nmod:poss", "amod") for c in self._chain(c)]
        heads += [c for case, h in syntax.obliques(noun) if case == "of" for c in self._chain(h)]
        keys = {k for h in heads if (k := self.linked.key(h)) and not k.startswith("place/")}
        things = [self.linked.things[k] for k in keys if k in self.linked.things]
        joint = "joint" in map(syntax.word, syntax.children(noun, "amod"))
        if (
            (joint or self.tokens[noun].tag == "NNS")
            and syntax.lemma(noun) == "summit"
            and len(things) == len(keys) > 1
        ):
            return all(thing.type == "international" for thing in things)  # "the G7 and NATO summits", "a joint summit"
        if not keys and syntax.lemma(noun) == "summit":
            return any(map(self._is_initials, syntax.children(noun, "compound")))  # of a body no table knows
        return len(keys) == 1 and len(things) == 1 and things[0].type == "international"

    def _is_initials(self, i: int) -> bool:
        text = self.tokens[i].text
        return self.tokens[i].tag == "NNP" and text.isalpha() and text.isupper() and len(text) > 2

    def is_series(self, noun: int, top: int) -> bool:
        """ "four rounds of talks": several meetings told as one."""
        return (
            top != noun
            and self.syntax.lemma(top) in ("round", "series", "string")
            and (self.tokens[top].tag in ("NNS", "NNPS") or self.syntax.lemma(top) != "round")
        )

    def top(self, noun: int) -> int:
        """ "four rounds of talks": what the sentence does to the talks it does to the rounds."""
        at = noun
        for _ in range(3):
            above = self.syntax.head[at]
            if (
                self.syntax.dep[at] == "nmod"
                and self.syntax.case(at) == "of"
                and self.syntax.lemma(above) in self.rules.measure_nouns
            ):
                at = above
            else:
                break
        return at

    def roles(self, noun: int, top: int) -> dict[str, list[int]]:
        """Who stands in which role to the meeting that a noun names."""
        syntax = self.syntax
        filled: dict[str, list[int]] = defaultdict(list)
        for n in {noun, top}:
            for case, head in self._obliques(n):
                if case == "with" or (case in self._callers(n) and self.who(head)):
                    filled["other"].append(head)
                elif case in ("between", "among", "involving", "including") or (
                    case == "of" and head != noun and self.who(head)
                ):
                    filled["sides"].append(head)
                    if case == "of":  # "a meeting of ministers | with X", hung on the ministers
                        filled["other"] += [h for c, h in syntax.obliques(head) if c == "with" and self.who(h)]
                elif case == "by":
                    filled["side" if len(syntax.conjuncts(head)) == 1 else "sides"].append(head)
            for child in syntax.children(n, "nmod:poss"):
                if self.who(child):
                    filled["side" if len(syntax.conjuncts(child)) == 1 else "sides"].append(child)
            for child in syntax.children(n, "compound", "amod", "nmod", "nmod:desc", "dep"):
                if child < n and not syntax.case(child):
                    named = [c for c in self._chain(child) if self.linked.key(c)]
                    filled["sides"] += [c for c in named if self.who(c) and not self._is_seat(c)]
            for child in syntax.children(n, "acl", "acl:relcl"):
                self._clause_roles(child, n, filled)
        if syntax.lemma(noun) in FEASTS and not filled["other"]:  # "hosted a banquet | in honour of X"
            guests = [h for case, h in self._obliques(syntax.clause(top)) if case == "for"]
            filled["other"] += filter(self.who, guests)
        if not filled["sides"]:
            filled["sides"] += self._between(noun) or self._hyphenated(noun)
        self._part_counterparts(filled)
        self._governing_roles(top, filled)
        filled["host"] += [
            h
            for n in (noun, syntax.clause(top))
            for c, h in syntax.obliques(n)
            if c == "as" and syntax.lemma(h) in HOSTS
        ]
        if filled["other"] and not filled["side"] and not filled["sides"]:
            filled["side"] += self._before_participle(noun) or self._on_journey(top) or self._followed(top)
        return filled

    def joint(self, noun: int) -> tuple[list[int], list[int]]:
        """ "At a joint press conference with X after a meeting, Y said": Y, and X."""
        syntax = self.syntax
        if syntax.case(noun) not in ("after", "following"):
            return [], []
        sentence = self.linked.document.sentences[syntax.sentence_of[noun]]
        for i in range(sentence.first, noun):
            if syntax.lemma(i) in JOINT and any(syntax.word(c) == "joint" for c in syntax.children(i, "amod")):
                others = [h for case, h in syntax.obliques(i) if case == "with" and self.who(h)]
                speakers = [s for s in syntax.subjects(syntax.clause(i)) if self._is_person(s)]
                if others and speakers:
                    return speakers, others
        return [], []

    def during(self, noun: int) -> list[int]:
        """ "During the meeting, X and Y stressed …", "at their talks X told Y": where the noun names nobody itself."""
        verb = self.syntax.head[noun]
        inside = self.syntax.case(noun) in ("during", "at", "in") and self.syntax.is_verb(verb) and self.definite(noun)
        beside = self.syntax.children(noun, "compound", "amod", "nmod", "nmod:poss")
        theirs = any(self.syntax.word(c) == "their" for c in beside)
        if not inside or noun > verb or any(self.syntax.word(c) != "their" and self.who(c) for c in beside):
            return []
        told = self.syntax.patients(verb) if theirs and self.syntax.lemma(verb) in ADDRESSING else []
        return [*self.syntax.subjects(verb), *told]

    def _is_person(self, i: int) -> bool:
        return bool(self.references.group(i).people)

    def _part_counterparts(self, filled: dict[str, list[int]]) -> None:
        """ "a meeting between A, B and their Swiss counterparts": A and B on one side."""
        for head in filled["sides"]:
            others = [c for c in self.syntax.conjuncts(head) if self._is_counterpart(c)]
            if others and head not in others and not filled["side"] and not filled["other"]:
                filled["sides"].remove(head)
                filled["side"].append(head)
                filled["other"] += others
                return

    def _is_counterpart(self, i: int) -> bool:
        owned = any(self.syntax.word(c) == "their" for c in self.syntax.children(i, "nmod:poss"))
        return self.syntax.lemma(i) in ("counterpart", "opposite") and owned

    def _obliques(self, i: int) -> list[tuple[str, int]]:
        """Obliques of *i*; "with the participation of X and Y" involves X and Y."""
        found: list[tuple[str, int]] = []
        for case, head in self.syntax.obliques(i):
            if self.syntax.lemma(head) in HONOURS and case in ("in", "to"):  # "a dinner in honour of X"
                found += [("for", h) for c, h in self.syntax.obliques(head) if c == "of"]
            elif self.syntax.lemma(head) in PARTICIPATION and case in ("with", "in"):
                found += [("involving", h) for c, h in self.syntax.obliques(head) if c in ("of", "by") and self.who(h)]
            else:
                found.append((case, head))
        return found

    def _callers(self, noun: int) -> tuple[str, ...]:
        """The prepositions before whoever a call comes from or goes to, or a meal is given for."""
        if self.syntax.lemma(noun) in FEASTS:
            return ("for",)
        if self.rule_id(noun) == COURTESY:
            return ("from", "to", "on", "upon")
        return ("from", "to") if self._is_call(noun) else ()

    def two_words(self, noun: int) -> str:
        """ "courtesy call": a noun with the word before it."""
        return f"{self.syntax.word(noun - 1)} {self.syntax.lemma(noun)}" if noun else ""

    def rule_id(self, noun: int) -> str | None:
        """The rule of the noun, of two words where there is one."""
        rule = self.rules.nouns.get(self.two_words(noun)) or self.rules.nouns.get(self.syntax.lemma(noun))
        return rule.id if rule is not None else None

    def _is_call(self, noun: int) -> bool:
        """ "received telephone calls from X", "placed a call to X"."""
        rule = self.rules.nouns.get(self.syntax.lemma(noun))
        return rule is not None and rule.kind is MeetingKind.CALL

    def _is_seat(self, i: int) -> bool:
        """ "a White House meeting", "the Cuba summit": where rather than who, as it is one name alone."""
        thing = self.linked.things.get(self.linked.key(i) or "")
        if thing is not None and self._is_state_of(i):
            return True
        if thing is None or thing.type != "government" or self.linked.table.metonym(thing.name) is None:
            return False
        return self.syntax.dep[i] == "compound" and not self.syntax.children(i, "conj", "compound", "punct")

    def _is_state_of(self, i: int) -> bool:
        """ "the | Cuba | summit"; "the Cuban summit" and "the Cuba talks" are with it."""
        mention, noun = self.linked.mention_at.get(i), self.syntax.head[i]
        alone = mention is not None and mention.kind == STATE and self.syntax.dep[i] == "compound"
        if not alone or self.syntax.children(i, "conj", "compound", "punct") or self.tokens[i - 1].text in "-–—":
            return False
        the = any(self.syntax.word(c) == "the" for c in self.syntax.children(noun, "det"))
        others = [c for c in self.syntax.children(noun, "compound", "amod", "nmod") if c != i and self.linked.key(c)]
        return (
            the
            and not others
            and noun == i + 1 + (mention.last - mention.first - 1 if mention else 0)
            and (self.syntax.lemma(noun) in ("meeting", "summit"))
        )

    def _before_participle(self, noun: int) -> list[int]:
        """ "Modi on Tuesday held talks with X" where "held" was taken for a participle: the person named before it."""
        verb = next(
            (c for c in self.syntax.children(noun, "amod") if c < noun and self._support_role(c) == "sides"), None
        )
        if verb is None:
            return []
        sentence = self.syntax.sentence_of[noun]
        people = [
            m.first
            for m in self.linked.names
            if m.kind == "person" and m.first < verb and self.syntax.sentence_of[m.first] == sentence
        ]
        return people[-1:]

    def _on_journey(self, noun: int) -> list[int]:
        """ "Her visit continues with talks with X", "the trip of Y included a meeting with X": who travels."""
        syntax, verb = self.syntax, self.syntax.head[noun]
        part = (syntax.dep[noun] == "obl" and syntax.case(noun) == "with") or syntax.dep[noun] == "obj"
        if not part or syntax.lemma(verb) not in COMPRISING:
            return []
        journeys = [i for i in syntax.subjects(verb) if syntax.lemma(i) in JOURNEYS]
        whose = [c for i in journeys for c in syntax.children(i, "nmod:poss")]
        whose += [c for i in journeys for case, c in syntax.obliques(i) if case in ("of", "by")]
        return [i for i in whose if self._is_person(i)]

    def _followed(self, noun: int) -> list[int]:
        """ "She laid a wreath, followed by talks with X": who did what was followed."""
        syntax, verb = self.syntax, self.syntax.head[noun]
        if syntax.case(noun) != "by" or syntax.lemma(verb) != "follow" or syntax.dep[verb] not in ("acl", "advcl"):
            return []
        done = syntax.clause(syntax.head[verb])
        return [i for i in syntax.subjects(done) if self._is_person(i)]

    def _hyphenated(self, noun: int) -> list[int]:
        """ "US-China trade talks": two names joined by a hyphen before the noun, however the parser hung them."""
        at = noun - 1
        while at > 0 and self.linked.key(at) is None and self.tokens[at].pos in ("NOUN", "ADJ") and noun - at < 4:
            at -= 1
        right = self.syntax.unit_of[at]
        first = self.linked.mention_at.get(right)
        hyphen = (first.unit_first if first is not None else at) - 1
        if hyphen < 1 or self.tokens[hyphen].text not in ("-", "–", "—") or not self.who(right):
            return []
        left = self.syntax.unit_of[hyphen - 1]
        return [left, right] if self.who(left) and self.linked.key(left) != self.linked.key(right) else []

    def _between(self, noun: int) -> list[int]:
        """ "a meeting scheduled for Tuesday between X and Y": "between" wherever the parser hung it."""
        clause = self.syntax.clause(noun)
        beside = [j for j in self.syntax.children(clause, "obl", "nmod") if j > noun]
        found = [
            j
            for j in [*self.syntax.subtree(noun), *beside]
            if self.syntax.case(j) == "between" and self.syntax.dep[j] != "conj" and self.who(j)
            if not self._told_of(j, noun)
        ]
        return found[:1]

    def _told_of(self, j: int, noun: int) -> bool:
        """ "talks over what led to the fighting | between X and Y": a clause of its own says who fights."""
        for above in self.syntax.ancestors(j):
            if above == noun:
                break
            if self.syntax.dep[above] == "acl:relcl":
                return True
        return False

    def _chain(self, i: int) -> list[int]:
        """ "Trump-Xi summit", "US-China trade talks": the names in the compound."""
        found = [i]
        for child in self.syntax.children(i, "compound", "conj", "flat", "amod", "nmod", "dep", "appos"):
            found += self._chain(child)
        return sorted(found)

    def who(self, i: int) -> bool:
        key = self.linked.key(i)
        if key is not None:
            return not key.startswith("place/")
        return bool(self.references.group(i))

    def _clause_roles(self, verb: int, noun: int, filled: dict[str, list[int]]) -> None:
        """ "talks led by X and Y", "a summit that X will host", "a meeting attended by Y"."""
        role = self._support_role(verb)
        if role is None and self.syntax.lemma(verb) in (
            "bring",
            "involve",
            "include",
            "gather",
            "feature",
            "pit",
            "see",
        ):
            filled["sides"] += [h for h in self.syntax.patients(verb) if h != noun]
            return
        if role is not None:
            heads = [h for h in self.syntax.subjects(verb) if h != noun]
            if self._is_one_team(verb, heads):
                return
            filled[role] += heads
            if role == "sides":
                for case, head in self._obliques(verb):
                    if case == "with" and self.who(head):
                        filled["other"].append(head)
                    elif case == "involving":
                        filled["sides"].append(head)

    def _is_one_team(self, verb: int, heads: list[int]) -> bool:
        """ "talks led by X, Y and Z are to follow": three not known to stand for several states faced others."""
        people = self.references.groups(heads).people
        states = {self.references.offices.party_of(p, firm=True) for p in people} - {None}
        return self.rules.support.get(self.syntax.lemma(verb)) == "leader" and len(people) > 2 and len(states) < 2

    def _support_role(self, verb: int) -> str | None:
        role = self.rules.support.get(self.syntax.lemma(verb))
        return {"sides": "sides", "attendee": "sides", "leader": "sides", "host": "host"}.get(role or "")

    def attendees(self, top: int) -> list[int]:
        """Those told only to have been there: "the talks were attended by X"."""
        clauses = [self.syntax.head[top], *self.syntax.children(top, "acl", "acl:relcl")]
        return [
            subject
            for clause in clauses
            if self.rules.support.get(self.syntax.lemma(clause)) == "attendee"
            for subject in self.syntax.subjects(clause)
        ]

    def _governing_roles(self, top: int, filled: dict[str, list[int]]) -> None:
        """The arguments of the verb that carries the noun: "X held talks with Y", "the talks were led by X"."""
        syntax = self.syntax
        at = top
        while syntax.dep[at] == "conj" and not syntax.is_verb(syntax.head[at]):
            at = syntax.head[at]
        if not filled["other"] and not filled["sides"] and (whom := self._on_topic(top)):
            filled["other"] += whom
        if filled["other"] and not filled["side"] and not filled["sides"]:
            at = self._announced_after(at)
            if (weighing := self._weighing(at)) is not None:
                filled["side"] += weighing
                return
        verb, relation, case = syntax.head[at], syntax.dep[at], syntax.case(at) or syntax.case(top)
        if minded := self._minded(at, case):
            filled["side" if filled["other"] else "sides"] += minded
            return
        if syntax.children(at, "cop"):
            filled["sides"] += [c for c in syntax.children(at, "nsubj") if self.who(c)]
            return
        if relation == "nsubj" and syntax.case(verb) == "with" and syntax.children(verb, "cop") and self.who(verb):
            filled["other"].append(verb)  # "his first meeting was with X"
            return
        if verb == at or not syntax.is_verb(verb):
            return
        carried = relation in ("obj", "nsubj:pass", "xcomp") or (
            relation == "obl" and case in ("in", "into", "for", "at", "to", "on", "from", "with", "off", "of")
        )
        role = self._support_role(verb)
        lemma = syntax.lemma(verb)
        if relation in ("nsubj", "nsubj:pass") and lemma in ("involve", "include", "bring", "gather", "feature", "pit"):
            filled["sides"] += [h for h in syntax.patients(verb) if h != at]
            return
        if relation == "nsubj:pass" or (relation == "nsubj" and syntax.is_passive(verb)):
            if role is not None and not filled["side"]:  # "a visit by X was cancelled by Y"
                filled[role] += [h for h in syntax.subjects(verb) if h not in (at, top)]
            for c, head in self._obliques(verb):
                if c in ("between", "among", "involving"):
                    filled["sides"].append(head)
                elif c == "with" and self.who(head):
                    filled["other"].append(head)
            return
        if relation == "nsubj":
            for c, head in self._obliques(verb):
                if c in ("between", "involving"):
                    filled["sides"].append(head)
                elif c == "with" and self.who(head) and lemma in ("take", "be", "start", "begin", "resume", "open"):
                    filled["other"].append(head)
            return
        if not (filled["sides"] or filled["other"] or filled["side"]) and self._held_there(at, case):
            filled["sides"] += [h for h in syntax.subjects(verb) if h not in (at, top)]
            return
        if (
            filled["other"]
            and not filled["side"]
            and not filled["sides"]
            and (relation in ("obl", "advcl") or at != top)
            and case in IMPLICIT
        ):
            filled["side"] += [h for h in syntax.subjects(verb) if h not in (at, top)]
            return
        if case == "for" and (asked := self._asked(verb)):
            filled["other"] += [h for h in asked if h not in filled["other"]]
            filled["side"] += [h for h in syntax.subjects(verb) if h not in (at, top)]
            return
        if case == "for" and filled["other"] and not filled["sides"] and not syntax.children(verb, "obj"):
            # "crossed into Russia for a meeting with Putin"
            filled["side"] += [h for h in syntax.subjects(verb) if h not in (at, top)]
            return
        if not carried or role is None:
            return
        if relation == "obl" and not (lemma in GOING_TO or self.rules.support[lemma] in ("attendee", "leader", "host")):
            return
        if callers := self._callers(top):
            filled["other"] += [h for c, h in syntax.obliques(verb) if c in callers and self.who(h)]
        target = role if role != "sides" or not (filled["other"] or filled["sides"]) else "side"
        filled[target] += [h for h in syntax.subjects(verb) if h not in (at, top)]
        for c, head in syntax.obliques(verb):
            if c == "with" and self.who(head):
                filled["other"].append(head)

    def _minded(self, noun: int, case: str) -> list[int]:
        """ "A is ready for talks", "A and B have no plans for talks", "A suspended its participation in talks": A."""
        syntax, above = self.syntax, self.syntax.head[noun]
        if case == "for" and syntax.word(above) in READY and syntax.children(above, "cop"):
            return [h for h in syntax.children(above, "nsubj") if self.who(h)]
        verb = syntax.head[above]
        held = syntax.dep[above] == "obj" and syntax.is_verb(verb)
        if not held or syntax.is_verb(above):
            return []
        owned = case == "for" and syntax.lemma(above) in INTENTIONS and syntax.lemma(verb) == "have"
        owned = owned or (case == "in" and syntax.lemma(above) in PARTICIPATION)
        return [h for h in syntax.subjects(verb) if self.who(h)] if owned else []

    def _on_topic(self, noun: int) -> list[int]:
        """ "held a round of talks on the return of inspectors | with X": X, wherever the parser hung it."""
        verb = self.syntax.head[noun]
        held = self.syntax.dep[noun] == "obj" and self._support_role(verb) == "sides"
        on = [pair for n in (noun, *([verb] if held else [])) for pair in self.syntax.obliques(n)]
        heads = [h for case, h in on if case in ("on", "about", "over")]
        found = [h for o in heads for _, h in self.topics.discussed_with(o)]
        return [h for h in found if self._is_person(h)]

    def _weighing(self, noun: int) -> list[int] | None:
        """ "X accepted the principle of a meeting with Y": X; None where no such thing hangs above the noun."""
        idea = self.syntax.head[noun]
        if self.syntax.dep[noun] != "nmod" or self.syntax.case(noun) not in ("of", "for", "about"):
            return None
        verb = self.syntax.head[idea]
        weighed = self.syntax.lemma(idea) in IDEAS and self.syntax.dep[idea] == "obj" and self.syntax.is_verb(verb)
        return [h for h in self.syntax.subjects(verb) if self.who(h)] if weighed else None

    def _asked(self, verb: int) -> list[int]:
        """Who is asked for it: "pressed X for a meeting", "appealed to X for a meeting"."""
        lemma = self.syntax.lemma(verb)
        heads = self.syntax.patients(verb) if lemma in ASKING else []
        heads += [h for case, h in self.syntax.obliques(verb) if lemma in APPEALING and case in ("to", "on", "with")]
        return [h for h in heads if self.who(h)]

    def _announced_after(self, noun: int) -> int:
        """ "X announced | a deal after a meeting with Y": the object that the noun hangs on; else the noun itself."""
        above = self.syntax.head[noun]
        later = self.syntax.dep[noun] == "nmod" and self.syntax.case(noun) in ("after", "following")
        return above if later and self.syntax.dep[above] == "obj" and not self.syntax.case(above) else noun

    def _held_there(self, noun: int, case: str) -> bool:
        """ "signed by Reagan and Gorbachev at a summit in Washington": a meeting of those who act at it."""
        return (
            case in ("at", "during", "in", "after", "following")
            and (self._unmarked(noun, case) or self._of_theirs(noun) or self._came_of_it(noun, case))
            and not any(self.linked.key(c) for c in self.syntax.children(noun, "compound"))
        )

    def _came_of_it(self, noun: int, case: str) -> bool:
        """ "A and B agreed to prolong it after two days of talks": what two states do when they have talked."""
        verb, syntax = self.syntax.head[noun], self.syntax
        if case not in ("after", "following") or syntax.children(noun, "det", "nmod:poss"):
            return False
        done = [verb, *([syntax.head[verb]] if syntax.dep[verb] in ("xcomp", "ccomp") else [])]
        group = self.references.groups(syntax.subjects(verb))
        stand_for = {self.references.offices.party_of(p, firm=True) for p in group.people} | {*group.parties}
        return any(syntax.lemma(v) in CONCLUDING for v in done) and len(stand_for - {None}) > 1

    def _of_theirs(self, noun: int) -> bool:
        return any(self.syntax.word(c) in ("a", "an", "their") for c in self.syntax.children(noun, "det", "nmod:poss"))

    def _unmarked(self, noun: int, case: str) -> bool:
        """ "failed to agree in talks in Rome", "made up in two hours of talks"."""
        return (
            case in ("in", "during")
            and self.tokens[noun].tag in ("NNS", "NNPS")
            and not self.syntax.children(noun, "det", "nmod:poss")
        )

    def definite(self, noun: int) -> bool:
        syntax = self.syntax
        for child in syntax.children(noun, "det", "nmod:poss"):
            if syntax.word(child) in ("the", "these", "this", "that", "those", "their", "its", "both"):
                return True
            if syntax.word(child) in (*WEEKDAYS, "today", "yesterday"):  # "Friday's meeting"
                return True
        return self.tokens[noun].tag in ("NNS", "NNPS") and not syntax.children(noun, "det", "nmod:poss", "nummod")

    def round(self, noun: int, top: int) -> int | None:
        for n in {noun, top}:
            for child in self.syntax.children(n, "amod", "nmod", "compound", "nummod"):
                word = self.syntax.word(child)
                if word in ORDINALS and (self.syntax.lemma(n) in ("round",) or n == noun):
                    return ORDINALS[word] if self.syntax.lemma(n) == "round" else None
        return None
