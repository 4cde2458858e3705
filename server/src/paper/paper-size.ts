/** Sheets an office printer has in its tray. */
export const paperSizes = ['letter', 'a4'] as const;
export type PaperSize = (typeof paperSizes)[number];

/** Points, 72 to an inch. */
export const sheetPoints: Readonly<Record<PaperSize, { readonly width: number; readonly height: number }>> = {
  letter: { width: 612, height: 792 },
  a4: { width: 595.28, height: 841.89 },
};

/** 12 mm, which every office printer reaches. */
export const marginPoints = 34;

/** Where Letter is the usual sheet, by ISO 3166 (Unicode CLDR, paper sizes); everywhere else it is A4. */
const letterCountries = new Set('US PR CA MX BZ CL CO CR GT NI PA PH SV VE'.split(' '));

/** The sheet that lies in the tray in that country. */
export function paperSizeOf(country: string): PaperSize {
  return letterCountries.has(country.toUpperCase()) ? 'letter' : 'a4';
}

/** The sheet somebody asked for, or the country's. */
export function choosePaperSize(asked: string | null, country: string): PaperSize {
  return paperSizes.find((size) => size === asked) ?? paperSizeOf(country);
}
