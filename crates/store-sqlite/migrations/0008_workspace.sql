-- What people read and answer in lanes, and the list they take their work from. Moments are microseconds
-- since 1970 (UTC), JSON is text.

-- the lines of a lane's thread
CREATE TABLE entries (
    lane_id       INTEGER NOT NULL REFERENCES lanes (id),
    -- its place, from 1
    seq           INTEGER NOT NULL,
    -- grows in the thread with every line that is new or has changed
    revision      INTEGER NOT NULL,
    name          TEXT    NOT NULL,
    at            INTEGER NOT NULL,
    -- 1 when it counts as unread until somebody has read it
    calls         INTEGER NOT NULL,
    data          TEXT    NOT NULL,
    PRIMARY KEY (lane_id, seq)
) STRICT;
CREATE UNIQUE INDEX entries_name ON entries (lane_id, name);
CREATE INDEX entries_revision ON entries (lane_id, revision);

-- how far somebody has read a thread
CREATE TABLE reads (
    lane_id       INTEGER NOT NULL REFERENCES lanes (id),
    reader        TEXT    NOT NULL,
    seq           INTEGER NOT NULL,
    at            INTEGER NOT NULL,
    PRIMARY KEY (lane_id, reader)
) STRICT;

-- the board: one row a lane that people work in
CREATE TABLE cards (
    lane_id       INTEGER NOT NULL PRIMARY KEY REFERENCES lanes (id),
    connection_id INTEGER NOT NULL,
    place         TEXT    NOT NULL CHECK (place IN ('queue', 'held', 'closed')),
    holder        TEXT,
    waiting_since INTEGER,
    last_at       INTEGER NOT NULL,
    client        TEXT,
    data          TEXT    NOT NULL,
    changed_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX cards_open ON cards (connection_id, last_at) WHERE place <> 'closed';
CREATE INDEX cards_all ON cards (connection_id, last_at);
CREATE INDEX cards_client ON cards (connection_id, client, last_at);
CREATE INDEX cards_changed ON cards (connection_id, changed_at);

-- which employee of UIS somebody is who signs in, by a connection
CREATE TABLE operators (
    connection_id INTEGER NOT NULL REFERENCES connections (id),
    person_id     INTEGER NOT NULL REFERENCES people (id),
    employee      INTEGER NOT NULL,
    PRIMARY KEY (connection_id, person_id)
) STRICT;

-- ready answers of a connection's operators
CREATE TABLE quick_replies (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    connection_id INTEGER NOT NULL REFERENCES connections (id),
    title         TEXT    NOT NULL,
    text          TEXT    NOT NULL,
    author        TEXT    NOT NULL,
    changed_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX quick_replies_list ON quick_replies (connection_id, title);

-- links by which somebody who is signed in enters another page of ours, once and soon
CREATE TABLE entry_links (
    -- SHA-256 of the link's key
    hash          BLOB    NOT NULL PRIMARY KEY,
    person_id     INTEGER NOT NULL REFERENCES people (id),
    expires_at    INTEGER NOT NULL
) STRICT;
