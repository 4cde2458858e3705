import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

import { makeXlsx } from '../../../../../tests/seed/make-workbook.ts';
import type { ImportSubject } from '../mapping.ts';
import { dateReader } from '../read/read-date.ts';
import type { ColumnMeaning } from './column-meaning.ts';
import { guessColumns, type MappingGuess } from './guess-columns.ts';
import { dateFormats, dateTally } from './guess-dates.ts';
import { type Survey, type SurveyOptions, surveyTable } from './survey-table.ts';

const usual: SurveyOptions = { subject: 'requests', country: 'US', monthFirst: true };

async function surveyOf(content: string | Buffer, options: Partial<SurveyOptions> = {}): Promise<Survey> {
  const survey = await surveyTable(() => once(Buffer.from(content as string)), { ...usual, ...options });
  if ('refusal' in survey) throw new Error(survey.refusal.code);
  return survey;
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const meaningsOf = ({ columns }: MappingGuess) =>
  Object.fromEntries(columns.map(({ column, meaning }) => [column, meaning]));

describe('a survey', () => {
  it('finds the delimiter, the encoding, the row of the names and what is strange', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) => `${index + 1};Ada ${index};304 555 01${10 + index};${(index % 28) + 1}/02/2026`,
    );
    const survey = await surveyOf(
      Buffer.from(
        [
          'Lista de familias;;;',
          'actualizada en febrero;;;',
          'Folio;Nombre;Teléfono;Fecha',
          ...rows,
          '41;Bo;call the church;3/02/2026',
          '42;Peña',
          'Folio;Nombre;Teléfono;Fecha',
          ';Total;;',
        ].join('\r\n'),
        'latin1',
      ),
    );
    expect(survey).toMatchObject({
      format: 'csv',
      delimiter: ';',
      encoding: 'auto',
      headerRow: 3,
      rowsTotal: 44,
      misfits: 1,
      repaired: 2,
    });
    expect(survey.odd.map(({ rowNo, reasons }) => [rowNo, reasons[0]?.code])).toEqual([
      [44, 'unlike-the-rest'],
      [45, 'columns-differ'],
      [46, 'names-again'],
      [47, 'looks-like-a-total'],
    ]);
    expect(survey.columns.map(({ name, filled }) => [name, filled])).toEqual([
      ['Folio', 43],
      ['Nombre', 44],
      ['Teléfono', 42],
      ['Fecha', 42],
    ]);
    expect(survey.top[0]?.cells[0]).toBe('Lista de familias');
    expect(survey.first[0]?.cells).toEqual(['1', 'Ada 0', '304 555 0110', '1/02/2026']);
  });

  it('reads a whole file of an old Macintosh in its own letters, and one of windows-1252 in its', async () => {
    const mac = await surveyOf(Buffer.from('6e616d650a4d617292610a4a6f738e0a506596610a', 'hex'));
    expect([mac.encoding, ...(mac.columns[0]?.samples ?? [])]).toEqual(['macintosh', 'María', 'José', 'Peña']);
    const western = await surveyOf(Buffer.from('name\nMaría\nJosé\nPeña\n', 'latin1'));
    expect([western.encoding, western.encodings, ...(western.columns[0]?.samples ?? [])]).toEqual([
      'auto',
      [],
      'María',
      'José',
      'Peña',
    ]);
  });

  it('says the sheets of a workbook and why a file is no table', async () => {
    const book = makeXlsx({
      sheets: [
        { name: 'Notes', data: '' },
        {
          name: 'Calls',
          data: [
            ['Name', 'Phone'],
            ['Ada', '304 555 0101'],
          ],
        },
      ],
    });
    expect(await surveyOf(book)).toMatchObject({
      format: 'xlsx',
      sheet: 'Calls',
      sheets: [
        { name: 'Notes', rows: 0, hidden: false },
        { name: 'Calls', rows: 2, hidden: false },
      ],
    });
    expect(await surveyTable(() => once(Buffer.from('%PDF-1.4')), usual)).toEqual({ refusal: { code: 'is-a-pdf' } });
    expect(await surveyTable(() => once(Buffer.from('a,b\n')), { ...usual, headerRow: 1 })).toEqual({
      refusal: { code: 'no-rows' },
    });
  });

  it('counts the rows below the names that the spreadsheet hides', async () => {
    const rows = ['Name', 'Ada', 'Bo', 'Cy'].map((name, index) => {
      const more = name === 'Ada' || name === 'Cy' ? ' hidden="1"' : '';
      return `<row r="${index + 1}"${more}><c r="A${index + 1}" t="str"><v>${name}</v></c></row>`;
    });
    const book = makeXlsx({ sheets: [{ name: 'Calls', data: rows.join('') }] });
    expect(await surveyOf(book, { headerRow: 1 })).toMatchObject({ rowsTotal: 3, hidden: 2 });
    expect(await surveyOf('Name,Phone\nAda,1\n', { headerRow: 1 })).toMatchObject({ hidden: 0 });
  });

  it('survives any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        const survey = await surveyTable(() => once(Buffer.from(text)), usual);
        if (!('refusal' in survey)) guessColumns(survey, 'requests', 'x');
      }),
      { numRuns: 200 },
    );
  });
});

describe('dates', () => {
  const day = fc.date({ min: new Date('1971-01-01T00:00Z'), max: new Date('2068-12-31T00:00Z'), noInvalidDate: true });
  const two = (figure: number) => String(figure).padStart(2, '0');
  const written: Readonly<Record<string, (at: Date) => string>> = {
    'YYYY-MM-DD': (at) => at.toISOString().slice(0, 10),
    'DD/MM/YYYY': (at) => `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`,
    'MM/DD/YY': (at) => `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${two(at.getUTCFullYear() % 100)}`,
    'DD.MM.YYYY': (at) => `${at.getUTCDate()}.${at.getUTCMonth() + 1}.${at.getUTCFullYear()}`,
    'DD MMM YYYY': (at) =>
      `${at.getUTCDate()} ${['ene', 'February', 'mar', 'abril', 'May', 'jun', 'julio', 'Aug', 'sept', 'oct', 'nov', 'dic.'][at.getUTCMonth()]} ${at.getUTCFullYear()}`,
    'YYYY-MM-DDTHH:mm[:ss[.SSS]][Z]': (at) => at.toISOString(),
  };

  it('are read back in the guessed format, or it is asked with one that is right among them', () => {
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...Object.keys(written)),
        (days, format) => {
          const tally = dateTally(true);
          const write = written[format] ?? String;
          for (const at of days) expect(tally.add(write(at))).toBe(true);
          const { formats, share } = tally.guess();
          expect(share).toBe(1);
          const right = formats.some((one) => {
            const read = dateReader(one, 'UTC');
            return days.every(
              (at) => new Date(read(write(at)) ?? 0).toISOString().slice(0, 10) === at.toISOString().slice(0, 10),
            );
          });
          expect(right).toBe(true);
        },
      ),
    );
  });

  it('are asked about as long as no value tells days from months', () => {
    const tally = dateTally(false);
    for (const text of ['03/04/2026', '05/06/2026 10:30']) tally.add(text);
    expect(tally.guess()).toMatchObject({
      formats: ['DD/MM/YYYY[ HH:mm[:ss]]', 'MM/DD/YYYY[ HH:mm[:ss]]'],
      example: '03/04/2026',
    });
    tally.add('13/06/2026');
    expect(tally.guess().formats).toEqual(['DD/MM/YYYY[ HH:mm[:ss]]']);
  });

  it.each([
    ['31/02/2026', 'DD/MM/YYYY[ HH:mm[:ss]]'],
    ['02/31/2026', 'MM/DD/YYYY[ HH:mm[:ss]]'],
  ])('are likelier in the order of one that is none: %s', (impossible, likeliest) => {
    for (const monthFirst of [false, true]) {
      const tally = dateTally(monthFirst);
      for (const text of ['03/04/2026', impossible]) tally.add(text);
      expect(tally.guess().formats).toHaveLength(2);
      expect(tally.guess().formats[0]).toBe(likeliest);
    }
  });

  it.each([
    ['DD/MM/YY[ HH:mm[:ss]]', '3/4/69', '2069-04-03T00:00:00Z'],
    ['DD/MM/YY[ HH:mm[:ss]]', '3/4/70', '1970-04-03T00:00:00Z'],
    ['MMM DD, YYYY[ HH:mm[:ss]]', 'Sept. 3, 2026', '2026-09-03T00:00:00Z'],
    ['DD de MMM de YYYY[ HH:mm[:ss]]', '3 de septiembre de 2026 8:05', '2026-09-03T08:05:00Z'],
    ['ddd DD MMM YYYY[ HH:mm[:ss]]', 'Mon, 3 Aug 2026', '2026-08-03T00:00:00Z'],
    ['YYYY-MM-DDTHH:mm[:ss[.SSS]][Z]', '2026-08-03T10:00:00.123-05:00', '2026-08-03T15:00:00Z'],
    ['MM/DD/YYYY, hh:mm[:ss] A', '8/3/2026, 1:05:09 p.m.', '2026-08-03T13:05:00Z'],
  ])('reads %s: %s', (format, text, instant) => {
    expect(dateFormats).toContain(format);
    expect(new Date(dateReader(format, 'UTC')(text) ?? 0).toISOString().slice(0, 16)).toBe(instant.slice(0, 16));
  });
});

describe('what columns mean', () => {
  const guess = async (subject: ImportSubject, content: string) =>
    guessColumns(await surveyOf(content, { subject }), subject, 'list');

  it('is found for names in Spanish and English, run together or numbered', async () => {
    const found = await guess(
      'households',
      'No.,Apellidos,Nombre,Teléfono celular,correoElectronico,Domicilio,Colonia,# de personas,Adultos,Niños,Idioma,Alergias\n' +
        '1,Peña,Ana,304 555 0101,ana@example.org,9 Mill Ln,Centro,5,2,3,español,\n2,Roe,Bo,304 555 0102,bo@example.org,8 Oak St,Norte,4,2,2,inglés,nueces\n3,Lee,Cy,304 555 0103,,7 Elm St,Norte,4,1,3,inglés,\n',
    );
    expect(meaningsOf(found)).toEqual({
      'No.': 'key',
      Apellidos: 'name',
      Nombre: 'name',
      'Teléfono celular': 'phone',
      correoElectronico: 'mail',
      Domicilio: 'address',
      Colonia: 'address',
      '# de personas': 'size',
      Adultos: 'adults',
      Niños: 'children',
      Idioma: 'language',
      Alergias: 'words',
    });
    expect(found.questions).toEqual([]);
    expect(found.mapping).toMatchObject({
      key: ['No.'],
      columns: { name: ['Apellidos', 'Nombre'], size: '# de personas' },
    });
  });

  it('is found without any names, by the values', async () => {
    const found = await guess(
      'members',
      'Ada,304 555 0101,ada@example.org\nBo,304 555 0102,bo@example.org\nCy,304 555 0103,cy@example.org\n',
    );
    expect(found.mapping).toMatchObject({ headerRow: 0, columns: { phone: ['Column B'], mail: ['Column C'] } });
  });

  it.each([
    ['Coordinates', '"39.3254, -77.7390"', '"39.3301, -77.7412"'],
    ['the_geom', 'POINT (-77.7390 39.3254)', 'POINT (-77.7412 39.3301)'],
    ['Spot', '39.3254° N 77.7390° W', '39.3301° N 77.7412° W'],
  ])('finds a point that stands in one cell: %s', async (name, one, other) => {
    const found = await guess('requests', `Name,${name},Needs\nAda,${one},water\nBo,${other},bread\n`);
    expect(meaningsOf(found)).toMatchObject({ [name]: 'point' });
    expect(found.mapping.columns).toMatchObject({ point: name });
  });

  it('asks what it cannot know', async () => {
    const found = await guess(
      'requests',
      'Shelter,Caller,When,Needs\nGrange Hall,Ada,03/04/2026,water\nFire House,Bo,05/06/2026,bread\n',
    );
    expect(found.questions.map(({ code }) => code)).toEqual(['which-date-format', 'which-key', 'which-name']);
  });
});

/** What a person who reads the sheet would choose; columns not named are left out. */
type Choice = Partial<Record<Exclude<ColumnMeaning, 'none'>, readonly string[]>>;
const data = path.resolve(import.meta.dirname, '../../../../../../shared/data');
const choices: readonly (readonly [string, ImportSubject, Choice, readonly string[]])[] = [
  [
    'harvey-2017/shelters-20170830-145735.csv',
    'requests',
    {
      name: ['Shelter'],
      phone: ['Phone'],
      address: ['County', 'Address', 'City'],
      latitude: ['latitude'],
      longitude: ['longitude'],
      askedAt: ['Last_updated'],
      needs: ['Supply Needs', 'Volunteer needs'],
      words: ['Pets', 'Notes'],
      answered: ['Accepting'],
    },
    ['YYYY-MM-DD hh:mm[:ss] A'],
  ],
  [
    'haiti-2010/reports.csv',
    'requests',
    {
      key: ['Serial'],
      words: ['INCIDENT TITLE', 'DESCRIPTION'],
      askedAt: ['INCIDENT DATE'],
      address: ['LOCATION'],
      latitude: ['LATITUDE'],
      longitude: ['LONGITUDE'],
      kinds: ['CATEGORY'],
    },
    ['DD/MM/YYYY[ HH:mm[:ss]]'],
  ],
  [
    'reach4help/india_covidkhoj_2021_crisis_leads_sanitised.csv',
    'offers',
    {
      key: ['lead_no'],
      words: ['description'],
      askedAt: ['verified_at'],
      address: ['state', 'city', 'location'],
      kinds: ['service'],
    },
    ['YYYY-MM-DD HH:mm:ss.SSS'],
  ],
  [
    'food-oasis-la/food-pantry.csv',
    'places',
    {
      name: ['name'],
      phone: ['phone'],
      address: ['address_1', 'address_2', 'city', 'state', 'zip'],
      latitude: ['latitude'],
      longitude: ['longitude'],
      words: [
        'category',
        'website',
        ...[1, 2, 3, 4, 5, 6, 7].flatMap((day) => [
          `daycode${day}`,
          `day${day}_open`,
          day === 6 ? 'day6_open (2)' : `day${day}_close`,
        ]),
        'Year_Round (Y/N)',
        'season_open',
        'season_close',
      ],
    },
    [],
  ],
  ['food-oasis-la/organization.csv', 'places', { name: ['name'], words: ['website', 'type', 'groups'] }, []],
  [
    'human-essentials/donation_sites_template.csv',
    'places',
    { name: ['name'], address: ['address'], words: ['contact_name'], mail: ['email'], phone: ['phone'] },
    [],
  ],
  [
    'human-essentials/vendors.csv',
    'places',
    { name: ['business_name'], address: ['address'], words: ['contact_name'], mail: ['email'], phone: ['phone'] },
    [],
  ],
  [
    'human-essentials/product_drive_participants.csv',
    'members',
    { name: ['contact_name'], words: ['business_name'], mail: ['email'], phone: ['phone'] },
    [],
  ],
  ['human-essentials/partners_with_bom_encoding.csv', 'places', { name: ['name'], mail: ['email'] }, []],
  [
    'human-essentials/storage_locations_export.csv',
    'places',
    { name: ['Name'], address: ['Address'], words: ['Warehouse Type'] },
    [],
  ],
];
interface Listed {
  readonly contentTitle?: string;
  readonly contentBody?: string;
  readonly services?: readonly string[];
  readonly loc?: { readonly Description?: string; readonly lat?: string; readonly lon?: string };
}
const groups = path.join(data, 'reach4help/us_mutual_aid_2020-04-10_sanitised.json');
const hasData = existsSync(data);
if (!hasData)
  console.log('The real sheets are not beside the repository (../shared/data): guesses at them are not tested.');

describe.skipIf(!hasData)('what a person would choose in real sheets', () => {
  let [right, all] = [0, 0];
  const compare = (survey: Survey, subject: ImportSubject, choice: Choice): readonly string[] => {
    const guess = guessColumns(survey, subject, 'real');
    const chosen = new Map(
      Object.entries(choice).flatMap(([meaning, columns]) => columns.map((column) => [column, meaning])),
    );
    const wrong = guess.columns.filter(({ column, meaning }) => (chosen.get(column) ?? 'none') !== meaning);
    for (const column of chosen.keys()) expect(guess.columns.map((one) => one.column)).toContain(column);
    all += guess.columns.length;
    right += guess.columns.length - wrong.length;
    return wrong.map(({ column, meaning }) => `${column}: ${meaning}`);
  };

  it.each(choices)('%s as %s', async (file, subject, choice, formats) => {
    const survey = await surveyTable(() => createReadStream(path.join(data, file)), { ...usual, subject });
    if ('refusal' in survey) throw new Error(survey.refusal.code);
    expect(survey.headerRow).toBe(1);
    const wrong = compare(survey, subject, choice);
    if (wrong.length > 0) console.log(file, 'differs in', wrong.join('; '));
    for (const format of formats) expect(survey.columns.flatMap(({ dates }) => dates.formats)).toContain(format);
    expect(wrong.length).toBeLessThanOrEqual(1);
  });

  it('groups with places and services', async () => {
    const list = JSON.parse(readFileSync(groups, 'utf8')) as Listed[];
    const cell = (text = '') => `"${text.replaceAll('"', '""')}"`;
    const rows = list.map((one) =>
      [
        one.contentTitle,
        one.contentBody,
        (one.services ?? []).join(', '),
        one.loc?.Description,
        one.loc?.lat,
        one.loc?.lon,
      ]
        .map(cell)
        .join(','),
    );
    const survey = await surveyOf(['contentTitle,contentBody,services,locDescription,lat,lon', ...rows].join('\n'), {
      subject: 'offers',
    });
    expect(
      compare(survey, 'offers', {
        name: ['contentTitle'],
        words: ['contentBody'],
        kinds: ['services'],
        address: ['locDescription'],
        latitude: ['lat'],
        longitude: ['lon'],
      }),
    ).toEqual([]);
  });

  afterAll(() => {
    console.log(`columns of real sheets guessed as a person would: ${right} of ${all}`);
    expect(right / all).toBeGreaterThan(0.95);
  });
});
