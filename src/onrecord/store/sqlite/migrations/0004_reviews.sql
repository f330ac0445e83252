-- What people say of statements and articles, laid over what the machine found; letters to the editors; and people.

-- Where the things stand that a correction is about, as they stood when it was made: an article's own corrections are
-- found without reading the log. `statement` is null where the correction is about the article as a whole.
CREATE TABLE correction_places (
  correction INTEGER NOT NULL REFERENCES corrections (number),
  position   INTEGER NOT NULL,
  page       TEXT,
  article    TEXT NOT NULL,
  statement  TEXT,
  PRIMARY KEY (correction, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX corrections_by_page ON correction_places (page);
CREATE INDEX corrections_by_article ON correction_places (article);
CREATE INDEX corrections_by_statement ON correction_places (statement) WHERE statement IS NOT NULL;
CREATE INDEX corrections_by_undone ON corrections (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX corrections_by_kind ON corrections (kind);

-- The same places as they are found on the record now, undone corrections' too; those that are gone have no row.
-- `statement` is empty for an article as a whole. Made anew whenever the article is.
CREATE TABLE laid_corrections (
  article    TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  statement  TEXT NOT NULL,
  correction INTEGER NOT NULL REFERENCES corrections (number),
  position   INTEGER NOT NULL,
  PRIMARY KEY (article, statement, correction, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX laid_by_statement ON laid_corrections (statement) WHERE statement <> '';
CREATE INDEX laid_by_correction ON laid_corrections (correction, position);

-- `verdict` is a person's (accepted, corrected, rejected) with the number of their last correction in force.
-- `machine` is what the machine says where `attribution` is a person's; empty where the machine finds nothing there.
ALTER TABLE statements ADD COLUMN verdict TEXT;
ALTER TABLE statements ADD COLUMN correction INTEGER;
ALTER TABLE statements ADD COLUMN machine TEXT;
CREATE INDEX statements_by_verdict ON statements (verdict, article) WHERE verdict IS NOT NULL;
CREATE INDEX statements_to_review ON statements (score, article, position) WHERE verdict IS NULL;

-- Whose statement it is by a person's word: the speaker across articles, and the correction that says so.
ALTER TABLE statement_speakers ADD COLUMN reassigned TEXT;
ALTER TABLE statement_speakers ADD COLUMN correction INTEGER;
-- With `reassigned` in it, whom a statement is counted for is read from the index alone.
DROP INDEX statements_by_speaker;
CREATE INDEX statements_by_speaker ON statement_speakers (speaker, reassigned);
CREATE INDEX reassigned_statements ON statement_speakers (reassigned) WHERE reassigned IS NOT NULL;
-- Names that came with such a speaker, not with the article: 1; else null.
ALTER TABLE speaker_names ADD COLUMN reassigned INTEGER;
CREATE INDEX reassigned_names ON speaker_names (article) WHERE reassigned IS NOT NULL;

-- Readers' notes and the editors' answers. Rows are only ever added; the last answer counts.
CREATE TABLE letters (
  number    INTEGER PRIMARY KEY,
  at        TEXT NOT NULL,
  sender    TEXT,
  place     TEXT NOT NULL,            -- JSON
  text      TEXT NOT NULL
) STRICT;
CREATE TABLE letter_answers (
  number     INTEGER PRIMARY KEY,
  letter     INTEGER NOT NULL REFERENCES letters (number),
  who        TEXT NOT NULL,
  at         TEXT NOT NULL,
  answer     TEXT NOT NULL,
  correction INTEGER REFERENCES corrections (number)
) STRICT;
CREATE INDEX answers_by_letter ON letter_answers (letter);
CREATE TRIGGER letters_stay BEFORE UPDATE ON letters BEGIN
  SELECT RAISE(ABORT, 'a letter is never changed: answer it');
END;
CREATE TRIGGER letters_are_kept BEFORE DELETE ON letters BEGIN
  SELECT RAISE(ABORT, 'a letter is never removed: answer it');
END;
CREATE TRIGGER answers_stay BEFORE UPDATE ON letter_answers BEGIN
  SELECT RAISE(ABORT, 'an answer is never changed: answer again');
END;
CREATE TRIGGER answers_are_kept BEFORE DELETE ON letter_answers BEGIN
  SELECT RAISE(ABORT, 'an answer is never removed: answer again');
END;

-- Who may look at the record and who may correct it, where it is served to others. `password` is a hash.
CREATE TABLE people (
  name       TEXT PRIMARY KEY,
  folded     TEXT NOT NULL UNIQUE,    -- the name in lower case: "Ada" and "ada" are one person
  role       TEXT NOT NULL CHECK (role IN ('reader', 'editor')),
  password   TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a person rejected counts nowhere, and what a person gave to another speaker is theirs.
DROP VIEW counted_statements;
CREATE VIEW counted_statements AS
  SELECT number, id, article, position, day FROM statements WHERE verdict IS NOT 'rejected';
DROP VIEW counted_speakers;
CREATE VIEW counted_speakers AS
  SELECT said.statement, said.position, coalesce(said.reassigned, appearances.identity, said.speaker) AS speaker,
    coalesce(identities.given, identities.name, speakers.name) AS name, coalesce(identities.kind, speakers.kind) AS kind
  FROM statement_speakers AS said
  JOIN statements ON statements.number = said.statement
  JOIN speakers ON speakers.id = said.speaker
  LEFT JOIN appearances ON appearances.article = statements.article AND appearances.speaker = said.speaker
  LEFT JOIN identities ON identities.id = coalesce(said.reassigned, appearances.identity);
