/** How often a property is tried: `usual` times, and twenty times as often in the long suite. */
export function propertyRuns(usual: number): { readonly numRuns: number } {
  return { numRuns: process.env['BARNRAISE_LONG'] === '1' ? usual * 20 : usual };
}
