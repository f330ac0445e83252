"""A wire file with several stories is parted so that each can be read alone, in its own bytes."""

import json

import pytest

from onrecord.articles.wire import extract_wire
from onrecord.pages.wire_splitting import split_wire
from onrecord.schema import Article, Origin, Page, Rejection, TextForm

NAR = "http://iptc.org/std/nar/2006-10-01/"


def item(guid: str, kind: str = "text", inside: str = "") -> str:
    meta = f'<itemMeta><itemClass qcode="ninat:{kind}"/></itemMeta>'
    told = (
        f'<contentMeta><headline>Story {guid}</headline><description role="drol:caption">Picture {guid}.</description>'
    )
    text = f"<contentSet><inlineData>The mayor of {guid} said né.</inlineData></contentSet>"
    return f'<newsItem guid="{guid}">{meta}{told}</contentMeta>{inside}{text if kind == "text" else ""}</newsItem>'


def message(*items: str, declaration: str = "") -> str:
    header, joined = "<header><sender>x</sender></header>", "\n".join(items)
    return f'{declaration}<newsMessage xmlns="{NAR}">{header}<itemSet>{joined}</itemSet></newsMessage>'


def read(content: bytes, form: TextForm) -> Article | Rejection:
    return extract_wire(Page(content=content, origin=Origin(), form=form))


def headlines(pieces: list[bytes], form: TextForm) -> list[str | None]:
    return [
        outcome.headline if isinstance(outcome := read(piece, form), Article) else outcome.reason for piece in pieces
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_a_message_with_several_stories_is_parted(encoding: str) -> None:
    declaration = '<?xml version="1.0"?>' if encoding.startswith("utf-8") else '<?xml version="1.0" encoding="utf-16"?>'
    content = message(item("A"), item("B"), item("C"), declaration=declaration)
    raw = b"\xfe\xff" + content.encode(encoding) if encoding == "utf-16-be" else content.encode(encoding)
    pieces = split_wire(raw, "newsml_g2")
    assert headlines(pieces, "newsml_g2") == ["Story A", "Story B", "Story C"]


def test_a_piece_is_made_of_the_file_s_own_bytes() -> None:
    content = message(item("A"), item("B"), declaration='<?xml version="1.0" encoding="iso-8859-1"?>\n').encode(
        "latin-1"
    )
    first, second = split_wire(content, "newsml_g2")
    assert item("A").encode("latin-1") in first
    assert item("B").encode("latin-1") not in first
    assert first.startswith(content[:40])
    assert second.endswith(content[-20:])


def test_a_file_with_one_story_is_left_as_it_is() -> None:
    for content in (message(item("A")), message(item("A"), item("P", "picture")), item("A")):
        assert split_wire(content.encode(), "newsml_g2") == [content.encode()]


def test_a_picture_goes_with_the_story_that_refers_to_it() -> None:
    link = '<itemMeta><link rel="irel:seeAlso" residref="P"/></itemMeta>'
    pieces = split_wire(message(item("P", "picture"), item("A", inside=link), item("B")).encode(), "newsml_g2")
    outcomes = [read(piece, "newsml_g2") for piece in pieces]
    captions = [[caption.text for caption in outcome.captions] for outcome in outcomes if isinstance(outcome, Article)]
    assert captions == [["Picture P."], []]


def test_a_package_between_stories_doesn_t_part_them() -> None:
    package = "<packageItem guid='K'><groupSet><group><itemRef residref='A'/></group></groupSet></packageItem>"
    pieces = split_wire(message(item("A"), package, item("B")).encode(), "newsml_g2")
    assert headlines(pieces, "newsml_g2") == ["Story A", "Story B"]


def test_newsml_1_is_parted() -> None:
    story = (
        "<NewsItem><NewsComponent><NewsLines><HeadLine>{0}</HeadLine></NewsLines>"
        "<ContentItem><DataContent>No.</DataContent></ContentItem></NewsComponent></NewsItem>"
    )
    content = f"<NewsML><NewsEnvelope/>{story.format('A')}{story.format('B')}</NewsML>".encode()
    assert headlines(split_wire(content, "newsml"), "newsml") == ["A", "B"]


def test_entities_are_never_expanded_in_parting() -> None:
    laughs = '<!DOCTYPE newsMessage [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    content = (laughs + message(item("A"), item("&b;"))).encode()
    assert split_wire(content, "newsml_g2") == [content]


def test_what_cannot_be_parted_names_the_other_stories() -> None:
    outcome = read(message(item("A"), item("B")).encode(), "newsml_g2")
    assert isinstance(outcome, Article)
    assert "another story of the message: Story B" in [piece.text for piece in outcome.furniture]


STORY = '{{"uri": "urn:x:{0}", "headline": "{0}", "body_text": "The mayor\\nsaid no."}}'


def test_a_list_and_lines_of_ninjs_are_parted_in_their_own_bytes() -> None:
    a, b = STORY.format("A"), STORY.format("B")
    assert split_wire(f"[{a} ,\n {b}]".encode(), "ninjs") == [a.encode(), b.encode()]
    assert split_wire(f"{a}\n\n{b}\r\n".encode(), "ninjs") == [a.encode(), f"{b}\r".encode()]
    assert split_wire(f"[{a}]".encode(), "ninjs") == [f"[{a}]".encode()]


def test_a_broken_line_costs_that_line() -> None:
    lines = "\n".join([STORY.format("A"), STORY.format("B")[:30], STORY.format("C")])
    assert headlines(split_wire(lines.encode(), "ninjs"), "ninjs") == ["A", "unparsable_json", "C"]


def test_an_object_over_several_lines_is_one_story() -> None:
    content = json.dumps(json.loads(STORY.format("A")), indent=1).encode()
    assert split_wire(content, "ninjs") == [content]


def test_articles_of_a_graph_keep_their_people() -> None:
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Person", "@id": "#ada", "name": "Ada Norling"},
            {"@type": "NewsArticle", "headline": "A", "articleBody": "No.", "author": {"@id": "#ada"}},
            {"@type": ["NewsArticle"], "headline": "B", "articleBody": "Yes.", "author": {"@id": "#ada"}},
        ],
    }
    outcomes = [read(piece, "json_ld") for piece in split_wire(json.dumps(graph).encode(), "json_ld")]
    found = [(outcome.headline, outcome.authors) for outcome in outcomes if isinstance(outcome, Article)]
    assert found == [("A", ("Ada Norling",)), ("B", ("Ada Norling",))]


def test_a_live_blog_with_its_updates_is_one_story() -> None:
    blog = {"@type": "LiveBlogPosting", "liveBlogUpdate": [{"@type": "BlogPosting", "articleBody": "No."}] * 3}
    content = json.dumps(blog).encode()
    assert split_wire(content, "json_ld") == [content]
