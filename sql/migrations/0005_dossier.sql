-- Dossiers. Personal values stand in dossier_person, dossier_word, dossier_note and the texts of
-- papers only: these rows can be erased when retention ends, the log holds ids and salted digests.
CREATE TABLE dossier (
    centre_id         INTEGER NOT NULL,
    id                INTEGER NOT NULL,     -- number of its first log row: order of intake
    code              TEXT,                 -- from acceptance on, e.g. H55.128-260310-0007
    external_code     TEXT,                 -- of the system outside that knows it
    procedure         TEXT    NOT NULL,
    procedure_version INTEGER NOT NULL,     -- pinned
    procedure_name    TEXT    NOT NULL,     -- of that version, as are the next four
    field             TEXT    NOT NULL,
    handling_unit     TEXT    NOT NULL,
    limit_text        TEXT    NOT NULL,     -- e.g. WORKING_DAYS 5
    cutoff_s          INTEGER,              -- second of the day; NULL: the default of the limit
    at_counter        INTEGER NOT NULL,     -- 1: handled at the counter, without a hand-over
    state             TEXT    NOT NULL,     -- accepted, processing ...
    state_before      TEXT,                 -- of a request to withdraw
    outcome           TEXT,                 -- approved, rejected, returned: once issued
    channel           TEXT    NOT NULL,     -- counter, online, post
    delivery          TEXT    NOT NULL,     -- counter, post, online
    receiving_agency  TEXT    NOT NULL,
    competent_agency  TEXT    NOT NULL,
    unit              TEXT    NOT NULL,     -- responsible now (or when it ended)
    officer           TEXT    NOT NULL,     -- '' for none yet
    created_at        INTEGER NOT NULL,
    created_by        TEXT    NOT NULL,
    accepted_at       INTEGER,
    accepted_by       TEXT,
    book_row          INTEGER,              -- in the book of its field and year (form 07)
    promised_at       INTEGER,              -- on the receipt; never changes
    due_kind          TEXT    NOT NULL,     -- none, day, time
    due_at            INTEGER,              -- legal due instant; paused: before the open pause
    due_day           INTEGER,              -- its date
    paused            INTEGER NOT NULL,     -- 1: a pause that counts is open
    unconfirmed       INTEGER NOT NULL,     -- 1: the due date rests on an unconfirmed year
    near_at           INTEGER,              -- open: near due from here on, unless paused (R-302)
    late_at           INTEGER,              -- open: overdue from here on, unless paused (R-300)
    calendar_version  INTEGER,              -- in force at acceptance
    due_calendar      INTEGER,              -- that gave due_at: the later of this and that in force
    ended_at          INTEGER,
    verdict           TEXT,                 -- early, on_time, late: frozen at the end
    returned_at       INTEGER,
    handed_over       INTEGER NOT NULL,     -- 1: a hand-over was begun at least once
    giver             TEXT,                 -- of the pending hand-over; NULL: none is pending
    giver_unit        TEXT,
    receiver          TEXT,                 -- '' for anyone of the unit
    receiver_unit     TEXT,
    given_at          INTEGER,
    given_note        TEXT,
    supplements       INTEGER NOT NULL,     -- asked since acceptance
    supplement_until  INTEGER,              -- date
    decision          TEXT,                 -- outcome as signed
    decision_title    TEXT,
    decision_file     TEXT,
    signed_at         INTEGER,
    signed_by         TEXT,
    number            TEXT,                 -- of the result
    number_year       INTEGER,              -- once issued
    ticket            INTEGER,
    secret            TEXT    NOT NULL,     -- of the public look-up
    salt              BLOB    NOT NULL,     -- of the digests in the log; erased with the person
    version           INTEGER NOT NULL,     -- number of the log row that changed it last
    changed_at        INTEGER NOT NULL,
    changed_by        TEXT    NOT NULL,
    changed_key       TEXT    NOT NULL,     -- Idempotency-Key of that change, for After-Key
    PRIMARY KEY (centre_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX dossier_code ON dossier (centre_id, code) WHERE code IS NOT NULL;
CREATE UNIQUE INDEX dossier_external ON dossier (centre_id, external_code)
    WHERE external_code IS NOT NULL;
-- A result number is used once in its series: field and year (R-230).
CREATE UNIQUE INDEX dossier_number ON dossier (centre_id, field, number_year, number)
    WHERE number_year IS NOT NULL;
CREATE INDEX dossier_state ON dossier (centre_id, state, id);
CREATE INDEX dossier_unit ON dossier (centre_id, unit, id);
CREATE INDEX dossier_officer ON dossier (centre_id, officer, id);
CREATE INDEX dossier_accepted ON dossier (centre_id, accepted_at) WHERE accepted_at IS NOT NULL;
-- All that a report needs of what has ended: it reads years of them, and no row for it.
CREATE INDEX dossier_ended
    ON dossier (centre_id, ended_at, accepted_at, id, verdict, procedure, field, channel, unit,
                officer)
    WHERE ended_at IS NOT NULL;
-- Open dossiers. The columns of the condition stand in the index, so that it covers itself.
CREATE INDEX dossier_open ON dossier (centre_id, id, accepted_at, ended_at)
    WHERE accepted_at IS NOT NULL AND ended_at IS NULL;
CREATE INDEX dossier_late ON dossier (centre_id, late_at, id, ended_at, paused)
    WHERE late_at IS NOT NULL AND ended_at IS NULL;

-- Applicant, representative, and who received the result.
CREATE TABLE dossier_person (
    centre_id     INTEGER NOT NULL,
    dossier_id    INTEGER NOT NULL,
    part          TEXT    NOT NULL,         -- applicant, representative, receiver
    kind          TEXT    NOT NULL,         -- citizen ...; of a receiver: applicant, other ...
    full_name     TEXT    NOT NULL,
    personal_id   TEXT,
    tax_code      TEXT,
    birth_date    TEXT,                     -- YYYY-MM-DD or YYYY
    sex           TEXT,
    address       TEXT,
    phone         TEXT,                     -- +84...
    email         TEXT,
    document      TEXT,                     -- what the officer saw: card, passport ...
    verified_by   TEXT,
    verified_at   INTEGER,
    authorisation TEXT,
    content       TEXT,                     -- of the applicant: what is asked for, in his words
    PRIMARY KEY (centre_id, dossier_id, part)
) STRICT, WITHOUT ROWID;

-- Words by which a dossier is found: of the names without tones, ids, phone numbers, codes.
CREATE TABLE dossier_word (
    centre_id  INTEGER NOT NULL,
    word       TEXT    NOT NULL,
    dossier_id INTEGER NOT NULL,
    PRIMARY KEY (centre_id, word, dossier_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier_document (
    centre_id   INTEGER NOT NULL,
    dossier_id  INTEGER NOT NULL,
    position    INTEGER NOT NULL,           -- 1, 2, 3 ...
    list_row    INTEGER,                    -- of the procedure's list; NULL: an additional paper
    name        TEXT    NOT NULL,
    form        TEXT    NOT NULL,           -- form, original, copy, present, data
    originals   INTEGER NOT NULL,
    copies      INTEGER NOT NULL,
    note        TEXT,
    scan_file   TEXT,
    exception   TEXT,                       -- why there is no scan: oversize, bound, object, secret
    received_at INTEGER NOT NULL,
    PRIMARY KEY (centre_id, dossier_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier_fee (
    centre_id  INTEGER NOT NULL,
    dossier_id INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    line       TEXT    NOT NULL,
    amount     INTEGER NOT NULL,            -- đồng
    mode       TEXT    NOT NULL,            -- before, after
    method     TEXT,                        -- cash ...; NULL: not settled
    reference  TEXT,
    settled_by TEXT,
    settled_at INTEGER,
    exemption  TEXT,
    refund     INTEGER NOT NULL,            -- 1: to be given back
    PRIMARY KEY (centre_id, dossier_id, position)
) STRICT, WITHOUT ROWID;

-- Time that does not count.
CREATE TABLE dossier_pause (
    centre_id  INTEGER NOT NULL,
    dossier_id INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    kind       TEXT    NOT NULL,            -- supplement, payment, suspension
    begun_at   INTEGER NOT NULL,
    ended_at   INTEGER,
    PRIMARY KEY (centre_id, dossier_id, position)
) STRICT, WITHOUT ROWID;

-- Who was responsible, from when to when (form 06): row 1 begins with acceptance, no gap.
CREATE TABLE dossier_step (
    centre_id  INTEGER NOT NULL,
    dossier_id INTEGER NOT NULL,
    step       INTEGER NOT NULL,            -- 1, 2, 3 ...
    unit       TEXT    NOT NULL,
    officer    TEXT    NOT NULL,
    given_by   TEXT,
    given_at   INTEGER,
    begun_at   INTEGER NOT NULL,            -- responsible from here on
    starts_at  INTEGER NOT NULL,            -- its clock starts
    ended_at   INTEGER,
    note       TEXT,
    PRIMARY KEY (centre_id, dossier_id, step)
) STRICT, WITHOUT ROWID;

-- What people wrote when they acted: reasons, items asked for, notes. The log has their digest.
CREATE TABLE dossier_note (
    centre_id  INTEGER NOT NULL,
    dossier_id INTEGER NOT NULL,
    seq        INTEGER NOT NULL,            -- of the log row
    kind       TEXT    NOT NULL,            -- supplement, refusal, withdrawal, stop ...
    reason     TEXT    NOT NULL,
    code       TEXT,                        -- of a refusal
    items      TEXT,                        -- JSON array of a request for papers
    until      INTEGER,                     -- date of that request, NULL for none
    actor      TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (centre_id, dossier_id, seq, kind)
) STRICT, WITHOUT ROWID;

-- Who has acted on what: he may go on reading it (R-203).
CREATE TABLE dossier_acted (
    centre_id  INTEGER NOT NULL,
    account    TEXT    NOT NULL,
    dossier_id INTEGER NOT NULL,
    PRIMARY KEY (centre_id, account, dossier_id)
) STRICT, WITHOUT ROWID;

-- Figures for dashboards, changed in the transaction that changes what they count (R-240).
CREATE TABLE dossier_count (
    centre_id INTEGER NOT NULL,
    grain     INTEGER NOT NULL,             -- 1: day, 2: month
    dim       INTEGER NOT NULL,             -- 0: all, 1: field, 2: procedure, 3: officer, 4: unit
    period    INTEGER NOT NULL,             -- yyyymmdd or yyyymm, local
    dim_id    TEXT    NOT NULL,             -- '' for all
    received_online INTEGER NOT NULL,       -- 0 for officer and unit: responsibility moves
    received_other  INTEGER NOT NULL,
    early     INTEGER NOT NULL,             -- by who was responsible at the end
    on_time   INTEGER NOT NULL,
    late      INTEGER NOT NULL,
    PRIMARY KEY (centre_id, grain, dim, period, dim_id)
) STRICT, WITHOUT ROWID;
