import type { Translation } from '../message.ts';
import type { people as english } from '../en/people.ts';

export const people = {
  'role-steward': 'Dirección del grupo',
  'role-coordinator': 'Coordinación',
  'role-quartermaster': 'Encargo de materiales',
  'role-treasurer': 'Encargo del dinero',
  'role-member': 'Miembro',

  'reader-member': 'Un miembro',
  'reader-helper': 'Alguien que ayuda',
  'reader-neighbor': 'Quien pidió la ayuda',
  'reader-remote': 'Otro grupo',
  'reader-public': 'Alguien',

  'field-name': 'nombre',
  'field-handle': 'nombre',
  'field-phone': 'teléfono',
  'field-mail': 'correo',
  'field-address': 'dirección',
  'field-point': 'lugar en el mapa',
  'field-plus-code': 'plus code',
  'field-directions': 'cómo llegar',
  'field-description': 'sus palabras',
  'field-detail': 'talla o marca',
  'field-note': 'notas',
  'field-raw': 'mensaje tal como llegó',
  'field-reason': 'motivo',
  'field-link': 'enlace privado',
  'field-must-know': 'lo que deben saber quienes ayudan',

  'purpose-intake': 'para recibir la solicitud',
  'purpose-call-back': 'para devolver la llamada',
  'purpose-deliver-help': 'para llevar la ayuda',
  'purpose-meet-helper': 'para encontrarse con quien ayuda',
  'purpose-send-message': 'para enviar un mensaje',
  'purpose-safety-alarm': 'por una alarma',
  'purpose-merge-check': 'para ver si dos son la misma persona',
  'purpose-export': 'para mudar el grupo',
  'purpose-own-details': 'los propios',

  readNobody: 'Nadie ha abierto estos datos todavía.',
} satisfies Translation<typeof english>;
