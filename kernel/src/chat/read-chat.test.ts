import { describe, expect, it } from 'vitest';
import { parseLocalDate, type LocalDate } from '../time.ts';
import { dayOrderOf, instantOfMessage, timeKey } from './day-order.ts';
import { chatLettersMax, type Chat } from './message.ts';
import { readChat } from './read-chat.ts';

function read(text: string): Chat {
  const chat = readChat(text);
  if (!chat.ok) throw new Error(JSON.stringify(chat.refusal));
  return chat.value;
}

const said = (text: string): readonly string[] =>
  read(text).messages.map(({ author, text: words }) => `${author}|${words}`);
const today = parseLocalDate('2026-11-23') as LocalDate;

describe('WhatsApp', () => {
  it.each([
    ['Android, 12 hours', '3/14/26, 2:05 PM - Ana Ruiz: we need water'],
    ['Android, with the narrow space', '3/14/26, 2:05\u202FPM - Ana Ruiz: we need water'],
    ['Android, Spanish', '14/3/26, 2:05 p. m. - Ana Ruiz: we need water'],
    ['Android, Spanish with hard spaces', '14/3/2026, 2:05\u00A0p.\u00A0m. - Ana Ruiz: we need water'],
    ['Android, 24 hours', '14/03/2026, 14:05 - Ana Ruiz: we need water'],
    ['Android, without a comma', '14/03/2026 14:05 - Ana Ruiz: we need water'],
    ['Android, German', '14.03.26, 14:05 - Ana Ruiz: we need water'],
    ['Android, year first', '2026-03-14, 14:05 - Ana Ruiz: we need water'],
    ['iPhone', '\u200E[3/14/26, 2:05:09 PM] Ana Ruiz: we need water'],
    ['iPhone, Spanish', '[14/3/26, 14:05:09] Ana Ruiz: we need water'],
    ['iPhone, German', '[14.03.26, 14:05:09] ~ Ana Ruiz: we need water'],
    ['Arabic figures', '١٤/٣/٢٠٢٦، ٢:٠٥ م - Ana Ruiz: we need water'],
    ['Korean', '2026. 3. 14. 오후 2:05, Ana Ruiz : we need water'],
    ['copied from its pages', '[14:05, 3/14/2026] Ana Ruiz: we need water'],
  ])('reads one line of %s', (_, line) => {
    const { format, messages } = read(line);
    expect(format).toBe('whatsapp');
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ author: 'Ana Ruiz', text: 'we need water', at: { year: 2026, minute: 845 } });
    const order = dayOrderOf(messages, today);
    const at = instantOfMessage(messages[0]?.at ?? null, order, { zone: 'UTC', now: Date.UTC(2026, 10, 23) });
    expect(at).toBe(Date.UTC(2026, 2, 14, 14, 5));
  });

  it('keeps lines together, drops what the program says, and marks what was a picture', () => {
    const text = [
      '3/1/26, 9:00 AM - Messages and calls are end-to-end encrypted. Only people in this chat can read them.',
      '3/1/26, 9:00 AM - Ana created group "Food: now"',
      '3/1/26, 9:01 AM - Ana: Needs:',
      '- diapers size 4',
      '- wipes',
      '',
      'Thank you',
      '3/1/26, 9:02 AM - Ana: <Media omitted>',
      '3/1/26, 9:03 AM - +1 304-555-0142: IMG-20260301-WA0003.jpg (file attached)',
      'this is the crib',
      '3/1/26, 9:04 AM - Ben: This message was deleted',
      '3/1/26, 9:05 AM - Ben: I can drive <This message was edited>',
      '3/13/26, 9:06 AM - Ben left',
    ].join('\r\n');
    expect(said(text)).toEqual([
      'Ana|Needs:\n- diapers size 4\n- wipes\n\nThank you',
      'Ana|',
      '+1 304-555-0142|this is the crib',
      'Ben|I can drive',
    ]);
    expect(read(text).messages.map(({ hasMedia }) => hasMedia)).toEqual([false, true, true, false]);
    expect(read(text).systemLines).toBe(4);
  });

  it('drops the marked lines of an iPhone and keeps the pictures', () => {
    const text = [
      '[01.03.26, 09:00:00] Food chat: \u200EMessages and calls are end-to-end encrypted.',
      '[01.03.26, 09:01:00] Ana: \u200Eimage omitted',
      '[01.03.26, 09:02:00] Ana: call me: 304 555 0101',
    ].join('\n');
    expect(said(text)).toEqual(['Ana|', 'Ana|call me: 304 555 0101']);
  });
});

describe('the order of day and month', () => {
  const orderOf = (...dates: readonly string[]): unknown =>
    dayOrderOf(read(dates.map((date) => `${date}, 10:00 - Ana: hello`).join('\n')).messages, today);

  it.each([
    ['a day above twelve', ['3/4/26', '13/4/26'], 'day-first'],
    ['a month that cannot be', ['3/4/26', '3/14/26'], 'month-first'],
    ['the order of the messages', ['1/9/26', '2/9/26', '1/10/26'], 'day-first'],
    ['the order of the messages, month first', ['9/1/26', '9/2/26', '10/1/26'], 'month-first'],
    ['what is still to come', ['5/12/26'], 'month-first'],
    ['nothing that depends on it', ['4/4/26'], 'day-first'],
    ['nothing: somebody has to be asked', ['3/4/26', '3/4/26'], null],
  ])('is decided by %s', (_, dates, order) => {
    expect(orderOf(...dates)).toBe(order);
  });

  it('gives no time while it is open, and a key that does not depend on it', () => {
    const [dayFirst, monthFirst] = ['[3/4/26, 10:00] Ana: hi', '[4/3/26, 10:00] Ana: hi'].map(
      (line) => read(line).messages[0]?.at ?? null,
    );
    expect(instantOfMessage(dayFirst ?? null, null, { zone: 'UTC', now: Date.UTC(2026, 10, 23) })).toBeUndefined();
    expect(timeKey(dayFirst ?? null)).toBe(timeKey(monthFirst ?? null));
  });

  it('gives no time for days that no calendar has, and for those to come', () => {
    const timeOf = (date: string): number | undefined =>
      instantOfMessage(read(`${date}, 10:00 - Ana: hi`).messages[0]?.at ?? null, 'day-first', {
        zone: 'UTC',
        now: Date.UTC(2026, 10, 23),
      });
    expect(timeOf('31/2/26')).toBeUndefined();
    expect(timeOf('1/1/2031')).toBeUndefined();
    expect(timeOf('1/1/1899')).toBeUndefined();
    expect(timeOf('29/2/2024')).toBe(Date.UTC(2024, 1, 29, 10));
  });
});

describe('Telegram', () => {
  it('reads its JSON: texts, lists of parts, and what the program says', () => {
    const text = JSON.stringify({
      name: 'Food',
      type: 'private_group',
      messages: [
        { id: 1, type: 'service', date: '2026-03-01T09:00:00', actor: 'Ana', action: 'create_group', text: '' },
        {
          id: 2,
          type: 'message',
          date: '2026-03-01T09:01:00',
          date_unixtime: '1772355660',
          from: 'Ana',
          text: 'we need water',
        },
        {
          id: 3,
          type: 'message',
          date: '2026-03-01T09:02:00',
          from: 'Ben',
          text: ['call ', { type: 'phone', text: '304 555 0101' }, ' please'],
        },
        { id: 4, type: 'message', date: 'yesterday', from: 'Ben', photo: 'a.jpg', text: '' },
      ],
    });
    const chat = read(text);
    expect(chat.format).toBe('telegram');
    expect(said(text)).toEqual(['Ana|we need water', 'Ben|call 304 555 0101 please', 'Ben|']);
    expect(chat.messages.map(({ at }) => at)).toEqual([
      { kind: 'instant', at: 1_772_355_660_000 },
      { kind: 'written', first: 3, second: 1, year: 2026, yearFirst: true, minute: 542 },
      null,
    ]);
    expect(chat.systemLines).toBe(1);
  });

  it('reads its pages: names said once for several messages, breaks, marks', () => {
    const text = `<!DOCTYPE html><html><body><div class="history">
      <div class="message service" id="m1"><div class="body details">1 March 2026</div></div>
      <div class="message default clearfix" id="m2"><div class="pull_left userpic_wrap"><div class="userpic"><div class="initials">A</div></div></div>
       <div class="body"><div class="pull_right date details" title="01.03.2026 09:01:00 UTC+01:00">09:01</div>
       <div class="from_name">Ana &amp; Leo </div><div class="text">Needs:<br>diapers <strong>size 4</strong> &lt;3</div></div></div>
      <div class="message default clearfix joined" id="m3"><div class="body"><div class="pull_right date details" title="01.03.2026 09:02:00">09:02</div>
       <div class="media_wrap clearfix"><a class="photo_wrap" href="x.jpg"></a></div><div class="text">and wipes</div></div></div>
      </div></body></html>`;
    expect(said(text)).toEqual(['Ana & Leo|Needs:\ndiapers size 4 <3', 'Ana & Leo|and wipes']);
    expect(read(text).messages[0]?.at).toEqual({ kind: 'instant', at: Date.UTC(2026, 2, 1, 8, 1) });
    expect(read(text).messages[1]?.hasMedia).toBe(true);
  });

  it('reads what its desktop program copies', () => {
    expect(
      said('Ana Ruiz, [01.03.2026 09:01]\nwe need water\nand ice\n\nBen, [01.03.2026 09:02]\nI can bring ice'),
    ).toEqual(['Ana Ruiz|we need water\nand ice', 'Ben|I can bring ice']);
  });
});

describe('Signal', () => {
  it.each([
    [
      'signal-cli',
      '{"envelope":{"source":"+13045550101","sourceName":"Ana","timestamp":1772355660000,"dataMessage":{"timestamp":1772355660000,"message":"we need water"}}}\n' +
        '{"envelope":{"sourceName":"Ben","timestamp":1772355661000,"typingMessage":{"action":"STARTED"}}}',
    ],
    [
      'its desktop program',
      '{"version":1}\n{"recipient":{"id":"7","contact":{"profileGivenName":"Ana"}}}\n{"chatItem":{"authorId":"7","dateSent":"1772355660000","standardMessage":{"text":{"body":"we need water"}}}}',
    ],
    [
      'a tool that reads its database',
      '[{"sent_at":1772355660000,"sender":"Ana","body":"we need water"},{"sent_at":1}]',
    ],
  ])('reads the JSON of %s', (_, text) => {
    expect(read(text)).toMatchObject({ format: 'signal' });
    expect(read(text).messages).toEqual([
      { author: 'Ana', at: { kind: 'instant', at: 1_772_355_660_000 }, text: 'we need water', hasMedia: false },
    ]);
  });

  it('reads the texts that tools write', () => {
    expect(read('[2026-03-01 09:01] Ana: we need water\nand ice\n[2026-03-01 09:02] Me: ok')).toMatchObject({
      format: 'signal',
    });
    expect(said('[2026-03-01 09:01] Ana: we need water\nand ice\n[2026-03-01 09:02] Me: ok')).toEqual([
      'Ana|we need water\nand ice',
      'Me|ok',
    ]);
  });
});

describe('pasted text', () => {
  it.each([
    ['lines', 'need diapers\nI have a spare crib', ['|need diapers', '|I have a spare crib']],
    ['paragraphs', 'need diapers\nsize 4\n\nI have a spare crib', ['|need diapers\nsize 4', '|I have a spare crib']],
    ['numbers', '1. need diapers\n   size 4\n2) a crib to give', ['|need diapers\n   size 4', '|a crib to give']],
    ['a list under a heading', 'We need:\n- diapers\n- wipes', ['|We need:\n- diapers\n- wipes']],
    ['names', 'Ana Ruiz: need diapers\nBen: I have some', ['Ana Ruiz|need diapers', 'Ben|I have some']],
    ['headings, which are no names', 'Needs: water\n\nNotes: ring first', ['|Needs: water', '|Notes: ring first']],
    ['one line', 'diapers size 4, water, NO clothes please', ['|diapers size 4, water, NO clothes please']],
  ])('is cut by %s', (_, text, messages) => {
    expect(read(text).format).toBe('pasted');
    expect(said(text)).toEqual(messages);
  });

  it('is refused when there is nothing', () => {
    expect(readChat(' \n\u200E\n ')).toEqual({ ok: false, refusal: { code: 'nothing-written' } });
    expect(readChat('x'.repeat(chatLettersMax + 1))).toEqual({ ok: false, refusal: { code: 'text-too-long' } });
  });
});
