"""Who is the same person in several articles, and who is not."""

from __future__ import annotations

import pytest
from telling import Telling, node_of, reports, together

from kg.fusion import fuse
from kg.fusion.names import person_name, skeleton, title_key, titles_agree

SPELLINGS = [
    ("Kim Jong Un", "Kim Jong-un"),  # hyphens
    ("Kim Jong Un", "Kim Jongun"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),  # endings of transliteration
    ("Volodymyr Zelensky", "Volodymyr Zelenskiy"),
    ("Mohammed bin Salman", "Mohammad Bin Salman"),  # a given name in several spellings
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),  # accents
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("He Lifeng", "Lifeng He"),  # order
    ("Moon Jae-in", "Mun Jae In"),
    ("J. D. Vance", "JD Vance"),
    ("Crown Prince Mohammed bin Salman", "Mohammed bin Salman"),
    ("Hossein Amir-Abdollahian", "Hossein Amirabdollahian"),
]
NAMESAKES = [
    ("Li Qiang", "Li Qing"),
    ("Wang Yi", "Wang Yu"),
    ("Lee Jun", "Li Jun"),
    ("Lei Jun", "Li Jun"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Hassan Rouhani", "Hussein Rouhani"),
    ("George Bush", "Georgia Bush"),
    ("Mario Rossi", "Maria Rossi"),
    ("Daniel Rossi", "Daniela Rossi"),
]


@pytest.mark.parametrize(("left", "right"), SPELLINGS)
def test_spellings_of_one_name_are_one_person(left: str, right: str) -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    ours, theirs = a.person(left), b.person(right)

    knowledge = fuse(reports(a, b))

    node = node_of(knowledge, "a.txt", ours)
    assert node == node_of(knowledge, "b.txt", theirs)
    assert len(node.merges) == 1
    assert node.names == tuple(sorted({left, right}))


@pytest.mark.parametrize(("left", "right"), NAMESAKES)
def test_names_that_only_look_alike_are_two_people(left: str, right: str) -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    ours = a.holds(left, "Minister", "China")
    theirs = b.holds(right, "Minister", "China")

    knowledge = fuse(reports(a, b))

    assert node_of(knowledge, "a.txt", ours) != node_of(knowledge, "b.txt", theirs)


@pytest.mark.parametrize("respelt", ["Danek Brock", "Brock"])
def test_a_name_that_one_article_spells_in_two_ways_is_of_one_person(respelt: str) -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    ours, again = a.holds("Danek Brok", "Minister", "Ruritania"), a.person(respelt)
    theirs = b.holds("Danek Brok", "Minister", "Ruritania")
    a.person("Ana Horvat")

    knowledge = fuse(reports(a, b))

    assert node_of(knowledge, "a.txt", ours) == node_of(knowledge, "a.txt", again)
    assert node_of(knowledge, "a.txt", ours) == node_of(knowledge, "b.txt", theirs)


@pytest.mark.parametrize(
    ("name", "title", "state"),
    [
        ("Danek Brock", "Minister", "Freedonia"),  # of another state
        ("Danek Brock", "Bishop", "Ruritania"),  # in another office
        ("Brock", "Minister", "Freedonia"),
        ("Brok Danek", "Minister", "Ruritania"),  # the other way round
        ("Danel Brok", "Minister", "Ruritania"),  # another sound
    ],
)
def test_two_like_names_of_one_article_may_be_of_two_people(name: str, title: str, state: str) -> None:
    a = Telling("a.txt")
    first, second = a.holds("Danek Brok", "Minister", "Ruritania"), a.holds(name, title, state)

    knowledge = fuse(reports(a))

    assert node_of(knowledge, "a.txt", first) != node_of(knowledge, "a.txt", second)


def test_a_surname_that_somebody_else_bears_respells_nobodys() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    meyer, meier = a.holds("Hans Meyer", "Minister", "Ruritania"), a.person("Meyyer")
    b.holds("Otto Meyyer", "Mayor", "Ruritania")

    knowledge = fuse(reports(a, b))

    assert node_of(knowledge, "a.txt", meyer) != node_of(knowledge, "a.txt", meier)


def test_two_premiers_of_like_names_stay_two() -> None:
    a, b = Telling("a.txt", "2020-01-01"), Telling("b.txt", "2023-05-01")
    a.holds("Li Keqiang", "Premier", "China")
    b.holds("Li Qiang", "Premier", "China")

    assert len([n for n in fuse(reports(a, b)).nodes if n.entity.key.startswith("person/")]) == 2


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Yoon Suk Yeol", "Yoon Seok-youl"),
        ("Alexander Lukashenko", "Alexander Lukashenka"),
        ("Oriy Tamrat", "Oriye Tamrat"),
    ],
)
def test_a_like_name_in_the_same_office_is_the_same_person(left: str, right: str) -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    ours, theirs = a.holds(left, "President", "Ruritania"), b.holds(right, "President", "Ruritania")

    knowledge = fuse(reports(a, b))

    assert node_of(knowledge, "a.txt", ours) == node_of(knowledge, "b.txt", theirs)


def test_a_like_name_in_another_office_is_somebody_else() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    ours, theirs = a.holds("Yoon Suk Yeol", "President", "Ruritania"), b.holds("Yoon Seok-youl", "Envoy", "Ruritania")

    knowledge = fuse(reports(a, b))

    assert node_of(knowledge, "a.txt", ours) != node_of(knowledge, "b.txt", theirs)


# ── one name, two people ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_like_name_that_nothing_is_told_of_is_the_same_person_in_the_same_company() -> None:
    a, b, c = Telling("a.txt"), Telling("b.txt"), Telling("c.txt")
    envoy = a.holds("Musaad bin Mohammed Al Aiban", "Security Adviser", "Saudi Arabia")
    same, other = b.person("Musaed Al Aiban"), c.person("Musaed Al Aiban")
    for telling in (a, b):
        telling.person("Ali Shamkhani")
        telling.person("Ebrahim Raisi")

    knowledge = fuse(reports(a, b))
    apart = fuse(reports(a, c))

    assert node_of(knowledge, "a.txt", envoy) == node_of(knowledge, "b.txt", same)
    assert node_of(apart, "a.txt", envoy) != node_of(apart, "c.txt", other)


def test_one_name_in_two_states_is_two_people() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    a.holds("Ibrahim Ali", "Fisheries Minister", "Maldives")
    b.holds("Ibrahim Ali", "Fisheries Minister", "Somalia")

    knowledge = fuse(reports(a, b))

    assert not together(knowledge, "person/ibrahim-ali", "a.txt", "b.txt")
    assert {n.entity.key for n in knowledge.nodes if n.entity.kind == "person"} == {
        "person/ibrahim-ali",
        "person/ibrahim-ali-somalia",
    }


def test_one_name_without_anything_against_it_is_one_person() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    a.holds("Ibrahim Ali", "Fisheries Minister", "Maldives")
    b.person("Ibrahim Ali")

    knowledge = fuse(reports(a, b))

    assert together(knowledge, "person/ibrahim-ali", "a.txt", "b.txt")


def test_two_states_and_the_same_company_are_a_change_of_post() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    for telling, title, state in ((a, "Envoy", "Ruritania"), (b, "Governor", "Freedonia")):
        telling.holds("Anna Berg", title, state)
        for other in ("Pedro Sol", "Maria Costa", "Jan Kask"):
            telling.person(other)

    assert together(fuse(reports(a, b)), "person/anna-berg", "a.txt", "b.txt")


def test_one_title_in_two_states_is_two_people_whatever_the_company() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    for telling, state in ((a, "Ruritania"), (b, "Freedonia")):
        telling.holds("Anna Berg", "Minister", state)
        for other in ("Pedro Sol", "Maria Costa", "Jan Kask"):
            telling.person(other)

    assert not together(fuse(reports(a, b)), "person/anna-berg", "a.txt", "b.txt")


def test_a_guessed_state_says_nothing_against_a_known_one_and_is_corrected() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    a.holds("Anna Berg", "President", "Ruritania")
    b.holds("Anna Berg", "President", "Freedonia", doubt="a guess")
    b.met("Freedonia: Anna Berg", "Sylvania: Pedro Sol")

    knowledge = fuse(reports(a, b))

    assert together(knowledge, "person/anna-berg", "a.txt", "b.txt")
    assert [(each.office.title, each.office.of, len(each.refs)) for each in knowledge.offices] == [
        ("President", "state/ruritania", 2)
    ]
    assert knowledge.meetings[0].meeting.parties == ("state/ruritania", "state/sylvania")


def test_a_minister_and_a_banker_of_one_name_are_two_people_unless_the_same_people_are_about() -> None:
    a, b, c = Telling("a.txt"), Telling("b.txt"), Telling("c.txt")
    a.holds("Anna Berg", "Finance Minister", "Ruritania")
    a.person("Pedro Sol")
    b.body("Northern Bank", sort="company")
    b.holds("Anna Berg", "chief executive", "Northern Bank")
    c.body("Northern Bank", sort="company")
    c.holds("Anna Berg", "chief executive", "Northern Bank")
    c.person("Pedro Sol")

    assert not together(fuse(reports(a, b)), "person/anna-berg", "a.txt", "b.txt")
    assert together(fuse(reports(a, c)), "person/anna-berg", "a.txt", "c.txt")


def test_one_name_half_a_century_apart_is_two_people() -> None:
    a, b = Telling("a.txt", "1956-03-01"), Telling("b.txt", "2019-03-01")
    a.person("Anna Berg")
    b.person("Anna Berg")

    assert not together(fuse(reports(a, b)), "person/anna-berg", "a.txt", "b.txt")


def test_two_people_of_like_names_in_one_article_stay_two() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    for telling in (a, b):
        telling.holds("George Bush", "President", "United States")
    b.holds("George W. Bush", "Governor", "United States")

    knowledge = fuse(reports(a, b))

    assert node_of(knowledge, "b.txt", "person/george-bush") != node_of(knowledge, "b.txt", "person/george-w-bush")


def test_a_middle_initial_may_be_left_out() -> None:
    a, b = Telling("a.txt"), Telling("b.txt")
    ours = a.holds("Donald J. Trump", "President", "United States")
    theirs = b.holds("Donald Trump", "President", "United States")

    knowledge = fuse(reports(a, b))

    assert node_of(knowledge, "a.txt", ours) == node_of(knowledge, "b.txt", theirs)


def test_kings_of_one_name_differ_by_number() -> None:
    a, b, c = Telling("a.txt"), Telling("b.txt"), Telling("c.txt")
    for telling, name in ((a, "King Charles II"), (b, "King Charles III"), (c, "King Charles")):
        telling.holds(name, "King", "Ruritania")

    knowledge = fuse(reports(a, b))

    assert node_of(knowledge, "a.txt", "person/king-charles-ii") != node_of(
        knowledge, "b.txt", "person/king-charles-iii"
    )
    knowledge = fuse(reports(b, c))
    assert node_of(knowledge, "c.txt", "person/king-charles") == node_of(knowledge, "b.txt", "person/king-charles-iii")


# ── single names ────────────────────────────────────────────────────────────────────────────────────────────────────


def _full(name: str, title: str, state: str, article: str = "full.txt") -> Telling:
    telling = Telling(article)
    telling.holds(name, title, state)
    return telling


def test_a_surname_joins_the_full_name_by_state() -> None:
    bare = Telling("bare.txt")
    bare.holds("Bessent", "Treasury Secretary", "United States")

    knowledge = fuse(reports(_full("Scott Bessent", "Treasury Secretary", "United States"), bare))

    node = node_of(knowledge, "bare.txt", "person/bessent")
    assert node.entity.name == "Scott Bessent"
    assert node.entity.key == "person/scott-bessent"
    assert "title" in node.merges[0].reason


def test_a_family_name_before_the_given_name_is_a_surname_too() -> None:
    bare = Telling("bare.txt")
    bare.holds("He", "Vice-Premier", "China")

    knowledge = fuse(reports(_full("He Lifeng", "Vice Premier", "China"), bare))

    assert node_of(knowledge, "bare.txt", "person/he").entity.name == "He Lifeng"


def test_a_surname_of_another_state_stays_alone() -> None:
    bare = Telling("bare.txt")
    bare.holds("Bessent", "Treasury Secretary", "Canada")

    knowledge = fuse(reports(_full("Scott Bessent", "Treasury Secretary", "United States"), bare))

    assert node_of(knowledge, "bare.txt", "person/bessent").entity.name == "Bessent"


def test_a_surname_alone_joins_nobody_and_says_whom_it_may_be() -> None:
    bare = Telling("bare.txt")
    bare.person("Bessent")

    knowledge = fuse(reports(_full("Scott Bessent", "Treasury Secretary", "United States"), bare))

    node = node_of(knowledge, "bare.txt", "person/bessent")
    assert node.entity.name == "Bessent"
    assert node.entity.doubt == "may be Scott Bessent: nothing but the name says so"


def test_a_surname_joins_by_the_company_it_keeps() -> None:
    full, bare = _full("Scott Bessent", "Treasury Secretary", "United States"), Telling("bare.txt")
    full.holds("He Lifeng", "Vice Premier", "China")
    bare.person("Bessent")
    bare.person("He")

    knowledge = fuse(reports(full, bare))

    assert node_of(knowledge, "bare.txt", "person/bessent").entity.name == "Scott Bessent"
    assert node_of(knowledge, "bare.txt", "person/he").entity.name == "He Lifeng"


def test_of_two_bearers_the_title_decides() -> None:
    bare = Telling("bare.txt")
    bare.holds("Wang", "Commerce Minister", "China")
    tellings = (
        _full("Wang Yi", "Foreign Minister", "China", "a.txt"),
        _full("Wang Wentao", "Commerce Minister", "China", "b.txt"),
    )

    knowledge = fuse(reports(*tellings, bare))

    assert node_of(knowledge, "bare.txt", "person/wang").entity.name == "Wang Wentao"


def test_of_two_bearers_in_one_state_none_is_chosen() -> None:
    bare = Telling("bare.txt")
    bare.met("China: Wang", "United States: Rubio")
    tellings = (
        _full("Wang Yi", "Foreign Minister", "China", "a.txt"),
        _full("Wang Wentao", "Commerce Minister", "China", "b.txt"),
    )

    node = node_of(fuse(reports(*tellings, bare)), "bare.txt", "person/wang")

    assert node.entity.name == "Wang"
    assert node.entity.doubt == "may be Wang Wentao or Wang Yi"


def test_single_names_without_a_full_one_join_by_title_and_state() -> None:
    a, b, c = Telling("a.txt"), Telling("b.txt"), Telling("c.txt")
    a.holds("Lula", "President", "Brazil")
    b.holds("Lula", "President", "Brazil")
    c.holds("Lula", "Coach", "Portugal")

    knowledge = fuse(reports(a, b, c))

    assert together(knowledge, "person/lula", "a.txt", "b.txt")
    assert not together(knowledge, "person/lula", "a.txt", "c.txt")


# ── parts of names ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_titles_are_no_part_of_a_name_but_a_lone_title_is_kept() -> None:
    assert person_name("Vice Premier He").tokens == ("he",)
    assert person_name("President").tokens == ("president",)


def test_a_numeral_that_is_a_surname_is_kept() -> None:
    assert person_name("Xi").tokens == ("xi",)
    assert person_name("Jinping Xi").tokens == ("jinping", "xi")
    assert person_name("Pope Leo XIV").numeral == "xiv"


def test_a_skeleton_keeps_pinyin_apart() -> None:
    assert skeleton("zelenskyy") == skeleton("zelenskiy")
    assert len({skeleton(each) for each in ("qiang", "qing", "qin", "jin", "yin")}) == 5


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Vice-Premier", "Deputy Prime Minister"),
        ("Secretary of the Treasury", "Treasury Secretary"),
        ("Defence Minister", "Defense Secretary"),
    ],
)
def test_titles_of_one_office_agree(left: str, right: str) -> None:
    assert titles_agree(title_key(left), title_key(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [("Premier", "Vice Premier"), ("Foreign Minister", "Finance Minister"), ("Minister", "Finance Minister")],
)
def test_titles_of_two_offices_do_not_agree(left: str, right: str) -> None:
    assert not titles_agree(title_key(left), title_key(right))
