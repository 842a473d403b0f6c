-- The cabinet's data. Moments are microseconds since 1970 (UTC), JSON is text.

CREATE TABLE connections (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    -- never changes: the seals of secrets and hook keys lean on it
    name          TEXT    NOT NULL UNIQUE,
    title         TEXT    NOT NULL,
    -- the newest row of versions
    version       INTEGER NOT NULL
) STRICT;

-- every saved state of a connection's settings, without secrets
CREATE TABLE versions (
    connection_id INTEGER NOT NULL REFERENCES connections (id),
    version       INTEGER NOT NULL,
    settings      TEXT    NOT NULL,
    author        TEXT    NOT NULL,
    saved_at      INTEGER NOT NULL,
    PRIMARY KEY (connection_id, version)
) STRICT;

-- the secrets of the newest version, encrypted with the master key of that id
CREATE TABLE secrets (
    connection_id INTEGER NOT NULL REFERENCES connections (id),
    path          TEXT    NOT NULL,
    key_id        TEXT    NOT NULL,
    sealed        BLOB    NOT NULL,
    PRIMARY KEY (connection_id, path)
) STRICT;

CREATE TABLE hook_keys (
    connection_id INTEGER NOT NULL REFERENCES connections (id),
    hook          TEXT    NOT NULL,
    key_id        TEXT    NOT NULL,
    sealed        BLOB    NOT NULL,
    issued_at     INTEGER NOT NULL,
    PRIMARY KEY (connection_id, hook)
) STRICT;

CREATE TABLE api_tokens (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    label         TEXT    NOT NULL,
    role          TEXT    NOT NULL CHECK (role IN ('owner', 'admin', 'operator', 'viewer')),
    -- SHA-256 of the token
    hash          BLOB    NOT NULL UNIQUE,
    created_at    INTEGER NOT NULL
) STRICT;
