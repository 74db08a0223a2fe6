-- A petition is entered in the register.
INSERT INTO petition (centre_id, id, year, number, kind, channel, content, full_name, phone,
                      confidential, state, received_at, received_by, sort_by, ask_by, answer_by,
                      version, changed_at, changed_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $2, $12, $13)
