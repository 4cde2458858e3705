import { z } from 'zod';

import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints/index.ts';
import { problemShape, refusalStatus } from './problem.ts';

type Json = Readonly<Record<string, unknown>>;

/** What is said before the operations. Longer explanations are in docs/api.md. */
export const introduction = `What a group asks for, offers and does, for other programs.

A call carries a token of one group (\`Authorization: Bearer barnraise_…\`), which a group lead makes under Settings. A
token acts for who made it: it may what that member may and its scopes name.

Every write carries an \`Idempotency-Key\` of the caller's own choosing. Sent again with the same key, it is done once and
gets the same answer, for thirty days.

Lists go by \`after\`. Each gives \`changes\`: from there \`GET /changes\` tells what is new or different.

Everything that goes wrong is answered as \`application/problem+json\` with a \`code\`, in the language of
\`Accept-Language\`. Times are RFC 3339; amounts are whole numbers of the base unit of their type.`;

/** The OpenAPI 3.1 document, made from the operations themselves. */
export function openApiDocument(origin: string): Json {
  const shapes = new Map<string, Json>();
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of endpoints) {
    (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operation(endpoint, shapes);
  }
  const problem = schemaOf(problemShape, 'output', shapes);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Barnraise',
      version: '1',
      description: introduction,
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ token: [] }],
    paths,
    components: {
      schemas: Object.fromEntries([...shapes].sort(([a], [b]) => a.localeCompare(b))),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A token of one group.' } },
      responses: {
        Problem: { description: 'It was not done.', content: { 'application/problem+json': { schema: problem } } },
      },
    },
  };
}

const texts = new Map<string, string>();

/** The document as text, made once. */
export function openApiText(origin: string): string {
  const text = texts.get(origin) ?? JSON.stringify(openApiDocument(origin));
  texts.set(origin, text);
  return text;
}

function operation(endpoint: Endpoint, shapes: Map<string, Json>): Json {
  const isWrite = endpoint.method !== 'GET';
  const answer = { 'application/json': { schema: schemaOf(endpoint.answers, 'output', shapes) } };
  return {
    operationId: endpoint.name,
    summary: endpoint.says.split('. ', 1)[0]?.replace(/\.$/, ''),
    description: descriptionOf(endpoint),
    tags: [endpoint.path.split('/')[1]],
    'x-scopes': endpoint.scopes,
    'x-refusals': [...endpoint.refuses].sort(),
    parameters: [
      ...parametersOf('path', endpoint.parameters, shapes),
      ...parametersOf('query', endpoint.query, shapes),
      ...(isWrite ? [idempotencyKey] : []),
    ],
    ...(endpoint.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(endpoint.body, 'input', shapes) } },
      },
    }),
    responses: {
      [endpoint.makes ? '201' : '200']: {
        description: endpoint.makes ? 'It was made.' : 'It was done.',
        ...(endpoint.makes && { headers: { Location: { schema: { type: 'string' } } } }),
        ...(endpoint.version && { headers: { ETag: { schema: { type: 'string' } } } }),
        content: answer,
      },
      ...(endpoint.version && { '304': { description: 'You have it already (`If-None-Match`).' } }),
      ...Object.fromEntries(problemStatuses(endpoint).map((status) => [status, problemReference])),
    },
  };
}

const problemReference = { $ref: '#/components/responses/Problem' };

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Names this act. Up to 200 visible characters; a fresh UUID is a good one.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

/** The statuses that an operation may have instead of its own. */
function problemStatuses(endpoint: Endpoint): readonly string[] {
  const { scopes, parameters, query, body, refuses } = endpoint;
  const isWrite = endpoint.method !== 'GET';
  const statuses = [
    401,
    429,
    500,
    ...(parameters || query || body || isWrite ? [400] : []),
    ...(scopes.length > 0 ? [403] : []),
    ...(isWrite ? [422] : []),
    ...(body ? [413, 415] : []),
    ...refuses.map(refusalStatus),
  ];
  return [...new Set(statuses)].sort((a, b) => a - b).map(String);
}

function descriptionOf({ says, scopes, refuses }: Endpoint): string {
  const needs = scopes.length > 0 ? `\n\nScopes: ${scopes.map((one) => `\`${one}\``).join(', ')}.` : '';
  const codes = [...refuses].sort().map((code) => `\`${code}\``);
  return `${says}${needs}${codes.length > 0 ? `\n\nRefused with: ${codes.join(', ')}.` : ''}`;
}

function parametersOf(
  where: 'path' | 'query',
  shape: z.ZodType | undefined,
  shapes: Map<string, Json>,
): readonly Json[] {
  if (!shape) return [];
  const { properties = {}, required = [] } = schemaOf(shape, 'input', shapes) as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(description !== undefined && { description }),
    schema,
  }));
}

/** A shape as JSON Schema; shapes with a name of their own go among the components, and are pointed to. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output', shapes: Map<string, Json>): Json {
  const made = z.toJSONSchema(shape, { io, target: 'draft-2020-12', override: shorten }) as Json;
  const { $schema: _, $defs, ...schema } = made;
  for (const [name, one] of Object.entries(($defs ?? {}) as Record<string, Json>)) shapes.set(name, pointed(one));
  return pointed(schema);
}

/** The pattern of a time says no more than its format, in three hundred signs. */
function shorten({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }): void {
  if (jsonSchema['format'] === 'date-time') delete jsonSchema['pattern'];
}

function pointed(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}
