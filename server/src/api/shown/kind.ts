import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { GroupId } from '@barnraise/kernel/ids.ts';
import { kindNatures, kindThemes } from '@barnraise/kernel/kind.ts';
import { baseUnits, unitCodes } from '@barnraise/kernel/unit.ts';
import type { InferResult } from 'kysely';
import { z } from 'zod';

import type { GroupReads } from '../../database/database.ts';
import { id } from '../fields.ts';

const name = z.strictObject({ en: z.string(), es: z.string() });

export const kindShape = z
  .strictObject({
    id,
    code: z.string().describe('Names the type in every other place, and in every group.'),
    nature: z.enum(kindNatures),
    theme: z.enum(kindThemes),
    baseUnit: z.enum(baseUnits).describe('What every `quantity` of it counts.'),
    units: z
      .array(z.strictObject({ unit: z.enum(unitCodes), numerator: z.int(), denominator: z.int() }))
      .describe('In what people count it: quantity = amount × numerator ÷ denominator. The usual one first.'),
    names: name,
    precautions: z.array(z.string()),
    active: z.boolean(),
    onAskForm: z.boolean(),
    position: z.int(),
    version: z.int(),
  })
  .meta({ id: 'Kind' });

export function selectKindRows(db: GroupReads, groupId: GroupId) {
  return db
    .selectFrom('kinds')
    .select(['id', 'code', 'definition', 'active', 'on_ask_form', 'position', 'version'])
    .where('group_id', '=', groupId);
}

export function showKind(row: InferResult<ReturnType<typeof selectKindRows>>[number]): z.infer<typeof kindShape> {
  const kind = row.definition as CatalogKind;
  return {
    id: row.id,
    code: row.code,
    nature: kind.nature,
    theme: kind.theme,
    baseUnit: kind.baseUnit,
    units: kind.entryUnits.map(({ code, numerator, denominator }) => ({ unit: code, numerator, denominator })),
    names: { en: kind.names.en.name, es: kind.names.es.name },
    precautions: [...kind.precautions],
    active: row.active,
    onAskForm: row.on_ask_form,
    position: row.position,
    version: row.version,
  };
}
