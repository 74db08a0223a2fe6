/**
 * The service worker (src/sw.ts), so that a screen opens while the server is away. A browser has one over
 * TLS or on localhost only; without it every screen works the same, but cannot be loaded then.
 */
navigator.serviceWorker?.register('/sw.js').catch(() => undefined);
export {};
