-- Pairs of the words of a name, the smaller one first (R-244): of words that are common by
-- themselves the pairs are rare. Of the dossiers that are there already their words do not tell
-- which name each is of, so every two of a dossier are paired.
INSERT INTO dossier_word (centre_id, word, dossier_id)
SELECT a.centre_id, a.word || ' ' || b.word, a.dossier_id
  FROM dossier_word a
  JOIN dossier_word b
    ON b.centre_id = a.centre_id AND b.dossier_id = a.dossier_id AND b.word > a.word
 WHERE ltrim(a.word, 'abcdefghijklmnopqrstuvwxyz') = ''
   AND ltrim(b.word, 'abcdefghijklmnopqrstuvwxyz') = ''
    ON CONFLICT (centre_id, word, dossier_id) DO NOTHING;
