import { Check, Printer, TriangleAlert } from 'lucide-static';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { LONG_MIN, minutes } from '../../core/format';
import { named } from '../../core/i18n';
import { qrMaker } from '../../core/qr-later';
import { Icon } from '../../ui/Icon';
import { ticketLeft } from './idle';
import { paper } from './print';
import { counters, kiosk, queue, wipe, type Ticket } from './store';
import { t } from './texts';

function Qr({ text, label }: { text: string; label: string }) {
  const made = qrMaker.value;
  const code = useMemo(() => made?.(text), [text, made]);
  return code ? <svg class="qr" role="img" aria-label={label} viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`} shape-rendering="crispEdges"><path d={code.path} fill="#000" /></svg> : null;
}

function Paper() {
  const state = paper.value;
  const [icon, text] = state === 'printing' ? [Printer, t('printing')] as const : state === 'printed' ? [Check, t('printed')] as const
    : [TriangleAlert, state === 'none' ? t('noPrinter') : t('noPaper')] as const;
  return <p class={`paper ${state}`} role="status"><Icon of={icon} />{text}</p>;
}

/** The number, large; its paper, or a code to keep it. */
export function TicketView({ ticket, again }: { ticket: Ticket; again: boolean }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [ticket.id]);
  const service = queue.value?.services.find((s) => s.service === ticket.service);
  const where = counters.value.get(ticket.service), wait = ticket.wait_estimate;
  const url = `${kiosk.value?.public_url ?? location.origin}/t/${ticket.track_token}`;
  const byCode = paper.value === 'trouble' || paper.value === 'none';
  return (
    <section class="ticket">
      <h1 tabIndex={-1} ref={head}><span>{again ? t('sameTicket') : t('yourNumber')}</span> <b class="number">{ticket.number}</b></h1>
      {ticket.class && ticket.class !== 'P0' && <p class="mark">{t('priorityTicket')}</p>}
      <p class="service">{service && named(service)}</p>
      <p class="facts">
        {typeof ticket.ahead === 'number' && <span>{t('ahead', { n: ticket.ahead })}</span>}
        {wait && <span>{t(minutes(wait.high_s) > LONG_MIN ? 'waitOver' : 'waitRange', { low: Math.floor(wait.low_s / 60), high: minutes(wait.high_s) })}</span>}
        <span>{where?.length ? t('counters', { counters: where.join(', ') }) : t('waitHere')}</span>
      </p>
      {!again && <Paper />}
      <div class={byCode ? 'code only' : 'code'}>
        {ticket.track_token && <Qr text={url} label={t('qrOf', { number: ticket.number })} />}
        <p>{byCode && !again ? t('keep') : t('follow')}</p>
      </div>
      <button type="button" class="big" onClick={wipe}>{t('done')}</button>
      <p class="left" aria-hidden="true">{ticketLeft.value !== null && t('wipes', { n: ticketLeft.value })}</p>
    </section>
  );
}
