-- Every receipt beside the sum of its lines, and how many of these stand on another receipt too.
-- scan ok: the whole centre is looked at, by queue_server check
SELECT receipt.id, receipt.total,
       (SELECT coalesce(sum(line.amount), 0)
          FROM receipt_line AS line
         WHERE line.centre_id = $1 AND line.receipt_id = receipt.id) AS lines,
       (SELECT count(*)
          FROM receipt AS other
          JOIN receipt_line AS theirs
            ON theirs.centre_id = $1 AND theirs.receipt_id = other.id
          JOIN receipt_line AS ours
            ON ours.centre_id = $1 AND ours.receipt_id = receipt.id AND ours.fee = theirs.fee
         WHERE other.centre_id = $1 AND other.dossier_id = receipt.dossier_id
           AND other.id <> receipt.id AND other.voided_by IS NULL
           AND receipt.voided_by IS NULL) AS twice
  FROM receipt
 WHERE receipt.centre_id = $1
