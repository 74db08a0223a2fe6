-- Closed reports that a change touches are found along their primary key, by kind and period: they
-- are a few hundred, and the index by their end served nothing.
DROP INDEX closed_report_end;
