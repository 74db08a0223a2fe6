// An intake as plain data: dates as they are typed, names as cards write them, and what of it the API gets.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

globalThis.location ??= { search: '', origin: 'http://127.0.0.1' };
globalThis.localStorage ??= { getItem: () => null, setItem: () => undefined };
const draft = await load('screens/counter/dossier/draft.ts');

test('dates_are_typed_as_people_write_them', () => {
  for (const typed of ['15/08/1990', '15081990', '15.8.1990', ' 15-08-1990 ']) assert.equal(draft.isoDate(typed), '1990-08-15', typed);
  assert.equal(draft.isoDate('1951'), '1951');
  assert.equal(draft.isoDate('mười lăm'), 'mười lăm'); // for the server to refuse
  assert.equal(draft.shownDate('1990-08-15'), '15/08/1990');
});

test('odd_names_are_told_from_names', () => {
  for (const name of ['NGUYỄN THỊ DIỄM', 'Nông Thị Mai', "H'Hen Niê", 'Nguyễn Thị Diễm'.normalize('NFD')]) assert.equal(draft.isOddName(name), false, name);
  for (const name of ['NGUY?N TH? DI?M', 'NGUYEN2 THI', 'Mai', 'Nguy\ufffdn Th\ufffd', '']) assert.equal(draft.isOddName(name), true, name);
});

test('only_papers_that_are_there_are_sent_and_what_is_missing_is_known', () => {
  const procedure = { procedure: '1.003583', fee: { kind: 'fixed', amount: 8000, text: '' }, documents: [
    { row: 1, name: 'Tờ khai', form: 'form', required: true, replace_by_data: null }, { row: 2, name: 'Bản sao', form: 'copy', required: true, replace_by_data: null },
    { row: 3, name: 'Ủy quyền', form: 'original', required: false, replace_by_data: null }] };
  let d = draft.withProcedure(draft.blank('t1', 0), procedure);
  assert.deepEqual(d.papers.map((p) => [p.state, p.originals, p.copies]), [[null, '1', '0'], [null, '0', '1'], ['na', '1', '0']]);
  d = { ...d, papers: d.papers.map((p, i) => ({ ...p, state: ['ok', 'missing', 'na'][i] })), fee: { ...d.fee, how: 'after' } };
  const body = draft.toRequest(d, 'accept', '…');
  assert.deepEqual(body.documents.map((x) => [x.row, x.originals, x.copies, x.scan]), [[1, 1, 0, null]]);
  assert.deepEqual(draft.missing(d).map((p) => p.name), ['Bản sao']);
  assert.deepEqual(body.fees.map((f) => [f.amount, f.mode, f.settled]), [[8000, 'after', null]]);
  assert.equal(body.applicant.full_name, '…');
  assert.equal(body.ticket, 't1');
});
