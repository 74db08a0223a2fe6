-- Records with this number, of either kind; those that are merged tell of the one that stands.
SELECT id, standing, number_kind
  FROM person
 WHERE centre_id = $1 AND number = $2
