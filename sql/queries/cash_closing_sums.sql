-- Every closing beside how many fees bear its number, taken and given back, and their sums.
-- scan ok: the whole centre is looked at, by queue_server check
SELECT closing.id, closing.fees,
       closing.cash + closing.transfer + closing.card + closing.national_portal
           + closing.province_gateway AS total,
       coalesce(marked.fees, 0) AS marked_fees, coalesce(marked.total, 0) AS marked_total,
       closing.refunds, closing.refunded_cash + closing.refunded_transfer AS refunded,
       coalesce(given.fees, 0) AS given_fees, coalesce(given.total, 0) AS given_total
  FROM cash_closing AS closing
  LEFT JOIN (SELECT closing, count(*) AS fees, sum(amount) AS total
               FROM dossier_fee
              WHERE centre_id = $1 AND closing IS NOT NULL
              GROUP BY closing) AS marked
    ON marked.closing = closing.id
  LEFT JOIN (SELECT refund_closing, count(*) AS fees, sum(amount) AS total
               FROM dossier_fee
              WHERE centre_id = $1 AND refund_closing IS NOT NULL
              GROUP BY refund_closing) AS given
    ON given.refund_closing = closing.id
 WHERE closing.centre_id = $1
