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

-- Truth: who did what, when. No row is ever changed; hash covers the row and the hash before it
-- (R-600).
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

-- Series of numbers: ticket numbers, dossier codes, form numbers. A number is never given back.
CREATE TABLE series (
    centre_id INTEGER NOT NULL,
    name      TEXT    NOT NULL,             -- e.g. ticket/TT/A, dossier/H55.128, form/01
    period    INTEGER NOT NULL,             -- business date (days), year, or 0
    last      INTEGER NOT NULL,
    PRIMARY KEY (centre_id, name, period)
) STRICT, WITHOUT ROWID;

-- What was answered to a request with this key, so that asking again gives the same (R-605).
CREATE TABLE idempotency (
    centre_id INTEGER NOT NULL,
    actor     TEXT    NOT NULL,             -- account or device
    key       TEXT    NOT NULL,             -- time-ordered keys keep the pages that change few
    digest    BLOB    NOT NULL,             -- of method, path, If-Match and body
    status    INTEGER NOT NULL,
    headers   TEXT    NOT NULL,
    body      TEXT    NOT NULL,
    stored_at INTEGER NOT NULL,             -- real time, also in training
    PRIMARY KEY (centre_id, actor, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_age ON idempotency (centre_id, stored_at);

-- Units of the commune and agencies it works with.
CREATE TABLE unit (
    centre_id INTEGER NOT NULL,
    code      TEXT    NOT NULL,
    name      TEXT    NOT NULL,
    handles   INTEGER NOT NULL,             -- 1: may handle dossiers
    PRIMARY KEY (centre_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    centre_id   INTEGER NOT NULL,
    code        TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    unit        TEXT    NOT NULL,
    roles       TEXT    NOT NULL,           -- code texts parted by commas
    password    TEXT    NOT NULL,           -- argon2id string; '' = cannot sign in
    disabled    INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT    NOT NULL,
    PRIMARY KEY (centre_id, code)
) STRICT, WITHOUT ROWID;

-- Machines that act without a person: kiosk, lobby board, printer feed.
CREATE TABLE device (
    centre_id  INTEGER NOT NULL,
    code       TEXT    NOT NULL,
    kind       TEXT    NOT NULL,            -- kiosk, board, printer
    site       TEXT    NOT NULL,
    any_class  INTEGER NOT NULL,            -- 1: may issue priority tickets
    token      BLOB    NOT NULL,            -- SHA-256 of the token
    disabled   INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT    NOT NULL,
    PRIMARY KEY (centre_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    centre_id  INTEGER NOT NULL,
    token      BLOB    NOT NULL,            -- SHA-256 of the token
    account    TEXT    NOT NULL,
    created_at INTEGER NOT NULL,            -- real time
    expires_at INTEGER NOT NULL,            -- real time
    PRIMARY KEY (centre_id, token)
) STRICT, WITHOUT ROWID;
