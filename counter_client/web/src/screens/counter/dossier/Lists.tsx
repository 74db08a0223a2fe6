import { date, dayMonth, hourMinute } from '../../../core/format';
import { Button } from '../../../ui/Button';
import { Segmented } from '../../../ui/Segmented';
import { Tag } from '../../../ui/Tag';
import { openDossier } from '../store';
import { open, pending, ready, refresh, shown, waiting, waitsFor, whose, type Pending, type Row, type Whose } from './worklist';
import { Select } from './Select';
import { pendingTone, stateTone, unitName } from './words';
import { t } from './texts';

const PENDING: readonly Exclude<Pending, ''>[] = ['overdue', 'near_due', 'in_time', 'paused'];

function Line({ r }: { r: Row }) {
  const wanted = waitsFor(r);
  return (
    <tr>
      <td>{r.legal_due_at ? <>{hourMinute(r.legal_due_at)}<br />{dayMonth(r.legal_due_at)}</> : '–'}</td>
      <td><button type="button" class="d-open" onClick={() => void openDossier(r.id)}>{r.applicant_name}</button><small>{r.code ?? r.external_code}</small></td>
      <td>{r.procedure_name}</td>
      <td>{r.officer?.name ?? unitName(r.unit)}</td>
      <td>{wanted ? <Tag tone="warn">{t(wanted)}</Tag> : <Tag tone={stateTone(r.state)}>{t(`state_${r.state}`)}</Tag>} {r.pending && <Tag tone={pendingTone[r.pending]}>{t(`pending_${r.pending}`)}</Tag>}</td>
    </tr>
  );
}

const Failed = ({ why }: { why: string | null }) => <div class="d-empty"><p role="alert">{why ?? t('listAway')}</p><Button onClick={() => void refresh()}>{t('again')}</Button></div>;

/** The officer's dossiers, the one that becomes late first on top. */
export function MyDossiers() {
  const list = open.value, rows = shown.value;
  const choices: readonly Whose[] = ['mine', 'waiting', 'all'];
  return (
    <div class="d-main">
      <header class="d-proc"><h1>{t('myTitle')}</h1>
        <div class="d-filters">
          <Segmented name="d-whose" legend={t('whose')} value={whose.value} onChange={(w) => (whose.value = w)} choices={choices.map((w) => ({ value: w, label: w === 'waiting' ? t('whose_waiting', { n: waiting.value }) : t(`whose_${w}`) }))} />
          <Select id="d-pending" label={t('pendingFilter')} value={pending.value} none={t('pendingAll')} options={PENDING.map((p) => ({ value: p, label: t(`pending_${p}`) }))} onChange={(v) => (pending.value = v as Pending)} />
        </div>
      </header>
      {list.state === 'failed' ? <Failed why={list.why} /> : list.state === 'loading' ? <p class="d-empty" role="status">{t('loading')}</p> : rows.length === 0 ? <p class="d-empty">{t('listEmpty')}</p> : (
        <div class="d-table" tabIndex={0} role="region" aria-label={t('myTitle')}>
          <table>
            <thead><tr><th scope="col">{t('due')}</th><th scope="col">{t('applicant')}</th><th scope="col">{t('procedure')}</th><th scope="col">{t('responsible')}</th><th scope="col">{t('stateHead')}</th></tr></thead>
            <tbody>{rows.map((r) => <Line key={r.id} r={r} />)}</tbody>
          </table>
          {list.more && <p class="d-hint">{t('listMore')}</p>}
        </div>
      )}
    </div>
  );
}

/** Results that wait for their applicants. */
export function ReturnPane() {
  const list = ready.value;
  return (
    <div class="d-main">
      <header class="d-proc"><h1>{t('returnTitle')}</h1><p>{t('returnHint')}</p></header>
      {list.state === 'failed' ? <Failed why={list.why} /> : list.state === 'loading' ? <p class="d-empty" role="status">{t('loading')}</p> : list.rows.length === 0 ? <p class="d-empty">{t('returnEmpty')}</p> : (
        <div class="d-table" tabIndex={0} role="region" aria-label={t('returnTitle')}>
          <table>
            <thead><tr><th scope="col">{t('applicant')}</th><th scope="col">{t('procedure')}</th><th scope="col">{t('outcome')}</th><th scope="col">{t('readySince')}</th></tr></thead>
            <tbody>{list.rows.map((r) => (
              <tr key={r.id}><td><button type="button" class="d-open" onClick={() => void openDossier(r.id)}>{r.applicant_name}</button><small>{r.code}</small></td><td>{r.procedure_name}</td><td>{r.outcome && t(`outcome_${r.outcome}`)}</td><td>{r.ended_at && `${hourMinute(r.ended_at)} ${date(r.ended_at)}`}</td></tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </div>
  );
}
