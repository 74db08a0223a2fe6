/** The sentence of conclusion, and four figures beside those of the period before. */
import { count, decimal, hourMinute, percent } from '../../core/format';
import { periodName } from './period';
import { toList } from './router';
import { onTime, onTimeBefore, open, period, waits, type OpenReport } from './store';
import { t } from './texts';

export const rateText = (r: { numerator: number; denominator: number }): string => percent(r.numerator, r.denominator, 1);

/** "…, nhiều nhất ở Đất đai (4)": only where it says something, among several fields. */
function where(report: OpenReport): string {
  const most = [...report.rows].sort((a, b) => b.overdue - a.overdue)[0];
  return most && most.overdue > 1 && report.rows.length > 1 ? t('sayWhere', { name: most.name, n: most.overdue }) : '';
}

const lastOfMonth = (r: OpenReport): boolean => r.closes_at !== null && r.next_working_day !== null && r.next_working_day.slice(0, 7) !== r.today.slice(0, 7);

function Settled() {
  const { resolved, rate } = onTime.value.data!.total, n = resolved.early + resolved.on_time + resolved.late, name = periodName(period.value);
  if (n === 0) return <>{t('sayNone', { period: name })} </>;
  return <>{t('sayDone', { period: name, n: count(n) })}<mark class="mg">{t('sayRate', { rate: rateText(rate), a: count(rate.numerator), b: count(rate.denominator) })}</mark>. </>;
}

function Today({ report }: { report: OpenReport }) {
  const { due_today: n } = report.total;
  if (!n) return <>{t('sayNoToday')}.</>;
  const text = report.closes_at ? t('sayToday', { n: count(n), at: hourMinute(report.closes_at) }) : t('sayTodayRest', { n: count(n) });
  return <><a class="ma" href={toList({ today: '1' })}>{text}</a>{t('sayTodayEnd')}.</>;
}

/** How much a figure has moved, in points. */
function moved(now: number | null, before: number | null, digits = 1) {
  if (now === null || before === null) return null;
  const by = now - before, text = `${by > 0 ? '+' : by < 0 ? '−' : '±'}${decimal(Math.abs(by), digits)}`;
  return <span class={by < 0 ? 'dn' : ''} title={t('before')}>{text}<span class="vh"> {t('before')}</span></span>;
}

const share = (a: number, b: number): number | null => (b ? (a / b) * 100 : null);

export function Lede() {
  const report = open.value.data!, total = onTime.value.data!.total, before = onTimeBefore.value?.total;
  const wait = waits.value.data?.total.wait.median_s ?? null;
  return (
    <div class="lede">
      <h1>
        <Settled />
        {report.total.overdue ? <>{t('sayNow')}<a class="mr" href={toList({ late: '1' })}>{t('sayLate', { n: count(report.total.overdue) })}</a>{where(report)}; </> : <>{t('sayNoLate')}; </>}
        <Today report={report} />{lastOfMonth(report) && <span class="last-day">{t('sayLast')}</span>}
      </h1>
      <dl class="keys">
        <div><dt>{t('rate')}</dt><dd><b>{rateText(total.rate)}</b>{moved(total.rate.value, before?.rate.value ?? null)}</dd></div>
        <div><dt>{t('medianWait')}</dt><dd><b>{wait === null ? '–' : t('minutes', { n: Math.round(wait / 60) })}</b></dd></div>
        <div><dt>{t('online')}</dt><dd><b>{percent(total.received_online, total.received, 0)}</b>{moved(share(total.received_online, total.received), before ? share(before.received_online, before.received) : null, 0)}</dd></div>
      </dl>
    </div>
  );
}
