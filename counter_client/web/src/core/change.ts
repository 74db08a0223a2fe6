/**
 * Changes that survive a cut line: a request is stored in the outbox, sent, and answered later if it
 * must be. What the server refuses for a while (nobody signed in, too busy, stopping, its disk full, its
 * clock doubtful) is kept and sent again; every other answer settles it.
 */
import { signal } from '@preact/signals-core';
import { signedOut, type Problem } from './api';
import { language } from './i18n';
import { Outbox, type Act } from './outbox';
import { uuid } from './uuid';

export type Change = {
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1. */
  path: string;
  body?: unknown;
  /** The version for If-Match; not sent when an earlier kept act on the same thing goes before this one (After-Key). */
  ifMatch?: number;
};
/** `kept`: the server is away, or cannot write; the change is stored and will be sent. */
export type Answer<T = unknown> = { data?: T; problem?: Problem; kept?: true };
/**
 * What one sending came to. `again`: it is not settled, the same key may be sent again: `soon`, the server
 * answers in a moment, or `later`, when somebody has made room on its disk or set its clock.
 */
export type Sent<T = unknown> = Answer<T> & { again?: 'soon' | 'later' };

const ANSWER_MS = 10_000;
const AGAIN_MS = 3000, AGAIN_MOST_MS = 30_000;
const SOON = [401, 408, 429, 502, 503, 504];

function again(status: number, code?: string): Sent['again'] {
  if (status === 507 || code === 'clock_doubtful') return 'later';
  return SOON.includes(status) ? 'soon' : undefined;
}

/** This browser's name at a counter (Counter-Seat): kept, so that a reload is no second browser. */
export function seat(): string {
  let mine = localStorage.getItem('motcua.seat');
  if (!mine) localStorage.setItem('motcua.seat', (mine = uuid()));
  return mine;
}

/** Send a change once. `again` without a problem: no answer, it may or may not have been done. */
export async function sendChange<T>(change: Change, key: string, after: string | null = null): Promise<Sent<T>> {
  const headers: Record<string, string> = { 'Idempotency-Key': key, 'Counter-Seat': seat(), 'Accept-Language': language.value };
  if (change.body !== undefined) headers['Content-Type'] = 'application/json';
  if (after) headers['After-Key'] = after;
  else if (change.ifMatch !== undefined) headers['If-Match'] = `"${change.ifMatch}"`;
  try {
    const answer = await fetch(`/api/v1${change.path}`, {
      method: change.method ?? 'POST', headers, signal: AbortSignal.timeout(ANSWER_MS),
      ...(change.body === undefined ? {} : { body: JSON.stringify(change.body) }),
    });
    const text = await answer.text(), body = text ? JSON.parse(text) as unknown : undefined;
    if (answer.ok) return { data: body as T };
    if (answer.status === 401) signedOut.value = true;
    const problem = body as Problem, when = again(answer.status, problem?.code);
    return when ? { problem, again: when } : { problem };
  } catch {
    return { again: 'soon' }; // cut, too slow, or an answer that cannot be read
  }
}

/**
 * The changes of one account. `late` hears the answer of an act that nobody waits for any more: it was
 * kept while the line was cut, or an earlier page stored it.
 */
export class Changes {
  readonly outbox: Outbox;
  /** Why the server, which answers, does not take what is kept; null while it is only away, or takes it. */
  readonly held = signal<Problem | null>(null);
  #tries = 0;
  #waiting = new Map<string, (answer: Answer) => void>();
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(account: string, private readonly late: (act: Act, answer: Answer) => void) {
    this.outbox = new Outbox(`motcua.outbox.${account}`, (act) => this.#send(act));
  }

  /**
   * Change something; resolves with the server's answer, or with `kept` when it is away.
   *
   * label    what a person calls it, for the list of kept acts
   * subject  the thing it changes, e.g. "t12": acts on one thing name their predecessor
   */
  async change<T>(label: string, subject: string, change: Change, at: number): Promise<Answer<T>> {
    const act = this.outbox.keep(label, subject, change, at);
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(act.key, resolve));
    void this.outbox.sendMine();
    return await answer as Answer<T>;
  }

  /** The link is back, or somebody has signed in: send everything stored now, and ask again soon if it is still too early. */
  resume(): Promise<void> {
    this.#tries = 0;
    return this.outbox.flush();
  }

  async #send(act: Act): Promise<'done' | 'away'> {
    clearTimeout(this.#again);
    const answer = await sendChange(act.args as Change, act.key, act.after);
    const waiting = this.#waiting.get(act.key);
    this.#waiting.delete(act.key);
    this.held.value = answer.again && !signedOut.value ? answer.problem ?? null : null;
    if (!answer.again) {
      this.#tries = 0;
      if (waiting) waiting(answer);
      else this.late(act, answer);
      return 'done';
    }
    this.#again = setTimeout(() => { if (!signedOut.value) void this.outbox.sendMine(); }, Math.min(AGAIN_MS * 2 ** this.#tries++, AGAIN_MOST_MS));
    this.#waiting.forEach((resolve) => resolve({ kept: true })); // they stand behind this one
    this.#waiting.clear();
    waiting?.({ kept: true });
    return 'away';
  }
}
