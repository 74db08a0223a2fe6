-- The answer owed to a dossier that arrived from outside: 8 working hours (R-503, R-504). One row
-- for each time it arrived; what was asked for and brought arrives anew.
CREATE TABLE dossier_answer (
    centre_id   INTEGER NOT NULL,
    dossier_id  INTEGER NOT NULL,
    round       INTEGER NOT NULL,           -- 1, 2, 3 ...
    arrived_at  INTEGER NOT NULL,           -- the clock starts
    remind_at   INTEGER,                    -- 6 of the hours are used up; NULL: beyond the calendar
    due_at      INTEGER,                    -- likewise
    answered_at INTEGER,                    -- accepted, refused or sent back; NULL: not yet
    PRIMARY KEY (centre_id, dossier_id, round)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossier_answer_open ON dossier_answer (centre_id, due_at, dossier_id, answered_at)
    WHERE answered_at IS NULL;
-- Those that arrived before there was a clock are answered without one.
INSERT INTO dossier_answer (centre_id, dossier_id, round, arrived_at)
SELECT centre_id, id, 1, created_at FROM dossier WHERE state = 'arrived';
