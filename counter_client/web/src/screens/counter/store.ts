/**
 * What both halves of the counter screen share: who sits where, the link, messages, questions, which
 * dossier is open. README.md says who writes what. The queue itself is queue.ts.
 */
import { computed, signal } from '@preact/signals';
import { seat, type Answer, type Change, Changes } from '../../core/change';
import { now, tick } from '../../core/clock';
import { saying, type Problem, type Schemas } from '../../core/api';
import { link, type EventData } from '../../core/live';
import type { Act } from '../../core/outbox';
import { me } from '../../core/session';
import { t } from './texts';

export type Ticket = Schemas['Ticket'];
export type Counter = Schemas['Counter'];
export { link, me, now, tick };

/** Where the person sits, or sat until somebody took it over; null before a counter is chosen. */
export const counter = signal<Counter | null>(null);

/** The line is cut: not while the first connection is being made, nor when it is only the session that ended. */
export const offline = computed(() => !link.value.online && link.value.since !== null && !link.value.refused);
/** Works on dossiers without sitting at a counter: an officer of a unit, or by choice. */
export const deskless = signal(false);
/** All that the screen needs was loaded once. */
export const started = signal(false);
/** The server did not answer when the screen began. */
export const failed = signal(false);

/** Called or being served at this counter. */
export const current = computed<Ticket | null>(() => counter.value?.ticket ?? null);

/** Why nothing can be changed at this counter from here, or null. The other browser has the seat (R13). */
export const readOnly = computed<string | null>(() => {
  const c = counter.value, who = me.value;
  if (!c || !who) return null;
  if (!c.officer) return t('counterLeft', { counter: c.name });
  if (c.officer.account !== who.account) return t('takenByPerson', { name: c.officer.name, counter: c.name });
  return c.seat === seat() ? null : t('takenByBrowser', { counter: c.name });
});

/* ---- messages ------------------------------------------------------------------------------- */

export type Tone = 'info' | 'good' | 'bad';
type Message = { text: string; tone: Tone; undo: (() => void) | null; until: number; serial: number };
export const message = signal<Message | null>(null);
const SHOWN_MS = 6000;
let serial = 0;

/** Say something in the line at the bottom; a bad thing stays until the next message. */
export function say(text: string, { tone = 'info' as Tone } = {}): void {
  message.value = { text, tone, undo: null, until: tone === 'bad' ? Infinity : performance.now() + SHOWN_MS, serial: ++serial };
}

/** Say something that can be taken back for a while (R5). `run` is called at most once. */
export function undo(text: string, run: () => void, seconds = 10): void {
  const mine = ++serial;
  const once = () => { if (message.value?.serial === mine) { message.value = null; run(); } };
  message.value = { text, tone: 'info', undo: once, until: performance.now() + seconds * 1000, serial: mine };
}

/** Something was refused: say it in the server's words. */
export function refused(problem: Problem): void {
  say(saying(problem), { tone: 'bad' });
}

setInterval(() => { if (message.value && message.value.until <= performance.now()) message.value = null; }, 250);

/* ---- questions ------------------------------------------------------------------------------ */

export type Choice = { value: string; label: string; look?: 'primary' | 'danger'; key?: string };
export type Question = { title: string; text: string; choices: readonly Choice[]; answer: (value: string) => void };
export const question = signal<Question | null>(null);

/** Ask in a dialog; resolves with the choice's value, or 'cancel' for Escape. */
export function ask(q: Omit<Question, 'answer'>): Promise<string> {
  question.value?.answer('cancel');
  return new Promise((resolve) => {
    question.value = { ...q, answer: (value) => { question.value = null; resolve(value); } };
  });
}

/** The dialog of the shell that is open. */
export const dialog = signal<'transfer' | 'aside' | 'keys' | 'seat' | { ticket: string } | null>(null);

/* ---- changes -------------------------------------------------------------------------------- */

let changes: Changes | null = null;
/** Kept changes of this account, not yet answered. */
export const kept = computed(() => ready.value && changes ? changes.outbox.kept.value : []);
/** Why the server does not take what is kept, though it answers: its disk is full, its clock is doubtful. */
export const held = computed(() => ready.value && changes ? changes.held.value : null);
const ready = signal(false);

let lateRefusals: { texts: string[]; serial: number } = { texts: [], serial: 0 };
/** Acts kept before are refused one right after the other: each stays to be read until something else is said. */
function sayLate(text: string): void {
  const texts = message.value?.serial === lateRefusals.serial ? [...lateRefusals.texts, text] : [text];
  say(texts.join('; '), { tone: 'bad' });
  lateRefusals = { texts, serial };
}

const lates = new Set<(act: Act, answer: Answer) => boolean>();
/** Hear the answers of acts that nobody waits for any more: kept while the line was cut, or stored by an earlier page. True: it is dealt with. */
export const onLate = (take: (act: Act, answer: Answer) => boolean): void => { lates.add(take); };

/** Begin the outbox of who is signed in; what an earlier page has kept is sent. */
export function openOutbox(account: string): void {
  changes = new Changes(account, (act, answer) => {
    if ([...lates].some((take) => take(act, answer))) return;
    if (answer.problem) sayLate(t('lateRefused', { what: act.op, why: saying(answer.problem) }));
  });
  ready.value = true;
}

/** Send what is kept: the link is back, or somebody has signed in again. */
export const sendKept = (): Promise<void> => changes?.resume() ?? Promise.resolve();

/** Change something so that it is not lost: see core/change.ts. */
export function change<T>(label: string, subject: string, what: Change): Promise<Answer<T>> {
  if (!changes) throw new Error('nobody is signed in');
  return changes.change<T>(label, subject, what, now());
}

/* ---- the dossier half ----------------------------------------------------------------------- */

/** Which dossier lies open in the middle; change it through openDossier(). */
export const opened = signal<string | 'new' | null>(null);
/** Written by the dossier half: something typed is not received yet. */
export const dirty = signal(false);
/** Written by the dossier half: a few words for the window's title. */
export const summary = signal('');
/** Written by the dossier half: something stops the form that was sent; the title says so first (R7). */
export const faulty = signal(false);
/** Written by the dossier half: the figures behind "my dossiers" and "return results". */
export const counts = signal({ mine: 0, ready: 0 });
/** Written by the dossier half: when the draft was saved, for the line at the foot. */
export const savedAt = signal<number | null>(null);
export const view = signal<'work' | 'mine' | 'return'>('work');

let leave: { hold: () => Promise<void>; discard: () => void } | null = null;
/** The dossier half says how an unsaved dossier is put aside or dropped. */
export const onLeave = (how: typeof leave): void => { leave = how; };

/** Before an unsaved dossier would be closed: ask once (R4). False: the person goes back to it. */
export async function mayLeave(): Promise<boolean> {
  if (!dirty.value || !leave) return true;
  const answer = await ask({
    title: t('unsavedTitle'), text: t('unsavedText'),
    choices: [
      { value: 'hold', label: t('unsavedHold'), look: 'primary', key: '1' },
      { value: 'discard', label: t('unsavedDiscard'), look: 'danger', key: '2' },
      { value: 'cancel', label: t('unsavedBack'), key: '3' },
    ],
  });
  if (answer === 'hold') await leave.hold();
  if (answer === 'discard') leave.discard();
  return answer !== 'cancel';
}

/** Open a dossier, a new one, or none; asks first when another is unsaved. */
export async function openDossier(id: string | 'new' | null): Promise<void> {
  if (opened.value === id && view.value === 'work') return;
  if (opened.value !== id && !(await mayLeave())) return;
  opened.value = id;
  view.value = 'work';
}

/* ---- events --------------------------------------------------------------------------------- */

const listeners = new Set<{ prefix: string; take: (event: EventData) => void }>();
const resyncs = new Set<() => void>();
/** Hear committed events whose kind begins so, in order. Returns how to stop. */
export function onEvent(prefix: string, take: (event: EventData) => void): () => void {
  const listener = { prefix, take };
  listeners.add(listener);
  return () => listeners.delete(listener);
}
/** Called when everything shown is to be loaded again. Returns how to stop. */
export function onResync(again: () => void): () => void {
  resyncs.add(again);
  return () => resyncs.delete(again);
}
export const tellEvent = (event: EventData): void => listeners.forEach((l) => { if (event.kind.startsWith(l.prefix)) l.take(event); });
export const tellResync = (): void => resyncs.forEach((again) => again());
