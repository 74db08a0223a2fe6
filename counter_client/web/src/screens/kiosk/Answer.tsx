import { QrCode, Printer, TriangleAlert } from 'lucide-static';
import { useEffect, useRef } from 'preact/hooks';
import { date, dueText } from '../../core/format';
import { Icon } from '../../ui/Icon';
import { resultService, view, wipe, type Dossier, type View } from './store';
import { takeTicket, tryAgain } from './take';
import { t } from './texts';

type Waiting = Exclude<View, { kind: 'home' } | { kind: 'ticket' }>;
type Shown = { icon: string; title: string; text: string; calm?: boolean };

function dossierText(outcome: 'not_ready' | 'returned' | 'over', d: Dossier): string {
  const code = d.code ?? '';
  if (outcome === 'not_ready') return d.promised_at ? t('notReadyHow', { code, due: dueText(d.promised_at) }) : t('notReadyNoDate', { code });
  return outcome === 'returned' ? t('returnedHow', { code, date: date(d.returned_at!) }) : t('overHow', { code });
}

function shown(now: Waiting): Shown {
  switch (now.kind) {
    case 'sending': return { icon: Printer, title: t('sending'), text: now.slow ? t('slow') : '', calm: true };
    case 'failed': return { icon: TriangleAlert, title: t('failed'), text: t('failedHow') };
    case 'refused': return { icon: TriangleAlert, title: t('refused'), text: now.why };
    case 'scan': return { icon: QrCode, title: t('scan'), text: t('scanHow'), calm: true };
    case 'wrong': return { icon: TriangleAlert, title: t('scanWrong'), text: now.why };
    case 'no_ticket': return { icon: TriangleAlert, title: t(now.outcome), text: dossierText(now.outcome, now.dossier), calm: true };
  }
}

/** Everything between a touch and a ticket: under way, refused, waiting for a code. */
export function Answer({ view: now }: { view: Waiting }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [now.kind]);
  const { icon, title, text, calm } = shown(now), result = resultService.value;
  return (
    <section class={calm ? 'answer' : 'answer bad'}>
      <Icon of={icon} class={now.kind} />
      <h1 tabIndex={-1} ref={head}>{title}</h1>
      <p role="status">{text}</p>
      <div class="acts">
        {now.kind === 'failed' && <button type="button" class="big" onClick={tryAgain}>{t('again')}</button>}
        {now.kind === 'wrong' && <button type="button" class="big" onClick={() => { view.value = { kind: 'scan' }; }}>{t('again')}</button>}
        {now.kind === 'scan' && result && <button type="button" class="big" onClick={() => takeTicket(result.service)}>{t('noReceipt')}</button>}
        {now.kind !== 'sending' && <button type="button" class="big plain" onClick={wipe}>{t('home')}</button>}
      </div>
    </section>
  );
}
