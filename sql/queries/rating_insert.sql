-- Keep what somebody said of the service.
INSERT INTO rating (centre_id, date, seq, kind, channel, site, service, field, procedure, sector,
                    unit, officer, level, reasons, assisted)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
