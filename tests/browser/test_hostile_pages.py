"""What a hostile page says is text, wherever it is shown: nothing of it runs, loads or becomes an element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from browser.conftest import ReadingRoom, serving
from browser.payloads import payloads
from synthetic.stories import PRODUCER

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.faces.web.rendering import NAVIGATION
from onrecord.pipeline.reconciling import reconcile
from onrecord.schema import (
    Article,
    AttributedSpeaker,
    Attribution,
    Entity,
    Furniture,
    Origin,
    Page,
    Reading,
    RejectedPage,
    Rejection,
    Span,
    attribution_id,
)  # fmt: skip
from onrecord.store import RecordStore, open_store

PAYLOADS = payloads()
PER_ARTICLE = 6
AT_ONCE = 18
"""So many statements share a word: a search finds them together."""

# Runs before anything of the page does.
WATCH = """
window.refused = [];
addEventListener("securitypolicyviolation", (one) => window.refused.push(one.violatedDirective + " " + one.sample));
"""
FOREIGN = """() => {
  const own = (one) => one.matches("script[src^='/static/'], link[href^='/static/'], svg[role=img][aria-label], "
    + "dialog#keys, form.judge textarea[name], form.judge button[formaction^='/statements/s-'], "
    + "form.judge button[formaction^='/articles/a-']");
  const suspects = "script, iframe, frame, object, embed, base, style, link, svg, math, template, video, audio, img, "
    + "marquee, dialog, textarea, meta[http-equiv], [popover], [formaction], [srcdoc]";
  const found = [...document.querySelectorAll(suspects)].filter((one) => !own(one)).map((one) => one.outerHTML);
  for (const one of document.querySelectorAll("*"))
    for (const attribute of one.attributes)
      if (/^on|^style$/i.test(attribute.name)) found.push(`${one.tagName} ${attribute.name}`);
  for (const one of document.querySelectorAll("[href], [action]")) {
    const address = one.href?.baseVal ?? one.href ?? one.action;
    if (typeof address === "string" && !/^https?:/i.test(address)) found.push(address);
  }
  return found;
}"""


def hostile_reading(number: int, said: list[str]) -> tuple[Page, Reading]:
    """Return an article with a statement for every payload; the rest of it has one or another of them everywhere."""
    turned = said[number % len(said) :] + said[: number % len(said)]
    headline, byline, caption, credit, address, section = (turned * PER_ARTICLE)[:PER_ARTICLE]
    first = number * PER_ARTICLE
    paragraphs = [
        f"⟪{payload} harbour{(first + place) // AT_ONCE}⟫{place} insisted{place} ⟦{payload}⟧{place}."
        for place, payload in enumerate(said)
    ]
    article = compose_article(
        [
            Piece("headline", headline), Piece("byline", byline), *(Piece("paragraph", one) for one in paragraphs),
            Piece("caption", caption, credit=credit), Piece("list_item", credit), Piece("quote", address),
            Piece("subheading", section), Piece("note", byline),
        ],
        Metadata(
            headline=headline, published="2025-03-19", publisher=caption, section=section, agency=credit,
            authors=(byline,), url=address, language=caption,
        ),
        [Furniture(payload, "promotion") for payload in said],
    )  # fmt: skip
    page = Page(
        content=f"{number} {said}".encode(errors="replace"), origin=Origin(url=address, path=section),
        content_type="text/html",
    )  # fmt: skip
    attributions = tuple(hostile_attribution(article, place, payload) for place, payload in enumerate(said))
    entities = tuple(
        Entity(id=f"e{place}", name=payload, kind="person", roles=(payload,)) for place, payload in enumerate(said)
    )
    return page, Reading(
        page=page.reference, article=article, attributions=attributions, entities=entities, producer=PRODUCER
    )


def hostile_attribution(article: Article, place: int, payload: str) -> Attribution:
    content = (between(article, "⟪", f"⟫{place}"),)
    cue = (between(article, " ", " ", after=f"⟫{place}"),)
    speaker = AttributedSpeaker(entity=f"e{place}", name=payload, kind="person", role=payload)
    return Attribution(
        id=attribution_id(article.id, content, cue), form="mixed", stance="asserts", negated=False, score=0.5,
        source=(between(article, "⟦", f"⟧{place}"),), cue=cue, content=content, speakers=(speaker,),
        addressee=content[0],
    )  # fmt: skip


def between(article: Article, opening: str, closing: str, after: str = "") -> Span:
    """Return the last stretch between two marks before `closing`, or the first one behind `after`."""
    if after:
        start = article.text.index(opening, article.text.index(after)) + 1
        return Span.of(article.text, start, article.text.index(closing, start))
    end = article.text.index(closing)
    return Span.of(article.text, article.text.rindex(opening, 0, end) + 1, end)


def judge_hostile(record: RecordStore, reading: Reading) -> None:
    """Let people with hostile names correct for hostile reasons, and readers write hostile letters."""
    first, second, third, *_ = (*reading.attributions, *reading.attributions[:2])
    payload = first.speakers[0].name
    record.reviews.accept(first.id, who=payload, because=payload)
    record.reviews.reject(second.id, who=payload, because=payload)
    record.reviews.reassign(third.id, payload, who=payload, because=payload)
    record.reviews.write_letter(first.id, payload, sender=payload)


@pytest.fixture(scope="module")
def readings() -> list[tuple[Page, Reading]]:
    parts = [PAYLOADS[start : start + PER_ARTICLE] for start in range(0, len(PAYLOADS), PER_ARTICLE)]
    return [hostile_reading(number, part) for number, part in enumerate(parts)]


@pytest.fixture(scope="module")
def hostile_room(
    tmp_path_factory: pytest.TempPathFactory, readings: list[tuple[Page, Reading]]
) -> Iterator[ReadingRoom]:
    path = tmp_path_factory.mktemp("hostile") / "record.db"
    with open_store(path, create=True) as record:
        for page, reading in readings:
            record.add(page, reading)
            judge_hostile(record, reading)
        for number, payload in enumerate(PAYLOADS[:40]):
            wall = Page(content=b"%d" % number, origin=Origin(path=payload))
            record.add(wall, RejectedPage(page=wall.reference, rejection=Rejection("articles", payload, payload)))
        reconcile(record)
    with serving(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def watched(browser: Any, hostile_room: ReadingRoom) -> Iterator[Any]:
    """A page of the browser in which whatever runs or loads is noted in `page.noted`."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.noted = []
    page.on("dialog", lambda dialog: (page.noted.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda asked: None if asked.url.startswith(hostile_room.url) else page.noted.append(asked.url))
    page.on("pageerror", lambda error: page.noted.append(str(error)))
    page.goto(hostile_room.entrance)
    yield page
    context.close()


def inert(page: Any, address: str) -> None:
    """Open an address and fail on anything that isn't ours."""
    page.goto(address)
    assert page.evaluate(FOREIGN) == [], address
    assert page.evaluate("window.refused") == [], address
    assert page.noted == [], address


def test_there_are_200_payloads_and_more() -> None:
    assert len(PAYLOADS) >= 200


def test_articles_of_hostile_pages_are_text(
    watched: Any, hostile_room: ReadingRoom, readings: list[tuple[Page, Reading]]
) -> None:
    for _, reading in readings:
        inert(watched, f"{hostile_room.url}/articles/{reading.article.id}")
        shown = watched.locator("h1.headline").text_content()
        assert _bare(shown) == _bare(reading.article.text.split("\n\n")[0])


def test_statements_of_hostile_pages_are_text(
    watched: Any, hostile_room: ReadingRoom, readings: list[tuple[Page, Reading]]
) -> None:
    for number, (_, reading) in enumerate(readings):
        one = reading.attributions[number % len(reading.attributions)]
        inert(watched, f"{hostile_room.url}/statements/{one.id}")
        assert _bare(watched.locator(".card .said").text_content()) == _bare(one.content[0].text)


def test_a_search_shows_hostile_words_as_text_whether_loaded_or_typed(watched: Any, hostile_room: ReadingRoom) -> None:
    for number in range(len(PAYLOADS) // AT_ONCE + 1):
        inert(watched, f"{hostile_room.url}/?q=harbour{number}")
        assert watched.locator(".statement").count() >= 1
    watched.goto(hostile_room.url)
    watched.locator("#q").press_sequentially("harbour1", delay=5)
    watched.locator(".statement").first.wait_for()
    assert watched.evaluate(FOREIGN) == []
    assert watched.noted == []


def test_what_somebody_types_is_text_too(watched: Any, hostile_room: ReadingRoom) -> None:
    for payload in PAYLOADS[::6]:
        inert(watched, f"{hostile_room.url}/?q={quote(payload, safe='')}")
        assert watched.locator("#q").input_value().split() == payload.split()


def test_the_overview_of_hostile_pages_is_text(watched: Any, hostile_room: ReadingRoom) -> None:
    inert(watched, hostile_room.url)


def test_stored_pages_and_json_are_never_html(
    watched: Any, hostile_room: ReadingRoom, readings: list[tuple[Page, Reading]]
) -> None:
    for _, reading in readings[::10]:
        for address in (f"/articles/{reading.article.id}/page", f"/articles/{reading.article.id}.json"):
            watched.goto(hostile_room.url + address)
            # Chromium shows both in a page of its own that has nothing but the text.
            assert watched.evaluate("document.contentType") in ("text/plain", "application/json")
            assert watched.locator("script, img, iframe, svg").count() == 0
            assert watched.noted == []


@pytest.mark.parametrize("address", [*(address for address, _ in NAVIGATION), "/queue", "/letters", "/queue?did=2"])
def test_every_section_shows_hostile_pages_as_text(watched: Any, hostile_room: ReadingRoom, address: str) -> None:
    inert(watched, hostile_room.url + address)


def test_speakers_with_hostile_names_are_text(watched: Any, hostile_room: ReadingRoom) -> None:
    watched.goto(f"{hostile_room.url}/speakers")
    links = watched.locator("main a[href^='/speakers/p-']").evaluate_all("links => links.map((link) => link.href)")
    assert len(links) >= AT_ONCE
    for link in list(dict.fromkeys(links))[:AT_ONCE]:
        inert(watched, link)


def _bare(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()
