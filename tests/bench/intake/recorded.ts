/** One statement as the driver was given it. */
export interface Recorded {
  /** The server process behind the connection: the statements of one transaction share it. */
  readonly connection: number;
  readonly text: string;
  readonly name?: string | undefined;
  /** None for a message that was sent as plain text. */
  readonly values?: readonly Packed[] | undefined;
  /** Sent together with the one before it, whose answer nobody waited for. */
  readonly inSamePacket: boolean;
}

/** A value in JSON; bytes stand as `{ hex }`. */
export type Packed = string | number | boolean | null | { readonly hex: string } | readonly Packed[];

export function packValue(value: unknown): Packed {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return { hex: Buffer.from(value).toString('hex') };
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(packValue);
  if (typeof value === 'object') return JSON.stringify(value);
  return value as string | number | boolean;
}
