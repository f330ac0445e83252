-- Who makes which statement, across articles: what the reader of one speaker's statements walks, the newest first.
-- Follows from the tables below at every moment; the triggers see to it within the transaction that changes them.

-- `speaker` is whom a person named, else the speaker across articles, else the one as read; `day` is empty where it
-- isn't known. What a person rejected is here too.
CREATE TABLE voices (
  speaker   TEXT NOT NULL,
  day       TEXT NOT NULL,
  article   TEXT NOT NULL,
  statement INTEGER NOT NULL REFERENCES statements (number) ON DELETE CASCADE,
  PRIMARY KEY (speaker, day DESC, article, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX voices_by_statement ON voices (statement);

CREATE VIEW present_voices AS
  SELECT coalesce(said.reassigned, appearances.identity, said.speaker) AS speaker,
    coalesce(statements.day, '') AS day, statements.article, said.statement
  FROM statement_speakers AS said JOIN statements ON statements.number = said.statement
  LEFT JOIN appearances ON appearances.article = statements.article AND appearances.speaker = said.speaker;
-- DISTINCT: "Biden and the president" may be one voice.
INSERT INTO voices SELECT DISTINCT * FROM present_voices;

CREATE TRIGGER voice_came AFTER INSERT ON statement_speakers BEGIN
  DELETE FROM voices WHERE statement = new.statement;
  INSERT INTO voices SELECT DISTINCT * FROM present_voices WHERE statement = new.statement;
END;
CREATE TRIGGER voice_went AFTER DELETE ON statement_speakers BEGIN
  DELETE FROM voices WHERE statement = old.statement;
  INSERT INTO voices SELECT DISTINCT * FROM present_voices WHERE statement = old.statement;
END;
CREATE TRIGGER voice_changed AFTER UPDATE OF speaker, reassigned ON statement_speakers BEGIN
  DELETE FROM voices WHERE statement = new.statement;
  INSERT INTO voices SELECT DISTINCT * FROM present_voices WHERE statement = new.statement;
END;
CREATE TRIGGER voice_moved AFTER UPDATE OF day ON statements WHEN new.day IS NOT old.day BEGIN
  DELETE FROM voices WHERE statement = new.number;
  INSERT INTO voices SELECT DISTINCT * FROM present_voices WHERE statement = new.number;
END;
CREATE TRIGGER voice_identified AFTER UPDATE OF identity ON appearances WHEN new.identity IS NOT old.identity BEGIN
  DELETE FROM voices WHERE statement IN (SELECT number FROM statements WHERE article = new.article);
  INSERT INTO voices SELECT DISTINCT * FROM present_voices WHERE article = new.article;
END;
CREATE TRIGGER voice_identified_at_once AFTER INSERT ON appearances WHEN new.identity IS NOT NULL BEGIN
  DELETE FROM voices WHERE statement IN (SELECT number FROM statements WHERE article = new.article);
  INSERT INTO voices SELECT DISTINCT * FROM present_voices WHERE article = new.article;
END;
CREATE TRIGGER voice_unknown AFTER DELETE ON appearances WHEN old.identity IS NOT NULL BEGIN
  DELETE FROM voices WHERE statement IN (SELECT number FROM statements WHERE article = old.article);
  INSERT INTO voices SELECT DISTINCT * FROM present_voices WHERE article = old.article;
END;

-- The readings are large: who made how many of them is counted without them.
CREATE INDEX readings_by_producer ON readings (producer, recorded_at) WHERE outcome IS NOT NULL;
