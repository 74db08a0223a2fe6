/** What the kiosk shows: one view at a time, and settings that are forgotten with it. */
import { computed, effect, signal } from '@preact/signals';
import { api, isAway, type Schemas } from '../../core/api';
import { now } from '../../core/clock';
import { language, setLanguage } from '../../core/i18n';
import { connect, link, type EventData } from '../../core/live';
import { hearPrint } from './print';
import { hearHelp, helpOpen } from './help';

export type Ticket = Schemas['Ticket'];
export type Kiosk = Schemas['Kiosk'];
export type Service = Schemas['QueueService'];
export type Dossier = Schemas['PublicDossier'];
export type View =
  | { kind: 'home' }
  | { kind: 'sending'; slow: boolean }
  | { kind: 'failed' }
  | { kind: 'refused'; why: string }
  | { kind: 'ticket'; ticket: Ticket; again: boolean }
  | { kind: 'scan' }
  | { kind: 'wrong'; why: string }
  | { kind: 'no_ticket'; outcome: 'not_ready' | 'returned' | 'over'; dossier: Dossier };

export const view = signal<View>({ kind: 'home' });
export const kiosk = signal<Kiosk | null>(null);
export const queue = signal<Schemas['Queue'] | null>(null);
/** Names of the counters whose own work a service is. */
export const counters = signal<ReadonlyMap<string, readonly string[]>>(new Map());
export const priority = signal(false), large = signal(false), low = signal(false);
/** The server's clock cannot be trusted: it gives no numbers. */
export const clockDoubtful = signal(false);

const CUT_MS = 3000; // a shorter cut is not worth a word
export const cutSince = signal<number | null>(null);
/** Why no number can be had now; null: it can. */
export const blocked = computed<'cut' | 'clock' | null>(() => (cutSince.value !== null ? 'cut' : clockDoubtful.value ? 'clock' : null));

/** Whether somebody has changed anything since the last wipe. */
export const touched = computed(() => view.value.kind !== 'home' || priority.value || large.value || low.value || helpOpen.value || language.value !== 'vi');

/** Back to the beginning: nothing of the person before is left. Screens R22. */
export function wipe(): void {
  view.value = { kind: 'home' };
  priority.value = large.value = low.value = helpOpen.value = false;
  setLanguage('vi', false);
  scrollTo(0, 0);
  (document.activeElement as HTMLElement | null)?.blur();
}

export const resultService = computed(() => queue.value?.services.find((s) => s.service === kiosk.value?.result_service) ?? null);
/** The services that have a tile of their own. */
export const services = computed(() => (queue.value?.services ?? []).filter((s) => s.service !== kiosk.value?.result_service));

async function setUp(): Promise<void> {
  const [mine, all] = await Promise.all([api.GET('/kiosk'), api.GET('/counters', { params: { query: { limit: 500 } } })]);
  if (mine.data) kiosk.value = mine.data;
  const served = new Map<string, string[]>();
  for (const c of all.data?.items ?? [])
    if (c.site === mine.data?.site) for (const s of c.services.primary) served.set(s, [...(served.get(s) ?? []), c.name]);
  counters.value = served;
}

async function lookAtQueue(): Promise<void> {
  const { data } = await api.GET('/queue', { params: { query: {} } });
  if (data?.items[0]) queue.value = data.items[0];
  if (data?.items[0]?.services.some((s) => s.wait_unknown === 'not_computed')) setTimeout(refresh, NOT_YET_MS);
}

async function lookAtClock(): Promise<void> {
  const { error } = await api.GET('/health');
  clockDoubtful.value = (error as { code?: string } | undefined)?.code === 'clock_doubtful';
}

/** Ask, and wait for the next occasion when the server is away. */
const quietly = (asked: Promise<unknown>): void => { asked.catch((error: unknown) => { if (!isAway(error)) throw error; }); };

const SOON_MS = 500, NOT_YET_MS = 1000, NOW_AND_THEN_MS = 20_000;
let soon: ReturnType<typeof setTimeout> | undefined;
function refresh(): void {
  soon ??= setTimeout(() => { soon = undefined; quietly(lookAtQueue()); }, SOON_MS);
}

function event(e: EventData): void {
  if (/^(setup_|centre_)/.test(e.kind)) quietly(setUp());
  if (/^(ticket|counter|queue|setup|centre)_/.test(e.kind)) refresh();
  hearPrint(e);
  hearHelp(e);
}

/** Once, when the screen is paired. */
export function begin(): void {
  quietly(setUp());
  quietly(lookAtQueue());
  quietly(lookAtClock());
  connect(['queue', 'print'], { snapshot: () => { quietly(setUp()); quietly(lookAtQueue()); quietly(lookAtClock()); }, event });
  setInterval(() => { quietly(lookAtQueue()); quietly(lookAtClock()); }, NOW_AND_THEN_MS);
  let late: ReturnType<typeof setTimeout> | undefined, everOnline = false;
  // a page that opened while the server went away has no stream and gets none: it is loaded again
  setInterval(() => { if (!everOnline && !touched.value) quietly(api.GET('/version').then(() => { if (!everOnline) location.reload(); })); }, NOW_AND_THEN_MS);
  effect(() => {
    const { online, since } = link.value;
    clearTimeout(late);
    if (online) { everOnline = true; cutSince.value = null; }
    else if (cutSince.peek() === null) late = setTimeout(() => (cutSince.value = since ?? now()), CUT_MS);
  });
}
