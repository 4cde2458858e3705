import { catalogKind } from '@barnraise/kernel/catalog/catalog.ts';
import type { ActId, KindId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canManageGroup } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import { insertCatalogKinds, updateKind } from './kind-table.ts';

export type KindRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | { readonly code: 'unknown-kind' };

/** Shows or hides a kind on the ask form, or puts it out of use. Old records keep pointing at it. */
export async function changeKind(
  context: Context,
  caller: Caller,
  change: { readonly kindId: KindId; readonly active: boolean; readonly onAskForm: boolean },
): Promise<Outcome<{ readonly actId: ActId }, KindRefusal>> {
  return context.database.decide<{ readonly actId: ActId }, KindRefusal>(caller.groupId, async (tx) => {
    const { actor } = caller;
    if (!canManageGroup(actor)) return refuse({ code: 'not-allowed' });
    const kind = await tx.db
      .selectFrom('kinds')
      .select(['id', 'active', 'on_ask_form'])
      .where('group_id', '=', tx.groupId)
      .where('id', '=', change.kindId)
      .forUpdate()
      .executeTakeFirst();
    if (!kind) return refuse({ code: 'not-found' });
    await updateKind(tx, kind.id, { active: change.active, on_ask_form: change.active && change.onAskForm });
    const before = { active: kind.active, onAskForm: kind.on_ask_form };
    const actId = await writeAct(tx, { actor, verb: 'change-kind', subjectId: kind.id, before });
    const data = { active: change.active, onAskForm: change.onAskForm };
    await writeAudit(tx, { actor, verb: 'change-kind', subjectTable: 'kinds', subjectId: kind.id, data });
    return accept({ actId });
  });
}

/** Takes a kind out of the built-in catalog into use. One that was put out of use before comes back as it was. */
export async function addKind(
  context: Context,
  caller: Caller,
  input: { readonly code: string },
): Promise<Outcome<{ readonly kindId: KindId }, KindRefusal>> {
  return context.database.decide<{ readonly kindId: KindId }, KindRefusal>(caller.groupId, async (tx) => {
    const { actor } = caller;
    if (!canManageGroup(actor)) return refuse({ code: 'not-allowed' });
    if (!catalogKind(input.code)) return refuse({ code: 'unknown-kind' });
    const known = await tx.db
      .selectFrom('kinds')
      .select(['id', 'position'])
      .where('group_id', '=', tx.groupId)
      .orderBy('position', 'desc')
      .select('code')
      .execute();
    const same = known.find((kind) => kind.code === input.code);
    if (same) await updateKind(tx, same.id, { active: true, on_ask_form: true });
    const [added] = same ? [same.id] : await insertCatalogKinds(tx, [input.code], (known[0]?.position ?? -1) + 1);
    const kindId = added as KindId;
    const data = { code: input.code };
    await writeAudit(tx, { actor, verb: 'add-kind', subjectTable: 'kinds', subjectId: kindId, data });
    return accept({ kindId });
  });
}
