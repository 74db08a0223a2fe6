/**
 * The promise before the paper (R9): while a draft is filled in, the server is asked what would happen.
 * The due date comes with its ledger and every fault from a dry run, the slip as a picture that the
 * printer program draws from the same content as the paper.
 */
import { effect, signal } from '@preact/signals';
import { api, isAway, saying, signedOut, type Problem, type Schemas } from '../../../core/api';
import { uuid } from '../../../core/uuid';
import { link, me } from '../store';
import { draft, shownForm } from './desk';
import { missing, toRequest, type Create, type Draft } from './draft';
import { t } from './texts';

export type Preview = Schemas['DossierPreview'];
/** none: no procedure yet; asking; here; away: the server is not reached; refused: said in `why`. */
export type Promised = { state: 'none' | 'asking' | 'here' | 'away' | 'refused'; answer: Preview | null; why: string | null };
export const promised = signal<Promised>({ state: 'none', answer: null, why: null });
/** The picture of the slip: an object URL; why: what stops a newer one. */
export const slip = signal<{ url: string | null; why: string | null }>({ url: null, why: null });

const ASK_MS = 150, DRAW_MS = 600, NO_NAME = '…';

/** The answer of a dry run: every fault at once. */
export async function tryOut(body: Create): Promise<{ data?: Preview; problem?: Problem }> {
  const { data, error } = await api.POST('/dossiers', { params: { query: { dry_run: true }, header: { 'Idempotency-Key': uuid() } }, body });
  return data ? { data: data as Preview } : { problem: error as Problem };
}

/* ---- the due date: depends on procedure and channel alone ------------------------------------ */

let asked = '', asking: ReturnType<typeof setTimeout> | undefined;

async function askDue(body: Create, key: string): Promise<void> {
  try {
    const { data, problem } = await tryOut(body);
    if (key !== asked) return;
    promised.value = data ? { state: 'here', answer: data, why: null } : { state: 'refused', answer: null, why: problem ? saying(problem) : null };
  } catch (error) {
    if (!isAway(error)) throw error;
    if (key === asked) { promised.value = { ...promised.value, state: 'away' }; asked = ''; }
  }
}

effect(() => {
  const d = draft.value, online = link.value.online && !signedOut.value;
  if (!d?.procedure || !me.value) {
    asked = '';
    clearTimeout(asking);
    promised.value = { state: 'none', answer: null, why: null };
    return;
  }
  const key = JSON.stringify([d.id, d.procedure, d.channel, online]);
  if (key === asked) return;
  asked = key;
  clearTimeout(asking);
  if (promised.peek().state === 'none') promised.value = { state: 'asking', answer: null, why: null };
  const body = { ...toRequest(d, 'accept', NO_NAME), representative: null };
  body.applicant = { kind: d.applicant.kind, full_name: NO_NAME };
  asking = setTimeout(() => void askDue(body, key), ASK_MS);
});

/* ---- the picture ------------------------------------------------------------------------------ */

/** The paper that would come: of the form that is open, else the request for what is missing, else the receipt. */
function paperOf(d: Draft): Create {
  const typed = shownForm.value?.values, action = shownForm.value?.action;
  if (action === 'refuse') return { ...toRequest(d, 'refuse', NO_NAME), refusal: { reason_code: 'other', reason: typed?.['reason']?.trim() || NO_NAME } };
  if (!action && missing(d).length === 0) return toRequest(d, 'accept', NO_NAME);
  const items = typed?.['items']?.split('\n').map((i) => i.trim()).filter(Boolean) ?? missing(d).map((p) => p.name);
  return { ...toRequest(d, 'request_supplement', NO_NAME), supplement: { items, reason: typed?.['reason']?.trim() || t('supplementReason') } };
}

let drawn = '', drawing: ReturnType<typeof setTimeout> | undefined;

function show(picture: Blob | null, why: string | null): void {
  const old = slip.peek().url;
  const url = picture ? URL.createObjectURL(picture) : why ? old : null;
  slip.value = { url, why };
  if (old && old !== url) URL.revokeObjectURL(old);
}

async function draw(body: Create, key: string): Promise<void> {
  try {
    const { data, error } = await api.POST('/print-previews', { body, parseAs: 'blob' });
    if (key !== drawn) return;
    if (data) show(data as unknown as Blob, null);
    else show(null, saying(error as Problem));
  } catch (error) {
    if (!isAway(error)) throw error;
    if (key === drawn) drawn = '';
  }
}

effect(() => {
  const d = draft.value;
  if (!d?.procedure || !me.value || !link.value.online || signedOut.value) {
    clearTimeout(drawing);
    drawn = '';
    if (!d?.procedure) show(null, null);
    return;
  }
  const body = paperOf(d), key = JSON.stringify(body);
  if (key === drawn) return;
  drawn = key;
  clearTimeout(drawing);
  drawing = setTimeout(() => void draw(body, key), slip.peek().url ? DRAW_MS : 0);
});
