// The page of a comparison: what each arm's true mean is likely to be, and its distributions.

PAGES.comparison = (data) => {
  drawDots(data);
  drawArmCurves(data);
  startCells(data.cells);
};

// One metric: a dot for each arm's mean, a whisker for the interval that holds it.
function drawDots(data) {
  const element = document.getElementById('intervals-chart');
  if (!element || data.metrics.length === 0) {
    return;
  }
  let metric = data.metrics.find((one) => one.name === 'wait.p99') ?? data.metrics[0];
  let zero = true;
  const height = labelHeight('intervals', data.arms, 34);
  element.style.height = (data.arms.length * height + 64) + 'px';
  const drawn = chart('intervals', {});
  const draw = () => drawn.setOption(dotsOptions(data.arms, metric, zero), {
    replaceMerge: ['series', 'xAxis', 'yAxis'],
  });
  const names = data.metrics.map((one) => one.name);
  choices('intervals', 'Metric', names, metric.name, (name) => {
    metric = data.metrics.find((one) => one.name === name);
    draw();
  });
  choices('intervals', 'Axis', ['from zero', 'close up'], 'from zero', (name) => {
    zero = name === 'from zero';
    draw();
  });
  draw();
}

function dotsOptions(arms, metric, zero) {
  const label = labelWidth('intervals', arms);
  const measured = metric.dots.filter((dot) => dot.mean !== null);
  return {
    grid: { left: label + 12, right: 28, top: 8, bottom: 32 },
    tooltip: tooltip({
      formatter: ({ dataIndex }) => tip(arms[measured[dataIndex].arm], [
        metric.name + ' ' + unitText(metric.unit, measured[dataIndex].mean),
        measured[dataIndex].low === null ? 'uncertain: the interval is too wide to be drawn'
          : measured[dataIndex].low === measured[dataIndex].high ? 'the same in every fork'
          : '95% interval ' + unitText(metric.unit, measured[dataIndex].low) + ' to '
            + unitText(metric.unit, measured[dataIndex].high),
        ...(measured[dataIndex].sentence ? [measured[dataIndex].sentence] : []),
      ]),
    }),
    xAxis: axis({
      type: 'value', scale: !zero, axisLabel: { formatter: (figure) => shortUnit(metric.unit, figure) },
      min: zero ? ({ min }) => Math.min(min, 0) : undefined,
    }),
    yAxis: axis({
      type: 'category', inverse: true, data: arms, splitLine: { show: false },
      axisLabel: { color: 'var(--ink)', ...nameLabels(label) },
    }),
    series: [{
      type: 'custom', encode: { x: [0, 1, 2], y: 3 },
      data: measured.map((dot) => [dot.mean, dot.low ?? dot.mean, dot.high ?? dot.mean, dot.arm, dot.differs ? 1 : 0]),
      renderItem: dotItem,
    }],
  };
}

function dotItem(params, api) {
  const at = (figure) => api.coord([figure, api.value(3)]);
  const [mean, low, high] = [at(api.value(0)), at(api.value(1)), at(api.value(2))];
  const colour = api.value(3) === 0 ? 'var(--ink)'
    : api.value(4) === 1 ? 'var(--orange)' : 'var(--blue)';
  const line = (x1, y1, x2, y2) => ({
    type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth: 2 },
  });
  return {
    type: 'group',
    children: [
      line(low[0], low[1], high[0], high[1]),
      line(low[0], low[1] - 6, low[0], low[1] + 6),
      line(high[0], high[1] - 6, high[0], high[1] + 6),
      {
        type: 'circle', shape: { cx: mean[0], cy: mean[1], r: 5.5 },
        style: { fill: colour, stroke: 'var(--paper)', lineWidth: 1.5 },
      },
    ],
  };
}

function drawArmCurves(data) {
  if (data.distributions.length === 0 || !document.getElementById('curves-chart')) {
    return;
  }
  let kind = data.distributions[0];
  let logarithmic = false;
  const hidden = new Set();
  const longest = (one) => Math.max(...one.curves.map((curve) => curve.points.at(-1).x), 10);
  const most = Math.max(...data.distributions.map(longest));
  const drawn = percentileChart('curves', most, logarithmic,
    armSeries(data.arms, kind, hidden, logarithmic));
  const draw = () => drawn.setOption({
    yAxis: durationAxis(logarithmic),
    series: armSeries(data.arms, kind, hidden, logarithmic),
  }, { replaceMerge: ['series', 'yAxis'] });
  toggles('curves', 'Show', data.arms, data.arms, (name, on) => {
    if (on) { hidden.delete(name); } else { hidden.add(name); }
    draw();
  }, data.arms.map((arm, index) => seriesColour(index)));
  const kinds = data.distributions.map((one) => one.name);
  if (kinds.length > 1) {
    choices('curves', 'Of', kinds, kind.name, (name) => {
      kind = data.distributions.find((one) => one.name === name);
      draw();
    });
  }
  addPercentileZoom('curves', drawn, most, draw, (on) => { logarithmic = on; });
}

function armSeries(arms, kind, hidden, logarithmic) {
  const least = logarithmic ? 1000 : 0;
  return kind.curves.filter((curve) => !hidden.has(curve.name)).map((curve) => {
    const index = arms.indexOf(curve.name);
    return {
      name: curve.name, type: 'line', showSymbol: false, emphasis: { disabled: true },
      data: curve.points.map((point) => [point.x, Math.max(point.nanos, least)]),
      lineStyle: { color: seriesColour(index), width: 2.25, type: seriesDash(index) },
      itemStyle: { color: seriesColour(index) },
    };
  });
}
