/** Every open dossier by working days left: the strip, and the same as a table whose counts open lists. */
import { count } from '../../core/format';
import { Chart } from '../../ui/charts/Chart';
import { Strip, type StripRow, type Tone } from '../../ui/charts/Strip';
import { go, toDossier, toList } from './router';
import { soonAmong, soonOf } from './soon';
import { open, type OpenReport } from './store';
import { t } from './texts';

type Row = OpenReport['rows'][number];
type Cell = Row['days'][number];

const toneOf = (cell: Cell, i: number): Tone => (cell.days_left! < 0 ? 'late' : i < soonOf(cell) ? 'soon' : 'in');
const stripRow = (row: Row): StripRow => ({
  name: row.name,
  paused: row.paused,
  cells: row.days.map((c) => ({ day: c.days_left!, count: c.count, marks: c.ids.map((id, i) => ({ id, tone: toneOf(c, i) })) })),
});

export const dayWords = (days: number): string => (days < 0 ? t('dayLate', { n: -days }) : days === 0 ? t('dayToday') : t('dayLeft', { n: days }));

function Table({ report }: { report: OpenReport }) {
  const days = [...new Set(report.rows.flatMap((r) => r.days.map((c) => c.days_left!)))].sort((a, b) => a - b);
  const cell = (row: Row, day: number) => row.days.find((c) => c.days_left === day);
  const link = (n: number, query: Parameters<typeof toList>[0]) => (n ? <a href={toList(query)}>{count(n)}</a> : '');
  return (
    <table class="figures">
      <caption class="vh">{t('stripHead', { n: count(report.total.count) })}</caption>
      <thead><tr><th scope="col">{t('byField')}</th>{days.map((d) => <th scope="col" class="r" key={d}>{dayWords(d)}</th>)}<th scope="col" class="r">{t('undatedAxis')}</th><th scope="col" class="r">{t('pausedAxis')}</th><th scope="col" class="r">{t('total')}</th></tr></thead>
      <tbody>
        {report.rows.map((row) => (
          <tr key={row.key ?? ''}>
            <th scope="row">{row.name}</th>
            {days.map((d) => <td class="r" key={d}>{link(cell(row, d)?.count ?? 0, { by: 'field', key: row.key ?? '-', days: d })}</td>)}
            <td class="r">{row.undated_cell ? count(row.undated_cell.count) : ''}</td>
            <td class="r">{link(row.paused, { by: 'field', key: row.key ?? '-', pending: 'paused' })}</td>
            <td class="r">{link(row.count, { by: 'field', key: row.key ?? '-' })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function OpenStrip() {
  const report = open.value.data!, { total } = report, soon = soonAmong(report.rows), rest = total.near_due + total.in_time - soon;
  const say = t('stripSay', { n: total.count, late: total.overdue, today: total.due_today, soon, rest, paused: total.paused });
  const zones = { late: t('zoneLate', { n: count(total.overdue) }), soon: t('zoneSoon', { n: count(soon) }), in: t('zoneIn', { n: count(rest) }), paused: t('zonePaused', { n: count(total.paused) }) };
  const legend = (
    <ul class="legend" aria-hidden="true">
      <li><svg viewBox="0 0 10 10"><path class="mark late" d="M5 .5 9.5 5 5 9.5.5 5Z" /></svg>{t('legendLate')}</li>
      <li><svg viewBox="0 0 10 10"><circle class="mark soon" cx="5" cy="5" r="4.2" /></svg>{t('legendSoon')}</li>
      <li><svg viewBox="0 0 10 10"><rect class="mark in" x="1" y="1" width="8" height="8" rx="1.5" /></svg>{t('legendIn')}</li>
    </ul>
  );
  if (!total.count) return <section aria-labelledby="strip"><header><h2 id="strip">{t('stripHead', { n: 0 })}</h2></header><p class="fine">{t('stripNone')}</p></section>;
  return (
    <Chart id="strip" title={t('stripHead', { n: count(total.count) })} asTable={t('asTable')} asChart={t('asChart')} table={<Table report={report} />}
      chart={<><Strip rows={report.rows.map(stripRow)} say={say} zones={zones} todayLabel={t('todayAxis')} pausedLabel={t('pausedAxis')} onPick={(id) => go(toDossier(id))} />{legend}</>} />
  );
}
