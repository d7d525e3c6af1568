"""What is declared in ontology/ is complete, and agrees with the model."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from pathlib import Path

import pytest

from kg.errors import DefinitionError
from kg.graph.validate import file_violations
from kg.model import MeasureStatus, MeetingKind, Status
from kg.ontology import concepts, measure_kinds, prefixes, shape_texts, term, terms, units
from kg.vocab import MEASURES, STATUS, UNIT

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "ontology" / "README.md").read_text(encoding="utf-8")

MEASURE_KINDS = [
    "tariff",
    "export control",
    "import restriction",
    "blacklist",
    "investigation",
    "sanction",
    "ban",
    "divestiture",
    "deadline",
    "truce",
    "agreement",
    "subsidy",
    "legislation",
    "other",
]


def reaches_outside(curie: str) -> bool:
    """Whether a term, or one it is a kind of, is mapped to a term of another vocabulary."""
    return any(not term(value).own if is_known(value) else True for _, value in term(curie).mappings) or any(
        reaches_outside(value) for _, value in term(curie).mappings if is_known(value) and term(value).own
    )


def is_known(curie: str) -> bool:
    return any(each.curie == curie for each in terms())


def test_each_own_term_is_mapped_to_another_vocabulary() -> None:
    assert [each.curie for each in terms() if each.own and not reaches_outside(each.curie)] == []


def test_each_mapping_has_a_declared_prefix() -> None:
    values = {value for each in terms() for _, value in each.mappings}

    assert {value for value in values if value.partition(":")[0] not in prefixes()} == set()


def test_each_definition_is_a_sentence() -> None:
    assert [each.curie for each in terms() if not re.search(r"[.)]$", each.definition)] == []


def test_own_properties_name_their_classes() -> None:
    nameless = [each.curie for each in terms() if each.own and each.kind == "property" and not each.values]

    assert nameless == []


def test_ranges_and_domains_are_declared() -> None:
    names = {name for each in terms() for name in (*each.used_on, *each.values)} - {"xsd:string"}

    assert {name for name in names if not is_known(name)} == set()


def test_no_label_serves_two_terms_of_one_kind() -> None:
    labels = Counter((each.kind, each.label) for each in terms() if each.own)

    assert [label for label, times in labels.items() if times > 1] == []


@pytest.mark.parametrize(
    ("scheme", "values"),
    [("meetings:Kinds", MeetingKind), ("status:EventStatus", Status), ("status:MeasureStatus", MeasureStatus)],
)
def test_concepts_are_those_of_the_model(scheme: str, values: type[StrEnum]) -> None:
    assert set(concepts(scheme)) == {str(value) for value in values}


def test_measure_kinds_are_those_of_the_answers() -> None:
    assert [kind.notation for kind in measure_kinds()] == MEASURE_KINDS


def test_a_notation_leads_to_its_concept() -> None:
    assert concepts("status:MeasureStatus")["in force"] == STATUS.in_force
    assert {kind.notation: kind.iri for kind in measure_kinds()}["export control"] == MEASURES.export_control


def test_a_word_means_one_kind_of_measure() -> None:
    words = Counter(word for kind in measure_kinds() for word in (*kind.nouns, *kind.hints))

    assert [word for word, times in words.items() if times > 1] == []


def test_words_of_measures_are_in_lower_case() -> None:
    words = [word for kind in measure_kinds() for word in (*kind.nouns, *kind.hints)]

    assert [word for word in words if word != word.lower().strip()] == []


def test_nouns_name_a_kind_and_verbs_only_hint() -> None:
    ban = next(kind for kind in measure_kinds() if kind.notation == "ban")

    assert "prohibition" in ban.nouns
    assert "prohibit" in ban.hints
    assert "prohibit" not in ban.nouns


def test_units_are_those_of_qudt() -> None:
    assert units()["percent"] == UNIT.PERCENT
    assert units()["USD"] == UNIT.CCY_USD
    assert units()["company"] == UNIT.NUM
    assert "round" not in units()


def test_a_misspelt_term_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(DefinitionError) as caught:
        term("kg:Meting")

    assert str(caught.value) == (
        'unknown term "kg:Meting". Did you mean "kg:Meeting"? Terms are declared in ontology/kg.ttl and measures.ttl.'
    )


def test_a_term_like_no_other_gets_no_suggestion() -> None:
    with pytest.raises(DefinitionError, match=r'^unknown term "zzzz"\. Terms are declared'):
        term("zzzz")


def test_shape_messages_are_plain_sentences() -> None:
    """No prefix, no IRI, no word of the trade."""
    jargon = re.compile(r"\w+:\w|://|\b(shape|node|literal|constraint|property|focus|cardinality)\b")

    assert [shape.name for shape in shape_texts() if jargon.search(shape.message)] == []
    assert [shape.name for shape in shape_texts() if not shape.message.endswith(".")] == []


def test_the_example_of_the_page_conforms(tmp_path: Path) -> None:
    block = re.search(r"```turtle\n(.*?)```", PAGE, re.DOTALL)
    assert block
    example = tmp_path / "example.ttl"
    example.write_text(block.group(1), encoding="utf-8")

    assert file_violations(example) == ()


def test_the_diagram_speaks_of_declared_terms() -> None:
    block = re.search(r"```mermaid\n(.*?)```", PAGE, re.DOTALL)
    assert block
    labels = re.findall(r" : (.+)$", block.group(1), re.MULTILINE)
    names = {name for label in labels for name in label.split(", ")}
    curies = {name.replace("_", ":") if "_" in name else f"kg:{name}" for name in names}

    assert {curie for curie in curies if not is_known(curie)} == set()


def test_each_competency_question_names_a_query() -> None:
    rows = re.findall(r"^\| (.+\?) \| `([\w-]+)` \|$", PAGE, re.MULTILINE)

    assert len(rows) >= 15
    assert [name for _, name in rows if not (ROOT / "queries" / f"{name}.rq").is_file()] == []
