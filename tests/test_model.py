"""`--model`: another spaCy pipeline in place of the shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from kg import pipeline, versions
from kg.errors import InputError, StoreError
from kg.graph.store import reading
from kg.model import Ref
from kg.text import annotate

TEXT = "Norwegian Foreign Minister Espen Barth Eide met his Turkish counterpart Hakan Fidan in Oslo on 3 June 2024.\n"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped pipeline as spaCy writes it, under another name."""
    folder = tmp_path_factory.mktemp("pipeline") / "own"
    nlp = annotate.load()
    nlp.meta["name"] = "own"
    nlp.to_disk(folder)
    return folder


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "oslo.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_another_pipeline_reads_the_articles_and_the_store_says_which(
    saved: Path, article: Path, tmp_path: Path
) -> None:
    built = pipeline.build([article], tmp_path / "store", model=str(saved))
    shipped = pipeline.build([article], tmp_path / "shipped")

    assert built.knowledge == shipped.knowledge
    assert built.knowledge.meetings
    name, version, digest = built.manifest.versions.model.split()
    assert (name, version) == ("en_own", spacy.util.load_meta(saved / "meta.json")["version"])
    assert digest not in shipped.manifest.versions.model


def test_a_store_is_carried_on_with_the_pipeline_that_it_was_made_with(
    saved: Path, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    pipeline.build([article], store, model=str(saved))

    with pytest.raises(InputError, match='no spaCy pipeline "en_own"'):
        pipeline.build([article], store)
    installed = {"en_own": saved}
    monkeypatch.setattr(versions, "model_folder", lambda model: installed.get(model, Path(model)))
    assert pipeline.build([article], store).unchanged
    with reading(store) as snapshot:
        assert all(each.same for each in pipeline.replay(snapshot, [Ref("oslo.txt", "")]))


def test_a_store_of_the_shipped_pipeline_is_not_mixed_with_another(saved: Path, article: Path, tmp_path: Path) -> None:
    pipeline.build([article], tmp_path / "store")

    with pytest.raises(StoreError, match=r"another language model .*--fresh"):
        pipeline.build([article], tmp_path / "store", model=str(saved))


def test_an_article_is_withdrawn_without_the_pipeline(saved: Path, article: Path, tmp_path: Path) -> None:
    pipeline.build([article], tmp_path / "store", model=str(saved))

    assert pipeline.remove(["oslo.txt"], tmp_path / "store").removed == ("oslo.txt",)


def test_a_pipeline_that_parses_nothing_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")

    with pytest.raises(InputError, match="gives no parts of speech, no lemmas, no tree, no sentences, no names"):
        annotate.load(str(tmp_path / "blank"))


def test_a_name_that_is_no_pipeline_is_refused() -> None:
    for name in ("json", "no_such_pipeline", "../elsewhere"):
        with pytest.raises(InputError, match=r"no spaCy pipeline .*--model"):
            versions.model_folder(name)
