/** What an officer does with the queue, one function for each act. The server decides; refusals are said in its words. */
import { minutes } from '../../core/format';
import { sendChange, type Answer } from '../../core/change';
import { uuid } from '../../core/uuid';
import { saying, signedOut, type Problem, type Schemas } from '../../core/api';
import { counterName, loadCounters, loadQueue, pretend, serviceName, takeTicket, tickets } from './queue';
import { change, counter, current, dialog, held, mayLeave, offline, openDossier, readOnly, refused, say, undo, type Counter, type Ticket } from './store';
import { t } from './texts';

type Call = Schemas['CallAnswer'];
const RETRY_MS = [400, 800, 1600, 3200];
const TWICE_MS = 1500;
let calling = false;
/** Who was called last, and when by the page's clock. */
let justCalled = { id: '', at: -Infinity };
/** Called a moment ago and not begun: a key pressed twice must not finish who has not come yet. */
const twice = (): boolean =>
  current.value?.state === 'called' && current.value.id === justCalled.id && performance.now() - justCalled.at < TWICE_MS;

/** Resolves at once, or when somebody is signed in again. */
const signedIn = (): Promise<void> => new Promise((resolve) => {
  const stop = signedOut.subscribe((out) => { if (!out) { resolve(); queueMicrotask(() => stop()); } });
});

/**
 * Send what must be answered now or not at all: a call is never kept, for two counters must not call
 * one person. A lost answer is asked for again with the same key, for a few seconds.
 */
async function atOnce<T>(path: string, body: unknown, method: 'POST' | 'PUT' = 'POST'): Promise<Answer<T> | null> {
  const key = uuid();
  for (const wait of [...RETRY_MS, 0]) {
    const answer = await sendChange<T>({ method, path, body }, key);
    if (answer.again !== 'soon') return answer;
    await signedIn(); // the session had ended: it goes on once the person has signed in again
    if (wait) await new Promise((done) => setTimeout(done, wait));
  }
  return null;
}

/** Why nothing can be called from here now, or null. */
export const whyNoCall = (): string | null =>
  readOnly.value ?? (offline.value ? t('offlineCall') : counter.value?.state !== 'open' ? t('openFirst') : null);

const RULES = { urgent: 'whyUrgent', hard_max: 'whyHardMax', ratio: 'whyRatio', priority: 'whyPriority', turn: 'whyTurn', direct: 'whyDirect' } as const;

function heardCall({ ticket, why, finished }: Call): void {
  if (finished) takeTicket(finished);
  if (!ticket) {
    const n = 'waiting_elsewhere' in why ? why.waiting_elsewhere : 0;
    say(why.rule === 'later' ? t('saidLater') : n ? t('saidEmptyElsewhere', { n }) : t('saidEmpty'));
    return;
  }
  takeTicket(ticket);
  justCalled = { id: ticket.id, at: performance.now() };
  if (ticket.dossier) void openDossier(ticket.dossier); // whose result it is that the person has come for
  const said = t('saidCalled', { number: ticket.number, why: t(RULES[why.rule as keyof typeof RULES] ?? 'whyTurn'), n: 'waited_s' in why ? minutes(why.waited_s) : 0 });
  undo(said, () => void takeBack(ticket));
}

/** F2: open the counter; call the next person; finish and call the next. */
export async function next(): Promise<void> {
  if (counter.value && !readOnly.value && counter.value.state !== 'open') return setState('open');
  const blocked = whyNoCall();
  if (blocked) return say(blocked, { tone: 'bad' });
  if (calling || twice()) return; // a double press calls once
  calling = true;
  try {
    if (!(await mayLeave())) return;
    const answer = await atOnce<Call>(`/counters/${counter.value!.counter}/call-next`, { finish_current: true });
    if (!answer) say(t('unknownCall'), { tone: 'bad' });
    else if (answer.problem) afterRefusal(answer.problem);
    else {
      if (answer.data!.ticket || answer.data!.finished) await openDossier(null);
      heardCall(answer.data!);
    }
  } finally {
    calling = false;
  }
}

/** Call a particular person, with a reason that stands in the log. */
export async function callThis(ticket: Ticket, reason: string): Promise<boolean> {
  const blocked = current.value ? t('busyFirst') : whyNoCall();
  if (blocked) { say(blocked, { tone: 'bad' }); return false; }
  const answer = await atOnce<Call>(`/counters/${counter.value!.counter}/call`, { ticket: ticket.id, reason });
  if (answer?.data) heardCall(answer.data);
  else if (answer?.problem) afterRefusal(answer.problem);
  else say(t('unknownCall'), { tone: 'bad' });
  return !!answer?.data;
}

async function takeBack(ticket: Ticket): Promise<void> {
  if (offline.value) return say(t('offlineOther'), { tone: 'bad' });
  const answer = await atOnce<Schemas['UndoAnswer']>(`/counters/${counter.value!.counter}/undo`, { ticket: ticket.id });
  if (answer?.problem) return afterRefusal(answer.problem);
  if (!answer?.data) return say(t('unknownCall'), { tone: 'bad' });
  const { served_again: again } = answer.data;
  takeTicket(answer.data.ticket);
  if (again) takeTicket(again);
  say(again ? t('saidUndoneServed', { number: ticket.number, again: again.number }) : t('saidUndone', { number: ticket.number }), { tone: 'good' });
}

/** Something else was true than this screen thought: say it, and look again. */
function afterRefusal(problem: Problem): void {
  refused(problem);
  void loadQueue();
}

/* ---- acts that are kept while the line is cut ------------------------------------------------ */

type Verb = 'start' | 'finish' | 'no-show' | 'park' | 'transfer' | 'return' | 'come-back' | 'cancel';
const LABELS = { start: 'actStart', finish: 'actFinish', 'no-show': 'actNoShow', park: 'actPark', transfer: 'actTransfer', return: 'actReturn', 'come-back': 'actComeBack', cancel: 'actCancel' } as const;
const AFTER: Record<Verb, Ticket['state']> = { start: 'serving', finish: 'done', 'no-show': 'no_show', park: 'parked', transfer: 'waiting', return: 'waiting', 'come-back': 'waiting', cancel: 'cancelled' };

/** Do it, or keep it; true when it is done or kept. */
async function act(verb: Verb, ticket: Ticket, done: () => void, body: unknown = {}): Promise<boolean> {
  if (readOnly.value) { say(readOnly.value, { tone: 'bad' }); return false; }
  const label = t(LABELS[verb], { number: ticket.number });
  const answer = await change<Ticket>(label, ticket.id, { path: `/tickets/${ticket.id}/${verb}`, body });
  if (answer.problem) { afterRefusal(answer.problem); return false; }
  if (answer.kept) {
    pretend(tickets.value.get(ticket.id) ?? ticket, AFTER[verb]);
    if (!signedOut.value) say(held.value ? t('saidHeld', { what: label, why: saying(held.value) }) : t('saidKept', { what: label }));
  } else {
    takeTicket(answer.data!);
    done();
  }
  return true;
}

/** The ticket here, when it may be; else says why not. */
function here(state?: Ticket['state'], why?: string): Ticket | null {
  const ticket = current.value;
  if (!ticket) say(t('noTicket'));
  else if (state && ticket.state !== state) say(why!);
  else return ticket;
  return null;
}

export async function start(): Promise<void> {
  const ticket = here('called', t('already'));
  justCalled.id = ''; // whoever begins has seen who came
  if (ticket) await act('start', ticket, () => say(t('saidStarted', { number: ticket.number }), { tone: 'good' }));
}

export async function recall(): Promise<void> {
  const ticket = here('called', t('notCalled'));
  if (!ticket) return;
  const blocked = readOnly.value ?? (offline.value ? t('offlineRecall') : null);
  if (blocked) return say(blocked, { tone: 'bad' });
  const answer = await atOnce<Ticket>(`/tickets/${ticket.id}/recall`, {});
  if (answer?.problem) return afterRefusal(answer.problem);
  if (!answer?.data) return say(t('unknownCall'), { tone: 'bad' });
  takeTicket(answer.data);
  say(t('saidRecalled', { number: ticket.number }), { tone: 'good' });
}

export async function noShow(): Promise<void> {
  const ticket = here();
  if (ticket) await act('no-show', ticket, () => undo(t('saidNoShow', { number: ticket.number }), () => void takeBack(ticket)));
}

export async function finish(): Promise<void> {
  const ticket = here();
  if (ticket && (await mayLeave()) && (await act('finish', ticket, () => say(t('saidFinished', { number: ticket.number }), { tone: 'good' })))) await openDossier(null);
}

/** F7: put the person aside; with nobody here, show who is aside. */
export async function park(): Promise<void> {
  const ticket = current.value;
  if (!ticket) { dialog.value = 'aside'; return; }
  if (await mayLeave()) await act('park', ticket, () => say(t('saidParked', { number: ticket.number }), { tone: 'good' }));
}

export async function transfer(service: string, only: string | null): Promise<void> {
  const ticket = here();
  dialog.value = null;
  if (!ticket || !(await mayLeave())) return;
  const said = only ? t('saidTransferredTo', { number: ticket.number, service: serviceName(service), counter: counterName(only) }) : t('saidTransferred', { number: ticket.number, service: serviceName(service) });
  await act('transfer', ticket, () => say(said, { tone: 'good' }), { service, ...(only ? { counter: only } : {}) });
}

/** Somebody aside is back: called at once when the counter is free, else waiting at the old place. */
export async function bringBack(ticket: Ticket): Promise<void> {
  const absent = ticket.state === 'no_show';
  const waits = () => say(t(absent ? 'saidCameBack' : 'saidReturned', { number: ticket.number }), { tone: 'good' });
  if (!(await act(absent ? 'come-back' : 'return', ticket, waits)) || current.value || whyNoCall()) return;
  await callThis(ticket, t(absent ? 'asideBack' : 'asideReason'));
}

export const cancel = (ticket: Ticket): Promise<boolean> =>
  act('cancel', ticket, () => say(t('saidCancelled', { number: ticket.number }), { tone: 'good' }));

/* ---- the counter itself ---------------------------------------------------------------------- */

/** Sit down at a counter (it opens), or open, pause, close it. False when it was refused. */
export async function sit(at: Counter, state: Counter['state']): Promise<boolean> {
  if (offline.value) { say(t('offlineOther'), { tone: 'bad' }); return false; }
  const answer = await atOnce<Counter>(`/counters/${at.counter}`, { state }, 'PUT');
  if (!answer?.data) {
    if (answer?.problem) say(saying(answer.problem), { tone: 'bad' });
    else say(t('offlineOther'), { tone: 'bad' });
    void loadCounters();
    return false;
  }
  counter.value = state === 'closed' ? null : answer.data;
  return true;
}

export async function setState(state: Counter['state']): Promise<void> {
  if (readOnly.value) return say(readOnly.value, { tone: 'bad' });
  if (state === 'closed' && current.value) return say(t('closeBusy'), { tone: 'bad' });
  await sit(counter.value!, state);
}

/** The other browser had it: sit here again, in the state it has. */
export async function takeOver(): Promise<void> {
  const c = counter.value!;
  if (await sit(c, c.state === 'closed' ? 'open' : c.state)) {
    say(t('saidTaken', { counter: c.name }), { tone: 'good' });
    await loadQueue();
  }
}
