import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Button } from '../../../ui/Button';
import { useEffect, useState } from 'preact/hooks';
import { isTyping } from '../../../core/keys';
import { ApplicantSection } from './ApplicantSection';
import { draft, procedure, row } from './desk';
import { FeeSection } from './FeeSection';
import { faults, paperField } from './intake';
import { PaperList } from './PaperList';
import { ProcedurePicker } from './ProcedurePicker';
import { feeText, limitText } from './words';
import { focusSoon } from './view';
import { t } from './texts';

function ProcedureHead() {
  const [changing, setChanging] = useState(false);
  const p = procedure.value;
  if (!p || changing) return <header class="d-proc"><h1 class="vh">{t('newDossier')}</h1><ProcedurePicker onDone={() => setChanging(false)} /></header>;
  return (
    <header class="d-proc">
      <h1>{p.name}</h1>
      <Button onClick={() => { setChanging(true); focusSoon(() => document.getElementById('d-find')); }}>{t('changeProcedure')}</Button>
      <p>
        <span>{t('code')} <b>{p.procedure}</b></span><span>{t('limit')} <b>{limitText(p)}</b></span>
        <span>{t('fee')} <b class="num">{feeText(p)}</b></span><span>{t('channel')} <b>{t(`channel_${draft.value!.channel}`)}</b></span>
      </p>
    </header>
  );
}

/** A dossier that is being received. */
export function IntakePane() {
  const d = draft.value;
  // the first thing to do in a new one is its procedure; after a reload the work goes on in the row where it was
  useEffect(() => {
    const before = document.activeElement, id = row.value !== null ? paperField(row.value) : 'd-find';
    const moved = () => isTyping(before) || ![before, document.body].includes(document.activeElement); // by the person, meanwhile
    focusSoon(() => (moved() ? null : document.getElementById(id)));
  }, [d?.id]);
  if (!d) return null;
  return (
    <>
      {faults.value.length > 0 && <div class="d-summary"><ErrorSummary title={t('cannotReceive')} faults={faults.value} /></div>}
      <ProcedureHead key={d.id} />
      {d.sent && <p class="d-banner warn" role="status">{t('sentWaits')}</p>}
      <ApplicantSection />
      {d.procedure && <PaperList />}
      {d.procedure && <FeeSection />}
    </>
  );
}
