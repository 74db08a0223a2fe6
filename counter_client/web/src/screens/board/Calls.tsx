import { ArrowLeft, ArrowRight, ArrowUp, Star } from 'lucide-static';
import { language } from '../../core/i18n';
import { Icon } from '../../ui/Icon';
import { settings, type Direction } from './settings';
import { announcer, earlier, newest, queue, type Shown } from './store';
import { en, t } from './texts';

const ARROWS: Record<Direction, string> = { left: ArrowLeft, right: ArrowRight, ahead: ArrowUp };

/** The way from this board to a counter, where somebody has set it: a wrong arrow is worse than none. */
function Way({ to }: { to: string }) {
  const way = settings.value.directions[to];
  return way ? <><Icon of={ARROWS[way]} class="way" /><span class="vh">{t(way)}</span></> : null;
}

/** A counter by its code, large; one whose name is more than "Quầy 3" by its name. */
const isPlain = (call: Shown) => call.counter_name.endsWith(` ${call.counter}`) || call.counter_name === call.counter;

function Row({ call, band }: { call: Shown; band?: boolean }) {
  const spoken = announcer.current.value, isSpoken = band && spoken?.number === call.number;
  return (
    <div class={`row${band ? ' call' : ''}${isSpoken ? ' new' : ''}`} data-number={call.number} data-counter={call.counter}>
      <b class={call.number.length > 4 || call.priority ? 'long' : ''}><span>{call.number}</span>{call.priority && <span class="prio"><Icon of={Star} /><span class="vh">{t('priority')}</span></span>}</b>
      <span>{isPlain(call) ? <strong>{call.counter}</strong> : <em>{call.counter_name}</em>}<Way to={call.counter} /></span>
    </div>
  );
}

/** In both languages, whichever this board speaks. */
const Heading = ({ of }: { of: 'ticket' | 'counter' }) => <span>{t(of)}{language.value === 'vi' && <i lang="en"> / {en[of]}</i>}</span>;

/** Only the newest number is told to screen readers, as a sentence. */
export function Calls() {
  const first = newest.value;
  return (
    <main class="m" aria-label={t('calling')}>
      <div class="h" aria-hidden="true"><Heading of="ticket" /><Heading of="counter" /></div>
      <p class="vh" role="status">{first ? `${t('ticket')} ${first.number}. ${t('counter')} ${first.counter}.` : ''}</p>
      {first ? <Row call={first} band /> : (
        <div class="row nobody"><p><strong>{queue.value ? t('nobody') : t('loading')}</strong>{queue.value && t('nobodyHow')}</p></div>
      )}
      {earlier.value.map((call) => <Row key={call.number} call={call} />)}
    </main>
  );
}
