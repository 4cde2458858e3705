import { text } from 'node:stream/consumers';

import { openContextFromEnv } from '../context.ts';
import { takeBounce } from '../messaging/take-bounce.ts';
import type { Command } from './command.ts';

export const bounce: Command = {
  usage: '< MAIL',
  summary: 'Takes in a mail server’s report that a mail could not be delivered.',
  details: `Let your mail server pipe what comes to the sender's address into it, for example in /etc/aliases:
  barnraise: "|/usr/bin/barnraise bounce"
Coordinators then see which message did not arrive. Mail that is no such report is left alone, and is no error.`,
  run: async () => {
    const mail = await text(process.stdin);
    const context = await openContextFromEnv();
    try {
      const taken = await takeBounce(context, mail);
      console.log(
        taken.ok ? `Message ${taken.value.messageId} was not delivered.` : `Left alone: ${taken.refusal.code}.`,
      );
      return 0;
    } finally {
      await context.close();
    }
  },
};
