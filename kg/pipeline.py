"""
Articles → store: the only place where the stages meet.

Each article is read on its own, in any process, and its report kept under the digest of what it depends on; every build
then fuses all reports anew. So any order of articles and any path of additions and removals gives the same bytes.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg import __version__, codec, versions
from kg.errors import DefinitionError, InputError, StoreError
from kg.graph.iris import base_iri, office_key
from kg.graph.store import (
    LAYOUT,
    Entry,
    Manifest,
    Snapshot,
    Versions,
    Writer,
    check,
    digest_of,
    no_store,
    sorted_nquads,
    writing,
)
from kg.model import Article, Knowledge, Ref, Report, Violation
from kg.vocab import BASE

if TYPE_CHECKING:
    from kg.text.read import Unreadable

Progress = Callable[[int, int], None]
MANY = 16  # articles from which a second process pays for its start
CHUNK = 4  # articles that a process takes at a time, and finishes when it is interrupted


@dataclass(frozen=True, slots=True)
class Built:
    """
    What a build did: articles by what became of them, what could not be read, and the state that counts now.

    `added`, `replaced` and `unchanged` are of the articles given; `removed` holds ids. `unmatched`
    are names in the overrides file that nothing in the store bears.
    """

    added: tuple[Article, ...]
    replaced: tuple[Article, ...]
    unchanged: tuple[Article, ...]
    removed: tuple[str, ...]
    unreadable: tuple[Unreadable, ...]
    manifest: Manifest
    knowledge: Knowledge
    silences: int
    unmatched: tuple[str, ...]
    quads: Path


def current_versions(base: str, model: str | None = None) -> Versions:
    """Those of this program with the language pipeline that `model` names; a store made under others is refused."""
    return Versions(
        kg=__version__,
        layout=LAYOUT,
        ontology=versions.ontology_digest(),
        rules=versions.rules_digest(),
        model=versions.model_version(model),
        base=base,
    )


def build(
    paths: Sequence[str | Path],
    store: Path,
    *,
    given: date | None = None,
    fresh: bool = False,
    jobs: int | None = None,
    overrides: Path | None = None,
    base: str | None = None,
    model: str | None = None,
    progress: Progress = lambda done, total: None,
) -> Built:
    """
    Add the articles in `paths` to the store, replacing those of the same id; with `fresh` start over.

    `given` dates the articles that do not say when they were published. `jobs` processes read them: by default one, or
    one a core where there are many. `base` is the address under which IRIs lie, and `model` the name or folder of a
    spaCy pipeline, by default those of the store.
    StoreError where the store is held by another build or made under other versions.
    """
    from kg.text.read import Unreadable, articles

    address = None if base is None else str(base_iri(base))
    with writing(store, fresh=fresh) as writer:
        stored = writer.manifest.versions if writer.manifest else None
        model = model or (versions.model_of(stored.model) if stored else None)
        now = current_versions(address or (stored.base if stored else str(BASE)), model)
        if writer.manifest is not None:
            check(writer.manifest, asdict(now), store)
        found = tuple(articles(paths, given=given))
        given_articles = {item.id: item for item in found if isinstance(item, Article)}
        before = writer.manifest.reports if writer.manifest else {}
        digests, failed = _digests(given_articles, now)
        to_read = [(digest, given_articles[name]) for name, digest in digests.items()]
        if not fresh:
            to_read = [(digest, article) for digest, article in to_read if writer.known(digest) is None]
        failed |= _read(writer, now.base, sorted(to_read, key=lambda each: each[1].id), model, jobs, progress)
        given_articles = {name: article for name, article in given_articles.items() if name not in failed}
        digests = {name: digest for name, digest in digests.items() if name not in failed}
        built = _commit(writer, store, {**before, **digests}, now, overrides)
        return replace(
            built,
            added=tuple(a for name, a in given_articles.items() if name not in before),
            replaced=tuple(a for name, a in given_articles.items() if before.get(name, digests[name]) != digests[name]),
            unchanged=tuple(a for name, a in given_articles.items() if before.get(name) == digests[name]),
            unreadable=(
                *(item for item in found if isinstance(item, Unreadable)),
                *(Unreadable(name, reason) for name, reason in sorted(failed.items())),
            ),
        )


def _digests(articles: dict[str, Article], now: Versions) -> tuple[dict[str, str], dict[str, str]]:
    """The name of each article's report, and what is wrong with those that can have none."""
    digests: dict[str, str] = {}
    failed: dict[str, str] = {}
    for name, article in articles.items():
        try:
            digests[name] = digest_of(article, now)
        except UnicodeEncodeError:
            failed[name] = "its name or its data are no Unicode text: rename or repair it"
    return digests, failed


def remove(names: Sequence[str], store: Path, *, overrides: Path | None = None) -> Built:
    """Withdraw the articles of these ids; InputError where the store does not hold one."""
    if not store.is_dir():
        raise StoreError(no_store(store))
    with writing(store) as writer:
        if writer.manifest is None:
            raise StoreError(no_store(store))
        now = replace(current_versions(writer.manifest.versions.base), model=writer.manifest.versions.model)
        check(writer.manifest, asdict(now), store)
        before = writer.manifest.reports
        for name in names:
            if name not in before:
                raise InputError(unknown_article(name, before))
        built = _commit(writer, store, {key: val for key, val in before.items() if key not in names}, now, overrides)
        return replace(built, removed=tuple(sorted(set(names))))


def unknown_article(name: str, known: Iterable[str]) -> str:
    """The error for an article id that a store does not hold."""
    from kg.ask.names import did_you_mean

    return f'no article "{name}" in the store{did_you_mean(name, known) or ": see kg articles"}'


def known_by(snapshot: Snapshot, day: date) -> tuple[Knowledge, int]:
    """What the articles published up to and on `day` tell together, and how many articles have no date."""
    from kg import fusion

    reports = tuple(snapshot.reports())
    known = fusion.as_of(reports, day)
    undated = sum(report.article.published is None for report in reports)
    return fusion.fuse(known, parse_overrides(snapshot.manifest.overrides)), undated


def fused_graph(knowledge: Knowledge, snapshot: Snapshot) -> ox.Store:
    """The fused graph of `knowledge` in memory, with the reports of its articles."""
    from kg.graph.triples import report_quads

    now = snapshot.manifest.versions
    graph = ox.Store()
    graph.extend(fused_quads(knowledge, now))
    for article in knowledge.articles:
        report = snapshot.report(article.id)
        if report is not None:
            graph.extend(report_quads(report, now.base))
    return graph


def fused_quads(knowledge: Knowledge, now: Versions) -> list[ox.Quad]:
    """The fused graph with its receipt: the articles that went in, and the versions of what read them."""
    from kg.graph.triples import knowledge_quads, receipt_quads

    tools = {name: str(version) for name, version in asdict(now).items() if name not in ("layout", "base")}
    return [*knowledge_quads(knowledge, now.base), *receipt_quads(knowledge.articles, tools, now.base)]


@dataclass(frozen=True, slots=True)
class Replayed:
    """A statement of one article's report, or all of it where the key is empty, and what came out again as JSON."""

    ref: Ref
    same: bool
    again: str


def replay(snapshot: Snapshot, refs: Iterable[Ref], *, model: str | None = None) -> tuple[Replayed, ...]:
    """Each statement again from its article, by the rules and the pipeline that the store was made with."""
    stored_versions = snapshot.manifest.versions
    model = model or versions.model_of(stored_versions.model)
    check(snapshot.manifest, asdict(current_versions(stored_versions.base, model)), snapshot.folder)
    by_article: dict[str, list[Ref]] = {}
    for ref in sorted(refs):
        by_article.setdefault(ref.article, []).append(ref)
    nlp = load(model)
    found: list[Replayed] = []
    for article, wanted in sorted(by_article.items()):
        stored = snapshot.report(article)
        if stored is None:
            raise InputError(unknown_article(article, snapshot.manifest.reports))
        again = read_article(stored.article, nlp)
        for ref in wanted:
            before, after = codec.encode(_statement(stored, ref.key)), codec.encode(_statement(again, ref.key))
            found.append(Replayed(ref, before == after, after.decode()))
    return tuple(found)


def _statement(report: Report, key: str) -> object:
    """What the report says under a key: an entity, office, meeting or measure, all of it for the empty key."""
    if not key:
        return report
    keyed: dict[str, object] = {office_key(office): office for office in report.offices}
    keyed |= {entity.key: entity for entity in report.entities}
    keyed |= {meeting.key: meeting for meeting in report.meetings}
    keyed |= {measure.key: measure for measure in report.measures}
    return keyed.get(key)


def load(model: str | None = None) -> Any:
    """The shipped language pipeline, or the one that `model` names."""
    from kg.text import annotate

    return annotate.load(model and str(versions.model_folder(model)))


def read_article(article: Article, nlp: Any) -> Report:
    """Everything that one article tells: a pure function of the article, the rules and the pipeline."""
    from kg import facts
    from kg.text import annotate

    return facts.report(annotate.document(article, nlp))


def parse_overrides(text: str) -> Any:
    """The decisions of an overrides file; InputError where it is wrong."""
    from kg.fusion import overrides

    return overrides.parse(text)


def violations_of_store(snapshot: Snapshot) -> tuple[Violation, ...]:
    """In what the fused graph and each report do not conform."""
    from kg.graph.validate import violations

    graph = snapshot.graph()
    names = [ox.DefaultGraph(), *sorted(graph.named_graphs(), key=str)]
    found = (violations(graph.quads_for_pattern(None, None, None, name)) for name in names)
    return tuple(violation for each in found for violation in each)


def violations_of_file(path: Path) -> tuple[Violation, ...]:
    """In what the graph in an RDF file ("-": Turtle on standard input) does not conform; InputError if unreadable."""
    from kg.graph.validate import file_violations

    return file_violations(path)


# ── reading, in one process or several ──────────────────────────────────────────────────────────────────────────────

Result = tuple[bytes, bytes] | str  # a report as JSON and as N-Quads, or what went wrong

_pipelines: dict[str | None, Any] = {}  # by name, loaded before the workers are forked, so that they share it


def _read(
    writer: Writer,
    base: str,
    work: Sequence[tuple[str, Article]],
    model: str | None,
    jobs: int | None,
    progress: Progress,
) -> dict[str, str]:
    """Keep the report of each article; what went wrong, by the id of the article that has none."""
    if not work:
        return {}
    _pipelines[model] = _pipelines.get(model) or load(model)
    workers = jobs or (1 if len(work) < MANY else os.cpu_count() or 1)
    failed: dict[str, str] = {}
    results = zip(work, _results(work, partial(_read_one, base, model), min(workers, len(work))), strict=True)
    for done, ((digest, article), result) in enumerate(results, 1):
        if isinstance(result, str):
            failed[article.id] = result
        else:
            writer.keep(digest, *result)
        progress(done, len(work))
    return failed


def _results(
    work: Sequence[tuple[str, Article]], read: Callable[[tuple[str, Article]], Result], workers: int
) -> Iterator[Result]:
    if workers == 1:
        yield from map(read, work)
        return
    fork = multiprocessing.get_context("fork")
    ignore = (signal.SIGINT, signal.SIG_IGN)  # the first process alone answers for an interruption
    pool = ProcessPoolExecutor(workers, mp_context=fork, initializer=signal.signal, initargs=ignore)
    try:
        yield from pool.map(read, work, chunksize=CHUNK)
    except BrokenProcessPool:
        raise InputError(
            "a process that read articles was ended from outside, perhaps for want of memory: "
            "run this again with --jobs 1; what was read so far is kept"
        ) from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _read_one(base: str, model: str | None, item: tuple[str, Article]) -> Result:
    from kg.graph.triples import report_quads

    try:
        report = read_article(item[1], _pipelines[model])
        return codec.encode(report), sorted_nquads(report_quads(report, base))
    except (ImportError, DefinitionError):
        raise  # the program is at fault, not the article
    except Exception as error:  # an article that nothing can be read from must not take the others with it
        return f"reading it failed: {type(error).__name__}: {' '.join(str(error).split())[:200]}"


# ── fusing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _commit(writer: Writer, store: Path, reports: dict[str, str], now: Versions, overrides: Path | None) -> Built:
    from kg import fusion
    from kg.fusion.overrides import unmatched

    text = overrides_text(store, overrides)
    manifest = Manifest(now, tuple(Entry(name, reports[name]) for name in sorted(reports)), text)
    known = tuple(_known(writer, entry) for entry in manifest.articles)
    decisions = parse_overrides(text)
    knowledge = fusion.fuse(known, decisions)
    quads = writer.commit(manifest, knowledge, fused_quads(knowledge, now))
    silences = sum(len(report.silences) for report in known)
    return Built((), (), (), (), (), manifest, knowledge, silences, unmatched(decisions, homes(knowledge)), quads)


def homes(knowledge: Knowledge) -> dict[Ref, str]:
    """Each report to the id of what it was taken for."""
    found = {ref: node.entity.key for node in knowledge.nodes for ref in node.refs}
    found |= {ref: fused.meeting.key for fused in knowledge.meetings for ref in fused.refs}
    return found | {ref: fused.measure.key for fused in knowledge.measures for ref in fused.refs}


def _known(writer: Writer, entry: Entry) -> Report:
    report = writer.known(entry.report)
    if report is None:
        raise StoreError(
            f"{writer.folder} has lost the report of {entry.article}: "
            f"rebuild it with kg build ARTICLES --fresh --store {writer.folder}"
        )
    return report


def overrides_text(store: Path, given: Path | None) -> str:
    """The text of the overrides file: the one given, else overrides.toml in the store or beside it, else none."""
    candidates = (given,) if given else (store / "overrides.toml", store.absolute().parent / "overrides.toml")
    for path in candidates:
        try:
            return path.read_text(encoding="utf-8")
        except FileNotFoundError:
            if given:
                raise InputError(f"{given}: no such file") from None
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{path} cannot be read: {error}") from error
    return ""
