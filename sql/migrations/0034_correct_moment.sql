-- A correction may set a moment right: what it made of the due date and the verdict (R-538..R-540).
ALTER TABLE dossier_correction ADD COLUMN approved_seq INTEGER;   -- of the log row that approved it
ALTER TABLE dossier_correction ADD COLUMN due_before INTEGER;     -- of a moment, once approved
ALTER TABLE dossier_correction ADD COLUMN due_after INTEGER;
ALTER TABLE dossier_correction ADD COLUMN verdict_before TEXT;    -- NULL: it had not ended
ALTER TABLE dossier_correction ADD COLUMN verdict_after TEXT;
UPDATE dossier_correction SET approved_seq = seq WHERE approved_by IS NOT NULL;
