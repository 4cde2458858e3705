import type { theme as english } from '../en/theme.ts';
import type { Translation } from '../message.ts';

export const theme = {
  food: 'Comida',
  baby: 'Bebés',
  hygiene: 'Higiene',
  health: 'Salud',
  clothing: 'Ropa',
  household: 'Hogar',
  ride: 'Viajes',
  repair: 'Arreglos',
  'yard-and-wood': 'Patio y leña',
  tools: 'Herramientas',
  animals: 'Animales',
  care: 'Cuidado',
  company: 'Compañía',
  paperwork: 'Trámites',
  teaching: 'Enseñanza',
  shift: 'Turnos',
  skill: 'Habilidades',
  money: 'Dinero',
  space: 'Espacio',
  rescue: 'Rescate',
  storm: 'Tormenta',
  other: 'Otros',
} satisfies Translation<typeof english>;
