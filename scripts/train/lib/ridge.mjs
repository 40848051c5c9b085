/** Least squares with a penalty (ridge regression) by Cholesky's decomposition; sums, products and roots only. */

/**
 * Weights W (`inputs` × `outputs`, flat) that make X·W nearest to Y.
 * @param {{ x: Float64Array, y: Float64Array, weights: Float64Array, inputs: number, outputs: number, penalty: number }} problem
 * `x` and `y` hold a row for each example, `weights` how much it counts
 */
export function ridge({ x, y, weights, inputs, outputs, penalty }) {
  const a = new Float64Array(inputs * inputs);
  const b = new Float64Array(inputs * outputs);
  for (let i = 0; i < inputs; i++) a[i * inputs + i] = penalty;
  weights.forEach((weight, row) => {
    for (let i = 0; i < inputs; i++) {
      const xi = x[row * inputs + i] * weight;
      if (xi === 0) continue;
      for (let j = 0; j <= i; j++) a[i * inputs + j] += xi * x[row * inputs + j];
      for (let o = 0; o < outputs; o++) b[i * outputs + o] += xi * y[row * outputs + o];
    }
  });
  decompose(a, inputs);
  return solve(a, b, inputs, outputs);
}

/** A = L·Lᵀ; L takes A's lower half. */
function decompose(a, n) {
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j];
      for (let k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
      a[i * n + j] = i === j ? Math.sqrt(sum) : sum / a[j * n + j];
    }
}

function solve(l, b, n, outputs) {
  for (let o = 0; o < outputs; o++) {
    for (let i = 0; i < n; i++) {
      let sum = b[i * outputs + o];
      for (let k = 0; k < i; k++) sum -= l[i * n + k] * b[k * outputs + o];
      b[i * outputs + o] = sum / l[i * n + i];
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = b[i * outputs + o];
      for (let k = i + 1; k < n; k++) sum -= l[k * n + i] * b[k * outputs + o];
      b[i * outputs + o] = sum / l[i * n + i];
    }
  }
  return b;
}
