import type { Translation } from '../message.ts';
import type { menu as english } from '../en/menu.ts';

export const menu = {
  ask: 'Pedir ayuda',
  offer: 'Puedo ayudar',
  inbox: 'Bandeja',
  requests: 'Pedidos',
  today: 'Mi lista',
  needs: 'Lo que hace falta',
  done: 'Ya lo hicimos',
  offers: 'Quién puede ayudar',
  members: 'Miembros',
  messages: 'Mensajes',
  bringIn: 'Traer',
  settings: 'Ajustes',
  account: 'Mi cuenta',
  signIn: 'Miembros: entrar',
} satisfies Translation<typeof english>;
