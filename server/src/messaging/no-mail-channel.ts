import type { Channel } from './channel.ts';

/** Stands in where no SMTP server is set: every message is only shown on the page, with its link to copy. */
export function noMailChannel(): Channel {
  return {
    name: 'mail',
    sends: false,
    send: async () => ({ state: 'shown' }),
    close: () => undefined,
  };
}
