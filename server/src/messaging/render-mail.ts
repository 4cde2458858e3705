import type { Words } from '../words/words.ts';
import type { MailBody } from './mail-templates.ts';

export interface MailFacts {
  /** How to address the reader; empty where no name is known. */
  readonly name: string;
  readonly group: string;
  /** Where the button leads, whole; undefined for a message without one. */
  readonly link?: string;
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** One message as plain text and as HTML that says the same. A subject is one line, whatever was put into it. */
export function renderMail(words: Words, body: MailBody, facts: MailFacts): RenderedMail {
  const hello = facts.name === '' ? words('mail.helloNobody') : words('mail.hello', { name: facts.name });
  const footer = words('mail.footer', { group: facts.group });
  const button = body.button ?? words('mail.openPage');
  const paragraphs = [hello, ...body.paragraphs];
  const { link } = facts;
  return {
    subject: body.subject.replace(/\s+/g, ' ').trim().slice(0, 200),
    text: [...paragraphs, ...(link ? [`${button}:\n${link}`] : []), `-- \n${footer}`].join('\n\n') + '\n',
    html: htmlPage(words, {
      title: body.subject,
      content: [
        ...paragraphs.map((paragraph) => `<p style="${paragraphStyle}">${lines(paragraph)}</p>`),
        ...(link
          ? [
              buttonHtml(button, link),
              `<p style="${smallStyle}">${escape(words('mail.linkBelow'))}<br>${escape(link)}</p>`,
            ]
          : []),
        `<p style="${smallStyle}">${escape(footer)}</p>`,
      ],
    }),
  };
}

/** Styles are written out, since mail readers drop style sheets. Colors hold 4.5:1 on white and are left to dark mode. */
const paragraphStyle = 'margin:0 0 16px';
const smallStyle = 'margin:24px 0 0;font-size:14px;color:#595959;overflow-wrap:anywhere';

function htmlPage(words: Words, page: { readonly title: string; readonly content: readonly string[] }): string {
  return [
    `<!doctype html><html lang="${words.language}" dir="${words.direction}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escape(page.title)}</title></head>`,
    '<body style="margin:0;padding:24px 16px;font:17px/1.5 system-ui,-apple-system,Segoe UI,Roboto,sans-serif">',
    `<div style="max-width:36em;margin:0 auto">${page.content.join('\n')}</div></body></html>`,
  ].join('\n');
}

function buttonHtml(label: string, link: string): string {
  const style =
    'display:inline-block;padding:12px 20px;border-radius:8px;background:#1d5c3a;color:#ffffff;font-weight:600;text-decoration:none';
  return `<p style="margin:24px 0"><a href="${escape(link)}" style="${style}">${escape(label)}</a></p>`;
}

function lines(text: string): string {
  return escape(text).replaceAll('\n', '<br>');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
