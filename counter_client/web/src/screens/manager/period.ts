/**
 * Periods of reports: by their name as the server reads it, or free. Pure, but for the words.
 * Dates are texts like 2026-11-30, the office's calendar.
 */
import { date, monthWord } from '../../core/format';
import { t } from './texts';

export type Named = keyof typeof MONTHS;
export type Kind = Named | 'day' | 'free';
export type Period = { kind: Named; year: number; index: number } | { kind: 'day' | 'free'; from: string; to: string };

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12, reporting_month: 1, reporting_quarter: 3, reporting_half: 6, reporting_nine_months: 9, reporting_year: 12 } as const;
/** How many of a kind a year has; nine months are its first nine. */
const inYear = (kind: Named): number => Math.floor(12 / MONTHS[kind]);

/** What the server is asked with. */
export const periodQuery = (p: Period): { period: string } | { from: string; to: string } =>
  'year' in p ? { period: `${p.kind}:${p.year}-${p.index}` } : { from: p.from, to: p.to };

/** In the address of the screen. */
export const periodText = (p: Period): string => ('year' in p ? `${p.kind}:${p.year}-${p.index}` : `${p.kind}:${p.from}:${p.to}`);

export function periodOf(text: string | null | undefined): Period | null {
  const named = /^([a-z_]+):(\d{4})-(\d{1,2})$/.exec(text ?? '');
  if (named && Object.hasOwn(MONTHS, named[1]!)) {
    const kind = named[1] as Named, index = Number(named[3]);
    return index >= 1 && index <= inYear(kind) ? { kind, year: Number(named[2]), index } : null;
  }
  const free = /^(day|free):(\d{4}-\d\d-\d\d):(\d{4}-\d\d-\d\d)$/.exec(text ?? '');
  return free ? { kind: free[1] as 'day' | 'free', from: free[2]!, to: free[3]! } : null;
}

/** The period of a kind that holds a day. The 15th begins the reporting month of the next. */
export function periodAround(kind: Exclude<Kind, 'free'>, day: string): Period {
  if (kind === 'day') return { kind, from: day, to: day };
  let [year, month] = day.split('-').map(Number) as [number, number];
  if (kind.startsWith('reporting') && Number(day.slice(8)) >= 15 && ++month > 12) [year, month] = [year + 1, 1];
  return { kind, year, index: Math.min(inYear(kind), Math.ceil(month / MONTHS[kind])) };
}

const shiftDay = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The period before (-1) or after (+1): of a free one as many days. */
export function periodBeside(p: Period, way: -1 | 1): Period {
  if ('year' in p) {
    const last = inYear(p.kind), index = p.index + way;
    if (index < 1) return { ...p, year: p.year - 1, index: last };
    return index > last ? { ...p, year: p.year + 1, index: 1 } : { ...p, index };
  }
  const days = (Date.parse(`${p.to}T00:00:00Z`) - Date.parse(`${p.from}T00:00:00Z`)) / 86_400_000 + 1;
  return { ...p, from: shiftDay(p.from, way * days), to: shiftDay(p.to, way * days) };
}

const NAMES = {
  month: 'monthName', quarter: 'quarterName', half: 'halfName', year: 'yearName', reporting_month: 'reportingMonthName', reporting_quarter: 'reportingQuarterName',
  reporting_half: 'reportingHalfName', reporting_nine_months: 'reportingNineName', reporting_year: 'reportingYearName',
} as const;
/** "Tháng 11/2026" */
export function periodName(p: Period): string {
  if ('year' in p) {
    const name = NAMES[p.kind];
    return t(name, { n: p.kind === 'month' ? monthWord(p.index) : p.index, y: p.year });
  }
  const a = date(`${p.from}T12:00:00+07:00`);
  return p.from === p.to ? t('dayName', { d: a }) : t('freeName', { a, b: date(`${p.to}T12:00:00+07:00`) });
}

/** 2026-12-31 of 31/12/2026 as people type it; null when it is no date. */
export function typedDate(text: string): string | null {
  const found = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  if (!found) return null;
  const iso = `${found[3]}-${found[2]!.padStart(2, '0')}-${found[1]!.padStart(2, '0')}`, at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}
