-- A cashier closes.
INSERT INTO cash_closing (centre_id, id, account, fees, cash, transfer, card, national_portal,
                          province_gateway, counted, reason, closed_at, refunds, refunded_cash,
                          refunded_transfer)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
