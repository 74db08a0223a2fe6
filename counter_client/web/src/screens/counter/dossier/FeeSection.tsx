import { Field } from '../../../ui/Field';
import { Segmented } from '../../../ui/Segmented';
import { methodOptions, standsIn } from './actions';
import { draft, procedure, put } from './desk';
import type { Draft, Fee, Method } from './draft';
import { faultOf } from './intake';
import { Select } from './Select';
import { t } from './texts';

const CHANNELS = ['counter', 'online', 'post'] as const;

function Fees({ fee }: { fee: Fee }) {
  const set = (patch: Partial<Fee>) => put((d) => ({ ...d, fee: { ...fee, ...patch } }));
  const fault = faultOf('d-fee-how');
  return (
    <>
      <Field id="d-fee-amount" label={t('feeAmount')} inputMode="numeric" value={fee.amount} error={faultOf('d-fee-amount')} onInput={(amount) => set({ amount })} />
      <div class="two" id="d-fee-how" tabIndex={-1} onFocus={(e) => { if (e.target === e.currentTarget) e.currentTarget.querySelector('input')?.focus(); }}>
        <p class="d-label" aria-hidden="true">{t('feeHow')}</p>
        {fault && <p class="fault">{fault}</p>}
        <Segmented name="d-fee" legend={t('feeHow')} value={fee.how || null} onChange={(how) => set({ how, method: how === 'before' ? fee.method || 'cash' : fee.method })}
          choices={[{ value: 'before', label: t('feeBefore') }, { value: 'after', label: t('feeAfter') }, { value: 'exempt', label: t('feeExempt') }]} />
      </div>
      {fee.how === 'before' && <Select id="d-fee-method" label={t('feeMethod')} value={fee.method} options={methodOptions()} onChange={(v) => set({ method: v as Method })} />}
      {fee.how === 'before' && <Field id="d-fee-reference" label={t('feeReference')} value={fee.reference} onInput={(reference) => set({ reference })} />}
      {fee.how === 'exempt' && <div class="two"><Field id="d-fee-exemption" label={t('feeExemption')} value={fee.exemption} onInput={(exemption) => set({ exemption })} /></div>}
    </>
  );
}

/** Fee, channel, and what the applicant asks for in his own words. */
export function FeeSection() {
  const d: Draft = draft.value!, p = procedure.value;
  const priced = p !== null && p.fee.kind !== 'free';
  return (
    <section class="d-sec" aria-labelledby="d-more-title">
      <header><h2 id="d-more-title">{priced ? t('feeAndChannel') : t('channelTitle')}</h2>{priced && <small class="d-note">{p.fee.text}</small>}</header>
      <div class="d-fields">
        {priced && <Fees fee={d.fee} />}
        <Select id="d-channel" label={t('channel')} value={d.channel} options={CHANNELS.map((c) => ({ value: c, label: t(`channel_${c}`) }))} onChange={(v) => put({ channel: v as Draft['channel'] })} />
        {d.channel !== 'counter' && <Field id="d-external_code" label={t('external_code')} value={d.external_code} error={faultOf('d-external_code')} onInput={(external_code) => put({ external_code })} />}
        <div class="two"><Field id="d-content" label={t('content')} value={d.content} error={faultOf('d-content')} hint={t('contentHint')} onInput={(content) => put({ content })} /></div>
        {standsIn() && <div class="two"><Field id="d-acting_reason" label={t('acting_reason')} value={d.acting_reason} error={faultOf('d-acting_reason')} onInput={(acting_reason) => put({ acting_reason })} /></div>}
      </div>
    </section>
  );
}
