import { z } from 'zod';
import { fileSchema, isMethodName, methods, rangeSchema, type MethodName } from '#shared/contract';
import { apiPrefix, metricsPath } from './context';
import { fixedRoutes, type FixedRoute } from './openapi-routes';
// Made by `npm run schemas` from the types of the contract.
import made from './result-schemas.json' with { type: 'json' };

type Schema = Record<string, unknown>;

/** What API v1 is, as an OpenAPI 3.1 document: the fixed addresses, and one for every method of the contract. */
export function openApi(version: string): Schema {
  const paths: Record<string, Schema> = {};
  for (const route of fixedRoutes) {
    const path = route.path === metricsPath ? route.path : apiPrefix + route.path;
    paths[path] = { ...paths[path], [route.method]: fixedOperation(route) };
  }
  for (const name of Object.keys(methods)) {
    if (isMethodName(name)) paths[`${apiPrefix}/rpc/${name}`] = { post: methodOperation(name) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Foyer',
      version,
      description:
        'Counts of people, live and in the past. Instants are ISO 8601 with offset; unknown is null.',
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: { ...made.schemas, Error: schemaOf(errorSchema) },
      responses: {
        Error: {
          description: 'Not done, and why, in a sentence.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
        },
      },
    },
  };
}

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

function querySchema(query: NonNullable<FixedRoute['query']>): z.ZodObject {
  if (query === 'history') return rangeSchema;
  const file = fileSchema.options.find(({ shape }) => shape.kind.value === query);
  if (!file) throw new Error(`There is no file of the kind ${query}`);
  return file;
}

function fixedOperation(route: FixedRoute): Schema {
  const { summary, role, query, type, body, path, method, result } = route;
  const isList = type === 'application/json';
  return {
    operationId: `${method}${path.replaceAll(/[/.{}]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    description: `For keys that may ${role}.`,
    ...parametersOf(path, query),
    ...(body === undefined ? {} : { requestBody: { required: true, content: { [body]: {} } } }),
    responses: {
      200: {
        description: isList ? 'The answer.' : 'The file or stream.',
        content: { [type]: result === undefined ? {} : resultOf(result) },
      },
      default: { $ref: '#/components/responses/Error' },
    },
  };
}

function methodOperation(name: MethodName): Schema {
  const { role, params } = methods[name];
  return {
    operationId: name,
    summary: name,
    description: `For keys that may ${role}.`,
    tags: [name.split('.')[0]],
    requestBody: { content: { 'application/json': { schema: schemaOf(params) } } },
    responses: {
      200: { description: 'The result.', content: { 'application/json': resultOf(name) } },
      default: { $ref: '#/components/responses/Error' },
    },
  };
}

function resultOf(name: MethodName): { schema: Schema } {
  return { schema: (made.results as Record<MethodName, Schema>)[name] };
}

/** `cameras` of the contract is `camera` in an address, as often as there are cameras. */
function parametersOf(path: string, query: FixedRoute['query']): { parameters?: Schema[] } {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = query === undefined ? [] : queryParametersOf(querySchema(query));
  return inPath.length + inQuery.length === 0 ? {} : { parameters: [...inPath, ...inQuery] };
}

function queryParametersOf(schema: z.ZodObject): Schema[] {
  const { properties = {}, required = [] } = schemaOf(schema) as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  const given = Object.entries(properties).filter(([name]) => name !== 'kind');
  return given.map(([name, property]) => ({
    name: name === 'cameras' ? 'camera' : name,
    in: 'query',
    required: required.includes(name),
    schema: property,
    ...(name === 'cameras' ? { style: 'form', explode: true } : {}),
  }));
}

/** As a caller writes it; what JSON Schema has no words for may be anything there, and is checked all the same. */
function schemaOf(schema: z.ZodType): Schema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}
