/** The money of one dossier and of the till, as signals. Nothing is counted here but what the server gave. */
import { computed, signal } from '@preact/signals';
import { api, type Schemas } from '../../core/api';
import { connect } from '../../core/live';
import { loadQr as loadQrMaker } from '../../core/qr-later';
import { hasRole, me } from '../../core/session';
import { ask, once as onceAsked, said } from '../../ui/desk/acts';

export type Dossier = Schemas['Dossier'];
export type Receipt = Schemas['Receipt'];
export type Fee = Schemas['Fee'];

export const dossier = signal<Dossier | null>(null);
export const receipts = signal<readonly Receipt[]>([]);
export const qr = signal<Schemas['PaymentQr'] | null>(null);
export const till = signal<Schemas['Till'] | null>(null);
export const closings = signal<readonly Schemas['CashClosing'][]>([]);
/** What is being filled in; one at a time. */
export type Form = { what: 'refund'; fee: number } | { what: 'issue' } | { what: 'void'; receipt: Receipt };
export const form = signal<Form | null>(null);

export const mayRead = (): boolean => hasRole('TIEP_NHAN', 'LANH_DAO', 'GD_TT', 'KIEM_TRA');
export const mayTake = (): boolean => hasRole('TIEP_NHAN');
export const mayDecide = (receipt: Receipt): boolean => hasRole('GD_TT') && receipt.asked_by !== me.value?.account;

/** Of a dossier that was refused or stopped nothing is taken any more. */
export const owed = computed(() => (dossier.value && !['refused', 'stopped'].includes(dossier.value.state) ? dossier.value.fees : []).filter((f) => f.state === 'due').reduce((sum, f) => sum + f.amount, 0));
/** Paid lines that stand on no receipt in force. */
export const receiptable = computed(() => {
  const covered = new Set(receipts.value.filter((r) => r.state !== 'voided').flatMap((r) => r.lines.map((l) => l.fee)));
  return (dossier.value?.fees ?? []).filter((f, i) => f.settled && f.state === 'settled' && !covered.has(i + 1));
});

/** Do it once, and show what it made of the money. */
export async function once<T>(act: string, request: Parameters<typeof onceAsked<T>>[1]): Promise<T | null> {
  const data = await onceAsked(act, request);
  if (data !== null) await refresh();
  return data;
}

async function loadReceipts(id: string): Promise<void> {
  const data = await ask(() => api.GET('/dossiers/{dossier}/receipts', { params: { path: { dossier: id } } }));
  if (data && dossier.value?.id === id) receipts.value = data.items;
}

export async function loadQr(id: string): Promise<void> {
  const { data } = await api.GET('/dossiers/{dossier}/payment-qr', { params: { path: { dossier: id } } }).catch(() => ({ data: undefined }));
  if (dossier.value?.id === id) qr.value = data ?? null; // nothing owed, or no account of the centre: no code
}

/** Open a dossier, or bring the open one up to date. */
export async function open(id: string): Promise<void> {
  const data = await ask(() => api.GET('/dossiers/{dossier}', { params: { path: { dossier: id } } }));
  if (!data) return;
  if (dossier.value?.id !== id) { receipts.value = []; qr.value = null; form.value = null; said.value = null; }
  dossier.value = data;
  await Promise.all([loadReceipts(id), loadQr(id)]);
}

export async function loadTill(): Promise<void> {
  const now = await ask(() => api.GET('/cash-closings/next'));
  if (now) till.value = now;
  const past = await ask(() => api.GET('/cash-closings', { params: { query: { limit: 5 } } }));
  if (past) closings.value = past.items;
}

const refresh = () => Promise.all([dossier.value ? open(dossier.value.id) : null, loadTill()]);

/** Everything, and again when something happens to the open dossier or a closing is made. */
export function begin(): void {
  const asked = new URLSearchParams(location.hash.slice(1)).get('ho-so');
  connect(['dossiers'], {
    snapshot: () => void refresh(),
    event: (event) => { if (event.subject === dossier.value?.id || event.kind.startsWith('cash_') || event.kind.startsWith('receipt_')) void refresh(); },
  });
  if (asked) void open(asked);
  void loadQrMaker();
}
