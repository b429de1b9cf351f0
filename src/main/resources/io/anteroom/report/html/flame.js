// Where carriers were held: callers below, what they called above, as wide as the time lost there.

function drawFlame(data) {
  const element = document.getElementById('flame-chart');
  if (!data.holds.flame || !element) {
    return;
  }
  const frames = [];
  const depth = layFlame(data.holds.flame, 0, 0, frames);
  element.style.height = (depth * 22 + 12) + 'px';
  const all = data.holds.flame.nanos;
  let sought = '';
  const drawn = chart('flame', {
    grid: { left: 0, right: 0, top: 4, bottom: 4 },
    tooltip: tooltip({
      formatter: ({ dataIndex }) => {
        const frame = frames[dataIndex];
        const share = numberText(100 * frame.nanos / all) + '% of the time lost';
        return tip(frame.name, [durationText(frame.nanos) + ', ' + share]);
      },
    }),
    xAxis: { type: 'value', min: 0, max: all, show: false },
    yAxis: { type: 'value', min: 0, max: depth, show: false },
    series: [{
      type: 'custom', encode: { x: [0, 1], y: 2 },
      data: frames.map((frame, index) => [
        frame.from, frame.from + frame.nanos, frame.level, index,
      ]),
      renderItem: (params, api) => flameItem(api, frames[api.value(3)], sought),
    }],
  });
  addFlameSearch((text) => {
    sought = text.toLowerCase();
    drawn.setOption({ series: [{ renderItem: (params, api) =>
      flameItem(api, frames[api.value(3)], sought) }] });
  });
}

// Frames that hold what is sought stand out; the others fade.
function addFlameSearch(seek) {
  const made = document.createElement('label');
  made.className = 'group';
  const words = document.createElement('span');
  words.textContent = 'Search';
  const box = document.createElement('input');
  box.type = 'search';
  box.addEventListener('input', () => seek(box.value.trim()));
  made.append(words, box);
  document.getElementById('flame-controls').append(made);
}

// Whose code it is: the JDK's own frames are pale, so that the cause stands out.
function ofJdk(name) {
  return /^(java|javax|jdk|sun|com\.sun)\./.test(name);
}

// Adds a frame and all above it; returns how many levels there are.
function layFlame(frame, from, level, frames) {
  frames.push({ name: frame.name, nanos: frame.nanos, from, level });
  let next = from;
  let depth = level + 1;
  frame.children.forEach((child) => {
    depth = Math.max(depth, layFlame(child, next, level + 1, frames));
    next += child.nanos;
  });
  return depth;
}

function flameItem(api, frame, sought) {
  const low = api.coord([api.value(0), frame.level]);
  const high = api.coord([api.value(1), frame.level + 1]);
  const width = Math.max(high[0] - low[0] - 1, 1);
  return {
    type: 'rect',
    shape: { x: low[0], y: high[1] + 1, width, height: low[1] - high[1] - 1, r: 2 },
    style: {
      fill: ofJdk(frame.name) ? 'var(--rule)' : 'var(--flame-' + (frame.level % 3) + ')',
      opacity: sought === '' || frame.name.toLowerCase().includes(sought) ? 1 : 0.25,
    },
    textContent: {
      style: {
        text: width < 40 ? '' : frame.name, fill: 'var(--ink)', width: width - 10,
        overflow: 'truncate', fontSize: 12,
      },
    },
    textConfig: { position: 'insideLeft', distance: 5 },
  };
}
