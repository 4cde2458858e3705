import type { bringIn as english } from '../en/bring-in.ts';
import type { Translation } from '../message.ts';

export const bringIn = {
  title: 'Traer lo que hay',
  lead: 'No se empieza de cero. Lo que ya tienen, en pantalla o en papel, puede venir con ustedes.',
  forms: 'Sus propios formularios',
  formsText: 'Sus preguntas con sus palabras, traducidas; lo que llega se vuelve pedidos y ofertas.',
  paper: 'Papel',
  paperText:
    'Hojas para pedir ayuda, un cartel con tiras, hojas para el camino y órdenes de trabajo con un código para pasar el resultado.',
  tables: 'Una tabla',
  tablesText: 'Una hoja de cálculo o un CSV con pedidos, ofertas, familias, miembros o lugares.',
  messages: 'Chats y texto pegado',
  messagesText: 'Encuentre quién pide y quién ofrece en un chat, un correo o mensajes copiados.',
  takeOut: 'Sacar lo que hay',
  takeOutText: 'Cada lista como tabla para una hoja de cálculo.',
  families: 'Familias',
  familiesText: 'Las de sus listas, con a quién llamar.',
  places: 'Lugares',
  placesText: 'Despensas, albergues y salones que conocen.',
  programs: 'Otros programas',
  programsText: 'Deje que otro programa traiga pedidos y ofertas, o siga lo que cambia.',
} satisfies Translation<typeof english>;
