/** Signing in, invitations, sessions. */
export const signIn = {
  title: 'Sign in',
} as const;
