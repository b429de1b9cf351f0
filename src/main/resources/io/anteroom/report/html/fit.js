// The page of a fit: the rate over time, and the families against the data.

PAGES.fit = (data) => {
  if (document.getElementById('rate-chart') && data.perSecond.length > 0) {
    chart('rate', {}).setOption(fitRateOptions(data));
  }
  if (document.getElementById('quantiles-chart') && data.families.length > 0) {
    const drawn = chart('quantiles', {});
    let family = data.families[0];
    const draw = () => drawn.setOption(fitQuantileOptions(data, family), {
      replaceMerge: ['series', 'xAxis', 'yAxis'],
    });
    choices('quantiles', 'Family', data.families.map((one) => one.name), family.name, (name) => {
      family = data.families.find((one) => one.name === name);
      draw();
    });
    draw();
  }
};

function fitRateOptions(data) {
  const starts = data.perSecond.map((rate, place) => place * data.blockSeconds);
  return {
    grid: { left: 8, right: 24, top: 32, bottom: 40, containLabel: true },
    tooltip: tooltip({
      formatter: (one) => tip('from ' + shortDuration(starts[one.dataIndex] * 1e9),
        [data.perSecond[one.dataIndex].toPrecision(4) + '/s']),
    }),
    xAxis: axis({
      type: 'category', data: starts.map((start) => shortDuration(start * 1e9)),
      name: 'since the first arrival', nameLocation: 'middle', nameGap: 28,
    }),
    yAxis: axis({
      type: 'value', name: 'arrivals a second',
      nameTextStyle: { color: 'var(--soft)', align: 'left' },
    }),
    series: [{
      type: 'bar', data: data.perSecond, barCategoryGap: '15%',
      itemStyle: { color: 'var(--blue)' }, emphasis: { disabled: true },
    }],
  };
}

function fitQuantileOptions(data, family) {
  const dots = data.quantileNanos.map((nanos, place) => [nanos, family.quantileNanos[place], place])
    .filter((dot) => dot[0] > 0 && dot[1] > 0);
  const all = dots.flatMap((dot) => [dot[0], dot[1]]);
  const least = Math.min(...all);
  const most = Math.max(...all);
  const side = (name, more) => axis({
    type: 'log', min: least, max: most, name,
    axisLabel: { formatter: (nanos) => shortUnit('duration', nanos), hideOverlap: true }, ...more,
  });
  return {
    grid: { left: 8, right: 24, top: 40, bottom: 40, containLabel: true },
    tooltip: tooltip({
      formatter: ({ data: dot }) => tip('p' + data.percentiles[dot[2]], [
        'the data ' + unitText('duration', dot[0]),
        family.name + ' ' + unitText('duration', dot[1]),
      ]),
    }),
    xAxis: side('the data', { nameLocation: 'middle', nameGap: 28 }),
    yAxis: side(family.name, { nameTextStyle: { color: 'var(--soft)', align: 'left' } }),
    series: [
      {
        type: 'line', silent: true, showSymbol: false, data: [[least, least], [most, most]],
        lineStyle: { color: 'var(--grey)', width: 1.5, type: [6, 5] },
      },
      {
        type: 'scatter', symbolSize: 9, data: dots, itemStyle: { color: 'var(--blue)' },
        emphasis: { disabled: true },
      },
    ],
  };
}
