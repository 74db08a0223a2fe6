/** The actions of a dossier's further life: another officer, pauses, an apology, the extension, opened again. */
import { isoDate, orNull, word } from './draft';
import { decisionFields, decisionOf, firstDecision, type FieldSpec, type Spec } from './actions';
import { t } from './texts';

const BASES = ['court', 'authority_opinion', 'dispute', 'inspection', 'force_majeure', 'other_law'] as const;
const CORRECTED = ['full_name', 'personal_id', 'tax_code', 'birth_date', 'address', 'phone', 'email', 'content'] as const;
const because = (label: string): FieldSpec => ({ name: 'reason', label, kind: 'area' });

/** "20/03/2026" is the end of that day's work; "20/03/2026 09:30" is that minute. */
function instantOf(typed: string | undefined): string {
  const [day = '', time = '17:00'] = word(typed).split(/\s+/);
  return `${isoDate(day)}T${time.padStart(5, '0')}:00+07:00`;
}
/** Whole đồng, as people write them: 1.250.000. */
const dong = (typed: string | undefined): number => Number(word(typed).replace(/[.\s]/g, '').replace(/\D.*$/, '') || '0');

export const furtherSpecs: Record<string, () => Spec> = {
  reassign: () => ({
    label: t('reassign'), fields: () => [{ name: 'account', label: t('reassignTo'), kind: 'text', hint: t('reassignHint') }, because(t('reason'))],
    body: (v) => ({ account: word(v['account']), reason: word(v['reason']) }),
  }),
  request_payment: () => ({
    label: t('request_payment'),
    fields: () => [
      { name: 'line', label: t('owedLine'), kind: 'text' }, { name: 'amount', label: t('owedAmount'), kind: 'text' },
      { name: 'notice', label: t('owedNotice'), kind: 'text', hint: t('scanFile') },
    ],
    body: (v) => ({ line: word(v['line']), amount: dong(v['amount']), notice: orNull(v['notice']) }),
  }),
  suspend: () => ({
    label: t('suspend'),
    fields: () => [{ name: 'basis', label: t('basis'), kind: 'select', options: BASES.map((b) => ({ value: b, label: t(`basis_${b}`) })) }, because(t('basisWords'))],
    first: () => ({ basis: 'court' }), body: (v) => ({ basis: v['basis'] || 'court', reason: orNull(v['reason']) }),
  }),
  apologise: () => ({
    label: t('apologise'), fields: () => [{ name: 'new_time', label: t('newTime'), kind: 'text', hint: t('newTimeHint') }, because(t('apologyReason'))],
    body: (v) => ({ new_time: instantOf(v['new_time']), reason: word(v['reason']) }),
  }),
  extend: () => ({
    label: t('extend'), fields: () => [because(t('reason'))], body: (v) => ({ reason: orNull(v['reason']) }),
    asks: { title: t('extendAsk'), text: t('extendAskText') },
  }),
  forward: () => ({
    label: t('forward'),
    fields: (d) => [
      ...d.agency_plan.map((p, i): FieldSpec => ({ name: `row-${p.row}`, label: `${p.agency}: ${p.task}`, kind: 'check', ...(i === 0 ? { group: t('forwardTo') } : {}) })),
      { name: 'note', label: t('note'), kind: 'text' },
    ],
    body: (v, d) => ({ steps: d.agency_plan.filter((p) => v[`row-${p.row}`]).map((p) => ({ row: p.row })), note: orNull(v['note']) }),
  }),
  step_result: () => ({
    label: t('step_result'),
    fields: (d) => [
      { name: 'step', label: t('stepOf'), kind: 'select', options: d.agency_steps.filter((s) => !s.ended_at).map((s) => ({ value: String(s.step), label: `${s.agency}: ${s.task}` })) },
      { name: 'note', label: t('stepNote'), kind: 'area' }, ...(d.decided_elsewhere ? decisionFields() : []),
    ],
    first: (d) => ({ ...firstDecision(d), step: String(d.agency_steps.find((s) => !s.ended_at)?.step ?? '') }),
    body: (v, d) => ({ step: Number(v['step']), note: orNull(v['note']), ...(d.decided_elsewhere ? { decision: decisionOf(v) } : {}) }),
  }),
  ask_correction: () => ({
    label: t('ask_correction'),
    fields: () => [
      { name: 'field', label: t('correctedField'), kind: 'select', options: CORRECTED.map((f) => ({ value: f, label: t(f) })) },
      { name: 'value', label: t('correctedTo'), kind: 'text' }, because(t('reason')),
    ],
    first: (d) => ({ field: 'full_name', value: d.applicant.full_name }),
    body: (v) => ({ field: v['field'] || 'full_name', value: word(v['value']), reason: word(v['reason']) }),
  }),
  correct: () => ({
    label: t('correct'),
    fields: (d) => [
      { name: 'correction', label: t('correction'), kind: 'select', options: d.corrections.filter((c) => !c.approved_by).map((c) => ({ value: String(c.correction), label: t('correctionOf', { old: c.old_value || '–', now: c.new_value, who: c.asked_by.name }) })) },
      because(t('approvalReason')),
    ],
    first: (d) => ({ correction: String(d.corrections.find((c) => !c.approved_by)?.correction ?? '') }),
    body: (v) => ({ correction: Number(v['correction']), reason: word(v['reason']) }),
  }),
  reopen: () => ({
    label: t('reopen'), fields: () => [because(t('reopenReason'))], body: (v) => ({ reason: word(v['reason']) }),
    asks: { title: t('reopenAsk'), text: t('reopenAskText') },
  }),
};
