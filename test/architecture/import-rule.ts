import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import { parse } from 'vue/compiler-sfc';

/**
 * Who may import what. The path of a file answers where it may run; this keeps the answer true.
 * Everything that is not listed is a violation.
 */
interface Layer {
  name: string;
  /** Matches files in it, and imports of them or of the folder. The first layer that matches counts. */
  files: RegExp;
  /** Other layers it may import; its own always. */
  layers: string[];
  packages: string[];
  node: boolean;
}

const layers: Layer[] = [
  {
    name: 'shared',
    files: /^src\/shared(\/|$)/,
    layers: [],
    packages: ['zod', 'temporal-polyfill', 'papaparse'],
    node: false,
  },
  {
    name: 'core',
    files: /^src\/main\/core(\/|$)/,
    layers: ['shared'],
    packages: ['sql.js', 'csv-stringify', 'fflate', 'temporal-polyfill', 'zod'],
    node: true,
  },
  {
    name: 'server',
    files: /^src\/main\/server(\/|$)/,
    layers: ['shared', 'core'],
    packages: ['koa', '@koa/router', '@peculiar/x509', 'reflect-metadata', 'zod'],
    node: true,
  },
  {
    name: 'integrations',
    files: /^src\/main\/integrations(\/|$)/,
    layers: ['shared', 'core'],
    packages: ['pg', 'mqtt'],
    node: true,
  },
  {
    name: 'shell',
    files: /^src\/main\/shell(\/|$)/,
    layers: ['shared', 'core', 'server'],
    packages: ['electron', 'electron-updater'],
    node: true,
  },
  {
    name: 'desktop entry',
    files: /^src\/main\/index(\.ts)?$/,
    layers: ['shared', 'core', 'server', 'shell', 'composition'],
    packages: ['electron'],
    node: true,
  },
  {
    name: 'composition',
    files: /^src\/main\/[^/]+$/,
    // The demo camera is the simulator, run inside the app.
    layers: ['shared', 'core', 'server', 'integrations', 'simulator'],
    packages: ['electron-log'],
    node: true,
  },
  { name: 'preload', files: /^src\/preload(\/|$)/, layers: ['shared'], packages: ['electron'], node: false },
  {
    name: 'renderer',
    files: /^src\/renderer(\/|$)/,
    layers: ['shared'],
    packages: ['vue', 'vue-router', 'vue-i18n', 'reka-ui', 'chart.js', 'temporal-polyfill', 'uqr'],
    node: false,
  },
  {
    name: 'simulator',
    files: /^src\/simulator(\/|$)/,
    layers: ['shared'],
    packages: ['temporal-polyfill'],
    node: true,
  },
];

/** Packages that would spread if they could: all of their use goes through one file. */
const packagesOfOneFile = ['sql.js', 'chart.js'];

/** @param sources path from the repository's root → text. @returns one sentence for each violation */
export function importViolations(sources: ReadonlyMap<string, string>): string[] {
  const violations: string[] = [];
  const users = new Map<string, string[]>();
  for (const [file, text] of sources) {
    const layer = layerOf(file);
    if (!layer) {
      violations.push(`${file} belongs to no layer`);
      continue;
    }
    for (const name of importsOf(file, text)) {
      const problem = isOwn(name) ? ownProblem(layer, file, name) : foreignProblem(layer, name);
      if (problem !== null) violations.push(`${file} (${layer.name}) imports ${name}: ${problem}`);
      const owner = packageName(name);
      if (packagesOfOneFile.includes(owner)) {
        users.set(owner, [...new Set([...(users.get(owner) ?? []), file])]);
      }
    }
  }
  for (const [name, files] of users) {
    if (files.length > 1) violations.push(`${name} belongs in one file, not in ${files.join(', ')}`);
  }
  return violations;
}

/** Every module a file names, in static, type-only, dynamic and re-exporting imports. */
export function importsOf(file: string, text: string): string[] {
  const scripts = file.endsWith('.vue') ? scriptsOf(text) : [text];
  return scripts.flatMap((script) =>
    ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => fileName),
  );
}

function scriptsOf(component: string): string[] {
  const { script, scriptSetup } = parse(component).descriptor;
  return [script, scriptSetup].flatMap((block) => (block ? [block.content, sourceOf(block.src)] : []));
}

/** `<script src="…">` is an import by another name. */
function sourceOf(src: string | undefined): string {
  return src === undefined ? '' : `import ${JSON.stringify(src)};`;
}

function layerOf(file: string): Layer | undefined {
  return layers.find(({ files }) => files.test(file));
}

function isOwn(name: string): boolean {
  return name.startsWith('.') || name.startsWith('#') || name.startsWith('/');
}

function ownProblem(layer: Layer, file: string, name: string): string | null {
  const target = targetOf(file, name);
  const other = target === null ? undefined : layerOf(target);
  if (!other) return 'outside of src';
  if (other === layer || layer.layers.includes(other.name)) return null;
  return `${layer.name} may not know ${other.name}`;
}

function targetOf(file: string, name: string): string | null {
  if (name.startsWith('#shared/')) return `src/shared/${name.slice('#shared/'.length)}`;
  return name.startsWith('.') ? posix.join(posix.dirname(file), name) : null;
}

function foreignProblem(layer: Layer, name: string): string | null {
  if (isBuiltin(name)) return layer.node ? null : `${layer.name} does not run on Node`;
  return layer.packages.includes(packageName(name)) ? null : 'not a package of this layer';
}

function packageName(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
