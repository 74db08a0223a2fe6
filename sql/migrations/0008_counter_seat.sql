-- Who sits at a counter is an account; where, a browser: its seat. What a counter did last can be
-- taken back for a short while.
ALTER TABLE counter ADD COLUMN seat TEXT;   -- named by the client that sat down last; NULL: none

-- The last call or no-show of each counter, and what it changed (R-920).
CREATE TABLE counter_undo (
    centre_id       INTEGER NOT NULL,
    counter         TEXT    NOT NULL,
    verb            INTEGER NOT NULL,       -- enum ticket_undo_verb
    at              INTEGER NOT NULL,
    ticket_id       INTEGER NOT NULL,
    ticket_version  INTEGER NOT NULL,       -- of the ticket afterwards
    finished_id     INTEGER,                -- finished in the same step
    ticket_counter  TEXT,                   -- as before, like all below
    calls           INTEGER NOT NULL,
    first_called_at INTEGER,
    called_at       INTEGER,
    started_at      INTEGER,
    no_show_at      INTEGER,
    over_ordinary   INTEGER NOT NULL,
    over_priority   INTEGER NOT NULL,
    PRIMARY KEY (centre_id, counter)
) STRICT, WITHOUT ROWID;
