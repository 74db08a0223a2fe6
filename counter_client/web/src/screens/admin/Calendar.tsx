/** The working calendar in force: a year at a glance, how far it reaches, which years are not confirmed, what each day rests on. */
import { AlertTriangle, Check, ChevronLeft, ChevronRight } from 'lucide-static';
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { api, type Schemas } from '../../core/api';
import { now } from '../../core/clock';
import { date, hourMinute, isoDay } from '../../core/format';
import { Button } from '../../ui/Button';
import { Tag } from '../../ui/Tag';
import { Amend, ConfirmYear, Warnings } from './CalendarAmend';
import { Loaded, PageHead } from './parts';
import { load, mayManage, personName, told, type Load } from './store';
import { monthName, t, weekdayShort } from './texts';

type Calendar = Schemas['Calendar'];
type Kind = 'work' | 'rest' | 'off' | 'makeUp' | 'part' | 'beyond';
type Day = { iso: string; day: number; kind: Kind; name: string | null; decree: string | null; official: boolean };

const calendar = signal<Load<Calendar>>({ data: null, failed: null, busy: false });
const loadCalendar = () => load(calendar, async () => told(await api.GET('/calendar')));
/** While dossiers still follow an amendment. */
const ASK_AGAIN_MS = 800;
const KEYS = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] as const; // by getUTCDay()
const KIND_NAMES = { work: 'dayWork', rest: 'dayRest', off: 'dayOff', makeUp: 'dayMakeUp', part: 'dayPart', beyond: 'dayBeyond' } as const;
/** Signs beside the colour: what a day is must not be told by colour alone. */
const SIGNS: Record<Kind, string> = { work: '', rest: '', off: '×', makeUp: '+', part: '½', beyond: '' };

function dayOf(c: Calendar, iso: string): Omit<Day, 'iso' | 'day'> {
  const off = c.days_off.find((d) => d.date === iso), up = c.compensatory_working_days.find((d) => d.date === iso), part = c.partial_days_off.find((d) => d.date === iso);
  const named = up ?? off;
  const said = { name: named?.name ?? null, decree: named?.decree ?? null, official: !named || named.status === 'official' };
  if (iso < c.horizon.from || iso > c.horizon.to) return { ...said, kind: 'beyond' };
  if (up) return { ...said, kind: 'makeUp' };
  if (off) return { ...said, kind: 'off' };
  if (c.weekly_rest.includes(KEYS[new Date(`${iso}T00:00:00Z`).getUTCDay()]!)) return { ...said, kind: 'rest' };
  return { ...said, kind: part ? 'part' : 'work' };
}

const monthOf = (c: Calendar, year: number, month: number): Day[] =>
  Array.from({ length: new Date(Date.UTC(year, month, 0)).getUTCDate() }, (_, i) => {
    const iso = `${year}-${String(month).padStart(2, '0')}-${String(i + 1).padStart(2, '0')}`;
    return { iso, day: i + 1, ...dayOf(c, iso) };
  });

export function CalendarPage() {
  const [said, setSaid] = useState('');
  const done = (text: string) => { setSaid(text); void loadCalendar(); };
  const following = calendar.value.data?.followed?.done === false;
  useEffect(() => { void loadCalendar(); }, []);
  useEffect(() => {
    if (!following) return;
    const again = setInterval(() => { if (!calendar.value.busy) void loadCalendar(); }, ASK_AGAIN_MS);
    return () => clearInterval(again);
  }, [following]);
  return (
    <div class="page">
      <div class="list">
        <PageHead title={t('calendar')} lead={t('calendarLead')} />
        <Loaded of={calendar.value} again={loadCalendar}>{(c) => (
          <>
            <Warnings of={c} />
            <p class="said" role="status">{said}</p>
            <Shown calendar={c} />
            {mayManage() && <ConfirmYear key={`year-${c.version}`} of={c} onDone={done} />}
            {mayManage() && <Amend key={c.version} of={c} onDone={done} />}
          </>
        )}</Loaded>
      </div>
    </div>
  );
}

function Facts({ c }: { c: Calendar }) {
  const left = Math.round((Date.parse(c.horizon.to) - now()) / 86_400_000);
  return (
    <dl class="facts wide">
      <div><dt>{t('version')}</dt><dd>{c.version} · {c.title ?? '–'}</dd></div>
      <div><dt>{t('enteredBy')}</dt><dd>{personName(c.entered_by)}, {hourMinute(c.entered_at)} {date(c.entered_at)}</dd></div>
      <div><dt>{t('decree')}</dt><dd>{c.decree ?? t('decreeByDay')}</dd></div>
      <div><dt>{t('horizon')}</dt><dd>{date(c.horizon.from)} – {date(c.horizon.to)} {left < 180 && <Tag tone="warn" icon={AlertTriangle}>{t('horizonNear', { n: Math.max(0, left) })}</Tag>}</dd></div>
      <div><dt>{t('unconfirmedYears')}</dt><dd>{c.unconfirmed_years.length ? <Tag tone="warn" icon={AlertTriangle}>{c.unconfirmed_years.join(', ')}</Tag> : <Tag tone="ok" icon={Check}>{t('allConfirmed')}</Tag>}</dd></div>
      <div><dt>{t('sessions')}</dt><dd>{c.working_sessions.map((s) => `${date(s.effective_from)}: ${s.sessions.map((x) => `${x.from}–${x.to}`).join(', ')}`).join('; ')}</dd></div>
    </dl>
  );
}

function Month({ c, year, month }: { c: Calendar; year: number; month: number }) {
  const days = monthOf(c, year, month), lead = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const today = isoDay(now());
  const cells: (Day | null)[] = [...Array.from({ length: lead }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, w) => Array.from({ length: 7 }, (_x, i) => cells[w * 7 + i] ?? null));
  return (
    <table class="month">
      <caption>{monthName(month)}</caption>
      <thead><tr>{[1, 2, 3, 4, 5, 6, 0].map((d) => <th key={d} scope="col">{weekdayShort(d)}</th>)}</tr></thead>
      <tbody>{weeks.map((week, w) => <tr key={w}>{week.map((d, i) => (d
        ? <td key={d.iso} class={`${d.kind}${d.official ? '' : ' proposed'}${d.iso === today ? ' today' : ''}`} title={[t(KIND_NAMES[d.kind]), d.name].filter(Boolean).join(': ')}>{d.day}{SIGNS[d.kind] && <sup aria-hidden="true">{SIGNS[d.kind]}</sup>}<span class="vh">, {t(KIND_NAMES[d.kind])}</span></td>
        : <td key={i} />))}</tr>)}</tbody>
    </table>
  );
}

/** The days that the lists name, with the decision each rests on. */
function Named({ c, year }: { c: Calendar; year: number }) {
  const rows = [...c.days_off.map((d) => ({ ...d, kind: 'off' as Kind })), ...c.compensatory_working_days.map((d) => ({ ...d, kind: 'makeUp' as Kind }))].filter((d) => d.date.startsWith(`${year}-`)).sort((a, b) => a.date.localeCompare(b.date));
  if (rows.length === 0) return <p class="state">{t('noNamedDays', { year })}</p>;
  return (
    <table class="rows">
      <thead><tr><th>{t('dayHead')}</th><th>{t('kind')}</th><th>{t('reason')}</th><th>{t('decree')}</th><th>{t('stateHead')}</th></tr></thead>
      <tbody>{rows.map((d) => (
        <tr key={d.date + d.kind}><th scope="row">{weekdayShort(new Date(`${d.date}T00:00:00Z`).getUTCDay())} {date(d.date)}</th><td>{t(KIND_NAMES[d.kind])}</td><td>{d.name ?? '–'}</td><td>{d.decree ?? '–'}</td>
          <td>{d.status === 'official' ? <Tag tone="ok" icon={Check}>{t('official')}</Tag> : <Tag tone="warn" icon={AlertTriangle}>{t('notOfficial')}</Tag>}</td></tr>
      ))}</tbody>
    </table>
  );
}

function Shown({ calendar: c }: { calendar: Calendar }) {
  const [year, setYear] = useState(Number(isoDay(now()).slice(0, 4)));
  const first = Number(c.horizon.from.slice(0, 4)), last = Number(c.horizon.to.slice(0, 4));
  const count = (kinds: readonly Kind[]) => Array.from({ length: 12 }, (_, m) => monthOf(c, year, m + 1)).flat().filter((d) => kinds.includes(d.kind)).length;
  return (
    <>
      <Facts c={c} />
      <section aria-labelledby="year-head">
        <header class="year-head">
          <Button icon={ChevronLeft} blocked={year <= first ? t('beyondText') : null} onClick={() => setYear(year - 1)}>{year - 1}</Button>
          <h2 id="year-head" aria-live="polite">{t('year', { year })}</h2>
          <Button icon={ChevronRight} blocked={year >= last ? t('beyondText') : null} onClick={() => setYear(year + 1)}>{year + 1}</Button>
          <p>{t('yearSay', { work: count(['work', 'part', 'makeUp']), off: count(['off']), makeUp: count(['makeUp']) })}</p>
          {c.unconfirmed_years.includes(year) && <Tag tone="warn" icon={AlertTriangle}>{t('unconfirmedYear')}</Tag>}
        </header>
        <div class="months">{Array.from({ length: 12 }, (_, m) => <Month key={m} c={c} year={year} month={m + 1} />)}</div>
        <ul class="legend">{(['work', 'rest', 'off', 'makeUp', 'part', 'beyond'] as const).map((k) => <li key={k}><span class={`swatch ${k}`} aria-hidden="true">{SIGNS[k]}</span>{t(KIND_NAMES[k])}</li>)}</ul>
      </section>
      <section aria-labelledby="named-head"><h2 id="named-head">{t('namedDays', { year })}</h2><Named c={c} year={year} /></section>
    </>
  );
}
