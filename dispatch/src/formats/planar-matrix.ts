/**
 * Euclidean distances between points of the plane, row-major, in double precision and not rounded, as the published
 * tables of the benchmark files want them.
 */
export function planarMatrix(points: readonly { readonly x: number; readonly y: number }[]): Float64Array {
  const size = points.length;
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    const { x, y } = points[row]!;
    for (let column = 0; column < row; column++) {
      const other = points[column]!;
      const dx = x - other.x;
      const dy = y - other.y;
      const distance = Math.sqrt(dx * dx + dy * dy);
      matrix[row * size + column] = distance;
      matrix[column * size + row] = distance;
    }
  }
  return matrix;
}
