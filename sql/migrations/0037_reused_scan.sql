-- A scan that was taken over from another dossier of the same person: whose it is (R-433..R-435).
ALTER TABLE dossier_scan ADD COLUMN from_dossier INTEGER;   -- NULL: it was scanned for this one
ALTER TABLE dossier_scan ADD COLUMN from_scan INTEGER;
