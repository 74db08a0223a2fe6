-- A line of a receipt.
INSERT INTO receipt_line (centre_id, receipt_id, fee, line, amount, method)
VALUES ($1, $2, $3, $4, $5, $6)
