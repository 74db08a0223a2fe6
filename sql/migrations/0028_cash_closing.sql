-- The daily closing of a cashier's takings: each fee that was settled is counted by one closing,
-- the next of who took it (R-426).
ALTER TABLE dossier_fee ADD COLUMN closing INTEGER; -- number of the closing; NULL: none yet
CREATE INDEX dossier_fee_open ON dossier_fee (centre_id, settled_by)
    WHERE method IS NOT NULL AND closing IS NULL;

CREATE TABLE cash_closing (
    centre_id        INTEGER NOT NULL,
    id               INTEGER NOT NULL,      -- number of its log row
    account          TEXT    NOT NULL,      -- the cashier
    fees             INTEGER NOT NULL,      -- how many were counted
    cash             INTEGER NOT NULL,      -- đồng, by how they were paid
    transfer         INTEGER NOT NULL,
    card             INTEGER NOT NULL,
    national_portal  INTEGER NOT NULL,
    province_gateway INTEGER NOT NULL,
    counted          INTEGER NOT NULL,      -- đồng that were in the till
    reason           TEXT,                  -- of a difference from `cash`
    closed_at        INTEGER NOT NULL,
    PRIMARY KEY (centre_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cash_closing_account ON cash_closing (centre_id, account, id);
