/** What became of the paper of this kiosk's tickets. A ticket is valid whether it is printed or not. Screens R23. */
import { signal } from '@preact/signals';
import { api, isAway } from '../../core/api';
import type { EventData } from '../../core/live';

export type Paper = 'printing' | 'printed' | 'trouble' | 'none';
/** Of the ticket that is shown. */
export const paper = signal<Paper>('none');
/** The printer failed the last ticket and has not printed since. */
export const printerDown = signal(false);

type Job = { id: string; state: string; printer: string | null; message: string | null };
const LATE_MS = 6000; // a printer that has said nothing by then is no help
let following = '';
let late: ReturnType<typeof setTimeout> | undefined;

function take(job: Job): void {
  if (job.id !== following) return;
  const before = paper.value;
  if (!job.printer) paper.value = 'none';
  else if (job.state === 'printed') paper.value = 'printed';
  else if (job.state === 'attention' || job.state === 'cancelled' || job.message) paper.value = 'trouble';
  if (paper.value !== before || job.state === 'printed') printerDown.value = paper.value === 'trouble';
  if (paper.value !== 'printing') clearTimeout(late);
}

export function hearPrint(e: EventData): void {
  if (e.print_job) take(e.print_job);
}

/** Follow the sheet of a new ticket; `hasPrinter`: whether the site has a printer of tickets. */
export function followPrint(job: string | null, hasPrinter: boolean): void {
  following = job ?? '';
  paper.value = job && hasPrinter ? 'printing' : 'none';
  clearTimeout(late);
  if (paper.value === 'printing') {
    void ask(following);
    late = setTimeout(() => { if (paper.value === 'printing') { paper.value = 'trouble'; printerDown.value = true; } }, LATE_MS);
  }
}

/** The event may have come before the answer that names the job. */
async function ask(job: string): Promise<void> {
  try {
    const { data } = await api.GET('/print-jobs/{print_job}', { params: { path: { print_job: job } } });
    if (data) take(data);
  } catch (error) {
    if (!isAway(error)) throw error;
  }
}
