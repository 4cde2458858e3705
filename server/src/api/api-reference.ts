import { wordsFor } from '../words/words.ts';
import { introduction, openApiDocument } from './openapi-document.ts';
import { type DoorCode, doorProblems } from './problem.ts';

/** One field of a body, a parameter or an answer, as a page shows it. */
export interface ReferenceField {
  readonly name: string;
  readonly sort: string;
  readonly isNeeded: boolean;
  readonly says: string;
  readonly fields: readonly ReferenceField[];
}

export interface ReferenceOperation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly says: string;
  readonly scopes: readonly string[];
  readonly refuses: readonly string[];
  readonly parts: readonly { readonly title: string; readonly fields: readonly ReferenceField[] }[];
}

export interface ApiReference {
  readonly introduction: readonly string[];
  readonly operations: readonly ReferenceOperation[];
  readonly problems: readonly { readonly code: string; readonly status: number; readonly says: string }[];
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema | false;
}

interface Operation {
  readonly operationId: string;
  readonly description: string;
  readonly 'x-scopes': readonly string[];
  readonly 'x-refusals': readonly string[];
  readonly parameters: readonly (Schema & {
    readonly name: string;
    readonly in: string;
    readonly schema: Schema;
    readonly required: boolean;
  })[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

/** What the page for people shows: the document, laid out. */
export function apiReference(origin: string): ApiReference {
  const document = openApiDocument(origin) as unknown as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  };
  const { schemas } = document.components;
  const t = wordsFor('en');
  return {
    introduction: introduction.replaceAll('`', '').split('\n\n'),
    operations: Object.entries(document.paths).flatMap(([path, byMethod]) =>
      Object.entries(byMethod).map(([method, operation]) => shown(method.toUpperCase(), path, operation, schemas)),
    ),
    problems: Object.entries(doorProblems).map(([code, status]) => {
      return { code, status, says: t(`api.${code as DoorCode}-do`) };
    }),
  };
}

type Schemas = Readonly<Record<string, Schema>>;

function shown(method: string, path: string, operation: Operation, schemas: Schemas): ReferenceOperation {
  const { operationId: name, parameters, requestBody, responses } = operation;
  const answer = (responses['200'] ?? responses['201'])?.content?.['application/json']?.schema;
  const given = parameters.map((one) =>
    fieldOf(
      one.name,
      { ...one.schema, ...(one.description && { description: one.description }) },
      one.required,
      schemas,
    ),
  );
  const body = requestBody?.content['application/json'].schema;
  return {
    name,
    method,
    path,
    says: operation.description.split('\n\n')[0]?.replaceAll('`', '') ?? '',
    scopes: operation['x-scopes'],
    refuses: operation['x-refusals'],
    parts: [
      { title: 'Parameters', fields: given },
      { title: 'Body', fields: body ? fieldsOf(body, schemas) : [] },
      { title: 'Answer', fields: answer ? fieldsOf(answer, schemas) : [] },
    ].filter(({ fields }) => fields.length > 0),
  };
}

function fieldsOf(schema: Schema, schemas: Schemas): readonly ReferenceField[] {
  const whole = resolved(schema, schemas);
  const inside = whole.items ?? whole.anyOf?.find((one) => resolved(one, schemas).properties);
  if (!whole.properties) return inside ? fieldsOf(inside, schemas) : [];
  return Object.entries(whole.properties).map(([name, field]) =>
    fieldOf(name, field, whole.required?.includes(name) ?? false, schemas),
  );
}

function fieldOf(name: string, schema: Schema, isNeeded: boolean, schemas: Schemas): ReferenceField {
  const says = (schema.description ?? resolved(schema, schemas).description ?? '').replaceAll('`', '');
  return { name, sort: sortOf(schema, schemas), isNeeded, says, fields: fieldsOf(schema, schemas) };
}

function resolved(schema: Schema, schemas: Schemas): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (schemas[name] ?? schema);
}

/** In a word or two what may stand there. */
function sortOf(schema: Schema, schemas: Schemas): string {
  const whole = resolved(schema, schemas);
  if (whole.enum) return whole.enum.map(String).join(' | ');
  if (whole.const !== undefined) return JSON.stringify(whole.const);
  if (whole.anyOf) return [...new Set(whole.anyOf.map((one) => sortOf(one, schemas)))].join(' | ');
  if (whole.type === 'array') return `list of ${whole.items ? sortOf(whole.items, schemas) : 'anything'}`;
  if (whole.format === 'date-time') return 'time';
  return schema.$ref?.split('/').at(-1) ?? whole.type ?? 'anything';
}
