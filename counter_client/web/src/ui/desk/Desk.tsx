/** The frame of a desk screen: sign-in, the bar on top, what was said, the keys at the foot. */
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import './desk.css';
import { signedOut } from '../../core/api';
import { hourMinute } from '../../core/format';
import { language } from '../../core/i18n';
import { listenKeys, type Keys } from '../../core/keys';
import { link } from '../../core/live';
import { me, signOut, whoAmI } from '../../core/session';
import { Button } from '../Button';
import { Dialog } from '../Dialog';
import { LanguageSwitch } from '../LanguageSwitch';
import { SignInForm, SignInPage } from '../SignIn';
import { TrainingBand } from '../TrainingBand';
import { said } from './acts';
import { t } from './texts';

const unreachable = signal(false), started = signal(false);
export const focus = (id: string): void => document.getElementById(id)?.focus();
/** Out of the field: from now on the keys are the screen's. */
export const leave = (): void => { if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); };

type Props = {
  title: string;
  /** Said to who may not use the screen. */
  noRight: string;
  may: () => boolean;
  /** Once, when somebody who may has signed in. */
  begin: () => void;
  keys: () => Keys;
  /** Key and name, for the foot. */
  shown: readonly (readonly [string, string])[];
  search?: ComponentChildren;
  children: ComponentChildren;
};

export function Desk({ title, noRight, may, begin, keys, shown, search, children }: Props) {
  const enter = async () => {
    unreachable.value = false;
    await whoAmI().catch(() => { unreachable.value = true; });
    if (!me.value || !may() || started.value) return;
    started.value = true;
    begin();
  };
  useEffect(() => { void enter(); return listenKeys(() => (me.value && may() && !signedOut.value ? keys() : {})); }, []);
  document.title = `${title} · Một cửa`;
  document.documentElement.lang = language.value;
  if (unreachable.value) return <main class="wrap state"><h1>{t('away')}</h1><Button look="primary" onClick={() => void enter()}>{t('retry')}</Button></main>;
  if (me.value === undefined) return <main class="wrap state" aria-busy="true"><h1>{title}</h1><p>{t('loading')}</p></main>;
  if (me.value === null) return <SignInPage screen={title} onDone={() => void enter()} />;
  const { online, since } = link.value, m = said.value;
  return (
    <>
      <TrainingBand />
      <a class="skip" href="#main" onClick={(e) => { e.preventDefault(); focus('main'); }}>{t('skip')}</a>
      <header class="top">
        <div class="brand"><img src="/mark.svg" alt="" width="30" height="30" /><div><b>{title}</b><small>{me.value.centre.name}</small></div></div>
        {may() && search}
        <div class="me">{me.value.name}<small><LanguageSwitch /> <button type="button" onClick={() => void signOut().then(() => location.reload())}>{t('signOut')}</button></small></div>
      </header>
      {!online && since !== null && <p class="cut-band" role="status">{t('cut', { at: hourMinute(since) })}</p>}
      <main class="wrap" id="main" tabIndex={-1}>
        {!may() ? <div class="state"><h1>{title}</h1><p>{noRight}</p></div> : (
          <>
            <div class="said-place"><p role="status">{m && !m.bad ? m.text : ''}</p><p role="alert">{m?.bad ? m.text : ''}</p></div>
            {children}
            <p class="foot">{shown.map(([key, name]) => <span key={key}><kbd class="kbd">{key}</kbd> {name}</span>)}</p>
          </>
        )}
      </main>
      {signedOut.value && <Dialog title={title} onClose={() => {}}><SignInForm again account={me.value.account ?? ''} onDone={() => void enter()} /></Dialog>}
    </>
  );
}
