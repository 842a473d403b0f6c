-- The engine's data. Moments are microseconds since 1970 (UTC), JSON is text.

CREATE TABLE lanes (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    connection_id INTEGER NOT NULL,
    key           TEXT    NOT NULL,
    state         TEXT    NOT NULL DEFAULT 'null',
    -- when the flow asked to be woken
    wake_at       INTEGER,
    -- a failed step is not repeated before this moment
    hold_until    INTEGER,
    -- how often the step at hand failed
    failures      INTEGER NOT NULL DEFAULT 0,
    -- when the lane has anything to do, and when it has anything live to do; NULL = nothing
    due_at        INTEGER,
    live_at       INTEGER,
    lease_owner   TEXT,
    lease_epoch   INTEGER NOT NULL DEFAULT 0,
    lease_until   INTEGER,
    UNIQUE (connection_id, key)
) STRICT;
CREATE INDEX lanes_due ON lanes (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX lanes_live ON lanes (live_at) WHERE live_at IS NOT NULL;

CREATE TABLE inbox (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    connection_id INTEGER NOT NULL,
    lane_id       INTEGER NOT NULL REFERENCES lanes (id),
    kind          TEXT    NOT NULL,
    dedup         TEXT    NOT NULL,
    payload       TEXT    NOT NULL,
    received_at   INTEGER NOT NULL,
    -- how often it came
    copies        INTEGER NOT NULL DEFAULT 1,
    state         TEXT    NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'dead')),
    UNIQUE (connection_id, dedup)
) STRICT;
CREATE INDEX inbox_lane ON inbox (lane_id, id);

CREATE TABLE outbox (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    connection_id INTEGER NOT NULL,
    lane_id       INTEGER NOT NULL REFERENCES lanes (id),
    operation     TEXT    NOT NULL UNIQUE,
    door          TEXT    NOT NULL,
    live          INTEGER NOT NULL,
    kind          TEXT    NOT NULL,
    payload       TEXT    NOT NULL,
    state         TEXT    NOT NULL DEFAULT 'pending'
        CHECK (state IN ('pending', 'sending', 'unknown', 'done', 'dead')),
    attempts      INTEGER NOT NULL DEFAULT 0,
    not_before    INTEGER,
    -- whether the flow wants to be told the result, and whether it was
    report        INTEGER NOT NULL,
    told          INTEGER NOT NULL DEFAULT 0,
    -- 1 from a replay of the lane until the flow plans the write again
    replayed      INTEGER NOT NULL DEFAULT 0,
    -- 1 when it was given up though it may have been carried out
    doubtful      INTEGER NOT NULL DEFAULT 0,
    -- the answer, or the failure, as JSON
    result        TEXT,
    planned_at    INTEGER NOT NULL,
    ended_at      INTEGER
) STRICT;
CREATE INDEX outbox_lane ON outbox (lane_id, id);
CREATE INDEX outbox_open ON outbox (lane_id, door, id) WHERE state IN ('pending', 'sending', 'unknown');

-- doors that are shut for a while
CREATE TABLE pauses (
    connection_id INTEGER NOT NULL,
    door          TEXT    NOT NULL,
    until         INTEGER NOT NULL,
    failure       TEXT    NOT NULL,
    PRIMARY KEY (connection_id, door)
) STRICT;

-- names taken for a while, so that two who work at once do not make one thing twice
CREATE TABLE names (
    connection_id INTEGER NOT NULL,
    name          TEXT    NOT NULL,
    holder        TEXT    NOT NULL,
    until         INTEGER NOT NULL,
    PRIMARY KEY (connection_id, name)
) STRICT;

-- the journal's list: one row a lane
CREATE TABLE communications (
    lane_id       INTEGER PRIMARY KEY,
    connection_id INTEGER NOT NULL,
    kind          TEXT    NOT NULL,
    direction     TEXT,
    phone         TEXT,
    title         TEXT    NOT NULL DEFAULT '',
    state         TEXT    NOT NULL DEFAULT 'waiting',
    reason        TEXT    NOT NULL DEFAULT 'null',
    started_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    task          INTEGER,
    contact       INTEGER
) STRICT;
CREATE INDEX communications_list ON communications (connection_id, lane_id);
CREATE INDEX communications_phone ON communications (phone);
CREATE INDEX communications_task ON communications (task) WHERE task IS NOT NULL;

-- the journal's stories
CREATE TABLE notes (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    lane_id       INTEGER NOT NULL,
    at            INTEGER NOT NULL,
    kind          TEXT    NOT NULL,
    data          TEXT    NOT NULL
) STRICT;
CREATE INDEX notes_lane ON notes (lane_id, id);

-- bodies that could not be read, whole
CREATE TABLE unreadable (
    lane_id       INTEGER PRIMARY KEY,
    hook          TEXT    NOT NULL,
    body          BLOB    NOT NULL
) STRICT;
