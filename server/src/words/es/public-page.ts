import type { publicPage as english } from '../en/public-page.ts';
import type { Translation } from '../message.ts';

export const publicPage = {
  ask: 'Pedir ayuda',
  offer: 'Puedo ayudar',
  doing: 'Lo que hacemos',
  area: 'En {area} y alrededores',
  needsTitle: 'Lo que hace falta ahora',
  needsNone: 'Ahora no hay nada en la lista. Igual puede decirnos qué sabe hacer.',
  left: 'todavía falta {amount}',
  until: 'hasta el {time}',
  roughArea: 'La zona aproximada en el mapa',
  halted: 'No más, por favor',
  helpTitle: 'Lo que se ha hecho',
  helpedMonth: { one: 'Ayudamos {count} vez este mes', other: 'Ayudamos {count} veces este mes' },
  helpedYear: { one: '{count} vez este año', other: '{count} veces este año' },
  hours: { one: '{count} hora dada', other: '{count} horas dadas' },
  flyer: 'Cartel para imprimir (PDF)',
} as const satisfies Translation<typeof english>;
