// Who held which room when: rows of rooms or of persons; holds are thick, waits thin.

function drawTimeline(data) {
  const visits = data.timeline;
  if (visits.length === 0) {
    return;
  }
  const element = document.getElementById('timeline-chart');
  const drawn = chart('timeline', {});
  const draw = (by) => {
    const rows = timelineRows(visits, by);
    element.style.height = Math.min(Math.max(rows.length * 22 + 90, 160), 1600) + 'px';
    drawn.resize();
    drawn.setOption(timelineOptions(visits, rows, by), { replaceMerge: ['series'] });
  };
  choices('timeline', 'Rows', ['rooms', 'persons'], 'rooms', draw);
  draw('rooms');
}

// What the rows are called: rooms pool by pool, as persons come to them, or persons.
function timelineRows(visits, by) {
  const pools = [...new Set(visits.map((visit) => visit.pool))];
  const sorted = by === 'rooms'
    ? visits.filter((visit) => visit.room > 0).sort((one, other) =>
      pools.indexOf(one.pool) - pools.indexOf(other.pool) || one.room - other.room)
    : [...visits].sort((one, other) => one.person - other.person);
  return [...new Set(sorted.map((visit) => timelineRow(visit, by)))];
}

function timelineRow(visit, by) {
  return by === 'rooms' ? roomName(visit) : 'person ' + visit.person;
}

function roomName(visit) {
  return (visit.pool || 'room') + ' ' + visit.room;
}

function timelineOptions(visits, rows, by) {
  const end = Math.max(...visits.map((visit) => visit.leftNanos));
  const inRows = visits.filter((visit) => by === 'persons' || visit.room > 0);
  const turns = holdTurns(inRows, by);
  // The library takes letters for narrower than they are.
  const beside = 8 + Math.max(...rows.map((name) => name.length)) / 2;
  return {
    grid: { left: beside, right: 20, top: 8, bottom: 32, containLabel: true },
    tooltip: tooltip({
      formatter: ({ dataIndex }) => {
        const visit = inRows[dataIndex];
        const wait = durationText(visit.enteredNanos - visit.intendedNanos);
        const hold = durationText(visit.leftNanos - visit.enteredNanos);
        return tip('person ' + visit.person + ', visit ' + visit.visit, visit.room === 0
          ? [visit.cut ? 'still waited at the end, for ' + wait : 'gave up after ' + wait]
          : [
            roomName(visit), 'wait ' + wait,
            visit.cut ? 'still held it at the end, for ' + hold : 'hold ' + hold,
          ]);
      },
    }),
    xAxis: axis({
      type: 'value', min: 0, max: end,
      axisLabel: { formatter: shortDuration, showMaxLabel: false },
    }),
    yAxis: axis({
      type: 'category', inverse: true, splitLine: { show: false },
      data: rows,
    }),
    series: [{
      type: 'custom', encode: { x: [0, 1, 2], y: 3 },
      data: inRows.map((visit) => [
        by === 'rooms' ? visit.enteredNanos : visit.intendedNanos,
        visit.enteredNanos, visit.leftNanos,
        rows.indexOf(timelineRow(visit, by)), turns.get(visit), visit.room,
        by === 'rooms' ? visit.person : NaN, by === 'rooms' ? 0 : roomsAround(visit, visits),
      ]),
      renderItem: timelineItem,
    }],
  };
}

// How many rooms the person holds already when it enters this one.
function roomsAround(visit, visits) {
  return visits.filter((other) => other !== visit && other.person === visit.person &&
    other.room > 0 && other.enteredNanos <= visit.intendedNanos &&
    other.leftNanos >= visit.leftNanos).length;
}

// Which of a row's holds each one is: two that follow each other differ in shade.
function holdTurns(visits, by) {
  const counts = new Map();
  const turns = new Map();
  [...visits].sort((one, other) => one.enteredNanos - other.enteredNanos).forEach((visit) => {
    const key = timelineRow(visit, by);
    const turn = counts.get(key) ?? 0;
    turns.set(visit, turn);
    counts.set(key, turn + 1);
  });
  return turns;
}

function timelineItem(params, api) {
  const at = (nanos) => api.coord([nanos, api.value(3)]);
  const [intended, entered, left] = [at(api.value(0)), at(api.value(1)), at(api.value(2))];
  const height = api.size([0, 1])[1];
  const bar = (from, to, thickness, fill) => ({
    type: 'rect',
    shape: {
      x: from[0], y: from[1] - thickness / 2, width: Math.max(to[0] - from[0], 1),
      height: thickness,
    },
    style: { fill, stroke: 'var(--paper)', lineWidth: 0.5 },
  });
  // Several persons may wait for one room, so only their own rows show it.
  const waited = api.value(1) > api.value(0);
  const children = waited
    ? [bar(intended, entered, Math.max(height * 0.16, 2), 'var(--wait)')] : [];
  if (api.value(5) > 0) {
    const shade = api.value(4) % 2;
    const thickness = height * 0.62 / (1 + 0.5 * api.value(7));
    children.push(bar(entered, left, thickness, 'var(--hold-' + shade + ')'));
    const name = nameWithin(left[0] - entered[0], api.value(6));
    if (name) {
      children.push({
        type: 'text', silent: true, x: (entered[0] + left[0]) / 2, y: entered[1],
        style: {
          text: name, fill: 'var(--hold-name-' + shade + ')', fontSize: 11, align: 'center',
          verticalAlign: 'middle',
        },
      });
    }
  }
  return { type: 'group', children };
}

// As much of a person's name as a bar has room for; in a person's own row there is none.
function nameWithin(pixels, person) {
  if (Number.isNaN(person)) {
    return '';
  }
  return ['person ' + person, String(person)].find((name) => name.length * 6.5 + 6 < pixels) || '';
}
