/**
 * Typed texts. A screen's texts.ts gives Vietnamese first and English of the same keys, so a missing
 * translation does not compile:
 *
 *     const { t, k } = texts({ call: 'Gọi tiếp', wait: 'Chờ {n} phút' }, { call: 'Call next', wait: '{n} min' });
 *     t('wait', { n: 5 })
 */
import { effect, signal } from '@preact/signals-core';

export type Language = 'vi' | 'en';
export const STORED = 'motcua.language';

function first(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(STORED);
  return asked === 'en' ? 'en' : 'vi';
}

/** The language of this screen now. Texts read it, so what shows them is drawn again. */
export const language = signal<Language>(typeof location === 'undefined' ? 'vi' : first());

/** Change the language; kept for the next visit unless `keep` is false (a kiosk forgets). */
export function setLanguage(to: Language, keep = true): void {
  language.value = to;
  document.documentElement.lang = to;
  if (keep) localStorage.setItem(STORED, to);
}

export type Values = Record<string, string | number>;
/** Blanks, and a word that follows a number: "{n} [n:day|days]". */
const fill = (text: string, values: Values): string =>
  text.replace(/[{[](\w+)(?::(.*?)\|(.*?))?[}\]]/g, (_, name: string, one?: string, many?: string) =>
    (many ? (String(values[name]) === '1' ? one! : many) : String(values[name] ?? '')));

export function texts<V extends Record<string, string>>(vi: V, en: { [K in keyof V]: string }) {
  const t = (key: keyof V, values: Values = {}): string => fill((language.value === 'en' ? en : vi)[key]!, values);
  return { t, vi, en };
}

/** The same for a part with many words: its English is a file of its own, loaded when it is asked for. */
export function textsLater<V extends Record<string, string>>(vi: V, load: () => Promise<{ default: { [K in keyof V]: string } }>) {
  const en = signal<{ [K in keyof V]: string } | null>(null);
  effect(() => { if (language.value === 'en' && !en.value) load().then((m) => { en.value = m.default; }, () => undefined); });
  const t = (key: keyof V, values: Values = {}): string => fill(((language.value === 'en' && en.value) || vi)[key]!, values);
  return { t, vi };
}

/** A name in both languages from the server: English where there is one and it is asked for. */
export const named = (x: { name: string; name_en?: string | null }): string => (language.value === 'en' && x.name_en) || x.name;
