"""Statements leave the record: JSON Lines and Parquet for programs, CSV for people, W3C Web Annotation for all."""

from onrecord.store.exports.exporting import FORMATS, ArticleSource, ExportFormat, export_statements, format_for

__all__ = ["FORMATS", "ArticleSource", "ExportFormat", "export_statements", "format_for"]
