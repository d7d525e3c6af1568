"""
A folder that holds what was read and what follows from it; killed at any moment it opens with the old or the new state.

    kg-store/
      CURRENT                  the number of the generation that counts; replaced in one step
      lock                     held by the one build that may write
      reports/DIGEST.json      what one article tells, by the digest of the article as read and of the versions
      reports/DIGEST.nq        the same as N-Quads, sorted, in the article's named graph
      generations/N/
        manifest.json          versions, articles, and the decisions of overrides.toml
        knowledge.json         the fused graph before it is RDF
        graph.nq               both layers: the fused graph sorted, then one article's graph after the other
        index/                 the same in Oxigraph
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from kg import codec
from kg.errors import StoreError
from kg.model import Knowledge, Report

T = TypeVar("T")

LAYOUT = 1  # of this folder; raised whenever an older program could not read it


@dataclass(frozen=True, slots=True)
class Versions:
    """What decides the content besides the articles, most of it as digests; `base` is the address of all IRIs."""

    kg: str
    layout: int
    ontology: str
    rules: str
    model: str
    base: str


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """An article of the store and the digest its report lies under."""

    article: str
    report: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The state of a store: `articles` sorted by id; `overrides` is the text of the overrides file, or empty."""

    versions: Versions
    articles: tuple[Entry, ...] = ()
    overrides: str = ""

    @property
    def reports(self) -> dict[str, str]:
        """Article id to the digest of its report."""
        return {entry.article: entry.report for entry in self.articles}


def digest_of(article: object, versions: Versions) -> str:
    """The name of a report: of the article as read and of everything else that its report depends on."""
    return sha256(codec.encode((article, versions))).hexdigest()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of a store, for reading; it stays as it is while a build makes the next one."""

    folder: Path
    generation: Path
    manifest: Manifest

    @property
    def quads_path(self) -> Path:
        """The file with both layers as N-Quads."""
        return self.generation / "graph.nq"

    def graph(self) -> ox.Store:
        """The fused graph as default graph, each article's report as named graph."""
        try:
            return ox.Store.read_only(str(self.generation / "index"))
        except OSError as error:
            raise _broken(self.folder, "its index cannot be opened") from error

    def knowledge(self) -> Knowledge:
        """The fused graph before it is RDF."""
        return _decoded(self.folder, self.generation / "knowledge.json", Knowledge)

    def report(self, article: str) -> Report | None:
        """What that article tells; None where the store does not hold the article."""
        digest = self.manifest.reports.get(article)
        return None if digest is None else _decoded(self.folder, _report_path(self.folder, digest), Report)

    def reports(self) -> Iterator[Report]:
        """Every report, by article id."""
        for entry in self.manifest.articles:
            yield _decoded(self.folder, _report_path(self.folder, entry.report), Report)


@contextmanager
def reading(folder: Path) -> Iterator[Snapshot]:
    """
    The current state of the store in `folder`. StoreError where there is none.

    A shared lock on the manifest keeps a build from sweeping the generation away while it is read.
    """
    for _ in range(9):  # a build may sweep the generation between the two openings
        generation = _current(folder)
        if generation is None:
            raise StoreError(no_store(folder))
        try:
            held = os.open(generation / "manifest.json", os.O_RDONLY)
        except FileNotFoundError:
            continue
        try:
            fcntl.flock(held, fcntl.LOCK_SH)
            if (generation / "index").is_dir():
                yield Snapshot(folder, generation, _decoded(folder, generation / "manifest.json", Manifest))
                return
        finally:
            os.close(held)
    raise _broken(folder, "the generation named in CURRENT is missing")


def no_store(folder: Path) -> str:
    """The error for a folder that holds no store."""
    return f"{folder} is no store: make one with kg build ARTICLES --store {folder}"


@dataclass(frozen=True, slots=True)
class Writer:
    """The right to change a store, held by one build at a time; nothing counts before `commit`."""

    folder: Path
    manifest: Manifest | None

    def known(self, digest: str) -> Report | None:
        """The report of that digest, where it was made before and is whole."""
        path = _report_path(self.folder, digest)
        if not (path.exists() and path.with_suffix(".nq").exists()):
            return None
        try:
            return codec.decode(path.read_bytes(), Report)
        except StoreError:
            return None

    def keep(self, digest: str, report: bytes, quads: bytes) -> None:
        """Put an encoded report and its sorted N-Quads aside for the commit."""
        path = _report_path(self.folder, digest)
        _replace(path.with_suffix(".nq"), quads)
        _replace(path, report)

    def commit(self, manifest: Manifest, knowledge: Knowledge, fused: Iterable[ox.Quad]) -> Path:
        """Make the next generation of kept reports and the fused graph, and let it count; its graph.nq is returned."""
        number = 1 + max(_numbers(self.folder), default=0)
        target = self.folder / "generations" / str(number)
        target.mkdir(parents=True)
        with (target / "graph.nq").open("wb") as out:
            out.write(sorted_nquads(fused))
            for entry in manifest.articles:
                out.write(_report_path(self.folder, entry.report).with_suffix(".nq").read_bytes())
        index = ox.Store(str(target / "index"))
        index.bulk_load(path=str(target / "graph.nq"), format=ox.RdfFormat.N_QUADS, lenient=True)
        index.flush()
        del index  # closes it: one process may hold it for writing
        _replace(target / "knowledge.json", codec.encode(knowledge))
        _replace(target / "manifest.json", codec.encode(manifest))
        _sync(target)
        _replace(self.folder / "CURRENT", f"{number}\n".encode())
        _sync(self.folder)
        _sweep(self.folder, number, {entry.report for entry in manifest.articles})
        return target / "graph.nq"


@contextmanager
def writing(folder: Path, *, fresh: bool = False) -> Iterator[Writer]:
    """
    The store in `folder` for a build, made where it is missing; with `fresh` as if it were empty.

    StoreError where another build holds it, and where `folder` holds something that is not a store.
    """
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file: --store takes the folder of a store")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "lock").exists():
        allowed = {"CURRENT", "reports", "generations", "overrides.toml"}
        strange = sorted(path.name for path in folder.iterdir() if path.name not in allowed)
        if strange:
            raise StoreError(f"{folder} is no store but holds {strange[0]}: give another folder with --store")
    try:
        (folder / "reports").mkdir(parents=True, exist_ok=True)
        lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT)
    except OSError as error:
        raise StoreError(f"{folder} cannot be written: {error.strerror}") from error
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StoreError(f"another build is writing to {folder}: wait for it to end, then run this again") from None
        generation = None if fresh else _current(folder)
        manifest = None if generation is None else _decoded(folder, generation / "manifest.json", Manifest)
        yield Writer(folder, manifest)
    finally:
        os.close(lock)


def check(manifest: Manifest, now: Mapping[str, object], folder: Path) -> None:
    """StoreError, in one line that says how to rebuild, where the store was made under other versions than `now`."""
    for part, here in now.items():
        there = getattr(manifest.versions, part)
        if there != here:
            what = {"kg": "version of kg", "model": "language model", "base": "base address"}.get(part, part)
            raise StoreError(
                f"{folder} was made under another {what} ({there}, now {here}): "
                f"rebuild it with kg build ARTICLES --fresh --store {folder}"
            )


def sorted_nquads(quads: Iterable[ox.Quad]) -> bytes:
    """Each quad once, a line each, in the order of the bytes."""
    lines = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    return b"".join(sorted(set((lines or b"").splitlines(keepends=True))))


def _report_path(folder: Path, digest: str) -> Path:
    return folder / "reports" / f"{digest}.json"


def _current(folder: Path) -> Path | None:
    try:
        number = (folder / "CURRENT").read_text().strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not number.isdecimal():
        raise _broken(folder, "CURRENT holds no number")
    return folder / "generations" / number


def _numbers(folder: Path) -> Iterator[int]:
    generations = folder / "generations"
    if generations.is_dir():
        yield from (int(path.name) for path in generations.iterdir() if path.name.isdecimal())


def _decoded(folder: Path, path: Path, kind: type[T]) -> T:
    try:
        return codec.decode(path.read_bytes(), kind)
    except (OSError, StoreError) as error:
        raise _broken(folder, f"{path.name} cannot be read") from error


def _broken(folder: Path, what: str) -> StoreError:
    return StoreError(f"{folder} is broken ({what}): rebuild it with kg build ARTICLES --fresh --store {folder}")


def _replace(path: Path, data: bytes) -> None:
    """Write `path` in one step: a reader sees the old bytes or the new ones."""
    part = path.with_name(f"{path.name}.part")
    with part.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    part.replace(path)


def _sync(folder: Path) -> None:
    """Let what was renamed in `folder` survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(folder: Path, number: int, wanted: set[str]) -> None:
    """Remove generations nobody reads and reports that no longer count."""
    for path in (folder / "generations").iterdir():
        if path.name != str(number) and not _is_read(path):
            shutil.rmtree(path, ignore_errors=True)
    for path in (folder / "reports").iterdir():
        if path.suffix == ".part" or path.stem not in wanted:
            path.unlink(missing_ok=True)


def _is_read(generation: Path) -> bool:
    try:
        handle = os.open(generation / "manifest.json", os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False
