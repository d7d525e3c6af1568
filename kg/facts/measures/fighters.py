"""Who fights a state: "the rebels", "its largest guerrilla group", and the one such group that an article names."""

from __future__ import annotations

from kg.facts.measures.telling import Context, Part
from kg.facts.party_words import ARMED

FIGHTERS = frozenset("rebel insurgent guerrilla guerilla militant separatist militia fighter faction".split())
UNARMED = frozenset({"company", "government", "international", "media"})


class Fighters(Part):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._only: str | None = None
        self._read = False

    def are_unnamed(self, i: int) -> bool:
        """ "The rebels": told by what they are, not by name."""
        kinds = {self.syntax.lemma(j) for j in (i, *self.syntax.children(i, "compound", "amod"))}
        return bool(kinds & FIGHTERS) and self.linked.key(i) is None

    def only(self) -> str | None:
        """The one armed group that the article names, None where it names none or several."""
        if not self._read:
            named = {m.first for m in self.linked.names}
            keys = {key for i in named if (key := self.linked.key(i)) is not None and self._is_armed(i, key)}
            self._only, self._read = (keys.pop() if len(keys) == 1 else None), True
        return self._only

    def _is_armed(self, i: int, key: str) -> bool:
        """ "The ELN rebels", "the National Front, a guerrilla group"."""
        thing = self.linked.things.get(key)
        if thing is None or not key.startswith("institution/") or thing.type in UNARMED:
            return False
        beside = [self.syntax.head[i], *self.syntax.children(i, "appos", "compound", "amod")]
        told = any(self.syntax.lemma(j) in FIGHTERS for j in beside)
        return told or (thing.of is None and not ARMED.isdisjoint(thing.name.lower().split()))
