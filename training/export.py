"""
A trained network → the files that ship: ``python -m training.export TRAINED MODEL``.

The graph is written node by node for one window a run, so it needs no mask and no padding, with the fused operators of
onnxruntime. Matrices are whole numbers of seven bits, a scale a column: eight would saturate the sums on processors
without VNNI, so that the same text would be read differently there. Vectors of pieces are whole numbers of eight bits,
a scale a row.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from kg.text.pipeline.network import LABELLER, LABELS, NETWORK, VOCABULARY
from kg.text.pipeline.pieces import FEATURE_SIZES
from training.network import ARC_WIDTH, ATTENDING, LABEL_WIDTH, LAYERS, MIXED, VECTOR

Floats = NDArray[np.float32]
FUSED = "com.microsoft"
WEIGHT_LIMIT, ROW_LIMIT = 63, 127


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the files of the pipeline.")
    parser.add_argument("trained", type=Path, help="folder that training.train wrote")
    parser.add_argument("model", type=Path, help="folder to write to, as kg/text/pipeline/model")
    asked = parser.parse_args()
    state = torch.load(asked.trained / "network.pt", map_location="cpu")
    weights = {name: tensor.float().numpy() for name, tensor in state.items()}
    labels = json.loads((asked.trained / LABELS).read_text(encoding="utf8"))
    asked.model.mkdir(parents=True, exist_ok=True)
    onnx.save(graph(weights, labels), asked.model / NETWORK)
    onnx.save(labeller(weights, labels), asked.model / LABELLER)
    for name in (LABELS, VOCABULARY):
        shutil.copyfile(asked.trained / name, asked.model / name)


def labeller(weights: Mapping[str, Floats], labels: Mapping[str, Sequence[str]]) -> onnx.ModelProto:
    """The graph that labels the arcs of a tree, which is found between the two graphs; only its root is called so."""
    g = Graph()
    zero, one = (g.constant(np.array(value, np.int64)) for value in (0, 1))
    size = g.add("Squeeze", g.add("Shape", "places"))
    is_root = g.add("Equal", "places", g.add("Range", zero, size, one))
    column = g.add("Unsqueeze", is_root, g.constant(np.array([1], np.int64)))
    chosen = g.add("Where", column, g.constant(weights["root_head"]), g.add("Gather", "heads", "places"))
    summed = g.add("Relu", g.add("Add", "dependents", chosen))
    both = g.add("Concat", summed, g.add("Mul", "dependents", chosen), axis=1)
    weight = np.concatenate([weights["label_sum.weight"], weights["label_product.weight"]], 1).T
    scores = g.add("Gemm", both, g.constant(weight), g.constant(weights["label_sum.bias"]))
    root = labels["deps"].index("ROOT")
    others = np.zeros(len(labels["deps"]), np.float32)
    others[root] = -1e9
    g.add(
        "ArgMax",
        g.add("Where", column, g.constant(-1e9 - others), g.add("Add", scores, g.constant(others))),
        axis=1,
        keepdims=0,
        outputs=["relations"],
    )
    rows = ["N", LABEL_WIDTH]
    inputs = [
        ("dependents", TensorProto.FLOAT, rows),
        ("heads", TensorProto.FLOAT, rows),
        ("places", TensorProto.INT64, ["N"]),
    ]
    return made(g, inputs, [("relations", TensorProto.INT64, ["N"])])


class Graph:
    """Nodes and constants as they are added; a value is known by its name."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, value: NDArray[Any]) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, operator: str, *inputs: str, outputs: Sequence[str] = (), domain: str = "", **attributes: Any) -> str:
        """The name of the node's first output."""
        made = list(outputs) or [f"v{len(self.nodes)}"]
        self.nodes.append(helper.make_node(operator, list(inputs), made, domain=domain, **attributes))
        return made[0]

    def linear(self, x: str, weight: Floats, bias: Floats | None, *, output: str = "") -> str:
        """*x* times *weight*, which is a row an output as torch keeps it, in whole numbers."""
        scale = np.maximum(np.abs(weight).max(1), 1e-8) / WEIGHT_LIMIT
        whole = np.round(weight / scale[:, None]).astype(np.int8).T
        inputs = [x, self.constant(whole), self.constant(scale.astype(np.float32)), ""]
        if bias is not None:
            inputs.append(self.constant(bias))
        return self.add("DynamicQuantizeMatMul", *inputs, domain=FUSED, outputs=[output] if output else ())

    def rows(self, table: Floats, places: str) -> str:
        scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / ROW_LIMIT
        whole = np.round(table / scale).astype(np.int8)
        found = self.add("Cast", self.add("Gather", self.constant(whole), places), to=TensorProto.FLOAT)
        return self.add("Mul", found, self.add("Gather", self.constant(scale.astype(np.float32)), places))

    def normalised_sum(self, x: str, y: str, weight: Floats, bias: Floats) -> str:
        """The fused operator for this takes three times as long on one thread."""
        return self.normalised(self.add("Add", x, y), weight, bias, epsilon=1e-12)

    def normalised(self, x: str, weight: Floats, bias: Floats, *, epsilon: float) -> str:
        return self.add("LayerNormalization", x, self.constant(weight), self.constant(bias), epsilon=epsilon)

    def gelu(self, x: str, bias: Floats) -> str:
        return self.add("BiasGelu", x, self.constant(bias), domain=FUSED)


def graph(weights: Mapping[str, Floats], labels: Mapping[str, Sequence[str]]) -> onnx.ModelProto:
    g = Graph()
    x, spelt = _embedded(g, weights)
    outputs: list[str] = []
    for number in range(LAYERS):
        x = _layer(g, x, weights, f"layers.{number}")
        outputs.append(x)
    own = g.add(
        "Gather",
        g.gelu(g.linear(spelt, weights["spelling_out.weight"], None), weights["spelling_out.bias"]),
        "first_row",
        axis=1,
    )
    pooled = [_pooled(g, output) for output in outputs[-MIXED:]]
    hidden = _trunk(g, pooled, own, weights, "mix", "trunk")
    named = _trunk(g, pooled, own, weights, "names_mix", "names_trunk")
    g.add("Concat", *pooled, hidden, named, axis=2, outputs=["vectors"])
    g.linear(named, weights["names.weight"], weights["names.bias"], output="names")
    _heads(g, hidden, weights, labels)
    return _model(g, labels)


def _embedded(g: Graph, weights: Mapping[str, Floats]) -> tuple[str, str]:
    zero = g.constant(np.array([0], np.int64))
    g.add("Squeeze", "first", zero, outputs=["first_row"])
    g.add("Squeeze", "last", zero, outputs=["last_row"])
    tables = np.concatenate([weights[f"spelling.{number}.weight"] for number in range(len(FEATURE_SIZES))])
    starts = np.cumsum((0, *FEATURE_SIZES[:-1])).astype(np.int64)
    cells = g.rows(tables, g.add("Add", "features", g.constant(starts)))
    spelt = g.add("Reshape", cells, g.constant(np.array([1, -1, tables.shape[1] * len(FEATURE_SIZES)], np.int64)))
    count = g.add("Shape", "pieces", start=1, end=2)
    places = g.add(
        "Range", g.constant(np.array(0, np.int64)), g.add("Squeeze", count), g.constant(np.array(1, np.int64))
    )
    placed = g.add("Add", g.rows(weights["pieces.weight"], "pieces"), g.rows(weights["positions.weight"], places))
    spelling = g.linear(spelt, weights["spelling_in.weight"], weights["spelling_in.bias"])
    return g.normalised_sum(placed, spelling, weights["embedding_norm.weight"], weights["embedding_norm.bias"]), spelt


def _layer(g: Graph, x: str, weights: Mapping[str, Floats], name: str) -> str:
    both = g.linear(x, weights[f"{name}.attend.weight"], weights[f"{name}.attend.bias"])
    parts = [f"{name}.{part}" for part in ("query", "key", "value")]
    g.add("Split", both, outputs=parts, axis=2, num_outputs=3)
    seen = g.add("MultiHeadAttention", *parts, domain=FUSED, num_heads=ATTENDING)
    seen = g.linear(seen, weights[f"{name}.attended.weight"], weights[f"{name}.attended.bias"])
    x = g.normalised_sum(x, seen, weights[f"{name}.attended_norm.weight"], weights[f"{name}.attended_norm.bias"])
    inner = g.gelu(g.linear(x, weights[f"{name}.inner.weight"], None), weights[f"{name}.inner.bias"])
    outer = g.linear(inner, weights[f"{name}.outer.weight"], weights[f"{name}.outer.bias"])
    return g.normalised_sum(x, outer, weights[f"{name}.outer_norm.weight"], weights[f"{name}.outer_norm.bias"])


def _pooled(g: Graph, x: str) -> str:
    """The sum of each word's first and last piece."""
    return g.add("Add", g.add("Gather", x, "first_row", axis=1), g.add("Gather", x, "last_row", axis=1))


def _trunk(g: Graph, pooled: Sequence[str], own: str, weights: Mapping[str, Floats], mix: str, name: str) -> str:
    raised = np.exp(weights[mix] - weights[mix].max())
    shares = (raised / raised.sum() / 2).astype(np.float32)
    parts = [g.add("Mul", part, g.constant(share)) for part, share in zip(pooled, shares, strict=True)]
    word = g.add("Concat", g.add("Sum", *parts), own, axis=2)
    bias = g.constant(weights[f"{name}.bias"])
    return g.add("BiasGelu", g.linear(word, weights[f"{name}.weight"], None), bias, domain=FUSED)


def _heads(g: Graph, hidden: str, weights: Mapping[str, Floats], labels: Mapping[str, Sequence[str]]) -> None:
    """All that is read off the same vector, in one product."""
    heads = ("tags", "morphs", "starts", "dependent", "head", "arc_dependent", "arc_head")
    weight = np.concatenate([weights[f"{head}.weight"] for head in heads])
    bias = np.concatenate([weights[f"{head}.bias"] for head in heads])
    sizes = [len(labels["xpos"]), len(labels["morph"]), 1, LABEL_WIDTH, LABEL_WIDTH, 2 * ARC_WIDTH]
    parts = ["tag_scores", "morph_scores", "start_column", "dependents", "heads", "arc_parts"]
    g.add("Split", g.linear(hidden, weight, bias), g.constant(np.array(sizes, np.int64)), outputs=parts, axis=2)
    for scores, output in (("tag_scores", "tags"), ("morph_scores", "morphs")):
        best = g.add("ArgMax", scores, axis=2, keepdims=0)
        g.add("Cast", best, to=TensorProto.INT32, outputs=[output])
    g.add("Squeeze", "start_column", g.constant(np.array([2], np.int64)), outputs=["starts"])
    g.add("Split", g.add("Relu", "arc_parts"), outputs=["arc_from", "arc_to"], axis=2, num_outputs=2)
    # (U d / 8) · h + p · h is (U d / 8 + p) · h: the head's own score is a bias of the product.
    arc = np.concatenate([weights["arc.weight"] / 8, weights["root.weight"]])
    prior = np.concatenate([weights["arc_prior.weight"][0], weights["root.bias"] - weights["arc_prior.bias"]])
    g.add(
        "Split",
        g.linear("arc_from", arc, prior),
        g.constant(np.array([ARC_WIDTH, 1], np.int64)),
        outputs=["asked", "root_column"],
        axis=2,
    )
    scores = g.add("MatMul", "asked", g.add("Transpose", "arc_to", perm=[0, 2, 1]))
    # A word that is its own head is the root: its score stands on the diagonal.
    zero, one = (g.constant(np.array(value, np.int64)) for value in (0, 1))
    count = g.add("Squeeze", g.add("Shape", "first", start=1, end=2))
    places = g.add("Range", zero, count, one)
    own = g.add("Equal", places, g.add("Unsqueeze", places, g.constant(np.array([1], np.int64))))
    g.add("Where", own, "root_column", scores, outputs=["arcs"])


def _model(g: Graph, labels: Mapping[str, Sequence[str]]) -> onnx.ModelProto:
    whole, real = TensorProto.INT64, TensorProto.FLOAT
    inputs = [
        ("pieces", whole, [1, "T"]),
        ("features", whole, [1, "T", len(FEATURE_SIZES)]),
        ("first", whole, [1, "N"]),
        ("last", whole, [1, "N"]),
    ]
    outputs = [
        ("tags", TensorProto.INT32, [1, "N"]), ("morphs", TensorProto.INT32, [1, "N"]), ("starts", real, [1, "N"]),
        ("arcs", real, [1, "N", "N"]), ("dependents", real, [1, "N", LABEL_WIDTH]),
        ("heads", real, [1, "N", LABEL_WIDTH]), ("names", real, [1, "N", len(labels["bio"])]),
        ("vectors", real, [1, "N", VECTOR]),
    ]  # fmt: skip
    return made(g, inputs, outputs)


Values = Sequence[tuple[str, int, list[Any]]]


def made(g: Graph, inputs: Values, outputs: Values) -> onnx.ModelProto:
    given, found = ([helper.make_tensor_value_info(*value) for value in values] for values in (inputs, outputs))
    versions = [helper.make_opsetid("", 18), helper.make_opsetid(FUSED, 1)]
    return helper.make_model(
        helper.make_graph(g.nodes, "kg", given, found, g.constants), opset_imports=versions, ir_version=9
    )


if __name__ == "__main__":
    main()
