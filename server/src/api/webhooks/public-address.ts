import dns from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

export type AddressRefusal = { readonly code: 'address-wrong' | 'address-not-https' | 'address-private' };

/** Ranges that lead nowhere in public: this machine, private and shared networks, links, tests, groups. */
const notPublic = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  notPublic.addSubnet(net, bits, 'ipv4');
}
/** Of IPv6 only global unicast is public at all, and in it these carry IPv4 addresses or are set aside. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  notPublic.addSubnet(net, bits, 'ipv6');
}

/** True for an address that anybody on the internet could be meant by. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notPublic.check(address, 'ipv4');
  if (family === 6) return globalUnicast.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
  return false;
}

/** The operator's own hosts, which may be private and without https. */
export type AllowedHosts = readonly string[];

const addressLengthMax = 500;

/** An address that a group lead typed, or what is wrong with it. A name is only looked up when something is sent. */
export function parseWebhookAddress(text: string, allowed: AllowedHosts): Outcome<URL, AddressRefusal> {
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol) || text.length > addressLengthMax)
    return refuse({ code: 'address-wrong' });
  if (url.username !== '' || url.password !== '' || url.hash !== '') return refuse({ code: 'address-wrong' });
  if (isAllowed(url, allowed)) return accept(url);
  if (url.protocol !== 'https:') return refuse({ code: 'address-not-https' });
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  const isPrivate = isIP(literal) !== 0 ? !isPublicAddress(literal) : !/\.[a-z]/i.test(url.hostname);
  return isPrivate ? refuse({ code: 'address-private' }) : accept(url);
}

export function isAllowed(url: URL, allowed: AllowedHosts): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return allowed.includes(url.hostname) || allowed.includes(`${url.hostname}:${port}`);
}

/** Somebody's name leads into a private network. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/**
 * Looks a name up and hands on only public addresses. Used by the connection itself, at the moment it is made: an answer
 * that was looked at before could be another one by then.
 */
export const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '', 0);
    const open = found.filter(({ address }) => isPublicAddress(address));
    const [first] = open;
    if (!first) return callback(new PrivateAddressError(`${hostname} leads to no public address.`), '', 0);
    return options.all ? callback(null, open) : callback(null, first.address, first.family);
  });
};
