-- All webhooks, by their codes.
-- scan ok: WEBHOOKS_MAX at most
SELECT webhook, url, secret, enabled, told, told_at, failures, failing_since, failure, version,
       changed_at, changed_by
  FROM webhook
 WHERE centre_id = $1
 ORDER BY webhook
