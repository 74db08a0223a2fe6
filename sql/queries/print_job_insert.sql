-- Put a sheet into the print outbox (R-650).
INSERT INTO print_job (centre_id, id, form, paper, subject, state, copy, generation, printer,
                       content, message, created_at, changed_at, created_by)
VALUES ($1, $2, $3, $4, $5, 0, $6, 1, $7, $8, '', $9, $9, $10)
