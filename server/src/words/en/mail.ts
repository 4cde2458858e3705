/** The mails we send. Each has a subject, a few short paragraphs and at most one button. */
export const mail = {
  hello: 'Hello {name},',
  helloNobody: 'Hello,',
  openPage: 'Open the page',
  linkBelow: 'If the button does not work, copy this address into your browser:',
  footer: 'You get this because you ask or help at {group}. If you do not want mails like this, tell {group}.',

  invitationSubject: '{group} invites you to join in',
  invitationText: 'Somebody at {group} would like you to join in. {group} is neighbors who help each other.',
  invitationPin:
    'Open the page and type the PIN that they gave you. The PIN is not in this mail, so that nobody else can use it.',
  invitationUntil: 'The invitation is good until {until}.',
  invitationButton: 'See the invitation',

  signInSubject: 'Your link to sign in',
  signInText: 'You asked for a link to sign in. It works once, for {minutes} minutes.',
  signInNotYou: 'If it was not you, do nothing. Nobody can sign in without this mail.',
  signInButton: 'Sign in',

  confirmMailSubject: 'Is this your address? ({group})',
  confirmMailText:
    'Somebody gave this address at {group}. If it was you, confirm it with one tap. Then you can sign in by mail.',
  confirmMailNotYou: 'If it was not you, do nothing.',
  confirmMailButton: 'Yes, this is my address',

  dangerSubject: 'Somebody may be in danger: {code}',
  dangerText: 'Request {code} speaks of danger, and you are on duty at {group}. Please look at it now.',
  dangerNumber: 'The page already told them to call {number}.',
  dangerButton: 'Open the request',

  overdueSubject: 'Not back yet: please check',
  overdueText: 'A helper whom you watch over went in and was due back at {time}. They have not said that they are out.',
  overdueWho: '{who} went in and was due back at {time}. They have not said that they are out.',
  overdueDo: 'Call them now. If nobody answers, act as your group agreed.',
  overdueButton: 'Open the visit',

  receivedSubject: 'We have your request {code}',
  receivedText: '{group} has your request. Somebody next looks at it at {time}.',
  receivedKeep: 'Keep this mail: the button opens your own page, where you can see, change or withdraw the request.',
  receivedButton: 'Open my request',

  helpComesSubject: 'Somebody will help with request {code}',
  helpComesText: 'A helper from {group} has said yes to your request {code}.',
  helpComesButton: 'See what happens next',

  stillNeededSubject: 'Do you still need help? ({code})',
  stillNeededText:
    'We have not heard from you about request {code} for a while. Please tell us with one tap how it stands.',
  stillNeededButton: 'Tell us',

  confirmHelpSubject: 'Did the help arrive? ({code})',
  confirmHelpText: 'Our helper wrote that request {code} is done. Is that right?',
  confirmHelpButton: 'Yes, or no',

  canYouSubject: 'Can you help with this? {what}',
  canYouText: '{group} is looking for somebody: {what}. You said that we may ask you.',
  canYouFree: 'A no is fine. It helps us ask the next person.',
  canYouButton: 'Answer',

  pleaseConfirmSubject: 'Please confirm: {what}',
  pleaseConfirmText:
    'You said yes to this: {what}. Please confirm or start by {until}. After that it is open for others again.',
  pleaseConfirmButton: 'Confirm',
} as const;
