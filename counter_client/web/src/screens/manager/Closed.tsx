/**
 * Closing the figures of a period that has ended, and the closed ones as they stand (form II.06a).
 * Shown for periods with a name only: a free one belongs to no chain.
 */
import { useEffect, useState } from 'preact/hooks';
import { signal } from '@preact/signals';
import { LockKeyhole } from 'lucide-static';
import { api, isAway, keyed, saying, type Problem, type Schemas } from '../../core/api';
import { count, date, hourMinute } from '../../core/format';
import { hasRole } from '../../core/session';
import { Button } from '../../ui/Button';
import { periodName, type Named } from './period';
import { onTime, period } from './store';
import { t } from './texts';

type Report = Schemas['ClosedReport'];
type Row = Schemas['ClosedRow'];
const COLUMNS = {
  received_total: 'c3', received_online: 'c4', received_other: 'c5', carried_over: 'c6', resolved_total: 'c7', early: 'c8', on_time: 'c9', late: 'c10', open_total: 'c11', in_time: 'c12', overdue: 'c13',
} as const;
const columns = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

/** What is known of one period: its closed report, or that it has none. Null before anything is known. */
const closed = signal<{ kind: string; from: string; report: Report | null } | null>(null);

async function load(kind: Named, from: string): Promise<void> {
  try {
    const { data, response } = await api.GET('/reports/closed/{kind}/{from}', { params: { path: { kind, from } } });
    closed.value = data || response.status === 404 ? { kind, from, report: data ?? null } : null;
  } catch (error) {
    if (!isAway(error)) throw error;
  }
}

function Figures({ report }: { report: Report }) {
  const row = (r: Row) => (
    <tr key={r.field ?? ''}><th scope="row">{r.field ?? t('total')}</th>{columns.map((c) => <td class="r" key={c}>{count(r[c])}</td>)}</tr>
  );
  return (
    <div class="scroll" role="group" aria-labelledby="closed" tabIndex={0}>
      <table class="rates">
        <thead><tr><th scope="col">{t('byField')}</th>{columns.map((c, i) => <th scope="col" class="r" key={c}>({i + 3})<small>{t(COLUMNS[c])}</small></th>)}</tr></thead>
        <tbody>{report.figures!.rows.map(row)}</tbody>
        <tfoot>{row(report.figures!.total)}</tfoot>
      </table>
    </div>
  );
}

function Closing({ kind, year, index, from }: { kind: Named; year: number; index: number; from: string }) {
  const [asked, setAsked] = useState(false), [fault, setFault] = useState('');
  const close = async () => {
    setFault('');
    try {
      const { data, error } = await api.POST('/reports/closed', { params: { header: keyed() }, body: { period: `${kind}:${year}-${index}` } });
      if (data) closed.value = { kind, from, report: data };
      else setFault(saying(error as Problem));
    } catch (error) {
      if (!isAway(error)) throw error;
      setFault(t('away'));
    }
    setAsked(false);
  };
  if (!hasRole('GD_TT', 'TO_HOP_BC')) return <p class="fine">{t('closedNot')}</p>;
  return (
    <>
      {fault && <p class="bad" role="alert">{fault}</p>}
      {asked ? (
        <p class="said">{t('closeAsk')} <Button look="strong" icon={LockKeyhole} onClick={() => void close()}>{t('closeYes')}</Button> <Button onClick={() => setAsked(false)}>{t('closeNo')}</Button></p>
      ) : <p class="said"><Button icon={LockKeyhole} onClick={() => setAsked(true)}>{t('closePeriod')}</Button></p>}
    </>
  );
}

export function Closed() {
  const p = period.value, report = onTime.value.data!, from = report.from, kind = 'year' in p ? p.kind : null;
  const may = hasRole('LANH_DAO', 'GD_TT', 'TO_HOP_BC', 'KIEM_TRA') && report.complete && kind !== null;
  useEffect(() => { if (may) void load(kind, from); }, [may, kind, from, report.as_of]);
  const known = closed.value;
  if (!may || !('year' in p) || !known || known.kind !== kind || known.from !== from) return null;
  const found = known.report;
  return (
    <div class="g b one">
      <section aria-labelledby="closed">
        <header><h2 id="closed">{t('closedHead')}</h2><p>{periodName(p)}</p></header>
        {found ? (
          <>
            <p class="said">{t('closedSay', { n: found.version, at: `${hourMinute(found.closed_at)}, ${date(found.closed_at)}`, who: found.closed_by, seq: count(found.log.seq) })}{found.dossiers.length ? ` ${t('closedChanged', { n: found.dossiers.length })}` : ''}</p>
            <Figures report={found} />
          </>
        ) : <Closing kind={p.kind} year={p.year} index={p.index} from={from} />}
      </section>
    </div>
  );
}
