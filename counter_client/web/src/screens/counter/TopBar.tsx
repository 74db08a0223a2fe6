import { FilePlus, Pause, Play } from 'lucide-static';
import { named } from '../../core/i18n';
import { Button } from '../../ui/Button';
import { SearchBox } from '../../ui/SearchBox';
import { setState } from './actions';
import { dossierHalf } from './dossier';
import { services } from './queue';
import { search } from './search';
import { counter, counts, dialog, me, offline, readOnly, view } from './store';
import { t } from './texts';

export function Brand() {
  const name = me.value?.centre.name ?? '';
  const place = name.replace(/^.*?(xã|phường|đặc khu)\s+/i, '');
  return (
    <div class="brand">
      <span class="mark" />
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
      <SearchBox t={t} search={search} />
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
