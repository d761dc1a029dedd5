/** The domain, one subject a file; imported from here. */
export * from './domain/alerts';
export * from './domain/camera';
export * from './domain/export';
export * from './domain/correction';
export * from './domain/history';
export * from './domain/insight';
export * from './domain/print';
export * from './domain/integrations';
export * from './domain/quality';
export * from './domain/schedule';
export * from './domain/sharing';
export * from './domain/site';
export * from './domain/system';
export * from './domain/till';
export * from './domain/words';
