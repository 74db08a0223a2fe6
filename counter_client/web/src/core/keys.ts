/**
 * Keys of a screen. Never while an input method composes; plain characters not while somebody types.
 * F5, F11, F12 and Ctrl+F stay the browser's.
 */
export type Keys = Record<string, (event: KeyboardEvent) => void>;

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable ||
    target.matches('input:not([type=radio],[type=checkbox],[type=button],[type=submit]),textarea,select'));

/** Name of a key as a table of keys writes it: "F2", "/", "a", "Ctrl+Enter". */
const keyName = (e: KeyboardEvent): string =>
  (e.ctrlKey || e.metaKey ? 'Ctrl+' : '') + (e.altKey ? 'Alt+' : '') + (e.key.length === 1 ? e.key.toLowerCase() : e.key);

/** Listen; `keys` is asked at each key, so that it may change. Returns a function that stops listening. */
export function listenKeys(keys: () => Keys): () => void {
  const keydown = (e: KeyboardEvent) => {
    if (e.isComposing || e.keyCode === 229 || e.defaultPrevented) return;
    const name = keyName(e), act = keys()[name];
    if (!act || (name.length === 1 && isTyping(e.target))) return;
    e.preventDefault();
    if (!e.repeat) act(e);
  };
  addEventListener('keydown', keydown);
  return () => removeEventListener('keydown', keydown);
}
