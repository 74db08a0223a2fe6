/**
 * What the manager's screen shows, as signals. Everything is asked of the server, nothing is counted
 * here; events of the stream only say that it is time to ask again, at most once in two seconds.
 */
import { computed, effect, signal } from '@preact/signals';
import { api, isAway, saying, type Problem, type Schemas } from '../../core/api';
import { now } from '../../core/clock';
import { isoDay } from '../../core/format';
import { connect } from '../../core/live';
import { hasRole, me } from '../../core/session';
import { periodAround, periodBeside, periodOf, periodQuery, periodText, type Period } from './period';
import { route } from './router';
import { t } from './texts';

export type OpenReport = Schemas['OpenReport'];
export type OpenItem = Schemas['OpenItem'];
type OnTime = Schemas['OnTimeReport'];
export type OnTimeRow = Schemas['OnTimeRow'];
export type By = Schemas['ReportBy'];
export const WAYS: readonly By[] = ['field', 'procedure', 'officer', 'unit', 'month'];
const MAY_LIST_TICKETS: Schemas['Role'][] = ['GD_TT', 'LANH_DAO', 'KIEM_TRA'];
const RELOAD_MS = 2000;
const SHOWN = 6; // rows of the short lists of the overview

/** One answer of the server: what it says, or why there is none. */
export type Loaded<T> = { data: T | null; fault: string | null };
const nothing = { data: null, fault: null };

export const today = signal(isoDay(now()));
export const period = computed<Period>(() => periodOf(route.value.query.get('ky')) ?? periodAround('month', today.value));
export const by = computed<By>(() => WAYS.find((w) => w === route.value.query.get('theo')) ?? 'field');
/** Days of the chart of waits. */
export const waitDays = computed(() => (route.value.query.get('cho') === '1' ? 1 : 31));

export const open = signal<Loaded<OpenReport>>(nothing);
export const dueToday = signal<Loaded<OpenItem[]>>(nothing);
export const overdue = signal<Loaded<OpenItem[]>>(nothing);
export const onTime = signal<Loaded<OnTime>>(nothing);
export const onTimeBefore = signal<OnTime | null>(null);
export const waits = signal<Loaded<Schemas['QueueReport']>>(nothing);
export const satisfaction = signal<Loaded<Schemas['SatisfactionReport']>>(nothing);
export const reminders = signal<Loaded<Schemas['Reminder'][]>>(nothing);
export type Now = { queues: Schemas['Queue'][]; counters: Schemas['Counter'][]; longestSince: string | null; noShows: number };
export const nowState = signal<Loaded<Now>>(nothing);
export const asOf = computed(() => open.value.data?.as_of ?? null);

/** Ask; a refusal becomes words, an old answer stays while the server is away. */
export async function ask<T>(target: { value: Loaded<T> }, question: () => Promise<{ data?: T; error?: unknown }>): Promise<void> {
  try {
    const { data, error } = await question();
    target.value = data === undefined ? { data: null, fault: error ? saying(error as Problem) : t('failed') } : { data, fault: null };
  } catch (error) {
    if (!isAway(error)) throw error;
    target.value = { data: target.value.data, fault: t('away') };
  }
}

const items = async (query: { days_to?: number; due_today?: 'true' }) => {
  const { data, error } = await api.GET('/reports/open/dossiers', { params: { query: { ...query, limit: SHOWN } } });
  return data ? { data: data.items } : { error };
};

export const loadOpen = () => Promise.all([
  ask(open, () => api.GET('/reports/open', { params: { query: { by: 'field' } } })),
  ask(dueToday, () => items({ due_today: 'true' })),
  ask(overdue, () => items({ days_to: -1 })),
]).then(() => { if (open.value.data) today.value = open.value.data.today; });

/** Those addressed to who is signed in; a reporter or an inspector has none. */
export const loadReminders = () => ask(reminders, async () => {
  const { data, error } = await api.GET('/reminders', { params: { query: { to: 'me', limit: 20 } } });
  return data ? { data: data.items } : { error };
});

export async function loadOnTime(): Promise<void> {
  const [p, way] = [period.value, by.value];
  const report = (of: Period) => api.GET('/reports/on-time', { params: { query: { ...periodQuery(of), by: way } } });
  await ask(onTime, () => report(p));
  const told = onTime.value.data;
  if (told) await ask(satisfaction, () => api.GET('/reports/satisfaction', { params: { query: { from: told.from, to: told.to, by: 'group' } } }));
  const before = await report(periodBeside(p, -1)).catch(() => null);
  if (periodText(p) === periodText(period.value)) onTimeBefore.value = before?.data ?? null;
}

export const loadWaits = () => ask(waits, () => api.GET('/reports/queue', { params: { query: { date: today.value, days: waitDays.value } } }));

export const loadNow = () => ask(nowState, async () => {
  const [queue, counters, day, first] = await Promise.all([
    api.GET('/queue'), api.GET('/counters', { params: { query: { limit: 500 } } }),
    api.GET('/reports/queue', { params: { query: { date: isoDay(now()) } } }),
    hasRole(...MAY_LIST_TICKETS) ? api.GET('/tickets', { params: { query: { state: 'waiting', limit: 1 } } }) : null,
  ]);
  const error = queue.error ?? counters.error;
  if (error || !queue.data || !counters.data) return { error };
  return { data: { queues: queue.data.items, counters: counters.data.items, longestSince: first?.data?.items[0]?.issued_at ?? null, noShows: day.data?.total.no_show ?? 0 } };
});

/* ---- asking again ------------------------------------------------------------------------------ */

/** Run soon, once for all who ask meanwhile, and not again before RELOAD_MS have passed. */
function throttled(run: () => Promise<unknown>) {
  let timer: ReturnType<typeof setTimeout> | null = null, last = -RELOAD_MS;
  return () => {
    timer ??= setTimeout(() => { timer = null; last = performance.now(); void run(); }, Math.max(150, last + RELOAD_MS - performance.now()));
  };
}
/** Told that dossiers have changed: lists and the page of a dossier ask again. */
export const changes = signal(0);
const reloadDossiers = throttled(() => { changes.value++; return Promise.all([loadOpen(), loadOnTime(), loadReminders()]); });
const reloadQueue = throttled(() => Promise.all([loadNow(), loadWaits()]));

/** Everything, and whenever something happens again; once, after somebody has signed in. */
export function begin(): void {
  const all = () => { reloadDossiers(); reloadQueue(); };
  connect(['queue', 'dossiers'], {
    snapshot: all,
    event: ({ kind }) => (kind.startsWith('dossier_') || kind.startsWith('reminder_') ? reloadDossiers() : reloadQueue()),
  });
  effect(() => { void [period.value, by.value]; void loadOnTime(); });
  effect(() => { void [waitDays.value, today.value]; void loadWaits(); });
  void loadOpen();
  void loadReminders();
  void loadNow();
  setInterval(all, 60_000); // days pass and waits grow without an event
}

export const mayRead = (): boolean => hasRole('LD_PHONG', 'LANH_DAO', 'GD_TT', 'TO_HOP_BC', 'KIEM_TRA');
/** A unit's head sees his unit only. */
export const oneUnit = (): boolean => mayRead() && !hasRole('LANH_DAO', 'GD_TT', 'TO_HOP_BC', 'KIEM_TRA', 'TIEP_NHAN', 'VAN_THU') && !!me.value;
