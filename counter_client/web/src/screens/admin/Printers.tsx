/** Printers: those that the machine knows, one given to a site or to counters and kiosks, tried by a page. */
import { Archive, ArchiveRestore, FileCheck, Plus, Printer, Search } from 'lucide-static';
import { useEffect, useRef, useState } from 'preact/hooks';
import { api, keyed, type Schemas } from '../../core/api';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Tag } from '../../ui/Tag';
import { Checks, Confirm, ConflictDialog, Form, Loaded, PageHead, Pane, Select, Stamp } from './parts';
import { go, NEW, route, to } from './router';
import { devices, loadSetup, setup, siteName, told, why } from './store';
import { RetiredTag } from './Sites';
import { t } from './texts';
import { useSave } from './useSave';

type One = Schemas['PrinterSetup'];
type Job = Schemas['PrintJob'];
type Found = Schemas['FoundPrinter'];
const PAPERS = ['80mm', 'a5', 'a4'] as const;
const PAPER_NAMES = { '80mm': 'paper80', a5: 'paperA5', a4: 'paperA4' } as const;
const ADDRESS = /^(cups:|ipps?:\/\/|escpos\+(tcp:\/\/|dev:\/\/\/|cups:))\S+$/;
const ASK_AGAIN_MS = 700, ASK_TIMES = 40;
const fieldOf = (pointer: string): string => ({ printer: 'code', name: 'name', destination: 'destination', site: 'site', paper: 'paper', counters: 'users', devices: 'users' })[pointer.split('/')[1] ?? ''] ?? '';

export function PrintersPage() {
  const { id } = route.value;
  const open = setup.value.data?.printers.find((p) => p.printer === id);
  return (
    <div class={id ? 'page beside' : 'page'}>
      <div class="list">
        <PageHead title={t('printers')} lead={t('printersLead')}><Button look="strong" icon={Plus} onClick={() => go(to('printers', NEW))}>{t('newPrinter')}</Button></PageHead>
        <Loaded of={setup.value} again={loadSetup}>{(all) => (all.printers.length === 0 ? <p class="state">{t('noPrinters')}</p> : (
          <table class="rows">
            <thead><tr><th>{t('printer')}</th><th>{t('paper')}</th><th>{t('site')}</th><th>{t('usedBy')}</th><th>{t('stateHead')}</th></tr></thead>
            <tbody>{all.printers.map((p) => (
              <tr key={p.printer} class={p.printer === id ? 'here' : undefined}>
                <th scope="row"><a href={to('printers', p.printer)} {...(p.printer === id ? { 'aria-current': 'true' as const } : {})}>{p.name}</a><small>{p.destination}</small></th>
                <td>{t(PAPER_NAMES[p.paper])}</td>
                <td>{siteName(p.site)}</td>
                <td>{[...p.counters.map((c) => all.counters.find((x) => x.counter === c)?.name ?? c), ...p.devices].join(', ') || t('wholeSite')}</td>
                <td><RetiredTag retired={p.retired} /></td>
              </tr>
            ))}</tbody>
          </table>
        ))}</Loaded>
      </div>
      {id === NEW && setup.value.data && <PrinterForm printer={null} />}
      {open && <PrinterForm key={`${open.printer} ${open.version}`} printer={open} />}
    </div>
  );
}

/** The printers that the machine knows; one is taken over by touching it. */
function Finder({ onPick }: { onPick: (found: Found) => void }) {
  const [found, setFound] = useState<readonly Found[] | null>(null), [said, setSaid] = useState('');
  const look = async () => {
    setSaid(t('looking'));
    setFound(null);
    try {
      const { items } = told(await api.GET('/printers/found'));
      setFound(items);
      setSaid(items.length ? t('foundN', { n: items.length }) : t('foundNone'));
    } catch (error) {
      setSaid(why(error));
    }
  };
  return (
    <div class="finder">
      <Button icon={Search} onClick={() => void look()}>{t('findPrinters')}</Button>
      <p role="status">{said}</p>
      {found && found.length > 0 && <ul>{found.map((f) => <li key={f.destination}><button type="button" class="btn" onClick={() => onPick(f)}><b>{f.name}</b> <small>{f.info || f.destination}</small></button></li>)}</ul>}
    </div>
  );
}

/** A test page, and what became of it. */
function TestPage({ printer }: { printer: One }) {
  const [job, setJob] = useState<Job | null>(null);
  const { faults, busy, send } = useSave('pane-title', () => '');
  const times = useRef(0);
  const settled = job && job.state !== 'queued' && job.state !== 'created' && job.state !== 'sent';
  useEffect(() => {
    if (!job || settled || times.current >= ASK_TIMES) return;
    const later = setTimeout(() => {
      times.current++;
      void api.GET('/print-jobs/{print_job}', { params: { path: { print_job: job.id } } }).then(({ data }) => data && setJob(data), () => undefined);
    }, ASK_AGAIN_MS);
    return () => clearTimeout(later);
  }, [job]);
  const print = async () => {
    times.current = 0;
    const made = await send((key) => api.POST('/printers/{printer}/test', { params: { path: { printer: printer.printer }, header: keyed(key) } }));
    if (made) setJob(made);
  };
  const words = !job ? '' : job.state === 'printed' ? t('testPrinted') : job.state === 'attention' ? t('testAttention') : job.state === 'cancelled' ? t('testCancelled') : t('testWaiting');
  return (
    <>
      <Button icon={FileCheck} onClick={() => void print()}>{busy ? t('saving') : t('testPage')}</Button>
      <p class="test-said" role="status">{faults[0]?.message ?? words}{job?.message ? ` ${job.message}` : ''}{job && <> · <a href={`/api/v1/print-jobs/${job.id}/document`} target="_blank" rel="noreferrer">{t('seePage')}</a></>}</p>
    </>
  );
}

type Typed = { code: string; name: string; destination: string; site: string; paper: string; users: string[] };

function PrinterForm({ printer }: { printer: One | null }) {
  const sites = setup.value.data?.sites.filter((s) => !s.retired) ?? [];
  const [typed, setTyped] = useState<Typed>({ code: '', name: printer?.name ?? '', destination: printer?.destination ?? '', site: printer?.site ?? sites[0]?.site ?? '', paper: printer?.paper ?? '80mm', users: [...(printer?.counters ?? []).map((c) => `c ${c}`), ...(printer?.devices ?? []).map((d) => `d ${d}`)] });
  const [version, setVersion] = useState(printer?.version ?? 0), [asking, setAsking] = useState(false);
  const { faults, setFaults, of, clash, forget, busy, send } = useSave('name', fieldOf);
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });

  const choices = [
    ...(setup.value.data?.counters ?? []).filter((c) => c.site === typed.site && !c.retired).map((c) => ({ value: `c ${c.counter}`, label: c.name })),
    ...(devices.value.data ?? []).filter((d) => d.site === typed.site && d.kind === 'kiosk').map((d) => ({ value: `d ${d.device}`, label: `${d.device} (${t('kindKiosk')})` })),
  ];
  const chosen = typed.users.filter((u) => choices.some((c) => c.value === u));
  const users = { counters: chosen.filter((u) => u[0] === 'c').map((u) => u.slice(2)), devices: chosen.filter((u) => u[0] === 'd').map((u) => u.slice(2)) };
  const paper = typed.paper as One['paper'];

  const change = async (body: Schemas['PrinterChange']) => {
    const saved = await send((key) => api.PATCH('/printers/{printer}', { params: { path: { printer: printer!.printer }, header: { ...keyed(key), 'If-Match': `"${version}"` } }, body }));
    if (saved) await loadSetup();
  };
  const submit = async () => {
    const wrong = [...(typed.name.trim() ? [] : [{ id: 'name', message: t('askName') }]), ...(printer || /^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$/.test(typed.code) ? [] : [{ id: 'code', message: t('askCode') }]), ...(ADDRESS.test(typed.destination) ? [] : [{ id: 'destination', message: t('askAddress') }])];
    if (wrong.length) return setFaults(wrong);
    if (printer) return change({ name: typed.name, destination: typed.destination, paper, ...users });
    const made = await send((key) => api.POST('/printers', { params: { header: keyed(key) }, body: { printer: typed.code, name: typed.name, destination: typed.destination, site: typed.site, paper, ...users } }));
    if (!made) return;
    await loadSetup();
    go(to('printers', made.printer));
  };
  const text = (v: unknown) => String(v ?? '');
  return (
    <Pane title={printer ? printer.name : t('newPrinter')} onClose={() => go(to('printers'))}>
      {printer && <Stamp of={printer} />}
      <Form faults={faults} busy={busy} action={printer ? t('save') : t('add')} onSubmit={() => void submit()}>
        {!printer && <Finder onPick={(f) => set({ destination: f.destination, name: typed.name || f.info || f.name })} />}
        <Field id="name" label={t('name')} hint={t('printerNameHint')} error={of('name')} value={typed.name} onInput={(name) => set({ name })} />
        {!printer && <Field id="code" label={t('code')} hint={t('codeHint')} error={of('code')} autocapitalize="none" spellcheck={false} value={typed.code} onInput={(code) => set({ code })} />}
        <Field id="destination" label={t('destination')} hint={t('destinationHint')} error={of('destination')} autocapitalize="none" spellcheck={false} value={typed.destination} onInput={(destination) => set({ destination })} />
        {!printer && <Select id="site" label={t('site')} error={of('site')} value={typed.site} choices={sites.map((s) => ({ value: s.site, label: s.name }))} onChange={(site) => set({ site })} />}
        <Select id="paper" label={t('paper')} error={of('paper')} value={typed.paper} choices={PAPERS.map((p) => ({ value: p, label: t(PAPER_NAMES[p]) }))} onChange={(p) => set({ paper: p })} />
        {choices.length > 0 && <Checks id="users" legend={t('usedBy')} hint={t('usedByHint')} error={of('users')} choices={choices} value={typed.users} onChange={(list) => set({ users: list })} />}
      </Form>
      {printer && (
        <section class="acts">
          {!printer.retired && <TestPage printer={printer} />}
          <div class="acts-row">{printer.retired
            ? <Button icon={ArchiveRestore} onClick={() => void change({ retired: false })}>{t('useAgain')}</Button>
            : <Button look="danger" icon={Archive} onClick={() => setAsking(true)}>{t('retire')}</Button>}</div>
        </section>
      )}
      {printer?.retired && <Tag icon={Printer}>{t('retired')}</Tag>}
      {asking && <Confirm danger title={t('retireTitle', { name: printer!.name })} text={t('retirePrinterText')} action={t('retire')} onNo={() => setAsking(false)} onYes={() => { setAsking(false); void change({ retired: true }); }} />}
      {clash && <ConflictDialog clash={clash} rows={[{ label: t('name'), theirs: text(clash.current['name']), mine: typed.name }, { label: t('destination'), theirs: text(clash.current['destination']), mine: typed.destination }, { label: t('paper'), theirs: text(clash.current['paper']), mine: typed.paper }, { label: t('usedBy'), theirs: [...((clash.current['counters'] as string[] | undefined) ?? []), ...((clash.current['devices'] as string[] | undefined) ?? [])].join(', '), mine: [...users.counters, ...users.devices].join(', ') }]}
        onKeep={() => { setVersion(Number(clash.current['version'])); forget(); }} onDrop={() => { forget(); void loadSetup(); }} />}
    </Pane>
  );
}
