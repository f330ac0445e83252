"""Correction and update notes: what the newsroom says of its own story. They stay in the article, as a kind of block.

"Correction: an earlier version misstated the number of pillars" changes what the record may hold; "For corrections,
click here" is the site's furniture.
"""

from __future__ import annotations

import re

from onrecord.articles.selection import Judged, Selection

_LONGEST = 900
_LABELS = (
    "corrections?", "clarifications?", "correction and clarification", "editor['’]?s['’]? notes?", "update(?: \\d+)?",
    "updated?[ ,][^:.]{0,30}\\d[^:.]{0,20}", "errat(?:um|a)", "amended", "retraction",
    "korrektur", "berichtigung", "richtigstellung", "anmerkung der redaktion", "hinweis der redaktion",
    "anm\\. d\\. red\\.?",
    "aktualisierung", "korrekturhinweis", "transparenzhinweis", "rectificati[fe]", "correctif", "erratum",
    "mise à jour",
    "note de la rédaction", "précision", "ndlr", "fe de erratas?", "correcci[oó]n", "rectificaci[oó]n", "aclaraci[oó]n",
    "nota de (?:la )?redacci[oó]n", "nota del editor", "actualizaci[oó]n", "errata corrige", "rettifica", "correzione",
    "nota della redazione", "aggiornamento", "corre[cç][aã]o", "errata", "nota da redação", "atualização",
    "rectificatie",
    "correctie", "noot van de redactie", "rettelse", "rättelse", "retting", "korrigering", "oikaisu", "sprostowanie",
    "korekta", "oprava", "ispravak", "helyreigazítás", "rectificare", "erată", "düzeltme", "уточнение", "исправление",
    "поправка", "уточнення", "виправлення", "διόρθωση", "تصحيح", "תיקון", "ralat", "pembetulan", "koreksi",
    "đính chính",
    "訂正", "おわび", "訂正とおわび", "更正", "정정", "바로잡습니다", "शुद्धि",
)  # fmt: skip
_LABELLED = re.compile(
    rf"^[\W_]{{0,3}}(?:{'|'.join(_LABELS)})\s*(?:[:：—–]|\([^)]{{2,40}}\)\s*[:：]?|[-|]\s"
    rf"|\[[^\]]{{2,40}}\]\s*[:：]?)\s*\S",
    re.IGNORECASE,
)
_THIS = r"(?:this|the) (?:story|article|report|post|piece|version|headline|caption|obituary|column)"
# "The" and "This" open one paragraph in ten; those of a note go on with one of these.
_THIS_STORY = re.compile(rf"{_THIS}|the original|the \w+ (?:have|has|corr|amen|upda)", re.IGNORECASE)
_CHANGED = r"(?:updated|corrected|amended|clarified|revised|changed|edited (?!by)|removed|retracted|modified)"
_SAID = re.compile(
    rf"^[\W_]{{0,3}}(?:{_THIS}(?: of (?:this|the) (?:story|article|report|post|piece))?\s(?:has been|was"
    rf"|had been|is being)\b"
    rf"(?: \w+){{0,4}}? {_CHANGED}|{_THIS} (?:originally|previously|incorrectly|mistakenly|wrongly|erroneously)\b"
    r"|(?:an earlier|a previous|the original) (?:version|headline|caption)\b[^.]{0,80}\b(?:incorrectly"
    r"|mistakenly|wrongly"
    r"|erroneously|mis\w+ed|gave|contained|included|stated|said|referred|omitted|attributed|quoted|did not|should)\b"
    r"|in (?:an earlier|a previous|the original) version of this\b"
    r"|(?:we|the \w+) (?:have |has )?(?:corrected|amended|updated) (?:this|the|our) (?:story|article|headline"
    r"|piece|report)\b"
    r"|(?:dieser|der) (?:artikel|text|beitrag|bericht) wurde (?:\S+\s){0,8}?(?:aktualisiert|korrigiert|geändert"
    r"|ergänzt)"
    r"|in einer (?:früheren|vorherigen|ersten) (?:version|fassung)\b|wir haben (?:das|den|diese\w*"
    r"|die)\b[^.]{0,60}korrigiert"
    r"|(?:cet|l[’'])\s?article a été (?:modifié|corrigé|mis à jour|actualisé)|une version (?:précédente|antérieure)\b"
    r"|(?:esta|una) (?:noticia|versi[oó]n anterior)\b[^.]{0,40}(?:actualiza|corrig|indicaba|decía|señalaba)"
    r"|este art[ií](?:culo|go) (?:ha sido|se ha|fue|foi) (?:actualizado|corregido|modificado|atualizado|corrigido)"
    r"|(?:questo|il presente) articolo è stato (?:aggiornato|corretto|modificato)"
    r"|dit (?:artikel|bericht) (?:is|werd) (?:\S+\s){0,5}?(?:aangepast|bijgewerkt|gecorrigeerd)"
    r"|in een eerdere versie\b|i en tidligere (?:version|versjon)\b|i en tidigare version\b"
    r"|artiklen er (?:opdateret|rettet)"
    r"|(?:artikeln|texten) har (?:uppdaterats|rättats|korrigerats)|(?:artikkelen|saken) er (?:oppdatert|rettet|endret)"
    r"|(?:juttua|artikkelia|uutista) (?:on )?(?:päivitetty|korjattu)|artykuł (?:został )?(?:zaktualizowan|poprawion)\w+"
    r"|w poprzedniej wersji\b|в (?:предыдущей|более ранней|первоначальной) версии\b|у попередній версії\b"
    r"|haber güncellen)",
    re.IGNORECASE,
)
# The two letters that notes open with. Nearly every paragraph of a story is told apart by them alone.
_OPENINGS = frozenset(label[:2] for label in _LABELS) | frozenset(
    ("th", "an", "we", "di", "de", "wi", "ce", "un", "es", "qu", "il", "ar", "te", "sa", "ju", "uu", "ha", "in")
)
# "For corrections, click here", "Found an error? Write to us": how to report one, not what was corrected.
_ADDRESSED = re.compile(
    r"(?:for|to (?:report|submit|request)) (?:a |an |any )?corrections?\b.{0,20}(?:click|please|write|e-?mail"
    r"|contact|visit)"
    r"|\b(?:found|spotted|see) an? (?:error|mistake|typo)|originally (?:published|appeared)|first (?:published"
    r"|appeared)"
    r"|(?:was|has been) (?:produced|sponsored|paid|written by|republished|translated|published (?:by|in|on))",
    re.IGNORECASE,
)
_RESTORED = ("metadata", "correction_notice", "other", "legal")


def is_note(text: str) -> bool:
    """Is a paragraph the newsroom's word on its own story: what was corrected in it, that it was updated?"""
    if len(text) > _LONGEST or len(text) < 12:
        return False
    opening = text[:2].lower()
    if opening not in _OPENINGS and opening.isalpha():
        return False
    if opening == "th" and text[:40].isascii() and not _THIS_STORY.match(text):
        return False
    return bool(_LABELLED.match(text) or _SAID.match(text)) and not _ADDRESSED.search(text)


def keep_notes(selection: Selection) -> None:
    """Make notes a kind of their own; those left out for their wording come back, not other pages'."""
    first = selection.headline or 0
    for judged in selection.judged[first + 1 :]:
        if not judged.caption and is_note(judged.block.text) and _is_open(selection, judged):
            judged.reason, judged.kind = None, "note"


def _is_open(selection: Selection, judged: Judged) -> bool:
    if judged.reason is None:
        return judged.kind is None
    if judged.reason not in _RESTORED or judged.block.region.hidden:
        return False
    return selection.root in judged.block.region.around()
