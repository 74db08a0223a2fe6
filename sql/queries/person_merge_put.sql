-- A record was merged into another.
INSERT INTO person_merge (centre_id, seq, person, into_person, reason, merged_by, merged_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
