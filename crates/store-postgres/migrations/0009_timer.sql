-- a timer's step that failed waits by itself: what comes into the lane meanwhile does not wait behind it
ALTER TABLE lanes ADD COLUMN timer_failures BIGINT NOT NULL DEFAULT 0;
ALTER TABLE lanes ADD COLUMN timer_hold_until BIGINT;
