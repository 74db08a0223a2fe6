/** The latest of what is overdue. */
import { CircleCheck } from 'lucide-static';
import { count } from '../../core/format';
import { Icon } from '../../ui/Icon';
import { DossierRows } from './DossierRows';
import { toList } from './router';
import { open, overdue } from './store';
import { t } from './texts';

export function Overdue() {
  const items = overdue.value.data ?? [], all = open.value.data!.total.overdue;
  return (
    <section aria-labelledby="overdue">
      <header><h2 id="overdue">{t('lateHead')}</h2>{all > 0 && <p>{t('lateSub')}</p>}{all > items.length && <a href={toList({ late: '1' })}>{t('allOf', { n: count(all) })}</a>}</header>
      {all === 0 ? <p class="fine"><Icon of={CircleCheck} />{t('lateNone')}</p> : <DossierRows items={items} list="late" caption={t('lateHead')} />}
    </section>
  );
}
