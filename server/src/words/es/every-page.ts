import type { Translation } from '../message.ts';
import type { common as english } from '../en/every-page.ts';

export const common = {
  appName: 'Barnraise',
  skipToContent: 'Ir a la parte principal',
  siteMenu: 'Menú principal',
  language: 'Idioma',
  notEmergency: 'Esto no es el {number}. Si alguien está en peligro ahora, llame al {number}.',
  callNumber: 'Llamar al {number}',
  optional: 'si quiere',
  problems: { one: 'Hay algo que revisar', other: 'Hay {count} cosas que revisar' },
  titleWithProblem: 'Por favor, revise: {title}',
  previousPage: 'Anteriores',
  nextPage: 'Más',
  pages: 'Páginas',
  filters: 'Mostrar',
  undo: 'Deshacer',
  undoUntil: 'Puede deshacerlo hasta las {time}.',
  amountOf: '{done} de {goal}',
  goBack: 'Volver',
  madeWith: 'Funciona con Barnraise, software libre para vecinos que se ayudan.',
} satisfies Translation<typeof english>;
