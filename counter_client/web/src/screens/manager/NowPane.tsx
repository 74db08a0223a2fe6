/** The hall right now: people waiting, and each counter with who sits there and whom he serves. */
import { count, elapsed, hourMinute } from '../../core/format';
import { now, tick } from '../../core/clock';
import { Missing } from './Overview';
import { loadNow, nowState, type Now } from './store';
import { t } from './texts';

type Counter = Now['counters'][number];
const since = (at: string): number => { void tick.value; return Math.max(0, (now() - Date.parse(at)) / 1000); };
const LONG_S = 20 * 60;

function Serving({ counter }: { counter: Counter }) {
  const { ticket, state } = counter;
  if (!ticket) return <em>{state === 'open' ? <small>{t('free')}</small> : '–'}</em>;
  const at = ticket.started_at ?? ticket.called_at, s = at ? since(at) : 0;
  return <em class={s > LONG_S ? 'long' : ''}>{ticket.number}<small>{ticket.started_at ? t('minutes', { n: Math.floor(s / 60) }) : t('calling')}</small></em>;
}

export function NowPane() {
  const { data } = nowState.value;
  if (!data) return <section aria-labelledby="now"><header><h2 id="now">{t('nowHead')}</h2></header><Missing of={nowState.value} again={() => void loadNow()} /></section>;
  const waiting = data.queues.flatMap((q) => q.services).reduce((n, s) => n + s.waiting, 0);
  const opened = data.counters.filter((c) => c.state === 'open').length, longest = waiting && data.longestSince ? since(data.longestSince) : null;
  const stateName = { open: 'counterOpen', paused: 'counterPaused', closed: 'counterClosed' } as const;
  return (
    <section aria-labelledby="now">
      <header><h2 id="now">{t('nowHead')}</h2><p>{t('nowAt', { at: hourMinute(data.queues[0]?.at ?? now()) })}</p></header>
      <dl class="sum">
        <div><dt>{t('waiting')}</dt><dd>{count(waiting)}</dd></div>
        {longest !== null && <div><dt>{t('longestWait')}</dt><dd>{longest < 3600 ? t('minutes', { n: Math.floor(longest / 60) }) : elapsed(longest)}</dd></div>}
        <div><dt>{t('countersOpen')}</dt><dd>{opened}/{data.counters.length}</dd></div>
        <div><dt>{t('noShowToday')}</dt><dd>{count(data.noShows)}</dd></div>
      </dl>
      {data.counters.length === 0 ? <p class="fine">{t('noCounters')}</p> : (
        <ul class="live">
          {data.counters.map((c) => (
            <li key={c.counter} class={c.state === 'open' ? '' : 'off'}>
              <b>{c.counter.replace(/^\D+/, '') || c.counter}</b>
              <span>{c.officer?.name ?? c.name}<small>{c.state === 'open' ? c.name : t(stateName[c.state])}</small></span>
              <Serving counter={c} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
