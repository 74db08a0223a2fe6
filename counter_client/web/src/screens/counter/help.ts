/** Calls for help from the kiosks of this site: shown until somebody goes there. */
import { computed, signal } from '@preact/signals';
import { api, type Schemas } from '../../core/api';
import { hasRole } from '../../core/session';
import { change, counter, onEvent, onResync, refused, say } from './store';
import { t } from './texts';

type HelpCall = Schemas['HelpCall'];
const calls = signal<ReadonlyMap<string, HelpCall>>(new Map());

/** The calls that nobody has taken, oldest first. */
export const helpCalls = computed(() => [...calls.value.values()].filter((h) => h.site === counter.value?.site).sort((a, b) => Date.parse(a.made_at) - Date.parse(b.made_at)));

function take(call: HelpCall): void {
  const next = new Map(calls.value);
  if (call.state === 'open') next.set(call.id, call);
  else next.delete(call.id);
  calls.value = next;
}

/** Hear of them from now on. */
export function watchHelp(): void {
  if (!hasRole('TIEP_NHAN', 'PHAT_SO')) return;
  onEvent('help_', (event) => { if (event.help_call) take(event.help_call); });
  onResync(async () => {
    const { data } = await api.GET('/help-calls', { params: { query: { state: 'open', limit: 100 } } });
    if (data) calls.value = new Map(data.items.map((h) => [h.id, h]));
  });
}

/** "I am coming": the kiosk says so to the person who called. */
export async function goThere(call: HelpCall): Promise<void> {
  const answer = await change<HelpCall>(t('helpTake'), call.id, { path: `/help-calls/${call.id}/take`, body: {} });
  if (answer.problem) {
    refused(answer.problem);
    take({ ...call, state: 'taken' }); // somebody else goes
  } else if (answer.data) {
    take(answer.data);
    say(t('saidHelp', { place: call.made_by }), { tone: 'good' });
  }
}
