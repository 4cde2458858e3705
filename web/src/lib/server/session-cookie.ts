/** The cookie that holds a session's token. */
export const sessionCookie = 'session';
