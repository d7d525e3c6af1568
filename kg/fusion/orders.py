"""Clusters of measures → fused measures, and the differences between measures that may be one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.fusion import life
from kg.fusion.clusters import Cluster
from kg.fusion.events import Context
from kg.fusion.ids import LONGEST, Wanted, digest, ids
from kg.fusion.levels import HEADS, level_of
from kg.fusion.measures import Order, families, fullest, goods_words, level, measures
from kg.fusion.nodes import shared_doubts
from kg.fusion.overrides import Overrides
from kg.fusion.values import amount_text, difference, evidence_order, first_quote, most_common, only, sharpest
from kg.fusion.when import fused, pattern, told
from kg.letters import folded, slug
from kg.model import Difference, FusedMeasure, Measure, MeasureStatus, Ref, Report, When


def fused_measures(
    reports: Sequence[Report], context: Context, overrides: Overrides
) -> tuple[tuple[FusedMeasure, ...], tuple[Difference, ...]]:
    """All measures by id, and the differences between those that may be one, which stand on each of them as well."""
    states = frozenset(
        word for entity in context.nodes.entities.values() if entity.is_state for word in folded(entity.name).split()
    )
    rulers = _rulers(reports, context)
    orders = {order.ref: order for report in reports for order in _orders(report, context, states, rulers)}
    names = {node.entity.key: node.entity.name for node in context.nodes.nodes}
    clusters = measures(orders.values(), names)
    clusters = overrides.applied(clusters, _ids(clusters, orders))
    keys = _ids(clusters, orders)
    made = {
        key: _fused(key, cluster, [orders[r] for r in cluster.refs], context)
        for key, cluster in zip(keys, clusters, strict=True)
    }
    held = [(key, [orders[r] for r in cluster.refs]) for key, cluster in zip(keys, clusters, strict=True)]
    by_key = dict(held)
    between = []
    for family in families(held):
        rates = _rates([order for key in family for order in by_key[key]], context)
        if len(rates.claims) < 2:  # two of one amount, as truces of May and of July
            continue
        between.append(rates)
        for key in family:
            made[key] = replace(made[key], differences=(*made[key].differences, rates))
    ordered = tuple(sorted(between, key=lambda each: (each.property, [(c.value, c.refs) for c in each.claims])))
    return tuple(made[key] for key in sorted(made)), ordered


def _rulers(reports: Sequence[Report], context: Context) -> Mapping[str, str]:
    """Heads of state and of government → their states: what is put on the one is told as put on the other."""
    found: dict[str, str] = {}
    for report in reports:
        for office in report.offices:
            person = context.nodes.id(report.article.id, office.person)
            state = context.state_of(person) if person and level_of(office.title) == HEADS else None
            if person and state and not office.past:
                found[person] = state
    return found


def _orders(report: Report, context: Context, states: frozenset[str], rulers: Mapping[str, str]) -> Iterable[Order]:
    article = report.article
    for measure in report.measures:
        by = context.nodes.id(article.id, measure.by)
        on = tuple(sorted({found for key in measure.on if (found := context.nodes.id(article.id, key))}))
        mapped = replace(measure, by=by, on=on, said_by=context.nodes.id(article.id, measure.said_by))
        yield Order(
            ref=Ref(article.id, measure.key),
            measure=mapped,
            by=context.head(by) if by else None,
            on=frozenset(rulers.get(node) or _target(node, context) for node in on),
            goods=goods_words(measure.goods, states),
            start=pattern(measure.start),
            until=pattern(measure.until),
            published=article.published,
        )


def _target(node: str, context: Context) -> str:
    """What a measure is on: a company stands for itself, another body for its state."""
    return node if context.entity(node).type == "company" else context.head(node)


def _fused(key: str, cluster: Cluster, members: Sequence[Order], context: Context) -> FusedMeasure:
    steps = life.history((each.measure.status.value, each.ref, each.published) for each in members)
    start, start_told = _time("start", members, context)
    until, until_told = _time("until", members, context)
    rated = [each for each in members if each.measure.amount is not None]
    told_ = [*start_told, *until_told]
    if rated:
        told_.append((_rates(rated, context), False))
    status = difference(
        "status",
        ((each.measure.status.value, first_quote(each.measure.evidence), each.ref) for each in members),
        context.published,
    )
    told_.append((status, _statuses_clash(members)))
    measure = Measure(
        key=key,
        kind=members[0].measure.kind,
        by=_most_telling([each.measure.by for each in members], context),
        on=tuple(sorted({target for each in members for target in each.measure.on})),
        status=MeasureStatus(life.latest(steps)),
        evidence=tuple(sorted({e for m in members for e in m.measure.evidence}, key=evidence_order)),
        goods=_goods(members),
        amount=sharpest([each.measure.amount for each in rated if each.measure.amount]),
        previous=next((each.measure.previous for each in members if each.measure.previous), None),
        start=start,
        until=until,
        name=most_common([each.measure.name for each in members], None),
        said_by=only({each.measure.said_by for each in members}),
        doubt=shared_doubts(cluster.doubt, [each.measure.doubt for each in members]),
    )
    return FusedMeasure(
        measure=measure,
        refs=cluster.refs,
        merges=cluster.merges,
        differences=tuple(each for each, differs in told_ if differs),
        history=steps,
        independent=context.independent({each.ref: each.measure.evidence for each in members}),
        told=tuple(each for each, _ in told_),
    )


def _time(name: str, members: Sequence[Order], context: Context) -> tuple[When | None, list[tuple[Difference, bool]]]:
    values = [(each.measure.start if name == "start" else each.measure.until, each.ref) for each in members]
    times = [each for when, ref in values if (each := told(when, ref))]
    when, differs = fused(times)
    if not times:
        return next((value for value, _ in values if value), None), []
    claims = ((each.when.printed or each.when.wording, each.when.wording, each.ref) for each in times)
    return when, [(difference(name, claims, context.published), differs)]


def _rates(orders: Sequence[Order], context: Context) -> Difference:
    rated = [(each.measure.amount, each.ref) for each in orders]
    return difference("amount", ((amount_text(a), a.wording, ref) for a, ref in rated if a), context.published)


def _statuses_clash(members: Sequence[Order]) -> bool:
    """In force by one and ended by another, and no days that would make it a change."""
    ended = {MeasureStatus.SUSPENDED, MeasureStatus.EXPIRED}
    on = {each.published for each in members if each.measure.status is MeasureStatus.IN_FORCE}
    off = {each.published for each in members if each.measure.status in ended}
    return bool(on and off) and (None in on or None in off or bool(on & off))


def _most_telling(nodes: Sequence[str | None], context: Context) -> str | None:
    """The body where just one is named, else the state behind all of them."""
    named = {node for node in nodes if node}
    bodies = {node for node in named if not context.entity(node).is_state}
    if len(bodies) == 1 and all(context.head(node) == context.head(next(iter(bodies))) for node in named):
        return next(iter(bodies))
    states = named - bodies
    return min(states or bodies, default=None)


def _goods(members: Sequence[Order]) -> tuple[str, ...]:
    by_form: dict[str, str] = {}
    for text in sorted(text for each in members for text in each.measure.goods):
        by_form.setdefault(folded(text), text)
    return tuple(by_form[form] for form in sorted(by_form))


def _ids(clusters: Sequence[Cluster], orders: Mapping[Ref, Order]) -> tuple[str, ...]:
    return ids([_wanted(cluster, [orders[ref] for ref in cluster.refs]) for cluster in clusters])


def _wanted(cluster: Cluster, members: Sequence[Order]) -> Wanted:
    kind, by, on = fullest(members).key
    amounts = [each.measure.amount for each in members if each.measure.amount]
    rate = slug(amount_text(sharp)) if (sharp := sharpest(amounts)) and level(members) else ""
    goods = sorted(frozenset().union(*(each.goods for each in members)))
    name = slug(most_common([each.measure.name for each in members], "") or "")
    start, _ = fused([each for m in members if (each := told(m.measure.start, m.ref))])
    target = "-".join(each.split("/")[-1] for each in on)
    parts = [slug(kind), by.split("/")[-1], f"on-{target}" if target else "", name, rate]
    told_ = digest((kind, by, *on, name, rate, *goods, start.edtf if start else ""))
    base = "-".join(part for part in parts if part)[:LONGEST].strip("-")
    return Wanted(f"measure/{base}-{told_}", (), len({each.ref.article for each in members}), cluster.refs)
