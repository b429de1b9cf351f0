// What all charts share. Colours are the page's own variables, so that dark, light and print are
// its style sheet's business; the page's policy allows no styles in markup, so tooltips are nodes.

const COLOURS = {
  'wait': 'var(--wait)', 'hold': 'var(--hold)', 'response': 'var(--response)',
  'gave up after': 'var(--gone)', 'theory': 'var(--ink)',
};

// Wide enough for the names of curves beside their ends.
function labelled(id) {
  return document.getElementById(id + '-chart').clientWidth >= 640;
}

function labelSpace(id) {
  return labelled(id) ? 116 : 20;
}

function endLabel(id, name, color) {
  return labelled(id) ? {
    endLabel: {
      show: true, formatter: () => name, color, distance: 6, width: 106, overflow: 'break',
      valueAnimation: false,
    },
  } : {};
}

// Moves the names at the ends of curves apart where they would lie on each other.
function spreadLabels(drawn) {
  const places = [];
  // Where series were taken away there are holes.
  drawn.getOption().series.filter((one) => one?.endLabel?.show).forEach((one) => {
    const axes = { xAxisIndex: one.xAxisIndex ?? 0, yAxisIndex: one.yAxisIndex ?? 0 };
    const last = one.data.findLast((point) => point[1] !== null);
    const place = last && drawn.convertToPixel(axes, last);
    if (place) {
      places.push({ name: one.name, lane: axes.yAxisIndex, y: place[1] });
    }
  });
  places.sort((one, other) => one.lane - other.lane || one.y - other.y);
  places.forEach((place, order) => {
    const above = places[order - 1];
    place.at = above && above.lane === place.lane ? Math.max(place.y, above.at + 15) : place.y;
  });
  if (places.some((place) => place.at !== place.y)) {
    drawn.setOption({
      series: places.map(({ name, y, at }) => ({ name, endLabel: { offset: [0, at - y] } })),
    });
  }
}

// What was expected, as lines across.
function objectiveLines(objectives) {
  return {
    silent: true, symbol: 'none', animation: false,
    data: objectives.map((one) => ({
      yAxis: one.nanos, lineStyle: { color: 'var(--objective)', width: 1.5, type: 'solid' },
      label: {
        formatter: one.text, position: 'insideStartTop', color: 'var(--objective)', fontWeight: 600,
      },
    })),
  };
}

// The end of an axis that shows the objectives, too, unless they are far beyond all figures.
function withObjectives(objectives) {
  const limits = objectives.map((one) => one.nanos);
  return ({ max }) => {
    const shown = limits.filter((limit) => limit > max && limit <= 4 * max);
    return shown.length === 0 ? null : Math.max(...shown) * 1.1;
  };
}

// Charts over time have one cursor.
function together(drawn) {
  drawn.group = 'time';
  echarts.connect('time');
}

// Of things without a colour of their own; from the fifth on lines are dashed, too.
function seriesColour(index) {
  return 'var(--series-' + (index % 8) + ')';
}

function seriesDash(index) {
  return ['solid', [8, 4], [2, 3], [10, 3, 2, 3]][Math.floor(index / 4) % 4];
}

const shown = [];

// The height of a line of text and the width of a letter in a name, in pixels.
const LINE = 15;
const LETTER = 7.2;

// The font by its name: ECharts measures texts on a canvas, which inherits no font.
function pageFont() {
  return getComputedStyle(document.body).fontFamily;
}

function chart(id, options) {
  const element = document.getElementById(id + '-chart');
  if (!element) {
    return null;
  }
  const drawn = echarts.init(element, null, { renderer: 'svg' });
  drawn.setOption({
    animation: false,
    textStyle: { fontFamily: pageFont(), color: 'var(--ink)' },
    tooltip: tooltip(), ...options,
  });
  scalable(drawn);
  shown.push(drawn);
  return drawn;
}

// A series of upright bars; each has its place across, and where its interval begins and ends.
function intervalBars(name, stroke, known) {
  return {
    name, type: 'custom', silent: true, z: 2, data: known, encode: { x: 0, y: [1, 2] },
    renderItem: (params, api) => {
      const low = api.coord([api.value(0), api.value(1)]);
      const high = api.coord([api.value(0), api.value(2)]);
      const part = (x1, y1, x2, y2) => ({
        type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: 1.5 },
      });
      return {
        type: 'group',
        children: [
          part(low[0], low[1], high[0], high[1]),
          part(low[0] - 6, low[1], low[0] + 6, low[1]),
          part(high[0] - 6, high[1], high[0] + 6, high[1]),
        ],
      };
    },
  };
}

// Lets the style sheet scale the picture, as it does on paper; ECharts' own is cut there.
function scalable(drawn) {
  drawn.getDom().querySelector('svg')
    .setAttribute('viewBox', `0 0 ${drawn.getWidth()} ${drawn.getHeight()}`);
}

function tooltip(more) {
  return {
    trigger: 'item', confine: true, backgroundColor: 'var(--paper)', borderColor: 'var(--grey)',
    textStyle: { color: 'var(--ink)', fontFamily: 'inherit' }, transitionDuration: 0, ...more,
  };
}

// A heading and lines below it; names in it are text, whatever they contain.
function tip(heading, lines) {
  const made = document.createElement('div');
  made.className = 'tip';
  const first = document.createElement('b');
  first.textContent = heading;
  made.append(first);
  lines.forEach((line) => {
    const row = document.createElement('div');
    row.textContent = line;
    made.append(row);
  });
  return made;
}

// Room for names at the left of a chart, in pixels.
function labelWidth(id, names) {
  const all = document.getElementById(id + '-chart').clientWidth;
  return Math.round(Math.min(widest(names) + 4, all * 0.35, 280));
}

// The height that the longest of the names needs there, in pixels, but no less than that.
function labelHeight(id, names, least) {
  return Math.max(Math.ceil(widest(names) / labelWidth(id, names)) * LINE + 6, least);
}

function widest(names) {
  return Math.max(...names.map((name) => name.length)) * LETTER;
}

// Labels of that width; a longer name goes on in the next line.
function nameLabels(width) {
  return { width, overflow: 'breakAll', lineHeight: LINE };
}

function axis(more) {
  return {
    nameTextStyle: { color: 'var(--soft)' },
    axisLine: { lineStyle: { color: 'var(--grey)' } },
    axisTick: { lineStyle: { color: 'var(--grey)' } },
    axisLabel: { color: 'var(--soft)', hideOverlap: true, ...(more.axisLabel || {}) },
    splitLine: { lineStyle: { color: 'var(--rule)' } },
    minorSplitLine: { show: false },
    ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== 'axisLabel')),
  };
}

// Not for paper: a browser does not wait there until the chart is drawn anew.
function resizeAll() {
  if (!matchMedia('print').matches) {
    shown.forEach((one) => {
      one.resize();
      scalable(one);
    });
  }
}

function startCharts() {
  new ResizeObserver(resizeAll).observe(document.body);
}
