/** "Từ máy quét": what the scanner sent; each is taken into a paper of the open dossier, or discarded. */
import { useEffect, useState } from 'preact/hooks';
import { Download, FileInput, Trash2 } from 'lucide-static';
import { date, hourMinute } from '../../core/format';
import { Button } from '../../ui/Button';
import { focus } from '../../ui/desk/Desk';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { assign, discard, discarding, folder, inbox, take, taking, type InboxScan } from './arrived';
import { dossier, mayAttach, nameOf, RESULT, scans } from './store';
import { t } from './texts';

/** The papers of the open dossier: one of them is chosen. */
function Papers({ scan }: { scan: InboxScan }) {
  const d = dossier.value!, first = `take-${scan.id}`;
  const numbers = [...d.documents.map((_, i) => i + 1), ...(d.decision || scans.value.some((s) => s.paper === RESULT) ? [RESULT] : [])];
  useEffect(() => focus(first), []);
  return (
    <ul class="ask" aria-label={t('takeFor', { file: scan.name })}>
      {numbers.map((n, i) => <li key={n}><button class="btn" type="button" {...(i === 0 ? { id: first } : {})} onClick={() => void assign(n)}><kbd class="kbd" aria-hidden="true">{n === RESULT ? 'k' : n}</kbd> {nameOf(n)}</button></li>)}
      <li><Button look="quiet" onClick={() => (taking.value = null)}>{t('back')}</Button></li>
    </ul>
  );
}

function Discard({ scan }: { scan: InboxScan }) {
  const [reason, setReason] = useState('');
  useEffect(() => focus('discard-reason'), []);
  return (
    <form class="ask" aria-label={t('discardOf', { file: scan.name })} onSubmit={(e) => { e.preventDefault(); void discard(scan, reason.trim()); }} noValidate>
      <Field id="discard-reason" label={t('discardReason')} maxLength={250} value={reason} onInput={setReason} />
      <p class="acts-row"><Button look="danger" type="submit">{t('discardYes')}</Button> <Button onClick={() => (discarding.value = null)}>{t('back')}</Button></p>
    </form>
  );
}

function Waiting({ scan }: { scan: InboxScan }) {
  const name = <span class="vh"> {scan.name}</span>;
  const at = `${hourMinute(scan.arrived_at)} ${date(scan.arrived_at)}`;
  return (
    <li>
      <span><b>{scan.name}</b> <small>{scan.refused ? t('refusedAt', { why: t(scan.refused), at }) : t('waits', { kb: Math.max(1, Math.round(scan.bytes / 1000)), at })}</small></span>
      <span class="acts-row">
        {!scan.refused && <a class="btn" href={`/api/v1/scanner-inbox/${scan.id}/file`} download><Icon of={Download} />{t('download')}{name}</a>}
        {mayAttach() && !scan.refused && dossier.value && <Button icon={FileInput} onClick={() => take(scan)}>{t('take')}{name}</Button>}
        {mayAttach() && <Button icon={Trash2} onClick={() => { taking.value = null; discarding.value = scan.id; }}>{scan.refused ? t('seen') : t('discard')}{name}</Button>}
      </span>
      {taking.value === scan.id && dossier.value && <Papers key={dossier.value.id} scan={scan} />}
      {discarding.value === scan.id && <Discard scan={scan} />}
    </li>
  );
}

export function Inbox() {
  const state = folder.value;
  if (state === null) return null;
  return (
    <section aria-labelledby="inbox">
      <header><h2 id="inbox">{t('inbox')}</h2><p>{state === 'off' ? t('inboxOff') : t('inboxHint')}</p></header>
      {state === 'unreachable' && <p class="fine" role="status">{t('inboxUnreachable')}</p>}
      {inbox.value.length > 0 ? <ul class="kept inbox">{inbox.value.map((s) => <Waiting key={s.id} scan={s} />)}</ul> : state !== 'off' && <p class="fine">{t('inboxEmpty')}</p>}
    </section>
  );
}
