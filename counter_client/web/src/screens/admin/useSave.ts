/**
 * A form that is sent: its faults by field, a conflict that names the person, what was typed kept
 * whatever happens. A repeat after a lost answer goes with the same key, so nothing is done twice.
 */
import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../core/api';
import { uuid } from '../../core/uuid';
import type { Fault } from '../../ui/ErrorSummary';
import { t } from './texts';
import { why } from './store';

/** Id of the field that a pointer of the body speaks of; '' for none of them. */
type FieldOf = (pointer: string) => string;
export type Clash = { by: string; at: string | null; current: Record<string, unknown> };

const inUse: Partial<Record<string, 'inUse' | 'ticketsWaiting'>> = { in_use: 'inUse', tickets_waiting: 'ticketsWaiting' };

function faultsOf(problem: Problem, fieldOf: FieldOf, first: string): Fault[] {
  if (problem.errors?.length) return problem.errors.map((e) => ({ id: fieldOf(e.pointer) || first, message: e.message }));
  const known = inUse[problem.code];
  return [{ id: first, message: known ? t(known, { what: problem.conflicting_code ?? '' }) : problem.detail ?? problem.title }];
}

/** first: the field that takes what belongs to none. */
export function useSave(first: string, fieldOf: FieldOf) {
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [clash, setClash] = useState<Clash | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef<string | null>(null);

  /** Send; resolves with the answer, or null when it was refused or lost and the form says so. */
  async function send<T>(ask: (key: string) => Promise<{ data?: T; error?: unknown }>): Promise<T | null> {
    if (busy) return null;
    setBusy(true);
    setFaults([]);
    try {
      const { data, error } = await ask((key.current ??= uuid()));
      key.current = null; // the next attempt is another one
      if (data !== undefined) return data;
      const problem = error as Problem | undefined;
      if (problem?.code === 'version_conflict') setClash({ by: problem.changed_by || t('commandLine'), at: problem.changed_at ?? null, current: (problem.current ?? {}) as Record<string, unknown> });
      else if (problem && problem.code !== 'unauthenticated') setFaults(faultsOf(problem, fieldOf, first));
    } catch (error) {
      setFaults([{ id: first, message: why(error) }]); // the key is kept: asked again, it tells the truth
    } finally {
      setBusy(false);
    }
    return null;
  }
  const of = (id: string): string | undefined => faults.find((f) => f.id === id)?.message;
  return { faults, setFaults, of, clash, forget: () => setClash(null), busy, send };
}
