import { Dialog } from '../../ui/Dialog';
import { alive, asking } from './idle';
import { t } from './texts';

/** Asked at 20 seconds, for 20 seconds. */
export function IdleQuestion() {
  if (asking.value === null) return null;
  return (
    <Dialog title={t('idle')} onClose={alive} class="ask idle">
      <p>{t('idleHow', { n: asking.value })}</p>
      <button type="button" class="big" onClick={alive}>{t('goOn')}</button>
    </Dialog>
  );
}
