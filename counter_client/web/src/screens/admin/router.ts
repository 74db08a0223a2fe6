/** Where the screen is: the part behind # of its address, so that Back, bookmarks and reloads work. */
import { signal } from '@preact/signals';

export const PAGES = ['accounts', 'sites', 'services', 'counters', 'rules', 'devices', 'printers', 'procedures', 'calendar', 'log', 'backups'] as const;
export type Page = (typeof PAGES)[number];
/** id: what is open beside the list; NEW: something that is not there yet; '' nothing. */
export type Route = { page: Page; id: string; query: URLSearchParams };
/** No code begins with this sign. */
export const NEW = '+';

const NAMES: Record<Page, string> = {
  accounts: 'tai-khoan', sites: 'diem', services: 'nhom', counters: 'quay', rules: 'uu-tien',
  devices: 'thiet-bi', printers: 'may-in', procedures: 'thu-tuc', calendar: 'lich', log: 'nhat-ky', backups: 'sao-luu',
};

function read(): Route {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [name = '', id = ''] = path.split('/');
  return { page: PAGES.find((p) => NAMES[p] === name) ?? 'accounts', id: decodeURIComponent(id), query: new URLSearchParams(query) };
}

export const route = signal<Route>(read());
addEventListener('hashchange', () => { route.value = read(); });

export const to = (page: Page, id = '', query: Record<string, string> = {}): string => {
  const set = Object.entries(query).filter(([, v]) => v !== '');
  return `#/${NAMES[page]}${id ? `/${encodeURIComponent(id)}` : ''}${set.length ? `?${new URLSearchParams(set)}` : ''}`;
};
export const go = (hash: string): void => { location.hash = hash; };
