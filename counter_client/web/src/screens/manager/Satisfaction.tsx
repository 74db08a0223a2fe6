/** What people said of the service in the period, in the official words; nothing is said of too few answers. */
import { count, percent } from '../../core/format';
import { Bars, type Bar } from '../../ui/charts/Bars';
import { satisfaction } from './store';
import { t } from './texts';

const LEVELS = ['level5', 'level4', 'level3', 'level2', 'level1'] as const;
const TONES: readonly Bar['tone'][] = ['good', 'good', 'plain', 'bad', 'bad'];

export function Satisfaction() {
  const report = satisfaction.value.data;
  if (!report) return null; // it is beside the point of the screen: its absence is no fault of the rest
  const { total } = report, levels = [...total.levels].reverse();
  return (
    <section aria-labelledby="happy">
      <header><h2 id="happy">{t('happyHead')}</h2>{total.answers > 0 && <p>{t('happyNote', { n: count(total.answers) })}</p>}</header>
      {levels.length === LEVELS.length && (/* of a few the server tells none */
        <Bars bars={LEVELS.map((name, i) => ({ label: t(name), count: count(levels[i]!), share: percent(levels[i]!, total.answers, 0), part: levels[i]! / total.answers, tone: TONES[i]! }))} />
      )}
      <p class="said">
        {total.answers === 0 ? t('happyNone') : total.index === null || total.index.value === null ? t('happyFew', { n: count(total.answers), least: report.minimum_sample })
          : t('happySay', { rate: percent(total.index.numerator, total.index.denominator), a: count(total.index.numerator), b: count(total.index.denominator), low: count(total.low ?? 0), high: count(total.high ?? 0) })}
      </p>
    </section>
  );
}
