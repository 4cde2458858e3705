import type { know as english } from '../en/know.ts';
import type { Translation } from '../message.ts';

export const know = {
  allergy: '¿Alguna alergia?',
  diet: '¿Algo que no coma?',
  'no-stove': '¿No hay estufa?',
  'no-refrigerator': '¿No hay refrigerador?',
  'no-water': '¿No hay agua corriente?',
  'no-power': '¿No hay luz?',
  'baby-formula': '¿Una fórmula de bebé en particular?',
  'diaper-size': '¿Qué talla de pañal?',
  'clothing-size': '¿Qué talla de ropa?',
  'shoe-size': '¿Qué número de calzado?',
  stairs: '¿Hay escaleras?',
  mobility: '¿Le cuesta caminar? ¿Silla de ruedas, andador?',
  'hearing-or-sight': '¿Le cuesta oír o ver?',
  'oxygen-or-device': '¿Oxígeno o un aparato que necesita luz?',
  'medicine-kept-cold': '¿Medicina que debe estar fría?',
  pregnancy: '¿Hay alguien embarazada?',
  dog: '¿Hay perro?',
  'other-animals': '¿Hay otros animales?',
  'illness-in-the-house': '¿Hay alguien enfermo en casa?',
  'gate-or-entry': '¿Hay portón o código para entrar?',
  parking: '¿Es difícil estacionar?',
  'car-seat': '¿Hace falta asiento para niño?',
  'safe-to-visit': '¿Hay algo inseguro para quien venga?',
  other: '¿Algo más que debamos saber?',
} as const satisfies Translation<typeof english>;
