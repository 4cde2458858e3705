import { chooseLocale } from '@barnraise/server/words/locale.ts';
import { wordsByName, type WordsName } from '@barnraise/server/words/words-by-name.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import { sequence, type Handle, type HandleServerError } from '@sveltejs/kit/hooks';

import { isBodyTooLarge } from '#lib/server/body-limit.ts';
import { compress } from '#lib/server/compress.ts';
import type { Handed } from '#lib/server/handed.ts';
import { isForeignForm } from '#lib/server/is-foreign-form.ts';
import { leadToSignIn } from '#lib/server/lead-to-sign-in.ts';
import { locate } from '#lib/server/locate.ts';
import { plainPage } from '#lib/server/plain-page.ts';

const languageCookie = 'lang';
const secondsOfAYear = 31_536_000;

function handed(event: RequestEvent): Handed {
  const found = event.platform?.req.barnraise;
  if (!found) throw new Error('The pages were started without web/serve.ts.');
  return found;
}

/** One line about each request, with the name of the page instead of its address. */
const log: Handle = async ({ event, resolve }) => {
  const startedAt = performance.now();
  const response = await resolve(event);
  handed(event).logRequest({
    method: event.request.method,
    page: pageName(event),
    status: response.status,
    milliseconds: Math.round(performance.now() - startedAt),
  });
  return response;
};

const pageName = (event: RequestEvent): string => event.route.id ?? '(none)';

// Marks for a script that would take the page over, and links to the styles that are in the page already.
const unused = /<!--.*?-->|\s*<link [^>]*disabled media="\(max-width: 0\)">/g;

/** The reader's language, remembered when an address asks for one. */
const speak: Handle = ({ event, resolve }) => {
  const asked = event.url.searchParams.get('lang');
  const name = wordsName(event, asked);
  const t = wordsByName(name);
  event.locals.t = t;
  event.locals.wordsName = name;
  event.locals.context = handed(event).context;
  event.locals.isTest = handed(event).isTest;
  if (asked === name) {
    event.cookies.set(languageCookie, name, { maxAge: secondsOfAYear, secure: event.url.protocol === 'https:' });
  }
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%barnraise.lang%', t.language).replace('%barnraise.dir%', t.direction).replaceAll(unused, ''),
  });
};

function wordsName(event: RequestEvent, asked: string | null): WordsName {
  const remembered = event.cookies.get(languageCookie);
  if (handed(event).isTest && (asked ?? remembered) === 'mirror') return 'mirror';
  return chooseLocale({ asked, remembered, accepted: event.request.headers.get('accept-language') });
}

/** The end of a text in C, which no address of ours holds and no database column takes. */
const endOfText = '%00';

/** Refuses what no page sends: forms of other sites, and the framework's data addresses, which would show raw data. */
const guard: Handle = ({ event, resolve }) => {
  if (event.isDataRequest) error(404);
  if (event.url.href.includes(endOfText)) {
    const { t } = event.locals;
    return plainPage(t, 404, t('errors.notFoundTitle'), t('errors.notFoundText'));
  }
  if (isBodyTooLarge(event.request, event.route.id)) {
    const { t } = event.locals;
    return plainPage(t, 413, t('errors.tooLargeTitle'), t('errors.tooLargeText'));
  }
  if (isForeignForm(event.request, event.url.origin)) {
    const { t } = event.locals;
    return plainPage(t, 403, t('errors.foreignFormTitle'), t('errors.foreignFormText'));
  }
  return resolve(event);
};

/**
 * A form that did not arrive whole, or is none: nobody's fault here, so no error with a reference. What reads the body is
 * every page's own; what it throws is said once.
 */
const takeForm: Handle = ({ event, resolve }) => {
  const { request } = event;
  const read = request.formData.bind(request);
  request.formData = async () => {
    try {
      return await read();
    } catch (caught) {
      if (caught instanceof TypeError) error(400);
      throw caught;
    }
  };
  return resolve(event);
};

/** Smaller on the wire; and never kept by anything between us and the reader, unless a page says that it may be. */
const pack: Handle = async ({ event, resolve }) => {
  const response = await compress(event.request, await resolve(event));
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache');
  return response;
};

export const handle = sequence(log, pack, speak, guard, takeForm, locate, leadToSignIn);

/** What was not expected gets a reference for the log; nothing about it reaches the reader. */
export const handleError: HandleServerError = ({ kind, error: caught, event }) => {
  if (kind !== 'unknown') return;
  return { message: 'broken', reference: handed(event).logError(caught, pageName(event)) };
};
