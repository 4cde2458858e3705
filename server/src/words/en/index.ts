import { ask } from './ask.ts';
import { commitment } from './commitment.ts';
import { common } from './common.ts';
import { errors } from './errors.ts';
import { front } from './front.ts';
import { inbox } from './inbox.ts';
import { mail } from './mail.ts';
import { member } from './member.ts';
import { menu } from './menu.ts';
import { refusal } from './refusal.ts';
import { offer } from './offer.ts';
import { publicPage } from './public-page.ts';
import { request } from './request.ts';
import { signIn } from './sign-in.ts';
import { start } from './start.ts';
import { unit } from './unit.ts';

/** Every message in English; the other languages hold the same keys. One file for each part of the pages. */
export const en = {
  ask,
  commitment,
  common,
  errors,
  front,
  inbox,
  mail,
  member,
  menu,
  offer,
  publicPage,
  refusal,
  request,
  signIn,
  start,
  unit,
};
