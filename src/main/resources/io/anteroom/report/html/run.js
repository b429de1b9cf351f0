// The page of one run.

PAGES.run = (data) => {
  drawPercentiles(data);
  drawSeries(data);
  drawCarriersHeld(data);
  drawHeatMap(data);
  drawTimeline(data);
  drawFlame(data);
};
