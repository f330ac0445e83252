"""The words of bylines in some twenty-five languages: what opens them, what joins names, what people and desks do."""

from __future__ import annotations

import re

# "Written by", "Text:", "Von", "Par", "Автор:": what stands before a name. Those that are whole words of prose too
# ("Por", "Di", "De", "Av", "Text") count only with a colon, or with a capitalised name of two words behind them.
OPENERS = (
    "by", "von", "vom", "par", "por", "door", "av", "af", "di", "przez", "od", "oleh", "bởi", "từ", "eftir", "от",
    "від",
    "από", "του", "της",
)  # fmt: skip
LABELS = (
    # English, German, French
    "authors?", "writers?", "written by", "posted by", "published by", "authored by", "reported by", "reporting by",
    "report by", "story by", "words by", "text by", "article by", "review by", "analysis by", "opinion by", "post by",
    "posts by", "all posts by", "view all posts by", "all articles by", "interview by", "created by", "contributed by",
    "submitted by", "updated by", "last updated by", "started by", "compiled by", "presented by", "about the authors?",
    "contributors?", "a guest post by", "guest post by", "a column by", "commentary by", "words", "story", "text",
    "texte", "bylines?", "autor(?:in|en|innen)?", "autor\\*in", "autor:in", "verfasser(?:in)?", "verfasst von",
    "geschrieben von", "erstellt von", "veröffentlicht von", "publiziert von", "ein beitrag von", "beitrag von",
    "beiträge von", "zeige alle beiträge von", "alle artikel von", "alle beiträge von", "ein artikel von",
    "artikel von",
    "gastbeitrag von", "ein gastbeitrag von", "ein kommentar von", "kommentar von", "eine analyse von", "analyse von",
    "interview", "das interview führte", "interview von", "aufgezeichnet von", "pressemitteilung von", "redaktion",
    "bearbeitet von", "übersetzt von", "auteure?s?", "écrit par", "rédigé par", "publié par", "propos recueillis par",
    "par notre correspondante?", "posté par", "de notre correspondante?",
    # Spanish, Portuguese, Italian, Catalan, Romanian
    "autore?s?", "autora?", "escrito por", "publicado por", "redacción", "texto", "textos?", "reportagem", "redação",
    "scritto da", "a cura di", "pubblicato da", "testo di", "articolo di", "dal nostro inviato",
    "dal nostro corrispondente",
    "escrit per", "scris de", "publicat de", "autorii?",
    # Dutch, Danish, Norwegian, Swedish, Icelandic, Finnish
    "geschreven door", "auteur", "tekst", "skrevet af", "skrevet av", "skriven av", "publisert av", "journalister?",
    "forfatter", "forfattare", "författare", "höfundur", "kirjoittaja", "kirjoittanut", "teksti", "toimittaja",
    # Polish, Czech, Slovak, Croatian, Serbian, Slovene, Hungarian, the Baltic languages
    "autorka", "autorzy", "napisał", "opracowanie", "oprac\\.", "autoři", "autorka", "napsal", "napísal", "piše",
    "pišu",
    "napisao", "napisala", "autori", "szerző", "írta", "autorius", "autors", "autorė", "pripravil",
    # Russian, Ukrainian, Bulgarian, Greek, Turkish
    "автор(?:ы|и|ка)?", "текст", "подготовил[аи]?", "підготува(?:в|ла"
    "|ли)", "написал[аи]?", "журналист", "беседовал[аи]?",
    "συντάκτης", "γράφει(?: ο| η)?", "επιμέλεια", "yazar", "yazan", "haber", "muhabir", "editör", "hazırlayan",
    # Arabic, Hebrew, Persian, Hindi, Indonesian, Vietnamese, Korean, Japanese, Chinese
    "كتب(?:ت)?", "بقلم", "الكاتب", "إعداد", "מאת", "כתב", "نویسنده", "लेखक", "द्वारा", "penulis", "reporter", "tác giả",
    "글", "작성자", "文", "文・", "取材・文", "執筆", "著者", "作者", "撰文", "责任编辑", "記者", "责编",
)  # fmt: skip
# What joins two names. Letters that stand alone ("Ana i Marta", "Jan a Petr") count between capitals only.
JOINERS = (
    "and", "und", "et", "y", "og", "och", "en", "e", "ed", "i", "и", "та", "й", "і", "ve", "ja", "és", "și", "şi",
    "dan",
    "và", "a", "oraz", "ir", "un", "και", "with", "mit", "avec", "sowie", "और", "و", "in collaborazione con",
    "as well as",
)  # fmt: skip
ALONE = ("y", "e", "i", "a", "un")
"""Joiners that are initials or articles elsewhere: they join only what begins with a capital."""

# Words of people's work and of desks: "Chief political correspondent", "Senior Editor", "Contributor".
ROLES = re.compile(
    r"(?<!\w)(?:editor(?:ial)?|editors|reporters?|correspondents?|contributors?|contributing|writers?|columnists?"
    r"|journalists?|producers?|chief|associated press|bureau|desk|senior|deputy|head of|staff|specialist|manager"
    r"|director|professor|lecturer|educators?|horticulturalist|ph\.?d|m\.?d|rdn?|president|founder|co-founder|owner"
    r"|ceo|cto|cfo|analyst|attorney|lawyer|dietitian|nutritionist|expert|engineer|developer|consultant|fellow|officer"
    r"|representative|photographer|photo|video|author|blogger|strategist|coordinator|researcher|reviewer|executive"
    r"|redakteur(?:in)?|redaktion|korrespondent(?:in)?|reporterin|chefredakteur(?:in)?|volontär(?:in)?"
    r"|ressortleiter(?:in)?"
    r"|autor(?:in)?|pressesprecher(?:in)?|geschäftsführer(?:in)?|leiter(?:in)?|wissenschaftler(?:in)?|experte|expertin"
    r"|journaliste|rédact(?:eur|rice)|correspondante?|envoyée? spéciale?e?|chroniqueu(?:r|se)|chef(?:fe)? du?"
    r"|periodista|redactora?|corresponsal|enviad[oa] especial|subdirectora?|jefe|jefa|columnista|colunista|repórter"
    r"|jornalista|editora?|correspondente|giornalista|corrispondente|inviat[oa]|redattore|verslaggever|redacteur"
    r"|journalist(?:e|en)?|journalista|reportér(?:ka)?|redaktor(?:ka)?|dziennikarz|dziennikarka|publicysta"
    r"|korespondent(?:ka)?"
    r"|toimittaja|muhabiri?|gazeteci|yazarı|журналист(?:ка)?|корреспондент(?:ка)?|кореспондент(?:ка)?|обозреватель"
    r"|редактор|редакторка|заместитель|újságíró|szerkesztő|novinar(?:ka)?|urednik|fréttamaður|blaðamaður)(?!\w)",
    re.IGNORECASE,
)
