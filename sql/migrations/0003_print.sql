-- The print outbox: a job is written in the transaction of what it prints.
CREATE TABLE print_job (
    centre_id  INTEGER NOT NULL,
    id         INTEGER NOT NULL,            -- number of the log row that asked for it
    form       TEXT    NOT NULL,            -- ticket, 01, 02 ...
    paper      TEXT    NOT NULL,            -- 80mm, a5, a4
    subject    TEXT    NOT NULL,            -- t12, d34
    state      INTEGER NOT NULL,            -- enum print_state
    copy       INTEGER NOT NULL,            -- 1 is the first print, more are reprints
    generation INTEGER NOT NULL,            -- grows when a person asks for the same sheet again
    printer    TEXT    NOT NULL,            -- destination; '' keeps the page as a file
    job        INTEGER,                     -- number that the printer or CUPS gave
    content    TEXT    NOT NULL,            -- JSON of what is printed, complete
    sha256     TEXT,                        -- of the page, once made
    message    TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    created_by TEXT    NOT NULL,
    PRIMARY KEY (centre_id, id)
) STRICT, WITHOUT ROWID;
-- Work of the print feed: states below 4 are not yet settled.
CREATE INDEX print_job_open ON print_job (centre_id, state, id) WHERE state < 4;
CREATE INDEX print_job_subject ON print_job (centre_id, subject, id);

-- Printers of the centre and who prints what on them.
CREATE TABLE printer (
    centre_id   INTEGER NOT NULL,
    code        TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    destination TEXT    NOT NULL,           -- escpos+tcp://host:9100, ipp://..., cups:QUEUE
    site        TEXT    NOT NULL,
    paper       TEXT    NOT NULL,           -- the paper that it holds: 80mm, a5, a4
    PRIMARY KEY (centre_id, code)
) STRICT, WITHOUT ROWID;
