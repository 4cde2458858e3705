import type { PersonId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';

import type { Words } from '../words/words.ts';

/** What a message says, in one language, before it becomes text and HTML. */
export interface MailBody {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The word on the button, which leads to the message's link. */
  readonly button?: string;
}

/** What every template may use: who writes, and how times are told there. */
export interface MailFrame {
  readonly group: string;
  readonly emergencyNumber: string;
  readonly zone: string;
}

type Template<P> = (words: Words, frame: MailFrame, params: P) => MailBody;

const time = (words: Words, frame: MailFrame, at: Instant): string => words.instant(at, frame.zone, 'dateTime');

const invitation: Template<{ readonly untilAt: Instant }> = (words, frame, params) => ({
  subject: words('mail.invitationSubject', { group: frame.group }),
  paragraphs: [
    words('mail.invitationText', { group: frame.group }),
    words('mail.invitationPin'),
    words('mail.invitationUntil', { until: time(words, frame, params.untilAt) }),
  ],
  button: words('mail.invitationButton'),
});

const signIn: Template<{ readonly minutes: number }> = (words, _frame, params) => ({
  subject: words('mail.signInSubject'),
  paragraphs: [words('mail.signInText', { minutes: params.minutes }), words('mail.signInNotYou')],
  button: words('mail.signInButton'),
});

/** Proves that a member's new address is theirs. */
const confirmMail: Template<object> = (words, frame) => ({
  subject: words('mail.confirmMailSubject', { group: frame.group }),
  paragraphs: [words('mail.confirmMailText', { group: frame.group }), words('mail.confirmMailNotYou')],
  button: words('mail.confirmMailButton'),
});

const danger: Template<{ readonly code: string }> = (words, frame, params) => ({
  subject: words('mail.dangerSubject', { code: params.code }),
  paragraphs: [
    words('mail.dangerText', { code: params.code, group: frame.group }),
    words('mail.dangerNumber', { number: frame.emergencyNumber }),
  ],
  button: words('mail.dangerButton'),
});

/** Of who went in only the id is kept; the name is filled in when it is sent. */
const overdue: Template<{ readonly whoPersonId: PersonId; readonly dueBackAt: Instant; readonly who?: string }> = (
  words,
  frame,
  params,
) => ({
  subject: words('mail.overdueSubject'),
  paragraphs: [
    params.who
      ? words('mail.overdueWho', { who: params.who, time: time(words, frame, params.dueBackAt) })
      : words('mail.overdueText', { time: time(words, frame, params.dueBackAt) }),
    words('mail.overdueDo'),
  ],
  button: words('mail.overdueButton'),
});

const received: Template<{ readonly code: string; readonly nextLookAt: Instant }> = (words, frame, params) => ({
  subject: words('mail.receivedSubject', { code: params.code }),
  paragraphs: [
    words('mail.receivedText', { group: frame.group, time: time(words, frame, params.nextLookAt) }),
    words('mail.receivedKeep'),
  ],
  button: words('mail.receivedButton'),
});

const helpComes: Template<{ readonly code: string }> = (words, frame, params) => ({
  subject: words('mail.helpComesSubject', { code: params.code }),
  paragraphs: [words('mail.helpComesText', { group: frame.group, code: params.code })],
  button: words('mail.helpComesButton'),
});

const stillNeeded: Template<{ readonly code: string }> = (words, _frame, params) => ({
  subject: words('mail.stillNeededSubject', { code: params.code }),
  paragraphs: [words('mail.stillNeededText', { code: params.code })],
  button: words('mail.stillNeededButton'),
});

const confirmHelp: Template<{ readonly code: string }> = (words, _frame, params) => ({
  subject: words('mail.confirmHelpSubject', { code: params.code }),
  paragraphs: [words('mail.confirmHelpText', { code: params.code })],
  button: words('mail.confirmHelpButton'),
});

/** `what` is the amount and kind, in the reader's language; never a name or place. */
const canYou: Template<{ readonly what: string }> = (words, frame, params) => ({
  subject: words('mail.canYouSubject', { what: params.what }),
  paragraphs: [words('mail.canYouText', { group: frame.group, what: params.what }), words('mail.canYouFree')],
  button: words('mail.canYouButton'),
});

const pleaseConfirm: Template<{ readonly what: string; readonly untilAt: Instant }> = (words, frame, params) => ({
  subject: words('mail.pleaseConfirmSubject', { what: params.what }),
  paragraphs: [words('mail.pleaseConfirmText', { what: params.what, until: time(words, frame, params.untilAt) })],
  button: words('mail.pleaseConfirmButton'),
});

/** What a coordinator wrote to many; its words come out of the vault when it is sent. */
const announcement: Template<{ readonly subject?: string; readonly text?: string }> = (_words, _frame, params) => ({
  subject: params.subject ?? '',
  paragraphs: (params.text ?? '').split(/\n{2,}/),
});

/** Every message the program sends by itself or for a coordinator. */
export const mailTemplates = {
  invitation,
  signIn,
  confirmMail,
  danger,
  overdue,
  received,
  helpComes,
  stillNeeded,
  confirmHelp,
  canYou,
  pleaseConfirm,
  announcement,
};

export type MailTemplate = keyof typeof mailTemplates;

/** What a template is filled with. Only codes, kinds and times: it is stored in clear and must name nobody. */
export type MailParams<T extends MailTemplate> = Parameters<(typeof mailTemplates)[T]>[2];

export function isMailTemplate(name: string): name is MailTemplate {
  return Object.hasOwn(mailTemplates, name);
}
