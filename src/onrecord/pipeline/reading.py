"""One page in, one outcome out: a pure function of the page and the model."""

from __future__ import annotations

import hashlib
from typing import Final

from onrecord.articles import extract_article
from onrecord.language.english import looks_english
from onrecord.language.model import Analysis, LanguageModel
from onrecord.schema import Article, Outcome, Page, Producer, Reading, RejectedPage, Rejection, TextForm
from onrecord.speakers import resolve_speakers
from onrecord.statements import LinkSettings, calibration_of, find_attributions
from onrecord.version import VERSION

_SETTINGS: Final = LinkSettings()
# Bylines and datelines name people who say nothing.
_UNREAD: Final = frozenset({"byline", "dateline"})


def read_page(page: Page, model: LanguageModel) -> Outcome:
    """Read a page: its article, who said what in it, and who they are; or why there is no article."""
    article = extract_article(page)
    if isinstance(article, Rejection):
        return RejectedPage(page=page.reference, rejection=article)
    analysis = analyse_article(article, model)
    attributions = find_attributions(article, analysis, _SETTINGS, calibration_of(model.name))
    resolved = resolve_speakers(article, attributions, analysis.names)
    return Reading(
        page=page.reference,
        article=article,
        attributions=resolved.attributions,
        entities=resolved.entities,
        producer=producer_of(model, page.form),
    )


def analyse_article(article: Article, model: LanguageModel) -> Analysis:
    """Show the model every block that can say something. A text in another language than the model's says nothing."""
    read = [(block.start, block.end) for block in article.blocks if block.kind not in _UNREAD]
    return model.analyse(article.text, read if looks_english(article.text) else [])


def producer_of(model: LanguageModel, form: TextForm) -> Producer:
    """Name what makes the readings: two of one producer differ only where their pages do.

    A text that was taken as a page dump and is now said to be clean is read anew: `form` is one of the settings.
    """
    decided = repr((_SETTINGS, calibration_of(model.name)))
    settings = f"{form} {hashlib.sha256(decided.encode()).hexdigest()[:12]}"
    return Producer(onrecord=VERSION, model=model.name, settings=settings)
