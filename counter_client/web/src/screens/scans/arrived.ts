/** What the office's scanner sent and belongs to no dossier yet, as signals (R-564..R-566). */
import { signal } from '@preact/signals';
import { api, type Schemas } from '../../core/api';
import { hasRole } from '../../core/session';
import { ask, once, said, say } from '../../ui/desk/acts';
import { choosing, dossier, nameOf, open, removing } from './store';
import { t } from './texts';

export type InboxScan = Schemas['InboxScan'];
export const inbox = signal<readonly InboxScan[]>([]);
/** How the scanner's folder stands; null: not known yet. */
export const folder = signal<Schemas['ScannerFolder']['state'] | null>(null);
/** The scan for which a paper is chosen, and the one of which it is asked why it is discarded. */
export const taking = signal<string | null>(null);
export const discarding = signal<string | null>(null);

export const mayReadInbox = (): boolean => hasRole('TIEP_NHAN', 'THU_LY', 'LD_PHONG', 'VAN_THU', 'GD_TT', 'KIEM_TRA');

export async function refreshInbox(): Promise<void> {
  if (!mayReadInbox()) return;
  const [list, state] = await Promise.all([
    ask(() => api.GET('/scanner-inbox', { params: { query: { limit: 500 } } })),
    ask(() => api.GET('/scanner-folder')),
  ]);
  if (state) folder.value = state.state;
  if (!list) return;
  inbox.value = list.items;
  const gone = (id: string | null) => id !== null && !list.items.some((s) => s.id === id);
  if (gone(taking.value)) taking.value = null;
  if (gone(discarding.value)) discarding.value = null;
}

/** Choose a paper for this one. */
export function take(scan: InboxScan): void {
  if (!dossier.value) return say(t('noneOpen'), true);
  choosing.value = removing.value = discarding.value = null;
  said.value = null;
  taking.value = scan.id;
}
/** By key: the first of them, then the one after. */
export function takeNext(): void {
  const those = inbox.value.filter((s) => !s.refused);
  const next = those[(those.findIndex((s) => s.id === taking.value) + 1) % those.length];
  if (next) take(next);
  else say(t('inboxEmpty'), true);
}

export async function assign(paper: number): Promise<void> {
  const d = dossier.value, scan = inbox.value.find((s) => s.id === taking.value);
  if (!d || !scan) return;
  const name = nameOf(paper);
  if (!name) return say(t('noPaper', { n: paper }), true);
  const body = { scan: scan.id, paper };
  const done = await once(`inbox ${d.id} ${JSON.stringify(body)}`, (header) => api.POST('/dossiers/{dossier}/scans/from-inbox', { params: { path: { dossier: d.id }, header }, body }));
  await refreshInbox();
  if (!done) return;
  taking.value = null;
  await open(d.id);
  say(t('saidTaken', { file: scan.name, name }));
}

export async function discard(scan: InboxScan, reason: string): Promise<void> {
  const done = await once(`discard ${scan.id} ${reason}`, (header) => api.POST('/scanner-inbox/{scan}/discard', { params: { path: { scan: scan.id }, header }, body: { reason } }));
  if (!done) return;
  discarding.value = null;
  await refreshInbox();
  say(t('saidDiscarded', { file: scan.name }));
}
