/** The figures of the page as files, made by the server: the rates of the overview, or the list that is shown. */
import { useState } from 'preact/hooks';
import { Download, Printer } from 'lucide-static';
import { api, isAway, keyed, saying, type Problem } from '../../core/api';
import { hasRole } from '../../core/session';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { openQuery } from './DossierList';
import { periodQuery } from './period';
import { route } from './router';
import { by, period } from './store';
import { t } from './texts';

const ATTEMPTS = 50, PAUSE_MS = 200;
const pause = () => new Promise((done) => setTimeout(done, PAUSE_MS));

/** What is exported here; null for the dossiers behind a figure, which have no file of their own. */
function what(): { path: string; query: Record<string, string | number> } | null {
  const { page, query } = route.value;
  if (page === 'overview') return { path: 'on-time', query: { ...periodQuery(period.value), by: by.value } };
  return query.has('column') ? null : { path: 'open', query: openQuery(query) };
}

const fileOf = (format: 'csv' | 'xlsx'): string => {
  const { path, query } = what()!;
  return `/api/v1/reports/${path}/export?${new URLSearchParams({ ...Object.fromEntries(Object.entries(query).map(([k, v]) => [k, String(v)])), format })}`;
};

/** The page is asked for, and opened once the server has made it. */
async function makePage(): Promise<string> {
  const params = { header: keyed() };
  const asked = route.value.page === 'overview'
    ? await api.POST('/reports/on-time/print', { params, body: { ...periodQuery(period.value), by: by.value } })
    : await api.POST('/reports/open/print', { params, body: (({ due_today, ...rest }) => ({ ...rest, ...(due_today ? { due_today: true } : {}) }))(openQuery(route.value.query)) });
  if (!asked.data) throw asked.error;
  const id = asked.data.id;
  for (let i = 0; i < ATTEMPTS; i++) {
    const { data } = await api.GET('/print-jobs/{print_job}', { params: { path: { print_job: id } } });
    if (data?.state === 'created') return `/api/v1/print-jobs/${id}/document`;
    if (data?.state === 'attention') throw { title: data.message ?? '' };
    await pause();
  }
  throw { title: t('away') };
}

export function Exports() {
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  if (!what()) return null;
  const print = async () => {
    const tab = window.open('', '_blank'); // now, while the browser sees the click
    setSaid({ text: t('printing'), bad: false });
    try {
      const page = await makePage();
      if (tab) tab.location.href = page;
      else location.href = page;
      setSaid({ text: t('printReady'), bad: false });
    } catch (error) {
      tab?.close();
      setSaid({ text: t('printFailed', { why: isAway(error) ? t('away') : saying(error as Problem) }), bad: true });
    }
  };
  return (
    <div class="exports" role="group" aria-label={t('exportOf')}>
      {said && <p role="status" class={said.bad ? 'bad' : ''}>{said.text}</p>}
      <a class="btn" href={fileOf('xlsx')} download><Icon of={Download} />{t('excel')}</a>
      <a class="btn" href={fileOf('csv')} download><Icon of={Download} />{t('csv')}</a>
      {hasRole('LD_PHONG', 'LANH_DAO', 'GD_TT', 'TO_HOP_BC') && <Button icon={Printer} onClick={() => void print()}>{t('print')}</Button>}
    </div>
  );
}
