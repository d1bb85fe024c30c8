/// What the preview adds to each page: listens, loads the page again, exchanges style sheets, shows findings.
///
/// Everything that it draws stands in a shadow tree, out of reach of the theme's style sheets, and is set as text,
/// never as markup.
enum PreviewScript {
  static let bytes = Array(text.utf8)

  private static let text = #"""
    (() => {
      'use strict';
      const self = document.currentScript;
      const base = self.src.slice(0, self.src.lastIndexOf('.dossier/'));
      const page = self.dataset.page;
      const address = (name) => base + '.dossier/' + name + '?page=' + encodeURIComponent(page);
      const remembered = 'dossier-scroll:' + page;
      let stream = null;

      // Browsers keep the place of a page that is loaded again, but not if it was not yet laid out.
      const place = sessionStorage.getItem(remembered);
      sessionStorage.removeItem(remembered);
      if (place !== null) {
        const restore = () => { if (Math.abs(scrollY - place) > 1) scrollTo({ top: place, behavior: 'instant' }); };
        restore();
        addEventListener('load', restore, { once: true });
      }
      const reload = () => {
        sessionStorage.setItem(remembered, scrollY);
        location.reload();
      };

      const exchange = (changes) => {
        for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
          for (const [from, to] of changes) {
            const url = new URL(link.href);
            if (url.origin + url.pathname !== base + from) continue;
            const next = link.cloneNode();
            next.href = base + to + (from === to ? '?' + Date.now() : '');
            // The old one stays until the new one is there: no moment without style.
            next.addEventListener('load', () => link.remove(), { once: true });
            link.after(next);
          }
        }
      };

      const css = `
        :host { all: initial; }
        * { box-sizing: border-box; }
        .cover { position: fixed; inset: 0; z-index: 2147483646; overflow: auto; background: rgb(20 16 14 / .93);
          color: #f4efe9; font: 14px/1.5 ui-monospace, Menlo, Consolas, monospace; padding: 4vh 4vw; }
        h2 { font-size: 16px; margin: 0 0 16px; color: #ff9d8a; }
        pre { margin: 0 0 4px; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; tab-size: 8; }
        .finding { border-left: 3px solid #ff9d8a; padding: 2px 0 2px 12px; margin: 0 0 16px; }
        .warning { border-color: #e7c268; } .note { border-color: #8ab6d6; }
        a, button { color: #9fd0ff; background: none; border: 0; padding: 0; font: inherit; cursor: pointer;
          text-decoration: underline; margin-right: 14px; }
        .badge { position: fixed; right: 12px; bottom: 12px; z-index: 2147483645; background: #2b2420; color: #f4efe9;
          font: 12px/1 system-ui, sans-serif; padding: 8px 10px; border-radius: 6px; text-decoration: none; margin: 0; }
        .panel { position: fixed; right: 12px; bottom: 48px; z-index: 2147483645; max-width: min(720px, 92vw);
          max-height: 70vh; overflow: auto; background: #2b2420; color: #f4efe9; border-radius: 6px; padding: 16px;
          font: 12px/1.5 ui-monospace, Menlo, Consolas, monospace; }
        [hidden] { display: none; }
        @media print { :host { display: none; } }
      `;
      const host = document.createElement('dossier-preview');
      const tree = host.attachShadow({ mode: 'open' });
      const make = (name, properties, ...children) => {
        const element = Object.assign(document.createElement(name), properties);
        element.append(...children);
        return element;
      };
      const cover = make('div', { className: 'cover', hidden: true });
      cover.setAttribute('role', 'alert');
      const panel = make('div', { className: 'panel', hidden: true });
      const badge = make('button', { className: 'badge', type: 'button', hidden: true });
      badge.addEventListener('click', () => { panel.hidden = !panel.hidden; });
      tree.append(make('style', { textContent: css }), cover, panel, badge);
      document.documentElement.append(host);

      const finding = (item) => {
        const box = make('div', { className: 'finding ' + item.severity }, make('pre', { textContent: item.text }));
        if (item.edit) box.append(make('a', { href: item.edit, textContent: 'open in the editor' }));
        return box;
      };
      const names = async () => {
        const found = await (await fetch(address('names'))).json();
        panel.replaceChildren(make('h2', { textContent: 'Names in this page' }));
        for (const name of found) panel.append(make('pre', { textContent: name }));
        if (!found.length) panel.append(make('pre', { textContent: 'No name of an entity stands here.' }));
      };
      let dismissed = '';
      const show = (report) => {
        const key = JSON.stringify(report.errors);
        cover.hidden = !report.errors.length || dismissed === key;
        if (!report.errors.length) dismissed = '';
        const count = report.errorCount;
        const close = make('button', { type: 'button', textContent: 'show the last good page (Esc)' });
        close.addEventListener('click', () => { cover.hidden = true; dismissed = key; });
        cover.replaceChildren(
          make('h2', { textContent: count === 1 ? '1 error' : count > 1 ? count + ' errors' : 'This site is refused' }),
          ...report.errors.map(finding), close);
        panel.replaceChildren();
        if (report.source) {
          panel.append(make('pre', { textContent: report.source }));
          if (report.edit) panel.append(make('a', { href: report.edit, textContent: 'open in the editor' }));
          const why = make('button', { type: 'button', textContent: 'why is this linked?' });
          why.addEventListener('click', names);
          panel.append(why, ...report.page.map(finding));
        }
        badge.hidden = !report.source && !report.errors.length;
        badge.textContent = report.errors.length ? count + ' errors'
          : report.page.length ? report.page.length + (report.page.length === 1 ? ' finding' : ' findings') : 'source';
        badge.onclick = report.errors.length ? () => { cover.hidden = false; } : null;
      };
      addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && !cover.hidden) cover.querySelector('button').click();
      });

      // A hidden page does not listen: browsers allow six connections to a host. What it missed it learns later.
      const listen = () => {
        if (stream || document.hidden) return;
        stream = new EventSource(address('events') + '&digest=' + self.dataset.digest);
        stream.addEventListener('reload', reload);
        stream.addEventListener('styles', (event) => exchange(JSON.parse(event.data)));
        stream.addEventListener('report', (event) => show(JSON.parse(event.data)));
      };
      const stop = () => { stream?.close(); stream = null; };
      addEventListener('visibilitychange', () => document.hidden ? stop() : listen());
      addEventListener('pagehide', stop);
      addEventListener('pageshow', listen);
      listen();
    })();

    """#
}
