-- Accounts of the centre, by code.
-- scan ok: some dozens of accounts, at start
SELECT code, name, unit, roles, password, disabled, version, changed_at, changed_by
  FROM account
 WHERE centre_id = $1
 ORDER BY code
