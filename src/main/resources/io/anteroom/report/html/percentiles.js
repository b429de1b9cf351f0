// Percentiles of durations: HdrHistogram's axis, on which each step is ten times rarer.

function drawPercentiles(data) {
  if (data.curves.length === 0 || !document.getElementById('percentiles-chart')) {
    return;
  }
  const most = Math.max(...data.curves.map((curve) => curve.points.at(-1).x), 10);
  const view = { hidden: new Set(), logarithmic: false, corrected: true };
  const drawn = percentileChart('percentiles', most, view.logarithmic, percentileSeries(data, view));
  spreadLabels(drawn);
  const draw = () => {
    drawn.setOption({
      yAxis: durationAxis(view.logarithmic),
      series: percentileSeries(data, view),
    }, { replaceMerge: ['series', 'yAxis'] });
    spreadLabels(drawn);
  };
  addPercentileControls(data, drawn, view, most, draw);
}

// The frame that all such charts have; it can be zoomed into.
function percentileChart(id, most, logarithmic, series) {
  return chart(id, {
    grid: { left: 8, right: labelSpace(id), top: 16, bottom: 64, containLabel: true },
    aria: { enabled: false },
    tooltip: tooltip({
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: 'var(--grey)' } },
      formatter: (points) => tip(
        percentileText(points[0].value[0]),
        points.filter((point) => point.seriesType === 'line')
          .map((point) => point.seriesName + ' ' + durationText(point.value[1])),
      ),
    }),
    xAxis: axis({
      type: 'log', min: 1, max: most,
      axisLabel: { formatter: percentileText, showMaxLabel: false },
      axisPointer: { label: { show: false } },
    }),
    yAxis: durationAxis(logarithmic),
    series,
    dataZoom: [{
      type: 'slider', bottom: 8, height: 24, showDetail: false, borderColor: 'var(--rule)',
      backgroundColor: 'transparent', fillerColor: 'var(--blue-wash)', brushSelect: false,
      handleStyle: { color: 'var(--paper)', borderColor: 'var(--grey)' },
      moveHandleStyle: { color: 'var(--grey)' },
      dataBackground: { lineStyle: { color: 'var(--grey)' }, areaStyle: { color: 'var(--rule)' } },
      selectedDataBackground: {
        lineStyle: { color: 'var(--blue)' }, areaStyle: { color: 'var(--rule)' },
      },
    }],
  });
}

function durationAxis(logarithmic) {
  return axis({
    type: logarithmic ? 'log' : 'value', axisLabel: { formatter: shortDuration },
    axisPointer: { label: { show: false } },
  });
}

function percentileSeries(data, { hidden, logarithmic, corrected }) {
  // A logarithmic axis has no zero; a microsecond is as good as none.
  const least = logarithmic ? 1000 : 0;
  const points = (curve) => curve.points.map((point) => [point.x, Math.max(point.nanos, least)]);
  const series = data.curves.filter((curve) => !hidden.has(curve.name)).map((curve) => {
    const waits = curve.name === 'wait';
    const drawn = waits && !corrected ? data.waits.uncorrected : curve;
    return {
      name: drawn.name, type: 'line', showSymbol: false, data: points(drawn),
      lineStyle: {
        color: COLOURS[curve.name], width: waits ? 3 : 1.75, type: drawn === curve ? 'solid' : [2, 4],
      },
      itemStyle: { color: COLOURS[curve.name] }, emphasis: { disabled: true },
      ...endLabel('percentiles', drawn.name, COLOURS[curve.name]),
    };
  });
  if (data.waits.theory && !hidden.has('theory')) {
    series.push({
      name: data.waits.theory.name, type: 'line', showSymbol: false, data: points(data.waits.theory),
      lineStyle: { color: COLOURS.theory, width: 1.75, type: [6, 5] },
      itemStyle: { color: COLOURS.theory }, emphasis: { disabled: true },
      ...endLabel('percentiles', data.waits.theory.name, COLOURS.theory),
    });
  }
  if (data.waits.bands.length > 0 && corrected && !hidden.has('wait')) {
    series.push(bandSeries(data.waits.bands, least));
  }
  const objectives = data.waits.objectives.filter((one) => !hidden.has(one.curve));
  if (objectives.length > 0) {
    series.push(objectiveSeries(objectives, least));
  }
  return series;
}

// Lines across, and a mark where the quantile stands that an objective is about.
function objectiveSeries(objectives, least) {
  return {
    name: 'objective', type: 'scatter', symbol: 'diamond', symbolSize: 11, z: 6,
    itemStyle: { color: 'var(--objective)' }, emphasis: { disabled: true }, silent: true,
    data: objectives.filter((one) => one.x !== null)
      .map((one) => [one.x, Math.max(one.nanos, least)]),
    markLine: objectiveLines(objectives),
  };
}

function bandSeries(bands, least) {
  return {
    name: '95% interval', type: 'custom', silent: true, z: 5,
    data: bands.map((band) => [
      band.x, Math.max(band.lowNanos, least), Math.max(band.highNanos, least),
    ]),
    encode: { x: 0, y: [1, 2] },
    renderItem: (params, api) => {
      const low = api.coord([api.value(0), api.value(1)]);
      const high = api.coord([api.value(0), api.value(2)]);
      const line = (x1, y1, x2, y2) => ({
        type: 'line', shape: { x1, y1, x2, y2 },
        style: { stroke: 'var(--ink)', lineWidth: 1.5 },
      });
      return {
        type: 'group',
        children: [
          line(low[0], low[1], high[0], high[1]),
          line(low[0] - 5, low[1], low[0] + 5, low[1]),
          line(high[0] - 5, high[1], high[0] + 5, high[1]),
        ],
      };
    },
  };
}

function addPercentileControls(data, drawn, view, most, draw) {
  const names = data.curves.map((curve) => curve.name);
  const colours = names.map((name) => COLOURS[name]);
  if (data.waits.theory) {
    names.push('theory');
    colours.push(COLOURS.theory);
  }
  toggles('percentiles', 'Show', names, names, (name, on) => {
    if (on) { view.hidden.delete(name); } else { view.hidden.add(name); }
    draw();
  }, colours);
  if (data.waits.uncorrected) {
    addCorrection(view, draw);
  }
  addPercentileZoom('percentiles', drawn, most, draw, (on) => { view.logarithmic = on; });
}

// The wait from the intended arrival, or from when the person really began to wait: the curve, and
// the row of the table.
function addCorrection(view, draw) {
  const section = document.getElementById('percentiles');
  section.dataset.view = 'corrected';
  choices('percentiles', 'Wait', ['corrected', 'uncorrected'], 'corrected', (name) => {
    view.corrected = name === 'corrected';
    section.dataset.view = name;
    draw();
  });
}

function addPercentileZoom(id, drawn, most, draw, scale) {
  const starts = { 'all': 1, 'from 90%': 10, 'from 99%': 100, 'from 99.9%': 1000 };
  const useful = Object.keys(starts).filter((name) => starts[name] * 5 < most || name === 'all');
  const zoom = (name) => drawn.dispatchAction({
    type: 'dataZoom', startValue: starts[name], endValue: most,
  });
  choices(id, 'Zoom', useful, 'all', zoom);
  choices(id, 'Scale', ['linear', 'logarithmic'], 'linear', (name) => {
    scale(name === 'logarithmic');
    draw();
  });
}
