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
export const waitsForMe = (r: Row): boolean => r.handover !== null &&
  (r.handover.account ? r.handover.account.account === me.value?.account : r.handover.unit === me.value?.unit);
const mine = (r: Row): boolean => r.officer?.account === me.value?.account;

/** What the list shows: sorted by the server, chosen here. */
export const shown = computed<readonly Row[]>(() => open.value.rows.filter((r) =>
  (whose.value === 'all' || (whose.value === 'mine' ? mine(r) : waitsForMe(r))) && (!pending.value || r.pending === pending.value)));
export const waiting = computed(() => open.value.rows.filter(waitsForMe).length);

async function fill(list: typeof open, query: Record<string, string>): Promise<void> {
  try {
    const { data, error } = await api.GET('/dossiers', { params: { query: { limit: LIMIT, ...query } } });
    list.value = data ? { rows: data.items, more: data.next !== null, state: 'here', why: null } : { ...list.value, state: 'failed', why: saying(error as Problem) };
  } catch (error) {
    if (!isAway(error)) throw error;
    list.value = { ...list.value, state: list.value.rows.length ? 'here' : 'failed', why: t('listAway') };
  }
}

export async function refresh(): Promise<void> {
  if (!me.value?.account) return;
  await Promise.all([fill(open, { order: 'due' }), fill(ready, { state: 'result_ready' })]);
  counts.value = { mine: open.value.rows.filter((r) => mine(r) || waitsForMe(r)).length, ready: ready.value.rows.length };
}

let again: ReturnType<typeof setTimeout> | undefined;
const soon = (): void => { clearTimeout(again); again = setTimeout(() => void refresh(), AGAIN_MS); };
onEvent('dossier_', soon);
onResync(soon);
effect(() => {
  const who = me.value;
  if (!who?.account) { open.value = EMPTY; ready.value = EMPTY; counts.value = { mine: 0, ready: 0 }; return; }
  if (!who.roles.includes('TIEP_NHAN')) whose.value = 'all';
  soon();
});
effect(() => { if (view.value !== 'work') soon(); });
