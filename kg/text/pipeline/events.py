"""
The encoder's vectors of a paragraph → the events it tells: triggers with their kinds, and the arguments of each.

Triggers and argument roles in the sense of ACE 2005 (Doddington et al. 2004). Two ONNX files: one reads the words, one
scores the roles of every word for each trigger found between them.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from kg.model import Argument, EventMention
from kg.text.pipeline.network import session

EVENTS, ROLES, EVENT_LABELS = "kg.events.onnx", "kg.roles.onnx", "events.json"
EVENT_FILES = (EVENTS, ROLES, EVENT_LABELS)
LEAST = 0.2
"""What is less likely than this to be a trigger is left out."""
MOST_WORDS = 400
"""A longer line is read in parts of this size."""
WRITTEN = "kg_events"
"""Where in `doc.user_data` the events stand, as plain values: spaCy can store no others."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class EventLabels:
    """In the order of the scores; the first kind and the first role mean none."""

    kinds: tuple[str, ...]
    statuses: dict[str, tuple[int, ...]]  # those a kind can have, as places in `status_names`
    status_names: tuple[str, ...]
    roles: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> EventLabels:
        found = json.loads(path.read_text(encoding="utf8"))
        names = tuple(dict.fromkeys(status for each in found["statuses"].values() for status in each))
        statuses = {kind: tuple(map(names.index, each)) for kind, each in found["statuses"].items()}
        return cls(tuple(found["kinds"]), statuses, names, tuple(found["roles"]))


class EventNetwork:
    def __init__(self, folder: Path, *, threads: int) -> None:
        self.folder = folder
        self.labels = EventLabels.read(folder / EVENT_LABELS)
        self._words = session(folder / EVENTS, threads)
        self._roles = session(folder / ROLES, threads)

    def read(self, vectors: Floats) -> tuple[EventMention, ...]:
        """The events told by the words whose vectors are the rows; in the order of their triggers."""
        return tuple(
            event
            for start in range(0, len(vectors), MOST_WORDS)
            for event in self._part(vectors[start : start + MOST_WORDS], start)
        )

    def _part(self, vectors: Floats, start: int) -> Iterator[EventMention]:
        kinds, statuses, triggers, words = self._words.run(None, {"vectors": vectors})
        likely = 1 - kinds[:, 0]
        found = np.flatnonzero(likely >= LEAST)
        if not len(found):
            return
        best = kinds[found, 1:].argmax(1) + 1
        roles = self._roles.run(None, {"triggers": triggers, "words": words, "places": found, "kinds": best})[0]
        for row, (place, number) in enumerate(zip(found.tolist(), best.tolist(), strict=True)):
            kind = self.labels.kinds[number]
            allowed = self.labels.statuses[kind]
            status = max(allowed, key=lambda each: float(statuses[place, each]))
            yield EventMention(
                start + place,
                kind,
                self.labels.status_names[status],
                round(float(likely[place]), 4),
                tuple(self._arguments(roles[row], start)),
            )

    def _arguments(self, scores: Floats, start: int) -> Iterator[Argument]:
        best = scores.argmax(1)
        for number, run in groupby(range(len(best)), key=lambda i: int(best[i])):
            if number:
                places = list(run)
                likelihood = round(float(scores[places, number].min()), 4)
                yield Argument(self.labels.roles[number], start + places[0], start + places[-1] + 1, likelihood)


class EventReader:
    """The component: from the vectors that the encoder wrote, what `doc._.events` gives, in tokens of the document."""

    def __init__(self, *, threads: int = 1) -> None:
        self.threads = threads
        self._network: EventNetwork | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Each line is read by itself, as the encoder reads it."""
        if self._network is not None:
            doc.user_data[WRITTEN] = [
                astuple(event.moved(line))
                for line in _lines(doc)
                for event in self._network.read(np.asarray(doc.tensor[line], np.float32))
            ]
        return doc

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        if self._network is not None:
            for name in EVENT_FILES:
                shutil.copyfile(self._network.folder / name, folder / name)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> EventReader:
        self._network = EventNetwork(Path(path), threads=self.threads)
        return self


def _lines(doc: Doc) -> Iterator[list[int]]:
    """The tokens of each line but for white space; no line is empty."""
    line: list[int] = []
    for token in doc:
        if not token.is_space:
            line.append(token.i)
        elif line and "\n" in token.text:
            yield line
            line = []
    if line:
        yield line


def written(doc: Doc) -> tuple[EventMention, ...]:
    """What the component wrote; nothing where it did not read the document."""
    return tuple(
        EventMention(trigger, kind, status, likelihood, tuple(Argument(*argument) for argument in arguments))
        for trigger, kind, status, likelihood, arguments in doc.user_data.get(WRITTEN, ())
    )


@Language.factory("kg_events", default_config={"threads": 1})
def make_event_reader(nlp: Language, name: str, threads: int) -> EventReader:
    if not Doc.has_extension("events"):
        Doc.set_extension("events", getter=written)
    return EventReader(threads=threads)
