import { me } from '../core/session';
import { t } from './texts';

/** On every screen of a training centre. A landmark of its own: it belongs to no part of the screen. */
export function TrainingBand() {
  return me.value?.centre.training ? <aside class="training-band" aria-label={t('trainingLabel')}>{t('training')}</aside> : null;
}
