/** What must be settled today so that nothing becomes late. T goes to its first row, Enter opens it. */
import { CircleCheck } from 'lucide-static';
import { count, hourMinute } from '../../core/format';
import { Icon } from '../../ui/Icon';
import { DossierRows } from './DossierRows';
import { toList } from './router';
import { dueToday, open } from './store';
import { t } from './texts';

export function DueToday() {
  const report = open.value.data!, items = dueToday.value.data ?? [], all = report.total.due_today;
  const note = report.closes_at ? t('todaySub', { at: hourMinute(report.closes_at) }) : t('todaySubRest');
  return (
    <section class="due-today" aria-labelledby="due-today">
      <header><h2 id="due-today">{t('todayHead')} <span>({count(all)})</span></h2>{all > 0 && <p>{note}</p>}
        {items.length > 0 && <p class="hint-key" aria-hidden="true"><span class="kbd">T</span> <span class="kbd">Enter</span> {t('openKeys')}</p>}
        {all > items.length && <a href={toList({ today: '1' })}>{t('allOf', { n: count(all) })}</a>}</header>
      {all === 0 ? <p class="fine"><Icon of={CircleCheck} />{t('todayNone')}</p> : <DossierRows items={items} list="today" caption={t('todayHead')} steps />}
    </section>
  );
}
