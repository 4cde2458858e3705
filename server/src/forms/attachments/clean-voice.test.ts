import * as fc from 'fast-check';
import {
  ALL_FORMATS,
  type AudioCodec,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  Input,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  type OutputFormat,
  WebMOutputFormat,
} from 'mediabunny';
import { describe, expect, test } from 'vitest';

import { cleanVoice } from './clean-voice.ts';

const secret = 'Lantern Phone of Ofelia';
const place = '+39.3254-077.7390/';

const opusHead = Buffer.concat([Buffer.from('OpusHead'), Buffer.from([1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0])]);

/** What a recorder of each sort writes, as far as a container knows it: packets that nobody decodes here. */
const sounds: Readonly<
  Record<string, { codec: AudioCodec; description?: Uint8Array; packet: Uint8Array; seconds: number }>
> = {
  opus: { codec: 'opus', description: opusHead, packet: Uint8Array.of(0x08, 1, 2, 3, 4), seconds: 0.02 },
  aac: {
    codec: 'aac',
    description: Uint8Array.of(0x12, 0x08),
    packet: Uint8Array.of(0x21, 0x10, 5, 6),
    seconds: 1024 / 44_100,
  },
  // A frame of MPEG-1 layer III with 128 kbit/s and 44.1 kHz is 417 bytes long.
  mp3: {
    codec: 'mp3',
    packet: Uint8Array.of(0xff, 0xfb, 0x90, 0xc4, ...Array<number>(413).fill(0)),
    seconds: 1152 / 44_100,
  },
};

async function recorded(sound: keyof typeof sounds, format: OutputFormat, packets = 50): Promise<Uint8Array> {
  const { codec, description, packet, seconds } = sounds[sound] ?? (undefined as never);
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source, { name: secret });
  output.setMetadataTags({ title: secret, comment: place, artist: secret, date: new Date(0), raw: { '©xyz': place } });
  await output.start();
  const sampleRate = sound === 'opus' ? 48_000 : 44_100;
  const names = { opus: 'opus', aac: 'mp4a.40.2', mp3: 'mp3' } as Readonly<Record<string, string>>;
  const decoderConfig = {
    codec: names[codec] ?? codec,
    sampleRate,
    numberOfChannels: 1,
    ...(description && { description }),
  };
  for (let no = 0; no < packets; no += 1) {
    await source.add(new EncodedPacket(packet, 'key', no * seconds, seconds), { decoderConfig });
  }
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0));
}

/** A WAV with so many seconds of silence, and a note of the recorder's before it. */
function wav(seconds: number): Buffer {
  const note = Buffer.from(`INFOIART\u0018\u0000\u0000\u0000${secret.padEnd(24, '\u0000')}`, 'latin1');
  const size = seconds * 16_000;
  const head = Buffer.alloc(36);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + 8 + note.length + 8 + size - 8, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(16_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  const chunk = (name: string, length: number): Buffer => {
    const begin = Buffer.alloc(8);
    begin.write(name, 0, 'latin1');
    begin.writeUInt32LE(length, 4);
    return begin;
  };
  return Buffer.concat([head, chunk('LIST', note.length), note, chunk('data', size), Buffer.alloc(size)]);
}

async function read(bytes: Uint8Array) {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
  const track = await input.getPrimaryAudioTrack();
  return {
    codec: await track?.getCodec(),
    seconds: await input.computeDuration(),
    tags: await input.getMetadataTags(),
  };
}

const refusal = async (bytes: Uint8Array): Promise<string | undefined> => {
  const outcome = await cleanVoice(bytes);
  return outcome.ok ? undefined : outcome.refusal.code;
};

describe('a voice note', () => {
  test.each([
    ['opus', 'WebM', new WebMOutputFormat(), 'audio/webm'],
    ['opus', 'Ogg', new OggOutputFormat(), 'audio/webm'],
    ['opus', 'MP4', new Mp4OutputFormat(), 'audio/webm'],
    ['aac', 'MP4', new Mp4OutputFormat(), 'audio/mp4'],
    ['mp3', 'MP3', new Mp3OutputFormat(), 'audio/mpeg'],
  ] as const)('of %s in %s keeps its sound and nothing else', async (sound, _, format, contentType) => {
    const bytes = await recorded(sound, format);
    const before = Buffer.from(bytes).toString('latin1');
    expect(before).toContain(sound === 'mp3' ? 'L' : secret);
    const outcome = await cleanVoice(bytes);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(outcome.value.contentType).toBe(contentType);
    const after = Buffer.from(outcome.value.bytes);
    for (const told of [secret, place, '39.32', 'udta', '©xyz', 'ID3', 'LIST'])
      expect(after.includes(told)).toBe(false);
    expect(after.includes(Buffer.from(secret, 'utf16le'))).toBe(false);
    const { codec, seconds, tags } = await read(outcome.value.bytes);
    expect(codec).toBe(sound);
    expect(seconds).toBeCloseTo((await read(bytes)).seconds, 1);
    expect(
      Object.values(tags).filter((tag) => typeof tag === 'string' && (tag.includes(secret) || tag.includes(place))),
    ).toEqual([]);
  });

  test('may be a plain WAV', async () => {
    const outcome = await cleanVoice(wav(2));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(outcome.value.contentType).toBe('audio/wav');
    expect(Buffer.from(outcome.value.bytes).includes(secret)).toBe(false);
    expect((await read(outcome.value.bytes)).seconds).toBeCloseTo(2, 1);
  });

  test('is at most five minutes long', async () => {
    expect(await refusal(wav(300))).toBeUndefined();
    expect(await refusal(wav(320))).toBe('voice-too-long');
  });

  test('is told by its content', async () => {
    expect(await refusal(new Uint8Array())).toBe('not-a-voice-note');
    expect(await refusal(Buffer.from('this is no sound'))).toBe('not-a-voice-note');
    expect(await refusal(Buffer.from('<html><script>alert(1)</script>'))).toBe('not-a-voice-note');
    // What an old phone records: a format that nothing here reads, in a container that it knows.
    expect(
      await refusal(Buffer.from('\u0000\u0000\u0000\u0018ftyp3gp4\u0000\u0000\u0000\u0000isom3gp4', 'latin1')),
    ).toBe('not-a-voice-note');
  });

  test('that was cut off is refused in the end, also where the reader itself never ends', async () => {
    const whole = await recorded('opus', new WebMOutputFormat(), 10);
    // In the middle of saying how long the first cluster of sound is.
    const cluster = Buffer.from(whole).indexOf(Buffer.of(0x1f, 0x43, 0xb6, 0x75));
    expect(cluster).toBeGreaterThan(0);
    expect(await cleanVoice(whole.subarray(0, cluster + 8), 1_500)).toMatchObject({ ok: false });
    expect(await refusal(wav(1))).toBeUndefined();
  });

  test('is a voice note or a refusal, whatever the bytes are', { timeout: 180_000 }, async () => {
    const files = await Promise.all([
      recorded('opus', new WebMOutputFormat(), 10),
      recorded('opus', new OggOutputFormat(), 10),
      recorded('aac', new Mp4OutputFormat(), 10),
      recorded('mp3', new Mp3OutputFormat(), 10),
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files, wav(1)),
        fc.uint8Array({ minLength: 1, maxLength: 60 }),
        fc.nat(),
        async (file, rubbish, at) => {
          const spoiled = Buffer.from(file);
          const from = at % file.length;
          spoiled.set(rubbish.subarray(0, file.length - from), from);
          expect(typeof (await cleanVoice(spoiled, 1_000)).ok).toBe('boolean');
        },
      ),
      // Few, since each takes a thread of its own, and some of them all the patience there is.
      { numRuns: 25 },
    );
  });
});
