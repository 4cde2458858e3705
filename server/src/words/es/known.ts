import type { known as english } from '../en/known.ts';
import type { Translation } from '../message.ts';

export const known = {
  families: 'Familias',
  familiesLead: 'Las que ustedes conocen, pidan algo ahora o no.',
  familiesNone: 'Todavía no hay familias en la lista',
  searchFamilies: 'Buscar una familia por su nombre o por una palabra anotada',
  size: { one: '{count} persona', other: '{count} personas' },
  places: 'Lugares',
  placesLead:
    'Despensas, albergues, salones: a quién llamar y dónde queda. Donde viven los vecinos no está en esta lista.',
  placesNone: 'Todavía no hay lugares en la lista',
  searchPlaces: 'Buscar un lugar por su nombre o por una palabra anotada',
  bringList: 'Traer una lista',
  nothingFound: 'No se encontró nada. Pruebe con una palabra menos.',
} satisfies Translation<typeof english>;
