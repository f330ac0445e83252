-- Who is who across articles. `speakers` stays what the articles say; from here on it is joined.

-- A named speaker in one article. `facts` is what identity is decided from (JSON); only those of one block can be one
-- speaker by the machine's own judgement. `machine` is whose it is by that judgement, `identity` after corrections;
-- `correction` is the number of the last one that had a say. All are null until it has been reconciled.
CREATE TABLE appearances (
  article    TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  speaker    TEXT NOT NULL REFERENCES speakers (id),
  block      TEXT NOT NULL,
  facts      TEXT NOT NULL,
  machine    TEXT,
  rule       TEXT,
  score      REAL,
  identity   TEXT,
  correction INTEGER,
  PRIMARY KEY (article, speaker)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearances_by_block ON appearances (block);
CREATE INDEX appearances_by_identity ON appearances (identity);
CREATE INDEX appearances_by_machine ON appearances (machine);
CREATE INDEX appearances_by_speaker ON appearances (speaker);
CREATE INDEX corrected_appearances ON appearances (correction) WHERE correction IS NOT NULL;

CREATE TABLE identities (
  id     TEXT PRIMARY KEY,
  kind   TEXT NOT NULL,
  name   TEXT NOT NULL,
  given  TEXT,                        -- the name that a person gave it instead
  folded TEXT                         -- the same as it is searched for (store/folding.py)
) STRICT;
CREATE INDEX renamed_identities ON identities (folded) WHERE folded IS NOT NULL;

-- Which part of reconciling has seen an article, by which rules. A page that is read anew loses its rows here.
CREATE TABLE reconciled (
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  part    TEXT NOT NULL,
  rules   TEXT NOT NULL,
  PRIMARY KEY (part, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX reconciled_by_article ON reconciled (article);

-- Blocks with an appearance that came or went since they were last looked at.
CREATE TABLE stale_blocks (block TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER appearance_came AFTER INSERT ON appearances BEGIN
  INSERT OR IGNORE INTO stale_blocks VALUES (new.block);
END;
CREATE TRIGGER appearance_went AFTER DELETE ON appearances BEGIN
  INSERT OR IGNORE INTO stale_blocks VALUES (old.block);
END;

-- What people say against the machine. Rows are only ever added; an undo is a row of its own.
CREATE TABLE corrections (
  number  INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL,
  who     TEXT NOT NULL,
  at      TEXT NOT NULL,
  because TEXT NOT NULL,
  subject TEXT NOT NULL,              -- JSON: anchors and names
  undoes  INTEGER REFERENCES corrections (number)
) STRICT;
CREATE TRIGGER corrections_stay BEFORE UPDATE ON corrections BEGIN
  SELECT RAISE(ABORT, 'a correction is never changed: undo it');
END;
CREATE TRIGGER corrections_are_kept BEFORE DELETE ON corrections BEGIN
  SELECT RAISE(ABORT, 'a correction is never removed: undo it');
END;
