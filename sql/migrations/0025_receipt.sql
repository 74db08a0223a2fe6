-- Receipts of fees (biên lai thu phí, lệ phí). A number of a series is given once; a voided receipt
-- keeps it (R-421, R-424).
CREATE TABLE receipt (
    centre_id  INTEGER NOT NULL,
    id         INTEGER NOT NULL,            -- number of the log row that issued it
    dossier_id INTEGER NOT NULL,
    series     TEXT    NOT NULL,            -- ký hiệu
    number     INTEGER NOT NULL,
    payer      TEXT    NOT NULL,
    total      INTEGER NOT NULL,            -- đồng
    issued_by  TEXT    NOT NULL,
    issued_at  INTEGER NOT NULL,
    asked_by   TEXT,                        -- who asked that it be voided; NULL: nobody
    asked_at   INTEGER,
    reason     TEXT,
    voided_by  TEXT,                        -- NULL: it stands
    voided_at  INTEGER,
    PRIMARY KEY (centre_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX receipt_number ON receipt (centre_id, series, number);
CREATE INDEX receipt_dossier ON receipt (centre_id, dossier_id, id);

CREATE TABLE receipt_line (
    centre_id  INTEGER NOT NULL,
    receipt_id INTEGER NOT NULL,
    fee        INTEGER NOT NULL,            -- position among the dossier's fees
    line       TEXT    NOT NULL,
    amount     INTEGER NOT NULL,            -- đồng
    method     TEXT    NOT NULL,
    PRIMARY KEY (centre_id, receipt_id, fee)
) STRICT, WITHOUT ROWID;
