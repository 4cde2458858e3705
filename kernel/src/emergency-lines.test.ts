import { describe, expect, it } from 'vitest';

import { emergencyLines, emergencyNumber } from './emergency-lines.ts';

describe('emergency lines', () => {
  it("are the country's, and 112 where nobody wrote them down", () => {
    expect(emergencyLines('us')).toMatchObject({ emergency: '911', crisis: '988' });
    expect(emergencyLines('FI').emergency).toBe('112');
  });

  it('fall back to the emergency number', () => {
    expect(emergencyNumber(emergencyLines('MX'), 'poison')).toBe('911');
    expect(emergencyNumber(emergencyLines('US'), 'crisis')).toBe('988');
  });
});
