-- Partners who are told what happens to dossiers (R-533..R-537). The outbox is the log itself:
-- `told` is the last row of it that a partner has, so nothing is kept twice and nothing is lost.
CREATE TABLE webhook (
    centre_id     INTEGER NOT NULL,
    webhook       TEXT    NOT NULL,          -- code
    url           TEXT    NOT NULL,
    secret        TEXT    NOT NULL,          -- its deliveries are signed with it
    enabled       INTEGER NOT NULL,
    told          INTEGER NOT NULL,          -- row of the log up to which it was told
    told_at       INTEGER,                   -- its last delivery that arrived
    failures      INTEGER NOT NULL,          -- tries in a row that failed
    failing_since INTEGER,
    failure       TEXT,                      -- of the last try
    version       INTEGER NOT NULL,          -- number of the log row that changed it last
    changed_at    INTEGER NOT NULL,
    changed_by    TEXT    NOT NULL,
    PRIMARY KEY (centre_id, webhook)
) STRICT, WITHOUT ROWID;
