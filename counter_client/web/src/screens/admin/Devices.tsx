/** Kiosks, boards and printer feeds: made, paired by a code of eight digits, taken away. */
import { Monitor, MonitorX, Plus, Printer, QrCode, Ticket } from 'lucide-static';
import { useEffect, useState } from 'preact/hooks';
import { api, keyed, type Schemas } from '../../core/api';
import { date, hourMinute } from '../../core/format';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Segmented } from '../../ui/Segmented';
import { Tag } from '../../ui/Tag';
import { Confirm, Form, Loaded, PageHead, Pane, Secret, Select } from './parts';
import { go, NEW, route, to } from './router';
import { devices, loadDevices, loadPairing, mainSite, pairedSince, pairings, personName, setup, siteName, type Device } from './store';
import { t } from './texts';
import { useSave } from './useSave';

type Kind = Schemas['DeviceKind'];
const KINDS = ['kiosk', 'board', 'printer'] as const;
const NAMES = { kiosk: 'kindKiosk', board: 'kindBoard', printer: 'kindPrinter' } as const;
const ICONS = { kiosk: Ticket, board: Monitor, printer: Printer };
const fieldOf = (pointer: string): string => ({ device: 'code', site: 'site', kind: 'kind' })[pointer.slice(1)] ?? '';

export function DevicesPage() {
  const { id } = route.value;
  const open = devices.value.data?.find((d) => d.device === id);
  useEffect(() => { void loadDevices(); }, []); // when each was seen last is of now
  return (
    <div class={id ? 'page beside' : 'page'}>
      <div class="list">
        <PageHead title={t('devices')} lead={t('devicesLead')}><Button look="strong" icon={Plus} onClick={() => go(to('devices', NEW))}>{t('newDevice')}</Button></PageHead>
        <Loaded of={devices.value} again={loadDevices}>{(list) => (list.length === 0 ? <p class="state">{t('noDevices')}</p> : (
          <table class="rows">
            <thead><tr><th>{t('device')}</th><th>{t('kind')}</th><th>{t('site')}</th><th>{t('pairedSince')}</th><th>{t('seenAt')}</th><th>{t('madeAt')}</th></tr></thead>
            <tbody>{list.map((d) => (
              <tr key={d.device} class={d.device === id ? 'here' : undefined}>
                <th scope="row" class="word"><a href={to('devices', d.device)} {...(d.device === id ? { 'aria-current': 'true' as const } : {})}>{d.device}</a></th>
                <td><Tag tone="info" icon={ICONS[d.kind]}>{t(NAMES[d.kind])}</Tag></td>
                <td>{siteName(d.site)}</td>
                <td><Paired device={d} /></td>
                <td class="seen"><Seen at={d.seen_at} /></td>
                <td>{date(d.created_at)}<small>{personName(d.created_by)}</small></td>
              </tr>
            ))}</tbody>
          </table>
        ))}</Loaded>
      </div>
      {id === NEW && setup.value.data && <NewDevice />}
      {open && <OneDevice key={open.device} device={open} />}
    </div>
  );
}

function Paired({ device }: { device: Device }) {
  if (device.kind === 'printer') return <>–</>;
  const since = pairedSince(device);
  return since ? <>{hourMinute(since)}, {date(since)}</> : <Tag tone="warn" icon={MonitorX}>{t('notPaired')}</Tag>;
}

/** When it asked last: a screen that is switched off is found here. */
const Seen = ({ at }: { at: string | null }) => <>{at ? `${hourMinute(at)}, ${date(at)}` : t('neverSeen')}</>;

const LOOK_MS = 2000;
type Code = { device: string; kind: Kind; code: string; expires: string };
/** The code, where to type it, and until when. */
function CodeDialog({ made, onClose }: { made: Code; onClose: () => void }) {
  const [before] = useState(() => pairings.value.get(made.device)?.seq ?? 0);
  const done = (pairings.value.get(made.device)?.seq ?? 0) > before;
  useEffect(() => {
    const look = done ? undefined : setInterval(() => void loadPairing(made.device).catch(() => undefined), LOOK_MS); // away: the band says so
    return () => clearInterval(look);
  }, [done]);
  if (done) return <Dialog title={t('pairTitle', { device: made.device })} onClose={onClose}><p role="status">{t('pairDone', { device: made.device })}</p><div class="acts-row"><Button look="primary" onClick={onClose}>{t('close')}</Button></div></Dialog>;
  const shown = `${made.code.slice(0, 4)} ${made.code.slice(4)}`;
  return <Secret title={t('pairTitle', { device: made.device })} text={t('pairText', { page: made.kind === 'kiosk' ? '/kiosk' : '/board' })} secret={shown} note={t('pairUntil', { at: hourMinute(made.expires) })} onClose={onClose} />;
}

function TokenDialog({ device, token, onClose }: { device: string; token: string; onClose: () => void }) {
  return (
    <Dialog title={t('tokenTitle', { device })} onClose={onClose} class="wide">
      <p>{t('tokenText')}</p><p class="secret small" tabIndex={0}>{token}</p>
      <div class="acts-row"><Button look="primary" onClick={onClose}>{t('noted')}</Button></div>
    </Dialog>
  );
}

function NewDevice() {
  const sites = setup.value.data?.sites.filter((s) => !s.retired) ?? [];
  const [code, setCode] = useState(''), [kind, setKind] = useState<Kind>('kiosk'), [site, setSite] = useState(''), [anyClass, setAnyClass] = useState(false);
  const [made, setMade] = useState<Schemas['DeviceCreated'] | null>(null);
  const { faults, setFaults, of, busy, send } = useSave('code', fieldOf);
  const chosen = site || mainSite();
  const submit = async () => {
    if (!/^[a-z0-9][a-z0-9._-]{0,39}$/.test(code)) return setFaults([{ id: 'code', message: t('askDevice') }]);
    const got = await send(() => api.POST('/devices', { body: { device: code, kind, site: chosen, may_set_class: kind === 'kiosk' && anyClass } }));
    if (!got) return;
    setMade(got);
    void loadDevices();
  };
  const close = () => go(to('devices', made?.device.device ?? ''));
  return (
    <Pane title={t('newDevice')} onClose={() => go(to('devices'))}>
      <Form faults={faults} busy={busy} action={t('makeDevice')} onSubmit={() => void submit()}>
        <p class="label">{t('kind')}</p>
        <Segmented name="kind" legend={t('kind')} choices={KINDS.map((k) => ({ value: k, label: t(NAMES[k]) }))} value={kind} onChange={setKind} />
        <Field id="code" label={t('deviceCode')} hint={t('deviceCodeHint')} error={of('code')} autocapitalize="none" spellcheck={false} value={code} onInput={setCode} />
        <Select id="site" label={t('site')} error={of('site')} value={chosen} choices={sites.map((s) => ({ value: s.site, label: s.name }))} onChange={setSite} />
        {kind === 'kiosk' && <label class="check"><input type="checkbox" checked={anyClass} onChange={(e) => setAnyClass(e.currentTarget.checked)} />{t('anyClass')}</label>}
      </Form>
      {made?.pairing && <CodeDialog made={{ device: made.device.device, kind: made.device.kind, code: made.pairing.code, expires: made.pairing.expires_at }} onClose={close} />}
      {made && !made.pairing && <TokenDialog device={made.device.device} token={made.token} onClose={close} />}
    </Pane>
  );
}

function OneDevice({ device }: { device: Device }) {
  const [code, setCode] = useState<Code | null>(null), [asking, setAsking] = useState(false);
  const { faults, busy, send } = useSave('pane-title', fieldOf);
  const pairing = async () => {
    const made = await send(() => api.POST('/devices/{device}/pairing', { params: { path: { device: device.device } } }));
    if (made) setCode({ device: device.device, kind: device.kind, code: made.code, expires: made.expires_at });
  };
  const remove = async () => {
    setAsking(false);
    const done = await send(async (key) => {
      const { error, response } = await api.DELETE('/devices/{device}', { params: { path: { device: device.device }, header: keyed(key) } });
      return error ? { error } : { data: response.status };
    });
    if (!done) return;
    go(to('devices'));
    void loadDevices();
  };
  return (
    <Pane title={device.device} onClose={() => go(to('devices'))}>
      {faults.map((f) => <p class="failed" role="alert" key={f.message}>{f.message}</p>)}
      <dl class="facts">
        <div><dt>{t('kind')}</dt><dd>{t(NAMES[device.kind])}</dd></div>
        <div><dt>{t('site')}</dt><dd>{siteName(device.site)}</dd></div>
        {device.kind !== 'printer' && <div><dt>{t('pairedSince')}</dt><dd><Paired device={device} /></dd></div>}
        <div><dt>{t('seenAt')}</dt><dd><Seen at={device.seen_at} /></dd></div>
        {device.kind === 'kiosk' && <div><dt>{t('classes')}</dt><dd>{t(device.may_set_class ? 'allClasses' : 'onlyP0')}</dd></div>}
        <div><dt>{t('madeAt')}</dt><dd>{hourMinute(device.created_at)}, {date(device.created_at)} · {personName(device.created_by)}</dd></div>
      </dl>
      <div class="acts-row">
        {device.kind !== 'printer' && <Button look="primary" icon={QrCode} onClick={() => void pairing()}>{busy ? t('saving') : t('newCode')}</Button>}
        <Button look="danger" icon={MonitorX} onClick={() => setAsking(true)}>{t('revoke')}</Button>
      </div>
      {device.kind !== 'printer' && <p class="hint">{t('newCodeHint')}</p>}
      {asking && <Confirm danger title={t('revokeTitle', { device: device.device })} text={t('revokeText')} action={t('revoke')} onNo={() => setAsking(false)} onYes={() => void remove()} />}
      {code && <CodeDialog made={code} onClose={() => setCode(null)} />}
    </Pane>
  );
}
