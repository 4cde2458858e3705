const strict = new TextDecoder('utf-8', { fatal: true });
const western = new TextDecoder('windows-1252');

/** Of so many letters a few may be control characters; in a picture or a recording a third is. */
const controlShareMax = 0.02;

/**
 * The text in some bytes: UTF-8, UTF-16 with its mark, or what old programs save. Undefined when it is no text at all.
 */
export function decodeText(bytes: Buffer): string | undefined {
  const text = decoded(bytes);
  const sample = text.slice(0, 20_000);
  // oxlint-disable-next-line no-control-regex -- counting control characters is the point
  const controls = sample.match(/[\u0000-\u0008\u000E-\u001F]/g)?.length ?? 0;
  if (controls > sample.length * controlShareMax) return undefined;
  // PostgreSQL takes no NUL, and no page shows one.
  return text.replaceAll('\u0000', '').toWellFormed();
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return strict.decode(bytes);
  } catch {
    return western.decode(bytes);
  }
}
