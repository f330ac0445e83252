"""Safari's .webarchive: a property list with the page, its address, and what belongs to it."""

from __future__ import annotations

import io
import plistlib
from collections.abc import Iterator
from typing import Any
from xml.parsers.expat import ExpatError

from onrecord.pages.parts import Damaged, Part, Piece, read_whole
from onrecord.pages.settings import PageSettings
from onrecord.schema import Origin


def read_webarchive(part: Part, settings: PageSettings) -> Iterator[Piece]:
    """Yield the archive's page. Raises Damaged for a property list that is none, or is broken."""
    content = read_whole(part, settings.max_saved_bytes)
    try:
        main: Any = plistlib.loads(content)["WebMainResource"]
        body, url = main["WebResourceData"], main.get("WebResourceURL")
        media_type, charset = main.get("WebResourceMIMEType"), main.get("WebResourceTextEncodingName")
    except KeyError as error:
        raise Damaged("not_supported", "it is a property list without a web page: save the page as HTML") from error
    except (
        ValueError, TypeError, AttributeError, LookupError, OverflowError, RecursionError, MemoryError, ExpatError,
    ) as error:  # fmt: skip
        raise Damaged("damaged", f"it is no web archive that can be taken apart ({error}): save it again") from error
    if not isinstance(body, bytes):
        raise Damaged("damaged", "the web archive's page has no bytes: save it again")
    content_type = f"{media_type or 'text/html'}" + (f"; charset={charset}" if charset else "")
    address = url if isinstance(url, str) and url.startswith(("http://", "https://")) else part.origin.url
    origin = Origin(url=address, path=part.origin.path, member=part.origin.member)
    yield Part(
        stream=io.BytesIO(body), origin=origin, size=len(body), content_type=content_type, fetched_at=part.fetched_at
    )
