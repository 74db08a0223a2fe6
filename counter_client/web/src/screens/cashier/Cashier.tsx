/** The whole screen: who is signed in, the search, the money of one dossier, the till beside it. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { signedOut } from '../../core/api';
import { hourMinute } from '../../core/format';
import { language } from '../../core/i18n';
import { listenKeys, type Keys } from '../../core/keys';
import { link } from '../../core/live';
import { loadQr } from '../../core/qr-later';
import { me, signOut, whoAmI } from '../../core/session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { LanguageSwitch } from '../../ui/LanguageSwitch';
import { SignInForm, SignInPage } from '../../ui/SignIn';
import { TrainingBand } from '../../ui/TrainingBand';
import { Find, FIND_ID } from './Find';
import { Money } from './Money';
import { Receipts, whyNoReceipt } from './Receipts';
import { begin, dossier, form, mayRead, mayTake, qr, said, say } from './store';
import { t } from './texts';
import { COUNTED_ID, Till } from './Till';

const unreachable = signal(false), started = signal(false);

async function enter() {
  unreachable.value = false;
  await whoAmI().catch(() => { unreachable.value = true; });
  if (!me.value || !mayRead() || started.value) return;
  started.value = true;
  begin();
  void loadQr();
}

const focus = (id: string) => document.getElementById(id)?.focus();
function keys(): Keys {
  if (!started.value || signedOut.value) return {};
  return {
    '/': () => focus(FIND_ID),
    b: () => { const why = mayTake() ? whyNoReceipt() : t('noRight'); if (why) say(why, true); else form.value = { what: 'issue' }; },
    q: () => { if (qr.value) focus('vietqr'); else say(t(dossier.value ? 'nothingOwed' : 'noneOpen'), true); },
    c: () => focus(COUNTED_ID),
    Escape: () => { form.value = null; said.value = null; },
  };
}

/** A form that has just been opened is where the hands are. */
function useFormFocus() {
  const asked = form.value;
  useEffect(() => { if (asked) document.querySelector<HTMLElement>('.ask input')?.focus(); }, [asked]);
}

function Head() {
  const d = dossier.value;
  if (!d) return <header class="head"><h1>{t('screen')}</h1><p>{t('choose')}</p></header>;
  return (
    <header class="head">
      <h1>{d.code ?? d.external_code ?? t('noCode')}</h1>
      <p><b>{d.applicant.full_name}</b> · {d.procedure_name}</p>
    </header>
  );
}

export function Cashier() {
  useEffect(() => { void enter(); return listenKeys(keys); }, []);
  useFormFocus();
  document.title = `${t('screen')} · Một cửa`;
  document.documentElement.lang = language.value;
  if (unreachable.value) return <main class="wrap state"><h1>{t('away')}</h1><Button look="primary" onClick={() => void enter()}>{t('retry')}</Button></main>;
  if (me.value === undefined) return <main class="wrap state" aria-busy="true"><h1>{t('screen')}</h1><p>{t('loading')}</p></main>;
  if (me.value === null) return <SignInPage screen={t('screen')} onDone={() => void enter()} />;
  const { online, since } = link.value, m = said.value;
  return (
    <>
      <TrainingBand />
      <a class="skip" href="#main" onClick={(e) => { e.preventDefault(); focus('main'); }}>{t('skip')}</a>
      <header class="top">
        <div class="brand"><img src="/mark.svg" alt="" width="30" height="30" /><div><b>{t('screen')}</b><small>{me.value.centre.name}</small></div></div>
        {mayRead() && <Find />}
        <div class="me">{me.value.name}<small><LanguageSwitch /> <button type="button" onClick={() => void signOut().then(() => location.reload())}>{t('signOut')}</button></small></div>
      </header>
      {!online && since !== null && <p class="cut-band" role="status">{t('cut', { at: hourMinute(since) })}</p>}
      <main class="wrap" id="main" tabIndex={-1}>
        {!mayRead() ? <div class="state"><h1>{t('screen')}</h1><p>{t('noRight')}</p></div> : (
          <>
            <div class="said-place"><p role="status">{m && !m.bad ? m.text : ''}</p><p role="alert">{m?.bad ? m.text : ''}</p></div>
            <div class="two">
              <div><Head />{dossier.value && <><Money /><Receipts /></>}</div>
              <Till />
            </div>
            <p class="foot">{[['/', t('keySearch')], ['q', t('keyQr')], ['b', t('keyIssue')], ['c', t('keyClose')]].map(([key, name]) => <span key={key}><kbd class="kbd">{key}</kbd> {name}</span>)}</p>
          </>
        )}
      </main>
      {signedOut.value && <Dialog title={t('screen')} onClose={() => {}}><SignInForm again account={me.value.account ?? ''} onDone={() => void enter()} /></Dialog>}
    </>
  );
}
