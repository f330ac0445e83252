"""Floor 2: the record: rows in an embedded database. Knows only the schema."""
