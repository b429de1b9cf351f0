// Groups of buttons. They are buttons, so that they work by keyboard and say what they are.

function button(text, action) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', action);
  return made;
}

function group(id, label, buttons) {
  const made = document.createElement('div');
  made.className = 'group';
  made.setAttribute('role', 'group');
  made.setAttribute('aria-label', label);
  const words = document.createElement('span');
  words.textContent = label;
  made.append(words, ...buttons);
  document.getElementById(id + '-controls').append(made);
}

// Each turns one thing on and off.
function toggles(id, label, names, shown, change, colours) {
  group(id, label, names.map((name, index) => {
    const made = button(name, () => {
      const on = made.getAttribute('aria-pressed') !== 'true';
      made.setAttribute('aria-pressed', String(on));
      change(name, on);
    });
    made.setAttribute('aria-pressed', String(shown.includes(name)));
    made.style.setProperty('--key', colours[index]);
    return made;
  }));
}

// One of them holds.
function choices(id, label, names, first, change) {
  const made = names.map((name) => {
    const one = button(name, () => {
      made.forEach((other) => other.setAttribute('aria-pressed', String(other === one)));
      change(name);
    });
    one.setAttribute('aria-pressed', String(name === first));
    return one;
  });
  group(id, label, made);
  return () => made.forEach((one) => one.setAttribute('aria-pressed', 'false'));
}

// One of many holds: a menu.
function menu(id, label, names, first, change) {
  const made = document.createElement('label');
  made.className = 'group';
  const words = document.createElement('span');
  words.textContent = label;
  const box = document.createElement('select');
  names.forEach((name, index) => box.append(new Option(name, index, index === first, index === first)));
  box.addEventListener('change', () => change(Number(box.value)));
  made.append(words, box);
  document.getElementById(id + '-controls').append(made);
  return {
    hold: (index) => { box.value = String(index); },
    show: (shown) => { made.hidden = !shown; },
  };
}

function startCopying() {
  document.querySelectorAll('[data-copy]').forEach((one) => {
    one.addEventListener('click', async () => {
      const source = document.getElementById(one.dataset.copy);
      let copied = false;
      try {
        await navigator.clipboard.writeText(source.textContent);
        copied = true;
      } catch {
        const range = document.createRange();
        range.selectNodeContents(source);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
      }
      one.textContent = copied ? 'Copied' : 'Selected';
      setTimeout(() => { one.textContent = 'Copy'; }, 2000);
    });
  });
}
