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
export const chosen = signal<string | null>(null);
export const petition = computed(() => rows.value?.find((p) => p.id === chosen.value) ?? null);
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

export async function load(more = false): Promise<void> {
  const f = filter.value, query = { limit: 30, ...(f === 'late' ? { late: true } : f ? { state: f } : {}), ...(more && after.value ? { after: after.value } : {}) };
  const data = await ask(() => api.GET('/petitions', { params: { query } }));
  if (!data || f !== filter.value) return;
  rows.value = more ? [...(rows.value ?? []), ...data.items] : data.items;
  after.value = data.next;
}

export async function act(p: Petition, action: Act, text: string): Promise<void> {
  const body = { action, ...(text ? { text } : {}) };
  const done = await once(`${p.id} ${p.version} ${JSON.stringify(body)}`, (header) => api.POST('/petitions/{petition}/act', { params: { path: { petition: p.id }, header: { ...header, 'If-Match': `"${p.version}"` } }, body }));
  if (!done) return void load(); // somebody else may have been quicker
  form.value = null;
  rows.value = (rows.value ?? []).map((x) => (x.id === done.id ? done : x));
  say(t('saidDone', { what: t(action), n: done.number }));
}

export async function enter(body: Schemas['PetitionCreate']): Promise<void> {
  const made = await once(`enter ${JSON.stringify(body)}`, (header) => api.POST('/petitions', { params: { header }, body }));
  if (!made) return;
  form.value = null;
  filter.value = '';
  await load();
  chosen.value = made.id;
  say(t('saidEntered', { n: made.number }));
}

/** From now on, and once a minute: days pass without an event. */
export function begin(): void {
  void load();
  setInterval(() => { if (!form.value) void load(); }, 60_000);
}
