import { existsSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import streams from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Loaded into the app with `--import <this file's URL>?<path>`: after its first part nothing more of a download is
 * sent as long as a file lies at that path. Else what is half done now is whole by the time a test has looked.
 */
const marker = decodeURIComponent(new URL(import.meta.url).search.slice(1));
const { pipeline } = streams;

async function* stuck(source) {
  let isFirst = true;
  for await (const part of source) {
    while (!isFirst && existsSync(marker)) await sleep(5);
    isFirst = false;
    yield part;
  }
}

streams.pipeline = (source, ...rest) => pipeline(source, stuck, ...rest);
syncBuiltinESMExports();
