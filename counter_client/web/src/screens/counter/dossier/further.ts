/** The actions of a dossier's further life: another officer, pauses, an apology, the extension, opened again. */
import { isoDate } from './draft';
import type { FieldSpec, Spec } from './actions';
import { t } from './texts';

const BASES = ['court', 'authority_opinion', 'dispute', 'inspection', 'force_majeure', 'other_law'] as const;
const word = (text: string | undefined): string => (text ?? '').trim();
const orNull = (text: string | undefined): string | null => word(text) || null;
const because = (label: string): FieldSpec => ({ name: 'reason', label, kind: 'area' });

/** "20/03/2026" is the end of that day's work; "20/03/2026 09:30" is that minute. */
export function instantOf(typed: string | undefined): string {
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
  reopen: () => ({
    label: t('reopen'), fields: () => [because(t('reopenReason'))], body: (v) => ({ reason: word(v['reason']) }),
    asks: { title: t('reopenAsk'), text: t('reopenAskText') },
  }),
};
