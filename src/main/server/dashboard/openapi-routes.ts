import type { FileKind, MethodName, Role } from '#shared/contract';

/** An address of API v1 that is no method of the contract by its own name. */
export interface FixedRoute {
  method: 'get' | 'post';
  /** After `/api/v1`; `/metrics` stands by itself. What is in braces varies. */
  path: string;
  summary: string;
  role: Exclude<Role, 'guest'>;
  /** Whose parameters the address takes. */
  query?: 'history' | FileKind;
  /** Media type of what is posted. */
  body?: string;
  /** Media type of the answer. */
  type: string;
  /** The method whose answer it is. */
  result?: MethodName;
}

const json = 'application/json';
const csv = 'text/csv';
const lines = 'application/x-ndjson';
const bytes = 'application/octet-stream';

export const fixedRoutes: readonly FixedRoute[] = [
  {
    method: 'get',
    path: '/cameras',
    summary: 'Every camera, with its figures of now',
    role: 'view',
    type: json,
    result: 'cameras.list',
  },
  {
    method: 'get',
    path: '/sites',
    summary: 'Every site, with its figures of now',
    role: 'view',
    type: json,
    result: 'sites.list',
  },
  {
    method: 'get',
    path: '/health',
    summary: 'Whether everything can be stored',
    role: 'view',
    type: json,
    result: 'system.health',
  },
  {
    method: 'get',
    path: '/history',
    summary: 'Rows by camera and period',
    role: 'view',
    query: 'history',
    type: json,
    result: 'history.query',
  },
  {
    method: 'get',
    path: '/export.csv',
    summary: 'The same as a file',
    role: 'view',
    query: 'csv',
    type: csv,
  },
  {
    method: 'get',
    path: '/export.xlsx',
    summary: 'The same as a workbook',
    role: 'view',
    query: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  {
    method: 'get',
    path: '/persons.csv',
    summary: 'A row for each person event that is still kept',
    role: 'manage',
    query: 'persons',
    type: csv,
  },
  {
    method: 'get',
    path: '/archive.ndjson',
    summary: 'Everything, a record a line',
    role: 'manage',
    type: lines,
  },
  {
    method: 'post',
    path: '/export',
    summary: 'Has any file made, and tells where to fetch it and how far it is',
    role: 'view',
    body: json,
    type: lines,
  },
  {
    method: 'get',
    path: '/export/{id}',
    summary: 'The file that was offered there, once',
    role: 'view',
    type: bytes,
  },
  { method: 'get', path: '/everything', summary: 'Everything as one file', role: 'manage', type: bytes },
  {
    method: 'post',
    path: '/everything',
    summary: 'Such a file takes the place of everything',
    role: 'manage',
    body: bytes,
    type: json,
  },
  {
    method: 'get',
    path: '/events',
    summary: 'What changes, as server-sent events',
    role: 'view',
    type: 'text/event-stream',
  },
  { method: 'get', path: '/openapi.json', summary: 'This document', role: 'view', type: json },
  { method: 'get', path: '/metrics', summary: 'Figures for Prometheus', role: 'view', type: 'text/plain' },
];
