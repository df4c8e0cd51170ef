/**
 * The table of a study: its columns, filter, pictures of spectra, and the table as CSV.
 *
 * <p>May use {@code error}, {@code figure.export.write}, {@code progress}, {@code study}, {@code study.query},
 * {@code text}, {@code ui.control}, {@code ui.library}, {@code ui.models.rows}, {@code ui.models.study},
 * {@code ui.settings}, {@code ui.task}, {@code ui.text}.
 */
package org.eigenscope.ui.models.table;
