"""
The network as it is trained: a compact pretrained encoder and a head for each thing it reads.

A word is the mean of its first and last piece beside features of its spelling, since the pieces know no capitals. Trees
are read as Dozat and Manning (2017) do: a bilinear score for every pair of words, then a label for each arc.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load
from torch import Tensor, nn
from torch.nn import functional

from kg.text.pipeline.pieces import FEATURE_SIZES
from training.corpora import RECIPE

WIDTH, LAYERS, ATTENDING, INNER = 384, 6, 12, 1536
MIXED = 3
"""How many of the last layers are mixed into a word's vector."""
SPELLING, SPELLING_OUT = 32 * len(FEATURE_SIZES), 96
NAMES_WIDTH, ARC_WIDTH, LABEL_WIDTH = 256, 256, 128
VECTOR = (MIXED + 1) * WIDTH + NAMES_WIDTH
"""How many numbers `doc.tensor` holds of a word."""


class SharedDropout(nn.Module):
    """Dropout with one mask for all the words of a window; drawing a mask a word costs a sixth of a step."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        kept = (torch.rand(x.shape[0], 1, x.shape[-1]) >= self.rate).to(x.dtype)
        return x * kept / (1 - self.rate)


class Layer(nn.Module):
    """One transformer layer, normalised after each half, as BERT's."""

    def __init__(self) -> None:
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, 1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, 1e-12)
        self.dropout = SharedDropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        windows, pieces, _ = x.shape
        split = self.attend(x).view(windows, pieces, 3, ATTENDING, WIDTH // ATTENDING)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        with torch.autocast("cpu", enabled=False):
            seen = functional.scaled_dot_product_attention(query.float(), key.float(), value.float(), attn_mask=mask)
        x = self.attended_norm(x + self.dropout(self.attended(seen.transpose(1, 2).reshape(windows, pieces, WIDTH))))
        return self.outer_norm(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Network(nn.Module):
    """Windows in numbers → scores; the sizes of *labels* are those of the heads."""

    def __init__(self, labels: Mapping[str, tuple[str, ...]], vocabulary_size: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary_size, WIDTH, padding_idx=0)
        self.positions = nn.Embedding(512, WIDTH)
        self.embedding_norm = nn.LayerNorm(WIDTH, 1e-12)
        self.spelling = nn.ModuleList(nn.Embedding(size, 32) for size in FEATURE_SIZES)
        self.spelling_in = nn.Linear(SPELLING, WIDTH)
        self.spelling_out = nn.Linear(SPELLING, SPELLING_OUT)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.mix = nn.Parameter(torch.ones(MIXED))
        self.names_mix = nn.Parameter(torch.ones(MIXED))
        self.dropout, self.arc_dropout = SharedDropout(0.2), SharedDropout(0.3)
        self.trunk = nn.Linear(WIDTH + SPELLING_OUT, WIDTH)
        self.names_trunk = nn.Linear(WIDTH + SPELLING_OUT, NAMES_WIDTH)
        self.tags = nn.Linear(WIDTH, len(labels["xpos"]))
        self.morphs = nn.Linear(WIDTH, len(labels["morph"]))
        self.starts = nn.Linear(WIDTH, 1)
        self.names = nn.Linear(NAMES_WIDTH, len(labels["bio"]))
        self.arc_dependent, self.arc_head = nn.Linear(WIDTH, ARC_WIDTH), nn.Linear(WIDTH, ARC_WIDTH)
        self.arc = nn.Linear(ARC_WIDTH, ARC_WIDTH, bias=False)
        self.arc_prior, self.root = nn.Linear(ARC_WIDTH, 1), nn.Linear(ARC_WIDTH, 1)
        self.dependent, self.head = nn.Linear(WIDTH, LABEL_WIDTH), nn.Linear(WIDTH, LABEL_WIDTH)
        self.root_head = nn.Parameter(torch.zeros(LABEL_WIDTH))
        self.label_sum = nn.Linear(LABEL_WIDTH, len(labels["deps"]))
        self.label_product = nn.Linear(LABEL_WIDTH, len(labels["deps"]), bias=False)
        for table in self.spelling:
            nn.init.normal_(table.weight, std=0.3)
        nn.init.zeros_(self.spelling_in.weight)
        nn.init.zeros_(self.spelling_in.bias)

    def encoded(self, pieces: Tensor, features: Tensor, first: Tensor, last: Tensor) -> tuple[list[Tensor], Tensor]:
        """By layer, of the last ones, the sum of each word's first and last piece; and the features of its spelling."""
        spelt = torch.cat([table(features[:, :, column]) for column, table in enumerate(self.spelling)], -1)
        x = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]] + self.spelling_in(spelt)
        x = self.layers[0].dropout(self.embedding_norm(x))
        mask = ((pieces == 0).float() * -1e4)[:, None, None, :]
        outputs: list[Tensor] = []
        for layer in self.layers:
            x = layer(x, mask)
            outputs.append(x)
        pooled = [_gather(output, first) + _gather(output, last) for output in outputs[-MIXED:]]
        return pooled, _gather(functional.gelu(self.spelling_out(spelt)), first)

    def vectors(self, pooled: list[Tensor], own: Tensor) -> Tensor:
        """What `encoded` gives → windows × words × what `doc.tensor` holds of a word."""
        hidden = functional.gelu(self.trunk(_word(pooled, own, self.mix)))
        named = functional.gelu(self.names_trunk(_word(pooled, own, self.names_mix)))
        return torch.cat([*pooled, hidden, named], -1)

    def forward(self, pooled: list[Tensor], own: Tensor) -> dict[str, Tensor]:
        """What `encoded` gives → the scores of trees and names."""
        hidden = self.dropout(functional.gelu(self.trunk(self.dropout(_word(pooled, own, self.mix)))))
        dependent = self.arc_dropout(functional.relu(self.arc_dependent(hidden)))
        head = self.arc_dropout(functional.relu(self.arc_head(hidden)))
        arcs = self.arc(dependent) @ head.transpose(1, 2) / 8 + self.arc_prior(head).transpose(1, 2)
        diagonal = torch.eye(arcs.shape[1], dtype=torch.bool)[None]
        words = self.dropout(_word(pooled, own, self.names_mix))
        named = self.dropout(functional.gelu(self.names_trunk(words)))
        return {
            "tags": self.tags(hidden),
            "morphs": self.morphs(hidden),
            "starts": self.starts(hidden).squeeze(-1),
            "arcs": torch.where(diagonal, self.root(dependent).expand_as(arcs), arcs),
            "dependents": self.dependent(hidden),
            "heads": self.head(hidden),
            "names": self.names(named),
        }

    def relations(self, dependents: Tensor, heads: Tensor, of: Tensor) -> Tensor:
        """Scores of the labels of the arcs to the words *of*; a word whose head is itself hangs on the root."""
        chosen = _gather(heads, of)
        is_root = (of == torch.arange(of.shape[1])[None])[..., None]
        chosen = torch.where(is_root, self.root_head.to(chosen.dtype).expand_as(chosen), chosen)
        summed = self.label_sum(self.dropout(functional.relu(dependents + chosen)))
        return summed + self.label_product(self.dropout(dependents * chosen))


def _gather(rows: Tensor, places: Tensor) -> Tensor:
    return torch.gather(rows, 1, places[..., None].expand(-1, -1, rows.shape[-1]))


def _word(pooled: list[Tensor], own: Tensor, weights: Tensor) -> Tensor:
    """The mean of a word's first and last piece, mixed from layers in shares, beside its spelling."""
    shares = torch.softmax(weights, 0)
    mixed = sum((share * layer / 2 for share, layer in zip(shares, pooled, strict=True)), torch.zeros(()))
    return torch.cat([mixed, own], -1)


def encoder_weights() -> Mapping[str, Tensor]:
    """The pretrained encoder, checked against recipe.toml."""
    package, _, rest = RECIPE["encoder"]["file"].partition("/")
    content = (files(package) / rest).read_bytes()
    if hashlib.sha256(content).hexdigest() != RECIPE["encoder"]["sha256"]:
        raise SystemExit(f"Error: {RECIPE['encoder']['file']} is not the file that recipe.toml names.")
    return {name.removeprefix("bert."): tensor for name, tensor in load(content).items()}


def vocabulary() -> tuple[str, ...]:
    """The encoder's word pieces without those that English news cannot hold: unused ones and other scripts."""
    package = RECIPE["encoder"]["file"].partition("/")[0]
    path = Path(str(files(package) / "model" / "vocab.txt"))
    return tuple(path.read_text(encoding="utf8").split("\n")[:-1])


def kept(pieces: tuple[str, ...]) -> list[int]:
    """The places of the pieces that stay: the padding first, so that it is piece 0."""
    return [place for place, piece in enumerate(pieces) if not piece.startswith("[unused") and _is_latin(piece)]


def _is_latin(piece: str) -> bool:
    return all(c.isascii() or not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in piece)


def pretrained(labels: Mapping[str, tuple[str, ...]]) -> tuple[Network, tuple[str, ...]]:
    """A network to train, and its vocabulary."""
    pieces = vocabulary()
    places = kept(pieces)
    network = Network(labels, len(places))
    weights = encoder_weights()
    with torch.no_grad():
        network.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"][places])
        network.positions.weight.copy_(
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        _copy(network.embedding_norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(network.layers):
            prefix = f"encoder.layer.{number}"
            for part in ("weight", "bias"):
                of_self = [weights[f"{prefix}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                getattr(layer.attend, part).copy_(torch.cat(of_self))
            _copy(layer.attended, weights, f"{prefix}.attention.output.dense")
            _copy(layer.attended_norm, weights, f"{prefix}.attention.output.LayerNorm")
            _copy(layer.inner, weights, f"{prefix}.intermediate.dense")
            _copy(layer.outer, weights, f"{prefix}.output.dense")
            _copy(layer.outer_norm, weights, f"{prefix}.output.LayerNorm")
    return network, tuple(pieces[place] for place in places)


def _copy(module: nn.Module, weights: Mapping[str, Tensor], name: str) -> None:
    for part in ("weight", "bias"):
        getattr(module, part).copy_(weights[f"{name}.{part}"])
