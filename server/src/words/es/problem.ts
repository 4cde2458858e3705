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
  'tick-needed': 'Marque esta casilla. Sin ella no podemos seguir.',
  'not-a-photo': 'No podemos leer esto como foto. Tómela otra vez, o elija una imagen JPEG o PNG.',
  'photo-heic':
    'Esta foto está en un formato de iPhone que no podemos leer. En el teléfono elija Ajustes, Cámara, Formatos, «Más compatible», o envíe una captura de pantalla.',
  'photo-too-large': 'Esta foto es demasiado grande. Envíe una más pequeña.',
  'not-a-voice-note': 'No podemos leer esta grabación. Grábela otra vez, o elija un archivo MP3, M4A u OGG.',
  'voice-too-long': 'Esta grabación es demasiado larga. Cinco minutos es lo máximo.',
  'file-too-large': 'Este archivo es demasiado grande. Siete megabytes es lo máximo.',
  'too-many-files':
    'Han llegado demasiados archivos desde aquí. Espere unos minutos, o envíe el formulario sin archivo.',
  'file-gone': 'Este archivo ya no está aquí. Elíjalo otra vez.',
  stale: 'Este formulario es viejo. Por favor, envíelo otra vez.',
} as const satisfies Translation<typeof english>;
