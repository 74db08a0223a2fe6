/**
 * What a scanner reads (R8): the QR code of an identity card, or of a slip of this centre. Taken from
 * anywhere; it never lands in a field. The server checks a card's text; what it cannot read is said.
 */
import { api, isAway, saying, type Problem, type Schemas } from '../../../core/api';
import { opened, openDossier, say } from '../store';
import { now } from '../../../core/clock';
import { begin, draft, form, put, shownForm } from './desk';
import { dossier } from './case';
import { isOddName, shownDate, type Person } from './draft';
import { editing, focusSoon } from './view';
import { t } from './texts';

type Card = Schemas['Card'];
const CARD = /^\d{12}\|/, SLIP = /(?:^|\/hs\/)((?:[A-Z]\d{2}|\d{3})\.[0-9A-Z.]+-\d{6}-\d{4,})(?:\?|$)/i;

/** Code of a dossier in a scanned address or code; null for anything else. */
export const codeOf = (text: string): string | null => SLIP.exec(text.trim())?.[1]?.toUpperCase() ?? null;

const person = (card: Card, before: Person): Person => ({
  ...before, kind: before.kind === 'citizen' ? 'citizen' : before.kind, full_name: card.full_name ?? '', personal_id: card.personal_id,
  birth_date: shownDate(card.birth_date), sex: card.sex, address: card.address ?? '', identity_document: 'card',
});

/** The card is of who collects a result: the applicant himself, or somebody else. */
function collects(card: Card): void {
  const d = dossier.value!, f = form.value!;
  const kind = card.personal_id === d.applicant.personal_id ? 'applicant' : card.personal_id === d.representative?.personal_id ? 'representative' : 'other';
  form.value = { ...f, values: { ...f.values, kind, ...(kind === 'other' ? { full_name: card.full_name ?? '', personal_id: card.personal_id } : {}) } };
  say(t(kind === 'applicant' ? 'collectorIs' : kind === 'representative' ? 'collectorIsHelper' : 'collectorIsOther', { name: card.full_name ?? card.personal_id }), { tone: kind === 'other' ? 'bad' : 'good' });
}

async function take(card: Card): Promise<void> {
  if (shownForm.value?.action === 'return_result' && dossier.value) return collects(card);
  const into = opened.value === 'new' && draft.value && !draft.value.sent && !draft.value.applicant.personal_id;
  if (!into && opened.value === 'new' && draft.value?.applicant.personal_id === card.personal_id) return say(t('scannedAgain', { name: draft.value.applicant.full_name }));
  if (!into && !(await begin())) return;
  const name = card.full_name ?? '', odd = !name || isOddName(name) || card.warnings.some((w) => w.code === 'retype');
  put((d) => ({ ...d, applicant: person(card, d.applicant), scannedAt: now(), odd }));
  editing.value = odd;
  say(odd ? t('scannedOdd') : t('scannedCard', { name }), { tone: odd ? 'bad' : 'good' });
  focusSoon(() => document.getElementById(odd ? 'd-full_name' : 'd-find')); // no such box once the procedure is chosen
}

async function readCard(text: string): Promise<void> {
  try {
    const { data, error } = await api.POST('/identity/card', { body: { text } });
    if (data) await take(data);
    else say(`${t('cardUnread')} ${saying(error as Problem)}`, { tone: 'bad' });
  } catch (error) {
    if (!isAway(error)) throw error;
    say(t('cardAway'), { tone: 'bad' });
  }
}

/** Open the dossier of a slip. */
async function openCode(code: string): Promise<void> {
  try {
    const { data, error } = await api.GET('/dossiers', { params: { query: { code, limit: 1 } } });
    const found = data?.items[0];
    if (error) say(saying(error as Problem), { tone: 'bad' });
    else if (!found) say(t('codeUnknown', { code }), { tone: 'bad' });
    else await openDossier(found.id);
  } catch (error) {
    if (!isAway(error)) throw error;
    say(t('codeAway'), { tone: 'bad' });
  }
}

/** A whole scan; true when it is of a card or a slip. */
export function onScan(text: string): boolean {
  const code = codeOf(text);
  if (code) void openCode(code);
  else if (CARD.test(text)) void readCard(text.slice(0, 2000));
  else return false;
  return true;
}
