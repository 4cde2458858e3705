import { toString } from 'qrcode';

/**
 * A link as a square code (ISO/IEC 18004), as an SVG to put into a page. Level Q still reads with a quarter of it soiled
 * or folded, which happens to paper.
 */
export async function qrCode(link: string): Promise<string> {
  const svg = await toString(link, { type: 'svg', errorCorrectionLevel: 'Q', margin: 4 });
  return svg.trim();
}
