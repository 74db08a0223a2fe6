import { signal } from '@preact/signals';
import type { Schemas } from '../../core/api';
import { LONG_MIN, minutes } from '../../core/format';
import { named } from '../../core/i18n';
import { queue } from './store';
import { t } from './texts';

const PAGE = 5; // services that fit beside the calls at 40 px a line
const TURN_MS = 10_000;
const page = signal(0);
setInterval(() => page.value++, TURN_MS);

type Service = Schemas['QueueService'];

/** The range in whole minutes, rounded outwards: what is shown holds the wait as often as what was computed. */
function estimate({ wait_estimate: range, wait_unknown: why, waiting, state }: Service): string {
  if (state === 'closed') return t('closed');
  if (!range) return why === 'no_open_counter' ? t('noCounter') : waiting ? t('unknown') : t('none');
  const low = Math.floor(range.low_s / 60), high = minutes(range.high_s);
  if (high === 0) return t('none');
  if (high > LONG_MIN) return t('over');
  if (high <= 5) return t('under', { n: 5 });
  return low === high ? t('about', { n: high }) : t('between', { low, high });
}

export function Waiting() {
  const services = queue.value?.services ?? [];
  const pages = Math.max(1, Math.ceil(services.length / PAGE)), at = page.value % pages;
  return (
    <aside class="s" aria-label={t('waiting')}>
      <div class="drum" aria-hidden="true" />
      <h2>{t('waiting')}{pages > 1 && <small>{t('more', { n: at + 1, all: pages })}</small>}</h2>
      <ol>
        {services.slice(at * PAGE, (at + 1) * PAGE).map((s) => (
          <li key={s.service}>
            <b>{s.service}</b>
            <p>{named(s)}</p>
            <small>{s.waiting > 0 && <em>{t('people', { n: s.waiting })}</em>}{estimate(s)}</small>
          </li>
        ))}
      </ol>
    </aside>
  );
}
