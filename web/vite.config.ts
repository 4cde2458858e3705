import type { IncomingMessage } from 'node:http';
import { builtinModules } from 'node:module';
import path from 'node:path';

import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

import { buildFolder } from './build-folder.ts';
import type { Handed } from './src/lib/server/handed.ts';

const lowerWorkspaces = /^@barnraise\/(kernel|server)\//;

/**
 * Leaves the workspaces below the pages out of the build: Node runs their TypeScript through the workspace links, so
 * the program and the pages share one instance of every module. Vite would bundle them, because it leaves out only
 * files that end in `.js`; its development server passes on nothing but what it takes for Node's own modules.
 */
function externalWorkspaces(): Plugin {
  return {
    name: 'barnraise-external-workspaces',
    enforce: 'pre',
    config: (_, { command }) =>
      command === 'serve'
        ? { environments: { ssr: { resolve: { builtins: [/^node:/, ...builtinModules, lowerWorkspaces] } } } }
        : {},
    applyToEnvironment: (environment) => environment.name === 'ssr',
    resolveId(id) {
      return this.environment.mode === 'build' && lowerWorkspaces.test(id) ? { id, external: true } : undefined;
    },
  };
}

/** The adapter, with a stand-in for `web/serve.ts` while pages are written (`npm run dev`). */
function adapterWithDevelopment(): ReturnType<typeof adapter> {
  return {
    ...adapter({ out: buildFolder() }),
    emulate: () => {
      let opening: Promise<Handed> | undefined;
      return {
        // With the first page that is asked for, since a build asks for an emulator too and needs no database.
        platform: async () => {
          opening ??= openDevelopment();
          // Of the request, pages read nothing but what it was handed.
          return { req: { barnraise: await opening } as IncomingMessage };
        },
      };
    },
  };
}

/** Loaded by a name that is put together: what Vite can see, it takes into the config, and then every build loads it. */
async function openDevelopment(): Promise<Handed> {
  const module: unknown = await import(path.join(import.meta.dirname, 'http/development.ts'));
  return (module as { readonly openDevelopment: () => Promise<Handed> }).openDevelopment();
}

export default defineConfig({
  plugins: [
    externalWorkspaces(),
    sveltekit({
      adapter: adapterWithDevelopment(),
      // A page is rendered once, on the server; that a value is read only once is what is meant.
      compilerOptions: { warningFilter: (warning) => warning.code !== 'state_referenced_locally' },
      // A page and its styles arrive in the first ten packets of a connection: one round trip on a bad line.
      inlineStyleThreshold: 40_000,
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:'],
          'media-src': ['self'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          // A form may end in the phone's own app: the answer to "opened" is a redirect to one of these.
          'form-action': ['self', 'tel:', 'sms:', 'mailto:', 'geo:', 'https://wa.me'],
          'frame-ancestors': ['none'],
          'base-uri': ['none'],
        },
      },
      // The origin of a post is checked in hooks.server.ts: with `Referrer-Policy: no-referrer` browsers send
      // `Origin: null`, which the framework's own check takes for a foreign site.
      csrf: { trustedOrigins: ['*'] },
      version: { pollInterval: 0 },
    }),
  ],
  build: { reportCompressedSize: false, rolldownOptions: { checks: { pluginTimings: false } } },
});
