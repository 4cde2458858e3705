import type { Translation } from '../message.ts';
import type { errors as english } from '../en/errors.ts';

export const errors = {
  notFoundTitle: 'Esta página no está aquí',
  notFoundText: 'Puede que la dirección tenga un error, o que lo que había aquí ya no esté. No se perdió nada suyo.',
  forbiddenTitle: 'Usted no puede ver esto',
  forbiddenText: 'Quizá tenga que entrar, o preguntar a alguien que coordina su grupo.',
  foreignFormTitle: 'Este formulario vino de otro sitio',
  foreignFormText:
    'Para cuidar a las personas, solo aceptamos formularios de nuestras propias páginas. Abra la página aquí e intente otra vez.',
  notWholeTitle: 'Lo que envió no llegó completo',
  notWholeText: 'Vuelva atrás y envíelo otra vez. No se guardó nada.',
  tooLargeTitle: 'Fue demasiado para enviar de una vez',
  tooLargeText: 'Vuelva atrás, envíe menos texto o una foto más pequeña, e intente otra vez. No se guardó nada.',
  tooManyTitle: 'Demasiados intentos en poco tiempo',
  tooManyText: 'Espere unos minutos e intente otra vez.',
  goneTitle: 'Este enlace ya no sirve',
  goneText: 'Los enlaces así sirven una vez, o por un tiempo. Pida uno nuevo.',
  brokenTitle: 'Algo falló de nuestro lado',
  brokenText: 'No fue culpa suya, y quedó anotado. Intente otra vez en un minuto.',
  reference: 'Si se lo cuenta a alguien, diga este número: {reference}',
  toFrontPage: 'A la página principal',
  required: 'Por favor, llene esto.',
  chooseOne: 'Por favor, elija una opción.',
} satisfies Translation<typeof english>;
