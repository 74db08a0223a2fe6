import { Printer, TriangleAlert } from 'lucide-static';
import { useState } from 'preact/hooks';
import { dueText } from '../../../core/format';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Icon } from '../../../ui/Icon';
import { Segmented } from '../../../ui/Segmented';
import { me, opened, readOnly } from '../store';
import { ActionForm } from './ActionForm';
import { agencies, othersOf, type ActionName, type Dossier } from './actions';
import { dossier, faults as caseFaults, primaryAction, start } from './case';
import { useLedger } from './CaseParts';
import { draft, drop, procedure, put, shownForm } from './desk';
import type { Draft } from './draft';
import { NO_DOSSIER } from './formflow';
import { busy, faults, openForm, primaryOfDraft, run } from './intake';
import { primary } from './keys';
import { reprintLast } from './prints';
import { promised, slip } from './promise';
import { LedgerTable, spanText, Strip } from './Strip';
import { t } from './texts';

const DELIVERIES = ['counter', 'post', 'online'] as const;

function Slip() {
  const [large, setLarge] = useState(false);
  const { url, why } = slip.value;
  if (!url && !why) return null;
  return (
    <>
      {url && <button type="button" class="d-slip" aria-label={t('slipOpen')} onClick={() => setLarge(true)}><img src={url} alt={t('slipAlt')} /></button>}
      {why && <p class="d-note warn"><Icon of={TriangleAlert} />{t('slipOld', { why })}</p>}
      {large && url && <Dialog title={t('slipTitle')} class="d-large" onClose={() => setLarge(false)}><img src={url} alt={t('slipAlt')} /><div class="acts-row"><Button onClick={() => setLarge(false)}>{t('closeIt')}</Button></div></Dialog>}
    </>
  );
}

function PromiseOf({ d }: { d: Draft }) {
  const { state, answer, why } = promised.value;
  const ledger = answer?.ledger;
  return (
    <section class="d-due" aria-labelledby="d-due-title">
      <h2 id="d-due-title">{t('due')}</h2>
      {state === 'none' && <p>{t('dueNone')}</p>}
      {state === 'asking' && <p role="status">{t('dueAsking')}</p>}
      {(state === 'away' || state === 'refused') && !answer && <p class="d-note warn"><Icon of={TriangleAlert} />{why ?? t('dueAway')}</p>}
      {answer && <b class="d-when" role="status">{answer.due_at ? dueText(answer.due_at) : t('noLimit')}</b>}
      {ledger && <p>{spanText(ledger)}</p>}
      {ledger && <Strip ledger={ledger} />}
      {answer?.warnings.map((w) => <p key={w.code} class="d-note warn"><Icon of={TriangleAlert} />{w.message}</p>)}
      {ledger && <details><summary>{t('howCounted')}</summary><LedgerTable ledger={ledger} /></details>}
      <div class="d-opts"><p class="d-label" aria-hidden="true">{t('delivery')}</p><Segmented name="d-delivery" legend={t('delivery')} value={d.delivery} onChange={(delivery) => put({ delivery })} choices={DELIVERIES.map((v) => ({ value: v, label: t(`delivery_${v}`) }))} /></div>
      {procedure.value?.beyond_boundary && agencies.value.length > 0 && <label class="d-opts">{t('decidedBy')} <select value={d.agency ?? ''} onChange={(e) => put({ agency: e.currentTarget.value })}><option value="">{me.value?.centre.name}</option>{agencies.value.map((a) => <option key={a.agency} value={a.agency}>{a.name}</option>)}</select></label>}
      <Slip />
    </section>
  );
}

function DraftSide({ d }: { d: Draft }) {
  const supplement = primaryOfDraft() === 'supplement', why = readOnly.value ?? (d.sent ? t('sentWaits') : null);
  return (
    <>
      <div class="d-scroll">
        {shownForm.value ? <><ActionForm of={NO_DOSSIER} faults={faults.value.filter((f) => f.id.startsWith('d-f-'))} /><Slip /></> : <PromiseOf d={d} />}
      </div>
      {!shownForm.value && (
        <div class="d-commit">
          <Button look="primary" icon={Printer} shortcut="F8" blocked={why} onClick={run}>{busy.value ? t('sending') : supplement ? t('request_supplement') : t('acceptPrint')}</Button>
          <div class="two">
            <Button blocked={why} onClick={() => (supplement ? openForm('refuse') : openForm('request_supplement'))}>{supplement ? t('refuse') : t('request_supplement')}</Button>
            {supplement ? <Button onClick={() => drop()}>{t('dropDraft')}</Button> : <Button look="danger" blocked={why} onClick={() => openForm('refuse')}>{t('refuse')}</Button>}
          </div>
          {!supplement && <Button look="quiet" onClick={() => { drop(); opened.value = null; }}>{t('dropDraft')}</Button>}
        </div>
      )}
    </>
  );
}

const DANGEROUS: readonly ActionName[] = ['refuse', 'stop', 'request_withdrawal', 'reopen'];

function CaseDue({ d }: { d: Dossier }) {
  const { data } = useLedger(d);
  const at = d.legal_due_at ?? d.promised_at;
  return (
    <section class="d-due" aria-labelledby="d-due-title">
      <h2 id="d-due-title">{d.ended_at ? t('dueWas') : t('due')}</h2>
      <b class="d-when">{at ? dueText(at) : d.accepted_at ? t('noLimit') : t('notAcceptedYet')}</b>
      {d.pending === 'paused' && <p>{t('duePaused')}</p>}
      {d.promised_at && d.legal_due_at && d.promised_at !== d.legal_due_at && <p>{t('duePromised', { at: dueText(d.promised_at) })}</p>}
      {data && <Strip ledger={data} />}
      {d.apology && <p class="d-note warn"><Icon of={TriangleAlert} />{t('reappointed', { at: dueText(d.apology.new_time) })}</p>}
      {d.extension && <p>{t('extended')}</p>}
      {d.warnings.map((w) => <p key={w.code} class="d-note warn"><Icon of={TriangleAlert} />{w.message}</p>)}
    </section>
  );
}

function CaseSide({ d }: { d: Dossier }) {
  const first = primaryAction.value, mine = shownForm.value !== null;
  return (
    <>
      <div class="d-scroll">{mine ? <ActionForm of={d} faults={caseFaults.value} /> : <CaseDue d={d} />}</div>
      {!mine && (
        <div class="d-commit">
          {first && <Button look={primary.value ? 'primary' : 'strong'} shortcut="F8" blocked={readOnly.value} onClick={() => start(first)}>{t(first)}</Button>}
          <div class="two">
            {othersOf(d).map((a) => <Button key={a} {...(DANGEROUS.includes(a) ? { look: 'danger' as const } : {})} blocked={readOnly.value} onClick={() => start(a)}>{t(a)}</Button>)}
            {d.print_jobs.length > 0 && <Button icon={Printer} shortcut="P" onClick={() => void reprintLast()}>{t('reprint')}</Button>}
          </div>
          {d.actions.length === 0 && <p class="d-note">{t('nothingToDo')}</p>}
        </div>
      )}
    </>
  );
}

/** The promise, the paper, and the button that keeps it; or the form of an action. */
export function DuePane() {
  const d = draft.value, there = dossier.value;
  if (opened.value === 'new' && d) return <aside class="d-side" aria-label={t('side')}><DraftSide d={d} /></aside>;
  if (there && there.id === opened.value) return <aside class="d-side" aria-label={t('side')}><CaseSide d={there} /></aside>;
  return <aside class="d-side" aria-label={t('side')}><p class="d-hint">{t('sideEmpty')}</p></aside>;
}
