"""The built wheel does the main job in an empty environment, away from the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sources as they are."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_ontology_queries_names_and_pipeline(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    wanted = {"kg/_share/ontology/kg.ttl", "kg/_share/queries/who-met-whom.rq", "kg/_share/names/states.tsv"}
    assert wanted <= names
    assert any(name.startswith("kg/text/pipeline/model/") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "data/articles"))]


def test_the_wheel_does_the_main_job_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Its dependencies are those of this environment, put on the path; the package itself is the wheel's."""
    venv.create(tmp_path / "venv", with_pip=False)
    python = tmp_path / "venv" / "bin" / "python"
    site = next((tmp_path / "venv").glob("lib/python*/site-packages"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "dependencies.pth").write_text(f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n")
    article = tmp_path / "article.txt"
    article.write_text(
        "French President Emmanuel Macron met German Chancellor Angela Merkel in Paris on 5 May 2019.\n",
        encoding="utf-8",
    )
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}

    def kg(*arguments: str) -> str:
        done = subprocess.run(
            [python, "-m", "kg", *arguments, "--store", str(tmp_path / "store")],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    where = "import kg; print(kg.__file__)"
    found = subprocess.run(
        [python, "-c", where], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    kg("build", str(article))
    kg("validate")
    met = json.loads(kg("who-met", "--format", "json"))

    assert found.stdout.startswith(str(site))
    assert [{each["a"], each["b"]} for each in met] == [{"Emmanuel Macron", "Angela Merkel"}]
    assert met[0]["place"] == "Paris"
    assert kg("query", "who-met-whom").count("\n") == 2
