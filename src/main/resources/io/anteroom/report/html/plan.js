// The page of a plan: what each candidate comes to, with the objective as a line.

PAGES.plan = (data) => {
  const element = document.getElementById('candidates-chart');
  if (!element || data.objectives.length === 0) {
    return;
  }
  let objective = data.objectives[0];
  let logarithmic = false;
  const drawn = chart('candidates', {});
  const draw = () => drawn.setOption(planOptions(data, objective, logarithmic), {
    replaceMerge: ['series', 'xAxis', 'yAxis'],
  });
  if (data.objectives.length > 1) {
    choices('candidates', 'Objective', data.objectives.map((one) => one.text), objective.text,
      (text) => { objective = data.objectives.find((one) => one.text === text); draw(); });
  }
  choices('candidates', 'Scale', ['linear', 'logarithmic'], 'linear', (name) => {
    logarithmic = name === 'logarithmic';
    draw();
  });
  draw();
};

function planOptions(data, objective, logarithmic) {
  const points = objective.points;
  const shows = (figure) => figure !== null && (!logarithmic || figure > 0);
  const drawn = (place, figure) => [data.values[place], shows(figure) ? figure : null, place];
  const step = data.values.length > 1 ? (data.values.at(-1) - data.values[0]) / data.values.length : 1;
  return {
    grid: { left: 8, right: 24, top: 40, bottom: 40, containLabel: true },
    tooltip: tooltip({
      formatter: ({ data: one }) => planTip(data, objective, one.value ? one.value[2] : one[2]),
    }),
    xAxis: axis({
      type: 'value', name: data.axis, nameLocation: 'middle', nameGap: 28, splitLine: { show: false },
      min: data.values[0] - step / 2, max: data.values.at(-1) + step / 2,
      axisLabel: {
        formatter: (value) => data.labels[data.values.indexOf(value)] ?? '',
        customValues: data.values,
      },
      axisTick: { customValues: data.values, lineStyle: { color: 'var(--grey)' } },
    }),
    yAxis: axis({
      type: logarithmic ? 'log' : 'value', name: objective.metric,
      nameTextStyle: { color: 'var(--soft)', align: 'left' },
      max: (range) => planEnd(range, objective, logarithmic),
      axisLabel: { formatter: (figure) => shortUnit(objective.unit, figure) },
    }),
    series: [
      whiskers(points, data.values, shows),
      {
        name: 'theory', type: 'line', showSymbol: false, emphasis: { disabled: true }, z: 1,
        data: points.map((point, place) => drawn(place, point.theory)),
        lineStyle: { color: 'var(--ink)', width: 2, type: [6, 5] },
        itemStyle: { color: 'var(--ink)' },
      },
      {
        name: 'simulated', type: 'line', z: 3, symbolSize: 10, emphasis: { disabled: true },
        data: points.map((point, place) => ({
          value: drawn(place, point.simulated),
          symbol: point.verdict === 'met' ? 'circle' : 'emptyCircle',
        })),
        lineStyle: { color: 'var(--wait)', width: 2 }, itemStyle: { color: 'var(--wait)' },
        markLine: planLines(data, objective, logarithmic),
        markArea: endlessArea(data, points, step),
      },
    ],
  };
}

// The axis shows the objective: it goes up to it, and not far beyond, where it would be at the bottom.
function planEnd(range, { limit }, logarithmic) {
  return range.max < limit ? limit * 1.15
    : !logarithmic && limit > 0 && range.max > 4 * limit ? 4 * limit : null;
}

function planTip(data, objective, place) {
  const point = objective.points[place];
  return tip(data.axis + ' ' + data.labels[place], [
    point.words,
    'simulated ' + unitText(objective.unit, point.simulated)
      + (point.low === null ? '' : ', 95% interval ' + unitText(objective.unit, point.low) + ' to '
        + unitText(objective.unit, point.high)),
    'theory ' + unitText(objective.unit, point.theory),
  ]);
}

function whiskers(points, values, shows) {
  return intervalBars('95% interval', 'var(--wait)',
    points.map((point, place) => [values[place], point.low, point.high])
      .filter((one) => shows(one[1]) && shows(one[2])));
}

// The objective across; the answer and the knee from top to bottom.
function planLines(data, objective, logarithmic) {
  const lines = [];
  const label = (text, position, colour) => ({
    formatter: text, position, color: colour, fontWeight: 600, distance: 4, padding: [0, 0, 4, 0],
  });
  if (!logarithmic || objective.limit > 0) {
    lines.push({
      yAxis: objective.limit, lineStyle: { color: 'var(--objective)', width: 2, type: 'solid' },
      label: label(objective.text, 'insideEndTop', 'var(--objective)'),
    });
  }
  const upright = (place, text, colour) => {
    if (place !== null) {
      lines.push({
        xAxis: data.values[place], lineStyle: { color: colour, width: 1.5, type: 'dotted' },
        label: label(text, 'end', colour),
      });
    }
  };
  const both = data.answer !== null && data.answer === data.knee;
  upright(data.answer, both ? 'answer, knee' : 'answer', 'var(--ink)');
  upright(both ? null : data.knee, 'knee', 'var(--soft)');
  return { silent: true, symbol: 'none', animation: false, data: lines };
}

// Where the line of persons grows without end there is no figure.
function endlessArea(data, points, step) {
  const endless = points.map((point, place) => (point.endless ? data.values[place] : null))
    .filter((value) => value !== null);
  return endless.length === 0 ? { data: [] } : {
    silent: true, itemStyle: { color: 'var(--orange-wash)' },
    label: {
      position: 'insideTop', distance: 12, lineHeight: 18, color: 'var(--orange)',
      formatter: 'the line grows\nwithout end',
    },
    data: [[
      { xAxis: Math.min(...endless) - step / 2 }, { xAxis: Math.max(...endless) + step / 2 },
    ]],
  };
}
