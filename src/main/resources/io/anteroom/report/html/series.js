// What happened over time: three charts with one axis of time.

function drawSeries(data) {
  if (data.series.length < 2) {
    return;
  }
  const at = (moment) => (moment.startSeconds + moment.endSeconds) / 2;
  const line = (name, index, value, colour, more) => ({
    name, type: 'line', xAxisIndex: index, yAxisIndex: index, showSymbol: false,
    connectNulls: false, data: data.series.map((moment) => [at(moment), value(moment)]),
    lineStyle: { color: colour, width: 2 }, itemStyle: { color: colour },
    emphasis: { disabled: true }, ...more,
  });
  const texts = {
    'persons waiting': numberText, 'rooms occupied': numberText, 'wait p50': durationText,
    'wait p99': durationText, 'longest wait': durationText,
    'throughput': (number) => numberText(number) + '/s',
  };
  const grids = [0, 1, 2];
  const lines = [
    line('persons waiting', 0, (moment) => moment.waiting, 'var(--blue)'),
    line('rooms occupied', 0, (moment) => moment.occupied, 'var(--orange)'),
    line('wait p50', 1, (moment) => moment.p50Nanos, 'var(--grey)'),
    line('wait p99', 1, (moment) => moment.p99Nanos, 'var(--blue)'),
    line('longest wait', 1, (moment) => moment.maxNanos, 'var(--orange)'),
    line('throughput', 2, (moment) => moment.completed, 'var(--blue)'),
  ].filter((each) => each.data.some((point) => point[1] !== null));
  const drawn = chart('series', {
    axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: 'var(--grey)' } },
    tooltip: tooltip({
      trigger: 'axis',
      formatter: (points) => tip(
        durationText(points[0].value[0] * 1e9),
        points.filter((point) => point.value[1] !== null)
          .map((point) => point.seriesName + ' ' + texts[point.seriesName](point.value[1])),
      ),
    }),
    grid: grids.map((grid) => ({
      left: 68, right: 20, top: (5 + grid * 32) + '%', height: '22%',
    })),
    xAxis: grids.map((grid) => axis({
      type: 'value', gridIndex: grid, min: data.series[0].startSeconds,
      max: data.series.at(-1).endSeconds, splitLine: { show: false },
      axisLabel: {
        show: grid === 2, showMaxLabel: false,
        formatter: (seconds) => shortDuration(seconds * 1e9),
      },
      axisPointer: { label: { show: false } },
    })),
    yAxis: [
      ['persons and rooms', numberText], ['wait', shortDuration], ['completed a second', numberText],
    ].map(([name, formatter], grid) => axis({
      type: 'value', gridIndex: grid, name, min: 0, splitNumber: 3,
      nameTextStyle: { color: 'var(--soft)', align: 'left', padding: [0, 0, 0, -58] },
      axisLabel: { formatter }, axisPointer: { label: { show: false } },
    })),
    series: lines,
  });
  const names = lines.map((each) => each.name);
  toggles('series', 'Show', names, names, (name, on) => drawn.dispatchAction({
    type: on ? 'legendSelect' : 'legendUnSelect', name,
  }), lines.map((each) => each.lineStyle.color));
  drawn.setOption({ legend: { show: false, data: names } });
}
