/** The whole screen: who is signed in, the bar on top, the pages at the side, and one of them. */
import { Accessibility, BookText, Building2, CalendarDays, DatabaseBackup, LayoutList, MonitorSmartphone, Printer, ScrollText, Store, Users } from 'lucide-static';
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { signedOut } from '../../core/api';
import { date, hourMinute } from '../../core/format';
import { language } from '../../core/i18n';
import { listenKeys } from '../../core/keys';
import { link } from '../../core/live';
import { me, signOut, whoAmI } from '../../core/session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { LanguageSwitch } from '../../ui/LanguageSwitch';
import { SignInForm, SignInPage } from '../../ui/SignIn';
import { TrainingBand } from '../../ui/TrainingBand';
import { AccountsPage } from './Accounts';
import { BackupsPage } from './Backups';
import { CalendarPage } from './Calendar';
import { CataloguePage } from './Catalogue';
import { CountersPage } from './Counters';
import { DevicesPage } from './Devices';
import { LogPage } from './Log';
import { PrintersPage } from './Printers';
import { go, PAGES, route, to, type Page } from './router';
import { RulesPage } from './Rules';
import { ServicesPage } from './Services';
import { SitesPage } from './Sites';
import { begin, mayOpen } from './store';
import { t } from './texts';

const ICONS: Record<Page, string> = {
  accounts: Users, sites: Building2, services: LayoutList, counters: Store, rules: Accessibility,
  devices: MonitorSmartphone, printers: Printer, procedures: BookText, calendar: CalendarDays, log: ScrollText, backups: DatabaseBackup,
};
const VIEWS: Record<Page, () => preact.JSX.Element> = {
  accounts: AccountsPage, sites: SitesPage, services: ServicesPage, counters: CountersPage, rules: RulesPage,
  devices: DevicesPage, printers: PrintersPage, procedures: CataloguePage, calendar: CalendarPage, log: LogPage, backups: BackupsPage,
};

const unreachable = signal(false);
async function enter() {
  unreachable.value = false;
  await whoAmI().catch(() => { unreachable.value = !me.value; }); // who works here keeps what is on the screen
  if (me.value) begin();
}

const focusMain = (): void => document.getElementById('main')?.focus();

/** `/` searches, Escape leaves what is open beside the list. */
const keys = () => ({
  '/': () => document.getElementById('find')?.focus(),
  ...(route.value.id && !document.querySelector('dialog[open]') ? { Escape: () => go(to(route.value.page)) } : {}),
});

function Top() {
  return (
    <header class="top">
      <div class="brand"><img src="/mark.svg" alt="" width="30" height="30" /><div><b>{t('screen')}</b><small>{me.value?.centre.name}</small></div></div>
      <div class="me">
        <span>{me.value?.name}</span>
        <LanguageSwitch />
        <button type="button" onClick={() => void signOut().then(() => location.reload())}>{t('signOut')}</button>
      </div>
    </header>
  );
}

function Side() {
  return (
    <nav class="side" aria-label={t('pages')}>
      <ul>{PAGES.filter(mayOpen).map((p) => (
        <li key={p}><a href={to(p)} {...(route.value.page === p ? { 'aria-current': 'page' as const } : {})}><Icon of={ICONS[p]} />{t(p)}</a></li>
      ))}</ul>
    </nav>
  );
}

/** While the stream is cut: what is seen may be old, and nothing can be saved. */
function CutBand() {
  const { online, since } = link.value;
  return online || since === null ? null : <p class="cut-band" role="status">{t('cut', { at: hourMinute(since), day: date(since) })}</p>;
}

export function Admin() {
  useEffect(() => { void enter(); return listenKeys(keys); }, []);
  const page = mayOpen(route.value.page) ? route.value.page : PAGES.find(mayOpen);
  document.title = `${page && me.value ? `${t(page)} · ` : ''}${t('screen')} · Một cửa`;
  document.documentElement.lang = language.value;
  if (unreachable.value) return <main class="state-page"><h1>{t('away')}</h1><Button look="primary" onClick={() => void enter()}>{t('retry')}</Button></main>;
  if (me.value === undefined) return <main class="state-page" aria-busy="true"><h1>{t('screen')}</h1><p>{t('loading')}</p></main>;
  if (me.value === null) return <SignInPage screen={t('screen')} onDone={() => void enter()} />;
  const View = page ? VIEWS[page] : null;
  return (
    <>
      <a class="skip" href="#main" onClick={(e) => { e.preventDefault(); focusMain(); }}>{t('skip')}</a>
      <TrainingBand />
      <Top />
      <CutBand />
      <div class="frame">
        {View && <Side />}
        <main class="main" id="main" tabIndex={-1}>{View ? <View key={page} /> : <div class="state-page"><h1>{t('noRight')}</h1></div>}</main>
      </div>
      {signedOut.value && <Dialog title={t('screen')} onClose={() => {}}><SignInForm again account={me.value.account ?? ''} onDone={begin} /></Dialog>}
    </>
  );
}
