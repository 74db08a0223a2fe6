/** How what was settled in the period was settled; the shares are the server's and add up to 100. */
import { count, percent } from '../../core/format';
import { Bars, type Bar } from '../../ui/charts/Bars';
import { periodName } from './period';
import { onTime, period } from './store';
import { t } from './texts';
import { rateText } from './Lede';

export function Settled() {
  const { resolved, shares, rate_extended: extended } = onTime.value.data!.total;
  const n = resolved.early + resolved.on_time + resolved.late;
  const bar = (label: string, key: 'early' | 'on_time' | 'late', tone: Bar['tone']): Bar =>
    ({ label, count: count(resolved[key]), share: shares ? percent(shares[key], 100, 2) : '–', part: shares ? shares[key] / 100 : 0, tone });
  return (
    <section aria-labelledby="settled">
      <header><h2 id="settled">{t('doneHead')}</h2><p>{periodName(period.value)}</p></header>
      <Bars bars={[bar(t('early'), 'early', 'good'), bar(t('onTime'), 'on_time', 'plain'), bar(t('lateDone'), 'late', 'bad')]} />
      <p class="said">{t('doneSay', { n: count(n), early: count(resolved.early), onTime: count(resolved.on_time), late: count(resolved.late) })}</p>
      <p class="said">{t('rateExtended')}: <b>{rateText(extended)}</b> ({count(extended.numerator)}/{count(extended.denominator)})</p>
    </section>
  );
}
