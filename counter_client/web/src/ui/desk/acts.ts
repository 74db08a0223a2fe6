/**
 * What the desk screens (cashier, scans, petitions) ask of the server and do there. Each act carries a key
 * that its repeat keeps, so that an answer that is lost never makes anything happen twice.
 */
import { signal } from '@preact/signals';
import { isAway, keyed, saying, type Problem } from '../../core/api';
import { uuid } from '../../core/uuid';
import { t } from './texts';

export type Asked<T> = Promise<{ data?: T; error?: unknown }>;
/** What was just done or refused, in one line. */
export const said = signal<{ text: string; bad: boolean } | null>(null);
export const say = (text: string, bad = false): void => { said.value = { text, bad }; };

/** Ask; the answer, or null with the reason said. */
export async function ask<T>(question: () => Asked<T>): Promise<T | null> {
  try {
    const { data, error } = await question();
    if (data !== undefined) return data;
    say(saying(error as Problem), true);
  } catch (error) {
    if (!isAway(error)) throw error;
    say(t('away'), true);
  }
  return null;
}

/** Keys of acts that were not answered: the same act again is the same request. */
const unanswered = new Map<string, string>();

/** Do it once; the answer, or null with the reason said. `act` tells one act from another: what, of which, with which words. */
export function once<T>(act: string, request: (header: ReturnType<typeof keyed>) => Asked<T>): Promise<T | null> {
  const key = unanswered.get(act) ?? uuid();
  unanswered.set(act, key);
  return ask(async () => {
    const answer = await request(keyed(key));
    unanswered.delete(act);
    return answer;
  });
}
