-- Remember an answer under its key (R-605).
INSERT INTO idempotency (centre_id, actor, key, digest, status, headers, body, stored_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
