// Draws each chart from the table that says the same, or from the series of the trend, in the
// colours of the page. A bar leads where the table's link leads. Without this script, or without the library, the tables stay.
const drawn = new Map();
const still = matchMedia("(prefers-reduced-motion: reduce)");
const SEVERITIES = [
  ["s1", "circle"],
  ["s2", "rect"],
  ["s3", "triangle"],
  ["s4", "rectRot"],
  ["s5", "star"],
];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

/** The rows of a table: name, colour, and by column heading the number and the link. */
function read(table) {
  const headings = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
  return [...table.tBodies[0].rows].map((row) => ({
    name: row.dataset.name,
    tone: row.dataset.tone,
    cells: new Map(
      [...row.cells].map((cell, i) => [
        headings[i],
        {
          number: cell.dataset.n === undefined ? null : Number(cell.dataset.n),
          link: cell.querySelector("a")?.href,
        },
      ]),
    ),
  }));
}

function axes(across, stacked) {
  const numbers = {
    beginAtZero: true,
    stacked,
    grid: { color: colour("line") },
    border: { display: false },
    ticks: { color: colour("faint"), precision: 0, maxTicksLimit: across ? 4 : 6 },
  };
  const names = {
    stacked,
    grid: { display: false },
    border: { color: colour("line") },
    ticks: { color: colour("faint"), maxRotation: 40, autoSkipPadding: 14 },
  };
  return across ? { x: numbers, y: names } : { x: names, y: numbers };
}

function options(across, stacked, legend, links) {
  return {
    animation: still.matches ? false : { duration: 250 },
    maintainAspectRatio: false,
    indexAxis: across ? "y" : "x",
    interaction: { mode: "index", intersect: false, axis: across ? "y" : "x" },
    scales: axes(across, stacked),
    plugins: {
      legend: {
        display: legend,
        position: "bottom",
        reverse: stacked,
        labels: { color: colour("text"), usePointStyle: true, boxHeight: 7 },
      },
      tooltip: { itemSort: stacked ? (a, b) => b.datasetIndex - a.datasetIndex : undefined },
    },
    onClick: (event, hits, chart) => {
      const hit = chart.getElementsAtEventForMode(event, "nearest", { intersect: true }, false)[0];
      const link = hit && links(hit);
      if (link) {
        location.href = link;
      }
    },
    onHover: (event, hits, chart) => {
      const hit = chart.getElementsAtEventForMode(event, "nearest", { intersect: true }, false)[0];
      chart.canvas.classList.toggle("leads", Boolean(hit && links(hit)));
    },
  };
}

function bars(rows, across) {
  const column = [...rows[0].cells.keys()].at(-1);
  const cell = (row) => row.cells.get(column);
  return {
    type: "bar",
    data: {
      labels: rows.map((row) => row.name),
      datasets: [
        {
          label: column,
          data: rows.map((row) => cell(row).number),
          backgroundColor: rows.map((row) => colour(row.tone)),
          borderRadius: 4,
          maxBarThickness: 34,
        },
      ],
    },
    options: options(across, false, false, (hit) => cell(rows[hit.index]).link),
  };
}

/** What a trend's chart shows: the days, and each series of numbers, null where none is known. */
function series(chart) {
  const all = document.getElementById("trend-series");
  const values = (text) => text.split(",").map((word) => (word === "" ? null : Number(word)));
  return {
    days: (all.dataset.days ?? "").split(",").filter(Boolean),
    lines: [...all.querySelectorAll(`[data-chart="${chart}"]`)].map((line) => ({
      name: line.dataset.name,
      values: values(line.dataset.values ?? ""),
    })),
  };
}

function dataset(line, tone, point, more) {
  const known = line.values.filter((value) => value !== null).length;
  return {
    label: line.name,
    data: line.values,
    borderColor: colour(tone),
    backgroundColor: colour(tone),
    borderWidth: 2,
    pointStyle: point,
    pointRadius: known < 4 ? 3 : 0,
    tension: 0.2,
    ...more,
  };
}

function lines(chart, styles, stacked) {
  const trend = series(chart);
  const fill = (i) => (stacked ? (i === 0 ? "origin" : "-1") : false);
  return {
    type: "line",
    data: {
      labels: trend.days,
      datasets: trend.lines.map((line, i) =>
        dataset(line, styles[i][0], styles[i][1], {
          fill: fill(i),
          backgroundColor: stacked ? colour(styles[i][0] + "-bg") : colour(styles[i][0]),
          borderDash: stacked ? [] : [[], [6, 4], [2, 3]][i % 3],
        }),
      ),
    },
    options: options(false, stacked, trend.lines.length > 1, () => undefined),
  };
}

/** A bar leads to the findings of its day. */
function flows() {
  const trend = series("flows");
  const styles = [
    ["warn", "rect", "finding.firstFoundDate:"],
    ["good", "circle", "finding.lastFixedDate:"],
    ["bad", "triangle", "finding.reopenedDate:"],
  ];
  const list = document.getElementById("trend-series").dataset.list;
  return {
    type: "bar",
    data: {
      labels: trend.days,
      datasets: trend.lines.map((line, i) =>
        dataset(line, styles[i][0], styles[i][1], { borderWidth: 0 }),
      ),
    },
    options: options(false, false, true, (hit) => {
      const query = styles[hit.datasetIndex][2] + trend.days[hit.index];
      return list + "?query=" + encodeURIComponent(query);
    }),
  };
}

function plan(canvas) {
  switch (canvas.dataset.chart) {
    case "levels":
      return lines("levels", SEVERITIES, true);
    case "flows":
      return flows();
    case "scores":
      return lines("scores", [["accent", "circle"], ["busy", "rect"], ["bad", "triangle"]], false);
    case "hosts":
      return lines("hosts", [["accent", "circle"]], false);
    default:
      return bars(
        read(document.getElementById(canvas.dataset.table)),
        canvas.dataset.across === "true",
      );
  }
}

function draw() {
  if (typeof Chart === "undefined") {
    return;
  }
  for (const [canvas, chart] of drawn) {
    if (!canvas.isConnected) {
      chart.destroy();
      drawn.delete(canvas);
    }
  }
  for (const canvas of document.querySelectorAll("canvas[data-chart]")) {
    const wanted = drawn.has(canvas) ? null : plan(canvas);
    if (wanted) {
      drawn.set(canvas, new Chart(canvas, wanted));
    }
  }
}

function redraw() {
  drawn.forEach((chart) => chart.destroy());
  drawn.clear();
  draw();
}

if (typeof Chart !== "undefined") {
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 12;
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
still.addEventListener("change", redraw);
document.addEventListener("htmx:afterSettle", draw);
draw();
