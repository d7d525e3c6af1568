"""The frames of made-up news that measure the pipeline are not those that train it."""

import re
from pathlib import Path

import pytest

NEWS = Path(__file__).parent.parent / "training" / "news"
AUXILIARIES = {"is", "was", "were", "are", "has"}


def _text(name: str) -> str:
    return "\n".join(line for line in (NEWS / name).read_text(encoding="utf8").splitlines() if not line.startswith("#"))


@pytest.fixture(scope="module")
def trained() -> str:
    return _text("frames.txt")


@pytest.fixture(scope="module")
def held_out() -> str:
    return _text("frames-held-out.txt")


def test_a_frame_that_is_held_out_has_no_verb_that_training_sees(trained: str, held_out: str) -> None:
    seen, kept = (set(re.findall(r"([\w-]+)/VB", text)) - AUXILIARIES for text in (trained, held_out))
    assert kept
    assert kept & seen == set()


def test_sentences_that_are_held_out_grow_from_frames_of_their_own(trained: str, held_out: str) -> None:
    start = re.search(r"(?s)^\[SENTENCE\]\n(.*?)\n\n", held_out, re.MULTILINE)
    assert start
    grown = set(re.findall(r"(?m)^(?:\d+\* )?\$([A-Z]+)", start[1]))
    assert grown
    assert grown <= set(re.findall(r"(?m)^\[([A-Z]+)\]", held_out))
    assert not grown & set(re.findall(r"(?m)^\[([A-Z]+)\]", trained))
