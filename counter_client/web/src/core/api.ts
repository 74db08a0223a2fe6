/**
 * The client of docs/openapi.yaml. Paths, bodies and answers are typed by schema.d.ts, which is
 * generated from it. Nothing here retries: what must not be lost goes through the outbox.
 */
import createClient, { type Middleware } from 'openapi-fetch';
import { signal } from '@preact/signals-core';
import { language } from './i18n';
import type { components, paths } from './schema';
import { uuid } from './uuid';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

/** Set when a request was refused because nobody is signed in any more; a screen then asks to sign in and goes on. */
export const signedOut = signal(false);

let device: Schemas['ScreenKind'] | null = null;
/** This page is the screen of a device: its requests go by the device's cookie, not by a person's (device.ts). */
export const speakAs = (kind: Schemas['ScreenKind']): void => { device = kind; };
export const speaksAs = (): Schemas['ScreenKind'] | null => device;

const conventions: Middleware = {
  onRequest({ request }) {
    if (device) request.headers.set('Motcua-Device', device);
    request.headers.set('Accept-Language', language.value);
  },
  onResponse({ response, schemaPath }) {
    if (response.status === 401 && schemaPath !== '/session') signedOut.value = true;
  },
};

export const api = createClient<paths>({ baseUrl: new URL('/api/v1', location.origin).href, credentials: 'same-origin' });
api.use(conventions);

/** Header of a request that changes something: a fresh key, made once for each act of a person and kept for its repeats. */
export const keyed = (key: string = uuid()) => ({ 'Idempotency-Key': key });

/** The server could not be reached at all (as fetch reports it), as opposed to a refusal. */
export const isAway = (error: unknown): boolean => error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');

/** A problem in one sentence for a person: what the server said, in the person's language. */
export const saying = (problem: Pick<Problem, 'title' | 'detail'>): string => problem.detail ?? problem.title;
