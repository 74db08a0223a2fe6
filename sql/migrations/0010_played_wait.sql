-- What the plays said when the ticket was issued, in seconds; NULL: nothing was known (R-890).
ALTER TABLE ticket ADD COLUMN played_low_s INTEGER;
ALTER TABLE ticket ADD COLUMN played_high_s INTEGER;
-- Those who were called last and what they had been told, for the calibration of estimates. Who
-- comes to an appointment stands elsewhere than the plays think.
CREATE INDEX ticket_told
    ON ticket (centre_id, site, number_service, first_called_at, class, issued_at, played_low_s,
               played_high_s, appointment_at)
    WHERE first_called_at IS NOT NULL AND played_high_s IS NOT NULL AND appointment_at IS NULL;
