// What a kiosk reads and makes: the text of a receipt's QR code, and a QR code of its own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from './load.mjs';

test('the_code_and_secret_of_a_receipt_are_read_wherever_the_link_leads', async () => {
  const { receiptOf } = await load('screens/kiosk/receipt.ts');
  const wanted = { code: 'H55.128-260310-0007', secret: 'K7MRQ2' };
  assert.deepEqual(receiptOf('http://localhost:8080/hs/H55.128-260310-0007?secret=K7MRQ2'), wanted);
  assert.deepEqual(receiptOf('https://x.example/xa/hs/H55.128-260310-0007?a=1&secret=K7MRQ2#top'), wanted);
  assert.deepEqual(receiptOf('http://h/hs/A%20B?secret=C%2FD'), { code: 'A B', secret: 'C/D' });
  for (const other of ['', 'http://h/t/TOKEN', 'http://h/hs/X', 'http://h/hs/?secret=A', 'http://h/hs/X?nosecret=A', 'http://h/hs/%E0?secret=A', '079190012345|012345678|A|01011990|Nam|X|01012021'])
    assert.equal(receiptOf(other), null, other);
});

test('a_qr_code_has_its_three_finders_and_one_square_a_dark_place', async () => {
  const { qrPath } = await load('core/qr.ts');
  const { size, path } = qrPath('http://localhost:8080/t/ABCDEFGHJKMNPQRSTVWXYZ2345');
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`));
  assert.equal((size - 17) % 4, 0); // ISO/IEC 18004: version v has 4v + 17 squares
  const ring = [0, 1, 2, 3, 4, 5, 6].flatMap((i) => [[i, 0], [i, 6], [0, i], [6, i]]);
  for (const [dx, dy] of [[0, 0], [size - 7, 0], [0, size - 7]])
    for (const [x, y] of [...ring, [3, 3]]) assert.ok(dark.has(`${x + dx},${y + dy}`), `finder at ${dx},${dy}`);
  assert.ok(!dark.has('1,1'));
});

test('every_sentence_that_the_kiosk_speaks_is_made_in_both_languages', async () => {
  const { SENTENCES } = await import('../tools/clips.mjs');
  const source = readFileSync(new URL('../src/screens/kiosk/clips.ts', import.meta.url), 'utf8');
  const asked = [...source.matchAll(/'(kiosk-[a-z]+)'/g)].map((m) => m[1]).concat('kiosk-not-ready', 'kiosk-returned', 'kiosk-over');
  for (const language of ['vi', 'en']) assert.deepEqual(Object.keys(SENTENCES[language]).sort(), [...new Set(asked)].sort(), language);
});
