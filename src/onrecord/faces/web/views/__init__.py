"""What a page shows, as typed values: pure functions from the record's types, without HTTP and without a store."""
