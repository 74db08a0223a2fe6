-- The set-up as administrators change it while the office works. Nothing is deleted: what is not
-- used any more is retired, because tickets, print jobs and the log go on naming it.
ALTER TABLE site ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;
ALTER TABLE counter ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;
ALTER TABLE printer ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;

-- Version of each part of the set-up, and who changed it last. Without a row it is version 1.
CREATE TABLE setup_part (
    centre_id  INTEGER NOT NULL,
    part       TEXT    NOT NULL,            -- site, service, counter, printer, queue_rules
    code       TEXT    NOT NULL,            -- of the part; '' for the rules of the queue
    version    INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by TEXT    NOT NULL,            -- account; '': the command line
    PRIMARY KEY (centre_id, part, code)
) STRICT, WITHOUT ROWID;

-- The printer that a counter or a kiosk prints on, where it is not the one of its site and paper.
CREATE TABLE printer_use (
    centre_id INTEGER NOT NULL,
    user_kind TEXT    NOT NULL,             -- counter, device
    user_code TEXT    NOT NULL,
    paper     TEXT    NOT NULL,             -- of the printer, so that there is one for each paper
    printer   TEXT    NOT NULL,
    PRIMARY KEY (centre_id, user_kind, user_code, paper)
) STRICT, WITHOUT ROWID;
