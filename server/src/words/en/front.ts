/** The front page of a server: start a group, look around, the groups that are here. */
export const front = {
  title: 'Neighbors who help each other',
  lead: 'Barnraise helps a group that already looks after its people: it keeps track of who needs what, who said “I’ll do it”, and what really happened.',
  startTitle: 'Start your group',
  startText: 'Three short steps. You begin with what you already do.',
  startButton: 'Start a group',
  lookButton: 'See the pretend group',
  lookTitle: 'Look around',
  lookText: 'A pretend group with pretend people. Try everything; nothing can break.',
  groupsTitle: 'Groups here',
  askHere: 'Ask for help',
  promiseTitle: 'What you can count on',
  promiseAccount: 'Asking for help needs no account, and works on any phone.',
  promisePrivate: 'Names, numbers and addresses are kept locked, and gone when they are no longer needed.',
  promiseFree: 'Nothing is sold, nobody is tracked, and every group can leave with everything it has.',
} as const;
