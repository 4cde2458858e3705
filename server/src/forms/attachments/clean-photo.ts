import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import sharp from 'sharp';

import type { CleanFile } from './attachment-table.ts';

export type PhotoRefusal =
  | { readonly code: 'not-a-photo' }
  | { readonly code: 'photo-heic' }
  | { readonly code: 'photo-too-large' };

/** The longer side of what is kept: enough to read a letter or see a broken step. */
const sideMax = 1600;

/**
 * Pixels that are decoded at most. A JPEG is made smaller while it is read, so the largest cameras pass; everything else
 * is unfolded in memory, and a file of a few kilobytes can claim to be as large as a house.
 */
const pixelsMax = { jpeg: 120_000_000, other: 40_000_000 };

/** No photo takes so long; what does was made to. */
const secondsMax = 20;

// Only these readers, for pictures in memory: no drawing, document or script that the library could open as well.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});
sharp.concurrency(1);
sharp.cache(false);

type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic';

/** What a file is by its first bytes; its name and what a browser says of it count for nothing. */
function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  const text = (from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  if (text(0, 3) === '\u00FF\u00D8\u00FF') return 'jpeg';
  if (text(0, 8) === '\u0089PNG\r\n\u001A\n') return 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (/^GIF8[79]a$/.test(text(0, 6))) return 'gif';
  if (text(4, 8) !== 'ftyp') return undefined;
  if (text(8, 12) === 'avif') return 'avif';
  return /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1)$/.test(text(8, 12)) ? 'heic' : undefined;
}

/**
 * A photo written anew: the right way up, at most 1600 pixels long, JPEG, and nothing else of the file, so neither where
 * and when it was taken nor anything hidden behind the picture. Of moving pictures the first one is kept.
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<Outcome<CleanFile, PhotoRefusal>> {
  const format = pictureFormat(bytes);
  if (!format) return refuse({ code: 'not-a-photo' });
  if (format === 'heic') return refuse({ code: 'photo-heic' });
  return inTurn(async () => {
    try {
      const limitInputPixels = format === 'jpeg' ? pixelsMax.jpeg : pixelsMax.other;
      const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
      if (width * height > limitInputPixels) return refuse({ code: 'photo-too-large' });
      const clean = await sharp(bytes, { limitInputPixels, failOn: 'error', pages: 1, sequentialRead: true })
        .autoOrient()
        .resize({ width: sideMax, height: sideMax, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 80, mozjpeg: true })
        .timeout({ seconds: secondsMax })
        .toBuffer();
      return accept({ sort: 'photo', contentType: 'image/jpeg', bytes: clean });
    } catch {
      // Whatever the library finds wrong with a picture, it says by throwing.
      return refuse({ code: 'not-a-photo' });
    }
  });
}

let last: Promise<unknown> = Promise.resolve();

/** One photo after the other, so that twenty at once take the memory of one. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}
