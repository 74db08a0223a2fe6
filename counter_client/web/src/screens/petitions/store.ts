/** The register of petitions and the one that lies open, as signals. */
import { computed, signal } from '@preact/signals';
import { api, type Schemas } from '../../core/api';
import { hasRole } from '../../core/session';
import { ask, once, say } from '../../ui/desk/acts';
import { t } from './texts';

export type Petition = Schemas['Petition'];
export type Act = Schemas['PetitionAct']['action'];
export type Filter = '' | 'late' | Schemas['PetitionState'];
export const rows = signal<readonly Petition[] | null>(null);
const after = signal<string | null>(null);
export const hasMore = computed(() => after.value !== null);
export const filter = signal<Filter>('');
/** The open one; it stays when the register is narrowed to others. */
export const petition = signal<Petition | null>(null);
/** What is being filled in: an action on the open one, or a new one. */
export const form = signal<Act | 'enter' | null>(null);

export const mayRead = (): boolean => hasRole('TIEP_NHAN', 'LD_PHONG', 'LANH_DAO', 'GD_TT', 'TO_HOP_BC', 'KIEM_TRA');
export const mayEnter = (): boolean => hasRole('PHAT_SO', 'TIEP_NHAN', 'GD_TT');
export const mayAct = (): boolean => hasRole('LANH_DAO', 'GD_TT');

/** What may be done with it now, the usual first. */
export function actsOf(p: Petition): readonly Act[] {
  if (p.state === 'received') return ['take', 'forward', 'refuse'];
  if (p.state === 'processing') return ['answer', ...(p.asked_at ? [] : ['request_supplement' as const]), 'forward', 'refuse'];
  return p.state === 'answered' && !p.published_at ? ['publish'] : [];
}

/** Open another one; what is being written about one is not thrown away for it. */
export function choose(p: Petition): boolean {
  if (p.id === petition.value?.id) return true;
  if (form.value) { say(t('writing'), true); return false; }
  petition.value = p;
  return true;
}

const refreshed = (p: Petition): void => {
  rows.value = (rows.value ?? []).map((x) => (x.id === p.id ? p : x));
  if (petition.value?.id === p.id) petition.value = p;
};

export async function load(more = false): Promise<void> {
  const f = filter.value, query = { limit: 30, ...(f === 'late' ? { late: true } : f ? { state: f } : {}), ...(more && after.value ? { after: after.value } : {}) };
  const data = await ask(() => api.GET('/petitions', { params: { query } }));
  if (!data || f !== filter.value) return;
  rows.value = more ? [...(rows.value ?? []), ...data.items] : data.items;
  after.value = data.next;
  data.items.forEach(refreshed);
}

/** Somebody else may have been quicker: what the server says stays. */
async function reload(p: Petition): Promise<void> {
  const { data } = await api.GET('/petitions/{petition}', { params: { path: { petition: p.id } } }).catch(() => ({ data: undefined }));
  if (data) refreshed(data);
  await load();
}

export async function act(p: Petition, action: Act, text: string): Promise<void> {
  const body = { action, ...(text ? { text } : {}) };
  const done = await once(`${p.id} ${p.version} ${JSON.stringify(body)}`, (header) => api.POST('/petitions/{petition}/act', { params: { path: { petition: p.id }, header: { ...header, 'If-Match': `"${p.version}"` } }, body }));
  if (!done) return reload(p);
  form.value = null;
  refreshed(done);
  say(t('saidDone', { what: t(action), n: done.number }));
}

export async function enter(body: Schemas['PetitionCreate']): Promise<void> {
  const made = await once(`enter ${JSON.stringify(body)}`, (header) => api.POST('/petitions', { params: { header }, body }));
  if (!made) return;
  form.value = null;
  filter.value = '';
  await load();
  choose(made);
  say(t('saidEntered', { n: made.number }));
}

/** From now on, and once a minute: days pass without an event. */
export function begin(): void {
  void load();
  setInterval(() => { if (!form.value) void load(); }, 60_000);
}
