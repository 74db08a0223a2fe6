-- A code by which the screen of a kiosk or board is paired with its device: typed once, ten minutes
-- at most (R-900). One row a device; it goes when it is used.
CREATE TABLE device_pairing (
    centre_id  INTEGER NOT NULL,
    device     TEXT    NOT NULL,
    code       BLOB    NOT NULL,            -- SHA-256 of the code
    expires_at INTEGER NOT NULL,            -- real time
    PRIMARY KEY (centre_id, device)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX device_pairing_code ON device_pairing (centre_id, code);
