"""Files and folders become articles; what cannot be read is told and stops nothing."""

from __future__ import annotations

import io
import json
import logging
import os
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.model import Article, DateBasis
from kg.text.boilerplate import blocks, filed
from kg.text.published import published_line
from kg.text.read import Unreadable, articles, stated_day

BODY = "The two ministers met in Oslo on Friday, their spokesmen said."
GIVEN = date(2001, 2, 3)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def one(path: Path, given: date | None = None) -> Article:
    [article] = articles([path], given=given)
    assert isinstance(article, Article)
    return article


def unreadable(path: Path) -> Unreadable:
    [item] = articles([path])
    assert isinstance(item, Unreadable)
    return item


# ── the date and its basis ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "opening",
    [
        "Oslo, March 15, 2019 – ",
        "OSLO, 15 March 2019 (Reuters) - ",
        "OSLO (AFP) 15 March 2019 - ",
        "OSLO, Mar. 15, 2019 — ",
        "Published: 15 March 2019, 10:14 GMT\n\n",
        "Ministers Meet in Oslo\nFriday, March 15, 2019\n",
        "By Jane Roe\n2019-03-15\n",
        "Ministers Meet in Oslo\n\nUpdated: 15-03-2019 05:45 IST | Created: 15-03-2019 05:45 IST\n\n",
        "Ministers Meet in Oslo\n\nJane Roe |15.03.2019 - Update : 16.03.2019\n\n",
        "Ministers Meet in Oslo\n\nPublished March 15,2019\nSubscribe\n\n",
        "Ministers Meet in Oslo\n\nBy Jane Roe, Example News | 15 March 2019\n\n",
        "Ministers Meet in Oslo\n\nposted onMarch 15, 2019\n\n",
    ],
)
def test_a_full_date_in_the_dateline_is_the_stated_date(tmp_path: Path, opening: str) -> None:
    article = one(write(tmp_path, "a.txt", opening + BODY), GIVEN)

    assert (article.published, article.date_basis) == (date(2019, 3, 15), DateBasis.STATED)


@pytest.mark.parametrize(
    "opening",
    [
        "OSLO, March 15 (Reuters) - ",  # no year
        "Oslo, 03/04/2019 – ",  # day or month first?
        "On March 15, 2019, they agreed. ",  # a date in the story
        "",
    ],
)
def test_without_a_full_date_the_given_one_holds(tmp_path: Path, opening: str) -> None:
    path = write(tmp_path, "a.txt", opening + BODY)

    assert (one(path, GIVEN).published, one(path, GIVEN).date_basis) == (GIVEN, DateBasis.GIVEN)
    assert (one(path).published, one(path).date_basis) == (None, DateBasis.UNKNOWN)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published on: Friday, March 15, 2019, 07:23 PM IST", date(2019, 3, 15)),
        ("Posted On: 15 MAR 2019 5:12PM by PIB Delhi", date(2019, 3, 15)),
        ("By Example News Published: Fri 15 Mar 2019, 7:10 AM", date(2019, 3, 15)),
        ("The ministers last met on 15 March 2019.", None),
        ("Treaty signed: 12 May 1998", None),
    ],
)
def test_a_page_may_say_at_its_end_when_it_was_published(tmp_path: Path, line: str, day: date | None) -> None:
    assert one(write(tmp_path, "a.txt", f"Ministers Meet in Oslo\n\n{BODY}\n\n{line}\n")).published == day


@pytest.mark.parametrize(
    "title",
    [
        "Joint statement of 24 March 2021",
        "Fishing ban to end on May 1, 2021",
        "Since 1st March, 1999",
        "Tariffs from 1 May 2021",
    ],
)
def test_a_title_that_ends_in_a_day_is_no_date_of_publication(tmp_path: Path, title: str) -> None:
    assert one(write(tmp_path, "a.txt", f"{title}\n\n{BODY}\n")).published is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Source: Example | 2019-03-24 21:05:21 | Editor: roe", date(2019, 3, 24)),
        ("Published 10:15 PM EST, Mon March 25, 2019", date(2019, 3, 25)),
        ("04.03.2019 - Update : 05.03.2019", date(2019, 3, 4)),
        ("04/03/2019", None),
        ("04/03/2019 10:15 GMT", date(2019, 3, 4)),
        ("Modified: 5 March 2019, published: 4 March 2019", date(2019, 3, 4)),
        ("JAKARTA, March 4, 2019 (Straits Wire)", date(2019, 3, 4)),
        ("By the business desk, 4 March 2019", date(2019, 3, 4)),
        ("The business desk met, 4 March 2019", None),
    ],
)
def test_the_day_of_an_update_comes_after_that_of_publication(line: str, day: date | None) -> None:
    assert published_line(line) == day


def test_a_dateline_without_a_year_keeps_month_and_day(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", f"OSLO, March 15 (Reuters) - {BODY}")

    assert filed(one(path)) == (3, 15)
    assert filed(one(path, GIVEN)) is None


def test_the_file_time_is_never_the_date(tmp_path: Path) -> None:
    path = write(tmp_path, "2019-03-15.txt", BODY)
    os.utime(path, (1_500_000_000, 1_500_000_000))

    assert one(path).published is None


@pytest.mark.parametrize(
    ("opening", "place"),
    [("ASTANA. KAZINFORM ", "ASTANA"), ("ASTANA. KAZINFORM – ", "ASTANA"), ("NZPA-Reuter Oslo ", "Oslo")],
)
def test_an_agency_may_close_a_dateline_without_a_dash(tmp_path: Path, opening: str, place: str) -> None:
    article = one(write(tmp_path, "a.txt", f"Ministers Meet\n\n{opening}{BODY}"))

    assert article.dateline == place
    assert [article.text[block.span.start :] for block in blocks(article)][-1] == BODY


def test_a_declared_date_goes_before_the_dateline(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", f"---\ndate: 2019-03-16\n---\nOslo, March 15, 2019 – {BODY}")

    assert one(path).published == date(2019, 3, 16)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2019-03-15", date(2019, 3, 15)),
        ("2019-03-15T23:30:00-05:00", date(2019, 3, 15)),  # the day where it was written
        ("20190315", date(2019, 3, 15)),
        ("Fri, 15 Mar 2019 10:00:00 GMT", date(2019, 3, 15)),
        ("March 15, 2019", date(2019, 3, 15)),
        ("15/03/2019", date(2019, 3, 15)),
        ("04/03/2019", None),
        ("2019-13-45", None),
        ("2019", None),
        ("yesterday", None),
    ],
)
def test_a_date_field_gives_a_day_only_where_it_can_be_told(words: str, day: date | None) -> None:
    assert stated_day(words) == day


def test_a_date_field_that_cannot_be_told_is_reported(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = write(tmp_path, "a.md", f"---\ndate: last week\n---\n{BODY}")

    assert one(path).published is None
    assert caplog.messages == [f'{path}: "last week" is no date that can be told; write YYYY-MM-DD']


# ── what is known of an article ─────────────────────────────────────────────────────────────────────────────────────


def test_front_matter_describes_the_article_and_is_dropped(tmp_path: Path) -> None:
    head = '---\ntitle: "Talks in Oslo"\npublisher: Example News\nauthor: Jane Roe\nurl: https://example.org/a\n---\n'
    article = one(write(tmp_path, "a.md", head + BODY))

    assert (article.title, article.publisher, article.author) == ("Talks in Oslo", "Example News", "Jane Roe")
    assert article.url == "https://example.org/a"
    assert article.text == head + BODY
    assert [drop.reason for drop in article.dropped] == ["front matter"]
    assert [article.text[b.span.start : b.span.end] for b in blocks(article)] == [BODY]


def test_a_rule_of_dashes_is_no_front_matter(tmp_path: Path) -> None:
    article = one(write(tmp_path, "a.md", f"---\n{BODY}\n---\n{BODY}"))

    assert "front matter" not in [drop.reason for drop in article.dropped]


def test_title_author_and_dateline_come_from_the_text_where_nothing_is_declared(tmp_path: Path) -> None:
    article = one(
        write(tmp_path, "a.txt", f"Ministers Meet in Oslo\nBy Jane Roe, Staff writer\nOSLO, March 15 (AP) - {BODY}")
    )

    assert (article.title, article.author, article.dateline) == ("Ministers Meet in Oslo", "Jane Roe", "OSLO")


def test_a_desk_is_no_author(tmp_path: Path) -> None:
    assert one(write(tmp_path, "a.txt", f"Ministers Meet in Oslo\nBy Staff Reporter\n{BODY}")).author is None


def test_the_hash_is_of_the_bytes_read(tmp_path: Path) -> None:
    unix, windows = write(tmp_path, "a.txt", f"{BODY}\n"), write(tmp_path, "b.txt", f"{BODY}\r\n")

    assert one(unix).text == one(windows).text
    assert one(unix).sha256 != one(windows).sha256


def test_json_lines_give_one_article_each(tmp_path: Path) -> None:
    rows = [
        {
            "id": 7,
            "title": "T",
            "body": BODY,
            "date": "2019-03-15",
            "source": {"name": "Example News"},
            "author": ["A B", "C D"],
        },
        {"content": BODY},
    ]
    first, second = articles([write(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows)) + "\n")])

    assert isinstance(first, Article)
    assert (first.id, first.title, first.published) == ("7", "T", date(2019, 3, 15))
    assert (first.publisher, first.author, first.text) == ("Example News", "A B, C D", BODY)
    assert isinstance(second, Article)
    assert second.id == "a.jsonl#2"


PAGE = """<!doctype html><html><head><title>Talks end | Example News</title>{head}</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><article>{heading}<p>{body} {body}</p><p>{body} {body}</p>
</article><footer>© 2011 Example News</footer></body></html>"""


def page(head: str = "", heading: str = "<h1>Talks end</h1>", body: str = BODY) -> str:
    return PAGE.format(head=head, heading=heading, body=body)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2019-03-15T10:00:00Z">',
        "<meta name=date content=2019-03-15>",
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2019-03-15"}]}</script>',
    ],
)
def test_a_page_declares_its_date(tmp_path: Path, head: str) -> None:
    article = one(write(tmp_path, "a.html", page(head)), GIVEN)

    assert (article.published, article.date_basis) == (date(2019, 3, 15), DateBasis.STATED)


def test_the_year_in_a_footer_is_no_date(tmp_path: Path) -> None:
    assert one(write(tmp_path, "a.html", page())).published is None


def test_a_page_gives_its_body_and_its_title_once(tmp_path: Path) -> None:
    article = one(write(tmp_path, "a.html", page('<meta property="og:site_name" content="Example News">')))

    assert article.title == "Talks end"
    assert article.text.count("Talks end") == 1
    assert article.text.startswith("Talks end")
    assert "World" not in article.text
    assert article.publisher == "Example News"


def test_hidden_characters_of_a_page_are_gone(tmp_path: Path) -> None:
    assert (
        "negotiators" in one(write(tmp_path, "a.htm", page(body="The nego\u00adtiators met in Oslo on Friday."))).text
    )


# ── encodings ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    assert one(write(tmp_path, "a.txt", b"\xef\xbb\xbf" + BODY.encode())).text == BODY


def test_windows_1252_is_read_and_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        article = one(write(tmp_path, "a.txt", "He said \u201cyes\u201d in a caf\u00e9.".encode("cp1252")))

    assert article.text == "He said “yes” in a café."
    assert "read as Windows-1252" in caplog.text


# ── what cannot be read ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n", "empty"),
        ("a.txt", b"a\0b", "not text: it holds NUL bytes"),
        ("a.txt", b"\x81\x8d", "not text: byte 0 fits neither UTF-8 nor Windows-1252; save it as UTF-8"),
        ("a.md", b"---\ntitle: T\n---\n", "empty after its front matter"),
        ("a.html", b"<html><body></body></html>", "no article text found on this page"),
        ("a.jsonl", b"{bad", "not JSON: Expecting property name enclosed in double quotes at character 2"),
        ("a.jsonl", b"[1]", 'not an article: each line must be an object, {"text": …}'),
        ("a.jsonl", b"{}", "no text: an article needs one of the fields text, body, content, article, maintext"),
        ("a.pdf", b"x", 'cannot read ".pdf" files; articles end in .txt, .md, .html, .htm, .jsonl'),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    item = unreadable(write(tmp_path, name, content))

    assert item.reason == reason
    assert not item.skipped


def test_a_path_that_is_not_there_says_so(tmp_path: Path) -> None:
    assert unreadable(tmp_path / "gone.txt") == Unreadable(str(tmp_path / "gone.txt"), "no such file or folder")


def test_a_bad_line_is_told_by_number_and_the_others_go_on(tmp_path: Path) -> None:
    lines = [json.dumps({"text": BODY}), "{bad", json.dumps({"text": BODY})]
    path = write(tmp_path, "a.jsonl", "\n".join(lines))
    first, second, third = articles([path])

    assert isinstance(first, Article)
    assert isinstance(second, Unreadable)
    assert second.path == f"{path}, line 2"
    assert isinstance(third, Article)


def test_a_folder_skips_other_files_and_says_so(tmp_path: Path) -> None:
    write(tmp_path, "b/a.txt", BODY)
    other = write(tmp_path, "b/notes.pdf", "x")
    write(tmp_path, "b/.hidden.txt", BODY)
    article, skipped = articles([tmp_path])

    assert isinstance(article, Article)
    assert skipped == Unreadable(
        str(other), "not an article by its ending; articles end in .txt, .md, .html, .htm, .jsonl", skipped=True
    )


# ── ids and order ───────────────────────────────────────────────────────────────────────────────────────────────────


def ids(*paths: Path) -> list[str]:
    return [item.id if isinstance(item, Article) else item.reason for item in articles(paths)]


def test_folders_are_read_in_order_and_files_named_twice_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt"):
        write(tmp_path, name, BODY)

    assert ids(tmp_path, tmp_path / "a.txt") == ["a.txt", "b.txt", "d.txt"]


def test_files_of_one_name_in_two_folders_keep_their_folders(tmp_path: Path) -> None:
    for name in ("x/a.txt", "y/a.txt", "y/b.txt"):
        write(tmp_path, name, BODY)

    assert ids(tmp_path) == [f"{tmp_path.name}/x/a.txt", f"{tmp_path.name}/y/a.txt", "b.txt"]
    assert ids(tmp_path / "x", tmp_path / "y") == ["x/a.txt", "y/a.txt", "b.txt"]


def test_an_id_taken_twice_is_an_error_for_the_second(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", "\n".join([json.dumps({"id": "n1", "text": BODY})] * 2))

    assert ids(path) == ["n1", f'the id "n1" is already that of an article in {path}; ids must be unique']


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(f"Oslo, March 15, 2019 – {BODY}".encode())))
    [article] = articles(["-"])

    assert isinstance(article, Article)
    assert (article.id, article.published) == ("stdin", date(2019, 3, 15))


@pytest.mark.parametrize(
    ("text", "title", "place"),
    [
        (
            "Rice ministers hold\ntalks ACCRA, Aug 30 (XTI) The ministers met.\n\nThey left.",
            "Rice ministers hold talks",
            "ACCRA",
        ),
        ("ACCRA, Aug 30 (XTI) The ministers met.\n\nThey left.", None, "ACCRA"),
        ("Rice ministers hold\ntalks in ACCRA, Aug 30 (XTI) the ministers said.\n\nThey left.", None, None),
        ("The ministers met in Accra, Aug 30 (Monday) A week later they left.\n\nThey left.", None, None),
    ],
)
def test_a_dateline_with_day_and_agency_may_run_on_behind_the_headline(
    tmp_path: Path, text: str, title: str | None, place: str | None
) -> None:
    article = one(write(tmp_path, "a.txt", text))
    assert (article.title, article.dateline) == (title, place)


def test_a_line_with_the_day_alone_is_not_the_next_ones_beginning(tmp_path: Path) -> None:
    text = "Northern Papers\nMonday, August 31, 1998 |\nweather today\n\nThe ministers met in Accra."

    assert one(write(tmp_path, "a.txt", text)).published == date(1998, 8, 31)
