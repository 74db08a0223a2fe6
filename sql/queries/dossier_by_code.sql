-- The dossier of a code, ours or that of another system.
SELECT id FROM dossier WHERE centre_id = $1 AND code = $2
UNION ALL
SELECT id FROM dossier WHERE centre_id = $1 AND external_code = $2
 LIMIT 1
