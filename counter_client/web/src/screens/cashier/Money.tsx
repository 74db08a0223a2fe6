/** The fees of the open dossier: what was paid, what is owed with its VietQR code, what is to be given back. */
import { useState } from 'preact/hooks';
import { Undo2 } from 'lucide-static';
import { api, type Schemas } from '../../core/api';
import { money } from '../../core/format';
import { qrMaker } from '../../core/qr-later';
import { Button } from '../../ui/Button';
import { say } from '../../ui/desk/acts';
import { Field } from '../../ui/Field';
import { Segmented } from '../../ui/Segmented';
import { Tag } from '../../ui/Tag';
import { dossier, form, mayTake, once, owed, qr, type Fee } from './store';
import { t } from './texts';

const TONES = { due: 'warn', settled: 'ok', exempt: 'info', refund_due: 'bad', refunded: 'ok' } as const;

function Refund({ fee, position }: { fee: Fee; position: number }) {
  const [method, setMethod] = useState<Schemas['RefundPay']['method']>(fee.settled?.method === 'transfer' ? 'transfer' : 'cash'), [reference, setReference] = useState('');
  const id = dossier.value!.id, words = { amount: money(fee.amount), line: fee.line };
  const pay = async (e: SubmitEvent) => {
    e.preventDefault();
    const body = { fee: position, method, ...(method === 'transfer' ? { reference } : {}) };
    const done = await once(`refund ${id} ${JSON.stringify(body)}`, (header) => api.POST('/dossiers/{dossier}/refunds', { params: { path: { dossier: id }, header }, body }));
    if (!done) return;
    form.value = null;
    say(t('saidRefund', words));
  };
  return (
    <form class="ask" aria-label={t('refundOf', words)} onSubmit={(e) => void pay(e)} noValidate>
      <h3>{t('refundOf', words)}</h3>
      <Segmented name="refund" legend={t('refundHow')} value={method} onChange={setMethod} choices={[{ value: 'cash', label: t('cash') }, { value: 'transfer', label: t('transfer') }]} />
      {method === 'transfer' && <Field id="reference" label={t('reference')} maxLength={100} value={reference} onInput={setReference} />}
      <p class="acts-row"><Button look="primary" type="submit">{t('refundYes')}</Button> <Button onClick={() => (form.value = null)}>{t('back')}</Button></p>
    </form>
  );
}

function Line({ fee, position }: { fee: Fee; position: number }) {
  const asked = form.value, open = asked?.what === 'refund' && asked.fee === position;
  const how = fee.refunded ?? fee.settled;
  return (
    <>
      <tr>
        <th scope="row">{fee.line}{fee.exemption && <small>{fee.exemption}</small>}</th>
        <td class="r num">{money(fee.amount)}</td>
        <td>{how ? t(how.method) : '–'}{how?.reference && <small>{how.reference}</small>}</td>
        <td><Tag tone={TONES[fee.state]}>{t(fee.state)}</Tag></td>
        <td>{fee.state === 'refund_due' && mayTake() && !open && <Button icon={Undo2} onClick={() => (form.value = { what: 'refund', fee: position })}>{t('refund')}<span class="vh"> {fee.line}</span></Button>}</td>
      </tr>
      {open && <tr><td colSpan={5}><Refund fee={fee} position={position} /></td></tr>}
    </>
  );
}

/** The code a phone pays by, large enough to be read across the counter. */
function Code() {
  const code = qr.value, make = qrMaker.value;
  if (!code) return null;
  const drawn = make?.(code.text), words = { amount: money(code.amount), purpose: code.purpose };
  return (
    <figure class="pay" id="vietqr" tabIndex={-1} aria-label={t('qrOf', words)}>
      {drawn && <svg aria-hidden="true" viewBox={`-4 -4 ${drawn.size + 8} ${drawn.size + 8}`}><rect x="-4" y="-4" width="100%" height="100%" fill="#fff" /><path d={drawn.path} fill="#000" /></svg>}
      <figcaption><b>{t('showQr')}</b><span class="big num">{money(code.amount)}</span><span>{t('qrTo', { account: code.account })}</span>{code.holder && <span>{code.holder}</span>}<span>{t('qrPurpose', words)}</span></figcaption>
    </figure>
  );
}

export function Money() {
  const d = dossier.value!;
  return (
    <section aria-labelledby="fees">
      <header><h2 id="fees">{t('feesHead')}</h2>{owed.value > 0 && <p>{t('owed', { amount: money(owed.value) })}</p>}</header>
      {d.fees.length === 0 ? <p class="fine">{t('noFees')}</p> : (
        <div class="scroll" role="group" aria-labelledby="fees" tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('line')}</th><th scope="col" class="r">{t('amount')}</th><th scope="col">{t('how')}</th><th scope="col">{t('state')}</th><th scope="col"><span class="vh">{t('refund')}</span></th></tr></thead>
            <tbody>{d.fees.map((fee, i) => <Line key={i} fee={fee} position={i + 1} />)}</tbody>
          </table>
        </div>
      )}
      {owed.value > 0 && <p class="fine">{t('dueHint')}</p>}
      <Code />
    </section>
  );
}
