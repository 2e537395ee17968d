import { expect, describe as group, test } from '@jest/globals';
import { describe } from './describe.js';
import { leastSquares } from './least-squares.js';

/** Correct digits of a figure, as NIST counts them: −log10 of the relative error. */
const digits = (value: number | null | undefined, certified: number): number =>
  value === certified ? 15 : -Math.log10(Math.abs(((value ?? Number.NaN) - certified) / certified));

const alternating = (first: number, a: number, b: number) => [
  first,
  ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? a : b)),
];

group("NIST's Statistical Reference Datasets (itl.nist.gov/div898/strd)", () => {
  test.each([
    { name: 'NumAcc1', x: [10000001, 10000003, 10000002], mean: 10000002, sd: 1, lag: -0.5, least: [15, 15, 15] },
    { name: 'NumAcc2', x: alternating(1.2, 1.1, 1.3), mean: 1.2, sd: 0.1, lag: -0.999, least: [14, 14, 13] },
    // The data themselves cannot be written in binary: seven and eight digits before the point cost as many behind it.
    {
      name: 'NumAcc3',
      x: alternating(1000000.2, 1000000.1, 1000000.3),
      mean: 1000000.2,
      sd: 0.1,
      lag: -0.999,
      least: [14, 9, 9],
    },
    {
      name: 'NumAcc4',
      x: alternating(10000000.2, 10000000.1, 10000000.3),
      mean: 10000000.2,
      sd: 0.1,
      lag: -0.999,
      least: [14, 8, 8],
    },
  ])('$name: mean, standard deviation, autocorrelation', ({ x, mean, sd, lag, least }) => {
    const found = describe(x);
    expect(digits(found.mean, mean)).toBeGreaterThanOrEqual(least[0] as number);
    expect(digits(found.standardDeviation, sd)).toBeGreaterThanOrEqual(least[1] as number);
    expect(digits(found.autocorrelation1, lag)).toBeGreaterThanOrEqual(least[2] as number);
  });

  test('Longley, whose columns nearly explain each other', () => {
    const y = [
      60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551,
    ];
    const model = leastSquares(y, {
      deflator: [83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9],
      product: [
        234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704, 502601,
        518173, 554894,
      ],
      unemployed: [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007],
      forces: [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827],
      population: [
        107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366, 125368,
        127852, 130081,
      ],
      year: [1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962],
    });
    const certified = [
      [-3482258.63459582, 890420.383607373],
      [15.0618722713733, 84.9149257747669],
      [-0.35819179292591e-1, 0.334910077722432e-1],
      [-2.02022980381683, 0.488399681651699],
      [-1.03322686717359, 0.214274163161675],
      [-0.511041056535807e-1, 0.22607320006937],
      [1829.15146461355, 455.478499142212],
    ] as const;
    for (const [i, [estimate, error]] of certified.entries()) {
      expect(digits(model.coefficients[i]?.estimate, estimate)).toBeGreaterThanOrEqual(9);
      expect(digits(model.coefficients[i]?.standardError, error)).toBeGreaterThanOrEqual(9);
    }
    expect(digits(model.residualStandardError, 304.854073561965)).toBeGreaterThanOrEqual(9);
    expect(digits(model.rSquared, 0.995479004577296)).toBeGreaterThanOrEqual(9);
  });
});
