-- The centre, its settings and its append-only event log.
-- Instants are INTEGER milliseconds since 1970-01-01 UTC; dates are days since 1970-01-01, local.
CREATE TABLE centre (
    centre_id INTEGER NOT NULL PRIMARY KEY,
    code      TEXT    NOT NULL,             -- agency identifier, e.g. H55.128
    name      TEXT    NOT NULL,
    training  INTEGER NOT NULL              -- 1: a training centre, for ever
) STRICT;

CREATE TABLE setting (
    centre_id INTEGER NOT NULL,
    name      TEXT    NOT NULL,
    value     TEXT    NOT NULL,
    PRIMARY KEY (centre_id, name)
) STRICT, WITHOUT ROWID;

-- Truth: who did what, when. No row is ever changed; hash covers the row and the hash before it (R-600).
CREATE TABLE event (
    centre_id INTEGER NOT NULL,
    seq       INTEGER NOT NULL,             -- 1, 2, 3 ... without a gap
    at        INTEGER NOT NULL,
    kind      TEXT    NOT NULL,             -- e.g. ticket_issued
    subject   TEXT    NOT NULL,             -- opaque id of what changed, e.g. t12
    actor     TEXT    NOT NULL,             -- account or device code, '' for the system
    counter   TEXT    NOT NULL,             -- '' when not at a counter
    data      TEXT    NOT NULL,             -- JSON; ids and digests, never personal values
    hash      BLOB    NOT NULL,             -- SHA-256, 32 bytes
    PRIMARY KEY (centre_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_subject ON event (centre_id, subject, seq);
