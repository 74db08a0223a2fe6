-- Make the centre; done once, by init.
INSERT INTO centre (centre_id, code, name, training) VALUES ($1, $2, $3, $4)
