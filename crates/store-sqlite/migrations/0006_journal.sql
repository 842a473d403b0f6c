-- The journal is searched by names, and what was given up can be tried again.

-- the client's name, and what a search by words looks into: name and title, folded. What was there before
-- is found so as soon as something happens to it.
ALTER TABLE communications ADD COLUMN client TEXT;
ALTER TABLE communications ADD COLUMN searched TEXT NOT NULL DEFAULT '';
CREATE INDEX communications_started ON communications (started_at);

-- the lane's timer, and a write's result, that a step was given up with
ALTER TABLE lanes ADD COLUMN timer_dead INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN unheard INTEGER NOT NULL DEFAULT 0;
