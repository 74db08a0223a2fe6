import { useEffect } from 'preact/hooks';
import { tick } from '../../core/clock';
import { dayMonth, hourMinute, weekday } from '../../core/format';
import { me } from '../../core/session';
import { Answer } from './Answer';
import { HelpPanel } from './HelpPanel';
import { Home } from './Home';
import { IdleQuestion } from './IdleQuestion';
import { kiosk, view } from './store';
import { TicketView } from './Ticket';
import { t } from './texts';
import { Tools } from './Tools';

function Head() {
  const { kind } = view.value;
  const at = tick.value;
  return (
    <header class="hd">
      {me.value?.centre.training && <p class="training-band">{t('training')}</p>}
      <div class="drum" aria-hidden="true" />
      <div class="b">
        <span class="emblem" aria-hidden="true" />
        <p><b>{me.value?.centre.name}</b>{kiosk.value?.site_name}</p>
        <time><b>{hourMinute(at)}</b>{weekday(at)} {dayMonth(at)}</time>
      </div>
      {kind === 'home' && <><h1>{t('ask')}</h1><p class="how">{t('askHow')}</p></>}
    </header>
  );
}

function Middle() {
  const now = view.value;
  if (now.kind === 'home') return <Home />;
  return now.kind === 'ticket' ? <TicketView ticket={now.ticket} again={now.again} /> : <Answer view={now} />;
}

export function KioskScreen() {
  const now = view.value;
  const number = now.kind === 'ticket' ? now.ticket.number : '';
  useEffect(() => { document.title = `${number ? `${number} · ` : ''}${t('title')} · Một cửa`; });
  return (
    <div class="kiosk">
      <Head />
      <main class={`mid at-${now.kind}`}><Middle /></main>
      <footer class="ft"><Tools /></footer>
      <HelpPanel />
      <IdleQuestion />
    </div>
  );
}
