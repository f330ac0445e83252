-- What belongs together across articles: statements of one claim ("claims"), copies of one story ("stories"), the same
-- words of somebody ("quotations"). One mechanism for all; `part` tells which. Everything up to `person_links` follows
-- from the articles and can be made anew.

-- Items that links hold together. `size` counts them; `changes` grows with every item, link or correction that came or
-- went, and what was answered is what `answered` says: where the two differ, the component is to be looked at anew.
CREATE TABLE link_components (
  number   INTEGER PRIMARY KEY,
  part     TEXT NOT NULL,
  size     INTEGER NOT NULL,
  changes  INTEGER NOT NULL DEFAULT 1,
  answered INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX stale_components ON link_components (part, number) WHERE changes <> answered;

-- Something in one article that may belong with others: a statement, or the article. `keys` is a JSON list; `facts` is
-- in the encoding of the part that made it; `place` is where it stands among those with the same key: by day, and
-- within a day by the hash of its id. `component` is null until it was linked, or was linked to.
CREATE TABLE link_items (
  number    INTEGER PRIMARY KEY,
  part      TEXT NOT NULL,
  id        TEXT NOT NULL,
  article   TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  keys      TEXT NOT NULL,
  facts     BLOB NOT NULL,
  place     INTEGER NOT NULL,
  component INTEGER,
  linked    INTEGER NOT NULL DEFAULT 0,
  UNIQUE (part, id)
) STRICT;
CREATE INDEX link_items_by_article ON link_items (article, part);
CREATE INDEX link_items_by_component ON link_items (component) WHERE component IS NOT NULL;
CREATE INDEX unlinked_items ON link_items (part, article, id) WHERE NOT linked;

-- Rows follow `link_items.keys`; the order is that of `place`, so that the nearest in time are found first.
CREATE TABLE link_keys (
  part  TEXT NOT NULL,
  key   INTEGER NOT NULL,             -- signed, 64 bits
  place INTEGER NOT NULL,
  item  INTEGER NOT NULL,
  PRIMARY KEY (part, key, place, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE links (
  first  INTEGER NOT NULL REFERENCES link_items (number) ON DELETE CASCADE,
  second INTEGER NOT NULL REFERENCES link_items (number) ON DELETE CASCADE,
  kind   TEXT NOT NULL,
  score  REAL NOT NULL,
  PRIMARY KEY (first, second, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_second ON links (second);

-- `weight` is by what a part's groups are listed, the heaviest first; 0 is not listed. For an open claim: independent
-- origins on its smaller side; for a story: its carriers, if more than one; for a quotation: 2 where a word was
-- altered, 1 where it was cut or joined.
CREATE TABLE link_groups (
  number    INTEGER PRIMARY KEY,
  part      TEXT NOT NULL,
  id        TEXT NOT NULL UNIQUE,
  component INTEGER NOT NULL REFERENCES link_components (number) ON DELETE CASCADE,
  about     TEXT NOT NULL,
  open      INTEGER NOT NULL,
  weight    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX link_groups_by_component ON link_groups (component);
CREATE INDEX listed_groups ON link_groups (part, weight DESC, id) WHERE weight > 0;

CREATE TABLE link_members (
  collection INTEGER NOT NULL REFERENCES link_groups (number) ON DELETE CASCADE,
  item       INTEGER NOT NULL REFERENCES link_items (number) ON DELETE CASCADE,
  role       TEXT NOT NULL,
  score      REAL NOT NULL,
  PRIMARY KEY (collection, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_members_by_item ON link_members (item);

-- A page that is read anew loses its items, with their links and memberships, and what they stood in is looked at anew.
CREATE TRIGGER link_item_went AFTER DELETE ON link_items BEGIN
  DELETE FROM link_keys WHERE part = old.part AND place = old.place AND item = old.number
    AND key IN (SELECT value FROM json_each(old.keys));
  UPDATE link_components SET size = size - 1, changes = changes + 1 WHERE number = old.component;
  DELETE FROM link_components WHERE number = old.component AND size = 0;
END;

-- From here on what people say, laid over the above. All of it is derived from the log of corrections: each of these
-- tables is replaced as a whole whenever the log or the articles that it speaks of change (store/sqlite/marking.py).

-- Two items are together, or apart, whatever the machine says. They are named by id, since either may not be on the
-- record now. `first` sorts before `second`.
CREATE TABLE person_links (
  part       TEXT NOT NULL,
  first      TEXT NOT NULL,
  second     TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('together', 'apart')),
  correction INTEGER NOT NULL,
  PRIMARY KEY (part, first, second)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_links_by_second ON person_links (part, second);

-- No claim that has this statement is a contest. A statement names it, since a claim's id follows from its statements.
CREATE TABLE claim_marks (
  statement  TEXT PRIMARY KEY,
  correction INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The article's story began in it ('origin'), or the article is no copy and carries its own text only ('no_copy').
CREATE TABLE story_marks (
  article    TEXT PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind IN ('origin', 'no_copy')),
  correction INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The statements that count: what a person rejected does not. A migration that keeps reviews replaces this view.
CREATE VIEW counted_statements AS SELECT number, id, article, position, day FROM statements;

-- Who makes a statement, across articles and under the name that is shown. The same migration may replace it, so that
-- it knows of statements that a person gave to another speaker.
CREATE VIEW counted_speakers AS
  SELECT said.statement, said.position, coalesce(appearances.identity, said.speaker) AS speaker,
    coalesce(identities.given, identities.name, speakers.name) AS name, speakers.kind
  FROM statement_speakers AS said
  JOIN statements ON statements.number = said.statement
  JOIN speakers ON speakers.id = said.speaker
  LEFT JOIN appearances ON appearances.article = statements.article AND appearances.speaker = said.speaker
  LEFT JOIN identities ON identities.id = appearances.identity;

-- Which story (the number of its group) an article carries. An article that is no copy carries none.
CREATE VIEW article_stories AS
  SELECT link_items.id AS article, collection AS story, link_items.number AS item, role, link_members.score
  FROM link_items JOIN link_members ON link_members.item = link_items.number
  WHERE part = 'stories' AND NOT EXISTS
    (SELECT 1 FROM story_marks WHERE story_marks.article = link_items.id AND story_marks.kind = 'no_copy');
