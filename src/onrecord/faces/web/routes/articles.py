"""`/articles/ID`: the reading view; `/articles/ID/page`: the stored page, as text."""

from __future__ import annotations

from starlette.responses import Response

from onrecord.articles.decoding import decode_page
from onrecord.faces.web.pages import Pages
from onrecord.faces.web.routes.notices import notice_of
from onrecord.faces.web.views.article import ArticlePage, article_page
from onrecord.faces.web.visiting import Visiting
from onrecord.schema import Page
from onrecord.store import StatementFilter

pages = Pages("articles")


@pages.page("/articles/{id}", template="article.html")
def article(visit: Visiting, id: str, did: int = 0) -> ArticlePage:
    """Read an article: its text, and who says what in it. `did` is the correction just made."""
    with visit.open_record() as record:
        reading = record.reading(id)
        whole = reading.article.id
        statements = list(record.statements(StatementFilter(article=whole)))
        story = record.connections.story_of(whole)
        rejected = list(record.statements(StatementFilter(article=whole, reviewed="rejected")))
        return article_page(
            reading, statements, recorded_at=record.recorded_at(whole), story=story, rejected=rejected,
            notice=notice_of(record, did),
        )  # fmt: skip


@pages.router.get("/articles/{id}/page", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
def stored_page(visit: Visiting, id: str) -> Response:
    """Show the bytes of an article's page as text. Never as HTML: whoever wrote the page doesn't write this one."""
    with visit.open_record() as record:
        reference = record.reading(id).page
        content = record.page_content(reference.id or "")
    page = Page(content=content, origin=reference.origin, content_type=reference.content_type)
    return Response(decode_page(page).encode("utf-8", "replace"), media_type="text/plain")
