"""Talks that are to come after those told: "a third round is planned", "the next talks are due in Rome"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.facts.identity import OPEN
from kg.facts.link import Linked
from kg.facts.meeting_nouns import MeetingNouns
from kg.facts.meeting_words import BALLOTS
from kg.facts.noun_status import HOLDING
from kg.facts.qualify import status as status_of
from kg.facts.refer import References
from kg.facts.settings import Settings
from kg.facts.telling import Telling
from kg.model import MeetingKind, Side
from kg.text.dates import ORDINALS

PLANNING = HOLDING | {"schedule", "plan", "set", "arrange", "convene", "expect"}
MORE = frozenset({*ORDINALS, "new", "further"})


class FurtherRounds:
    """Tells of one more meeting between the parties that met before."""

    def __init__(self, linked: Linked, references: References, settings: Settings, nouns: MeetingNouns) -> None:
        self.syntax = linked.syntax
        self.sentences = linked.document.sentences
        self.references = references
        self.settings = settings
        self.nouns = nouns

    def telling(self, noun: int, top: int, number: int, told: Sequence[Telling], speaker: str | None) -> Telling | None:
        """What a noun that names nobody tells; None where it is no further round, or nobody has met before."""
        sentence, status = self.sentences[number], status_of(self.syntax, top)
        voting = any(self.syntax.lemma(j) in BALLOTS for j in range(sentence.first, sentence.last))
        model = self._model(told, speaker)
        if voting or status not in OPEN or model is None or not self._is_one_more(noun, top):
            return None
        hosts = self._hosts(top)
        if hosts is None:
            return None
        return Telling(
            noun,
            "round.noun",
            MeetingKind.TALKS,
            [Side((), side.parties) for side in model.sides],
            status,
            self.settings.of(top, status, noun=noun),
            number,
            hosts=tuple(h for h in hosts if h not in model.parties),
            fresh=True,
            doubt="its parties are those of the story",
            round=self.nouns.round(noun, top),
        )

    def _model(self, told: Sequence[Telling], speaker: str | None) -> Telling | None:
        """The talks told last; of those who say so, where they met anybody."""
        talks = [e for e in reversed(told) if len(e.parties) > 1 and len(e.sides) == len(e.parties)]
        talks = [e for e in talks if e.kind in (MeetingKind.TALKS, MeetingKind.MEETING)]
        own = [e for e in talks if speaker is not None and speaker in e.people | e.parties]
        return next(iter(own or talks), None)

    def _is_one_more(self, noun: int, top: int) -> bool:
        """ "a third round", "the next round of talks"; those "of the council" are not of who met before."""
        syntax = self.syntax
        beside = {syntax.word(c) for c in syntax.children(top, "amod", "nummod")}
        determiners = {syntax.word(c) for c in syntax.children(top, "det")}
        apart = [h for case, h in syntax.obliques(top) if case in ("of", "between") and h != noun]
        if apart or syntax.children(top, "compound") or (top != noun and syntax.children(noun, "compound")):
            return False
        if determiners & {"a", "another"}:
            return top == noun and bool(beside & MORE)
        return "the" in determiners and "next" in beside

    def _hosts(self, top: int) -> tuple[str, ...] | None:
        """ "Sweden will host the next round": Sweden; None where those who take part in it may be told."""
        syntax, verb = self.syntax, self.syntax.head[top]
        relation, subjects = syntax.dep[top], self.references.groups(syntax.subjects(verb))
        if relation == "obj" and syntax.lemma(verb) == "host" and not subjects.people:
            return subjects.parties
        counted = any(syntax.word(c) in ("a", "another") for c in syntax.children(top, "det"))
        stands = counted or relation.startswith("nsubj") or (relation == "obj" and syntax.lemma(verb) in PLANNING)
        return () if stands else None
