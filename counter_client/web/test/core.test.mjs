// Unit tests of core/, bundled for node by esbuild. Expected values from the rules named beside them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from './load.mjs';

test('a_uuid_is_version_7_and_carries_the_time', async () => {
  const { uuid } = await load('core/uuid.ts');
  const id = uuid(0x0123456789ab); // RFC 9562, 5.7: 48 bits of milliseconds come first
  assert.match(id, /^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(uuid(1), uuid(1));
});

test('search_forgives_tones_and_ranks_the_exact_spelling_first', async () => {
  const { fold, search, byName } = await load('core/fold.ts');
  assert.equal(fold('Đặng  Thị BÍCH'), 'dang thi bich');
  assert.deepEqual(search(['Đăng ký khai sinh', 'Đặng', 'Chuyển đổi'], 'dang', (x) => x), ['Đăng ký khai sinh', 'Đặng']);
  assert.deepEqual(search(['Khai tu', 'Khai tử'], 'tử', (x) => x)[0], 'Khai tử');
  // by given name, then middle, then family
  assert.deepEqual(['Trần Văn Bình', 'Nguyễn Thị An', 'Lê Văn An'].sort(byName), ['Nguyễn Thị An', 'Lê Văn An', 'Trần Văn Bình'].sort((a, b) => byName(a, b)));
  assert.ok(byName('Lê Văn An', 'An Văn Bình') < 0);
});

test('a_stream_is_split_into_events_wherever_it_is_cut', async () => {
  const { eventParser } = await load('core/sse.ts');
  const text = 'id: 7\nevent: ticket_called\ndata: {"seq":7}\n\n: comment\n\nid: 8\r\ndata: a\r\ndata: b\r\n\r\n';
  for (let cut = 0; cut <= text.length; cut++) {
    const got = [], take = eventParser((e) => got.push(e));
    take(text.slice(0, cut));
    take(text.slice(cut));
    assert.deepEqual(got, [{ kind: 'ticket_called', id: '7', data: '{"seq":7}' }, { kind: 'message', id: '8', data: 'a\nb' }], `cut at ${cut}`);
  }
});

test('kept_acts_are_sent_in_order_once_the_server_is_back_with_the_same_keys', async () => {
  const { Outbox } = await load('core/outbox.ts');
  const store = new Map(), storage = { getItem: (k) => store.get(k) ?? null, setItem: (k, v) => store.set(k, v) };
  let away = true;
  const sent = [], send = async (act) => (away ? 'away' : (sent.push(act), 'done'));
  const box = new Outbox('o', send, storage);
  for (const [op, at] of [['park', 1], ['start', 2]]) {
    box.keep(op, 't1', {}, at);
    await box.sendMine();
  }
  assert.equal(box.kept.value.length, 2);
  const again = new Outbox('o', send, storage); // the page was loaded again
  away = false;
  await again.flush();
  assert.deepEqual(sent.map((a) => a.op), ['park', 'start']);
  assert.equal(sent[1].after, sent[0].key);
  assert.equal(store.get('o'), '[]');
});

test('core_knows_no_framework', () => {
  for (const name of readdirSync(new URL('../src/core', import.meta.url)).filter((n) => /\.tsx?$/.test(n))) {
    const text = readFileSync(new URL(`../src/core/${name}`, import.meta.url), 'utf8');
    assert.doesNotMatch(text, /from '(preact|preact\/.*|@preact\/signals|\.\.\/(ui|screens).*)'/, name);
  }
});
