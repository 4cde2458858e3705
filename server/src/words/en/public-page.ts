/** The page of a group that anybody sees. */
export const publicPage = {
  ask: 'Ask for help',
} as const;
