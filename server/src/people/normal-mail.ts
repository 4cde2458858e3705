/**
 * An e-mail address trimmed and in lower case, or undefined for what no mail server would take (RFC 5321 allows 254
 * characters). The part before the @ is case-sensitive by the book and by nobody's practice.
 */
export function normalMail(text: string): string | undefined {
  const mail = text.normalize('NFKC').trim().toLowerCase();
  return mail.length <= 254 &&
    /^[^\s@<>(),;:"[\]\\]{1,64}@(?:[^\s@.<>(),;:"[\]\\]+\.)+[^\s@.<>(),;:"[\]\\]{2,}$/u.test(mail)
    ? mail
    : undefined;
}
