/** The papers of a dossier: a file, or a phone's picture, for each. */
import { useEffect, useState } from 'preact/hooks';
import { Download, FileUp, Recycle, Trash2 } from 'lucide-static';
import { date, hourMinute } from '../../core/format';
import type { Keys } from '../../core/keys';
import { Button } from '../../ui/Button';
import { said, say } from '../../ui/desk/acts';
import { Desk, focus, leave } from '../../ui/desk/Desk';
import { DossierFind } from '../../ui/desk/DossierFind';
import { FIND_ID } from '../../ui/SearchBox';
import { t as desk } from '../../ui/desk/texts';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Inbox } from './Inbox';
import { assign, discarding, refreshInbox, taking, takeNext } from './arrived';
import { attach, begin, choosing, dossier, held, mayAttach, mayRead, nameOf, open, remove, removing, RESULT, reuse, scans, type Scan } from './store';
import { t } from './texts';

const fileId = (paper: number) => `file-${paper}`;
const choose = (paper: number) => {
  if (!dossier.value) return say(t('noneOpen'), true);
  const input = document.getElementById(fileId(paper));
  if (input) input.click();
  else say(t('noPaper', { n: paper }), true);
};
/** A file for the paper, or the scan from the scanner that is being taken in. */
const paper = (number: number) => (taking.value ? void assign(number) : choose(number));
const keys = (): Keys => ({
  '/': () => focus(FIND_ID),
  ...Object.fromEntries([...'123456789'].map((digit) => [digit, () => paper(Number(digit))])),
  k: () => paper(RESULT),
  ...(mayAttach() ? { m: takeNext } : {}),
  Escape: () => { removing.value = choosing.value = taking.value = discarding.value = null; said.value = null; leave(); },
});

function Remove({ scan }: { scan: Scan }) {
  const [reason, setReason] = useState('');
  useEffect(() => focus('reason'), []);
  return (
    <form class="ask" aria-label={t('removeOf', { name: scan.name ?? scan.id })} onSubmit={(e) => { e.preventDefault(); void remove(scan, reason.trim()); }} noValidate>
      <Field id="reason" label={t('reason')} maxLength={250} value={reason} onInput={setReason} />
      <p class="acts-row"><Button look="danger" type="submit">{t('removeYes')}</Button> <Button onClick={() => (removing.value = null)}>{t('back')}</Button></p>
    </form>
  );
}

const codeOf = (id: string) => held.value.find((h) => h.dossier === id)?.dossier_code ?? id;

/** What is held of the applicant: one of them is chosen for the paper. */
function Choose({ paper }: { paper: number }) {
  const name = nameOf(paper), first = `held-${paper}`;
  useEffect(() => focus(first), []);
  return (
    <ul class="ask" aria-label={t('reuseFor', { name })}>
      {held.value.map((h, i) => {
        const what = h.result ? t('resultOf', { paper: h.paper ?? h.procedure_name }) : h.paper ?? h.procedure_name;
        return <li key={h.scan}><button class="btn" type="button" {...(i === 0 ? { id: first } : {})} onClick={() => void reuse(paper, h)}>{t('reuseOf', { paper: what, code: h.dossier_code ?? h.dossier, at: date(h.added_at) })}</button></li>;
      })}
      <li><Button look="quiet" onClick={() => (choosing.value = null)}>{t('back')}</Button></li>
    </ul>
  );
}

function Kept({ scan }: { scan: Scan }) {
  const name = scan.name ?? scan.id, words = t('pages', { kb: Math.max(1, Math.round(scan.bytes / 1000)), who: scan.added_by, at: `${hourMinute(scan.added_at)} ${date(scan.added_at)}` });
  if (scan.removed_at) return <li class="gone"><s>{name}</s> <small>{t('removed', { reason: scan.reason ?? '' })}</small></li>;
  return (
    <li>
      <span><b>{name}</b> <small>{words}{scan.reused_from && `, ${t('from', { code: codeOf(scan.reused_from.dossier) })}`}</small></span>
      <span class="acts-row">
        <a class="btn" href={`/api/v1/dossiers/${dossier.value!.id}/scans/${scan.id}/file`} download><Icon of={Download} />{t('download')}<span class="vh"> {name}</span></a>
        {mayAttach() && <Button icon={Trash2} onClick={() => (removing.value = scan.id)}>{t('remove')}<span class="vh"> {name}</span></Button>}
      </span>
      {removing.value === scan.id && <Remove scan={scan} />}
    </li>
  );
}

function Paper({ paper, exception }: { paper: number; exception?: 'oversize' | 'bound' | 'object' | 'secret' | undefined }) {
  const name = nameOf(paper), kept = scans.value.filter((s) => s.paper === paper);
  const chosen = (e: Event) => {
    const input = e.currentTarget as HTMLInputElement, file = input.files?.[0];
    if (file) void attach(paper, file);
    input.value = '';
  };
  return (
    <li class="paper">
      <div class="what"><span class="k" aria-hidden="true">{paper === RESULT ? 'k' : paper}</span><h3>{name}</h3>
        {mayAttach() && paper !== RESULT && held.value.length > 0 && choosing.value !== paper && <Button icon={Recycle} onClick={() => (choosing.value = paper)}>{t('reuse')}<span class="vh"> {name}</span></Button>}
        {mayAttach() && <label class="btn" for={fileId(paper)}><Icon of={FileUp} />{t('attach')}<span class="vh"> {name}</span><input class="vh" id={fileId(paper)} type="file" accept="application/pdf,image/jpeg,image/png" aria-label={t('attachTo', { name })} onChange={chosen} /></label>}</div>
      {choosing.value === paper && <Choose paper={paper} />}
      {exception && <p class="fine">{t('exception', { why: t(exception) })}</p>}
      {kept.length > 0 ? <ul class="kept">{kept.map((s) => <Kept key={s.id} scan={s} />)}</ul> : !exception && <p class="fine">{t('none')}</p>}
    </li>
  );
}

export function ScanDesk() {
  const d = dossier.value;
  const withResult = d && (d.decision || scans.value.some((s) => s.paper === RESULT));
  return (
    <Desk title={t('screen')} noRight={t('noRight')} may={mayRead} begin={() => begin(refreshInbox)} keys={keys} search={<DossierFind open={(id) => void open(id)} />}
      shown={[['/', t('keySearch')], ['1…9', t('keyDigit')], ['k', t('keyResult')], ['m', t('keyInbox')]]}>
      {!d ? <header class="head"><h1>{t('screen')}</h1><p>{t('choose')}</p></header> : (
        <>
          <header class="head"><h1>{d.code ?? d.external_code ?? desk('noCode')}</h1><p><b>{d.applicant.full_name}</b> · {d.procedure_name}</p></header>
          <section aria-labelledby="papers">
            <header><h2 id="papers">{t('papers')}</h2><p>{t('hint')}</p></header>
            <ol class="papers">
              {d.documents.map((x, i) => <Paper key={i} paper={i + 1} exception={x.scan && 'exception' in x.scan ? x.scan.exception : undefined} />)}
              {withResult && <Paper paper={RESULT} />}
            </ol>
          </section>
        </>
      )}
      <Inbox />
    </Desk>
  );
}
