/** First parts of addresses that belong to the server or to pages to come; no group may be called so. */
export const reservedAddresses: ReadonlySet<string> = new Set([
  'about',
  'account',
  'admin',
  'api',
  'app',
  'ask',
  'assets',
  'barnraise',
  'calendar',
  'demo',
  'docs',
  'donate',
  'favicon',
  'feed',
  'feeds',
  'files',
  'group',
  'groups',
  'healthz',
  'help',
  'home',
  'inbox',
  'join',
  'legal',
  'live',
  'login',
  'logout',
  'map',
  'metrics',
  'new',
  'offer',
  'operator',
  'privacy',
  'public',
  'readyz',
  'robots',
  'search',
  'security',
  'settings',
  'sign-in',
  'sign-out',
  'sign-up',
  'sitemap',
  'start',
  'static',
  'status',
  'support',
  'terms',
  'tiles',
  'undo',
  'webhooks',
  'well-known',
  'www',
]);

export type AddressFault = 'too-short' | 'too-long' | 'shape' | 'reserved';

/** What is wrong with a group's address, or undefined. The shape is also a check of the table. */
export function addressFault(address: string): AddressFault | undefined {
  if (address.length < 3) return 'too-short';
  if (address.length > 40) return 'too-long';
  if (!/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(address) || address.includes('--')) return 'shape';
  return reservedAddresses.has(address) ? 'reserved' : undefined;
}

/** A first proposal for an address: "St. Mark's Pantry" → "st-marks-pantry". May be empty or taken. */
export function proposeAddress(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-');
  return words.replace(/^-+/, '').slice(0, 40).replace(/-+$/, '');
}
