/** The register of petitions (PAKN): what is due, one of them, and what is done with it. */
import { useEffect, useState } from 'preact/hooks';
import { Plus } from 'lucide-static';
import { date, hourMinute } from '../../core/format';
import type { Keys } from '../../core/keys';
import { Button } from '../../ui/Button';
import { said, say } from '../../ui/desk/acts';
import { Desk, leave } from '../../ui/desk/Desk';
import { Field, Labelled } from '../../ui/Field';
import { Segmented } from '../../ui/Segmented';
import { Tag } from '../../ui/Tag';
import { act, actsOf, begin, choose, enter, filter, form, hasMore, load, mayAct, mayEnter, mayRead, petition, rows, type Act, type Filter, type Petition } from './store';
import { t } from './texts';

const FILTERS: readonly Filter[] = ['', 'late', 'received', 'processing', 'answered', 'forwarded', 'refused'];
const TONES = { received: 'warn', processing: 'info', answered: 'ok', forwarded: 'info', refused: 'bad' } as const;
const day = (iso: string) => iso.split('-').reverse().join('/');
const moment = (at: string) => `${hourMinute(at)} ${date(at)}`;

function step(by: number): void {
  const all = rows.value ?? [], at = all.findIndex((p) => p.id === petition.value?.id);
  const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
  if (next && choose(next)) document.getElementById(`row-${next.id}`)?.focus();
}
function begins(place: number): void {
  const p = petition.value;
  if (!p) return say(t('noneOpen'), true);
  if (!mayAct()) return say(t('noAct'), true);
  const action = actsOf(p)[place];
  if (action) start(p, action);
  else say(t('over'), true);
}
const keys = (): Keys => ({
  n: () => { if (!mayEnter()) say(t('noEnter'), true); else form.value ??= 'enter'; },
  // what is being written stays: the arrows are the field's, or the choices'
  ...(form.value || document.activeElement?.matches('input,textarea') ? {} : { ArrowDown: () => step(1), ArrowUp: () => step(-1) }),
  ...Object.fromEntries([1, 2, 3, 4].map((i) => [String(i), () => { if (!form.value) begins(i - 1); }])),
  Escape: () => { form.value = null; said.value = null; leave(); },
});
/** `take` and `publish` need no words. */
function start(p: Petition, action: Act): void {
  if (action === 'take' || action === 'publish') void act(p, action, '');
  else form.value = action;
}

function Words({ id, label, value, error, onInput }: { id: string; label: string; value: string; error?: string; onInput: (text: string) => void }) {
  useEffect(() => document.getElementById(id)?.focus(), []);
  return <Labelled id={id} label={label} {...(error ? { error } : {})}><textarea id={id} rows={4} maxLength={2000} value={value} onInput={(e) => onInput(e.currentTarget.value)} /></Labelled>;
}

function ActForm({ p, action }: { p: Petition; action: Act }) {
  const [text, setText] = useState('');
  return (
    <form class="ask" aria-label={t(action)} onSubmit={(e) => { e.preventDefault(); void act(p, action, text.trim()); }} noValidate>
      <Words id="words" label={t(action === 'answer' || action === 'request_supplement' ? 'words' : 'why')} value={text} onInput={setText} />
      <p class="acts-row"><Button look="primary" type="submit">{t(action)}</Button> <Button onClick={() => (form.value = null)}>{t('back')}</Button></p>
    </form>
  );
}

function EnterForm() {
  const [kind, setKind] = useState<Petition['kind']>('feedback'), [channel, setChannel] = useState<Petition['channel']>('counter');
  const [content, setContent] = useState(''), [name, setName] = useState(''), [phone, setPhone] = useState(''), [confidential, setConfidential] = useState(false), [fault, setFault] = useState('');
  const send = (e: SubmitEvent) => {
    e.preventDefault();
    setFault(content.trim() ? '' : t('needWords'));
    if (!content.trim()) return void document.getElementById('content')?.focus();
    void enter({ kind, channel, content: content.trim(), ...(name.trim() ? { full_name: name.trim() } : {}), ...(phone.trim() ? { phone: phone.trim() } : {}), ...(confidential ? { confidential } : {}) });
  };
  return (
    <form class="ask" aria-label={t('enter')} onSubmit={send} noValidate>
      <p class="acts-row"><Segmented name="kind" legend={t('kind')} value={kind} onChange={setKind} choices={(['feedback', 'proposal'] as const).map((value) => ({ value, label: t(value) }))} />
        <Segmented name="channel" legend={t('how')} value={channel} onChange={setChannel} choices={(['counter', 'phone', 'online', 'post'] as const).map((value) => ({ value, label: t(value) }))} /></p>
      <Words id="content" label={t('content')} value={content} error={fault} onInput={setContent} />
      <Field id="name" label={t('name')} maxLength={200} value={name} onInput={setName} />
      <Field id="phone" label={t('phoneNumber')} inputMode="tel" value={phone} onInput={setPhone} />
      <p><label class="tick"><input type="checkbox" checked={confidential} onChange={(e) => setConfidential(e.currentTarget.checked)} /> {t('confidential')}</label></p>
      <p class="acts-row"><Button look="primary" type="submit">{t('save')}</Button> <Button onClick={() => (form.value = null)}>{t('back')}</Button></p>
    </form>
  );
}

function One({ p }: { p: Petition }) {
  const who = p.person, acts = mayAct() ? actsOf(p) : [];
  return (
    <section aria-labelledby="one">
      <header><h2 id="one">{t(p.kind)} {p.number}/{p.year}</h2><Tag tone={TONES[p.state]}>{t(p.state)}</Tag>{p.late && <Tag tone="bad">{t('late')}</Tag>}{p.published_at && <Tag tone="ok">{t('published')}</Tag>}</header>
      <p class="words">{p.content}</p>
      <ul class="facts">
        <li>{t('receivedAt', { at: moment(p.received_at), how: t(p.channel), who: p.received_by })}</li>
        <li>{t('person')}: {who.masked ? t('hidden') : <><b>{who.full_name ?? t('anonymous')}</b>{who.phone && ` · ${who.phone}`}</>}{who.confidential && ` (${t('secret')})`}</li>
        {p.due_on && <li>{t('dueOn', { at: day(p.due_on) })}</li>}
        {p.state === 'processing' && !p.asked_at && <li>{t('askBy', { at: day(p.ask_by) })}</li>}
        {p.asked_for && <li>{t('askedFor', { text: p.asked_for })}</li>}
        {p.outcome && <li>{t('outcome', { text: p.outcome })}</li>}
        {p.ended_at && <li>{t('endedAt', { at: moment(p.ended_at) })}</li>}
      </ul>
      {form.value && form.value !== 'enter' ? <ActForm p={p} action={form.value} key={form.value} />
        : acts.length > 0 && <p class="acts-row">{acts.map((a, i) => <Button key={a} {...(i === 0 ? { look: 'primary' as const } : {})} shortcut={String(i + 1)} onClick={() => start(p, a)}>{t(a)}</Button>)}</p>}
    </section>
  );
}

function Register() {
  const all = rows.value;
  return (
    <section aria-labelledby="register">
      <header><h1 id="register">{t('register')}</h1>{mayEnter() && <Button icon={Plus} shortcut="n" onClick={() => (form.value = 'enter')}>{t('enter')}</Button>}</header>
      <Segmented name="filter" legend={t('filter')} value={filter.value} onChange={(f) => { filter.value = f; void load(); }} choices={FILTERS.map((value) => ({ value, label: value === '' ? t('all') : value === 'late' ? t('lateOnly') : t(value) }))} />
      {all && all.length === 0 ? <p class="fine">{t('empty')}</p> : (
        <div class="scroll" role="group" aria-labelledby="register" tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('number')}</th><th scope="col">{t('content')}</th><th scope="col">{t('due')}</th><th scope="col">{t('state')}</th></tr></thead>
            <tbody>{(all ?? []).map((p) => (
              <tr key={p.id} class={p.id === petition.value?.id ? 'here' : ''}>
                <th scope="row"><button class="btn btn-quiet" id={`row-${p.id}`} type="button" aria-current={p.id === petition.value?.id} onClick={() => choose(p)}>{p.number}/{p.year}</button></th>
                <td class="short">{p.content}</td>
                <td>{p.due_on ? day(p.due_on) : '–'}{p.late && <Tag tone="bad">{t('late')}</Tag>}</td>
                <td><Tag tone={TONES[p.state]}>{t(p.state)}</Tag></td>
              </tr>))}</tbody>
          </table>
        </div>
      )}
      {hasMore.value && <Button onClick={() => void load(true)}>{t('more')}</Button>}
    </section>
  );
}

export function Petitions() {
  const p = petition.value;
  return (
    <Desk title={t('screen')} noRight={t('noRight')} may={mayRead} begin={begin} keys={keys} shown={[['n', t('keyNew')], ['↑ ↓', t('keyNext')], ['1…4', t('keyAct')]]}>
      <div class="two">
        <Register />
        <div>{form.value === 'enter' ? <section aria-labelledby="new"><header><h2 id="new">{t('enter')}</h2></header><EnterForm /></section> : p ? <One p={p} key={p.id} /> : <p class="fine">{t('choose')}</p>}</div>
      </div>
    </Desk>
  );
}
