-- The record's first shape. Ids are hashes of content, so what people later say about an article, a statement or a
-- speaker (a correction) can name it and still find it after the machine's rows were made anew.

CREATE TABLE pages (
  id           TEXT PRIMARY KEY,      -- sha256:… of the bytes as fetched
  content      BLOB NOT NULL,         -- the bytes, zlib
  size         INTEGER NOT NULL,      -- of the bytes as fetched
  form         TEXT NOT NULL,         -- html, dump, plain
  url          TEXT,
  path         TEXT,
  fetched_at   TEXT,
  content_type TEXT,
  recorded_at  TEXT NOT NULL
) STRICT;

CREATE TABLE producers (
  number   INTEGER PRIMARY KEY,
  onrecord TEXT NOT NULL,
  model    TEXT NOT NULL,
  settings TEXT NOT NULL,
  UNIQUE (onrecord, model, settings)
) STRICT;

-- One row each time that a producer read a page. Only the present reading keeps its JSON (zlib); the earlier ones
-- stay as history: who read this page before, and which article it was then.
CREATE TABLE readings (
  number      INTEGER PRIMARY KEY,
  page        TEXT NOT NULL REFERENCES pages (id),
  producer    INTEGER NOT NULL REFERENCES producers (number),
  article     TEXT NOT NULL,
  outcome     BLOB,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_present_reading ON readings (page) WHERE outcome IS NOT NULL;
CREATE INDEX readings_by_page ON readings (page);
CREATE INDEX readings_by_article ON readings (article) WHERE outcome IS NOT NULL;

-- `page` is null where no bytes could be had; a page too large to keep has an id here and no row in `pages`.
CREATE TABLE rejections (
  number       INTEGER PRIMARY KEY,
  page         TEXT,
  url          TEXT,
  path         TEXT,
  fetched_at   TEXT,
  content_type TEXT,
  stage        TEXT NOT NULL,
  reason       TEXT NOT NULL,
  detail       TEXT NOT NULL,
  recorded_at  TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_rejection_per_page ON rejections (page) WHERE page IS NOT NULL;
CREATE INDEX rejections_by_origin ON rejections (url, path) WHERE page IS NULL;

-- From here on everything follows from `readings` and can be made anew from it.

-- One article may have several pages: the same text, publisher and day. `reading` is the one that it shows.
CREATE TABLE articles (
  id        TEXT PRIMARY KEY,
  reading   INTEGER NOT NULL REFERENCES readings (number),
  headline  TEXT,
  section   TEXT,
  published TEXT,
  publisher TEXT,
  agency    TEXT,
  language  TEXT,
  url       TEXT,
  path      TEXT
) STRICT;

CREATE TABLE statements (
  number      INTEGER PRIMARY KEY,
  id          TEXT NOT NULL,
  article     TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position    INTEGER NOT NULL,       -- within the article
  form        TEXT NOT NULL,
  stance      TEXT NOT NULL,
  negated     INTEGER NOT NULL,
  score       REAL NOT NULL,
  day         TEXT,                   -- said_on, or else the day of publication
  attribution TEXT NOT NULL,          -- JSON, as in the reading
  UNIQUE (article, id)
) STRICT;
CREATE INDEX statements_by_id ON statements (id);
CREATE INDEX statements_by_day ON statements (day DESC);

CREATE TABLE speakers (
  id   TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE statement_speakers (
  statement INTEGER NOT NULL REFERENCES statements (number) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  speaker   TEXT NOT NULL REFERENCES speakers (id),
  role      TEXT,
  PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX statements_by_speaker ON statement_speakers (speaker);

-- What an article calls a speaker, and the roles that it gives.
CREATE TABLE speaker_names (
  number  INTEGER PRIMARY KEY,
  speaker TEXT NOT NULL REFERENCES speakers (id),
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  name    TEXT NOT NULL,
  UNIQUE (speaker, article, name)
) STRICT;
CREATE INDEX speaker_names_by_article ON speaker_names (article);

CREATE TABLE speaker_roles (
  speaker TEXT NOT NULL REFERENCES speakers (id),
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  role    TEXT NOT NULL,
  PRIMARY KEY (speaker, article, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_roles_by_article ON speaker_roles (article);

-- Full text; rowid is the number of the statement or the name. English stems: "negotiate" finds "negotiations".
CREATE VIRTUAL TABLE statement_texts USING fts5 (
  content, headline, speakers, tokenize = 'porter unicode61 remove_diacritics 2'
);
-- Names come folded (store/folding.py), so that "Lokke" finds "Løkke".
CREATE VIRTUAL TABLE speaker_name_texts USING fts5 (name, tokenize = 'unicode61');
