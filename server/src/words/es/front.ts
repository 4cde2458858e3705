import type { Translation } from '../message.ts';
import type { front as english } from '../en/front.ts';

export const front = {
  title: 'Vecinos que se ayudan',
  lead: 'Barnraise ayuda a un grupo que ya cuida de su gente: lleva la cuenta de quién necesita qué, quién dijo «yo lo hago» y qué pasó de verdad.',
  startTitle: 'Empiece su grupo',
  startText: 'Tres pasos cortos. Se empieza por lo que ya hacen.',
  startButton: 'Empezar un grupo',
  lookMaking: 'Se prepara cuando usted lo pide; tarda unos segundos.',
  lookButton: 'Ver el grupo de prueba',
  lookTitle: 'Mire cómo es',
  lookText: 'Un grupo de prueba con gente inventada. Pruebe todo; nada se puede romper.',
  lookAs: 'Mirar como',
  lookNotice: 'Este es un grupo de prueba. Su gente y sus lugares son inventados, y usted puede probarlo todo.',
  lookSteward: 'Responsable del grupo',
  lookCoordinator: 'Quien coordina',
  lookMember: 'Miembro',
  groupsTitle: 'Grupos que hay aquí',
  askHere: 'Pedir ayuda',
  promiseTitle: 'Con lo que puede contar',
  promiseAccount: 'Para pedir ayuda no hace falta cuenta, y funciona en cualquier teléfono.',
  promisePrivate: 'Los nombres, números y direcciones se guardan bajo llave, y se borran cuando ya no hacen falta.',
  promiseFree: 'No se vende nada, no se sigue a nadie, y cada grupo puede irse con todo lo suyo.',
} satisfies Translation<typeof english>;
