/** The till of who is signed in: what was taken and given back since the last closing, and closing it. */
import { useState } from 'preact/hooks';
import { LockKeyhole } from 'lucide-static';
import { api } from '../../core/api';
import { date, hourMinute, money } from '../../core/format';
import { Button } from '../../ui/Button';
import { say } from '../../ui/desk/acts';
import { t as desk } from '../../ui/desk/texts';
import { Field } from '../../ui/Field';
import { closings, mayTake, once, till } from './store';
import { t } from './texts';

const METHODS = ['cash', 'transfer', 'card', 'national_portal', 'province_gateway'] as const;
export const COUNTED_ID = 'counted';
/** An amount as people write it: 32.000 or 32000. */
const read = (text: string): number | null => { const digits = text.replace(/[.,\s]|đ$/g, ''); return /^\d{1,12}$/.test(digits) ? Number(digits) : null; };

function Close({ expected }: { expected: number }) {
  const [counted, setCounted] = useState(''), [reason, setReason] = useState(''), [fault, setFault] = useState('');
  const amount = read(counted), difference = amount === null ? null : amount - expected;
  const close = async (e: SubmitEvent) => {
    e.preventDefault();
    setFault(amount === null ? t('digits') : '');
    if (amount === null) return void document.getElementById(COUNTED_ID)?.focus();
    const body = { counted: amount, ...(reason.trim() ? { reason: reason.trim() } : {}) };
    const closing = await once(`close ${JSON.stringify(body)}`, (header) => api.POST('/cash-closings', { params: { header }, body }));
    if (!closing) return;
    setCounted('');
    setReason('');
    say(t('saidClosed', { difference: money(closing.difference) }));
  };
  return (
    <form aria-label={t('closeTill')} onSubmit={(e) => void close(e)} noValidate>
      <Field id={COUNTED_ID} label={t('counted')} inputMode="numeric" value={counted} onInput={setCounted} {...(fault ? { error: fault } : {})} />
      {difference !== null && <p class={difference ? 'differs' : 'fine'} role="status">{t('difference')}: <b class="num">{money(difference)}</b></p>}
      {difference !== null && difference !== 0 && <Field id="difference-reason" label={t('differenceReason')} maxLength={250} value={reason} onInput={setReason} />}
      <Button look="strong" icon={LockKeyhole} shortcut="c" type="submit">{t('closeTill')}</Button>
    </form>
  );
}

export function Till() {
  const now = till.value;
  if (!now) return <section aria-busy="true"><p class="fine">{desk('loading')}</p></section>;
  const expected = now.amounts.cash - now.refunded.cash, empty = now.fees === 0 && now.refunds === 0;
  return (
    <section aria-labelledby="till">
      <header><h2 id="till">{t('tillHead')}</h2>{!empty && <p>{t('tillOf', { n: now.fees, m: now.refunds })}</p>}</header>
      {empty ? <p class="fine">{t('nothing')}</p> : (
        <>
          <div class="scroll" role="group" aria-labelledby="till" tabIndex={0}><table class="till">
            <thead><tr><th scope="col">{t('how')}</th><th scope="col" class="r">{t('taken')}</th><th scope="col" class="r">{t('given')}</th></tr></thead>
            <tbody>{METHODS.map((m) => <tr key={m}><th scope="row">{t(m)}</th><td class="r num">{money(now.amounts[m])}</td><td class="r num">{m === 'cash' || m === 'transfer' ? money(now.refunded[m]) : '–'}</td></tr>)}</tbody>
            <tfoot><tr><th scope="row">{t('inDrawer')}</th><td class="r num" colSpan={2}>{money(expected)}</td></tr></tfoot>
          </table></div>
          {now.online > 0 && <p class="fine">{t('online', { amount: money(now.online) })}</p>}
          {mayTake() && <Close expected={expected} />}
        </>
      )}
      {closings.value.length > 0 && (
        <>
          <h3>{t('closings')}</h3>
          <div class="scroll" role="group" aria-label={t('closings')} tabIndex={0}>
            <table>
              <thead><tr><th scope="col">{t('closedAt')}</th><th scope="col">{t('who')}</th><th scope="col" class="r">{t('cash')}</th><th scope="col" class="r">{t('difference')}</th></tr></thead>
              <tbody>{closings.value.map((c) => <tr key={c.id}><td>{hourMinute(c.closed_at)} {date(c.closed_at)}</td><td>{c.account}{c.reason && <small>{c.reason}</small>}</td><td class="r num">{money(c.counted)}</td><td class="r num">{money(c.difference)}</td></tr>)}</tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
