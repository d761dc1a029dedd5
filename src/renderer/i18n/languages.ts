/** Languages that there are messages for. A new one: its tag here, its messages beside `en`. */
export const languages = ['en'] as const;
export type Language = (typeof languages)[number];
