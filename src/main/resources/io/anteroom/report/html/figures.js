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

function durationText(nanos) {
  if (nanos === 0) {
    return '0s';
  }
  const units = ['ns', 'µs', 'ms', 's'];
  let number = rounded(nanos, 3);
  let unit = 0;
  while (unit < units.length - 1 && number >= 1000) {
    number /= 1000;
    unit++;
  }
  return (number >= 100 ? number.toFixed(0) : number.toPrecision(3)) + units[unit];
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
      ? (figure < 0 ? '-' : '') + '<0.01%' : String(rounded(figure * 100, 3)) + '%';
  }
  if (unit === 'rate') {
    const size = Math.abs(figure);
    return size >= 1e6 ? rounded(figure / 1e6, 3) + 'M/s'
      : size >= 1e4 ? rounded(figure / 1e3, 3) + 'k/s' : rounded(figure, 4) + '/s';
  }
  return plainText(rounded(figure, 3));
}

// Without an exponent, which JavaScript writes sooner than the rest does.
function plainText(number) {
  return Math.abs(number) < 1e-6 && number !== 0
    ? number.toFixed(12).replace(/0+$/, '') : String(number);
}

// For axes.
function shortUnit(unit, figure) {
  return unit === 'duration' ? shortDuration(figure) : unitText(unit, figure);
}
