/**
 * Receiving a dossier: check everything at once, then accept, ask for more papers, or refuse. What is
 * sent is stored first (store.ts, change()), so that a cut line or an ended session loses nothing.
 */
import { batch, signal } from '@preact/signals';
import { isAway, saying, type Problem, type Schemas } from '../../../core/api';
import type { Act } from '../../../core/outbox';
import type { Answer } from '../../../core/change';
import type { Fault } from '../../../ui/ErrorSummary';
import { change, dirty, onLate, opened, readOnly, say } from '../store';
import { put, draft, drafts, drop, form, row } from './desk';
import { missing, toRequest, type Create, type Draft } from './draft';
import { takeIn } from './case';
import { tryOut } from './promise';
import { t } from './texts';

type Dossier = Schemas['Dossier'];

/** What stops the intake, on top of the form and at the fields. */
export const faults = signal<readonly Fault[]>([]);
export const busy = signal(false);
/** Received here just now: code and secret are shown until the next one begins. */
export const received = signal<Dossier | null>(null);

export const faultOf = (id: string): string | undefined => faults.value.find((f) => f.id === id)?.message;

/* ---- finding faults --------------------------------------------------------------------------- */

/** The field that a pointer of the API speaks of. */
function fieldOf(d: Draft, pointer: string): string {
  const [, part, name] = pointer.split('/');
  if (part === 'applicant') return name ? `d-${name}` : 'd-identity_document';
  if (part === 'representative') return name ? `d-helper-${name}` : 'd-helper-full_name';
  if (part === 'documents') {
    const at = Number(name), shown = d.papers.findIndex((p) => p.required && p.state !== 'ok');
    return paperField(Number.isInteger(at) && name ? d.papers.indexOf(d.papers.filter((p) => p.state === 'ok')[at]!) : Math.max(shown, 0));
  }
  if (part === 'fees') return 'd-fee-amount';
  if (part === 'external_code') return 'd-external_code';
  if (part === 'content') return 'd-content';
  if (part === 'acting_reason') return 'd-acting_reason';
  return 'd-find';
}
export const paperField = (index: number): string => `d-paper-${index}`;

function ownFaults(d: Draft): Fault[] {
  const found: Fault[] = [];
  if (!d.procedure) found.push({ id: 'd-find', message: t('chooseProcedure') });
  if (!d.applicant.full_name.trim()) found.push({ id: 'd-full_name', message: t('nameMissing') });
  d.papers.forEach((p, i) => { if (p.state === null) found.push({ id: paperField(i), message: t('paperUnset', { n: i + 1, name: p.name }) }); });
  if (!d.fee.how && Number(d.fee.amount.replace(/\D/g, '')) > 0) found.push({ id: 'd-fee-how', message: t('feeUnset') });
  return found;
}

const GUARDS_SAID_BETTER: Record<string, Parameters<typeof t>[0]> = { identity_invalid: 'identityMissing', documents_missing: 'papersMissing', fee_unpaid: 'feeUnpaid' };

/** Nothing was typed there: say what to type, not that it is wrong. */
function isEmptyField(d: Draft, pointer: string): boolean {
  const [, part, name] = pointer.split('/');
  const of = (part === 'applicant' ? d.applicant : part === 'representative' ? d.helper : null) as Record<string, string> | null;
  return !!name && of?.[name]?.trim() === '';
}

function serverFaults(d: Draft, errors: readonly Schemas['FieldError'][]): Fault[] {
  return errors.map((e) => ({ id: fieldOf(d, e.pointer), message: GUARDS_SAID_BETTER[e.code] && !/\/\w+\/\w+/.test(e.pointer) ? t(GUARDS_SAID_BETTER[e.code]!) : said(d, e) }));
}
/** "Số điện thoại: không hợp lệ" says which field, the server's words say what. */
function said(d: Draft, e: Schemas['FieldError']): string {
  const name = e.pointer === '/representative/full_name' ? 'helperName' : e.pointer.split('/')[2], label = name && t.has(name) ? t(name as Parameters<typeof t>[0]) : null;
  if (label && isEmptyField(d, e.pointer)) return t('fillIn', { label });
  return label && !e.message.toLowerCase().includes(label.toLowerCase()) ? `${label}: ${e.message.charAt(0).toLowerCase()}${e.message.slice(1)}` : e.message;
}

function ofProblem(d: Draft, problem: Problem): Fault[] {
  if (problem.errors?.length) return serverFaults(d, problem.errors);
  const guard = { identity_invalid: '/applicant', documents_missing: '/documents', fee_unpaid: '/fees', reason_missing: '/acting_reason' }[problem.code as string];
  return [{ id: fieldOf(d, guard ?? '/procedure'), message: saying(problem) }];
}

/** Everything that would refuse this intake; empty when it may be sent. */
async function look(d: Draft, body: Create): Promise<Fault[]> {
  const own = ownFaults(d).filter((f) => body.intake === 'accept' || !/^d-(paper|fee)/.test(f.id));
  if (!d.procedure) return own;
  try {
    const { data, problem } = await tryOut(d.applicant.full_name.trim() ? body : { ...body, applicant: { ...body.applicant, full_name: '…' } });
    if (problem?.status === 401) return own; // kept when it is sent, until somebody has signed in again
    const theirs = problem ? ofProblem(d, problem) : serverFaults(d, data!.faults);
    return [...own, ...theirs.filter((f) => !own.some((o) => o.id === f.id || (o.id.startsWith('d-paper') && f.id.startsWith('d-paper'))))];
  } catch (error) {
    if (!isAway(error)) throw error;
    return own; // the server looks again when it is sent
  }
}

/* ---- sending ---------------------------------------------------------------------------------- */

const SAID = { accept: 'saidAccepted', request_supplement: 'saidSupplement', refuse: 'saidRefused', arrive: 'saidArrived' } as const;
const subjectOf = (d: Draft): string => `draft:${d.id}`;

function done(d: Draft, dossier: Dossier, intake: Create['intake']): void {
  const here = draft.value?.id === d.id;
  batch(() => {
    drop(d.id);
    faults.value = [];
    row.value = null;
    if (here) { received.value = dossier; dirty.value = false; takeIn(dossier); opened.value = dossier.id; }
  });
  say(t(SAID[intake], { code: dossier.code ?? dossier.external_code ?? '', name: dossier.applicant.full_name }), { tone: 'good' });
}

function refusedFor(d: Draft, problem: Problem): void {
  batch(() => {
    drafts.value = drafts.value.map((x) => (x.id === d.id ? { ...x, sent: false } : x));
    if (draft.value?.id === d.id) { faults.value = ofProblem(d, problem); dirty.value = true; }
    else say(t('lateIntake', { name: d.applicant.full_name, why: saying(problem) }), { tone: 'bad' });
  });
}

function settle(d: Draft, intake: Create['intake'], answer: Answer<Dossier>): void {
  if (answer.data) done(d, answer.data, intake);
  else if (answer.problem) refusedFor(d, answer.problem);
  else {
    put({ sent: true });
    say(t('intakeKept'), { tone: 'bad' });
  }
}

/** The answer to an intake that was kept while the server was away, or sent by an earlier page. */
onLate((act: Act, answer: Answer) => {
  if (!act.subject.startsWith('draft:')) return false;
  const d = drafts.value.find((x) => subjectOf(x) === act.subject);
  const body = (act.args as { body: Create }).body;
  if (d) settle(d, body.intake, answer as Answer<Dossier>);
  return d !== undefined;
});

async function send(d: Draft, body: Create): Promise<void> {
  settle(d, body.intake, await change<Dossier>(t('actIntake', { name: d.applicant.full_name }), subjectOf(d), { path: '/dossiers', body }));
}

/** Check, then send. Faults are shown and get the focus. */
export async function receive(extra: Partial<Create> & { intake: Create['intake'] }): Promise<void> {
  const d = draft.value;
  if (!d || busy.value || d.sent) return;
  if (readOnly.value) { say(readOnly.value, { tone: 'bad' }); return; }
  busy.value = true;
  received.value = null;
  try {
    const body = { ...toRequest(d, extra.intake), ...extra };
    const found = await look(d, body);
    faults.value = found;
    if (found.length === 0) await send(d, body);
  } finally {
    busy.value = false;
  }
}

/** What F8 does with a draft: accept it, or, where something is missing, ask for it. */
export function primaryOfDraft(): 'accept' | 'supplement' {
  return draft.value && missing(draft.value).length > 0 ? 'supplement' : 'accept';
}

export function run(): void {
  if (primaryOfDraft() === 'accept') void receive({ intake: 'accept' });
  else openForm('request_supplement');
}

/** Open the form of what else can be done with a draft. */
export function openForm(action: 'request_supplement' | 'refuse'): void {
  const d = draft.value;
  if (!d) return;
  faults.value = [];
  form.value = { dossier: 'new', action, values: action === 'refuse' ? {} : { items: missing(d).map((p) => p.name).join('\n'), reason: t('supplementReason') } };
}
