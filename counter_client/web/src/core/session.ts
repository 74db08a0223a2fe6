/** Who uses this screen: an account that signs in, or a paired device. */
import { signal } from '@preact/signals-core';
import { api, signedOut, type Problem, type Schemas } from './api';
import { setRate, heard } from './clock';

export type Me = Schemas['Me'];
/** undefined: not asked yet; null: nobody is signed in. */
export const me = signal<Me | null | undefined>(undefined);

/** Ask who is signed in; throws when the server cannot be reached. In a training centre its clock is taken over. */
export async function whoAmI(): Promise<Me | null> {
  const { data } = await api.GET('/me');
  if (data) signedOut.value = false;
  if (data?.centre.training) {
    const { data: clock } = await api.GET('/training/clock');
    if (clock) { setRate(clock.rate); heard(clock.now); }
  }
  return (me.value = data ?? null);
}

/** Sign in; the cookie is the session. Returns the problem, or null when signed in. */
export async function signIn(account: string, password: string): Promise<Problem | null> {
  const { error } = await api.POST('/session', { body: { account, password } });
  if (error) return error as Problem;
  await whoAmI();
  return null;
}

export async function signOut(): Promise<void> {
  await api.DELETE('/session');
  me.value = null;
}

export const hasRole = (...roles: Schemas['Role'][]): boolean => roles.some((r) => me.value?.roles.includes(r));
