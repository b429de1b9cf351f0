// What is drawn on each kind of page; its own script says so here.
const PAGES = {};
