/** The money of one dossier, and the till beside it. */
import { useEffect } from 'preact/hooks';
import type { Keys } from '../../core/keys';
import { say, said } from '../../ui/desk/acts';
import { Desk, focus, leave } from '../../ui/desk/Desk';
import { DossierFind } from '../../ui/desk/DossierFind';
import { FIND_ID } from '../../ui/SearchBox';
import { t as desk } from '../../ui/desk/texts';
import { Money } from './Money';
import { Receipts, whyNoReceipt } from './Receipts';
import { begin, dossier, form, mayRead, mayTake, open, qr } from './store';
import { t } from './texts';
import { COUNTED_ID, Till } from './Till';

const keys = (): Keys => ({
  '/': () => focus(FIND_ID),
  b: () => { const why = mayTake() ? whyNoReceipt() : t('noRight'); if (why) say(why, true); else form.value = { what: 'issue' }; },
  q: () => { if (qr.value) focus('vietqr'); else say(t(dossier.value ? 'nothingOwed' : 'noneOpen'), true); },
  c: () => { if (document.getElementById(COUNTED_ID)) focus(COUNTED_ID); else say(t(mayTake() ? 'nothing' : 'noTill'), true); },
  Escape: () => { form.value = null; said.value = null; leave(); },
});

/** A form that has just been opened is where the hands are. */
function useFormFocus() {
  const asked = form.value;
  useEffect(() => { if (asked) document.querySelector<HTMLElement>('.ask input')?.focus(); }, [asked]);
}

function Head() {
  const d = dossier.value;
  if (!d) return <header class="head"><h1>{t('screen')}</h1><p>{t('choose')}</p></header>;
  return (
    <header class="head">
      <h1>{d.code ?? d.external_code ?? desk('noCode')}</h1>
      <p><b>{d.applicant.full_name}</b> · {d.procedure_name}</p>
    </header>
  );
}

export function Cashier() {
  useFormFocus();
  return (
    <Desk title={t('screen')} noRight={t('noRight')} may={mayRead} begin={begin} keys={keys} search={<DossierFind open={(id) => void open(id)} />}
      shown={[['/', t('keySearch')], ['q', t('keyQr')], ['b', t('keyIssue')], ['c', t('keyClose')]]}>
      <div class="two">
        <div><Head />{dossier.value && <><Money /><Receipts /></>}</div>
        <Till />
      </div>
    </Desk>
  );
}
