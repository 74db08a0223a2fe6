-- What people say of the service (R-960..R-964). A rating names neither the ticket nor the dossier
-- that it is about; that there was one is remembered beside it, without what it says.
CREATE TABLE rating (
    centre_id INTEGER NOT NULL,
    date      INTEGER NOT NULL,             -- local date of the answer
    seq       INTEGER NOT NULL,             -- of the log row
    kind      TEXT    NOT NULL,             -- ticket, dossier
    channel   TEXT    NOT NULL,             -- counter, online, post; of a ticket counter
    site      TEXT    NOT NULL,             -- of a ticket; '' else, as the next
    service   TEXT    NOT NULL,
    field     TEXT    NOT NULL,             -- of a dossier; '' else, as the rest
    procedure TEXT    NOT NULL,
    sector    TEXT    NOT NULL,             -- land, construction, investment; '' for none
    unit      TEXT    NOT NULL,             -- responsible at the end
    officer   TEXT    NOT NULL,
    level     INTEGER NOT NULL,             -- 1 rất không hài lòng .. 5 rất hài lòng
    reasons   INTEGER NOT NULL,             -- bits of enum rating_reason
    assisted  INTEGER NOT NULL,             -- 1: entered with the help of somebody of the office
    PRIMARY KEY (centre_id, date, seq)
) STRICT, WITHOUT ROWID;

-- Tickets and dossiers that were rated: each once only (R-961).
CREATE TABLE rated (
    centre_id INTEGER NOT NULL,
    subject   TEXT    NOT NULL,             -- t12, d34
    PRIMARY KEY (centre_id, subject)
) STRICT, WITHOUT ROWID;
