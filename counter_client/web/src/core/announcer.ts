/**
 * Who is called aloud, and in which words. Pure but for the signal: how a clip sounds is voice.ts.
 *
 * Calls are spoken in the order in which they came, one at a time, and none is lost however many come at
 * once: each twice, but once while ten or more wait behind it, so that their turn is not long over
 * . A number that still waits to be spoken is not queued again by a recall.
 */
import { signal } from '@preact/signals-core';

export type Call = { number: string; counter: string };
export type VoiceLanguage = 'vi' | 'en';
/** One clip: audio/LANGUAGE/NAME.wav */
export type Clip = { language: VoiceLanguage; name: string };

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const DIGITS = [...'0123456789'];
const range = (from: number, to: number, step: number) => Array.from({ length: (to - from) / step + 1 }, (_, i) => String(from + i * step));

/** Every clip that can be asked for in a language. */
export const clipNames = (language: VoiceLanguage): string[] => [
  'chime', 'moi-so', 'den-quay', ...DIGITS, ...LETTERS,
  ...(language === 'vi' ? ['muoi', 'tens', 'mot', 'lam'] : [...range(10, 19, 1), ...range(20, 90, 10)]),
];

/** 21 is "hai mươi mốt", 15 "mười lăm", 10 "mười". */
function vietnamese(n: number): string[] {
  const tens = Math.floor(n / 10), ones = n % 10;
  if (tens === 0) return [String(ones)];
  const last = ones === 0 ? [] : ones === 5 ? ['lam'] : ones === 1 && tens > 1 ? ['mot'] : [String(ones)];
  return tens === 1 ? ['muoi', ...last] : [String(tens), 'tens', ...last];
}

function english(n: number): string[] {
  if (n < 20) return [String(n)];
  return n % 10 ? [String(n - (n % 10)), String(n % 10)] : [String(n)];
}

/** Letters and digits one by one; what has no sound of its own is left out. */
const spelt = (text: string): string[] => [...text.toUpperCase()].filter((c) => LETTERS.includes(c) || DIGITS.includes(c));

/** The clips of a call: a ticket's number is spelt, a counter's below a hundred is a number. */
export function words(call: Call, language: VoiceLanguage): Clip[] {
  const counter = /^\d{1,2}$/.test(call.counter)
    ? (language === 'vi' ? vietnamese : english)(Number(call.counter)) : spelt(call.counter);
  return ['moi-so', ...spelt(call.number), ...(counter.length ? ['den-quay', ...counter] : [])].map((name) => ({ language, name }));
}

/** All that is heard in one round of a call; the first begins with the chime. */
export function round(call: Call, n: number, languages: readonly VoiceLanguage[]): Clip[] {
  const chime: Clip[] = n === 0 ? [{ language: 'vi', name: 'chime' }] : [];
  return [...chime, ...languages.flatMap((language) => words(call, language))];
}

const ROUNDS = 2;
const MANY = 10; // calls that wait
const same = (a: Call, b: Call) => a.number === b.number && a.counter === b.counter;

export class Announcer {
  /** The call that is being spoken now. */
  readonly current = signal<Call | null>(null);
  #waiting: Call[] = [];
  #running = false;
  #withdrawn = false;

  /** speak: sounds one round of a call, and is done when nothing of it is heard any more; a failure is its own affair. */
  constructor(private readonly speak: (call: Call, round: number) => Promise<void>) {}

  get waiting(): readonly Call[] { return this.#waiting; }

  add(call: Call): void {
    if (this.#waiting.some((w) => same(w, call))) return;
    this.#waiting.push(call);
    if (!this.#running) void this.#run();
  }

  /** The call was taken back: it is not spoken (again). */
  withdraw(number: string): void {
    this.#waiting = this.#waiting.filter((w) => w.number !== number);
    if (this.current.value?.number === number) this.#withdrawn = true;
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let call = this.#waiting.shift(); call; call = this.#waiting.shift()) {
      this.current.value = call;
      this.#withdrawn = false;
      for (let n = 0; n < (this.#waiting.length < MANY ? ROUNDS : 1) && !this.#withdrawn; n++) await this.speak(call, n).catch(() => undefined);
    }
    this.current.value = null;
    this.#running = false;
  }
}

/** Minutes since midnight of "11:30"; NaN when it is no time of day. */
export function minuteOfDay(text: string): number {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : NaN;
}

export type Loudness = { day: number; quiet: number; quietFrom: string; quietTo: string };

/** How loud it is at a minute of the day, 0..1: quiet hours may go over midnight; without two good times there are none. */
export function loudnessAt(minute: number, { day, quiet, quietFrom, quietTo }: Loudness): number {
  const from = minuteOfDay(quietFrom), to = minuteOfDay(quietTo);
  const isQuiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  return Number.isNaN(from) || Number.isNaN(to) || !isQuiet ? day : quiet;
}
