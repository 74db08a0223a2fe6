/** A list of dossiers: of the strip (late, today, a cell) or behind a figure of the rates. Page by page, newest answer kept. */
import { useEffect, useState } from 'preact/hooks';
import { api, isAway, saying, type Problem, type Schemas } from '../../core/api';
import { date, hourMinute } from '../../core/format';
import { Button } from '../../ui/Button';
import { codeOf, DossierRows, type Summary } from './DossierRows';
import { Exports } from './Exports';
import { dayWords } from './OpenStrip';
import { Missing } from './Overview';
import { periodName, periodOf, periodQuery } from './period';
import { COLUMNS, type Column } from './Rates';
import { route, toDossier } from './router';
import { changes, WAYS, type Loaded, type OpenItem } from './store';
import { t, words } from './texts';

type Open = { kind: 'open'; items: OpenItem[]; next: string | null };
type Counted = { kind: 'counted'; items: Summary[]; next: string | null };
type Page = Open | Counted;

const wayOf = (q: URLSearchParams) => WAYS.find((w) => w === q.get('by'));
const columnOf = (q: URLSearchParams): Column | null => { const c = q.get('column'); return c && c in COLUMNS ? (c as Column) : null; };

/** What the address asks for, as the server is asked. */
export function openQuery(q: URLSearchParams) {
  const days = q.get('days'), key = q.get('key'), way = wayOf(q), pending = q.get('pending') as Schemas['Pending'] | null;
  return {
    ...(q.has('today') ? { due_today: 'true' as const } : {}), ...(q.has('late') ? { days_to: -1 } : {}),
    ...(days !== null && /^-?\d+$/.test(days) ? { days_from: Number(days), days_to: Number(days) } : {}),
    ...(key ? { key } : {}), ...(way ? { by: way } : {}), ...(pending ? { pending } : {}),
  };
}

async function fetchPage(q: URLSearchParams, after?: string, limit = 50): Promise<{ data?: Page; error?: unknown }> {
  const column = columnOf(q), p = periodOf(q.get('ky')), way = wayOf(q), key = q.get('key'), more = { limit, ...(after ? { after } : {}) };
  if (column && p && way) {
    const { data, error } = await api.GET('/reports/on-time/dossiers', { params: { query: { ...periodQuery(p), by: way, column, ...(key ? { key } : {}), ...more } } });
    return data ? { data: { kind: 'counted', ...data } } : { error };
  }
  const { data, error } = await api.GET('/reports/open/dossiers', { params: { query: { ...openQuery(q), ...more } } });
  return data ? { data: { kind: 'open', ...data } } : { error };
}

function heading(q: URLSearchParams): string {
  const column = columnOf(q), p = periodOf(q.get('ky')), days = q.get('days');
  if (column && p) return t('figureOf', { column: t(COLUMNS[column]), period: periodName(p) });
  if (q.has('today')) return t('listToday');
  if (q.has('late')) return t('listLate');
  return days !== null ? t('listCell', { what: dayWords(Number(days)) }) : t('listOpen');
}

function CountedRows({ items }: { items: readonly Summary[] }) {
  const at = (x: string | null) => (x ? `${date(x)} ${hourMinute(x)}` : '–');
  return (
    <div class="scroll" tabIndex={-1}>
      <table class="rows" data-list="counted">
        <caption class="vh">{heading(route.value.query)}</caption>
        <thead><tr>{[t('code'), t('procedure'), t('applicant'), t('officer'), t('accepted'), t('due'), t('resultAt'), t('verdict')].map((h) => <th scope="col" key={h}>{h}</th>)}</tr></thead>
        <tbody>
          {items.map((d) => (
            <tr key={d.id}>
              <th scope="row"><a data-row href={toDossier(d.id)}>{codeOf(d)}</a></th>
              <td>{d.procedure_name}</td><td>{d.applicant_name}</td><td>{d.officer?.name ?? t('nobody')}</td>
              <td class="when">{at(d.accepted_at)}</td><td class="when">{at(d.legal_due_at)}</td><td class="when">{at(d.ended_at)}</td>
              <td>{d.verdict ? words.t(d.verdict) : d.pending ? words.t(d.pending) : words.t(d.state)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function DossierList() {
  const q = route.value.query, key = q.get('key'), name = q.get('ten') ?? (key && key !== '-' ? key : null);
  const [page, setPage] = useState<Loaded<Page>>({ data: null, fault: null });
  const load = async (after?: string) => {
    try {
      const { data, error } = await fetchPage(q, after, after ? 50 : Math.min(500, Math.max(50, page.data?.items.length ?? 0)));
      if (!data) return setPage({ data: page.data, fault: saying(error as Problem) });
      const before = after && page.data?.kind === data.kind ? page.data.items : [];
      setPage({ data: { ...data, items: [...before, ...data.items] } as Page, fault: null });
    } catch (error) {
      if (!isAway(error)) throw error;
      setPage({ data: page.data, fault: t('away') });
    }
  };
  useEffect(() => { void load(); }, [changes.value]);
  useEffect(() => { if (page.data && document.activeElement === document.body) document.querySelector<HTMLElement>('[data-list] [data-row]')?.focus(); }, [!page.data]);
  return (
    <>
      <div class="bar"><h1 class="list-head">{heading(q)}{name && <small>{t('ofGroup', { name })}</small>}</h1><span class="push" /><Exports /></div>
      {!page.data ? <Missing of={page} again={() => void load()} /> : page.data.items.length === 0 ? <p class="fine">{t('empty')}</p> : (
        <>
          {page.data.kind === 'open' ? <DossierRows items={page.data.items} list={q.has('today') ? 'today' : 'open'} caption={heading(q)} steps={q.has('today')} /> : <CountedRows items={page.data.items} />}
          <p class="said">{t('listCount', { n: page.data.items.length + (page.data.next ? '+' : '') })}</p>
          {page.data.next && <Button onClick={() => void load(page.data!.next!)}>{t('more')}</Button>}
        </>
      )}
    </>
  );
}
