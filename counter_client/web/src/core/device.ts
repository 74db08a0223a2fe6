/**
 * A screen that is a device: kiosk or lobby board. A person types the administrator's pairing code
 * once; the server then keeps the device's token in a cookie that no script reads.
 */
import { effect, signal } from '@preact/signals-core';
import { api, isAway, signedOut, speakAs, type Problem, type Schemas } from './api';
import { link } from './live';
import { me, whoAmI } from './session';

export type Screen = Schemas['ScreenKind'];
/** asking: not known yet; never: no cookie here; lost: revoked, or another screen was paired; away: no answer. */
export type Pairing = 'asking' | 'never' | 'lost' | 'paired' | 'away';
export const pairing = signal<Pairing>('asking');

const RETRY_MS = 5000;
let watching = false;

/** A refusal in the middle of work: find out why, so that the screen says so. */
function watch(kind: Screen): void {
  if (watching) return;
  watching = true;
  effect(() => {
    const refused = signedOut.value || link.value.refused;
    if (refused && pairing.peek() === 'paired') void beDevice(kind);
  });
}

/** Say in every request that this page is the screen of such a device, and ask the server which one. */
export async function beDevice(kind: Screen): Promise<Pairing> {
  speakAs(kind);
  try {
    const { error } = await api.GET('/me');
    pairing.value = error ? ((error as Problem).code === 'device_unpaired' ? 'lost' : (error as Problem).status === 401 ? 'never' : 'away') : 'paired';
    if (!error) await whoAmI();
  } catch (failed) {
    if (!isAway(failed)) throw failed;
    if (!me.value) pairing.value = 'away';
  }
  if (pairing.value === 'paired') signedOut.value = false;
  if (pairing.value === 'away') setTimeout(() => void beDevice(kind), RETRY_MS);
  watch(kind);
  return pairing.value;
}

/** Try a code. Null: paired, and the page is now what it was paired as; a board's code typed at a kiosk makes it a board. */
export async function pair(code: string, kind: Screen): Promise<Problem | 'away' | null> {
  try {
    const { data, error } = await api.POST('/devices/pair', { body: { code } });
    if (error) return error as Problem;
    if (data.kind !== kind) location.replace(`/${data.kind}`);
    else await beDevice(kind);
    return null;
  } catch (failed) {
    if (!isAway(failed)) throw failed;
    return 'away';
  }
}
