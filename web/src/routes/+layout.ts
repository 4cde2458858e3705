/** Every page is plain HTML: it works without a script, and none is sent. */
export const csr = false;
