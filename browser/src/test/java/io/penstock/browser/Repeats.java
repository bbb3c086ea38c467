package io.penstock.browser;

import com.microsoft.playwright.Page;

/**
 * Rows of a table that are made of the very elements, classes and attributes that rows before them
 * are made of: they have the same colours and the same kinds of controls. The first rows and the
 * last one are never among them.
 */
final class Repeats {

    private static final String MARK =
            """
            () => {
              const telling = ['class', 'type', 'role', 'data-label'];
              const kind = (one) => one.localName + [...one.attributes]
                .map(({name, value}) => '[' + name + (telling.includes(name) ? '=' + value : '')
                  + ']').sort().join('');
              const kinds = (one, above) => {
                const path = above + '>' + kind(one);
                return [path, ...[...one.children].flatMap((child) => kinds(child, path))];
              };
              for (const body of document.querySelectorAll('tbody')) {
                const seen = new Set();
                const last = body.rows.length - 1;
                [...body.rows].forEach((row, i) => {
                  row.removeAttribute('data-repeats');
                  const all = kinds(row, '');
                  row.toggleAttribute('data-repeats',
                    i > 2 && i < last && all.every((one) => seen.has(one)));
                  all.forEach((one) => seen.add(one));
                });
              }
            }
            """;

    private Repeats() {}

    /** Gives them, and no other, the attribute {@code data-repeats}. */
    static void mark(Page page) {
        page.evaluate(MARK);
    }
}
