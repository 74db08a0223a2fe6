import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { api, isAway, saying, type Schemas } from '../core/api';
import { language } from '../core/i18n';
import { signIn } from '../core/session';
import { Button } from './Button';
import { ErrorSummary, type Fault } from './ErrorSummary';
import { Field } from './Field';
import { LanguageSwitch } from './LanguageSwitch';
import { t } from './texts';
import { TrainingBand } from './TrainingBand';

type Props = { onDone: () => void; account?: string; again?: boolean };

/** Account and password. `again`: the session ended in the middle of work; the account is given and the screen behind is kept. */
export function SignInForm({ onDone, account = '', again = false }: Props) {
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const submit = async (e: SubmitEvent) => {
    e.preventDefault();
    const form = new FormData(e.currentTarget as HTMLFormElement);
    const name = String(form.get('account') ?? '').trim(), password = String(form.get('password') ?? '');
    const empty = [...(name ? [] : [{ id: 'account', message: t('askAccount') }]), ...(password ? [] : [{ id: 'password', message: t('askPassword') }])];
    setFaults(empty);
    if (empty.length || busy) return;
    setBusy(true);
    try {
      const problem = await signIn(name, password);
      if (problem) setFaults([{ id: 'password', message: saying(problem) }]);
      else onDone();
    } catch (error) {
      if (!isAway(error)) throw error;
      setFaults([{ id: 'password', message: t('away') }]);
    } finally {
      setBusy(false);
    }
  };
  const fault = (id: string) => faults.find((f) => f.id === id)?.message;
  return (
    <form class="sign-in" onSubmit={submit} noValidate>
      {again && <p>{t('again')}</p>}
      {faults.length > 0 && <ErrorSummary title={t('cannotSignIn')} faults={faults} />}
      <Field id="account" label={t('account')} error={fault('account')} autocomplete="username" autocapitalize="none" spellcheck={false} defaultValue={account} />
      <Field id="password" label={t('password')} error={fault('password')} type="password" autocomplete="current-password" />
      <Button look="primary" type="submit">{busy ? t('signingIn') : t('signIn')}</Button>
    </form>
  );
}

const centre = signal<Schemas['ServerVersion']['centre'] | null>(null);

/** The whole page before anybody is signed in: whose it is, whether its papers are valid, and in which language. */
export function SignInPage({ screen, onDone }: { screen: string; onDone: () => void }) {
  useEffect(() => { void api.GET('/version').then(({ data }) => { centre.value = data?.centre ?? null; }, () => undefined); }, []);
  document.documentElement.lang = language.value;
  return (
    <>
      <TrainingBand training={centre.value?.training ?? false} />
      <main class="sign-in-page">
        <header><span class="mark" /><p lang="vi">{centre.value?.name}</p></header>
        <h1>{t('signInTo', { screen })}</h1>
        <SignInForm onDone={onDone} />
        <LanguageSwitch />
      </main>
    </>
  );
}
