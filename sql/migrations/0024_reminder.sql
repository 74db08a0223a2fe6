-- What was told to whom about a dossier that waits (R-545..R-549): once for each kind, level and
-- occasion. It is open until somebody acknowledges it or its reason is gone.
CREATE TABLE reminder (
    centre_id       INTEGER NOT NULL,
    id              INTEGER NOT NULL,       -- number of the log row that made it
    dossier_id      INTEGER NOT NULL,
    kind            TEXT    NOT NULL,       -- near_due, due_today, overdue ...
    level           TEXT    NOT NULL,       -- officer, unit, leader
    about           INTEGER NOT NULL,       -- due instant, hand-over ...: tells occasions apart
    made_at         INTEGER NOT NULL,
    ended_at        INTEGER,                -- its reason is gone; NULL: it is not, or acknowledged
    acknowledged_at INTEGER,
    acknowledged_by TEXT,
    PRIMARY KEY (centre_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX reminder_once ON reminder (centre_id, dossier_id, kind, level, about);
-- Those that are open; the columns of the condition stand in the index, so that it covers itself.
CREATE INDEX reminder_open ON reminder (centre_id, id, dossier_id, ended_at, acknowledged_at)
    WHERE ended_at IS NULL AND acknowledged_at IS NULL;
