"""News agencies, by the names and the initials under which pages name them."""

from __future__ import annotations

import re

# Each agency's name as readings show it, then how pages write it. Words are matched in any case ("ASSOCIATED PRESS"
# is glued to captions); initials only as the agency itself writes them: "pa" and "ap" in prose
# are no agencies.
_WORDS = {
    "Associated Press": ("associated press", "apnews"),
    "Reuters": ("reuters",),
    "Agence France-Presse": ("agence france-presse", "agence france presse"),
    "Deutsche Presse-Agentur": ("deutsche presse-agentur", "deutsche presse agentur"),
    "United Press International": ("united press international",),
    "PA Media": ("pa media", "pa news agency", "press association"),
    "Bloomberg News": ("bloomberg news", "bloomberg"),
    "Xinhua": ("xinhua", "xinhuanet"),
    "TASS": ("itar-tass", "tass news agency"),
    "RIA Novosti": ("ria novosti", "риа новости"),
    "Interfax": ("interfax", "интерфакс"),
    "Ukrinform": ("ukrinform", "укринформ", "укрінформ"),
    "Anadolu": ("anadolu", "anadolu agency", "anadolu ajansı"),
    "Europa Press": ("europa press",),
    "Kyodo News": ("kyodo news", "kyodo", "共同通信"),
    "Jiji Press": ("jiji press", "時事通信"),
    "Yonhap": ("yonhap", "연합뉴스"),
    "Press Trust of India": ("press trust of india",),
    "The Canadian Press": ("canadian press", "la presse canadienne"),
    "Australian Associated Press": ("australian associated press",),
    "Ritzau": ("ritzau",),
    "Belga": ("belga",),
    "Keystone-SDA": ("keystone-sda",),
    "Austria Presse Agentur": ("austria presse agentur",),
    "Evangelischer Pressedienst": ("evangelischer pressedienst",),
}
_INITIALS = {
    "AP": "Associated Press", "AFP": "Agence France-Presse", "dpa": "Deutsche Presse-Agentur",
    "DPA": "Deutsche Presse-Agentur", "UPI": "United Press International", "TASS": "TASS", "ТАСС": "TASS",
    "ANSA": "ANSA", "EFE": "EFE", "PTI": "Press Trust of India", "IANS": "IANS", "AAP": "Australian Associated Press",
    "PAP": "PAP", "ČTK": "ČTK", "MTI": "MTI", "NTB": "NTB", "ANP": "ANP", "APA": "Austria Presse Agentur",
    "sda": "Keystone-SDA", "SDA": "Keystone-SDA", "epd": "Evangelischer Pressedienst", "KNA": "KNA", "SID": "SID",
    "KCNA": "KCNA", "SANA": "SANA", "IRNA": "IRNA", "Bernama": "Bernama", "BERNAMA": "Bernama", "Antara": "Antara",
}  # fmt: skip
_NAMES = {spelling: name for name, spellings in _WORDS.items() for spelling in spellings}
# The longest first: "Australian Associated Press" is not the Associated Press.
_BY_WORDS = re.compile(
    r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(_NAMES, key=len, reverse=True))) + r")(?!\w)", re.IGNORECASE
)
_BY_INITIALS = re.compile(r"(?<![\w&.])(?:" + "|".join(map(re.escape, _INITIALS)) + r")(?![\w&])")


def known_agency(text: str) -> str | None:
    """Name the first news agency in a byline, dateline or credit: "By JIM HEINTZ, AP" gives "Associated Press".

    Meant for short texts that name who made something; an agency in a sentence of the story is only talked about.
    """
    words, initials = _BY_WORDS.search(text), _BY_INITIALS.search(text)
    if words and not (initials and initials.start() < words.start()):
        return _NAMES[words[0].lower()]
    return _INITIALS[initials[0]] if initials else None
