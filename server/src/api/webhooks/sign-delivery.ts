import { createHmac } from 'node:crypto';

/** A secret as its receiver keeps it. */
export function secretText(secret: Uint8Array): string {
  return `whsec_${Buffer.from(secret).toString('base64')}`;
}

/** Headers by the Standard Webhooks scheme: whoever has the secret can tell that the body came from here, and when. */
export function signedHeaders(
  secret: Uint8Array,
  { id, atSeconds, body }: { readonly id: string; readonly atSeconds: number; readonly body: string },
): Readonly<Record<string, string>> {
  const signature = createHmac('sha256', secret).update(`${id}.${atSeconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(atSeconds), 'webhook-signature': `v1,${signature}` };
}
