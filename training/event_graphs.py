"""The trained network of events → the two ONNX graphs that ship, with whole numbers where `export.py` has them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx
from onnx import TensorProto

from kg.text.pipeline.events import Floats
from training.event_network import ATTENDING, FAR, PAIR_WIDTH
from training.export import FUSED, Graph, Values, made

REAL, WHOLE = TensorProto.FLOAT, TensorProto.INT64


def words_graph(weights: Mapping[str, Floats]) -> onnx.ModelProto:
    """Vectors → likelihoods of kinds, scores of statuses, and each word's part in the scores of roles."""
    g = Graph()
    first = g.constant(np.array([0], np.int64))
    given = g.normalised("vectors", weights["given_norm.weight"], weights["given_norm.bias"], epsilon=1e-5)
    x = g.gelu(g.linear(given, weights["given.weight"], None), weights["given.bias"])
    both = g.linear(x, weights["layer.attend.weight"], weights["layer.attend.bias"])
    g.add("Split", both, outputs=["query", "key", "value"], axis=1, num_outputs=3)
    parts = [g.add("Unsqueeze", part, first) for part in ("query", "key", "value")]
    everywhere = _counted(g, "vectors")
    apart = g.add("Gather", g.constant(weights["layer.apart.weight"]), _distances(g, everywhere, everywhere))
    bias = g.add("Unsqueeze", g.add("Transpose", apart, perm=[2, 0, 1]), first)
    seen = g.add("MultiHeadAttention", *parts, "", "", bias, domain=FUSED, num_heads=ATTENDING)
    seen = g.linear(g.add("Squeeze", seen, first), weights["layer.attended.weight"], weights["layer.attended.bias"])
    x = _summed(g, x, seen, weights, "layer.attended_norm")
    inner = g.gelu(g.linear(x, weights["layer.inner.weight"], None), weights["layer.inner.bias"])
    outer = g.linear(inner, weights["layer.outer.weight"], weights["layer.outer.bias"])
    x = _summed(g, x, outer, weights, "layer.outer_norm")
    g.add("Softmax", g.linear(x, weights["kinds.weight"], weights["kinds.bias"]), axis=1, outputs=["kinds"])
    for head, output in (("statuses", "statuses"), ("trigger", "triggers"), ("word", "words")):
        g.linear(x, weights[f"{head}.weight"], weights[f"{head}.bias"], output=output)
    sizes = {"kinds": "kinds", "statuses": "statuses", "triggers": "trigger", "words": "word"}
    outputs: Values = [(name, REAL, ["N", len(weights[f"{head}.bias"])]) for name, head in sizes.items()]
    return made(g, [("vectors", REAL, ["N", len(weights["given_norm.weight"])])], outputs)


def roles_graph(weights: Mapping[str, Floats]) -> onnx.ModelProto:
    """The triggers at *places*, of *kinds*, and the words → likelihoods of each word's role for each trigger."""
    g = Graph()
    of_kind = g.add("Gather", g.constant(weights["of_kind.weight"]), "kinds")
    trigger = g.add("Add", g.add("Gather", "triggers", "places"), of_kind)
    column = g.add("Unsqueeze", trigger, g.constant(np.array([1], np.int64)))
    apart = g.add("Gather", g.constant(weights["apart.weight"]), _distances(g, "places", _counted(g, "words")))
    summed = g.add("Relu", g.add("Add", g.add("Add", column, "words"), apart))
    both = g.add("Concat", summed, g.add("Mul", column, "words"), axis=2)
    weight = np.concatenate([weights["role_sum.weight"], weights["role_product.weight"]], 1).T
    scores = g.add("Add", g.add("MatMul", both, g.constant(weight)), g.constant(weights["role_sum.bias"]))
    g.add("Softmax", scores, axis=2, outputs=["roles"])
    inputs: Values = [
        ("triggers", REAL, ["N", PAIR_WIDTH]),
        ("words", REAL, ["N", PAIR_WIDTH]),
        ("places", WHOLE, ["T"]),
        ("kinds", WHOLE, ["T"]),
    ]
    return made(g, inputs, [("roles", REAL, ["T", "N", len(weights["role_sum.bias"])])])


def _summed(g: Graph, x: str, y: str, weights: Mapping[str, Floats], name: str) -> str:
    return g.normalised(g.add("Add", x, y), weights[f"{name}.weight"], weights[f"{name}.bias"], epsilon=1e-5)


def _counted(g: Graph, rows: str) -> str:
    """0, 1, 2 … for the rows."""
    zero, one = (g.constant(np.array(value, np.int64)) for value in (0, 1))
    return g.add("Range", zero, g.add("Squeeze", g.add("Shape", rows, start=0, end=1)), one)


def _distances(g: Graph, places: str, words: str) -> str:
    first, second = (g.constant(np.array([axis], np.int64)) for axis in (0, 1))
    apart = g.add("Sub", g.add("Unsqueeze", words, first), g.add("Unsqueeze", places, second))
    near, far = (g.constant(np.array(value, np.int64)) for value in (-FAR, FAR))
    return g.add("Add", g.add("Clip", apart, near, far), far)
