// Periods as the screen picks them; what they are is the server's (domain/period.c), so names go there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

globalThis.location ??= { search: '', origin: 'http://localhost', hash: '' };
globalThis.localStorage ??= { getItem: () => null, setItem: () => {} };
const { periodAround, periodBeside, periodName, periodOf, periodQuery, periodText, typedDate } = await load('screens/manager/period.ts');

test('the period that holds a day, by its name for the server', () => {
  for (const [kind, day, name] of [
    ['month', '2026-03-31', 'month:2026-3'], ['quarter', '2026-03-31', 'quarter:2026-1'], ['quarter', '2026-10-01', 'quarter:2026-4'], ['year', '2026-12-31', 'year:2026-1'], ['half', '2026-06-30', 'half:2026-1'], ['half', '2026-07-01', 'half:2026-2'],
    ['reporting_month', '2026-03-14', 'reporting_month:2026-3'], ['reporting_month', '2026-03-15', 'reporting_month:2026-4'], ['reporting_month', '2026-12-15', 'reporting_month:2027-1'],
    ['reporting_quarter', '2026-12-14', 'reporting_quarter:2026-4'], ['reporting_quarter', '2025-12-15', 'reporting_quarter:2026-1'], ['reporting_year', '2025-12-15', 'reporting_year:2026-1'], ['reporting_half', '2026-06-15', 'reporting_half:2026-2'], ['reporting_nine_months', '2026-11-01', 'reporting_nine_months:2026-1'],
  ]) assert.deepEqual(periodQuery(periodAround(kind, day)), { period: name }, `${kind} ${day}`);
  assert.deepEqual(periodQuery(periodAround('day', '2026-03-31')), { from: '2026-03-31', to: '2026-03-31' });
});

test('before and after, over the ends of a year and of months', () => {
  const beside = (text, way) => periodText(periodBeside(periodOf(text), way));
  assert.equal(beside('month:2026-1', -1), 'month:2025-12');
  assert.equal(beside('quarter:2026-4', 1), 'quarter:2027-1');
  assert.equal(beside('year:2026-1', 1), 'year:2027-1');
  assert.equal(beside('reporting_nine_months:2026-1', -1), 'reporting_nine_months:2025-1');
  assert.equal(beside('free:2026-03-01:2026-03-07', -1), 'free:2026-02-22:2026-02-28');
  assert.equal(beside('day:2026-02-28:2026-02-28', 1), 'day:2026-03-01:2026-03-01');
});

test('the address of the screen keeps a period, and a spoilt one is none', () => {
  for (const text of ['month:2026-11', 'reporting_year:2026-1', 'free:2026-03-01:2026-03-07']) assert.equal(periodText(periodOf(text)), text);
  for (const text of ['', null, 'month:2026', 'month:2026-13', 'quarter:2026-5', 'reporting_nine_months:2026-2', 'week:2026-1', 'constructor:2026-1', 'free:2026-3-1:2026-03-07']) assert.equal(periodOf(text), null, String(text));
});

test('names and dates as people write them', () => {
  assert.equal(periodName(periodOf('month:2026-11')), 'Tháng 11/2026');
  assert.equal(periodName(periodOf('free:2026-03-01:2026-03-07')), 'Từ 01/03/2026 đến 07/03/2026');
  assert.equal(periodName(periodOf('day:2026-03-01:2026-03-01')), 'Ngày 01/03/2026');
  assert.equal(typedDate(' 1/3/2026 '), '2026-03-01');
  assert.equal(typedDate('29.02.2028'), '2028-02-29');
  for (const text of ['29/02/2026', '31/04/2026', '2026-03-01', '1/13/2026', '', '1/3']) assert.equal(typedDate(text), null, text);
});

const { soonAmong, soonOf } = await load('screens/manager/soon.ts');

test('amber is what is due today or near due, R-941 and R-302', () => {
  const cell = (days_left, count, near_due, overdue = 0) => ({ days_left, count, near_due, overdue });
  assert.deepEqual([cell(-1, 3, 0, 3), cell(0, 6, 4), cell(0, 6, 4, 1), cell(1, 5, 2), cell(null, 2, 0)].map(soonOf), [0, 6, 5, 2, 0]);
  assert.equal(soonAmong([{ days: [cell(-2, 1, 0, 1), cell(0, 6, 0)] }, { days: [cell(1, 3, 1)] }]), 7);
});
