import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

import type { Answered } from './api-room.ts';

interface Operation {
  readonly operationId: string;
  readonly 'x-scopes': readonly string[];
  readonly 'x-refusals': readonly string[];
  readonly requestBody?: object;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, ResponseOf>>;
}
interface ResponseOf {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: object; readonly responses: { readonly Problem: ResponseOf } };
}

export interface Operations {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** Holds answers to what the document says of them, and remembers which were seen. */
export function apiContract(document: Document) {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
  ajv.addFormat('date-time', (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text));
  ajv.addSchema({ $id: 'doc', $defs: pointed(document.components.schemas) });
  const operations: readonly Operations[] = Object.entries(document.paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const validators = new Map<string, ValidateFunction>();
  const seen = new Set<string>();

  function find(method: string, address: string): Operations | undefined {
    const path = address.split('?')[0] ?? '';
    const fits = operations.filter(
      (one) => one.method === method && new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
    );
    return fits.find((one) => one.path === path) ?? fits[0];
  }

  function schemaOf(response: ResponseOf, type: string): object | undefined {
    const whole = response.$ref ? document.components.responses.Problem : response;
    return whole.content?.[type]?.schema;
  }

  /** Throws where an answer is not what the document promises for this operation and status. */
  function check(method: string, address: string, answered: Answered): void {
    const found = find(method, address);
    if (!found) throw new Error(`The document has no ${method} ${address}`);
    const { operationId, responses } = found.operation;
    const response = responses[String(answered.status)];
    const name = `${operationId} ${answered.status}`;
    if (!response) throw new Error(`${name} is in no document: ${JSON.stringify(answered.body)}`);
    seen.add(name);
    if (answered.status === 304) return;
    const type = (answered.headers['content-type'] ?? '').split(';')[0] ?? '';
    const schema = schemaOf(response, type);
    if (!schema) throw new Error(`${name} came as ${type}`);
    const validate = validators.get(name) ?? ajv.compile(pointed(schema));
    validators.set(name, validate);
    if (!validate(answered.body)) {
      throw new Error(
        `${name} breaks the document: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(answered.body)}`,
      );
    }
    const code = (answered.body as { readonly code?: string }).code ?? '';
    const isRefusal = answered.status === 409;
    if (isRefusal && !found.operation['x-refusals'].includes(code)) throw new Error(`${name}: ${code} is not named`);
  }

  /** Which promised answers nobody has seen yet. */
  function unseen(except: readonly number[]): readonly string[] {
    return operations
      .flatMap(({ operation }) =>
        Object.keys(operation.responses)
          .filter((status) => !except.includes(Number(status)))
          .map((status) => `${operation.operationId} ${status}`),
      )
      .filter((name) => !seen.has(name));
  }
  return { operations, check, unseen };
}

/** References among the components, from wherever a schema is compiled. */
function pointed(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"doc#/$defs/')) as object;
}
