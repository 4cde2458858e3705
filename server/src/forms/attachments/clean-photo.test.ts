import { deflateSync } from 'node:zlib';

import * as fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';

import { propertyRuns } from '../../../../kernel/testing/property-runs.ts';
import { cleanPhoto } from './clean-photo.ts';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3a7' } });

/** A photo as a phone takes it: on its side, with where and when in it. */
const fromPhone = await picture(900, 600)
  .withExif({
    IFD0: { Make: 'Lantern Phones', DateTime: '2026:11:23 10:00:00' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '39/1 19/1 3144/100',
      GPSLongitudeRef: 'W',
      GPSLongitude: '77/1 44/1 0/1',
    },
  })
  .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><r>exif:GPSLatitude 39,19.5N</r></x:xmpmeta>')
  .withMetadata({ orientation: 6 })
  .jpeg()
  .toBuffer();

async function cleaned(bytes: Uint8Array) {
  const outcome = await cleanPhoto(bytes);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return { ...outcome.value, ...(await sharp(outcome.value.bytes).metadata()) };
}

const refusal = async (bytes: Uint8Array): Promise<string | undefined> => {
  const outcome = await cleanPhoto(bytes);
  return outcome.ok ? undefined : outcome.refusal.code;
};

/** A PNG of one black row that says it is so large; only its head is true to the format. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc(1_000_000));
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}

describe('a photo', () => {
  test('loses where and when it was taken, and stands upright', async () => {
    const before = await sharp(fromPhone).metadata();
    expect([before.exif?.includes('Lantern'), before.xmp !== undefined, before.orientation]).toEqual([true, true, 6]);
    expect(segmentsOf(fromPhone)).toContain(0xe1);
    const photo = await cleaned(fromPhone);
    expect(photo).toMatchObject({ contentType: 'image/jpeg', width: 600, height: 900 });
    const { exif, xmp, icc, iptc, orientation } = photo;
    expect([exif, xmp, icc, iptc, orientation].filter((told) => told !== undefined)).toEqual([]);
    const text = Buffer.from(photo.bytes).toString('latin1');
    expect(text).not.toMatch(/Exif|GPS|Lantern|xmpmeta|2026:11/);
    // Nothing but the segments that a picture is made of: no APP1 to APP15, no comment.
    expect(segmentsOf(photo.bytes).filter((marker) => (marker > 0xe0 && marker <= 0xef) || marker === 0xfe)).toEqual(
      [],
    );
  });

  test('is at most 1600 pixels long, and is not made larger', async () => {
    expect(await cleaned(await picture(4000, 1000).jpeg().toBuffer())).toMatchObject({ width: 1600, height: 400 });
    expect(await cleaned(await picture(20, 10).png().toBuffer())).toMatchObject({ width: 20, height: 10 });
  });

  test.each(['png', 'webp', 'gif', 'avif'] as const)('may be %s', async (format) => {
    expect((await cleaned(await picture(40, 30).toFormat(format).toBuffer())).width).toBe(40);
  });

  test('is told by its content, whatever it calls itself', async () => {
    expect(await refusal(Buffer.from('not a photo at all'))).toBe('not-a-photo');
    expect(await refusal(new Uint8Array())).toBe('not-a-photo');
    expect(await refusal(Buffer.from('\u00FF\u00D8\u00FF and then nothing', 'latin1'))).toBe('not-a-photo');
    expect(await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))).toBe(
      'not-a-photo',
    );
    expect(await refusal(Buffer.from('%PDF-1.7'))).toBe('not-a-photo');
    expect(await refusal(Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic')]))).toBe('photo-heic');
  });

  test('is refused when a part of it is missing', async () => {
    const noise = await sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer();
    expect(await refusal(noise.subarray(0, noise.length / 2))).toBe('not-a-photo');
  });

  test('does not unfold into more than the memory there is', async () => {
    expect(await refusal(bomb(60_000, 60_000))).toBe('photo-too-large');
    expect(await refusal(bomb(2_000_000_000, 2_000_000_000))).not.toBeUndefined();
  });

  test('leaves behind what hangs on it: a page, a script, another file', async () => {
    const page = '<html><script>alert(document.cookie)</script></html>';
    const both = Buffer.concat([await picture(50, 50).jpeg().toBuffer(), Buffer.from(page)]);
    expect(Buffer.from((await cleaned(both)).bytes).includes('script')).toBe(false);
  });

  test('is a photo or a refusal, whatever the bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.nat(fromPhone.length - 1), async (rubbish, at) => {
        const spoiled = Buffer.from(fromPhone);
        spoiled.set(rubbish.subarray(0, spoiled.length - at), at);
        for (const bytes of [rubbish, spoiled]) expect(typeof (await cleanPhoto(bytes)).ok).toBe('boolean');
      }),
      propertyRuns(30),
    );
  });
});

/** The markers of a JPEG up to the picture itself. */
function segmentsOf(bytes: Uint8Array): readonly number[] {
  const markers: number[] = [];
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== 0xda;) {
    markers.push(bytes[at + 1] ?? 0);
    at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
  }
  return markers;
}
