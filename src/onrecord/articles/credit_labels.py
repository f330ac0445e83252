"""The words before a picture's credit, "Photo:", "Foto di", "写真：", and the few that stand after it, "撮影"."""

from __future__ import annotations

import re

# Labels that need a colon, one line a language: "Bildquelle: Jane Roe/dpa", "Zdroj: ČTK".
_WITH_COLON = r"""
    (?:file |stock |main |lead |cover |hero |header |top )?(?:photo(?:graph(?:er|y|s)?|s)?|pictures?|pics?|images?)
    (?:(?:photo|image|picture|illustration|video|graphic) )?(?:credits?|source|courtesy)|sources?|copyright|getty|video
    illustrations?|graphics?|infographics?|artwork|collage|composite|courtesy|screenshot|screen ?grab|handout
    fotos?|bild(?:er)?|bild ?quelle|bild ?nachweis|bild ?rechte|quelle|archiv(?:foto|bild)|symbol(?:foto|bild)
    fotograf(?:in)?|foto ?credit|grafik|montage|fotomontage|collage|karte|repro|illustration
    photos?|crédits?(?: photos?)?|photographe|infographie|dessin|capture d['’]écran|montage|visuel
    foto(?:graf[ií]a)?s?|imagen|crédito(?: de la (?:foto|imagen))?|fuente|infograf[ií]a|ilustración|captura
    fotografia|imagem|créditos?|fonte|ilustração|arquivo|reprodução|divulgação
    foto|immagine|fonte|crediti|illustrazione|grafica
    beeld|bron|fotograaf|illustratie|archieffoto
    arkivfoto|kilde|illustration|skærmbillede|illustrasjon|skjermdump|faksimile
    arkivbild|källa|skärmdump|bildkälla|foto/källa
    kuva(?:aja|t|kaappaus)?|lähde|kuvituskuva|arkistokuva
    ljósmynd(?:ari)?|mynd|heimild
    fot|zdjęci[ea]|źródło|autor|rys
    ilustrační foto|snímek|snímka|zdroj|autor fotky
    fotó|kép|forrás|képek
    sursa(?: foto)?|sursă(?: foto)?|credit foto
    fotoğraf(?:lar)?|kaynak|görsel
    фото|снимок|источник|автор|иллюстрация|джерело|снимка|източник
    φωτ[οό](?:γραφία)?|πηγή
    צילום|תמונה|קרדיט
    تصوير|صورة|المصدر
    फोटो|तस्वीर|स्रोत
    写真(?:提供|説明)?|撮影|提供|画像(?:提供)?|出典
    图片?来源|圖片?來源|图片?|圖片?|图源|圖源|来源|來源|摄影?|攝影?
    사진(?: ?(?:출처|제공))?|출처|제공|자료 ?사진
    gambar|sumber|ảnh|nguồn|picha|isithombe|umfanekiso
"""
# Labels that go without a colon: "Photo by Jane Roe", "Foto di Anna Rossi", "© Jane Roe".
_WITHOUT_COLON = r"""
    (?:photo(?:graph(?:s|y)?|s)?|pictures?|images?|illustrations?|video)\s+(?:by|via|courtesy(?:\s+of)?|from)\b
    courtesy\s+of\b
    (?:foto|bild|fotograf[ií]a)\s+(?:di|de|von|van|av|af)\b(?=\s+[A-ZÀ-Ž])
    photo\s+de\b(?=\s+[A-ZÀ-Ž])
    (?:photos?|fotos?|bild|image|picture)\s*(?=[©@])
    fot\.
    \(c\)(?=[\s\w])
"""
# Signs, which need no space before them.
_SIGNS = r"©|（[CcＣ]）|ⓒ"


def _either(lines: str) -> str:
    return "|".join(filter(None, map(str.strip, lines.splitlines())))


_COLON = r"\s*[:：=＝]"
_BREAK = r"(?:^|(?<=[\s.!?…»”\"'’)\]|(\[（【［/–—。・、-]))"
LABELLED = re.compile(
    rf"{_BREAK}(?:(?:{_either(_WITH_COLON)}){_COLON}|{_either(_WITHOUT_COLON)})(?!//)\s*|(?:{_SIGNS})\s*", re.IGNORECASE
)
"""A label and the space after it; "https://" after "Source:" is no part of it."""

_MARKS = (
    ":", "：", "=", "＝", "©", "ⓒ", "（", "(c)", "courtesy", "fot.", "photo", "picture", "image", "illustration",
    "video", "foto", "bild",
)  # fmt: skip


def may_be_labelled(line: str) -> bool:
    """Is there what every label has? Found in a fiftieth of the time that the labels take."""
    lowered = line.lower()
    return any(mark in lowered for mark in _MARKS)


ONLY_LABEL = re.compile(
    rf"[\W_]*(?:(?!getty)(?:{_either(_WITH_COLON)}|{_either(_WITHOUT_COLON)}|photo by|foto von)[\W_]*)?", re.IGNORECASE
)
"""Nothing but a label, punctuation, or nothing at all: "Image:", "(", "Photo by"."""

CLOSING_LABEL = re.compile(r"(?<=\S)\s*(?:撮影|提供|摄影?|攝影?|제공)$")
"""Japanese, Chinese and Korean say it behind the name: "（代表撮影）", "(新华社记者 李明 摄)", "연합뉴스 제공"."""
