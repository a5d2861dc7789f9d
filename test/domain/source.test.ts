import { describe, expect, it } from 'vitest';
import { isStale } from '../../src/domain/source.ts';
import { date } from '../flow/people.ts';

describe('data is old', () => {
  it.each([
    ['a week ago to the day', '2026-11-15', '2026-11-22T15:42:00Z', false],
    ['that day, at whatever time', '2026-11-15T00:01:00Z', '2026-11-22T23:59:00Z', false],
    ['the day before', '2026-11-14', '2026-11-22T00:01:00Z', true],
    ['late on the day before', '2026-11-14T23:59:00Z', '2026-11-22T00:01:00Z', true],
    ['a week ago, across a new year', '2025-12-27', '2026-01-03T09:00:00Z', false],
    ['longer ago, across a new year', '2025-12-26', '2026-01-03T09:00:00Z', true],
    ['past midnight in Oxford', '2026-07-07T23:30:00Z', '2026-07-15T12:00:00Z', false],
    ['today, past midnight in Oxford', '2026-07-07T12:00:00Z', '2026-07-14T23:30:00Z', true],
    ['this month', '2026-11', '2026-11-22T15:42:00Z', false],
    ['last month, which ended a week ago', '2026-10', '2026-11-07T15:42:00Z', false],
    ['last month, which ended longer ago', '2026-10', '2026-11-08T15:42:00Z', true],
    ['this year', '2026', '2026-11-22T15:42:00Z', false],
    ['last year, which ended a week ago', '2025', '2026-01-07T15:42:00Z', false],
    ['last year, which ended longer ago', '2025', '2026-01-08T15:42:00Z', true],
    ['a time yet to come', '2026-12-01', '2026-11-22T15:42:00Z', false],
  ])('%s: %s, on %s: %s', (_, upTo, now, isOld) => {
    expect(isStale(date(upTo), date(now))).toBe(isOld);
  });
});
