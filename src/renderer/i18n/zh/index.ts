import type { Translation } from '../translation';

export const zh: Translation = {};
