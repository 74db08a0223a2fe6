/** Counters and what each serves: its own work, and what it helps with after so long a wait. */
import { Archive, ArchiveRestore, Plus } from 'lucide-static';
import { useState } from 'preact/hooks';
import { api, keyed, type Schemas } from '../../core/api';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Segmented } from '../../ui/Segmented';
import { Confirm, ConflictDialog, Form, Loaded, PageHead, Pane, Select, Stamp } from './parts';
import { go, NEW, route, to } from './router';
import { loadSetup, serviceName, setup, siteName, type Setup } from './store';
import { RetiredTag } from './Sites';
import { t } from './texts';
import { useSave } from './useSave';

type Counter = Schemas['CounterSetup'];
type Profile = Schemas['CounterServices'];
const MINUTE = 60, HELP_AFTER = 10;

const fieldOf = (pointer: string): string => (pointer.startsWith('/services') ? 'services' : { counter: 'code', site: 'site', name: 'name' }[pointer.slice(1)] ?? '');
const byCode = (a: Counter, b: Counter) => a.site.localeCompare(b.site) || a.counter.localeCompare(b.counter, 'vi', { numeric: true });
const profileText = ({ primary, help }: Profile): string =>
  [...primary.map((s) => `${s} ${serviceName(s)}`), ...help.map((h) => t('helpText', { service: `${h.service} ${serviceName(h.service)}`, n: Math.round(h.after_s / MINUTE) }))].join('; ');

export function CountersPage() {
  const { id } = route.value;
  const open = setup.value.data?.counters.find((c) => c.counter === id);
  return (
    <div class={id ? 'page beside' : 'page'}>
      <div class="list">
        <PageHead title={t('counters')} lead={t('countersLead')}><Button look="strong" icon={Plus} onClick={() => go(to('counters', NEW))}>{t('newCounter')}</Button></PageHead>
        <Loaded of={setup.value} again={loadSetup}>{(all) => <CounterList all={all} here={id} />}</Loaded>
      </div>
      {id === NEW && setup.value.data && <CounterForm counter={null} all={setup.value.data} />}
      {open && <CounterForm key={`${open.counter} ${open.version}`} counter={open} all={setup.value.data!} />}
    </div>
  );
}

function CounterList({ all, here }: { all: Setup; here: string }) {
  return (
    <table class="rows">
      <thead><tr><th>{t('counter')}</th><th>{t('site')}</th><th>{t('profile')}</th><th>{t('stateHead')}</th></tr></thead>
      <tbody>{[...all.counters].sort(byCode).map((c) => (
        <tr key={c.counter} class={c.counter === here ? 'here' : undefined}>
          <th scope="row"><a href={to('counters', c.counter)} {...(c.counter === here ? { 'aria-current': 'true' as const } : {})}>{c.name}</a><small>{c.counter}</small></th>
          <td>{siteName(c.site)}</td>
          <td>{profileText(c.services) || '–'}</td>
          <td><RetiredTag retired={c.retired} /></td>
        </tr>
      ))}</tbody>
    </table>
  );
}

type Part = 'own' | 'help' | 'none';
/** What is typed of one service: its part, and minutes as text while somebody types. */
type Row = { part: Part; minutes: string };
type Rows = Record<string, Row>;

const rowsOf = (all: Setup, { primary, help }: Profile): Rows => Object.fromEntries(all.services.map(({ service }) => {
  const helped = help.find((h) => h.service === service);
  return [service, { part: primary.includes(service) ? 'own' : helped ? 'help' : 'none', minutes: String(helped ? Math.round(helped.after_s / MINUTE) : HELP_AFTER) }];
}));
const profileOf = (rows: Rows): Profile => ({
  primary: Object.entries(rows).filter(([, r]) => r.part === 'own').map(([s]) => s),
  help: Object.entries(rows).filter(([, r]) => r.part === 'help').map(([service, r]) => ({ service, after_s: Number(r.minutes) * MINUTE })),
});
const isMinutes = (text: string): boolean => /^\d{1,4}$/.test(text);

function ProfileField({ all, rows, onChange, error }: { all: Setup; rows: Rows; onChange: (rows: Rows) => void; error: string | undefined }) {
  const set = (service: string, change: Partial<Row>) => onChange({ ...rows, [service]: { ...rows[service]!, ...change } });
  const parts = [{ value: 'own', label: t('own') }, { value: 'help', label: t('help') }, { value: 'none', label: t('none') }] as const;
  return (
    <div class={error ? 'profile wrong' : 'profile'} id="services" tabIndex={-1} role="group" aria-labelledby="services-label">
      <p class="label" id="services-label">{t('profile')}</p>
      <p class="hint">{t('profileHint')}</p>
      {error && <p class="fault">{error}</p>}
      <ul>{all.services.map((s) => {
        const row = rows[s.service]!;
        return (
          <li key={s.service}>
            <p><b class="letter">{s.service}</b> {s.name}</p>
            <Segmented name={`part-${s.service}`} legend={s.name} choices={parts} value={row.part} onChange={(part) => set(s.service, { part })} />
            {row.part === 'help' && <label class="after">{t('afterWait')} <input id={`after-${s.service}`} inputMode="numeric" size={4} value={row.minutes} onInput={(e) => set(s.service, { minutes: e.currentTarget.value })} /> {t('minutes')}</label>}
          </li>
        );
      })}</ul>
    </div>
  );
}

function CounterForm({ counter, all }: { counter: Counter | null; all: Setup }) {
  const sites = all.sites.filter((s) => !s.retired);
  const [code, setCode] = useState(''), [site, setSite] = useState(counter?.site ?? sites[0]?.site ?? ''), [name, setName] = useState(counter?.name ?? '');
  const [rows, setRows] = useState(() => rowsOf(all, counter?.services ?? { primary: [], help: [] }));
  const [version, setVersion] = useState(counter?.version ?? 0), [asking, setAsking] = useState(false);
  const { faults, setFaults, of, clash, forget, busy, send } = useSave('name', fieldOf);

  const change = async (body: Schemas['CounterEdit']) => {
    const saved = await send((key) => api.PATCH('/counters/{counter}', { params: { path: { counter: counter!.counter }, header: { ...keyed(key), 'If-Match': `"${version}"` } }, body }));
    if (saved) await loadSetup();
  };
  const submit = async () => {
    const late = Object.entries(rows).filter(([, r]) => r.part === 'help' && !isMinutes(r.minutes)).map(([s]) => ({ id: `after-${s}`, message: t('askMinutes', { service: serviceName(s) }) }));
    const wrong = [...(name.trim() ? [] : [{ id: 'name', message: t('askName') }]), ...(counter || /^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$/.test(code) ? [] : [{ id: 'code', message: t('askCode') }]), ...late];
    if (wrong.length) return setFaults(wrong);
    // a counter out of use shows no services; they come back with it
    if (counter) return change({ name, ...(counter.retired ? {} : { services: profileOf(rows) }) });
    const made = await send((key) => api.POST('/counters', { params: { header: keyed(key) }, body: { counter: code, site, name, services: profileOf(rows) } }));
    if (!made) return;
    await loadSetup();
    go(to('counters', made.counter));
  };
  const theirs = () => profileText((clash!.current['services'] as Profile | undefined) ?? { primary: [], help: [] });
  return (
    <Pane title={counter ? counter.name : t('newCounter')} onClose={() => go(to('counters'))}>
      {counter && <Stamp of={counter} />}
      <Form faults={faults} busy={busy} action={counter ? t('save') : t('add')} onSubmit={() => void submit()}>
        <Field id="name" label={t('name')} error={of('name')} value={name} onInput={setName} />
        {!counter && <Field id="code" label={t('code')} hint={t('codeHint')} error={of('code')} autocapitalize="none" spellcheck={false} value={code} onInput={setCode} />}
        {!counter && <Select id="site" label={t('site')} hint={t('counterSiteHint')} error={of('site')} value={site} choices={sites.map((s) => ({ value: s.site, label: s.name }))} onChange={setSite} />}
        {!counter?.retired && <ProfileField all={all} rows={rows} onChange={setRows} error={of('services')} />}
      </Form>
      {counter && (
        <section class="acts"><div class="acts-row">{counter.retired
          ? <Button icon={ArchiveRestore} onClick={() => void change({ retired: false })}>{t('useAgain')}</Button>
          : <Button look="danger" icon={Archive} onClick={() => setAsking(true)}>{t('retire')}</Button>}</div></section>
      )}
      {asking && <Confirm danger title={t('retireTitle', { name: counter!.name })} text={t('retireCounterText')} action={t('retire')} onNo={() => setAsking(false)} onYes={() => { setAsking(false); void change({ retired: true }); }} />}
      {clash && <ConflictDialog clash={clash} rows={[{ label: t('name'), theirs: String(clash.current['name'] ?? ''), mine: name }, { label: t('profile'), theirs: theirs(), mine: profileText(profileOf(rows)) }]}
        onKeep={() => { setVersion(Number(clash.current['version'])); forget(); }} onDrop={() => { forget(); void loadSetup(); }} />}
    </Pane>
  );
}
