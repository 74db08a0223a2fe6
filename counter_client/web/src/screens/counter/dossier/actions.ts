/**
 * What each action on a dossier asks of the person: the fields of its form and the body made of them.
 * Which actions there are for him now is told by the server (`actions`), never decided here.
 */
import { signal } from '@preact/signals';
import type { Schemas } from '../../../core/api';
import { money } from '../../../core/format';
import { me } from '../store';
import { isoDate, orNull, word } from './draft';
import { procedureOf } from './desk';
import { furtherSpecs } from './further';
import { t } from './texts';

export type Dossier = Schemas['Dossier'];
export type ActionName = Schemas['DossierAction'];
export type Values = Record<string, string>;
type Option = { value: string; label: string };
export type FieldSpec = {
  name: string; label: string; kind: 'text' | 'area' | 'lines' | 'select' | 'check'; hint?: string; options?: readonly Option[];
  /** A heading before it. */
  group?: string;
};
export type Spec = {
  /** What the button of the form says; the act itself. */
  label: string;
  fields: (d: Dossier) => readonly FieldSpec[];
  first?: (d: Dossier) => Values;
  body: (v: Values, d: Dossier) => Record<string, unknown> | undefined;
  /** Asked once more before it is done. */
  asks?: { title: string; text: string };
};

const lines = (text: string | undefined): string[] => (text ?? '').split('\n').map((l) => l.trim()).filter(Boolean);
export const units = signal<readonly Schemas['Unit'][]>([]);
/** That may decide a dossier in place of this centre. */
export const agencies = signal<readonly Schemas['Agency'][]>([]);

/** The director stands in for another role: he says why. */
const ACTING: readonly string[] = ['accept', 'begin', 'request_supplement', 'suspend', 'forward', 'step_result', 'resubmit', 'resume', 'refuse', 'return_result', 'request_withdrawal', 'stop'];
export const standsIn = (): boolean => !!me.value?.roles.includes('GD_TT') && !me.value.roles.includes('TIEP_NHAN');

/** What a decision is made of, whoever makes it. */
export const decisionFields = (): FieldSpec[] => [
  { name: 'outcome', label: t('outcome'), kind: 'select', options: (['approved', 'rejected', 'returned'] as const).map((value) => ({ value, label: t(`outcome_${value}`) })) },
  { name: 'title', label: t('resultTitle'), kind: 'text' }, { name: 'number', label: t('resultNumber'), kind: 'text', hint: t('numberLater') }, { name: 'file', label: t('resultFile'), kind: 'text' },
];
export const firstDecision = (d: Dossier): Values => ({ outcome: 'approved', title: procedureOf(d)?.result || d.procedure_name });
export const decisionOf = (v: Values) => ({ outcome: v['outcome'] || 'approved', title: word(v['title']), number: orNull(v['number']), file: orNull(v['file']) });
const reason = (label = t('reason'), hint?: string): FieldSpec => ({ name: 'reason', label, kind: 'area', ...(hint ? { hint } : {}) });
const refundField = (d: Dossier): FieldSpec[] => (d.fees.some((f) => f.state === 'settled') ? [{ name: 'refund', label: t('refund'), kind: 'check' }] : []);
const REFUSALS = ['out_of_scope', 'incomplete', 'not_eligible', 'already_settled', 'suspected_forgery', 'other'] as const;
const EXCEPTIONS = ['oversize', 'bound', 'object', 'secret'] as const;
const METHODS = ['cash', 'transfer', 'card', 'national_portal', 'province_gateway'] as const;
const options = (words: readonly string[], none?: string): Option[] => [
  ...(none === undefined ? [] : [{ value: '', label: none }]), ...words.map((w) => ({ value: w, label: t(w as Parameters<typeof t>[0]) })),
];
export const exceptionOptions = (): Option[] => options(EXCEPTIONS, t('scanHere'));
export const methodOptions = (none?: string): Option[] => options(METHODS, none);

/* ---- the papers of a hand-over need scans, or the reason why there is none -------------------- */

const unscanned = (d: Dossier) => d.documents.map((x, i) => ({ ...x, at: i + 1 })).filter((x) => x.scan === null && x.form !== 'data' && x.form !== 'present');
function scanFields(d: Dossier): FieldSpec[] {
  return unscanned(d).flatMap((x) => [
    { name: `scan-${x.at}`, label: t('scanOf', { n: x.at, name: x.name }), kind: 'text' as const, hint: t('scanFile'), ...(x === unscanned(d)[0] ? { group: t('scansNeeded') } : {}) },
    { name: `why-${x.at}`, label: t('scanException', { n: x.at }), kind: 'select' as const, options: exceptionOptions() },
  ]);
}
const scans = (v: Values, d: Dossier) => unscanned(d).flatMap((x) => {
  const file = orNull(v[`scan-${x.at}`]), why = orNull(v[`why-${x.at}`]);
  return file || why ? [{ document: x.at, scan: why ? { exception: why } : { file } }] : [];
});

/* ---- what was asked for and has come ----------------------------------------------------------- */

const suppliedFields = (d: Dossier): FieldSpec[] => [
  ...(d.supplement?.items ?? []).map((item, i): FieldSpec => ({ name: `got-${i}`, label: item, kind: 'check', ...(i === 0 ? { group: t('suppliedNow') } : {}) })),
  { name: 'note', label: t('suppliedNote'), kind: 'area' },
];
const supplied = (v: Values, d: Dossier) => ({
  documents: (d.supplement?.items ?? []).flatMap((name, i) => (v[`got-${i}`] ? [{ row: null, name, form: 'original', originals: 1, copies: 0 }] : [])),
  note: orNull(v['note']),
});

/* ---- who collects -------------------------------------------------------------------------------- */

const receiverFields = (d: Dossier): FieldSpec[] => [
  { name: 'kind', label: t('collector'), kind: 'select', options: [
    { value: 'applicant', label: t('collectorApplicant', { name: d.applicant.full_name }) },
    ...(d.representative ? [{ value: 'representative', label: t('collectorHelper', { name: d.representative.full_name }) }] : []),
    { value: 'other', label: t('collectorOther') },
  ] },
  { name: 'full_name', label: t('full_name'), kind: 'text', group: t('collectorOther') },
  { name: 'personal_id', label: t('personal_id'), kind: 'text' },
  { name: 'authorisation', label: t('authorisation'), kind: 'text' },
];
const owed = (d: Dossier) => d.fees.filter((f) => f.state === 'due');
const feeFields = (d: Dossier): FieldSpec[] => owed(d).flatMap((f, i) => [
  { name: `fee-${i}`, label: t('feeNow', { line: f.line, amount: money(f.amount) }), kind: 'select' as const, options: methodOptions(t('feeNotPaid')) },
  { name: `ref-${i}`, label: t('feeReference'), kind: 'text' as const },
]);

function settled(v: Values, d: Dossier) {
  const fees = owed(d).flatMap((f, i) => (v[`fee-${i}`] ? [{ line: f.line, settled: { method: v[`fee-${i}`], reference: orNull(v[`ref-${i}`]) } }] : []));
  return fees.length ? { fees } : {};
}

function receiver(v: Values) {
  const kind = v['kind'] || 'applicant';
  return kind === 'other' ? { kind, full_name: orNull(v['full_name']), personal_id: orNull(v['personal_id']), authorisation: orNull(v['authorisation']) } : { kind };
}

/** The specs are made anew for each look at them: their words follow the language. */
export function specOf(action: string): Spec | null {
  const none = { fields: () => [], body: () => undefined };
  const specs: Record<string, () => Spec> = {
    ...furtherSpecs,
    accept: () => ({ label: t('accept'), ...none }),
    begin: () => ({ label: t('begin'), ...none }),
    confirm: () => ({ label: t('confirm'), ...none }),
    recall: () => ({ label: t('recall'), ...none }),
    request_supplement: () => ({
      label: t('request_supplement'),
      fields: () => [
        { name: 'items', label: t('supplementItems'), kind: 'lines', hint: t('oneALine') }, reason(),
        { name: 'until', label: t('supplementUntil'), kind: 'text', hint: t('supplementUntilHint') },
        ...(me.value?.roles.includes('LANH_DAO') ? [{ name: 'override_reason', label: t('overrideReason'), kind: 'area' as const }] : []),
      ],
      body: (v) => ({ items: lines(v['items']), reason: word(v['reason']), supplement_by: v['until']?.trim() ? isoDate(v['until']) : null, ...(orNull(v['override_reason']) ? { override_reason: v['override_reason'] } : {}) }),
    }),
    resubmit: () => ({ label: t('resubmit'), fields: suppliedFields, body: supplied }),
    resume: () => ({ label: t('resume'), fields: (d) => (d.state === 'awaiting_supplement' ? suppliedFields(d) : feeFields(d)), body: (v, d) => (d.state === 'awaiting_supplement' ? supplied(v, d) : settled(v, d)) }),
    refuse: () => ({
      label: t('refuse'), fields: (d) => [{ name: 'reason_code', label: t('refuseKind'), kind: 'select', options: options(REFUSALS) }, reason(t('refuseWords'), t('refuseHint')), ...refundField(d)],
      first: () => ({ reason_code: 'out_of_scope' }), body: (v) => ({ reason_code: v['reason_code'] || 'out_of_scope', reason: word(v['reason']), refund: !!v['refund'] }),
      asks: { title: t('refuseAsk'), text: t('refuseAskText') },
    }),
    hand_over: () => ({
      label: t('hand_over'),
      fields: (d) => [
        { name: 'unit', label: t('toUnit'), kind: 'select', options: units.value.map((u) => ({ value: u.unit, label: u.name })) },
        { name: 'account', label: t('toAccount'), kind: 'text', hint: t('toAccountHint') }, { name: 'note', label: t('note'), kind: 'text' }, ...scanFields(d),
      ],
      first: (d) => ({ unit: procedureOf(d)?.unit ?? '' }),
      body: (v, d) => ({ ...(v['account']?.trim() ? { account: v['account'].trim() } : { unit: v['unit'] }), note: orNull(v['note']), ...(scans(v, d).length ? { scans: scans(v, d) } : {}) }),
    }),
    decline: () => ({ label: t('decline'), fields: () => [reason(t('declineReason'))], body: (v) => ({ reason: word(v['reason']) }) }),
    sign: () => ({
      label: t('sign'),
      fields: decisionFields, first: firstDecision, body: decisionOf,
    }),
    issue_result: () => ({ label: t('issue_result'), fields: () => [{ name: 'number', label: t('resultNumber'), kind: 'text', hint: t('numberHint') }], first: (d) => ({ number: d.decision?.number ?? '' }), body: (v) => ({ number: word(v['number']) }) }),
    return_result: () => ({
      label: t('return_result'), fields: (d) => [...receiverFields(d), ...feeFields(d)], first: () => ({ kind: 'applicant' }),
      body: (v, d) => {
        return { receiver: receiver(v), ...settled(v, d) };
      },
    }),
    request_withdrawal: () => ({ label: t('request_withdrawal'), fields: () => [reason(t('withdrawReason'))], first: () => ({ reason: t('withdrawDefault') }), body: (v) => ({ reason: word(v['reason']) }), asks: { title: t('withdrawAsk'), text: t('withdrawAskText') } }),
    deny_withdrawal: () => ({ label: t('deny_withdrawal'), fields: () => [reason()], body: (v) => ({ reason: word(v['reason']) }) }),
    stop: () => ({
      label: t('stop'), fields: (d) => [reason(), ...refundField(d)],
      body: (v) => ({ reason: word(v['reason']), refund: !!v['refund'] }), asks: { title: t('stopAsk'), text: t('stopAskText') },
    }),
  };
  const made = specs[action]?.();
  if (!made || !standsIn() || !ACTING.includes(action)) return made ?? null;
  return {
    ...made, fields: (d) => [...made.fields(d), { name: 'acting_reason', label: t('acting_reason'), kind: 'area' }],
    body: (v, d) => ({ ...made.body(v, d), ...(orNull(v['acting_reason']) ? { acting_reason: v['acting_reason'] } : {}) }),
  };
}

/** The one that is primary now (R3): what somebody waits for, before what may be done as well. */
const ORDER: readonly ActionName[] = ['confirm', 'accept', 'resubmit', 'resume', 'return_result', 'issue_result', 'sign', 'begin', 'hand_over'];
export function primaryOf(d: Dossier): ActionName | null {
  return ORDER.find((a) => d.actions.includes(a) && !(a === 'sign' && d.decision)) ?? null;
}
export const othersOf = (d: Dossier): ActionName[] => d.actions.filter((a) => a !== primaryOf(d));
