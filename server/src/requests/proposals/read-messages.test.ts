import { crc32, deflateRawSync } from 'node:zlib';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeText } from './decode-text.ts';
import { mailsMax } from './read-mail.ts';
import { chatFileBytesMax, readMessageFile } from './read-messages.ts';

const line = '[2026-03-01 09:01] Ana: we need water';

/** A ZIP archive of some files, with sizes and flags as given: what comes from outside may say anything of itself. */
function zip(
  files: Readonly<Record<string, Buffer | string>>,
  { flags = 0, says }: { flags?: number; says?: number } = {},
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(plain), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(says ?? plain.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed]);
    const central = Buffer.alloc(16);
    central.writeUInt32LE(offset, 12);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        Buffer.from([20, 0]),
        head,
        Buffer.alloc(0),
        central.subarray(2),
        Buffer.from(name),
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006'), end]);
}

async function read(bytes: Buffer | string): Promise<string> {
  const chat = await readMessageFile(Buffer.from(bytes));
  if (!chat.ok) return chat.refusal.code;
  return [chat.value.format, ...chat.value.messages.map(({ author, text }) => `${author}|${text}`)].join('\n');
}

describe('a file', () => {
  it('is read in UTF-8, with a mark or without, in UTF-16, and in what old programs save', async () => {
    const text = `${line} para el niño`;
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
      Buffer.from(text, 'latin1'),
    ]) {
      expect(await read(bytes)).toBe('signal\nAna|we need water para el niño');
    }
  });

  it.each([
    ['a picture', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(4000, 3)]), 'not-text'],
    ['a PDF with pictures', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(4000, 1)]), 'not-text'],
    ['nothing', Buffer.alloc(0), 'nothing-written'],
    ['zeros', Buffer.alloc(100_000), 'not-text'],
    ['too much', Buffer.alloc(chatFileBytesMax + 1, 'a'), 'file-too-large'],
    ['the begin of an archive', Buffer.from('PK\u0003\u0004abc'), 'zip-broken'],
  ])('that is %s is refused', async (_, bytes, code) => {
    expect(await read(bytes)).toBe(code);
  });

  it('of any bytes never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(
          '',
          'PK\u0003\u0004',
          'From ',
          'From: a\nTo: b\nSubject: c\n',
          '{"messages":[',
          '<html><div class="message ',
          '\u00FF\u00FE',
        ),
        async (bytes, begin) => {
          await readMessageFile(Buffer.concat([Buffer.from(begin, 'latin1'), bytes]));
          decodeText(Buffer.from(bytes));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a ZIP archive', () => {
  it('gives the chat in it, whatever lies beside it', async () => {
    const bytes = zip({
      'IMG-1.jpg': Buffer.alloc(3000, 9),
      '__MACOSX/._chat.txt': 'x',
      '_chat.txt': line,
      'notes.txt': 'need tarps',
    });
    expect(await read(bytes)).toBe('signal\nAna|we need water');
  });

  it('gives the pages of an export in their order', async () => {
    const page = (no: number): string =>
      `<html><div class="message default"><div class="from_name">Ana</div><div class="text">need ${no}</div></div></html>`;
    const bytes = zip({
      'export/messages10.html': page(10),
      'export/messages.html': page(1),
      'export/messages2.html': page(2),
    });
    expect(await read(bytes)).toBe('telegram\nAna|need 1\nAna|need 2\nAna|need 10');
  });

  it.each([
    ['without a text', zip({ 'a.jpg': 'x' }), 'zip-without-text'],
    ['with a password', zip({ '_chat.txt': line }, { flags: 1 }), 'zip-locked'],
    ['that unpacks to 60 MB', zip({ '_chat.txt': Buffer.alloc(60_000_000, 'a') }), 'zip-too-large'],
    ['that lies about its size', zip({ '_chat.txt': Buffer.alloc(60_000_000, 'a') }, { says: 100 }), 'zip-broken'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await read(bytes)).toBe(code);
  });
});

describe('mail', () => {
  const mail = (subject: string, body: string): string =>
    `From: Ana Ruiz <ana@example.org>\r\nTo: pantry@example.org\r\nDate: Sun, 1 Mar 2026 09:01:00 +0100\r\nSubject: ${subject}\r\n` +
    `Content-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n`;

  it('gives who wrote it, when, and what they wrote themselves', async () => {
    const bytes = Buffer.from(
      mail('Diapers', 'We need size 4.\r\n\r\nOn Sat, 28 Feb 2026, Rosa wrote:\r\n> What do you need?'),
    );
    const chat = await readMessageFile(bytes);
    expect(chat).toMatchObject({
      ok: true,
      value: {
        format: 'mail',
        messages: [
          {
            author: 'Ana Ruiz',
            contact: 'ana@example.org',
            text: 'Diapers\n\nWe need size 4.',
            at: { at: Date.UTC(2026, 2, 1, 8, 1) },
          },
        ],
      },
    });
  });

  it('leaves the subject of an answer out, and reads a page where there is no plain text', async () => {
    expect(await read(mail('Re: Diapers', 'Size 4'))).toBe('mail\nAna Ruiz|Size 4');
    const page = mail('Re: x', '<p>We need <b>tarps</b></p><p>&amp; rope</p>').replace('text/plain', 'text/html');
    expect(await read(page)).toMatch(/^mail\nAna Ruiz\|We need \*?tarps\*?\s+& rope$/);
  });

  it('is read by the folder', async () => {
    const folder = [mail('One', 'we need water'), mail('Two', 'we need ice')]
      .map((each) => `From ana@example.org Sun Mar  1 09:01:00 2026\n${each}`)
      .join('\n');
    expect(await read(folder)).toBe('mail\nAna Ruiz|One\n\nwe need water\nAna Ruiz|Two\n\nwe need ice');
    const old = 'From a@example.org Sat Feb 28 09:00:00 2026\nSubject: x\n\nold\n\n'.repeat(mailsMax - 1);
    const long = await readMessageFile(Buffer.from(old + folder));
    expect(long.ok && long.value.cut, 'says how many it left').toBe(1);
  });

  it('is read as fast with a picture of any size behind its words, and with nothing but line ends', async () => {
    const start = performance.now();
    const picture = `--b\r\ncontent-type: image/png\r\ncontent-transfer-encoding: base64\r\n\r\n${`${'A'.repeat(76)}\r\n`.repeat(200_000)}--b--`;
    const words = '--b\r\ncontent-type: text/plain\r\n\r\nWe need size 4.\r\n';
    const parts = mail('Diapers', words + picture).replace('text/plain; charset=utf-8', 'multipart/mixed; boundary=b');
    expect(await read(parts)).toBe('mail\nAna Ruiz|Diapers\n\nWe need size 4.');
    await read(mail('Empty', '\n'.repeat(10_000_000)));
    expect(performance.now() - start).toBeLessThan(6000);
  });

  it('nested deeper than any program writes does no harm', async () => {
    let body = 'Content-Type: text/plain\r\n\r\nwe need water';
    for (let no = 0; no < 200; no += 1)
      body = `Content-Type: multipart/mixed; boundary=b${no}\r\n\r\n--b${no}\r\n${body}\r\n--b${no}--`;
    const bytes = `From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n${body}`;
    expect(await read(bytes)).toMatch(/^(?:mail|nothing-written)/);
  });
});
