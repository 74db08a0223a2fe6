/** Dates, money and durations as Vietnamese offices write them; always the office's time zone. */
import { language } from './i18n';

const ZONE = 'Asia/Ho_Chi_Minh';
const locale = (): string => (language.value === 'en' ? 'en-GB' : 'vi-VN');
const cache = new Map<string, Intl.DateTimeFormat>();

function shown(at: string | number | Date, options: Intl.DateTimeFormatOptions): string {
  const key = locale() + JSON.stringify(options);
  let format = cache.get(key);
  if (!format) cache.set(key, (format = new Intl.DateTimeFormat(locale(), { timeZone: ZONE, ...options })));
  return format.format(new Date(at));
}

type At = string | number | Date;
/** 09:45 */
export const hourMinute = (at: At): string => shown(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
/** 09:45:12 */
export const hourMinuteSecond = (at: At): string => shown(at, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
/** 23/11/2026 */
export const date = (at: At): string => shown(at, { day: '2-digit', month: '2-digit', year: 'numeric' });
/** 23/11 */
export const dayMonth = (at: At): string => date(at).slice(0, 5); // Intl would write 23-11
/** Thứ Hai */
export const weekday = (at: At): string => { const w = shown(at, { weekday: 'long' }); return w.charAt(0).toUpperCase() + w.slice(1); };
/** Thứ Năm 26/11, lúc 10:00 */
export const dueText = (at: At): string => `${weekday(at)} ${dayMonth(at)}, ${language.value === 'en' ? 'at' : 'lúc'} ${hourMinute(at)}`;
/** 2026-11-23: the office's calendar day of an instant. */
export const isoDay = (at: At): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at));
/** 15.000 đ */
export const money = (dong: number): string => `${new Intl.NumberFormat(locale()).format(dong)} đ`;
export const count = (n: number): string => new Intl.NumberFormat(locale()).format(n);
/** 4,5 with so many digits after the comma. */
export const decimal = (n: number, digits: number): string =>
  new Intl.NumberFormat(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(n);
/** A month of a year in a title: 11, in English November. */
export const monthWord = (index: number): string =>
  (language.value === 'en' ? shown(`2000-${String(index).padStart(2, '0')}-15T12:00:00Z`, { month: 'long' }) : String(index));
/** A rate: 98,7 %; a dash where nothing is divided. */
export const percent = (numerator: number, denominator: number, digits = 1): string =>
  denominator === 0 ? '–' : new Intl.NumberFormat(locale(), { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(numerator / denominator);
/** 04:32 or 1:04:32 of seconds passed. */
export function elapsed(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds)), two = (n: number) => String(n).padStart(2, '0'), h = Math.floor(s / 3600);
  return `${h ? `${h}:` : ''}${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}
/** Whole minutes of seconds, rounded up: a wait is never told shorter than it is. */
export const minutes = (seconds: number): number => Math.ceil(seconds / 60);
/** A range whose end is later than this says nothing more: it is told as more than two hours. */
export const LONG_MIN = 120;
/** 0481 5100 2739: a personal number in groups of four. */
export const personalId = (id: string): string => id.replace(/(\d{4})(?=\d)/g, '$1 ');
