"""Sentences → measures: tariffs, controls, sanctions, probes, truces: by whom, on whom, how much, in force or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from kg.facts.link import Linked
from kg.facts.offices import Offices
from kg.facts.qualify import is_negated
from kg.facts.qualify import status as status_of
from kg.facts.refer import References
from kg.facts.rules import table
from kg.model import Amount, Evidence, Measure, MeasureStatus, Meeting, Qualifier, Sentence, Silence, Span, Status, When
from kg.ontology import measure_kinds
from kg.text.amounts import amounts
from kg.text.boilerplate import BlockKind, blocks, filed, plain
from kg.text.dates import Role, times

# ── rules ───────────────────────────────────────────────────────────────────────────────────────────────────────────

MONEY = re.compile(r"[A-Z]{3}")  # units that are ISO 4217 codes
RATE = re.compile(r"%|\bper ?cent\b|\bpct\b")
SYMMETRIC = frozenset({"truce", "agreement"})
FORCING = frozenset({"order", "require", "force", "compel", "tell"})
EXPIRING = frozenset({"expire", "lapse", "end", "collapse"})
ANSWERING = frozenset({"respond", "retaliate", "hit", "slap", "threaten", "counter", "reply", "answer", "strike"})
MADE = frozenset(
    {
        "make",
        "made",
        "build",
        "built",
        "own",
        "owned",
        "produce",
        "produced",
        "grow",
        "grown",
        "assemble",
        "import",
        "ship",
    }
)
HEAD_OF_TARIFF = frozenset({"rate", "hike", "increase", "cut", "level", "rise"})
# "The ministry", "the bloc": an institution named before.
BODY_NOUNS = {
    "ministry": ("ministry",), "department": ("department",), "commission": ("commission",), "council": ("council",),
    "bloc": ("union", "community", "association", "ecowas", "asean"), "agency": ("agency",),
    "committee": ("committee",),
    "bureau": ("bureau",), "panel": ("committee", "panel"), "congress": ("congress",), "treasury": ("treasury",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of measure needs to be believed; see rules/measures.toml."""

    kind: str
    on: frozenset[str]
    units: frozenset[str]
    needs: str
    verbs: frozenset[str]
    not_for: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rules:
    kinds: dict[str, Kind]
    nouns: dict[tuple[str, ...], str]
    effect: dict[str, str]
    happen: frozenset[str]
    face: frozenset[str]
    nominal: dict[str, str]
    adjective: dict[str, MeasureStatus]
    frames: dict[str, dict[str, frozenset[str]]]
    amounts: dict[str, frozenset[str]]  # rule → units of its amount


@cache
def rules() -> Rules:
    """The rules with the nouns of the ontology."""
    raw = table("measures")
    kinds = {
        entry["kind"]: Kind(
            entry["kind"],
            frozenset(entry["on"]),
            frozenset(entry["units"]),
            entry["needs"],
            frozenset(entry.get("verbs", ())),
            frozenset(entry.get("not_for", ())),
        )
        for entry in raw["kind"]
    }
    nouns = {tuple(re.split(r"[\s-]", noun)): each.notation for each in measure_kinds() for noun in each.nouns}
    nouns |= {tuple(noun.split()): entry["kind"] for entry in raw["kind"] for noun in entry.get("also", ())}
    effects = ("impose", "announce", "propose", "end", "suspend")
    return Rules(
        kinds,
        nouns,
        {lemma: effect for effect in effects for lemma in raw["verbs"][effect]},
        frozenset(raw["verbs"]["happen"]),
        frozenset(raw["verbs"]["face"]),
        {lemma: effect for effect in effects for lemma in raw["nominals"].get(effect, ())},
        {word: MeasureStatus(name) for name, words in raw["adjectives"].items() for word in words},
        {
            name: {key: frozenset(words) for key, words in frame.items() if key != "examples"}
            for name, frame in raw["frames"].items()
        },
        {rule: frozenset(units) for rule, units in raw["amounts"].items()},
    )


# ── tellings ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class Telling:
    """One place in the text that tells of a measure, before tellings of the same one are joined."""

    kind: str
    rule: str
    trigger: int
    sentence: int
    by: str | None
    on: tuple[str, ...]
    status: MeasureStatus
    goods: tuple[str, ...] = ()
    amount: Amount | None = None
    previous: Amount | None = None
    start: When | None = None
    until: When | None = None
    name: str | None = None
    anaphoric: bool = False
    traits: frozenset[str] = frozenset()  # "anti-dumping": probes that differ in these are different ones
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a clause does to a measure: the verb (or noun), its effect, and who does it."""

    verb: int
    effect: str  # impose, announce, propose, end, suspend, happen, face
    actors: tuple[int, ...]


class MeasureReader:
    """Reads the measures of one article."""

    def __init__(
        self, linked: Linked, offices: Offices, references: References, meetings: Sequence[Meeting] = ()
    ) -> None:
        self.linked = linked
        self.offices = offices
        self.references = references
        self.meetings = meetings
        self.syntax = linked.syntax
        self.document = linked.document
        self.tokens = linked.document.tokens
        self.rules = rules()
        self.text = plain(linked.text).replace("\n", " ")
        self._filed = filed(self.document.article)
        titles = {n for n, block in enumerate(blocks(self.document.article)) if block.kind is BlockKind.HEADLINE}
        self._titles = {n for n, sentence in enumerate(self.document.sentences) if sentence.block in titles}
        self.silences: list[Silence] = []
        self._last_by: dict[str, str] = {}
        self._last_on: dict[str, tuple[str, ...]] = {}

    def read(self) -> tuple[Measure, ...]:
        """The article's measures in the order in which they are first told."""
        tellings: list[Telling] = []
        for number, sentence in enumerate(self.document.sentences):
            for telling in self._sentence(sentence, number):
                if telling.by is not None:
                    self._last_by[telling.kind] = telling.by
                if telling.on:
                    self._last_on[telling.kind] = telling.on
                tellings.append(self._evident(telling, sentence))
        return tuple(self._measure(n, t) for n, t in enumerate(self._merged(tellings), 1))

    def _sentence(self, sentence: Sentence, number: int) -> Iterator[Telling]:
        triggers = self._triggers(sentence)
        frames = list(self._frames(sentence, number))
        taken = {telling.trigger for telling in frames}
        claimed = {i for telling in frames for i in self._claimed(telling)}
        shared = self._amounts(sentence, [i for i, _ in triggers] + sorted(taken))
        for i, kind in triggers:
            if i not in claimed:
                yield from self._noun(i, self.rules.kinds[kind], number, sentence, shared.get(i, []))
        for telling in frames:
            yield from self._with_amounts(telling, shared.get(telling.trigger, []))

    # ── nouns that name a measure ───────────────────────────────────────────────────────────────────────────────────

    def _triggers(self, sentence: Sentence) -> list[tuple[int, str]]:
        found = []
        for i in range(sentence.first, sentence.last):
            kind = self._kind(i)
            if kind in self.rules.kinds:
                found.append((i, kind))
        return found

    def _kind(self, i: int) -> str | None:
        """The kind that the noun phrase headed at *i* names, by its longest name in the ontology."""
        token = self.tokens[i]
        if token.pos not in ("NOUN", "PROPN", "VERB") or self.syntax.unit_of[i] != i or self.linked.key(i) is not None:
            return None
        if token.pos == "VERB" and not token.tag.startswith("NN"):
            return None
        relation = self.syntax.dep[i]
        if relation in ("compound", "amod") and not self._heads_tariff(i):
            return None
        if token.lemma == "rate" and not self.syntax.children(i, "compound") and self._is_tariff_rate(i):
            return "tariff"  # once tariffs were told of: "for Vietnam the rates run from …"
        words = tuple(re.split(r"-", "-".join(self._lemma(j) for j in range(max(0, i - 3), i + 1))))
        words = tuple(word for word in words if word)
        for length in range(min(4, len(words)), 0, -1):
            kind = self.rules.nouns.get(words[-length:])
            if kind is not None:
                return self._refined(i, kind, length)
        return self._by_object(i)

    def _lemma(self, j: int) -> str:
        token = self.tokens[j]
        if token.pos not in ("NOUN", "PROPN"):
            return token.text.lower()
        return token.lemma.removesuffix("e") if token.lemma.endswith("xe") else token.lemma  # "surtaxes"

    def _heads_tariff(self, i: int) -> bool:
        return self.syntax.lemma(self.syntax.head[i]) in HEAD_OF_TARIFF

    def _is_tariff_rate(self, i: int) -> bool:
        traded = {self.syntax.lemma(h) for case, h in self.syntax.obliques(i) if case == "on"}
        known = "tariff" in self._last_by and self.tokens[i].lemma == "rate"
        return known or bool(traded & {"import", "good", "goods", "product", "export"})

    def _refined(self, i: int, kind: str, length: int) -> str | None:
        """One word may name another kind by what hangs on it: a ban on exports; and "duty" alone is no levy."""
        lemma = self.tokens[i].lemma
        if kind == "tariff" and lemma == "duty" and length == 1 and self.tokens[i].tag not in ("NNS", "NNPS"):
            near = {self.syntax.word(c) for c in self.syntax.children(i)}
            if (
                not near & {"import", "customs", "anti-dumping"}
                and not RATE.search(self._around(i))
                and not self._is_tariff_rate(i)
            ):
                return None
        if (
            lemma == "penalty"
            or (kind == "legislation")
            or lemma in ("framework", "grant", "law", "bill", "resolution")
        ):
            return None
        return kind

    def _around(self, i: int) -> str:
        return " ".join(self.tokens[j].text for j in range(max(0, i - 5), min(len(self.tokens), i + 6)))

    def _by_object(self, i: int) -> str | None:
        """ "Restrictions on rare earth exports", "limits on imports of steel", "arms export curbs"."""
        if self.tokens[i].lemma not in (
            "restriction",
            "curb",
            "limit",
            "control",
            "ban",
            "ceiling",
            "limitation",
            "block",
        ):
            return None
        objects = [h for case, h in self.syntax.obliques(i) if case in ("on", "to", "for", "over")]
        around = [self.syntax.head[i], *self.syntax.children(i, "acl", "acl:relcl")]  # "the curbs it placed on exports"
        objects += [h for j in around for case, h in self.syntax.obliques(j) if case == "on" and h > i]
        words = {self.syntax.lemma(h) for h in objects} | {
            self.syntax.word(c) for c in self.syntax.children(i, "compound", "amod")
        }
        if words & {"export", "exports", "shipment", "overseas"}:
            return "export control"
        if words & {"import", "imports"}:
            return "import restriction"
        if "sale" in words and any(c == "to" for h in objects for c, _ in self.syntax.obliques(h)):
            return "export control"
        return None

    def _noun(
        self, i: int, kind: Kind, number: int, sentence: Sentence, found: list[tuple[Amount, Amount | None]]
    ) -> Iterator[Telling]:
        if is_negated(self.syntax, i) or self._is_denied(i):
            return
        modifiers = {self.syntax.word(c) for c in self.syntax.children(i, "compound", "amod", "nmod")}
        if modifiers & kind.not_for:
            return
        frame = self._frame(i, kind)
        owner = self._owner(i)
        by = owner or (self._actor(frame.actors) if frame and frame.effect not in ("happen", "face") else None)
        on, goods = self._target(i, kind, frame, sentence)
        by, on = self._apart(by, on, self._is_led(frame) and owner is None)
        if (
            by is None
            and frame is not None
            and frame.effect in ("face", "happen")
            and self._last_by.get(kind.kind) not in on
        ):
            by = self._last_by.get(kind.kind)
        if by is None and frame is not None and frame.effect == "face":
            by = self._actor(j for j in range(sentence.first, frame.verb) if self._is_other_subject(j, on))
        fitting = self._fitting(kind, found)
        if (
            kind.kind == "tariff"
            and by is not None
            and not on
            and not goods
            and any(a.unit == "percent" for a, _ in fitting)
        ):
            on = tuple(key for key in self._story_parties(number) if by in self._story_parties(number) and key != by)
        telling = Telling(
            kind.kind, f"{kind.kind.replace(' ', '-')}.noun", i, number, by, on, self._status(i, frame), goods
        )
        telling.anaphoric = self._definite(i)
        telling.traits = frozenset(
            self.syntax.word(c)
            for c in self.syntax.subtree(i)
            if c < i and self.tokens[c].pos in ("NOUN", "ADJ") and c >= i - 4
        ) - {"new", "further", "separate", "recent"}
        self._date(telling, frame, sentence)
        if kind.kind in SYMMETRIC:
            self._set_parties(telling, frame)
        if not self._believed(telling, kind, frame, fitting):
            self._silent(i, sentence, telling, frame)
            return
        if not fitting:
            yield telling
            return
        for amount, previous in fitting:
            yield replace(telling, amount=amount, previous=previous, evidence=[])

    def _silent(self, i: int, sentence: Sentence, telling: Telling, frame: Frame | None) -> None:
        """Keep why a word for a measure yielded nothing."""
        span = Span(self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end)
        if telling.kind in SYMMETRIC:
            reason = "the parties are not named" if len(telling.on) < 2 else "mentioned in passing"
        elif frame is None:
            reason = "mentioned in passing"
        elif telling.by is None:
            reason = "nobody is said to do it"
        else:
            reason = "neither target nor rate is named"
        self.silences.append(Silence(span, self.tokens[i].text, reason))

    def _is_other_subject(self, j: int, on: tuple[str, ...]) -> bool:
        """Whether a subject is another's than those aimed at: "he gave Iran a week, or it would face sanctions"."""
        return self.syntax.dep[j] == "nsubj" and self.syntax.unit_of[j] == j and self._acting(j) not in (None, *on)

    def _is_led(self, frame: Frame | None) -> bool:
        """Whether a person is said to do it."""
        return frame is not None and any(
            self.syntax.word(head) in ("he", "she")
            or ((key := self.linked.key(head)) is not None and self.linked.is_person(key))
            for head in frame.actors
        )

    def _is_denied(self, i: int) -> bool:
        return any(self.syntax.word(c) in ("no", "without") for c in self.syntax.children(i, "det", "case"))

    def _definite(self, i: int) -> bool:
        return any(
            self.syntax.word(c) in ("the", "these", "those", "this", "that", "such")
            for c in self.syntax.children(i, "det")
        )

    def _believed(
        self, telling: Telling, kind: Kind, frame: Frame | None, fitting: list[tuple[Amount, Amount | None]]
    ) -> bool:
        """Whether enough is said to state a measure; a bare "tariffs" in passing is not."""
        by, on = telling.by is not None, bool(telling.on)
        match kind.needs:
            case "rate or both":
                levels = [a for a, _ in fitting if a.unit == "percent"]
                acted = frame is not None or telling.anaphoric
                aimed = on or bool(telling.goods) or (telling.anaphoric and not by)
                return (bool(levels) and aimed and (by or telling.anaphoric) and acted) or (by and on)
            case "both":
                return by and on and telling.on != (telling.by,)
            case "by":
                return by and frame is not None and frame.effect not in ("face",) and (on or bool(telling.goods))
            case "rate and by":
                return by and bool(fitting) and frame is not None
            case "parties":
                acted = frame is not None and self.syntax.lemma(frame.verb) in kind.verbs
                lasting = telling.kind == "truce" and (bool(fitting) or telling.until is not None)
                return len(telling.on) >= 2 and (acted or lasting)
        return False

    def _fitting(self, kind: Kind, found: list[tuple[Amount, Amount | None]]) -> list[tuple[Amount, Amount | None]]:
        """The amounts in a unit of the kind: levels before changes, percents before money."""
        fits = [
            pair
            for pair in found
            if pair[0].unit in kind.units
            or ("money" in kind.units and MONEY.fullmatch(pair[0].unit) and pair[0].qualifier is not Qualifier.AT_LEAST)
        ]
        percents = [pair for pair in fits if pair[0].unit == "percent"]
        levels = [pair for pair in percents if not pair[0].change]
        return levels or percents[:1] or fits[:1]

    # ── what is done to it, and by whom ─────────────────────────────────────────────────────────────────────────────

    def _frame(self, i: int, kind: Kind) -> Frame | None:
        """What the clause around the noun does to it; through coordination ("duties on steel and curbs on chips")."""
        syntax = self.syntax
        outer = self._outer_frame(i, kind)
        if outer is not None and (outer.actors or outer.effect in ("end", "suspend")):
            return outer
        for child in syntax.children(i, "acl", "acl:relcl"):
            lemma = syntax.lemma(child)
            if lemma in self.rules.effect and i in syntax.patients(child):
                return Frame(child, self.rules.effect[lemma], tuple(syntax.subjects(child)))
            if lemma in self.rules.happen and syntax.dep[child] == "acl:relcl" and lemma != "be":
                return Frame(child, "happen", ())
        return outer

    def _outer_frame(self, i: int, kind: Kind) -> Frame | None:
        syntax = self.syntax
        at = i
        while syntax.dep[at] == "conj" and self.tokens[syntax.head[at]].pos in ("NOUN", "PROPN"):
            at = syntax.head[at]
        if at != i and syntax.dep[at] in ("nmod", "obl") and self._kind(syntax.head[at]) in self.rules.kinds:
            at = syntax.head[at]  # "duties on goods and curbs on exports", hung on the goods
        above = syntax.head[at]
        if above == at:
            return None
        relation, case, lemma = syntax.dep[at], syntax.case(at), syntax.lemma(above)
        if relation == "nmod" and case == "with" and syntax.lemma(syntax.clause(at)) in ANSWERING:
            above, relation = syntax.clause(at), "obl"  # "hit goods with surtaxes", hung on the goods
            lemma = syntax.lemma(above)
        if relation == "nmod" and case in ("including", "such as", "like", "of") and not syntax.is_verb(above):
            nominal = self._nominal(at, above, kind)
            return nominal or (self._outer_frame(above, kind) if case != "of" else None)
        if not syntax.is_verb(above):
            return self._nominal(at, above, kind)
        effect = self.rules.effect.get(lemma)
        if lemma in kind.verbs and effect is None:
            effect = "impose"
        if relation == "nsubj:pass" and at > above and syntax.dep[above] == "acl" and effect:
            return Frame(above, effect, (syntax.head[above],))  # "China for its part suspended the controls"
        if relation == "obl" and case == "at" and kind.kind == "tariff":
            return Frame(above, "impose", tuple(syntax.subjects(above)))  # "let in cars at a tariff of 6.1%"
        if at in syntax.patients(above) or relation in ("obj", "xcomp"):
            if lemma in self.rules.face:
                return Frame(above, "face", tuple(syntax.subjects(above)))
            if lemma == "rule" and not is_negated(syntax, above):
                return None
            return Frame(above, effect, tuple(syntax.subjects(above))) if effect else None
        if relation == "obl" and case == "with" and lemma in ANSWERING:
            return Frame(above, "propose" if lemma == "threaten" else "impose", tuple(syntax.subjects(above)))
        if relation == "obl" and case in ("to", "on", "for") and lemma in ("lead", "agree", "subject", "call"):
            return Frame(above, "propose" if lemma == "call" else "impose", tuple(syntax.subjects(above)))
        if relation == "nsubj" and (lemma in self.rules.happen or lemma in EXPIRING):
            return Frame(above, "end" if lemma in EXPIRING else "happen", ())
        return None

    def _nominal(self, at: int, above: int, kind: Kind) -> Frame | None:
        """ "The imposition of tariffs", "an extension of a truce"."""
        syntax = self.syntax
        effect = self.rules.nominal.get(syntax.lemma(above))
        if effect is None or syntax.case(at) not in ("of", "in", "to", ""):
            return None
        outer = self._frame(above, kind)
        owners = tuple(syntax.children(above, "nmod:poss")) or (outer.actors if outer else ())
        owners = owners or tuple(h for c, h in syntax.obliques(above) if c == "by")
        if outer is not None and effect == "impose":
            return Frame(outer.verb, outer.effect, owners)
        return Frame(above, effect, owners)

    def _owner(self, i: int) -> str | None:
        """Whose it is by the words before it: "US tariffs", "Washington's own sanctions", "the Trump-era duties"."""
        for child in self.syntax.children(i, "nmod:poss", "compound", "amod", "nmod"):
            if child < i and not self.syntax.case(child).replace("'s", "").replace("’s", "").strip():
                key = self._acting(child)
                if key is not None:
                    return key
        return None

    def _actor(self, heads: Iterable[int]) -> str | None:
        return next((key for head in heads if (key := self._acting(head)) is not None), None)

    def _acting(self, i: int) -> str | None:
        """The state or institution that a noun phrase acts for: a leader's, an administration's, "the ministry"."""
        key = self.linked.key(i)
        if key is not None:
            if self.linked.is_person(key):
                return self._party(key)
            return None if key.startswith("place/") else key
        syntax, word, lemma = self.syntax, self.syntax.word(i), self.syntax.lemma(i)
        if word in ("he", "she", "his", "her"):
            person = self.references.pronoun(i)
            return self._party(person) if person else None
        if word in ("it", "its"):
            return self._last_subject(i)
        for child in syntax.children(i, "compound", "amod", "nmod:poss", "nmod", "appos"):
            if syntax.dep[child] == "nmod" and syntax.case(child) not in ("", "of", "'s", "’s", "from"):
                continue
            inner = self.linked.key(child) is not None or syntax.word(child) in ("his", "her")
            if inner or (syntax.dep[child] == "compound" and syntax.lemma(child) in ("government", "trade")):
                acting = self._acting(child)
                if acting is not None:
                    return acting
                if lemma == "administration" and "state/united-states" in self.linked.things:
                    return "state/united-states"  # what the press calls a government by its leader's name
        if lemma in ("government", "cabinet", "authority", "authorities") and self._definite(i):
            return self._dominant_state()
        return self._body_before(i, lemma)

    def _dominant_state(self) -> str | None:
        """The state that the article names at least twice as often as any other."""
        counts = self.linked.state_counts().most_common(2)
        if not counts or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
            return None
        return counts[0][0]

    def _party(self, person: str) -> str | None:
        """Whom a person stands for; a capital taken for a person stands for its state."""
        party = self.offices.party_of(person)
        if party is None and (state := self.linked.table.metonym(self.linked.persons[person].name)) is not None:
            return self.linked.state_key(state.name)
        return party

    def _body_before(self, i: int, lemma: str) -> str | None:
        """ "The ministry": the last institution named before whose name says so."""
        wanted = BODY_NOUNS.get(lemma)
        if wanted is None:
            return None
        for m in reversed(self.linked.names):
            key = self.linked.at.get(m.first)
            named = m.first < i and key is not None and key.startswith("institution/")
            if named and key and any(word in self.linked.things[key].name.lower() for word in wanted):
                return key
        return None

    def _last_subject(self, i: int) -> str | None:
        """The state or institution that "it" stands for: the last subject of a clause before it that is one."""
        number = self.syntax.sentence_of[i]
        for sentence in range(number, max(-1, number - 2), -1):
            bounds = self.document.sentences[sentence]
            for j in range(min(bounds.last, i) - 1, bounds.first - 1, -1):
                if self.syntax.dep[j] in ("nsubj", "nsubj:pass") and self.syntax.unit_of[j] == j:
                    key = self.linked.key(j) or next(iter(self._named_beside(j)), None)
                    if key is not None and not self.linked.is_person(key) and not key.startswith("place/"):
                        return key
        return None

    # ── on whom ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _target(
        self, i: int, kind: Kind, frame: Frame | None, sentence: Sentence
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Those whom the measure is aimed at, and the goods as worded."""
        heads = self._target_heads(i, kind, frame, sentence)
        on: list[str] = []
        goods: list[str] = []
        for head in heads:
            for each in self.syntax.conjuncts(head):
                if each == head or self._kind(each) is None:
                    on += self._aimed(each)
                    goods += self._goods(each)
        if not on:
            on += self._origin(max(heads, default=i), sentence) if heads else self._after(i, kind, sentence)
        if frame is not None and frame.effect == "face":
            on += [key for head in frame.actors for each in self.syntax.conjuncts(head) for key in self._aimed(each)]
        if kind.kind == "export control" and not on and frame is not None:
            on += self._kept_from(frame.verb)
        if kind.kind not in ("sanction", "ban"):
            on = [key for key in on if not self.linked.is_person(key)]
        return tuple(dict.fromkeys(on)), tuple(dict.fromkeys(goods))

    def _origin(self, i: int, sentence: Sentence) -> list[str]:
        """The state right behind a target: "steel imported from Turkey", wherever the tree hangs the phrase."""
        for j in range(i + 1, min(i + 5, sentence.last)):
            key = self.linked.key(j)
            if key is not None:
                return [key] if self.linked.is_state(key) and self.syntax.case(j) in ("from", "in") else []
            if self.syntax.word(j) not in ("from", "in", "the") and self.syntax.lemma(j) not in MADE:
                return []
        return []

    def _after(self, i: int, kind: Kind, sentence: Sentence) -> list[str]:
        """The first name in the phrase right behind the noun, where the tree does not hang the phrase on it."""
        if i + 1 >= sentence.last or self.syntax.word(i + 1) not in kind.on:
            return []
        for j in range(i + 2, sentence.last):
            if self.tokens[j].pos in ("PUNCT", "VERB", "AUX") and self.syntax.unit_of[j] == j:
                return []
            key = self.linked.key(j)
            if key is not None and not key.startswith("place/"):
                return [key]
        return []

    def _apart(self, by: str | None, on: tuple[str, ...], led: bool) -> tuple[str | None, tuple[str, ...]]:
        """
        By and on without what stands in both. Nobody taxes or bans his own country's goods: where a leader's state
        (*led*) came out as the target, it was guessed wrong, and is the other of the two the article is about.
        """
        if by is None and led and len(on) == 1 and self.linked.is_state(on[0]):
            return self._other_state(on[0]), on
        if by is None or by not in on:
            return by, on
        if not led or len(on) > 1:
            return by, tuple(key for key in on if key != by)
        return self._other_state(by), on

    def _other_state(self, state: str) -> str | None:
        """The other one of the two states that the article is about; None where others are named as often."""
        counts = [
            (self.linked.state_key(n) if "/" not in n else n, c) for n, c in self.linked.state_counts().most_common(3)
        ]
        if len(counts) > 2 and counts[2][1] * 2 > counts[1][1]:
            return None
        others = [key for key, _ in counts[:2] if key != state]
        return others[0] if len(others) == 1 and len(counts) > 1 else None

    def _target_heads(self, i: int, kind: Kind, frame: Frame | None, sentence: Sentence) -> list[int]:
        syntax = self.syntax
        inside = self._phrases(i, kind.on)
        for child in syntax.children(i, "acl", "acl:relcl"):  # "the sanctions it placed on Libya"
            if syntax.lemma(child) in self.rules.effect:
                inside += self._phrases(child, kind.on)
        loose = self._phrases(frame.verb, kind.on) if frame is not None and frame.effect != "happen" else []
        if kind.kind in ("export control", "import restriction"):
            objects = self._phrases(i, frozenset({"on", "of", "for"}))
            for child in syntax.children(i, "acl", "acl:relcl"):
                objects += self._phrases(child, frozenset({"on"}))
            for h in objects:
                inside += [x for case, x in syntax.obliques(h) if case in kind.on] or [h]
        if (
            frame is not None
            and not (inside or loose)
            and (syntax.lemma(frame.verb) in ("hit", "slap", "threaten", "strike") or syntax.case(i) == "at")
        ):
            loose = [o for o in syntax.patients(frame.verb) if o != i]
        if frame is not None and not (inside or loose) and frame.effect == "happen":
            loose = [h for case, h in syntax.obliques(frame.verb) if case == "for"]
        return inside or loose[:1]

    def _phrases(self, i: int, cases: frozenset[str]) -> list[int]:
        """Heads of prepositional phrases at *i*, or hung too low on an amount: "put duties of 10% on steel"."""
        found = [h for case, h in self.syntax.obliques(i) if case in cases and self._no_time(h)]
        particles = {self.syntax.word(c) for c in self.syntax.children(i, "compound:prt")}
        for child in self.syntax.children(i):
            if self._is_amount(child):
                found += self._phrases(child, cases)
            elif particles & cases and self.syntax.dep[child] in ("obl", "obj") and not self.syntax.case(child):
                found.append(child)  # "the duties he put on about $370 billion of goods"
        return sorted(found)

    def _is_amount(self, i: int) -> bool:
        token = self.tokens[i]
        return token.pos in ("NUM", "SYM") or token.text.lower() in ("%", "percent", "cent", "pct", "rate", "worth")

    def _no_time(self, h: int) -> bool:
        return (
            self.tokens[h].text.lower()
            not in (
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday",
            )
            and self.tokens[h].pos != "NUM"
        )

    def _aimed(self, i: int) -> list[str]:
        """States, institutions and people at a noun phrase: itself, else those that own, make or modify it."""
        key = self.linked.key(i)
        if key is not None:
            return [] if key.startswith("place/") else [key]
        syntax = self.syntax
        if syntax.word(i) == "it" and (last := self._last_subject(i)) is not None:
            return [last]
        named = self._named_beside(i)
        if named:
            return named
        found: list[str] = []
        for child in syntax.children(i, "amod", "compound", "nmod:poss"):
            made = (
                syntax.children(child, "compound", "amod", "obl:unmarked", "advmod")
                if self.tokens[child].lemma in MADE
                else []
            )
            for part in [*syntax.conjuncts(child), *made]:  # "Chinese cars", "Chinese-made cars"
                part_key = self.linked.key(part)
                if part_key and not part_key.startswith("place/"):
                    found.append(
                        self.offices.party_of(part_key) or part_key if self.linked.is_person(part_key) else part_key
                    )
        if found:
            return found
        for case, head in syntax.obliques(i):
            if case in ("from", "of", "in", "into", "to", "by", "with", "including", "such as"):
                found += [k for each in syntax.conjuncts(head) for k in self._aimed(each)]
        for child in syntax.children(i, "acl", "acl:relcl"):
            if syntax.lemma(child) in ("sell", "export", "ship", "send") and syntax.dep[child] == "acl:relcl":
                found += [k for h in syntax.subjects(child) if h != i for k in self._aimed(h)]
            elif syntax.lemma(child) in (
                "make",
                "import",
                "produce",
                "build",
                "ship",
                "originate",
                "manufacture",
                "come",
                "export",
            ):
                makers = [h for h in syntax.children(child, "obl:agent") if not syntax.is_verb(h)]
                makers = makers or [
                    h for case, h in syntax.obliques(child) if case in ("from", "in", "by", "into", "to")
                ]
                found += [k for h in makers for k in self._aimed(h)]
        return found

    def _named_beside(self, i: int) -> list[str]:
        """Names that say what a noun means: "tech giant X", "two ministers, X and Y"; not "59 apps, X among them"."""
        syntax = self.syntax
        after = i + 1
        plural = self.tokens[i].tag in ("NNS", "NNPS")
        beside = [after] if after < len(self.tokens) and not plural and not syntax.children(after, "case") else []
        names = [each for c in syntax.children(i, "appos", "flat") for each in syntax.conjuncts(c)]
        for name in names:
            near = [syntax.word(j) for j in range(max(i, name - 4), min(name + 5, len(self.tokens)))]
            if "among" in near or "including" in near:
                return []
        keys = [self.linked.key(j) for j in [*beside, *names] if syntax.unit_of[j] == j]
        return [key for key in keys if key is not None and not key.startswith(("place/", "state/"))]

    def _goods(self, i: int) -> list[str]:
        """The goods as worded: the noun with what stands right before it."""
        if self.linked.key(i) is not None or self.tokens[i].pos not in ("NOUN", "PROPN"):
            return []
        first = min([c for c in self.syntax.children(i, "amod", "compound", "nummod") if c < i] + [i])
        return [self.text[self.tokens[first].start : self.tokens[i].end]]

    def _kept_from(self, verb: int) -> list[str]:
        """ "… to prevent China from gaining an edge": whom a clause of purpose names."""
        found = []
        for child in self.syntax.children(verb, "advcl", "xcomp"):
            if self.syntax.lemma(child) in (
                "prevent",
                "keep",
                "stop",
                "deny",
                "curb",
                "slow",
                "hobble",
                "contain",
                "limit",
                "block",
            ):
                found += [k for o in self.syntax.patients(child) for k in self._aimed(o)]
        return found

    # ── status ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _status(self, i: int, frame: Frame | None) -> MeasureStatus:
        for child in self.syntax.children(i, "amod", "acl"):
            found = self.rules.adjective.get(self.syntax.word(child))
            if found is not None:
                return found
        if frame is None:
            return MeasureStatus.IN_FORCE
        return self._frame_status(frame)

    def _frame_status(self, frame: Frame) -> MeasureStatus:
        told = status_of(self.syntax, frame.verb)
        if not self.syntax.is_verb(frame.verb) or self._decided(frame.verb):
            told = Status.HAPPENED  # "the imposition of tariffs", "its decision to add 23 firms"
        match frame.effect, told:
            case "propose", _:
                return MeasureStatus.PROPOSED
            case "announce", Status.HAPPENED | Status.PLANNED:
                return MeasureStatus.ANNOUNCED
            case "end", Status.HAPPENED:
                return MeasureStatus.EXPIRED
            case "suspend", Status.HAPPENED | Status.PLANNED:
                return MeasureStatus.SUSPENDED
            case (("impose" | "happen" | "face"), Status.PLANNED):
                return MeasureStatus.ANNOUNCED
            case (("impose" | "happen" | "face" | "announce"), Status.POSSIBLE | Status.DENIED):
                return MeasureStatus.PROPOSED
        return MeasureStatus.IN_FORCE

    def _decided(self, verb: int) -> bool:
        return self.syntax.dep[verb] == "acl" and self.syntax.lemma(self.syntax.head[verb]) in (
            "decision",
            "move",
            "order",
        )

    # ── parties of truces and agreements ────────────────────────────────────────────────────────────────────────────

    def _set_parties(self, telling: Telling, frame: Frame | None) -> None:
        """Both sides, as `on`; those of the talks it came from where the clause does not name them."""
        i = telling.trigger
        heads = [h for case, h in self.syntax.obliques(i) if case in ("with", "between")]
        if frame is not None:
            heads += [h for case, h in self.syntax.obliques(frame.verb) if case in ("with", "between")]
            heads += list(frame.actors)
        found = self._parties(heads)
        for child in self.syntax.children(i, "compound", "amod", "nmod:poss"):
            found |= {k for part in self.syntax.conjuncts(child) if (k := self._acting(part))}
        pair = any(self.references.group(head).anaphor for head in heads)
        passive = frame is not None and self.syntax.is_passive(frame.verb) and not frame.actors
        parties = sorted(found)
        if len(parties) < 2 and (telling.kind == "truce" or passive or pair):
            parties = (
                sorted(self._story_parties(telling.sentence)) or sorted(self._last_on.get(telling.kind, ())) or parties
            )
        telling.by, telling.on = None, tuple(parties)
        if (
            frame is not None
            and telling.status is MeasureStatus.IN_FORCE
            and self.syntax.lemma(frame.verb) in ("reach", "agree", "strike")
        ):
            telling.status = MeasureStatus.ANNOUNCED

    def _parties(self, heads: Iterable[int]) -> set[str]:
        """Whom noun phrases act for: states and institutions of all who are joined, "the presidents of A and B" too."""
        found = {key for head in heads for each in self.syntax.conjuncts(head) if (key := self._acting(each))}
        group = self.references.groups(list(heads))
        found |= {key for key in group.parties if not key.startswith("place/")}
        found |= {key for person in group.people if (key := self._party(person))}
        states = {key for key in found if self.linked.is_state(key)}
        owned = {
            k
            for k in found - states
            if (thing := self.linked.things[k]).type == "government"
            and thing.of
            and self.linked.state_key(thing.of) in states
        }
        return found - owned

    def _story_parties(self, number: int) -> tuple[str, ...]:
        """The parties of the meeting told in the same sentence, else those of the article's one pair of parties."""
        sentence = self.document.sentences[number]
        here = Span(self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end)
        for meeting in self.meetings:
            if len(meeting.parties) == 2 and any(e.span in here or here in e.span for e in meeting.evidence):
                return meeting.parties
        pairs = {meeting.parties for meeting in self.meetings if len(meeting.parties) == 2}
        return pairs.pop() if len(pairs) == 1 else ()

    # ── frames without such a noun ──────────────────────────────────────────────────────────────────────────────────

    def _frames(self, sentence: Sentence, number: int) -> Iterator[Telling]:
        readers = (
            self._blacklist,
            self._divestiture,
            self._verb_ban,
            self._verb_sanction,
            self._freeze,
            self._investigate,
            self._levy,
            self._law,
            self._agree,
        )
        for i in range(sentence.first, sentence.last):
            if self.syntax.unit_of[i] != i:
                continue
            lemma = self.tokens[i].lemma
            if self.syntax.is_verb(i) and self.syntax.dep[i] not in ("amod", "compound"):
                for read in readers:
                    telling = read(i, lemma, number)
                    if telling is not None:
                        self._date(telling, Frame(i, "impose", ()), sentence)
                        yield telling
                        break

    def _claimed(self, telling: Telling) -> Iterator[int]:
        """Nouns that a frame has used up: the ban in "sell or face a ban"."""
        if telling.kind in ("divestiture", "blacklist", "legislation"):
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
        by = self._actor(self.syntax.subjects(verb)) or (self._owner(lists[0]) if lists else None)
        on = tuple(
            dict.fromkeys(
                k for p in patients for each in self.syntax.conjuncts(p) for k in self._aimed(each) if k != by
            )
        )
        if not lists or by is None or not on:
            return None
        effect = "end" if ends else "impose"
        return Telling("blacklist", "blacklist.add", verb, number, by, on, self._frame_status(Frame(verb, effect, ())))

    def _is_blacklist(self, i: int) -> bool:
        frame = self.rules.frames["blacklist"]
        if self.tokens[i].lemma == "blacklist":
            return True
        below = {self.tokens[j].text.lower() for j in self.syntax.subtree(i)}
        return self.tokens[i].lemma in frame["lists"] and bool(below & frame["list_words"])

    def _divestiture(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "ByteDance to sell TikTok or face a ban": the seller is the target; who demands it, by the words around."""
        frame = self.rules.frames["divestiture"]
        gives_up = lemma == "give" and "up" in {self.syntax.word(c) for c in self.syntax.children(verb, "compound:prt")}
        if not (lemma in frame["verbs"] or gives_up) or not self._is_forced(verb):
            return None
        seller = self._seller(verb)
        if seller is None:
            return None
        by = self._demander(verb, seller)
        if by is None:
            return None
        return Telling("divestiture", "divestiture.sell-or", verb, number, by, (seller,), MeasureStatus.IN_FORCE)

    def _is_forced(self, verb: int) -> bool:
        """Whether the sale is demanded: a deadline, an order, a law, or a ban as the other choice."""
        cues = self.rules.frames["divestiture"]["cues"]
        near = [*self.syntax.ancestors(verb)][:3]
        words = {self.tokens[j].lemma for j in near if self.syntax.sentence_of[j] == self.syntax.sentence_of[verb]}
        words |= {self.syntax.lemma(c) for c in self.syntax.children(verb, "aux")}
        for other in self.syntax.children(verb, "conj"):
            if any(self.syntax.word(c) == "or" for c in self.syntax.children(other, "cc")):
                words |= {self.tokens[j].lemma for j in self.syntax.subtree(other)}
        return bool(words & cues)

    def _seller(self, verb: int) -> str | None:
        forced = [a for a in self.syntax.ancestors(verb) if self.tokens[a].lemma in FORCING and self.syntax.is_verb(a)]
        heads = [o for a in forced for o in self.syntax.children(a, "obj", "iobj")]
        heads += [*self.syntax.subjects(verb), *self._for_phrase(verb)]
        for above in self.syntax.ancestors(verb):
            if not self.syntax.is_verb(above) and self.tokens[above].pos != "NOUN":
                break
            heads += self._for_phrase(above)
            heads += [h for h in self.syntax.subtree(above) if h < verb and self.syntax.case(h) == "for"]
            if self.syntax.is_verb(above):
                heads += [
                    *self.syntax.children(above, "obj"),
                    *self.syntax.children(above, "nsubj", "nsubj:pass", "vocative"),
                ]
        for head in heads:
            for key in self._aimed(head):
                if key.startswith("institution/") and self.linked.things[key].type not in (
                    "government",
                    "international",
                ):
                    return key
        return None

    def _for_phrase(self, i: int) -> list[int]:
        """Heads of "for X" at *i*, with what stands in apposition: "for Chinese tech giant ByteDance"."""
        found = []
        for case, head in self.syntax.obliques(i):
            if case == "for":
                found += [head, *self.syntax.children(head, "appos", "flat")]
            elif not case and self.linked.key(head):
                found.append(head)
        return found

    def _demander(self, verb: int, seller: str) -> str | None:
        """Who orders, requires or sets the deadline; else the state whose operations are to be sold."""
        for above in self.syntax.ancestors(verb):
            if self.syntax.sentence_of[above] != self.syntax.sentence_of[verb]:
                break
            lemma = self.tokens[above].lemma
            if lemma in FORCING and self.syntax.is_verb(above):
                actor = self._actor(self.syntax.subjects(above))
                if actor and actor != seller:
                    return actor
            if lemma == "agree" and self.syntax.is_verb(above):
                actor = self._actor([h for case, h in self.syntax.obliques(above) if case == "with"])
                if actor and actor != seller:
                    return actor
            if lemma in ("deadline", "law", "legislation", "order", "ultimatum"):
                owner = self._owner(above)
                if owner is None and lemma in ("law", "legislation") and self.syntax.is_verb(self.syntax.head[above]):
                    owner = self._actor(self.syntax.subjects(self.syntax.head[above]))
                if owner and owner != seller:
                    return owner
        for patient in self.syntax.patients(verb) + [h for _, h in self.syntax.obliques(verb)]:
            for key in self._aimed(patient):
                if self.linked.is_state(key):
                    return key
            for child in self.syntax.children(patient, "compound", "amod"):
                owner = self.linked.key(child)
                if owner is not None and self.linked.is_state(owner):
                    return owner
        return None

    def _verb_ban(self, verb: int, lemma: str, number: int) -> Telling | None:
        if lemma not in self.rules.frames["ban"]["verbs"]:
            return None
        patients = self.syntax.patients(verb)
        by = self._actor(self.syntax.subjects(verb))
        on = tuple(
            dict.fromkeys(
                k for p in patients for each in self.syntax.conjuncts(p) for k in self._aimed(each) if k != by
            )
        )
        if by is None or not on or any(k.startswith("person/") for k in on):
            return None
        return Telling("ban", "ban.verb", verb, number, by, on, self._verb_status(verb))

    def _verb_status(self, verb: int) -> MeasureStatus:
        """Of a verb that is the measure: an order that courts stopped is suspended."""
        for other in [*self.syntax.ancestors(verb), *self.syntax.subtree(self.syntax.clause(verb))]:
            stopped = other > verb and self.tokens[other].lemma in ("block", "halt", "suspend", "overturn")
            if stopped and any(self.tokens[j].lemma in ("court", "judge") for j in self.syntax.subtree(other)):
                return MeasureStatus.SUSPENDED
        return self._frame_status(Frame(verb, "impose", ()))

    def _verb_sanction(self, verb: int, lemma: str, number: int) -> Telling | None:
        if lemma not in self.rules.frames["sanction"]["verbs"]:
            return None
        by = self._actor(self.syntax.subjects(verb))
        on = tuple(
            dict.fromkeys(
                k
                for p in self.syntax.patients(verb)
                for each in self.syntax.conjuncts(p)
                for k in self._aimed(each)
                if k != by
            )
        )
        if by is None or not on:
            return None
        kind = "blacklist" if lemma == "blacklist" else "sanction"
        return Telling(kind, f"{kind}.verb", verb, number, by, on, self._frame_status(Frame(verb, "impose", ())))

    def _freeze(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Norway froze the assets of three banks"."""
        assets = [p for p in self.syntax.patients(verb) if self.tokens[p].lemma in ("asset", "fund", "account")]
        if lemma not in ("freeze", "froze") or not assets:  # the lemmatiser leaves "froze" as it is
            return None
        return self._direct("sanction", "sanction.freeze", verb, number, assets)

    def _investigate(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Brussels is looking into imports of steel from India"."""
        frame = self.rules.frames["investigation"]
        patients = self.syntax.patients(verb)
        if lemma in frame["with_into"]:
            patients = [h for case, h in self.syntax.obliques(verb) if case == "into"]
        elif lemma not in frame["verbs"]:
            return None
        traded = [p for p in patients if self._is_traded(p)]
        return self._direct("investigation", "investigation.verb", verb, number, traded) if traded else None

    def _is_traded(self, i: int) -> bool:
        """Whether it is goods, a duty, a firm or a state that is looked into; a murder or a claim is no measure."""
        key = self.linked.key(i)
        if key is not None:
            return key.startswith("institution/")
        return any(
            self.tokens[j].lemma in self.rules.frames["investigation"]["traded"]
            for j in self.syntax.subtree(i)
            if j <= i
        )

    def _direct(self, kind: str, rule: str, verb: int, number: int, patients: list[int]) -> Telling | None:
        """A verb that is the measure, done by its subject to its object."""
        by = self._actor(self.syntax.subjects(verb))
        on = tuple(dict.fromkeys(k for p in patients for each in self.syntax.conjuncts(p) for k in self._aimed(each)))
        by, on = self._apart(by, on, False)
        if by is None or not on:
            return None
        return Telling(kind, rule, verb, number, by, on, self._frame_status(Frame(verb, "impose", ())))

    def _levy(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "The EU imposes 25% on bourbon": a rate as the object of a verb of levying is a tariff."""
        pays = lemma in ("pay", "face") and "tariff" in self._last_by
        if lemma not in ("impose", "put", "slap", "levy", "charge") and not pays:
            return None
        percents = ("%", "percent", "cent", "pct")
        rates = [
            o
            for o in self.syntax.children(verb, "obj", "obl", "obl:unmarked")
            if self.tokens[o].text.lower() in percents
        ]
        subjects = self.syntax.subjects(verb)
        by = self._actor(subjects) or self._actor(self._above_actors(verb))
        if not rates:
            return None
        cases = self.rules.kinds["tariff"].on
        heads = [h for h in self._phrases(verb, cases) if h > rates[0]][:1]
        passive = self.syntax.is_passive(verb)
        if pays:
            by, heads = self._last_by.get("tariff"), subjects
        elif passive:
            by, heads = self._last_by.get("tariff"), self.syntax.patients(verb)
        if by is None:
            return None
        on = tuple(dict.fromkeys(k for h in heads for each in self.syntax.conjuncts(h) for k in self._aimed(each)))
        goods = tuple(g for h in heads for each in self.syntax.conjuncts(h) for g in self._goods(each))
        by, on = self._apart(by, on, not passive and not pays)
        if by is None or not (on or goods):
            return None
        rule = "tariff.paid" if passive or pays else "tariff.rate"
        return Telling("tariff", rule, verb, number, by, on, self._frame_status(Frame(verb, "impose", ())), goods)

    def _above_actors(self, verb: int) -> list[int]:
        """ "Trump signs proclamations putting 25% on steel": the subject of the clause above."""
        above = next((a for a in self.syntax.ancestors(verb) if self.syntax.is_verb(a)), None)
        return self.syntax.subjects(above) if above is not None else []

    def _law(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Congress passed the Clean Rivers Act", "the Act, passed in 2022"."""
        frame = self.rules.frames["legislation"]
        if lemma not in frame["verbs"]:
            return None
        patients = self.syntax.patients(verb)
        if self.syntax.dep[verb] in ("acl", "acl:relcl"):
            patients = patients or [self.syntax.head[verb]]
        for patient in patients:
            name = self._act(patient)
            if name is None:
                continue
            by = self._actor(self.syntax.subjects(verb)) or self._owner(patient) or self._last_state(verb)
            if by is None:
                return None
            return Telling(
                "legislation",
                "legislation.act",
                verb,
                number,
                by,
                (),
                self._frame_status(Frame(verb, "impose", ())),
                name=name,
            )
        return None

    def _agree(self, verb: int, lemma: str, number: int) -> Telling | None:
        """ "Iran and Saudi Arabia agreed to restore relations": an agreement without a noun, of two named parties."""
        frame = self.rules.frames["agreement"]
        if lemma not in frame["verbs"] or status_of(self.syntax, verb) is not Status.HAPPENED:
            return None
        content = [
            c
            for c in self.syntax.children(verb, "xcomp", "ccomp", "advcl")
            if {self.syntax.word(m) for m in self.syntax.children(c, "mark", "advmod")} & {"to", "that", "how"}
        ]
        if not content or self.tokens[content[0]].lemma in frame["trivial"]:
            return None
        parties = sorted(self._parties(self.syntax.subjects(verb)))
        if len(parties) < 2:
            return None
        return Telling("agreement", "agreement.agree", verb, number, None, tuple(parties), MeasureStatus.ANNOUNCED)

    def _act(self, i: int) -> str | None:
        """The name of an act in capitals at a noun phrase: "CHIPS and Science Act"; None for any other law."""
        sentence = self.document.sentences[self.syntax.sentence_of[i]]
        start, end = self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end
        for match in re.finditer(
            r"\b(?:[A-Z][\w’'-]*|and|of|for)(?:\s(?:[A-Z][\w’'-]*|and|of|for|the))*\s(?:Act|Law|Bill)\b",
            self.text[start:end],
        ):
            first, last = start + match.start(), start + match.end()
            if first <= self.tokens[i].start < last or any(
                first <= self.tokens[c].start < last for c in self.syntax.subtree(i) if c <= i + 8
            ):
                return re.sub(r"^(?:and|of|for|The)\s", "", match[0])
        return None

    def _last_state(self, i: int) -> str | None:
        """The state that was last a subject in this paragraph before *i*."""
        block = self.document.sentences[self.syntax.sentence_of[i]].block
        for j in range(i - 1, -1, -1):
            if self.document.sentences[self.syntax.sentence_of[j]].block != block:
                return None
            key = self.linked.key(j)
            if (
                key
                and self.linked.is_state(key)
                and self.syntax.dep[j] in ("nsubj", "nsubj:pass")
                and self.syntax.unit_of[j] == j
            ):
                return key
        return None

    # ── amounts and times ───────────────────────────────────────────────────────────────────────────────────────────

    def _amounts(self, sentence: Sentence, triggers: list[int]) -> dict[int, list[tuple[Amount, Amount | None]]]:
        """Each amount of a sentence under the trigger that it belongs to."""
        start, end = self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end
        shared: dict[int, list[tuple[Amount, Amount | None]]] = {}
        for mention in amounts(self.text[start:end]):
            inside = [
                i
                for i in range(sentence.first, sentence.last)
                if self.tokens[i].end > start + mention.span.start and self.tokens[i].start < start + mention.span.end
            ]
            if inside and (trigger := self._owner_of_amount(inside, triggers)) is not None:
                shared.setdefault(trigger, []).append((mention.amount, mention.previous))
        return shared

    def _owner_of_amount(self, inside: list[int], triggers: list[int]) -> int | None:
        """The trigger above an amount in the tree, else the nearest one that hangs on the same verb."""
        if any(i in triggers for i in inside):
            return next(i for i in inside if i in triggers)
        top = min(inside, key=lambda i: (len(list(self.syntax.ancestors(i))), i))
        for above in self.syntax.ancestors(top):
            if above in triggers:
                return above
            below = [t for t in triggers if t in self._near(above)]
            if below:
                before = [t for t in below if t < top]
                return before[-1] if before else below[0]
            relation = self.syntax.dep[above]
            apart = relation in ("ccomp", "parataxis") or (relation == "advcl" and self.syntax.children(above, "nsubj"))
            if apart and self.syntax.is_verb(above):
                return None
        return None

    def _near(self, i: int) -> set[int]:
        """What hangs on *i* without a verb of its own in between."""
        found, queue = set(), list(self.syntax.children(i))
        while queue:
            at = queue.pop()
            if self.syntax.is_verb(at) and self.syntax.dep[at] not in ("amod", "xcomp", "compound"):
                continue
            found.add(at)
            queue += self.syntax.children(at)
        return found

    def _with_amounts(self, telling: Telling, found: list[tuple[Amount, Amount | None]]) -> Iterator[Telling]:
        """A telling for each rate: "25% on steel and 10% on aluminium"; of other kinds the first amount that fits."""
        units = self.rules.amounts.get(telling.rule, frozenset())
        fits = [pair for pair in found if pair[0].unit in units]
        for amount, previous in fits if telling.rule == "tariff.rate" else fits[:1]:
            yield replace(telling, amount=amount, previous=previous, evidence=[])
        if not fits:
            yield telling

    def _date(self, telling: Telling, frame: Frame | None, sentence: Sentence) -> None:
        """When it starts and ends, by the times that hang on it, its verb, or the clause above."""
        start, end = self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end
        article = self.document.article
        tense = "future" if telling.status in (MeasureStatus.ANNOUNCED, MeasureStatus.PROPOSED) else "past"
        heads = {telling.trigger} | ({frame.verb} if frame else set())
        for mention in times(self.text[start:end], published=article.published, tense=tense, filed=self._filed):
            inside = {
                i
                for i in range(sentence.first, sentence.last)
                if self.tokens[i].end > start + mention.span.start and self.tokens[i].start < start + mention.span.end
            }
            if not inside or not self._belongs(inside, heads) or mention.when.edtf is None:
                continue
            first, _, last = mention.when.edtf.partition("/")
            until = (
                mention.role in (Role.UNTIL, Role.BY)
                or (telling.status is MeasureStatus.EXPIRED and mention.role is Role.AT)
                or telling.kind == "divestiture"
            )
            if until and telling.until is None:
                telling.until = replace(mention.when, edtf=last or first)
            elif not until and mention.role in (Role.AT, Role.SINCE) and telling.start is None:
                telling.start = replace(mention.when, edtf=first)

    def _belongs(self, inside: set[int], heads: set[int]) -> bool:
        top = min(inside, key=lambda i: (len(list(self.syntax.ancestors(i))), i))
        for above in self.syntax.ancestors(top):
            if above in heads or heads & set(self.syntax.children(above)):
                return True
            if self.syntax.is_verb(above):
                return False
        return False

    # ── joining ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _merged(self, tellings: list[Telling]) -> list[Telling]:
        """Tellings of one measure joined; the later one fills what the earlier one left open."""
        result: list[Telling] = []
        for telling in tellings:
            known = next(
                (
                    old
                    for old in reversed(result)
                    if _same(old, telling, self._one_actor(old.by, telling.by)) or self._told_above(old, telling)
                ),
                None,
            )
            if known is None:
                result.append(telling)
            else:
                _fill(known, telling)
        return [t for t in result if t.by is not None or (t.kind in SYMMETRIC and t.on)]

    def _told_above(self, old: Telling, new: Telling) -> bool:
        """Whether the title told of it, where "the EU" may stand for its commission."""
        return (
            old.kind == new.kind
            and old.sentence in self._titles
            and old.amount is None
            and bool(set(old.on) & set(new.on))
            and new.status is not MeasureStatus.PROPOSED
        )

    def _one_actor(self, a: str | None, b: str | None) -> bool:
        """Whether two actors can be one: the same, a state and one of its bodies, or one not named."""
        if a is None or b is None or a == b:
            return True
        states = {
            self.linked.state_key(of) if (of := self.linked.things[k].of) else k
            for k in (a, b)
            if k in self.linked.things
        }
        return len(states) == 1 and (self.linked.is_state(a) or self.linked.is_state(b))

    def _evident(self, telling: Telling, sentence: Sentence) -> Telling:
        span = Span(self.tokens[sentence.first].start, self.tokens[sentence.last - 1].end)
        article = self.document.article
        telling.evidence = [Evidence(article.id, span, article.text[span.start : span.end], telling.rule)]
        return telling

    def _measure(self, number: int, telling: Telling) -> Measure:
        return Measure(
            key=f"measure/{number}",
            kind=telling.kind,
            by=telling.by,
            on=telling.on,
            status=telling.status,
            evidence=tuple(telling.evidence),
            goods=telling.goods,
            amount=telling.amount,
            previous=telling.previous,
            start=telling.start,
            until=telling.until,
            name=telling.name,
        )


def _same(old: Telling, new: Telling, one_actor: bool) -> bool:
    """Whether two tellings can be of one measure: nothing they both say differs."""
    if old.kind != new.kind:
        return False
    if new.by is None and not new.on:
        return new.anaphoric and _same_amount(old, new)
    if not one_actor or (old.name and new.name and old.name != new.name):
        return False
    if old.on and new.on and not set(old.on) & set(new.on):
        return False
    if old.kind == "investigation" and not new.anaphoric and (old.traits != new.traits or old.sentence == new.sentence):
        return False
    if (old.status is MeasureStatus.PROPOSED) != (new.status is MeasureStatus.PROPOSED):
        return False
    return _same_amount(old, new)


def _same_amount(old: Telling, new: Telling) -> bool:
    if old.amount is None or new.amount is None:
        return True
    if "percent" in (old.amount.unit, new.amount.unit) and old.amount.unit != new.amount.unit:
        return True  # a rate, and the worth of the goods it is on
    return (old.amount.low, old.amount.high, old.amount.unit) == (new.amount.low, new.amount.high, new.amount.unit)


def _fill(old: Telling, new: Telling) -> None:
    if old.by is None or (new.by is not None and new.by.startswith("institution/") and old.by.startswith("state/")):
        old.by = new.by
    old.on = old.on or new.on
    old.goods = old.goods or new.goods
    old.name = old.name or new.name
    if old.amount is None or (new.amount is not None and new.amount.unit == "percent" != old.amount.unit):
        old.amount, old.previous = new.amount, new.previous
    old.start, old.until = old.start or new.start, old.until or new.until
    if new.status is not MeasureStatus.IN_FORCE and old.status is MeasureStatus.IN_FORCE and not new.anaphoric:
        old.status = new.status
    old.evidence += new.evidence


def measures(
    linked: Linked, offices: Offices, references: References, meetings: Sequence[Meeting] = ()
) -> tuple[Measure, ...]:
    """
    What measures an article tells of, in the order of the text; *meetings* are those read from it, whose parties a
    truce without named parties has.

    `by` is a state or institution (a leader's or capital's state). Truces and agreements have no `by`: all parties are
    in `on`, sorted.
    """
    return MeasureReader(linked, offices, references, meetings).read()
