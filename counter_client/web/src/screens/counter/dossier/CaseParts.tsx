import { useEffect, useState } from 'preact/hooks';
import { Printer } from 'lucide-static';
import { api, isAway, saying, type Problem, type Schemas } from '../../../core/api';
import { date, hourMinute, hourMinuteSecond } from '../../../core/format';
import { Button } from '../../../ui/Button';
import { Tag } from '../../../ui/Tag';
import type { Dossier } from './actions';
import { jobs, pageOf, reprint, resolve } from './prints';
import { LedgerTable, Strip } from './Strip';
import { t } from './texts';
import { unitName } from './words';

type Got<T> = { data: T | null; why: string | null };

/** Something that is read again whenever the dossier has changed. */
export function useRead<T>(key: string, read: () => Promise<{ data?: T; error?: unknown }>): Got<T> {
  const [got, setGot] = useState<Got<T>>({ data: null, why: null });
  useEffect(() => {
    let gone = false;
    read().then(({ data, error }) => { if (!gone) setGot(data ? { data, why: null } : { data: null, why: saying(error as Problem) }); })
      .catch((error: unknown) => { if (!isAway(error)) throw error; if (!gone) setGot({ data: null, why: t('cannotLoad') }); });
    return () => { gone = true; };
  }, [key]);
  return got;
}

export const useLedger = (d: Dossier): Got<Schemas['Ledger']> =>
  useRead(`${d.id} ${d.version} ${d.accepted_at ?? ''}`, () => (d.accepted_at ? api.GET('/dossiers/{dossier}/ledger', { params: { path: { dossier: d.id } } }) : Promise.resolve({})));

const waiting = (why: string | null) => <p class="d-hint" role="status">{why ?? t('loading')}</p>;

export function LedgerPart({ d }: { d: Dossier }) {
  const { data, why } = useLedger(d);
  if (!d.accepted_at) return <p class="d-hint">{t('noLedger')}</p>;
  return data ? <><Strip ledger={data} /><LedgerTable ledger={data} /></> : waiting(why);
}

const OWNERS = ['LD_PHONG', 'LANH_DAO', 'VAN_THU'] as const;
const STEP_TONE = { done: 'ok', current: 'info', waiting: undefined } as const;
const ownerName = (code: string): string => { const role = OWNERS.find((o) => o === code); return role ? t(`owner_${role}`) : unitName(code); };

/** How far the plan of internal steps has come, and which steps were late by their own date. */
function StepsPart({ d }: { d: Dossier }) {
  if (d.internal_plan.length === 0) return null;
  return (
    <section aria-labelledby="d-steps">
      <h3 id="d-steps">{t('internalSteps')}</h3>
      <ol class="d-history">{d.internal_plan.map((p) => {
        const done = d.steps.filter((s) => s.row === p.row), last = done.at(-1), when = last?.ended_at ?? last?.due_at;
        return (
          <li key={p.row}><span>{ownerName(p.owner)}</span><div><b>{p.task}</b>
            <small>{when && t(last?.ended_at ? 'stepWas' : 'stepDue', { at: `${hourMinute(when)} ${date(when)}` })}</small>
            <Tag tone={STEP_TONE[p.progress]}>{t(`step_${p.progress}`)}</Tag>
            {done.some((s) => s.late) && <Tag tone="bad">{t('stepLate')}</Tag>}</div></li>
        );
      })}</ol>
    </section>
  );
}

export function HistoryPart({ d }: { d: Dossier }) {
  const { data, why } = useRead(`${d.id} ${d.version}`, () => api.GET('/dossiers/{dossier}/history', { params: { path: { dossier: d.id }, query: { limit: 500 } } }));
  if (!data) return waiting(why);
  return (
    <><StepsPart d={d} /><ol class="d-history">{data.items.map((e) => (
      <li key={e.seq}><time dateTime={e.at}>{hourMinuteSecond(e.at)}<br />{date(e.at)}</time><div><b>{e.text}</b><small>{e.actor_name ?? t('system')}{e.state_after && e.state_after !== e.state_before && ` · ${t(`state_${e.state_after}`)}`}</small></div></li>
    ))}</ol></>
  );
}

/** What is printed of a dossier; tickets, reports, books and test pages are none of its papers. */
const paperName = (j: Schemas['PrintJob']): string => t(`paper_${j.form as Exclude<Schemas['PrintForm'], 'ticket' | '07' | 'report' | 'test'>}`);
const TONE = { queued: 'info', created: 'info', sent: 'info', printed: 'ok', attention: 'bad', cancelled: undefined } as const;

export function PrintsPart() {
  if (jobs.value.length === 0) return <p class="d-hint">{t('nothingPrinted')}</p>;
  return (
    <ul class="d-prints">{jobs.value.map((j) => (
      <li key={j.id}>
        <div><b>{paperName(j)}{j.copy > 1 && ` · ${t('copyNo', { n: j.copy })}`}</b><small>{hourMinuteSecond(j.created_at)} {date(j.created_at)}{j.message && ` · ${j.message}`}</small></div>
        <Tag tone={TONE[j.state]}>{j.state === 'created' && !j.printer ? t('print_kept') : t(`print_${j.state}`)}</Tag>
        <span class="d-push">
          {j.state === 'attention' && <><Button onClick={() => void resolve(j, 'printed')}>{t('itPrinted')}</Button><Button onClick={() => void resolve(j, 'cancelled')}>{t('itDidNot')}</Button></>}
          <a class="btn" {...pageOf(j)}>{t('see')}<span class="vh"> {paperName(j)}</span></a>
          <Button icon={Printer} onClick={() => void reprint(j)}>{t('reprint')}</Button>
        </span>
      </li>
    ))}</ul>
  );
}
