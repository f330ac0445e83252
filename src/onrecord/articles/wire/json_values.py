"""JSON from strangers: whatever stands where a text was expected, it is read or passed over, and nothing raises."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

from onrecord.articles.compose import canonical
from onrecord.articles.wire.decoding import decode_strictly
from onrecord.schema import Page, Rejection

Fields = dict[str, Any]


def parse_json_page(page: Page) -> Any | Rejection:
    """Parse a page's JSON; rejections are "wrong_encoding" and "unparsable_json", which says where."""
    text = decode_strictly(page.content, page.content_type)
    if isinstance(text, Rejection):
        return text
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        cut_off = error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated")
        remedy = "it seems to be cut off, get it again" if cut_off else "ask its sender for a mended one"
        where = f"line {error.lineno}, column {error.colno}"
        return Rejection("articles", "unparsable_json", f"it is no JSON ({error.msg}, {where}): {remedy}")
    except (ValueError, RecursionError) as error:
        told = "it nests too deep" if isinstance(error, RecursionError) else str(error)
        return Rejection("articles", "unparsable_json", f"it is no JSON that can be read ({told})")


def fields_of(value: Any) -> Fields:
    """An object's fields, or none where the value isn't an object."""
    return cast("Fields", value) if isinstance(value, dict) else {}


def items_of(value: Any) -> list[Any]:
    """A list's items; what stands alone is a list of one, null is none."""
    if isinstance(value, list):
        return cast("list[Any]", value)
    return [] if value is None else [value]


def text_in(value: Any) -> str | None:
    """A string as it shows; null for all else, and for a string that shows nothing."""
    return (canonical(value) or None) if isinstance(value, str) else None


def raw_text_in(value: Any) -> str:
    """A string with its line ends, which part paragraphs."""
    return value if isinstance(value, str) else ""


def texts_in(value: Any, *names: str) -> Iterator[str]:
    """The texts of a string, of a list of strings, or of objects: under the first of `names` that they have."""
    for item in items_of(value):
        held = fields_of(item)
        found = next((held[name] for name in names if held.get(name)), None) if held else item
        for inner in items_of(found):
            text = text_in(inner)
            if text:
                yield text
