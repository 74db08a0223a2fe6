/** One dossier as a manager reads it: where it stands, how its due date arose, what has happened. */
import { useEffect, useState } from 'preact/hooks';
import { ArrowLeft, Printer, TriangleAlert } from 'lucide-static';
import { api, type Schemas } from '../../core/api';
import { now } from '../../core/clock';
import { date, dueText, hourMinute, isoDay } from '../../core/format';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Tag } from '../../ui/Tag';
import { Missing } from './Overview';
import { toOverview } from './router';
import { ask, changes, type Loaded } from './store';
import { t, words } from './texts';

type Dossier = Schemas['Dossier'];
type Whole = { dossier: Dossier; unit: string; ledger: Schemas['Ledger'] | null; history: Schemas['HistoryEntry'][]; next: string | null };
const at = (x: string | null): string => (x ? `${date(x)} ${hourMinute(x)}` : '–');
const TONES = { in_time: 'ok', near_due: 'warn', overdue: 'bad', paused: 'info' } as const;
const isDueToday = (d: Dossier): boolean => (d.pending === 'in_time' || d.pending === 'near_due') && !!d.legal_due_at && isoDay(d.legal_due_at) === isoDay(now());
const VERDICTS = { early: 'ok', on_time: 'ok', late: 'bad' } as const;

async function fetchWhole(id: string): Promise<{ data?: Whole; error?: unknown }> {
  const path = { params: { path: { dossier: id } } };
  const [dossier, ledger, history, units] = await Promise.all([api.GET('/dossiers/{dossier}', path), api.GET('/dossiers/{dossier}/ledger', path), api.GET('/dossiers/{dossier}/history', { params: { ...path.params, query: { limit: 200 } } }), api.GET('/units', { params: { query: { limit: 500 } } })]);
  if (!dossier.data) return { error: dossier.error };
  const code = dossier.data.unit, unit = units.data?.items.find((u) => u.unit === code)?.name ?? code ?? '–';
  return { data: { dossier: dossier.data, unit, ledger: ledger.data ?? null, history: history.data?.items ?? [], next: history.data?.next ?? null } };
}

function Ledger({ ledger }: { ledger: Schemas['Ledger'] }) {
  const amount = (n: number) => (ledger.counts === 'days' ? t('daysN', { n }) : t('hoursN', { n: Math.round(n / 36) / 100 }));
  return (
    <section aria-labelledby="ledger">
      <header><h2 id="ledger">{t('ledgerHead')}</h2><p>{ledger.calendar.title}</p></header>
      <p class="said">{t('ledgerSay', { limit: amount(ledger.amount), from: at(ledger.effective_receipt), n: ledger.due_at ? dueText(ledger.due_at) : words.t('paused') })}</p>
      {ledger.unconfirmed && <p class="said"><Tag tone="warn" icon={TriangleAlert}>{t('unconfirmed')}</Tag></p>}
      <div class="scroll" role="group" aria-labelledby="ledger" tabIndex={0}>
        <table class="figures">
          <caption class="vh">{t('ledgerHead')}</caption>
          <thead><tr><th scope="col">{t('stretch')}</th><th scope="col">{t('reason')}</th><th scope="col" class="r">{t('counted')}</th><th scope="col" class="r">{t('sumUp')}</th></tr></thead>
          <tbody>
            {ledger.stretches.map((s) => (
              <tr key={s.from + s.reason}><td class="when">{at(s.from)} – {s.to ? at(s.to) : t('ongoing')}</td><td>{words.t(s.reason)}{s.name ? `: ${s.name}` : ''}</td><td class="r">{s.counted ? amount(s.counted) : '–'}</td><td class="r">{amount(s.total)}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Facts({ d, unit }: { d: Dossier; unit: string }) {
  const facts: [string, string][] = [
    [t('procedure'), d.procedure_name], [t('field'), d.field], [t('applicant'), d.applicant.full_name ?? '–'], [t('channel'), words.t(d.channel)],
    [t('accepted'), at(d.accepted_at)], [t('promised'), at(d.promised_at)], [t('legalDue'), at(d.legal_due_at)], [t('resultAt'), at(d.ended_at)],
    [t('unit'), unit], [t('officer'), d.officer?.name ?? t('nobody')], [t('signedBy'), d.decision?.signed_by ? `${d.decision.signed_by.name}, ${at(d.decision.signed_at)}` : '–'],
  ];
  return <dl class="facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}

export function DossierPage({ id }: { id: string }) {
  const [whole, setWhole] = useState<Loaded<Whole>>({ data: null, fault: null });
  const load = () => { const target = { get value() { return whole; }, set value(v: Loaded<Whole>) { setWhole(v); } }; return ask(target, () => fetchWhole(id)); };
  useEffect(() => { void load(); }, [changes.value]);
  useEffect(() => { document.getElementById('dossier-head')?.focus(); }, [!whole.data]);
  const back = <a class="btn" href={toOverview()} onClick={(e) => { if (history.length > 1) { e.preventDefault(); history.back(); } }}><Icon of={ArrowLeft} />{t('back')}</a>;
  if (!whole.data) return <><div class="bar">{back}</div><Missing of={whole} again={() => void load()} heading={id} /></>;
  const { dossier: d, unit, ledger, history: events } = whole.data;
  return (
    <article class="dossier">
      <div class="bar">{back}<span class="push" /><Button icon={Printer} onClick={() => print()}>{t('printPage')}</Button></div>
      <h1 id="dossier-head" tabIndex={-1}>{d.code ?? d.external_code ?? d.id} <Tag>{words.t(d.state)}</Tag> {d.pending && (isDueToday(d) ? <Tag tone="warn">{t('today')}</Tag> : <Tag tone={TONES[d.pending]}>{words.t(d.pending)}</Tag>)} {d.verdict && <Tag tone={VERDICTS[d.verdict]}>{words.t(d.verdict)}</Tag>}</h1>
      <Facts d={d} unit={unit} />
      {ledger && <Ledger ledger={ledger} />}
      <section aria-labelledby="history">
        <header><h2 id="history">{t('historyHead')}</h2></header>
        <ol class="events">{events.map((e) => <li key={e.seq}><time class="when" dateTime={e.at}>{at(e.at)}</time><span>{e.text}</span><small>{e.actor_name ?? e.actor ?? ''}</small></li>)}</ol>
      </section>
    </article>
  );
}
