"""Wire formats: IPTC ninjs, NITF, NewsML-G2 and NewsML 1, schema.org JSON-LD."""

from onrecord.articles.wire.extract import extract_wire

__all__ = ["extract_wire"]
