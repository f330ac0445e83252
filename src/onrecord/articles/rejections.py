"""Pages that are no article: errors, walls, consent pages, indexes. Each with a sentence that says what was seen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.furniture import one_of
from onrecord.articles.headlines import squeeze
from onrecord.articles.html_blocks import HEADINGS
from onrecord.articles.selection import Judged, Selection
from onrecord.articles.structured import INDEX_TYPES, Declared
from onrecord.schema import Rejection

_ERROR = one_of(r"""
    \b(?:404|403|410|50[0-4])\b(?=.{0,30}(?:error|not found|forbidden|gone|unavailable|$))
    \berror (?:404|403|50\d)\b
    \b(?:page|article|story|content|url) (?:was |is |could |cannot |can't )?(?:not |be |no longer )*(?:found|available)
    \b(?:seite|artikel) (?:wurde |konnte |existiert )?(?:leider )?(?:nicht |nicht mehr )(?:gefunden|verfügbar|vorhanden)
    \bpage (?:does not|doesn't|no longer) exist
    \bnot found\b
    \baccess denied\b
    \bforbidden\b
    \bpágina no encontrada
    \bpage (?:introuvable|non trouvée)
    \binternal server error
    \bbad gateway
    \bservice unavailable
""")
_ROBOT = one_of(r"""
    \bare you (?:a )?(?:human|robot)
    \bcaptcha\b
    \bjust a moment\b
    \battention required\b
    \bverify (?:that )?you are (?:a )?human
    \bchecking your browser
    \bunusual traffic
    \b(?:please )?enable (?:javascript|cookies)\b
    \bpardon our interruption
""")
_WALL = one_of(r"""
    \b(?:log ?in|sign ?in|register|subscribe)\b.{0,40}\b(?:to (?:continue|read|view|access)|required)
    \bcreate (?:a|an|your) (?:free )?account\b.{0,40}\bto (?:continue|read|view|access)
    \bfor (?:subscribers|members)(?: only)?\b
    \bnur für (?:abonnenten|mitglieder)\b
    \bplease (?:log|sign) in\b
    \b(?:anmelden|einloggen|registrieren)\b.{0,40}\bum (?:weiterzulesen|fortzufahren|weiter zu lesen)
""")
_WALL_TITLE = one_of(r"""
    ^(?:log ?in|sign ?in|login|subscribe|create account)\b.{0,40}$
    ^(?:anmelden|anmeldung|einloggen|registrieren)\b.{0,40}$
""")
_CONSENT = one_of(r"""
    \bwe (?:value|respect|care about) your privacy\b
    \bbefore you continue to\b
    \byour privacy choices\b
    \bconsent to (?:the use|our)\b
    \baccept all cookies\b
    \bwir (?:und unsere partner|verwenden cookies|benötigen ihre zustimmung)\b
    \bmit werbung (?:weiter)?lesen\b
    \bcookie (?:policy|consent|settings)\b
    \bprivacy (?:settings|center|preference)
    \bdatenschutzeinstellungen\b
""")
SHORT = 600
"""Characters of running text under which a page that calls itself an error, a wall or a consent page is one."""
LEAST = 80
"""Characters of running text under which nothing is an article."""
_FEW_LINKS = 25


def why_no_article(declared: Declared, selection: Selection) -> Rejection | None:
    """Say why a page's selection is no article, or None where it is one."""
    body = [judged for judged in selection.judged if _is_body(judged, selection)]
    length = sum(len(judged.block.text) for judged in body)
    if length < SHORT:
        named = _named_as(declared, selection, body)
        if named:
            return _not_an_article(named)
    prose = sum(len(judged.block.text) for judged in body if judged.block.prose)
    if _is_index(declared, selection, prose):
        return _not_an_article("The page is an index: links and teasers, no running text of one story.")
    if length < LEAST and sum(1 for judged in body if _is_sentence(judged.block.text)) < 2:
        return _not_an_article(f"The page has only {length} characters of running text.")
    return None


def _is_sentence(text: str) -> bool:
    """Does a line end as sentences do, and have words enough? Japanese and Chinese part no words."""
    enough = len(text.split()) > 3 or (len(text) > 15 and not text.isascii())
    return enough and text.rstrip("\"'”’»)")[-1:] in ".!?…。"


def _not_an_article(detail: str) -> Rejection:
    return Rejection("articles", "not_an_article", detail)


def _is_body(judged: Judged, selection: Selection) -> bool:
    is_headline = selection.headline is not None and judged is selection.judged[selection.headline]
    return judged.reason is None and not judged.caption and not is_headline


def _named_as(declared: Declared, selection: Selection, body: Sequence[Judged]) -> str | None:
    titles = declared.headlines[:4]
    if selection.headline is not None:
        titles = [selection.judged[selection.headline].block.text, *titles]
    lines = [judged.block.text for judged in body] + [
        judged.block.text for judged in selection.judged if len(judged.block.text) < 120
    ][:80]
    title = next((title for title in titles if _ERROR.search(title) and len(title) < 100), None)
    if title:
        return f"The page is an error page: “{title}”."
    title = next((title for title in titles if _WALL_TITLE.search(title)), None)
    if title:
        return f"The page is a login wall: “{title}”."
    for pattern, what in ((_ROBOT, "a robot check"), (_CONSENT, "a consent page"), (_WALL, "a login wall")):
        line = next((line for line in (*titles, *lines) if pattern.search(line)), None)
        if line and (
            sum(len(judged.block.text) for judged in body) < SHORT / 4
            or pattern.search(" ".join(titles))
            or _mostly(pattern, body)
        ):
            return f"The page is {what}: “{line[:100]}”."
    return None


def _mostly(pattern: re.Pattern[str], body: Sequence[Judged]) -> bool:
    """Does what little text there is speak of nothing else?"""
    length = sum(len(judged.block.text) for judged in body)
    return sum(len(judged.block.text) for judged in body if pattern.search(judged.block.text)) > 0.5 * length


def _is_index(declared: Declared, selection: Selection, prose: int) -> bool:
    if declared.body or declared.published or any(squeeze(name).endswith("article") for name in declared.types):
        return False
    links = [judged.block for judged in selection.judged if judged.block.links and judged.block.link_density > 0.6]
    headings = [block for block in links if any(region.tag in HEADINGS for region in list(block.region.around())[:2])]
    if INDEX_TYPES & declared.types and prose < 2 * SHORT and len(links) > _FEW_LINKS:
        return True
    return prose < SHORT and len(headings) >= 8 and len(links) > _FEW_LINKS and len(links) * 40 > 2 * prose
