"""Compile what the speakers stage knows of the world: `src/onrecord/speakers/knowledge.json`.

    python training/knowledge.py ../shared/data src/onrecord/speakers/knowledge.json

People are who holds or held an office (CC0 sources, and a short list of our own), places lead from capitals and
nationalities to their country, first names tell a gender. The article outranks all of it: see speakers/knowledge.py.
"""

from __future__ import annotations

import csv
import gzip
import html
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

SOURCES = [
    {"name": "unitedstates/congress-legislators: legislators-current.yaml, executive.yaml", "licence": "CC0-1.0"},
    {"name": "The World Factbook, government pages (May 2026): factbook_governments.json", "licence": "CC0-1.0"},
    {"name": "PETRARCH dictionaries: Phoenix.Countries.actors.txt (metonyms)", "licence": "MIT"},
    {"name": "GAP coreference (development, validation): genders of first names", "licence": "Apache-2.0"},
    {"name": "PolNeAR train, CoreNLP's coreference: genders of first names, learned", "licence": "counts only"},
    {"name": "OnRecord: the lists in training/knowledge.py", "licence": "Apache-2.0"},
]
COMPILED = "2026-11-23"
SINCE = "1977"  # earlier presidents are history, and their surnames (Johnson, Ford) are other people's today

# Widely known, and in none of the sources: without them "Clinton" would always be Bill.
ALSO = [
    ("Hillary Clinton", "F", "secretary of state"), ("John Kerry", "M", "secretary of state"),
    ("Condoleezza Rice", "F", "secretary of state"), ("Rex Tillerson", "M", "secretary of state"),
    ("Antony Blinken", "M", "secretary of state"), ("Marco Rubio", "M", "secretary of state"),
    ("John McCain", "M", "senator"), ("Mitt Romney", "M", "senator"), ("Tim Kaine", "M", "senator"),
    ("Paul Ryan", "M", "speaker"), ("Nancy Pelosi", "F", "speaker"), ("Sergey Lavrov", "M", "foreign minister"),
    ("Angela Merkel", "F", "chancellor"), ("Boris Johnson", "M", "prime minister"),
    ("Theresa May", "F", "prime minister"), ("António Guterres", "M", "secretary general"),
    ("Ban Ki-moon", "M", "secretary general"), ("Jens Stoltenberg", "M", "secretary general"),
    ("Mark Rutte", "M", "secretary general"), ("Ursula von der Leyen", "F", "president"),
    ("Jean-Claude Juncker", "M", "president"), ("Josep Borrell", "M", "foreign policy chief"),
    ("Kaja Kallas", "F", "foreign policy chief"), ("Ali Khamenei", "M", "supreme leader"),
]  # fmt: skip

# A seat of power that speaks: PETRARCH's spelling, the name that readers know, the country it speaks for.
BODIES = {
    "KREMLIN_": ("Kremlin", "Russia"), "WHITE_HOUSE_": ("White House", "United States"),
    "PENTAGON": ("Pentagon", "United States"), "DOWNING_STREET": ("Downing Street", "United Kingdom"),
    "STATE_DEPARTMENT": ("State Department", "United States"), "STATE_DUMA": ("State Duma", "Russia"),
    "KNESSET": ("Knesset", "Israel"), "BUNDESTAG": ("Bundestag", "Germany"),
}  # fmt: skip
PLACES = {
    "kiev": "Ukraine", "beijing": "China", "washington": "United States", "brussels": "European Union",
    "tel aviv": "Israel", "pyongyang": "North Korea", "seoul": "South Korea", "u.s.": "United States",
    "us": "United States", "u.k.": "United Kingdom", "uk": "United Kingdom", "britain": "United Kingdom",
    "russia": "Russia", "america": "United States", "american": "United States", "british": "United Kingdom",
    "turkey": "Turkey", "burma": "Burma", "eu": "European Union", "e.u.": "European Union",
}  # fmt: skip
# Other names of bodies, without accents and full stops: what people and papers write → what readers know.
ALIASES = {
    "foggy bottom": "State Department", "department of state": "State Department",
    "us state department": "State Department", "department of defense": "Pentagon",
    "defense department": "Pentagon", "us department of defense": "Pentagon", "us defense department": "Pentagon",
    "dod": "Pentagon", "number 10": "Downing Street", "no 10": "Downing Street",
    "10 downing street": "Downing Street", "number ten": "Downing Street", "the kremlin": "Kremlin",
    "doj": "Department of Justice", "dhs": "Department of Homeland Security",
    "hhs": "Department of Health and Human Services", "un": "United Nations",
    "fbi": "Federal Bureau of Investigation", "cia": "Central Intelligence Agency",
    "nato": "North Atlantic Treaty Organization", "who": "World Health Organization",
    "imf": "International Monetary Fund", "nsa": "National Security Agency", "nsc": "National Security Council",
    "epa": "Environmental Protection Agency", "cdc": "Centers for Disease Control and Prevention",
    "fda": "Food and Drug Administration", "iaea": "International Atomic Energy Agency",
    "osce": "Organization for Security and Co-operation in Europe", "icc": "International Criminal Court",
    "wto": "World Trade Organization", "dnc": "Democratic National Committee",
    "rnc": "Republican National Committee", "gop": "Republican Party", "idf": "Israel Defense Forces",
    "israeli army": "Israel Defense Forces", "israeli military": "Israel Defense Forces",
    "fsb": "Federal Security Service", "aclu": "American Civil Liberties Union",
    "nra": "National Rifle Association", "nyt": "New York Times", "the new york times": "New York Times",
    "the washington post": "Washington Post", "wsj": "Wall Street Journal",
    "the wall street journal": "Wall Street Journal", "afp": "Agence France-Presse", "ap": "Associated Press",
    "the associated press": "Associated Press", "dpa": "Deutsche Presse-Agentur", "ec": "European Commission",
    "ecb": "European Central Bank", "fed": "Federal Reserve", "the fed": "Federal Reserve",
    "african union": "African Union", "au": "African Union", "scotus": "Supreme Court of the United States",
    "us supreme court": "Supreme Court of the United States", "us senate": "Senate of the United States",
    "us congress": "Congress", "russian presidency": "Kremlin", "elysee": "Elysee Palace",
    "elysee palace": "Elysee Palace", "the elysee": "Elysee Palace", "rada": "Verkhovna Rada",
    "ukrainian parliament": "Verkhovna Rada", "ofac": "Office of Foreign Assets Control",
}  # fmt: skip
# Legal and foreign spellings that no rule of transliteration or nicknames leads to the known name.
KNOWN_AS = {
    "joseph r biden jr": "Joe Biden", "joseph robinette biden jr": "Joe Biden", "joseph biden jr": "Joe Biden",
    "amlo": "Andrés Manuel López Obrador", "mbs": "Mohammed bin Salman", "jfk": "John F. Kennedy",
    "lula": "Luiz Inácio Lula da Silva", "lula da silva": "Luiz Inácio Lula da Silva",
    "aoc": "Alexandria Ocasio-Cortez", "luiz inacio lula": "Luiz Inácio Lula da Silva",
    "bibi netanyahu": "Benjamin Netanyahu", "binyamin netanyahu": "Benjamin Netanyahu",
    "alexander lukashenko": "Aleksandr Lukashenko", "alyaksandr lukashenka": "Aleksandr Lukashenko",
    "michail gorbatschow": "Mikhail Gorbachev", "nikita chruschtschow": "Nikita Khrushchev",
    "muammar qaddafi": "Muammar Gaddafi", "jimmy carter": "Jimmy Carter", "moammar gadhafi": "Muammar Gaddafi",
    "muammar gadhafi": "Muammar Gaddafi", "bernie sanders": "Bernie Sanders", "bernard sanders": "Bernie Sanders",
    "jorge mario bergoglio": "Francis", "pope francis": "Francis",
    "george herbert walker bush": "George H. W. Bush", "george walker bush": "George W. Bush",
    "george bush sr": "George H. W. Bush", "george hw bush": "George H. W. Bush", "dubya": "George W. Bush",
    "william jefferson clinton": "Bill Clinton", "hillary rodham clinton": "Hillary Clinton",
    "tayyip erdogan": "Recep Tayyip Erdoğan",
}  # fmt: skip
# Capitals that the news names as cities, people or things far more often than as governments.
NOT_METONYMS = {
    "victoria", "kingston", "stanley", "hamilton", "jamestown", "douglas", "none", "plymouth", "georgetown", "na",
    "no official capital", "the settlement", "the valley",
}  # fmt: skip


class Person(NamedTuple):
    name: str
    gender: str
    office: str


def main(data: Path, target: Path) -> None:
    legislators = yaml.load((data / "knowledge/legislators-current.yaml").read_text("utf-8"), yaml.CSafeLoader)
    executive = yaml.load((data / "knowledge/executive.yaml").read_text("utf-8"), yaml.CSafeLoader)
    governments = json.loads(html.unescape((data / "knowledge/factbook_governments.json").read_text("utf-8")))
    actors = (data / "knowledge/petrarch/Phoenix.Countries.actors.txt").read_text("utf-8", "replace")
    people = [*office_holders(executive), *leaders(governments), *(Person(*row) for row in ALSO)]
    knowledge = {
        "about": {"compiled": COMPILED, "sources": SOURCES},
        "leaders": sorted(set(people)),
        "legislators": sorted(set(members(legislators))),
        "countries": countries(governments),
        "places": places(governments),
        "bodies": bodies(actors),
        "aliases": aliases(governments),
        "known_as": legal_names([*executive, *legislators]),
        "first_names": first_names([*executive, *legislators], data),
    }
    target.write_text(json.dumps(knowledge, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")


def office_holders(executive: Iterable[dict[str, Any]]) -> Iterator[Person]:
    """Presidents and vice presidents of the United States."""
    for entry in executive:
        last = entry["terms"][-1]
        if last["end"] >= SINCE:
            ranks = {term["type"] for term in entry["terms"]}
            yield Person(known_as(entry["name"]), entry["bio"]["gender"],
                         "president" if "prez" in ranks else "vice president")  # fmt: skip


def members(legislators: Iterable[dict[str, Any]]) -> Iterator[Person]:
    for entry in legislators:
        office = {"sen": "senator", "rep": "representative"}[entry["terms"][-1]["type"]]
        yield Person(known_as(entry["name"]), entry["bio"]["gender"], office)


def known_as(name: dict[str, str]) -> str:
    """The name that newspapers use: Bill Clinton, not William Jefferson Clinton."""
    return f"{name.get('nickname') or name['first']} {name['last']}"


def leaders(governments: Iterable[dict[str, Any]]) -> Iterator[Person]:
    """Heads of state and of government: "President Vladimir Vladimirovich PUTIN (since 7 May 2012)"."""
    for place in governments:
        for field in ("chief_of_state", "head_of_government"):
            yield from leader(place.get(field) or "")


def leader(described: str) -> Iterator[Person]:
    match = re.match(r"((?:[A-Z][a-z]+ )*?)((?:[\w.'’-]+ )*?)((?:[A-Z][A-Z'’-]+ ?)+)((?:[A-Z][a-z-]+ ?)*)", described)
    if not match:
        return
    words = (match[1] + match[2]).split()
    office = " ".join(word.lower() for word in words if word in _OFFICES)
    given = [word for word in words if word not in _OFFICES and word not in _PASSING]
    if any(word in _NO_NAMES or word.islower() for word in given):
        return  # "President of the Swiss Confederation …", "Chief Minister …": not worth a rule of their own
    surname = " ".join(part.capitalize() if "-" not in part else part.title() for part in match[3].split())
    after = match[4].split()
    if given and office:
        yield Person(f"{given[0]} {surname}", "", office)
    elif after and office:  # "President XI Jinping": the surname stands first
        yield Person(f"{surname} {' '.join(after)}", "", office)


_PASSING = {"Acting", "Caretaker", "Interim", "Transitional", "Dr.", "Col."}
_NO_NAMES = {"Chief", "State", "Crown", "Lord", "Sultan", "Vice", "Transition", "Taliban", "People's", "Affairs"}
_OFFICES = {"President", "Prime", "Minister", "Chancellor", "King", "Queen", "Supreme", "Leader", "Premier", "Emir"}


def countries(governments: Iterable[dict[str, Any]]) -> list[str]:
    return sorted({short_name(place) for place in governments} - {""})


def short_name(place: dict[str, Any]) -> str:
    """The name without the Factbook's inversions: "Korea, South" is South Korea."""
    name = re.sub(r"\s*\(.*?\)|[;,] (?!South|North).*", "", place["names"].get("conventional short form", "") or "")
    name = {"Turkey (Turkiye)": "Turkey", "Turkiye": "Turkey", "none": ""}.get(name, name).strip()
    before, comma, after = name.partition(", ")
    return f"{after} {before}" if comma and after != "The" else before


def places(governments: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Lower-case capital or nationality → country."""
    found: dict[str, str] = {}
    for place in governments:
        country = short_name(place)
        capital = re.sub(r"\s*[(;].*", "", place.get("capital") or "").strip().lower()
        adjective = re.sub(r"\s*[(;,].*|\s+or .*", "", place.get("nationality_adjective") or "").strip().lower()
        if country and capital and capital not in NOT_METONYMS:
            found.setdefault(capital, country)
        if country and adjective and " " not in adjective and adjective not in NOT_METONYMS:
            found.setdefault(adjective, country)
    return dict(sorted((found | PLACES).items()))


def bodies(actors: str) -> dict[str, list[str]]:
    """Lower-case name → the body's name and its country, for those that PETRARCH knows as actors too."""
    return {name.lower(): [name, country] for entry, (name, country) in BODIES.items() if entry in actors}


def aliases(governments: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Other name → the body's or the country's: abbreviations, metonyms, the long forms of countries' names."""
    found: dict[str, str] = {}
    for place in governments:
        long = bare(place["names"].get("conventional long form", "") or "")
        if short_name(place) and " " in long and long != bare(short_name(place)):
            found[long] = short_name(place)
    return dict(sorted((found | ALIASES).items()))


def legal_names(people: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Full legal name → the one that newspapers use: "james earl carter" is Jimmy Carter."""
    found: dict[str, str] = {}
    for entry in people:
        name = entry["name"]
        middle, suffix = name.get("middle", ""), name.get("suffix", "")
        known = known_as(name)  # "Al Gore", whatever his suffix
        if entry["terms"][-1]["end"] >= SINCE and (middle or suffix or name.get("nickname")):
            for form in (
                (name["first"], middle, name["last"], suffix),
                (name["first"], middle[:1], name["last"], suffix),
            ):
                written = bare(" ".join(part for part in form if part))
                # What rules bring together anyway (an initial more, Joe and Joseph) need not be known.
                if name.get("nickname") and written != bare(known):
                    found[written] = known
    return dict(sorted((found | KNOWN_AS).items()))


def bare(text: str) -> str:
    """Lower case, without accents and full stops."""
    letters = unicodedata.normalize("NFKD", text.lower().replace(".", "").replace(",", ""))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def first_names(people: Iterable[dict[str, Any]], data: Path) -> dict[str, str]:
    """Gender → first names (lower case, joined by spaces) of which nine in ten bearers have that gender."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in people:
        for field in ("first", "nickname"):
            if given := entry["name"].get(field, "").split():
                counts[given[0].lower()][entry["bio"]["gender"]] += 3
    for part in ("development", "validation"):
        for name, gender in coreferent_names(data / f"gap/gap-{part}.tsv"):
            counts[name.split()[0].lower()][gender] += 3
    for name, gender in chained_names(data / "polnear/train/corenlp.jsonl.gz"):
        counts[name.split()[0].lower()][gender] += 2
    found = {"F": list[str](), "M": list[str]()}
    for name, genders in sorted(counts.items()):
        gender, number = genders.most_common(1)[0]
        if number >= 3 and number >= 0.9 * genders.total() and name.isalpha() and name not in _TITLES:
            found[gender].append(name)
    return {gender: " ".join(names) for gender, names in found.items()}


# What stands before a name, or looks like one, in GAP's and CoreNLP's spans.
_TITLES = frozenset(
    re.findall(
        r"\w+",
        "america arch archbishop bishop brother captain cardinal cattle chip clinton colonel crooked czar duke emperor "
        "father general grandpa king lady little lord mayor miss mrs ms pope pretty prince princess queen "
        "representative reverend saint sheikh sir sister squire st summer the two uncle",
    )
)


def coreferent_names(path: Path) -> Iterator[tuple[str, str]]:
    """Full names that GAP's annotators found coreferent with a gendered pronoun."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            gender = "F" if row["Pronoun"].lower() in {"she", "her", "hers"} else "M"
            for side in "AB":
                if row[f"{side}-coref"] == "TRUE" and " " in row[side]:
                    yield row[side], gender


def chained_names(path: Path) -> Iterator[tuple[str, str]]:
    """Full names with the gender of most pronouns of their chain, as CoreNLP has it: silver, so counts decide."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            for chain in document["chains"]:
                words = [mention_words(document["sentences"], mention) for mention in chain]
                pronouns = Counter(_PRONOUNS[w[0][0].lower()] for w in words if w[0][0].lower() in _PRONOUNS)
                names = {" ".join(word[0] for word in w) for w in words if is_full_name(w)}
                if len(names) == 1 and len(pronouns) == 1:
                    yield names.pop(), next(iter(pronouns))


_PRONOUNS = {"he": "M", "him": "M", "his": "M", "she": "F", "her": "F"}


def mention_words(sentences: list[list[list[Any]]], mention: list[Any]) -> list[list[Any]]:
    sentence, start, end, _ = mention
    return sentences[sentence][start:end]


def is_full_name(words: list[list[Any]]) -> bool:
    return len(words) in (2, 3) and all(word[4] == "PERSON" and word[0][0].isupper() for word in words)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
