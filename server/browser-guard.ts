// What a page's browser side gets instead of the server: importing it must fail the build, not leak.
throw new Error('The server was imported into the browser.');
