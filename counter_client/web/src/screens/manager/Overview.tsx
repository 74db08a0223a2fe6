/** The page a manager looks at: the sentence, what must be done today, then the evidence. */
import { hourMinuteSecond } from '../../core/format';
import { Button } from '../../ui/Button';
import { Closed } from './Closed';
import { DueToday } from './DueToday';
import { Exports } from './Exports';
import { Lede } from './Lede';
import { NowPane } from './NowPane';
import { OpenStrip } from './OpenStrip';
import { Overdue } from './Overdue';
import { PeriodPicker } from './PeriodPicker';
import { Rates } from './Rates';
import { Reminders } from './Reminders';
import { Satisfaction } from './Satisfaction';
import { Settled } from './Settled';
import { asOf, loadOnTime, loadOpen, onTime, oneUnit, open, type Loaded } from './store';
import { t } from './texts';
import { Waits } from './Waits';

/** Loading, or why there is nothing to show; null when there are figures. */
export function Missing({ of, again, heading }: { of: Loaded<unknown>; again: () => void; heading?: string }) {
  if (of.data) return null;
  const head = heading && <h1>{heading}</h1>;
  if (!of.fault) return <div class="state" aria-busy="true">{head}<p>{t('loading')}</p></div>;
  return <div class="state">{head}<div role="alert"><p><b>{t('failed')}.</b> {of.fault}</p><Button onClick={again}>{t('retry')}</Button></div></div>;
}

export function Overview() {
  const again = () => { void loadOpen(); void loadOnTime(); };
  const missing = !open.value.data ? open.value : !onTime.value.data ? onTime.value : null;
  return (
    <>
      <div class="bar"><PeriodPicker /><span class="push" /><Exports /></div>
      {missing ? <Missing of={missing} again={again} heading={t('overview')} /> : (
        <>
          <Lede />
          <DueToday />
          <div class="g"><OpenStrip /><NowPane /></div>
          <div class="g b"><Waits /><div class="stack"><Settled /><Satisfaction /></div></div>
          <div class="g b one"><Overdue /></div>
          <Reminders />
          <div class="g b one"><Rates /></div>
          <Closed />
          <p class="foot">{t('foot', { at: asOf.value ? hourMinuteSecond(asOf.value) : '–' })}{oneUnit() ? ` ${t('unitOnly')}` : ''}</p>
        </>
      )}
    </>
  );
}
