import type { Translation } from '../translation';

export const pt: Translation = {};
