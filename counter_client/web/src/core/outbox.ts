/**
 * Acts that must not be lost. Each is stored with its idempotency key before it is sent, and sent in
 * order; when the server cannot be reached it stays and is sent again, in order, when the link is back.
 * The server does each once, whatever was sent twice.
 */
import { signal } from '@preact/signals-core';
import { uuid } from './uuid';

/** `after` is the key of the act on the same thing that went before it, for the header After-Key. */
export type Act = { key: string; op: string; subject: string; args: unknown; at: number; after: string | null };
export type Outcome = 'done' | 'away';

export class Outbox {
  /** The acts not yet answered, oldest first. */
  readonly kept = signal<readonly Act[]>([]);
  #busy: Promise<void> | null = null;
  #lastKeys = new Map<string, string>();

  /**
   * name   of the store in localStorage: one for each account, so that nobody sends another's acts
   * send   sends one act; 'done' for every answer of the server (it shows refusals itself), 'away' when there was none
   */
  constructor(private readonly name: string, private readonly send: (act: Act) => Promise<Outcome>, private readonly storage: Storage = localStorage) {
    try {
      this.kept.value = JSON.parse(storage.getItem(name) ?? '[]') as Act[];
    } catch {
      storage.setItem(`${name}.broken`, storage.getItem(name) ?? '');
    }
  }

  /** Keep an act and send what can be sent. Resolves when the outbox is empty or the server is away. */
  add(op: string, subject: string, args: unknown, at: number): Promise<void> {
    const before = this.kept.value.findLast((a) => a.subject === subject)?.key ?? null;
    const act: Act = { key: uuid(), op, subject, args, at, after: before };
    this.#keep([...this.kept.value, act]);
    return this.flush();
  }

  /** Send the kept acts in order. One at a time, however often it is called. */
  flush(): Promise<void> {
    this.#busy ??= this.#drain().finally(() => (this.#busy = null));
    return this.#busy;
  }

  /** The key of the last act on a subject that the server has answered. */
  lastKey(subject: string): string | undefined {
    return this.#lastKeys.get(subject);
  }

  async #drain(): Promise<void> {
    for (let act = this.kept.value[0]; act; act = this.kept.value[0]) {
      if ((await this.send(act)) === 'away') return;
      this.#lastKeys.set(act.subject, act.key);
      this.#keep(this.kept.value.filter((a) => a.key !== act!.key));
    }
  }

  #keep(acts: readonly Act[]): void {
    this.storage.setItem(this.name, JSON.stringify(acts));
    this.kept.value = acts;
  }
}
