import { expect, it } from 'vitest';

import { signInFirst, toQuery, wayBack } from './way-back.ts';

it.each([
  ['/demo/today', '/demo/today'],
  ['/demo/requests?place=north&page=2', '/demo/requests?place=north&page=2'],
  ['/demo/needs/ñ', '/demo/needs/%C3%B1'],
  ['/demo/look?to=//elsewhere.example', '/demo/look?to=//elsewhere.example'],
])('leads on to %s', (text, path) => {
  expect(wayBack(text)).toBe(path);
});

it.each([
  ['nothing', ''],
  ['a missing one', null],
  ['another site', 'https://elsewhere.example/'],
  ['another site without a scheme', '//elsewhere.example/demo'],
  ['three slashes', '///elsewhere.example'],
  ['a backslash', String.raw`/\elsewhere.example`],
  ['a backslash further on', String.raw`/demo\..\..\elsewhere.example`],
  ['a tab that browsers drop', '/\t/elsewhere.example'],
  ['a line break that splits a header', '/demo\r\nset-cookie: a=b'],
  ['an end of text', '/demo\u0000'],
  ['a dot that folds into two slashes', '/.//elsewhere.example'],
  ['dots that fold into two slashes', '/demo/..//elsewhere.example'],
  ['dots written in percent', '/%2e//elsewhere.example'],
  ['a script', 'javascript:alert(1)'],
  ['a path without a slash', 'demo/today'],
  ['a blank before the slash', ' /demo/today'],
  ['somebody in front of a host', '@elsewhere.example'],
  ['half a character', '/\ud800/../..//x'],
  ['too much', `/${'a'.repeat(300)}`],
  ['the sign-in page itself', '/sign-in?to=/demo'],
])('does not lead to %s', (_, text) => {
  expect(wayBack(text)).toBeUndefined();
});

it('carries the way through the address of the sign-in page', () => {
  const address = signInFirst(new URL('http://help.example/demo/needs?page=2&theme=food'));
  expect(address).toBe('/sign-in?to=%2Fdemo%2Fneeds%3Fpage%3D2%26theme%3Dfood');
  expect(wayBack(new URL(address, 'http://help.example').searchParams.get('to'))).toBe('/demo/needs?page=2&theme=food');
  expect(toQuery(undefined)).toBe('');
});
