import { afterAll } from 'vitest';
import { closeSharedBrowser } from './shared-browser';

/** Runs before every file of scenarios, and so its hook after all of the file's own. */
afterAll(closeSharedBrowser);
