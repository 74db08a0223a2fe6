/** The keys of the screen. Rows of lists are links with data-row: arrows move between them, Enter is the browser's. */
import { signal } from '@preact/signals';
import type { Keys } from '../../core/keys';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { go, route, toList, toOverview } from './router';
import { t } from './texts';

export const helpShown = signal(false);

/** The rows of the list where the focus is, else of the first on the page. */
function rows(): HTMLElement[] {
  const list = document.activeElement?.closest('[data-list]') ?? document.querySelector('[data-list]');
  return [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
}

function move(by: 1 | -1): void {
  const all = rows(), at = all.indexOf(document.activeElement as HTMLElement);
  all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
}

/** The most urgent dossier of today takes the focus; from another page its list is opened first. */
function toToday(): void {
  const first = document.querySelector<HTMLElement>('[data-list=today] [data-row]');
  if (first) first.focus();
  else go(toList({ today: '1' }));
}

export const keys = (): Keys => helpShown.value ? {} : {
  t: toToday,
  q: () => go(toList({ late: '1' })),
  d: () => go(toList({})),
  h: () => go(toOverview()),
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  '?': () => { helpShown.value = true; },
  ...(route.value.page === 'overview' ? {} : { Escape: () => history.back() }),
};

export function KeysHelp() {
  const all = [['T', t('keyToday')], ['Q', t('keyLate')], ['D', t('keyOpen')], ['H', t('keyHome')], ['↑ ↓', t('keyMove')], ['Esc', t('keyBack')], ['?', t('keyHelp')]] as const;
  const close = () => { helpShown.value = false; };
  return (
    <Dialog title={t('keys')} onClose={close}>
      <dl class="key-list">{all.map(([key, what]) => <div key={key}><dt><span class="kbd">{key}</span></dt><dd>{what}</dd></div>)}</dl>
      <div class="acts-row"><Button look="primary" onClick={close}>{t('close')}</Button></div>
    </Dialog>
  );
}
