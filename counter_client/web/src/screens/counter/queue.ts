/**
 * The queue as this counter sees it: today's open tickets of the site, its counters and services.
 * Loaded at each snapshot of the event stream, then kept by the events. A ticket's version says which
 * of two pictures is newer, so an answer and an event of one act may come in either order.
 */
import { computed, signal } from '@preact/signals';
import { api, type Schemas } from '../../core/api';
import { named } from '../../core/i18n';
import type { EventData, Snapshot } from '../../core/live';
import { counter, me, now, sendKept, tellEvent, tellResync, tick, type Counter, type Ticket } from './store';

export const tickets = signal<ReadonlyMap<string, Ticket>>(new Map());
export const counters = signal<readonly Counter[]>([]);
export const services = signal<readonly Schemas['Service'][]>([]);
/** The reception points, and whether papers are printed there. */
export const sites = signal<readonly Schemas['Site'][]>([]);
/** No printer of papers is set up for who sits here; they are kept as PDF. */
export const noPrinter = computed<boolean>(() => { const here = sites.value.find((s) => s.site === counter.value?.site) ?? sites.value[0]; return here !== undefined && !here.printer; });
const printJobs = signal<ReadonlyMap<string, Schemas['PrintJob']>>(new Map());

export const serviceName = (code: string): string => {
  const found = services.value.find((s) => s.service === code);
  return found ? named(found) : code;
};
export const counterName = (code: string): string => counters.value.find((c) => c.counter === code)?.name ?? code;

/* ---- what the panes show -------------------------------------------------------------------- */

const inState = (...states: Ticket['state'][]) => computed(() => [...tickets.value.values()].filter((t) => states.includes(t.state)));
const waitingAll = inState('waiting');

/** A person of a priority class stands as if he had come half an hour earlier (queue-order.md). */
const HEAD_START_MS = 1_800_000;
const standsAt = (t: Ticket): number => Date.parse(t.appointment ?? t.issued_at) - (t.class && t.class !== 'P0' ? HEAD_START_MS : 0);
const mine = (t: Ticket): boolean => !t.only_counter || t.only_counter === counter.value?.counter;
const serves = (service: string): boolean => {
  const s = counter.value?.services;
  return !!s && (s.primary.includes(service) || s.help.some((h) => h.service === service));
};

/** Those whom this counter may call, about in the order in which they will be; the server decides. */
export const waiting = computed(() => waitingAll.value.filter((t) => serves(t.service) && mine(t))
  .sort((a, b) => Number(b.class === 'P1') - Number(a.class === 'P1') || standsAt(a) - standsAt(b) || Number(a.id.slice(1)) - Number(b.id.slice(1))));
export const elsewhere = computed(() => waitingAll.value.length - waiting.value.length);
/** On hold or absent: those that this counter had, newest first. */
export const aside = computed(() => [...tickets.value.values()].filter((t) => (t.state === 'parked' || t.state === 'no_show') && t.counter === counter.value?.counter)
  .sort((a, b) => b.version - a.version));

export const waitedMs = (t: Ticket): number => Math.max(0, tick.value - Date.parse(t.issued_at));
export const longestMs = computed(() => Math.max(0, ...waiting.value.map(waitedMs)));

/** Where a ticket may be transferred: open services, and counters of this site that serve each; the keys of both. */
export function transferChoices() {
  const here = counter.value, open = services.value.filter((s) => s.state === 'open');
  const serving = (service: string) => counters.value.filter((c) => c.site === here?.site && c.counter !== here.counter &&
    (c.services.primary.includes(service) || c.services.help.some((h) => h.service === service)));
  const only = open.flatMap((s) => serving(s.service).map((c) => ({ service: s.service, counter: c.counter, name: c.name })))
    .map((o, i) => ({ ...o, key: i < 26 ? String.fromCharCode(97 + i) : '' }));
  return { open, only };
}

/** What printers wait for: the first job that a person must look at, and how many wait. */
export const printing = computed(() => {
  const jobs = [...printJobs.value.values()];
  return { waits: jobs.length, attention: jobs.find((j) => j.state === 'attention' || j.message) ?? null };
});

/* ---- loading -------------------------------------------------------------------------------- */

/** How often a ticket was taken up: a list asked for before that is not the whole truth, and is asked for again. */
let taken = 0;
const LOADS = 3;

/** Take the newer picture of a ticket; those that are over leave the list. */
export function takeTicket(ticket: Ticket): void {
  taken++;
  const before = tickets.value.get(ticket.id);
  if (before && before.version > ticket.version) return;
  const next = new Map(tickets.value);
  if (ticket.state === 'done' || ticket.state === 'cancelled') next.delete(ticket.id);
  else next.set(ticket.id, ticket);
  tickets.value = next;
  const c = counter.value;
  if (!c) return;
  const here = (ticket.state === 'called' || ticket.state === 'serving') && ticket.counter === c.counter;
  if (here && (c.ticket?.id !== ticket.id || c.ticket.version <= ticket.version)) counter.value = { ...c, ticket };
  else if (!here && c.ticket?.id === ticket.id) counter.value = { ...c, ticket: null };
}

export async function loadCounters(loads = LOADS): Promise<void> {
  const before = taken;
  const { data } = await api.GET('/counters', { params: { query: { limit: 500 } } });
  if (!data) return;
  if (taken !== before && loads > 1) return loadCounters(loads - 1);
  counters.value = data.items;
  const here = counter.value && data.items.find((c) => c.counter === counter.value!.counter);
  if (here) counter.value = here;
}

async function openTickets(state: Ticket['state'], site: string): Promise<readonly Ticket[]> {
  const all: Ticket[] = [];
  for (let after: string | null = ''; after !== null;) {
    const { data } = await api.GET('/tickets', { params: { query: { state, site, limit: 500, ...(after ? { after } : {}) } } }) as { data?: Schemas['TicketList'] };
    if (!data) break;
    all.push(...data.items);
    after = data.next;
  }
  return all;
}

async function loadTickets(loads = LOADS): Promise<void> {
  const site = counter.value?.site, before = taken;
  if (!site) return;
  const lists = await Promise.all((['waiting', 'parked', 'no_show', 'called', 'serving'] as const).map((s) => openTickets(s, site)));
  if (taken !== before && loads > 1) return loadTickets(loads - 1);
  const loaded = new Map(lists.flat().map((x) => [x.id, x]));
  for (const [id, newer] of tickets.value) // an event may have been quicker than the list
    if ((loaded.get(id)?.version ?? Infinity) < newer.version) loaded.set(id, newer);
  tickets.value = loaded;
}

/** Everything that the shell shows of the queue, from the server. */
export async function loadQueue(): Promise<void> {
  if (services.value.length === 0) {
    const { data } = await api.GET('/services', { params: { query: { limit: 500 } } });
    services.value = data?.items ?? [];
    sites.value = (await api.GET('/sites', { params: { query: { limit: 500 } } })).data?.items ?? [];
  }
  await Promise.all([loadCounters(), loadTickets()]);
}

/* ---- events --------------------------------------------------------------------------------- */

export function takeSnapshot(all: Snapshot): void {
  printJobs.value = new Map((all.print_jobs ?? []).map((j) => [j.id, j]));
  void sendKept().then(loadQueue).then(tellResync); // what was kept goes first, so that nothing jumps back
}

export function takeEvent(event: EventData): void {
  if (event.ticket && (!counter.value || event.ticket.site === counter.value.site)) takeTicket(event.ticket);
  if (event.kind === 'counter_changed') takeCounter(event);
  if (event.kind === 'queue_day_begun') void loadQueue();
  if (event.kind.startsWith('centre_')) { services.value = []; void loadQueue(); } // the set-up was changed
  if (event.print_job) {
    const next = new Map(printJobs.value);
    if (event.print_job.state === 'printed' || event.print_job.state === 'cancelled' || !event.print_job.printer) next.delete(event.print_job.id);
    else next.set(event.print_job.id, event.print_job);
    printJobs.value = next;
  }
  tellEvent(event);
}

/** Somebody sat down, left, opened or closed: known at once for this counter, names follow. */
function takeCounter(event: EventData): void {
  const { subject, officer, seat, state } = event as EventData & { seat?: string | null; state?: Counter['state'] };
  const c = counter.value;
  if (c && c.counter === subject && state) {
    const who = officer ? { account: officer, name: c.officer?.account === officer ? c.officer.name : me.value?.account === officer ? me.value.name : officer } : null;
    counter.value = { ...c, state, officer: who, seat: seat ?? null };
  }
  void loadCounters();
}

/** While the line is cut: show what was kept as if it were done; the server's word comes later. */
export function pretend(ticket: Ticket, state: Ticket['state']): void {
  takeTicket({ ...ticket, state, ...(state === 'serving' ? { started_at: new Date(now()).toISOString() } : {}) });
}
