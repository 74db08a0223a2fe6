/** Where the screen is: the part behind # of its address, so that Back, bookmarks and reloads work. */
import { signal } from '@preact/signals';

export type Page = 'overview' | 'list' | 'dossier';
export type Route = { page: Page; id: string; query: URLSearchParams };

const NAMES: Record<string, Page> = { '': 'overview', 'ho-so': 'list' };

function read(): Route {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [name = '', id = ''] = path.split('/');
  const page = NAMES[name] ?? 'overview';
  return { page: page === 'list' && id ? 'dossier' : page, id, query: new URLSearchParams(query) };
}

export const route = signal<Route>(read());
addEventListener('hashchange', () => {
  route.value = read();
  scrollTo(0, 0);
});

type Query = Record<string, string | number | null | undefined>;
const asked = (query: Query): string => {
  const set = Object.entries(query).filter(([, v]) => v !== null && v !== undefined && v !== '').map(([k, v]) => [k, String(v)]);
  return set.length ? `?${new URLSearchParams(set)}` : '';
};

export const toOverview = (query: Query = {}): string => `#/${asked(query)}`;
export const toList = (query: Query): string => `#/ho-so${asked(query)}`;
export const toDossier = (id: string): string => `#/ho-so/${id}`;
export const go = (to: string): void => { location.hash = to; };
/** The overview with some of its choices changed; the others stay. */
export const overviewWith = (change: Query): string => toOverview({ ...Object.fromEntries(route.value.page === 'overview' ? route.value.query : []), ...change });
