"""Compile the names of countries for comparing claims: `src/onrecord/claims/places.json`.

    python training/claim_places.py ../shared/data src/onrecord/claims/places.json

A country's names, its capital and its nationality lead to one key. From The World Factbook (CC0), and a short list.
"""

from __future__ import annotations

import html
import json
import re
import sys
import unicodedata
from pathlib import Path

ALSO = {
    "us": "united states", "usa": "united states", "american": "united states", "americans": "united states",
    "america": "united states", "washington": "united states", "uk": "united kingdom", "britain": "united kingdom",
    "british": "united kingdom", "britons": "united kingdom", "london": "united kingdom", "kiev": "ukraine",
    "russian federation": "russia", "kremlin": "russia", "beijing": "china", "pyongyang": "north korea",
    "seoul": "south korea", "north korean": "north korea", "south korean": "south korea", "eu": "european union",
    "brussels": "european union", "holland": "netherlands", "dutch": "netherlands", "burmese": "burma",
    "myanmar": "burma", "turkiye": "turkey", "ankara": "turkey", "turks": "turkey", "tel aviv": "israel",
    "philippine": "philippines", "filipino": "philippines", "swiss": "switzerland", "czech": "czechia",
    "white house": "united states", "downing street": "united kingdom", "abu dhabi": "united arab emirates",
    "uae": "united arab emirates", "congo": "congo", "congolese": "congo", "kinshasa": "congo", "iranians": "iran",
}  # fmt: skip
# Capitals and names that are somebody else's in the news more often.
NOT = {
    "jersey",
    "kingston",
    "georgetown",
    "victoria",
    "hamilton",
    "monaco",
    "dominican",
    "valley",
    "stanley",
    "plymouth",
}


def fold(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    plain = re.sub(r"[’'‘]s?\b", "", plain).replace(".", "").removeprefix("the ")
    return " ".join(plain.replace("-", " ").split())


def places(governments: list[dict[str, object]]) -> dict[str, str]:
    """Lead every folded name to its country's key."""
    found: dict[str, str] = {}
    for entry in governments:
        names = entry["names"]
        assert isinstance(names, dict)
        short = html.unescape(str(names.get("conventional short form") or ""))
        if not short or short == "none":
            continue
        key = fold(short.split("(")[0].replace(", The", ""))
        if key in NOT:
            continue
        forms = [short, str(entry.get("capital") or "").split(";")[0].split("(")[0]]
        forms += re.split(r"[,;]| or ", re.sub(r"\(.*?\)", "", str(entry.get("nationality_adjective") or "")))
        noun = re.sub(r"\(s\)", "", str(entry.get("nationality_noun") or ""))
        forms += [part + tail for part in re.split(r"[,;/]| or ", noun) for tail in ("", "s") if len(part.split()) < 3]
        for form in forms:
            folded = fold(html.unescape(form))
            if len(folded) > 2 and folded not in NOT and len(folded.split()) < 4:
                found.setdefault(folded, key)
    return dict(sorted({**found, **ALSO}.items()))


def main() -> None:
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    governments = json.loads((data / "knowledge" / "factbook_governments.json").read_text(encoding="utf-8"))
    table = {"about": "The World Factbook, government pages (CC0-1.0), and the list in training/claim_places.py",
             "places": places(governments)}  # fmt: skip
    out.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
