"""The parties of truces and agreements."""

from __future__ import annotations

import re

from kg.facts.measures.actors import Actors
from kg.facts.measures.fighters import Fighters
from kg.facts.measures.pairs import Pairs
from kg.facts.measures.speech import URGING
from kg.facts.measures.telling import Context, Frame, Part, Telling
from kg.facts.qualify import is_negated
from kg.model import MeasureStatus
from kg.text.mentions import CITY

SIGNING = frozenset({"reach", "agree", "strike", "accept", "conclude", "clinch", "seal", "initial", "put"})
# What others do for a pact, or say of it.
HELPING = frozenset(
    "broker mediate sponsor facilitate back support guarantee oversee monitor supervise witness welcome hail praise "
    "applaud condemn criticise criticize brief design draft leak".split()
)
WARRING = frozenset({"party", "side", "faction", "rival"})
PARTIES = 10  # tokens of parties in the name of an agreement: "the Kenya-Uganda | Agreement"


class Pacts(Part):
    def __init__(self, context: Context, actors: Actors) -> None:
        super().__init__(context)
        self.actors = actors
        self.pairs = Pairs(context, actors)
        self.fighters = Fighters(context)
        self._spoken_of: dict[str, tuple[str, ...]] = {}  # the parties last named at a pact of a kind, told or not

    def set_parties(self, telling: Telling, frame: Frame | None) -> None:
        """Both sides, as `on`; those of the talks it came from where the clause does not name them."""
        i = telling.trigger
        heads = self._heads(telling, frame)
        if heads is None:
            telling.by, telling.on = None, ()
            return
        found = self.actors.parties(heads)
        for child in self.syntax.children(i, "compound", "amod", "nmod:poss"):
            if self.syntax.lemma(child) in HELPING or self.tokens[child].tag == "VBN":
                continue  # "a US-brokered truce"
            found |= {k for part in self.syntax.conjuncts(child) if (k := self.actors.acting(part)) and self._known(k)}
        found |= self._in_name(i)
        found = {self._principal(key) for key in found}
        if len(found) == 1:
            found |= self._fought(heads) or self._deep_inside(i, frame)
        telling.by, telling.on = None, tuple(self._completed(sorted(found), heads, telling, frame))
        if len(telling.on) > 1:
            self._spoken_of[telling.kind] = telling.on
        elif frame is not None and frame.effect in ("end", "suspend") and frame.actors and telling.kind == "agreement":
            telling.by, telling.on = next(iter(telling.on), None), ()  # "Peru has quit the convention"
        between = [h for case, h in self.syntax.obliques(i) if case in ("between", "with")]
        telling.owned = len(self.actors.parties(between)) > 1
        inland = telling.on == (self._where(i, frame),)
        telling.alone = (
            len(telling.on) == 1
            and telling.kind == "truce"
            and not self._is_broad(telling.on[0])
            and (inland or self._with_fighters(telling, heads))
        )
        if (
            frame is not None
            and (telling.kind != "truce" or self._is_to_start(telling))
            and telling.status is MeasureStatus.IN_FORCE
            and not self._is_of_old(telling, frame)
            and self.syntax.lemma(frame.verb) in SIGNING
        ):
            telling.status = MeasureStatus.ANNOUNCED

    def _heads(self, telling: Telling, frame: Frame | None) -> list[int] | None:
        """Where the clause names parties; None where those who call for a truce are no parties to it."""
        i = telling.trigger
        heads = [h for case, h in self.syntax.obliques(i) if case in ("with", "between")]
        for clause in self.syntax.children(i, "acl", "acl:relcl"):  # "a truce it had announced with the rebels"
            heads += [h for case, h in self.syntax.obliques(clause) if case in ("with", "between")]
            if self.syntax.lemma(clause) not in HELPING:
                heads += [h for h in self.syntax.subjects(clause) if i in self.syntax.patients(clause)]
            else:  # "a truce brokered by Egypt | between", hung on Egypt
                heads += [j for j in self.syntax.subtree(clause) if self.syntax.case(j) == "between"]
        for named in self.syntax.children(i, "appos"):  # "the treaty, the only pact between Peru and Chile"
            heads += [h for case, h in self.syntax.obliques(named) if case in ("with", "between")]
        heads += [x for h in heads for case, x in self.syntax.obliques(h) if case in ("including", "such as")]
        if frame is None:
            return heads
        heads += [h for case, h in self.syntax.obliques(frame.verb) if case in ("with", "between")]
        behalves = [j for j in self.syntax.subtree(frame.verb) if self.syntax.word(j) == "behalf"]
        signed_for = [h for j in behalves for case, h in self.syntax.obliques(j) if case == "of"]
        heads += signed_for
        urging = frame.effect == "propose" and self.syntax.lemma(frame.verb) in URGING
        if urging and not heads and telling.kind == "truce" and len(self.actors.parties(frame.actors)) > 1:
            return None  # "Kenya and Uganda urged a truce": between others
        between = [h for case, h in self.syntax.obliques(i) if case == "between"]
        stated = len(self.actors.parties(between)) > 1
        helped = bool(heads) and self.syntax.lemma(frame.verb) in HELPING
        others = (frame.effect == "propose" and stated) or self._is_looked_at(frame.verb) or helped
        if others or signed_for:  # who calls for a truce between others is no party to it, nor who signs for one
            return heads
        return heads + list(frame.actors)

    def _bears_town(self, i: int) -> bool:
        """ "The Paris climate accord": one of its own, that bears the name of where it was made."""
        names = (self.linked.mention_at.get(c) for c in self.syntax.children(i, "compound"))
        return any(name is not None and name.kind == CITY for name in names)

    def _is_broad(self, key: str) -> bool:
        """Whether it is a body of many states, which fights nobody by itself."""
        thing = self.linked.things.get(key)
        return thing is not None and thing.type == "international"

    def _where(self, i: int, frame: Frame | None) -> str | None:
        """ "The truce in Peru"."""
        places = [h for case, h in self.syntax.obliques(i) if case in ("in", "across", "throughout")]
        if frame is not None and i in self.syntax.patients(frame.verb):
            places += [h for case, h in self.syntax.obliques(frame.verb) if case == "in" and h > i]
        keys = (self.linked.key(h) for h in places)
        return next((key for key in keys if key is not None and self.linked.is_state(key)), None)

    def _is_looked_at(self, verb: int) -> bool:
        """ "Peru praised the deal to prolong the truce": whoever prolongs it, it is not Peru."""
        noun = self.syntax.head[verb]
        if self.syntax.dep[verb] != "acl" or self.syntax.is_verb(noun):
            return False
        return self.syntax.lemma(self.syntax.clause(noun)) in HELPING

    def _completed(self, parties: list[str], heads: list[int], telling: Telling, frame: Frame | None) -> list[str]:
        """The parties named, or, where fewer than two are, those that the story tells."""
        truce = telling.kind == "truce"
        if len(parties) > 1 or (truce and parties and self._with_fighters(telling, heads)):
            return parties
        if self._bears_town(telling.trigger):
            return parties
        if truce and not parties and (place := self._where(telling.trigger, frame)) is not None:
            spoken = self.last_on.get(telling.kind, ())
            return list(spoken) if place in spoken else [place]
        if truce and len(parties) == 1 and frame is not None and (said := self._teller(frame)) is not None:
            parties = sorted({*parties, said})
        if len(parties) < 2:
            parties = self._of_story(parties, heads, telling, frame)
        if len(parties) < 2:
            parties = self._of_pact_before(parties, telling, frame)
        if len(parties) == 1 and truce and not self._with_fighters(telling, heads):
            other = self.actors.other_state(parties[0])
            parties = sorted([*parties, other]) if other is not None else parties
        return parties

    def _of_story(self, parties: list[str], heads: list[int], telling: Telling, frame: Frame | None) -> list[str]:
        """Those who met, or were told together, where the clause speaks of "both" or of nobody."""
        truce = telling.kind == "truce"
        pair = any(self._is_pair(head) for head in heads)
        passive = frame is not None and self.syntax.is_passive(frame.verb) and not frame.actors
        if not (truce or passive or pair):
            return parties
        told = self.actors.story_parties(telling.sentence) or self.last_on.get(telling.kind, ())
        told = told or (self.pairs.before(telling.trigger) if pair or (truce and not parties) else ())
        if truce and told and all(self._is_broad(key) for key in told):
            return parties  # they only host it
        outsiders = parties if pair and told and not set(parties) & set(told) else []  # "Peru's deals with both"
        return sorted({*told, *outsiders}) or (self._two_states(telling.trigger) if pair else []) or parties

    def _of_pact_before(self, parties: list[str], telling: Telling, frame: Frame | None) -> list[str]:
        """Those of the pact spoken of before, of "the deal" that one of them does something with."""
        if frame is not None and is_negated(self.syntax, frame.verb):
            return parties  # "Peru has not signed the treaty"
        before = self._spoken_of.get(telling.kind, ())
        if telling.anaphoric and frame is not None and before and set(parties) <= set(before):
            return list(before)
        pair = self.actors.dominant_pair()
        if parties:
            known = telling.anaphoric and frame is not None and telling.kind != "truce" and set(parties) <= set(pair)
        elif telling.kind == "truce":
            known = telling.anaphoric or telling.start is not None or telling.until is not None
        else:
            known = telling.anaphoric and frame is not None and self._is_in_force(frame)
        return list(pair) if known else parties

    def _is_pair(self, head: int) -> bool:
        """ "Both sides", "the two countries", and "they" where these are no people."""
        group = self.references.group(head)
        return group.anaphor == "parties" or (group.anaphor == "people" and self.syntax.word(head) in ("they", "both"))

    def _teller(self, frame: Frame) -> str | None:
        """Who declares that it was agreed: "the president declared that a truce had been agreed with the rebels"."""
        above = self.syntax.head[frame.verb]
        told = self.syntax.dep[frame.verb] == "ccomp" and self.syntax.lemma(above) in ("declare", "announce")
        return self.actors.actor(self.syntax.subjects(above)) if told and not frame.actors else None

    def _with_fighters(self, telling: Telling, heads: list[int]) -> bool:
        """ "The government and the rebels": whether one side is told by what it is alone, here or before."""
        joined = [j for head in heads for j in self.syntax.conjuncts(head)]
        warring = any(
            self.syntax.lemma(j) in WARRING
            and "warring" in {self.syntax.word(c) for c in self.syntax.children(j, "amod")}
            for j in joined
        )
        return (
            warring or len(self.last_on.get(telling.kind, ())) == 1 or any(self.fighters.are_unnamed(j) for j in joined)
        )

    def _fought(self, heads: list[int]) -> set[str]:
        """ "The government and the rebels": the armed group that the article names, where that is one."""
        joined = [j for head in heads for j in self.syntax.conjuncts(head)]
        group = self.fighters.only() if any(self.fighters.are_unnamed(j) for j in joined) else None
        return {group} if group is not None else set()

    def _deep_inside(self, i: int, frame: Frame | None) -> set[str]:
        """ "A memorandum to improve relations with Chile": the other party, where what is agreed names it."""
        aims = self.syntax.children(frame.verb, "advcl") if frame is not None else []
        aims = [c for c in aims if c > i and "to" in {self.syntax.word(m) for m in self.syntax.children(c, "mark")}]
        meant = [h for c, h in self.syntax.obliques(frame.verb) if c in ("during", "at", "after")] if frame else []
        below = [j for at in (i, *aims, *meant) for j in self.syntax.subtree(at)]
        inside = [h for j in below for case, h in self.syntax.obliques(j) if case == "with"]
        keys = {self.actors.acting(h) for h in inside}
        return {key for key in keys if key is not None and self.linked.is_state(key)}

    def _is_to_start(self, telling: Telling) -> bool:
        """ "A truce starting on Sunday"; what is said of no later day holds from when it is made."""
        sentence = self.document.sentences[telling.sentence]
        words = {self.syntax.word(j) for j in range(telling.trigger + 1, sentence.last)}
        return bool(words & {"starting", "beginning", "effective"})

    def _is_of_old(self, telling: Telling, frame: Frame) -> bool:
        """Whether it was made in a year before the article's: "has grown since the accord was signed"."""
        marks = {self.syntax.word(c) for c in self.syntax.children(frame.verb, "mark")}
        marks |= {self.syntax.word(c) for c in self.syntax.children(frame.verb, "advmod")}
        behind = self.syntax.dep[frame.verb] in ("advcl", "advcl:relcl", "acl:relcl")
        if behind and ("since" in marks or ("when" in marks and self._is_long_ago(telling))):
            return True
        published, start = self.document.article.published, telling.start
        return bool(published and start and start.last and start.last.year < published.year)

    def _is_long_ago(self, telling: Telling) -> bool:
        """ "Broke with Peru in 1979 when it signed the treaty"."""
        published, sentence = self.document.article.published, self.document.sentences[telling.sentence]
        words = (self.tokens[j].text for j in range(sentence.first, sentence.last))
        years = [int(word) for word in words if len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")]
        return bool(years) and (published is None or max(years) < published.year)

    def _is_in_force(self, frame: Frame) -> bool:
        """ "The agreement, which took effect in 2015"."""
        beside = {self.syntax.lemma(c) for c in self.syntax.children(frame.verb)}
        return self.syntax.lemma(frame.verb) in ("take", "enter", "come") and bool(beside & {"effect", "force"})

    def _principal(self, key: str) -> str:
        """The state whose parliament or ministry makes a pact."""
        thing = self.linked.things.get(key)
        if thing is None or not key.startswith("institution/") or self.linked.is_company(key):
            return key
        if thing.of is not None and thing.type == "government":
            return state if (state := self.linked.state_key(thing.of)) in self.linked.things else key
        states = (k for k, each in self.linked.things.items() if self.linked.is_state(k))
        named = (k for k in states if re.search(rf"\b{re.escape(self.linked.things[k].name)}\b", thing.name))
        return next(named, key)  # "the Peru Security Committee"

    def _known(self, key: str) -> bool:
        """Whether words before the noun name a party; "the Arms Treaty" is not one with the Arms."""
        named = not key.startswith("institution/") or self.linked.table.body(self.linked.things[key].name)
        return bool(named) or self.linked.things[key].type != "institution"

    def _in_name(self, i: int) -> set[str]:
        """Parties in an agreement's name: "the Kenya-Uganda Agreement"."""
        found: set[str] = set()
        for j in range(i - 1, max(-1, i - PARTIES), -1):
            key = self.linked.key(self.syntax.unit_of[j])
            if key is None and self.tokens[j].text not in ("-", "–", "and", ","):
                break
            if key is not None and self.linked.is_state(key):
                found.add(key)
        return found if len(found) > 1 else set()

    def _two_states(self, i: int) -> list[str]:
        """The two states that a sentence names, for "the two countries" in it."""
        sentence = self.document.sentences[self.syntax.sentence_of[i]]
        keys = {self.linked.key(j) for j in range(sentence.first, sentence.last)}
        states = sorted(key for key in keys if key is not None and self.linked.is_state(key))
        return states if len(states) == 2 else []
