import { describe, expect, it } from 'vitest';
import { methods } from '#shared/contract';
import { apiRoutes } from '../../../../src/main/server/dashboard/api-routes';
import { EventHub } from '../../../../src/main/server/dashboard/event-hub';
import { openApi } from '../../../../src/main/server/dashboard/openapi';
import { AnsweringCore, startDashboard, withKey } from './support';

type Operations = Record<string, Record<string, { operationId: string; parameters?: { name: string }[] }>>;

const document = openApi('1.2.3') as { paths: Operations };

describe('the OpenAPI document', () => {
  it('has every route, and none that is not there', () => {
    const core = new AnsweringCore();
    const hub = new EventHub((listener) => core.subscribe(listener));
    const routes = apiRoutes(core, hub).stack.flatMap(({ path, methods: verbs }) =>
      verbs
        .filter((verb) => verb !== 'HEAD')
        .map((verb) => `${verb} ${String(path).replaceAll(/:(id)/g, '{$1}')}`),
    );
    hub.close();
    const rpc = 'POST /api/v1/rpc/:method';
    expect(routes).toContain(rpc);
    const documented = Object.entries(document.paths)
      .filter(([path]) => !path.startsWith('/api/v1/rpc/') && path !== '/metrics')
      .flatMap(([path, operations]) =>
        Object.keys(operations).map((verb) => `${verb.toUpperCase()} ${path}`),
      );
    expect(documented.sort()).toEqual(routes.filter((route) => route !== rpc).sort());
  });

  it('has every method of the contract, with its parameters', () => {
    const names = Object.keys(document.paths)
      .filter((path) => path.startsWith('/api/v1/rpc/'))
      .map((path) => path.slice('/api/v1/rpc/'.length));
    expect(names.sort()).toEqual(Object.keys(methods).sort());
    expect(document.paths['/api/v1/rpc/sites.setOccupancy']?.['post']).toMatchObject({
      description: 'For keys that may manage.',
      requestBody: {
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: { id: { type: 'string', maxLength: 64 }, inside: { type: 'integer', minimum: 0 } },
              required: ['id', 'inside'],
              additionalProperties: false,
            },
          },
        },
      },
    });
  });

  it('names the parameters of an address as they are written there', () => {
    const names = (path: string) => document.paths[path]?.['get']?.parameters?.map(({ name }) => name);
    expect(names('/api/v1/history')).toEqual(['from', 'to', 'by', 'hours', 'camera', 'site']);
    expect(names('/api/v1/persons.csv')).not.toContain('by');
    expect(names('/api/v1/cameras')).toBeUndefined();
  });

  it('gives no two operations one name, and refers to nothing that is not there', () => {
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const text = JSON.stringify(document);
    for (const [, reference = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = reference
        .split('/')
        .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], document);
      expect(found, reference).toBeDefined();
    }
    expect(text).not.toContain('$schema');
  });

  it('is served to whoever may look', async () => {
    const { api } = await startDashboard();
    expect((await fetch(`${api}/openapi.json`)).status).toBe(401);
    const answer = await fetch(`${api}/openapi.json`, { headers: withKey });
    expect(await answer.json()).toMatchObject({ openapi: '3.1.0', info: { title: 'Foyer' } });
  });
});
