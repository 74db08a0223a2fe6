import { FilePlus } from 'lucide-static';
import { hourMinute } from '../../../core/format';
import { Button } from '../../../ui/Button';
import { Tag } from '../../../ui/Tag';
import { opened, view } from '../store';
import { begin, drafts, mayReceive, procedureOf, takeUp } from './desk';
import { waiting } from './worklist';
import { isEmpty } from './draft';
import { CasePane } from './CasePane';
import { IntakePane } from './IntakePane';
import { t } from './texts';

function Nothing() {
  const kept = drafts.value.filter((d) => !isEmpty(d));
  return (
    <div class="d-empty">
      <h1>{t('nothingTitle')}</h1>
      <p>{t(mayReceive.value ? 'nothingText' : 'nothingTextUnit')}</p>
      {mayReceive.value
        ? <Button look="strong" icon={FilePlus} shortcut="N" onClick={() => void begin()}>{t('newDossier')}</Button>
        : <Button look="strong" onClick={() => (view.value = 'mine')}>{t('whose_waiting', { n: waiting.value })}</Button>}
      {kept.length > 0 && (
        <section aria-labelledby="d-drafts">
          <h2 id="d-drafts">{t('drafts')}</h2>
          <ul class="d-drafts">{kept.map((d) => (
            <li key={d.id}><button type="button" onClick={() => void takeUp(d.id)}>
              <b>{d.applicant.full_name || t('nameless')}</b><span>{procedureOf(d)?.name ?? t('noProcedureYet')}</span>
              {d.sent ? <Tag tone="warn">{t('sentShort')}</Tag> : <small>{t('savedAt', { at: hourMinute(d.savedAt) })}</small>}
            </button></li>
          ))}</ul>
        </section>
      )}
    </div>
  );
}

/** The middle of the counter screen: what lies open. */
export function DossierPane() {
  return (
    <div class="d-main">
      {opened.value === 'new' ? <IntakePane /> : opened.value === null ? <Nothing /> : <CasePane />}
    </div>
  );
}
