import type { Schemas } from '../../../core/api';
import { date, dayMonth, hourMinute, isoDay, weekday } from '../../../core/format';
import { t } from './texts';

type Ledger = Schemas['Ledger'];
type Stretch = Schemas['Stretch'];
type Day = { iso: string; kind: 'from' | 'on' | 'off' | 'end' | ''; title: string };

const DAY_MS = 86_400_000, WEEKS_MOST = 6, COUNTING = new Set(['session', 'working_day', 'calendar_day', 'make_up_day']);
const noon = (iso: string): number => Date.parse(`${iso}T12:00:00+07:00`);
const next = (iso: string, days: number): string => isoDay(noon(iso) + days * DAY_MS);
/** 0 Monday .. 6 Sunday */
const weekdayOf = (iso: string): number => (new Date(noon(iso)).getUTCDay() + 6) % 7;
const touches = (s: Stretch, iso: string): boolean => Date.parse(s.from) < noon(iso) + DAY_MS / 2 && (s.to === null || Date.parse(s.to) > noon(iso) - DAY_MS / 2);

function dayOf(iso: string, ledger: Ledger, from: string, end: string): Day {
  const here = ledger.stretches.filter((s) => touches(s, iso));
  const off = here.find((s) => s.reason === 'day_off' || s.reason === 'weekly_rest' || s.reason === 'pause'), beyond = here.length === 0 && weekdayOf(iso) > 4;
  const on = here.some((s) => COUNTING.has(s.reason) && s.counted > 0);
  const title = off?.name ?? (off ? t(`why_${off.reason}`) : '');
  return { iso, title, kind: iso === end ? 'end' : iso === from ? 'from' : on ? 'on' : off || beyond ? 'off' : '' };
}

/** The days from receipt to due, week by week; in the middle of a long time weeks are left out. */
function weeksOf(ledger: Ledger): (Day[] | null)[] {
  const from = isoDay(ledger.received), end = isoDay(ledger.due_at!);
  const first = next(from, -weekdayOf(from)), weeks: (Day[] | null)[] = [];
  for (let monday = first; monday <= end; monday = next(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, i) => dayOf(next(monday, i), ledger, from, end)));
  return weeks.length <= WEEKS_MOST ? weeks : [...weeks.slice(0, 2), null, ...weeks.slice(-2)];
}

/** Working days from receipt to due. The sentence above says the same, so it is silent for readers. */
export function Strip({ ledger }: { ledger: Ledger }) {
  if (!ledger.due_at) return null;
  return (
    <div class="d-cal" aria-hidden="true">
      <ol class="heads">{[1, 2, 3, 4, 5, 6, 7].map((n) => <li key={n}>{t(`day${n as 1}`)}</li>)}</ol>
      {weeksOf(ledger).map((week, i) => week === null ? <p key={i}>⋯</p> : (
        <ol key={i}>{week.map((d) => <li key={d.iso} class={d.kind} title={d.title}>{Number(d.iso.slice(8))}{d.kind === 'off' && d.title && <i />}</li>)}</ol>
      ))}
    </div>
  );
}

const amount = (ledger: Ledger, n: number): string => (ledger.counts === 'days' ? t('days', { n }) : t('hours', { n: Math.round((n / 3600) * 10) / 10 }));
const instant = (at: string | null): string => (at === null ? '…' : `${hourMinute(at)} ${dayMonth(at)}`);

/** How the due date arose, line by line. */
export function LedgerTable({ ledger }: { ledger: Ledger }) {
  return (
    <div class="d-ledger">
      <p>{t('ledgerHead', { from: `${hourMinute(ledger.received)}, ${weekday(ledger.received)} ${date(ledger.received)}`, amount: amount(ledger, ledger.amount) })}
        {ledger.moved_by && ` ${t(`moved_${ledger.moved_by}`, { at: ledger.effective_receipt ? `${hourMinute(ledger.effective_receipt)} ${dayMonth(ledger.effective_receipt)}` : '' })}`}</p>
      <table>
        <thead><tr><th scope="col">{t('from')}</th><th scope="col">{t('to')}</th><th scope="col">{t('what')}</th><th scope="col" class="n">{t('counted')}</th></tr></thead>
        <tbody>{ledger.stretches.map((s, i) => (
          <tr key={i} class={s.counted ? 'on' : ''}>
            <td>{instant(s.from)}</td><td>{instant(s.to)}</td><td>{t(`why_${s.reason}`)}{s.name && `: ${s.name}`}{s.decree && ` (${s.decree})`}</td>
            <td class="n num">{s.counted ? amount(ledger, s.total) : '–'}</td>
          </tr>
        ))}</tbody>
      </table>
      <p>{t('calendarUsed', { title: ledger.calendar.title, version: ledger.calendar.version })}{ledger.unconfirmed && ` ${t('unconfirmed')}`}</p>
    </div>
  );
}

/** "3 ngày làm việc kể từ hôm nay" */
export const spanText = (ledger: Ledger): string => (ledger.limit === 'SAME_DAY' ? t('withinDay') : t('spanFrom', { amount: ledger.limit.startsWith('CALENDAR') ? t('calendarDays', { n: ledger.amount }) : ledger.counts === 'days' ? t('workingDays', { n: ledger.amount }) : amount(ledger, ledger.amount) }));
