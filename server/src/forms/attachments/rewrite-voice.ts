import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import {
  ADTS,
  type AudioCodec,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  MATROSKA,
  MP3,
  Mp3OutputFormat,
  MP4,
  Mp4OutputFormat,
  OGG,
  Output,
  type OutputFormat,
  QTFF,
  WAVE,
  WavOutputFormat,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';

import type { CleanFile } from './attachment-table.ts';

export type VoiceRefusal = { readonly code: 'not-a-voice-note' } | { readonly code: 'voice-too-long' };

const secondsMax = 5 * 60;
/** Recorders count a little differently. */
const slackSeconds = 5;
/** Five minutes in the shortest packets there are. */
const packetsMax = 130_000;
/** What a decoder must know beforehand: a few bytes. More would be something else. */
const descriptionBytesMax = 256;

interface Container {
  readonly format: () => OutputFormat;
  readonly contentType: string;
}

/** The sound that is taken, each in the plainest container that holds it. */
const containers: Partial<Record<AudioCodec, Container>> = {
  opus: { format: () => new WebMOutputFormat(), contentType: 'audio/webm' },
  aac: { format: () => new Mp4OutputFormat({ fastStart: 'in-memory' }), contentType: 'audio/mp4' },
  mp3: { format: () => new Mp3OutputFormat(), contentType: 'audio/mpeg' },
  'pcm-s16': { format: () => new WavOutputFormat(), contentType: 'audio/wav' },
};

/**
 * A voice note in a container written anew. The sound goes over packet by packet and is not encoded again; everything
 * around it stays behind: place, time, device, titles, pictures, a video that came along.
 *
 * @NOTE Only for the thread of `clean-voice.ts`: there are broken files over which the reader never ends.
 */
export async function rewriteVoice(bytes: Uint8Array): Promise<Outcome<CleanFile, VoiceRefusal>> {
  const formats = [MP4, QTFF, WEBM, MATROSKA, OGG, MP3, WAVE, ADTS];
  const input = new Input({ source: new BufferSource(bytes), formats });
  try {
    const track = await input.getPrimaryAudioTrack();
    return track ? await rewrite(track) : refuse({ code: 'not-a-voice-note' });
  } catch {
    // A file that is broken, cut off or no sound at all makes the reader throw, each in its own way.
    return refuse({ code: 'not-a-voice-note' });
  } finally {
    input.dispose();
  }
}

async function rewrite(track: InputAudioTrack): Promise<Outcome<CleanFile, VoiceRefusal>> {
  const codec = await track.getCodec();
  const container = codec && containers[codec];
  const decoderConfig = await track.getDecoderConfig();
  if (!codec || !container || !decoderConfig) return refuse({ code: 'not-a-voice-note' });
  const { description } = decoderConfig;
  if (description && description.byteLength > descriptionBytesMax) return refuse({ code: 'not-a-voice-note' });

  const packets = await packetsOf(track);
  if (packets === 'too-long') return refuse({ code: 'voice-too-long' });
  if (packets.length === 0) return refuse({ code: 'not-a-voice-note' });
  const target = new BufferTarget();
  const output = new Output({ format: container.format(), target });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  await output.start();
  for (const packet of packets) await source.add(packet, { decoderConfig });
  await output.finalize();
  if (!target.buffer) return refuse({ code: 'not-a-voice-note' });
  return accept({ sort: 'voice', contentType: container.contentType, bytes: new Uint8Array(target.buffer) });
}

/** The sound in the order it was recorded, beginning at zero. */
async function packetsOf(track: InputAudioTrack): Promise<readonly EncodedPacket[] | 'too-long'> {
  const packets: EncodedPacket[] = [];
  let beginsAt: number | undefined;
  for await (const { data, type, timestamp, duration } of new EncodedPacketSink(track).packets()) {
    beginsAt ??= timestamp;
    const at = timestamp - beginsAt;
    if (packets.length >= packetsMax || at + duration > secondsMax + slackSeconds) return 'too-long';
    packets.push(new EncodedPacket(data, type, Math.max(0, at), duration));
  }
  return packets;
}
