/** Nobody touches the screen: a question, then all is wiped. Real time, whatever the centre's clock does. Screens R22. */
import { effect, signal } from '@preact/signals';
import { priority, touched, view, wipe } from './store';
import { paper } from './print';

const IDLE_S = 20, ASK_S = 20;
const TICKET_S = 12, KEEP_S = 30; // without paper there is time to scan the code
/** Seconds until the wipe while the question stands; null: no question. */
export const asking = signal<number | null>(null);
/** Seconds until the ticket that is shown goes; null: none is shown. */
export const ticketLeft = signal<number | null>(null);

let quietSince = performance.now();
const second = (since: number, all: number): number => Math.ceil(all - (performance.now() - since) / 1000);

/** How long the ticket that is shown stays. */
const ticketTime = (): number => (['trouble', 'none'].includes(paper.peek()) ? KEEP_S : TICKET_S);

/** Somebody is there. */
export function alive(): void {
  quietSince = performance.now();
  asking.value = null;
}

export function watchIdle(): void {
  const sign = (e: Event) => { if (!(e.target as Element).closest?.('.ask.idle')) alive(); }; // the question's own button answers when it is let go
  for (const kind of ['pointerdown', 'keydown'] as const) addEventListener(kind, sign, true);
  let shownSince = 0;
  effect(() => { // a new view begins its time anew
    const { kind } = view.value;
    void priority.value;
    shownSince = performance.now();
    ticketLeft.value = kind === 'ticket' ? ticketTime() : null;
    alive();
  });
  setInterval(() => {
    if (view.value.kind === 'ticket') {
      ticketLeft.value = second(shownSince, ticketTime());
      if (ticketLeft.value <= 0) wipe();
      return;
    }
    if (!touched.value || view.value.kind === 'sending') { asking.value = null; return; }
    const left = second(quietSince, IDLE_S + ASK_S);
    if (left <= 0) { asking.value = null; wipe(); }
    else asking.value = left <= ASK_S ? left : null;
  }, 250);
}
