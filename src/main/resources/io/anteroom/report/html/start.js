document.documentElement.classList.add('scripted');
const data = JSON.parse(document.getElementById('data').textContent);
PAGES[document.documentElement.dataset.page](data);
startCharts();
startCopying();
startDownloads(data);
document.documentElement.dataset.readyMillis = String(Math.round(performance.now()));
