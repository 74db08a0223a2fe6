-- Sites, services, counters and the tickets of the queue.
CREATE TABLE site (
    centre_id INTEGER NOT NULL,
    code      TEXT    NOT NULL,
    name      TEXT    NOT NULL,
    address   TEXT    NOT NULL,
    PRIMARY KEY (centre_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE service (
    centre_id INTEGER NOT NULL,
    code      TEXT    NOT NULL,             -- the letter of its numbers
    name      TEXT    NOT NULL,
    name_en   TEXT    NOT NULL,
    position  INTEGER NOT NULL,
    closed    INTEGER NOT NULL,
    PRIMARY KEY (centre_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
    centre_id     INTEGER NOT NULL,
    code          TEXT    NOT NULL,
    site          TEXT    NOT NULL,
    name          TEXT    NOT NULL,
    state         TEXT    NOT NULL,         -- open, paused, closed
    account       TEXT,                     -- who sits there
    ticket_id     INTEGER,                  -- called or being served
    over_ordinary INTEGER NOT NULL,         -- runs of queue-order.md, since the business day began
    over_priority INTEGER NOT NULL,
    version       INTEGER NOT NULL,
    PRIMARY KEY (centre_id, code)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX counter_account ON counter (centre_id, account) WHERE account IS NOT NULL;

CREATE TABLE counter_service (
    centre_id INTEGER NOT NULL,
    counter   TEXT    NOT NULL,
    service   TEXT    NOT NULL,
    after_s   INTEGER,                      -- NULL: primary; else help, after so long a wait
    PRIMARY KEY (centre_id, counter, service)
) STRICT, WITHOUT ROWID;

-- One row for each site: the day that its queue is in.
CREATE TABLE business_day (
    centre_id INTEGER NOT NULL,
    site      TEXT    NOT NULL,
    date      INTEGER NOT NULL,
    first_id  INTEGER NOT NULL,             -- tickets of the day have an id not below this
    PRIMARY KEY (centre_id, site)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket (
    centre_id       INTEGER NOT NULL,
    id              INTEGER NOT NULL,       -- number of the log row that issued it: order of issue
    site            TEXT    NOT NULL,
    business_date   INTEGER NOT NULL,
    service         TEXT    NOT NULL,       -- where it waits now
    number_service  TEXT    NOT NULL,       -- where it was issued: owner of the number
    number          INTEGER NOT NULL,
    class           TEXT    NOT NULL,
    state           TEXT    NOT NULL,       -- ticket_state_name: waiting, called ...
    lane            INTEGER NOT NULL,       -- enum ticket_lane: which head it may be
    order_at        INTEGER NOT NULL,
    not_before      INTEGER NOT NULL,
    only_counter    TEXT,
    issued_at       INTEGER NOT NULL,
    first_called_at INTEGER,
    called_at       INTEGER,                -- the last call
    started_at      INTEGER,                -- of the present service
    finished_at     INTEGER,
    counter         TEXT,                   -- that called it last
    calls           INTEGER NOT NULL,
    appointment_at  INTEGER,
    no_show_at      INTEGER,
    came_back       INTEGER NOT NULL,
    closed_by       INTEGER NOT NULL,       -- enum ticket_closed_by
    issuer          TEXT    NOT NULL,
    track_token     TEXT    NOT NULL,
    track_digest    BLOB    NOT NULL,
    print_job       INTEGER,
    version         INTEGER NOT NULL,       -- number of the log row that changed it last
    PRIMARY KEY (centre_id, id)
) STRICT, WITHOUT ROWID;
-- A number never repeats within site, service and business day (R-122).
CREATE UNIQUE INDEX ticket_number
    ON ticket (centre_id, site, business_date, number_service, number);
CREATE UNIQUE INDEX ticket_track ON ticket (centre_id, track_digest);
-- Heads of lanes. The state stands in the index so that it covers its own condition.
CREATE INDEX ticket_lane ON ticket (centre_id, site, lane, service, class, order_at, id, state)
    WHERE state = 'waiting';
-- Those who may be called by one counter only.
CREATE INDEX ticket_tied
    ON ticket (centre_id, site, only_counter, service, class, order_at, id, state)
    WHERE state = 'waiting' AND only_counter IS NOT NULL;
-- The newest calls of a day, for boards.
CREATE INDEX ticket_called ON ticket (centre_id, site, business_date, called_at, id)
    WHERE called_at IS NOT NULL;
-- Service times of the last visits of a service, for the wait estimate.
CREATE INDEX ticket_served ON ticket (centre_id, site, service, finished_at, started_at, state)
    WHERE state = 'done';

-- Figures of the day, changed in the transaction that changes what they count.
CREATE TABLE queue_count (
    centre_id INTEGER NOT NULL,
    site      TEXT    NOT NULL,
    date      INTEGER NOT NULL,
    service   TEXT    NOT NULL,
    issued    INTEGER NOT NULL,
    waiting   INTEGER NOT NULL,
    parked    INTEGER NOT NULL,
    active    INTEGER NOT NULL,             -- called or being served
    done      INTEGER NOT NULL,
    no_show   INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    PRIMARY KEY (centre_id, site, date, service)
) STRICT, WITHOUT ROWID;
