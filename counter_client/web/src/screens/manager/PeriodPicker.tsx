/** Which period: the usual ones that hold today, the one before and after, or two dates. */
import { useState } from 'preact/hooks';
import { ChevronLeft, ChevronRight } from 'lucide-static';
import { date, monthWord } from '../../core/format';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorSummary, type Fault } from '../../ui/ErrorSummary';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { periodAround, periodBeside, periodName, periodText, typedDate, type Kind, type Named, type Period } from './period';
import { go, overviewWith } from './router';
import { onTime, period, today } from './store';
import { t } from './texts';

const show = (p: Period) => go(overviewWith({ ky: periodText(p) }));
const noon = (day: string): string => date(`${day}T12:00:00+07:00`);
const TEN_YEARS = 3660 * 86_400_000;

const OTHERS = ['half', 'reporting_quarter', 'reporting_half', 'reporting_nine_months', 'reporting_year'] as const;

function Others({ onClose }: { onClose: () => void }) {
  const report = onTime.value.data;
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const submit = (e: SubmitEvent) => {
    e.preventDefault();
    const form = new FormData(e.currentTarget as HTMLFormElement), [from, to] = ['from', 'to'].map((n) => typedDate(String(form.get(n) ?? '')));
    const found: Fault[] = [...(from ? [] : [{ id: 'from', message: t('badDate') }]), ...(to ? [] : [{ id: 'to', message: t('badDate') }])];
    if (from && to && (from > to || Date.parse(to) - Date.parse(from) > TEN_YEARS)) found.push({ id: 'to', message: t('badOrder') });
    setFaults(found);
    if (found.length || !from || !to) return;
    show({ kind: 'free', from, to });
    onClose();
  };
  const fault = (id: string) => faults.find((f) => f.id === id)?.message;
  return (
    <Dialog title={t('otherHead')} onClose={onClose}>
      <ul class="others">{OTHERS.map((kind) => { const p = periodAround(kind, today.value); return <li key={kind}><Button onClick={() => { show(p); onClose(); }}>{periodName(p)}</Button></li>; })}</ul>
      <p class="or">{t('orDates')}</p>
      <form onSubmit={submit} noValidate>
        {faults.length > 0 && <ErrorSummary title={t('badDates')} faults={faults} />}
        <Field id="from" label={t('from')} inputMode="numeric" defaultValue={report ? noon(report.from) : ''} error={fault('from')} />
        <Field id="to" label={t('to')} inputMode="numeric" defaultValue={report ? noon(report.to) : ''} error={fault('to')} />
        <div class="acts-row"><Button look="primary" type="submit">{t('show')}</Button><Button onClick={onClose}>{t('close')}</Button></div>
      </form>
    </Dialog>
  );
}

export function PeriodPicker() {
  const [free, setFree] = useState(false);
  const p = period.value, report = onTime.value.data, here = (kind: Exclude<Kind, 'free'>) => periodAround(kind, today.value);
  const index = (kind: Named) => { const q = here(kind); return 'year' in q ? (kind === 'year' ? q.year : q.index) : 0; };
  const kinds: [Exclude<Kind, 'free'>, string][] = [['day', t('dayP')], ['month', t('monthP', { n: monthWord(index('month')) })], ['quarter', t('quarterP', { n: index('quarter') })], ['year', t('yearP', { n: index('year') })], ['reporting_month', t('reportingP')]];
  return (
    <>
      <div class="per" role="group" aria-label={t('period')}>
        {kinds.map(([kind, name]) => <button key={kind} type="button" aria-pressed={p.kind === kind} onClick={() => show(here(kind))}>{name}</button>)}
        <button type="button" aria-pressed={!kinds.some(([kind]) => kind === p.kind)} onClick={() => setFree(true)}>{t('otherP')}</button>
      </div>
      <div class="beside">
        <button type="button" class="btn" aria-label={t('previous')} title={t('previous')} onClick={() => show(periodBeside(p, -1))}><Icon of={ChevronLeft} /></button>
        <p aria-live="polite"><b>{periodName(p)}</b>{report && <small>{t('span', { a: noon(report.from), b: noon(report.to), how: report.complete ? t('ended') : t('upToNow') })}</small>}</p>
        <button type="button" class="btn" aria-label={t('next')} title={t('next')} onClick={() => show(periodBeside(p, 1))}><Icon of={ChevronRight} /></button>
      </div>
      {free && <Others onClose={() => setFree(false)} />}
    </>
  );
}
