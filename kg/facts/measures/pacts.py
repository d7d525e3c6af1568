"""The parties of truces and agreements."""

from __future__ import annotations

from kg.facts.measures.actors import Actors
from kg.facts.measures.telling import Context, Frame, Part, Telling
from kg.model import MeasureStatus

SIGNING = frozenset(
    {"reach", "agree", "strike", "accept", "sign", "ink", "conclude", "clinch", "seal", "initial", "put"}
)


class Pacts(Part):
    def __init__(self, context: Context, actors: Actors) -> None:
        super().__init__(context)
        self.actors = actors

    def set_parties(self, telling: Telling, frame: Frame | None) -> None:
        """Both sides, as `on`; those of the talks it came from where the clause does not name them."""
        i = telling.trigger
        heads = [h for case, h in self.syntax.obliques(i) if case in ("with", "between")]
        if frame is not None:
            heads += [h for case, h in self.syntax.obliques(frame.verb) if case in ("with", "between")]
            urging = frame.effect == "propose" and self.syntax.lemma(frame.verb) in ("urge", "call", "appeal", "demand")
            urging = urging and telling.kind == "truce" and len(self.actors.parties(frame.actors)) > 1
            if urging and not heads:
                telling.on = ()
                return  # "Kenya and Uganda urged a truce": between others
            between = [h for case, h in self.syntax.obliques(i) if case == "between"]
            if not (frame.effect == "propose" and len(self.actors.parties(between)) > 1):
                heads += list(frame.actors)  # who calls for a truce between others is no party to it
        found = self.actors.parties(heads)
        for child in self.syntax.children(i, "compound", "amod", "nmod:poss"):
            found |= {k for part in self.syntax.conjuncts(child) if (k := self.actors.acting(part))}
        found |= self._in_name(i)
        pair = any(self.references.group(head).anaphor for head in heads)
        passive = frame is not None and self.syntax.is_passive(frame.verb) and not frame.actors
        parties = sorted(found)
        if len(parties) < 2 and (telling.kind == "truce" or passive or pair):
            told = self.actors.story_parties(telling.sentence) or self.last_on.get(telling.kind, ())
            parties = sorted(told) or (self._two_states(i) if pair else []) or parties
        lasting = telling.start is not None or telling.until is not None
        if not parties and telling.kind == "truce" and (telling.anaphoric or lasting):
            parties = list(self.actors.dominant_pair())
        if not parties and telling.anaphoric and frame is not None and self._is_in_force(frame):
            parties = list(self.actors.dominant_pair())
        if len(parties) == 1 and telling.kind == "truce" and (other := self.actors.other_state(parties[0])) is not None:
            parties = sorted([*parties, other])
        telling.by, telling.on = None, tuple(parties)
        if (
            frame is not None
            and telling.status is MeasureStatus.IN_FORCE
            and not self._is_of_old(telling)
            and self.syntax.lemma(frame.verb) in SIGNING
        ):
            telling.status = MeasureStatus.ANNOUNCED

    def _is_of_old(self, telling: Telling) -> bool:
        """Whether it was made in a year before the article's."""
        published, start = self.document.article.published, telling.start
        return bool(published and start and start.last and start.last.year < published.year)

    def _is_in_force(self, frame: Frame) -> bool:
        """ "The agreement, which took effect in 2015"."""
        beside = {self.syntax.lemma(c) for c in self.syntax.children(frame.verb)}
        return self.syntax.lemma(frame.verb) in ("take", "enter", "come") and bool(beside & {"effect", "force"})

    def _in_name(self, i: int) -> set[str]:
        """Parties in an agreement's name: "the Kenya-Uganda Agreement"."""
        found: set[str] = set()
        for j in range(i - 1, max(-1, i - 10), -1):
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
