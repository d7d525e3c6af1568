"""Trade, travel and money that a verb stops: "banned imports of", "closed its border to", "froze the assets of"."""

from __future__ import annotations

from kg.facts.measures.actors import GOVERNMENTS, OFFICIALS, ORDERS, Actors
from kg.facts.measures.clauses import Clauses
from kg.facts.measures.nouns import FLOWS
from kg.facts.measures.speech import STATING
from kg.facts.measures.targets import Targets
from kg.facts.measures.telling import Context, Part, Telling
from kg.facts.qualify import status as status_of
from kg.model import MeasureStatus, Status

SAYING = frozenset({"say", "announce", "declare", "decide"})
OPERATING = frozenset("carry operate work trade do sell broadcast publish offer run fly".split())
DECIDING = frozenset({"decide", "agree", "threaten", "vow", "choose", "order"})
OUT = 6  # tokens from a verb to its "out": "shut Ugandan chicken | out"


class Flows(Part):
    def __init__(self, context: Context, actors: Actors, targets: Targets, clauses: Clauses) -> None:
        super().__init__(context)
        self.actors = actors
        self.targets = targets
        self.clauses = clauses

    def ban(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Peru banned Huawei", "Egypt has outlawed exports of rice"; what is banned is a name or something traded."""
        frame = self.rules.frames["ban"]
        patients = self._objects(verb)
        named = [p for p in patients if (self.linked.key(p) or "").startswith("institution/")]
        flows = [p for p in patients if self.tokens[p].lemma in frame["flows"]]
        moving = any(self.tokens[p].lemma in frame["movements"] for p in flows)
        foreign = lemma in frame["keeping_out"] and any(self._is_foreign_good(p) for p in patients)
        if lemma not in frame["verbs"] and not (lemma in frame["barring"] and (named or moving or foreign)):
            return None
        by = self._power(verb) or self._left_open(verb) or self._closed_to(verb) or self._banned_in(verb)
        by = by or self._said_by(verb)
        wares = [p for p in patients if self.tokens[p].lemma in frame["goods"]]
        on = self._other_side(verb, flows, ("from", "of", "to", "with", "by", "in")) if flows else ()
        on = on or (self._states_from(verb) if wares else ())
        on = tuple(key for key in on if key != by) or self._dealt_with(verb) or self.targets.aimed_at(patients)
        by, on = self.actors.apart(by, on, self.actors.is_led_by(self.syntax.subjects(verb)))
        own = self.targets.struck.kin(by) if by is not None else frozenset()
        on = tuple(key for key in on if key not in own) or self._told_before(patients)
        on = on or self._kept_out_before(verb, by, patients) or self._aimed_by_order(verb, by)
        goods = self._goods(flows) or self._goods_before(verb, flows)
        if by is None or not (on or goods) or any(key.startswith("person/") for key in on):
            return None
        sales = [p for p in flows if self.tokens[p].lemma in self.rules.frames["export control"]["sales"]]
        if sales and self._is_strategic(sales):
            return Telling("export control", "export-control.bar", verb, number, by, on, self._ban_status(verb), goods)
        traded = frozenset({self.tokens[p].lemma for p in flows} & {"import", "export"})
        return Telling("ban", "ban.verb", verb, number, by, on, self._ban_status(verb), goods, traits=traded)

    def _states_from(self, verb: int) -> tuple[str, ...]:
        """ "Banned pork | from Peru", hung on the verb."""
        heads = [x for case, h in self.syntax.obliques(verb) if case == "from" for x in self.syntax.conjuncts(h)]
        return tuple(self._states(heads))

    def _objects(self, verb: int) -> list[int]:
        """What a verb is done to, with all that is joined to it: "banned tin and iron | imports"."""
        patients = self.syntax.patients(verb)
        beside = [c for c in self.syntax.children(verb, "parataxis") if patients and self.tokens[c].lemma in FLOWS]
        return [each for patient in [*patients, *beside] for each in self.syntax.conjuncts(patient)]

    def _aimed_by_order(self, verb: int, by: str | None) -> tuple[str, ...]:
        """ "The order bans sales of arms": whom its author aimed at last."""
        subjects = self.syntax.subjects(verb)
        ordered = any(self.tokens[s].lemma in ORDERS or self.actors.order_meant(s) is not None for s in subjects)
        return self.last_aim.get(by, ()) if ordered and by is not None else ()

    def _closed_to(self, verb: int) -> str | None:
        """ "Five generals were banned from travelling to Norway": by the state that they may not enter."""
        ways = [c for c in self.syntax.children(verb, "advcl", "xcomp", "obl") if self.syntax.word(c - 1) == "from"]
        ways = [c for c in ways if self.syntax.lemma(c) in self.rules.frames["ban"]["entering"]]
        if not self._is_agentless(verb):
            return None
        heads = [h for c in ways for case, h in self.syntax.obliques(c) if case in ("to", "into", "in")]
        heads += [h for c in ways for h in self.syntax.children(c, "obj")]
        return next(iter(self._states(heads)), None)

    def _is_agentless(self, verb: int) -> bool:
        """ "Is banned", by nobody that is told."""
        return self.syntax.is_passive(verb) and not self.syntax.children(verb, "obl:agent")

    def _states(self, heads: list[int]) -> list[str]:
        return [key for h in heads if (key := self.linked.key(h)) is not None and self.linked.is_state(key)]

    def _kept_out_before(self, verb: int, by: str | None, patients: list[int]) -> tuple[str, ...]:
        """ "The five will also be banned from entering Norway": those whom it aimed at last."""
        meant = any(
            self.syntax.word(p) == "they" or (self.actors.definite(p) and self.tokens[p].tag in ("CD", "NNS"))
            for p in patients
        )
        return self.last_aim.get(by, ()) if by is not None and meant and by == self._closed_to(verb) else ()

    def _dealt_with(self, verb: int) -> tuple[str, ...]:
        """ "Prohibits its members from buying oil from Iraq": with whom nobody may deal any more."""
        deals = [
            c
            for at in (verb, *self.syntax.patients(verb))
            for c in self.syntax.children(at, "advcl", "xcomp", "obl", "acl")
            if self.syntax.word(c - 1) == "from" and self.syntax.lemma(c) in self.rules.frames["ban"]["dealing"]
        ]
        return tuple(
            k for c in deals for k in self._other_side(c, self.syntax.patients(c), ("from", "to", "with", "in"))
        )

    def _is_strategic(self, sales: list[int]) -> bool:
        """ "The export of dual-use items", "chip exports"."""
        words = {w for s in sales for j in self.syntax.subtree(s) for w in (self.syntax.word(j), self.tokens[j].lemma)}
        dual = any(self.text[self.tokens[s].start :].partition(".")[0].find("dual-use") >= 0 for s in sales)
        return dual or bool(words & self.rules.frames["export control"]["strategic"])

    def _is_foreign_good(self, i: int) -> bool:
        """ "Peru's dairy products", "cars from Peru"."""
        last = self.tokens[i].lemma in self.rules.frames["ban"]["goods"]
        return last and any(self.linked.is_state(key) for key in self.targets.aimed(i))

    def _told_before(self, patients: list[int]) -> tuple[str, ...]:
        """ "The app": what was banned before."""
        same = any(self.actors.definite(p) and self.tokens[p].lemma in ("app", "company", "firm") for p in patients)
        return self.last_on.get("ban", ()) if same else ()

    def halt_exports(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "The rules bar the sale of chips to China", "Japan blocked exports of gas to Russia"."""
        frame = self.rules.frames["export control"]
        sales = [p for p in self._stopped(verb) if self.tokens[p].lemma in frame["sales"]]
        cut = lemma == "cut" and self._is_cut_short(verb, sales)
        if not (lemma in frame["verbs"] or cut or self._is_cut_off(verb, lemma)) or not sales:
            return None
        buyers = self._other_side(verb, sales, ("to",))
        goods = (
            () if buyers else self._goods([s for s in sales if self.tokens[s].lemma in ("export", "shipment", "sale")])
        )
        by = self._power(verb) or self._said_by(verb) or self.last_by.get("export control")
        buyers = tuple(key for key in buyers if not self.linked.is_person(key))
        sent = {self.linked.key(j) for s in sales for j in self.syntax.subtree(s) if self.syntax.case(j) == "to"}
        buyers = buyers or tuple(key for key in sent if key is not None and self.linked.is_state(key) and key != by)
        foreign = tuple(key for key in self.targets.aimed_at(sales) if self.linked.is_state(key) and key != by)
        if by is not None and foreign and not buyers:  # "Norway halted Chilean exports"
            status = self.clauses.verb_status(verb)
            return Telling("import restriction", "import-restriction.bar", verb, number, by, foreign, status)
        if by is None or not (buyers or goods or self._is_abroad(verb, sales)) or by in buyers:
            return None
        status = self.clauses.verb_status(verb)
        if self._is_outright(verb, lemma) and not self._is_strategic(sales):
            sold = frozenset({"export"})
            return Telling("ban", "ban.flow", verb, number, by, buyers, status, goods, traits=sold)
        return Telling("export control", "export-control.bar", verb, number, by, buyers, status, goods)

    def halt_imports(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Japan suspended imports of poultry from Brazil"."""
        frame = self.rules.frames["import restriction"]
        bought = [p for p in self._stopped(verb) if self.tokens[p].lemma in frame["bought"]]
        cut = lemma in frame["cuts"] and self._is_meant(verb)
        if not (lemma in frame["verbs"] or cut or self._is_cut_off(verb, lemma)) or not bought:
            return None
        by = self._power(verb) or self._left_open(verb) or self._said_by(verb)
        sellers = self._other_side(verb, bought, ("from", "of")) or self.targets.aimed_at(bought)
        sellers = tuple(key for key in sellers if key != by)
        if not sellers and self._is_left(verb) and by is not None:
            sellers = self.last_aim.get(by, ())
        if not sellers and by is not None and self._are_told(bought):
            sellers = self.last_on.get("import restriction", ()) or self.last_on.get("ban", ())
        goods = () if sellers else self._goods(bought)
        if by is None or not (sellers or goods):
            return None
        status = self.clauses.verb_status(verb)
        if self._is_outright(verb, lemma, "kept_out"):
            bought_from = frozenset({"import"})
            return Telling("ban", "ban.flow", verb, number, by, sellers, status, goods, traits=bought_from)
        return Telling("import restriction", "import-restriction.bar", verb, number, by, sellers, status, goods)

    def _is_meant(self, verb: int) -> bool:
        """Whether less trade is told as an act, not as a figure: "will cut imports in retaliation", "said it will"."""
        if status_of(self.syntax, verb) is not Status.PLANNED:
            return False
        above = self.syntax.head[verb]
        by, told = self._power(verb), self.syntax.dep[verb] == "ccomp" and self.syntax.lemma(above) in SAYING
        own = told and by is not None and self.actors.actor(self.syntax.subjects(above)) == by
        inside = [*self.syntax.subtree(verb)]
        return own or any(self.tokens[j].lemma in ("retaliation", "response", "reprisal") for j in inside)

    def _are_told(self, bought: list[int]) -> bool:
        """ "Imports of these goods": those of a measure told before."""
        heads = [h for flow in bought for case, h in self.syntax.obliques(flow) if case == "of"]
        return any(
            self.syntax.word(c) in ("these", "such") for h in heads for c in self.syntax.children(h, "det", "amod")
        )

    def stop_trading(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Japan will stop importing steel from Brazil", "agreed to cease buying oil from Iraq"."""
        frame = self.rules.frames["ban"]
        if lemma not in frame["ceasing"]:
            return None
        trades = [c for c in self.syntax.children(verb, "xcomp", "ccomp", "advcl") if self.tokens[c].tag == "VBG"]
        trade = next((c for c in trades if self.syntax.lemma(c) in frame["trading"]), None)
        by = self._power(verb)
        if trade is None or by is None:
            return None
        traded = self.syntax.patients(trade)
        on = self._other_side(trade, traded, ("from", "to")) or self.targets.aimed_at(traded)
        on = tuple(key for key in on if key != by and not self.linked.is_person(key))
        goods = tuple(g for h in traded for each in self.syntax.conjuncts(h) for g in self.targets.goods(each))
        if not on and not (goods and self.syntax.lemma(trade) in ("import", "export")):
            return None
        return Telling("ban", "ban.flow", verb, number, by, on, self.clauses.verb_status(verb), goods)

    def resume(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Peru resumed imports of beef from Chile", "reopened its market after a two-year ban": the ban has ended."""
        frame = self.rules.frames["ban"]
        if lemma not in frame["resuming"]:
            return None
        ended = [h for case, h in self.syntax.obliques(verb) if case in ("after", "following")]
        patients, by = self._objects(verb), self._power(verb)
        on = self._other_side(verb, patients, ("from", "of", "to", "with")) or self.targets.aimed_at(patients)
        stopped = any(self.tokens[h].lemma in frame["stops"] for h in ended)
        if not stopped and (ended or not self._is_let_in_again(patients)):
            return None
        on = tuple(key for key in on if key != by and not self.linked.is_person(key))
        goods = self._goods(patients)
        if by is None or not (on or goods):
            return None
        return Telling("ban", "ban.resume", verb, number, by, on, self.clauses.verb_status(verb, "end"), goods)

    def _is_let_in_again(self, bought: list[int]) -> bool:
        """ "Imports of beef from Chile", which a state had barred; fuel is bought again when it is cheap."""
        words = {self.tokens[j].lemma for p in bought for j in self.syntax.subtree(p)}
        return "import" in words and not words & self.rules.frames["ban"]["fuels"]

    def _is_left(self, verb: int) -> bool:
        """ "Remains banned", "stay blocked"."""
        above = self.syntax.head[verb]
        return self.syntax.dep[verb] == "xcomp" and self.syntax.lemma(above) in ("remain", "stay", "continue")

    def _banned_in(self, verb: int) -> str | None:
        """ "Malian cotton has been banned in Norway since 2019": the state where it is, if nobody is said to ban it."""
        if not self._is_agentless(verb):
            return None
        ways = [c for c in self.syntax.children(verb, "advcl") if self.syntax.word(c - 1) == "from"]
        ways = [c for c in ways if self.syntax.lemma(c) in OPERATING]
        inside = [h for at in (verb, *ways) for case, h in self.syntax.obliques(at) if case == "in"]
        return next(iter(self._states(inside)), None)

    def _said_by(self, verb: int) -> str | None:
        """The government that says that something "has been banned", by nobody else that is told."""
        above = self.syntax.head[verb]
        said = self.syntax.dep[verb] == "ccomp" and self.syntax.lemma(above) in STATING
        ruling = [s for s in self.syntax.subjects(above) if self._is_ruling(s)] if said else []
        return self._power(above) if ruling and self._is_agentless(verb) else None

    def _is_ruling(self, i: int) -> bool:
        return self.linked.key(i) is not None or self.syntax.lemma(i) in GOVERNMENTS | OFFICIALS

    def _left_open(self, verb: int) -> str | None:
        """Who keeps what "remains banned": where it is, else who took such a measure last."""
        if not self._is_left(verb):
            return None
        above = self.syntax.head[verb]
        heads = [h for at in (verb, above) for case, h in self.syntax.obliques(at) if case == "in"]
        told = next((self.last_by[kind] for kind in ("ban", "import restriction") if kind in self.last_by), None)
        return next(iter(self._states(heads)), None) or told

    def shut_out(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Ghana has barred Malian trucks from its ports", "shut Ugandan chicken out of its market"."""
        frame = self.rules.frames["ban"]
        words = {self.syntax.word(c) for c in self.syntax.children(verb, "compound:prt", "advmod", "case")}
        after = {self.syntax.word(j) for j in range(verb, min(verb + OUT, len(self.tokens)))}
        shut = lemma in ("shut", "keep", "lock") and "out" in words | after
        finite = self.tokens[verb].tag != "VBG" or self.syntax.children(verb, "aux", "nsubj")
        if (not shut and lemma not in frame["keeping_out"]) or not finite:
            return None
        patients = self.syntax.patients(verb)
        kept_out = [h for at in (verb, *patients) for case, h in self.syntax.obliques(at) if case in ("from", "out of")]
        home = any(self.syntax.word(c) in ("its", "their") for h in kept_out for c in self.syntax.children(h))
        by = self._power(verb) or self._closed_to(verb) or self._owner_of_way(verb, kept_out)
        if by is None and shut and self._is_agentless(verb) and any(map(self._is_foreign_good, patients)):
            by = next(iter(self._states(kept_out)), None)  # "Georgian wine was kept out of Russia"
        home = home or any(self.linked.key(j) == by for h in kept_out for j in self.syntax.subtree(h))
        on = tuple(key for key in self.targets.aimed_at(patients) if key != by and not self.linked.is_person(key))
        on = on or self._kept_out_before(verb, by, patients)
        ways = [c for at in (verb, *patients) for c in self.syntax.children(at, "advcl", "xcomp", "obl", "acl")]
        entry = any(self.syntax.lemma(c) in frame["entering"] and self.syntax.word(c - 1) == "from" for c in ways)
        if by is None or not on or not (home or shut or entry):
            return None
        return Telling("ban", "ban.verb", verb, number, by, on, self.clauses.verb_status(verb))

    def _owner_of_way(self, verb: int, kept_out: list[int]) -> str | None:
        """ "Malian trucks are barred from Ghana's ports": whose ports they are, where nobody is said to bar them."""
        if not self._is_agentless(verb):
            return None
        ways = [h for h in kept_out if self.tokens[h].lemma in self.rules.frames["ban"]["ways"]]
        owner = next((key for h in ways if (key := self.actors.owner(h)) is not None), None)
        return owner if owner is not None and self.linked.is_public(owner) else None

    def _is_outright(self, verb: int, lemma: str, part: str = "outright") -> bool:
        """Whether a flow is stopped altogether, not limited or made to depend on leave."""
        return lemma in self.rules.frames["ban"][part] or self._is_cut_off(verb, lemma)

    def freeze(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Norway froze the assets of three banks", "revoked the visas of six officials"."""
        frame = self.rules.frames["sanction"]
        stopped = self._stopped(verb)
        assets = [p for p in stopped if self.tokens[p].lemma in frame["frozen"]] if lemma in frame["freezes"] else []
        assets += [p for p in stopped if self.tokens[p].lemma == "visa"] if lemma in frame["revokes"] else []
        owners = [h for each in assets for case, h in self.syntax.obliques(each) if case == "of"]
        owned = owners if self.targets.aimed_at(owners) else assets
        return self.direct("sanction", "sanction.freeze", verb, number, owned) if assets else None

    def fine(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Italy fined Acme 10 million euros", "Acme was fined $5 million by the commission"."""
        if lemma != "fine" and self.syntax.word(verb) not in ("fined", "fining"):
            return None
        patients = self.syntax.patients(verb)
        subjects = self.syntax.children(verb, "nsubj:pass")
        return self.direct("sanction", "sanction.fine", verb, number, subjects or patients)

    def _is_trade_tie(self, i: int) -> bool:
        """ "Its trade relations", "commercial ties"."""
        before = {self.syntax.word(c) for c in self.syntax.children(i, "compound", "amod")}
        return self.tokens[i].lemma in ("tie", "relation", "relations", "link") and bool(
            before & {"trade", "trading", "commercial", "economic", "business"}
        )

    def cut_ties(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "The bloc closed its borders with Mali", "Turkey suspended trade with Israel"."""
        frame = self.rules.frames["sanction"]
        closed = self.rules.frames["ban"]["closed"]
        objects = self.syntax.patients(verb)
        ties = [p for p in objects if self.tokens[p].lemma in frame["ties"] | closed or self._is_trade_tie(p)]
        if lemma not in frame["cuts"] or not ties:
            return None
        others = self._other_side(verb, ties, ("with", "to", "from"))
        powers = tuple(key for key in others if self.linked.is_public(key))
        shut = (
            all(self.tokens[p].lemma in closed or self._is_trade_tie(p) for p in ties) and lemma not in frame["freezes"]
        )
        kind = "ban" if shut and not self._is_led_by_bloc(verb) else "sanction"
        said_by = self._said_by(verb) if shut else None
        return self.aimed(kind, f"{kind}.ties", verb, number, powers, said_by) if powers else None

    def _is_led_by_bloc(self, verb: int) -> bool:
        """A state shuts its border; a bloc that has its members do so punishes somebody."""
        by = self._power(verb)
        return by is not None and not self.linked.is_state(by)

    def direct(self, kind: str, rule: str, verb: int, number: int, patients: list[int]) -> Telling | None:
        """A verb that is the measure, done by its subject to its object."""
        return self.aimed(kind, rule, verb, number, self.targets.aimed_at(patients))

    def aimed(
        self, kind: str, rule: str, verb: int, number: int, on: tuple[str, ...], said_by: str | None = None
    ) -> Telling | None:
        """A verb that is the measure, done by its subject, else by who says so, to *on*."""
        subjects = self.syntax.subjects(verb)
        by = self.actors.actor(subjects) or self.joined_actor(verb) or self._where(verb, on) or said_by
        by = by or self.actors.person_alone(subjects)
        if not on and by is not None and (kind == "deadline" or rule == "sanction.freeze"):
            on = self.last_aim.get(by, ())  # "froze Mali's assets and gave the junta a week"
        if by is not None and by in on:
            by = self._where(verb, on) or by
        by, on = self.actors.apart(by, on, self.actors.is_led_by(subjects))
        own = self.targets.struck.kin(by) if by is not None else frozenset()
        on = tuple(key for key in on if key not in own)
        if by is None or not on:
            return None
        self.last_aim[by] = on
        return Telling(kind, rule, verb, number, by, on, self.clauses.verb_status(verb))

    def _where(self, verb: int, on: tuple[str, ...]) -> str | None:
        """Whose law it is under: "the president had frozen Iraqi assets in the United States"."""
        if not self.actors.is_led_by(self.syntax.subjects(verb)):
            return None
        heads = [
            h for at in (verb, *self.syntax.patients(verb)) for case, h in self.syntax.obliques(at) if case == "in"
        ]
        return next((key for key in self._states(heads) if key not in on), None)

    def joined_actor(self, verb: int) -> str | None:
        """Who does what is taken for a part of an object before it: "has closed borders, frozen assets"."""
        above = self.syntax.head[verb]
        if self.syntax.dep[verb] != "conj" or self.syntax.is_verb(above) or self.tokens[verb].tag not in ("VBN", "VBD"):
            return None
        return self.actors.actor(self.syntax.subjects(self.syntax.clause(above)))

    def _power(self, verb: int) -> str | None:
        """The state or public body that does it; a firm that stops its own sales takes no measure."""
        by = self._right_before(verb) or self.actors.actor(self.syntax.subjects(verb)) or self.joined_actor(verb)
        return by if by is not None and self.linked.is_public(by) else None

    def _right_before(self, verb: int) -> str | None:
        """ "With Norway extending its ban and | Mali | suspending shipments", hung on the ban by the tree."""
        name = self.syntax.unit_of[verb - 1] if verb else verb
        key = self.linked.key(name)
        joined = self.tokens[verb].tag == "VBG" and self.syntax.dep[name] == "conj"
        apart = joined and self.linked.key(self.syntax.head[name]) is None
        return key if apart and key is not None and self.linked.is_state(key) else None

    def _is_cut_off(self, verb: int, lemma: str) -> bool:
        return lemma == "cut" and verb + 1 < len(self.tokens) and self.syntax.word(verb + 1) == "off"

    def _is_cut_short(self, verb: int, sales: list[int]) -> bool:
        """ "Cut gas supplies to Peru", "decided to cut exports to Peru": an act against it, not a figure of trade."""
        to_states = self._states([h for at in (verb, *sales) for case, h in self.syntax.obliques(at) if case == "to"])
        wares = {self.tokens[j].lemma for s in sales for j in self.syntax.children(s, "compound", "amod")}
        decided = self.syntax.lemma(self.syntax.head[verb]) in DECIDING and self.syntax.dep[verb] == "xcomp"
        return bool(to_states) and (decided or bool(wares & self.rules.frames["ban"]["fuels"]))

    def _is_abroad(self, verb: int, sales: list[int]) -> bool:
        """ "Overseas sales", "shipments to foreign buyers"."""
        around = [h for at in (verb, *sales) for case, h in self.syntax.obliques(at) if case == "to"]
        words = {self.syntax.word(c) for at in (*sales, *around) for c in self.syntax.children(at, "amod", "compound")}
        return bool(words & {"overseas", "foreign"})

    def _stopped(self, verb: int) -> list[int]:
        """What is stopped: the object, and what a sum is of: "froze $1 billion in assets"."""
        found = []
        for patient in self._objects(verb):
            found.append(patient)
            if self.targets.is_amount(patient) or self.syntax.children(patient, "nummod"):
                found += [h for case, h in self.syntax.obliques(patient) if case in ("in", "of", "worth of")]
                found += [h for case, h in self.syntax.obliques(verb) if case in ("in", "of")]
        return found

    def _other_side(self, verb: int, flows: list[int], cases: tuple[str, ...]) -> tuple[str, ...]:
        """With whom there is trade or travel, however deep its phrase hangs: "exports of parts for planes to Iran"."""
        heads = [h for at in (verb, *flows) for case, h in self.syntax.obliques(at) if case in cases]
        for flow in flows:
            heads += [x for _, h in self.syntax.obliques(flow) for case, x in self.syntax.obliques(h) if case in cases]
        return self.targets.aimed_at(heads)

    def _goods(self, flows: list[int]) -> tuple[str, ...]:
        """The goods whose trade is stopped: "halted exports of palm oil", "banned wheat exports"."""
        heads = [h for flow in flows for case, h in self.syntax.obliques(flow) if case == "of"]
        named = [g for h in heads for each in self.syntax.conjuncts(h) for g in self.targets.goods(each)]
        if named:
            return tuple(named)
        above = {flow: self.syntax.head[flow] for flow in flows if self.syntax.dep[flow] in ("conj", "parataxis")}
        before = [h for at in above.values() for h in (self.syntax.patients(at) if self.syntax.is_verb(at) else [at])]
        joined = [g for h in before if self.tokens[h].lemma not in FLOWS for g in self.targets.goods(h)]
        return (*joined, *(g for flow in flows for g in self.targets.goods_before(flow)))

    def _goods_before(self, verb: int, flows: list[int]) -> tuple[str, ...]:
        """ "Listed 38 goods while prohibiting their import": those of the clause that it hangs on."""
        theirs = any(
            self.syntax.word(c) in ("their", "its") for f in flows for c in self.syntax.children(f, "nmod:poss")
        )
        above = self.syntax.head[verb]
        if not theirs or above == verb or self.syntax.dep[verb] not in ("advcl", "conj", "xcomp"):
            return ()
        return tuple(
            g
            for h in self.syntax.patients(above)
            for each in self.syntax.conjuncts(h)
            for g in self.targets.goods(each)
        )

    def _ban_status(self, verb: int) -> MeasureStatus:
        """Of a verb that is the measure: an order that courts stopped is suspended."""
        for other in [*self.syntax.ancestors(verb), *self.syntax.subtree(self.syntax.clause(verb))]:
            stopped = other > verb and self.tokens[other].lemma in ("block", "halt", "suspend", "overturn")
            if stopped and any(self.tokens[j].lemma in ("court", "judge") for j in self.syntax.subtree(other)):
                return MeasureStatus.SUSPENDED
        return self.clauses.verb_status(verb)
