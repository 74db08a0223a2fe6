import { HandHelping, MonitorX, WifiOff } from 'lucide-static';
import { saying } from '../../core/api';
import { hourMinute } from '../../core/format';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { takeOver } from './actions';
import { goThere, helpCalls } from './help';
import { counter, held, kept, link, offline, readOnly } from './store';
import { t } from './texts';

/** Under the top bar: no connection, and since when; another browser has the counter. */
export function Bars() {
  const { online, since } = link.value, n = kept.value.length;
  return (
    <div class="bars" role="status">
      {offline.value && (
        <p class="bar cut"><Icon of={WifiOff} /><b>{t('offlineBar', { at: hourMinute(since!) })}</b><span>{n ? t('offlineKept', { n }) : t('offlineNone')}</span></p>
      )}
      {online && n > 0 && <p class="bar sending">{held.value ? t('notYet', { n, why: saying(held.value) }) : t('sending', { n })}</p>}
      {helpCalls.value.map((h, i) => (
        <p class="bar help" key={h.id}><Icon of={HandHelping} /><span>{t('helpCalls', { place: h.made_by, at: hourMinute(h.made_at) })}</span>
          <Button {...(i === 0 ? { shortcut: 'G' } : {})} onClick={() => goThere(h)}>{t('helpTake')}</Button>
        </p>
      ))}
      {readOnly.value && (
        <p class="bar seat"><Icon of={MonitorX} /><span>{readOnly.value}</span>
          <Button look="primary" blocked={offline.value ? t('offlineOther') : null} onClick={takeOver}>{t('takeOver')}</Button>
          <Button onClick={() => (counter.value = null)}>{t('otherCounter')}</Button>
        </p>
      )}
    </div>
  );
}
