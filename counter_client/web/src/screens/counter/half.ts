/** What the dossier half gives to the shell: the shape of dossier/index.ts. README.md explains each. */
import type { ComponentType } from 'preact';
import type { ReadonlySignal } from '@preact/signals';
import type { Found } from '../../ui/SearchBox';

export type Key = {
  /** As core/keys.ts names it: "F8", "a", "1". */
  key: string;
  label: () => string;
  /** Why it means nothing now, or null; asked when the key is pressed and for the list of keys. */
  why: () => string | null;
  run: () => void;
  /** In the list of keys, where it is not the key itself: one row for many keys; null: none. */
  shown?: string | null;
};

export type DossierHalf = {
  DossierPane: ComponentType;
  DuePane: ComponentType;
  MyDossiers: ComponentType;
  ReturnPane: ComponentType;
  onScan: (text: string) => boolean;
  keys: readonly Key[];
  /** A new intake, for who may receive; asks first when another is unsaved. */
  begin: () => Promise<boolean>;
  mayReceive: ReadonlySignal<boolean>;
  /** Close what lies open, where nothing of it would be lost. */
  close: () => void;
  unitName: (code: string | null) => string;
  search: (text: string) => Promise<readonly Found[]>;
  /** The dossier half has the primary button now (R3). */
  primary: ReadonlySignal<boolean>;
};
