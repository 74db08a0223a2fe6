/** The lists of an officer: dossiers by due date, those that wait to be taken over, results to return. */
import { computed, effect, signal } from '@preact/signals';
import { api, isAway, saying, type Problem, type Schemas } from '../../../core/api';
import { counts, me, onEvent, onResync, view } from '../store';
import { t } from './texts';

export type Row = Schemas['DossierSummary'];
export type Whose = 'mine' | 'waiting' | 'all';
export type Pending = '' | 'overdue' | 'near_due' | 'in_time' | 'paused';
type List = { rows: readonly Row[]; more: boolean; state: 'loading' | 'here' | 'failed'; why: string | null };
const EMPTY: List = { rows: [], more: false, state: 'loading', why: null };

export const whose = signal<Whose>('mine');
export const pending = signal<Pending>('');
export const open = signal<List>(EMPTY);
export const ready = signal<List>(EMPTY);

const LIMIT = 200, AGAIN_MS = 400;

/** Does this hand-over wait for the person signed in? */
const handedToMe = (r: Row): boolean => r.handover !== null &&
  (r.handover.account ? r.handover.account.account === me.value?.account : r.handover.unit === me.value?.unit);
const has = (role: Schemas['Role']): boolean => !!me.value?.roles.includes(role);
/** What a dossier waits for from the person signed in; null: nothing. A leader signs, the registry issues what is signed. */
export function waitsFor(r: Row): 'waitsForMe' | 'waitsSignature' | 'waitsNumber' | null {
  if (handedToMe(r)) return 'waitsForMe';
  if (r.state !== 'processing') return null;
  return has('LANH_DAO') && !r.signed_at ? 'waitsSignature' : has('VAN_THU') && r.signed_at ? 'waitsNumber' : null;
}
const mine = (r: Row): boolean => r.officer?.account === me.value?.account;

/** What becomes late first is first; what is paused, or has no due date, comes last. */
const lateness = (r: Row): number => (r.legal_due_at ? Date.parse(r.legal_due_at) : Infinity);
const byDue = (rows: readonly Row[]): Row[] => [...rows].sort((a, b) => (lateness(a) === lateness(b) ? 0 : lateness(a) - lateness(b)));

/** What the list shows: chosen here. */
export const shown = computed<readonly Row[]>(() => byDue(open.value.rows).filter((r) =>
  (whose.value === 'all' || (whose.value === 'mine' ? mine(r) : waitsFor(r) !== null)) && (!pending.value || r.pending === pending.value)));
export const waiting = computed(() => open.value.rows.filter(waitsFor).length);

async function fill(list: typeof open, query: Record<string, string>, further: Promise<readonly Row[]> | null = null): Promise<void> {
  try {
    const { data, error } = await api.GET('/dossiers', { params: { query: { limit: LIMIT, ...query } } });
    const rows = data ? [...data.items, ...((await further) ?? [])] : [];
    list.value = data ? { rows, more: data.next !== null, state: 'here', why: null } : { ...list.value, state: 'failed', why: saying(error as Problem) };
  } catch (error) {
    if (!isAway(error)) throw error;
    list.value = { ...list.value, state: list.value.rows.length ? 'here' : 'failed', why: t('listAway') };
  }
}

/** The order of due dates has none of those without one, and they are to be signed all the same. */
async function undated(): Promise<readonly Row[]> {
  const { data } = await api.GET('/dossiers', { params: { query: { limit: LIMIT, state: 'processing' } } });
  return (data?.items ?? []).filter((r) => !r.promised_at);
}

export async function refresh(): Promise<void> {
  if (!me.value?.account) return;
  await Promise.all([fill(open, { order: 'due' }, has('LANH_DAO') || has('VAN_THU') ? undated().catch(() => []) : null), fill(ready, { state: 'result_ready' })]);
  counts.value = { mine: open.value.rows.filter((r) => mine(r) || waitsFor(r)).length, ready: ready.value.rows.length };
}

let again: ReturnType<typeof setTimeout> | undefined;
const soon = (): void => { clearTimeout(again); again = setTimeout(() => void refresh(), AGAIN_MS); };
onEvent('dossier_', soon);
onResync(soon);
effect(() => {
  const who = me.value;
  if (!who?.account) { open.value = EMPTY; ready.value = EMPTY; counts.value = { mine: 0, ready: 0 }; return; }
  if (!who.roles.includes('TIEP_NHAN')) whose.value = has('LANH_DAO') || has('VAN_THU') ? 'waiting' : 'all';
  soon();
});
effect(() => { if (view.value !== 'work') soon(); });
