-- What was fetched from an address last, so that its server is asked only whether it has changed since. `content`
-- (zlib) is null where the page itself is on the record.
CREATE TABLE fetches (
  url          TEXT PRIMARY KEY,
  etag         TEXT,
  modified     TEXT,
  content_type TEXT,
  fetched_at   TEXT NOT NULL,
  page         TEXT NOT NULL,         -- sha256:… of the bytes
  content      BLOB
) STRICT;
CREATE INDEX fetches_by_page ON fetches (page) WHERE content IS NOT NULL;
CREATE TRIGGER fetched_page_is_kept AFTER INSERT ON pages BEGIN
  UPDATE fetches SET content = NULL WHERE page = new.id AND content IS NOT NULL;
END;

CREATE INDEX articles_by_day ON articles (published, id);
