"""Places and states as single articles know them → clusters, by outside identifier, else by name and country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.fusion.clusters import Cluster, Grouping
from kg.letters import folded
from kg.model import Ref


@dataclass(frozen=True, slots=True)
class Site:
    """One place as one article knows it; `ids` are outside identifiers."""

    ref: Ref
    name: str
    type: str
    country: str | None
    ids: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """Name and sort of place: a city is no state of the same name."""
        return folded(self.name), self.type if self.type in ("country", "venue") else ""


def places(sites: Iterable[Site]) -> tuple[Cluster, ...]:
    """Cluster the places of all articles; one of no known country joins where just one of its name is known."""
    ordered = sorted(sites, key=lambda each: each.ref)
    grouping = Grouping(each.ref for each in ordered)
    by_id: dict[str, Site] = {}
    by_name: dict[tuple[tuple[str, str], str | None], Site] = {}
    for site in ordered:
        for identifier in site.ids:
            first = by_id.setdefault(identifier, site)
            grouping.join(first.ref, site.ref, f'"{first.name}" and "{site.name}" are both {identifier}')
        country = folded(site.country) if site.country and site.type != "country" else None
        clash = by_name.get((site.key, country))
        if clash is None:
            by_name[site.key, country] = site
        elif not _ids_differ(clash, site):
            where = f", both in {site.country}" if country else ""
            grouping.join(clash.ref, site.ref, f'the same name, "{site.name}"{where}')
    _of_unknown_country(by_name, grouping)
    return grouping.clusters()


def _ids_differ(left: Site, right: Site) -> bool:
    return bool(left.ids and right.ids and not set(left.ids) & set(right.ids))


def _of_unknown_country(by_name: dict[tuple[tuple[str, str], str | None], Site], grouping: Grouping) -> None:
    known: dict[tuple[str, str], list[Site]] = defaultdict(list)
    for (key, country), site in sorted(by_name.items(), key=lambda item: item[1].ref):
        if country is not None:
            known[key].append(site)
    for (key, country), site in sorted(by_name.items(), key=lambda item: item[1].ref):
        if country is not None or site.type == "country":
            continue
        fitting = known.get(key, [])
        if len({grouping.root(each.ref) for each in fitting}) == 1:
            grouping.join(fitting[0].ref, site.ref, f'"{site.name}" is the one known, in {fitting[0].country}')
        elif fitting:
            grouping.doubt(site.ref, f"may be in {' or '.join(sorted(each.country or '' for each in fitting))}")
