/** How far a detail may go. `helpers` are those with a live commitment, for as long as it lives. */
export type ShareWith = 'coordinators' | 'helpers';

/** What a neighbor allowed, detail by detail. Nothing here ever opens a detail to the public. */
export type Sharing = {
  /** May the need (kind, amount, rough area, window; never who) stand on the public page? */
  readonly listedPublicly: boolean;
  readonly name: ShareWith;
  readonly contact: ShareWith;
  readonly exactPlace: ShareWith;
  /** May texts be sent, may a message be left: somebody else may read that phone. */
  readonly safeToText: boolean | 'not-asked';
  readonly safeToLeaveMessage: boolean | 'not-asked';
};

/** What holds until the neighbor says otherwise: helpers learn what they need to come, and nobody writes to the phone. */
export const sharingUntilAsked: Sharing = {
  listedPublicly: false,
  name: 'helpers',
  contact: 'helpers',
  exactPlace: 'helpers',
  safeToText: 'not-asked',
  safeToLeaveMessage: 'not-asked',
};

/** The narrower of two answers, for two requests put together. */
export function narrowerSharing(a: Sharing, b: Sharing): Sharing {
  const narrower = (x: ShareWith, y: ShareWith): ShareWith => (x === 'helpers' && y === 'helpers' ? x : 'coordinators');
  return {
    listedPublicly: a.listedPublicly && b.listedPublicly,
    name: narrower(a.name, b.name),
    contact: narrower(a.contact, b.contact),
    exactPlace: narrower(a.exactPlace, b.exactPlace),
    safeToText: narrowerAnswer(a.safeToText, b.safeToText),
    safeToLeaveMessage: narrowerAnswer(a.safeToLeaveMessage, b.safeToLeaveMessage),
  };
}

function narrowerAnswer(a: boolean | 'not-asked', b: boolean | 'not-asked'): boolean | 'not-asked' {
  if (a === false || b === false) return false;
  return a === true && b === true ? true : 'not-asked';
}
