/** Waits through the day, by the half hour in which the ticket was taken. */
import { count, date, minutes, percent } from '../../core/format';
import { Chart } from '../../ui/charts/Chart';
import { Band } from '../../ui/charts/Band';
import { Segmented } from '../../ui/Segmented';
import { Missing } from './Overview';
import { go, overviewWith } from './router';
import { loadWaits, waitDays, waits } from './store';
import { t } from './texts';

const PROMISE_MIN = 15;
const inMinutes = (s: number | null): string => (s === null ? '–' : String(minutes(s)));
/** 7:30 rather than 07:30. */
const clock = (from: string): string => from.replace(/^0/, '');

export function Waits() {
  const report = waits.value.data;
  const choice = <Segmented name="wait-days" legend={t('days')} value={waitDays.value === 1 ? '1' : '31'} choices={[{ value: '1', label: t('oneDay') }, { value: '31', label: t('manyDays', { n: 31 }) }]} onChange={(v) => go(overviewWith({ cho: v === '1' ? '1' : null }))} />;
  if (!report) return <section aria-labelledby="waits"><header><h2 id="waits">{t('waitHead')}</h2></header><Missing of={waits.value} again={() => void loadWaits()} /></section>;
  const note = waitDays.value === 1 ? t('waitToday') : t('waitDays', { n: report.days_used, date: date(`${report.date}T12:00:00+07:00`) });
  if (!report.half_hours.length) return <section aria-labelledby="waits"><header><h2 id="waits">{t('waitHead')}</h2><p>{note}</p>{choice}</header><p class="fine">{t('waitNone')}</p></section>;
  const peak = report.half_hours.reduce((a, b) => ((b.wait.median_s ?? -1) > (a.wait.median_s ?? -1) ? b : a));
  const { within_15_min: within, wait } = report.total;
  const say = t('waitSay', { median: inMinutes(peak.wait.median_s), at: clock(peak.from), p90: inMinutes(wait.p90_s), within: count(within.numerator), rate: percent(within.numerator, within.denominator) });
  const points = report.half_hours.map((h) => ({ label: clock(h.from), middle: h.wait.median_s === null ? null : h.wait.median_s / 60, high: h.wait.p90_s === null ? null : h.wait.p90_s / 60 }));
  const rows = [...report.half_hours.map((h) => ({ ...h, name: clock(h.from) })), { ...report.total, name: t('total') }];
  const table = (
    <table class="figures">
      <caption class="vh">{t('waitHead')}, {note}</caption>
      <thead><tr>{[t('halfHour'), t('issued'), t('served'), t('noShow'), t('waited'), t('median'), t('p90Short'), t('longest')].map((h, i) => <th scope="col" class={i ? 'r' : ''} key={h}>{h}</th>)}</tr></thead>
      <tbody>{rows.map((r) => <tr key={r.name}><th scope="row" class="num">{r.name}</th>{[count(r.issued), count(r.served), count(r.no_show), count(r.wait.count), inMinutes(r.wait.median_s), inMinutes(r.wait.p90_s), inMinutes(r.wait.longest_s)].map((v, i) => <td class="r" key={i}>{v}</td>)}</tr>)}</tbody>
    </table>
  );
  return (
    <Chart id="waits" title={t('waitHead')} note={note} extra={choice} asTable={t('asTable')} asChart={t('asChart')} table={table}
      chart={<><Band points={points} say={say} promise={PROMISE_MIN} promiseLabel={t('promise')} middleLabel={t('median')} highLabel={t('p90')} /><p class="said">{say}</p></>} />
  );
}
