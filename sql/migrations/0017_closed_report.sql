-- Reports that were closed (chốt số liệu, R-312..R-315). A version stays for ever; one that a later
-- change has overtaken is followed by the next.
CREATE TABLE closed_report (
    centre_id    INTEGER NOT NULL,
    kind         TEXT    NOT NULL,          -- month, reporting_month ...
    date_from    INTEGER NOT NULL,          -- of the period, inclusive
    date_to      INTEGER NOT NULL,          -- inclusive
    version      INTEGER NOT NULL,          -- from 1, gapless
    closed_at    INTEGER NOT NULL,
    closed_by    TEXT    NOT NULL,          -- account that closed it, or whose change made it anew
    log_seq      INTEGER NOT NULL,          -- the last row of the log that it counts
    log_hash     BLOB    NOT NULL,          -- of that row
    figures      TEXT    NOT NULL,          -- JSON: rows by field, and total
    figures_hash BLOB    NOT NULL,          -- SHA-256 of `figures`
    dossiers     TEXT    NOT NULL,          -- JSON: ids that changed since the version before
    PRIMARY KEY (centre_id, kind, date_from, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX closed_report_end ON closed_report (centre_id, date_to);
