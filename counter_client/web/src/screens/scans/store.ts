/** The papers of one dossier and their scans, as signals. */
import { signal } from '@preact/signals';
import { api, signedOut, type Schemas } from '../../core/api';
import { connect } from '../../core/live';
import { hasRole } from '../../core/session';
import { ask, once, said, say, type Asked } from '../../ui/desk/acts';
import { t } from './texts';

export type Scan = Schemas['DossierScan'];
export const dossier = signal<Schemas['Dossier'] | null>(null);
export const scans = signal<readonly Scan[]>([]);
/** What the office holds of the applicant elsewhere: it need not be brought again. */
export type Held = Schemas['HeldScan'];
export const held = signal<readonly Held[]>([]);
/** The paper for which one of them is chosen. */
export const choosing = signal<number | null>(null);
/** The scan that is to be taken away, while the reason is asked for. */
export const removing = signal<string | null>(null);

/** The signed result is paper 0. */
export const RESULT = 0;
export const mayRead = (): boolean => hasRole('TIEP_NHAN', 'THU_LY', 'LD_PHONG', 'LANH_DAO', 'VAN_THU', 'GD_TT', 'TO_HOP_BC', 'KIEM_TRA');
export const mayAttach = (): boolean => hasRole('TIEP_NHAN', 'THU_LY', 'LD_PHONG', 'VAN_THU', 'GD_TT');
export const nameOf = (paper: number): string => (paper === RESULT ? t('result') : dossier.value?.documents[paper - 1]?.name ?? '');

export async function open(id: string): Promise<void> {
  const data = await ask(() => api.GET('/dossiers/{dossier}', { params: { path: { dossier: id } } }));
  if (!data) return;
  if (dossier.value?.id !== id) { scans.value = []; held.value = []; removing.value = choosing.value = null; said.value = null; }
  dossier.value = data;
  const kept = await ask(() => api.GET('/dossiers/{dossier}/scans', { params: { path: { dossier: id } } }));
  if (kept && dossier.value?.id === id) scans.value = kept.items;
  const elsewhere = await ask(() => api.GET('/dossiers/{dossier}/held-scans', { params: { path: { dossier: id } } }));
  if (elsewhere && dossier.value?.id === id) held.value = elsewhere.items;
}
const refresh = () => (dossier.value ? open(dossier.value.id) : Promise.resolve());

/** The types a scan may have; what the browser knows no better is left to the server, which looks at the bytes. */
const TYPES = ['application/pdf', 'image/jpeg', 'image/png'];

/** Send a file for a paper. The body is the file itself, so it does not go through the typed client. */
async function send(id: string, paper: number, file: File, key: string): Promise<{ data?: Scan; error?: unknown }> {
  const query = new URLSearchParams({ paper: paper === RESULT ? 'result' : String(paper), name: file.name.normalize('NFC').slice(-100) });
  const answer = await fetch(`/api/v1/dossiers/${id}/scans?${query}`, {
    method: 'POST', body: file, credentials: 'same-origin',
    headers: { 'Content-Type': TYPES.includes(file.type) ? file.type : 'application/octet-stream', 'Idempotency-Key': key, 'Accept-Language': document.documentElement.lang },
  });
  if (answer.status === 401) signedOut.value = true;
  const body: unknown = await answer.json().catch(() => ({ title: answer.statusText })); // a proxy's own page
  return answer.ok ? { data: body as Scan } : { error: body };
}

export async function attach(paper: number, file: File): Promise<void> {
  const d = dossier.value;
  if (!d) return;
  const name = nameOf(paper);
  say(t('sending', { name: file.name }));
  const kept = await once(`scan ${d.id} ${paper} ${file.name} ${file.size} ${file.lastModified}`, (header): Asked<Scan> => send(d.id, paper, file, header['Idempotency-Key']));
  if (!kept) return;
  await refresh();
  say(t('saidAttached', { name }));
}

export async function remove(scan: Scan, reason: string): Promise<void> {
  const d = dossier.value!;
  const done = await once(`remove ${scan.id} ${reason}`, (header) => api.POST('/dossiers/{dossier}/scans/{scan}/remove', { params: { path: { dossier: d.id, scan: scan.id }, header }, body: { reason } }));
  if (!done) return;
  removing.value = null;
  await refresh();
  say(t('saidRemoved'));
}

export async function reuse(paper: number, one: Held): Promise<void> {
  const d = dossier.value!, body = { paper, from_dossier: one.dossier, scan: one.scan };
  const done = await once(`reuse ${d.id} ${JSON.stringify(body)}`, (header) => api.POST('/dossiers/{dossier}/scans/reuse', { params: { path: { dossier: d.id }, header }, body }));
  if (!done) return;
  choosing.value = null;
  await refresh();
  say(t('saidReused', { name: nameOf(paper), code: one.dossier_code ?? one.dossier }));
}

/** Again whenever something happens to the open dossier, or to what the scanner sent (`inbox`). */
export function begin(inbox: () => Promise<void>): void {
  const asked = new URLSearchParams(location.hash.slice(1)).get('ho-so');
  connect(['dossiers'], {
    snapshot: () => { void refresh(); void inbox(); },
    event: (event) => {
      if (event.kind.startsWith('scanner_')) void inbox();
      else if (event.subject === dossier.value?.id) void refresh();
    },
  });
  if (asked) void open(asked);
}
