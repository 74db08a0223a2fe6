/** For the search field of the bar: dossiers by code, name, personal number or phone. Tones are not needed; exact spelling comes first (R14). */
import { api } from '../../../core/api';
import { rank } from '../../../core/fold';
import { date } from '../../../core/format';
import { openDossier } from '../store';
import type { Found } from '../half';
import { t } from './texts';

export async function search(text: string): Promise<readonly Found[]> {
  const q = text.trim().normalize('NFC').slice(0, 60);
  if (q.length < 2) return [];
  const { data } = await api.GET('/dossiers', { params: { query: { q, limit: 50 } } });
  return (data?.items ?? []).map((d) => ({ d, best: rank(d.applicant_name, q) })).sort((a, b) => b.best - a.best).slice(0, 8).map(({ d }) => ({
    id: d.id, title: d.applicant_name,
    detail: [d.code ?? d.external_code ?? t('noCode'), d.procedure_name, t(`state_${d.state}`), date(d.created_at)].join(' · '),
    open: () => void openDossier(d.id),
  }));
}
