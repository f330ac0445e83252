"""Corrections in a real browser: by keyboard alone, by mouse, without scripts, by two people, on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from browser.conftest import PHONE, ReadingRoom, serving
from synthetic.stories import KURSK, OSLO, page_of, reading_of

from onrecord.store import RecordStore, open_store

ARTICLE = f"/articles/{reading_of(KURSK).article.id}"
WELL, ENDS, LOSSES, OFFICIAL = (one.id for one in reading_of(KURSK).attributions)
TEXT = reading_of(KURSK).article.text
PASSWORD = "four plain old words"

Open = Callable[..., Any]


@pytest.fixture
def own_store(tmp_path: Path) -> Path:
    """The file of a record that this test alone corrects."""
    path = tmp_path / "record.db"
    with open_store(path, create=True) as record:
        for story in (KURSK, OSLO):
            record.add(page_of(story), reading_of(story))
        record.people.add_person("Rea", "reader", PasswordHasher(time_cost=1, memory_cost=64).hash(PASSWORD))
    return path


@pytest.fixture
def record(own_store: Path) -> Iterator[RecordStore]:
    with open_store(own_store) as opened:
        yield opened


@pytest.fixture
def own_room(own_store: Path) -> Iterator[ReadingRoom]:
    with serving(own_store) as opened:
        yield opened


@pytest.fixture
def open_page(browser: Any, own_room: ReadingRoom) -> Iterator[Open]:
    """Open an address, signed in as an editor; whatever the browser complains about fails the test."""
    complaints: list[str] = []
    contexts: list[Any] = []

    def opened(address: str, **options: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
        page.goto(own_room.entrance)
        page.goto(own_room.url + address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def say(page: Any, why: str) -> None:
    """Type into the field that has the focus, and press Enter; wait for the page that one is led back to."""
    assert page.evaluate("document.activeElement.name") == "because"
    page.keyboard.type(why)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def press(page: Any, key: str) -> None:
    """Press a key that asks for nothing more."""
    with page.expect_navigation():
        page.keyboard.press(key)


def chosen(page: Any) -> str:
    return page.evaluate("document.activeElement.id")


def verdicts(record: RecordStore) -> dict[str, str | None]:
    found = record.connections.statements([WELL, ENDS, LOSSES, OFFICIAL])
    return {one.id: one.review.verdict if one.review else None for one in found}


def test_the_whole_flow_goes_by_keyboard(open_page: Open, record: RecordStore) -> None:
    page = open_page(ARTICLE)
    page.keyboard.press("j")
    first = chosen(page)
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert chosen(page) == first
    page.keyboard.press("a")
    say(page, "read the page")
    assert chosen(page) == first
    page.keyboard.press("j")
    second = chosen(page)
    press(page, "a")  # the last reason is kept: nothing is asked
    assert (verdicts(record)[first], verdicts(record)[second]) == ("accepted", "accepted")
    page.keyboard.press("u")
    say(page, "too soon")
    assert verdicts(record)[second] is None
    page.keyboard.press("x")
    say(page, "nobody said it")
    assert verdicts(record)[second] == "rejected"
    press(page, "u")  # the card is gone: what was just done is told above, and undone there
    assert verdicts(record)[second] is None
    assert [one.kind for one in record.identities.corrections()] == ["accept", "accept", "undo", "reject", "undo"]


def test_spans_and_speaker_are_edited_by_keyboard_on_the_card(open_page: Open, record: RecordStore) -> None:
    page = open_page(f"{ARTICLE}#{LOSSES}")
    assert chosen(page) == LOSSES
    page.keyboard.press("e")
    page.locator(f"[id='{LOSSES}'] textarea[name=content]:focus").wait_for()
    page.keyboard.press("Control+A")
    page.keyboard.type("denied any losses")
    page.keyboard.press("Tab")
    say(page, "the verb belongs to it")
    assert record.connections.statements([LOSSES])[0].attribution.content[0].text == "denied any losses"
    assert chosen(page) == LOSSES
    page.keyboard.press("s")
    page.locator(f"[id='{LOSSES}'] [name=speaker]:focus").wait_for()
    page.keyboard.type("Andrii Sybiha")
    page.keyboard.press("Tab")
    say(page, "the ministry's own")
    assert record.connections.statements([LOSSES])[0].attribution.speakers[0].name == "Andrii Sybiha"


SELECT = """(words) => {
  const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.lastIndexOf(words);
    if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + words.length);
  }
}"""


@pytest.mark.parametrize("address", [ARTICLE, f"/statements/{OFFICIAL}"])
def test_words_are_selected_and_taken(open_page: Open, record: RecordStore, address: str) -> None:
    page = open_page(address)
    scope = page.locator(f"[id='{OFFICIAL}']") if address == ARTICLE else page
    if address == ARTICLE:
        scope.locator("summary", has_text="Review").click()
        scope.get_by_role("link", name="Other spans").click()
    else:
        page.locator("summary", has_text="Other spans").click()
    for words, name in (
        ("Zelenskyy", "source"),
        ("said", "cue"),
        ("the talks", "content"),
        ("go on", "one more content"),
    ):
        page.evaluate(SELECT, words)
        scope.get_by_role("button", name=name, exact=True).click()
    form = scope.locator("form[data-spans]")
    form.locator("[name=because]").fill("read again")
    with page.expect_navigation():
        form.get_by_role("button", name="Set the spans").click()
    attribution = record.connections.statements([OFFICIAL])[0].attribution
    assert [span.text for span in attribution.content] == ["the talks", "go on"]
    assert attribution.source[0].start == TEXT.rindex("Zelenskyy")
    assert attribution.cue[0].start == TEXT.rindex("said")


def test_names_are_suggested_from_the_record(open_page: Open) -> None:
    page = open_page(f"/statements/{LOSSES}")
    page.locator("summary", has_text="Another speaker").click()
    page.locator("[name=speaker]").press_sequentially("Løkke", delay=5)
    page.locator("datalist option[value='Lars Løkke']").wait_for(state="attached")


def test_keys_are_letters_in_a_field_and_with_a_modifier(open_page: Open, record: RecordStore) -> None:
    page = open_page(f"/statements/{WELL}")
    why = page.locator("form[data-verdict] [name=because]")
    why.focus()
    page.keyboard.type("axe suj?k")
    assert why.input_value() == "axe suj?k"
    page.locator(".card").focus()
    page.keyboard.press("Alt+a")
    page.keyboard.press("Control+x")
    assert record.identities.corrections() == []


def test_the_keys_are_listed_and_can_be_switched_off_for_good(open_page: Open, check_accessible: Any) -> None:
    page = open_page(ARTICLE, reduced_motion="reduce")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    assert dialog.locator("kbd").all_inner_texts() == list("jkaxesu?")
    check_accessible(page)
    page.get_by_label("Use these keys in this browser").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.locator(".chosen").count() == 0
    page.reload()
    page.keyboard.press("j")
    assert page.locator(".chosen").count() == 0
    page.keyboard.press("?")  # the list stays within reach: it is where they are switched on
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Use these keys in this browser").check()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.locator(".chosen").count() == 1


def test_the_queue_is_emptied_key_by_key(open_page: Open, record: RecordStore) -> None:
    page = open_page("/queue")
    page.keyboard.press("j")
    page.keyboard.press("a")
    say(page, "read the page")
    for _ in range(len(KURSK.said) + len(OSLO.said) - 1):
        press(page, "a")
    assert list(record.reviews.queue()) == []
    assert page.get_by_text("was judged by a person").is_visible()
    page.keyboard.press("u")
    say(page, "not that one")
    assert len(list(record.reviews.queue())) == 1


def test_everything_goes_without_scripts(open_page: Open, record: RecordStore) -> None:
    page = open_page(ARTICLE, java_script_enabled=False)
    card = page.locator(f"[id='{WELL}']")
    card.locator("summary", has_text="Review").click()
    card.get_by_label("Why").fill("a headline")
    card.get_by_role("button", name="Reject").click()
    assert page.locator("[data-notice]").get_by_text("Rejected.").is_visible()
    page.locator("[data-notice] summary").click()
    page.locator("[data-notice]").get_by_label("Why").fill("it is one")
    page.locator("[data-notice]").get_by_role("button").click()
    assert verdicts(record)[WELL] is None
    page.locator(f"[id='{WELL}'] summary", has_text="Review").click()
    page.locator(f"[id='{WELL}']").get_by_role("link", name="Other spans").click()
    page.locator("summary", has_text="Other spans").click()
    page.get_by_label("Cue: how").fill("said on Tuesday")
    page.locator("form[data-spans]").get_by_label("Why").fill("the day belongs to it")
    page.get_by_role("button", name="Set the spans").click()
    page.locator("summary", has_text="Another speaker").click()
    page.get_by_label("Who said it", exact=True).fill("Andrii Sybiha")
    page.locator("form[data-speaker]").get_by_label("Why").fill("his own account")
    page.get_by_role("button", name="Name the speaker").click()
    attribution = record.connections.statements([WELL])[0].attribution
    assert (attribution.cue[0].text, attribution.speakers[0].name) == ("said on Tuesday", "Andrii Sybiha")


def test_the_second_of_two_people_sees_what_the_first_did(
    open_page: Open, record: RecordStore, check_accessible: Any
) -> None:
    page = open_page(f"/statements/{WELL}")
    record.reviews.reject(WELL, who="Bo Lind", because="a headline")
    page.keyboard.press("a")
    say(page, "read the page")
    assert page.get_by_role("heading", name="This statement changed while you looked at it").is_visible()
    assert page.get_by_text("Bo Lind rejected this statement").is_visible()
    check_accessible(page)
    assert verdicts(record)[WELL] == "rejected"
    with page.expect_navigation():
        page.get_by_role("button", name="Accept it as it is now").click()
    assert verdicts(record)[WELL] == "accepted"


def test_a_reader_signs_in_and_writes_and_an_editor_answers_by_correcting(
    open_page: Open, browser: Any, own_room: ReadingRoom, record: RecordStore, check_accessible: Any
) -> None:
    reader = browser.new_page(viewport=PHONE)
    reader.goto(f"{own_room.url}/statements/{WELL}")
    check_accessible(reader)
    reader.get_by_label("Name").fill("rea")
    reader.get_by_label("Password").fill(PASSWORD)
    reader.get_by_role("button", name="Sign in").click()
    assert reader.url.endswith(f"/statements/{WELL}")
    assert reader.locator("form[data-verdict]").count() == 0
    reader.locator("summary", has_text="Write to the editors").click()
    reader.get_by_label("This is wrong because …").fill("He never said that.")
    reader.get_by_role("button", name="Send").click()
    assert reader.locator(".letter .state").inner_text() == "open"
    check_accessible(reader)

    editor = open_page("/queue")
    editor.get_by_role("link", name="Correct the statement").click()
    editor.locator("form[data-verdict] [name=because]").fill("You are right.")
    editor.get_by_role("button", name="Reject").click()
    assert [one.state for one in record.reviews.letters()] == ["corrected"]
    reader.reload()
    assert reader.get_by_text("You are right.").is_visible()
    reader.get_by_role("button", name="Sign out").click()
    assert reader.get_by_role("heading", name="Sign in").is_visible()
    reader.context.close()


ADDRESSES = ("/queue", "/letters", "/corrections", f"/statements/{ENDS}?letter=1", f"{ARTICLE}?did=2", "/sign-in")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_bars_anybody_and_a_phone_shows_it_all(
    open_page: Open, record: RecordStore, check_accessible: Any, scheme: str
) -> None:
    record.reviews.accept(WELL, who="Bo", because="heard it in the recording, which is an hour long")
    record.reviews.reject(OFFICIAL, who="Bo", because="https://example.org/" + "a-long-address-" * 9)
    record.reviews.accept(ENDS, who="Ada", because="both halves are there")
    record.identities.undo(3, who="Ada", because="one half is missing")
    record.reviews.write_letter(ENDS, "That is not what he said, " * 9, sender="Rea")
    for address in ADDRESSES:
        page = open_page(address, viewport=PHONE, color_scheme=scheme, reduced_motion="reduce")
        page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
        check_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], address
