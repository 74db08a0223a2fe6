/** For the search field of the bar: dossiers by code, name, personal number or phone. Tones are not needed; exact spelling comes first (R14). */
import { api } from '../../../core/api';
import { rank } from '../../../core/fold';
import { now } from '../../../core/clock';
import { date, isoDay } from '../../../core/format';
import { me, openDossier } from '../store';
import type { Found } from '../../../ui/SearchBox';
import { open, ready, type Row } from './worklist';
import { t } from './texts';

/** The end of a code, as people say it: "260310-0009", or "0009" of today or of the lists at hand. */
const TAIL = /^(?:(\d{6})-)?(\d{4,6})$/;
async function byTail(q: string): Promise<readonly Row[]> {
  const m = TAIL.exec(q);
  if (!m) return [];
  const code = `${me.value?.centre.centre}-${m[1] ?? isoDay(now()).slice(2).replaceAll('-', '')}-${m[2]}`;
  const { data } = await api.GET('/dossiers', { params: { query: { code, limit: 1 } } });
  return [...(data?.items ?? []), ...[...open.value.rows, ...ready.value.rows].filter((r) => r.code?.endsWith(`-${q}`))];
}

export async function search(text: string): Promise<readonly Found[]> {
  const q = text.trim().normalize('NFC').slice(0, 60);
  if (q.length < 2) return [];
  const [{ data }, tailed] = await Promise.all([api.GET('/dossiers', { params: { query: { q, limit: 50 } } }), byTail(q)]);
  const all = new Map([...tailed, ...(data?.items ?? [])].map((d) => [d.id, d]));
  return [...all.values()].map((d) => ({ d, best: rank(d.applicant_name, q) })).sort((a, b) => b.best - a.best).slice(0, 8).map(({ d }) => ({
    id: d.id, title: d.applicant_name,
    detail: [d.code ?? d.external_code ?? t('noCode'), d.procedure_name, t(`state_${d.state}`), date(d.created_at)].join(' · '),
    open: () => void openDossier(d.id),
  }));
}
