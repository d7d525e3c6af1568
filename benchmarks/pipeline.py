"""
How fast the language pipeline reads, how long it takes to load, and how much memory it holds.

    python -m benchmarks.pipeline ARTICLES [--against PIPELINE]

ARTICLES is a folder of text files. Ours is measured in turn with ours without the reader of events, and with a second
pipeline, anything that spacy.load takes, on the same texts, one thread each, so that their ratios mean something on a
busy machine where no figure alone does.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.text.pipeline import MODEL
from kg.text.pipeline.events import EVENT_FILES

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED, EVENTLESS = "shipped", "without events"
ROUNDS = 5
ONE_THREAD = {"KG_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
LOADED = """
import resource, sys, time
from benchmarks.pipeline import loaded
start = time.perf_counter()
nlp = loaded(sys.argv[1])
print(time.perf_counter() - start)
nlp("The ministers met in the capital on Tuesday. " * 40)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def speed(read: Callable[[Sequence[str]], int], texts: Sequence[str]) -> float:
    """Tokens a second of processor time."""
    start = time.process_time()
    return read(texts) / (time.process_time() - start)


def loaded(pipeline: str) -> Language:
    """A folder of our weights, or what spacy.load takes."""
    import spacy

    from kg.text.pipeline import load

    return load(Path(pipeline)) if (Path(pipeline) / "kg.int8.onnx").is_file() else spacy.load(pipeline)


def reader(pipeline: str) -> Callable[[Sequence[str]], int]:
    """What makes documents of texts and counts their tokens."""
    nlp = loaded(pipeline)
    return lambda texts: sum(len(doc) for doc in nlp.pipe(texts))


def eventless(folder: str) -> str:
    """The folder, filled with the shipped weights but for those that read events."""
    for path in MODEL.iterdir():
        if path.name not in EVENT_FILES:
            (Path(folder) / path.name).symlink_to(path)
    return folder


def loading(pipeline: str) -> tuple[float, float]:
    """Seconds to load, libraries imported before, and most megabytes resident after a first text."""
    done = subprocess.run([sys.executable, "-c", LOADED, pipeline], capture_output=True, text=True, check=True)
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
    with tempfile.TemporaryDirectory() as folder:
        pipelines = {SHIPPED: str(MODEL), EVENTLESS: eventless(folder)}
        if asked.against:
            pipelines[asked.against] = asked.against
        compare(pipelines, texts)


def compare(pipelines: Mapping[str, str], texts: Sequence[str]) -> None:
    """Prints what each measures, and how many tokens the shipped one reads for each that another does."""
    loads = {name: loading(each) for name, each in pipelines.items()}  # first: a child's peak is never below ours
    readers = {name: reader(each) for name, each in pipelines.items()}
    for read in readers.values():
        read(texts)
    rounds = [{name: speed(read, texts) for name, read in readers.items()} for _ in range(ROUNDS)]
    for name, (seconds, megabytes) in loads.items():
        middle = sorted(each[name] for each in rounds)[ROUNDS // 2]
        print(f"{name}: {middle:,.0f} tokens/s, loaded in {seconds:.2f} s, {megabytes:.0f} MB resident")  # noqa: T201
    for name in pipelines:
        if name != SHIPPED:
            ratios = sorted(each[SHIPPED] / each[name] for each in rounds)
            spread = f"{ratios[ROUNDS // 2]:.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f} in {ROUNDS} rounds)"
            print(f"{SHIPPED} to {name}: {spread}")  # noqa: T201


if __name__ == "__main__":
    main()
