import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

export type ZipRefusal =
  | { readonly code: 'zip-broken' }
  | { readonly code: 'zip-locked' }
  | { readonly code: 'zip-too-large' }
  /** Pictures and recordings only: the export was made without its text, or it is something else. */
  | { readonly code: 'zip-without-text' };

/** Entries looked at: an export with its pictures has thousands. */
const entriesMax = 50_000;
/** Texts read of one archive: Telegram writes a page for every thousand messages. */
const textsMax = 200;

const isText = /(?:^|\/)[^/]+\.(?:txt|json|jsonl|html?|eml|mbox)$/i;
/** What an export calls its text; where one is there, readme files and lists beside it are left alone. */
const isChatText =
  /(?:^|\/)(?:_chat|whatsapp[^/]*|chat[^/]*|conversa[^/]*|result|messages\d*|main)\.(?:txt|json|jsonl|html?)$/i;

/** The texts in a ZIP archive, unpacked in memory and counted while they are: what an archive says of its sizes may be a lie. */
export async function textsInZip(bytes: Buffer, bytesMax: number): Promise<Outcome<readonly Buffer[], ZipRefusal>> {
  try {
    const zip = await fromBufferPromise(bytes);
    const found: Entry[] = [];
    let seen = 0;
    for await (const entry of zip.eachEntry()) {
      seen += 1;
      if (seen > entriesMax) return refuse({ code: 'zip-too-large' });
      if (isText.test(entry.fileName) && !entry.fileName.includes('__MACOSX')) found.push(entry);
    }
    const chats = found.filter((entry) => isChatText.test(entry.fileName));
    const wanted = (chats.length > 0 ? chats : found).toSorted(byNumber).slice(0, textsMax);
    if (wanted.length === 0) return refuse({ code: 'zip-without-text' });
    if (wanted.some((entry) => entry.isEncrypted())) return refuse({ code: 'zip-locked' });
    return await unpacked(zip, wanted, bytesMax);
  } catch {
    return refuse({ code: 'zip-broken' });
  }
}

async function unpacked(
  zip: ZipFile,
  entries: readonly Entry[],
  bytesMax: number,
): Promise<Outcome<readonly Buffer[], ZipRefusal>> {
  const texts: Buffer[] = [];
  let size = 0;
  for (const entry of entries) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += (chunk as Buffer).length;
      if (size > bytesMax) return refuse({ code: 'zip-too-large' });
      chunks.push(chunk as Buffer);
    }
    texts.push(Buffer.concat(chunks));
  }
  return accept(texts);
}

/** "messages2.html" stands before "messages10.html". */
function byNumber(one: Entry, other: Entry): number {
  return one.fileName.localeCompare(other.fileName, 'en', { numeric: true });
}
