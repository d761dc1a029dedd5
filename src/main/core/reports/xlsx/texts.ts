import type { Language } from '#shared/languages';
import { de } from './texts/de';
import { en } from './texts/en';
import { es } from './texts/es';
import { fr } from './texts/fr';
import { pt } from './texts/pt';
import { zh } from './texts/zh';

/** What a language must say in a workbook. Sheets, and the columns of their rows in time, have one name everywhere. */
export type WorkbookTexts = typeof en;

export const workbookTexts: Record<Language, WorkbookTexts> = { en, es, de, fr, pt, zh };
