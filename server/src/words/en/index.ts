import { act } from './act.ts';
import { api } from './api.ts';
import { ask } from './ask.ts';
import { bringIn } from './bring-in.ts';
import { chat } from './chat.ts';
import { commitment } from './commitment.ts';
import { common } from './every-page.ts';
import { errors } from './errors.ts';
import { exportTable } from './export-table.ts';
import { forms } from './forms.ts';
import { front } from './front.ts';
import { importTable } from './import-table.ts';
import { inbox } from './inbox.ts';
import { know } from './know.ts';
import { known } from './known.ts';
import { mail } from './mail.ts';
import { memberList } from './member-list.ts';
import { messageList } from './message-list.ts';
import { settings } from './settings.ts';
import { menu } from './menu.ts';
import { mustKnow } from './must-know.ts';
import { refusal } from './refusal.ts';
import { offer } from './offer.ts';
import { paper } from './paper.ts';
import { picture } from './picture.ts';
import { problem } from './problem.ts';
import { people } from './people.ts';
import { programs } from './programs.ts';
import { publicPage } from './public-page.ts';
import { request } from './request.ts';
import { signIn } from './sign-in.ts';
import { start } from './start.ts';
import { theme } from './theme.ts';
import { status } from './status.ts';
import { unit } from './unit.ts';

/** Every message in English; the other languages hold the same keys. One file for each part of the pages. */
export const en = {
  act,
  api,
  ask,
  bringIn,
  chat,
  commitment,
  common,
  errors,
  exportTable,
  forms,
  front,
  importTable,
  inbox,
  know,
  known,
  mail,
  memberList,
  messageList,
  settings,
  menu,
  mustKnow,
  offer,
  paper,
  picture,
  problem,
  people,
  programs,
  publicPage,
  refusal,
  request,
  signIn,
  start,
  theme,
  status,
  unit,
};
