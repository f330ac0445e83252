"""Front page, article and statement as people use them: by mouse, by keyboard, on a phone, without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from browser.conftest import serving
from synthetic.stories import KURSK, OSLO, Said, Story, page_of, reading_of

from onrecord.faces.web.rendering import NAVIGATION
from onrecord.store import open_store

ARTICLE = f"/articles/{reading_of(KURSK).article.id}"
STATEMENT = f"/statements/{reading_of(OSLO).attributions[0].id}"
SECTIONS = tuple(address for address, _ in NAVIGATION)
PAGES = (*SECTIONS, "/?q=prisoner", "/?q=zeppelin", ARTICLE, STATEMENT)

Visit = Callable[..., Any]


def visible_focus(page: Any) -> str:
    return page.evaluate("document.activeElement.textContent.trim()")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_nothing_serious_bars_anybody(visit: Visit, check_accessible: Any, address: str, scheme: str) -> None:
    page = visit(address, color_scheme=scheme, reduced_motion="reduce")
    if address == ARTICLE:
        for details in page.locator("details").all():
            details.evaluate("one => one.open = true")
    check_accessible(page)


def test_a_page_that_is_not_there_bars_nobody_either(visit: Visit, check_accessible: Any) -> None:
    check_accessible(visit("/articles/a-000000000000", status=404))


@pytest.mark.parametrize("address", PAGES)
def test_a_phone_of_320_pixels_shows_everything_without_scrolling_sideways(visit: Visit, address: str) -> None:
    page = visit(address, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_search_answers_as_one_types(visit: Visit) -> None:
    page = visit("/")
    page.locator("#q").press_sequentially("prisoner exch", delay=5)
    page.locator(".results mark").first.wait_for()
    assert page.locator(".results .statement").count() == 1
    assert page.url.endswith("/?q=prisoner+exch")
    assert page.locator("[data-live-status]").text_content() == "1 statement, 0 articles, 0 speakers found"


def test_emptying_the_search_brings_the_overview_back(visit: Visit) -> None:
    page = visit("/?q=prisoner")
    page.locator("#q").fill("")
    page.locator("#heard").wait_for()
    assert page.url.endswith("/")


def test_search_works_without_scripts(visit: Visit) -> None:
    page = visit("/", java_script_enabled=False)
    page.locator("#q").fill("prisoner")
    page.locator("button[type=submit]").click()
    assert page.locator(".results mark").text_content() == "prisoner"


def test_the_text_lights_its_card_on_hover_and_the_card_its_text(visit: Visit) -> None:
    page = visit(ARTICLE)
    page.locator(".text .content").first.hover()
    number = page.locator(".text .content").first.get_attribute("data-statement")
    assert page.locator(f'.card[data-statement="{number}"].lit').count() == 1
    page.locator('.card[data-statement="2"]').hover()
    assert page.locator('.text .content[data-statement="2"].lit').count() >= 1
    assert page.locator(f'.card[data-statement="{number}"].lit').count() == (number == "2")


def test_a_click_on_the_text_moves_the_focus_to_its_card(visit: Visit) -> None:
    page = visit(ARTICLE)
    page.locator('.text .content[data-statement="2"]').first.click()
    assert page.evaluate("document.activeElement.dataset.statement") == "2"


def test_the_keyboard_goes_from_number_to_card_and_back(visit: Visit) -> None:
    page = visit(ARTICLE)
    page.locator(".ref").first.focus()
    number = page.locator(".ref").first.get_attribute("data-statement")
    assert page.locator(f'.card[data-statement="{number}"].lit').count() == 1
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.card').dataset.statement") == number
    page.keyboard.press("Enter")
    assert page.url.endswith("#at-" + page.locator(f'.card[data-statement="{number}"]').get_attribute("id"))


def test_the_first_stop_of_the_keyboard_leads_past_the_masthead(visit: Visit) -> None:
    page = visit(ARTICLE)
    page.keyboard.press("Tab")
    assert visible_focus(page) == "Skip to the page"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_numbers_link_text_and_cards_without_scripts(visit: Visit) -> None:
    page = visit(ARTICLE, java_script_enabled=False)
    card = page.locator(".card").first.get_attribute("id")
    assert page.locator(f'.ref[href="#{card}"]').count() == 1
    assert page.locator(f'.card a[href="#at-{card}"]').count() == 1


def test_a_citation_is_copied(visit: Visit) -> None:
    page = visit(ARTICLE, permissions=["clipboard-read", "clipboard-write"])
    page.locator('.card[data-statement="2"]').get_by_text("Copy citation").click()
    page.get_by_role("button", name="Copy statement 2 as Markdown").click()
    page.get_by_text("Copied.").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()").startswith("> ")


def test_forms_are_told_without_colour(visit: Visit) -> None:
    page = visit(ARTICLE, forced_colors="active")
    styles = {
        form: page.locator(f".legend .form-{form}").evaluate("one => getComputedStyle(one).textDecorationStyle")
        for form in ("direct", "indirect", "mixed")
    }
    assert styles == {"direct": "solid", "indirect": "dotted", "mixed": "double"}


def test_lines_of_reading_text_are_60_to_75_letters_long(visit: Visit) -> None:
    page = visit(ARTICLE)
    letters = page.locator(".text p.paragraph").first.evaluate(
        """one => {
          const ruler = document.createElement("span");
          ruler.textContent = "the quick brown fox jumps over the lazy dog and runs to the far hills ".repeat(2);
          ruler.className = "ruler";
          one.append(ruler);
          const width = ruler.getClientRects().length > 1
            ? [...ruler.getClientRects()].reduce((sum, line) => sum + line.width, 0) : ruler.offsetWidth;
          const letters = one.clientWidth / (width / ruler.textContent.length);
          ruler.remove();
          return letters;
        }"""
    )
    assert 60 <= letters <= 78


def test_the_first_view_is_light(visit: Visit) -> None:
    page = visit("/")
    sizes = page.evaluate(
        "performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
        ".reduce((sum, one) => sum + one.encodedBodySize, 0)"
    )
    assert sizes < 150_000


SIXTY = Story(
    headline="Sixty people speak",
    paragraphs=tuple(
        f"Speaker {number:02} claimed{number:02} that pier number {number:02} needs a new lamp, which the council has "
        "put off since the spring, and that nobody had answered the letters." for number in range(60)
    ),
    said=tuple(
        Said(
            content=(f"pier number {number:02} needs a new lamp",), cue=f"claimed{number:02}",
            source=f"Speaker {number:02}", name=f"Speaker {number:02}",
        ) for number in range(60)
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def long_article(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A browser's page with an article of sixty statements."""
    path = tmp_path_factory.mktemp("sixty") / "record.db"
    with open_store(path, create=True) as record:
        page = page_of(SIXTY)
        record.add(page, reading_of(SIXTY, page))
    with serving(path) as room:
        opened = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
        opened.goto(room.entrance)
        opened.goto(f"{room.url}/articles/{reading_of(SIXTY).article.id}")
        yield opened
        opened.close()


def test_the_focus_stays_in_sight_however_quickly_one_tabs(long_article: Any) -> None:
    # A page that scrolls smoothly lags behind: after twenty quick tabs the focus was three screens below.
    long_article.emulate_media(reduced_motion="no-preference")
    long_article.locator(".wordmark").focus()
    for _ in range(40):
        long_article.keyboard.press("Tab")
    place = long_article.evaluate("(({top, bottom}) => [top, bottom])(document.activeElement.getBoundingClientRect())")
    long_article.emulate_media(reduced_motion="reduce")
    assert long_article.evaluate("document.activeElement.className").startswith("ref")
    assert 0 <= place[0] < place[1] <= 800


def test_among_sixty_cards_the_one_that_is_read_comes_into_sight_and_the_text_stays(long_article: Any) -> None:
    long_article.locator('.ref[data-statement="5"]').focus()
    before = long_article.evaluate("scrollY")
    long_article.locator('.text .content[data-statement="5"]').click()
    card = long_article.locator('.card[data-statement="5"]').bounding_box()
    assert card is not None
    assert 0 <= card["y"] <= 800 - card["height"]
    assert long_article.evaluate("scrollY") == before
    long_article.locator('.ref[data-statement="50"]').focus()
    later = long_article.locator('.card[data-statement="50"]').bounding_box()
    assert later is not None
    assert 0 <= later["y"] <= 800 - later["height"]


def test_sixty_statements_bar_nobody_and_stay_light(long_article: Any, check_accessible: Any) -> None:
    check_accessible(long_article)
    size = long_article.evaluate("performance.getEntriesByType('navigation')[0].encodedBodySize")
    assert size < 150_000
