import type { Translation } from '../message.ts';
import type { mail as english } from '../en/mail.ts';

export const mail = {
  hello: 'Hola, {name}:',
  helloNobody: 'Hola:',
  openPage: 'Abrir la página',
  linkBelow: 'Si el botón no funciona, copie esta dirección en su navegador:',
  footer: 'Recibe este correo porque pide o da ayuda en {group}. Si no desea correos así, avise a {group}.',

  invitationSubject: '{group} le invita a participar',
  invitationText: 'Alguien de {group} quisiera que usted participe. {group} son vecinos que se ayudan.',
  invitationPin:
    'Abra la página y escriba el PIN que le dieron. El PIN no está en este correo, para que nadie más pueda usarlo.',
  invitationUntil: 'La invitación vale hasta el {until}.',
  invitationButton: 'Ver la invitación',

  signInSubject: 'Su enlace para entrar',
  signInText: 'Usted pidió un enlace para entrar. Sirve una sola vez, durante {minutes} minutos.',
  signInNotYou: 'Si no fue usted, no haga nada. Nadie puede entrar sin este correo.',
  signInButton: 'Entrar',

  confirmMailSubject: '¿Es esta su dirección? ({group})',
  confirmMailText:
    'Alguien dio esta dirección en {group}. Si fue usted, confírmela con un toque. Después podrá entrar por correo.',
  confirmMailNotYou: 'Si no fue usted, no haga nada.',
  confirmMailButton: 'Sí, es mi dirección',

  dangerSubject: 'Puede haber alguien en peligro: {code}',
  dangerText: 'El pedido {code} habla de peligro y usted está de turno en {group}. Por favor, mírelo ahora.',
  dangerNumber: 'La página ya les dijo que llamen al {number}.',
  dangerButton: 'Abrir el pedido',

  overdueSubject: 'Todavía no ha vuelto: compruebe, por favor',
  overdueText:
    'La persona a quien usted cuida en su visita entró y debía estar de vuelta: {time}. No ha avisado que ya salió.',
  overdueWho: '{who} entró y debía estar de vuelta: {time}. No ha avisado que ya salió.',
  overdueDo: 'Llame ahora. Si nadie contesta, haga lo que su grupo acordó.',
  overdueButton: 'Abrir la visita',

  receivedSubject: 'Tenemos su pedido {code}',
  receivedText: '{group} tiene su pedido. Alguien lo mirará: {time}.',
  receivedKeep: 'Guarde este correo: el botón abre su propia página, donde puede ver, cambiar o retirar el pedido.',
  receivedButton: 'Abrir mi pedido',

  helpComesSubject: 'Alguien le ayudará con el pedido {code}',
  helpComesText: 'Una persona de {group} dijo que sí a su pedido {code}.',
  helpComesButton: 'Ver qué sigue',

  stillNeededSubject: '¿Todavía necesita ayuda? ({code})',
  stillNeededText: 'Hace tiempo que no sabemos del pedido {code}. Díganos con un toque cómo va.',
  stillNeededButton: 'Responder',

  confirmHelpSubject: '¿Llegó la ayuda? ({code})',
  confirmHelpText: 'Quien ayudó escribió que el pedido {code} está resuelto. ¿Es así?',
  confirmHelpButton: 'Sí o no',

  canYouSubject: '¿Puede ayudar con esto? {what}',
  canYouText: '{group} busca a alguien: {what}. Usted dijo que podíamos preguntarle.',
  canYouFree: 'Si no puede, no hay problema. Así preguntamos a la siguiente persona.',
  canYouButton: 'Responder',

  pleaseConfirmSubject: 'Por favor, confirme: {what}',
  pleaseConfirmText:
    'Usted dijo que sí a esto: {what}. Confirme o empiece antes de: {until}. Después queda libre para otras personas.',
  pleaseConfirmButton: 'Confirmar',
} satisfies Translation<typeof english>;
