/**
 * What a script adds to the citizens' pages, which are whole without it: they look again by themselves, a call is felt and
 * heard of, a form is sent once. No text is here: the server writes them in the language of the page.
 */
import '../../styles/tokens.css';
import '../../styles/base.css';
import './screen.css';

const EVERY_MS = 20_000;
const SOON_MS = 1_500; // an estimate that is being computed
const PARTS = ['live', 'danh-gia'];
const byId = (id: string): HTMLElement | null => document.getElementById(id);
const now = (): string => new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date());

let since = '';
function showOffline(off: boolean): void {
  const note = byId('offline');
  if (!note || off === !note.hidden) return;
  if (off) note.textContent = (note.dataset.text ?? '').replace('{1}', (since = since || now()));
  else since = '';
  note.hidden = !off;
}

/** Somebody types or chooses there: it is left alone. */
const inUse = (part: HTMLElement): boolean => part.contains(document.activeElement);

/** Take over what has changed. What is the same stays, so that a screen reader is not told again. */
function takeOver(fresh: Document): void {
  document.title = fresh.title;
  for (const id of PARTS) {
    const old = byId(id), part = fresh.getElementById(id);
    if (!old || !part || old.outerHTML === part.outerHTML) continue;
    if (id === 'danh-gia' && (old.dataset.gate === part.dataset.gate || inUse(old))) continue;
    const called = part.dataset.state === 'called' && old.dataset.state !== 'called';
    const told = old.querySelector('[role=status]'), words = part.querySelector('[role=status]');
    if (inUse(old)) {
      if (told && words) told.replaceWith(document.importNode(words, true));
      continue;
    }
    const folds = [...old.querySelectorAll('details')].map((d) => d.open);
    const taken = document.importNode(part, true);
    taken.querySelectorAll('details').forEach((d, i) => { d.open = folds[i] ?? d.open; });
    old.replaceWith(taken);
    if (called) navigator.vibrate?.([400, 150, 400, 150, 400]);
  }
}

let looking = false;
async function lookAgain(): Promise<void> {
  if (document.hidden || looking) return;
  looking = true;
  try {
    const answer = await fetch(location.pathname + location.search, { cache: 'no-store', headers: { Accept: 'text/html' } });
    if (!answer.ok) throw new Error(String(answer.status));
    takeOver(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    showOffline(false);
  } catch {
    showOffline(true);
  } finally {
    looking = false;
  }
}

if (document.body.hasAttribute('data-live')) {
  setInterval(lookAgain, EVERY_MS);
  if (byId('live')?.dataset.unknown === 'not_computed') setTimeout(lookAgain, SOON_MS);
  document.addEventListener('visibilitychange', lookAgain);
  addEventListener('online', lookAgain);
  addEventListener('offline', () => showOffline(true));
  document.addEventListener('click', (e) => {
    if (!(e.target instanceof Element && e.target.closest('a.update'))) return;
    e.preventDefault();
    void lookAgain();
  });
}

/** A second touch of a button that is being sent does nothing. */
document.addEventListener('submit', (e) => {
  const form = e.target;
  if (!(form instanceof HTMLFormElement) || !('once' in form.dataset)) return;
  if ('sent' in form.dataset) e.preventDefault();
  form.dataset.sent = '';
});
addEventListener('pageshow', () => document.querySelectorAll<HTMLElement>('form[data-sent]').forEach((form) => delete form.dataset.sent));
