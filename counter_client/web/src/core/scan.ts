/**
 * A keyboard-wedge scanner, programmed to send Ctrl+B (STX) before each code and Enter after it. STX
 * moves the focus to a hidden sink, so no field is polluted and no shortcut fires. Text is taken from
 * beforeinput, not keydown: Vietnamese letters arrive as inserted text with no keydown at all, and
 * UniKey rewrites with Backspace. Returns a function that stops listening.
 */
const LOST_ENTER_MS = 3000;
const dialog = () => document.querySelector('dialog[open]');

export function listenScanner(onScan: (text: string) => void): () => void {
  const sink = document.createElement('input');
  Object.assign(sink, { className: 'vh', tabIndex: -1, inputMode: 'none', ariaHidden: 'true' });
  let text = '', home: HTMLElement | null = null, idle: ReturnType<typeof setTimeout> | undefined;

  const finish = () => {
    clearTimeout(idle);
    const scanned = text.normalize('NFC').trim();
    text = sink.value = '';
    sink.blur(); // body.focus() would leave the sink focused, and every later key would be swallowed
    home?.focus({ preventScroll: true }); // nothing happens where it is gone
    if (scanned && !dialog()) onScan(scanned); // a question is answered first; the card is read again
  };
  const keydown = (e: KeyboardEvent) => {
    if (e.ctrlKey && e.code === 'KeyB') {
      e.preventDefault();
      e.stopPropagation();
      if (document.activeElement !== sink) home = document.activeElement as HTMLElement | null;
      text = '';
      (dialog() ?? document.body).append(sink); // a dialog makes the rest of the page inert
      sink.focus({ preventScroll: true });
      idle = setTimeout(finish, LOST_ENTER_MS);
    } else if (document.activeElement === sink) {
      e.stopPropagation();
      if (e.key === 'Enter') { e.preventDefault(); finish(); }
    }
  };
  sink.addEventListener('beforeinput', (e) => {
    if (e.inputType === 'deleteContentBackward') text = text.slice(0, -1);
    else if (e.inputType !== 'insertCompositionText') text += e.data ?? '';
    e.preventDefault();
  });
  sink.addEventListener('compositionend', (e) => { text += e.data; });
  addEventListener('keydown', keydown, true);
  return () => { removeEventListener('keydown', keydown, true); clearTimeout(idle); sink.remove(); };
}
