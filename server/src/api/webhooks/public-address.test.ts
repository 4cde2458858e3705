import { describe, expect, it } from 'vitest';

import { isPublicAddress, lookUpPublic, parseWebhookAddress, PrivateAddressError } from './public-address.ts';

const verdict = (text: string, allowed: readonly string[] = []): string => {
  const parsed = parseWebhookAddress(text, allowed);
  return parsed.ok ? parsed.value.href : parsed.refusal.code;
};

describe('an address to be told at', () => {
  it.each([
    ['https://crm.example.org/hook?a=1', 'https://crm.example.org/hook?a=1'],
    [' https://Crm.Example.org ', 'https://crm.example.org/'],
    ['https://93.184.215.14/', 'https://93.184.215.14/'],
    ['https://[2606:4700::1111]/', 'https://[2606:4700::1111]/'],
    ['http://crm.example.org/', 'address-not-https'],
    ['ftp://crm.example.org/', 'address-wrong'],
    ['javascript:alert(1)', 'address-wrong'],
    ['crm.example.org', 'address-wrong'],
    ['', 'address-wrong'],
    ['https://user:word@crm.example.org/', 'address-wrong'],
    ['https://crm.example.org/#part', 'address-wrong'],
    [`https://crm.example.org/${'x'.repeat(500)}`, 'address-wrong'],
    ['https://localhost/', 'address-private'],
    ['https://intranet/', 'address-private'],
    ['https://127.0.0.1/', 'address-private'],
    ['https://127.1/', 'address-private'],
    ['https://2130706433/', 'address-private'],
    ['https://0x7f000001/', 'address-private'],
    ['https://0177.0.0.1/', 'address-private'],
    ['https://10.1.2.3/', 'address-private'],
    ['https://169.254.169.254/latest/meta-data', 'address-private'],
    ['https://[::1]/', 'address-private'],
    ['https://[::ffff:127.0.0.1]/', 'address-private'],
    ['https://[fd00::1]/', 'address-private'],
    ['https://[64:ff9b::7f00:1]/', 'address-private'],
    ['https://[2002:7f00:1::]/', 'address-private'],
  ])('%s: %s', (text, expected) => {
    expect(verdict(text)).toBe(expected);
  });

  it('may be one of the operator’s own', () => {
    expect(verdict('http://127.0.0.1:9000/', ['127.0.0.1:9000'])).toBe('http://127.0.0.1:9000/');
    expect(verdict('http://127.0.0.1:9001/', ['127.0.0.1:9000'])).toBe('address-not-https');
    expect(verdict('http://crm.internal/', ['crm.internal'])).toBe('http://crm.internal/');
    expect(verdict('http://crm.internal:8080/', ['crm.internal:80'])).toBe('address-not-https');
  });
});

describe('what a name leads to', () => {
  it.each(['0.0.0.0', '100.64.0.1', '172.31.255.255', '192.168.1.1', '198.19.0.1', '224.0.0.1', '255.255.255.255'])(
    '%s is not public',
    (address) => expect(isPublicAddress(address)).toBe(false),
  );
  it.each(['::', 'fe80::1', 'fc00::1', 'ff02::1', '2001:db8::1', '2001::1', '::ffff:8.8.8.8', 'nonsense'])(
    '%s is not public',
    (address) => expect(isPublicAddress(address)).toBe(false),
  );
  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111'])('%s is public', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it.each([true, false])('is looked at when the connection is made (all: %s)', async (all) => {
    const error = await new Promise((resolve) => {
      lookUpPublic('localhost', { all }, resolve);
    });
    expect(error).toBeInstanceOf(PrivateAddressError);
  });
});
