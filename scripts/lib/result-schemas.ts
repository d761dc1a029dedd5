import { resolve } from 'node:path';
import ts from 'typescript';
import { root } from './project';

export type Schema = Record<string, unknown>;

export interface ResultSchemas {
  /** What each method of the contract answers with. */
  results: Record<string, Schema>;
  /** What has a name, by it; the others refer to it. */
  schemas: Record<string, Schema>;
}

export const resultSchemasFile = resolve(root, 'src/main/server/dashboard/result-schemas.json');
const contract = resolve(root, 'src/shared/contract.ts');
const refersTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/**
 * The results of the contract's methods as JSON Schema, as TypeScript's own checker knows them: they are declared as
 * types, and what is inferred from a call no generator of schemas reads from the text.
 */
export function makeResultSchemas(): ResultSchemas {
  const { config } = ts.readConfigFile(resolve(root, 'tsconfig.shared.json'), ts.sys.readFile) as {
    config: object;
  };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(fileNames, { ...options, noEmit: true, composite: false });
  const source = program.getSourceFile(contract);
  if (!source) throw new Error(`There is no ${contract}`);
  const checker = program.getTypeChecker();
  const [methods] = checker
    .getExportsOfModule(checker.getSymbolAtLocation(source) ?? fail('contract'))
    .filter(({ name }) => name === 'methods');
  const writer = new Writer(checker, source);
  const results: Record<string, Schema> = {};
  for (const method of checker.getTypeOfSymbol(methods ?? fail('methods')).getProperties()) {
    const result = checker.getTypeOfSymbol(method).getProperty('result') ?? fail(method.name);
    results[method.name] = writer.schemaOf(checker.getTypeOfSymbol(result));
  }
  return { results: sorted(results), schemas: sorted(writer.named) };
}

class Writer {
  readonly named: Record<string, Schema> = {};

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly place: ts.Node,
  ) {}

  schemaOf(type: ts.Type): Schema {
    const { aliasSymbol, symbol } = type as { aliasSymbol?: ts.Symbol; symbol?: ts.Symbol };
    const isInterface = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Interface) !== 0;
    const named = aliasSymbol ?? (isInterface && !this.checker.isArrayType(type) ? symbol : undefined);
    const hasArguments = (type.aliasTypeArguments ?? []).length > 0;
    if (!named || hasArguments || !isOurs(named)) return this.#write(type);
    if (!Object.hasOwn(this.named, named.name)) {
      this.named[named.name] = {};
      this.named[named.name] = { ...this.#descriptionOf(named), ...this.#write(type) };
    }
    return refersTo(named.name);
  }

  #write(type: ts.Type): Schema {
    if (type.isUnion()) return this.#union(type.types);
    if (type.isLiteral()) return { const: type.value };
    const is = (flags: ts.TypeFlags) => (type.flags & flags) !== 0;
    if (is(ts.TypeFlags.BooleanLiteral)) return { const: this.checker.typeToString(type) === 'true' };
    if (is(ts.TypeFlags.String)) return { type: 'string' };
    if (is(ts.TypeFlags.Number)) return { type: 'number' };
    if (is(ts.TypeFlags.Null)) return { type: 'null' };
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
      return { type: 'array', items: this.schemaOf(item ?? fail('item')) };
    }
    if (is(ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.#object(type);
    throw new Error(`There is no schema for ${this.checker.typeToString(type)}`);
  }

  #union(types: readonly ts.Type[]): Schema {
    const given = types.filter(({ flags }) => (flags & ts.TypeFlags.Undefined) === 0);
    const schemas = given.map((type) => this.schemaOf(type));
    // In an order of their own: the checker's depends on what it looked at before.
    const constants = schemas.flatMap((schema) => ('const' in schema ? [schema['const']] : [])).sort();
    const others = schemas.filter((schema) => !('const' in schema)).sort(byText);
    const isBoolean = constants.length === 2 && constants.every((value) => typeof value === 'boolean');
    const kept: Schema[] = [
      ...(isBoolean ? [{ type: 'boolean' }] : constants.length > 0 ? [{ enum: constants }] : []),
      ...others,
    ];
    if (kept.length === 1) return kept[0] ?? {};
    const plain = kept.flatMap((schema) =>
      Object.keys(schema).length === 1 && 'type' in schema ? [schema['type']] : [],
    );
    return plain.length === kept.length ? { type: plain } : { anyOf: kept };
  }

  #object(type: ts.Type): Schema {
    const index = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const property of type.getProperties()) {
      const schema = this.schemaOf(this.checker.getTypeOfSymbolAtLocation(property, this.place));
      properties[property.name] = { ...this.#descriptionOf(property), ...schema };
      if ((property.flags & ts.SymbolFlags.Optional) === 0) required.push(property.name);
    }
    return {
      type: 'object',
      ...(Object.keys(properties).length > 0 ? { properties } : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(index ? { additionalProperties: this.schemaOf(index.type) } : {}),
    };
  }

  /** What the code says of it. */
  #descriptionOf(symbol: ts.Symbol): Schema {
    const description = ts.displayPartsToString(symbol.getDocumentationComment(this.checker));
    return description === '' ? {} : { description };
  }
}

/** Declared in the project, not by the language. */
function isOurs(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some((declaration) => {
    const { fileName } = declaration.getSourceFile();
    return fileName.startsWith(resolve(root, 'src')) && symbol.name !== '__type';
  });
}

function byText(a: Schema, b: Schema): number {
  // "or null" comes last.
  const rank = (schema: Schema) => (schema['type'] === 'null' ? 1 : 0);
  return rank(a) - rank(b) || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function fail(what: string): never {
  throw new Error(`The contract has no ${what}`);
}
