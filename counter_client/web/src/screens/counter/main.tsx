import { render } from 'preact';
import { effect } from '@preact/signals';
import '../../core/shell';
import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../ui/ui.css';
import './screen.css';
import { followBrowser } from '../../core/browser-language';
import { signedOut } from '../../core/api';
import { language } from '../../core/i18n';
import { connect, link } from '../../core/live';
import { hasRole, me, whoAmI } from '../../core/session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { SignInForm, SignInPage } from '../../ui/SignIn';
import { TrainingBand } from '../../ui/TrainingBand';
import { ChooseCounter } from './ChooseCounter';
import { Dialogs } from './Dialogs';
import { Said } from './Foot';
import { counters, loadCounters, loadQueue, takeEvent, takeSnapshot } from './queue';
import { counter, current, deskless, failed, faulty, offline, openOutbox, sendKept, started, summary } from './store';
import { watchHelp } from './help';
import { listenShortcuts } from './shortcuts';
import { t } from './texts';
import { Workbench } from './Workbench';

const HANDLES = ['TIEP_NHAN', 'THU_LY', 'LD_PHONG', 'LANH_DAO', 'VAN_THU', 'GD_TT'] as const;
let live: ReturnType<typeof connect> | null = null;
let stopSending: (() => void) | null = null;

/** Who is signed in, where do they sit, what is going on: then the screen lives by the event stream. */
async function begin(): Promise<void> {
  failed.value = false;
  try {
    const who = await whoAmI();
    if (!who || who.kind !== 'account' || !hasRole(...HANDLES)) return;
    openOutbox(who.account!);
    if (hasRole('TIEP_NHAN')) {
      await loadCounters();
      counter.value = counters.value.find((c) => c.counter === who.counter) ?? null;
    } else deskless.value = true;
    if (!live) watchHelp();
    live ??= connect(['queue', 'dossiers', 'print'], { snapshot: takeSnapshot, event: takeEvent });
    // a stream that is taken up again where it was cut brings no snapshot: what is kept goes out all the same
    stopSending ??= link.subscribe(({ online }) => { if (online) void sendKept(); });
    await loadQueue();
    started.value = true;
  } catch {
    failed.value = true;
  }
}

/** The session ended in the middle of work: signed in again over the screen, and on it goes. */
async function signedInAgain(before: string): Promise<void> {
  if (me.value?.account !== before) return location.reload(); // somebody else: nothing of the first may stay
  live?.restart();
  await sendKept();
}

function SignInAgain() {
  const account = me.value?.account;
  if (!signedOut.value || !started.value || !account) return null;
  return <Dialog title={t('sessionTitle')} onClose={() => undefined}><SignInForm again account={account} onDone={() => signedInAgain(account)} /></Dialog>;
}

function Screen() {
  if (failed.value) return <main class="choose" id="main"><h1>{t('failedTitle')}</h1><p>{t('failedText')}</p><div class="acts-row"><Button look="primary" onClick={begin}>{t('retry')}</Button></div></main>;
  if (me.value === undefined) return <main class="choose" id="main"><p role="status">{t('loading')}</p></main>;
  if (me.value === null) return <SignInPage screen={t('screen')} onDone={begin} />;
  if (me.value.kind !== 'account' || !hasRole(...HANDLES)) return <main class="choose" id="main"><h1>{t('noRight')}</h1><p>{t('noRightText')}</p></main>;
  if (!started.value) return <main class="choose" id="main"><p role="status">{t('loading')}</p></main>;
  return counter.value || deskless.value ? <Workbench /> : <><ChooseCounter /><Said /><Dialogs /></>;
}

/** Titles start with what changed (R27). */
effect(() => {
  const c = counter.value, ticket = current.value, place = me.value?.centre.name ?? 'Một cửa';
  const what = offline.value ? t('cutTitle') : [ticket?.number, summary.value].filter(Boolean).join(' · ') || t('titleIdle');
  const title = c ? `${what} – ${c.name} – ${place}` : `${summary.value || t('tabDossier')} – ${place}`;
  document.title = faulty.value ? t('faultyTitle', { title }) : title;
});
/** The stream was refused: the session has ended, though nothing was sent. */
effect(() => { if (link.value.refused && started.value) signedOut.value = true; });
effect(() => { document.documentElement.lang = language.value; });

listenShortcuts();
followBrowser();
render(<><TrainingBand /><Screen /><SignInAgain /></>, document.getElementById('app')!);
void begin();
