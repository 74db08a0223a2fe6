import { Accessibility, Printer, QrCode, TriangleAlert } from 'lucide-static';
import { hourMinute, LONG_MIN, minutes } from '../../core/format';
import { named } from '../../core/i18n';
import { Icon } from '../../ui/Icon';
import { printerDown } from './print';
import { blocked, counters, cutSince, kiosk, priority, resultService, services, view, type Service } from './store';
import { takeTicket } from './take';
import { t } from './texts';

/** In words: the range; or how many wait and why minutes cannot be told. */
function waitOf(s: Service): { text: string; why?: string; look: 'ok' | 'long' | 'none' } {
  if (s.state === 'closed') return { text: t('shut'), look: 'none' };
  const wait = s.wait_estimate;
  if (!wait) {
    const text = s.waiting ? t('peopleWait', { n: s.waiting }) : t('nobodyWaits');
    if (s.wait_unknown === 'not_computed') return { text, look: 'none' }; // known in a second
    return { text, why: s.wait_unknown === 'no_open_counter' ? t('noCounter') : t('noData'), look: 'none' };
  }
  const low = Math.floor(wait.low_s / 60), high = minutes(wait.high_s);
  if (!s.waiting && high <= 1) return { text: t('waitNone'), look: 'ok' };
  return { text: high > LONG_MIN ? t('waitOver') : low < 1 ? t('waitUpTo', { high }) : t('waitRange', { low, high }), look: high > 20 ? 'long' : 'ok' };
}

/** Its letter, with which its numbers begin, is what the voice says for a name that is not recorded. */
function Tile({ s, name, how, wide, onTouch }: { s: Service; name: string; how: string | undefined; wide?: boolean; onTouch: () => void }) {
  const wait = waitOf(s), off = s.state === 'closed' || blocked.value !== null;
  return (
    <button type="button" class={wide ? 'tile wide' : 'tile'} aria-disabled={off || undefined} data-service={s.service} onClick={() => { if (!off) onTouch(); }}>
      <b>{name}</b>
      {how && <span class="how">{how}</span>}
      <span class={`q ${wait.look}`}><span>{wait.text}{wait.why && <small>{wait.why}</small>}</span></span>
      <span class="go">{s.service}</span>
    </button>
  );
}

function Priority() {
  if (!kiosk.value?.priority_class) return <p class="pri note"><Icon of={Accessibility} /><span><b>{t('priorityAsk')}</b><small>{t('priorityWho')}</small></span></p>;
  return (
    <div class="pri">
      <button type="button" role="switch" aria-checked={priority.value} aria-labelledby="pri-name" aria-describedby="pri-who" onClick={() => { priority.value = !priority.value; }}>
        <Icon of={Accessibility} />
        <span><b id="pri-name">{t('priority')}</b><small id="pri-who">{priority.value ? t('priorityCheck') : t('priorityWho')}</small></span>
        <span class="sw" aria-hidden="true" />
      </button>
    </div>
  );
}

/** What stands in the way, or nothing. */
function Bar() {
  if (blocked.value === 'cut') return <p class="bar bad"><Icon of={TriangleAlert} />{t('cut', { at: hourMinute(cutSince.value!) })}</p>;
  if (blocked.value === 'clock') return <p class="bar bad"><Icon of={TriangleAlert} />{t('clock')}</p>;
  return printerDown.value ? <p class="bar"><Icon of={Printer} />{t('printerDown')}</p> : null;
}

/** How many tiles stand in a row: never more than five rows. */
const columns = (tiles: number): number => (tiles > 15 ? 4 : tiles > 10 ? 3 : 2);

export function Home() {
  const result = resultService.value, list = services.value;
  if (!kiosk.value || !list.length) return <p class="wait" role="status">{t('starting')}</p>;
  const names = (s: Service) => counters.value.get(s.service)?.join(', ');
  return (
    <>
      <Priority />
      <div role="status" class="bars"><Bar /></div>
      <div class={`pick c${columns(list.length + (result ? 1 : 0))}`} role="group" aria-label={t('tiles')}>
        {list.map((s) => <Tile key={s.service} s={s} name={named(s)} how={names(s)} onTouch={() => takeTicket(s.service)} />)}
        {result && <Tile s={result} name={t('result')} how={t('resultHow')} wide onTouch={() => { view.value = { kind: 'scan' }; }} />}
      </div>
      {result && (
        <p class="card">
          <Icon of={QrCode} />
          <span><b>{t('receipt')}</b>{t('receiptHow')}</span>
        </p>
      )}
    </>
  );
}
