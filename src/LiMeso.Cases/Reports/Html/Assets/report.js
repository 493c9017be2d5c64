// Draws the figures of a report, fills their data tables when opened, and hands the numbers out as CSV. Uses nothing but Plotly and the page itself.
(function () {
  'use strict';
  const NARROWEST_PANEL = 190, PAPER_WIDTH = 660, TABLE_ROWS = 400, MAP_ROWS = 24, MAP_COLUMNS = 10;
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

  // Same rule as the report's own tables: four digits, powers of ten outside 1e-3 ... 1e5.
  function number(value) {
    if (value === null || value === undefined) return '';
    if (value === 0) return '0';
    const size = Math.abs(value);
    if (size >= 1e-3 && size < 1e5) return String(Number(value.toPrecision(5))).replace('-', '−');
    return value.toExponential(4).replace('-', '−').replace(/\.?0*e\+?/, 'e').replace('e-', 'e−');
  }

  // ---- figures ----

  // Curves take their numbers from the tables; maps on a logarithmic colour axis are coloured by their logarithm.
  function complete(trace, figure) {
    if (trace.from) {
      const table = figure.tables[trace.from[0]];
      trace.x = table.x;
      trace.y = table.series[trace.from[1]].y;
      delete trace.from;
    }
    if (trace.logarithmic) {
      trace.customdata = trace.z;
      trace.z = trace.z.map(row => row.map(value => value > 0 ? Math.log10(value) : null));
    }
    delete trace.logarithmic;
    return trace;
  }

  // The panels keep their proportions, the margins their size.
  function fitted(full, width) {
    const m = full.margin, across = full.width - m.l - m.r, down = full.height - m.t - m.b;
    return { width: width, height: Math.round(m.t + m.b + down * (width - m.l - m.r) / across) };
  }

  function widthOf(plot, full, perRow) {
    const least = full.margin.l + full.margin.r + perRow * NARROWEST_PANEL;
    return Math.min(full.width, Math.max(least, plot.parentElement.clientWidth));
  }

  function draw(plot) {
    const figure = read(plot.id + '-data'), layout = figure.plot.layout;
    const full = { width: layout.width, height: layout.height, margin: layout.margin };
    const perRow = Number(plot.dataset.perRow);
    const resize = width => Plotly.relayout(plot, fitted(full, width));
    const traces = figure.plot.data.map(trace => complete(trace, figure));
    Object.assign(layout, fitted(full, widthOf(plot, full, perRow)));
    const config = Object.assign({ toImageButtonOptions: { format: 'svg', filename: plot.dataset.file } }, CONFIG);
    window.addEventListener('resize', () => resize(widthOf(plot, full, perRow)));
    window.addEventListener('beforeprint', () => resize(Math.min(full.width, PAPER_WIDTH)));
    window.addEventListener('afterprint', () => resize(widthOf(plot, full, perRow)));
    const data = figure.tables ? curveTables(figure) : mapTables(figure, traces);
    attachData(plot.parentElement.parentElement.querySelector('details'), data, plot.dataset.file);
    return Plotly.newPlot(plot, traces, layout, config);
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
    const values = map => map.customdata || map.z;
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
    details.addEventListener('toggle', () => {
      const into = details.querySelector('.data');
      if (details.open && !into.hasChildNodes()) data.show(into);
    });
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
