// The page of a sweep: one metric over two axes, over one, and every cell.

const MOST_LINES = 16;

PAGES.sweep = (data) => {
  drawMap(data.cells, data.metric);
  drawLines(data.cells, data.metric);
  startCells(data.cells);
};

// One metric over one axis, with a line for each value of another.
function drawLines(cells, metric) {
  if (!document.getElementById('lines-chart')) {
    return;
  }
  const view = startView(cells, metric, Math.min(cells.axes.length, 2));
  view.logarithmic = false;
  const drawn = chart('lines', {});
  const key = document.createElement('div');
  key.className = 'legend key';
  document.getElementById('lines-chart').before(key);
  const index = cellIndex(cells);
  const draw = () => {
    const lines = sweepLines(cells, view, index);
    drawn.setOption(linesOptions(cells, view, lines), { replaceMerge: ['series', 'xAxis', 'yAxis'] });
    showKey(key, cells, view, lines);
  };
  axisMenus('lines', cells, view, ['Over', 'A line for each'], draw);
  choices('lines', 'Scale', ['linear', 'logarithmic'], 'linear', (name) => {
    view.logarithmic = name === 'logarithmic';
    draw();
  });
  draw();
}

function sweepLines(cells, view, index) {
  const [over, each] = view.drawn;
  const values = each === undefined ? [null] : cells.axes[each].values.slice(0, MOST_LINES);
  return values.map((value, line) => ({
    name: value === null ? view.metric.name : cells.axes[each].name + ' ' + value,
    cells: cells.axes[over].values.map((unused, place) => {
      const at = [...view.others];
      at[over] = place;
      if (each !== undefined) {
        at[each] = line;
      }
      return index.get(at.join());
    }),
  }));
}

function showKey(key, cells, view, lines) {
  const items = lines.length < 2 ? [] : lines.map((line, index) => {
    const made = document.createElement('span');
    const mark = document.createElement('i');
    mark.style.background = seriesColour(index);
    made.append(mark, line.name);
    return made;
  });
  const all = view.drawn.length < 2 ? 1 : cells.axes[view.drawn[1]].values.length;
  if (all > lines.length) {
    const made = document.createElement('span');
    made.textContent = '(the first ' + lines.length + ' of ' + all + ')';
    items.push(made);
  }
  key.replaceChildren(...items);
}

function linesOptions(cells, view, lines) {
  const over = cells.axes[view.drawn[0]];
  const numbers = over.values.map(Number);
  const numeric = numbers.every((number) => Number.isFinite(number));
  const growing = numeric && Math.min(...numbers) > 0
    && Math.max(...numbers) / Math.min(...numbers) > 30;
  const figure = (cell) => (cell === undefined ? null : view.metric.figures[cell]);
  const shows = (value) => !view.logarithmic || value > 0;
  return {
    grid: { left: 8, right: 24, top: 24, bottom: 36, containLabel: true },
    tooltip: tooltip({
      formatter: ({ value, seriesName }) => tip(
        lines.length < 2 ? cells.names[value[2]] : seriesName,
        cellLines(cells, value[2], view.metric),
      ),
    }),
    xAxis: axis({
      type: numeric ? (growing ? 'log' : 'value') : 'category', name: over.name,
      nameLocation: 'middle', nameGap: 28, scale: true, splitLine: { show: false },
      ...(numeric ? {
        min: growing ? Math.min(...numbers) * 0.9 : Math.min(...numbers) - margin(numbers),
        max: growing ? Math.max(...numbers) * 1.1 : Math.max(...numbers) + margin(numbers),
        axisLabel: {
          formatter: numberText, ...(numbers.length <= 16 ? { customValues: numbers } : {}),
        },
      } : { data: over.values }),
    }),
    yAxis: axis({
      type: view.logarithmic ? 'log' : 'value',
      axisLabel: { formatter: (value) => shortUnit(view.metric.unit, value) },
    }),
    series: lines.flatMap((line, index) => [{
      name: line.name, type: 'line', connectNulls: false, emphasis: { disabled: true },
      symbolSize: 8,
      lineStyle: { color: seriesColour(index), width: 2, type: seriesDash(index) },
      itemStyle: { color: seriesColour(index) },
      data: line.cells.map((cell, place) => [
        numeric ? numbers[place] : place, shows(figure(cell)) ? figure(cell) : null, cell ?? -1,
      ]).map((value) => ({ value, symbol: symbolOf(cells, value[2]) })),
    }, intervals(line, index, view.metric, shows, numeric ? numbers : null)]),
  };
}

// Keeps the first and the last interval off the edges.
function margin(numbers) {
  return (Math.max(...numbers) - Math.min(...numbers)) * 0.03;
}

// A bar for each figure of a line whose interval is known.
function intervals(line, index, metric, shows, numbers) {
  const known = line.cells.map((cell, place) => [
    numbers ? numbers[place] : place, metric.low[cell] ?? null, metric.high[cell] ?? null,
  ]).filter(([, low, high]) => low !== null && shows(low) && shows(high));
  return intervalBars(line.name + ' interval', seriesColour(index), known);
}

// A saturated cell's figure depends on how long it ran.
function symbolOf(cells, cell) {
  return cell >= 0 && cells.outcomes[cells.outcome[cell]].word === 'saturated'
    ? 'emptyTriangle' : 'circle';
}
