/**
 * The Models tab: studies of many matrices, as a table, as plots and along training.
 *
 * <p>May use {@code law.family}, {@code study.query}, {@code study.store}, {@code text}, {@code ui.control},
 * {@code ui.models.plot}, {@code ui.models.review}, {@code ui.models.rows}, {@code ui.models.step},
 * {@code ui.models.study}, {@code ui.models.table}, {@code ui.task}.
 */
package org.eigenscope.ui.models;
