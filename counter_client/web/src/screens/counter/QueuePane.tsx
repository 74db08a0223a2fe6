import { Accessibility, Baby, CalendarCheck, FileCheck, HandHelping, Megaphone, Siren, Star } from 'lucide-static';
import { elapsed, hourMinute, minutes } from '../../core/format';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Tag } from '../../ui/Tag';
import { dossierHalf } from './dossier';
import { finish, next, noShow, park, recall, start, whyNoCall } from './actions';
import { aside, elsewhere, longestMs, serviceName, waitedMs, waiting } from './queue';
import { counter, current, dialog, offline, openDossier, readOnly, tick, type Ticket } from './store';
import { t } from './texts';

const REASON_ICONS = { P1: Siren, P2: Accessibility, P3: Baby, P4: Accessibility, P5: Baby, P6: CalendarCheck, P7: HandHelping } as const;
const LATE_MS = 20 * 60_000;

/** Why a ticket goes first, in words and a sign; null for an ordinary one. */
export function reasonOf(ticket: Ticket): { icon: string; text: string } | null {
  const of = ticket.class;
  if (ticket.appointment) return { icon: CalendarCheck, text: t('appointment', { at: hourMinute(ticket.appointment) }) };
  return of && of !== 'P0' ? { icon: REASON_ICONS[of] ?? Star, text: t('priority', { why: t(of) }) } : null;
}

/** Left pane: who is here, what can be done, who waits. */
export function QueuePane() {
  return <aside class="queue" aria-label={t('queue')}><Now /><Waiting /></aside>;
}

function Now() {
  const ticket = current.value, c = counter.value!, reason = ticket && reasonOf(ticket);
  const heading = ticket ? t(ticket.state === 'called' ? 'called' : 'serving') : t(c.state === 'open' ? 'idle' : c.state === 'paused' ? 'paused' : 'closed');
  return (
    <section class="now" aria-labelledby="now-h">
      <h2 id="now-h">{heading}</h2>
      {ticket ? (
        <>
          <div class="tk">
            <b>{ticket.number}</b>
            <span class="t"><span class="vh">{t(ticket.state === 'called' ? 'calledFor' : 'servedFor')} </span>{elapsed((tick.value - Date.parse(ticket.started_at ?? ticket.called_at ?? ticket.issued_at)) / 1000)}</span>
          </div>
          <div class="row">
            {reason && <Tag tone="info" icon={reason.icon}>{reason.text}</Tag>}
            {ticket.dossier && <Button look="quiet" class="small" icon={FileCheck} onClick={() => openDossier(ticket.dossier!)}>{t('collects')}</Button>}
            <span>{serviceName(ticket.service)}</span>
            <span class="mt">{t('waited', { n: waitedUntilCall(ticket) })}{ticket.calls > 1 && ` · ${t('timesCalled', { n: ticket.calls })}`}</span>
          </div>
        </>
      ) : <p>{c.state === 'open' && t('idleHint')}</p>}
      <Acts />
    </section>
  );
}

const waitedUntilCall = (ticket: Ticket): number =>
  minutes(Math.max(0, Date.parse(ticket.called_at ?? ticket.issued_at) - Date.parse(ticket.issued_at)) / 1000);

/** What means something now, one of it primary (R3); what is blocked all the same stays reachable and says why. */
function Acts() {
  const ticket = current.value, c = counter.value!, ro = readOnly.value;
  const blockedNext = c.state === 'open' ? whyNoCall() : ro ?? (offline.value ? t('offlineOther') : null);
  const begin = ticket?.state === 'called';
  const nextLook = begin || dossierHalf.primary.value ? 'strong' : 'primary';
  return (
    <div class="acts">
      {begin && <Button look={dossierHalf.primary.value ? 'strong' : 'primary'} class="big" shortcut="B" blocked={ro} onClick={start}>{t('start')}</Button>}
      <Button look={nextLook} class="big" icon={Megaphone} shortcut="F2" blocked={blockedNext} onClick={next}>
        {c.state !== 'open' ? t('reopen') : ticket ? t('finishNext') : t('callNext')}
      </Button>
      {ticket && begin && <Button shortcut="F3" blocked={ro ?? (offline.value ? t('offlineRecall') : null)} onClick={recall}>{t('recall')}</Button>}
      {ticket && !begin && <Button shortcut="X" blocked={ro} onClick={finish}>{t('finish')}</Button>}
      {ticket && <Button shortcut="F4" blocked={ro} onClick={noShow}>{t('noShow')}</Button>}
      {ticket && <Button shortcut="F6" blocked={ro} onClick={() => (dialog.value = 'transfer')}>{t('transfer')}</Button>}
      {ticket && <Button shortcut="F7" blocked={ro} onClick={park}>{t('hold')}</Button>}
      {!ticket && <Button class="wide" shortcut="F7" blocked={ro ?? (aside.value.length ? null : t('nothingAside'))} onClick={park}>{t('back')}{aside.value.length > 0 && <span class="num"> {aside.value.length}</span>}</Button>}
    </div>
  );
}

function Waiting() {
  const all = waiting.value;
  return (
    <section class="wait" aria-labelledby="wait-h">
      <header>
        <h2 id="wait-h">{t('waiting')} <span class="num">{all.length}</span></h2>
        {all.length > 0 && <span>{t('longest', { n: minutes(longestMs.value / 1000) })}</span>}
      </header>
      {all.length === 0 && <p class="none">{t('nobodyWaits')}</p>}
      {all.length > 0 && <ol tabIndex={0} aria-labelledby="wait-h">{all.map((x) => <Row key={x.id} ticket={x} />)}</ol>}
      {elsewhere.value > 0 && <p class="else">{t('elsewhere', { n: elsewhere.value })}</p>}
    </section>
  );
}

function Row({ ticket }: { ticket: Ticket }) {
  const reason = reasonOf(ticket), waited = waitedMs(ticket), later = Date.parse(ticket.not_before) > tick.value;
  const note = later ? t('notBefore', { at: hourMinute(ticket.not_before) }) : ticket.only_counter ? t('onlyHere') : counter.value?.services.help.some((h) => h.service === ticket.service) ? t('help') : null;
  return (
    <li>
      <button type="button" onClick={() => (dialog.value = { ticket: ticket.id })}>
        <b>{ticket.number}</b><span>{serviceName(ticket.service)}</span>
        <em class={waited >= LATE_MS ? 'late' : ''}>{t('minutes', { n: minutes(waited / 1000) })}</em>
        {(reason || note) && <span class="why">{reason && <><Icon of={reason.icon} />{reason.text}</>}{reason && note && ' · '}{note}</span>}
      </button>
    </li>
  );
}
