"""
How fast the language pipeline reads, how long it takes to load, and how much memory it holds.

    python -m benchmarks.pipeline ARTICLES [--against PIPELINE]

ARTICLES is a folder of text files. A second pipeline, anything that spacy.load takes, is measured in turn with ours on
the same texts, one thread each, so that their ratio means something on a busy machine where neither figure does.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROUNDS = 5
ONE_THREAD = {"KG_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
LOADED = """
import resource, sys, time
import spacy
from kg.text.pipeline import load
start = time.perf_counter()
nlp = load() if sys.argv[1] == "shipped" else spacy.load(sys.argv[1])
print(time.perf_counter() - start)
nlp("The ministers met in the capital on Tuesday. " * 40)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def speed(read: Callable[[Sequence[str]], int], texts: Sequence[str]) -> float:
    """Tokens a second of processor time."""
    start = time.process_time()
    return read(texts) / (time.process_time() - start)


def reader(name: str) -> Callable[[Sequence[str]], int]:
    """What makes documents of texts with the pipeline *name* and counts their tokens."""
    import spacy

    from kg.text.pipeline import load

    nlp = load() if name == "shipped" else spacy.load(name)
    return lambda texts: sum(len(doc) for doc in nlp.pipe(texts))


def loading(name: str) -> tuple[float, float]:
    """Seconds to load, libraries imported before, and most megabytes resident after a first text."""
    done = subprocess.run([sys.executable, "-c", LOADED, name], capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the language pipeline.")
    parser.add_argument("articles", type=Path, help="folder of .txt files")
    parser.add_argument("--against", metavar="PIPELINE", help="what spacy.load takes, to compare with")
    asked = parser.parse_args()
    os.environ.update(ONE_THREAD)
    texts = [path.read_text(encoding="utf8") for path in sorted(asked.articles.glob("**/*.txt"))]
    if not texts:
        raise SystemExit(f"Error: {asked.articles} holds no .txt file.")
    names = ["shipped", *([asked.against] if asked.against else [])]
    loads = {name: loading(name) for name in names}  # first: a child's peak is never below its parent's size
    readers = {name: reader(name) for name in names}
    for read in readers.values():
        read(texts)
    rounds = [{name: speed(read, texts) for name, read in readers.items()} for _ in range(ROUNDS)]
    for name in names:
        seconds, megabytes = loads[name]
        middle = sorted(each[name] for each in rounds)[ROUNDS // 2]
        print(f"{name}: {middle:,.0f} tokens/s, loaded in {seconds:.2f} s, {megabytes:.0f} MB resident")  # noqa: T201
    if asked.against:
        ratios = sorted(each["shipped"] / each[asked.against] for each in rounds)
        print(f"ratio {ratios[ROUNDS // 2]:.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f} in {ROUNDS} rounds)")  # noqa: T201


if __name__ == "__main__":
    main()
