import type { FormatDefect } from './format-defect.ts';

/** The defect as a sentence in plain English, with line or path first. */
export function describeDefect(defect: FormatDefect): string {
  const reason = reasonOf(defect);
  if ('line' in defect) {
    return defect.code === 'not-json'
      ? `line ${defect.line}, column ${defect.column}: ${reason}`
      : `line ${defect.line}: ${reason}`;
  }
  return 'path' in defect ? `${defect.path || 'the file'}: ${reason}` : reason;
}

function reasonOf(defect: FormatDefect): string {
  switch (defect.code) {
    case 'file-too-large':
      return `the file has ${defect.characters} characters, more than ${defect.most}`;
    case 'format-unknown':
      return 'this looks like none of the formats solomon, lilim, vroom and barnraise';
    case 'ends-too-early':
      return `the file ends where ${defect.expected} should stand`;
    case 'header-missing':
      return `${defect.expected} should stand here, not "${defect.found}"`;
    case 'wrong-number-of-fields':
      return `${defect.expected} numbers should stand here, not ${defect.found}`;
    case 'not-a-number':
      return `the ${defect.field} should be a number, not "${defect.found}"`;
    case 'out-of-range':
      return `the ${defect.field} cannot be ${defect.found}`;
    case 'number-taken':
      return `customer ${defect.number} was already given in line ${defect.firstLine}`;
    case 'window-upside-down':
      return `the ready time ${defect.ready} is after the due date ${defect.due}`;
    case 'depot-with-demand':
      return `the depot cannot have a demand (${defect.demand})`;
    case 'no-customers':
      return 'there are no customers';
    case 'too-many-customers':
      return `there are more than ${defect.most} customers`;
    default:
      return reasonOfReference(defect);
  }
}

type ReferenceDefect = Extract<
  FormatDefect,
  {
    code:
      | 'partner-unknown'
      | 'partner-does-not-match'
      | 'not-json'
      | 'wrong-shape'
      | 'field-unknown'
      | 'field-missing'
      | 'not-supported'
      | 'customer-unknown';
  }
>;

function reasonOfReference(defect: ReferenceDefect): string {
  switch (defect.code) {
    case 'partner-unknown':
      return `its partner ${defect.partner} is not in the file`;
    case 'partner-does-not-match':
      return `it and its partner ${defect.partner} do not make a pair of pickup and delivery with the same amount`;
    case 'not-json':
      return defect.found === '' ? 'the JSON ends too early' : `"${defect.found}" is not JSON here`;
    case 'wrong-shape':
      return `${defect.expected} should stand here, not ${defect.found}`;
    case 'field-unknown':
      return 'there is no such field';
    case 'field-missing':
      return 'this field is missing';
    case 'not-supported':
      return `${defect.what} is not supported`;
    case 'customer-unknown':
      return `there is no customer ${defect.number}`;
  }
}
