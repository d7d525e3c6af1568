"""
Train the pipeline: ``python -m training.train OUT --epochs 4``.

Writes OUT/network.pt, OUT/meta.json and OUT/vocab.txt. The learning rate rises for a hundred steps and falls to nothing
over the epochs asked for, so a run cannot be prolonged, only repeated with more.

With ``--passages MODEL`` each epoch also reads the passages of ``training/events/``, but for those that measure: the
encoder then learns their names and what the network of events needs, while MODEL, a folder that `training.export`
wrote, says what trees to keep there. Of the passages in ``training/events/later/`` it learns names and trees alone.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.text.pipeline.pieces import FEATURE_SIZES, MAX_PIECES, Encoded, WordPieces
from training.corpora import RECIPE
from training.event_examples import Events, made
from training.event_examples import loss as event_loss
from training.event_network import EventNetwork
from training.examples import UNKNOWN, Example, training_set
from training.network import VECTOR, Network, pretrained
from training.passage_batches import PassageBatches, examples_of
from training.passages import FOLDER, of_folder, parts

IGNORED = -100
NUMBERS = RECIPE["training"]
OF_PASSAGES = "passage "
"""Before the names of the losses of trees and names that a trained pipeline found in passages."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the language pipeline.")
    parser.add_argument("out", type=Path, help="folder to write to")
    parser.add_argument("--epochs", type=float, default=4.0)
    parser.add_argument("--generated", type=int, default=NUMBERS["generated"], help="news sentences to generate")
    parser.add_argument("--further", type=Path, metavar="TRAINED", help="start from a folder that this wrote")
    parser.add_argument("--passages", type=Path, metavar="MODEL", help="read the passages, trees as this finds")
    parser.add_argument("--rate", type=float, default=1.0, help="share of the learning rates, as when training further")
    parser.add_argument("--threads", type=int, default=2)
    asked = parser.parse_args()
    seed = RECIPE["seed"]
    random.seed(seed)
    torch.manual_seed(seed)
    torch.set_num_threads(asked.threads)
    asked.out.mkdir(parents=True, exist_ok=True)
    examples, labels = training_set(generated=asked.generated, seed=seed)
    if asked.further:
        labels, pieces = (
            _labels(asked.further),
            tuple((asked.further / "vocab.txt").read_text(encoding="utf8").split("\n")[:-1]),
        )
        network = Network(labels, len(pieces))
        network.load_state_dict(torch.load(asked.further / "network.pt", map_location="cpu"))
    else:
        network, pieces = pretrained(labels)
    word_pieces = WordPieces(pieces)
    if asked.passages:
        examples += examples_of(of_folder(FOLDER / "later"), word_pieces, asked.passages)
    (asked.out / "meta.json").write_text(json.dumps(labels, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
    (asked.out / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf8")
    batches = Batches(examples, labels, word_pieces)
    told = PassageBatches(parts()[0], word_pieces, asked.passages) if asked.passages else None
    train(network, batches, told, epochs=asked.epochs, rate=asked.rate)
    torch.save(network.state_dict(), asked.out / "network.pt")


def _labels(folder: Path) -> Mapping[str, tuple[str, ...]]:
    found = json.loads((folder / "meta.json").read_text(encoding="utf8"))
    return {key: tuple(values) for key, values in found.items()}


class Batches:
    """Examples of like length together, in an order that changes with every epoch."""

    def __init__(self, examples: list[Example], labels: Mapping[str, tuple[str, ...]], pieces: WordPieces) -> None:
        self.numbers = {key: {label: number for number, label in enumerate(values)} for key, values in labels.items()}
        self.pieces = pieces
        sized = [(len(pieces.encode(each.window).pieces), each) for each in examples]
        self.examples = [(size, each) for size, each in sized if size <= MAX_PIECES + 2]
        self.total = sum(size for size, _ in self.examples)

    def epoch(self) -> Iterator[list[Example]]:
        batches: list[list[Example]] = [[]]
        for size, each in sorted(self.examples, key=lambda pair: pair[0] + random.uniform(-12, 12)):
            if batches[-1] and size * (len(batches[-1]) + 1) > NUMBERS["batch_pieces"]:
                batches.append([])
            batches[-1].append(each)
        random.shuffle(batches)
        yield from batches

    def encoded(self, example: Example) -> Encoded:
        """Now and then spelt as a headline, so that capitals alone make no name."""
        draw = random.random()
        spelling = None
        if draw < NUMBERS["title_case"]:
            spelling = tuple(word[:1].upper() + word[1:] if len(word) > 3 else word for word in example.window.words)
        elif draw < NUMBERS["title_case"] + NUMBERS["upper_case"]:
            spelling = tuple(word.upper() for word in example.window.words)
        return self.pieces.encode(example.window, spelling)

    def targets(self, batch: list[Example], width: int) -> dict[str, Tensor]:
        found = {
            key: np.full((len(batch), width), IGNORED, np.int64)
            for key in ("tags", "morphs", "relations", "arcs", "starts", "names")
        }
        for row, example in enumerate(batch):
            start = 0
            for sentence in example.sentences or ():
                place = slice(start, start + len(sentence.words))
                found["tags"][row, place] = [self._number("xpos", word.xpos) for word in sentence.words]
                found["morphs"][row, place] = [self._number("morph", word.morph) for word in sentence.words]
                found["relations"][row, place] = [self._number("deps", word.relation) for word in sentence.words]
                found["arcs"][row, place] = [start + word.head for word in sentence.words]
                found["starts"][row, place] = [place == 0 for place in range(len(sentence.words))]
                start += len(sentence.words)
            if example.names:
                known = [IGNORED if name == UNKNOWN else self._number("bio", name) for name in example.names]
                found["names"][row, : len(known)] = known
        return {key: torch.from_numpy(value) for key, value in found.items()}

    def _number(self, key: str, label: str) -> int:
        return self.numbers[key].get(label, IGNORED)


def padded(encoded: list[Encoded]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Pieces, features, first and last pieces of the words, and which words are there."""
    pieces = max(len(each.pieces) for each in encoded)
    words = max(len(each.first) for each in encoded)
    found = (
        np.zeros((len(encoded), pieces), np.int64),
        np.zeros((len(encoded), pieces, len(FEATURE_SIZES)), np.int64),
        np.zeros((len(encoded), words), np.int64),
        np.zeros((len(encoded), words), np.int64),
        np.zeros((len(encoded), words), np.bool_),
    )
    for row, each in enumerate(encoded):
        for array, values in zip(found, (each.pieces, each.features, each.first, each.last), strict=False):
            array[row, : len(values)] = values
        found[4][row, : len(each.first)] = True
    pieces_, features, first, last, present = (torch.from_numpy(array) for array in found)
    return pieces_, features, first, last, present


def losses(
    network: Network, encoded: tuple[list[Tensor], Tensor], present: Tensor, known: Mapping[str, Tensor]
) -> dict[str, Tensor]:
    scores = network(*encoded)
    found: dict[str, Tensor] = {}
    if (known["arcs"] >= 0).any():
        arcs = scores["arcs"].float().masked_fill(~present[:, None, :], -1e4)
        relations = network.relations(scores["dependents"], scores["heads"], known["arcs"].clamp(min=0))
        parsed = known["starts"] >= 0
        found["starts"] = functional.binary_cross_entropy_with_logits(
            scores["starts"].float()[parsed], known["starts"][parsed].float()
        )
        for key, value in (
            ("arcs", arcs),
            ("relations", relations),
            ("tags", scores["tags"]),
            ("morphs", scores["morphs"]),
        ):
            found[key] = _entropy(value, known[key])
    if (known["names"] >= 0).any():
        found["names"] = _entropy(scores["names"], known["names"])
    return found


def _entropy(scores: Tensor, known: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, -2).float(), known.flatten(), ignore_index=IGNORED)


def optimiser(network: Network, events: EventNetwork) -> torch.optim.Optimizer:
    """The pieces' own vectors stay as they were trained; the encoder learns slower than the new heads."""
    network.pieces.weight.requires_grad = False
    parts: dict[bool, list[nn.Parameter]] = {True: [], False: []}
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            parts[name.startswith(("layers", "positions", "embedding_norm"))].append(parameter)
    groups = [
        {"params": parts[True], "lr": NUMBERS["encoder_rate"]},
        {"params": parts[False], "lr": NUMBERS["head_rate"]},
        {"params": list(events.parameters()), "lr": RECIPE["events"]["rate"]},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=NUMBERS["weight_decay"], fused=True)


def train(network: Network, batches: Batches, told: PassageBatches | None, *, epochs: float, rate: float = 1.0) -> None:
    """*rate* is the share of the learning rates that the network's own parts take; what reads events begins anew."""
    events = made(VECTOR)
    stepper = optimiser(network, events)
    rates = [share * group["lr"] for share, group in zip((rate, rate, 1.0), stepper.param_groups, strict=True)]
    trained = [parameter for group in stepper.param_groups for parameter in group["params"]]
    total = batches.total + (told.total if told else 0)
    goal, seen, step, started = epochs * total, 0, 0, time.monotonic()
    history: dict[str, list[float]] = defaultdict(list)
    network.train()
    while seen < goal:
        for batch in _mixed(batches, told):
            if seen >= goal:
                break
            share = min(1.0, (step + 1) / NUMBERS["warm_up_steps"]) * (1 - seen / goal)
            for group, full in zip(stepper.param_groups, rates, strict=True):
                group["lr"] = full * share
            size, found = _read(network, events, batches, batch)
            loss = sum(
                (NUMBERS["weights"][key.removeprefix(OF_PASSAGES)] * value for key, value in found.items()),
                torch.zeros(()),
            )
            loss.backward()
            nn.utils.clip_grad_norm_(trained, 1.0)
            stepper.step()
            stepper.zero_grad(set_to_none=True)
            step += 1
            seen += size
            for key, value in found.items():
                history[key].append(value.item())
            if step % 50 == 0:
                report = " ".join(f"{key} {np.mean(values):.3f}" for key, values in history.items())
                seconds = time.monotonic() - started
                done = f"step {step}  epoch {seen / total:.2f}  {seen / seconds:.0f} pieces/s"
                print(f"{seconds:6.0f} s  {done}  {report}", flush=True)  # noqa: T201
                history.clear()


Batch = list[Example] | list[tuple[Example, Events]]


def _mixed(batches: Batches, told: PassageBatches | None) -> list[Batch]:
    """All the batches of an epoch, of either sort, in no order."""
    found: list[Batch] = [*batches.epoch()]
    if told:
        found += told.epoch()
        random.shuffle(found)
    return found


def _read(network: Network, events: EventNetwork, batches: Batches, batch: Batch) -> tuple[int, dict[str, Tensor]]:
    """How many pieces a batch has, and the losses on it."""
    examples = [each[0] if isinstance(each, tuple) else each for each in batch]
    of_events = [each[1] for each in batch if isinstance(each, tuple)]
    encoded = [batches.pieces.encode(each.window) if of_events else batches.encoded(each) for each in examples]
    *inputs, present = padded(encoded)
    size = int((inputs[0] != 0).sum())
    with torch.autocast("cpu", dtype=torch.bfloat16):
        read = network.encoded(*inputs)
        found = losses(network, read, present, batches.targets(examples, present.shape[1]))
        if of_events:
            found = {f"{OF_PASSAGES}{key}": value for key, value in found.items()}
            found["events"] = event_loss(events, network.vectors(*read).float(), present, of_events)
    return size, found


if __name__ == "__main__":
    main()
