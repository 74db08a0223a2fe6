-- The first step of a dossier begins with its acceptance; its clock with it, unless it waits.
UPDATE dossier_step
   SET begun_at = $3, starts_at = CASE WHEN starts_at = begun_at THEN $3 ELSE starts_at END
 WHERE centre_id = $1 AND dossier_id = $2 AND step = 1
