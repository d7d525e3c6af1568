"""Whom a measure strikes where the words at it name only people, firms or ships: "sanctions on eleven officers"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.facts.link import Thing
from kg.facts.measures.actors import Actors
from kg.facts.measures.telling import Context, Part
from kg.model import Sentence

STRUCK = frozenset(
    "person people individual official officer general minister leader member leadership company firm entity commander "
    "judge bank fleet vessel tanker ship network figure regime military army junta oligarch businessman politician "
    "actor organisation organization institution lawmaker airline trader broker refinery port group".split()
)
DEALING = frozenset("sell supply ship export buy import deliver trade".split())
REACH = 16  # tokens from those struck to the name that says whose they are


class Struck(Part):
    def __init__(self, context: Context, actors: Actors) -> None:
        super().__init__(context)
        self.actors = actors

    def states(self, heads: Sequence[int], by: str, sentence: Sentence) -> tuple[str, ...]:
        """The state of those struck: the one named behind them, else the one that the story tells; empty if neither."""
        struck = [h for h in heads if self.tokens[h].lemma.lower() in STRUCK]
        if not struck:
            return ()
        own = self.kin(by)
        joined = [j for head in struck for j in self.syntax.conjuncts(head)]
        for j in range(struck[0] + 1, min(max(joined) + REACH, sentence.last)):
            if self.tokens[j].text == "," or self._is_end(j, joined):
                break
            key = self.linked.key(j)
            party = self.offices.party_of(key) if key is not None and self.linked.is_person(key) else key
            if party is not None and party not in own and self.linked.is_state(party):
                return (party,)
        aimed = self.last_aim.get(by, ())
        story = aimed[0] if len(aimed) == 1 and self.linked.is_state(aimed[0]) else self.actors.story_state(by)
        return (story,) if story is not None else ()

    def _is_end(self, j: int, struck: Sequence[int]) -> bool:
        """Whether a verb goes on about others than those struck, or says that they did trade with somebody."""
        if self.tokens[j].tag not in ("VBD", "VBZ", "VBP", "MD"):
            return False
        own = self.syntax.dep[j] == "acl:relcl" and self.syntax.head[j] in struck
        auxiliary = self.syntax.dep[j] in ("aux", "aux:pass") and self.syntax.head[self.syntax.head[j]] in struck
        return not (own or auxiliary) or self.syntax.lemma(j) in DEALING

    def kin(self, by: str) -> frozenset[str]:
        """Those whom *by* does nothing to: itself, what it belongs to, and the other public bodies of that."""
        thing = self.linked.things.get(by)
        if thing is None:
            return frozenset({by})
        whole = self._whole(thing)
        own = {by, *([self.linked.state_key(thing.of)] if thing.of else [])}
        for key, each in self.linked.things.items():
            public = each.type in ("government", "international")
            if each.name == whole or (public and self._whole(each) == whole):
                own.add(key)
        return frozenset(own)

    def _whole(self, thing: Thing) -> str:
        """The name of the state or larger body that something belongs to, else its own."""
        body = self.linked.table.body(thing.name) if thing.type == "international" else None
        return (body.of if body is not None else None) or thing.of or thing.name
