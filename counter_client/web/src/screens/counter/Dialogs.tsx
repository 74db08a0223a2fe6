import { useLayoutEffect, useState } from 'preact/hooks';
import { hourMinute, minutes } from '../../core/format';
import { setLanguage, language } from '../../core/i18n';
import { signOut } from '../../core/session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { bringBack, callThis, cancel, setState, transfer, whyNoCall } from './actions';
import { aside, counterName, serviceName, tickets, transferChoices, waitedMs } from './queue';
import { reasonOf } from './QueuePane';
import { counter, current, dialog, offline, question, readOnly, type Question, type Ticket } from './store';
import { bring, dossierKeys, otherKeys, queueKeys } from './shortcuts';
import type { Key } from './half';
import { t } from './texts';

const close = () => (dialog.value = null);
const STATES = { waiting: 'stateWaiting', called: 'stateCalled', serving: 'stateServing', parked: 'stateParked', done: 'stateDone', no_show: 'stateNoShow', cancelled: 'stateCancelled' } as const;

/** The one dialog that is open, a question before all others. */
export function Dialogs() {
  if (question.value) return <Ask key={question.value.title} q={question.value} />;
  const open = dialog.value;
  if (!open) return null;
  if (open === 'transfer') return <Transfer />;
  if (open === 'aside') return <Aside />;
  if (open === 'keys') return <KeyList />;
  if (open === 'seat') return <Seat />;
  const ticket = tickets.value.get(open.ticket);
  return ticket ? <TicketCard ticket={ticket} /> : null;
}

function Ask({ q }: { q: Question }) {
  return (
    <Dialog title={q.title} onClose={() => q.answer('cancel')}>
      <p>{q.text}</p>
      <div class="acts-row">{q.choices.map((c) => <Button key={c.value} {...(c.look ? { look: c.look } : {})} {...(c.key ? { shortcut: c.key } : {})} onClick={() => q.answer(c.value)}>{c.label}</Button>)}</div>
    </Dialog>
  );
}

/** F6, then a digit: two keys (R2). A letter sends to one counter alone. */
function Transfer() {
  const ticket = current.value, { open, only } = transferChoices();
  return (
    <Dialog title={t('transferTitle', { number: ticket?.number ?? '' })} onClose={close} class="wide">
      <p>{t('transferText')}</p>
      <ul class="choices">
        {open.map((s, i) => (
          <li key={s.service}>
            <Button class="grow" {...(i < 9 ? { shortcut: String(i + 1) } : {})} onClick={() => transfer(s.service, null)}><span><b>{s.service} {serviceName(s.service)}</b><small>{t('anyCounter')}</small></span></Button>
            {only.filter((o) => o.service === s.service).map((o) => (
              <Button key={o.counter} {...(o.key ? { shortcut: o.key.toUpperCase() } : {})} onClick={() => transfer(s.service, o.counter)}>{t('onlyCounter', { counter: o.name })}</Button>
            ))}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** Those on hold and absent, newest first; a digit brings one back. */
function Aside() {
  const all = aside.value;
  return (
    <Dialog title={t('asideTitle')} onClose={close}>
      <p>{all.length ? t('asideText') : t('nothingAside')}</p>
      <ul class="choices">
        {all.map((x, i) => (
          <li key={x.id}>
            <Button class="grow" {...(i < 9 ? { shortcut: String(i + 1) } : {})} blocked={readOnly.value} onClick={() => bring(x)}>
              <span><b>{x.number}</b> {serviceName(x.service)}<small>{t(STATES[x.state])} · {t('minutes', { n: minutes(waitedMs(x) / 1000) })}</small></span>
            </Button>
          </li>
        ))}
      </ul>
      <div class="acts-row"><Button onClick={close}>{t('cancel')}</Button></div>
    </Dialog>
  );
}

function KeyList() {
  // a long text is read from its heading, not from the first button below it
  useLayoutEffect(() => { const top = document.getElementById('dialog-title')!; top.tabIndex = -1; requestAnimationFrame(() => { top.focus(); top.parentElement!.scrollTop = 0; }); }, []);
  const name = (k: Key) => k.shown ?? k.key.replace(/(^|\+)\w$/, (end) => end.toUpperCase());
  const group = (title: string, keys: readonly Key[]) => keys.length > 0 && (
    <section key={title}>
      <h3>{title}</h3>
      <dl>{keys.filter((k) => k.shown !== null).map((k) => { const why = k.why(); return <div key={k.key}><dt><kbd class="kbd">{name(k)}</kbd></dt><dd>{k.label()}{why && <small>{t('notNow', { why })}</small>}</dd></div>; })}</dl>
    </section>
  );
  return (
    <Dialog title={t('keysTitle')} onClose={close} class="wide keylist">
      {group(t('keysQueue'), queueKeys())}{group(t('keysDossier'), dossierKeys())}{group(t('keysOther'), otherKeys())}
      <div class="acts-row"><Button look="primary" onClick={close}>{t('close')}</Button></div>
    </Dialog>
  );
}

/** The language of the screen, and the end of work. */
export function AccountButtons() {
  return (
    <>
      <Button onClick={() => setLanguage(language.value === 'vi' ? 'en' : 'vi')}>{t('english')}</Button>
      <Button blocked={offline.value ? t('offlineOther') : null} onClick={async () => { await signOut(); location.reload(); }}>{t('signOut')}</Button>
    </>
  );
}

function Seat() {
  const c = counter.value, blocked = readOnly.value ?? (offline.value ? t('offlineOther') : null);
  const busy = current.value ? t('closeBusy') : null;
  return (
    <Dialog title={t('seatTitle')} onClose={close}>
      <div class="stack">
        {c && <Button blocked={blocked ?? busy} onClick={async () => { close(); await setState('closed'); }}>{t('closeCounter')}</Button>}
        {c && <Button blocked={busy} onClick={() => { close(); counter.value = null; }}>{t('changeCounter')}</Button>}
        <AccountButtons />
      </div>
      <div class="acts-row"><Button onClick={close}>{t('close')}</Button></div>
    </Dialog>
  );
}

/** One ticket of the list: what it is, and what may be done with it. */
function TicketCard({ ticket }: { ticket: Ticket }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const why = reasonOf(ticket);
  const blocked = whyNoCall() ?? (current.value ? t('busyFirst') : null);
  const call = async (e: Event) => {
    e.preventDefault();
    if (!reason.trim()) { setMissing(true); document.getElementById('reason')?.focus(); return; }
    if (await callThis(ticket, reason.trim())) close();
  };
  const back = ticket.state === 'parked' || ticket.state === 'no_show';
  return (
    <Dialog title={t('ticketTitle', { number: ticket.number })} onClose={close}>
      <p>{serviceName(ticket.service)} · {t(STATES[ticket.state])}{ticket.counter && ticket.state !== 'waiting' ? ` · ${counterName(ticket.counter)}` : ''}</p>
      <p>{t('issued', { at: hourMinute(ticket.issued_at) })} · {t('waited', { n: minutes(waitedMs(ticket) / 1000) })}{why ? ` · ${why.text}` : ''}</p>
      {ticket.state === 'waiting' && (
        <form onSubmit={call} noValidate>
          <Field id="reason" label={t('reason')} hint={t('reasonHint')} error={missing ? t('reasonMissing') : undefined} maxLength={500} onInput={setReason} />
          <Button look="primary" type="submit" blocked={blocked}>{t('callThis')}</Button>
        </form>
      )}
      <div class="acts-row">
        {back && <Button look="primary" blocked={readOnly.value} onClick={() => { close(); void bringBack(ticket); }}>{t('asideBackNow')}</Button>}
        {(back || ticket.state === 'waiting') && <Button look="danger" blocked={readOnly.value} onClick={() => { close(); void cancel(ticket); }}>{t('cancelTicket')}</Button>}
        <Button onClick={close}>{t('close')}</Button>
      </div>
    </Dialog>
  );
}
