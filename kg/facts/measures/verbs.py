"""Verbs that are a measure by themselves: banned, sanctioned, blacklisted, charged 25%."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.measures.actors import Actors
from kg.facts.measures.ceasing import Ceasing
from kg.facts.measures.clauses import Clauses
from kg.facts.measures.divestiture import Divestitures
from kg.facts.measures.flows import Flows
from kg.facts.measures.grants import Grants
from kg.facts.measures.inquiries import Inquiries
from kg.facts.measures.kinds import SYMMETRIC
from kg.facts.measures.legislation import Legislation
from kg.facts.measures.levies import Levies
from kg.facts.measures.licences import Licences
from kg.facts.measures.pairs import Pairs
from kg.facts.measures.quantities import Quantities
from kg.facts.measures.targets import Targets
from kg.facts.measures.telling import Context, Frame, Part, Telling
from kg.facts.measures.ultimatums import Ultimatums
from kg.facts.qualify import status as status_of
from kg.model import MeasureStatus, Sentence, Status


class Verbs(Part):
    def __init__(
        self,
        context: Context,
        actors: Actors,
        targets: Targets,
        clauses: Clauses,
        quantities: Quantities,
        divestitures: Divestitures,
    ) -> None:
        super().__init__(context)
        self.actors = actors
        self.targets = targets
        self.clauses = clauses
        self.quantities = quantities
        self.divestitures = divestitures
        self.levies = Levies(context, actors, targets, clauses)
        self.pairs = Pairs(context, actors)
        self.ceasing = Ceasing(context, actors)
        self.flows = Flows(context, actors, targets, clauses)
        self.grants = Grants(context, clauses.nouns, actors, targets, clauses)
        self.licences = Licences(context, actors, targets, clauses)
        self.ultimatums = Ultimatums(context, actors, targets, self.flows)
        self.inquiries = Inquiries(context, actors, targets)
        self.legislation = Legislation(context, actors, targets, clauses)

    def frames(self, sentence: Sentence, number: int) -> Iterator[Telling]:
        readers = (
            self._blacklist,
            self._designate,
            self._listed,
            self.divestitures.divestiture,
            self.flows.ban,
            self._verb_sanction,
            self.flows.freeze,
            self.flows.fine,
            self.flows.cut_ties,
            self.ultimatums.ultimatum,
            self.ultimatums.given_until,
            self.ultimatums.told_to_leave,
            self._subsidise,
            self.grants.grant,
            self.flows.resume,
            self.licences.needed,
            self.licences.taken_back,
            self.flows.halt_exports,
            self.flows.halt_imports,
            self.flows.stop_trading,
            self.flows.shut_out,
            self._investigate,
            self.levies.levy,
            self.legislation.law,
            self.ceasing.cease,
            self._agree,
        )
        for i in range(sentence.first, sentence.last):
            if self.syntax.unit_of[i] != i:
                continue
            lemma = self.syntax.lemma(i)
            on_list = bool(self.syntax.children(i, "cop")) and self.syntax.case(i) == "on"
            if on_list and (telling := self._listed(i, lemma, number)) is not None:
                self.quantities.date(telling, Frame(i, "impose", ()), sentence)
                yield telling
            elif self.syntax.is_verb(i) and self.syntax.dep[i] not in ("amod", "compound"):
                for read in readers:
                    telling = read(i, lemma, number)
                    if telling is not None:
                        telling.on = self.actors.answering(telling.kind, telling.on)
                        self.quantities.date(telling, Frame(i, "impose", ()), sentence)
                        yield telling
                        break

    def claimed(self, telling: Telling) -> Iterator[int]:
        """Nouns that a frame has used up: the ban in "sell or face a ban"."""
        if telling.kind == "legislation":
            for patient in self.syntax.patients(telling.trigger):
                yield from (c for c in self.syntax.subtree(patient) if c <= patient or telling.name is not None)
        elif telling.rule == "subsidy.give":
            yield from self.grants.aid(self.syntax.clause(telling.trigger))
        elif telling.kind in ("divestiture", "blacklist"):
            yield from self.syntax.subtree(telling.trigger)
            yield from (
                c
                for c in self.syntax.ancestors(telling.trigger)
                if self.tokens[c].lemma in ("ban", "legislation", "law")
            )

    def _blacklist(self, verb: int, lemma: str, number: int) -> Telling | None:
        frame = self.rules.frames["blacklist"]
        ends = lemma in frame["ends"]
        if lemma not in frame["verbs"] and not ends:
            return None
        lists = [
            h
            for h in self.syntax.subtree(verb)
            if h > verb and self.syntax.case(h) in ("to", "on", "from", "in", "off", "onto") and self._is_blacklist(h)
        ]
        patients = [p for p in self.syntax.patients(verb) if p not in lists]
        by = self.actors.actor(self.syntax.subjects(verb)) or (self.actors.owner(lists[0]) if lists else None)
        by = by or self.actors.intender(verb)
        on = tuple(k for k in self.targets.aimed_at(patients) if k != by)
        if lists and by is not None and not on:  # "added 12 people to the bloc's blacklist"
            on = self.targets.struck.states(patients, by, self.document.sentences[self.syntax.sentence_of[verb]])
        if not lists or by is None or not on:
            return None
        trusted = self._is_of_trusted(lists[0])
        if trusted and not ends and status_of(self.syntax, verb) is not Status.HAPPENED:
            return None  # "wants to put it on its white list": nothing is imposed
        effect = "end" if ends is not trusted else "impose"
        status = self.clauses.verb_status(verb, effect)
        if trusted:  # who is struck off it needs leave for what he buys
            return Telling("export control", "export-control.unlist", verb, number, by, on, status)
        return Telling("blacklist", "blacklist.add", verb, number, by, on, status)

    def _listed(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Acme is still on the entity list": by whoever keeps the list."""
        places = [h for case, h in self.syntax.obliques(verb) if case in ("on", "off")]
        if self.syntax.case(verb) == "on" and self.syntax.children(verb, "cop"):
            places.append(verb)
        lists = [h for h in places if self._is_blacklist(h)]
        if not lists or (lists[0] != verb and lemma not in ("be", "remain", "stay", "appear")):
            return None
        if self._is_of_trusted(lists[0]):
            return None
        owner = self.actors.owner(lists[0])
        thing = self.linked.things.get(owner) if owner is not None else None
        owner = owner if thing is None or thing.type in ("state", "country", "government", "international") else None
        by = owner or self.last_by.get("blacklist") or self.last_by.get("export control")
        on = tuple(key for key in self.targets.aimed_at(self.syntax.subjects(verb)) if key != by)
        if by is None or not on or status_of(self.syntax, verb) is not Status.HAPPENED:
            return None
        return Telling("blacklist", "blacklist.be", verb, number, by, on, MeasureStatus.IN_FORCE)

    def _designate(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Canada designated Syria a state sponsor of terrorism"."""
        frame = self.rules.frames["blacklist"]
        if lemma not in frame["designates"]:
            return None
        objects = [*self.syntax.children(verb, "obj", "xcomp", "obl", "nsubj:pass", "iobj")]
        branded = [o for o in objects if self._is_brand(o)]
        patients = [p for p in self.syntax.patients(verb) or objects if p not in branded]
        by = self.actors.actor(self.syntax.subjects(verb))
        if by is None and self.syntax.is_passive(verb):  # "Chad was designated a sponsor of terrorism"
            by = next((self.last_by[kind] for kind in ("blacklist", "sanction") if kind in self.last_by), None)
        on = tuple(key for key in self.targets.aimed_at(patients) if key != by)
        named = bool(branded) or (lemma == "designate" and self._is_sanctioned(verb, patients))
        if not named or by is None or not on:
            return None
        return Telling("blacklist", "blacklist.designate", verb, number, by, on, self.clauses.verb_status(verb))

    def _is_sanctioned(self, verb: int, patients: list[int]) -> bool:
        """ "The Treasury designated two Chinese refiners": people or firms, and not as this or that."""
        whole = self.syntax.subtree(verb)
        as_something = any(self.syntax.word(i) == "as" for i in whole) or self.syntax.children(verb, "xcomp", "iobj")
        words = self.rules.frames["blacklist"]["designated"]
        struck = (self.syntax.lemma(p) in words or self._is_firm_or_person(p) for p in patients)
        return bool(patients) and not as_something and all(struck)

    def _is_firm_or_person(self, i: int) -> bool:
        key = self.linked.key(i)
        return key is not None and key.startswith(("person/", "institution/"))

    def _is_brand(self, i: int) -> bool:
        """ "A state sponsor of terrorism", "a terrorist organisation", "currency manipulator"."""
        frame = self.rules.frames["blacklist"]
        words = {self.tokens[j].lemma.lower() for j in self.syntax.subtree(i)}
        plain = self.linked.key(i) is None and self.syntax.case(i) in ("", "as")
        return plain and bool(words & frame["brands"])

    def _is_blacklist(self, i: int) -> bool:
        frame = self.rules.frames["blacklist"]
        below = {self.tokens[j].text.lower() for j in self.syntax.subtree(i)}
        heads = {self.tokens[j].lemma.lower() for j in self.syntax.subtree(i) if self.syntax.unit_of[j] == i}
        if "blacklist" in heads:
            return True  # a name's last word counts: "the Entity List"
        if "list" in heads and "sanction" in self.mentioned and "its" in below:
            return True  # "removed the bank from its list"
        last = self.syntax.last_of_name(i)  # "the Entity List"
        named = {self.tokens[j].text.lower() for j in self.syntax.subtree(i) if j <= last}
        of = {self.tokens[j].text.lower() for case, h in self.syntax.obliques(i) if case == "of" for j in self._with(h)}
        frozen = "freeze" in below or {"sanctions", "subject"} <= below  # "of organisations subject to an asset freeze"
        return bool(heads & frame["lists"]) and (frozen or bool((named | of) & frame["list_words"]))

    def _with(self, i: int) -> list[int]:
        """A noun and the words before it: "terrorist organisations"."""
        return [i, *self.syntax.children(i, "compound", "amod")]

    def _is_of_trusted(self, i: int) -> bool:
        """ "Its white list": who is on it is treated well."""
        around = {self.tokens[j].text.lower() for j in self.syntax.subtree(i)}
        return bool(around & {"white", "whitelist", "trusted"})

    def _verb_sanction(self, verb: int, lemma: str, number: int) -> Telling | None:
        if lemma not in self.rules.frames["sanction"]["verbs"]:
            return None
        by = self.actors.actor(self.syntax.subjects(verb))
        patients = self.syntax.patients(verb)
        on = tuple(k for k in self.targets.aimed_at(patients) if k != by)
        if by is not None and not on:  # "sanctioned nine people linked to Chad"
            on = self.targets.struck.states(patients, by, self.document.sentences[self.syntax.sentence_of[verb]])
        if by is None or not on:
            return None
        kind = "blacklist" if lemma == "blacklist" else "sanction"
        return Telling(kind, f"{kind}.verb", verb, number, by, on, self.clauses.verb_status(verb))

    def _subsidise(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Germany will subsidise the plant of Acme with 9.9 billion euros"."""
        if lemma not in ("subsidise", "subsidize"):
            return None
        return self._direct("subsidy", "subsidy.verb", verb, number, self.syntax.patients(verb))

    def _investigate(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Brussels is looking into imports of steel from India"."""
        frame = self.rules.frames["investigation"]
        if suspects := self.inquiries.suspects(verb):
            return self.flows.aimed("investigation", "investigation.verb", verb, number, suspects)
        patients = self.syntax.patients(verb)
        if lemma in frame["with_into"]:
            patients = [h for case, h in self.syntax.obliques(verb) if case == "into"]
        elif lemma not in frame["verbs"]:
            return None
        traded = [p for p in patients if self._is_traded(p)]
        clauses = [c for p in traded for c in self.syntax.children(p, "acl")]  # "subsidies given to Peruvian makers"
        traded += [h for c in clauses for case, h in self.syntax.obliques(c) if case in ("to", "from", "by")]
        return self._direct("investigation", "investigation.verb", verb, number, traded) if traded else None

    def _is_traded(self, i: int) -> bool:
        """Whether it is goods, a duty, a firm or a state that is looked into; a murder or a claim is no measure."""
        key = self.linked.key(i)
        if key is not None:
            return key.startswith("institution/")
        if any(k.startswith("institution/") for k in self.actors.named_beside(i)):
            return True
        return any(
            self.tokens[j].lemma in self.rules.frames["investigation"]["traded"]
            for j in self.syntax.subtree(i)
            if j <= i
        )

    def _direct(self, kind: str, rule: str, verb: int, number: int, patients: list[int]) -> Telling | None:
        return self.flows.direct(kind, rule, verb, number, patients)

    def _agree(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Iran and Saudi Arabia agreed to restore relations": an agreement without a noun, of two named parties."""
        frame = self.rules.frames["agreement"]
        if lemma not in frame["verbs"] or status_of(self.syntax, verb) is not Status.HAPPENED:
            return None
        content = [
            c
            for c in self.syntax.children(verb, "xcomp", "ccomp", "advcl")
            if {self.syntax.word(m) for m in self.syntax.children(c, "mark", "advmod")} & {"to", "how"}
            or {self.syntax.word(s) for s in self.syntax.children(c, "nsubj", "cc:preconj")}
            & {"neither", "they", "both"}
        ] or [h for case, h in self.syntax.obliques(verb) if case == "on" and self._is_settled(h)]
        told = content and (self._is_of_pact(content[0]) or self.ceasing.is_fighting_stopped(content[0]))
        if not content or self.tokens[content[0]].lemma in frame["trivial"] or told or self._is_of_talks(content[0]):
            return None
        subjects = self.syntax.subjects(verb)
        parties = sorted(self.actors.parties(subjects))
        if len(parties) == 1:  # "Peru agreed with Chile to"
            beside = [h for case, h in self.syntax.obliques(verb) if case == "with"]
            both = sorted(self.actors.parties([*subjects, *beside]))
            parties = both if all(map(self.linked.is_state, both)) else parties
        if not parties and any(self.references.group(s).anaphor == "parties" for s in subjects):
            parties = list(self.pairs.before(verb))  # "the two countries resolved to"
        if len(parties) < 2:
            return None
        return Telling("agreement", "agreement.agree", verb, number, None, tuple(parties), MeasureStatus.ANNOUNCED)

    def _is_of_talks(self, verb: int) -> bool:
        """ "Agreed to find another time for a meeting": they arrange talks, or put them off."""
        return any(
            self.syntax.lemma(p) in self.rules.frames["agreement"]["talking"] for p in self.syntax.patients(verb)
        )

    def _is_of_pact(self, verb: int) -> bool:
        """ "Agreed to extend their truce": the noun tells it."""
        return any(self.clauses.nouns.kind(p) in SYMMETRIC for p in self.syntax.patients(verb))

    def _is_settled(self, i: int) -> bool:
        """Whether what is agreed on is a thing to be done: "an exchange of prisoners", not "Monday" or "the need"."""
        return self.tokens[i].lemma in self.rules.frames["agreement"]["settled"]
