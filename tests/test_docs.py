"""The documentation says what is so: output, commands, links, errors, generated pages."""

from __future__ import annotations

import doctest
import importlib
import re
import shlex
from pathlib import Path

import pytest
import transcripts

from kg.cli import COMMANDS, docs
from kg.cli.export import ExportFormat

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "ontology" / "README.md"])
MODULES = sorted(
    path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
    for path in (ROOT / "kg").rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("page", transcripts.PAGES)
def test_a_page_shows_the_true_output(page: str, tmp_path: Path) -> None:
    folder = transcripts.sandbox(tmp_path)

    found = list(transcripts.steps((ROOT / page).read_text(encoding="utf-8")))

    assert found
    for step in found:
        assert (step.command, transcripts.output(step.command, folder)) == (step.command, step.shown)


def test_a_page_with_another_output_is_found(tmp_path: Path) -> None:
    page = "```console\n$ echo one\ntwo\n```\n"

    assert list(transcripts.steps(page)) == [transcripts.Step("echo one", "two\n")]
    assert transcripts.rewritten(page, transcripts.sandbox(tmp_path)) == "```console\n$ echo one\none\n```\n"


def test_the_readme_shows_what_the_demo_runs() -> None:
    demo = (ROOT / "bin" / "demo").read_text(encoding="utf-8")
    run = [line.removeprefix(".venv/bin/") for line in demo.splitlines() if line.startswith(".venv/bin/kg ")]
    shown = [
        step.command.split(" | ")[0] for step in transcripts.steps((ROOT / "README.md").read_text(encoding="utf-8"))
    ]

    assert run == shown[: len(run)]


def test_continuous_integration_runs_the_two_commands_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first = re.search(r"```sh\n(.*?)```", readme, re.DOTALL)
    assert first
    commands = [shlex.split(line, comments=True)[0] for line in first[1].splitlines()]

    assert [line for line in (ROOT / ".ci" / "run").read_text().splitlines() if line.startswith("bin/")] == commands


@pytest.mark.parametrize("page", sorted(docs.pages()))
def test_a_generated_page_is_up_to_date(page: str) -> None:
    assert (ROOT / page).read_text(encoding="utf-8") == docs.pages()[page], "run: python -m kg.cli.docs"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!\w+:)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_is_named_exists(page: Path) -> None:
    named = set(re.findall(r"(?:`|\$ |^)kg ([a-z][a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE))

    assert named - {name for name, _ in COMMANDS} == set()


def test_every_error_that_is_explained_can_occur() -> None:
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "kg").rglob("*.py"))
    told = re.sub(r"\{[^{}]*\}", "…", re.sub(r'"\s*\n\s*f?"', "", code))
    quoted = [part for line in re.findall(r"^> (.*)$", page, re.MULTILINE) for part in re.split('…|"', line)]

    assert len(quoted) > 20
    assert [part for part in quoted if part.strip(" :.()") and part.strip() not in told] == []


def test_the_readme_names_every_export_format() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [form.value for form in ExportFormat if form.value not in readme] == []


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_are_true(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))

    assert result.attempted
    assert not result.failed
