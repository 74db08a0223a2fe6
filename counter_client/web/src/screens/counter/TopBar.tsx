import { FilePlus, Pause, Play } from 'lucide-static';
import { named } from '../../core/i18n';
import { Button } from '../../ui/Button';
import { setState } from './actions';
import { dossierHalf } from './dossier';
import { services } from './queue';
import { Search } from './Search';
import { counter, counts, dialog, me, offline, readOnly, view } from './store';
import { t } from './texts';

/** The Đông Sơn star of the house mark. */
const STAR = 'M0,-66L6.01,-26.32L28.64,-59.46L16.83,-21.11L51.6,-41.15L24.33,-11.71L64.35,-14.69L27,0L64.35,14.69L24.33,11.71L51.6,41.15L16.83,21.11L28.64,59.46L6.01,26.32L0,66L-6.01,26.32L-28.64,59.46L-16.83,21.11L-51.6,41.15L-24.33,11.71L-64.35,14.69L-27,0L-64.35,-14.69L-24.33,-11.71L-51.6,-41.15L-16.83,-21.11L-28.64,-59.46L-6.01,-26.32Z';

export function Brand() {
  const name = me.value?.centre.name ?? '';
  const place = name.replace(/^.*?(xã|phường|đặc khu)\s+/i, '');
  return (
    <div class="brand">
      <svg viewBox="-100 -100 200 200" aria-hidden="true"><path d={STAR} fill="currentColor" /><circle fill="none" stroke="currentColor" r="77" stroke-width="6" /><circle fill="none" stroke="currentColor" r="92" stroke-width="6" stroke-dasharray="7 7.45" /></svg>
      <div title={name}><b>Một cửa</b><small>{name === place ? name : name.slice(name.search(/(xã|phường|đặc khu)\s/i))}</small></div>
    </div>
  );
}

function Tab({ of, label, count }: { of: 'work' | 'mine' | 'return'; label: string; count?: number }) {
  return (
    <button type="button" aria-current={view.value === of ? 'page' : undefined} onClick={() => { if (of === 'work' && view.value === 'work') dossierHalf.close(); view.value = of; }}>
      {label}{count ? <span class="cnt">{count}</span> : null}
    </button>
  );
}

export function TopBar() {
  const c = counter.value;
  return (
    <header class="top">
      <Brand />
      <nav class="nav" aria-label={t('main')}>
        <Tab of="work" label={t(c ? 'tabWork' : 'tabDossier')} />
        <Tab of="mine" label={t('tabMine')} count={counts.value.mine} />
        <Tab of="return" label={t('tabReturn')} count={counts.value.ready} />
      </nav>
      {dossierHalf.mayReceive.value && <Button icon={FilePlus} shortcut="N" onClick={() => void dossierHalf.begin()}>{t('newDossier')}</Button>}
      <Search />
      <button class="who" type="button" aria-haspopup="dialog" onClick={() => (dialog.value = 'seat')}>
        {c && <span class="desk"><span class="vh">{t('desk')} </span>{c.counter}</span>}
        <span><b>{me.value?.name}</b><small>{c ? servicesOf() : dossierHalf.unitName(me.value?.unit ?? null)}</small></span><span class="vh">. {t('seatTitle')}</span>
      </button>
      {c && <PauseButton />}
    </header>
  );
}

const servicesOf = (): string => (counter.value?.services.primary ?? []).map((code) => { const s = services.value.find((x) => x.service === code); return s ? named(s) : code; }).join(' · ');

function PauseButton() {
  const open = counter.value!.state === 'open';
  const blocked = readOnly.value ?? (offline.value ? t('offlineOther') : null);
  return <Button icon={open ? Pause : Play} blocked={blocked} onClick={() => setState(open ? 'paused' : 'open')}>{t(open ? 'pause' : 'reopen')}</Button>;
}
