const quoteHeads = [
  // "On Tue, 3 Mar 2026 at 14:22, Ana <ana@example.org> wrote:", and the same in the languages mail programs speak.
  /^(?:on|el|em|le|am|il)\s.{4,200}\s(?:wrote|escribió|escreveu|a écrit|schrieb.{0,80}|ha scritto)\s?:\s*$/i,
  /^-{2,}\s*(?:original message|mensaje original|mensagem original|forwarded message|mensaje reenviado|message d'origine|ursprüngliche nachricht)\s*-{2,}\s*$/i,
  /^_{20,}\s*$/,
];

const headerLine = /^(?:\*?)(?:from|de|von|sent|enviado(?: el)?|date|fecha|to|para|subject|asunto)(?:\*?)\s?:\*?\s/i;

const signatureHeads = [
  /^-- ?$/,
  /^(?:sent from my|enviado desde mi|envoyé de mon|get outlook for|obtener outlook para|sent via|sent with)\b.{0,80}$/i,
];

/** How a letter ends; what follows is a name and an address. */
const farewell =
  /^(?:best|regards|best regards|kind regards|warm regards|thanks|thank you|many thanks|cheers|sincerely|saludos|un saludo|atentamente|gracias|muchas gracias|un abrazo|bendiciones|blessings)[\s,.!]*$/i;
const linesAfterFarewellMax = 6;

/**
 * What somebody wrote themselves in a mail: the words above the quoted letter and above the signature. Where nothing is
 * left (a reply written between the quoted lines) the lines that are not quoted stay.
 */
export function ownWords(body: string): string {
  const lines = body.replace(/\r\n?/g, '\n').split('\n');
  const quoted = lines.findIndex((line, at) => isQuoteHead(lines, at, line));
  const above = quoted === -1 ? lines : lines.slice(0, quoted);
  const own = withoutQuotes(withoutSignature(above));
  return own !== '' ? own : withoutQuotes(lines);
}

function isQuoteHead(lines: readonly string[], at: number, line: string): boolean {
  if (quoteHeads.some((head) => head.test(line.trim()))) return true;
  // A long "On …, Ana <…> wrote:" is broken over two lines.
  const next = lines[at + 1]?.trim() ?? '';
  if (/^(?:on|el|em|le|am)\s/i.test(line) && quoteHeads[0]?.test(`${line.trim()} ${next}`)) return true;
  // "From: … Sent: … To: …": the head of a letter, put before it as plain lines.
  return headerLine.test(line) && headerLine.test(next) && headerLine.test(lines[at + 2]?.trim() ?? '');
}

function withoutSignature(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => signatureHeads.some((head) => head.test(line.trimEnd())));
  const body = end === -1 ? lines : lines.slice(0, end);
  const bye = body.findLastIndex((line) => farewell.test(line.trim()));
  const rest = bye === -1 ? 0 : body.slice(bye + 1).filter((line) => line.trim() !== '').length;
  const isEnd = bye > 0 && rest <= linesAfterFarewellMax && body.slice(bye + 1).every((line) => line.length < 80);
  return isEnd ? body.slice(0, bye) : body;
}

function withoutQuotes(lines: readonly string[]): string {
  return lines
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
