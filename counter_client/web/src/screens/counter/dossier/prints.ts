/** What was printed for the open dossier: followed live, printed again with one key, settled by who looked at the printer. */
import { effect, signal } from '@preact/signals';
import { api, isAway, type Schemas } from '../../../core/api';
import { change, onEvent, say } from '../store';
import { saying } from '../../../core/api';
import { dossier } from './case';
import { t } from './texts';

export type Job = Schemas['PrintJob'];
export const jobs = signal<readonly Job[]>([]);

async function load(id: string): Promise<void> {
  try {
    const { data } = await api.GET('/print-jobs', { params: { query: { subject: id, limit: 100 } } });
    if (data && dossier.value?.id === id) jobs.value = data.items;
  } catch (error) {
    if (!isAway(error)) throw error;
  }
}

let shown = '';
effect(() => {
  const d = dossier.value, key = d ? `${d.id} ${d.print_jobs.length}` : '';
  if (key === shown) return;
  if (!d || !shown.startsWith(`${d.id} `)) jobs.value = [];
  shown = key;
  if (d?.print_jobs.length) void load(d.id);
});
onEvent('print_', (event) => {
  const job = event.print_job;
  if (!job || job.subject !== dossier.value?.id) return;
  jobs.value = [job, ...jobs.value.filter((j) => j.id !== job.id)].sort((a, b) => Number(b.id.slice(1)) - Number(a.id.slice(1)));
});

/** Print a page again: a new job with the next copy number, marked on the page. */
/** Where the page of a job is read, in a tab of its own. */
export const pageOf = (job: Job) => ({ href: `/api/v1/print-jobs/${job.id}/document`, target: '_blank' });
export async function reprint(job: Job): Promise<void> {
  const answer = await change<Job>(t('reprint'), job.id, { path: `/print-jobs/${job.id}/reprint`, body: { reason: t('reprintReason') } });
  if (answer.problem) say(saying(answer.problem), { tone: 'bad' });
  else say(t(answer.kept ? 'reprintKept' : 'saidReprinted', { n: answer.data?.copy ?? 2 }), { tone: answer.kept ? 'bad' : 'good' });
}

export async function reprintLast(): Promise<void> {
  const last = dossier.value?.print_jobs.at(-1);
  const job = jobs.value.find((j) => j.id === last) ?? (last ? ({ id: last } as Job) : null);
  if (job) await reprint(job);
}

/** Somebody looked at the printer. */
export async function resolve(job: Job, state: 'printed' | 'cancelled'): Promise<void> {
  const answer = await change<Job>(t(state === 'printed' ? 'itPrinted' : 'itDidNot'), job.id, { path: `/print-jobs/${job.id}/resolve`, body: { state } });
  if (answer.problem) say(saying(answer.problem), { tone: 'bad' });
}
