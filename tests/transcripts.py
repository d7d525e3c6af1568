"""
Console blocks in the documentation: run as written, and compared with what they show.

A block is fenced as ```console; a line after "$ " is a command, the lines below it are what it prints, standard error
among it. `python tests/transcripts.py` writes the true output into them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "docs/tutorial.md")
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Step:
    """A command and the output shown for it."""

    command: str
    shown: str


def steps(page: str) -> Iterator[Step]:
    """The commands of a page's console blocks, in order."""
    for block in BLOCK.findall(page):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            yield Step(command, shown)


def sandbox(folder: Path) -> Path:
    """A folder in which the commands of the pages run: the articles of the checkout, and kg on the path."""
    (folder / "data").symlink_to(ROOT / "data")
    tools = folder / "bin"
    tools.mkdir()
    kg = tools / "kg"
    kg.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
    kg.chmod(0o755)
    return folder


def output(command: str, folder: Path) -> str:
    """What a command prints in the sandbox."""
    environment = {
        **os.environ,
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "100",
    }
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode()


def rewritten(page: str, folder: Path) -> str:
    """The page with the true output below each command."""

    def block(match: re.Match[str]) -> str:
        found = steps(f"```console\n{match[0]}```\n")
        return "".join(f"$ {step.command}\n{output(step.command, folder)}" for step in found)

    return BLOCK.sub(block, page)


def main() -> None:
    """Write the true output into every page."""
    for name in PAGES:
        folder = sandbox(Path(tempfile.mkdtemp()))
        path = ROOT / name
        path.write_text(rewritten(path.read_text(encoding="utf-8"), folder), encoding="utf-8")
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
