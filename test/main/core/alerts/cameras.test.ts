import { describe, expect, it } from 'vitest';
import { Story } from './story';

const silent = (...names: string[]) => ({ kind: 'cameraSilent', names });

describe('a camera that falls silent', () => {
  it('is told of after the grace, once, and again a day later', () => {
    const story = new Story();
    expect(story.at('11:00')).toEqual([]);
    expect(story.at('11:04', { online: ['back'] })).toEqual([]);
    expect(story.at('11:09')).toEqual([]);
    expect(story.at('11:10')).toMatchObject([{ ...silent('front'), isEveryCamera: false, minutes: 10 }]);
    expect(story.at('11:30')).toEqual([]);
    expect(story.at('19:59')).toEqual([]);
    expect(story.at('2026-03-11T11:09')).toEqual([]);
    expect(story.at('2026-03-11T11:10')).toMatchObject([silent('front')]);
  });

  it('takes as long as the owner set', () => {
    const story = new Story({ settings: { silentAfterMinutes: 60 } });
    story.at('11:00');
    story.at('11:01', { online: ['back'] });
    expect(story.at('11:59')).toEqual([]);
    expect(story.at('12:00')).toMatchObject([silent('front')]);
  });

  it('is told of together with others that fell silent with it', () => {
    const story = new Story();
    story.at('11:00');
    story.at('11:01', { online: ['back'] });
    story.at('11:02', { online: [] });
    expect(story.at('11:10')).toEqual([]);
    expect(story.at('11:11')).toMatchObject([{ ...silent('front', 'back'), isEveryCamera: true }]);
    expect(story.at('11:20')).toEqual([]);
  });

  it('says when it is back', () => {
    const story = new Story();
    story.at('11:00');
    story.at('11:10', { online: ['back'] });
    story.at('11:20');
    expect(story.at('11:25', { online: ['front', 'back'] })).toEqual([
      { kind: 'cameraBack', names: ['front'] },
    ]);
    expect(story.at('11:26')).toEqual([]);
  });

  it('that comes back in time is not worth a word', () => {
    const story = new Story();
    story.at('11:00');
    story.at('11:05', { online: ['back'] });
    expect(story.at('11:09', { online: ['front', 'back'] })).toEqual([]);
    story.at('11:10', { online: ['back'] });
    expect(story.at('11:18')).toEqual([]);
  });

  it('that comes and goes is told of at most every hour', () => {
    const story = new Story();
    story.at('11:00');
    story.at('11:01', { online: ['back'] });
    expect(story.at('11:10')).toHaveLength(1);
    story.at('11:12', { online: ['front', 'back'] });
    story.at('11:13', { online: ['back'] });
    expect(story.at('11:30')).toEqual([]);
    expect(story.at('12:10')).toMatchObject([silent('front')]);
  });
});

describe('a silence that is nobody’s business', () => {
  it('of a camera that was down at the start, until it has been up', () => {
    const story = new Story({ online: ['back'] });
    story.at('11:00');
    expect(story.at('15:00')).toEqual([]);
    expect(story.at('15:01', { online: ['front', 'back'] })).toEqual([]);
    story.at('15:02', { online: ['back'] });
    expect(story.at('15:30')).toMatchObject([silent('front')]);
  });

  it('while closed; at opening the grace begins anew', () => {
    const story = new Story();
    story.at('19:59');
    story.at('20:01', { online: [] });
    expect(story.at('23:00')).toEqual([]);
    expect(story.at('2026-03-11T10:09')).toEqual([]);
    expect(story.at('2026-03-11T10:10')).toMatchObject([{ ...silent('front', 'back'), minutes: 10 }]);
  });

  it('while the computer was asleep', () => {
    const story = new Story();
    story.at('11:00');
    const wokenAt = Date.UTC(2026, 2, 10, 13, 0);
    expect(story.at('14:00', { online: [], listeningSince: wokenAt })).toEqual([]);
    expect(story.at('14:09')).toEqual([]);
    expect(story.at('14:10')).toMatchObject([silent('front', 'back')]);
  });

  it('when it is not wanted; and wanted again it tells only of what comes', () => {
    const story = new Story({ settings: { cameraSilent: false } });
    story.at('11:00');
    story.at('11:01', { online: ['back'] });
    expect(story.at('11:20')).toEqual([]);
    expect(story.at('11:30', { settings: { cameraSilent: true } })).toEqual([]);
    expect(story.at('15:00')).toEqual([]);
  });

  it('knows no closed hours where none are set', () => {
    const story = new Story({ site: { openingHours: null } });
    story.at('02:00');
    story.at('02:01', { online: ['back'] });
    expect(story.at('02:10')).toMatchObject([silent('front')]);
  });
});
