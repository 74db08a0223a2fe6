import { me } from '../core/session';
import { t } from './texts';

/** On every screen of a training centre. */
export function TrainingBand() {
  return me.value?.centre.training ? <p class="training-band">{t('training')}</p> : null;
}
