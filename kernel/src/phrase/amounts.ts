import type { KindDefinition } from '../kind.ts';
import { entryUnit } from '../kind.ts';
import { toQuantity, type Quantity } from '../quantity.ts';
import type { UnitCode } from '../unit.ts';
import { gapStrength, isFiller, type Word } from './words.ts';

/** An amount somebody stated: the figure as written (words as digits), the unit if one was named, and what it comes to. */
export type StatedAmount = {
  readonly figure: string;
  readonly unit: UnitCode | null;
  /** In the kind's base unit; null when the kind has no such unit or the figure is no whole amount of it. */
  readonly quantity: Quantity | null;
};

const unitWords: { readonly [word: string]: UnitCode } = Object.fromEntries(
  (
    [
      ['box', 'box boxes bx caja cajas'],
      ['pack', 'pack packs pk pks package packages pkg pkgs packet packets paquete paquetes paq'],
      ['case', 'case cases cs flat flats'],
      ['bag', 'bag bags sack sacks bolsa bolsas costal costales saco sacos'],
      ['can', 'can cans tin tins tank tanks lata latas tanque tanques'],
      ['bottle', 'bottle bottles botella botellas'],
      ['jar', 'jar jars frasco frascos'],
      ['bundle', 'bundle bundles atado atados manojo manojos'],
      ['load', 'load loads carga cargas'],
      ['cord', 'cord cords cuerda cuerdas'],
      ['pair', 'pair pairs pr par pares'],
      ['dozen', 'dozen dozens doz docena docenas'],
      ['set', 'set sets juego juegos'],
      ['sheet', 'sheet sheets hoja hojas lamina laminas'],
      ['pound', 'lb lbs pound pounds libra libras'],
      ['ounce', 'oz ounce ounces onza onzas'],
      ['kilogram', 'kg kgs kilo kilos kilogram kilograms kilogramo kilogramos'],
      ['gram', 'gram grams gramo gramos gr'],
      ['gallon', 'gal gals gallon gallons galon galones'],
      ['liter', 'liter liters litre litres litro litros lt lts'],
      ['quart', 'quart quarts qt qts'],
      ['hour', 'hour hours hr hrs hora horas'],
      ['night', 'night nights noche noches'],
      ['dollar', 'dollar dollars usd bucks dolar dolares'],
      ['person', 'person people persona personas'],
      ['each', 'piece pieces unit units pieza piezas unidad unidades ct count roll rolls rollo rollos'],
    ] as const
  ).flatMap(([code, words]) => words.split(' ').map((word) => [word, code])),
);

/** The unit a word names, in either language. */
export function readUnitWord(plain: string): UnitCode | undefined {
  return Object.hasOwn(unitWords, plain) ? unitWords[plain] : undefined;
}

const numberWords: readonly string[] = [
  'one uno',
  'two dos couple',
  'three tres',
  'four cuatro',
  'five cinco',
  'six seis',
  'seven siete',
  'eight ocho',
  'nine nueve',
  'ten diez',
  'eleven once',
  'twelve doce',
];
const numbers = new Map(numberWords.flatMap((row, place) => row.split(' ').map((word) => [word, String(place + 1)])));
const tens = new Map([
  ['fifteen', '15'],
  ['quince', '15'],
  ['twenty', '20'],
  ['veinte', '20'],
  ['thirty', '30'],
  ['treinta', '30'],
  ['forty', '40'],
  ['cuarenta', '40'],
  ['fifty', '50'],
  ['cincuenta', '50'],
  ['hundred', '100'],
  ['cien', '100'],
  ['half', '1/2'],
  ['media', '1/2'],
  ['medio', '1/2'],
]);

/** What may stand between an amount and what it is of, besides articles: "20 more warm blankets". */
const describing = new Set(
  `more additional extra new clean warm used small large big medium twin good free full mas nuevo nuevos nueva nuevas grande
   grandes limpias size about x toward towards`.split(/\s+/),
);

type Figure = { readonly figure: string; readonly unit: UnitCode | null };

/**
 * The amount stated for the phrase of the words `from` to `to`: before it ("2 boxes of …", "3 cases of water", where the
 * phrase itself begins with the unit), or after it at the end of its item ("blankets: 20", "pañales (3 paquetes)").
 */
export function amountOf(
  words: readonly Word[],
  span: { readonly from: number; readonly to: number },
  kind: KindDefinition,
): StatedAmount | null {
  const stated = figureBefore(words, span.from, span.to) ?? figureAfter(words, span.to);
  if (!stated) return null;
  const unit = entryUnit(kind, stated.unit ?? (kind.baseUnit === 'cent' ? 'dollar' : kind.baseUnit));
  const counted = stated.unit !== null || kind.baseUnit === 'each' || kind.baseUnit === 'cent';
  const read = unit && counted ? toQuantity(stated.figure, unit) : undefined;
  return { ...stated, quantity: read?.ok ? read.value.quantity : null };
}

function figureBefore(words: readonly Word[], from: number, to: number): Figure | undefined {
  const own = to - from > 1 ? readUnitWord(words[from]?.plain ?? '') : undefined;
  let at = from;
  const back = (): Word | undefined => (gapStrength(words[at]?.gap ?? '.') === 0 ? words[at - 1] : undefined);
  const skip = (): void => {
    for (let word = back(); word && !numberOf(word) && (isFiller(word) || describing.has(word.plain)); word = back())
      at -= 1;
  };
  skip();
  const unit = readUnitWord(back()?.plain ?? '');
  if (unit !== undefined) {
    if ((words[at - 1]?.gap ?? '') === '-') return undefined; // "24-pack" is a size of pack, not a number of packs
    at -= 1;
    skip();
  }
  const figure = numberOf(back());
  if (figure !== undefined && /^[-–]$/.test(words[at]?.gap ?? '')) return undefined; // "4-water" counts lines of a list
  if (figure === undefined) {
    const glued = /^(\d+(?:\.\d+)?)([a-z]+)$/.exec(back()?.plain ?? '');
    const gluedUnit = readUnitWord(glued?.[2] ?? '');
    return glued?.[1] && gluedUnit ? { figure: glued[1], unit: gluedUnit } : undefined;
  }
  if (isSizeOrAge(words, at - 1)) return undefined;
  return unit === 'dozen' ? dozens(figure) : { figure, unit: unit ?? own ?? moneyUnit(words[at - 1]) };
}

/** "2 dozen eggs" where eggs are counted singly still says dozen; "a dozen" alone is twelve of the base unit. */
function dozens(figure: string): Figure {
  return { figure: String(Number(figure) * 12), unit: null };
}

function moneyUnit(word: Word | undefined): UnitCode | null {
  return word?.gap.endsWith('$') ? 'dollar' : null;
}

function figureAfter(words: readonly Word[], to: number): Figure | undefined {
  let at = to;
  if (/^x$/.test(words[at]?.plain ?? '')) at += 1;
  const number = words[at];
  const figure = numberOf(number);
  if (!number || figure === undefined || !/\d/.test(number.plain) || !/^[\s:x(–=-]*$/.test(number.gap))
    return undefined;
  const unit = readUnitWord(words[at + 1]?.plain ?? '');
  const next = words[at + (unit === undefined ? 1 : 2)];
  const ends = !next || gapStrength(next.gap) > 0 || ['and', 'y', 'or', 'o'].includes(next.plain);
  return ends && !isSizeOrAge(words, at) ? { figure, unit: unit ?? null } : undefined;
}

function numberOf(word: Word | undefined): string | undefined {
  if (!word) return undefined;
  if (/^\d[\d.,/]*$/.test(word.plain)) return word.plain.replace(/,(?=\d{3}\b)/g, '');
  return numbers.get(word.plain) ?? tens.get(word.plain);
}

/** Numbers that say how old, how large or when, not how many: "size 4", "2 year old", "8/30". */
function isSizeOrAge(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.plain ?? '';
  const after = words[at + 1]?.plain ?? '';
  const plain = words[at]?.plain ?? '';
  return (
    /^(?:sizes?|sz|tallas?|numero|etapa|stage|age|ages?|edad|tamano|hwy|highway|room|apt|suite)$/.test(before) ||
    /^(?:years?|yrs?|yo|months?|mos?|anos?|meses|am|pm|st|rd|th|street|ave)$/.test(after) ||
    (/\//.test(plain) && plain !== '1/2' && plain !== '1/4' && plain !== '3/4')
  );
}
