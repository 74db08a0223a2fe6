/**
 * An intake before it is received: what is typed, as it is typed. Plain data, so that it can be kept
 * in the browser's store and be there again after a crash. toRequest() makes of it what the API takes.
 */
import type { Schemas } from '../../../core/api';
import { uuid } from '../../../core/uuid';
import { FEE_LINE } from './texts';

export type Create = Schemas['DossierCreate'];
export type Procedure = Schemas['Procedure'];
export type Kind = Schemas['ApplicantIn']['kind'];
export type Method = Schemas['Settlement']['method'];
export type Exception = Schemas['ScanException']['exception'];
type IdentityDocument = Schemas['IdentityDocument'];

/** Đủ, Thiếu, Không cần; null: not looked at yet. */
export type PaperState = 'ok' | 'missing' | 'na' | null;
export type Paper = {
  row: number | null; name: string; form: Schemas['DocumentForm']; required: boolean; state: PaperState;
  originals: string; copies: string; note: string; scan: string; exception: Exception | '';
};
export type Person = {
  kind: Kind; full_name: string; personal_id: string; tax_code: string; birth_date: string; sex: 'male' | 'female' | '';
  address: string; phone: string; email: string; identity_document: IdentityDocument | '';
};
export type Helper = { full_name: string; personal_id: string; phone: string; address: string; authorisation: string };
/** before: paid now; after: when the result is returned; exempt: why nothing is due. */
export type Fee = { how: 'before' | 'after' | 'exempt' | ''; amount: string; method: Method | ''; reference: string; exemption: string };

export type Draft = {
  id: string;
  procedure: string;
  applicant: Person;
  /** When the card was scanned; odd: its text is to be read again by a person. */
  scannedAt: number | null;
  odd: boolean;
  helper: Helper | null;
  papers: Paper[];
  fee: Fee;
  channel: Create['channel'];
  external_code: string;
  delivery: Create['result_delivery'];
  /** Another agency that decides; '': this centre. */
  agency?: string;
  content: string;
  ticket: string | null;
  acting_reason: string;
  savedAt: number;
  /** Sent while the server was away: it is in the outbox, and not to be sent again. */
  sent: boolean;
};

export const nobody = (): Person => ({ kind: 'citizen', full_name: '', personal_id: '', tax_code: '', birth_date: '', sex: '', address: '', phone: '', email: '', identity_document: '' });
export const noHelper = (): Helper => ({ full_name: '', personal_id: '', phone: '', address: '', authorisation: '' });
const noFee = (): Fee => ({ how: '', amount: '', method: '', reference: '', exemption: '' });

export const blank = (ticket: string | null, now: number): Draft => ({
  id: uuid(), procedure: '', applicant: nobody(), scannedAt: null, odd: false, helper: null, papers: [], fee: noFee(), channel: 'counter',
  external_code: '', delivery: 'counter', content: '', ticket, acting_reason: '', savedAt: now, sent: false,
});

/** Nothing in it that would be missed. */
export const isEmpty = (d: Draft): boolean => !d.procedure && !d.applicant.full_name && !d.applicant.personal_id;

function paperOf(p: Schemas['ProcedureDocument']): Paper {
  const kept = p.form === 'form' || p.form === 'original', data = p.form === 'data';
  return {
    row: p.row, name: p.name, form: p.form, required: p.required, state: data ? 'ok' : p.required ? null : 'na',
    originals: kept ? '1' : '0', copies: p.form === 'copy' ? '1' : '0', note: '', scan: '', exception: '',
  };
}

/** The procedure's papers and fee, in a draft that keeps everything else. */
export function withProcedure(d: Draft, p: Procedure): Draft {
  const amount = p.fee.amount ?? 0;
  return { ...d, procedure: p.procedure, papers: p.documents.map(paperOf), fee: { ...noFee(), amount: p.fee.kind === 'free' || !amount ? '' : String(amount) } };
}

/** 15/08/1990, 15081990, 15.8.1990 or 1990 as the API writes it; anything else as it is, for the server to refuse. */
export function isoDate(typed: string): string {
  const text = typed.trim();
  if (/^\d{4}$/.test(text)) return text;
  const m = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  return m ? `${m[3]}-${m[2]!.padStart(2, '0')}-${m[1]!.padStart(2, '0')}` : text;
}
/** 1990-08-15 as people read it. */
export const shownDate = (iso: string): string => iso.split('-').reverse().join('/');

const number = (typed: string): number => (/^\d{1,12}$/.test(typed.replace(/[\s.]/g, '')) ? Number(typed.replace(/[\s.]/g, '')) : 0);
export const word = (text: string | undefined): string => (text ?? '').trim();
export const orNull = (text: string | undefined): string | null => word(text) || null;

function document(p: Paper): Schemas['DocumentIn'] {
  return {
    row: p.row, name: p.name, form: p.form, originals: number(p.originals), copies: number(p.copies), note: orNull(p.note),
    scan: p.exception ? { exception: p.exception } : p.scan.trim() ? { file: p.scan.trim() } : null,
  };
}

function fees(f: Fee): Schemas['FeeIn'][] {
  const amount = number(f.amount);
  if (!amount && f.how !== 'exempt') return [];
  return [{
    line: FEE_LINE, amount, mode: f.how === 'after' ? 'after' : 'before',
    settled: f.how === 'before' && f.method ? { method: f.method, reference: orNull(f.reference) } : null,
    exemption: f.how === 'exempt' ? orNull(f.exemption) : null,
  }];
}

/** What the API takes. `name` stands for a name that is not there yet, so that a due date can be asked for early. */
export function toRequest(d: Draft, intake: Create['intake'], name = ''): Create {
  const a = d.applicant, h = d.helper;
  return {
    procedure: d.procedure,
    applicant: {
      kind: a.kind, full_name: a.full_name.trim() || name, personal_id: orNull(a.personal_id), tax_code: orNull(a.tax_code),
      birth_date: a.birth_date.trim() ? isoDate(a.birth_date) : null, sex: a.sex || null, address: orNull(a.address),
      phone: orNull(a.phone), email: orNull(a.email), identity_document: a.identity_document || null,
    },
    ...(h ? { representative: { full_name: h.full_name.trim(), personal_id: h.personal_id.trim(), phone: orNull(h.phone), address: orNull(h.address), authorisation: h.authorisation.trim() } } : {}),
    documents: d.papers.filter((p) => p.state === 'ok').map(document),
    fees: fees(d.fee), channel: d.channel, external_code: orNull(d.external_code), ticket: d.ticket, result_delivery: d.delivery, competent_agency: d.agency || null,
    content: orNull(d.content), intake,
    ...(d.acting_reason.trim() ? { acting_reason: d.acting_reason.trim() } : {}),
  };
}

export const missing = (d: Draft): Paper[] => d.papers.filter((p) => p.state === 'missing');

/** A name as cards write it; anything else is to be looked at by a person: question marks, digits, a single word. */
export const isOddName = (name: string): boolean => !/^[\p{L}\p{M}'’. -]+$/u.test(name.normalize('NFC')) || name.trim().split(/\s+/).length < 2;
