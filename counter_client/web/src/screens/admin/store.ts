/** What the pages show: loaded when a page is opened, and again when somebody else changes it. */
import { signal, type Signal } from '@preact/signals';
import { api, isAway, saying, type Problem, type Schemas } from '../../core/api';
import { connect } from '../../core/live';
import { hasRole } from '../../core/session';
import type { Page } from './router';
import { t } from './texts';

export type Setup = Schemas['Setup'];
export type Account = Schemas['Account'];
export type Device = Schemas['Device'];
export type Unit = Schemas['Unit'];
/** null: not loaded yet. `failed` says why the last load did not come; what was there stays. */
export type Load<T> = { data: T | null; failed: string | null; busy: boolean };

const empty = <T>(): Signal<Load<T>> => signal<Load<T>>({ data: null, failed: null, busy: false });
export const setup = empty<Setup>(), accounts = empty<Account[]>(), devices = empty<Device[]>(), units = empty<Unit[]>();

type Answer<T> = { data?: T; error?: unknown };
/** The data of an answer; a refusal is thrown as the problem it is. */
export function told<T>({ data, error }: Answer<T>): T {
  if (data === undefined) throw error ?? new Error('no answer');
  return data;
}

/** Why something did not come, for a person. */
export const why = (error: unknown): string =>
  isAway(error) ? t('away') : typeof error === 'object' && error && 'code' in error ? saying(error as Problem) : t('failedUnknown');

/** How often each list was asked for: an answer that a later one overtook tells what was, and is dropped. */
const asked = new WeakMap<object, number>();
export async function load<T>(into: Signal<Load<T>>, ask: () => Promise<T>): Promise<void> {
  const turn = (asked.get(into) ?? 0) + 1;
  asked.set(into, turn);
  const put = (got: Partial<Load<T>>) => { if (asked.get(into) === turn) into.value = { ...into.value, ...got, busy: false }; };
  into.value = { ...into.value, busy: true };
  try {
    put({ data: await ask(), failed: null });
  } catch (error) {
    put({ failed: why(error) });
  }
}

/** Every item of a list, page by page. */
export async function all<T>(page: (after: string | undefined) => Promise<Answer<{ items: T[]; next: string | null }>>): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | undefined, more = true; more;) {
    const got = told(await page(after));
    items.push(...got.items);
    more = got.next !== null;
    after = got.next ?? undefined;
  }
  return items;
}

/** The query of a page of a long list. */
export const paged = (after: string | undefined) => ({ params: { query: { limit: 500, ...(after ? { after } : {}) } } });
export const loadSetup = () => load(setup, async () => told(await api.GET('/setup')));
export const loadAccounts = () => load(accounts, () => all((after) => api.GET('/accounts', paged(after))));
export const loadDevices = () => load(devices, async () => {
  const list = await all((after) => api.GET('/devices', paged(after)));
  await Promise.all(list.filter((d) => d.kind !== 'printer').map((d) => loadPairing(d.device)));
  return list;
});
/** The newest pairing of each screen, as the log tells it. */
export const pairings = signal<ReadonlyMap<string, { seq: number; at: string }>>(new Map());
export async function loadPairing(device: string): Promise<void> {
  const { data } = await api.GET('/log', { params: { query: { subject: device, kind: 'device_paired', order: 'newest', limit: 1 } } });
  const row = data?.items[0];
  if (row) pairings.value = new Map(pairings.value).set(device, { seq: row.seq, at: row.at });
}
/** Since when a screen is paired; null: not since the device was made. */
export function pairedSince(d: Device): string | null {
  const at = pairings.value.get(d.device)?.at;
  return at && Date.parse(at) >= Date.parse(d.created_at) ? at : null;
}
/** Where most counters are: the head office, where most devices stand. */
export function mainSite(): string {
  const { sites = [], counters = [] } = setup.value.data ?? {};
  const size = (site: string) => counters.filter((c) => c.site === site).length;
  return sites.filter((s) => !s.retired).sort((a, b) => size(b.site) - size(a.site))[0]?.site ?? '';
}
export const loadUnits = () => load(units, () => all((after) => api.GET('/units', paged(after))));

export const mayManage = (): boolean => hasRole('QUAN_TRI');
/** An inspector reads the calendar and the log; everything else is the administrator's. */
export const mayOpen = (page: Page): boolean => mayManage() || (hasRole('KIEM_TRA') && (page === 'calendar' || page === 'log'));

export const siteName = (code: string): string => setup.value.data?.sites.find((s) => s.site === code)?.name ?? code;
export const unitName = (code: string | null): string => units.value.data?.find((u) => u.unit === code)?.name ?? code ?? '';
export const serviceName = (code: string): string => setup.value.data?.services.find((s) => s.service === code)?.name ?? code;
export const personName = (account: string | null): string => accounts.value.data?.find((a) => a.account === account)?.name ?? account ?? t('commandLine');

let listening = false;
/** Load what the lists of all pages name, and hear of every change of the set-up. */
export function begin(): void {
  if (!mayManage()) return;
  void loadSetup();
  void loadAccounts();
  void loadDevices();
  void loadUnits();
  if (listening) return;
  listening = true;
  connect(['queue'], {
    event: ({ kind }) => {
      if (kind === 'setup_changed' || kind === 'queue_rules_changed' || kind === 'centre_imported') void loadSetup();
    },
    snapshot: () => { if (setup.value.failed) begin(); },
  });
}
