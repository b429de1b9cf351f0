// Carriers held over time: steps, with a gap where nobody knows.

function drawCarriersHeld(data) {
  const lane = data.holds.lane;
  if (!lane || lane.parts.length === 0) {
    return;
  }
  const steps = lane.parts.flatMap((part) => [
    [part.startSeconds, part.value], [part.endSeconds, part.value],
  ]);
  const drawn = chart('carriers-held', {
    tooltip: tooltip({
      trigger: 'axis',
      formatter: (points) => {
        const at = points[0].axisValue;
        const part = lane.parts.find((one) => at < one.endSeconds) || lane.parts.at(-1);
        return tip(
          durationText(part.startSeconds * 1e9) + ' to ' + durationText(part.endSeconds * 1e9),
          [part.value === null
            ? 'not known'
            : numberText(part.value) + ' of ' + lane.carriers + ' carriers held'],
        );
      },
    }),
    grid: { left: 68, right: labelSpace('carriers-held'), top: 30, bottom: 28 },
    xAxis: axis({
      type: 'value', min: 0, max: lane.parts.at(-1).endSeconds, splitLine: { show: false },
      axisLabel: { showMaxLabel: false, formatter: (seconds) => shortDuration(seconds * 1e9) },
    }),
    yAxis: axis({
      type: 'value', name: 'carriers held', min: 0, splitNumber: 2, minInterval: 1,
      max: (range) => Math.max(lane.carriers, Math.ceil(range.max || 0)),
      nameTextStyle: { color: 'var(--soft)', align: 'left', padding: [0, 0, 0, -58] },
      axisLabel: { formatter: numberText },
    }),
    series: [{
      name: 'carriers held', type: 'line', showSymbol: false, connectNulls: false, data: steps,
      lineStyle: { color: 'var(--machine)', width: 2 }, itemStyle: { color: 'var(--machine)' },
      areaStyle: { color: 'var(--machine)', opacity: 0.2 }, emphasis: { disabled: true },
    }],
  });  together(drawn);
}
