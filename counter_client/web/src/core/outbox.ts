/**
 * Acts that must not be lost. Each is stored with its idempotency key before it is sent, and sent in
 * order; when the server cannot be reached it stays and is sent again, in order, when the link is back.
 * The server does each once, whatever was sent twice: so several tabs may share one store. Each sends
 * its own acts, and on flush() whatever is stored, for a tab may have been closed before it could.
 */
import { signal } from '@preact/signals-core';
import { uuid } from './uuid';

/** `after` is the key of the act on the same thing that went before it, for the header After-Key. */
export type Act = { key: string; op: string; subject: string; args: unknown; at: number; after: string | null };
export type Outcome = 'done' | 'away';

export class Outbox {
  /** The acts not yet answered, oldest first; those of other tabs too. */
  readonly kept = signal<readonly Act[]>([]);
  #mine: Act[] = [];
  #busy: Promise<void> | null = null;

  /**
   * name   of the store in localStorage: one for each account, so that nobody sends another's acts
   * send   sends one act; 'done' for every answer of the server (it shows refusals itself), 'away' when there was none
   */
  constructor(private readonly name: string, private readonly send: (act: Act) => Promise<Outcome>, private readonly storage: Storage = localStorage) {
    this.kept.value = this.#stored();
    if (typeof document !== 'undefined') addEventListener('storage', (e) => { if (e.key === name) this.kept.value = this.#stored(); });
  }

  /** Keep an act. It is sent at the next flush() or sendMine(). */
  keep(op: string, subject: string, args: unknown, at: number): Act {
    const stored = this.#stored();
    const act: Act = { key: uuid(), op, subject, args, at, after: stored.findLast((a) => a.subject === subject)?.key ?? null };
    this.#mine.push(act);
    this.#store([...stored, act]);
    return act;
  }

  /** Send every stored act in order, those of tabs that are gone too. */
  flush(): Promise<void> {
    this.#mine = [...this.#stored()]; // in the order of keeping; this tab's own are among them
    return this.sendMine();
  }

  /** Send this tab's acts in order. One at a time, however often it is called. */
  sendMine(): Promise<void> {
    if (this.#mine.length === 0) return this.#busy ?? Promise.resolve();
    this.#busy ??= this.#drain();
    return this.#busy;
  }

  async #drain(): Promise<void> {
    try {
      for (let act = this.#mine[0]; act; act = this.#mine[0]) {
        if ((await this.send(act)) === 'away') return;
        this.#mine = this.#mine.filter((a) => a.key !== act!.key);
        this.#store(this.#stored().filter((a) => a.key !== act!.key));
      }
    } finally {
      this.#busy = null; // in the same step as the last look, so that no act is kept between them and forgotten
    }
  }

  #stored(): readonly Act[] {
    const text = this.storage.getItem(this.name) ?? '[]';
    try {
      return JSON.parse(text) as Act[];
    } catch {
      this.storage.setItem(`${this.name}.broken`, text);
      this.storage.setItem(this.name, '[]');
      return [];
    }
  }

  #store(acts: readonly Act[]): void {
    this.storage.setItem(this.name, JSON.stringify(acts));
    this.kept.value = acts;
  }
}
