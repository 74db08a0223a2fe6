/** What people take a ticket for, in the order of the kiosk. A closed one gives no more numbers. */
import { ArrowDown, ArrowUp, CirclePause, Check, Plus } from 'lucide-static';
import { useState } from 'preact/hooks';
import { api, keyed, type Schemas } from '../../core/api';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Tag } from '../../ui/Tag';
import { Confirm, ConflictDialog, Form, Loaded, PageHead, Pane, Stamp } from './parts';
import { go, NEW, route, to } from './router';
import { loadSetup, setup, type Setup } from './store';
import { t } from './texts';
import { useSave } from './useSave';

type Service = Schemas['ServiceSetup'];
const fieldOf = (pointer: string): string => ({ service: 'code', name: 'name', name_en: 'name-en' })[pointer.slice(1)] ?? '';
const OpenTag = ({ state }: { state: string }) => (state === 'closed' ? <Tag tone="warn" icon={CirclePause}>{t('closedService')}</Tag> : <Tag tone="ok" icon={Check}>{t('openService')}</Tag>);

/** Counters that serve it: as their own work, then as help. */
function servedBy(all: Setup, service: string): string {
  const own = all.counters.filter((c) => c.services.primary.includes(service)).map((c) => c.name);
  const help = all.counters.filter((c) => c.services.help.some((h) => h.service === service)).map((c) => `${c.name} (${t('helps')})`);
  return [...own, ...help].join(', ');
}

export function ServicesPage() {
  const { id } = route.value;
  const open = setup.value.data?.services.find((s) => s.service === id);
  const { faults, send } = useSave('find', () => '');
  const move = async (service: Service, position: number) => {
    await send((key) => api.PATCH('/services/{service}', { params: { path: { service: service.service }, header: { ...keyed(key), 'If-Match': `"${service.version}"` } }, body: { position } }));
    await loadSetup();
    document.getElementById(`move-${service.service}`)?.focus();
  };
  return (
    <div class={id ? 'page beside' : 'page'}>
      <div class="list">
        <PageHead title={t('services')} lead={t('servicesLead')}><Button look="strong" icon={Plus} onClick={() => go(to('services', NEW))}>{t('newService')}</Button></PageHead>
        {faults.map((f) => <p class="failed" role="alert" key={f.message}>{f.message}</p>)}
        <Loaded of={setup.value} again={loadSetup}>{(all) => (
          <table class="rows">
            <thead><tr><th>{t('letter')}</th><th>{t('service')}</th><th>{t('servedBy')}</th><th>{t('stateHead')}</th><th>{t('order')}</th></tr></thead>
            <tbody>{all.services.map((s, i) => (
              <tr key={s.service} class={s.service === id ? 'here' : undefined}>
                <td class="letter">{s.service}</td>
                <th scope="row"><a href={to('services', s.service)} {...(s.service === id ? { 'aria-current': 'true' as const } : {})}>{s.name}</a><small>{s.name_en ?? t('noEnglish')}</small></th>
                <td>{servedBy(all, s.service) || <Tag tone="bad">{t('servedByNone')}</Tag>}</td>
                <td><OpenTag state={s.state} /></td>
                <td class="moves">
                  <button type="button" id={`move-${s.service}`} class="btn" aria-label={t('moveUp', { name: s.name })} disabled={i === 0} onClick={() => void move(s, i - 1)}><Icon of={ArrowUp} /></button>
                  <button type="button" class="btn" aria-label={t('moveDown', { name: s.name })} disabled={i === all.services.length - 1} onClick={() => void move(s, i + 1)}><Icon of={ArrowDown} /></button>
                </td>
              </tr>
            ))}</tbody>
          </table>
        )}</Loaded>
      </div>
      {id === NEW && <ServiceForm service={null} />}
      {open && <ServiceForm key={`${open.service} ${open.version}`} service={open} />}
    </div>
  );
}

function ServiceForm({ service }: { service: Service | null }) {
  const [code, setCode] = useState(''), [name, setName] = useState(service?.name ?? ''), [english, setEnglish] = useState(service?.name_en ?? '');
  const [version, setVersion] = useState(service?.version ?? 0), [asking, setAsking] = useState(false);
  const { faults, setFaults, of, clash, forget, busy, send } = useSave('name', fieldOf);

  const change = async (body: Schemas['ServiceChange']) => {
    const saved = await send((key) => api.PATCH('/services/{service}', { params: { path: { service: service!.service }, header: { ...keyed(key), 'If-Match': `"${version}"` } }, body }));
    if (saved) await loadSetup();
  };
  const submit = async () => {
    const wrong = [...(name.trim() ? [] : [{ id: 'name', message: t('askName') }]), ...(service || /^[A-Z]$/.test(code) ? [] : [{ id: 'code', message: t('askLetter') }])];
    if (wrong.length) return setFaults(wrong);
    if (service) return change({ name, name_en: english.trim() || null });
    const made = await send((key) => api.POST('/services', { params: { header: keyed(key) }, body: { service: code, name, state: 'open', ...(english.trim() ? { name_en: english } : {}) } }));
    if (!made) return;
    await loadSetup();
    go(to('services', made.service));
  };
  const text = (v: unknown) => String(v ?? '');
  return (
    <Pane title={service ? `${service.service} · ${service.name}` : t('newService')} onClose={() => go(to('services'))}>
      {service && <Stamp of={service} />}
      <Form faults={faults} busy={busy} action={service ? t('save') : t('add')} onSubmit={() => void submit()}>
        {!service && <Field id="code" label={t('letter')} hint={t('letterHint')} error={of('code')} maxLength={1} value={code} onInput={(v) => setCode(v.toUpperCase())} />}
        <Field id="name" label={t('name')} error={of('name')} value={name} onInput={setName} />
        <Field id="name-en" label={t('nameEn')} hint={t('nameEnHint')} error={of('name-en')} value={english} onInput={setEnglish} />
      </Form>
      {service && (
        <section class="acts"><div class="acts-row">{service.state === 'closed'
          ? <Button icon={Check} onClick={() => void change({ state: 'open' })}>{t('openAgain')}</Button>
          : <Button look="danger" icon={CirclePause} onClick={() => setAsking(true)}>{t('closeService')}</Button>}</div></section>
      )}
      {asking && <Confirm danger title={t('closeServiceTitle', { name: service!.name })} text={t('closeServiceText')} action={t('closeService')} onNo={() => setAsking(false)} onYes={() => { setAsking(false); void change({ state: 'closed' }); }} />}
      {clash && <ConflictDialog clash={clash} rows={[{ label: t('name'), theirs: text(clash.current['name']), mine: name }, { label: t('nameEn'), theirs: text(clash.current['name_en']), mine: english }]}
        onKeep={() => { setVersion(Number(clash.current['version'])); forget(); }} onDrop={() => { forget(); void loadSetup(); }} />}
    </Pane>
  );
}
