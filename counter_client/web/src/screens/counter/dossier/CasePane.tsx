import { Check, Copy, TriangleAlert } from 'lucide-static';
import { date, dueText, hourMinute, money, personalId } from '../../../core/format';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { Segmented } from '../../../ui/Segmented';
import { Tag } from '../../../ui/Tag';
import { t as shell } from '../texts';
import type { Dossier } from './actions';
import { conflict, dossier, load, start, trouble } from './case';
import { received } from './intake';
import { shownDate } from './draft';
import { pageOf, jobs } from './prints';
import { HistoryPart, LedgerPart, PrintsPart } from './CaseParts';
import { part, type Part } from './view';
import { pendingTone, phoneText, stateTone, unitName } from './words';
import { me, opened, readOnly } from '../store';
import { t } from './texts';

/** Who may ask for a correction, in any state: no step of the work, so it stands with what it is about. */
const ASKS = ['TIEP_NHAN', 'THU_LY', 'LD_PHONG', 'LANH_DAO', 'VAN_THU', 'GD_TT'] as const;
const PARTS: readonly Part[] = ['papers', 'ledger', 'history', 'prints'];

function ConflictBanner() {
  const c = conflict.value;
  if (!c) return null;
  return (
    <div class="d-banner warn" role="alert">
      <Icon of={TriangleAlert} />
      <div>
        <h2>{t('conflictTitle', { name: c.by, at: c.at ? hourMinute(c.at) : '' })}</h2>
        <p>{c.before === c.after ? t('conflictSame') : t('conflictState', { before: t(`state_${c.before}` as 'state_accepted'), after: t(`state_${c.after}` as 'state_accepted') })} {t('conflictKept')}</p>
      </div>
    </div>
  );
}

function ReceivedBanner({ d }: { d: Dossier }) {
  if (received.value?.id !== d.id || !d.code) return null;
  const kept = jobs.value.find((j) => j.form === '01' && !j.printer);
  return (
    <div class="d-banner good" role="status">
      <Icon of={Check} />
      <div><h2>{t('receivedTitle', { code: d.code })}</h2><p>{d.promised_at ? t('receivedDue', { due: dueText(d.promised_at) }) : t('noLimit')}{received.value.track_secret && ` · ${t('secretCode', { secret: received.value.track_secret.replace(/(.{3})(?=.)/g, '$1 ') })}`}</p>
        {kept && <p>{t('slipKept')} <a {...pageOf(kept)}>{t('openPdf')}</a></p>}</div>
    </div>
  );
}

function Head({ d }: { d: Dossier }) {
  return (
    <header class="d-proc">
      <h1>{d.procedure_name}</h1>
      <span class="d-tags"><Tag tone={stateTone(d.state)}>{t(`state_${d.state}`)}</Tag>{d.pending && <Tag tone={pendingTone[d.pending]}>{t(`pending_${d.pending}`)}</Tag>}{d.verdict && <Tag tone={d.verdict === 'late' ? 'bad' : 'ok'}>{t(`verdict_${d.verdict}`)}</Tag>}</span>
      <p>
        <span>{t('code')} <b>{d.code ?? d.external_code ?? t('noCode')}</b></span>
        {d.accepted_at && <span>{t('acceptedAt')} <b>{hourMinute(d.accepted_at)} {date(d.accepted_at)}</b></span>}
        <span>{t('responsible')} <b>{d.officer?.name ?? (unitName(d.unit) || '–')}</b></span><span>{t('channel')} <b>{t(`channel_${d.channel}`)}</b></span>
      </p>
      {d.handover && <p class="d-note"><Icon of={Copy} />{t('handoverWaits', { by: d.handover.by.name, to: d.handover.account?.name ?? unitName(d.handover.unit), at: hourMinute(d.handover.at) })}{d.handover.note && ` – ${d.handover.note}`}</p>}
    </header>
  );
}

function Who({ d }: { d: Dossier }) {
  const a = d.applicant;
  const rows: [string, string | null, string?][] = [
    [a.kind === 'citizen' ? t('full_name') : t('organisationName'), a.full_name, 'name'], [a.personal_id ? t('personal_id') : t('tax_code'), a.personal_id ? personalId(a.personal_id) : a.tax_code, 'num'],
    [t('birth_date'), a.birth_date && shownDate(a.birth_date)], [t('phone'), a.phone && phoneText(a.phone), 'num'], [t('address'), a.address, 'wide'],
    ...(d.representative ? [[t('helper'), `${d.representative.full_name} (${d.representative.authorisation})`, 'wide'] as [string, string, string]] : []),
    ...(d.content ? [[t('content'), d.content, 'wide'] as [string, string, string]] : []),
  ];
  return (
    <section class="d-sec" aria-labelledby="d-who">
      <header><h2 id="d-who">{t('applicant')}</h2>{a.identity && <Tag tone="ok" icon={Check}>{t('identityBy', { what: t(`identity_${a.identity.document}`) })}</Tag>}{ASKS.some((role) => me.value?.roles.includes(role)) && <Button look="quiet" blocked={readOnly.value} onClick={() => start('ask_correction')}>{t('ask_correction')}</Button>}</header>
      <dl class="d-person">{rows.filter(([, value]) => value).map(([label, value, look]) => <div key={label} class={look === 'wide' ? 'wide' : ''}><dt>{label}</dt><dd class={look && look !== 'wide' ? look : ''}>{value}</dd></div>)}</dl>
    </section>
  );
}

function PapersPart({ d }: { d: Dossier }) {
  return (
    <>
      {d.supplement && <div class="d-banner warn"><Icon of={TriangleAlert} /><div><h3>{t('askedFor', { name: d.supplement.asked_by.name, at: date(d.supplement.asked_at) })}</h3><ul>{d.supplement.items.map((i) => <li key={i}>{i}</li>)}</ul><p>{d.supplement.reason}{d.supplement.supplement_by && ` · ${t('until', { at: shownDate(d.supplement.supplement_by) })}`}</p></div></div>}
      {d.refusal && <div class="d-banner bad"><Icon of={TriangleAlert} /><div><h3>{t('refusedBy', { name: d.refusal.by.name, at: date(d.refusal.at) })}</h3><p>{d.refusal.reason}</p></div></div>}
      {d.withdrawal && <div class="d-banner warn"><Icon of={TriangleAlert} /><div><h3>{t('withdrawnAt', { at: date(d.withdrawal.at) })}</h3><p>{d.withdrawal.reason}</p></div></div>}
      {d.decision && <div class="d-banner good"><Icon of={Check} /><div><h3>{t('signedBy', { name: d.decision.signed_by?.name ?? d.competent_agency_name, at: date(d.decision.signed_at) })}</h3><p>{d.decision.title}{d.decision.number && ` · ${t('resultNumber')} ${d.decision.number}`}</p></div></div>}
      {d.receiver && <div class="d-banner good"><Icon of={Check} /><div><h3>{t('collectedBy', { name: d.receiver.full_name, at: `${hourMinute(d.receiver.at)} ${date(d.receiver.at)}` })}</h3></div></div>}
      <ol class="d-docs read">{d.documents.map((x, i) => (
        <li key={i}><span class="k" aria-hidden="true">{i + 1}</span><div class="what"><b>{x.name}</b><small>{[t(`form_${x.form}`), x.originals ? t('originals', { n: x.originals }) : '', x.copies ? t('copies', { n: x.copies }) : '', x.note ?? ''].filter(Boolean).join(', ')}</small></div><div class="scan">{x.scan ? ('file' in x.scan ? x.scan.file : t(x.scan.exception)) : t('notScanned')}</div></li>
      ))}</ol>
      {d.documents.length === 0 && <p class="d-hint">{t('noPapersHere')}</p>}
      {d.fees.length > 0 && <ul class="d-fees">{d.fees.map((f) => <li key={f.line}><span>{f.line}</span><b class="num">{money(f.amount)}</b><Tag tone={f.state === 'due' ? 'warn' : 'ok'}>{t(`fee_${f.state}`)}</Tag></li>)}</ul>}
    </>
  );
}

/** A dossier that exists: who, what, and the part that was chosen. */
export function CasePane() {
  const d = dossier.value;
  if (trouble.value) return <div class="d-empty"><p role="alert">{trouble.value}</p><Button onClick={() => { if (opened.value) void load(opened.value); }}>{shell('retry')}</Button></div>;
  if (!d || d.id !== opened.value) return <p class="d-empty" role="status">{t('loading')}</p>;
  return (
    <>
      <ConflictBanner />
      <ReceivedBanner d={d} />
      <Head d={d} />
      <Who d={d} />
      <section class="d-sec d-grow" aria-label={t(`part_${part.value}`)}>
        <div class="d-parts"><Segmented name="d-part" legend={t('parts')} value={part.value} onChange={(p) => (part.value = p)} choices={PARTS.map((p) => ({ value: p, label: t(`part_${p}`) }))} /></div>
        {part.value === 'papers' && <PapersPart d={d} />}
        {part.value === 'ledger' && <LedgerPart d={d} />}
        {part.value === 'history' && <HistoryPart d={d} />}
        {part.value === 'prints' && <PrintsPart />}
      </section>
    </>
  );
}
