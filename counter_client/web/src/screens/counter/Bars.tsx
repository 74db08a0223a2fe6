import { MonitorX, WifiOff } from 'lucide-static';
import { hourMinute } from '../../core/format';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { takeOver } from './actions';
import { counter, kept, link, readOnly } from './store';
import { t } from './texts';

/** Under the top bar: no connection, and since when; another browser has the counter. */
export function Bars() {
  const { online, since } = link.value, n = kept.value.length;
  return (
    <div class="bars" role="status">
      {!online && since !== null && (
        <p class="bar cut"><Icon of={WifiOff} /><b>{t('offlineBar', { at: hourMinute(since) })}</b><span>{n ? t('offlineKept', { n }) : t('offlineNone')}</span></p>
      )}
      {online && n > 0 && <p class="bar sending">{t('sending', { n })}</p>}
      {readOnly.value && (
        <p class="bar seat"><Icon of={MonitorX} /><span>{readOnly.value}</span>
          <Button look="primary" blocked={online ? null : t('offlineOther')} onClick={takeOver}>{t('takeOver')}</Button>
          <Button onClick={() => (counter.value = null)}>{t('otherCounter')}</Button>
        </p>
      )}
    </div>
  );
}
