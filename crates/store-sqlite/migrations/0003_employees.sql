-- Employee runs, and how far what goes on by itself has come. Moments are microseconds since 1970 (UTC),
-- JSON is text.

-- a duty's last run, the last row of a report that was looked at
CREATE TABLE cursors (
    connection_id INTEGER NOT NULL REFERENCES connections (id),
    name          TEXT    NOT NULL,
    value         TEXT    NOT NULL,
    PRIMARY KEY (connection_id, name)
) STRICT;

-- what came of the last runs of the employee synchronisation
CREATE TABLE employee_runs (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    connection_id INTEGER NOT NULL REFERENCES connections (id),
    author        TEXT    NOT NULL,
    ended_at      INTEGER NOT NULL,
    -- the report, or why there is none
    outcome       TEXT    NOT NULL
) STRICT;
CREATE INDEX employee_runs_list ON employee_runs (connection_id, id);
