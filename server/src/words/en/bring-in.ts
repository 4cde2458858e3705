/** Where a coordinator finds every way in. */
export const bringIn = {
  title: 'Bring it in',
  lead: 'You do not start empty. What you have already, on a screen or on paper, can come along.',
  forms: 'Your own forms',
  formsText: 'Your questions in your words, translated; what comes in becomes requests and offers.',
  poster: 'Poster',
  posterText: 'Two square codes for a wall: ask for help, and offer it.',
  takeOut: 'Take it out',
  takeOutText: 'Every list as a table for a spreadsheet.',
} as const;
