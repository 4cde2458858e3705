import { parseArgs } from 'node:util';

import { openContextFromEnv } from '../context.ts';
import { recoverSteward } from '../people/recover-steward.ts';
import { type Command, UsageError } from './command.ts';

export const recoverStewardCommand: Command = {
  usage: '--group ADDRESS',
  summary: 'Makes a link with which a group’s lead can sign in once.',
  details: `For a group whose lead lost every device and the recovery sheet. Make sure by phone that it is really them. The link works
once, for a day; the group sees in its record that it was made.`,
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options: { group: { type: 'string' } } });
    if (!values.group) throw new UsageError('Say which group, by the first part of its addresses.');
    const context = await openContextFromEnv();
    try {
      const made = await recoverSteward(context, { slug: values.group });
      if (!made.ok) throw new Error(reasons[made.refusal.code]);
      console.log(`Good once, until ${new Date(made.value.untilAt).toISOString()}:`);
      console.log(context.config.http.origin + made.value.path);
      return 0;
    } finally {
      await context.close();
    }
  },
};

const reasons = {
  'group-not-found': 'There is no group with this address on this server.',
  'no-steward': 'This group has no lead any more. Restore it from a backup, or start it anew.',
} as const;
