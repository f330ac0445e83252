"""Whether all of the story may be read without paying, and whether it is a live blog."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.structured import Declared

_PAID_TIERS = frozenset(("locked", "metered", "premium", "paid", "subscriber", "subscribers", "plus", "restricted"))
_FREE_TIERS = frozenset(("free", "open", "public"))
# What stands in place of the rest of the story, in the newsroom's words.
_BARRIER = re.compile(
    r"(?:subscribe|sign in|log in|register|create an? (?:free )?account|become a (?:member"
    r"|subscriber))\b.{0,60}\bto (?:continue|keep|unlock|read)"
    r"|(?:this|the) (?:article|story|content) is (?:for|exclusive to|reserved for"
    r"|only available to) (?:our )?(?:subscribers|members)"
    r"|(?:only|exclusively) for subscribers|already a (?:subscriber|member)\?"
    r"|(?:jetzt|mit \S+) (?:weiterlesen|abonnieren)\b.{0,60}(?:abo|€|euro|plus)|(?:dieser|der) (?:artikel"
    r"|inhalt) ist (?:nur )?für (?:abonnent|plus)"
    r"|nur für abonnent|bereits abonnent|(?:cet )?article (?:est )?réservé (?:à nos|aux) abonnés"
    r"|la suite (?:de cet article )?est réservée"
    r"|il vous reste \d+ ?% de cet article|déjà abonné|(?:contenido|artículo) exclusivo para (?:suscriptores|socios)"
    r"|suscríbete para (?:seguir|continuar) leyendo|contenuto riservato agli abbonati|(?:sei )?già abbonato"
    r"|(?:conteúdo|matéria) exclusiv[oa] para assinantes|artikel is (?:alleen|exclusief) voor (?:abonnees|leden)"
    r"|(?:artikeln|artikkelen|artiklen) er? (?:bara |kun )?för (?:prenumeranter|abonnenter)"
    r"|tylko dla (?:subskrybentów|prenumeratorów)"
    r"|материал доступен (?:только )?(?:по подписке|подписчикам)|この記事は有料|有料会員限定|会員限定記事",
    re.IGNORECASE,
)
# One of these is in every barrier; looking for them costs a hundredth of the expression.
_BARRIER_WORDS = (
    "subscri", "sign in", "log in", "register", "account", "member", "weiterlesen", "abo", "artikel", "inhalt",
    "article", "réserv", "exclusiv", "suscri", "esclus", "riservato", "assinante", "prenumer", "подпис", "有料",
    "会員", "story", "content",
)  # fmt: skip
_LIVE = re.compile(
    r"(?<!\w)(?:live[- ]?(?:blog|ticker|updates?|coverage|reporting)|news[- ]?(?:blog|ticker)|as it happened"
    r"|en direct\b\s*[:–|-]"
    r"|minuto a minuto|últimas noticias en directo|en vivo\s*[:|–-]|in diretta|ao vivo\s*[:|–-]|liveverslag"
    r"|direkterapport|на живо"
    r"|онлайн-трансляция|текстовая трансляция|canlı anlatım|canlı blog)(?!\w)",
    re.IGNORECASE,
)
_LIVE_ADDRESS = re.compile(
    r"/live(?:blog|ticker)?/|live-?(?:blog|ticker|updates)|-news-?(?:blog|ticker)", re.IGNORECASE
)


def is_paywalled(declared: Declared, texts: Sequence[str]) -> bool | None:
    """True where the page says that reading costs, by declaration or by a barrier; None where it says nothing."""
    tiers = {tier.strip().lower() for tier in declared.tiers}
    if False in declared.accessible or tiers & _PAID_TIERS:
        return True
    if True in declared.accessible or tiers & _FREE_TIERS:
        return False
    return True if any(len(text) < 300 and _is_barrier(text) for text in texts) else None


def _is_barrier(text: str) -> bool:
    lowered = text.lower()
    return any(word in lowered for word in _BARRIER_WORDS) and bool(_BARRIER.search(text))


def is_live(declared: Declared, headline: str | None, url: str | None) -> bool:
    """Is the story one that goes on while it is read: entry after entry, the latest first?"""
    return declared.is_live_blog or bool(_LIVE.search(headline or "")) or bool(_LIVE_ADDRESS.search(url or ""))
