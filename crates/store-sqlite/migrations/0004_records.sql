-- What several processes share and change in turn: who leads, how an account's request budget stands. Whoever
-- changes a record must have read its newest version.
CREATE TABLE records (
    name          TEXT    NOT NULL PRIMARY KEY,
    version       INTEGER NOT NULL,
    -- JSON
    value         TEXT    NOT NULL
) STRICT;

-- who listens to the journal asks for what has changed lately
CREATE INDEX communications_updated ON communications (updated_at);
