"""Who stands behind a pronoun, an office, a nickname; which state a person stands for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from marked import article
from spacy.language import Language

from kg.facts import report
from kg.model import Report
from kg.text.annotate import document

DAY = date(2024, 3, 5)
Read = Callable[[str], set[tuple[str, ...]]]
ALFONSIN = "Argentine President Raul Alfonsin flew to Rome and met Italian Prime Minister Bettino Craxi. "


@pytest.fixture
def told(nlp: Language) -> Callable[[str], Report]:
    return lambda text: report(document(article(text, published=DAY), nlp))


@pytest.fixture
def met(told: Callable[[str], Report]) -> Read:
    """The people of each meeting told, by name in alphabetical order."""

    def of(text: str) -> set[tuple[str, ...]]:
        found = told(text)
        name = {e.key: e.name for e in found.entities}
        return {tuple(sorted(name[p] for p in m.people)) for m in found.meetings}

    return of


@pytest.fixture
def state(told: Callable[[str], Report]) -> Callable[[str, str], set[str]]:
    """The parties beside a person in the meetings told."""

    def of(text: str, person: str) -> set[str]:
        found = told(text)
        name = {e.key: e.name for e in found.entities}
        sides = [s for m in found.meetings for s in m.sides if person in {name[p] for p in s.people}]
        return {name[p] for s in sides for p in s.parties}

    return of


# ── pronouns ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        pytest.param(
            ALFONSIN + "Craxi's foreign minister, Giulio Andreotti, greeted him at the airport.",
            ("Giulio Andreotti", "Raul Alfonsin"),
            id="a minister does not greet the man whose minister he is",
        ),
        pytest.param(
            ALFONSIN
            + "Giulio Andreotti greeted him at the airport. On Tuesday he sat down with Chancellor Helmut Kohl.",
            ("Helmut Kohl", "Raul Alfonsin"),
            id="he who was him before stays he",
        ),
        pytest.param(
            "Slovakia's prime minister, Robert Fico, was in Moscow. Volodymyr Zelenskiy said he would not meet him.",
            ("Robert Fico", "Volodymyr Zelenskiy"),
            id="he and him in one clause are two",
        ),
        pytest.param(
            "Iran's President Ebrahim Raisi arrived in Damascus. Bashar al-Assad, whom he had met before, was waiting.",
            ("Bashar al-Assad", "Ebrahim Raisi"),
            id="whom he met is not he",
        ),
        pytest.param(
            'Cuban President Raul Castro was in Lima. "I met him for an hour," said Peru\'s Alan Garcia.',
            ("Alan Garcia", "Raul Castro"),
            id="I is who says it, him is not",
        ),
        pytest.param(
            'Nicolas Maduro spoke on Monday. "I will meet him," he said of Colombian President Ivan Duque.',
            ("Ivan Duque", "Nicolas Maduro"),
            id="him is whom it is said of",
        ),
        pytest.param(
            "Dilma Rousseff of Brazil refused to see Felipe Calderon, but Cristina Kirchner did see him.",
            ("Cristina Kirchner", "Felipe Calderon"),
            id="who was refused by one is seen by the other",
        ),
        pytest.param(
            "Secretary of State Cyrus Vance was in Cairo. Aides said little. The Secretary praised his hosts and "
            "Boutros Ghali. On Monday he met Moshe Dayan.",
            ("Cyrus Vance", "Moshe Dayan"),
            id="an office in capitals is its holder",
        ),
        pytest.param(
            "Konstantinos Karamanlis received Turgut Ozal in Athens. His guest then met Christos Sartzetakis.",
            ("Christos Sartzetakis", "Turgut Ozal"),
            id="a guest is whom he received",
        ),
        pytest.param(
            "After he landed in Lima, Hugo Chavez met Peruvian President Alan Garcia.",
            ("Alan Garcia", "Hugo Chavez"),
            id="a clause that opens the sentence speaks of its subject",
        ),
        pytest.param(
            "US envoy Dennis Ross came. The envoy was to report to President Bill Clinton. He has stayed on. "
            "On his first night there he met Benjamin Netanyahu.",
            ("Benjamin Netanyahu", "Dennis Ross"),
            id="he may be whose first night it is",
        ),
        pytest.param(
            "Boris Tadic was in Rome. His successor, Tomislav Nikolic, has said he would meet Atifete Jahjaga.",
            ("Atifete Jahjaga", "Tomislav Nikolic"),
            id="of somebody and his successor the successor",
        ),
        pytest.param(
            "Boris Tadic was in Rome. His spokesman, Tomislav Nikolic, has said he would meet Atifete Jahjaga.",
            ("Atifete Jahjaga", "Boris Tadic"),
            id="of somebody and his spokesman the former",
        ),
        pytest.param(
            "Norway's Espen Eide will see Nicos Anastasiades, a spokesman, Aleem Siddique, said. He will meet "
            "Mustafa Akinci on Tuesday.",
            ("Espen Eide", "Mustafa Akinci"),
            id="of whom a spokesman tells he is who it is about",
        ),
        pytest.param(
            "Helmut Kohl spoke. Shortly before his meeting with Alan Garcia, Hugo Chavez told reporters so.",
            ("Alan Garcia", "Hugo Chavez"),
            id="and so does a phrase",
        ),
    ],
)
def test_a_pronoun_is(met: Read, text: str, pair: tuple[str, str]) -> None:
    assert pair in met(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Dilma Rousseff refused to see the Iranian president, but Cristina Kirchner did see him.",
            id="someone without a name",
        ),
        pytest.param(
            "Hugo Chavez and Evo Morales are friends. He was in Lima. On Monday he met Alan Garcia.",
            id="one of two, and so who is he after him",
        ),
        pytest.param("Turgut Ozal spoke in Athens. His guest met Christos Sartzetakis.", id="a guest nobody received"),
        pytest.param("No minister had come to Lima. Alan Garcia met him there.", id="nobody"),
        pytest.param("An envoy told Raul Castro that he would meet Alan Garcia in Lima.", id="the envoy or the other"),
    ],
)
def test_nobody_met_where_a_pronoun_is_open(met: Read, text: str) -> None:
    assert met(text) == set()


# ── they, the two ────────────────────────────────────────────────────────────────────────────────────────────────────

RAHMAN = "Bangladeshi President Ziaur Rahman and Burmese leader Ne Win quarrelled in 1978. "


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        pytest.param(
            RAHMAN
            + "Foreign ministers Tabarak Husain and Myint Maung saw little hope. The two leaders met in Rangoon.",
            ("Ne Win", "Ziaur Rahman"),
            id="leaders are no ministers",
        ),
        pytest.param(
            "Emmanuel Macron thanked Angela Merkel. Ministers Bruno Le Maire and Olaf Scholz came. "
            "The two ministers met in Lyon.",
            ("Bruno Le Maire", "Olaf Scholz"),
            id="ministers are ministers",
        ),
        pytest.param(
            "Peru's Alan Garcia will attend the same dinner as Bolivia's Evo Morales. Aides say no more. "
            "The two met in Lima in May.",
            ("Alan Garcia", "Evo Morales"),
            id="one does with the other",
        ),
        pytest.param(
            "The King of Jordan, Hussein, received Yitzhak Rabin. Rabin's wife Leah and Queen Noor looked on. "
            "The two men shook hands.",
            ("Hussein", "Yitzhak Rabin"),
            id="men are no women",
        ),
        pytest.param(
            "Peru's Alan Garcia wrote to Bolivia's Evo Morales. Garcia is angry.\n\nMorales is not.\n\n"
            "The two presidents met in Lima in May, said the spokesman, Jose Ruiz.",
            ("Alan Garcia", "Evo Morales"),
            id="else those whom the story is about",
        ),
        pytest.param(
            "Alan Garcia and Evo Morales opened the first such council since Jose Rios and Luis Soto founded it. "
            "The two met in Lima.",
            ("Alan Garcia", "Evo Morales"),
            id="not those told only to compare",
        ),
        pytest.param(
            "Prime Minister Alan Garcia of Peru wrote to Prime Minister Jose Rios of Chile. Chilean Trade Minister "
            "Luis Soto thanked Mr Garcia. Crowds cheered.\n\nIt rained.\n\nThe prime ministers met in Lima.",
            ("Alan Garcia", "Jose Rios"),
            id="the only two in that office",
        ),
        pytest.param(
            "The trade minister of Peru, Luis Soto, briefed reporters. His Chilean counterpart, Raul Gil, smiled. "
            "The two ministers had themselves met in Callao.",
            ("Luis Soto", "Raul Gil"),
            id="a minister and his counterpart",
        ),
        pytest.param(
            "Peru's Alan Garcia wrote to Bolivia's Evo Morales.\n\nChile's Jose Rios wrote to Luis Soto.\n\n"
            "It was a hard year, in which Morales fell ill. The two men met in Lima.",
            ("Alan Garcia", "Evo Morales"),
            id="those of whom one is named in the paragraph",
        ),
        pytest.param(
            "Peru's Alan Garcia wrote to Bolivia's Evo Morales.\n\nChile's Jose Rios wrote to Luis Soto.\n\n"
            "It was a hard year. The two men met in Lima.",
            ("Jose Rios", "Luis Soto"),
            id="else those told last",
        ),
    ],
)
def test_those_told_together_are(met: Read, text: str, pair: tuple[str, str]) -> None:
    assert met(text) == {pair}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nigerian firms complained to Bola Tinubu about Nana Addo. They met in Lagos.", id="the firms"),
        pytest.param(
            "Antony Blinken thanked Wang Yi. There is no plan for a meeting with Sergei Lavrov. They met in Bali.",
            id="one of them is another",
        ),
        pytest.param("Albright was in Rome, where Clinton had been. The two sides met in Paris.", id="no two people"),
        pytest.param(
            "President Alan Garcia wrote to President Evo Morales. The two envoys met in Lima.", id="of no such office"
        ),
    ],
)
def test_those_told_together_are_not(met: Read, text: str) -> None:
    assert met(text) <= {()}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        pytest.param(
            "Omani Foreign Minister Yusuf bin Alawi came. The Omani met Tariq Aziz at his hotel.",
            ("Tariq Aziz", "Yusuf bin Alawi"),
            id="the Omani is the minister of Oman",
        ),
        pytest.param(
            "Omani Foreign Minister Yusuf bin Alawi flew to Rome. Tariq Aziz was there. The Omani was pleased. "
            "He met Tariq Aziz.",
            ("Tariq Aziz", "Yusuf bin Alawi"),
            id="and he is the Omani",
        ),
        pytest.param(
            "Gerald Ford leaves Rome, where Aldo Moro will welcome a child, and goes on to Belgrade to meet Tito.",
            ("Gerald Ford", "Tito"),
            id="who goes on is who leaves",
        ),
    ],
)
def test_a_noun_stands_for_somebody_named(met: Read, text: str, pair: tuple[str, str]) -> None:
    assert met(text) == {pair}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Vietnam's Vo Van Thuong visited Laos. At their talks, Lao leader Thongloun Sisoulith told his guest.",
            {("Vo Van Thuong",), ("Thongloun Sisoulith", "Vo Van Thuong")},
        ),
        (
            "Vietnam's Vo Van Thuong visited Laos. At the fair, Lao leader Thongloun Sisoulith told his guest.",
            {("Vo Van Thuong",)},
        ),
        (
            "Vietnam's Vo Van Thuong returned to Hanoi, concluding a visit to Laos.\n\n"
            "At their talks, Lao leader Thongloun Sisoulith told his guest.",
            {("Thongloun Sisoulith", "Vo Van Thuong")},
        ),
        (
            "Indian minister Subrahmanyam Jaishankar flew in from Dhaka. It rained. Crowds came. Prices rose. "
            "Later the visitor called on Pakistani Prime Minister Nawaz Sharif on 4 March.",
            {("Nawaz Sharif", "Subrahmanyam Jaishankar")},
        ),
        (
            "Indian minister Subrahmanyam Jaishankar wrote from Dhaka. It rained. Crowds came. Prices rose. "
            "Later the visitor called on Pakistani Prime Minister Nawaz Sharif on 4 March.",
            set(),
        ),
    ],
)
def test_a_guest_is_who_came(met: Read, text: str, pairs: set[tuple[str, ...]]) -> None:
    assert met(text) == pairs


LED = "A delegation led by former President Olusegun Obasanjo arrived in Mekelle on Thursday. "


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (LED + "The team met Ahmed Musa, a rebel leader.", ("Ahmed Musa", "Olusegun Obasanjo")),
        (
            "Abdulsalami Abubakar led a mission to Niamey. Mohamed Bazoum received the mission on Saturday.",
            ("Abdulsalami Abubakar", "Mohamed Bazoum"),
        ),
    ],
)
def test_a_delegation_is_who_was_told_to_lead_it(met: Read, text: str, pair: tuple[str, str]) -> None:
    assert met(text) == {pair}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LED + "The team that lost the final met Ahmed Musa.", id="another team"),
        pytest.param(LED + "A team met Debretsion Gebremichael.", id="a team"),
        pytest.param(LED + "Yoweri Museveni led a second team. The team met Ahmed Musa.", id="two are led"),
        pytest.param(LED + "The medical team met Ahmed Musa.", id="a team of some kind"),
    ],
)
def test_a_delegation_is_nobody(met: Read, text: str) -> None:
    assert met(text) == set()


def test_the_chinese_are_many(met: Read) -> None:
    found = met("Chinese Foreign Minister Wang Yi came. The Chinese met Tariq Aziz at his hotel.")
    assert not any("Wang Yi" in people for people in found)


def test_those_who_come_along_with_two_do_not_meet_them(met: Read) -> None:
    text = (
        "Donald Trump and Lula da Silva fell out. They sat down in Lima with Marco Rubio and Scott Bessent beside them."
    )
    assert met(text) == {("Donald Trump", "Lula da Silva")}


# ── names ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        pytest.param(
            "Mohamed Hamdan Dagalo, known as Hemedti, is on tour. Hemedti met President Yoweri Museveni in Entebbe.",
            ("Mohamed Hamdan Dagalo", "Yoweri Museveni"),
            id="a nickname",
        ),
        pytest.param(
            "President Frank-Walter Steinmeier received Chile's Gabriel Boric.",
            ("Frank-Walter Steinmeier", "Gabriel Boric"),
            id="a hyphen",
        ),
        pytest.param(
            "Ma. Theresa Lazaro, the Philippine foreign secretary, met Vietnam's Bui Thanh Son in Hanoi on Tuesday.",
            ("Bui Thanh Son", "Ma. Theresa Lazaro"),
            id="a first name cut short",
        ),
        pytest.param(
            "Luiz Inacio Lula da Silva spoke. Lula met Gustavo Petro in Bogota.",
            ("Gustavo Petro", "Luiz Inacio Lula da Silva"),
            id="a name out of the middle",
        ),
    ],
)
def test_a_name_is_of(met: Read, text: str, pair: tuple[str, str]) -> None:
    assert pair in met(text)


def test_a_prince_is_the_one_whom_the_article_calls_so(met: Read) -> None:
    text = "Sheikh Mohammad bin Rashid and Crown Prince Mohammad bin Salman came. Prince Mohammad met Jared Kushner."
    assert ("Jared Kushner", "Mohammad bin Salman") in met(text)


def test_a_name_known_for_something_else_stays_its_own(met: Read) -> None:
    text = "Ana Ruiz, known as a friend of Nita, met Bo Lund in Oslo. Nita was away."
    assert met(text) == {("Ana Ruiz", "Bo Lund")}


def test_the_two_leaders_are_the_heads_of_whom_the_article_speaks_most(met: Read) -> None:
    text = (
        "Canadian Prime Minister Mark Poe thanked Chinese President Xi Bo. Xi smiled. {}"
        "On Monday Poe had thanked Premier Li Gong of China. The {} had met in Oslo last year."
    )
    assert met(text.format("", "two leaders")) == {("Mark Poe", "Xi Bo")}
    assert met(text.format("", "two")) == {("Li Gong", "Mark Poe")}


def test_he_is_nobody_whom_he_meets_further_on(met: Read) -> None:
    text = "Li Gong praised Ana Lund. Li spoke. Mark Poe thanked Li. He recalled the day when he met Xi Bo{}."
    assert met(text.format(" and held talks with Li")) == {("Mark Poe", "Xi Bo"), ("Li Gong", "Mark Poe")}
    assert met(text.format("")) <= {("Li Gong", "Xi Bo")}


# ── states ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "person", "of"),
    [
        pytest.param(
            "LIMA, Peru - Guyana's President Irfaan Ali met Nicolas Maduro in Lima.",
            "Irfaan Ali",
            {"Guyana"},
            id="a dateline is no part of a title",
        ),
        pytest.param(
            "Yemen and Egypt fear a war. From Rome the secretary flies to Algiers, where Ann Poe of the United States "
            "will meet President Kamel Benali.",
            "Kamel Benali",
            {"Algeria"},
            id="whom one goes to meet is at home there",
        ),
        pytest.param(
            "Canada and the United States signed a pact, and Ireland may join. George Shultz, the US secretary of "
            "state, met External Affairs Minister Joe Clark of Canada in Quebec.",
            "Joe Clark",
            {"Canada"},
            id="an office that another state has under the same name",
        ),
        pytest.param(
            "Vietnam's National Assembly chairman Vuong Dinh Hue met Australia's Anthony Albanese in Hanoi.",
            "Vuong Dinh Hue",
            {"Vietnam"},
            id="the state of the body",
        ),
        pytest.param(
            "Tesla chief executive Elon Musk met Indonesian President Joko Widodo in Texas.",
            "Elon Musk",
            set(),
            id="no state by a firm",
        ),
        pytest.param(
            "Guyana's Irfaan Ali met Celso Amorim, whom Brazil sent. Brazil sent Celso Amorim twice.",
            "Celso Amorim",
            {"Brazil"},
            id="whoever sent him",
        ),
        pytest.param(
            "Ana Rojas and Luis Soto from the Peruvian side met Chilean minister Jose Rios in Quito.",
            "Ana Rojas",
            {"Peru"},
            id="the side from which one is",
        ),
        pytest.param(
            "On the Peruvian side, Ana Rojas and Luis Soto met Chilean minister Jose Rios in Quito.",
            "Luis Soto",
            {"Peru"},
            id="the side on which one is",
        ),
        pytest.param(
            "Ana Rojas, who had heard from the Peruvian side, met Jose Rios in Quito.",
            "Ana Rojas",
            set(),
            id="whoever hears from a side is not of it",
        ),
    ],
)
def test_a_person_stands_for(state: Callable[[str, str], set[str]], text: str, person: str, of: set[str]) -> None:
    assert state(text, person) == of
