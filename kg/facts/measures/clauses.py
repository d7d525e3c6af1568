"""What the clause around a noun does to the measure, and the status that leaves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from kg.facts.measures.bearers import Bearers
from kg.facts.measures.kinds import AIMED, EXPIRING, INTENTS, PERCENT, REMAINING, SYMMETRIC, TERMS, Kind
from kg.facts.measures.nouns import Nouns
from kg.facts.measures.telling import Context, Frame, Part
from kg.facts.measures.undoing import Undoing
from kg.facts.qualify import is_negated
from kg.facts.qualify import status as status_of
from kg.model import MeasureStatus, Status
from kg.text.dates import MONTH_NUMBER, WEEKDAYS

# What may stand between a verb and the measure it is about: "raised the upper limit of its duties".
LIGHT = frozenset(
    "limit level rate ceiling size form imposition implementation introduction application collection enforcement "
    "series package range set countermeasure measure batch list amount round wave scope start".split()
)
LASTING = frozenset({"charge", "levy", "collect", "apply", "pay", "have", "keep", "maintain", "set", "put"})
STAYING = frozenset({"keep", "maintain", "retain", "uphold"})
DAYS = frozenset({*WEEKDAYS, "next", "this", "last"})

# To hit somebody with a measure, and to do so because of theirs.
STRIKING = frozenset("hit slap threaten strike target penalise penalize punish subject".split())
ANSWERING = STRIKING | {"respond", "retaliate", "counter", "reply", "answer", "follow"}

# Phrases that do what one verb would: "put the duty on hold", "is being phased out".
SHELVES = frozenset({"hold", "ice", "pause", "reserve", "abeyance", "backburner"})
PARTICLES = {
    ("put", "off"): "suspend", ("hold", "off"): "suspend", ("phase", "out"): "end", ("strike", "down"): "end",
    ("throw", "out"): "end", ("call", "off"): "end", ("do", "away"): "end", ("shut", "out"): "impose",
    ("go", "further"): "impose",
    ("go", "ahead"): "impose", ("press", "ahead"): "impose", ("push", "ahead"): "impose", ("move", "ahead"): "impose",
    ("push", "back"): "suspend", ("roll", "back"): "end", ("back", "off"): "end", ("bring", "back"): "impose",
}  # fmt: skip
BEGINNING = re.compile(
    r"\b(?:due|set|poised|scheduled|expected|planned|meant|slated) to (?:take effect|come into|enter into|go into|"
    r"start|begin|apply|kick in|last)"
    r"|(?:,|\band) to (?:take effect|come into|apply|be charged|be imposed|start|begin)\b"
    r"|\b(?:effective|starting|beginning|from|as of|with effect from) (?:next (?:week|month|year)|tomorrow)\b"
)
RUNNING = re.compile(
    r",?(?: (?:which|that))?(?: (?:has|have) been| is| are)? (?:took effect|came into (?:force|effect)"
    r"|entered into force|went into effect|in (?:force|effect|place) since)\b"
)

# With "for" or "on": "pressed for sanctions"; "urge" and "demand" take the measure itself.
ASKING = ("call", "ask", "push", "appeal", "plead", "press", "hope")

# What one does with a measure, told as a thing of its own: "delayed the enforcement of the ban".
THROUGH = frozenset(
    "participation membership implementation enforcement role adherence compliance obligation use entry".split()
)
LEAVING = frozenset({"withdraw", "pull", "exit", "walk", "back", "secede", "depart"})
NEGOTIATING = frozenset({"negotiation", "negotiations", "talk", "talks"})
OPENING = frozenset({"hold", "begin", "start", "resume", "launch", "open", "restart"})
FINISHING = frozenset({"finalise", "finalize", "conclude", "complete", "wrap"})
FRESH = frozenset({"new", "fresh", "additional", "further", "possible"})
TRYING = frozenset({"attempt", "try", "plan", "intend", "threaten", "prepare"})  # "had planned to raise duties"
KEEPING = frozenset(
    "violate breach break flout infringe honour honor respect uphold observe obey maintain keep monitor".split()
)  # what one does with a pact that stands
HOLDING = frozenset({"package", "series", "set", "raft", "wave", "round", "threat"})
PACT_ON = frozenset({"protocol", "agreement", "deal", "accord", "pact", "understanding", "consensus"})
SUMS = frozenset("billion million trillion mln bln dollar dollars dlrs euro euros yen yuan pounds rupees naira".split())
LIGHTLY = 14  # tokens back to the verb before a noun, over light words and a date
SHELVED = 12  # tokens from a verb to the shelf that a measure is put on: "put the plan for duties on hold"


@dataclass(frozen=True, slots=True)
class Hung:
    """Where a measure's noun hangs: by *relation* and preposition *case* under *above*, whose lemma is *lemma*."""

    at: int  # the noun, or what it is joined to
    above: int
    relation: str
    case: str
    lemma: str


class Clauses(Part):
    def __init__(self, context: Context, nouns: Nouns) -> None:
        super().__init__(context)
        self.nouns = nouns
        self.bearers = Bearers(context)
        self.undoing = Undoing(context)

    def frame(self, i: int, kind: Kind) -> Frame | None:
        """What the clause around the noun does to it; through coordination ("duties on steel and curbs on chips")."""
        syntax = self.syntax
        outer = self.bearers.borne(i, kind) or self._outer_frame(i, kind) or self._frame_before(i, kind)
        outer = self._held_back(outer)
        if outer is not None and self.syntax.lemma(outer.verb) == "discuss" and self._stands(i):
            return None
        if outer is not None and not outer.actors and self.tokens[outer.verb].tag in ("VBZ", "VBP"):
            named = tuple(syntax.children(outer.verb, "compound"))  # "US cuts", of a title
            outer = Frame(outer.verb, outer.effect, named)
        if outer is not None and not outer.actors and (makers := self.bearers.makers(i)):
            return Frame(outer.verb, outer.effect, makers)
        if outer is not None and (outer.actors or outer.effect in ("end", "suspend")):
            return outer
        if outer is not None and outer.effect == "happen" and status_of(syntax, outer.verb) is Status.PLANNED:
            return outer  # "the duties imposed will amount to"
        for child in syntax.children(i, "acl", "acl:relcl"):
            lemma = self.syntax.lemma(child)
            done = self._by_subject(child, self._effect(child, kind))
            settled = outer is not None and done is not None and done.effect == "propose"
            if done is not None and i in syntax.patients(child) and not settled:
                return done  # "the settlement, negotiated in May, was signed" is signed
            if lemma in self.rules.happen and syntax.dep[child] == "acl:relcl" and lemma != "be":
                return Frame(child, "happen", ())
        return outer

    def _held_back(self, frame: Frame | None) -> Frame | None:
        """ "Delayed introducing duties": what is done to the doing is done to the measure."""
        if frame is None or frame.effect != "impose" or self.syntax.dep[frame.verb] != "xcomp":
            return frame
        above = self.syntax.head[frame.verb]
        effect = self.rules.effect.get(self.syntax.lemma(above))
        if effect != "suspend" or self.tokens[frame.verb].tag != "VBG":
            return frame
        return Frame(above, effect, tuple(self.syntax.subjects(above)))

    def _frame_before(self, i: int, kind: Kind) -> Frame | None:
        """
        The verb right before the noun, but for light words, wherever the tree hangs the noun: "imposed on Monday new
        duties", "put off the start of duties", "announced measures in the form of duties".
        """
        first = self.document.sentences[self.syntax.sentence_of[i]].first
        for j in range(i - 1, max(first, i - LIGHTLY), -1):
            token, word = self.tokens[j], self.syntax.word(j)
            if (
                self.syntax.is_verb(j)
                and self.syntax.unit_of[j] == j
                and self.syntax.dep[j] not in ("amod", "compound")
            ):
                return self._acting_on(j, kind)
            nominal = token.pos in ("DET", "ADJ", "NUM", "SYM", "ADV") or token.tag in ("CD", "$", "HYPH", "PRP$")
            inner = self.syntax.head[j] == i and self.syntax.dep[j] in ("compound", "amod", "nmod:poss", "nmod")
            bridge = word in ("of", '"', "“", "”") or (word == "in" and self.syntax.word(j + 2) == "form")
            bridge = bridge or (word == "in" and self._is_sum(j - 1))  # "impose $2 billion in duties"
            bridge = bridge or self._is_term(j, kind)
            dated = word in DAYS or (word == "on" and self.syntax.word(j + 1) in DAYS)
            if not (nominal or inner or bridge or dated or token.lemma in LIGHT or word in PERCENT):
                return None
        return None

    def _is_term(self, j: int, kind: Kind) -> bool:
        """ "Extended | by two days | the deadline", "for a year", "until May 31, 2020"."""
        word = self.syntax.word(j)
        counted = self.tokens[j + 1].tag == "CD" or self.syntax.word(j + 1) in ("a", "another", "one")
        dated = word in ("until", ",") or word in MONTH_NUMBER
        return self.tokens[j].lemma in TERMS or dated or (word in ("by", "for") and counted)

    def _acting_on(self, verb: int, kind: Kind) -> Frame | None:
        """What an active verb does to what stands right behind it."""
        if self.tokens[verb].tag == "VBN" and not self.syntax.children(verb, "aux"):
            return None
        return self._by_subject(verb, self._effect(verb, kind))

    def _outer_frame(self, i: int, kind: Kind) -> Frame | None:
        """What is done to the measure by the word that its noun hangs on."""
        hung = self._hung(i)
        if hung is None:
            return None
        syntax, at, above, case = self.syntax, hung.at, hung.above, hung.case
        acts = syntax.is_verb(above)
        if kind.kind == "subsidy" and acts and (self._is_sum(at) or case == "in"):
            return self._by_subject(above, self._effect(above, kind))
        within = hung.relation == "obj" or (case == "in" and any(map(self._is_sum, syntax.children(above, "obj"))))
        if acts and hung.lemma == "sign" and case == "into" and self._is_into_law(above):
            return self._by_subject(above, "impose")  # "signed into law | new sanctions", for one phrase
        if acts and within and hung.lemma in ("include", "comprise"):
            return self._by_subject(above, "impose")  # "the measures include a duty"
        if case == "with" and hung.lemma not in ANSWERING and (hit := self._answering(at)) is not None:
            return self._verbal(Hung(at, hit, "obl", case, syntax.lemma(hit)), kind)
        if hung.relation == "nmod" and self._leads_through(above, case, kind):
            return self._outer_frame(above, kind)
        if hung.relation == "nmod" and case in ("including", "such as", "like", "of") and not acts:
            nominal = self._nominal(at, above, kind)
            return nominal or (self._outer_frame(above, kind) if case != "of" else None)
        if kind.kind in SYMMETRIC and (pact := self._of_pact(hung, kind)) is not None:
            return pact
        if hung.relation == "nsubj" and syntax.case(above) == "in" and hung.lemma in ("force", "effect", "place"):
            return Frame(above, "happen", ())
        if kind.kind in SYMMETRIC and hung.lemma in ("close", "near") and case == "to" and not acts:
            return Frame(above, "propose", tuple(syntax.subjects(above) or syntax.children(above, "nsubj")))
        done_to = acts and not syntax.is_passive(above) and syntax.children(above, "obj")  # "subjects tin to a duty"
        if hung.lemma == "subject" and case == "to" and not done_to:  # "goods that are subject to a duty"
            return Frame(above, "face", tuple(syntax.subjects(above) or syntax.patients(above) or [syntax.head[above]]))
        return self._verbal(hung, kind) if acts else self._nominal(at, above, kind)

    def _stands(self, i: int) -> bool:
        """ "The sanctions", which there are; not "the new sanctions", "the proposed ban"."""
        words = {self.syntax.word(c) for c in self.syntax.children(i, "amod")}
        return self.definite(i) and words.isdisjoint(FRESH) and words.isdisjoint(self.rules.adjective)

    def _is_into_law(self, verb: int) -> bool:
        return verb + 2 < len(self.tokens) and (self.syntax.word(verb + 1), self.syntax.word(verb + 2)) == (
            "into",
            "law",
        )

    def _hung(self, i: int) -> Hung | None:
        """Where a noun hangs, over what it is joined to and sums; None at the top of a sentence."""
        syntax, at = self.syntax, i
        if syntax.dep[at] == "compound" and syntax.head[at] < at:
            at = syntax.head[at]  # "extends | arms embargo", of a title, hung the wrong way round
        while syntax.dep[at] == "conj" and self.tokens[syntax.head[at]].pos in ("NOUN", "PROPN"):
            at = syntax.head[at]
        if at != i and syntax.dep[at] in ("nmod", "obl") and self.nouns.kind(syntax.head[at]) in self.rules.kinds:
            at = syntax.head[at]  # "duties on goods and curbs on exports", hung on the goods
        above = syntax.head[at]
        if above == at:
            return None
        while self._is_sum(above) and syntax.dep[at] == "nmod" and syntax.case(at) in ("in", "of", "worth of"):
            at, above = above, syntax.head[above]  # "approved $5 billion in subsidies"
        return Hung(at, above, syntax.dep[at], syntax.case(at), syntax.lemma(above))

    def _of_pact(self, hung: Hung, kind: Kind) -> Frame | None:
        """What is done to a pact by other words than to measures: "began talks on it", "reached agreement on it"."""
        syntax, above, case = self.syntax, hung.above, hung.case
        if hung.relation == "nmod" and hung.lemma in NEGOTIATING and case in ("on", "for"):
            verb = syntax.clause(above)
            doing = syntax.lemma(verb) if above in syntax.patients(verb) else ""
            done = doing in FINISHING and status_of(syntax, verb) is Status.HAPPENED
            return self._by_subject(verb, "announce" if done else "propose" if doing in OPENING | FINISHING else None)
        if kind.kind == "truce" and hung.relation == "obl" and case in ("on", "for"):
            agreed = [o for o in syntax.children(above, "obj") if syntax.lemma(o) in PACT_ON and o < hung.at]
            if agreed:  # "reached agreement | on a truce"
                return self._outer_frame(agreed[0], kind)
            if case == "for" and syntax.dep[above] == "acl":
                return self._outer_frame(syntax.head[above], kind)  # "a deal providing for a truce"
        if hung.lemma in KEEPING and hung.at in syntax.patients(above) and not self._is_urged(above):
            return self._by_subject(above, "keep")
        left = hung.relation == "obl" and syntax.is_verb(above) and hung.lemma in LEAVING
        if left and case.split()[-1:] in (["from"], ["of"]):
            return self._by_subject(above, "end")  # "pulled out of the treaty"
        return None

    def _verbal(self, hung: Hung, kind: Kind) -> Frame | None:
        """What a verb above the noun does to the measure, or says that the measure does."""
        syntax, at, above, relation, lemma = self.syntax, hung.at, hung.above, hung.relation, hung.lemma
        effect = self._effect(above, kind)
        if relation == "nsubj:pass" and at > above and syntax.dep[above] == "acl" and effect:
            return Frame(above, effect, (syntax.head[above],))  # "China for its part suspended the controls"
        if relation == "obl" and hung.case == "at" and kind.kind == "tariff":
            return self._by_subject(above, "impose")  # "let in cars at a tariff of 6.1%"
        if kind.kind in AIMED and relation in ("nsubj", "nsubj:pass") and self._is_aiming(above, relation):
            return Frame(above, "happen", ())
        behind = relation == "nsubj" and at > above and any(s < above for s in syntax.children(above, "nsubj"))
        if at in syntax.patients(above) or relation in ("obj", "xcomp") or behind:
            if lemma == "rule" and not is_negated(syntax, above):
                return None
            return self._by_subject(above, "face" if lemma in self.rules.face else effect)
        if relation == "obl":
            outer = {self.nouns.kind(o) for o in syntax.children(above, "obj")} - {None, kind.kind}
            within = hung.case == "including" and outer  # "approved sanctions, including a ban"
            return self._by_subject(above, effect) if within else self._oblique(hung, effect)
        stands = kind.kind == "truce" and lemma in kind.verbs
        if relation == "nsubj" and (lemma in self.rules.happen or lemma in EXPIRING or stands):
            return Frame(above, "end" if lemma in EXPIRING and self._is_past(above) else "happen", ())
        return None

    def _oblique(self, hung: Hung, effect: str | None) -> Frame | None:
        """What a verb does to the measure with a preposition between: "did away with duties", "warned of duties"."""
        syntax, above, case, lemma = self.syntax, hung.above, hung.case, hung.lemma
        if case in ("on", "with", "from") and (phrasal := self._phrasal(above, lemma)) is not None:
            return self._by_subject(above, phrasal)  # "held off on duties"
        if case == "on" and lemma in ("decide", "vote"):
            return self._by_subject(above, "announce" if status_of(syntax, above) is Status.HAPPENED else "propose")
        if case == "for" and lemma in ("refer", "report"):  # "referred to the council for possible sanctions"
            return Frame(above, "propose", tuple(h for c, h in syntax.obliques(above) if c == "to"))
        if case == "in" and lemma == "join":
            return self._by_subject(above, "impose")  # "joins Peru in sanctions on Mali"
        if case == "under" and lemma in ("put", "place", "keep"):
            return self._by_subject(above, "impose")  # "placed the officers under sanctions"
        if case == "with" and lemma in ANSWERING:
            agents = syntax.subjects(above) or [h for c, h in syntax.obliques(hung.at) if c == "by"]
            return Frame(above, "propose" if lemma == "threaten" else "impose", tuple(agents))
        if case in ("of", "with") and (effect == "propose" or lemma in ("speak", "talk")):
            return self._by_subject(above, "propose")
        if case in ("to", "on", "for") and lemma in ("lead", "agree", "subject", *ASKING):
            return self._by_subject(above, "propose" if lemma in ASKING else "impose")
        return None

    def _by_subject(self, verb: int, effect: str | None) -> Frame | None:
        """What a verb's subject does to the measure; None where that is nothing."""
        return Frame(verb, effect, tuple(self.syntax.subjects(verb))) if effect else None

    def _effect(self, verb: int, kind: Kind) -> str | None:
        """What a verb does to a measure of the kind that is its object."""
        lemma = self.syntax.lemma(verb)
        if lemma == "close" and kind.kind in SYMMETRIC:
            return "announce"  # "closed a deal"
        known = self._phrasal(verb, lemma) or self.rules.effect.get(lemma)
        return known or ("impose" if lemma in kind.verbs else None)

    def _is_aiming(self, verb: int, relation: str) -> bool:
        """ "The sanctions target", "were aimed at": the measure hits somebody."""
        lemma = self.syntax.lemma(verb)
        return lemma in ("aim", "direct") or (lemma in self.rules.aims and relation == "nsubj")

    def _answering(self, at: int) -> int | None:
        """The verb of striking above a phrase hung on what is struck: "plans to hit goods made in Peru with duties"."""
        for above in self.syntax.ancestors(at):
            if self.syntax.lemma(above) in ANSWERING and self.syntax.is_verb(above):
                return above
            if self.syntax.is_verb(above) and self.syntax.dep[above] not in ("acl", "amod"):
                return None
        return None

    def _is_urged(self, verb: int) -> bool:
        """ "Demanded that they observe a truce", which there is not yet."""
        return status_of(self.syntax, verb) is not Status.HAPPENED

    def _leads_through(self, above: int, case: str, kind: Kind) -> bool:
        """ "The enforcement of the ban", "agreement on a truce": what is done to it is done to the measure."""
        lemma = self.syntax.lemma(above)
        if lemma in THROUGH and not self.syntax.is_verb(above):
            return case in ("of", "in", "with", "under", "to", "into")
        return kind.kind == "truce" and lemma in PACT_ON and case in ("on", "for", "to")

    def _phrasal(self, verb: int, lemma: str) -> str | None:
        """What a verb does together with its particle, or as in "put it on hold"."""
        after = range(verb + 1, min(verb + SHELVED, len(self.tokens)))
        words = {self.syntax.word(c) for c in self.syntax.children(verb, "compound:prt", "advmod")}
        found = next((PARTICLES[lemma, word] for word in words if (lemma, word) in PARTICLES), None)
        kept = lemma in ("put", "place", "keep", "hold") and any(
            self.syntax.word(j) in SHELVES and self.syntax.word(j - 1) in ("on", "in") for j in after
        )
        return found or ("suspend" if kept else None)

    def _is_sum(self, i: int) -> bool:
        token = self.tokens[i]
        return token.pos in ("SYM", "NUM") or token.tag == "$" or token.text.lower() in SUMS

    def _is_past(self, verb: int) -> bool:
        """ "Expired", "has lapsed", "having lapsed"; not "expires in May", which it has not done yet."""
        tag = self.tokens[verb].tag
        return tag == "VBD" or (tag == "VBN" and bool(self.syntax.children(verb, "aux")))

    def _nominal(self, at: int, above: int, kind: Kind) -> Frame | None:
        """ "The imposition of tariffs", "an extension of a truce"."""
        syntax = self.syntax
        effect = self.rules.nominal.get(syntax.lemma(above))
        planned = effect == "propose" and syntax.case(at) == "for" and self._owners(above)
        if effect is None or not (planned or syntax.case(at) in ("of", "in", "to", "")):
            return None
        if syntax.case(at) == "to" and syntax.lemma(above) in HOLDING:
            return None  # "a package of countermeasures to duties"
        outer = self.frame(above, kind) if not planned else None
        owners = tuple(syntax.children(above, "nmod:poss")) or (self._owners(above) if effect == "propose" else ())
        owners = owners or (outer.actors if outer else ())
        owners = owners or tuple(h for c, h in syntax.obliques(above) if c == "by")
        if outer is not None and effect == "impose":
            return Frame(outer.verb, outer.effect, owners)
        if outer is not None and outer.effect == "face":  # "Mali faces a threat of sanctions"
            return Frame(above, "face", outer.actors)
        return Frame(above, effect, owners)

    def _owners(self, noun: int) -> tuple[int, ...]:
        """Whose plan or threat it is: "Japan's", "a Japanese"."""
        beside = self.syntax.children(noun, "nmod:poss", "amod", "compound")
        keys = ((c, self.linked.key(c)) for c in beside)
        return tuple(c for c, key in keys if key is not None and (self.linked.is_state(key) or "institution/" in key))

    def is_denied(self, i: int) -> bool:
        """ "No tariffs", "without sanctions"."""
        return any(self.syntax.word(c) in ("no", "without") for c in self.syntax.children(i, "det", "case"))

    def is_awaited(self, i: int) -> bool:
        """ "Until a truce is reached", "unless a deal is signed": there is none, and nobody offers one."""
        clause = self.syntax.clause(i)
        marks = {self.syntax.word(c) for c in self.syntax.children(clause, "mark")}
        tenses = {self.tokens[c].tag for c in (clause, *self.syntax.children(clause, "aux", "aux:pass", "cop"))}
        return bool(marks & {"until", "till", "unless"}) and bool(tenses & {"VBZ", "VBP", "MD"})

    def status(self, i: int, frame: Frame | None) -> MeasureStatus:
        if self._is_running(i):
            return MeasureStatus.IN_FORCE
        told = MeasureStatus.IN_FORCE if frame is None else self.frame_status(frame)
        if frame is not None and told is MeasureStatus.PROPOSED and self._is_made_before(i, frame):
            told = MeasureStatus.IN_FORCE
        if told is MeasureStatus.ANNOUNCED and frame is not None and self._is_begun(i, frame):
            told = MeasureStatus.IN_FORCE
        if told in (MeasureStatus.SUSPENDED, MeasureStatus.EXPIRED):
            return told  # "the proposed ban has been suspended"
        for child in self.syntax.children(i, "amod", "acl"):
            found = self.rules.adjective.get(self.syntax.word(child))
            if found is not None:
                return found
        open_ = told is MeasureStatus.IN_FORCE or (
            told is MeasureStatus.PROPOSED and frame is not None and frame.effect in ("happen", "face", "impose")
        )
        if told is MeasureStatus.IN_FORCE and self._is_of_old(i):
            return MeasureStatus.EXPIRED
        begins = (told is MeasureStatus.IN_FORCE and self._is_to_begin(i)) or (open_ and self._is_in_pact(i))
        return MeasureStatus.ANNOUNCED if begins else told

    def _is_of_old(self, i: int) -> bool:
        """ "Earlier truces were broken": there is none any more."""
        words = {self.syntax.word(c) for c in self.syntax.children(i, "amod")}
        return self.nouns.kind(i) == "truce" and bool(words & {"earlier", "previous", "past"})

    def _is_made_before(self, i: int, frame: Frame) -> bool:
        """ "Failed to meet the deadline | set by Norway": what a clause of its own says was done is done."""
        own = frame.verb in self.syntax.children(i, "acl", "acl:relcl") and frame.effect == "impose"
        past = self.tokens[frame.verb].tag in ("VBN", "VBD")
        modal = any(self.tokens[c].tag == "MD" for c in self.syntax.children(frame.verb, "aux"))
        return own and past and not modal

    def _is_begun(self, i: int, frame: Frame) -> bool:
        """ "Declared a truce", "decided to extend the deadline", which hold from then on."""
        if self.nouns.kind(i) not in ("truce", "deadline"):
            return False
        told = frame.effect == "announce" and status_of(self.syntax, frame.verb) is Status.HAPPENED
        return told or self._is_resolved(frame.verb)

    def _is_running(self, i: int) -> bool:
        """ "Praised the treaty, which took effect in 2015", "a ban in place since May", wherever the tree hangs it."""
        last = self.syntax.last_of_name(i)
        return RUNNING.match(self.text[self.tokens[last].end : self.tokens[last].end + 60]) is not None

    def _is_to_begin(self, i: int) -> bool:
        """ "Its duty on steel, due to take effect in May"."""
        sentence = self.document.sentences[self.syntax.sentence_of[i]]
        return BEGINNING.search(self.text[self.tokens[i].start : self.tokens[sentence.last - 1].end]) is not None

    def _is_in_pact(self, i: int) -> bool:
        """ "Reached a deal that leaves its exports facing 19%": what has been agreed is not yet charged."""
        above = [*self.syntax.ancestors(i)]
        for at, verb in pairwise(above):
            made = self.syntax.lemma(verb) in (
                "reach",
                "announce",
                "strike",
                "clinch",
                "agree",
                "sign",
                "unveil",
                "seal",
            )
            if made and self.syntax.is_verb(verb) and self.nouns.kind(at) in SYMMETRIC:
                return True
        return False

    def _is_being_announced(self, verb: int) -> bool:
        """ "It is doubling its duties, the president announced"."""
        if self.tokens[verb].tag != "VBG" or not self.syntax.children(verb, "aux"):
            return False
        around = [*self.syntax.ancestors(verb), *self.syntax.children(verb, "parataxis", "ccomp", "dep")]
        return any(self.syntax.lemma(a) in ("announce", "declare", "unveil") for a in around)

    def _is_over(self, verb: int) -> bool:
        """ "Had charged a duty until last year"; "before that, it had charged"."""
        had = any(self.syntax.word(c) == "had" for c in self.syntax.children(verb, "aux"))
        if not had or self.tokens[verb].tag not in ("VBN", "VBD"):
            return False
        sentence = self.document.sentences[self.syntax.sentence_of[verb]]
        start, end = self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end
        bounded = re.search(r"\buntil\b|\b[Bb]efore (?:that|then)\b|\b([Pp]reviously)\b", self.text[start:end])
        if bounded is not None and bounded[0] == "until":
            at = max(j for j in range(sentence.first, sentence.last) if self.tokens[j].start <= start + bounded.start())
            if self.syntax.clause(at) not in (verb, *self.syntax.ancestors(verb)):
                return False  # "had signed it; it had until now refused": of another clause
        lasting = self.syntax.lemma(verb) in LASTING  # "had previously banned" says only that it was done then
        return bounded is not None and (bounded[1] is None or lasting)

    def _is_condition(self, verb: int) -> bool:
        """ "Could meet once a treaty had been initialled": not yet."""
        marks = {self.syntax.word(c) for c in self.syntax.children(verb, "mark", "advmod")}
        main = self.syntax.head[verb]
        hypothetical = self.syntax.dep[verb] == "advcl" and bool(marks & {"once", "unless", "if"})
        return hypothetical and status_of(self.syntax, main) in (Status.POSSIBLE, Status.PLANNED)

    def frame_status(self, frame: Frame) -> MeasureStatus:
        if frame.effect == "impose" and self.undoing.verb(frame.verb) is not None:
            return MeasureStatus.EXPIRED
        told = status_of(self.syntax, frame.verb)
        undone = frame.effect in ("end", "suspend") and not self.syntax.is_verb(frame.verb)
        if frame.effect == "face" and self._will_be(frame.verb):
            return MeasureStatus.ANNOUNCED
        if (not self.syntax.is_verb(frame.verb) and not undone) or self._decided(frame.verb):
            told = Status.HAPPENED  # "the imposition of tariffs", "its decision to add 23 firms"
        elif (
            self._is_threatened(frame.verb)
            or self._is_wished(frame.verb)
            or self._is_condition(frame.verb)
            or self.syntax.given_to(frame.verb)
        ):
            told = Status.POSSIBLE
        elif told is Status.HAPPENED and (
            self._is_to_be(frame.verb) or (frame.effect == "impose" and self._is_being_announced(frame.verb))
        ):
            told = Status.PLANNED
        match frame.effect, told:
            case "propose", _:
                return MeasureStatus.PROPOSED
            case "face", _ if self.rules.nominal.get(self.syntax.lemma(frame.verb)) == "propose":
                return MeasureStatus.PROPOSED
            case "impose", Status.HAPPENED if self._is_over(frame.verb):
                return MeasureStatus.EXPIRED
            case "impose", Status.HAPPENED | Status.DENIED if self._no_longer(frame.verb):
                return MeasureStatus.EXPIRED
            case "announce", Status.HAPPENED | Status.PLANNED:
                return MeasureStatus.ANNOUNCED
            case "end", Status.PLANNED if self._is_resolved(frame.verb):
                return MeasureStatus.EXPIRED
            case "end", Status.HAPPENED:
                return MeasureStatus.SUSPENDED if self._for_a_time(frame.verb) else MeasureStatus.EXPIRED
            case "suspend", Status.HAPPENED | Status.PLANNED:
                return MeasureStatus.SUSPENDED
            case "happen", _ if self.syntax.lemma(frame.verb) in REMAINING:
                return MeasureStatus.IN_FORCE  # "sanctions will remain on Chad", "should stay"
            case "impose", Status.PLANNED if self._stays(frame.verb):
                return MeasureStatus.IN_FORCE  # "will keep its duties"
            case (("impose" | "happen" | "face"), Status.PLANNED):
                return MeasureStatus.ANNOUNCED
            case "happen", Status.DENIED:
                return MeasureStatus.IN_FORCE  # "the ban does not cover medicine"
            case (("impose" | "happen" | "face" | "announce"), Status.POSSIBLE | Status.DENIED):
                return MeasureStatus.PROPOSED
        return MeasureStatus.IN_FORCE

    def verb_status(self, verb: int, effect: str = "impose") -> MeasureStatus:
        """Of a verb that is the measure by itself."""
        return self.frame_status(Frame(verb, effect, ()))

    def _for_a_time(self, verb: int) -> bool:
        """ "Scrapped the duty for six months"."""
        lasting = [h for case, h in self.syntax.obliques(verb) if case == "for" and h > verb]
        return any(self.tokens[h].lemma in TERMS and self.syntax.children(h, "nummod", "det") for h in lasting)

    def _no_longer(self, verb: int) -> bool:
        """ "Is no longer banned", "no longer charges a duty"; not "no longer buys", which begins a measure."""
        lemma = self.syntax.lemma(verb)
        own = lemma in self.rules.frames["ban"]["verbs"] or self.rules.effect.get(lemma) == "impose" or lemma in LASTING
        return own and any(self.syntax.word(c) == "longer" for c in self.syntax.children(verb, "advmod"))

    def _is_resolved(self, verb: int) -> bool:
        """ "Has decided to lift"."""
        above = self.syntax.head[verb]
        return self.syntax.dep[verb] == "xcomp" and self.syntax.lemma(above) in ("decide", "resolve")

    def _is_to_be(self, verb: int) -> bool:
        """ "Is to be signed"."""
        before = [self.syntax.word(c) for c in self.syntax.children(verb, "aux", "aux:pass", "mark") if c < verb]
        return before[-2:] == ["to", "be"] and before[0] in ("is", "are", "'s")

    def _stays(self, verb: int) -> bool:
        """ "Will keep its duties", "will continue to ban"."""
        above = self.syntax.head[verb]
        continued = self.syntax.dep[verb] == "xcomp" and self.syntax.lemma(above) in ("continue", "keep")
        return self.syntax.lemma(verb) in STAYING or continued

    def _will_be(self, adjective: int) -> bool:
        """ "Will be subject to"."""
        will = {self.syntax.word(c) for c in self.syntax.children(adjective, "aux")} & {"will", "shall"}
        return bool(will) and not self.syntax.is_verb(adjective)

    def _is_threatened(self, verb: int) -> bool:
        """ "His warning of pausing the deals", "a threat to impose duties"."""
        above = self.syntax.head[verb]
        noun = self.syntax.dep[verb] in ("acl", "nmod", "advcl") and not self.syntax.is_verb(above)
        return noun and self.rules.nominal.get(self.syntax.lemma(above)) == "propose"

    def _is_wished(self, verb: int) -> bool:
        """ "Defied calls for the duties to be abolished"."""
        marks = {self.syntax.word(c) for c in self.syntax.children(verb, "mark")}
        return {"for", "to"} <= marks

    def is_refused(self, verb: int) -> bool:
        """ "Had no plans to ban", "denied that it would impose": nothing was done, nor is it proposed."""
        tried = any(self.syntax.lemma(a) in TRYING for a in self.syntax.ancestors(verb) if self.syntax.is_verb(a))
        open_ = tried or not self.syntax.is_verb(verb) or self._is_plan_of_another(verb)
        return not open_ and status_of(self.syntax, verb) is Status.DENIED

    def _is_plan_of_another(self, verb: int) -> bool:
        """ "Mali opposes Chad's decision to impose": who turns it down is not whose it is."""
        plan = self.syntax.head[verb]
        if self.syntax.dep[verb] != "acl" or self.tokens[plan].lemma not in INTENTS:
            return False
        if is_negated(self.syntax, verb) or is_negated(self.syntax, plan):
            return False
        whose = self.syntax.children(plan, "nmod:poss")
        whose += [h for case, h in self.syntax.obliques(plan) if case == "by"]
        return any(self.syntax.word(h) not in ("its", "his", "her", "their", "any") for h in whose)

    def _decided(self, verb: int) -> bool:
        return self.syntax.dep[verb] == "acl" and self.syntax.lemma(self.syntax.head[verb]) in (
            "decision",
            "move",
            "order",
            "decree",
            "directive",
        )
