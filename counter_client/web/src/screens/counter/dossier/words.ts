/** A procedure's and a dossier's facts in words. */
import { language } from '../../../core/i18n';
import { money } from '../../../core/format';
import type { Schemas } from '../../../core/api';
import type { Procedure } from './draft';
import { units } from './actions';
import { t } from './texts';

const LIMIT = /^(WORKING_DAYS|CALENDAR_DAYS|WORKING_HOURS|MONTHS|YEARS) (.+)$/;

/** The time limit; in Vietnamese as the catalogue has it. */
export function limitText(p: Procedure): string {
  if (language.value !== 'en') return p.limit_text;
  const m = LIMIT.exec(p.limit);
  if (m) return t(`limit_${m[1]}` as Parameters<typeof t>[0], { n: m[2]! });
  return p.limit === 'SAME_DAY' ? t('limit_SAME_DAY') : p.limit === 'NONE' ? t('noLimit') : p.limit;
}
/** In a few words; the whole rule stands with the fee's fields. */
export const feeText = (p: Procedure): string => (p.fee.kind === 'free' ? t('free') : p.fee.amount ? money(p.fee.amount) : t('feeByRule'));
/** 0912 345 678, as people say it. */
export const phoneText = (phone: string): string => phone.replace(/^\+84/, '0').replace(/^(\d{4})(\d{3})(\d{3,4})$/, '$1 $2 $3');
export const unitName = (code: string | null): string => units.value.find((u) => u.unit === code)?.name ?? code ?? '';
export const stateTone = (state: Schemas['DossierState']): 'ok' | 'warn' | 'bad' | 'info' =>
  state === 'result_ready' || state === 'returned' ? 'ok' : state === 'refused' || state === 'stopped' ? 'bad'
    : state.startsWith('awaiting') || state === 'supplement_before' || state === 'suspended' || state === 'withdrawal_requested' ? 'warn' : 'info';
export const pendingTone = { overdue: 'bad', near_due: 'warn', in_time: 'ok', paused: 'info' } as const;
