-- The register of petitions (phản ánh, kiến nghị; R-553..R-558). What people wrote and who they are
-- stands in these rows only, which can be erased; the log has numbers, states and dates.
CREATE TABLE petition (
    centre_id    INTEGER NOT NULL,
    id           INTEGER NOT NULL,          -- number of its first log row
    year         INTEGER NOT NULL,          -- local year of receipt
    number       INTEGER NOT NULL,          -- 1, 2, 3 ... in the year
    kind         TEXT    NOT NULL,          -- feedback, proposal
    channel      TEXT    NOT NULL,          -- counter, phone, online, post
    content      TEXT    NOT NULL,
    full_name    TEXT,                      -- NULL: nobody is named
    phone        TEXT,                      -- +84...
    confidential INTEGER NOT NULL,          -- 1: masked for all but those who settle it
    state        TEXT    NOT NULL,          -- received, processing, answered, forwarded, refused
    received_at  INTEGER NOT NULL,
    received_by  TEXT    NOT NULL,
    sort_by      INTEGER NOT NULL,          -- last day to take up, pass on or refuse
    ask_by       INTEGER NOT NULL,          -- last day to ask for more
    answer_by    INTEGER NOT NULL,          -- last day to answer
    publish_by   INTEGER,                   -- last day to publish the answer
    asked_at     INTEGER,
    asked_for    TEXT,
    ended_at     INTEGER,
    outcome      TEXT,                      -- the answer, to whom it was passed on, why refused
    on_time      INTEGER,                   -- once it has ended
    published_at INTEGER,
    version      INTEGER NOT NULL,          -- number of the log row that changed it last
    changed_at   INTEGER NOT NULL,
    changed_by   TEXT    NOT NULL,
    PRIMARY KEY (centre_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX petition_number ON petition (centre_id, year, number);
CREATE INDEX petition_received ON petition (centre_id, received_at);
