// One metric of a sweep's cells over two axes: the stronger a field's colour, the greater.

function drawMap(cells, metric) {
  const element = document.getElementById('map-chart');
  if (!element) {
    return;
  }
  const view = startView(cells, metric, 2);
  const drawn = chart('map', {});
  const legend = document.createElement('div');
  legend.className = 'legend';
  const picked = document.createElement('p');
  picked.className = 'picked';
  picked.setAttribute('aria-live', 'polite');
  element.before(legend);
  element.after(picked);
  const draw = () => {
    const rows = cells.axes[view.drawn[1]].values;
    const height = labelHeight('map', rows, 30);
    element.style.height = Math.min(Math.max(rows.length * height + 80, 200), 760) + 'px';
    drawn.resize();
    const fields = mapFields(cells, view);
    drawn.setOption(mapOptions(cells, view, fields), { replaceMerge: ['series', 'xAxis', 'yAxis'] });
    showScale(legend, fields, view.metric);
    picked.textContent = 'Click a field to see more of its cell.';
  };
  axisMenus('map', cells, view, ['Across', 'Down'], draw);
  drawn.on('click', ({ value }) => {
    const lines = cellLines(cells, value[3], view.metric);
    picked.replaceChildren(cellLink(cells, value[3]), ' · ' + lines.join(' · '));
  });
  draw();
}

// What is shown: so many axes, those with the most values first but seeds last, and one value of
// each other.
function startView(cells, metric, count) {
  const length = (index) => (cells.axes[index].name === 'seed' && cells.axes.length > 2
    ? 0 : cells.axes[index].values.length);
  const byLength = cells.axes.map((one, index) => index)
    .sort((one, other) => length(other) - length(one));
  return {
    metric: cells.metrics.find((one) => one.name === metric) ?? cells.metrics[0],
    drawn: byLength.slice(0, count),
    others: cells.axes.map(() => 0),
  };
}

// Menus for the metric, for each axis that is drawn, and for the values of those that are not.
function axisMenus(id, cells, view, labels, draw) {
  const names = cells.axes.map((one) => one.name);
  menu(id, 'Metric', cells.metrics.map((one) => one.name), cells.metrics.indexOf(view.metric),
    (index) => { view.metric = cells.metrics[index]; draw(); });
  const axes = names.length < 2 ? [] : labels.map((label, place) => menu(
    id, label, names, view.drawn[place], (index) => {
      const other = view.drawn.indexOf(index);
      if (other >= 0) {
        view.drawn[other] = view.drawn[place];
      }
      view.drawn[place] = index;
      axes.forEach((one, each) => one.hold(view.drawn[each]));
      showOthers();
      draw();
    },
  ));
  const others = cells.axes.map((one, index) => menu(
    id, 'Where ' + one.name + ' is', one.values, 0,
    (value) => { view.others[index] = value; draw(); },
  ));
  const showOthers = () => others.forEach((one, index) => one.show(
    !view.drawn.includes(index) && cells.axes[index].values.length > 1,
  ));
  showOthers();
}

function mapFields(cells, view) {
  const [across, down] = view.drawn;
  const fields = [];
  cells.names.forEach((name, cell) => {
    const here = cells.axes.every((one, index) => index === across || index === down
      || one.at[cell] === view.others[index]);
    if (here) {
      fields.push([
        cells.axes[across].at[cell], cells.axes[down].at[cell], view.metric.figures[cell], cell,
      ]);
    }
  });
  return fields;
}

// On a scale of logarithms where all are above zero.
function scaleOf(fields) {
  const figures = fields.map((field) => field[2]).filter((figure) => figure !== null);
  const least = Math.min(...figures);
  const most = Math.max(...figures);
  const logarithmic = least > 0;
  return {
    least, most, some: figures.length > 0,
    shade: (figure) => {
      const share = most <= least ? 0
        : logarithmic ? Math.log(figure / least) / Math.log(most / least)
          : (figure - least) / (most - least);
      return Math.min(SHADES - 1, Math.floor(share * SHADES));
    },
  };
}

function showScale(legend, fields, metric) {
  const scale = scaleOf(fields);
  const words = (text) => {
    const made = document.createElement('span');
    made.textContent = text;
    return made;
  };
  const shades = [];
  for (let level = 0; level < SHADES; level++) {
    const field = document.createElement('i');
    field.style.background = 'var(--heat-' + level + ')';
    shades.push(field);
  }
  legend.replaceChildren(...(scale.some
    ? [
      words(metric.name + ' ' + unitText(metric.unit, scale.least)), ...shades,
      words(unitText(metric.unit, scale.most)), words('! saturated'), words('? unclear'),
      words('✗ objective missed, or no figure'),
    ]
    : [words('No cell here has a figure.')]));
}

function mapOptions(cells, view, fields) {
  const [across, down] = view.drawn;
  const scale = scaleOf(fields);
  const label = labelWidth('map', cells.axes[down].values);
  const fontFamily = pageFont();
  const names = (index, more) => axis({
    type: 'category', data: cells.axes[index].values, splitLine: { show: false },
    name: cells.axes[index].name, nameLocation: 'middle', ...more,
  });
  return {
    grid: { left: label + 36, right: 8, top: 8, bottom: 48 },
    tooltip: tooltip({
      formatter: ({ value }) => tip(cells.names[value[3]], cellLines(cells, value[3], view.metric)),
    }),
    xAxis: names(across, { nameGap: 28 }),
    yAxis: names(down, {
      nameGap: label + 16, inverse: true, axisLabel: nameLabels(label),
    }),
    series: [{
      type: 'custom', data: fields, encode: { x: 0, y: 1 }, progressive: 0,
      renderItem: (params, api) => mapItem(api, scale, cells, view.metric, fontFamily),
    }],
  };
}

// The words in one line, else each in a line of its own; empty where neither fits.
function fittingText(words, width, height) {
  const fits = (lines) => height > lines.length * LINE
    && lines.every((line) => width > line.length * 7.5);
  return [[words.join(' ')], words].find(fits)?.join('\n') ?? '';
}

function mapItem(api, scale, cells, metric, fontFamily) {
  const centre = api.coord([api.value(0), api.value(1)]);
  const [width, height] = api.size([1, 1]);
  const cell = api.value(3);
  const figure = metric.figures[cell];
  const { sign } = cells.outcomes[cells.outcome[cell]];
  const level = figure === null ? -1 : scale.shade(figure);
  const words = figure === null ? ['✗'] : [unitText(metric.unit, figure), ...(sign ? [sign] : [])];
  const text = fittingText(words, width, height);
  const gap = Math.min(width, height) > 6 ? 1 : 0;
  return {
    type: 'rect',
    shape: {
      x: centre[0] - width / 2, y: centre[1] - height / 2,
      width: Math.max(width - gap, 1), height: Math.max(height - gap, 1),
    },
    style: { fill: level < 0 ? 'var(--orange-wash)' : 'var(--heat-' + level + ')' },
    ...(text ? {
      textContent: {
        style: {
          text, fontSize: 12, lineHeight: LINE, fontFamily,
          fill: level < 0 ? 'var(--orange)' : level > 4 ? 'var(--paper)' : 'var(--ink)',
        },
      },
      textConfig: { position: 'inside' },
    } : {}),
  };
}
