/** What the board knows: the queue of its site, who is called aloud, and since when the link is cut. */
import { computed, effect, signal } from '@preact/signals';
import { Announcer, loudnessAt, minuteOfDay, round, type Call } from '../../core/announcer';
import { api, isAway, type Schemas } from '../../core/api';
import { now, speed } from '../../core/clock';
import { hourMinute } from '../../core/format';
import { connect, link, type EventData, type Snapshot } from '../../core/live';
import { isReloadDue } from '../../core/nightly';
import { me } from '../../core/session';
import { Voice } from '../../core/voice';
import { settings } from './settings';

export type Queue = Schemas['Queue'];
export type Shown = Schemas['QueueCall'];

const EARLIER = 4;
const OLD_MS = 120_000; // a call heard of later than this is shown and not spoken
const REFRESH_MS = 400; // after an event: several come together
const DRIFT_MS = 30_000; // estimates change while nothing happens
const CUT_MS = 4000; // a shorter cut is not worth a word
const PULSES_MS = 3600; // three soft pulses: how long a call stands alone when there is no sound
const FAST = 4; // a training clock beyond this speed calls faster than anybody can speak

export const queue = signal<Queue | null>(null);
/** The centre's clock when the link was lost; null while it holds. */
export const cutAt = signal<number | null>(null);

export const voice = new Voice();
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms));

/** One round of a call. Without sound the first one lasts as long as its pulses. */
async function speak(call: Call, n: number): Promise<void> {
  const { voice: languages, loudness } = settings.value;
  const silent = voice.blocked.value || !languages.length;
  await Promise.all([
    languages.length ? voice.play(round(call, n, languages), loudnessAt(minuteOfDay(hourMinute(now())), loudness)) : undefined,
    pause(n === 0 ? PULSES_MS : silent ? 0 : 600),
  ]);
}

export const announcer = new Announcer(speak);

/** The call in the band: the one that is spoken, or the newest. */
export const newest = computed<Shown | null>(() => {
  const calls = queue.value?.calls ?? [], spoken = announcer.current.value;
  const shown = spoken && calls.find((c) => c.number === spoken.number && c.counter === spoken.counter);
  if (shown || !spoken) return shown || calls[0] || null;
  return { ...spoken, counter_name: nameOf(spoken.counter), at: '', priority: false }; // it has left the list meanwhile
});
export const earlier = computed<Shown[]>(() =>
  (queue.value?.calls ?? []).filter((c) => c.number !== newest.value?.number).slice(0, EARLIER));

const nameOf = (counter: string): string => queue.value?.counters.find((c) => c.counter === counter)?.name ?? counter;
/** Which site: the one that the address names, or the device's own. */
export const site = (): string | undefined => new URLSearchParams(location.search).get('site') ?? me.value?.site ?? undefined;

/** Calls have the time of their second: which of one second came first, the log's order says. */
let callSeq = new Map<string, number>();
function show(mine: Queue): void {
  const kept = new Map(mine.calls.flatMap((c) => (callSeq.has(c.number) ? [[c.number, callSeq.get(c.number)!] as const] : [])));
  callSeq = kept;
  const calls = [...mine.calls].sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (kept.get(b.number) ?? 0) - (kept.get(a.number) ?? 0));
  queue.value = { ...mine, calls };
}

let heardSeq = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Ask for the queue soon; what a late answer shows is older than what was heard, and is asked for again. */
function refreshSoon(ms = REFRESH_MS): void {
  waiting ??= setTimeout(() => void refresh(), ms);
}

async function refresh(): Promise<void> {
  waiting = undefined;
  const at = site();
  try {
    const { data } = await api.GET('/queue', { params: { query: at ? { site: at } : {} } });
    const mine = data?.items[0];
    if (mine && mine.seq >= heardSeq) show(mine);
    else if (mine) refreshSoon();
  } catch (failed) {
    if (!isAway(failed)) throw failed; // the link says that the server is away
  }
}

/** Aloud, unless it is old news. */
function announce({ number, counter }: Call, at: string): void {
  if (now() - Date.parse(at) > OLD_MS || (speed() > FAST && announcer.current.value)) return;
  announcer.add({ number, counter });
}

function onSnapshot({ seq, queues }: Snapshot): void {
  const mine = queues?.find((q) => q.site === site()) ?? queues?.[0];
  if (!mine) return;
  const before = queue.value;
  heardSeq = Math.max(heardSeq, seq);
  show(mine);
  // what was called while nobody listened, in the order of the calls; at the first look nothing is news
  if (before) mine.calls.filter((c) => !before.calls.some((b) => b.number === c.number && b.at === c.at)).reverse().forEach((c) => announce(c, c.at));
}

function onEvent({ seq, at, kind, ticket }: EventData): void {
  heardSeq = Math.max(heardSeq, seq);
  if (ticket?.counter && (kind === 'ticket_called' || kind === 'ticket_recalled')) {
    const { number, counter } = ticket, seen = queue.value;
    callSeq.set(number, seq);
    const known = seen?.calls.find((c) => c.number === number);
    if (seen) queue.value = { ...seen, calls: [{ number, counter, counter_name: nameOf(counter), at, priority: known?.priority ?? false }, ...seen.calls.filter((c) => c !== known)] };
    announce({ number, counter }, at);
  }
  if (ticket && (kind === 'ticket_call_undone' || kind === 'ticket_cancelled')) announcer.withdraw(ticket.number);
  refreshSoon();
}

/** Since when the link is cut, by the centre's clock: what the PC's own clock says may be wrong. */
function watchLink(): void {
  let later: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    clearTimeout(later);
    if (link.value.online) cutAt.value = null;
    else if (link.value.since !== null && cutAt.peek() === null) {
      const since = now();
      later = setTimeout(() => (cutAt.value = since), CUT_MS);
    }
  });
}

export function begin(): void {
  connect(['queue'], { snapshot: onSnapshot, event: onEvent }, site());
  watchLink();
  setInterval(() => link.value.online && refreshSoon(0), DRIFT_MS);
  setInterval(() => isReloadDue({ upMs: performance.now(), minute: minuteOfDay(hourMinute(now())), online: link.value.online, busy: !!announcer.current.value }) && location.reload(), 60_000);
  effect(() => { if (link.value.online && settings.value.voice.length) void voice.load(settings.value.voice); });
}
