-- How far the open dossiers have followed a version of the calendar. The greatest version counts;
-- an earlier one that did not come to its end was overtaken by it.
CREATE TABLE calendar_apply (
    centre_id INTEGER NOT NULL,
    version   INTEGER NOT NULL,
    begun_at  INTEGER NOT NULL,
    ended_at  INTEGER,                      -- NULL: dossiers after last_id are still to follow
    last_id   INTEGER NOT NULL,             -- up to here they have
    seen      INTEGER NOT NULL,             -- open dossiers looked at
    later     INTEGER NOT NULL,             -- of them: due later than before
    earlier   INTEGER NOT NULL,             -- due earlier again: what an amendment gave is undone
    kept      INTEGER NOT NULL,             -- would be due earlier, and keep what was promised
    PRIMARY KEY (centre_id, version)
) STRICT, WITHOUT ROWID;
