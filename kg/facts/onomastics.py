"""In which states a name would be usual, by first names and endings of surnames. Evidence, no proof."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.gazetteer import Gazetteer, fold

ANGLOPHONE = ("United States", "United Kingdom", "Canada", "Australia", "New Zealand", "Ireland")
# States whose people bear names of many languages: such a name says nothing against them.
OPEN = frozenset(
    {*ANGLOPHONE, "France", "Germany", "Sweden", "Belgium", "Netherlands", "Switzerland", "South Africa", "Israel"}
)
IBERIAN = (
    *(
        "Spain",
        "Portugal",
        "Brazil",
        "Mexico",
        "Guatemala",
        "Honduras",
        "El Salvador",
        "Nicaragua",
        "Costa Rica",
        "Panama",
    ),
    *(
        "Cuba",
        "Dominican Republic",
        "Colombia",
        "Venezuela",
        "Ecuador",
        "Peru",
        "Bolivia",
        "Paraguay",
        "Uruguay",
        "Chile",
    ),
    *("Argentina", "Philippines", "Angola", "Mozambique", "Timor-Leste", "Cape Verde", "Equatorial Guinea"),
)
ARAB = (
    *(
        "Saudi Arabia",
        "Egypt",
        "Jordan",
        "Syria",
        "Lebanon",
        "Iraq",
        "Kuwait",
        "Qatar",
        "Bahrain",
        "Oman",
        "Yemen",
        "Libya",
    ),
    *(
        "United Arab Emirates",
        "Palestine",
        "Morocco",
        "Algeria",
        "Tunisia",
        "Mauritania",
        "Sudan",
        "Djibouti",
        "Somalia",
        "Comoros",
    ),
)
MUSLIM = (
    *(
        "Iran",
        "Turkey",
        "Pakistan",
        "Afghanistan",
        "Bangladesh",
        "Indonesia",
        "Malaysia",
        "Brunei",
        "Maldives",
        "Nigeria",
    ),
    *(
        "Niger",
        "Mali",
        "Senegal",
        "Chad",
        "Somalia",
        "Djibouti",
        "Comoros",
        "Gambia",
        "Guinea",
        "Azerbaijan",
        "Tajikistan",
    ),
    *("Uzbekistan", "Turkmenistan", "Kyrgyzstan", "Kazakhstan", "Albania", "Kosovo", "Ethiopia", "Eritrea", "India"),
)
EAST_SLAV = ("Russia", "Soviet Union", "Belarus", "Ukraine")
TURKIC = ("Azerbaijan", "Kazakhstan", "Uzbekistan", "Kyrgyzstan", "Tajikistan", "Turkmenistan")
SOUTH_SLAV = ("Serbia", "Croatia", "Bosnia and Herzegovina", "Montenegro", "Slovenia", "North Macedonia", "Yugoslavia")
FRANCOPHONE_AFRICA = (
    *(
        "Senegal",
        "Ivory Coast",
        "Mali",
        "Niger",
        "Burkina Faso",
        "Benin",
        "Togo",
        "Gabon",
        "Cameroon",
        "Chad",
        "Guinea",
    ),
    *(
        "Democratic Republic of Congo",
        "Republic of the Congo",
        "Rwanda",
        "Burundi",
        "Madagascar",
        "Central African Republic",
        "Djibouti",
        "Haiti",
        "Lebanon",
    ),
)
ANGLOPHONE_ELSEWHERE = (
    *(
        "Nigeria",
        "Ghana",
        "Kenya",
        "Uganda",
        "Tanzania",
        "Zambia",
        "Malawi",
        "Zimbabwe",
        "Botswana",
        "Namibia",
        "Liberia",
    ),
    *(
        "Sierra Leone",
        "Papua New Guinea",
        "Fiji",
        "Solomon Islands",
        "Vanuatu",
        "Samoa",
        "Tonga",
        "Jamaica",
        "Barbados",
    ),
    *(
        "Guyana",
        "Trinidad and Tobago",
        "Bahamas",
        "Belize",
        "Dominica",
        "Grenada",
        "Saint Lucia",
        "Antigua and Barbuda",
    ),
    *("Saint Vincent and the Grenadines", "Singapore", "Tuvalu", "Kiribati", "South Sudan"),
)


@dataclass(frozen=True, slots=True)
class Naming:
    """Names usual in `states`; they say nothing about `neutral` ones."""

    states: tuple[str, ...]
    given: frozenset[str]
    endings: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()


def _naming(states: tuple[str, ...], given: str, endings: str = "", neutral: tuple[str, ...] = ()) -> Naming:
    return Naming(states, frozenset(given.split()), tuple(endings.split()), neutral)


NAMINGS = (
    _naming(
        ANGLOPHONE,
        "john george joe joseph donald ronald james jim jimmy william bill robert bob richard dick charles michael "
        "mike thomas tom david dave stephen steve steven andrew andy kevin brian scott tony anthony gordon keir rishi "
        "boris theresa margaret elizabeth liz mary susan janet hillary antony colin dean henry edward ted philip phil "
        "peter paul mark marc jeffrey geoffrey justin malcolm julia jacinda helen chris christopher winston penny "
        "nicola harold alec clement alexander simon jeremy dominic gavin ben howard larry jerome timothy tim "
        "katherine kathy gina carla charlene jamieson marco pete lloyd chuck leon ash jake rex frank walter gerald "
        "lyndon dwight harry franklin woodrow herbert warren calvin barbara karen lisa nancy mitch rachel yvette "
        "wendy victoria samantha jennifer jen jane ann anne alice caroline chrystia stephanie bruce doug",
        "",
        ANGLOPHONE_ELSEWHERE,
    ),
    _naming(
        ("France", "Belgium", "Luxembourg", "Switzerland", "Canada"),
        "francois françois emmanuel jacques nicolas jean pierre laurent dominique michel michele georges valery alain "
        "bruno stephane catherine segolene sebastien edouard elisabeth gabriel gerald florence benoit didier yves "
        "bernard raymond andre rene louis philippe melanie ségolène josephe lionel roland hubert charles",
        "",
        FRANCOPHONE_AFRICA,
    ),
    _naming(
        ("Germany", "West Germany", "East Germany", "Austria", "Switzerland", "Luxembourg"),
        "helmut angela gerhard olaf friedrich annalena frank-walter sigmar joschka hans dietrich heiko wolfgang "
        "ursula franz konrad ludwig kurt willy walter horst karl karl-heinz sebastian alexander guido robert jens "
        "klaus erich egon lothar jurgen günther gunther werner christian boris johann",
        "",
    ),
    _naming(
        IBERIAN,
        "jose juan carlos pedro luis enrique miguel felipe andres manuel jorge fernando mariano javier alberto raul "
        "fidel hugo nicolas alvaro ivan gustavo mauricio nestor cristina evo rafael lenin sebastian michelle gabriel "
        "ricardo dilma luiz antonio joao aníbal anibal mario marcelo claudia ernesto rodrigo benigno gloria corazon "
        "ferdinand daniel alejandro alan martin santiago guillermo xiomara porfirio oscar arturo salvador celso mauro "
        "geraldo jair michel paulo roberto horacio diego josep joaquin vicente bruno delcy ignacio eduardo augusto "
        "emilio",
        "ez es ves",
        FRANCOPHONE_AFRICA,
    ),
    _naming(
        ("Italy", "San Marino"),
        "giuseppe giorgia giulio giovanni silvio romano matteo massimo paolo carlo franco luigi enrico lamberto "
        "federica bettino aldo giuliano pier guido sergio mario antonio",
        "ini etti ello",
    ),
    _naming(
        EAST_SLAV,
        "vladimir sergei sergey dmitry dmitri mikhail andrei andrey nikolai yuri yury viktor alexander aleksandr igor "
        "oleg boris leonid anatoly yevgeny evgeny konstantin vyacheslav alexei aleksei valery maria kirill pavel "
        "anton eduard gennady georgy nikita vitaly",
        "ov ev yov sky skiy",
        ("Bulgaria", *TURKIC, "Moldova", "Kazakhstan"),
    ),
    _naming(
        ("Ukraine",),
        "volodymyr dmytro oleksandr oleksii oleksiy andriy serhiy mykola petro yulia arseniy denys mykhailo yuriy "
        "viktor ihor kyrylo valeriy iryna",
        "enko chuk skyy skyi yuk",
        ("Belarus",),
    ),
    _naming(TURKIC, "ilham nursultan islam askar almazbek gurbanguly", "yev ov ev", (*EAST_SLAV, "Bulgaria")),
    _naming(("Armenia",), "nikol serzh ararat vahan levon robert zohrab", "yan ian", ("Iran", *EAST_SLAV)),
    _naming(("Georgia",), "mikheil giorgi salome irakli zurab eduard", "shvili dze", ("Soviet Union",)),
    _naming(
        ("Turkey",),
        "recep tayyip mehmet ahmet hakan mevlut mustafa suleyman omer hulusi binali yasar bulent turgut suleyman tansu "
        "necmettin abdullah ismail ibrahim kemal devlet berat numan ali egemen nabi",
        "oglu gan",
        (*ARAB, *MUSLIM),
    ),
    _naming(
        ARAB,
        "mohammed mohamed muhammad ahmed abdullah abdallah abdel abdul abdulaziz faisal khalid khaled hassan hussein "
        "ali omar salman saud hamad tamim nasser bashar hafez anwar hosni sameh ayman mahmoud yasser saeb rafik najib "
        "adel nuri haider mustafa fuad walid farouk moammar muammar bin ben bint al el zayed sabah hamdan turki "
        "bandar ismail ibrahim riyad abdelmadjid abdelaziz abdelfattah nasr fahd sultan adnan tariq saddam jalal",
        "",
        MUSLIM,
    ),
    _naming(
        ("Iran",),
        "hassan hossein mohammad javad ali ebrahim mahmoud abbas masoud akbar mohsen amir saeed seyed esmail "
        "manouchehr kamal ruhollah majid mehdi bijan reza hamid qassem",
        "zadeh nejad nezhad pour ollahian manesh chi",
        (*ARAB, *MUSLIM),
    ),
    _naming(
        ("India", "Nepal", "Sri Lanka"),
        "narendra rajnath manmohan subrahmanyam ajit piyush nirmala sushma vijay amit rajiv indira arun pranab vikram "
        "atal jaswant yashwant lal ram krishna jawaharlal natwar sanjay anil sunil ashok suresh mahesh ramesh dinesh "
        "singh kumar mahinda ranil anura gotabaya ravi shashi nitin hardeep dharmendra pushpa girija",
        "",
        ("Mauritius", "Fiji", "Guyana", "Suriname", "Trinidad and Tobago", "Singapore", "Malaysia", "Bangladesh"),
    ),
    _naming(
        ("Pakistan", "Bangladesh", "Afghanistan"),
        "nawaz imran benazir pervez asif shehbaz bilawal ishaq shah shahid khurshid khawaja zulfikar zia hina sartaj "
        "ashraf hamid mullah abdul zalmay sheikh khaleda ghulam syed touhid amir muhammad",
        "",
        (*ARAB, *MUSLIM),
    ),
    _naming(
        ("Israel",),
        "benjamin yitzhak ehud shimon ariel menachem yair naftali yoav avigdor golda moshe gideon tzipi israel eli "
        "yisrael itamar bezalel gilad levi abba dan yigal yossi david isaac ron",
        "",
        ANGLOPHONE,
    ),
    _naming(
        ("Poland",),
        "lech andrzej radoslaw mateusz wojciech jaroslaw aleksander bronislaw ewa tadeusz stanislaw jerzy czeslaw",
        "ski cki czyk wicz",
    ),
    _naming(("Hungary",), "viktor peter laszlo janos gyula ferenc miklos jozsef pal istvan katalin", "", ("Slovakia",)),
    _naming(("Romania", "Moldova"), "klaus ion nicolae traian maia marcel petre bogdan luminita", "escu eanu"),
    _naming(
        ("Greece", "Cyprus"),
        "kyriakos alexis nikos giorgos konstantinos andreas costas kostas antonis george nicos dimitris evangelos "
        "yanis georgios",
        "opoulos idis akis ias",
    ),
    _naming(
        SOUTH_SLAV,
        "aleksandar slobodan milo zoran ivica ivo franjo stjepan kolinda andrej boris borut milan milorad bakir alija "
        "vojislav radovan ratko josip jelena zeljko denis stevo",
        "vic ic ić",
        ("Kosovo",),
    ),
    _naming(
        ("Sweden", "Norway", "Denmark", "Finland", "Iceland"),
        "ulf olof jens mette lars stefan carl anders tobias sanna sauli jonas erna magnus goran helle anniken katrin "
        "fredrik magdalena margot ingvar kare gro poul anker espen alexander petteri antti halldor bjarni",
        "sson ssen strom lund",
    ),
    _naming(("Netherlands", "Belgium"), "wopke dick jan wim ruud maxime hanke kajsa geert", "stra"),
    _naming(
        ("Czech Republic", "Slovakia", "Czechoslovakia"),
        "vaclav milos petr andrej robert zuzana mikulas ivan",
        "cek ik",
    ),
    _naming(
        ("Indonesia", "Malaysia"),
        "joko susilo bambang prabowo retno sri hatta marty luhut anwar mahathir najib abdul yusof muhyiddin "
        "hishammuddin",
        "yono anto arto",
        (*ARAB, *MUSLIM),
    ),
    _naming(("Thailand",), "thaksin prayuth srettha surakiart don somchai abhisit chuan surin", "chai wat"),
    _naming(("Myanmar",), "aung min thein myint thant htin khin maung win htay"),
    _naming(
        ("Nigeria",),
        "olusegun muhammadu goodluck yemi umaru sani bola nasir ngozi chukwuma yakubu yusuf ike",
        "",
        MUSLIM,
    ),
    _naming(
        ("Japan",),
        "shinzo fumio taro junichiro yoshihide toshimitsu yoshimasa yasutoshi takeo shigeru yoko makoto nobuo "
        "hirokazu naoto yukio yasuhiro noboru keizo ichiro kiichi toshiki itsunori gen katsuya seiji akira hiroshi "
        "kazuo masahiko takeshi toshiro ryutaro yuriko takashi kenji koichi shunichi katsunobu ryosei minoru hayato "
        "eisaku nobusuke hideki",
    ),
    _naming(
        ("Ethiopia", "Eritrea"), "hailemariam meles isaias demeke tedros workneh osman yemane haile girma mengistu"
    ),
)
FAMILY_FIRST = {
    "zh": ("China", "Taiwan", "Singapore"),
    "ko": ("South Korea", "North Korea"),
    "vi": ("Vietnam",),
}


SURNAMED = frozenset({"China", "Taiwan", "North Korea", "South Korea", "Vietnam"})  # a table knows their surnames
_JAPANESE = re.compile(r"(?:(?:[kgsztdnhbpmr]?y?|sh|ch|ts|j|f|w)[aiueo]h?|n|(?<=[aiueo])[kspt](?=[kspt]|ch|sh))+")


def votes(name: str, state: str, table: Gazetteer) -> float:
    """How usual a name is in a state, from -1.5 (it would be odd there) to 2; 0 where nothing is known."""
    words = [fold(w).casefold() for w in re.split(r"[ \-]", name) if w]
    if not words:
        return 0.0
    if state in SURNAMED and not any(table.family_first(w) for w in name.split()):
        return -1.5
    if state == "Japan" and not all(_JAPANESE.fullmatch(w) for w in words):
        return -1.5
    language = table.surname_language(name.split()[0])
    if language is not None and (len(words) != 2 or not _western(words)):
        return 2.0 if state in FAMILY_FIRST[language] else -1.0 if state in OPEN else -1.5
    if state in SURNAMED and len(words) > 1 and table.family_first(name.split()[0]) and not _western(words):
        return 1.0
    fitting = [n for n in NAMINGS if _fits(n, words)]
    if not fitting:
        return 0.0
    if any(state in n.states for n in fitting):
        best = max(_strength(n, words) for n in fitting if state in n.states)
        return best if best == max(_strength(n, words) for n in fitting) else best / 2
    if state in OPEN or any(state in n.neutral for n in fitting):
        return 0.0
    return -1.0


def _western(words: list[str]) -> bool:
    """Whether a first name of another language stands before a name that only looks family-first: "Kim Campbell"."""
    return any(words[0] in n.given for n in NAMINGS)


def _fits(naming: Naming, words: list[str]) -> bool:
    return _strength(naming, words) > 0


def _strength(naming: Naming, words: list[str]) -> float:
    """1 for a first name, 1 for the ending of a surname."""
    first = any(w in naming.given for w in words[:-1]) if len(words) > 1 else False
    last = len(words[-1]) > 4 and words[-1].endswith(naming.endings) if naming.endings else False
    return float(first) + 0.8 * float(last)
