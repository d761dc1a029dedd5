import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeResultSchemas, resultSchemasFile } from '../../scripts/lib/result-schemas';

test('what the OpenAPI document says of answers is what the types say; else: npm run schemas', () => {
  expect(JSON.parse(readFileSync(resultSchemasFile, 'utf8'))).toEqual(makeResultSchemas());
});
