// Calls aloud: words, order, loudness. Rule checked: R-915.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';
import { CLIPS } from '../tools/clips.mjs';

const core = await load('core/announcer.ts');
const say = (number, counter, language = 'vi') => core.words({ number, counter }, language).map((c) => c.name).join(' ');
/** The same as a person hears it. */
const heard = (number, counter, language) => core.words({ number, counter }, language).map((c) => CLIPS[language][c.name]).join(' ');
const turn = () => new Promise((later) => setImmediate(later));

test('a_call_is_spoken_as_people_say_it', () => {
  assert.equal(heard('A047', '3', 'vi'), 'mời số a không bốn bảy đến quầy ba');
  for (const [counter, words] of [['10', 'mười'], ['11', 'mười một'], ['14', 'mười bốn'], ['15', 'mười lăm'], ['20', 'hai mươi'], ['21', 'hai mươi mốt'], ['25', 'hai mươi lăm'], ['55', 'năm mươi lăm'], ['91', 'chín mươi mốt'], ['05', 'năm']])
    assert.equal(heard('B1000', counter, 'vi'), `mời số bê một không không không đến quầy ${words}`);
  for (const [counter, words] of [['7', 'seven'], ['10', 'ten'], ['15', 'fifteen'], ['20', 'twenty'], ['42', 'forty two']])
    assert.equal(heard('C012', counter, 'en'), `ticket number see zero one two please go to counter ${words}`);
});

test('a_counter_with_another_name_is_spelt', () => {
  assert.equal(say('A001', 'VP-2'), 'moi-so A 0 0 1 den-quay V P 2');
  assert.equal(say('A001', '101'), 'moi-so A 0 0 1 den-quay 1 0 1');
  assert.equal(say('A001', '–'), 'moi-so A 0 0 1');
});

test('every_word_has_a_clip_and_every_clip_is_a_word', () => {
  for (const language of ['vi', 'en'])
    assert.deepEqual(core.clipNames(language).sort(), [...Object.keys(CLIPS[language]), 'chime'].sort());
  for (let n = 0; n < 100; n++)
    for (const language of ['vi', 'en'])
      for (const { name } of core.words({ number: 'Z999', counter: String(n) }, language)) assert.ok(CLIPS[language][name], `${language} ${n}: ${name}`);
});

test('the_chime_comes_once_and_english_after_vietnamese_when_set', () => {
  const call = { number: 'A1', counter: '2' };
  const names = (n, languages) => core.round(call, n, languages).map((c) => `${c.language}/${c.name}`);
  assert.deepEqual(names(0, ['vi']), ['vi/chime', 'vi/moi-so', 'vi/A', 'vi/1', 'vi/den-quay', 'vi/2']);
  assert.deepEqual(names(1, ['vi']), ['vi/moi-so', 'vi/A', 'vi/1', 'vi/den-quay', 'vi/2']);
  assert.deepEqual(names(1, ['vi', 'en']).slice(-5), ['en/moi-so', 'en/A', 'en/1', 'en/den-quay', 'en/2']);
});

/** An announcer whose rounds last until the test ends them. */
function scene() {
  const log = [], ends = [];
  let speaking = 0, most = 0;
  const announcer = new core.Announcer((call, n) => {
    most = Math.max(most, ++speaking);
    log.push(`${call.number}→${call.counter}#${n}`);
    return new Promise((end, fail) => ends.push({ end: () => { speaking--; end(); }, fail: () => { speaking--; fail(new Error('no sound')); } }));
  });
  const finish = async (how = 'end') => { ends.shift()[how](); await turn(); };
  return { announcer, log, finish, most: () => most, left: () => ends.length };
}

test('a_burst_is_spoken_in_order_one_at_a_time_each_twice_and_none_is_lost', async () => {
  const { announcer, log, finish, most, left } = scene();
  const calls = Array.from({ length: 10 }, (_, i) => ({ number: `A${String(i).padStart(3, '0')}`, counter: String(1 + (i % 4)) }));
  calls.forEach((call) => announcer.add(call));
  while (left()) await finish();
  assert.deepEqual(log, calls.flatMap((c) => [0, 1].map((n) => `${c.number}→${c.counter}#${n}`)));
  assert.equal(most(), 1);
  assert.equal(announcer.current.value, null);
  announcer.add(calls[0]); // it goes on after a rest
  await turn();
  assert.deepEqual(announcer.current.value, calls[0]);
});

test('of_a_large_burst_none_is_lost_and_each_is_spoken_once_while_ten_wait_behind_it', async () => {
  const { announcer, log, finish, left } = scene();
  for (let i = 0; i < 25; i++) announcer.add({ number: `A${i}`, counter: '1' });
  while (left()) await finish();
  // behind A0 to A14 there wait 24 to 10; behind A15 to A24 fewer than ten
  assert.deepEqual(log, Array.from({ length: 25 }, (_, i) => (i < 15 ? [0] : [0, 1]).map((n) => `A${i}→1#${n}`)).flat());
});

test('a_recall_of_a_number_that_waits_is_not_queued_again_but_one_that_sounds_is', async () => {
  const { announcer, log, finish, left } = scene();
  announcer.add({ number: 'A1', counter: '1' });
  announcer.add({ number: 'A2', counter: '2' });
  announcer.add({ number: 'A2', counter: '2' });
  announcer.add({ number: 'A1', counter: '1' });
  announcer.add({ number: 'A2', counter: '3' }); // to another counter: that is news
  while (left()) await finish();
  assert.deepEqual(log.filter((l) => l.endsWith('#0')), ['A1→1#0', 'A2→2#0', 'A1→1#0', 'A2→3#0']);
});

test('a_call_that_was_taken_back_is_not_spoken_and_not_repeated', async () => {
  const { announcer, log, finish, left } = scene();
  for (const number of ['A1', 'A2', 'A3']) announcer.add({ number, counter: '1' });
  announcer.withdraw('A1'); // it sounds now: its round ends, the second one is left out
  announcer.withdraw('A2');
  while (left()) await finish();
  assert.deepEqual(log, ['A1→1#0', 'A3→1#0', 'A3→1#1']);
});

test('a_sound_that_fails_does_not_silence_the_rest', async () => {
  const { announcer, log, finish, left } = scene();
  announcer.add({ number: 'A1', counter: '1' });
  announcer.add({ number: 'A2', counter: '1' });
  while (left()) await finish('fail');
  assert.equal(log.length, 4);
});

test('it_is_quiet_in_the_quiet_hours', () => {
  const at = (time, more = {}) => core.loudnessAt(core.minuteOfDay(time), { day: 1, quiet: 0.4, quietFrom: '11:30', quietTo: '13:30', ...more });
  assert.deepEqual(['11:29', '11:30', '13:29', '13:30'].map((t) => at(t)), [1, 0.4, 0.4, 1]);
  const night = { quietFrom: '18:00', quietTo: '07:00' };
  assert.deepEqual(['17:59', '18:00', '23:59', '00:00', '06:59', '07:00'].map((t) => at(t, night)), [1, 0.4, 0.4, 0.4, 0.4, 1]);
  assert.equal(at('12:00', { quietFrom: '' }), 1);
  assert.equal(at('12:00', { quietTo: '25:00' }), 1);
  assert.equal(at('12:00', { quietFrom: '12:00', quietTo: '12:00' }), 1);
});

test('a_screen_is_loaded_anew_once_at_night_when_the_server_answers', async () => {
  const { isReloadDue } = await load('core/nightly.ts');
  const hours = (n) => n * 3600_000, due = (more) => isReloadDue({ upMs: hours(20), minute: 3 * 60, online: true, busy: false, ...more });
  assert.equal(due({}), true);
  assert.deepEqual([179, 180, 239, 240].map((minute) => due({ minute })), [false, true, true, false]);
  assert.equal(due({ upMs: hours(1) }), false); // it was loaded this night already
  assert.equal(due({ online: false }), false);
  assert.equal(due({ busy: true }), false);
});
