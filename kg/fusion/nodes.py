"""Entities of single articles → nodes of the whole graph, with ids."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.fusion.clusters import Cluster
from kg.fusion.ids import Wanted, digest, ids, of_refs
from kg.fusion.institutions import Body, body_words, institutions
from kg.fusion.names import person_name, title_key
from kg.fusion.overrides import Overrides
from kg.fusion.people import Profile, people
from kg.fusion.places import Site, places
from kg.letters import folded, slug
from kg.model import Entity, EntityKind, Node, Ref, Report

FEW = 3  # times as many articles give another state: those that give this one are mistaken
NO_STATE_IN_ID = frozenset({"company", "international", "organization"})


@dataclass(frozen=True, slots=True)
class Nodes:
    """
    The nodes, sorted by id, and where each reported entity went.

    `states` are the states that people stand for, by name; `guessed` are people of whom their article does not say it.
    """

    nodes: tuple[Node, ...]
    of_ref: Mapping[Ref, str]
    entities: Mapping[str, Entity]
    states: Mapping[str, frozenset[str]]
    guessed: frozenset[Ref]

    def id(self, article: str, key: str | None) -> str | None:
        """The node of an entity key of an article; None for None and for a key that the article does not have."""
        return None if key is None else self.of_ref.get(Ref(article, key))


def nodes(reports: Sequence[Report], overrides: Overrides) -> Nodes:
    """Resolve the entities of all reports."""
    entities = {Ref(report.article.id, entity.key): entity for report in reports for entity in report.entities}
    demonyms = _state_words(entities.values())
    profiles = [profile for report in reports for profile in _profiles(report)]
    found = {
        EntityKind.PERSON: people(profiles),
        EntityKind.INSTITUTION: institutions(_bodies(entities, demonyms)),
        EntityKind.PLACE: places(_sites(entities)),
    }
    states = {profile.ref: profile.states or profile.guesses for profile in profiles}
    sure = {profile.ref for profile in profiles if profile.states}
    made: list[Node] = []
    for kind, clusters in found.items():
        made += _decided(kind, clusters, entities, states, overrides)
    made.sort(key=lambda each: each.entity.key)
    return Nodes(
        tuple(made),
        {ref: node.entity.key for node in made for ref in node.refs},
        {node.entity.key: node.entity for node in made},
        {node.entity.key: _home(node, states, sure) for node in made if node.entity.kind is EntityKind.PERSON},
        frozenset(ref for ref, entity in entities.items() if entity.kind is EntityKind.PERSON and entity.doubt),
    )


def _home(node: Node, states: Mapping[Ref, frozenset[str]], sure: Collection[Ref]) -> frozenset[str]:
    """The states a person stands for: those known, else those guessed, without what few articles say against many."""
    known = [ref for ref in node.refs if ref in sure] or node.refs
    counts = Counter(state for ref in known for state in states.get(ref, ()))
    most = max(counts.values(), default=0)
    return frozenset(state for state, count in counts.items() if count * FEW > most)


def _decided(
    kind: EntityKind,
    clusters: Sequence[Cluster],
    entities: Mapping[Ref, Entity],
    states: Mapping[Ref, frozenset[str]],
    overrides: Overrides,
) -> list[Node]:
    """Nodes of the clusters once the user's decisions have changed them."""
    changed = overrides.applied(clusters, _ids(kind, clusters, entities, states))
    return [
        _node(key, cluster, entities)
        for key, cluster in zip(_ids(kind, changed, entities, states), changed, strict=True)
    ]


# ── what each article knows of an entity ────────────────────────────────────────────────────────────────────────────


def _profiles(report: Report) -> Iterable[Profile]:
    article = report.article
    entities = {entity.key: entity for entity in report.entities}
    persons = [entity for entity in report.entities if entity.kind is EntityKind.PERSON]
    names = {entity.key: person_name(entity.name) for entity in persons}
    states: dict[str, set[str]] = defaultdict(set)
    titles: dict[str, set[frozenset[str]]] = defaultdict(set)
    bodies: dict[str, set[str]] = defaultdict(set)
    public: dict[str, bool] = defaultdict(bool)
    sides: dict[str, set[str]] = defaultdict(set)
    for office in report.offices:
        titles[office.person].add(title_key(office.title))
        body = entities.get(office.of or "")
        if body is None:
            continue
        if body.is_state:
            states[office.person].add(body.name)
        else:
            bodies[office.person].add(folded(body.name))
            states[office.person] |= {body.of} if body.of else set()
        public[office.person] |= body.is_state or body.type in ("government", "international")
    for meeting in report.meetings:
        for side in meeting.sides:
            home = {state for party in side.parties if (state := _state_of(entities.get(party)))}
            for person in side.people if len(home) == 1 else ():
                sides[person] |= home
    for entity in persons:
        key = entity.key
        known = frozenset() if entity.doubt else frozenset(states[key])
        company = {bone for other in persons if other.key != key for bone in _surnames(names[other.key].bones)}
        yield Profile(
            Ref(article.id, key),
            entity.name,
            names[key],
            known,
            frozenset() if known else frozenset(states[key] or sides[key]),
            frozenset(each for each in titles[key] if each),
            frozenset(bodies[key]),
            bool(bodies[key]) and not public[key],
            frozenset(company - names[key].ends),
            article.published,
        )


def _surnames(bones: tuple[str, ...]) -> frozenset[str]:
    return frozenset({bones[0], bones[-1]})


def _state_of(entity: Entity | None) -> str | None:
    if entity is None:
        return None
    return entity.name if entity.is_state else entity.of


def _state_words(entities: Iterable[Entity]) -> dict[str, str]:
    """The names of the states that the reports name, folded; what adjectives they have is not known here."""
    return {folded(entity.name): entity.name for entity in entities if entity.is_state}


def _bodies(entities: Mapping[Ref, Entity], demonyms: Mapping[str, str]) -> Iterable[Body]:
    for ref, entity in entities.items():
        if entity.kind is EntityKind.INSTITUTION:
            acronyms = {
                folded(text) for text in _forms(entity) if text.isupper() and 2 <= len(text) <= 8 and text.isalpha()
            }
            yield Body(ref, entity.name, body_words(entity.name, demonyms), frozenset(acronyms), entity.of, entity.type)


def _sites(entities: Mapping[Ref, Entity]) -> Iterable[Site]:
    for ref, entity in entities.items():
        if entity.kind is EntityKind.PLACE:
            yield Site(ref, entity.name, entity.type, entity.country, entity.same_as)


# ── nodes and their ids ─────────────────────────────────────────────────────────────────────────────────────────────


def _ids(
    kind: EntityKind, clusters: Sequence[Cluster], entities: Mapping[Ref, Entity], states: Mapping[Ref, frozenset[str]]
) -> tuple[str, ...]:
    wanted = []
    for cluster in clusters:
        members = [entities[ref] for ref in cluster.refs]
        known = Counter(state for ref in cluster.refs for state in states.get(ref, ()))
        base, tells = _asked(kind, members, known, cluster.refs[0].article)
        weight = len({ref.article for ref in cluster.refs})
        wanted.append(Wanted(base or f"{kind.value}/{of_refs(cluster.refs)}", tells, weight, cluster.refs))
    return ids(wanted)


def _asked(
    kind: EntityKind, members: Sequence[Entity], states: Counter[str], article: str
) -> tuple[str, tuple[str, ...]]:
    """The plain id, and what to add where it is taken; the plain id is empty where the name has no Latin letter."""
    name = slug(_name(members))
    if not name:
        return "", ()
    if kind is EntityKind.PERSON:
        home = slug(min(states, key=lambda each: (-states[each], each), default=""))
        tells = (home,) if home else ()
        if any(person_name(each.name).is_full for each in members):
            return f"person/{name}", tells
        # A single name says little: its state is part of the id from the beginning, or else its article.
        return f"person/{name}-{home or digest((article,))}", ()
    if kind is EntityKind.INSTITUTION:
        of, type_ = slug(_best(each.of for each in members) or ""), _best(each.type for each in members) or ""
        if not of or type_ in NO_STATE_IN_ID or of in name:
            return f"institution/{name}", (of,) if of else ()
        return f"institution/{name}-{of}", ()
    if any(each.is_state for each in members):
        return f"state/{name}", ()
    country = slug(_best(each.country for each in members) or "")
    return f"place/{name}-{country}" if country and country != name else f"place/{name}", ()


def _best(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda each: (-counts[each], each), default=None)


def _name(members: Sequence[Entity]) -> str:
    """The name given most often; a full name before a single one, and a long form before an acronym."""
    counts = Counter(entity.name for entity in members)
    person = members[0].kind is EntityKind.PERSON

    def order(name: str) -> tuple[object, ...]:
        short = not person_name(name).is_full if person else name.isupper() and " " not in name
        return (
            short if person or any(not other.isupper() for other in counts) else False,
            -counts[name],
            -len(name),
            name,
        )

    return min(counts, key=order)


def _node(key: str, cluster: Cluster, entities: Mapping[Ref, Entity]) -> Node:
    members = [entities[ref] for ref in cluster.refs]
    located = min(
        (each for each in members if each.lat is not None), key=lambda each: (each.lat, each.lon), default=None
    )
    entity = Entity(
        key=key,
        kind=members[0].kind,
        type=_best(each.type for each in members) or "",
        name=_name(members),
        mentions=(),
        of=_best(each.of for each in members),
        country=_best(each.country for each in members),
        lat=located.lat if located else None,
        lon=located.lon if located else None,
        same_as=tuple(sorted({identifier for each in members for identifier in each.same_as})),
        doubt=shared_doubts(cluster.doubt, [each.doubt for each in members]),
    )
    names = tuple(sorted({name for each in members for name in (each.name, *_forms(each))}))
    return Node(entity, names, cluster.refs, cluster.merges)


def _forms(entity: Entity) -> tuple[str, ...]:
    """The forms under which an article names the entity; no pronouns, and nothing like "the ministry"."""
    texts = {mention.text for mention in entity.mentions if mention.how != "pronoun" and mention.text[:1].isupper()}
    return tuple(sorted(texts))


def shared_doubts(own: str | None, told: Sequence[str | None]) -> str | None:
    """The doubt on a merge, and those of the reports where none of them is sure."""
    doubts = {each for each in told if each} if all(told) else set()
    return "; ".join(sorted(doubts | ({own} if own else set()))) or None
