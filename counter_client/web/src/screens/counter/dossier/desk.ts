/**
 * The drafts of who is signed in. They are kept in this browser alone (localStorage, one list for each
 * account): before acceptance nobody else needs them, and they are there while the server is away.
 * Signing out wipes them, for a counter's PC is shared; those of others that were left behind by an
 * ended session go after a day.
 */
import { batch, computed, effect, signal, untracked } from '@preact/signals';
import { api } from '../../../core/api';
import { now } from '../../../core/clock';
import { current, dirty, mayLeave, me, onLeave, openDossier, opened, savedAt, say, summary, view } from '../store';
import { blank, isEmpty, withProcedure, type Draft, type Procedure } from './draft';
import { t } from './texts';

/** What is typed into the form of an action on a dossier. */
export type Typed = { dossier: string; action: string; values: Record<string, string> };
type Stored = { opened: string | null; row: number | null; draft: string | null; drafts: Draft[]; form: Typed | null; at: number };

const PREFIX = 'motcua.drafts.', LEFT_BEHIND_MS = 24 * 3600_000, SAVE_MS = 200;

export const drafts = signal<readonly Draft[]>([]);
const currentId = signal<string | null>(null);
/** The draft that lies open. */
export const draft = computed<Draft | null>(() => drafts.value.find((d) => d.id === currentId.value) ?? null);
/** The row of papers that was worked on last, so that a reload returns there. */
export const row = signal<number | null>(null);
export const form = signal<Typed | null>(null);
/** The form, where it belongs to what lies open: that of another dossier waits until one goes back to it. */
export const shownForm = computed<Typed | null>(() => (form.value?.dossier === opened.value ? form.value : null));
export const catalogue = signal<readonly Procedure[]>([]);
/** In the version in force. */
export const procedureOf = (d: { procedure: string } | null): Procedure | undefined => catalogue.value.find((p) => p.procedure === d?.procedure);
export const procedure = computed<Procedure | null>(() => procedureOf(draft.value) ?? null);

/** Received or given up here: another tab may still have them in the store. */
const dropped = new Set<string>();
let account: string | null = null, saving: ReturnType<typeof setTimeout> | undefined;

/* ---- keeping -------------------------------------------------------------------------------- */

function save(): void {
  clearTimeout(saving);
  saving = undefined;
  if (!account) return;
  const mine = drafts.value.filter((d) => !isEmpty(d)), ids = new Set(drafts.value.map((d) => d.id));
  const others = (read(PREFIX + account)?.drafts ?? []).filter((d) => !ids.has(d.id) && !dropped.has(d.id)); // begun in another tab
  const kept: Stored = { opened: opened.value, row: row.value, draft: currentId.value, drafts: [...others, ...mine], form: form.value, at: Date.now() };
  localStorage.setItem(PREFIX + account, JSON.stringify(kept));
}
const saveSoon = (): void => { saving ??= setTimeout(save, SAVE_MS); };
addEventListener('pagehide', save);

function read(name: string): Stored | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as Stored | null;
  } catch {
    return null; // a store cut in half by a crash of the machine: nothing to be had from it
  }
}

/** Another tab has saved: what it began is listed here, what it received or dropped is gone, unless it lies open here. */
addEventListener('storage', (e) => {
  if (!account || e.key !== PREFIX + account) return;
  const theirs = read(e.key)?.drafts ?? [], ids = new Set(theirs.map((d) => d.id)), open = draft.value;
  drafts.value = [...theirs.filter((d) => d.id !== open?.id && !dropped.has(d.id)), ...(open && (ids.has(open.id) || e.newValue !== null) ? [open] : [])];
});

/** Drafts of other accounts that nobody came back for. */
function tidy(): void {
  for (const name of Object.keys(localStorage).filter((n) => n.startsWith(PREFIX) && n !== PREFIX + account))
    if ((read(name)?.at ?? 0) < Date.now() - LEFT_BEHIND_MS) localStorage.removeItem(name);
}

function signedIn(who: string): void {
  account = who;
  tidy();
  const kept = read(PREFIX + who);
  if (!kept) return;
  batch(() => {
    drafts.value = kept.drafts;
    currentId.value = kept.draft;
    row.value = kept.row;
    form.value = kept.form;
    dirty.value = draft.value !== null && !isEmpty(draft.value);
    if (opened.value === null && kept.opened) opened.value = kept.opened;
  });
}

function signedOutFor(who: string): void {
  clearTimeout(saving);
  saving = undefined;
  localStorage.removeItem(PREFIX + who);
  batch(() => { drafts.value = []; currentId.value = null; row.value = null; form.value = null; dirty.value = false; opened.value = null; });
}

effect(() => {
  const who = me.value?.account ?? null;
  if (who === account) return;
  untracked(() => {
    if (account) signedOutFor(account);
    account = null;
    if (who) signedIn(who);
  });
});
effect(() => { void opened.value; void form.value; void row.value; if (account) saveSoon(); });

/** The catalogue of procedures: loaded once, searched here, so that each letter answers at once. */
async function loadCatalogue(): Promise<void> {
  const all: Procedure[] = [];
  let after: string | undefined;
  do {
    const { data } = await api.GET('/procedures', { params: { query: { limit: 500, ...(after ? { after } : {}) } } });
    if (!data) return;
    all.push(...data.items);
    after = data.next ?? undefined;
  } while (after);
  catalogue.value = all;
}
effect(() => { if (me.value?.account) void loadCatalogue().catch(() => undefined); });

/* ---- the open draft ------------------------------------------------------------------------- */

const ticketHere = (): string | null => (current.value && current.value.state !== 'done' ? current.value.id : null);

/** A new intake lies open, blank unless one was begun. */
effect(() => {
  if (opened.value === 'new' && account && !draft.value) {
    const fresh = blank(ticketHere(), now());
    drafts.value = [...drafts.peek().filter((d) => !isEmpty(d)), fresh];
    currentId.value = fresh.id;
  }
});

/** Something was typed. */
export function put(patch: Partial<Draft> | ((d: Draft) => Draft)): void {
  const d = draft.value;
  if (!d) return;
  const next = { ...(typeof patch === 'function' ? patch(d) : { ...d, ...patch }), savedAt: now() };
  batch(() => {
    drafts.value = drafts.value.map((x) => (x.id === d.id ? next : x));
    dirty.value = !isEmpty(next) && !next.sent;
    savedAt.value = next.savedAt;
  });
  saveSoon();
}

export function chooseProcedure(p: Procedure): void {
  put((d) => withProcedure(d, p));
  row.value = null;
}

/** May receive dossiers; the server refuses it to all others (x-roles of POST /dossiers). */
export const mayReceive = computed<boolean>(() => !!me.value?.roles.some((r) => r === 'TIEP_NHAN' || r === 'GD_TT'));

/** Begin a new intake, whatever is open. False: the person stays where he is. */
export async function begin(): Promise<boolean> {
  if (!mayReceive.value) { say(t('onlyReception'), { tone: 'bad' }); return false; }
  if (opened.value === 'new' && draft.value && isEmpty(draft.value)) { view.value = 'work'; return true; }
  if (opened.value === 'new') {
    if (!(await mayLeave())) return false;
    batch(() => { currentId.value = null; opened.value = 'new'; }); // the effect above makes the next one
    return true;
  }
  if (!draft.value?.sent && draft.value && !isEmpty(draft.value)) await hold();
  await openDossier('new');
  return opened.value === 'new';
}

export async function takeUp(id: string): Promise<void> {
  if (id !== currentId.value && !(await mayLeave())) return;
  batch(() => { currentId.value = id; dirty.value = !(draft.value?.sent ?? true); opened.value = 'new'; });
}

/** The draft is kept and put aside. */
export async function hold(): Promise<void> {
  batch(() => { currentId.value = null; dirty.value = false; form.value = null; });
  save();
}

export function drop(id: string | undefined = currentId.value ?? undefined): void {
  if (id) dropped.add(id);
  batch(() => {
    drafts.value = drafts.value.filter((d) => d.id !== id);
    if (currentId.value === id) { currentId.value = null; dirty.value = false; form.value = null; }
  });
  save();
}
onLeave({ hold: async () => { await hold(); if (opened.value === 'new') opened.value = null; }, discard: () => { drop(); if (opened.value === 'new') opened.value = null; } });

effect(() => { if (opened.value === 'new') summary.value = procedure.value?.name ?? draft.value?.applicant.full_name ?? ''; else if (opened.value === null) summary.value = ''; });
