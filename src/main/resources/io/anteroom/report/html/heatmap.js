// How many waits of which length ended when; the stronger the colour, the more. The shades follow the logarithm
// of the count: a few long waits among thousands of short ones are what one looks for.

const SHADES = 8;

function shade(count, most) {
  return Math.min(SHADES - 1, Math.floor(SHADES * Math.log(count + 1) / Math.log(most + 2)));
}

function drawHeatMap(data) {
  const heat = data.heat;
  if (!heat || !document.getElementById('heat-chart')) {
    return;
  }
  const fields = [];
  let most = 1;
  heat.columns.forEach((column) => column.counts.forEach((count, row) => {
    if (count > 0) {
      most = Math.max(most, count);
      fields.push([
        column.startSeconds, column.endSeconds, heat.edges[row], heat.edges[row + 1], count,
      ]);
    }
  }));
  chart('heat', {
    grid: { left: 8, right: 20, top: 16, bottom: 24, containLabel: true },
    tooltip: tooltip({
      formatter: ({ value }) => tip(
        numberText(value[4]) + (value[4] === 1 ? ' visit' : ' visits'),
        [
          'waited ' + shortDuration(value[2]) + ' to ' + shortDuration(value[3]),
          'ended ' + shortDuration(value[0] * 1e9) + ' to ' + shortDuration(value[1] * 1e9),
        ],
      ),
    }),
    xAxis: axis({
      type: 'value', min: heat.columns[0].startSeconds, max: heat.columns.at(-1).endSeconds,
      splitLine: { show: false },
      axisLabel: { showMaxLabel: false, formatter: (seconds) => shortDuration(seconds * 1e9) },
    }),
    yAxis: axis({
      type: 'log', min: heat.edges[0], max: heat.edges.at(-1), splitLine: { show: false },
      axisLabel: { formatter: shortDuration, customValues: heat.edges },
      axisTick: { customValues: heat.edges, lineStyle: { color: 'var(--grey)' } },
    }),
    series: [{
      type: 'custom', data: fields, encode: { x: [0, 1], y: [2, 3] },
      renderItem: (params, api) => {
        const low = api.coord([api.value(0), api.value(2)]);
        const high = api.coord([api.value(1), api.value(3)]);
        return {
          type: 'rect',
          shape: {
            x: low[0], y: high[1],
            width: Math.max(high[0] - low[0] - 1, 1), height: Math.max(low[1] - high[1] - 1, 1),
          },
          style: { fill: 'var(--heat-' + shade(api.value(4), most) + ')' },
        };
      },
    }],
  });
  addShades(most);
}

function addShades(most) {
  const legend = document.createElement('div');
  legend.className = 'legend';
  const word = (text) => {
    const made = document.createElement('span');
    made.textContent = text;
    return made;
  };
  legend.append(word('1 visit'));
  for (let level = 0; level < SHADES; level++) {
    const field = document.createElement('i');
    field.style.background = 'var(--heat-' + level + ')';
    legend.append(field);
  }
  legend.append(word(numberText(most)));
  document.getElementById('heat-controls').append(legend);
}
