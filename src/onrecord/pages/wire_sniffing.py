"""Which wire format a file is in, by its bytes: IPTC ninjs, NITF, NewsML-G2, NewsML 1, schema.org JSON-LD."""

from __future__ import annotations

import re

from onrecord.schema import TextForm

SNIFFED = 65_536
"""Bytes looked at: comments may stand above NewsML's first name, and a long body above ninjs' other names."""

_ROOTS: dict[bytes, TextForm] = {
    b"nitf": "nitf", b"newsml": "newsml", b"newsitem": "newsml_g2", b"newsmessage": "newsml_g2",
    b"packageitem": "newsml_g2", b"conceptitem": "newsml_g2", b"knowledgeitem": "newsml_g2",
    b"planningitem": "newsml_g2", b"catalogitem": "newsml_g2",
}  # fmt: skip
_PROLOG = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
# A DOCTYPE with entities of its own is looked over as well: whoever reads the page says why it is refused.
_DOCTYPE = re.compile(rb"<!DOCTYPE\s+(?:[\w.-]+:)?([\w.-]+)", re.IGNORECASE)
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([\w.-]+)[\s/>]")

_OPENS_JSON = re.compile(rb"\s*(?:\{\s*\"|\[\s*\{)")
_SCHEMA_ORG = re.compile(rb"\"(?:@context|@vocab)\"\s*:[^\"{\[]*[\[{]?[^}\]]{0,200}?schema\.org")
_ARTICLE_TYPE = re.compile(
    rb"\"@type\"\s*:\s*\[?\s*\"(?:https?://schema\.org/|schema:)?\w*(?:Article|BlogPosting|SocialMediaPosting|Report)\""
)
_NINJS_STANDARD = re.compile(rb"\"\$?standard\"\s*:\s*\{[^{}]{0,300}ninjs", re.IGNORECASE)
_NINJS_NAME = re.compile(rb"\"(?:uri|guid)\"\s*:\s*\"")
_NINJS_FIELD = re.compile(
    rb"\"(?:versioncreated|firstcreated|pubstatus|representationtype|headlines?|bodies|by(?:line)?|body_\w+"
    rb"|description_\w+|descriptions|copyrightholder|usageterms|slugline|urgency)\"\s*:",
    re.IGNORECASE,
)


def wire_form(content: bytes, suffix: str) -> TextForm | None:
    """Say which wire format `content` is in, or None. `suffix` decides only between formats, in lower case."""
    letters = content[:SNIFFED].removeprefix(b"\xef\xbb\xbf")
    if letters.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in letters[:4]:
        letters = letters.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\x00", b"")
    return _json_form(letters, suffix) if _OPENS_JSON.match(letters) else _xml_form(letters)


def _xml_form(letters: bytes) -> TextForm | None:
    opened = _PROLOG.match(letters)
    at = opened.end() if opened else 0
    found = _DOCTYPE.match(letters, at) or _ROOT.match(letters, at)
    return _ROOTS.get(found[1].lower()) if found else None


def _json_form(letters: bytes, suffix: str) -> TextForm | None:
    """JSON says what it is by its names: linked data by its types, ninjs by an identifier and fields of its own."""
    if _NINJS_STANDARD.search(letters):
        return "ninjs"
    if suffix == ".jsonld" or _SCHEMA_ORG.search(letters) or _ARTICLE_TYPE.search(letters):
        return "json_ld"
    return "ninjs" if _NINJS_NAME.search(letters) and _NINJS_FIELD.search(letters) else None
