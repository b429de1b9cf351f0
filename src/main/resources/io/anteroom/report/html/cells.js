// Many cells: what all that draws them needs, and the table of them, a page at a time.

const CELLS_A_PAGE = 100;
const MAIN_METRICS = 8;

// Where each cell lies: by the places of its values on the axes.
function cellIndex(cells) {
  const index = new Map();
  cells.names.forEach((name, cell) => {
    index.set(cells.axes.map((one) => one.at[cell]).join(), cell);
  });
  return index;
}

function cellLines(cells, cell, first) {
  const metrics = [first, ...cells.metrics.filter((metric) => metric !== first)].slice(0, 9);
  const outcome = cells.outcomes[cells.outcome[cell]];
  return [
    ...cells.axes.map((one) => one.name + ' ' + one.values[one.at[cell]]),
    outcome.word + (cells.notes[cell] ? ': ' + shortened(cells.notes[cell]) : ''),
    ...metrics.filter((metric) => metric.figures[cell] !== null)
      .map((metric) => metric.name + ' ' + unitText(metric.unit, metric.figures[cell])
        + intervalText(metric, cell)),
  ];
}

// Empty where no interval is known.
function intervalText(metric, cell) {
  const [low, high] = [metric.low[cell], metric.high[cell]];
  return (low ?? null) === null ? ''
    : ', 95% interval ' + unitText(metric.unit, low) + ' to ' + unitText(metric.unit, high);
}

function shortened(text) {
  return text.length > 90 ? text.slice(0, 90) + '…' : text;
}

// The cell's page, or else its folder; a cell without a result has a log there.
function cellLink(cells, cell) {
  const made = document.createElement('a');
  const lost = cells.outcomes[cells.outcome[cell]].lost;
  made.href = 'cells/' + encodeURIComponent(cells.names[cell]) + (lost ? '/' : cells.pages ? '/result/report.html' : '/result/');
  made.textContent = cells.names[cell];
  return made;
}

function startCells(cells) {
  const element = document.getElementById('cells-table');
  if (!element) {
    return;
  }
  const view = { column: null, down: false, from: 0, all: false, odd: false };
  const draw = () => drawCells(cells, view, element, draw);
  if (cells.outcome.some((outcome) => cells.outcomes[outcome].sign)) {
    choices('cells', 'Cells', ['all', 'not good'], 'all', (name) => {
      view.odd = name !== 'all';
      view.from = 0;
      draw();
    });
  }
  if (cells.metrics.length > MAIN_METRICS) {
    choices('cells', 'Metrics', ['the main ones', 'all'], 'the main ones', (name) => {
      view.all = name === 'all';
      draw();
    });
  }
  if (cells.names.length > CELLS_A_PAGE) {
    const turn = (by) => () => {
      view.from = Math.max(0, Math.min(view.from + by, (view.shown ?? 0) - 1));
      view.from -= view.from % CELLS_A_PAGE;
      draw();
    };
    group('cells', 'Page', [button('before', turn(-CELLS_A_PAGE)), button('next', turn(CELLS_A_PAGE))]);
  }
  draw();
}

function cellColumns(cells, view) {
  const figures = cells.metrics.slice(0, view.all ? cells.metrics.length : MAIN_METRICS);
  return [
    { name: 'cell', text: (cell) => cells.names[cell], rank: (cell) => cell },
    ...cells.axes.map((one) => ({
      name: one.name, text: (cell) => one.values[one.at[cell]] ?? '', rank: (cell) => one.at[cell],
    })),
    {
      name: 'verdict', text: (cell) => cells.outcomes[cells.outcome[cell]].word,
      rank: (cell) => cells.outcome[cell],
    },
    ...figures.map((metric) => ({
      name: metric.name, figure: true, rank: (cell) => metric.figures[cell],
      text: (cell) => unitText(metric.unit, metric.figures[cell]),
    })),
    ...(cells.notes.some((note) => note)
      ? [{
        name: 'note', note: true, text: (cell) => shortened(cells.notes[cell]),
        rank: (cell) => (cells.notes[cell] ? 0 : 1),
      }] : []),
  ];
}

function drawCells(cells, view, element, draw) {
  const columns = cellColumns(cells, view);
  const order = cellOrder(cells, view, columns.find((column) => column.name === view.column));
  view.shown = order.length;
  const table = document.createElement('table');
  const caption = table.createCaption();
  caption.className = 'hidden';
  caption.textContent = 'Cells';
  const head = table.createTHead().insertRow();
  columns.forEach((column) => head.append(cellHeading(column, view, draw)));
  const body = table.createTBody();
  order.slice(view.from, view.from + CELLS_A_PAGE)
    .forEach((cell) => body.append(cellRow(cells, columns, cell)));
  element.replaceChildren(table);
  const last = Math.min(view.from + CELLS_A_PAGE, order.length);
  document.getElementById('cells-shown').textContent = order.length > CELLS_A_PAGE
    ? (view.from + 1) + ' to ' + last + ' of ' + numberText(order.length) : '';
  if (view.focused) {
    [...element.querySelectorAll('th button')]
      .find((one) => one.dataset.column === view.focused)?.focus();
    view.focused = null;
  }
}

// Cells without a figure come last, whichever way the others go.
function cellOrder(cells, view, column) {
  const order = [...cells.names.keys()]
    .filter((cell) => !view.odd || cells.outcomes[cells.outcome[cell]].sign);
  if (!column) {
    return order;
  }
  const sign = view.down ? -1 : 1;
  const missing = (rank) => (rank === null || rank === undefined ? 1 : 0);
  return order.sort((one, other) => {
    const [left, right] = [column.rank(one), column.rank(other)];
    return missing(left) - missing(right) || sign * (left - right) || one - other;
  });
}

function cellHeading(column, view, draw) {
  const made = document.createElement('th');
  made.scope = 'col';
  made.className = column.figure ? 'figure' : '';
  const sorted = view.column === column.name;
  if (sorted) {
    made.setAttribute('aria-sort', view.down ? 'descending' : 'ascending');
  }
  const arrow = sorted ? (view.down ? ' ↓' : ' ↑') : '';
  const one = button(column.name + arrow, () => {
    view.down = sorted && !view.down;
    view.column = column.name;
    view.from = 0;
    view.focused = column.name;
    draw();
  });
  one.dataset.column = column.name;
  made.append(one);
  return made;
}

function cellRow(cells, columns, cell) {
  const row = document.createElement('tr');
  columns.forEach((column, index) => {
    const made = document.createElement(index === 0 ? 'th' : 'td');
    if (index === 0) {
      made.scope = 'row';
      made.append(cellLink(cells, cell));
    } else {
      made.className = column.note ? 'note' : column.figure ? '' : 'text';
      made.textContent = column.text(cell);
    }
    row.append(made);
  });
  return row;
}
