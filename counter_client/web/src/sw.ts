export {}; // a module, so that its types stay its own
/**
 * The service worker, where the browser has one (TLS or localhost): screens open while the server is
 * away. Hashed files come from the cache; pages from the server, from the cache when it does not answer.
 * Nothing below /api is ever kept.
 */
declare const SHELL: string[];
declare const SHELL_VERSION: string;
declare const self: ServiceWorkerGlobalScope & typeof globalThis;
interface ExtendableEvent extends Event { waitUntil(p: Promise<unknown>): void }
interface FetchEvent extends ExtendableEvent { request: Request; respondWith(r: Promise<Response>): void }
interface ServiceWorkerGlobalScope {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}

const NAME = `shell-${SHELL_VERSION}`;

self.addEventListener('install', ((e: ExtendableEvent) => {
  e.waitUntil(caches.open(NAME).then((c) => c.addAll(SHELL)).then(() => self.skipWaiting()));
}) as EventListener);

self.addEventListener('activate', ((e: ExtendableEvent) => {
  const drop = (names: string[]) => Promise.all(names.filter((n) => n.startsWith('shell-') && n !== NAME).map((n) => caches.delete(n)));
  e.waitUntil(caches.keys().then(drop).then(() => self.clients.claim()));
}) as EventListener);

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (away) {
    const kept = await caches.match(new URL(request.url).pathname.replace(/\/$/, ''));
    if (kept) return kept;
    throw away;
  }
}

self.addEventListener('fetch', ((e: FetchEvent) => {
  const { pathname, origin } = new URL(e.request.url);
  if (e.request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return;
  if (pathname.startsWith('/a/')) e.respondWith(caches.match(e.request).then((kept) => kept ?? fetch(e.request)));
  else if (SHELL.includes(pathname.replace(/\/$/, ''))) e.respondWith(page(e.request));
}) as EventListener);
