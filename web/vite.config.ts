import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

import { buildFolder } from './build-folder.ts';

/**
 * Leaves the workspaces below the pages out of the build: Node runs their TypeScript through the workspace links, so
 * the program and the built pages share one instance of every module. Vite would bundle them, because it leaves out
 * only files that end in `.js`.
 */
function externalWorkspaces(): Plugin {
  return {
    name: 'barnraise-external-workspaces',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'ssr',
    resolveId: (id) => (/^@barnraise\/(kernel|server)\//.test(id) ? { id, external: true } : undefined),
  };
}

export default defineConfig({
  plugins: [
    externalWorkspaces(),
    sveltekit({
      adapter: adapter({ out: buildFolder() }),
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
  build: { reportCompressedSize: false },
});
