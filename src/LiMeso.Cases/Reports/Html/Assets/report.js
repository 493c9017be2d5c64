// Draws the figures of a report, fills their data tables when opened, and hands the numbers out as CSV. Uses nothing but Plotly and the page itself.
(function () {
  'use strict';
  const NARROWEST_PANEL = 190, NARROWEST_FIGURE = 320, PAPER_WIDTH = 660, INSET = 8, LEGEND_LINE = 19, LEGEND_INSIDE = 0.75;
  const TABLE_ROWS = 400, MAP_ROWS = 24, MAP_COLUMNS = 10;
  const CONFIG = {
    displayModeBar: true,
    displaylogo: false,
    showSendToCloud: false,
    plotlyServerURL: '',
    doubleClick: 'reset',
    modeBarButtons: [['zoom2d', 'pan2d', 'resetScale2d', 'toImage']],
  };

  const read = id => JSON.parse(document.getElementById(id).textContent);

  function element(name, text, parent) {
    const node = document.createElement(name);
    if (text !== undefined && text !== null) node.textContent = text;
    if (parent) parent.appendChild(node);
    return node;
  }

  // Five digits, fewer where the number is that short; powers of ten outside 1e-3 ... 1e5.
  function number(value) {
    if (value === null || value === undefined) return '';
    if (value === 0) return '0';
    const size = Math.abs(value);
    const plain = size >= 1e-3 && size < 1e5;
    const rounded = plain ? value.toPrecision(5) : value.toExponential(4);
    const shown = Number(rounded) !== value ? rounded : plain ? String(value) : value.toExponential();
    return shown.replace('e+', 'e');
  }

  // ---- figures ----

  // Curves take their numbers from the tables; maps on a logarithmic colour axis are coloured by their logarithm and keep their values beside it.
  function complete(trace, figure) {
    if (trace.from) {
      const table = figure.tables[trace.from[0]];
      trace.x = table.x;
      trace.y = table.series[trace.from[1]].y;
      delete trace.from;
    }
    if (trace.type === 'heatmap') {
      trace.text = trace.z.map(row => row.map(value => number(value).replace(/-/g, '−').replace(/e(.*)/, ' × 10<sup>$1</sup>')));
      trace.customdata = trace.z;
    }
    if (trace.logarithmic) {
      trace.z = trace.z.map(row => row.map(value => value > 0 ? Math.log10(value) : null));
    }
    delete trace.logarithmic;
    return trace;
  }

  // Where everything stands at a given width: the panels keep their proportions and their gaps, and go into fewer columns rather than become too small.
  function arrange(grid, width) {
    const margin = Object.assign({}, grid.margin);
    const panelWidth = columns => (width - margin.l - margin.r - (columns - 1) * grid.columnGap) / columns;
    const update = { width: width };
    // Inside a small panel a legend would hide the curves: there it stands above.
    const above = grid.legend && width < LEGEND_INSIDE * grid.width;
    if (above) {
      if (grid.legend === 'Right') margin.r = 16;
      margin.t += LEGEND_LINE * grid.legendLines + 10;
    }
    let columns = grid.perRow;
    while (columns > 1 && panelWidth(columns) < NARROWEST_PANEL) columns--;
    const rows = Math.ceil(grid.panels / columns), w = panelWidth(columns), h = w * grid.aspect;
    const innerWidth = width - margin.l - margin.r, innerHeight = rows * h + (rows - 1) * grid.rowGap;
    update.height = Math.round(margin.t + innerHeight + margin.b);
    update.margin = margin;
    for (let i = 0; i < grid.panels; i++) {
      const x = 'xaxis' + (i ? i + 1 : ''), y = 'yaxis' + (i ? i + 1 : '');
      const left = (i % columns) * (w + grid.columnGap), top = Math.floor(i / columns) * (h + grid.rowGap);
      const lowest = i + columns >= grid.panels, leftmost = i % columns === 0;
      update[x + '.domain'] = [left / innerWidth, Math.min(1, (left + w) / innerWidth)];
      update[y + '.domain'] = [Math.max(0, 1 - (top + h) / innerHeight), 1 - top / innerHeight];
      update[x + '.showticklabels'] = lowest;
      update[y + '.showticklabels'] = leftmost;
      update[x + '.title'] = { text: lowest ? grid.xTitle : '', standoff: 10, font: { size: 13 } };
      update[y + '.title'] = { text: leftmost ? grid.yTitle : '', standoff: 8, font: { size: 13 } };
    }
    if (!grid.legend) return update;
    const right = /Right$/.test(grid.legend), bottom = /^Bottom/.test(grid.legend), outside = grid.legend === 'Right';
    const at = above ? { x: 0, y: 1 + (margin.t - LEGEND_LINE * grid.legendLines - 6) / innerHeight, xanchor: 'left', yanchor: 'bottom' }
      : outside ? { x: 1 + INSET / innerWidth, y: 1, xanchor: 'left', yanchor: 'top' }
        : {
          x: (right ? w - INSET : INSET) / innerWidth, xanchor: right ? 'right' : 'left',
          y: 1 - (bottom ? h - INSET : INSET) / innerHeight, yanchor: bottom ? 'bottom' : 'top',
        };
    for (const key of Object.keys(at)) update['legend.' + key] = at[key];
    return update;
  }

  // Sets "xaxis.domain" and the like in a layout that is not drawn yet.
  function apply(layout, update) {
    for (const key of Object.keys(update)) {
      const [first, second] = key.split('.');
      if (second === undefined) layout[first] = update[key];
      else (layout[first] = layout[first] || {})[second] = update[key];
    }
    return layout;
  }

  function draw(plot) {
    const figure = read(plot.id + '-data'), grid = figure.grid;
    const traces = figure.plot.data.map(trace => complete(trace, figure));
    const config = Object.assign({ toImageButtonOptions: { format: 'svg', filename: plot.dataset.file } }, CONFIG);
    const available = () => Math.max(NARROWEST_FIGURE, Math.min(grid.width, plot.parentElement.clientWidth));
    const fit = width => Plotly.relayout(plot, arrange(grid, width));
    const data = figure.tables ? curveTables(figure) : mapTables(figure, traces);
    attachData(plot.parentElement.parentElement.querySelector('details'), data, plot.dataset.file);
    return Plotly.newPlot(plot, traces, apply(figure.plot.layout, arrange(grid, available())), config).then(() => {
      window.addEventListener('resize', () => fit(available()));
      window.addEventListener('beforeprint', () => fit(Math.min(grid.width, PAPER_WIDTH)));
      window.addEventListener('afterprint', () => fit(available()));
    });
  }

  // ---- data tables ----

  function curveTables(figure) {
    return {
      show(into) {
        for (const table of figure.tables) {
          const columns = [{ title: table.xTitle, values: table.x }];
          for (const series of table.series) {
            const title = table.series.length === 1 && !series.name ? table.yTitle : series.name;
            columns.push({ title: title, values: series.y });
            for (const kind of ['error', 'band']) {
              if (!series[kind]) continue;
              columns.push({ title: title + ', lower', values: series[kind].lower }, { title: title + ', upper', values: series[kind].upper });
            }
          }
          showTable(into, [table.panel, table.yTitle].filter(Boolean).join(': '), columns, table.x.length);
        }
      },
      csv() {
        const first = figure.tables[0];
        const lines = [['panel', 'series', first.xTitle, first.yTitle, 'lower', 'upper']];
        for (const table of figure.tables) {
          for (const series of table.series) {
            const ends = series.error || series.band || { lower: [], upper: [] };
            table.x.forEach((x, i) => lines.push([table.panel, series.name, x, series.y[i], ends.lower[i], ends.upper[i]]));
          }
        }
        return lines;
      },
    };
  }

  function mapTables(figure, traces) {
    const maps = traces.filter(trace => trace.type === 'heatmap'), titles = figure.titles;
    const values = map => map.customdata;
    const thin = (count, most) => {
      const step = Math.max(1, Math.ceil(count / most));
      return Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step);
    };
    return {
      show(into) {
        for (const map of maps) {
          const rows = thin(map.y.length, MAP_ROWS), across = thin(map.x.length, MAP_COLUMNS);
          const columns = [{ title: titles.y + ' ↓  ' + titles.x + ' →', values: rows.map(i => map.y[i]) }];
          for (const j of across) columns.push({ title: number(map.x[j]), values: rows.map(i => values(map)[i][j]) });
          const part = rows.length * across.length < map.x.length * map.y.length ? ' (part of ' + map.x.length + ' × ' + map.y.length + ' values)' : '';
          showTable(into, [map.name, titles.z].filter(Boolean).join(': ') + part, columns, rows.length);
        }
      },
      csv() {
        const lines = [['panel', titles.x, titles.y, titles.z]];
        for (const map of maps) map.y.forEach((y, i) => map.x.forEach((x, j) => lines.push([map.name, x, y, values(map)[i][j]])));
        return lines;
      },
    };
  }

  function showTable(into, caption, columns, count) {
    const box = element('div', null, into);
    box.className = 'scroll';
    const table = element('table', null, box);
    element('caption', caption + (count > TABLE_ROWS ? ' (first ' + TABLE_ROWS + ' of ' + count + ' rows)' : ''), table);
    const head = element('tr', null, element('thead', null, table));
    for (const column of columns) element('th', column.title, head).scope = 'col';
    const body = element('tbody', null, table);
    for (let i = 0; i < Math.min(count, TABLE_ROWS); i++) {
      const row = element('tr', null, body);
      for (const column of columns) element('td', number(column.values[i]), row).className = 'n';
    }
  }

  function attachData(details, data, file) {
    const into = details.querySelector('.data');
    const show = () => { if (details.open && !into.hasChildNodes()) data.show(into); };
    details.addEventListener('toggle', show);
    show();      // a browser may have restored it open
    details.querySelector('button').addEventListener('click', () => save(data.csv(), file));
  }

  function save(lines, file) {
    const field = value => {
      const text = value === null || value === undefined ? '' : String(value);
      return /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
    };
    const csv = lines.map(line => line.map(field).join(',')).join('\r\n') + '\r\n';
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['\ufeff' + csv], { type: 'text/csv;charset=utf-8' }));
    link.download = file + '.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  // ---- the page ----

  for (const button of document.querySelectorAll('button[data-table]')) {
    button.addEventListener('click', () => save(read(button.dataset.table + '-data'), button.dataset.file));
  }

  const plots = Array.from(document.querySelectorAll('.plot'));
  let drawn = 0;
  const attempts = plots.map(plot => Promise.resolve().then(() => draw(plot)).then(
    () => { drawn++; },
    error => {
      element('p', 'This figure could not be drawn: ' + error.message, plot).className = 'undrawn';
      console.error(error);
    }));
  Promise.all(attempts).then(() => { document.documentElement.dataset.figures = drawn + '/' + plots.length; });
})();
