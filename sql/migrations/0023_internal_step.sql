-- Which row of the procedure's plan of internal steps a responsibility is (R-247); 0: of none.
ALTER TABLE dossier_step ADD COLUMN list_row INTEGER NOT NULL DEFAULT 0;
