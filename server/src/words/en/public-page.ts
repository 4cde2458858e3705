/** The page of a group that anybody sees. */
export const publicPage = {
  ask: 'Ask for help',
  offer: 'I can help',
  doing: 'What we do',
  area: 'In and around {area}',
  needsTitle: 'What is needed now',
  needsNone: 'Nothing is listed right now. You can still say what you can do.',
  left: '{amount} still needed',
  until: 'until {time}',
  roughArea: 'The rough area on a map',
  halted: 'No more, please',
  helpTitle: 'What happened so far',
  helpedMonth: { one: 'Helped {count} time this month', other: 'Helped {count} times this month' },
  helpedYear: { one: '{count} time this year', other: '{count} times this year' },
  hours: { one: '{count} hour given', other: '{count} hours given' },
  flyer: 'Flyer to print (PDF)',
} as const;
