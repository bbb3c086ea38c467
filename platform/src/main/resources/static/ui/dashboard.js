// Draws each chart from the table that says the same, in the colours of the page. A bar leads where
// the table's link leads. Without this script, or without the library, the tables stay.
const drawn = new Map();
const still = matchMedia("(prefers-reduced-motion: reduce)");
const SEVERITIES = [
  ["Minimal", "s1", "circle"],
  ["Medium", "s2", "rect"],
  ["Serious", "s3", "triangle"],
  ["Critical", "s4", "rectRot"],
  ["Urgent", "s5", "star"],
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
    ticks: { color: colour("faint"), precision: 0, maxTicksLimit: 6 },
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

function series(days, column, tone, more) {
  return {
    label: column,
    data: days.map((day) => day.cells.get(column).number),
    borderColor: colour(tone),
    backgroundColor: colour(tone),
    borderWidth: 2,
    pointRadius: days.filter((day) => day.cells.get(column).number !== null).length < 4 ? 3 : 0,
    tension: 0.2,
    ...more,
  };
}

function lines(days, columns, stacked) {
  const fill = (i) => (stacked ? (i === 0 ? "origin" : "-1") : false);
  return {
    type: "line",
    data: {
      labels: days.map((day) => day.name),
      datasets: columns.map(([column, tone, point], i) =>
        series(days, column, tone, {
          fill: fill(i),
          backgroundColor: stacked ? colour(tone + "-bg") : colour(tone),
          pointStyle: point,
          borderDash: stacked ? [] : [[], [6, 4], [2, 3]][i % 3],
        }),
      ),
    },
    options: options(false, stacked, columns.length > 1, () => undefined),
  };
}

function flows(days) {
  const columns = [
    ["Found", "warn", "rect"],
    ["Fixed", "good", "circle"],
    ["Reopened", "bad", "triangle"],
  ];
  return {
    type: "bar",
    data: {
      labels: days.map((day) => day.name),
      datasets: columns.map(([column, tone, point]) =>
        series(days, column, tone, { borderWidth: 0, pointStyle: point }),
      ),
    },
    options: options(false, false, true, (hit) => {
      return days[hit.index].cells.get(columns[hit.datasetIndex][0]).link;
    }),
  };
}

function plan(canvas) {
  const rows = read(document.getElementById(canvas.dataset.table));
  if (rows.length === 0) {
    return null;
  }
  const days = () => rows.toReversed();
  switch (canvas.dataset.chart) {
    case "levels":
      return lines(days(), SEVERITIES, true);
    case "flows":
      return flows(days());
    case "scores":
      return lines(days(), [
        ["Mean score", "accent", "circle"],
        ["Median", "busy", "rect"],
        ["90th percentile", "bad", "triangle"],
      ]);
    case "hosts":
      return lines(days(), [["Hosts", "accent", "circle"]]);
    default:
      return bars(rows, canvas.dataset.across === "true");
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
