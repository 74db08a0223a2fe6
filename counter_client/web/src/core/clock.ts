/**
 * The centre's clock, as the server tells it: the clock of this PC may be wrong, and a training
 * centre's clock can stand still or run fast. Everything shown or counted uses now(), never Date.now().
 */
import { signal } from '@preact/signals-core';

let centreAt = Date.now();
let heardAt = performance.now();
let rate = 1;

/** Milliseconds since 1970 by the centre's clock. */
export const now = (): number => centreAt + (performance.now() - heardAt) * rate;

/** What the centre's clock showed when this PC's clock showed `pc`; a worker only knows the latter. */
export const centreTime = (pc: number): number => now() - (Date.now() - pc) * rate;

/** The server said what time it is (`at` of an event or answer). A late message never turns time back by less than 2 s. */
export function heard(at: string): void {
  const told = Date.parse(at);
  if (Number.isNaN(told) || (rate !== 0 && Math.abs(told - now()) < 2000)) return;
  centreAt = told;
  heardAt = performance.now();
  tick.value = now();
}

/** A training clock's speed: 0 stands still, 1 real. */
export function setRate(speed: number): void {
  centreAt = now();
  heardAt = performance.now();
  rate = speed;
}

/** How fast the centre's clock runs; 1 but in a training centre. */
export const speed = (): number => rate;

/** now(), once a second, for what shows time passing. */
export const tick = signal(now());
if (typeof document !== 'undefined') setInterval(() => (tick.value = now()), 1000);
