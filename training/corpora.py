"""The corpora of recipe.toml → their files as text, each checked against its checksum."""

from __future__ import annotations

import hashlib
import os
import tarfile
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

RECIPE: Mapping[str, Any] = tomllib.loads(Path(__file__).with_name("recipe.toml").read_text(encoding="utf8"))


def folder() -> Path:
    """Where the packed corpora lie: the environment variable KG_CORPORA."""
    named = os.environ.get("KG_CORPORA", "")
    if not named or not Path(named).is_dir():
        raise SystemExit(
            f"Error: KG_CORPORA is {named!r}, which is no folder.\n"
            "       Set it to the folder that holds the packed corpora of training/recipe.toml."
        )
    return Path(named)


@lru_cache
def files(corpus: str) -> Mapping[str, str]:
    """Every file of *corpus* by its path within the archive."""
    path = folder() / RECIPE["corpus"][corpus]["file"]
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    expected = RECIPE["corpus"][corpus]["sha256"]
    if checksum != expected:
        raise SystemExit(f"Error: {path} has the checksum {checksum}, recipe.toml names {expected}. Fetch it again.")
    found: dict[str, str] = {}
    with tarfile.open(path, "r:xz") as archive:
        for member in archive.getmembers():
            content = archive.extractfile(member) if member.isfile() else None
            if content is not None:
                found[member.name.removeprefix("./")] = content.read().decode("utf8", "replace")
    return found
