import { describe, expect, it } from 'vitest';
import { dayTotal, heartbeatAt, openCore, postAt, rulesOf, ten } from './ask';

function added(seconds: number, entered: number): object {
  return { startTime: ten + seconds - 60, endTime: ten + seconds, time: ten + seconds, in: entered, out: 0 };
}

function counted(seconds: number, counts: object): object {
  return { startTime: ten - 3600, endTime: ten + seconds, time: ten + seconds, ...counts };
}

describe('a switch of mode', () => {
  it('holds from the heartbeat on that told the camera', async () => {
    const core = await openCore();
    await heartbeatAt(core, 0);
    await core.call('cameras.update', { sn: 'DOOR', dataMode: 'Total' });
    await postAt(core, 60, added(60, 3));
    await heartbeatAt(core, 61);
    await postAt(core, 120, counted(120, { in: 700, out: 690 }));
    await postAt(core, 180, counted(180, { in: 705, out: 690 }));
    expect(await dayTotal(core)).toBe(3 + 5);
    expect(await rulesOf(core)).toContain('mode-changed');
  });

  it('holds at once for a camera without heartbeats, which the owner has set by hand', async () => {
    const core = await openCore();
    await core.call('cameras.add', { sn: 'DOOR' });
    await core.call('cameras.update', { sn: 'DOOR', dataMode: 'Total' });
    await postAt(core, 60, counted(60, { in: 700, out: 690 }));
    await postAt(core, 120, counted(120, { in: 702, out: 690 }));
    expect(await dayTotal(core)).toBe(2);
  });

  it('does not make a counter of a report that comes again', async () => {
    const core = await openCore();
    await heartbeatAt(core, 0);
    await postAt(core, 60, added(60, 3));
    await core.call('cameras.update', { sn: 'DOOR', dataMode: 'Total' });
    await heartbeatAt(core, 70);
    await postAt(core, 75, added(60, 3));
    await postAt(core, 120, counted(120, { in: 700, out: 690 }));
    expect(await dayTotal(core)).toBe(3);
  });

  it('does not make counts of counters that come again', async () => {
    const core = await openCore();
    await core.call('cameras.add', { sn: 'DOOR' });
    await core.call('cameras.update', { sn: 'DOOR', dataMode: 'Total' });
    await heartbeatAt(core, 0);
    await postAt(core, 60, counted(60, { in: 700, out: 690 }));
    await postAt(core, 55, counted(50, { in: 699, out: 690 }));
    await core.call('cameras.update', { sn: 'DOOR', dataMode: 'Add' });
    await heartbeatAt(core, 70);
    await postAt(core, 75, counted(60, { in: 700, out: 690 }));
    await postAt(core, 76, counted(50, { in: 699, out: 690 }));
    await postAt(core, 120, added(120, 2));
    expect(await dayTotal(core)).toBe(2);
  });

  it('is not made by an Add report that came late', async () => {
    const core = await openCore();
    await postAt(core, 60, { ...counted(60, { in: 700, out: 690 }), dataMode: 'Total' });
    await postAt(core, 61, { ...added(30, 3), dataMode: 'Add' });
    await postAt(core, 62, { ...added(30, 3), dataMode: 'Add' });
    await postAt(core, 120, { ...counted(120, { in: 704, out: 690 }), dataMode: 'Total' });
    expect(await dayTotal(core)).toBe(3 + 4);
  });
});

describe('counters', () => {
  it('of an old reading that lies on a wrong clock are no restart', async () => {
    const core = await openCore();
    const total = (seconds: number, entered: number) => ({
      ...counted(seconds, { in: entered, out: 0 }),
      dataMode: 'Total',
    });
    await postAt(core, 0, total(0, 100));
    await postAt(core, 1200, total(1200, 140));
    await postAt(core, 4000, total(4000, 180));
    // The camera lost an hour, and what it had not delivered before that comes now.
    await heartbeatAt(core, 4260, -3600);
    await postAt(core, 4270, total(600, 120));
    expect(await dayTotal(core)).toBe(80);
    expect(await rulesOf(core)).not.toContain('counter-restarted');
    // Neither in its hour nor now: it did begin anew.
    await postAt(core, 4300, total(690, 7));
    expect(await dayTotal(core)).toBe(87);
    expect(await rulesOf(core)).toContain('counter-restarted');
  });

  it('that are not told at a restart began at zero, too', async () => {
    const core = await openCore();
    const total = (body: object) => ({ ...body, dataMode: 'total' });
    await postAt(core, 60, total(counted(60, { in: 100, out: 50 })));
    await postAt(core, 120, total(counted(120, { in: 3 })));
    await postAt(core, 180, total(counted(180, { in: 5, out: 2 })));
    expect([await dayTotal(core), await dayTotal(core, 'out')]).toEqual([3 + 2, 2]);
  });

  it('of an impossible step are set aside and remembered', async () => {
    const core = await openCore();
    const total = (body: object) => ({ ...body, dataMode: 'Total' });
    await postAt(core, 60, total(counted(60, { in: 100, out: 50 })));
    await postAt(core, 120, total(counted(120, { in: 90_000, out: 51 })));
    await postAt(core, 180, total(counted(180, { in: 90_002, out: 51 })));
    expect([await dayTotal(core), await dayTotal(core, 'out')]).toEqual([2, 1]);
    expect(await rulesOf(core)).toContain('value-set-aside');
  });

  it('that were silent for months stay counted when history speaks of that time', async () => {
    const core = await openCore();
    const day = 86_400;
    const total = (body: object) => ({ ...body, dataMode: 'Total' });
    await postAt(core, 60, total(counted(60, { in: 100, out: 50 })));
    await postAt(core, 60 * day, total(counted(60 * day, { in: 60_100, out: 50 })));
    for (const later of [12, 40]) {
      const item = { startTime: ten + later * day, endTime: ten + later * day + 900, in: 0, out: 0 };
      await postAt(core, 60 * day + later, { len: 1, data: [item] });
    }
    core.clock.set((ten + 61 * day) * 1000);
    const range = { from: '2026-03-01', to: '2026-06-01', by: 'month' } as const;
    const { rows } = await core.call('history.query', range);
    expect(rows.reduce((sum, row) => sum + (row.in ?? 0), 0)).toBe(60_000);
  });

  it('that arrive late count nothing, and nothing is lost by it', async () => {
    const core = await openCore();
    const total = (body: object) => ({ ...body, dataMode: 'Total' });
    await postAt(core, 60, total(counted(60, { in: 100, out: 50 })));
    await postAt(core, 181, total(counted(180, { in: 109, out: 50 })));
    await postAt(core, 182, total(counted(120, { in: 104, out: 50 })));
    expect(await dayTotal(core)).toBe(9);
    expect(await rulesOf(core)).toContain('counter-late');
  });
});
