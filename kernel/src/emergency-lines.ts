/** Lines that answer at once. What a group enters for its own place goes before these. */
export const emergencyLineKinds = ['emergency', 'crisis', 'poison', 'domestic-violence'] as const;
export type EmergencyLineKind = (typeof emergencyLineKinds)[number];

/** A number as people dial it in that country; null where there is none nationwide, and the emergency number is shown. */
export type EmergencyLines = { readonly emergency: string } & {
  readonly [Kind in Exclude<EmergencyLineKind, 'emergency'>]: string | null;
};

const only = (emergency: string): EmergencyLines => ({
  emergency,
  crisis: null,
  poison: null,
  'domestic-violence': null,
});

/**
 * National lines by ISO 3166 country code. Sources: the FCC's 988 order and poisonhelp.org and thehotline.org (US), the
 * CRTC's 988 decision (CA), Directive 2018/1972, article 109 (112 in the European Union), 3GPP TS 22.101 (112 works from
 * every mobile phone, which is why it stands for countries that are not listed).
 */
const byCountry: { readonly [country: string]: EmergencyLines } = {
  US: { emergency: '911', crisis: '988', poison: '1-800-222-1222', 'domestic-violence': '1-800-799-7233' },
  PR: { emergency: '911', crisis: '988', poison: '1-800-222-1222', 'domestic-violence': '1-800-799-7233' },
  CA: { ...only('911'), crisis: '988' },
  MX: only('911'),
  GB: { ...only('999'), crisis: '116 123' },
  IE: { ...only('112'), crisis: '116 123' },
  AU: { emergency: '000', crisis: '13 11 14', poison: '13 11 26', 'domestic-violence': '1800 737 732' },
  NZ: { ...only('111'), crisis: '1737' },
  ES: { ...only('112'), crisis: '024', 'domestic-violence': '016' },
};

/** The lines of a country, 112 for those not listed. */
export function emergencyLines(country: string): EmergencyLines {
  return byCountry[country.toUpperCase()] ?? only('112');
}

/** The number to show for a line, with the emergency number in place of a line the country does not have. */
export function emergencyNumber(lines: EmergencyLines, kind: EmergencyLineKind): string {
  return lines[kind] ?? lines.emergency;
}
