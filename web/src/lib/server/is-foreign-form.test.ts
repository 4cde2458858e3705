import { expect, it } from 'vitest';

import { isForeignForm } from './is-foreign-form.ts';

const own = 'http://help.example';

it.each([
  ['a page that is only looked at', 'GET', { origin: 'https://elsewhere.example' }, false],
  ['our own page', 'POST', { 'sec-fetch-site': 'same-origin', origin: 'null' }, false],
  ['an address typed by hand', 'POST', { 'sec-fetch-site': 'none' }, false],
  ['another site', 'POST', { 'sec-fetch-site': 'cross-site', origin: 'null' }, true],
  ['another name of the same site', 'POST', { 'sec-fetch-site': 'same-site', origin: own }, true],
  ['an older browser, our own page', 'POST', { origin: own }, false],
  ['an older browser that hides the origin', 'POST', { origin: 'null' }, false],
  ['an older browser, another site', 'POST', { origin: 'https://help.example' }, true],
  ['no browser at all', 'POST', {}, false],
])('%s', (_, method, headers, foreign) => {
  expect(isForeignForm(new Request(`${own}/demo/ask`, { method, headers }), own)).toBe(foreign);
});
