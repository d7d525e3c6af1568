"""What of a text is read as the article, and what is dropped."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.model import Article
from kg.text.boilerplate import (
    BlockKind,
    blocks,
    dropped,
    headline,
    line_patterns,
    plain,
    reason_to_drop,
    tail_patterns,
)
from kg.text.read import articles

BODY = "The two ministers met in Oslo on Friday, their spokesmen said."
MORE = "They agreed on quotas for cod and will meet again in the spring."


def article(text: str) -> Article:
    return Article(id="a.txt", text=text, dropped=dropped(text))


def shown(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.span.start : block.span.end]) for block in blocks(article(text))]


def reasons(text: str) -> list[tuple[str, str]]:
    return [(drop.reason, text[drop.span.start : drop.span.end]) for drop in dropped(text)]


@pytest.mark.parametrize(
    ("reason", "line"), [(entry.reason, line) for entry in line_patterns() for line in entry.drops]
)
def test_lines_that_are_no_part_of_an_article_are_dropped_with_their_reason(reason: str, line: str) -> None:
    assert reasons(f"{BODY}\n{line}\n{MORE}") == [(reason, line)]


@pytest.mark.parametrize("line", [line for entry in line_patterns() for line in entry.keeps])
def test_lines_that_look_like_them_are_kept(line: str) -> None:
    assert reason_to_drop(line) is None


@pytest.mark.parametrize("line", [line for entry in tail_patterns() for line in entry.drops])
def test_a_credit_at_the_end_of_a_paragraph_leaves_the_paragraph(line: str) -> None:
    [(_, kept)] = [pair for pair in shown(f"{line}\n{MORE}") if pair[1] != MORE]

    assert line.startswith(kept)
    assert kept.endswith((".", "said."))


@pytest.mark.parametrize("line", [line for entry in tail_patterns() for line in entry.keeps])
def test_a_paragraph_that_ends_like_a_credit_is_kept_whole(line: str) -> None:
    assert reasons(f"{line}\n{MORE}") == []


def test_headlines_under_the_article_are_dropped() -> None:
    others = [
        "Envoy Visits Ankara as Talks Stall",
        "Why the new quota hit small ports – for good reasons",
        "Herring Fleets Turn Away From the U.K.",
        "Who Pays for Cod?",
    ]

    assert reasons("\n".join([BODY, MORE, "", *others])) == [("list of other articles", line) for line in others]


def test_two_lines_without_a_full_stop_are_too_few_to_drop() -> None:
    assert reasons("\n".join([BODY, "Envoy Visits Ankara", "Cod Prices Rise"])) == []


def test_a_list_that_the_article_announces_is_kept() -> None:
    people = ["The foreign minister of Norway", "The trade minister of Chile", "The envoy of Ghana"]

    assert reasons("\n".join(["In the room were, by order of seat:", BODY[:-1] + ":", *people])) == []


def test_headlines_after_a_line_that_announces_them_are_dropped_wherever_they_stand() -> None:
    text = "\n".join([BODY, "Related articles", "Envoy Visits Ankara", "Cod Prices Rise", MORE])

    assert [block for _, block in shown(text)] == [BODY, MORE]


def test_the_names_of_sections_above_an_article_are_a_menu() -> None:
    menu = ["World News", "Front Line", "West Africa", "South America", "Our Man Abroad", "Sea Weather", "Sport Today"]
    dated = "Tuesday, 5 March, 2002, 10:31 GMT"
    text = "\n".join([*menu, dated, "Ministers Meet in Oslo", BODY, MORE])

    assert [block for _, block in shown(text)] == [dated, "Ministers Meet in Oslo", BODY, MORE]


def test_a_few_short_lines_above_an_article_are_its_own() -> None:
    lines = ["OSLO", "Cod at last", "Two ministers, one boat", "From our man in the north"]

    assert reasons("\n".join([*lines, BODY, MORE])) == []


def test_bullets_in_sentences_at_the_end_are_list_items() -> None:
    text = "\n".join([BODY, "- Norway keeps its zone.", "- Chile opens two ports.", "- Ghana joins in May."])

    assert [kind for kind, _ in shown(text)] == ["paragraph", "list item", "list item", "list item"]


def test_the_title_is_a_headline_and_section_titles_are_headings() -> None:
    text = "\n".join(["Ministers Meet in Oslo With U.K.", BODY, "Why Oslo?", MORE])

    assert shown(text) == [
        ("headline", "Ministers Meet in Oslo With U.K."),
        ("paragraph", BODY),
        ("heading", "Why Oslo?"),
        ("paragraph", MORE),
    ]


def test_a_text_that_opens_with_its_body_has_no_headline() -> None:
    assert headline(f"{BODY}\n{MORE}") is None


def test_a_single_line_is_a_paragraph_whatever_its_end() -> None:
    assert shown("Ministers meet in Oslo") == [("paragraph", "Ministers meet in Oslo")]


def test_hard_wrapped_lines_are_joined_into_paragraphs() -> None:
    text = (
        "Leaders Open Talks in Geneva\n"
        "   GENEVA (AP) -- The two presidents opened three days of talks on\n"
        "Tuesday in a villa by the lake, and their foreign ministers met over\n"
        "lunch, a spokesman said.\n"
        "   The spokesman, who asked not to be named, said that the talks were\n"
        "cordial and would go on.\n"
        "   They meet again on Wednesday.\n"
    )

    assert [(kind, block.split("\n")[0]) for kind, block in shown(text)] == [
        ("headline", "Leaders Open Talks in Geneva"),
        ("dateline", "GENEVA (AP) --"),
        ("paragraph", "The two presidents opened three days of talks on"),
        ("paragraph", "The spokesman, who asked not to be named, said that the talks were"),
        ("paragraph", "They meet again on Wednesday."),
    ]


def test_one_line_a_paragraph_is_not_joined() -> None:
    assert [kind for kind, _ in shown(f"{BODY}\n{MORE}\n{BODY}")] == ["paragraph"] * 3


def test_a_line_broken_off_in_a_sentence_goes_with_the_next() -> None:
    assert len(shown(f"{MORE}\nThe two ministers met\nin Oslo on Friday, their spokesmen said.\n{MORE}")) == 3


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("Madrid, September 15, 2025 – Talks went on.", "–"),
        ("GENEVA, March 3 (Reuters) - Talks went on.", "-"),
        ("AMMAN, Jordan (AP) _ Talks went on.", "_"),
        ("ISTANBUL — Talks went on.", "—"),
        ("**LIMA** – Talks went on.", "–"),
        ("WASHINGTON/BEIJING, Jan. 5 (Reuters) - Talks went on.", "-"),
        ("New Delhi: Talks went on.", ":"),
        ("Madrid – Talks went on.", "–"),
        ("KHUJAND. March 31, 2025. Talks went on.", "2025."),
        ("MOSCOW, March 31. /TASS/. Talks went on.", "/."),
        ("Lima, 3 May 2019 (The Daily Lark, with agencies) - Talks went on.", "-"),
    ],
)
def test_a_dateline_is_a_block_of_its_own(line: str, end: str) -> None:
    (first, words), (second, rest) = (
        (block.kind, line[block.span.start : block.span.end])
        for block in blocks(article(line), is_place=lambda name: name in {"New Delhi", "Madrid"})
    )

    assert (first, second) == (BlockKind.DATELINE, BlockKind.PARAGRAPH)
    assert words.endswith(end)
    assert rest == "Talks went on."


@pytest.mark.parametrize(
    "line",
    [
        "Background: A relationship under strain is what they share.",
        "Trump: I will meet him in Madrid.",
        "Paris-based negotiators met on Monday.",
        "The talks – the third in May – went on.",
        "UPDATE: Talks went on.",
    ],
)
def test_a_colon_or_dash_after_another_word_makes_no_dateline(line: str) -> None:
    [block] = blocks(article(line), is_place=lambda name: name == "Madrid")

    assert block.kind is BlockKind.PARAGRAPH


def test_a_line_with_a_place_alone_is_a_dateline() -> None:
    assert [kind for kind, _ in shown(f"Ministers Meet\n\nANTALYA, Turkey\n\n{BODY}")] == [
        "headline",
        "dateline",
        "paragraph",
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("New Delhi | Feb 21, 2024", "New Delhi"),
        ("Politics | Feb 21, 2024", None),
        ("Ana Ruiz | Feb 21, 2024", None),
        ("JAKARTA, Feb 21, 2024 (Straits Wire)", "JAKARTA"),
        ("By Ana Ruiz, 21 February 2024", None),
    ],
)
def test_a_place_before_the_date_of_a_page_is_where_it_was_filed(line: str, place: str | None, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"Ministers Meet\n{line}\n\n{BODY}\n")

    [read] = articles([page])

    assert isinstance(read, Article)
    assert (read.dateline, str(read.published)) == (place, "2024-02-21")


def test_the_entries_of_a_live_report_are_list_items() -> None:
    assert shown(f"As it happened\n18:30 {BODY}\n17:05 GMT - {MORE}") == [
        ("headline", "As it happened"),
        ("list item", BODY),
        ("list item", MORE),
    ]


def test_the_words_left_are_all_in_the_text() -> None:
    text = f"# Ministers meet\n\n> {BODY}\n\n1. {MORE}"

    assert shown(text) == [("headline", "Ministers meet"), ("paragraph", BODY), ("list item", MORE)]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("trade\u00a0talks", "trade talks"),
        ("nego\u00adtiators met", "negotiators  met"),
        ("the\u200b talks", "the  talks"),
        ("\u2066Oslo\u2069", " Oslo "),
        ("**Oslo** [talks](https://example.org)", "  Oslo    talks" + " " * 22),
        ("snake_case_word", "snake_case_word"),
        ("``It will do,`` he said of Reyes` plan.", ' "It will do,"  he said of Reyes’ plan.'),
        ("Mr. Ortiz`s aide ran `make`", "Mr. Ortiz’s aide ran `make’"),
    ],
)
def test_hidden_characters_and_markup_are_blanked(text: str, seen: str) -> None:
    assert plain(text) == seen


LINES = st.lists(
    st.sampled_from(
        [BODY, MORE, "Ministers Meet", "By Jane Roe", "- 2 -", "", "Read more: x", "Why?", "a\u200bb", "# T", "- item"]
    )
    | st.text(max_size=40)
).map("\n".join)


@given(LINES)
def test_plain_text_has_the_length_and_the_lines_of_the_text(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert plain(text).count("\n") == text.count("\n")


@given(LINES)
@example("0©\na")
def test_blocks_and_dropped_spans_are_in_order_and_apart(text: str) -> None:
    drops = dropped(text)
    spans = sorted([drop.span for drop in drops] + [block.span for block in blocks(Article("a", text, dropped=drops))])

    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(span.start < span.end for span in spans)
    assert list(drops) == sorted(drops, key=lambda drop: drop.span)


@given(LINES)
def test_what_is_neither_block_nor_dropped_is_blank_or_a_mark(text: str) -> None:
    rest = list(plain(text))
    drops = dropped(text)
    for span in [*(d.span for d in drops), *(b.span for b in blocks(Article("a", text, dropped=drops)))]:
        rest[span.start : span.end] = " " * (span.end - span.start)

    assert not any(character.isalpha() for character in rest)
