-- Append one row to the event log (R-600).
INSERT INTO event (centre_id, seq, at, kind, subject, actor, counter, data, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
