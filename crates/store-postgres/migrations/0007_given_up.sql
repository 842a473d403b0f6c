-- what was given up is found without looking at everything that was done
CREATE INDEX communications_dead ON communications (connection_id) WHERE state = 'dead';
CREATE INDEX outbox_dead ON outbox (connection_id) WHERE state = 'dead';
CREATE INDEX inbox_dead ON inbox (connection_id) WHERE state = 'dead';
