"""Where a guest meets more of those who receive him: in the city of the host's state where the story has him."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.facts.link import Linked
from kg.facts.settings import Setting, Settings
from kg.facts.telling import Telling
from kg.model import MeetingKind, Side, Status, When

VISIT = 2  # days at most from one meeting of a visit to the next


class Hosted:
    """Gives a meeting between a guest and a host the place of what else the article tells of that visit."""

    def __init__(self, linked: Linked, settings: Settings) -> None:
        self.linked = linked
        self.settings = settings

    def setting(self, event: Telling, told: Setting, events: Sequence[Telling]) -> Setting:
        """The setting *told* with a place where the article gives one city of the host's state; else as it was."""
        if event.kind is MeetingKind.CALL or event.status not in (Status.HAPPENED, Status.PLANNED):
            return told
        apart = told.start is None and (told.background or event.fresh)
        if apart or not self.settings.is_of_visit(event.trigger, told, event.status):
            return told
        guests = [*self._guests(event)]
        cities = {city for side, state in guests for city in self._visited(event, told, side, state, events)}
        cities = cities or {city for side, state in guests for city in self._arrived(event, side, state)}
        if len(cities) != 1:
            return told
        city = cities.pop()
        return replace(told, place=city, place_basis="story", country=self.settings.country_of(city))

    def _guests(self, event: Telling) -> Iterator[tuple[Side, str]]:
        """Each side whose other stands for one state that it does not stand for itself, and that state."""
        if len(event.sides) != 2:
            return
        for side, host in (event.sides, event.sides[::-1]):
            state = host.parties[0] if len(host.parties) == 1 else None
            if state is not None and side.parties and state not in side.parties and self.linked.is_state(state):
                yield side, state

    def _visited(
        self, event: Telling, told: Setting, guests: Side, state: str, events: Sequence[Telling]
    ) -> Iterator[str]:
        """The cities of *state* where the guests met others on the days of the event."""
        for other in events:
            place = other.setting.place
            if other is event or place is None or other.kind is MeetingKind.CALL:
                continue
            shared = set(guests.people) & other.people
            near = self._is_near(told.start, other.setting.start) and other.status in (event.status, Status.HAPPENED)
            if shared and near and self._is_city_of(place, state):
                yield place

    def _arrived(self, event: Telling, guests: Side, state: str) -> Iterator[str]:
        """The cities of *state* to which the article has brought the guests, or will have by then."""
        for stay in self.settings.whereabouts.stays:
            there = stay.status in (Status.HAPPENED, event.status) and not stay.background
            if (
                there
                and stay.person in guests.people
                and stay.place is not None
                and self._is_city_of(stay.place, state)
            ):
                yield stay.place

    def _is_city_of(self, place: str, state: str) -> bool:
        return place != state and self.settings.country_of(place) == state

    def _is_near(self, one: When | None, other: When | None) -> bool:
        if one is None or other is None:
            return True
        return one.first is not None and other.first is not None and abs((one.first - other.first).days) <= VISIT
