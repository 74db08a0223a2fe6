/** `/`: dossiers by code, name or personal number, tickets by number. */
import type { Found } from '../../ui/SearchBox';
import { dossierHalf } from './dossier';
import { serviceName, tickets } from './queue';
import { dialog } from './store';

const TICKETS = 5;
const SHOWN = 12;

/** Tickets whose number begins so. */
const findTickets = (text: string): Found[] => [...tickets.value.values()].filter((x) => x.number.toLowerCase().startsWith(text.toLowerCase()))
  .slice(0, TICKETS).map((x) => ({ id: x.id, title: x.number, detail: serviceName(x.service), open: () => (dialog.value = { ticket: x.id }) }));

export async function search(text: string): Promise<readonly Found[]> {
  return [...findTickets(text), ...await dossierHalf.search(text).catch(() => [])].slice(0, SHOWN);
}
