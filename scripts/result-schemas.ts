import { writeFileSync } from 'node:fs';
import { say } from './lib/project';
import { makeResultSchemas, resultSchemasFile } from './lib/result-schemas';

/** `npm run schemas`: writes down anew what the methods of the contract answer with, for the OpenAPI document. */

const made = makeResultSchemas();
writeFileSync(resultSchemasFile, `${JSON.stringify(made, null, 2)}\n`);
say(
  `${String(Object.keys(made.results).length)} methods, ${String(Object.keys(made.schemas).length)} schemas`,
);
