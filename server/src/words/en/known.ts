/** The families and places that a group knows. */
export const known = {
  families: 'Families',
  familiesLead: 'Those you know, whether they ask for something just now or not.',
  familiesNone: 'No family is on the list yet',
  searchFamilies: 'Find a family by name or by a word you noted',
  size: { one: '{count} person', other: '{count} people' },
  places: 'Places',
  placesLead: 'Pantries, shelters, halls: whom to call, and where it is. Where neighbors live is not in this list.',
  placesNone: 'No place is on the list yet',
  searchPlaces: 'Find a place by its name or by a word you noted',
  bringList: 'Bring in a list',
  nothingFound: 'Nothing was found. Try one word less.',
} as const;
