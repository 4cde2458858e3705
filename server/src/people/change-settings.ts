import { emergencyLines } from '@barnraise/kernel/emergency-lines.ts';
import type { ActId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canManageGroup } from '@barnraise/kernel/group-policy.ts';
import type { RetentionPlan } from '@barnraise/kernel/retention.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import { serverTables } from './server-tables.ts';
import { updateSettings } from './settings-table.ts';

/** What a steward sets on one page. */
export interface GroupSettings {
  readonly name: string;
  readonly about: string;
  readonly areaLabel: string;
  readonly languages: readonly string[];
  readonly zone: string;
  readonly country: string;
  /** Empty for the country's own number. */
  readonly emergencyNumber: string;
  readonly publicPhone: string;
  /** Wall times at which somebody looks at new requests, `HH:MM`. */
  readonly looksAt: readonly string[];
  readonly asksOpen: boolean;
  /** Days each purpose keeps details; what is left out stays as usual. */
  readonly retention: RetentionPlan;
}

export type SettingsRefusal = { readonly code: 'not-allowed' };

/** Changes how the group presents itself and works. */
export async function changeSettings(
  context: Context,
  caller: Caller,
  settings: GroupSettings,
): Promise<Outcome<{ readonly actId: ActId }, SettingsRefusal>> {
  return context.database.decide<{ readonly actId: ActId }, SettingsRefusal>(caller.groupId, async (tx) => {
    const { actor } = caller;
    if (!canManageGroup(actor)) return refuse({ code: 'not-allowed' });
    const before = await currentSettings(tx);
    await writeSettings(tx, settings);
    const actId = await writeAct(tx, { actor, verb: 'change-group', subjectId: tx.groupId, before: { ...before } });
    await writeAudit(tx, { actor, verb: 'change-settings', subjectTable: 'group_settings', subjectId: tx.groupId });
    return accept({ actId });
  });
}

export async function writeSettings(tx: GroupTransaction, settings: GroupSettings): Promise<void> {
  await serverTables(tx).updateTable('groups').set({ name: settings.name }).where('id', '=', tx.groupId).execute();
  await updateSettings(tx, {
    about: settings.about,
    area_label: settings.areaLabel,
    languages: [...settings.languages],
    zone: settings.zone,
    country: settings.country,
    emergency_number: settings.emergencyNumber || emergencyLines(settings.country).emergency,
    public_phone: settings.publicPhone,
    looks_at: [...settings.looksAt],
    asks_open: settings.asksOpen,
    retention: JSON.stringify(settings.retention),
  });
}

/** The settings as they are, in the form that {@link writeSettings} takes. */
export async function currentSettings(tx: GroupTransaction) {
  const group = await serverTables(tx)
    .selectFrom('groups')
    .select('name')
    .where('id', '=', tx.groupId)
    .executeTakeFirstOrThrow();
  const row = await tx.db
    .selectFrom('group_settings')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return {
    name: group.name,
    about: row.about,
    areaLabel: row.area_label,
    languages: row.languages,
    zone: row.zone,
    country: row.country,
    emergencyNumber: row.emergency_number,
    publicPhone: row.public_phone,
    looksAt: row.looks_at,
    asksOpen: row.asks_open,
    retention: row.retention as { readonly [purpose: string]: number },
  } satisfies GroupSettings;
}
