/** Reception points. One is put out of use only when nothing of it is in use. */
import { Archive, ArchiveRestore, Check, Plus } from 'lucide-static';
import { useState } from 'preact/hooks';
import { api, keyed, type Schemas } from '../../core/api';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Tag } from '../../ui/Tag';
import { Confirm, ConflictDialog, Form, Loaded, PageHead, Pane, Stamp } from './parts';
import { go, NEW, route, to } from './router';
import { devices, loadSetup, setup } from './store';
import { t } from './texts';
import { useSave } from './useSave';

type Site = Schemas['SiteSetup'];
const fieldOf = (pointer: string): string => ({ site: 'code', name: 'name', address: 'address' })[pointer.slice(1)] ?? '';
export const RetiredTag = ({ retired }: { retired: boolean }) => (retired ? <Tag icon={Archive}>{t('retired')}</Tag> : <Tag tone="ok" icon={Check}>{t('inUse1')}</Tag>);

export function SitesPage() {
  const { id } = route.value;
  const open = setup.value.data?.sites.find((s) => s.site === id);
  return (
    <div class={id ? 'page beside' : 'page'}>
      <div class="list">
        <PageHead title={t('sites')} lead={t('sitesLead')}><Button look="strong" icon={Plus} onClick={() => go(to('sites', NEW))}>{t('newSite')}</Button></PageHead>
        <Loaded of={setup.value} again={loadSetup}>{(all) => (
          <table class="rows">
            <thead><tr><th>{t('site')}</th><th>{t('address')}</th><th class="r">{t('counters')}</th><th class="r">{t('devices')}</th><th>{t('stateHead')}</th></tr></thead>
            <tbody>{all.sites.map((s) => (
              <tr key={s.site} class={s.site === id ? 'here' : undefined}>
                <th scope="row"><a href={to('sites', s.site)} {...(s.site === id ? { 'aria-current': 'true' as const } : {})}>{s.name}</a><small>{s.site}</small></th>
                <td>{s.address ?? '–'}</td>
                <td class="r">{all.counters.filter((c) => c.site === s.site && !c.retired).length}</td>
                <td class="r">{devices.value.data?.filter((d) => d.site === s.site).length ?? '–'}</td>
                <td><RetiredTag retired={s.retired} /></td>
              </tr>
            ))}</tbody>
          </table>
        )}</Loaded>
      </div>
      {id === NEW && <SiteForm site={null} />}
      {open && <SiteForm key={`${open.site} ${open.version}`} site={open} />}
    </div>
  );
}

function SiteForm({ site }: { site: Site | null }) {
  const [code, setCode] = useState(''), [name, setName] = useState(site?.name ?? ''), [address, setAddress] = useState(site?.address ?? '');
  const [version, setVersion] = useState(site?.version ?? 0), [asking, setAsking] = useState(false);
  const { faults, setFaults, of, clash, forget, busy, send } = useSave('name', fieldOf);

  const change = async (body: Schemas['SiteChange']) => {
    const saved = await send((key) => api.PATCH('/sites/{site}', { params: { path: { site: site!.site }, header: { ...keyed(key), 'If-Match': `"${version}"` } }, body }));
    if (saved) await loadSetup();
  };
  const submit = async () => {
    const wrong = [...(name.trim() ? [] : [{ id: 'name', message: t('askName') }]), ...(site || /^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$/.test(code) ? [] : [{ id: 'code', message: t('askCode') }])];
    if (wrong.length) return setFaults(wrong);
    if (site) return change({ name, address: address.trim() || null });
    const made = await send((key) => api.POST('/sites', { params: { header: keyed(key) }, body: { site: code, name, ...(address.trim() ? { address } : {}) } }));
    if (!made) return;
    await loadSetup();
    go(to('sites', made.site));
  };
  const text = (v: unknown) => String(v ?? '');
  return (
    <Pane title={site ? site.name : t('newSite')} onClose={() => go(to('sites'))}>
      {site && <Stamp of={site} />}
      <Form faults={faults} busy={busy} action={site ? t('save') : t('add')} onSubmit={() => void submit()}>
        <Field id="name" label={t('name')} error={of('name')} value={name} onInput={setName} />
        {!site && <Field id="code" label={t('code')} hint={t('codeHint')} error={of('code')} autocapitalize="none" spellcheck={false} value={code} onInput={setCode} />}
        <Field id="address" label={t('address')} error={of('address')} value={address} onInput={setAddress} />
      </Form>
      {site && (
        <section class="acts"><div class="acts-row">{site.retired
          ? <Button icon={ArchiveRestore} onClick={() => void change({ retired: false })}>{t('useAgain')}</Button>
          : <Button look="danger" icon={Archive} onClick={() => setAsking(true)}>{t('retire')}</Button>}</div></section>
      )}
      {asking && <Confirm danger title={t('retireTitle', { name: site!.name })} text={t('retireSiteText')} action={t('retire')} onNo={() => setAsking(false)} onYes={() => { setAsking(false); void change({ retired: true }); }} />}
      {clash && <ConflictDialog clash={clash} rows={[{ label: t('name'), theirs: text(clash.current['name']), mine: name }, { label: t('address'), theirs: text(clash.current['address']), mine: address }]}
        onKeep={() => { setVersion(Number(clash.current['version'])); forget(); }} onDrop={() => { forget(); void loadSetup(); }} />}
    </Pane>
  );
}
