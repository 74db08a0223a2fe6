/** The append-only log: newest first, by kind, actor, thing and day; its chain checked from the first row to the last. */
import { ShieldCheck, X } from 'lucide-static';
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { api, type Schemas } from '../../core/api';
import { count, date, hourMinuteSecond } from '../../core/format';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Loaded, PageHead, Select } from './parts';
import { go, route, to } from './router';
import { load, mayManage, personName, told, why, type Load } from './store';
import { breakName, kindName, KIND_FAMILIES, t } from './texts';

type Entry = Schemas['LogEntry'];
type Shown = { items: Entry[]; next: string | null };
const PAGE = 50;
const rows = signal<Load<Shown>>({ data: null, failed: null, busy: false });
const FILTERS = ['kind', 'actor', 'subject', 'from', 'to'] as const;
type Filters = Record<(typeof FILTERS)[number], string>;

const filtersOf = (query: URLSearchParams): Filters => Object.fromEntries(FILTERS.map((f) => [f, query.get(f) ?? ''])) as Filters;
async function page(filters: Filters, before?: string): Promise<Shown> {
  const set = Object.fromEntries(FILTERS.filter((f) => filters[f]).map((f) => [f, filters[f]]));
  return told(await api.GET('/log', { params: { query: { order: 'newest', limit: PAGE, ...set, ...(before ? { before: Number(before) } : {}) } } }));
}

export function LogPage() {
  const filters = filtersOf(route.value.query), asked = route.value.query.toString();
  useEffect(() => { rows.value = { ...rows.value, data: null }; void load(rows, () => page(filters)); }, [asked]);
  const more = () => load(rows, async () => {
    const had = rows.value.data!, got = await page(filters, had.next!);
    return { items: [...had.items, ...got.items], next: got.next };
  });
  return (
    <div class="page">
      <div class="list">
        <PageHead title={t('log')} lead={t('logLead')} />
        <Chain />
        <FilterBar key={asked} filters={filters} />
        <Loaded of={rows.value} again={() => load(rows, () => page(filters))}>{(shown) => <Rows shown={shown} more={() => void more()} />}</Loaded>
      </div>
    </div>
  );
}

/** dd/mm/yyyy or yyyy-mm-dd as the server writes it; null when it is no date, '' for nothing. */
function isoOf(text: string): string | null {
  if (!text.trim()) return '';
  const m = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()), iso = m ? `${m[3]}-${m[2]!.padStart(2, '0')}-${m[1]!.padStart(2, '0')}` : text.trim();
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso) ? iso : null;
}
const shownDate = (iso: string): string => (iso ? date(iso) : '');

function FilterBar({ filters }: { filters: Filters }) {
  const [typed, setTyped] = useState({ ...filters, from: shownDate(filters.from), to: shownDate(filters.to) });
  const [wrong, setWrong] = useState<{ from?: string; to?: string }>({});
  const submit = (e: SubmitEvent) => {
    e.preventDefault();
    const from = isoOf(typed.from), until = isoOf(typed.to);
    setWrong({ ...(from === null ? { from: t('askDate') } : {}), ...(until === null ? { to: t('askDate') } : {}) });
    if (from !== null && until !== null) go(to('log', '', { kind: typed.kind, actor: typed.actor.trim(), subject: typed.subject.trim(), from, to: until }));
  };
  const kinds = [{ value: '', label: t('anyKind') }, ...KIND_FAMILIES.map((k) => ({ value: k, label: kindName(k) }))];
  return (
    <form class="filters" onSubmit={submit} noValidate role="search" aria-label={t('filterLog')}>
      <Select id="kind" label={t('kindOfEvent')} value={typed.kind} choices={kinds} onChange={(kind) => setTyped({ ...typed, kind })} />
      <Field id="actor" label={t('actor')} value={typed.actor} autocapitalize="none" spellcheck={false} onInput={(actor) => setTyped({ ...typed, actor })} />
      <Field id="subject" label={t('subject')} value={typed.subject} autocapitalize="none" spellcheck={false} onInput={(subject) => setTyped({ ...typed, subject })} />
      <Field id="from" label={t('fromDay')} error={wrong.from} inputMode="numeric" value={typed.from} onInput={(v) => setTyped({ ...typed, from: v })} />
      <Field id="to" label={t('toDay')} error={wrong.to} inputMode="numeric" value={typed.to} onInput={(v) => setTyped({ ...typed, to: v })} />
      <div class="filter-acts"><Button look="primary" type="submit">{t('filter')}</Button>{FILTERS.some((f) => filters[f]) && <Button icon={X} onClick={() => go(to('log'))}>{t('clearFilter')}</Button>}</div>
    </form>
  );
}

function Rows({ shown, more }: { shown: Shown; more: () => void }) {
  if (shown.items.length === 0 && !shown.next) return <p class="state">{t('noRows')}</p>;
  const about = (subject: string) => to('log', '', { subject });
  return (
    <>
      <table class="rows log">
        <thead><tr><th class="r">{t('seq')}</th><th>{t('at')}</th><th>{t('kindOfEvent')}</th><th>{t('subject')}</th><th>{t('actor')}</th><th>{t('data')}</th></tr></thead>
        <tbody>{shown.items.map((e) => (
          <tr key={e.seq}>
            <td class="r num">{e.seq}</td>
            <td class="num">{hourMinuteSecond(e.at)}<small>{date(e.at)}</small></td>
            <th scope="row">{kindName(e.kind)}<small>{e.kind}</small></th>
            <td>{e.subject ? <a href={about(e.subject)}>{e.subject}</a> : '–'}</td>
            <td>{e.actor ? <>{mayManage() ? personName(e.actor) : e.actor}<small>{e.actor}</small></> : t('commandLine')}</td>
            <td><details><summary>{t('seeData')}</summary><pre tabIndex={0}>{JSON.stringify(e.data, null, 1)}</pre><p class="hash">{e.hash}</p></details></td>
          </tr>
        ))}</tbody>
      </table>
      {shown.next && <p class="more"><Button onClick={more}>{rows.value.busy ? t('loading') : t('moreRows')}</Button></p>}
    </>
  );
}

type Check = { to: number; last: number; done: boolean; fault: Schemas['LogFault'] | null; hash: string | null; failed: string | null };

/** The whole chain, slice by slice: the office goes on meanwhile. */
function Chain() {
  const [check, setCheck] = useState<Check | null>(null);
  const run = async () => {
    let state: Check = { to: 0, last: 0, done: false, fault: null, hash: null, failed: null };
    setCheck(state);
    try {
      while (!state.done) {
        const got: Schemas['LogCheck'] = told(await api.GET('/log/check', { params: { query: { after: state.to } } }));
        state = { to: got.to, last: got.last, done: got.complete || got.fault !== null, fault: got.fault, hash: got.hash, failed: null };
        setCheck(state);
      }
    } catch (error) {
      setCheck({ ...state, done: true, failed: why(error) });
    }
  };
  const busy = check !== null && !check.done;
  return (
    <section class="chain" aria-label={t('chain')}>
      <Button icon={ShieldCheck} blocked={busy ? t('checking') : null} onClick={() => void run()}>{t('checkChain')}</Button>
      {busy && <progress max={check.last || 1} value={check.to} aria-label={t('checking')} />}
      <p role="status" class={check?.fault ? 'bad' : check?.done && !check.failed ? 'ok' : ''}>
        {check === null ? t('chainHint') : check.failed ?? (check.fault ? t('chainBroken', { to: count(check.to), seq: count(check.fault.seq), why: check.fault.breaks.map(breakName).join(', ') }) : check.done ? t('chainSound', { n: count(check.to) }) : t('checkedN', { n: count(check.to), last: count(check.last) }))}
      </p>
      {check?.done && check.hash && <p class="hash">{t('chainHash', { n: count(check.to) })} {check.hash}</p>}
    </section>
  );
}
