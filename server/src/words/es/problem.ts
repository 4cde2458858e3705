import type { problem as english } from '../en/problem.ts';
import type { Translation } from '../message.ts';

export const problem = {
  required: 'Por favor, complete esto.',
  'choose-one': 'Por favor, elija una de estas opciones.',
  'too-long': {
    one: 'Es demasiado largo. Como máximo, {count} letra.',
    other: 'Es demasiado largo. Como máximo, {count} letras.',
  },
  'broken-text': 'Algunas letras no llegaron completas. Por favor, escríbalo otra vez.',
  'not-a-phone': 'Esto no parece un número de teléfono. Por favor, revíselo.',
  'not-a-mail': 'Esto no parece un correo electrónico. Por favor, revíselo.',
  'not-a-date': 'Ese día no existe en el calendario.',
  'not-a-time': 'Por favor, ponga una hora como 16:30.',
  'date-too-early': 'Ese día ya pasó. Por favor, elija hoy o más adelante.',
  'date-too-late': 'Es demasiado adelante. Por favor, elija un día de los próximos dos años.',
  'ends-before-start': 'Termina antes de empezar. Por favor, revíselo.',
  'not-a-number': 'Por favor, escriba un número, por ejemplo 2.',
  'not-positive': 'Por favor, escriba un número mayor que cero.',
  'too-large': { one: 'Es mucho. Aquí el máximo es {count}.', other: 'Es mucho. Aquí el máximo es {count}.' },
  'not-whole': 'Esto no se puede partir así. Por favor, escriba un número entero.',
  'unknown-unit': 'Por favor, elija cómo se cuenta.',
  'unknown-kind': 'Por favor, elija qué es.',
  'not-a-plus-code': 'Esto no es un código plus. Se ve así: MF5R+2Q.',
  'not-a-point': 'Esto no es un punto del mapa. Se ve así: 39.3254, -77.7390.',
  'consent-needed': 'Por favor, pregúntele primero. Solo ayudamos a quien lo quiere.',
  stale: 'Este formulario es viejo. Por favor, envíelo otra vez.',
} as const satisfies Translation<typeof english>;
