-- Add a webhook, or change what an administrator may change; how far it was told stays.
INSERT INTO webhook (centre_id, webhook, url, secret, enabled, told, failures, version, changed_at,
                     changed_by)
VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8, $9)
    ON CONFLICT (centre_id, webhook) DO UPDATE
   SET url = excluded.url, secret = excluded.secret, enabled = excluded.enabled,
       version = excluded.version, changed_at = excluded.changed_at,
       changed_by = excluded.changed_by
