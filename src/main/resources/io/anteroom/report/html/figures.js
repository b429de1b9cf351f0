// Figures as the rest of the page prints them: three digits and the unit that suits.

function durationText(nanos) {
  if (nanos === 0) {
    return '0s';
  }
  const units = ['ns', 'µs', 'ms', 's'];
  let number = Number(nanos.toPrecision(3));
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
