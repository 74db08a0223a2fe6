/**
 * A page's end of the event stream. Held by the shared worker; where there is none (some phones) by the
 * page itself, closed while the page is hidden. Handlers get every event in order; after a gap that the
 * server cannot fill a `snapshot` comes again, and everything shown is to be built on it.
 */
import { signal } from '@preact/signals-core';
import { centreTime, heard } from './clock';
import { speaksAs, type Schemas } from './api';
import { openStream, type Link, type StreamEvent } from './sse';

declare const LIVE_WORKER: string;
export type EventData = Schemas['EventData'];
export type Snapshot = Schemas['EventSnapshot'];
type Handlers = {
  snapshot?: (all: Snapshot) => void;
  /** Every other event except heartbeats. */
  event?: (event: EventData) => void;
};

/** The link now: online, or since when it is cut (by the centre's clock, milliseconds), or refused (sign in again). */
export const link = signal<Link>({ online: false, since: null, refused: false });

/** The set-up is another one: whatever a screen has built is built anew, on a fresh snapshot. */
const ANEW = ['setup_changed', 'queue_rules_changed', 'centre_imported'];

export function connect(topics: readonly string[], handlers: Handlers, site?: string) {
  const device = speaksAs();
  const query = new URLSearchParams({ topics: topics.join(','), ...(site ? { site } : {}), ...(device ? { device } : {}) });
  const url = new URL(`/api/v1/events?${query}`, location.origin).href;
  const take = ({ kind, data }: StreamEvent) => {
    const told = JSON.parse(data) as { at?: string };
    if (told.at) heard(told.at);
    if (kind === 'snapshot') handlers.snapshot?.(told as Snapshot);
    else if (kind !== 'heartbeat') handlers.event?.(told as EventData);
    if (ANEW.includes(kind)) held.restart();
  };
  // the worker only knows this PC's clock, which may be wrong
  const set = (to: Link) => { link.value = to.since === null ? to : { ...to, since: centreTime(to.since) }; };
  const held = typeof SharedWorker === 'undefined' ? inPage(url, take, set) : inWorker(url, take, set);
  addEventListener('online', held.wake);
  addEventListener('offline', held.cut);
  addEventListener('pagehide', held.close, { once: true });
  return held;
}

function inWorker(url: string, take: (e: StreamEvent) => void, set: (l: Link) => void) {
  const { port } = new SharedWorker(LIVE_WORKER, { type: 'module', name: 'motcua-live' });
  port.onmessage = ({ data }: MessageEvent<{ event?: StreamEvent; link?: Link }>) => {
    if (data.link) set(data.link);
    if (data.event) take(data.event);
  };
  port.postMessage({ open: url });
  return {
    restart: () => port.postMessage({ restart: true }),
    wake: () => port.postMessage({ wake: true }),
    cut: () => port.postMessage({ cut: true }),
    close: () => port.postMessage({ leave: true }),
  };
}

function inPage(url: string, take: (e: StreamEvent) => void, set: (l: Link) => void) {
  let stream: ReturnType<typeof openStream> | null = openStream(url, take, set);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) { stream?.close(); stream = null; } else stream ??= openStream(url, take, set);
  });
  return {
    restart: () => stream?.restart(),
    wake: () => stream?.wake(),
    cut: () => stream?.cut(),
    close: () => stream?.close(),
  };
}
