import { texts } from '../core/i18n';
import { me } from '../core/session';

// by itself, not in ui/texts.ts: the board has this band and nothing else of that table, and little room
const { t } = texts({
  trainingLabel: 'Trung tâm tập huấn', training: 'TẬP HUẤN – số liệu và giấy tờ không có giá trị',
}, {
  trainingLabel: 'Training centre', training: 'TRAINING – figures and papers are not valid',
});

/** On every screen of a training centre. A landmark of its own: it belongs to no part of the screen. */
export function TrainingBand({ training = me.value?.centre.training }: { training?: boolean | undefined }) {
  return training ? <aside class="training-band" aria-label={t('trainingLabel')}>{t('training')}</aside> : null;
}
