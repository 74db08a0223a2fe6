/** A call for help: sent until the server has it, and answered when one of the staff takes it. R-903. */
import { signal } from '@preact/signals';
import { api, isAway, keyed, type Schemas } from '../../core/api';
import type { EventData } from '../../core/live';

type HelpState = 'sending' | 'sent' | 'coming' | 'away';
export const helpOpen = signal(false);
export const help = signal<HelpState>('sending');
let mine = '';

export function hearHelp(e: EventData): void {
  const call: Schemas['HelpCall'] | undefined = e.help_call;
  if (call && call.id === mine && call.state === 'taken') help.value = 'coming';
}

export async function callHelp(): Promise<void> {
  helpOpen.value = true;
  help.value = 'sending';
  try {
    const { data } = await api.POST('/help-calls', { headers: keyed(), body: {}, signal: AbortSignal.timeout(5000) } as never);
    const call = data as Schemas['HelpCall'] | undefined;
    if (!call) { help.value = 'away'; return; }
    mine = call.id;
    help.value = call.state === 'taken' ? 'coming' : 'sent';
  } catch (error) {
    if (!isAway(error)) throw error;
    help.value = 'away';
  }
}
