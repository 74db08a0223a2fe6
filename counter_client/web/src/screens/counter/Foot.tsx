import { Keyboard, Printer, Save, TriangleAlert, Undo2 } from 'lucide-static';
import { useEffect, useState } from 'preact/hooks';
import { hourMinute, hourMinuteSecond, date, weekday } from '../../core/format';
import { Icon } from '../../ui/Icon';
import { LinkState } from '../../ui/LinkState';
import { noPrinter, printing } from './queue';
import { dialog, message, savedAt, tick } from './store';
import { t } from './texts';

/** The line at the foot: link, printer, draft, the centre's time, the list of keys. */
export function Foot() {
  const { attention, waits } = printing.value;
  return (
    <footer class="stat">
      <LinkState />
      {attention
        ? <span class="warn"><Icon of={TriangleAlert} />{t('printerAttention', { what: attention.message ?? t('printerLook') })}</span>
        : <span class={noPrinter.value ? '' : 'good'}><Icon of={Printer} />{waits ? t('printerWaits', { n: waits }) : t(noPrinter.value ? 'printerNone' : 'printerReady')}</span>}
      {savedAt.value !== null && <span><Icon of={Save} />{t('saved', { at: hourMinuteSecond(savedAt.value) })}</span>}
      <span class="push">{hourMinute(tick.value)}, {weekday(tick.value)} {date(tick.value)}</span>
      <button class="btn btn-quiet" type="button" aria-keyshortcuts="?" onClick={() => (dialog.value = 'keys')}><Icon of={Keyboard} />{t('keys')}<span class="kbd" aria-hidden="true">?</span></button>
    </footer>
  );
}

/** What was just done or refused; with a button while it can be taken back. Read aloud without moving the focus. */
export function Said() {
  const m = message.value;
  return (
    <div class="said-place">
      <div role="status">{m && m.tone !== 'bad' && <Line key={m.serial} />}</div>
      <div role="alert">{m?.tone === 'bad' && <Line key={m.serial} />}</div>
    </div>
  );
}

function Line() {
  const m = message.value!;
  return (
    <p class={`said ${m.tone}`}>
      {m.tone === 'bad' && <Icon of={TriangleAlert} />}
      <span>{m.text}</span>
      {m.undo && <button class="btn" type="button" aria-keyshortcuts="Control+Z" onClick={m.undo}><Icon of={Undo2} />{t('undoButton')} <Left until={m.until} /><span class="kbd" aria-hidden="true">Ctrl+Z</span></button>}
    </p>
  );
}

/** Seconds left, for the eye only: it would be read aloud each second. */
function Left({ until }: { until: number }) {
  const seconds = () => Math.max(0, Math.ceil((until - performance.now()) / 1000));
  const [left, setLeft] = useState(seconds);
  useEffect(() => { const timer = setInterval(() => setLeft(seconds), 250); return () => clearInterval(timer); }, [until]);
  return <span class="num" aria-hidden="true">{left}</span>;
}
