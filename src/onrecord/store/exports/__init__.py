"""Statements leave the record: JSON Lines and Parquet, CSV for people, W3C Web Annotation, ninjs for newsrooms."""

from onrecord.store.exports.exporting import FORMATS, ArticleSource, ExportFormat, export_statements, format_for

__all__ = ["FORMATS", "ArticleSource", "ExportFormat", "export_statements", "format_for"]
