"""Who does what to whom, whatever the voice of the verb and however the clause is joined."""

from __future__ import annotations

from parsed import doc

from kg.text.syntax import Syntax


def words(syntax: Syntax, tokens: list[int]) -> list[str]:
    return [syntax.tokens[i].text for i in tokens]


def test_subject_and_object_of_an_active_verb() -> None:
    syntax = Syntax(doc("Merkel/PROPN/nsubj/2 met/VBD/root/0 Macron/PROPN/obj/2"))

    assert words(syntax, syntax.subjects(1)) == ["Merkel"]
    assert words(syntax, syntax.patients(1)) == ["Macron"]


def test_a_passive_is_turned_round() -> None:
    syntax = Syntax(
        doc("Macron/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 received/VBN/root/0 by/ADP/case/5 Merkel/PROPN/obl:agent/3")
    )

    assert words(syntax, syntax.subjects(2)) == ["Merkel"]
    assert words(syntax, syntax.patients(2)) == ["Macron"]


def test_a_perfect_is_no_passive() -> None:
    syntax = Syntax(doc("Merkel/PROPN/nsubj/3 has/AUX/aux/3 met/VBN/root/0 Macron/PROPN/obj/3"))

    assert words(syntax, syntax.subjects(2)) == ["Merkel"]


def test_the_second_verb_shares_the_subject_unless_it_has_its_own() -> None:
    shared = Syntax(doc("Merkel/PROPN/nsubj/2 came/VBD/root/0 and/CCONJ/cc/4 met/VBD/conj/2 Macron/PROPN/obj/4"))
    own = Syntax(
        doc(
            "Merkel/PROPN/nsubj/2 left/VBD/root/0 and/CCONJ/cc/5 Draghi/PROPN/nsubj/5 met/VBD/conj/2 Macron/PROPN/obj/5"
        )
    )

    assert words(shared, shared.subjects(3)) == ["Merkel"]
    assert words(own, own.subjects(4)) == ["Draghi"]


def test_the_one_who_is_asked_is_the_one_who_visits() -> None:
    asked = Syntax(
        doc(
            "Merkel/PROPN/nsubj/2 invited|invite/VBD/root/0 Macron/PROPN/obj/2 to/PART/mark/5 visit/VB/xcomp/2 "
            "Berlin/PROPN/obj/5"
        )
    )
    planned = Syntax(doc("Merkel/PROPN/nsubj/2 planned/VBD/root/0 to/PART/mark/4 visit/VB/xcomp/2 Berlin/PROPN/obj/4"))

    assert words(asked, asked.subjects(4)) == ["Macron"]
    assert words(planned, planned.subjects(3)) == ["Merkel"]


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    syntax = Syntax(doc("Merkel/PROPN/nsubj/5 who/PRON/nsubj/3 met/VBD/acl:relcl/1 Macron/PROPN/obj/3 left/VBD/root/0"))

    assert words(syntax, syntax.subjects(2)) == ["Merkel"]


def test_a_title_and_its_name_are_one_node_even_where_the_parser_parts_them() -> None:
    document = doc("Zelensky/PROPN/nsubj/2 met/VBD/root/0 leader/NOUN/obj/2 Recep/PROPN/obj/2 Erdogan/PROPN/flat/4")

    folded = Syntax(document, [(2, 5, 3)])

    assert words(folded, folded.patients(1)) == ["Recep"]
    assert folded.unit_of[2] == folded.unit_of[4] == 3


def test_a_later_conjunct_takes_the_first_ones_preposition() -> None:
    syntax = Syntax(
        doc(
            "talks/NOUN/root/0 with/ADP/case/3 Wang/PROPN/nmod/1 and/CCONJ/cc/5 Li/PROPN/conj/3 in/ADP/case/7 "
            "Bern/PROPN/nmod/1"
        )
    )

    assert syntax.case(4) == "with"
    assert syntax.obliques(0) == [("with", 2), ("in", 6)]


def test_who_is_expected_to_be_received_is_received() -> None:
    syntax = Syntax(
        doc(
            "Macron/PROPN/nsubj:pass/3 is/AUX/aux:pass/3 expected/VBN/root/0 to/PART/mark/6 be/AUX/aux:pass/6 "
            "received/VBN/xcomp/3 by/ADP/case/8 Merkel/PROPN/obl:agent/6"
        )
    )

    assert words(syntax, syntax.subjects(5)) == ["Merkel"]
    assert words(syntax, syntax.patients(5)) == ["Macron"]
