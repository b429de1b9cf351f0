// Figures as the rest of the page prints them: three digits and the unit that suits.

// To so many digits, a half upwards: of the digits that the number is written with, as Java does.
function rounded(number, digits) {
  const [mantissa, exponent] = Math.abs(number).toExponential().split('e');
  const all = mantissa.replace('.', '');
  if (all.length <= digits) {
    return number;
  }
  const kept = Number(all.slice(0, digits)) + (all[digits] >= '5' ? 1 : 0);
  return Math.sign(number) * Number(kept + 'e' + (Number(exponent) - digits + 1));
}

// The units of durations, and up to which number each is used before the next one is.
const DURATION_UNITS = [
  ['ns', 1, 1000], ['µs', 1e3, 1000], ['ms', 1e6, 1000], ['s', 1e9, 1000],
  ['min', 60e9, 120], ['h', 3600e9, 48], ['d', 86400e9, Infinity],
];

function durationText(nanos) {
  if (nanos === 0) {
    return '0s';
  }
  const [unit, length] = DURATION_UNITS.find(
    ([, one, end]) => Math.abs(rounded(nanos / one, 3)) < end,
  );
  return threeDigits(rounded(nanos / length, 3)) + unit;
}

function threeDigits(number) {
  const size = Math.abs(number);
  return size < 1e-6 || size >= 1e9 ? plainText(number)
    : size >= 100 ? number.toFixed(0) : number.toPrecision(3);
}

// For axes, where trailing zeros are noise.
function shortDuration(nanos) {
  return durationText(nanos).replace(/\.0+(?=\D)|(\.\d*?[1-9])0+(?=\D)/, '$1');
}

function numberText(number) {
  return number >= 1000
    ? Math.round(number).toLocaleString('en-US')
    : String(Number(number.toPrecision(4)));
}

// The share that 1/(1 - share) stands for, with as many nines as it has.
function percentileText(x) {
  const digits = Math.max(0, Math.ceil(Math.log10(x) - 1e-9) - 2) + (Math.log10(x) % 1 === 0 ? 0 : 1);
  return (100 - 100 / x).toFixed(Math.min(digits, 7)) + '%';
}

// A figure of a metric in its unit.
function unitText(unit, figure) {
  if (figure === null || figure === undefined) {
    return '–';
  }
  if (unit === 'duration') {
    return (figure < 0 ? '-' : '') + durationText(Math.abs(figure));
  }
  if (unit === 'share') {
    return figure !== 0 && Math.abs(figure) < 1e-4
      ? (figure < 0 ? '-' : '') + '<0.01%' : plainText(rounded(rounded(figure, 3) * 100, 3)) + '%';
  }
  if (unit === 'rate') {
    const size = Math.abs(figure);
    return size >= 1e6 ? rounded(figure / 1e6, 3) + 'M/s'
      : size >= 1e4 ? rounded(figure / 1e3, 3) + 'k/s' : rounded(figure, 4) + '/s';
  }
  return plainText(rounded(figure, 3));
}

// With an exponent only where it would be a line of zeros, as the rest does.
function plainText(number) {
  const size = Math.abs(number);
  return size !== 0 && (size < 1e-6 || size >= 1e9)
    ? number.toExponential().replace('e+', 'e') : String(number);
}

// For axes.
function shortUnit(unit, figure) {
  return unit === 'duration' ? shortDuration(figure) : unitText(unit, figure);
}
