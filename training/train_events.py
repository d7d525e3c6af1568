"""
Train what reads events: ``python -m training.train_events MODEL``.

MODEL is a folder that `training.export` wrote; its encoder reads the passages of ``training/events/`` and stays as it
is. Each passage is read alone and run together with others, since paragraphs of the press are longer. Writes
MODEL/kg.events.onnx, MODEL/kg.roles.onnx and MODEL/events.json. Minutes on one core. With ``--measure`` an eighth of
the passages is held out and nothing written; ``--card`` then puts the scores into the model card.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import onnx
import torch
from torch import Tensor

from kg.text.pipeline import load
from kg.text.pipeline.events import EVENT_LABELS, EVENTS, ROLES, Floats
from kg.text.read import plain
from training.card import fill, table
from training.corpora import RECIPE
from training.event_examples import KIND_NAMES, ROLE_LABELS, Events, batches, loss, made, numbered
from training.event_graphs import roles_graph, words_graph
from training.event_network import EventNetwork
from training.passages import KINDS, STATUSES, Passage, parts, together
from training.passages import ROLES as ROLE_NAMES

NUMBERS = RECIPE["events"]


@dataclass(frozen=True, slots=True)
class Example:
    """A passage in numbers: a vector a word, and its events."""

    vectors: Floats
    events: Events


def main() -> None:
    parser = argparse.ArgumentParser(description="Train what reads events.")
    parser.add_argument("model", type=Path, help="folder with the encoder; the new files are written there")
    parser.add_argument("--measure", action="store_true", help="hold an eighth out, print scores, write nothing")
    parser.add_argument("--card", action="store_true", help="with --measure: write the scores into the model card")
    parser.add_argument("--threads", type=int, default=2)
    asked = parser.parse_args()
    random.seed(RECIPE["seed"])
    torch.manual_seed(RECIPE["seed"])
    torch.set_num_threads(asked.threads)
    kept, held = parts()
    learnt = kept if asked.measure else kept + held
    given = examples([*learnt, *_joined(learnt)], asked.model)
    network = made(given[0].vectors.shape[1])
    train(network, given)
    if asked.measure:
        found = table(*scores(network, examples(held, asked.model)))
        sys.stdout.write(f"{found}\n")
        if asked.card:
            fill("event scores", found)
    else:
        write(network, asked.model)


def _joined(given: Sequence[Passage]) -> Iterator[Passage]:
    """All of them once more, a few at a time run together."""
    left = random.sample(given, len(given))
    while left:
        size = random.randint(2, NUMBERS["together"])
        yield together(left[:size])
        left = left[size:]


def examples(given: Iterable[Passage], model: Path) -> list[Example]:
    nlp = load(model)
    found = []
    for passage in given:
        doc = nlp(plain(passage.text))
        kept = [token for token in doc if not token.is_space]
        starts = [(token.idx, token.idx + len(token)) for token in kept]
        vectors = doc.tensor[[token.i for token in kept]]
        found.append(Example(vectors, numbered(passage.events, starts)))
    return found


def train(network: EventNetwork, given: list[Example]) -> None:
    epochs, rate = NUMBERS["epochs"], NUMBERS["rate"]
    optimizer = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=NUMBERS["decay"])
    steps, step = epochs * math.ceil(len(given) / NUMBERS["batch"]), 0
    for _ in range(epochs):
        for batch in batches(given, NUMBERS["batch"], lambda each: len(each.vectors)):
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1, step / 30) * (1 - step / steps)
            optimizer.zero_grad()
            loss(network, *padded(batch), [each.events for each in batch]).backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
    network.eval()


def padded(batch: Sequence[Example]) -> tuple[Tensor, Tensor]:
    longest = max(len(each.vectors) for each in batch)
    vectors = torch.zeros(len(batch), longest, batch[0].vectors.shape[1])
    present = torch.zeros(len(batch), longest, dtype=torch.bool)
    for row, each in enumerate(batch):
        vectors[row, : len(each.vectors)] = torch.from_numpy(each.vectors)
        present[row, : len(each.vectors)] = True
    return vectors, present


@torch.no_grad()
def scores(network: EventNetwork, held: Sequence[Example]) -> tuple[Sequence[str], list[Sequence[object]]]:
    """
    Head and rows of a table of scores on passages held out.

    Of triggers with their kinds, all that are likelier than not; of roles, by word, and statuses, for triggers in gold.
    """
    triggers: dict[str, Counter[str]] = {name: Counter() for name in KINDS}
    roles: dict[str, Counter[str]] = {name: Counter() for name in ROLE_NAMES}
    statuses: Counter[str] = Counter()
    for example in held:
        words = network.words(*padded([example]))[0]
        best = list(enumerate(network.kinds(words).argmax(1).tolist()))
        for number, name in enumerate(KINDS, 1):
            found = {place for place, kind in best if kind == number}
            _count(triggers[name], found, {place for place, kind in example.events if kind == number})
        for (place, kind), (status, told) in example.events.items():
            _count(statuses, {int(network.statuses(words[place]).argmax())}, {status})
            given = network.roles(words[None], torch.tensor([place]), torch.tensor([kind]))[0].argmax(1).tolist()
            for number, name in enumerate(ROLE_NAMES, 1):
                here = {word for word, role in enumerate(given) if role == number}
                _count(roles[name], here, {word for word, role in told.items() if role == number})
    rows = [
        ("**triggers**", *_shares(sum(triggers.values(), Counter()))),
        *((name, *_shares(counts)) for name, counts in triggers.items()),
        ("**roles**", *_shares(sum(roles.values(), Counter()))),
        *((name, *_shares(counts)) for name, counts in roles.items()),
        ("**statuses**", *_shares(statuses)),
    ]
    return ("of passages held out", "precision", "recall", "F1", "in gold"), rows


def _count(counts: Counter[str], found: set[int], gold: set[int]) -> None:
    counts.update(right=len(found & gold), found=len(found), gold=len(gold))


def _shares(counts: Counter[str]) -> tuple[str, str, str, str]:
    """Precision, recall, F1 and how many there are, as a table shows them."""
    right, found, gold = (counts[name] for name in ("right", "found", "gold"))
    shares = right / max(1, found), right / max(1, gold), 2 * right / max(1, found + gold)
    precision, recall, f1 = (f"{share:.2f}" for share in shares)
    return precision, recall, f1, f"{gold:,}"


def write(network: EventNetwork, model: Path) -> None:
    weights = {name: tensor.float().numpy() for name, tensor in network.state_dict().items()}
    onnx.save(words_graph(weights), model / EVENTS)
    onnx.save(roles_graph(weights), model / ROLES)
    labels = {"kinds": KIND_NAMES, "statuses": {kind: STATUSES[kind] for kind in KINDS}, "roles": ROLE_LABELS}
    (model / EVENT_LABELS).write_text(json.dumps(labels, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
