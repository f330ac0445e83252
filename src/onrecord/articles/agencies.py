"""News agencies, by the names and the initials under which pages name them."""

from __future__ import annotations

import re

# Each agency's name as readings show it, then how pages write it. Words are matched in any case ("ASSOCIATED PRESS"
# is glued to captions); initials only as the agency itself writes them: "pa" and "ap" in prose
# are no agencies.
_WORDS = {
    "Associated Press": ("associated press", "the associated press", "apnews"),
    "Reuters": ("reuters", "thomson reuters", "рейтер", "рейтерс", "ロイター", "路透社", "路透", "رويترز", "로이터"),
    "Agence France-Presse": (
        "agence france-presse",
        "agence france presse",
        "afp deutschland",
        "法新社",
        "afp時事",
        "франс пресс",
    ),
    "Deutsche Presse-Agentur": ("deutsche presse-agentur", "deutsche presse agentur", "dpa-afx", "dpa-infocom"),
    "United Press International": ("united press international",),
    "PA Media": ("pa media", "pa news agency", "press association"),
    "Bloomberg News": ("bloomberg news", "bloomberg"),
    "Dow Jones Newswires": ("dow jones newswires",),
    "Xinhua": ("xinhua", "xinhuanet", "xinhua news agency", "新华社", "新華社", "新华网", "синьхуа"),
    "China News Service": ("china news service", "中新社", "中国新闻社", "中新网"),
    "TASS": ("itar-tass", "tass news agency", "итар-тасс"),
    "RIA Novosti": ("ria novosti", "риа новости"),
    "Interfax": ("interfax", "интерфакс", "interfax-ukraine", "інтерфакс"),
    "Ukrinform": ("ukrinform", "укринформ", "укрінформ"),
    "UNIAN": ("unian", "уніан", "униан"),
    "Belta": ("belta", "белта"),
    "Kazinform": ("kazinform", "казинформ"),
    "Anadolu": ("anadolu", "anadolu agency", "anadolu ajansı"),
    "Demirören News Agency": ("demirören haber ajansı", "demirören news agency"),
    "İhlas News Agency": ("ihlas haber ajansı", "i̇hlas haber ajansı"),
    "Europa Press": ("europa press",),
    "EFE": ("agencia efe", "efe agency"),
    "Lusa": ("agência lusa",),
    "Agência Brasil": ("agência brasil",),
    "Télam": ("télam",),
    "Notimex": ("notimex",),
    "Prensa Latina": ("prensa latina",),
    "ANSA": ("agenzia ansa",),
    "Adnkronos": ("adnkronos",),
    "LaPresse": ("lapresse",),
    "Kyodo News": ("kyodo news", "kyodo", "共同通信", "共同", "共同社"),
    "Jiji Press": ("jiji press", "jiji", "時事通信", "時事"),
    "Yonhap": ("yonhap", "yonhap news", "yonhap news agency", "연합뉴스", "聯合ニュース"),
    "Newsis": ("newsis", "뉴시스"),
    "Central News Agency": ("central news agency", "中央社"),
    "Press Trust of India": ("press trust of india",),
    "ANI": ("asian news international",),
    "IANS": ("indo-asian news service",),
    "Vietnam News Agency": ("vietnam news agency", "ttxvn"),
    "The Canadian Press": ("canadian press", "the canadian press", "la presse canadienne"),
    "Australian Associated Press": ("australian associated press",),
    "Ritzau": ("ritzau",),
    "TT": ("tidningarnas telegrambyrå",),
    "STT": ("suomen tietotoimisto",),
    "Belga": ("belga",),
    "Agerpres": ("agerpres",),
    "Mediafax": ("mediafax",),
    "Tanjug": ("tanjug", "танјуг", "танјуг"),
    "HINA": ("hina",),
    "FENA": ("fena",),
    "SRNA": ("srna",),
    "Beta": ("beta news agency",),
    "BTA": ("българска телеграфна агенция",),
    "AMNA": ("αθηναϊκό-μακεδονικό πρακτορείο", "απε-μπε", "ανα-μπα"),
    "MENA": ("middle east news agency", "أ ش أ"),
    "WAFA": ("wafa news agency",),
    "Mehr News Agency": ("mehr news agency", "mehr news"),
    "Fars News Agency": ("fars news agency", "fars news"),
    "Tasnim News Agency": ("tasnim news agency", "tasnim"),
    "Saudi Press Agency": ("saudi press agency",),
    "Emirates News Agency": ("emirates news agency",),
    "Keystone-SDA": ("keystone-sda", "keystone-ats", "schweizerische depeschenagentur"),
    "Austria Presse Agentur": ("austria presse agentur",),
    "Evangelischer Pressedienst": ("evangelischer pressedienst",),
    "Katholische Nachrichten-Agentur": ("katholische nachrichten-agentur",),
    "Sport-Informations-Dienst": ("sport-informations-dienst",),
    "News Agency of Nigeria": ("news agency of nigeria",),
    "Ghana News Agency": ("ghana news agency",),
    "Inter Press Service": ("inter press service",),
    "States Newsroom": ("states newsroom",),
}
_INITIALS = {
    "AP": "Associated Press", "AFP": "Agence France-Presse", "dpa": "Deutsche Presse-Agentur",
    "DPA": "Deutsche Presse-Agentur", "UPI": "United Press International", "TASS": "TASS", "ТАСС": "TASS",
    "ANSA": "ANSA", "EFE": "EFE", "PTI": "Press Trust of India", "IANS": "IANS", "AAP": "Australian Associated Press",
    "PAP": "PAP", "ČTK": "ČTK", "MTI": "MTI", "NTB": "NTB", "ANP": "ANP", "APA": "Austria Presse Agentur",
    "sda": "Keystone-SDA", "SDA": "Keystone-SDA", "epd": "Evangelischer Pressedienst", "KNA": "KNA", "SID": "SID",
    "KCNA": "KCNA", "SANA": "SANA", "IRNA": "IRNA", "Bernama": "Bernama", "BERNAMA": "Bernama", "Antara": "Antara",
    "ANTARA": "Antara", "РИА": "RIA Novosti", "УНІАН": "UNIAN", "УНИАН": "UNIAN", "DHA": "Demirören News Agency",
    "İHA": "İhlas News Agency", "AA": "Anadolu", "TTXVN": "Vietnam News Agency", "TASR": "TASR", "SITA": "SITA",
    "BNS": "BNS", "ELTA": "ELTA", "LETA": "LETA", "STA": "STA", "TANJUG": "Tanjug", "HINA": "HINA", "Hina": "HINA",
    "FENA": "FENA", "SRNA": "SRNA", "BTA": "BTA", "БТА": "BTA", "ΑΠΕ": "AMNA", "WAM": "Emirates News Agency",
    "SPA": "Saudi Press Agency", "WAFA": "WAFA", "QNA": "Qatar News Agency", "MENA": "MENA",
    "CNA": "Central News Agency",
    "ANI": "ANI", "UNI": "United News of India", "APP": "Associated Press of Pakistan", "STT": "STT",
    "ATS": "Keystone-SDA", "ats": "Keystone-SDA", "AGI": "AGI", "LUSA": "Lusa", "Lusa": "Lusa",
    "NAN": "News Agency of Nigeria",
    "JIJI": "Jiji Press", "WAP": "WAP",
}  # fmt: skip
# Initials that are also other things in prose and bylines ("AA" the motorists, "SPA", "STA", "MENA" the region, "UNI"):
# they count alone, in a dateline's brackets, never inside a longer line.
_ONLY_ALONE = frozenset(
    ("AA", "SPA", "STA", "MENA", "UNI", "APP", "NAN", "CNA", "WAM", "QNA", "ANI", "AGI", "STT", "ATS", "ats",
     "HINA", "Hina", "SITA", "WAP", "SID", "APA", "SANA", "DHA", "BTA", "WAFA", "Lusa", "LUSA", "ELTA", "LETA", "BNS")
)  # fmt: skip
_ALONE_WORDS = frozenset(("共同", "時事", "hina", "fena", "srna", "belga", "unian", "jiji", "tasnim", "lapresse"))
_NAMES = {spelling: name for name, spellings in _WORDS.items() for spelling in spellings}
# The longest first: "Australian Associated Press" is not the Associated Press. Ideographs have no spaces around them.
_BY_WORDS = re.compile(
    r"(?<![^\W\u3040-\u9fff\uac00-\ud7af])(?:"
    + "|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True) if name not in _ALONE_WORDS)
    + r")(?![^\W\u3040-\u9fff\uac00-\ud7af])",
    re.IGNORECASE,
)
_NO_WORDS = {code: " " for code in range(128) if not (chr(code).isalnum() or code == ord("_"))}
_FIRST_WORDS = frozenset(name.translate(_NO_WORDS).split()[0] for name in _NAMES)
_BY_INITIALS = re.compile(
    r"(?<![\w&.])(?:" + "|".join(re.escape(name) for name in _INITIALS if name not in _ONLY_ALONE) + r")(?![\w&])"
)
_NOT_LETTERS = re.compile(r"[^\w&-]+")
# "Reuters", "dpa/lnw", "By The Associated Press": nothing but agencies and what their desks are called.
_DESKS = re.compile(r"(?:the|by|von|par|de|con|mit|with|and|und|et|y|agencies|agenturen|agencias|staff|news|agency|lnw"
                    r"|tmn|lni|lby|lsw|deutschland|agentur|la|agencia)(?!\w)", re.IGNORECASE)  # fmt: skip


def known_agency(text: str) -> str | None:
    """Name the first news agency in a byline, dateline or credit: "By JIM HEINTZ, AP" gives "Associated Press".

    Meant for short texts that name who made something; an agency in a sentence of the story is only talked about.
    """
    alone = _INITIALS.get(text.strip(" .()[]/|–—-"))
    if alone:
        return alone
    if not _may_name(text):
        return None
    words, initials = _BY_WORDS.search(text), _BY_INITIALS.search(text)
    if words and not (initials and initials.start() < words.start()):
        return _NAMES.get(words[0].lower())
    if initials:
        return _INITIALS[initials[0]]
    return _NAMES.get(text.strip(" .()[]/|–—-【】（）").lower())


def _may_name(text: str) -> bool:
    """Is any word of a line the first of an agency's name, or its initials? Asked first: for most lines it is not."""
    if not text.isascii():  # ideographs have no spaces between words
        return True
    words = text.translate(_NO_WORDS)
    return not (_INITIALS.keys().isdisjoint(words.split()) and _FIRST_WORDS.isdisjoint(words.lower().split()))


def is_agency_name(name: str) -> bool:
    """Is a name an agency's and nobody's else: "The Associated Press", "dpa", not "Jane Roe, AP"?"""
    if known_agency(name) is None:
        return False
    left = _DESKS.sub(" ", _BY_INITIALS.sub(" ", _BY_WORDS.sub(" ", name)))
    left = " ".join(_NOT_LETTERS.sub(" ", left).split())
    return not left or left in _INITIALS or left.lower() in _NAMES
