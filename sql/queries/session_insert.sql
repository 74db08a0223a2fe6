-- Make a session durable (R-702).
INSERT INTO session (centre_id, token, account, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)
