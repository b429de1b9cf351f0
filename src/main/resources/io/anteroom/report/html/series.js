// What happened over time: lanes with one axis of time, in steps, as it was measured.

function drawSeries(data) {
  const { present, moments, canary, processors } = data.course;
  if (present.length < 2) {
    return;
  }
  const lanes = seriesLanes(present, moments, canary, processors);
  const lines = lanes.flatMap((lane, place) => lane.lines.map((line) => laneLine(lane, line, place)));
  const limits = data.waits.objectives.filter((one) => one.curve === 'wait');
  const place = lanes.findIndex((lane) => lane.name === 'wait');
  if (place >= 0 && limits.length > 0) {
    lines.find((line) => line.yAxisIndex === place).markLine = objectiveLines(limits);
  }
  const element = document.getElementById('series-chart');
  element.style.height = (lanes.length * 170 + 60) + 'px';
  const drawn = chart('series', {
    axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: 'var(--grey)' } },
    tooltip: tooltip({
      trigger: 'axis',
      formatter: (points) => seriesTip(lanes, points[0].axisValue),
    }),
    grid: lanes.map((lane, index) => ({
      left: 68, right: labelSpace('series'), top: index * 170 + 34, height: 110,
    })),
    xAxis: lanes.map((lane, index) => axis({
      type: 'value', gridIndex: index, min: 0, max: present.at(-1).endSeconds,
      splitLine: { show: false },
      axisLabel: {
        show: index === lanes.length - 1, showMaxLabel: false,
        formatter: (seconds) => shortDuration(seconds * 1e9),
      },
      axisPointer: { label: { show: false }, snap: false },
    })),
    yAxis: lanes.map((lane, index) => axis({
      type: 'value', gridIndex: index, name: lane.title, min: 0, splitNumber: 3,
      max: lane.name === 'wait' ? withObjectives(limits) : undefined,
      nameTextStyle: { color: 'var(--soft)', align: 'left', padding: [0, 0, 0, -58] },
      axisLabel: { formatter: lane.short }, axisPointer: { label: { show: false } },
    })),
    series: lines,
  });
  const names = lines.map((each) => each.name);
  toggles('series', 'Show', names, names, (name, on) => drawn.dispatchAction({
    type: on ? 'legendSelect' : 'legendUnSelect', name,
  }), lines.map((each) => each.lineStyle.color));
  drawn.setOption({ legend: { show: false, data: names } });
  spreadLabels(drawn);
  together(drawn);
}

// The lanes, each with its parts of time and the lines that are drawn of them; none without figures.
function seriesLanes(present, moments, canary, processors) {
  const rate = (number) => numberText(number) + '/s';
  return [
    {
      name: 'persons', title: 'persons and rooms', parts: present, text: numberText, short: numberText,
      lines: [
        ['persons waiting', (part) => part.waiting, 'var(--wait)'],
        ['rooms occupied', (part) => part.occupied, 'var(--hold)'],
      ],
    },
    {
      name: 'wait', title: 'wait of those who left', parts: moments, text: durationText,
      short: shortDuration,
      lines: [
        ['wait p50', (part) => part.p50Nanos, 'var(--wait)', { width: 1.5 }],
        ['wait p99', (part) => part.p99Nanos, 'var(--wait)', { width: 3 }],
        ['longest wait', (part) => part.maxNanos, 'var(--wait)', { width: 1.5, type: [4, 3] }],
      ],
    },
    {
      name: 'rate', title: 'completed a second', parts: moments, text: rate, short: numberText,
      lines: [['throughput', (part) => part.completed, 'var(--ink)']],
    },
    {
      name: 'canary', title: 'canary, at most so late', parts: canary, text: durationText,
      short: shortDuration,
      lines: [['canary', (part) => part.value, 'var(--machine)']],
    },
    {
      name: 'processors', title: 'processors that were busy', parts: processors, text: numberText,
      short: numberText, lines: [['processors', (part) => part.value, 'var(--machine)']],
    },
  ].map((lane) => ({
    ...lane, lines: lane.lines.filter(([, value]) => lane.parts.some((part) => value(part) !== null)),
  })).filter((lane) => lane.lines.length > 0);
}

function laneLine(lane, [name, value, color, style], place) {
  return {
    name, type: 'line', xAxisIndex: place, yAxisIndex: place, showSymbol: false, connectNulls: false,
    data: lane.parts.flatMap((part) => [
      [part.startSeconds, value(part)], [part.endSeconds, value(part)],
    ]),
    lineStyle: { color, width: 2, ...style }, itemStyle: { color }, emphasis: { disabled: true },
    ...endLabel('series', name, color),
  };
}

function seriesTip(lanes, seconds) {
  const during = (parts) => parts.find((part) => seconds < part.endSeconds) || parts.at(-1);
  const { startSeconds, endSeconds } = during(lanes[0].parts);
  return tip(
    durationText(startSeconds * 1e9) + ' to ' + durationText(endSeconds * 1e9),
    lanes.flatMap((lane) => lane.lines
      .map(([name, value]) => [name, value(during(lane.parts))])
      .filter(([, figure]) => figure !== null)
      .map(([name, figure]) => name + ' ' + lane.text(figure))),
  );
}
