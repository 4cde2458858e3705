/** The main menu of a group. */
export const menu = {
  ask: 'Ask for help',
  offer: 'I can help',
  inbox: 'Inbox',
  requests: 'Requests',
  today: 'My list',
  needs: 'What is needed',
  done: 'We did this',
  offers: 'Who can help',
  members: 'Members',
  messages: 'Messages',
  bringIn: 'Bring it in',
  settings: 'Settings',
  account: 'My account',
  signIn: 'Members: sign in',
} as const;
