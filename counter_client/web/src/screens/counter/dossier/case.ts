/**
 * One dossier that exists: loaded, followed by the events, and moved by actions. Each change carries the
 * version that is shown; when somebody else was quicker, the new state is loaded and who changed it is
 * named, while what was typed stays beside it (R11).
 */
import { batch, computed, effect, signal } from '@preact/signals';
import { api, isAway, saying, type Problem } from '../../../core/api';
import type { Answer } from '../../../core/change';
import type { Fault } from '../../../ui/ErrorSummary';
import { hourMinute } from '../../../core/format';
import { ask, change, me, onEvent, onLate, onResync, opened, readOnly, say, summary } from '../store';
import { form, shownForm, type Typed } from './desk';
import { primaryOf, specOf, agencies, units, type ActionName, type Dossier, type Values } from './actions';
import { t } from './texts';

export const dossier = signal<Dossier | null>(null);
/** Why it cannot be shown: gone, not for this person, or the server is away. */
export const trouble = signal<string | null>(null);
/** Somebody else changed it while something was typed here. */
export type Conflict = { by: string; at: string; before: string; after: string };
export const conflict = signal<Conflict | null>(null);
export const faults = signal<readonly Fault[]>([]);
export const busy = signal(false);

/** The primary action of the dossier that lies open. */
export const primaryAction = computed<ActionName | null>(() => (dossier.value && opened.value === dossier.value.id ? primaryOf(dossier.value) : null));

/* ---- loading ---------------------------------------------------------------------------------- */

/** A dossier in its newest state has come with an answer. */
export function takeIn(d: Dossier): void {
  batch(() => { dossier.value = d; trouble.value = null; });
}

export async function load(id: string): Promise<void> {
  try {
    const { data, error } = await api.GET('/dossiers/{dossier}', { params: { path: { dossier: id } } });
    if (opened.value !== id) return;
    if (data) takeIn(data);
    else batch(() => { dossier.value = null; trouble.value = saying(error as Problem); });
  } catch (error) {
    if (!isAway(error)) throw error;
    if (opened.value === id && dossier.value?.id !== id) trouble.value = t('cannotLoad');
  }
}

effect(() => {
  const id = opened.value;
  if (!me.value?.account || id === null || id === 'new') return;
  if (dossier.peek()?.id === id) return;
  batch(() => {
    dossier.value = null;
    trouble.value = null;
    conflict.value = null;
    faults.value = [];
    if (form.peek() && form.peek()!.dossier !== id) form.value = null;
  });
  void load(id);
});
effect(() => { if (dossier.value && opened.value === dossier.value.id) summary.value = dossier.value.procedure_name; });

async function loadUnits(): Promise<void> {
  const params = { query: { limit: 500 } };
  units.value = (await api.GET('/units', { params })).data?.items ?? units.value;
  agencies.value = (await api.GET('/agencies', { params })).data?.items ?? [];
}
effect(() => { if (me.value?.account) void loadUnits().catch(() => undefined); });

/** Somebody changed it elsewhere: shown at once; where something is typed, he is named. */
onEvent('dossier_', (event) => {
  const d = dossier.value, theirs = event.dossier;
  if (!d || event.subject !== d.id || opened.value !== d.id || (theirs && theirs.version <= d.version)) return;
  if (event.actor === me.value?.account) { void load(d.id); return; }
  void reload(d, event.at);
});

async function reload(before: Dossier, at: string): Promise<void> {
  await load(before.id);
  const after = dossier.value;
  if (!after || after.version === before.version) return;
  const by = await lastBy(after);
  if (shownForm.value) tell(before, after, by, at);
  else say(t('changedBy', { name: by, at: hourMinute(at) }));
}

async function lastBy(d: Dossier): Promise<string> {
  const { data } = await api.GET('/dossiers/{dossier}/history', { params: { path: { dossier: d.id }, query: { limit: 500 } } });
  return data?.items.at(-1)?.actor_name ?? t('somebody');
}

function tell(before: Dossier, after: Dossier, by: string, at: string): void {
  conflict.value = { by, at, before: before.state, after: after.state };
}
onResync(() => { if (opened.value && opened.value !== 'new') void load(opened.value); });

/* ---- acting ----------------------------------------------------------------------------------- */

/** Open an action's form, or do it at once when it asks nothing. */
export function start(action: ActionName): void {
  const d = dossier.value, spec = specOf(action);
  if (!d || !spec) return;
  if (readOnly.value) { say(readOnly.value, { tone: 'bad' }); return; }
  batch(() => { faults.value = []; conflict.value = null; });
  if (spec.fields(d).length === 0) void act(action, {});
  else form.value = { dossier: d.id, action, values: spec.first?.(d) ?? {} };
}

export function closeForm(): void {
  batch(() => { form.value = null; faults.value = []; conflict.value = null; });
}

/** The field of the form that a guard speaks of. */
const GUARDED: Record<string, string> = {
  reason_missing: 'reason', nothing_asked: 'items', nothing_supplied: 'note', receiver_unknown: 'account', same_receiver: 'unit', scans_missing: 'scan',
  result_missing: 'title', duplicate_number: 'number', receiver_missing: 'full_name', authorisation_missing: 'authorisation', fee_unpaid: 'fee-0', supplement_limit: 'override_reason',
};

function ofProblem(action: string, d: Dossier, problem: Problem): Fault[] {
  const names = specOf(action)?.fields(d).map((f) => f.name) ?? [];
  const find = (wanted: string) => names.find((n) => n === wanted) ?? names.find((n) => n.startsWith(wanted)) ?? names[0] ?? '';
  const named = (p: string) => { const parts = p.split('/').filter(Boolean); return parts.at(-1) === 'supplement_by' ? 'until' : (parts.find((x) => names.includes(x)) ?? parts.at(-1) ?? ''); };
  if (problem.errors?.length) return problem.errors.map((e) => ({ id: `d-f-${find(named(e.pointer))}`, message: e.message }));
  const more = problem.missing?.length ? `: ${problem.missing.join(', ')}` : problem.conflicting_code ? `: ${problem.conflicting_code}` : '';
  return [{ id: `d-f-${find(problem.code === 'reason_missing' && names.includes('acting_reason') && !names.includes('reason') ? 'acting_reason' : GUARDED[problem.code as string] ?? '')}`, message: saying(problem) + more }];
}

function refusedFor(action: string, before: Dossier, problem: Problem): void {
  const now = problem.code === 'version_conflict' ? problem.current as Dossier | undefined : undefined;
  if (now && 'actions' in now) {
    takeIn(now);
    tell(before, now, problem.changed_by ?? t('somebody'), problem.changed_at ?? '');
    if (!shownForm.value) say(t('changedBy', { name: problem.changed_by ?? t('somebody'), at: problem.changed_at ? hourMinute(problem.changed_at) : '' }), { tone: 'bad' });
    return;
  }
  if (shownForm.value) faults.value = ofProblem(action, before, problem);
  else say(saying(problem), { tone: 'bad' });
  if (problem.code === 'state_forbids') void load(before.id);
}

/** What was typed for acts that are kept, until they are answered: a refusal gives it back. */
const waiting = new Map<string, Typed>();

const labelOf = (action: string): string => specOf(action)?.label ?? action;
const pathOf = (id: string, action: string): string => `/dossiers/${id}/${action.replaceAll('_', '-')}`;

function settle(action: string, before: Dossier, answer: Answer<Dossier>): void {
  if (answer.data) {
    batch(() => { takeIn(answer.data!); form.value = null; faults.value = []; conflict.value = null; });
    say(t('saidDone', { what: labelOf(action), code: answer.data.code ?? answer.data.external_code ?? before.id }), { tone: 'good' });
  } else if (answer.problem) refusedFor(action, before, answer.problem);
  else {
    if (form.value) waiting.set(before.id, form.value);
    form.value = null;
    say(t('actKept', { what: labelOf(action) }), { tone: 'bad' });
  }
}

async function act(action: string, values: Values): Promise<void> {
  const d = dossier.value, spec = specOf(action);
  if (!d || !spec || busy.value) return;
  if (spec.asks && (await ask({ ...spec.asks, choices: [{ value: 'yes', label: spec.label, look: 'danger', key: '1' }, { value: 'cancel', label: t('back'), key: '2' }] })) !== 'yes') return;
  busy.value = true;
  try {
    const body = spec.body(values, d);
    const answer = await change<Dossier>(`${spec.label} ${d.code ?? ''}`, d.id, { path: pathOf(d.id, action), ifMatch: d.version, ...(body === undefined ? {} : { body }) });
    settle(action, d, answer);
  } finally {
    busy.value = false;
  }
}

/** Send the form that is open. */
export function submit(): Promise<void> {
  const f = form.value;
  if (!f) return Promise.resolve();
  faults.value = [];
  return act(f.action, f.values);
}

/** Answers to what was kept: what is shown is brought up to date; a refusal is said by the shell. */
onLate((act, answer) => {
  const d = dossier.value, typed = waiting.get(act.subject);
  waiting.delete(act.subject);
  if (!d || act.subject !== d.id) return false;
  if (answer.data) takeIn(answer.data as Dossier);
  else if (typed && !form.value && opened.value === d.id) {
    form.value = typed;
    refusedFor(typed.action, d, answer.problem!);
    return true;
  } else void load(d.id);
  return false;
});
