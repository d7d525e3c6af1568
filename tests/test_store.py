"""The store: any path to a set of articles gives the same bytes, and killing a build at any moment harms nothing."""

from __future__ import annotations

import fcntl
import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import newsroom
import pyoxigraph as ox
import pytest
from newsroom import Newsroom

from kg import pipeline
from kg.errors import InputError, StoreError
from kg.graph.store import reading, writing
from kg.model import Article, Report
from kg.vocab import DCTERMS, KG

NAMES = tuple(sorted(newsroom.TEXTS))


def quads(room: Newsroom) -> bytes:
    """Both layers of the store as they lie on disk."""
    with reading(room.store) as snapshot:
        return snapshot.quads_path.read_bytes()


def knowledge(room: Newsroom) -> bytes:
    """The fused graph before it is RDF, as it lies on disk."""
    with reading(room.store) as snapshot:
        return (snapshot.generation / "knowledge.json").read_bytes()


@pytest.fixture
def expected(room: Newsroom, tmp_path: Path) -> tuple[bytes, bytes]:
    """What a fresh build of all articles gives; the store is gone again."""
    result = quads(room), knowledge(room)
    shutil.rmtree(room.store)
    return result


# ── the same bytes ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("order", list(itertools.permutations(NAMES))[::5], ids="-".join)
def test_articles_added_one_by_one_in_any_order_equal_a_fresh_build(
    empty_room: Newsroom, expected: tuple[bytes, bytes], order: tuple[str, ...]
) -> None:
    for name in order:
        empty_room.build(name)

    assert (quads(empty_room), knowledge(empty_room)) == expected


def test_an_article_added_and_withdrawn_leaves_no_trace(empty_room: Newsroom) -> None:
    empty_room.build("wire.txt", "later.txt")
    before = quads(empty_room)
    empty_room.build("daily.txt")
    between = quads(empty_room)

    pipeline.remove(["daily.txt"], empty_room.store)

    assert between != before
    assert quads(empty_room) == before


def test_two_processes_give_what_one_gives(empty_room: Newsroom, expected: tuple[bytes, bytes]) -> None:
    empty_room.build(jobs=2)

    assert (quads(empty_room), knowledge(empty_room)) == expected


def test_the_index_holds_what_the_file_holds(room: Newsroom) -> None:
    with reading(room.store) as snapshot:
        indexed = set(snapshot.graph())
        written = ox.Store()  # Oxigraph writes 30.0 as 30
        written.load(path=str(snapshot.quads_path), format=ox.RdfFormat.N_QUADS)

    assert indexed == set(written)


def test_a_changed_article_replaces_the_one_of_its_id(room: Newsroom) -> None:
    changed = room.folder / "daily.txt"
    changed.write_text("Nothing happened in Madrid.", encoding="utf-8")

    built = pipeline.build([changed], room.store)

    assert [article.id for article in built.replaced] == ["daily.txt"]
    assert [meeting.refs for meeting in built.knowledge.meetings if len(meeting.refs) > 1] == [
        (newsroom.ref("later.txt", "meeting/1"), newsroom.ref("wire.txt", "meeting/2"))
    ]


def test_an_article_that_stayed_the_same_is_not_read_again(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(pipeline, "read_article", refuse)

    built = room.build()

    assert sorted(article.id for article in built.unchanged) == list(NAMES)


def test_a_fresh_build_forgets_the_other_articles(room: Newsroom) -> None:
    built = room.build("wire.txt", fresh=True)

    assert [article.id for article in built.knowledge.articles] == ["wire.txt"]


def test_nothing_of_a_store_names_the_machine_or_the_hour(room: Newsroom) -> None:
    year = str(time.localtime().tm_year).encode()
    texts = [path.read_bytes() for path in room.store.rglob("*.json")] + [quads(room)]

    assert not [text for text in texts if str(room.folder).encode() in text]
    assert year == b"2025" or not [text for text in texts if year in text]


# ── what does not work, in one line ─────────────────────────────────────────────────────────────────────────────────


def test_a_second_build_at_once_is_refused(room: Newsroom) -> None:
    with writing(room.store), pytest.raises(StoreError, match=r"another build is writing to .*: wait for it to end"):
        room.build()


@pytest.mark.parametrize("part", ["kg", "ontology", "rules", "model"])
def test_a_store_of_another_version_is_refused(room: Newsroom, part: str) -> None:
    with reading(room.store) as snapshot:
        path = snapshot.generation / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest["versions"][part] = "other"
    path.write_text(json.dumps(manifest))

    with pytest.raises(
        StoreError, match=r"was made under another .* rebuild it with kg build ARTICLES --fresh --store"
    ):
        room.build()


def test_a_fresh_build_replaces_a_store_of_another_version(room: Newsroom) -> None:
    with reading(room.store) as snapshot:
        path = snapshot.generation / "manifest.json"
    path.write_text(path.read_text().replace('"ontology":"', '"ontology":"x'))

    built = room.build(fresh=True)

    assert len(built.knowledge.articles) == len(NAMES)


def test_another_base_address_is_refused(room: Newsroom) -> None:
    with pytest.raises(StoreError, match="another base address"):
        pipeline.build([room.folder], room.store, base="urn:x:")


def test_a_base_address_changes_every_iri_of_the_data_and_no_term(empty_room: Newsroom) -> None:
    empty_room.write()
    pipeline.build([empty_room.folder], empty_room.store, base="urn:x:data/")

    text = quads(empty_room).decode()
    assert "<urn:x:data/id/person/anna-berg>" in text
    assert "w3id.org/kg-news/id/" not in text
    assert "w3id.org/kg-news/ontology#Meeting" in text


def test_a_folder_that_is_no_store_is_left_alone(empty_room: Newsroom) -> None:
    empty_room.write()

    with pytest.raises(StoreError, match=r"is no store but holds daily\.txt"):
        pipeline.build([empty_room.folder], empty_room.folder)


def test_a_file_is_no_store(empty_room: Newsroom) -> None:
    empty_room.store.write_text("")

    with pytest.raises(StoreError, match="is a file: --store takes the folder of a store"):
        empty_room.build()


def test_an_unknown_article_is_not_removed(room: Newsroom) -> None:
    with pytest.raises(InputError, match=r'no article "wired.txt" in the store: did you mean "wire.txt"\?'):
        pipeline.remove(["wired.txt"], room.store)


def test_one_article_that_cannot_be_read_stops_no_other(empty_room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    read = pipeline.read_article

    def fail_on_daily(article: Article, nlp: object) -> Report:
        if article.id == "daily.txt":
            raise RecursionError("too deep")
        return read(article, nlp)

    monkeypatch.setattr(pipeline, "read_article", fail_on_daily)

    built = empty_room.build()

    assert [(each.path, each.reason) for each in built.unreadable] == [
        ("daily.txt", "reading it failed: RecursionError: too deep")
    ]
    assert len(built.knowledge.articles) == len(NAMES) - 1


def test_a_name_that_is_no_text_stops_no_other(empty_room: Newsroom) -> None:
    empty_room.write("wire.txt")
    (empty_room.folder / os.fsdecode(b"\xff.txt")).write_text("Anna Berg met nobody.")

    built = pipeline.build([empty_room.folder], empty_room.store)

    assert [article.id for article in built.added] == ["wire.txt"]
    assert [each.reason for each in built.unreadable] == [
        "its name or its data are no Unicode text: rename or repair it"
    ]


def test_a_process_that_dies_is_told_in_one_line(empty_room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read_article", lambda article, nlp: os._exit(9))

    with pytest.raises(InputError, match="a process that read articles was ended from outside"):
        empty_room.build(jobs=2)


def test_overrides_in_the_store_are_kept_by_every_rebuild(room: Newsroom) -> None:
    (room.store / "overrides.toml").write_text(
        '[[different]]\na = "wire.txt#person/anna-berg"\nb = "daily.txt#person/anna-berg"\nwhy = "another Berg"\n'
    )

    built = room.build()

    people = [node.entity.name for node in built.knowledge.nodes if node.entity.key.startswith("person/")]
    assert people.count("Anna Berg") == 2
    assert built.unmatched == ()


def test_an_override_that_names_nothing_is_told(room: Newsroom) -> None:
    (room.store / "overrides.toml").write_text(
        '[[same]]\na = "person/anna-berg"\nb = "person/nobody"\nwhy = "a slip of the pen"\n'
    )

    assert room.build().unmatched == ("person/nobody",)


# ── killed at any moment ────────────────────────────────────────────────────────────────────────────────────────────

BUILD = """
import sys
sys.path.insert(0, sys.argv[1])
import newsroom
from pathlib import Path
from kg import pipeline
for module, name, replacement in newsroom.BY_HAND:
    setattr(module, name, replacement)
pipeline.build([Path(sys.argv[2])], Path(sys.argv[3]))
"""


def start_build(room: Newsroom) -> subprocess.Popen[bytes]:
    """A build of the whole folder in a process of its own."""
    arguments = [sys.executable, "-c", BUILD, str(Path(__file__).parent), str(room.folder), str(room.store)]
    return subprocess.Popen(arguments)


def articles(room: Newsroom) -> tuple[str, ...]:
    """The ids that the graph of the store holds."""
    with reading(room.store) as snapshot:
        found = snapshot.graph().query(
            "SELECT ?id { ?article a kg:Article ; dcterms:identifier ?id }",
            prefixes={"kg": KG.NS, "dcterms": DCTERMS.NS},
        )
        assert isinstance(found, ox.QuerySolutions)
        return tuple(sorted(row["id"].value for row in found))


@pytest.mark.full
def test_a_build_killed_at_any_moment_leaves_the_old_or_the_new_state(empty_room: Newsroom) -> None:
    empty_room.build("undated.txt")
    empty_room.write()
    old, new = ("undated.txt",), NAMES
    started = time.monotonic()
    assert start_build(empty_room).wait() == 0
    whole = time.monotonic() - started
    assert articles(empty_room) == new
    wanted = quads(empty_room)
    moments = random.Random(7)

    for _ in range(12):
        shutil.rmtree(empty_room.store)
        empty_room.build("undated.txt")
        build = start_build(empty_room)
        time.sleep(moments.uniform(0.3, 1.0) * whole)
        build.send_signal(signal.SIGKILL)
        build.wait()
        assert articles(empty_room) in (old, new)
        empty_room.build()
        assert quads(empty_room) == wanted


@pytest.mark.parametrize("stop", range(9))
def test_a_build_that_dies_at_a_step_leaves_the_old_or_the_new_state(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch, stop: int
) -> None:
    """The n-th change to the folder does not come to pass, nor any later one."""
    pipeline.remove(["wire.txt"], room.store)
    old, new = tuple(name for name in NAMES if name != "wire.txt"), NAMES
    left = [stop]

    def dying(change: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **options: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise KeyboardInterrupt
            return change(*arguments, **options)

        return step

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", dying(Path.replace))
        patched.setattr(Path, "unlink", dying(Path.unlink))
        patched.setattr(shutil, "rmtree", dying(shutil.rmtree))
        try:
            room.build()
        except KeyboardInterrupt:
            assert left[0] < 0

    assert articles(room) in (old, new)
    room.build()
    assert articles(room) == new


def test_a_generation_that_is_read_outlives_the_next_build(room: Newsroom) -> None:
    with reading(room.store) as snapshot:
        room.build("wire.txt", fresh=True)
        assert len(snapshot.knowledge().articles) == len(NAMES)
        assert len(list(snapshot.graph().named_graphs())) == len(NAMES)
    room.build("wire.txt", fresh=True)

    assert not snapshot.generation.exists()


def test_the_lock_of_a_killed_build_holds_nobody_up(room: Newsroom) -> None:
    handle = os.open(room.store / "lock", os.O_RDWR)
    fcntl.flock(handle, fcntl.LOCK_EX)
    os.close(handle)  # as the system does for a process that is killed

    assert room.build().knowledge.articles
