import { describe, expect, it } from 'vitest';
import { catalog } from '../catalog/catalog.ts';
import { needsInText } from '../chat/needs-in-text.ts';
import { askWordings, haltWordings } from './halt-wordings.ts';
import { kindIndex } from './kind-index.ts';

const index = kindIndex(catalog);

/** What a text needs, what it turns down (`-`), and what somebody has to ask about (`-?`). */
function read(text: string): string {
  const { lines } = needsInText(text, index);
  return lines.map(({ kind, halted, unsure }) => `${halted ? '-' : ''}${unsure ? '?' : ''}${kind.code}`).join(' ');
}

describe('what is turned down', () => {
  it.each([
    ['please hold off on blankets until further notice', '-goods.blanket'],
    ['swamped with clothes, pls bring soap', '-goods.clothing.any goods.soap'],
    ['Skip the clothes. Bring tampons', '-goods.clothing.any goods.period.tampons'],
    ['bottled water is the last thing we need', '-goods.water.drinking'],
    ['Clothes - N/A, Towels - YES', '-goods.clothing.any goods.towels'],
    ['Blankets: 0 needed. Cots: 45 needed.', '-goods.blanket goods.cot'],
    ['volunteers are not needed today', '-work.shift.any'],
    ['we stopped taking mattresses', '-goods.furniture.bed'],
    ["can't use any more toys, coats welcome", '-goods.toys-and-books goods.clothing.coat-adult'],
    ['De ropa estamos llenos', '-goods.clothing.any'],
    ['que no traigan zapatos', '-goods.clothing.shoes-adult'],
    ['eviten mandar juguetes', '-goods.toys-and-books'],
    ['hay exceso de cobijas', '-goods.blanket'],
  ])('reads %j', (text, found) => {
    expect(read(text)).toBe(found);
  });

  it('is told by signs before or behind their things', () => {
    expect(read('🚫 clothes ✅ diapers')).toBe('-goods.clothing.any goods.diapers.any');
    expect(read('water ❌ ice ✅')).toBe('-goods.water.drinking goods.ice');
  });

  it('can stand a sentence before the refusal, and is asked about', () => {
    expect(read("A truckload of toys again. Please don't send more")).toBe('-?goods.toys-and-books');
    expect(read('Do we need blankets? No. Do we need socks? Yes!')).toBe('-?goods.blanket goods.clothing.socks');
  });

  it('is asked about where words of turning down are not understood', () => {
    expect(read('there is a backlog at the dock, coats mostly')).toBe('-?goods.clothing.coat-adult');
  });

  it('can leave out the thing itself', () => {
    expect(read('Pañales de adulto. De bebé no')).toBe('goods.adult-briefs.any -goods.diapers.any');
    expect(read('Any diapers but newborn')).toBe('goods.diapers.any -goods.diapers.size-newborn');
  });
});

describe('clothes', () => {
  const clothesIn = (text: string) =>
    needsInText(text, index).lines.filter(({ kind }) => kind.code.startsWith('goods.clothing.'));

  it.each(haltWordings)('are turned down, or asked about, in %j', (text) => {
    expect(clothesIn(text).some(({ halted, unsure }) => halted || unsure)).toBe(true);
  });

  it.each(askWordings)('are asked for in %j', (text) => {
    expect(clothesIn(text).some(({ halted, unsure }) => !halted || unsure)).toBe(true);
  });
});

describe('what is no need', () => {
  it.each([
    'The food bank on Water Street is open till six',
    'La clínica de la calle Pan atiende hoy',
    'yesterday we gave out 300 hot meals',
    'Thanks to everyone who brought blankets last night',
    'gracias por las cobijas',
  ])('reads none in %j', (text) => {
    expect(read(text)).toBe('');
  });
});

describe('what is lacking', () => {
  it.each([
    ["people are very hungry, they don't receive any food", 'goods.food.box'],
    ["food and water please, we can't take it anymore", 'goods.food.box goods.water.drinking'],
    ['our children have no more milk', 'goods.food.dairy-eggs'],
  ])('is not turned down in %j', (text, found) => {
    expect(read(text)).toBe(found);
  });
});

describe('whom and where to', () => {
  it.each([
    ['mi mamá necesita que la lleven al doctor', 'service.ride.medical'],
    ['mi abuelito tiene cita en el hospital y no hay quien lo lleve', 'service.ride.medical'],
    ['can someone take my mom to her eye appointment', 'service.ride.medical'],
    ['a ride Thursday at nine to the grocery store', 'service.ride.groceries'],
    ['boots boys size 2', 'goods.clothing.shoes-child'],
    ['coats for kids', 'goods.clothing.coat-child'],
  ])('reads %j', (text, found) => {
    expect(read(text)).toBe(found);
  });
});
