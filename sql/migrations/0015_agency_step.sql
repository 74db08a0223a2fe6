-- Steps of a dossier at other agencies (liên thông), each with its own due date and lateness.
CREATE TABLE dossier_agency_step (
    centre_id  INTEGER NOT NULL,
    dossier_id INTEGER NOT NULL,
    step       INTEGER NOT NULL,            -- 1, 2, 3 ... in the order they began
    list_row   INTEGER NOT NULL,            -- of the procedure's list
    agency     TEXT    NOT NULL,
    task       TEXT    NOT NULL,
    limit_text TEXT    NOT NULL,            -- NONE: it has no time of its own
    begun_at   INTEGER NOT NULL,
    due_kind   TEXT    NOT NULL,            -- none, day, time
    due_at     INTEGER,
    due_day    INTEGER,                     -- its date
    ended_at   INTEGER,
    verdict    TEXT,                        -- early, on_time, late: frozen at the end
    PRIMARY KEY (centre_id, dossier_id, step)
) STRICT, WITHOUT ROWID;
