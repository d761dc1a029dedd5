import { describe, expect, it } from 'vitest';
import { csvAddress } from '../../../src/renderer/carrier/csv-address';

describe('csvAddress', () => {
  it('repeats the camera and leaves out what is not chosen', () => {
    const address = new URL(
      csvAddress('http://127.0.0.1:8081/api/v1/', {
        from: '2026-10-01',
        to: '2026-10-06',
        by: 'day',
        preset: 'excel',
        decimal: ',',
        cameras: ['A1', 'B:2'],
      }),
    );
    expect(address.pathname).toBe('/api/v1/export.csv');
    expect(address.searchParams.getAll('camera')).toEqual(['A1', 'B:2']);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      from: '2026-10-01',
      to: '2026-10-06',
      by: 'day',
      preset: 'excel',
      decimal: ',',
    });
    expect(address.searchParams.has('site')).toBe(false);
  });
});
