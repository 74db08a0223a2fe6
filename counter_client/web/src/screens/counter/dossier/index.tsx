/** The dossier half: what the shell shows in the middle and on the right. */
import { signal } from '@preact/signals';
import type { DossierHalf } from '../half';

export const dossierHalf: DossierHalf = {
  DossierPane: () => null, DuePane: () => null, MyDossiers: () => null, ReturnPane: () => null,
  onScan: () => false, keys: [], search: async () => [], primary: signal(false),
};
