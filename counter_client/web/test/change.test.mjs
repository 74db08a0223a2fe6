// Unit tests of core/change.ts and of what core/outbox.ts does for several tabs.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { load } from './load.mjs';

const store = new Map();
globalThis.localStorage = { getItem: (k) => store.get(k) ?? null, setItem: (k, v) => store.set(k, v) };
globalThis.location ??= { origin: 'http://server', search: '' };
let answers = [];
const asked = [];
globalThis.fetch = async (url, options) => {
  asked.push({ url, ...options });
  const next = answers.shift();
  if (!next) throw new TypeError('network');
  return { ok: next[0] < 300, status: next[0], text: async () => (next[1] === undefined ? '' : JSON.stringify(next[1])) };
};
beforeEach(() => { store.clear(); answers = []; asked.length = 0; });

const keys = () => asked.map((a) => a.headers['Idempotency-Key']);

test('a_change_is_answered_and_forgotten', async () => {
  const { Changes } = await load('core/change.ts');
  const changes = new Changes('a', () => assert.fail('nobody is late'));
  answers = [[200, { id: 't1' }], [409, { code: 'state_forbids', title: 'x' }]];
  assert.deepEqual(await changes.change('start', 't1', { path: '/tickets/t1/start', body: {} }, 1), { data: { id: 't1' } });
  assert.equal((await changes.change('start', 't1', { path: '/tickets/t1/start', body: {} }, 2)).problem.code, 'state_forbids');
  assert.equal(store.get('motcua.outbox.a'), '[]');
  assert.notEqual(keys()[0], keys()[1]);
});

test('without_an_answer_it_is_kept_and_asked_for_again_with_the_same_key', async () => {
  const { Changes } = await load('core/change.ts');
  const late = [];
  const changes = new Changes('a', (act, answer) => late.push([act.op, answer]));
  assert.deepEqual(await changes.change('finish t1', 't1', { path: '/tickets/t1/finish', body: {} }, 1), { kept: true });
  answers = [[200, { id: 't1' }]];
  await changes.outbox.flush();
  assert.equal(keys()[0], keys()[1]);
  assert.deepEqual(late, [['finish t1', { data: { id: 't1' } }]]);
});

test('why_the_server_takes_nothing_is_told_until_it_takes_it_or_is_away', async () => {
  const { Changes } = await load('core/change.ts');
  const changes = new Changes('a', () => undefined);
  answers = [[507, { code: 'disk_full', title: 'no room' }]];
  assert.deepEqual(await changes.change('x', 't1', { path: '/x' }, 1), { kept: true });
  assert.equal(changes.held.value?.code, 'disk_full');
  await changes.outbox.flush(); // no answer
  assert.equal(changes.held.value, null);
  answers = [[503, { code: 'clock_doubtful', title: 'x' }]];
  await changes.outbox.flush();
  assert.equal(changes.held.value?.code, 'clock_doubtful');
  answers = [[200, {}]];
  await changes.outbox.flush();
  assert.equal(changes.held.value, null);
});

test('what_is_kept_is_asked_for_less_and_less_often_until_it_is_taken', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const settle = async () => { for (let i = 0; i < 30; i++) await Promise.resolve(); };
  const { Changes } = await load('core/change.ts');
  const changes = new Changes('a', () => undefined);
  await changes.change('x', 't1', { path: '/x' }, 1);
  for (const wait of [3000, 6000, 12000, 24000, 30000, 30000]) {
    const before = asked.length;
    t.mock.timers.tick(wait - 1);
    await settle();
    assert.equal(asked.length, before, `sooner than ${wait}`);
    t.mock.timers.tick(1);
    await settle();
    assert.equal(asked.length, before + 1, `not after ${wait}`);
  }
});

test('each_real_refusal_ends_its_act_and_is_told_once', async () => {
  const { Changes } = await load('core/change.ts');
  const late = [], refusals = [400, 403, 404, 409, 412, 422, 428];
  const changes = new Changes('a', (act, answer) => late.push([act.op, answer.problem.status]));
  for (const status of refusals) await changes.change(`act ${status}`, `t${status}`, { path: '/x' }, 1);
  answers = refusals.map((status) => [status, { status, code: 'x', title: 'x' }]);
  await changes.outbox.flush();
  assert.deepEqual(late, refusals.map((status) => [`act ${status}`, status]));
  assert.deepEqual(changes.outbox.kept.value, []);
});

test('a_chain_on_one_dossier_names_its_predecessor_instead_of_a_version_that_is_not_known_yet', async () => {
  const { Changes } = await load('core/change.ts');
  const changes = new Changes('a', () => undefined);
  await changes.change('accept', 'd1', { path: '/dossiers/d1/accept', body: {}, ifMatch: 3 }, 1);
  await changes.change('begin', 'd1', { path: '/dossiers/d1/begin', body: {}, ifMatch: 3 }, 2);
  asked.length = 0;
  answers = [[200, {}], [200, {}]];
  await changes.outbox.flush();
  assert.deepEqual(asked.map((a) => [a.headers['If-Match'], a.headers['After-Key']]), [['"3"', undefined], [undefined, keys()[0]]]);
});

test('two_tabs_share_one_store_and_neither_loses_the_acts_of_the_other', async () => {
  const { Outbox } = await load('core/outbox.ts');
  const sent = [];
  let away = true;
  const send = async (act) => (away ? 'away' : (sent.push(act.op), 'done'));
  const one = new Outbox('o', send), two = new Outbox('o', send);
  for (const [tab, op, subject, at] of [[one, 'a', 't1', 1], [two, 'b', 't2', 2], [one, 'c', 't1', 3]]) {
    tab.keep(op, subject, {}, at);
    await tab.sendMine();
  }
  assert.deepEqual(JSON.parse(store.get('o')).map((a) => a.op), ['a', 'b', 'c']);
  away = false;
  await two.flush(); // the tab `one` was closed
  assert.deepEqual(sent, ['a', 'b', 'c']);
  assert.equal(store.get('o'), '[]');
});

test('a_store_that_cannot_be_read_is_put_aside_and_not_lost', async () => {
  const { Outbox } = await load('core/outbox.ts');
  store.set('o', '[{"key":');
  const box = new Outbox('o', async () => 'done');
  assert.deepEqual(box.kept.value, []);
  assert.equal(store.get('o.broken'), '[{"key":');
});

// the last of this file: whoever has to sign in has to until somebody does
test('who_is_not_signed_in_and_a_server_that_cannot_take_it_now_are_asked_again_with_the_reason', async () => {
  const { Changes } = await load('core/change.ts');
  const late = [];
  const changes = new Changes('a', (act, answer) => late.push(answer));
  answers = [[401, { code: 'unauthenticated' }]];
  assert.deepEqual(await changes.change('x', 't1', { path: '/x' }, 1), { kept: true });
  const away = [[503, 'unavailable'], [503, 'clock_doubtful'], [507, 'disk_full'], [429, 'too_many'], [502, 'x'], [504, 'x']];
  for (const [status, code] of away) {
    answers = [[status, { code, title: `why ${code}` }]];
    await changes.outbox.flush();
    assert.equal(changes.outbox.kept.value.length, 1, `${status} ${code}`);
  }
  assert.deepEqual(late, []);
  answers = [[200, { id: 't1' }]];
  await changes.outbox.flush();
  assert.equal(changes.outbox.kept.value.length, 0);
  assert.deepEqual(late, [{ data: { id: 't1' } }]);
  assert.equal(new Set(keys()).size, 1);
});
