import type { MessageId, PersonId } from '@barnraise/kernel/ids.ts';
import type { Selectable } from 'kysely';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import type { MessagesTable } from '../database/schema.ts';
import { serverTables } from '../people/server-tables.ts';
import { isLocale } from '../words/locale.ts';
import { wordsFor } from '../words/words.ts';
import { isMailTemplate, type MailBody, type MailFrame, mailTemplates } from './mail-templates.ts';
import { renderMail, type RenderedMail } from './render-mail.ts';

export interface ComposedMessage extends RenderedMail {
  readonly fromName: string;
  /** The person's mail address; undefined where they gave none. */
  readonly to: string | undefined;
  readonly language: string;
  readonly link: string | undefined;
}

/** A group as messages name it. */
interface Sender extends MailFrame {
  readonly language: string;
}

/** Opens what the message needs from the vault and says it in its reader's language. */
export async function composeMessage(
  context: Pick<Context, 'vault' | 'config'>,
  tx: GroupReader,
  message: Selectable<MessagesTable>,
): Promise<ComposedMessage> {
  const sender = await senderOf(tx);
  const person = await tx.db
    .selectFrom('persons')
    .select('language')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', message.person_id)
    .executeTakeFirstOrThrow();
  const details = await context.vault.open(tx, {
    personIds: [message.person_id],
    fields: ['name', 'handle', 'mail', 'link'],
  });
  const own = (field: string): string | undefined =>
    details.findLast((detail) => detail.field === field && detail.subjectId === null)?.value;
  const path = details.find((detail) => detail.field === 'link' && detail.subjectId === message.id)?.value;
  const link = path && context.config.http.origin + path;
  const words = wordsFor([person.language, sender.language].find(isLocale) ?? 'en');
  const body = bodyOf(message, words, sender, await filledIn(context, tx, message));
  return {
    ...renderMail(words, body, { name: own('handle') ?? own('name') ?? '', group: sender.group, link }),
    fromName: sender.group,
    to: own('mail'),
    language: words.language,
    link,
  };
}

function bodyOf(
  message: Selectable<MessagesTable>,
  words: ReturnType<typeof wordsFor>,
  sender: Sender,
  filled: object,
): MailBody {
  if (!isMailTemplate(message.template)) throw new Error(`There is no message "${message.template}".`);
  // The row was written by `queueMessage`, which let only the template's own parameters through.
  const template = mailTemplates[message.template] as (w: typeof words, frame: MailFrame, params: object) => MailBody;
  return template(words, sender, { ...(message.params as object), ...filled });
}

/**
 * What a template needs from the vault. The words of a message to many are a detail of the member who wrote it, their
 * first line the subject; of somebody who is named in a message only the id lies in its row.
 */
async function filledIn(
  context: Pick<Context, 'vault'>,
  tx: GroupReader,
  message: Selectable<MessagesTable>,
): Promise<object> {
  const { whoPersonId } = message.params as { readonly whoPersonId?: PersonId };
  if (whoPersonId) {
    const named = await context.vault.open(tx, { personIds: [whoPersonId], fields: ['name', 'handle'] });
    return { who: (named.find(({ field }) => field === 'handle') ?? named[0])?.value };
  }
  if (message.template !== 'announcement') return {};
  const [written] = await context.vault.open(tx, { subjectIds: [message.cause_id], fields: ['note'] });
  const [subject = '', ...text] = (written?.value ?? '').split('\n');
  return { subject, text: text.join('\n').trim() };
}

async function senderOf(tx: GroupReader): Promise<Sender> {
  const group = await serverTables(tx)
    .selectFrom('groups')
    .select('name')
    .where('id', '=', tx.groupId)
    .executeTakeFirstOrThrow();
  const settings = await tx.db
    .selectFrom('group_settings')
    .select(['zone', 'emergency_number', 'languages'])
    .where('group_id', '=', tx.groupId)
    .executeTakeFirstOrThrow();
  return {
    group: group.name,
    zone: settings.zone,
    emergencyNumber: settings.emergency_number,
    language: settings.languages[0] ?? 'en',
  };
}

/** A message by its id, or undefined; another group's is not found. */
export async function findMessage(tx: GroupReader, id: MessageId): Promise<Selectable<MessagesTable> | undefined> {
  return tx.db
    .selectFrom('messages')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** True when the person is there to be written to. */
export async function canBeReached(tx: GroupReader, personId: PersonId): Promise<boolean> {
  const person = await tx.db
    .selectFrom('persons')
    .select('erased_at')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', personId)
    .executeTakeFirst();
  return person !== undefined && person.erased_at === null;
}
