/**
 * One touch, one ticket. The request is kept with its key until it is answered, and asked again with
 * the same key: the server gives the same ticket, however often it was asked, killed or restarted.
 */
import { api, isAway, saying, type Problem, type Schemas } from '../../core/api';
import { uuid } from '../../core/uuid';
import { followPrint } from './print';
import { receiptOf } from './receipt';
import { clockDoubtful, kiosk, priority, view, type Ticket, type View } from './store';
import { t } from './texts';

type Asked = { key: string; at: number } & ({ service: string; class: string } | { code: string; secret: string; class: string });
const KEPT = 'motcua.kiosk.asked', RESUME_MS = 60_000;
const ANSWER_MS = 8000, AGAIN_MS = 1000, SLOW_MS = 3000, PATIENCE_MS = 30_000;
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms));
const passing = (p: Problem) => p.status === 502 || p.status === 504 || (p.status === 503 && p.code !== 'clock_doubtful') || (p.status === 429 && p.code === 'too_many_requests' && !p.detail);

const className = (): string => (priority.value && kiosk.value?.priority_class) || 'P0';
const options = (asked: Asked) => ({ headers: { 'Idempotency-Key': asked.key }, signal: AbortSignal.timeout(ANSWER_MS) });

function shown(ticket: Ticket, again: boolean): View {
  followPrint(again ? null : ticket.print_job, kiosk.value?.printer ?? false);
  return { kind: 'ticket', ticket, again };
}

function refused(problem: Problem, scanned: boolean): View {
  clockDoubtful.value = problem.code === 'clock_doubtful';
  if (scanned && problem.status === 404) return { kind: 'wrong', why: t('scanWrongHow') };
  if (scanned && problem.status === 429) return { kind: 'wrong', why: t('tooMany') };
  return { kind: 'refused', why: saying(problem) };
}

/** Ask once; null: no answer, or one that says to ask again. */
async function ask(asked: Asked): Promise<View | null> {
  if ('service' in asked) {
    const { data, error } = await api.POST('/tickets', { ...options(asked), body: { service: asked.service, class: asked.class as Schemas['TicketClass'] } } as never) as { data?: Ticket; error?: Problem };
    if (data) return shown(data, false);
    return passing(error!) ? null : refused(error!, false);
  }
  const { data, error } = await api.POST('/check-ins', { ...options(asked), body: { code: asked.code, secret: asked.secret, class: asked.class as Schemas['TicketClass'] } } as never) as { data?: Schemas['CheckIn']; error?: Problem };
  if (error) return error.status !== 429 && passing(error) ? null : refused(error, true);
  if (data!.ticket) return shown(data!.ticket, data!.outcome === 'again');
  return { kind: 'no_ticket', outcome: data!.outcome as 'not_ready', dossier: data!.dossier! };
}

let pending: Asked | null = null;

async function send(asked: Asked): Promise<void> {
  const began = performance.now(), left = () => PATIENCE_MS - (performance.now() - began);
  pending = asked;
  localStorage.setItem(KEPT, JSON.stringify(asked));
  view.value = { kind: 'sending', slow: false };
  const slow = setTimeout(() => { if (view.value.kind === 'sending') view.value = { kind: 'sending', slow: true }; }, SLOW_MS);
  let answer: View | null = null;
  while (!answer && left() > 0) {
    try {
      answer = await ask(asked);
    } catch (error) {
      if (!isAway(error)) throw error;
    }
    if (!answer) await pause(AGAIN_MS);
  }
  clearTimeout(slow);
  localStorage.removeItem(KEPT); // given up: only a touch on "try again" asks with this key again
  if (answer) pending = null;
  if (view.value.kind === 'sending') view.value = answer ?? { kind: 'failed' };
}

/** A tile was touched. A second touch while the first is on its way is none. */
export function takeTicket(service: string): void {
  if (view.value.kind !== 'home' && view.value.kind !== 'scan') return;
  void send({ key: uuid(), at: Date.now(), service, class: className() });
}

/** Ask again for what was asked last, with its key. */
export function tryAgain(): void {
  if (pending) void send(pending);
}

/** Something was scanned. Only the screens that wait for a person take it. */
export function scanned(text: string): void {
  if (!['home', 'scan', 'wrong', 'no_ticket'].includes(view.value.kind)) return;
  const receipt = receiptOf(text);
  if (!receipt) view.value = { kind: 'wrong', why: t('notReceipt') };
  else void send({ key: uuid(), at: Date.now(), ...receipt, class: className() });
}

/** A page that was loaded again in the middle of a touch shows the ticket that the touch gave. */
export function resume(): void {
  let asked: Asked | null = null;
  try {
    asked = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Asked | null;
  } catch { /* not ours: forgotten below */ }
  localStorage.removeItem(KEPT);
  if (asked && Math.abs(Date.now() - asked.at) < RESUME_MS) void send(asked);
}
