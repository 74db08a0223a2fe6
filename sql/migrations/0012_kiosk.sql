-- What a kiosk needs: calls for help, and tickets of people who come for a result.
CREATE TABLE help_call (
    centre_id INTEGER NOT NULL,
    id        INTEGER NOT NULL,             -- number of the log row that recorded it
    site      TEXT    NOT NULL,
    date      INTEGER NOT NULL,             -- a call counts on its day
    made_at   INTEGER NOT NULL,
    made_by   TEXT    NOT NULL,             -- device or account
    taken_at  INTEGER,
    taken_by  TEXT,                         -- account that goes there
    PRIMARY KEY (centre_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX help_call_day ON help_call (centre_id, date, id);

-- The dossier whose result the holder of the ticket has come for (R-904); no other ticket has one.
ALTER TABLE ticket ADD COLUMN dossier INTEGER;
CREATE INDEX ticket_dossier ON ticket (centre_id, dossier, business_date, id)
    WHERE dossier IS NOT NULL;
