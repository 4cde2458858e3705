import type { Migration } from 'kysely/migration';

import * as house from './0001-house.ts';
import * as imports from './0002-imports.ts';
import * as proposals from './0003-proposals.ts';
import * as forms from './0004-forms.ts';
import * as api from './0005-api.ts';
import * as workOrders from './0006-work-orders.ts';
import * as shortHashes from './0007-short-hashes.ts';

/** Every migration, in order. A static list: it is bundled, reviewed, and cannot depend on what lies in a folder. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-house': house,
  '0002-imports': imports,
  '0003-proposals': proposals,
  '0004-forms': forms,
  '0005-api': api,
  '0006-work-orders': workOrders,
  '0007-short-hashes': shortHashes,
};
