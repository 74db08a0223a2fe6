-- Dossiers accepted in [$2, $3) that another agency decides, and those of ours that another one
-- received.
SELECT coalesce(sum(d.elsewhere), 0),
       coalesce(sum(CASE WHEN d.elsewhere = 0 AND d.receiving_agency <> d.competent_agency
                         THEN 1 ELSE 0 END), 0)
  FROM dossier d
 WHERE d.centre_id = $1 AND d.accepted_at >= $2 AND d.accepted_at < $3
