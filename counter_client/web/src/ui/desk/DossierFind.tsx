/** `/`: a dossier by code, name or number. */
import { api, type Schemas } from '../../core/api';
import { SearchBox, type Found } from '../SearchBox';
import { t } from './texts';

const LEAST_CHARACTERS = 2;
const SHOWN = 8;

type Open = (id: string) => void;
const shown = (d: Schemas['DossierSummary'], open: Open): Found => ({
  id: d.id, title: d.applicant_name, detail: `${d.code ?? d.external_code ?? t('noCode')} · ${d.procedure_name}`, open: () => open(d.id),
});

async function find(text: string, open: Open): Promise<Found[]> {
  const { data } = await api.GET('/dossiers', { params: { query: { q: text, limit: SHOWN } } });
  return (data?.items ?? []).map((d) => shown(d, open));
}

export const DossierFind = ({ open }: { open: Open }) => <SearchBox t={t} search={(text) => (text.length < LEAST_CHARACTERS ? null : find(text, open))} />;
