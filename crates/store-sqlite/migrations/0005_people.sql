-- People who sign in, their sessions, and what was changed by whom. Moments are microseconds since 1970
-- (UTC), JSON is text.

CREATE TABLE people (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    -- in small letters
    email         TEXT    NOT NULL UNIQUE,
    role          TEXT    NOT NULL CHECK (role IN ('owner', 'admin', 'operator', 'viewer')),
    -- argon2id, in PHC form
    password      TEXT    NOT NULL,
    created_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id     INTEGER NOT NULL REFERENCES people (id),
    -- SHA-256 of the token in the browser's cookie
    hash          BLOB    NOT NULL UNIQUE,
    created_at    INTEGER NOT NULL,
    last_seen_at  INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL,
    user_agent    TEXT    NOT NULL
) STRICT;
CREATE INDEX sessions_person ON sessions (person_id, last_seen_at);

-- attempts to sign in, by e-mail and by address
CREATE TABLE sign_in_attempts (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    key           TEXT    NOT NULL,
    at            INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_attempts_key ON sign_in_attempts (key, at);
CREATE INDEX sign_in_attempts_at ON sign_in_attempts (at);

-- links that make the first owner
CREATE TABLE setup_links (
    -- SHA-256 of the link's key
    hash          BLOB    NOT NULL PRIMARY KEY,
    expires_at    INTEGER NOT NULL
) STRICT;

-- who changed what, without secrets
CREATE TABLE audit (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    at            INTEGER NOT NULL,
    actor_kind    TEXT    NOT NULL,
    actor         TEXT    NOT NULL,
    action        TEXT    NOT NULL,
    subject       TEXT    NOT NULL,
    before        TEXT    NOT NULL,
    after         TEXT    NOT NULL
) STRICT;
CREATE INDEX audit_subject ON audit (subject, id);
