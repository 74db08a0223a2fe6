/** Accounts and their roles. A new password is shown this once; nobody can lock himself out. */
import { Ban, Check, KeyRound, UserPlus } from 'lucide-static';
import { useState } from 'preact/hooks';
import { api, keyed } from '../../core/api';
import { byName, search } from '../../core/fold';
import { me } from '../../core/session';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Tag } from '../../ui/Tag';
import { Checks, Confirm, ConflictDialog, Form, Loaded, PageHead, Pane, SearchBox, Secret, Select, Stamp } from './parts';
import { go, NEW, route, to } from './router';
import { accounts, loadAccounts, unitName, units, type Account } from './store';
import { ROLES, roleName, t, type Role } from './texts';
import { useSave } from './useSave';

const fieldOf = (pointer: string): string => ({ account: 'code', name: 'name', roles: 'roles', unit: 'unit' })[pointer.split('/')[1] ?? ''] ?? '';
const versioned = (version: number) => ({ 'If-Match': `"${version}"` });

export function AccountsPage() {
  const [query, setQuery] = useState('');
  const { id } = route.value;
  const open = accounts.value.data?.find((a) => a.account === id);
  return (
    <div class={id ? 'page beside' : 'page'}>
      <div class="list">
        <PageHead title={t('accounts')} lead={t('accountsLead')}><Button look="strong" icon={UserPlus} onClick={() => go(to('accounts', NEW))}>{t('newAccount')}</Button></PageHead>
        <SearchBox value={query} onInput={setQuery} label={t('findAccount')} />
        <Loaded of={accounts.value} again={loadAccounts}>{(list) => <AccountList list={search([...list].sort((a, b) => byName(a.name, b.name)), query, (a) => `${a.name} ${a.account} ${a.roles.map(roleName).join(' ')} ${unitName(a.unit)}`)} here={id} />}</Loaded>
      </div>
      {id === NEW && <NewAccount />}
      {open && <EditAccount key={`${open.account} ${open.version}`} account={open} />}
    </div>
  );
}

function AccountList({ list, here }: { list: readonly Account[]; here: string }) {
  if (list.length === 0) return <p class="state">{t('foundNothing')}</p>;
  return (
    <table class="rows">
      <thead><tr><th>{t('person')}</th><th>{t('roles')}</th><th>{t('unit')}</th><th>{t('stateHead')}</th></tr></thead>
      <tbody>{list.map((a) => (
        <tr key={a.account} class={a.account === here ? 'here' : undefined}>
          <th scope="row"><a href={to('accounts', a.account)} {...(a.account === here ? { 'aria-current': 'true' as const } : {})}>{a.name}</a><small>{a.account}</small></th>
          <td>{a.roles.map(roleName).join(', ')}</td>
          <td>{unitName(a.unit) || '–'}</td>
          <td>{a.disabled ? <Tag tone="bad" icon={Ban}>{t('locked')}</Tag> : <Tag tone="ok" icon={Check}>{t('inUse1')}</Tag>}</td>
        </tr>
      ))}</tbody>
    </table>
  );
}

type Typed = { account: string; name: string; roles: string[]; unit: string };
type FieldsProps = { typed: Typed; set: (change: Partial<Typed>) => void; of: (id: string) => string | undefined; isNew: boolean };

function Fields({ typed, set, of, isNew }: FieldsProps) {
  const choices = [{ value: '', label: t('noUnit') }, ...(units.value.data ?? []).map((u) => ({ value: u.unit, label: u.name }))];
  return (
    <>
      <Field id="name" label={t('fullName')} error={of('name')} value={typed.name} onInput={(name) => set({ name })} />
      {isNew && <Field id="code" label={t('accountCode')} hint={t('accountCodeHint')} error={of('code')} autocapitalize="none" spellcheck={false} value={typed.account} onInput={(account) => set({ account })} />}
      <Checks id="roles" legend={t('roles')} error={of('roles')} choices={ROLES.map((r) => ({ value: r, label: roleName(r) }))} value={typed.roles} onChange={(roles) => set({ roles })} />
      <Select id="unit" label={t('unit')} hint={t('unitHint')} error={of('unit')} value={typed.unit} choices={choices} onChange={(unit) => set({ unit })} />
    </>
  );
}

/** What can be seen to be missing before anybody is asked. */
const missing = (typed: Typed, isNew: boolean) => [
  ...(typed.name.trim() ? [] : [{ id: 'name', message: t('askName') }]),
  ...(!isNew || /^[a-z][a-z0-9._-]{1,39}$/.test(typed.account) ? [] : [{ id: 'code', message: t('askAccountCode') }]),
  ...(typed.roles.length ? [] : [{ id: 'roles', message: t('askRole') }]),
  ...(typed.unit || !typed.roles.some((r) => r === 'THU_LY' || r === 'LD_PHONG') ? [] : [{ id: 'unit', message: t('askUnit') }]),
];

type Given = { account: string; password: string };
const Password = ({ given, onClose }: { given: Given; onClose: () => void }) => (
  <Secret title={t('passwordTitle')} text={t('passwordText', { account: given.account })} secret={given.password} note={t('passwordNote')} onClose={onClose} />
);

function NewAccount() {
  const [typed, setTyped] = useState<Typed>({ account: '', name: '', roles: [], unit: '' });
  const [given, setGiven] = useState<Given | null>(null);
  const { faults, setFaults, of, busy, send } = useSave('name', fieldOf);
  const submit = async () => {
    const wrong = missing(typed, true);
    if (wrong.length) return setFaults(wrong);
    const made = await send(() => api.POST('/accounts', { body: { account: typed.account, name: typed.name, roles: typed.roles as Role[], ...(typed.unit ? { unit: typed.unit } : {}) } }));
    if (!made) return;
    setGiven({ account: made.account.account, password: made.password });
    void loadAccounts();
  };
  const close = () => go(to('accounts', given?.account ?? ''));
  return (
    <Pane title={t('newAccount')} onClose={() => go(to('accounts'))}>
      <Form faults={faults} busy={busy} action={t('makeAccount')} onSubmit={() => void submit()}>
        <Fields typed={typed} set={(change) => setTyped({ ...typed, ...change })} of={of} isNew />
      </Form>
      {given && <Password given={given} onClose={close} />}
    </Pane>
  );
}

function EditAccount({ account }: { account: Account }) {
  const stored: Typed = { account: account.account, name: account.name, roles: account.roles, unit: account.unit ?? '' };
  const [typed, setTyped] = useState(stored);
  const [version, setVersion] = useState(account.version);
  const [asking, setAsking] = useState<'lock' | 'password' | null>(null);
  const [given, setGiven] = useState<Given | null>(null);
  const { faults, setFaults, of, clash, forget, busy, send } = useSave('name', fieldOf);
  const mine = account.account === me.value?.account;

  type Body = { name?: string; roles?: Role[]; unit?: string | null; disabled?: boolean };
  const change = async (body: Body) => {
    const saved = await send((key) => api.PATCH('/accounts/{account}', { params: { path: { account: account.account }, header: { ...keyed(key), ...versioned(version) } }, body }));
    if (saved) await loadAccounts();
  };
  const submit = () => {
    const wrong = missing(typed, false);
    if (wrong.length) setFaults(wrong);
    else void change({ name: typed.name, roles: typed.roles as Role[], unit: typed.unit || null });
  };
  const newPassword = async () => {
    setAsking(null);
    const made = await send(() => api.POST('/accounts/{account}/password', { params: { path: { account: account.account }, header: versioned(version) } }));
    if (made) setGiven({ account: account.account, password: made.password });
  };
  const shown = (a: Record<string, unknown>) => ({ name: String(a['name'] ?? ''), roles: ((a['roles'] as Role[] | undefined) ?? []).map(roleName).join(', '), unit: unitName((a['unit'] as string | null) ?? null) });
  const rows = () => {
    const theirs = shown(clash!.current), ours = shown(typed);
    return [{ label: t('fullName'), theirs: theirs.name, mine: ours.name }, { label: t('roles'), theirs: theirs.roles, mine: ours.roles }, { label: t('unit'), theirs: theirs.unit, mine: ours.unit },
      ...(clash!.current['disabled'] === account.disabled ? [] : [{ label: t('stateHead'), theirs: t(clash!.current['disabled'] ? 'locked' : 'inUse1'), mine: t(account.disabled ? 'locked' : 'inUse1') }])];
  };
  return (
    <Pane title={account.name} onClose={() => go(to('accounts'))}>
      <Stamp of={account} />
      <Form faults={faults} busy={busy} action={t('save')} onSubmit={submit}>
        <Fields typed={typed} set={(c) => setTyped({ ...typed, ...c })} of={of} isNew={false} />
      </Form>
      <section class="acts" aria-labelledby="acts-head">
        <h3 id="acts-head">{t('otherActs')}</h3>
        <div class="acts-row">
          <Button icon={KeyRound} onClick={() => setAsking('password')}>{t('newPassword')}</Button>
          {account.disabled
            ? <Button icon={Check} onClick={() => void change({ disabled: false })}>{t('unlock')}</Button>
            : <Button look="danger" icon={Ban} blocked={mine ? t('notYourself') : null} onClick={() => setAsking('lock')}>{t('lock')}</Button>}
        </div>
      </section>
      {asking === 'lock' && <Confirm danger title={t('lockTitle', { name: account.name })} text={t('lockText')} action={t('lock')} onNo={() => setAsking(null)} onYes={() => { setAsking(null); void change({ disabled: true }); }} />}
      {asking === 'password' && <Confirm title={t('newPasswordTitle', { name: account.name })} text={t('newPasswordText')} action={t('newPassword')} onNo={() => setAsking(null)} onYes={() => void newPassword()} />}
      {given && <Password given={given} onClose={() => { setGiven(null); void loadAccounts(); }} />}
      {clash && <ConflictDialog clash={clash} rows={rows()} onKeep={() => { setVersion(Number(clash.current['version'])); forget(); }} onDrop={() => { forget(); void loadAccounts(); }} />}
    </Pane>
  );
}
