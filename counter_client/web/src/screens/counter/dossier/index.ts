/** The dossier half of the counter screen: all that the shell uses of it (../README.md). */
import './dossier.css';
import type { DossierHalf } from '../half';
import { DossierPane } from './DossierPane';
import { DuePane } from './DuePane';
import { begin, mayReceive } from './desk';
import { close, keys, primary } from './keys';
import { MyDossiers, ReturnPane } from './Lists';
import { onScan } from './scan';
import { search } from './search';
import { unitName } from './words';

export const dossierHalf: DossierHalf = { DossierPane, DuePane, MyDossiers, ReturnPane, onScan, keys, search, primary, begin, mayReceive, close, unitName };

