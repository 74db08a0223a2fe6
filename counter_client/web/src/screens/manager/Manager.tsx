/** The whole screen: who is signed in, the bar on top, and one of the three pages under it. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { signedOut } from '../../core/api';
import { hourMinute } from '../../core/format';
import { listenKeys } from '../../core/keys';
import { language } from '../../core/i18n';
import { link } from '../../core/live';
import { me, signOut, whoAmI } from '../../core/session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { LanguageSwitch } from '../../ui/LanguageSwitch';
import { SignInForm, SignInPage } from '../../ui/SignIn';
import { TrainingBand } from '../../ui/TrainingBand';
import { DossierPage } from './DossierPage';
import { helpShown, keys, KeysHelp } from './Keys';
import { DossierList } from './DossierList';
import { Overview } from './Overview';
import { route, toList, toOverview } from './router';
import { asOf, begin, mayRead, open } from './store';
import { t } from './texts';

const unreachable = signal(false);
const started = signal(false);

async function enter() {
  unreachable.value = false;
  await whoAmI().catch(() => { unreachable.value = true; });
  if (me.value && mayRead() && !started.value) {
    started.value = true;
    begin();
  }
}

/** What changed stands first in the window's title. */
function title(): string {
  const due = open.value.data?.total.due_today;
  return `${due ? `${t('sayToday', { n: due, at: open.value.data?.closes_at ? hourMinute(open.value.data.closes_at) : '' })} · ` : ''}${t('screen')} · Một cửa`;
}

function Top() {
  const { page, query } = route.value;
  const links = [
    { to: toOverview(), name: t('overview'), here: page === 'overview' },
    { to: toList({ today: '1' }), name: t('today'), here: page === 'list' && query.has('today') },
    { to: toList({ late: '1' }), name: t('late'), here: page === 'list' && query.has('late') },
    { to: toList({}), name: t('open'), here: page === 'list' && [...query].length === 0 },
  ];
  return (
    <header class="top">
      <div class="brand"><img src="/mark.svg" alt="" width="30" height="30" /><div><b>{t('screen')}</b><small>{me.value?.centre.name}</small></div></div>
      <nav class="nav" aria-label={t('main')}>{links.map((l) => <a key={l.name} href={l.to} {...(l.here ? { 'aria-current': 'page' as const } : {})}>{l.name}</a>)}</nav>
      <div class="me">{me.value?.name}<small><LanguageSwitch /> <button type="button" onClick={() => void signOut().then(() => location.reload())}>{t('signOut')}</button></small></div>
    </header>
  );
}

/** Shown while the stream is cut: what is seen is old, and from when. */
function CutBand() {
  const { online, since } = link.value;
  if (online || since === null) return null;
  return <p class="cut-band" role="status">{t('cut', { at: hourMinute(since), asOf: asOf.value ? hourMinute(asOf.value) : '–' })}</p>;
}

export function Manager() {
  useEffect(() => { void enter(); return listenKeys(keys); }, []);
  document.title = title();
  document.documentElement.lang = language.value;
  if (unreachable.value) return <main class="wrap state"><h1>{t('away')}</h1><Button look="primary" onClick={() => void enter()}>{t('retry')}</Button></main>;
  if (me.value === undefined) return <main class="wrap state" aria-busy="true"><h1>{t('screen')}</h1><p>{t('loading')}</p></main>;
  if (me.value === null) return <SignInPage screen={t('screen')} onDone={() => void enter()} />;
  const { page, id } = route.value;
  return (
    <>
      <TrainingBand />
      <a class="skip" href="#main" onClick={(e) => { e.preventDefault(); document.getElementById('main')?.focus(); }}>{t('skip')}</a>
      <Top />
      <CutBand />
      <main class="wrap" id="main" tabIndex={-1}>
        {!mayRead() ? <div class="state"><h1>{t('screen')}</h1><p>{t('noRight')}</p></div> : page === 'dossier' ? <DossierPage key={id} id={id} /> : page === 'list' ? <DossierList key={route.value.query.toString()} /> : <Overview />}
      </main>
      {helpShown.value && <KeysHelp />}
      {signedOut.value && <Dialog title={t('screen')} onClose={() => {}}><SignInForm again account={me.value.account ?? ''} onDone={() => location.reload()} /></Dialog>}
    </>
  );
}
