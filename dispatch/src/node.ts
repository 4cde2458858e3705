/** The entry for Node: everything of the main entry; `solve` can use worker threads here. */
export * from './index.ts';
