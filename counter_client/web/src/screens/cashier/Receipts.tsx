/** Receipts of the open dossier: issued for what was paid, voided by two people. */
import { useState } from 'preact/hooks';
import { ReceiptText } from 'lucide-static';
import { api } from '../../core/api';
import { date, hourMinute, money } from '../../core/format';
import { Button } from '../../ui/Button';
import { say } from '../../ui/desk/acts';
import { Field } from '../../ui/Field';
import { Tag } from '../../ui/Tag';
import { dossier, form, mayDecide, mayTake, once, receiptable, receipts, type Receipt } from './store';
import { t } from './texts';

const numberOf = (r: Receipt) => `${r.series} ${r.number}`;

function Issue() {
  const d = dossier.value!, [payer, setPayer] = useState(d.applicant.full_name);
  const issue = async (e: SubmitEvent) => {
    e.preventDefault();
    const body = payer.trim() ? { payer: payer.trim() } : {};
    const receipt = await once(`receipt ${d.id} ${JSON.stringify(body)}`, (header) => api.POST('/dossiers/{dossier}/receipts', { params: { path: { dossier: d.id }, header }, body }));
    if (!receipt) return;
    form.value = null;
    say(t('saidReceipt', { number: numberOf(receipt) }));
  };
  return (
    <form class="ask" aria-label={t('issue')} onSubmit={(e) => void issue(e)} noValidate>
      <ul>{receiptable.value.map((f) => <li key={f.line}>{f.line} <b class="num">{money(f.amount)}</b></li>)}</ul>
      <Field id="payer" label={t('payer')} maxLength={200} value={payer} onInput={setPayer} />
      <p class="acts-row"><Button look="primary" type="submit">{t('issueYes')}</Button> <Button onClick={() => (form.value = null)}>{t('back')}</Button></p>
    </form>
  );
}

function AskVoid({ receipt }: { receipt: Receipt }) {
  const [reason, setReason] = useState(''), number = numberOf(receipt);
  const send = async (e: SubmitEvent) => {
    e.preventDefault();
    const body = { reason: reason.trim() };
    const done = await once(`void ${receipt.id} ${body.reason}`, (header) => api.POST('/receipts/{receipt}/ask-void', { params: { path: { receipt: receipt.id }, header }, body }));
    if (!done) return;
    form.value = null;
    say(t('saidVoidAsked', { number }));
  };
  return (
    <form class="ask" aria-label={t('askVoidOf', { number })} onSubmit={(e) => void send(e)} noValidate>
      <Field id="reason" label={t('reason')} maxLength={250} value={reason} onInput={setReason} />
      <p class="acts-row"><Button look="danger" type="submit">{t('askVoidYes')}</Button> <Button onClick={() => (form.value = null)}>{t('back')}</Button></p>
    </form>
  );
}

async function decide(receipt: Receipt, verb: 'void' | 'keep'): Promise<void> {
  const done = await once(`${verb} ${receipt.id}`, (header) => (verb === 'void'
    ? api.POST('/receipts/{receipt}/void', { params: { path: { receipt: receipt.id }, header } })
    : api.POST('/receipts/{receipt}/keep', { params: { path: { receipt: receipt.id }, header } })));
  if (done) say(t(verb === 'void' ? 'saidVoided' : 'saidKept', { number: numberOf(receipt) }));
}

function State({ receipt }: { receipt: Receipt }) {
  const reason = receipt.reason ?? '';
  if (receipt.state === 'issued') return <Tag tone="ok">{t('issuedState')}</Tag>;
  return <Tag tone={receipt.state === 'voided' ? 'bad' : 'warn'}>{t(receipt.state === 'voided' ? 'voidedState' : 'voidAskedState', { reason })}</Tag>;
}

function Row({ receipt: r }: { receipt: Receipt }) {
  const asked = form.value, open = asked?.what === 'void' && asked.receipt.id === r.id;
  return (
    <>
      <tr>
        <th scope="row" class="num">{numberOf(r)}</th>
        <td class="r num">{money(r.total)}</td>
        <td>{hourMinute(r.issued_at)} {date(r.issued_at)}<small>{r.issued_by}</small></td>
        <td><State receipt={r} /></td>
        <td><div class="acts-row">
          <a href={`/api/v1/print-jobs/${r.print_job}/document`} target="_blank">{t('page')}<span class="vh"> {numberOf(r)}</span></a>
          {r.state === 'issued' && mayTake() && !open && <Button onClick={() => (form.value = { what: 'void', receipt: r })}>{t('askVoid')}<span class="vh"> {numberOf(r)}</span></Button>}
          {r.state === 'void_asked' && mayDecide(r) && <><Button look="danger" onClick={() => void decide(r, 'void')}>{t('confirmVoid')}</Button><Button onClick={() => void decide(r, 'keep')}>{t('keep')}</Button></>}
        </div></td>
      </tr>
      {open && <tr><td colSpan={5}><AskVoid receipt={r} /></td></tr>}
    </>
  );
}

/** Why none can be issued now; null when one can. */
export const whyNoReceipt = (): string | null => (!dossier.value ? t('noneOpen') : receiptable.value.length ? null : t('nothingToIssue'));

export function Receipts() {
  const why = whyNoReceipt();
  return (
    <section aria-labelledby="receipts">
      <header><h2 id="receipts">{t('receiptsHead')}</h2>{mayTake() && form.value?.what !== 'issue' && <Button look="primary" icon={ReceiptText} shortcut="b" blocked={why} onClick={() => (form.value = { what: 'issue' })}>{t('issue')}</Button>}</header>
      {form.value?.what === 'issue' && <Issue />}
      {receipts.value.length === 0 ? <p class="fine">{t('noReceipts')}</p> : (
        <div class="scroll" role="group" aria-labelledby="receipts" tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('number')}</th><th scope="col" class="r">{t('amount')}</th><th scope="col">{t('issued')}</th><th scope="col">{t('state')}</th><th scope="col"><span class="vh">{t('page')}</span></th></tr></thead>
            <tbody>{receipts.value.map((r) => <Row key={r.id} receipt={r} />)}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}
