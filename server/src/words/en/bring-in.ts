/** Where a coordinator finds every way in. */
export const bringIn = {
  title: 'Bring it in',
  lead: 'You do not start empty. What you have already, on a screen or on paper, can come along.',
  forms: 'Your own forms',
  formsText: 'Your questions in your words, translated; what comes in becomes requests and offers.',
  paper: 'Paper',
  paperText:
    'Ask slips, a flyer with strips to tear off, sheets for the way, and work orders with a code to type the outcome back in.',
  tables: 'A table',
  tablesText: 'A spreadsheet or CSV file of requests, offers, families, members or places.',
  messages: 'Chats and pasted text',
  messagesText: 'Find who asks and who offers in a chat, an e-mail or copied messages.',
  takeOut: 'Take it out',
  takeOutText: 'Every list as a table for a spreadsheet.',
  families: 'Families',
  familiesText: 'Those on your lists, with whom to call.',
  places: 'Places',
  placesText: 'Pantries, shelters, halls that you know.',
  programs: 'Other programs',
  programsText: 'Let another program bring in requests and offers, or follow what changes.',
} as const;
